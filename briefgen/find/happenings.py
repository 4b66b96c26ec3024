"""Whether a sentence tells what happened on a date that it names."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from briefgen.find.facts import Facts
from briefgen.find.figures_quantity import quantities
from briefgen.find.verbs import Group, groups, is_finite, within
from briefgen.text.dates import Expression
from briefgen.text.quotation import marked

DATELINE = re.compile(r"[A-ZÀ-Þ][^a-z]{2,}[^—–]{0,70}? (?:[—–-]|--) ")
_HEAD = re.compile(r"([A-ZÀ-Þ][^\W\d_]*)[^—–]{1,70}? (?:[—–-]|--) ")
_WORD = re.compile(r"[^\W\d_]+")
_NAMED_AFTER = re.compile(r"\s+[^\W\d_]+")
_ADVERB = re.compile(r"\s*(?:[^\W\d_]+ly|also|later|then)?\s*")
_ASIDE = re.compile(r", (?![a-z]+ing )([a-zà-ÿ]+)(?: [^,;]*)?$")
_CLAUSE = re.compile("[,;:]")
_FEW = 3  # words of an aside, the comma counted
_MANY = 1000
_OPENING = 20  # characters within which a number opens a sentence


def happened(
    date: Expression, text: str, language: str, lists: Facts, published: dt.date | None
) -> bool:
    """Whether that day's happening is what the sentence tells, not what was said or compared."""
    before = text[: date.start]
    ahead = published is not None and date.date >= published
    if _is_no_day(date, text, lists, ahead=ahead) or _in_dateline(date, text, language, lists):
        return False
    if date.precision != "day" and _is_loose(date, text, language, lists):
        return False
    if date.lead in lists.since and _is_denied(before, lists):
        return False
    if is_slated(date, text, lists, published):
        return True
    if lists.participle.search(before) or _is_aside(before, text, language):
        return False
    if _is_described(before, lists, ahead=ahead) or lists.reference.search(text[: date.end]):
        return False
    verb = _verb_of(date, text, language, lists, ahead=ahead)
    bound = ahead and date.precision == "day"
    if verb is None or _is_of_saying(verb, text, lists, bound=bound):
        return False
    return date.precision == "day" or not _is_state(verb, text, lists)


def is_slated(date: Expression, text: str, lists: Facts, published: dt.date | None) -> bool:
    """Whether something is on that day to come: `the next meeting is on 2 May`."""
    ahead = published is not None and date.date >= published and date.precision == "day"
    return ahead and lists.slated.search(text[: date.start]) is not None


def _is_described(before: str, lists: Facts, *, ahead: bool) -> bool:
    """Whether a clause describes something by the date, and tells nothing that is to come."""
    clause = lists.relative.search(before)
    return clause is not None and not (ahead and lists.coming.search(clause[0]))


def _is_no_day(date: Expression, text: str, lists: Facts, *, ahead: bool) -> bool:
    """Whether it is quoted, bounds, compares, belongs to a name, or to a life in brackets."""
    if date.rule == "period" and not (ahead and date.precision == "day"):
        return True
    if date.rule in ("before last", "this") or _is_name(date, text, lists):
        return True
    if date.lead in lists.beside and not _is_held(date, text, lists):
        return True
    if date.as_written.endswith(("'s", "’s")) or text.count("(", 0, date.start) > text.count(
        ")", 0, date.start
    ):
        return True
    return any(q.start < date.start < q.end for q in marked(text).quotations)


def _is_loose(date: Expression, text: str, language: str, lists: Facts) -> bool:
    """Whether a month or a year bounds, stands without its preposition, or goes with a number."""
    if date.lead in lists.bounds or (not date.lead and date.rule != "month"):
        return True
    return _counts(text, language, lists)


def _in_dateline(date: Expression, text: str, language: str, lists: Facts) -> bool:
    """Whether the date stands before the dash that follows the place: `Tell, 3 May – …`."""
    if (line := DATELINE.match(text)) and date.start < line.end():
        return True
    head = _HEAD.match(text)
    if head is None or date.start >= head.end() or head[1].lower() in lists.stop:
        return False
    return not within(groups(text, language), 0, head.end())


def _is_held(date: Expression, text: str, lists: Facts) -> bool:
    """Whether it is the day of a meeting, or until which there is time."""
    led = text[: date.start + len(date.lead)]
    return date.precision == "day" and bool(lists.held.search(led))


def _is_denied(before: str, lists: Facts) -> bool:
    """Whether the clause so far says that something has not been: nothing happened then."""
    clause = _CLAUSE.split(before)[-1]
    return bool(re.search(lists.data["matter"]["negation"], clause))


def _is_name(date: Expression, text: str, lists: Facts) -> bool:
    """Whether the date belongs to the name of a thing: `the December 26 tsunami`."""
    after = _NAMED_AFTER.match(text, date.end)
    if not after or not lists.article.search(text, max(0, date.start - 4), date.end):
        return False
    return after[0].strip().lower() not in lists.stop


def _is_aside(before: str, text: str, language: str) -> bool:
    """Whether the date stands in an aside without a verb: `, built in 1936,`.

    Every second comma ends one: in `Vale, elected in May, resigned on Monday` the last verb is his.
    """
    aside = _ASIDE.search(before)
    if aside is None or before.count(", ", 0, aside.start()) % 2:
        return False
    verbs = within(groups(text, language), aside.start(), len(before))
    participle = verbs[:1] and verbs[0].start == aside.start(1) and verbs[0].is_weak
    few = len(aside[0].split()) <= _FEW and all(verb.is_weak for verb in verbs)
    return bool(participle) or few


def _counts(text: str, language: str, lists: Facts) -> bool:
    """Whether the sentence is about a number: a share, one that opens it, thousands of things."""
    lives = lists.people | {lists.data["differ"]["dead"]}
    measured = frozenset(lists.data["units"].values()) - lives
    return any(
        q.unit == "%"
        or q.start < _OPENING
        or ((q.is_named or q.unit in measured) and (q.vague or q.number >= _MANY))
        for q in quantities(text, language)
    )


def _verb_of(
    date: Expression, text: str, language: str, lists: Facts, *, ahead: bool
) -> Group | None:
    """The verb that the date goes with, where that is one of the sentence's own clauses."""
    found = groups(text, language)
    before = _verbs_only(within(found, 0, date.start + len(date.lead)))  # "has until"
    if lists.that.search(text, 0, date.start) and not _told_that(found, text, date, lists):
        return None
    if not before or (len(before) == 1 and before[0].is_infinitive):
        after = within(found, date.end, len(text))
        verb = next((group for group in after if not group.is_infinitive), None)
        perfect = verb is not None and text[verb.start :].startswith(lists.perfect)
        return verb if not perfect or date.lead in lists.since else None  # the date is a noun's
    last = before[-1]
    if last.is_infinitive:  # what was agreed to be done then, or agreed then to be done
        return last if ahead else None
    if len(before) == 1 or not is_finite(last, text):
        return last if is_finite(last, text) else None
    link, said = text[before[-2].end : last.start], text[before[-2].start : before[-2].end]
    if lists.say & set(_WORD.findall(said.lower())) or lists.that.match(link):
        return last
    joined = lists.joins.search(link)
    if lists.when.search(link) and not (before[-2].is_past and last.is_past):
        return None  # what is to come when something else expires
    if lists.when.search(link):
        return last
    if last.is_weak and "," not in link and not _takes(last, text, lists):
        return last if joined and _ADVERB.fullmatch(link, joined.end()) else None
    return last if joined or "," in link or ";" in link else None


def _told_that(found: Sequence[Group], text: str, date: Expression, lists: Facts) -> bool:
    """Whether a verb comes before `that`, as in what is told, not in `the deal that they made`."""
    that = lists.that.search(text, 0, date.start)
    return that is None or any(group.end <= that.start() for group in found)


def _takes(verb: Group, text: str, lists: Facts) -> bool:
    """Whether an object follows: `sailors detained at sea` has none."""
    after = _NAMED_AFTER.match(text, verb.end)
    return after is not None and after[0].strip().lower() in lists.objects


def _verbs_only(before: Sequence[Group]) -> tuple[Group, ...]:
    """Without nouns that look like verbs of the present where the last one is of the past."""
    if not before or before[-1].is_present:
        return tuple(before)
    return tuple(group for group in before if not group.is_present)


def _is_of_saying(verb: Group, text: str, lists: Facts, *, bound: bool) -> bool:
    """Whether the verb tells what was said, or what may be; not what must be by a day to come."""
    told = {word.lower() for word in _WORD.findall(text[verb.start : verb.end])}
    doubt = lists.doubt - lists.duty if bound else lists.doubt
    return bool(told & (lists.say | doubt))


def _is_state(verb: Group, text: str, lists: Facts) -> bool:
    """Whether the verb tells how things were, and no participle what was done."""
    after = _NAMED_AFTER.match(text, verb.end)
    done = after is not None and after[0].strip().lower() in lists.participles
    return text[verb.start : verb.end].lower() in lists.states and not done
