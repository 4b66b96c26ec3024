"""The benches of the chooser on texts small enough to count by hand."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench import ceiling, quality, report, speed
from bench.data import Item, parts, read, tokens
from bench.learn import Sample, fit, fold_of, held_out, kind_of, used
from bench.quality import DEALT, Row, measured, share_of_gap
from bench.recipe import recipe
from bench.rouge import bootstrap, cut, score
from bench.systems import SYSTEMS, lead, lead_proper, oracle
from briefgen.summarize.corpus import build

rouge = pytest.mark.skipif(not find_spec("rouge_score"), reason="rouge-score is a bench peer")
OWN = ("briefgen", "recipe, news", "recipe, general", "lead", "lead, no lines", "random", "oracle")
STORM = (
    "Monday, 4 March 2024\n"
    "A storm broke the harbour wall of Zenda on Sunday.\n"
    "Twelve boats sank in the storm. Engineer Flavia Hentzau will rebuild the harbour wall.\n"
    "Music was heard in town."
)
COMET = (
    "Astronomers of Strelsau found a comet on Friday. The comet has a long tail of dust.\n"
    "Tea was served at the observatory."
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three single articles, two topics of six articles, and a file of another kind."""
    path = tmp_path_factory.mktemp("data")
    single = [
        {"id": f"one{k}", "title": "", "documents": [text], "references": [said]}
        for k, (text, said) in enumerate(
            [
                (STORM, "Twelve boats sank in the storm."),
                (COMET, "The comet has a long tail of dust."),
                (f"{COMET}\n{STORM}", "Astronomers of Strelsau found a comet."),
            ]
        )
    ]
    several = [
        {
            "id": f"toy-M00{k}",
            "titles": [None] * 6,
            "documents": [f"{text}\nPaper {n} adds that {n} people came." for n in range(6)],
            "references": [said, f"People say this. {said}"],
        }
        for k, (text, said) in enumerate(
            [(STORM, "Twelve boats sank in the storm."), (COMET, "The comet has a tail of dust.")]
        )
    ]
    for name, records in (("single", single), ("several", several), ("other", [{"text": "A."}])):
        lines = "\n".join(json.dumps(record) for record in records)
        (path / f"{name}.jsonl").write_text(lines + "\n", "utf-8")
    return path


@pytest.fixture(scope="module")
def items(folder: Path) -> list[Item]:
    """The items of the folder: the topics, then the single articles."""
    return read(folder)


def item(items: list[Item], name: str) -> Item:
    """The item of that name."""
    (found,) = (i for i in items if i.id == name)
    return found


def test_files_with_other_keys_are_passed_over(items: list[Item]) -> None:
    """Two topics and three articles are read, in the order of the files."""
    assert [("several", 6)] * 2 + [("single", 1)] * 3 == [(i.file, len(i.sources)) for i in items]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The U.S. won 20,000 €", ["the", "u", "s", "won", "20", "000"]),
        ("Καλημέρα κόσμε", ["καλημέρα", "κόσμε"]),
        ("क्षत्रिय आए", ["क्षत्रिय", "आए"]),
        ("שלום, עולם", ["שלום", "עולם"]),
        ("北京の雨 2024", ["北", "京", "の", "雨", "2024"]),
    ],
)
def test_words_of_every_script_count(text: str, expected: list[str]) -> None:
    """Marks stay with their letters; a character is a word where no space parts words."""
    assert expected == tokens(text)


@given(st.lists(st.text("ab ", max_size=9), max_size=6), st.integers(1, 12))
def test_every_summary_is_cut_to_the_same_length(texts: list[str], length: int) -> None:
    """It has exactly so many words, or all there are, in their order."""
    words = [word for text in texts for word in tokens(text)]
    assert words[:length] == cut(texts, length).split()


@rouge
def test_rouge_can_be_counted_by_hand() -> None:
    """Three words of four are shared, and one pair of three; references are averaged."""
    assert pytest.approx([75, 100 / 3]) == list(score("a b c d", ["a b x d"]))
    assert pytest.approx([37.5, 100 / 6]) == list(score("a b c d", ["a b x d", "q r s t"]))
    assert [100, 100] == list(score("αυτό είναι", ["Αυτό είναι"]))


def test_the_bootstrap_is_sure_of_what_is_always_so() -> None:
    """A constant difference has no width; what may be chance has zero inside; the seed is fixed."""
    assert (2, 2) == bootstrap([2.0] * 5)
    low, high = bootstrap([1.0, -1.0] * 5)
    assert low < 0 < high
    assert bootstrap([3.0, 1.0, 2.0]) == bootstrap([3.0, 1.0, 2.0])


def test_articles_are_dealt_to_halves_and_thirds(items: list[Item]) -> None:
    """Each part of a size has other articles, together all; few articles are not dealt."""
    topic = item(items, "toy-M000")
    dealt = parts(topic)
    assert [6, 3, 3, 2, 2, 2] == [len(part.sources) for part in dealt]
    for first, last in ((1, 3), (3, 6)):
        assert set(topic.sources) == {s for part in dealt[first:last] for s in part.sources}
    assert [item(items, "one0")] == parts(item(items, "one0"))


def test_the_lead_takes_the_articles_in_turn(items: list[Item]) -> None:
    """As the folder has them, or without the day above the first sentence."""
    topic = item(items, "toy-M000")
    assert ["Monday, 4 March 2024"] * 6 == lead(topic)[:6]
    assert ["A storm broke the harbour wall of Zenda on Sunday."] * 6 == lead_proper(topic)[:6]


def test_the_oracle_takes_what_the_reference_says(items: list[Item]) -> None:
    """It has read it; of the texts it may take, it takes no other."""
    story = item(items, "one0")
    assert ["Twelve boats sank in the storm."] == oracle(story)
    assert ["Music was heard in town."] == oracle(story, ["Music was heard in town."])


def test_the_recipe_opens_with_what_comes_early_and_often(items: list[Item]) -> None:
    """The lede of the first paper, told by six, before all else; every row has a rank."""
    topic = item(items, "toy-M000")
    order = recipe(topic, decay=0.4, place=0.8)
    assert topic.rows[order[0]] == "A storm broke the harbour wall of Zenda on Sunday."
    assert list(range(len(topic.rows))) == sorted(order)


def test_a_pair_that_references_use_is_learned(items: list[Item]) -> None:
    """Both references of the topic say “twelve boats”, one says “people say”."""
    topic = item(items, "toy-M000")
    corpus = build(topic.sources)
    row = next(r for r in range(len(corpus)) if corpus.text(r).startswith("Twelve"))
    first = int(corpus.pairs.row(row)[0])
    assert 1 == used(corpus, topic)[:, first].mean()


def test_the_regression_finds_what_decides() -> None:
    """Used are the pairs whose second column is 1: its weight is positive, the third's near 0."""
    decides, noise = np.array([0, 1] * 400), np.array([0, 0, 1, 1] * 200)
    x = np.column_stack([np.ones(800), decides, noise]).astype(float)
    _, strong, none = fit([Sample("one", x, decides.astype(float))])
    assert strong > 1
    assert abs(none) < 1e-6


def test_weights_are_measured_on_what_they_have_not_seen(items: list[Item]) -> None:
    """Every item is held out once; a topic in all its languages, a fifth of the articles."""
    folds = [[i.key for i in fold] for fold, _ in held_out(items)]
    assert sorted(i.key for i in items) == sorted(key for fold in folds for key in fold)
    assert fold_of(item(items, "toy-M000"), 0) == "M000"
    assert {"one": 3, "several": 2} == {
        kind: sum(kind_of(i) == kind for i in items) for kind in ("one", "several")
    }


def test_each_topic_weighs_one_in_the_dealt_set(items: list[Item]) -> None:
    """Whole, halves and thirds have a third each."""
    for unit in quality.sets(items)[DEALT]:
        assert [1 / 3, 1 / 6, 1 / 6, 1 / 9, 1 / 9, 1 / 9] == pytest.approx([s for _, s in unit])


def test_the_share_of_the_gap_goes_from_lead_to_oracle() -> None:
    """Half way is 50; a lead as good as the oracle leaves no gap."""
    assert (0, 50, 100) == tuple(share_of_gap(v, 10, 20) for v in (10, 15, 20))
    assert share_of_gap(10, 10, 10) is None


def test_a_held_out_reference_is_not_among_the_others(items: list[Item]) -> None:
    """Who summarises has read the other one only."""
    topic = item(items, "toy-M000")
    found = [(said, others.references) for said, others in ceiling.held_references(topic)]
    one, two = topic.references
    assert [(one, (two,)), (two, (one,))] == found


@pytest.fixture(scope="module")
def rows(items: list[Item]) -> list[Row]:
    """The rows of our own systems, on all sets."""
    pytest.importorskip("rouge_score")
    return quality.rows(items, quality.scores(items, OWN))


@rouge
def test_the_oracle_is_beaten_by_nobody(rows: list[Row]) -> None:
    """In every set; and it closes the whole gap."""
    best = {row.set: row.rouge2 for row in rows if row.system == "oracle"}
    assert all(row.rouge2 <= best[row.set] + 1e-9 for row in rows)
    assert {100.0} == {row.gap for row in rows if row.system == "oracle"}


@rouge
def test_rows_are_the_means_of_their_items(items: list[Item], rows: list[Row]) -> None:
    """The set of single articles is the mean of three, the mean over sets that of two files."""
    own = {(row.set, row.system): row for row in rows}
    said = [score(cut(lead(i), i.length), i.references)[1] for i in items]
    assert own["single", "lead"].rouge2 == pytest.approx(sum(said[2:]) / 3)
    both = (own["single", "lead"].rouge2 + own["several", "lead"].rouge2) / 2
    assert own["all, mean over sets", "lead"].rouge2 == pytest.approx(both)
    ahead = own["single", "briefgen"].rouge2 - own["single", "lead"].rouge2
    assert own["single", "lead"].behind[0] == pytest.approx(ahead)
    assert len(measured(items)) == 2 * 6 + 3


@rouge
def test_the_report_prints_and_writes_its_tables(
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The same figures as text, as JSON, and in the file, which ends with the notes."""
    monkeypatch.setattr(report, "SYSTEMS", {name: SYSTEMS[name] for name in OWN})
    monkeypatch.setattr(speed, "measure", lambda _: {"200": {"chosen": 1.0}})
    target = tmp_path / "benchmarks.md"
    for more in ([], ["--json"]):
        arguments = ["report", "--data", str(folder), "--output", str(target), *more]
        monkeypatch.setattr(sys, "argv", arguments)
        report.main()
        printed = capsys.readouterr().out
        if not more:
            assert target.read_text("utf-8").startswith(printed.rstrip("\n"))
            assert "| briefgen |" in printed
    told = {"quality", "ceiling", "stories", "readability", "speed"}
    assert told == set(json.loads(printed))
    assert target.read_text("utf-8").endswith(Path("bench/notes.md").read_text("utf-8"))


def test_make_bench_runs_the_report_on_the_folder() -> None:
    """It prints the tables and writes the page; what needs another file waits for it."""
    plan = subprocess.run(["make", "-n", "bench", "DATA=some"], capture_output=True, text=True)
    assert "for bench in report  pdfcost; do" in plan.stdout
    assert '-m bench.$bench --data "some"' in plan.stdout
