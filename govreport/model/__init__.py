"""Reports as typed objects, and their canonical text."""
