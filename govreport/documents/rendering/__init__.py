"""Reports written as the printed form: HTML, Word, spreadsheet, Markdown and tidy CSV."""
