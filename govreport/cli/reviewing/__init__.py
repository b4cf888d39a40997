"""What a review found, for people: a web page, a workbook, and slips to send back."""
