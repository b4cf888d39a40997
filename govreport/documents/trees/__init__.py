"""Trees of XML and of HTML: one door for each, whatever reads behind it."""
