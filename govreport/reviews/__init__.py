"""Several reports held together: years of one organ, bodies of a district, and the differences of two reports."""
