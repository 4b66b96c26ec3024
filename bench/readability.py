"""Whether extracts make sense alone, by rules that share nothing with the chooser.

Over every extract of every English set of the folder, all that `summarize` ranks in its 2,000
words, an antecedent read with its extract: `orphan` opens with a word that points back, `half` has
a quotation mark without its partner or is a quotation by nobody, `neighbour` is a fragment or has a
pronoun before anybody is named, `second` mentions again what the article introduced elsewhere ("a
new law", "the law"; a surname; an abbreviation), `adds` says that something went before ("also",
"another", "such", "both"), `speaks` has a first or second person outside quotation marks, but for
an article's opening. `faulty` are the extracts with any of these. `twice` are pairs of the first
ten of an item with ROUGE-1 F above .5, antecedents apart. All are counted, and apart the `sure`
ones, which a brief prints first: doubtful ones fill what is left of the pages. `--list` prints a
hundred of the sure ones at equal distances, to be read by eye, for rules see less.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.data import Item, read, tokens
from briefgen.model import Choice, Extract
from briefgen.summarize import summarize

COUNTED = ("extracts", "faulty", "orphan", "half", "neighbour", "second", "adds", "speaks", "twice")

_ORPHAN = re.compile(
    r"\W*(?:he|she|it|they|him|her|his|hers|its|their|theirs|them|this|that|these|those|such"
    r"|however|but|and|or|nor|so|yet|thus|hence|therefore|moreover|furthermore|also|instead"
    r"|meanwhile|otherwise|nevertheless|nonetheless|consequently|additionally|similarly|likewise"
    r"|afterwards?|then|another|others|the (?:latter|former|others?)|in (?:addition|contrast|turn)"
    r"|as a result|for (?:example|instance)|on the other hand|at the same time|after (?:that|this)"
    r")(?![\w'’-])"
    r"(?! (?:who|of|week|month|year|morning|evening|afternoon|weekend|summer|winter|far)\b)",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"\b(?:he|she|they|him|her|his|their|them)\b")
_NOUN = re.compile(
    r"(?<=[\w,;:\"“] )[A-Z]|\b(?:the|a|an|some|many|most|all|\d+|of|for) [a-z]+"
    r"|^\W*(?!(?:In|At|On|By|For|To|Late|Long|Maybe|There|Because|What|You|We|I|As|If)\b)"
    r"[A-ZÀ-Þ][\w’'-]+(?<!ly)(?<!ing)(?![\w’'-])"
)
_ENDED = re.compile(r"[.!?…][\"'”’»)\]]*(?: ?\[\w+\])*$")
_DOUBLE = '"“”„«»'


_STRAIGHT = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»")
_SPEAKS = re.compile(r"\b(?:I|I['’]\w+|[Ww]e|[Yy]ou|[Mm]y|[Oo]ur|[Yy]our|me|us|mine|ours|yours)\b")
_ADDS = re.compile(
    r"(?<!but )(?<!and )(?<!who )(?<!which )(?<!that )(?<!, )\balso\b(?! known)"
    r"|(?<!one )(?<!or )\banother\b|\btoo[.,]|\bas well[.,]|\bfor (?:example|instance)\b"
    r"|\bsuch (?!as\b|that\b|an?\b.* that\b|\w+ (?:as|that)\b)|\bboth (?!of which)(?!.*\band\b)"
    r"|(?<!and )\bothers\b|\bthe (?:latter|former)[ .,](?![A-Z])|\b(?:did|does|do) so\b"
    r"|\b(?:was|is|were|are) (?:higher|lower|worse|better|larger|smaller)[.,]",
)
_SENTENCE = re.compile(r"(?<=[a-z\d)\]][.!?])[\"”]? (?=[\"“A-Z])")
_THE = re.compile(
    r"\bthe (?!north|south|east|west|end|time|day|year|world|first|most|same|way|rest)([a-z]{3,})\b"
    r"(?! (?:of|that|who|which|where|when|for|to|between|by)\b)"
)
_NAME = re.compile(r"(?<![\w.’'-])([A-Z][a-zà-ÿ]{2,})(?=['’]s\b|[^\w’'-])")
_SMALL = (
    r"The|In|On|At|For|By|From|With|After|Before|While|Since|When|If|As|And|But|Or|Of|To|This"
    r"|That|These|Those|A|An|It|He|She|They|His|Her|Their|Its|Mr|Mrs|Ms|Monday|Tuesday"
    r"|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July"
    r"|August|September|October|November|December|North|South|East|West|New|Great|Northern"
    r"|Southern|Eastern|Western|United|Former|Prime|President|Minister|According|During"
    r"|Although|Both|Some|Many|Most|All"
)
_IS_SMALL = re.compile(_SMALL)
_ABBREVIATED = re.compile(r"\(([A-Z]{2,6})\)")
_KNOWN = re.compile("UN|US|UK|EU|USA|NATO|NASA|IMF|WHO|FBI|CIA|BBC|CNN|TV|USD|HIV|AIDS|DNA")
_CAPTION = re.compile(r"\((?:left|right|top|bottom|pictured)\)|^(?:Photo|Image|Portrait)\b")


@dataclass(frozen=True, slots=True)
class Read:
    """An extract as a reader sees it, and what stands before it in its article."""

    text: str
    earlier: str = ""


def printed(extract: Extract) -> str:
    """Return what the reader sees, the antecedent first."""
    return f"{extract.before.text} {extract.text}" if extract.before else extract.text


def seen(item: Item, extract: Extract) -> Read:
    """Return the extract with the sentences of its article that stand before it."""
    source = next(source for source in item.sources if source.id == extract.source)
    whole = [source.text_of(s) for s in source.sentences if s.start < extract.start]
    return Read(printed(extract), " ".join(text for text in whole if _ENDED.search(text)))


def faults(read: Read) -> Iterator[str]:
    """Name what is wrong with an extract."""
    text = read.text
    if _ORPHAN.match(text):
        yield "orphan"
    if _is_half(text):
        yield "half"
    if _leans(text) or _CAPTION.search(text):
        yield "neighbour"
    if read.earlier and any(_again(read)):
        yield "second"
    if read.earlier and _ADDS.search(_SENTENCE.split(_told(text))[0]):
        yield "adds"
    if read.earlier and _SPEAKS.search(_told(text)):
        yield "speaks"


def _told(text: str) -> str:
    """The text without what stands in quotation marks."""
    return _STRAIGHT.sub("", text)


def _again(read: Read) -> Iterator[str]:
    """The nouns, names and abbreviations that the article introduced before, elsewhere."""
    text, earlier = read.text, read.earlier
    for match in _THE.finditer(_told(text)):
        new = rf"\b(?:an?|new|several|some|\d+) (?:[a-z-]+ ){{0,2}}{match[1]}\b"
        if re.search(new, earlier) and len(re.findall(rf"\b{match[1]}", text)) < 2:
            yield match[1]
    for match in _NAME.finditer(text):
        name, before = match[1], text[: match.start()].split()[-1:]
        alone = not before or _IS_SMALL.fullmatch(before[0]) or not before[0][:1].isupper()
        whole = re.compile(rf"\b(?!(?:{_SMALL})\b)[A-ZÀ-Þ][\w.’-]+ {name}\b(?! [A-Z])")
        if alone and not _IS_SMALL.fullmatch(name) and not whole.search(text):
            first = re.search(rf"\b{name}\b", earlier)
            full = whole.search(earlier)
            if first and full and full.end() <= first.end():
                yield name
    for short in sorted(set(_ABBREVIATED.findall(earlier))):
        if (
            not _KNOWN.fullmatch(short)
            and re.search(rf"\b{short}\b", text)
            and f"({short})" not in text
        ):
            yield short


def _is_half(text: str) -> bool:
    if (
        text.count('"') % 2
        or text.count("“") != text.count("”")
        or text.count("«") != text.count("»")
    ):
        return True
    marks = [char for char in text if char in _DOUBLE]
    return len(marks) == 2 and text[0] in _DOUBLE and text.rstrip(".!?")[-1] in _DOUBLE


def _leans(text: str) -> bool:
    found = _PRONOUN.search(text)
    named = _NOUN.search(text)
    unmet = bool(found and (named is None or named.start() > found.start()))
    return unmet or not _ENDED.search(text) or text[:1].islower()


def rouge1(a: str, b: str) -> float:
    """Return the F of the words that both have."""
    one, two = Counter(tokens(a)), Counter(tokens(b))
    return 2 * (one & two).total() / max(one.total() + two.total(), 1)


def choices(items: Iterable[Item]) -> list[tuple[Item, tuple[Choice, ...]]]:
    """Return what is ranked of every English item."""
    english = (item for item in items if item.sources[0].language == "en")
    return [(item, summarize(item.sources).ranked) for item in english]


def measure(items: Iterable[Item]) -> dict[str, dict[str, int]]:
    """Count the extracts and their faults, of all that is ranked and of the sure ones."""
    found = choices(items)
    return {
        "ranked": _count((item, [c.extract for c in ranked]) for item, ranked in found),
        "sure": _count((item, [c.extract for c in ranked if c.alone]) for item, ranked in found),
    }


def _count(read: Iterable[tuple[Item, list[Extract]]]) -> dict[str, int]:
    counts: Counter[str] = Counter(dict.fromkeys(COUNTED, 0))
    for item, ranked in read:
        counts["extracts"] += len(ranked)
        found = [tuple(faults(seen(item, extract))) for extract in ranked]
        counts.update(fault for wrong in found for fault in wrong)
        counts["faulty"] += sum(map(bool, found))
        best = [extract.text for extract in ranked[:10]]
        counts["twice"] += sum(rouge1(a, b) > 0.5 for i, a in enumerate(best) for b in best[:i])
    return dict(counts)


def table(found: dict[str, dict[str, int]]) -> str:
    """Write the counts as Markdown, a line for each of what is counted."""
    lines = ["| of | " + " | ".join(COUNTED) + " |", "|---" * (len(COUNTED) + 1) + "|"]
    for name, counts in found.items():
        lines.append(f"| {name} | " + " | ".join(f"{counts[n]:,}" for n in COUNTED) + " |")
    return "\n".join([*lines, ""])


def main() -> None:
    """Print the counts, as a table or JSON, or extracts to read."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--list", action="store_true", dest="listed")
    parser.add_argument("--faults", action="store_true", help="print the extracts found at fault")
    parser.add_argument("--ranked", action="store_true", help="print of all, not of the sure ones")
    options = parser.parse_args()
    items = read(options.data)
    if options.listed or options.faults:
        reads = [
            seen(item, choice.extract)
            for item, ranked in choices(items)
            for choice in ranked
            if choice.alone or options.ranked
        ]
        texts = [read.text for read in reads]
        wrong = [f"{', '.join(told)}: {r.text}" for r in reads if (told := tuple(faults(r)))]
        chosen = texts[:: max(len(texts) // 100, 1)][:100] if options.listed else wrong
        print("\n".join(f"{i}. {text}" for i, text in enumerate(chosen, 1)))
    elif options.json:
        print(json.dumps(measure(items), indent=1))
    else:
        print(table(measure(items)))


if __name__ == "__main__":
    main()
