"""Tables of tasks that a paper prints as grids."""
