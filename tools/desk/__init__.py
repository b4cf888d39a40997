"""The one file for the clerk: the library, the Python that runs it in a browser, and the page, in one HTML file."""
