"""What became of a letter, recipient by recipient."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

State = Literal["queued", "sending", "sent", "refused", "unknown"]

# The state of the whole is that of the recipient who needs most care.
_ORDER: tuple[State, ...] = ("sending", "unknown", "queued", "refused", "sent")


@dataclass(frozen=True, slots=True)
class Outcome:
    """One recipient: `queued` is tried again, `unknown` may have arrived or not."""

    address: str
    state: State
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a server said to one letter."""

    outcomes: tuple[Outcome, ...]

    @property
    def state(self) -> State:
        """The state of the letter as a whole."""
        return whole(self.outcomes)


def whole(outcomes: tuple[Outcome, ...]) -> State:
    """The state of the recipient who needs most care; nobody to write to is sent."""
    states = {outcome.state for outcome in outcomes}
    return next((state for state in _ORDER if state in states), "sent")


def told(outcomes: tuple[Outcome, ...]) -> str:
    """The recipients who did not get it, each with the reason, on one line."""
    lines = [
        f"{outcome.address}: {outcome.state}" + (f", {outcome.reason}" if outcome.reason else "")
        for outcome in outcomes
        if outcome.state != "sent"
    ]
    return "; ".join(lines)
