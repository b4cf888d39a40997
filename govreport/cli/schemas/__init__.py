"""The schema of a layout in the words of other languages and formats, all of them made from the JSON Schema."""
