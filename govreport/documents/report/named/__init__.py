"""Tables of the form as figures that each have their labels before them: listings, paths, one figure a row."""
