"""Copies of an office's own Word or Excel file with comments; nothing else in them changes."""
