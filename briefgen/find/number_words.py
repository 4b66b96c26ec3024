"""Numbers written in words: `two dozen`, `half a million`, `three-quarters of`, `one in five`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import product
from typing import Any

_DIGITS = r"\d+(?:[.,]\d+)?"
_PERCENT = 100


@dataclass(frozen=True, slots=True)
class Share:
    """`text[start:end]` names a part of a whole, from `low` to `percent`, in per cent."""

    start: int
    end: int
    percent: float
    low: float


@dataclass(frozen=True, slots=True)
class Numerals:
    """The number words of a language; the strings are patterns.

    `words` values the words, `times` those that multiply what stands before them; `span` joins two
    numbers to one span, `between_and` does after `between`; `vague` stands for thousands of things.
    """

    pattern: str
    vague: str
    words: Mapping[str, float]
    times: Mapping[str, int]
    halves: frozenset[str]
    known: re.Pattern[str]
    shares: tuple[re.Pattern[str], ...]
    lower: re.Pattern[str]
    fractions: Mapping[str, int]
    span: str
    between: str
    between_and: str
    and_half: str
    not_span: re.Pattern[str]
    time: Mapping[str, str]

    def value(self, written: str) -> float:
        """The number that the words mean: 0 where there is none among them."""
        total = current = 0.0
        scale = 1
        for word in self.known.findall(written.lower()):
            if (times := self.times.get(word, 0)) >= 1000:
                total, current, scale = total + (current or 1) * times, 0, times
            elif times:
                current = (current or 1) * times
            elif word in self.halves and not current and total:  # un million et demi
                current = scale / 2
            else:
                current += float(word) if word[0].isdigit() else self.words[word]
        return total + current

    def parts(self, text: str) -> Iterator[Share]:
        """The shares of a whole that a text names in words."""
        for pattern in self.shares:
            for match in pattern.finditer(text):
                found = match.groupdict()
                part = self.value(found.get("part") or "") or 1
                whole = self.value(found.get("of") or "")
                whole = whole or self.fractions.get((found.get("whole") or "").lower(), 0)
                if part < whole:
                    yield self._spanning(match, text, _PERCENT * part / whole)

    def _spanning(self, match: re.Match[str], text: str, percent: float) -> Share:
        """From the lower end, where the share is the upper one: between a quarter and a third."""
        before = self.lower.search(text, 0, match.start())
        whole = self.fractions.get(before["whole"].lower(), 0) if before else 0
        low = _PERCENT * (self.value(before["part"]) or 1) / whole if before and whole else percent
        start = before.start() if before and low < percent else match.start()
        return Share(start, match.end(), percent, min(low, percent))


@cache
def numerals(language: str, scales: tuple[tuple[str, int], ...]) -> Numerals:
    """The number words of the language, with its thousands and millions as powers of ten."""
    path = files("briefgen.find").joinpath("data", f"numbers-{language}.toml")
    data = tomllib.loads(path.read_text("utf-8"))
    words = _words(data)
    times = {word.lower(): 10**power for word, power in scales}
    groups = {word.lower(): value for word, value in data["groups"].items()}
    times |= groups | {f"{word}s": value for word, value in groups.items()}
    times |= dict.fromkeys(data["hundred"].split(), 100)
    number = rf"(?:{_any(words)}|{_DIGITS})"
    known = _any([*words, *times])
    return Numerals(
        pattern=_pattern(data, words, _any(word for word, _ in scales)),
        vague=data["vague"],
        words=words,
        times=times,
        halves=frozenset(data["halves"].split()),
        known=re.compile(rf"(?<![^\W_])(?:{known})(?![^\W_])|\d+"),
        lower=_lower(number, data),
        shares=tuple(_share(form, number, data) for form in data["shares"]),
        fractions={word.lower(): value for word, value in data["fractions"].items()},
        span=data["span"],
        between=data["between"],
        between_and=data["between_and"],
        and_half=data["and_half"],
        not_span=re.compile(data["not_span"]),
        time=data["time"],
    )


def _words(data: Mapping[str, Any]) -> dict[str, float]:
    """The words below a hundred, and what adds a half."""
    ones = {word: float(i) for i, word in enumerate(data["ones"].split(), 1)}
    tens = {word: 10.0 * i for i, word in enumerate(data["tens"].split(), 2) if word != "-"}
    found = ones | tens | dict.fromkeys(data["halves"].split(), 0.5)
    if glue := data["glued"]:
        small = [word for word in ones if ones[word] < 10]
        found |= {f"{o}{glue}{t}": ones[o] + tens[t] for o, t in product(small, tens)}
        found |= {f"{o}einhalb": ones[o] + 0.5 for o in ones}
        found |= {f"{o}hundert": ones[o] * 100 for o in small}
    return found


def _pattern(data: Mapping[str, Any], words: Mapping[str, float], scale: str) -> str:
    """Any number in words; an article counts only before hundreds, dozens and millions."""
    halves = data["halves"].split()
    plain = _any(word for word in words if word not in halves)
    tens = _any(word for word in data["tens"].split() if word != "-")
    small = rf"(?:(?:{tens}){data['join']}(?:{plain})|{plain})"
    hundreds = rf"(?:(?:(?:{small}|{data['article']})[ -])?(?:{_any(data['hundred'].split())})"
    hundreds += rf"(?:(?: and| et)?[ -]{small})?|{small})"
    group = rf"(?:(?:{small}|{data['article']}|{data['half']})[ -])(?:{_any(data['groups'])})s?"
    many = rf"(?:{hundreds}(?:{data['and_half']})?|{data['article']}|{data['half']})[ -]"
    many += rf"(?:{scale})(?:{data['and_half']})?"
    return rf"(?:{many}|{group}|{hundreds}(?:{data['and_half']})?)"


def _share(form: str, number: str, data: Mapping[str, Any]) -> re.Pattern[str]:
    filled = form.replace("{n}", number).replace("{d}", _any(data["fractions"]))
    return re.compile(rf"(?<![\w.,/’'-])(?:(?i:{filled}))")


def _lower(number: str, data: Mapping[str, Any]) -> re.Pattern[str]:
    """The lower end of a span of shares, right before the upper one."""
    lower = rf"(?P<part>{number}|{data['article']})[ -](?P<whole>{_any(data['fractions'])})"
    return re.compile(rf"(?i:{data['between']}{lower}{data['between_and']})$")


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))
