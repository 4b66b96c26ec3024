"""What of the other sections makes sense alone, and to whom."""

from __future__ import annotations

import pytest

from briefgen.model import Article, Extract, Source
from briefgen.summarize import summarize
from briefgen.text import normalise, paragraph_spans, sentences

LEDE = "Minister Flavia Hentzau opened the harbour of Strelsau on Monday."


def names(*paragraphs: str, count: int = 1) -> tuple[str, ...] | None:
    """The names that the last sentences take as known; None where they do not stand."""
    text = normalise("\n\n".join(paragraphs))
    article = Article(text, tuple(paragraph_spans(text)), "a.txt")
    source = Source("S1", article, "en", sentences(text, article.paragraphs, "en"))
    first, last = source.sentences[-count], source.sentences[-1]
    span = text[first.start : last.end]
    asked = Extract(span, "S1", last.paragraph, first.start, last.end)
    stands = summarize((source,), others=(asked,)).stands
    return next((stand.names for stand in stands if stand.extract == asked), None)


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("Ships from Zenda paid no fee at the gates of Strelsau.", ()),
        ("Hentzau said that ships from Zenda would wait no longer.", ("Hentzau",)),
        ('"Ships from Zenda wait no longer," said Hentzau.', ("Hentzau",)),
        ("After her report had failed, Flavia Hentzau left the port of Zenda.", ()),
        ("As their ships had gone, Zenda and Strelsau shut the gates.", ()),
        ("As their ships had gone, Zenda shut the gates.", None),
        ("Once it was shut, Zenda sold the gates of Strelsau.", None),
        ('Flavia Hentzau said, "Trade with Zenda failed, and both sides knew it."', ()),
        ("She said that ships from Zenda would wait no longer.", None),
        ("Then ships from Zenda entered through the gates.", None),
        ("We asked Flavia Hentzau about the ships from Zenda.", None),
        ('"Who pays for the gates of Strelsau?', None),
    ],
)
def test_a_sentence_stands_once_its_names_are_told(
    paragraph: str, expected: tuple[str, ...] | None
) -> None:
    """A surname is told of; a pronoun may mean the names right after its clause, and no others."""
    assert expected == names(LEDE, paragraph)


def test_a_quotation_of_two_sentences_is_judged_as_one() -> None:
    """The second leans on the first, which stands beside it."""
    said = 'Flavia Hentzau said: "Farmers from Zenda pay no fee. They wait no longer."'
    assert () == names(LEDE, said, count=2)
    assert None is names(LEDE, said, count=1)
