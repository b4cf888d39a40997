"""Where a sentence ends in print: its stop, and the brackets and quotation marks that close behind it."""

# What ends a sentence, in print and, with `NARROW`, as careless typing has it.
STOPS = "。！？"
NARROW = "!?"
CLOSING = "”’」』）)"
