"""Whose a role is that stands between two names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from briefgen.find.individuals import Individual

_LIST = 150  # characters between two roles of a list


def unclaimed(people: Sequence[Individual]) -> None:
    """Take away the role that two might bear: `Jan Roth, the mayor, Eva Lund`.

    Where one of the two has a role of his own close by, the other one bears it: `Jan Roth, the
    mayor, Eva Lund, a judge`. In a list that is known from its end.
    """
    while True:
        claims = Counter(span for person in people for span in set(person.roles))
        own = [[r for r in person.roles if claims[r] == 1] for person in people]
        freed = 0
        for person, sure in zip(people, own, strict=True):
            given_up = [r for r in person.roles if claims[r] > 1 and _is_near(r, sure)]
            both = {r for r in given_up if _other_gives_up(r, person, people, own)}
            person.roles = [r for r in person.roles if r not in given_up or r in both]
            freed += len(given_up) - len(both)
        if not freed:
            break
    for person in people:
        person.roles = [span for span in person.roles if claims[span] == 1]


def _is_near(role: tuple[int, int], others: Sequence[tuple[int, int]]) -> bool:
    return any(abs(role[0] - start) < _LIST for start, _ in others)


def _other_gives_up(
    role: tuple[int, int],
    person: Individual,
    people: Sequence[Individual],
    own: Sequence[Sequence[tuple[int, int]]],
) -> bool:
    """Whether nobody else is left to bear the role."""
    return all(
        other is person or role not in other.roles or _is_near(role, sure)
        for other, sure in zip(people, own, strict=True)
    )
