"""The rules between reports: one organ's report against last year's, and a consolidated one against its bodies'."""
