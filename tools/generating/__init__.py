"""Generators of code that is derived from `schema/`."""
