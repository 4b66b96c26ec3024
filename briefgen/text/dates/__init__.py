"""Dates in a text, resolved against the day it was published on: the finders' and the chooser's."""

from briefgen.text.dates.expressions import Expression, dated, expressions, spans, tells

__all__ = ["Expression", "dated", "expressions", "spans", "tells"]
