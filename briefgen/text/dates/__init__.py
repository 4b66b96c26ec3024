"""Dates in a text, resolved against the day it was published on: the finders' and the chooser's."""

from briefgen.text.dates.expressions import Expression, dated, expressions, spans, tells
from briefgen.text.dates.meant import days

__all__ = ["Expression", "dated", "days", "expressions", "spans", "tells"]
