"""The site: what is generated of it, from the schema, the catalogue, click and the files of the repository."""
