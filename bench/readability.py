"""Whether extracts make sense alone, by rules that share nothing with the chooser.

Over every extract of every English set of the folder, all that `summarize` ranks in its 2,000
words: `orphan` opens with a word that points back, `half` has a quotation mark without its
partner or is a quotation by nobody, `neighbour` leans on what is not there (a pronoun before
anybody is named, a fragment, a colon at its end), `twice` are pairs of the first ten of an item
with ROUGE-1 F above .5. `--list` prints a hundred extracts at equal distances, to be read
by eye.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from bench.data import Item, read, tokens
from briefgen.model import Extract
from briefgen.summarize import summarize

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


def printed(extract: Extract) -> str:
    """Return what the reader sees, the antecedent first."""
    return f"{extract.before.text} {extract.text}" if extract.before else extract.text


def faults(text: str) -> Iterator[str]:
    """Name what is wrong with an extract."""
    if _ORPHAN.match(text):
        yield "orphan"
    if _is_half(text):
        yield "half"
    if _leans(text):
        yield "neighbour"


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


def extracts(items: Iterable[Item]) -> Iterator[tuple[Item, list[Extract]]]:
    """Yield what is ranked of every English item."""
    for item in items:
        if item.sources[0].language == "en":
            yield item, [choice.extract for choice in summarize(item.sources).ranked]


def measure(items: Iterable[Item]) -> dict[str, int]:
    """Count the extracts and their faults."""
    counts: Counter[str] = Counter(extracts=0, orphan=0, half=0, neighbour=0, twice=0)
    for _, ranked in extracts(items):
        counts["extracts"] += len(ranked)
        counts.update(fault for extract in ranked for fault in faults(printed(extract)))
        best = [printed(extract) for extract in ranked[:10]]
        counts["twice"] += sum(rouge1(a, b) > 0.5 for i, a in enumerate(best) for b in best[:i])
    return dict(counts)


def table(counts: dict[str, int]) -> str:
    """Write the counts as Markdown."""
    names = ["extracts", "orphan", "half", "neighbour", "twice"]
    cells = [f"{counts[name]:,}" for name in names]
    head = "| " + " | ".join(names) + " |"
    return "\n".join([head, "|---" * len(names) + "|", "| " + " | ".join(cells) + " |", ""])


def main() -> None:
    """Print the counts, as a table or JSON, or extracts to read."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--list", action="store_true", dest="listed")
    parser.add_argument("--faults", action="store_true", help="print the extracts found at fault")
    options = parser.parse_args()
    items = read(options.data)
    if options.listed or options.faults:
        texts = [printed(e) for _, ranked in extracts(items) for e in ranked]
        wrong = [f"{', '.join(faults(t))}: {t}" for t in texts if list(faults(t))]
        chosen = texts[:: max(len(texts) // 100, 1)][:100] if options.listed else wrong
        print("\n".join(f"{i}. {text}" for i, text in enumerate(chosen, 1)))
    elif options.json:
        print(json.dumps(measure(items), indent=1))
    else:
        print(table(measure(items)))


if __name__ == "__main__":
    main()
