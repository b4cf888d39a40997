"""How fast, how small and how sound: run with `python -m bench`. See README.md in this folder."""
