"""The command line: options in, one call of the library, findings and an exit code out."""
