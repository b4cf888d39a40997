"""The cases of `schema/conformance/years.json` and `levels.json`: a report with others beside it, and what is found.

The earlier report of a case is the base document with what follows from it a year before; so what a case must yield
follows from what it changes. Nothing here imports the library.
"""
