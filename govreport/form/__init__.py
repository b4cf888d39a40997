"""The printed form, as the schema draws it: places, names, tables, citations."""
