"""Stories told apart: articles on one event together, on others apart.

Each topic of the folder's JSONL files whose items hold several articles is one event. Of these and
of the items with one article, sets are drawn by a fixed seed, within a language: a topic whole, a
few articles of one topic, articles of two or three topics together (in English with single ones
among them), and single ones alone. Of the pairs of articles that are put together, P is how many
are rightly; R is how many are of those that belong together, F their harmonic mean; B³ is the mean
over the sets of the F of Bagga & Baldwin (1998), which alone tells something of single articles.
`round-ups` puts two paragraphs of an article of one topic into one of another, three other articles
of each beside it: P is how many of the paragraphs sent to another story are on its topic, R how
many of the foreign ones are sent to theirs.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bench.data import Item, read, source
from briefgen.model import Source
from briefgen.summarize.copies import copies
from briefgen.summarize.corpus import build
from briefgen.summarize.roundups import FEWEST, homes
from briefgen.summarize.stories import stories
from briefgen.summarize.themes import themes, vectors

SEED = 1
MIXES = 15
SIZES = (1, 2, 3, 4, 6, 10)


@dataclass(frozen=True, slots=True)
class Mix:
    """Sources to be grouped, each with the topic it is on, under the kind of the set."""

    kind: str
    language: str
    sources: tuple[Source, ...]
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """Pairs put together rightly, wrongly, and those left apart; B-cubed precision and recall."""

    right: int
    wrong: int
    missed: int
    precision: float
    recall: float


def mixes(items: Sequence[Item], seed: int = SEED) -> Iterator[Mix]:
    """Draw the sets, the same for the same seed."""
    chance = random.Random(seed)
    topics: dict[str, dict[str, Item]] = defaultdict(dict)
    for item in items:
        if len(item.sources) > 1:
            topics[item.sources[0].language][item.id] = item
    singles = [item for item in items if len(item.sources) == 1]
    for language, known in sorted(topics.items()):
        for item in known.values():
            yield _mix("topic", language, _drawn(item, len(item.sources), chance))
            for few in (2, 3, 5):
                yield _mix("few", language, _drawn(item, few, chance))
        for _ in range(MIXES if len(known) > 1 else 0):
            some = chance.sample(sorted(known), chance.randint(2, min(3, len(known))))
            drawn = [pair for n in some for pair in _drawn(known[n], chance.choice(SIZES), chance)]
            kin = [item for item in singles if item.sources[0].language == language]
            others = chance.sample(kin, min(len(kin), chance.choice((0, 2, 5, 10))))
            yield _mix("mixed", language, drawn + [(s, i.id) for i in others for s in i.sources])
    for _ in range(5 if len(singles) > 10 else 0):
        alone = [(item.sources[0], item.id) for item in chance.sample(singles, 10)]
        yield _mix("singles", "", alone)


def _drawn(item: Item, count: int, chance: random.Random) -> list[tuple[Source, str]]:
    count = min(count, len(item.sources))
    return [(source, item.id) for source in chance.sample(item.sources, count)]


def _mix(kind: str, language: str, drawn: Sequence[tuple[Source, str]]) -> Mix:
    sources = tuple(replace(source, id=f"S{i}") for i, (source, _) in enumerate(drawn, 1))
    return Mix(kind, language, sources, tuple(topic for _, topic in drawn))


def grouped(sources: Sequence[Source]) -> list[int]:
    """Return the number of each source's story."""
    corpus = build(sources)
    told = stories(corpus, vectors(themes(corpus), len(sources)), copies(corpus))
    story = {corpus.sources[i].id: n for n, members in enumerate(told) for i in members}
    return [story[source.id] for source in sources]


def score(found: Sequence[int], wanted: Sequence[str]) -> Score:
    """Compare the stories found with the topics."""
    size = len(found)
    pairs = [(found[i] == found[j], wanted[i] == wanted[j]) for i in range(size) for j in range(i)]
    shares = []
    for mine, topic in zip(found, wanted, strict=True):
        both = sum(f == mine and w == topic for f, w in zip(found, wanted, strict=True))
        shares.append((both / found.count(mine), both / wanted.count(topic)))
    return Score(
        right=pairs.count((True, True)),
        wrong=pairs.count((True, False)),
        missed=pairs.count((False, True)),
        precision=sum(p for p, _ in shares) / size,
        recall=sum(r for _, r in shares) / size,
    )


def row(name: str, scores: Sequence[Score]) -> dict[str, float | str]:
    """Sum up the scores of several sets."""
    right, wrong = sum(s.right for s in scores), sum(s.wrong for s in scores)
    missed = sum(s.missed for s in scores)
    cubed = [2 * s.precision * s.recall / (s.precision + s.recall) for s in scores]
    return {
        "sets": name,
        "n": len(scores),
        "P": right / (right + wrong) if right + wrong else 1.0,
        "R": right / (right + missed) if right + missed else 1.0,
        "F": 2 * right / (2 * right + wrong + missed) if right + wrong + missed else 1.0,
        "B³": sum(cubed) / len(cubed),
    }


def measure(items: Sequence[Item]) -> list[dict[str, float | str]]:
    """Return a row for all sets, for each kind of set and for each language."""
    scored = [(mix, score(grouped(mix.sources), mix.topics)) for mix in mixes(items)]
    by: dict[str, list[Score]] = defaultdict(list)
    for mix, points in scored:
        for name in ("all", mix.kind, mix.language):
            by[name].append(points)
    return [row(name, points) for name, points in by.items() if name]


def roundups(items: Sequence[Item], seed: int = SEED) -> dict[str, float | str]:
    """Send the paragraphs of articles with two foreign ones in them to their stories."""
    chance = random.Random(seed)
    topics: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        if len(item.sources) > SIZES[-1] // 2:
            topics[item.sources[0].language].append(item)
    moves: list[tuple[bool, bool]] = []
    foreign = 0
    for known in (known for _, known in sorted(topics.items()) if len(known) > 1):
        for _ in range(MIXES):
            host, guest = chance.sample(known, 2)
            first, *mine = _drawn(host, 4, chance)
            other, *theirs = _drawn(guest, 4, chance)
            article, added = _roundup(first[0], other[0], chance)
            mix = _mix("round-ups", "", [(article, host.id), *mine, *theirs])
            moves.extend(_sent(mix, added, guest.id))
            foreign += len(added)
    right, home = sum(r for r, _ in moves), sum(r and strange for r, strange in moves)
    p, r = right / max(len(moves), 1), home / max(foreign, 1)
    f = 2 * p * r / (p + r) if p + r else 0.0
    return {"sets": "round-ups", "n": foreign, "P": p, "R": r, "F": f}


def _roundup(host: Source, guest: Source, chance: random.Random) -> tuple[Source, set[str]]:
    """The article with two paragraphs of another in it, somewhere after its first."""
    own = host.article.text.split("\n\n")
    other = [text for text in guest.article.text.split("\n\n") if len(text.split()) >= FEWEST]
    start = chance.randrange(max(len(other) - 1, 1))
    added, at = other[start : start + 2], chance.randint(1, len(own))
    text = "\n".join(own[:at] + added + own[at:])
    return source("S1", text, host.article.title, host.language), set(added)


def _sent(mix: Mix, added: set[str], topic: str) -> Iterator[tuple[bool, bool]]:
    """Whether each paragraph sent elsewhere is on the topic of that story, and is foreign."""
    corpus = build(mix.sources)
    known = vectors(themes(corpus), len(corpus.sources))
    told = stories(corpus, known, copies(corpus))
    on = dict(zip((s.id for s in mix.sources), mix.topics, strict=True))
    about = [Counter(on[corpus.sources[i].id] for i in m).most_common(1)[0][0] for m in told]
    own = {i: n for n, members in enumerate(told) for i in members}
    home = homes(corpus, known, told, range(len(corpus.sources)))
    sent = {
        (int(i), corpus.sentences[row].paragraph): int(home[row])
        for row, i in enumerate(corpus.source.tolist())
        if home[row] != own[i]
    }
    for (i, paragraph), story in sorted(sent.items()):
        here = corpus.sources[i]
        strange = here.id == "S1" and here.article.text.split("\n\n")[paragraph - 1] in added
        yield about[story] == (topic if strange else on[here.id]), strange


def table(rows: Iterable[dict[str, float | str]]) -> str:
    """Write the rows as Markdown."""
    lines = ["| sets | n | P | R | F | B³ |", "|---|---|---|---|---|---|"]
    for each in rows:
        cells = (each.get(key) for key in ("P", "R", "F", "B³"))
        figures = " | ".join("–" if cell is None else f"{cell:.3f}" for cell in cells)
        lines.append(f"| {each['sets']} | {each['n']} | {figures} |")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Print the table, or the rows as JSON."""
    parser = argparse.ArgumentParser(prog="bench.stories", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of JSONL files")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    options = parser.parse_args()
    items = read(options.data)
    rows = [*measure(items), roundups(items)]
    print(json.dumps(rows, indent=2, ensure_ascii=False) if options.json else table(rows))


if __name__ == "__main__":
    main()
