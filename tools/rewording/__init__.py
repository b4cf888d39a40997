"""How the documents in tests/data are made of published ones: the shape is kept, the sentences are ours."""
