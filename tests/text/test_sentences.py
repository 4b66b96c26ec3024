"""Sentences: what they cover, where they end, and what state they are in."""

from __future__ import annotations

import dataclasses
import itertools
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.model import Paragraph
from briefgen.text import normalise, paragraph_spans, sentences

WORDS = ("The man", "said", "he", "U.S.", "Mr.", "Smith", "Inc.", "no", "I", "we", "é", "的")
SIGNS = (*".!?…。؟।“”\"'«»„()-\u00a0\u200b", "...", "3.", "[3]", "year.The", "\n\n", "\U0001f600")
PIECES = st.sampled_from((*WORDS, *SIGNS, *[" "] * 8))
TEXTS = st.one_of(st.lists(PIECES, max_size=40).map("".join), st.text(max_size=40))
LANGUAGES = st.sampled_from(["en", "fr", "de", "ru", "zh", "ar", "el", "uk", "xx", "", "../en"])


def split(text: str, language: str = "en") -> list[str]:
    """The sentences' words."""
    found = sentences(text, paragraph_spans(text), language)
    return [text[s.start : s.end] for s in found]


def states(*paragraphs: str, language: str = "en") -> list[str]:
    """The sentences' states, one word each."""
    text = "\n\n".join(paragraphs)
    return [s.state for s in sentences(text, paragraph_spans(text), language)]


@settings(max_examples=2000)
@given(TEXTS, LANGUAGES, st.integers(0, 3))
def test_sentences_cover_the_text(raw: str, language: str, heading: int) -> None:
    """Trimmed spans inside their paragraph, in order, none overlapping, nothing left out."""
    text = normalise(raw)
    paragraphs = [
        dataclasses.replace(p, kind="heading") if i % 4 == heading else p
        for i, p in enumerate(paragraph_spans(text), 1)
    ]
    covered = [(p.start, p.end) for p in paragraphs if p.kind != "body"]
    for sentence in sentences(text, paragraphs, language):
        paragraph = paragraphs[sentence.paragraph - 1]
        assert paragraph.kind == "body"
        assert paragraph.start <= sentence.start < sentence.end <= paragraph.end
        assert text[sentence.start : sentence.end] == text[sentence.start : sentence.end].strip()
        covered.append((sentence.start, sentence.end))
    covered.sort()
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(covered))
    left, position = "", 0
    for start, end in [*covered, (len(text), len(text))]:
        left, position = left + text[position:start], end
    assert left.strip() == ""


ENDS = {
    "en": [
        "U.S. President Joe Biden met Dr. Smith of Acme Inc. on Jan. 5.| He left at 9 a.m. Monday.",
        "It rained in the U.S.| The sun came out.",
        "“What?” he asked.| “Never!” Mr. Jones replied.| “So.”| It ended.",
        "1. Open the door.| 2. Close it.| See p. 12 of No. 7.",
        "It grew in 2015.|The fall came later that year.|Then it rose.| Visit example.com now.",
        "It was so.[3]| Others deny it. [4]| They may.",
        "George W. Bush and J. K. Rowling met K.C. Maurer, M.Sc. student.| It was fun.",
        "He said (in the U.N. etc.) that it was true.| (It was not.)| So it goes.",
    ],
    "fr": [
        "M. Macron a vu Mme Le Pen.| Il a dit : « C'est bien. »| Elle part.",
        "« Quoi ? » demande M. Le Drian.| La suite en av. J.-C., dit-il, etc.| Les autres dorment.",
        "Le mur tient.| « Nous restons.| Il le faut », a dit M. Roth.| « Il tient. »| Fin.",
    ],
    "es": [
        "El Sr. López dijo que EE. UU. no irá.| ¿Por qué?| ¡No!| La Dra. Ruiz, pág. 5, lo sabe."
    ],
    "de": [
        "Am 3. Oktober kam Dr. Müller z. B. nach Berlin.| Es kostet ca. 5 Mio. Euro.| "
        "„Das ist gut.“| Er ging.| Der 2. Weltkrieg begann 1939.| „Was?“, fragte er."
    ],
    "pt": [
        "O Sr. Silva disse que não.| A Dra. Ana leu o n.º 5.| Fim.",
        "O Exmo. Sr. Roth e a Dr.ª Orme citam o art. 3, al. b), do D.L. n.º 5.| A Dorn S.A. não.",
        "O min. Roth esperou 30 min. na Sarn Lda. do Porto.| A Dorn Ltda. fechou.",
    ],
    "it": [
        "Lo dice l'art. 102 del D.Lgs. n. 58/1998.| La Dorn S.p.A. tace.| Il Sig. Roth no.",
        "Vale il D. L. n. 5, art. 5, co. 2, lett. b).| Il Dott. Orme e la Dott.ssa Roth ridono.",
        "La Dorn S.r.l. paga 5 mln. di euro.| Cass. civ., sez. III, n. 7.| Fine.",
    ],
    "ru": ["В. В. Путин приехал в 2014 г. в Москву.| Он дал 5 млн. руб. и т. д.| Это всё."],
    "el": ["Τι είπε;| Ο κ. Παπάς δεν ξέρει."],
    "zh": ["习近平会见布林肯。|“我们谈得很好。”他说。|双方同意！？|是的。"],
    "ja": ["「これは良い。」と彼は述べた。|会談は終わった。"],
    "ar": ["قال الرئيس ذلك.| هل ذهب؟| نعم."],
    "hi": ["राष्ट्रपति ने कहा।| डॉ. सिंह आए।"],
    "uk": ["Він сказав це.| В. Зеленський приїхав.| Так!"],
}


@pytest.mark.parametrize(
    ("language", "marked"), [(k, text) for k, texts in ENDS.items() for text in texts]
)
def test_where_sentences_end(language: str, marked: str) -> None:
    """A sentence ends at each bar and nowhere else."""
    expected = [piece.strip() for piece in marked.split("|")]
    assert split(marked.replace("|", ""), language) == expected


@pytest.mark.parametrize("space", ["\u00a0", "\u202f"])
def test_a_space_not_to_break_is_a_space(space: str) -> None:
    """Sentences end where they do with plain spaces, and keep the ones they have."""
    for marked in ENDS["fr"]:
        tight = re.sub("(?<=«) | (?=[»?:])|(?<=M[.]) ", space, marked)
        assert split(tight.replace("|", ""), "fr") == [s.strip() for s in tight.split("|")]


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (['He said, "Come in."'], ["plain"]),
        (["He called it “progress” and left."], ["plain"]),
        (["The nations' talks and the dogs' bowls weren't 'n issue."], ["plain"]),
        (['He said: "One thing. And another. And a third." He left.'], ["quoted"] * 3 + ["plain"]),
        (['"All of it is said."'], ["quoted"]),
        (["« Oui. Non », a-t-il dit. Il part."], ["quoted", "quoted", "plain"]),
        (["„Ja. Nein“, sagte er. Er ging."], ["quoted", "quoted", "plain"]),
        (["»Ja. Nein«, sagte er. Er ging."], ["quoted", "quoted", "plain"]),
        (["‘Yes. No,’ he said. The cats’ home shut."], ["quoted", "quoted", "plain"]),
        (['"It is so. He went on: "Very good. He left.'], ["damaged", "damaged", "quoted"]),
        (['He left." She stayed.'], ["damaged", "plain"]),
        (['He fell 6" short. She stayed.'], ["plain", "plain"]),
        (['דובר צה"ל אמר כן. הוא הלך.'], ["plain", "plain"]),
        (['"It is so.', "He left."], ["damaged", "plain"]),
        (['"It is so.', '"And so on," he said.'], ["quoted", "plain"]),
    ],
)
def test_states(paragraphs: list[str], expected: list[str]) -> None:
    """Quotations hold inside their paragraph, and a mark without a partner damages one sentence."""
    assert states(*paragraphs) == expected


INTERVIEW = ["It rained.", "The wall fell. Why?", "It was old.", "Who knew?", "All of us did."]


@pytest.mark.parametrize(
    ("paragraphs", "asked"),
    [
        ([*INTERVIEW, "And now? They say it holds. Does it?"], [1, 7]),
        (
            [
                "Q: The wall fell. Why?",
                "A: Age.",
                "Q: They say it holds.",
                "A: No. So?",
                "Q: Does it?",
            ],
            [0, 3],
        ),
        (INTERVIEW, []),
        (["The wall fell. Why?", "Who knew?", "Who asked?", *["It rained."] * 20], []),
    ],
)
def test_what_an_interviewer_says_before_his_question_is_asked(
    paragraphs: list[str], asked: list[int]
) -> None:
    """Where so many paragraphs are questions that it is an interview."""
    assert asked == [i for i, state in enumerate(states(*paragraphs)) if state == "asked"]


def test_a_quotation_goes_on_without_marks() -> None:
    """The first person after a quotation is the speaker's, where the article has no such voice."""
    found = states(
        "The minister met the press.",
        'He said, "The talks went well."',
        "But it is hard. We will need time, and that is my hope.",
        "The two sides meet again in May.",
    )
    assert found == ["plain", "plain", "quoted", "quoted", "plain"]


def test_a_narrator_in_the_first_person_is_no_quotation() -> None:
    """Where the author says I and we throughout, nothing is taken for a quotation."""
    found = states(
        "I went to see the minister, and we talked.",
        'He said, "The talks went well."',
        "I doubt it. My view is another.",
        "We met again.",
    )
    assert set(found) == {"plain"}


def test_a_french_lawyer_is_no_first_person() -> None:
    """`Me` before a name is a title."""
    found = states(
        "« C’est un coup pour tout le monde », dit-il.",
        "L’administratrice, Me Claire Roy, dispose de six mois.",
        language="fr",
    )
    assert found == ["plain", "plain"]


def test_a_word_in_marks_is_no_speech() -> None:
    """After a mere word in quotation marks the first person is the author's."""
    assert states('They call it "progress".', "We asked them why.") == ["plain", "plain"]


def test_a_heading_ends_a_quotation() -> None:
    """A paragraph that is not body parts what stands on its two sides."""
    text = 'He said "so it is, and so it was ever."\n\nA heading\n\nWe need time.'
    first, heading, last = paragraph_spans(text)
    paragraphs = (first, Paragraph(heading.start, heading.end, "heading"), last)
    assert [s.state for s in sentences(text, paragraphs, "en")] == ["plain", "plain"]
