"""How far quotation marks hold: plain, quoted or damaged, sentence by sentence; or asked.

Marks pair within a paragraph. A paragraph that carries a quotation on without marks of its own is
known by its first person, in an article that has no such narrator; precision before recall. What
an interviewer says before his question is asked.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import accumulate, groupby

from briefgen.model import Paragraph, Sentence, State
from briefgen.text.lexicon import lexicon
from briefgen.text.quotation import MARKS, Marked, marked

_ANY_MARK = re.compile(f"[{MARKS}‘‚]|(?<!\\w)'")
_NOTHING = Marked()
_TAIL = re.compile(r"[\s.,;:!?…)\]]*$")
_NEVER = re.compile(r"(?!)")
_NARRATOR_SHARE = 10
_QUESTION_MARKS = ("?", "؟", "？")
_LABEL = re.compile(r"(\w+)\s?:\s")
_FEWEST_QUESTIONS, _QUESTION_SHARE = 3, 0.25
_SPACES_OF_SPEECH = 3


@dataclass(frozen=True, slots=True)
class _Context:
    """A body paragraph, its marks, and what they tell of a quotation that goes on."""

    text: str
    marks: Marked

    @property
    def opens(self) -> bool:
        """Whether its first sign is an opening mark."""
        return any(quotation.start == 0 for quotation in self.marks.quotations)

    @property
    def speaks(self) -> bool:
        """Whether somebody is quoted at some length: a word in quotation marks is no speech."""
        return any(
            not q.paired or self.text.count(" ", q.start, q.end) >= _SPACES_OF_SPEECH
            for q in self.marks.quotations
        )

    @property
    def open_at_end(self) -> bool:
        """Whether an unclosed quotation reaches its end."""
        return any(not q.paired and q.end == len(self.text) for q in self.marks.quotations)


def states(
    text: str, paragraphs: Sequence[Paragraph], spans: Iterable[Sentence], language: str
) -> tuple[Sentence, ...]:
    """Return the sentences with their state."""
    contexts = _contexts(text, paragraphs)
    carried = _carried(contexts, language)
    done: list[Sentence] = []
    for number, group in groupby(spans, key=lambda span: span.paragraph):
        context = contexts[number]
        if number in carried:
            done += (replace(span, state="quoted") for span in group)
        elif context.marks is _NOTHING:
            done += group
        else:
            edges = _Edges.of(context, chained=_goes_on(context, contexts.get(number + 1)))
            start = paragraphs[number - 1].start
            done += (
                replace(span, state=edges.state(span.start - start, span.end - start))
                for span in group
            )
    asked = _asked(contexts, language)
    return tuple(_ahead(text, span) if span.paragraph in asked else span for span in done)


def _contexts(text: str, paragraphs: Sequence[Paragraph]) -> dict[int, _Context]:
    """The body paragraphs under their numbers."""
    contexts = {}
    for number, paragraph in enumerate(paragraphs, 1):
        if paragraph.kind == "body":
            body = text[paragraph.start : paragraph.end]
            contexts[number] = _Context(body, marked(body) if _ANY_MARK.search(body) else _NOTHING)
    return contexts


def _goes_on(context: _Context, following: _Context | None) -> bool:
    """Whether the quotation is left open because the next paragraph opens it again."""
    return following is not None and following.opens and context.open_at_end


@dataclass(frozen=True, slots=True)
class _Edges:
    """The quotations of a paragraph, ready to be asked about one sentence after the other."""

    text: str
    starts: tuple[int, ...]
    reach: tuple[int, ...]
    whole: dict[int, int]
    lonely: tuple[int, ...]

    @classmethod
    def of(cls, context: _Context, *, chained: bool) -> _Edges:
        quotations = context.marks.quotations
        excused = {q.start for q in quotations if chained and not q.paired} & {
            q.start for q in quotations if q.end == len(context.text)
        }
        return cls(
            context.text,
            tuple(q.start for q in quotations),
            tuple(accumulate((q.end for q in quotations), max)),
            {q.start: q.end for q in reversed(quotations)},
            tuple(at for at in context.marks.lonely if at not in excused),
        )

    def state(self, start: int, end: int) -> State:
        """The state of the sentence `text[start:end]`."""
        if bisect_left(self.lonely, start) < bisect_left(self.lonely, end):
            return "damaged"
        crossed = self._holds(start) or self._holds(end)
        return "quoted" if crossed or self._all(start, end) else "plain"

    def _holds(self, edge: int) -> bool:
        """Whether a quotation that began before the edge reaches over it."""
        before = bisect_left(self.starts, edge)
        return before > 0 and self.reach[before - 1] >= edge

    def _all(self, start: int, end: int) -> bool:
        """Whether the sentence is one quotation from its first sign to its last."""
        close = self.whole.get(start)
        return close is not None and bool(_TAIL.match(self.text, close + 1, end))


# ── questions of an interview ────────────────────────────────────────────────────────────────────


def _asked(contexts: dict[int, _Context], language: str) -> frozenset[int]:
    """The paragraphs that are an interviewer's, where so many ask that it is an interview."""
    labels = {number: _label(context.text) for number, context in contexts.items()}
    labelled = {number for number, label in labels.items() if label in lexicon(language).asks}
    asking = labelled or {
        number
        for number, context in contexts.items()
        if context.text.endswith(_QUESTION_MARKS) and not labels[number]
    }
    fewest = max(_FEWEST_QUESTIONS, _QUESTION_SHARE * len(contexts))
    interview = len(labelled) > 1 or len(asking) >= fewest
    return frozenset(asking) if interview else frozenset()


def _label(paragraph: str) -> str:
    """The word before a colon that the paragraph opens with: "q" of "Q: Are they?"."""
    match = _LABEL.match(paragraph)
    return match[1].lower() if match else ""


def _ahead(text: str, span: Sentence) -> Sentence:
    """The sentence, as asked where it is a statement by its marks."""
    states = span.state == "plain" and not text.endswith(_QUESTION_MARKS, span.start, span.end)
    return replace(span, state="asked") if states else span


# ── paragraphs in the middle of a quotation that bear no marks ───────────────────────────────────


def _carried(contexts: dict[int, _Context], language: str) -> frozenset[int]:
    """The paragraphs without marks that carry on the quotation of the one before."""
    first, told = first_person(language), _speech(language)
    speaking = {
        number: bool(first.search(context.text)) and not told.search(context.text)
        for number, context in contexts.items()
        if context.marks is _NOTHING
    }
    carried: set[int] = set()
    for number, speaks in speaking.items():
        before = contexts.get(number - 1)
        if speaks and before and (before.speaks or number - 1 in carried):
            carried.add(number)
    narrated = sum(speaks for number, speaks in speaking.items() if number not in carried)
    return frozenset() if narrated * _NARRATOR_SHARE > len(contexts) else frozenset(carried)


@cache
def first_person(language: str) -> re.Pattern[str]:
    """Return the pattern of the words in which somebody speaks of himself."""
    return _any_of(lexicon(language).first_person)


@cache
def _speech(language: str) -> re.Pattern[str]:
    return _any_of(lexicon(language).speech)


def _any_of(words: frozenset[str]) -> re.Pattern[str]:
    """A pattern for whole words, small or with a capital.

    Not `US` for `us`, nor `War I`, nor the French lawyer's `Me Ponthieu`.
    """
    forms = sorted(words | {word[:1].upper() + word[1:] for word in words})
    pattern = "|".join(re.escape(form).replace("'", "['’]") for form in forms)
    return re.compile(rf"(?<!\w)(?<!War )(?!Me [A-ZÀ-Þ])(?:{pattern})(?!\w)") if words else _NEVER
