"""Matching: a `Paper` to the places of the form, by the labels of the schema alone."""
