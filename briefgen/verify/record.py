"""brief.json against the texts, and the texts against their checksums."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence

from briefgen.model import Also, Bar, Brief, Entry, Extract
from briefgen.verify.verdict import Finding
from briefgen.verify.words import around, begins_in, shown, spaced

Texts = Mapping[str, str]

_DIGITS = re.compile(r"\d(?:[\d.,\s]*\d)?")


def check_extracts(brief: Brief) -> Iterator[Finding]:
    """Each extract, antecedent and parallel stands in its source, at its place."""
    texts = {text.source: text.text for text in brief.texts}
    for path, extract in brief.extracts():
        yield from _span(path, extract, texts)
        for i, also in enumerate(extract.also):
            yield from _span(f"{path}.also[{i}]", also, texts)
        yield from _written(path, extract)


def _written(path: str, extract: Extract) -> Iterator[Finding]:
    """What is explained beside an extract stands in it."""
    days = [day.as_written for day in extract.days]
    names = [name.as_written for name in extract.names]
    for field, words in (("days", days), ("names", names)):
        for i, as_written in enumerate(words):
            if as_written not in extract.text:
                yield _word(f"{path}.{field}[{i}].as_written", as_written, extract.source)


def count(brief: Brief) -> tuple[int, int]:
    """How many extracts with their antecedents, and how many parallels, the brief holds."""
    found = [extract for _, extract in brief.extracts()]
    return len(found), sum(len(extract.also) for extract in found)


def _span(path: str, span: Extract | Also, texts: Texts) -> Iterator[Finding]:
    text = texts.get(span.source)
    if text is None:
        yield Finding(path, "unknown-source", f"cites {span.source}, which the brief has not.")
    elif not (0 <= span.start < span.end <= len(text) and text[span.start : span.end] == span.text):
        yield _misplaced(path, span, texts)
    elif "\n\n" in span.text:
        yield Finding(path, "paragraph", f"{shown(span.text)} runs over two paragraphs.")
    elif (number := text.count("\n\n", 0, span.start) + 1) != span.paragraph:
        told = f"{shown(span.text)} stands in {span.source} ¶{number}, not ¶{span.paragraph}."
        yield Finding(path, "paragraph", told)


def _misplaced(path: str, span: Extract | Also, texts: Texts) -> Finding:
    """An extract that its offsets do not lead to: it is elsewhere, or nowhere."""
    if not span.text:
        return Finding(path, "in-no-source", "is empty.")
    at = texts[span.source].find(span.text)
    if at >= 0:
        told = f"stands in {span.source} at {at}, not at {span.start} to {span.end}."
        return Finding(path, "offset", f"{shown(span.text)} {told}")
    others = [source for source, text in texts.items() if span.text in text]
    if others:
        told = f"is not in {span.source}; it is in {', '.join(others)}."
        return Finding(path, "in-another-source", f"{shown(span.text)} {told}")
    there = texts[span.source][max(0, span.start) : max(0, span.end)]
    told = f"; at its place {span.source} reads {around(there, span.text)}" if there else ""
    return Finding(path, "in-no-source", f"{around(span.text, there)} is in no source{told}.")


def check_words(brief: Brief) -> Iterator[Finding]:
    """What the brief says a source wrote, the source wrote: headlines, roles, cues, figures."""
    texts = {text.source: spaced(text.text) for text in brief.texts}
    everything = "\n".join(texts.values())
    for path, words, source in _claims(brief):
        text = texts.get(source or "", everything)
        if words is not None and not begins_in(spaced(words), text):
            yield _word(path, words, source)
    folded = everything.casefold()
    for path, name in _names(brief):
        if name is not None and not begins_in(spaced(name).casefold(), folded):
            yield _word(path, name, None)
    yield from _headlines(brief, texts)
    yield from _bars(brief)
    yield from _spoken(brief)


def _claims(brief: Brief) -> Iterator[tuple[str, str | None, str | None]]:
    """Path, words, and the source that wrote them; a role may be from any of the sources."""
    for i, said in enumerate(brief.positions):
        yield f"positions[{i}].role", said.role, None
        yield f"positions[{i}].cue", said.cue, said.quote.source
    for i, person in enumerate(brief.people):
        yield f"people[{i}].role", person.role, None
    for i, event in enumerate(brief.timeline):
        yield f"timeline[{i}].as_written", event.as_written, event.event.source
    for i, figure in enumerate(brief.figures):
        yield f"figures[{i}].value", figure.value, figure.context.source
    for path, extract in brief.extracts():
        for i, name in enumerate(extract.names):
            yield f"{path}.names[{i}].role", name.role, None


def _names(brief: Brief) -> Iterator[tuple[str, str | None]]:
    for i, said in enumerate(brief.positions):
        yield f"positions[{i}].speaker", said.speaker
    for i, person in enumerate(brief.people):
        yield f"people[{i}].name", person.name
    for path, extract in brief.extracts():
        for i, name in enumerate(extract.names):
            yield f"{path}.names[{i}].name", name.name


def _headlines(brief: Brief, texts: Texts) -> Iterator[Finding]:
    """A headline stands in its source's text, or is the title its file gave apart from it."""
    titles = {entry.id: spaced(entry.title or "") for entry in brief.sources}
    for i, story in enumerate(brief.stories):
        if story.headline is None:
            continue
        source, headline = story.headline_source or "", spaced(story.headline)
        if headline not in texts.get(source, "") and headline != titles.get(source):
            yield _word(f"stories[{i}].headline", story.headline, source or None)


def _bars(brief: Brief) -> Iterator[Finding]:
    """A bar's label and figure stand in its own extract, and it measures what the figure says.

    The day of a report is the one on which its source was published.
    """
    published = {entry.id: entry.published for entry in brief.sources}
    for i, chart in enumerate(brief.charts):
        for k, bar in enumerate(chart.bars):
            path, text = f"charts[{i}].bars[{k}]", spaced(bar.extract.text)
            for name, words in (("label", bar.label), ("as_written", bar.as_written)):
                if words is not None and not begins_in(spaced(words), text):
                    yield Finding(
                        f"{path}.{name}", "altered", f"{shown(words)} is not in {shown(text)}."
                    )
            if bar.date is not None and bar.date != published.get(bar.extract.source):
                told = f"{bar.extract.source} is not of {shown(bar.date)}."
                yield Finding(f"{path}.date", "altered", told)
            if not _measures(bar):
                told = f"{shown(bar.value)} is not what {shown(bar.as_written)} says."
                yield Finding(f"{path}.value", "altered", told)


def _measures(bar: Bar) -> bool:
    """Whether value and figure have the same digits, but for noughts; one in words has none."""
    try:
        value = float(bar.value)
    except ValueError:
        return False
    written = [digits for digits in map(_telling, _DIGITS.findall(bar.as_written)) if digits]
    return value > 0 and (not written or _telling(bar.value) in written)


def _telling(number: str) -> str:
    """The digits without separators and without the noughts at either end."""
    return re.sub(r"\D", "", number).strip("0")


def _spoken(brief: Brief) -> Iterator[Finding]:
    for i, said in enumerate(brief.positions):
        for start, end in said.spoken:
            if not said.quote.start <= start < end <= said.quote.end:
                yield Finding(
                    f"positions[{i}].spoken", "offset", f"{start} to {end} is not in the quotation."
                )


def _word(path: str, words: str, source: str | None) -> Finding:
    return Finding(path, "in-no-source", f"{shown(words)} is not in {source or 'any source'}.")


def check_texts(brief: Brief, attached: Sequence[tuple[str, bytes]]) -> Iterator[Finding]:
    """The texts in brief.json are the attached ones, and each bears its source's checksum."""
    texts = {text.source: text.text.encode() for text in brief.texts}
    files = dict(attached)
    for source in dict.fromkeys([*texts, *files]):
        path = f"texts.{source}"
        if source not in files:
            yield Finding(path, "not-attached", f"the PDF does not carry {source}.txt.")
        elif source not in texts:
            yield Finding(path, "unknown-text", f"{source}.txt is in the PDF, not in brief.json.")
        elif texts[source] != files[source]:
            yield _differs(path, texts[source], files[source])
    for i, entry in enumerate(brief.sources):
        yield from _entry(f"sources[{i}]", entry, files.get(entry.id, texts.get(entry.id)))
    for source in sorted(texts.keys() - {entry.id for entry in brief.sources}):
        yield Finding(f"texts.{source}", "unknown-text", f"{source} is not among the sources.")


def _differs(path: str, written: bytes, attached: bytes) -> Finding:
    ours, theirs = written.decode(), attached.decode(errors="replace")
    told = f"{path[6:]}.txt reads {around(theirs, ours)}; brief.json has {around(ours, theirs)}."
    return Finding(path, "text-differs", told)


def _entry(path: str, entry: Entry, text: bytes | None) -> Iterator[Finding]:
    if text is None:
        if entry.status != "unread":
            yield Finding(path, "no-text", f"{entry.id} was read, but the brief has no text of it.")
    elif hashlib.sha256(text).hexdigest() != entry.sha256:
        told = f"the text of {entry.id} does not have the checksum {entry.sha256[:12]}…."
        yield Finding(path, "checksum", told)
