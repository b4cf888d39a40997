"""A paper read as a work plan: its head, its running text, its table of tasks."""
