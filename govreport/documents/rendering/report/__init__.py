"""The printed report, in every format."""
