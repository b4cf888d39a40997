"""A stand-in for rapidfuzz where there is no build of it: how alike two texts are, by the same measure, in Python."""
