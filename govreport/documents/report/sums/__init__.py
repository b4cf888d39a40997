"""Figures that run together: parted by what digits can make, and by the sums that the rules of the form state."""
