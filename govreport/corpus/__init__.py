"""Reports as columns: one flat table for reports of any layout."""
