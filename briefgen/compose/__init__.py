"""Everything that was read, chosen, found and asked for, under a budget → Brief."""

from briefgen.compose.brief import Budget, compose

__all__ = ["Budget", "compose"]
