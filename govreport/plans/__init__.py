"""The yearly work plan: how its times and units read, what its references and rules ask."""
