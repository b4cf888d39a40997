"""The one file: its contents, its stand-ins, and what it says in browsers."""
