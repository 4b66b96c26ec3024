"""Everything that was read, chosen, found and asked for, under a budget → Brief."""

from briefgen.compose.brief import compose
from briefgen.compose.choose import choose
from briefgen.compose.ladder import BOTTOM_LINE, Budget, Rung, budget_of, ladder
from briefgen.compose.stands import quoted, standing

__all__ = [
    "BOTTOM_LINE",
    "Budget",
    "Rung",
    "budget_of",
    "choose",
    "compose",
    "ladder",
    "quoted",
    "standing",
]
