"""Numbers of pages, which print puts between the lines of a text."""

import re

PAGE_NUMBER = re.compile(r"[-—–－·\s]*\d{1,3}[-—–－·\s]*|第\s*\d+\s*页.*|\d+\s*/\s*\d+")
FRAMED_PAGE_NUMBER = re.compile(r"[-—–－·]+\s*\d{1,3}\s*[-—–－·]+|第\s*\d+\s*页.*")
