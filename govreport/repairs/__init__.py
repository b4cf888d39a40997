"""Repairs: which figures are wrong, as the likeliest way in which all sums hold again."""
