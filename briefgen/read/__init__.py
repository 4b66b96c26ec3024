"""Locator → bytes → Article, or Unread with the reason."""

from briefgen.read.fetch import MAX_MARKUP, MAX_SOURCE, MAX_TOTAL
from briefgen.read.formats import READERS
from briefgen.read.locate import expand
from briefgen.read.reading import read
from briefgen.read.years import dated

__all__ = ["MAX_MARKUP", "MAX_SOURCE", "MAX_TOTAL", "READERS", "dated", "expand", "read"]
