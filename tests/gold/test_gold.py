"""The gold set agrees with its articles and is as large as it says."""

from __future__ import annotations

import runpy
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
CHECK: dict[str, Any] = runpy.run_path(str(HERE / "check.py"))
ARTICLES = sorted((HERE / "articles").glob("*/*.txt"))


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_annotation_stands_in_its_article(article: Path) -> None:
    """Each sentence, speaker, role, cue and date is written in the article word for word."""
    assert list(CHECK["problems"](article)) == []


def test_every_article_has_gold_and_every_gold_an_article() -> None:
    """The two folders hold the same names, part by part."""
    golds = {(path.parent.name, path.stem) for path in (HERE / "gold").glob("*/*.json")}
    assert golds == {(path.parent.name, path.stem) for path in ARTICLES}


@pytest.mark.parametrize("name", ["direct", "reported", "people with roles", "dates"])
def test_the_set_is_large_enough(name: str) -> None:
    """Optional items don't count towards the promised numbers."""
    total: Counter[str] = sum(CHECK["counts"]().values(), Counter())
    assert total[name] >= CHECK["MINIMA"][name]


@pytest.mark.parametrize("name", ["direct", "reported", "people with roles", "dates"])
def test_enough_is_unseen(name: str) -> None:
    """What has not been seen is at least a sixth of everything."""
    counts = CHECK["counts"]()
    seen, unseen = (counts[half][name] for half in ("seen", "unseen"))
    assert unseen / (seen + unseen) >= 0.15
