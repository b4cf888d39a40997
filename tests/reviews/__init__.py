"""Several reports held together."""
