"""Documents in shapes of a stranger's own choosing, and what is read of them."""
