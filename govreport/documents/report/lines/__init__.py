"""Tables of the form that a paper prints as running lines."""
