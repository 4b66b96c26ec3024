"""Charts: figures that surely compare, each with its label; none where there is doubt."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.find.charts import charts
from briefgen.find.charts_measures import in_digits, measures
from briefgen.model import Chart
from tests.find.sources import source


def bars(chart: Chart) -> list[tuple[str, str, str]]:
    """Label or day, figure as written, number in digits."""
    return [(bar.label or bar.date or "", bar.as_written, bar.value) for bar in chart.bars]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Turnout was 45 per cent in Lyon, 61 per cent in Paris and 52 per cent in Nice.",
            [
                ("Paris", "61 per cent", "61"),
                ("Nice", "52 per cent", "52"),
                ("Lyon", "45 per cent", "45"),
            ],
        ),
        (
            "en",
            "Exports were 3.5 million tonnes in 2023, down from 4.1 million tonnes in 2022 and "
            "5.0 million tonnes in 2021.",
            [
                ("2021", "5.0 million tonnes", "5000000"),
                ("2022", "4.1 million tonnes", "4100000"),
                ("2023", "3.5 million tonnes", "3500000"),
            ],
        ),
        (
            "en",
            "Labour won 45 seats, the Liberals 30 and the Greens more than 12.",
            [("Labour", "45", "45"), ("Liberals", "30", "30"), ("Greens", "more than 12", "12")],
        ),
        (
            "en",
            "The buyers were Chile ($1.4 billion), Peru ($950 million) and Cuba ($38 million).",
            [
                ("Chile", "$1.4 billion", "1400000000"),
                ("Peru", "$950 million", "950000000"),
                ("Cuba", "$38 million", "38000000"),
            ],
        ),
        (
            "en",
            "Acme had 23 per cent of the market, Bolt 19 per cent and Cargo 14 per cent.",
            [
                ("Acme", "23 per cent", "23"),
                ("Bolt", "19 per cent", "19"),
                ("Cargo", "14 per cent", "14"),
            ],
        ),
        (
            "en",
            "The town will spend $10 million on roads, $5 million on schools and half a million "
            "dollars on parks.",
            [
                ("roads", "$10 million", "10000000"),
                ("schools", "$5 million", "5000000"),
                ("parks", "half a million dollars", "500000"),
            ],
        ),
        (
            "en",
            "In the first round Keller took 31.4% of the vote, followed by Brandt with 28.9% and "
            "Ostrow with 12.1%, the commission said.",
            [("Keller", "31.4%", "31.4"), ("Brandt", "28.9%", "28.9"), ("Ostrow", "12.1%", "12.1")],
        ),
        (
            "en",
            "Last year Arla made 1.4 billion bricks, Bolt 1.1 billion and Cargo 340 million.",
            [
                ("Arla", "1.4 billion", "1400000000"),
                ("Bolt", "1.1 billion", "1100000000"),
                ("Cargo", "340 million", "340000000"),
            ],
        ),
        (
            "fr",
            "L’inflation devrait atteindre 5,4 % en 2023, 3,0 % en 2024 et 2,2 % en 2025.",
            [("2023", "5,4 %", "5.4"), ("2024", "3,0 %", "3"), ("2025", "2,2 %", "2.2")],
        ),
        (
            "es",
            "El paro fue del 12 % en Lugo, 9 % en Vigo y 7 % en Ourense.",
            [("Lugo", "12 %", "12"), ("Vigo", "9 %", "9"), ("Ourense", "7 %", "7")],
        ),
        (
            "de",
            "Die Quote war 45 Prozent in Bayern, 30 Prozent in Hessen und 12 Prozent in Bremen.",
            [
                ("Bayern", "45 Prozent", "45"),
                ("Hessen", "30 Prozent", "30"),
                ("Bremen", "12 Prozent", "12"),
            ],
        ),
    ],
)
def test_a_list_in_one_sentence_is_a_chart(
    language: str, text: str, expected: list[tuple[str, str, str]]
) -> None:
    """Parts built alike are bars: dates in their order, all else by size."""
    (chart,) = charts([source(text, language=language)])
    assert ("sentence", expected) == (chart.kind, bars(chart))


@pytest.mark.parametrize(
    "text",
    [
        # not one thing
        "Inflation was 5.4 per cent, unemployment 3.7 per cent and growth 1.0 per cent.",
        "GDP grew 5.4 per cent, CPI 3.7 per cent and PMI 1.0 per cent in the same year.",
        "Chile rose 5 per cent, Peru fell 3 per cent and Cuba rose 2 per cent on the day.",
        "They killed 12 people in Lyon, injured 9 in Paris and 4 in Nice on the same day.",
        "It left 12 dead in Lyon, 9 missing in Paris and 4 injured in Nice on Monday.",
        # not one unit
        "The main buyers were Chile ($14 million), Peru (€95 million) and Cuba ($38 million).",
        "The stocks are 12 tonnes in Lyon, 9 barrels in Paris and 4 tonnes in Nice today.",
        "Chile gave $1.4 billion, Peru 950 and Cuba 120 to the fund for the new bridge.",
        # not one number
        "Turnout was 45 to 50 per cent in Lyon, 61 per cent in Paris and 52 per cent in Nice.",
        "Turnout was up to 45 per cent in Lyon, 61 per cent in Paris and 52 per cent in Nice.",
        "Prices moved by minus 4 per cent in Lyon, 6 per cent in Paris and 5 per cent in Nice.",
        # not one label each
        "Yesterday Chile gave $45 million, Peru $30 million and Cuba $12 million to the fund.",
        "Bolivia and Chile gave $45 million, Peru $30 million and Cuba $12 million to the fund.",
        "The president of Chile gave $45 million, Peru $30 million and Cuba $12 million to it.",
        "Smith (34), Jones (45) and Brown (29) were hurt when the old bridge came down.",
        "Turnout was 45 per cent in Lyon, 61 per cent in Paris and 52 per cent by noon.",
        # two are no chart, and durations are none
        "Turnout was 45 per cent in Lyon and 61 per cent in Paris when the polls closed.",
        "He spent 12 years in Lyon, 9 years in Paris and 4 years in Nice before the war.",
        # half a list
        "Turnout was 45 per cent in Lyon, 61 per cent in Paris, 52 per cent in Nice and 9 on Elba.",
        # said by somebody: it cannot be printed alone
        "“Turnout was 45 per cent in Lyon, 61 per cent in Paris and 52 per cent in Nice.",
    ],
)
def test_no_chart_where_there_is_doubt(text: str) -> None:
    """Unlike things, units, spans and labels that are not whole are left undrawn."""
    assert () == charts([source(text)])


def toll(number: str, day: int, place: str = "Sulani", event: str = "earthquake") -> str:
    """What a source of that day reports."""
    return f"The death toll from the {event} in {place} has risen to {number} people, police said."


def test_a_toll_that_rises_from_day_to_day_is_a_chart() -> None:
    """Three days, three bars under the days of report, in whatever order the sources come."""
    told = [("120", 3), ("80", 1), ("175", 9)]
    sources = [source(toll(number, day), f"S{day}", dt.date(2024, 5, day)) for number, day in told]
    expected = [
        ("2024-05-01", "80 people", "80"),
        ("2024-05-03", "120 people", "120"),
        ("2024-05-09", "175 people", "175"),
    ]
    (chart,) = charts(sources)
    assert ("days", "death toll", expected) == (chart.kind, chart.about, bars(chart))
    assert charts(sources[::-1]) == (chart,)


def test_a_state_is_the_same_place_wherever_it_stands() -> None:
    """The clause of one toll names no place, its sentence does."""
    told = (
        "A strong earthquake struck Nepal on Monday, and 320 people were killed, officials said.",
        "The death toll from the earthquake in Nepal rose to 1,204 on Wednesday, it was said.",
        "The search in Nepal ended as the death toll from the earthquake reached 2,310 people.",
    )
    days = [dt.date(2024, 5, day) for day in (6, 8, 11)]
    (chart,) = charts([source(t, f"S{d}", d) for t, d in zip(told, days, strict=True)])
    assert ["320", "1204", "2310"] == [bar.value for bar in chart.bars]


@pytest.mark.parametrize(
    "last",
    [
        source(toll("90", 9), "S9", dt.date(2024, 5, 9)),
        source(toll("175", 9, event="cyclone"), "S9", dt.date(2024, 5, 9)),
        source(toll("175", 9, place="Toman"), "S9", dt.date(2024, 5, 9)),
        source(toll("175", 9), "S9", dt.date(2025, 5, 9)),
        source(toll("175", 9), "S9", None),
        source(toll("1,900", 9), "S9", dt.date(2024, 5, 9)),
        source(toll("175", 9, event="2015 earthquake"), "S9", dt.date(2024, 5, 9)),
        source(toll("175", 9, place="Sulani and Japan"), "S9", dt.date(2024, 5, 9)),
        source(toll("175", 3), "S9", dt.date(2024, 5, 3)),
    ],
    ids=[
        "falling",
        "another event",
        "another place",
        "another year",
        "undated",
        "a leap",
        "an earlier event",
        "more places",
        "a day in doubt",
    ],
)
def test_tolls_of_two_events_are_not_one_chart(last: object) -> None:
    """A toll that falls, another event, place or time, a day told otherwise: no chart."""
    first = [
        source(toll("80", 1), "S1", dt.date(2024, 5, 1)),
        source(toll("120", 3), "S3", dt.date(2024, 5, 3)),
    ]
    assert () == charts([*first, last])  # type: ignore[list-item]


PLEDGES = (
    "Japan has pledged $500 million for the rebuilding.",
    "The government of Norway promised 180 million dollars on Friday.",
    "China raised its pledge to $60.5 million after a call.",
)


def test_pledges_are_a_chart_by_giver() -> None:
    """Sums that states promise in sentences of any source, the largest first, with their names."""
    sources = [source(text, f"S{i}") for i, text in enumerate(PLEDGES)]
    (chart,) = charts(sources)
    expected = [
        ("Japan", "$500 million", "500000000"),
        ("Norway", "180 million dollars", "180000000"),
        ("China", "$60.5 million", "60500000"),
    ]
    assert ("givers", "USD", expected) == (chart.kind, chart.unit, bars(chart))
    assert ["S0", "S1", "S2"] == [bar.extract.source for bar in chart.bars]


def test_a_government_gives_for_its_state() -> None:
    """Whoever is named twice, as a state and as its government, has one bar."""
    told = (
        "Le gouvernement japonais a promis 500 millions de dollars pour la reconstruction.",
        "Le Japon a promis 500 millions de dollars, a-t-on répété vendredi.",
        "La Norvège a augmenté son don à 180 millions de dollars.",
        "Les États-Unis ont promis 350 millions de dollars pour la reconstruction.",
    )
    (chart,) = charts([source(text, f"S{i}", language="fr") for i, text in enumerate(told)])
    assert ["gouvernement japonais", "États-Unis", "Norvège"] == [bar.label for bar in chart.bars]


@pytest.mark.parametrize(
    "third",
    [
        "China has pledged €60 million for the rebuilding.",
        "China has pledged another $60 million for the rebuilding.",
        "China has initially pledged $60 million for the rebuilding.",
        "China has pledged up to $60 million for the rebuilding.",
        "Chile, Peru, and China have pledged $60 million for the rebuilding.",
        "Japan and China have pledged $60 million for the rebuilding.",
        "Aid groups in China have pledged $60 million for the rebuilding.",
        "China said that banks would lend $60 million for the rebuilding.",
        "Japan has pledged $500 million for the rebuilding, it was said again.",
        "“China has pledged $60 million for the rebuilding,” a diplomat said.",
    ],
)
def test_what_is_no_third_pledge_makes_no_chart(third: str) -> None:
    """Another currency, a sum on top, two givers together, a quotation: no third bar, no chart."""
    texts = (*PLEDGES[:2], third)
    assert () == charts([source(text, f"S{i}") for i, text in enumerate(texts)])


def test_a_giver_has_one_bar() -> None:
    """A sum raised later stands; one lowered, or two sums of one day, leave the giver out."""
    days = [dt.date(2024, 5, 2), dt.date(2024, 5, 2), dt.date(2024, 5, 2), dt.date(2024, 5, 4)]
    texts = (*PLEDGES, "The U.S. has pledged $35 million.", "The US promised $350 million.")
    later = [
        source(t, f"S{i}", d) for i, (t, d) in enumerate(zip(texts, [*days, days[3]], strict=True))
    ]
    (chart,) = charts(later)
    assert ["Japan", "Norway", "China"] == [bar.label for bar in chart.bars]
    raised = source(texts[4], "S4", dt.date(2024, 5, 6))
    (chart,) = charts([*later[:4], raised])
    assert ["Japan", "US", "Norway", "China"] == [bar.label for bar in chart.bars]
    lower = source(texts[3], "S5", dt.date(2024, 5, 8))
    (chart,) = charts([*later[:4], raised, lower])
    assert ["Japan", "Norway", "China"] == [bar.label for bar in chart.bars]


TEXT = (
    "Japan Norway China the U.S. pledged $5 million 12 per cent in 2023 and 9 Lyon , ( ) . ; 1,5 "
    "€3bn people death toll rose to from up tsunami 500,000 half a – 3-4 “ ” : for water"
)
WORDS = st.lists(st.sampled_from(sorted(set(TEXT.split()))), max_size=40)


@given(WORDS, st.sampled_from(["en", "fr", "es", "de", "pl", ""]))
def test_no_input_raises_and_every_figure_stands_in_its_extract(
    words: list[str], language: str
) -> None:
    """Whatever the words: label and figure are the source's, at the extract's place."""
    sources = [
        source(" ".join(words), f"S{i}", dt.date(2024, 5, 1 + i), language=language)
        for i in range(3)
    ]
    for chart in charts(sources):
        assert len(chart.bars) >= 3
        for bar in chart.bars:
            text = next(s.article.text for s in sources if s.id == bar.extract.source)
            assert text[bar.extract.start : bar.extract.end] == bar.extract.text
            assert bar.as_written in bar.extract.text
            assert (bar.label or bar.extract.text) in bar.extract.text
            assert float(bar.value) > 0


@given(st.text(max_size=200))
def test_measures_stand_in_the_text(text: str) -> None:
    """Each begins where what is printed of it begins."""
    for measure in measures(text, "en"):
        assert text.startswith(measure.written, measure.start)


@pytest.mark.parametrize(
    ("number", "digits"), [(60_500_000.0, "60500000"), (5.4, "5.4"), (3.0, "3"), (0.05, "0.05")]
)
def test_a_number_is_written_in_plain_digits(number: float, digits: str) -> None:
    """No exponent, no point without need."""
    assert in_digits(number) == digits
