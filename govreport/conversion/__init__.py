"""Reports from one layout to another and back: what has no counterpart is kept as data, nothing is guessed."""
