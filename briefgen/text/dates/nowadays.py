"""Whether "hoje" or "aujourd'hui" is the day of publication, where it may mean nowadays."""

from __future__ import annotations

from briefgen.text.dates.calendar import Tense
from briefgen.text.dates.tense import CLOSED, WORD, Verb, placed


def is_that_day(text: str, start: int, end: int, tense: Tense) -> bool:
    """Whether the verb it goes with tells an event, not how things are: "que lidera hoje".

    That verb stands before it in its clause, or right after it, or anywhere after where the word
    opens the clause.
    """
    if text[start:end].lower().replace("’", "'") not in tense.nowadays:
        return True
    opened = _opened(text, start, tense)
    before = WORD.findall(text[opened:start].lower())
    if before and before[-1] in tense.states:
        return False
    if tense.perfect and tense.perfect.search(text, opened, start):
        return True
    closed = CLOSED.search(text, end + 2)  # "Oggi, il consiglio …"
    last = closed.start() if closed else len(text)
    verbs = [verb for verb in placed(text, tense) if opened <= verb[0] < last]
    own = [verb for verb in verbs if verb[0] < start]
    after = [verb for verb in verbs if verb[0] >= end]
    if before:
        after = [verb for verb in after if not text[end : verb[0]].strip()]
    return any(_tells(verb, text, tense) for verb in own + after)


def _opened(text: str, start: int, tense: Tense) -> int:
    """Where the clause begins that ends in the word."""
    joins = [match.end() for match in tense.ends.finditer(text, 0, start)]
    commas = [match.end() for match in CLOSED.finditer(text, 0, start)]
    return max(joins + commas, default=0)


def _tells(verb: Verb, text: str, tense: Tense) -> bool:
    """Whether a verb tells what happens: "has" and "can" don't, nor does "is known"."""
    start, end, mark = verb
    if mark == "infinitive" or text[start:end].lower() in tense.standing:
        return False
    return mark != "weak" or not tense.states & set(WORD.findall(text[:start].lower())[-2:])
