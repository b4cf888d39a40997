"""All shapes, by name."""

from . import office, others, text, web
from .kinds import Shape

SHAPES: dict[str, Shape] = {s.name: s for s in (*text.SHAPES, *web.SHAPES, *office.SHAPES, *others.SHAPES)}
