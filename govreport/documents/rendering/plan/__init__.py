"""The printed work plan, in every format."""
