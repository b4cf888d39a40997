"""Figures told in running text: what they say of the cells of the tables, and whether they agree."""
