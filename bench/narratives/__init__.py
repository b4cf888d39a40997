"""Narratives in words that nobody tuned to: sets of sentences, and reports made of them whose tables agree."""
