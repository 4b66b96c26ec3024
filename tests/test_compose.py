"""The brief put together under a budget."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from briefgen.codec import paragraphs_of
from briefgen.compose import Budget, compose
from briefgen.compose.phrases import span
from briefgen.compose.statement import statement
from briefgen.model import (
    Article,
    Asked,
    Bar,
    Brief,
    Chart,
    Choice,
    Difference,
    Entry,
    Event,
    Extract,
    Figure,
    Findings,
    Group,
    LeftOut,
    Meeting,
    Named,
    Person,
    Request,
    Sentence,
    Source,
    Stand,
    Statement,
    Summary,
    Unread,
)

REQUEST = Request(as_of=dt.datetime(2023, 6, 20, 9, tzinfo=dt.UTC))


def source(
    number: str, *sentences: str, published: str | None = "2023-06-19", language: str = "en"
) -> Source:
    """A source of one sentence a paragraph."""
    text = "\n\n".join(sentences)
    spans = paragraphs_of(text)
    article = Article(
        text=text,
        paragraphs=spans,
        locator=f"{number.lower()}.txt",
        title=f"Title of {number}",
        outlet="The Harbour Post",
        published=dt.date.fromisoformat(published) if published else None,
    )
    found = tuple(Sentence(p.start, p.end, i) for i, p in enumerate(spans, start=1))
    return Source(number, article, language, found)


def extract(of: Source, index: int) -> Extract:
    """The sentence number `index` of a source."""
    span = of.sentences[index]
    return Extract(of.text_of(span), of.id, span.paragraph, span.start, span.end)


ONE = source("S1", "The dam broke.", "Four villages were flooded.", "Rain is forecast.")
TWO = source("S2", "The minister resigned.", "An election follows.", published=None)
GROUPS = (
    Group("Title of S1", "S1", "en", ("S1",)),
    Group("Title of S2", "S2", "en", ("S2",)),
)
RANKED = tuple(
    Choice(extract(of, i), group)
    for of, i, group in ((ONE, 0, 0), (TWO, 0, 1), (ONE, 2, 0), (ONE, 1, 0), (TWO, 1, 1))
)
SUMMARY = Summary(RANKED, GROUPS)


def brief(
    *,
    points: int = 5,
    bottom_line: int = 60,
    unread: tuple[Unread, ...] = (),
    request: Request = REQUEST,
    summary: Summary = SUMMARY,
    sources: tuple[Source, ...] = (ONE, TWO),
    people: tuple[Person, ...] = (),
) -> Brief:
    """The toy brief: two sources, five extracts."""
    return compose(
        sources,
        unread,
        summary,
        Findings(people=people),
        request,
        budget=Budget(points=points, bottom_line=bottom_line),
    )


def test_the_bottom_line_takes_the_best_that_fit_its_room() -> None:
    """The first story's lede of 26 characters with its citation, then one of 29: that fills 60."""
    assert ["The dam broke.", "Rain is forecast."] == [item.text for item in brief().bottom_line]


def test_a_bottom_line_too_narrow_for_all_takes_the_shortest() -> None:
    """Something always leads the brief."""
    assert ["The dam broke."] == [item.text for item in brief(bottom_line=5).bottom_line]


def test_points_stand_under_their_story_in_the_order_of_the_telling() -> None:
    """The villages come before the rain, as the source has it, though the rain ranks higher."""
    assert [
        ("Title of S1", ["Four villages were flooded.", "Rain is forecast."]),
        ("Title of S2", ["The minister resigned.", "An election follows."]),
    ] == [
        (story.headline, [point.text for point in story.points])
        for story in brief(bottom_line=40).stories
    ]


def test_the_latest_source_comes_first_in_its_story() -> None:
    """Of two that tell one story, what the later one says stands before what the earlier said."""
    later = source("S2", "Work ended.", "The dam was mended.", published="2023-06-20")
    ranked = tuple(Choice(extract(of, i), 0) for of, i in ((later, 0), (ONE, 0), (later, 1)))
    told = Summary(ranked, (Group("Title of S1", "S1", "en", ("S1", "S2")),))
    made = brief(sources=(ONE, later), summary=told, bottom_line=24)
    assert [e.text for e in made.bottom_line] == ["Work ended."]
    points = [point.text for story in made.stories for point in story.points]
    assert points == ["The dam was mended.", "The dam broke."]


def test_a_headline_is_of_a_source_that_the_story_cites() -> None:
    """The group's headline is S2's, but only S1 is cited: its own title heads the story."""
    group = Group("Title of S2", "S2", "en", ("S1", "S2"), titled=("S2", "S1"))
    ranked = tuple(Choice(extract(ONE, i), 0) for i in range(3))
    summary, asked = Summary(ranked, (group,)), replace(REQUEST, title="The dam")
    (story,) = brief(summary=summary, bottom_line=1, request=asked).stories
    assert ("Title of S1", "S1") == (story.headline, story.headline_source)


def test_one_story_alone_stands_under_the_title() -> None:
    """Which is that of its leading source: a second headline would be another's over all."""
    group = Group("Title of S2", "S2", "en", ("S1", "S2"), titled=("S2", "S1"))
    made = brief(summary=Summary(tuple(Choice(extract(ONE, i), 0) for i in range(3)), (group,)))
    assert ("Title of S1", [None]) == (made.title, [story.headline for story in made.stories])


AGENDA = Meeting("Call", agenda=("election", "rain", "tennis", "dam", "lunch"))
ON_AGENDA = replace(
    SUMMARY,
    asked=tuple(
        Asked(item, e.source, e.start, e.end)
        for item, e in (
            ("election", extract(TWO, 1)),
            ("rain", extract(ONE, 2)),
            ("dam", extract(ONE, 0)),
        )
    ),
    silent=("tennis",),
)


def test_points_stand_under_the_items_of_the_agenda() -> None:
    """In its order, the other points after them; an item without any says why."""
    made = brief(request=replace(REQUEST, meeting=AGENDA), summary=ON_AGENDA, bottom_line=20)
    assert [(s.agenda, [p.text for p in s.points], s.sources) for s in made.stories] == [
        ("election", ["An election follows."], ("S2",)),
        ("rain", ["Rain is forecast."], ("S1",)),
        ("tennis", [], ()),
        ("dam", [], ("S1",)),
        (None, ["Four villages were flooded."], ("S1",)),
        (None, ["The minister resigned."], ("S2",)),
    ]


def test_the_agenda_comes_before_what_ranks_higher() -> None:
    """Where there is room for two points, they are on the agenda."""
    request = replace(REQUEST, meeting=AGENDA)
    made = brief(request=request, summary=ON_AGENDA, bottom_line=20, points=2)
    assert [s.agenda for s in made.stories if s.points] == ["election", "rain"]


def test_a_point_that_another_is_read_after_stands_with_it() -> None:
    """Of the villages and the rain, which leans on them, one point is made."""
    rain = replace(RANKED[2], extract=replace(RANKED[2].extract, before=RANKED[3].extract))
    made = brief(summary=replace(SUMMARY, ranked=(RANKED[0], rain, RANKED[3])), bottom_line=40)
    assert [[rain.extract]] == [list(story.points) for story in made.stories]


def _leaning(on: Choice, *choices: Choice) -> tuple[Choice, ...]:
    """The choices with an antecedent."""
    return tuple(replace(c, extract=replace(c.extract, before=on.extract)) for c in choices)


def test_an_antecedent_that_tells_a_name_is_printed_once() -> None:
    """The villages need the dam for a name alone, which the bottom line has told."""
    ranked = (RANKED[0], *_leaning(RANKED[0], RANKED[3], RANKED[1]))
    stand = Stand(RANKED[3].extract, names=("Dam",))
    made = brief(summary=Summary(ranked, GROUPS, stands=(stand,)), bottom_line=20)
    points = {point.text: point.before for story in made.stories for point in story.points}
    assert RANKED[0].extract == made.bottom_line[0]
    assert None is points[RANKED[3].extract.text]
    assert sum(entry.extracts for entry in made.sources) == 2


def test_no_point_prints_the_bottom_line_again() -> None:
    """But for the first, which is read right behind it."""
    ranked = (RANKED[0], *_leaning(RANKED[0], RANKED[3], RANKED[2]))
    made = brief(summary=Summary(ranked, GROUPS), bottom_line=20)
    assert [RANKED[0].extract] == list(made.bottom_line)
    assert [[RANKED[3].extract.text]] == [[p.text for p in s.points] for s in made.stories]
    assert 1 == made.left_out.points


def test_of_two_points_that_lean_on_one_sentence_the_first_is_printed() -> None:
    """The second would print it again right below; a name alone it has told."""
    villages, rain = _leaning(RANKED[1], RANKED[3], RANKED[2])
    names = (Stand(replace(rain.extract, before=None), names=("Dam",)),)
    for stands, texts in (((), [villages]), (names, [villages, rain])):
        made = brief(
            summary=Summary((RANKED[0], villages, rain), GROUPS, stands=stands), bottom_line=20
        )
        assert [[c.extract.text for c in texts]] == [
            [p.text for p in s.points] for s in made.stories
        ]


def test_the_bottom_line_leaves_the_agenda_its_points() -> None:
    """Its lede is its own; what it would add stands under the item instead."""
    made = brief(request=replace(REQUEST, meeting=AGENDA), summary=ON_AGENDA, bottom_line=200)
    assert [e.text for e in made.bottom_line] == ["The dam broke.", "Four villages were flooded."]


def test_what_somebody_said_on_an_item_is_a_point_where_nothing_else_is() -> None:
    """A statement that no ranking holds stands under the item, and not under its speaker too."""
    quote = extract(ONE, 1)
    said = Statement("Roe", None, "reported", "attributed", "said", quote)
    summary = Summary(RANKED[:1], GROUPS, asked=(Asked("rain", "S1", quote.start, quote.end),))
    request = replace(REQUEST, meeting=AGENDA)
    budget = Budget(points=3, positions=3, bottom_line=20)
    made = compose((ONE,), (), summary, Findings(positions=(said,)), request, budget=budget)
    assert [s.points for s in made.stories] == [(quote,)]
    assert made.positions == ()


def test_what_surely_stands_alone_is_printed_first() -> None:
    """What is in doubt has a budget of its own, and the agenda takes it where nothing else is."""
    ranked = tuple(replace(c, alone=c.extract.source == "S1") for c in reversed(RANKED))
    summary = replace(SUMMARY, ranked=ranked, asked=ON_AGENDA.asked[:1])
    budget = Budget(points=5, bottom_line=20)

    def made(summary: Summary, doubtful: int) -> list[str]:
        more = replace(budget, doubtful=doubtful)
        request = replace(REQUEST, meeting=AGENDA) if summary.asked else REQUEST
        brief = compose((ONE, TWO), (), summary, Findings(), request, budget=more)
        assert [e.text for e in brief.bottom_line] == ["The dam broke."]
        return [point.text for story in brief.stories for point in story.points]

    sure = ["Four villages were flooded.", "Rain is forecast."]
    plain = replace(summary, asked=())
    assert [sure, [*sure, "An election follows."]] == [made(plain, 0), made(plain, 1)]
    assert ["An election follows.", *sure] == made(summary, 0)


def test_what_a_chart_shows_is_no_point_and_no_figure_as_well() -> None:
    """The sentence that a chart draws stands there alone; another figure of it stays a figure."""
    listed, other = extract(ONE, 1), extract(ONE, 2)
    bars = tuple(Bar(name, None, "4", "4", listed) for name in ("Ak", "Bem", "Cor"))
    cited = Chart("days", "toll", None, (Bar(None, "2023-06-19", "9", "9", extract(TWO, 0)),) * 3)
    figures = (Figure("4", None, listed), Figure("9", None, extract(TWO, 0)))
    spare = (Figure("5", None, extract(TWO, 0)), Figure("6", None, other))
    found = Findings(
        charts=(Chart("sentence", None, None, bars), cited), figures=(*figures, *spare)
    )
    budget = Budget(charts=2, figures=9, bottom_line=20)

    def made(**more: int) -> Brief:
        return compose((ONE, TWO), (), SUMMARY, found, REQUEST, budget=replace(budget, **more))

    assert (made().charts, made().figures) == (found.charts, spare)
    points = [
        [p for story in made(points=9, charts=n).stories for p in story.points] for n in (0, 2)
    ]
    assert [listed in printed for printed in points] == [True, False]
    assert (made(charts=0).charts, made(charts=0).left_out.charts) == ((), 2)


def test_nothing_is_printed_twice() -> None:
    """What the bottom line says is not a point as well."""
    texts = [item.text for _, item in brief().extracts()]
    assert len(texts) == len(set(texts))


@pytest.mark.parametrize("points", range(5))
def test_more_budget_never_drops_an_extract(points: int) -> None:
    """The extracts of a budget are among those of the next."""
    less = {item.text for _, item in brief(points=points).extracts()}
    more = {item.text for _, item in brief(points=points + 1).extracts()}
    assert less <= more


def test_the_counts_are_true() -> None:
    """Two of the three extracts of the budget are the bottom line's; two find no room."""
    made = brief(points=1, unread=(Unread("scan.txt", "is empty"),))
    assert made.left_out.points == 2
    assert [("S1", 2, "used"), ("S2", 1, "used"), ("S3", 0, "unread")] == [
        (entry.id, entry.extracts, entry.status) for entry in made.sources
    ]
    assert made.statement == (
        "Drawn from 2 of 3 items supplied, published 19 June 2023, from The Harbour Post. "
        "1 could not be read. 1 of those read gives no date. Extracts are word for word and "
        "machine-selected; no one has assessed their reliability. "
        "2 further passages were left out."
    )


@pytest.mark.parametrize("language", ["en", "fr", "es", "de"])
@pytest.mark.parametrize(
    ("outlets", "named"), [(("Dorn Daily",) * 2, True), (("Dorn Daily", None), False)]
)
def test_the_statement_names_outlets_only_where_all_are_known(
    language: str, outlets: tuple[str | None, ...], named: bool
) -> None:
    """And its days are those of all that was read, as at the head of the brief."""
    days = ("2023-06-19", "2023-06-18", "2023-06-21")
    given = [
        Entry("S1", outlet=outlets[0], published=days[0], status="used"),
        Entry("S2", outlet=outlets[1], published=days[1], status="used"),
        Entry("S3", published=days[2]),
    ]
    said = statement(given, source_languages=["en"], left_out=LeftOut(), language=language)
    assert named == ("Dorn Daily" in said)
    assert span(map(dt.date.fromisoformat, days), language) in said


def test_a_sentence_is_printed_in_one_place() -> None:
    """What is a position is no event as well, and what is an event is no point."""
    said = Statement("A minister", None, "reported", "attributed", "said", extract(TWO, 0))
    dated = [Event("2023-06-19", "day", "on Monday", extract(of, i)) for of, i in DATED]
    made = compose(
        (ONE, TWO),
        (),
        SUMMARY,
        Findings(positions=(said,), timeline=tuple(dated)),
        REQUEST,
        budget=Budget(points=9, positions=9, timeline=9, bottom_line=30),
    )
    texts = [item.text for _, item in made.extracts()]
    assert len(set(texts)) == len(texts) == 5
    assert ["The minister resigned."] == [position.quote.text for position in made.positions]
    assert ["Rain is forecast.", "An election follows."] == [e.event.text for e in made.timeline]
    assert ["Four villages were flooded."] == [p.text for s in made.stories for p in s.points]


@pytest.mark.parametrize(("count", "shown"), [(1, 0), (2, 2)])
def test_one_figure_alone_is_no_table(count: int, shown: int) -> None:
    """Figures stand in a table of two rows or more, none whose sentence is printed elsewhere."""
    figures = tuple(Figure("4", None, extract(ONE, i)) for i in (1, 2))[:count]
    found = Findings(figures=(*figures, Figure("1", None, extract(TWO, 0))))
    made = compose(
        (ONE, TWO), (), SUMMARY, found, REQUEST, budget=Budget(points=1, figures=9, bottom_line=30)
    )
    assert [p.text for story in made.stories for p in story.points] == ["The minister resigned."]
    assert shown == len(made.figures)


def test_a_row_without_room_is_cited_where_it_stands() -> None:
    """A point is, and what stands under a speaker of a day ahead; of a day past it is not."""
    early, ahead = extract(TWO, 0), extract(TWO, 1)
    said = [Statement("Roe", None, "direct", "attributed", "said", one) for one in (early, ahead)]
    told = (extract(ONE, 1), extract(ONE, 0), early, ahead, extract(ONE, 2))
    days = ("2023-06-01", "2023-06-02", "2023-06-03", "2023-07-01", "2023-06-05")
    rows = tuple(Event(day, "day", "then", one) for day, one in zip(days, told, strict=True))
    found = Findings(positions=tuple(said), timeline=rows)
    budget = Budget(points=9, positions=2, timeline=2, bottom_line=30)
    made = compose((ONE, TWO), (), SUMMARY, found, REQUEST, budget=budget)
    assert ["Rain is forecast."] == [p.text for s in made.stories for p in s.points]
    assert [*days[:2], days[4], days[3]] == [event.date for event in made.timeline]
    assert 0 == made.left_out.timeline


DATED = ((TWO, 0), (ONE, 2), (TWO, 1))


def test_a_copy_is_told_as_one() -> None:
    """A source that repeats another is no second witness."""
    made = brief(summary=replace(SUMMARY, duplicates=(("S2", "S1"),)))
    assert made.sources[1].status == "duplicate"
    assert made.sources[1].reason == "S1"
    assert "1 repeats the text of another" in made.statement


def test_what_is_not_known_is_said() -> None:
    """A silent focus, an undated source and an unread one are gaps."""
    made = brief(
        unread=(Unread("scan.txt", "is empty"),), summary=replace(SUMMARY, silent=("tennis",))
    )
    assert [
        ("silent", "No source speaks of “tennis”."),
        (
            "undated",
            "S2 gives no date of publication; relative dates in it are left as they stand.",
        ),
        ("unread", "scan.txt could not be read: it is empty."),
    ] == [(gap.kind, gap.text) for gap in made.gaps]


def test_sources_too_late_or_too_old_are_said() -> None:
    """A source from after the information's date, and news a fortnight old, each get a line."""
    early = replace(REQUEST, as_of=dt.datetime(2023, 6, 1, tzinfo=dt.UTC))
    late = replace(REQUEST, as_of=dt.datetime(2023, 7, 4, tzinfo=dt.UTC))
    kinds = [{gap.kind for gap in brief(request=when).gaps} for when in (REQUEST, early, late)]
    assert [found & {"later", "aged"} for found in kinds] == [set(), {"later"}, {"aged"}]


def test_what_was_expected_and_is_past_is_no_event() -> None:
    """Told ahead of its day and read after it, nobody knows whether it came."""
    rows = tuple(
        Event(day, "day", "then", extract(ONE, i))
        for i, day in enumerate(("2023-06-18", "2023-06-25", "2023-07-09"))
    )
    request = replace(REQUEST, as_of=dt.datetime(2023, 7, 4, tzinfo=dt.UTC))
    made = compose(
        (ONE, TWO), (), SUMMARY, Findings(timeline=rows), request, budget=Budget(timeline=9)
    )
    assert [event.date for event in made.timeline] == ["2023-06-18", "2023-07-09"]


def test_a_relative_date_is_explained_in_every_section() -> None:
    """A statement that no ranking saw says which Friday it means."""
    told = source("S1", "The minister said on Friday that it rains.", published="2023-06-19")
    said = Statement("Roe", None, "reported", "attributed", "said", extract(told, 0))
    summary = Summary((), (Group(None, None, "en", ("S1",)),))
    found = Findings(positions=(replace(said, quote=extract(told, 0)),))
    made = compose((told,), (), summary, found, REQUEST, budget=Budget(positions=3))
    assert [day.date for p in made.positions for day in p.quote.days] == ["2023-06-16"]


def test_a_toll_that_a_chart_shows_is_no_difference() -> None:
    """Drawn day by day it rises; where no chart is printed its numbers stand side by side."""
    told = (extract(ONE, 0), extract(TWO, 0))
    bars = tuple(Bar(None, "2023-06-19", "4", "four", e) for e in told)
    chart = Chart("days", "toll", None, bars)
    found = Findings(charts=(chart,), differences=(Difference("toll", told),))
    shown = [
        compose((ONE, TWO), (), SUMMARY, found, REQUEST, budget=Budget(charts=charts)).differences
        for charts in (0, 1)
    ]
    assert list(map(len, shown)) == [1, 0]


def test_a_toll_that_rises_is_called_so() -> None:
    """Reports of two days contradict nobody."""
    pair = RANKED[0].extract, RANKED[1].extract
    for overtaken, about in (pair[:1], "deaths, day by day"), ((), "deaths"):
        found = Findings(differences=(Difference("deaths", pair),), overtaken=overtaken)
        made = compose((ONE, TWO), (), SUMMARY, found, REQUEST, budget=Budget())
        assert [about] == [one.about for one in made.differences]


def test_one_source_alone_is_thin() -> None:
    """A brief that rests on one source says so."""
    made = brief(sources=(ONE,), summary=Summary(RANKED[:1], GROUPS[:1]))
    assert ["All of this rests on a single source, S1."] == [gap.text for gap in made.gaps]


def test_what_is_not_looked_for_is_said() -> None:
    """A brief from a language without lists has no positions, and says why."""
    found = Findings(unsearched=("S1", "S2"))
    made = compose((ONE, TWO), (), SUMMARY, found, REQUEST, budget=Budget())
    (text,) = (gap.text for gap in made.gaps if gap.kind == "unsearched")
    assert text.endswith("are not looked for in the language of S1, S2.")


@pytest.mark.parametrize(
    ("request_", "title"),
    [
        (replace(REQUEST, title="Given", meeting=Meeting("Invited")), "Given"),
        (replace(REQUEST, meeting=Meeting("Invited")), "Invited"),
        (REQUEST, "Title of S1"),
    ],
)
def test_the_title_is_the_given_then_the_meetings_then_the_articles(
    request_: Request, title: str
) -> None:
    """What a person wrote goes before what was found."""
    assert brief(request=request_).title == title


def test_without_any_headline_the_title_names_the_file() -> None:
    """An article without a title gives the brief no invented one."""
    summary = Summary(RANKED[:1], (Group(None, None, "en", ("S1",)),))
    untitled = replace(ONE, article=replace(ONE.article, title=None))
    assert brief(sources=(untitled,), summary=summary).title == "Brief on S1"


def test_the_headline_over_the_bottom_line_is_the_title() -> None:
    """The story bears another title, but the bottom line is of S1."""
    summary = Summary(RANKED[:1], (Group("Another", "S2", "en", ("S1", "S2")),))
    assert brief(sources=(ONE, TWO), summary=summary, bottom_line=320).title == ONE.article.title


def test_no_story_bears_the_title_of_a_copy() -> None:
    """S2 repeats S1, and is the best titled; no point cites either's own group."""
    groups = (replace(GROUPS[0], headline="Title of S2", headline_source="S2"), GROUPS[1])
    made = brief(summary=replace(SUMMARY, groups=groups, duplicates=(("S2", "S1"),)))
    assert ("S1", ONE.article.title) == (
        made.stories[0].headline_source,
        made.stories[0].headline,
    )


def test_a_surname_is_told_in_full_where_the_reader_meets_it_first() -> None:
    """The bottom line takes "Roe" as known, and tells who it is; the point after it need not."""
    first, second = RANKED[0].extract, RANKED[1].extract
    stands = tuple(Stand(one, ("Roe",)) for one in (first, second))
    roe = Person("Jane Roe", "mayor", 2, False, first)
    made = brief(summary=replace(SUMMARY, stands=stands), people=(roe,), bottom_line=40)
    assert [(Named("Roe", "Jane Roe", "mayor"),)] == [one.names for one in made.bottom_line]
    assert {()} == {point.names for story in made.stories for point in story.points}


def test_the_brief_speaks_the_language_of_its_sources() -> None:
    """French sources give a French brief; a language without labels an English one."""
    french = source("S1", "Le barrage a cédé.", language="fr")
    greek = source("S1", "Το φράγμα έσπασε.", language="el")
    summary = Summary((), ())
    assert ["fr", "en", "de"] == [
        brief(sources=(french,), summary=summary).language,
        brief(sources=(greek,), summary=summary).language,
        brief(sources=(french,), summary=summary, request=replace(REQUEST, language="de")).language,
    ]


@pytest.mark.parametrize(
    ("days", "language", "expected"),
    [
        (("2023-06-19",), "en", "19 June 2023"),
        (("2023-06-21", "2023-06-16"), "en", "16–21 June 2023"),
        (("2023-05-30", "2023-06-02"), "en", "30 May – 2 June 2023"),
        (("2022-12-31", "2023-01-01"), "de", "31. Dezember 2022 – 1. Januar 2023"),
        (("2023-06-16", "2023-06-21"), "es", "16–21 de junio de 2023"),
    ],
)
def test_a_span_of_days_says_once_what_they_share(
    days: tuple[str, ...], language: str, expected: str
) -> None:
    """Month and year stand once where they are the same."""
    assert expected == span(map(dt.date.fromisoformat, days), language)
