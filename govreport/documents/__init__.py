"""Published documents in and out: web pages, Word, PDF, spreadsheets and text, against reports."""
