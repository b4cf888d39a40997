"""From bytes to findings: text, structure, references, rules."""
