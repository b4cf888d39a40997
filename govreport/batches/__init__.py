"""Many documents: where they come from, where they go, and the processes that share the work."""
