"""A paper read as a report: its sections, its tables, who reports and for which year."""
