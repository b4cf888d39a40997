"""The rules between reports."""
