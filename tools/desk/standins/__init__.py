"""Modules that stand in for packages of which there is no build for browsers."""
