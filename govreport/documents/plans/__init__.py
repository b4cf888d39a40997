"""Yearly work plans in published documents: what a paper says in terms of `schema/workplan`."""
