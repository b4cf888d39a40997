"""Variations of real reports, made by code that does not import the library."""
