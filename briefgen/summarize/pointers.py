"""Words that point at another sentence: connectives, demonstratives, additions, comparisons."""

from __future__ import annotations

from itertools import pairwise

from briefgen.summarize.rules import Rules, begins, occurrences
from briefgen.summarize.substitutes import points_to_object, stands_for_noun
from briefgen.summarize.tokens import Tokens, bare, insides, is_verb, named


def _opens_pointing(tokens: Tokens, rules: Rules) -> bool:
    low = tokens.low
    if low[0] in rules.interjections:
        return True
    article = low[0] in rules.articles and tokens.raw[1][:1].isupper()  # "Das Klavier"
    free = article or bare(low[1]) in rules.demonstrative_free
    if low[0] in rules.demonstratives and not free:
        return True
    if begins(low, rules.heads):
        return True
    length = begins(low, rules.sequencers)
    if length and low[length] in ",:;—–-":
        return True
    return _counts_only(low, rules)


def _counts_only(low: list[str], rules: Rules) -> bool:
    """Tell "Some say" and "About 85 percent were": a number of what isn't there."""
    i = 0
    while i < len(low) - 1 and (low[i] in rules.counters or low[i][0].isdigit()):
        i += 1
    if not i and low[0] in rules.quantifiers:
        i = 1
    counted = any(_is_number(word, rules) for word in low[:i])
    return counted and is_verb(low[i], rules)


def _is_number(word: str, rules: Rules) -> bool:
    return word in rules.many or word in rules.quantifiers or word[0].isdigit()


def _connects(tokens: Tokens, rules: Rules) -> bool:
    low = tokens.low
    return _opens_on_connective(low, rules) or any(
        i and _beside_comma(low, i, length) for i, length in occurrences(low, rules.inner)
    )


def _opens_on_connective(low: list[str], rules: Rules) -> bool:
    length = begins(low, rules.connectives)
    after = low[min(length, len(low) - 1)]
    return length > 0 and after not in rules.connective_free.get(low[0], ())


def _beside_comma(low: list[str], i: int, length: int) -> bool:
    return low[i - 1] == "," or low[min(i + length, len(low) - 1)] == ","


def _adds(tokens: Tokens, rules: Rules) -> bool:
    """Words that say anywhere that something went before, as "also" does, unless led to by some.

    "A week earlier" is earlier than the day that the sentence names.
    """
    low = tokens.low
    if not rules.echoing.isdisjoint(low) and any(
        one in rules.echoing and is_verb(two, rules) for one, two in pairwise(low)
    ):
        return True
    dated = not rules.calendar.isdisjoint(low)
    for i, length in occurrences(low, rules.additions):
        counted = dated and low[i] in rules.measured and low[i - 1] in rules.times
        led = low[i - 1] in rules.addition_free or _is_ahead(low, i, rules)
        if i and not counted and not led:
            after = low[min(i + length, len(low) - 1)]
            if after not in rules.addition_followed:
                return True
    return False


def _is_ahead(low: list[str], i: int, rules: Rules) -> bool:
    """Tell "over the next five years" and "the next election", which come after today."""
    if low[min(i + 1, len(low) - 1)] not in rules.coming:
        return False
    after = low[i + 2 : i + 4]
    spans = low[i - 1] in rules.spanning and not rules.times.isdisjoint(after)
    return spans or not rules.ahead.isdisjoint(after[:1])


def _points_there(tokens: Tokens, rules: Rules) -> bool:
    """A place or a thing pointed at: "there" that is no "there is", "that" before a stop.

    Whoever is quoted with "here" means where he speaks.
    """
    low = tokens.low
    if rules.places.isdisjoint(low) and rules.doubtful.isdisjoint(low):
        return False
    inside = insides(tokens)
    for i, word in enumerate(low[:-1]):
        away = word in rules.places and not (inside[i] and word in rules.near)
        if away and not (rules.existing & set(low[i + 1 : i + 3])):
            return True
        if (
            i
            and word in rules.doubtful
            and (low[i + 1] in rules.splits or {*low[i + 1 : i + 3]} & set(".,;:!)"))
        ):
            return True
    return False


def _compares(tokens: Tokens, rules: Rules) -> bool:
    """A comparison with what isn't there: "was higher" without "than", "the same", "such a"."""
    low = tokens.low
    if rules.alike.isdisjoint(low) and rules.comparatives.isdisjoint(low):
        return False
    for i, word in enumerate(low[:-1]):
        if word in rules.alike and not _is_likened(low, i, rules):
            return True
        closes = low[i + 1] in rules.closing
        if closes and word in rules.comparatives and not rules.compared & set(low):
            return True
    return False


def _is_likened(low: list[str], i: int, rules: Rules) -> bool:
    """Tell "the same as", and "the same month of 2003" or "last year"."""
    near = low[i + 1 : i + 8]
    dated = not rules.agos.isdisjoint(near) or any(map(_is_year, near))
    return (dated and low[i] in rules.identical) or not rules.likened.isdisjoint(near)


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit()


def _only_exists(tokens: Tokens, rules: Rules) -> bool:
    """Tell "There are many beaches" with no name to say where."""
    low = tokens.low
    exists = not rules.places.isdisjoint(low) and any(
        word in rules.places and after in rules.existing for word, after in pairwise(low)
    )
    return exists and not named(tokens, rules)


def _points_inside(tokens: Tokens, rules: Rules) -> bool:
    """A demonstrative further on, outside quotations: "to solve this problem", "at that time"."""
    low = tokens.low
    return not rules.inner_demonstratives.isdisjoint(low) and any(
        word in rules.inner_demonstratives and not inside and _demonstrates(low, i, rules)
        for i, (word, inside) in enumerate(zip(low[:-1], insides(tokens), strict=False))
    )


def _demonstrates(low: list[str], i: int, rules: Rules) -> bool:
    """Whether the word there points; a doubtful one does after a preposition."""
    sure = low[i] not in rules.doubtful or (i > 0 and low[i - 1] in rules.introductions)
    after = bare(low[i + 1])
    led = low[i + 1] in rules.stops and low[i] not in rules.inner_led and bool(rules.inner_led)
    return sure and (after not in rules.inner_free or led)


def takes_several(tokens: Tokens, rules: Rules) -> bool:
    """Tell "both" without "and", and "the two countries", where there are not two names."""
    low = tokens.low
    if rules.paired.isdisjoint(low) and rules.several.isdisjoint(low):
        return False
    names = named(tokens, rules)
    return any(
        (_is_half(low, i, rules) and sum(name < i for name in names) < 2)
        or (len(names) < 2 and _is_counted(low, i, rules))
        for i in range(len(low) - 2)
    )


def _is_half(low: list[str], i: int, rules: Rules) -> bool:
    """Tell "either bidder" with no "or" behind it."""
    if low[i] not in rules.paired:
        return False
    end = next((k for k in range(i + 2, len(low)) if is_verb(low[k], rules)), len(low))
    needed = rules.paired_by.get(low[i], rules.pairs)
    return needed.isdisjoint(low[i + 1 : min(end, i + 10)])


def _is_counted(low: list[str], i: int, rules: Rules) -> bool:
    """Tell "the two countries", but not "the two years"."""
    return (
        low[i] in rules.articles and low[i + 1] in rules.several and low[i + 2] not in rules.times
    )


def opens_pointing(tokens: Tokens, rules: Rules) -> bool:
    """Tell what opens with a connective or points at what went before with its first words."""
    return _opens_pointing(tokens, rules) or _opens_on_connective(tokens.low, rules)


_TESTS = (
    _opens_pointing,
    _connects,
    _points_inside,
    points_to_object,
    stands_for_noun,
    _adds,
    _points_there,
    _compares,
    _only_exists,
)


def points(tokens: Tokens, rules: Rules) -> bool:
    """Tell whether anything in the sentence points out of it, pronouns apart."""
    return any(test(tokens, rules) for test in _TESTS)
