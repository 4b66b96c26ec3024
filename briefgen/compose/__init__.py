"""Everything that was read, chosen, found and asked for, under a budget → Brief."""

from briefgen.compose.brief import compose
from briefgen.compose.choose import chosen
from briefgen.compose.ladder import BOTTOM_LINE, Budget, Rung, budget_of, ladder
from briefgen.compose.stands import quoted

__all__ = [
    "BOTTOM_LINE",
    "Budget",
    "Rung",
    "budget_of",
    "chosen",
    "compose",
    "ladder",
    "quoted",
]
