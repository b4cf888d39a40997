"""Laws that hold for every report, every document, every input: each a named property test."""
