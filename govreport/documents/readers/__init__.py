"""Readers: the bytes of one format to the neutral `Paper`, each over a library that is an extra."""
