"""The configuration of the command line: a file beside the reports that says how their findings are told.

Only commands read it; the library never does.
"""
