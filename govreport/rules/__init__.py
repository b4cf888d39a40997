"""The rules of a layout, as data, and the engine that asks them."""
