"""Markdown: paragraphs between blank lines, headings, and tables of bars."""
