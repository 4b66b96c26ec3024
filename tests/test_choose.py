"""Which of the findings are worth printing, and in which order the sections take turns."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Literal

from hypothesis import given
from hypothesis import strategies as st

from briefgen.compose import Rung, budget_of, chosen, ladder
from briefgen.compose.choose import choose
from briefgen.compose.stands import standing, tellings
from briefgen.model import (
    Also,
    Article,
    Asked,
    Bar,
    Chart,
    Choice,
    Event,
    Extract,
    Figure,
    Findings,
    Gap,
    Group,
    Person,
    Source,
    Stand,
    Statement,
    Summary,
)


def extract(place: int) -> Extract:
    """The sentence number `place` of a source whose sentences have ten characters."""
    return Extract(f"Sentence{place}.", "S1", 1, 20 * place, 20 * place + 10)


def said(
    speaker: str,
    place: int,
    outcome: Literal["attributed", "unattributed", "damaged"] = "attributed",
) -> Statement:
    """A statement in the sentence number `place`."""
    return Statement(speaker, None, "direct", outcome, "said", extract(place))


def knowing(*alone: Extract) -> Summary:
    """A summary that ranks five sentences, and knows that they and some others stand alone."""
    ranked = [extract(place) for place in (3, 1, 2, 0, 4)]
    return Summary(
        tuple(Choice(one, 0) for one in ranked),
        (Group(None, None, "en", ("S1",)),),
        stands=tuple(Stand(one) for one in (*ranked, *alone)),
    )


SUMMARY = knowing()
SOURCES = (Source("S1", Article("", (), "a.txt"), "en", ()),)


def positions(*statements: Statement) -> list[tuple[str | None, int]]:
    """Who is printed, with the number of the sentence."""
    chosen = choose(Findings(positions=statements), SUMMARY).positions
    return [(statement.speaker, statement.quote.start // 20) for statement in chosen]


def test_each_speaker_has_a_turn_before_anyone_has_a_second() -> None:
    """Roe's sentences rank first and second; Doe's comes between them all the same."""
    assert [("Jane Roe", 3), ("John Doe", 2), ("Jane Roe", 1)] == positions(
        said("Jane Roe", 1), said("John Doe", 2), said("Jane Roe", 3)
    )


def test_the_first_story_speaks_first() -> None:
    """Whatever ranks higher in a story beside it."""
    aside = replace(said("John Doe", 1), quote=replace(extract(1), source="S2", text="An aside."))
    groups = (Group(None, None, "en", ("S1",)), Group(None, None, "en", ("S2",)))
    ranked = (Choice(aside.quote, 1), *SUMMARY.ranked)
    summary = replace(knowing(aside.quote), ranked=ranked, groups=groups)
    chosen = choose(Findings(positions=(aside, said("Jane Roe", 4))), summary).positions
    assert [statement.speaker for statement in chosen] == ["Jane Roe", "John Doe"]


def test_what_is_called_unknown_stands_alone() -> None:
    """Of two sentences the summary knows that the second stands alone; only that is printed."""
    texts = ("It is not known.", "Who fired is not known.")
    first, second = (sentence(text, place) for place, text in enumerate(texts))
    gaps = tuple(Gap("unknown", "", one) for one in (first, second))
    chosen = choose(Findings(gaps=gaps), knowing(second)).gaps
    assert [second] == [gap.extract for gap in chosen]


def test_who_attends_speaks_first() -> None:
    """Doe sits at the table: his statement leads, though Roe's ranks higher."""
    findings = Findings(
        positions=(said("Jane Roe", 3), said("John Doe", 1)),
        people=(Person("John Doe", None, 1, True, extract(1)),),
    )
    chosen = choose(findings, SUMMARY).positions
    assert ["John Doe", "Jane Roe"] == [statement.speaker for statement in chosen]


def quotation(text: str, *, cue: str = "said", spoken: str) -> Statement:
    """A statement of the sentence 8, with these of its words spoken; sentence 7 stands ahead."""
    start = 160 + text.index(spoken)
    quote = Extract(text, "S1", 1, 160, 160 + len(text))
    return Statement(
        "Jane Roe", None, "direct", "attributed", cue, quote, ((start, start + len(spoken)),)
    )


def printed(statement: Statement, *stands: Stand) -> list[tuple[str | None, bool]]:
    """Who is printed, and whether behind the sentence before it."""
    summary = replace(SUMMARY, stands=stands)
    chosen = choose(Findings(positions=(statement,)), summary).positions
    return [(one.speaker, one.quote.before is not None) for one in chosen]


def test_what_leans_is_printed_behind_the_sentence_before_it() -> None:
    """It is known to stand there alone; "she" is known under her name, and nowhere else."""
    statement = quotation(
        "She said ships would pay heavy tolls.", spoken="ships would pay heavy tolls"
    )
    behind = replace(statement.quote, before=extract(7))
    assert [] == printed(statement)
    assert [("Jane Roe", True)] == printed(statement, Stand(behind))
    assert [("Jane Roe", False)] == printed(statement, Stand(statement.quote, speaker=True))


def test_a_thin_quotation_is_printed_behind_the_sentence_before_it_or_not_at_all() -> None:
    """Of two words that matter; one with a name, or with four words, says of what it speaks."""
    thin = quotation(
        '"There is no room for compromise," Roe said.', spoken="is no room for compromise"
    )
    alone = Stand(thin.quote)
    assert [] == printed(thin, alone)
    assert [("Jane Roe", True)] == printed(
        thin, alone, Stand(replace(thin.quote, before=extract(7)))
    )
    named = quotation('"No room in Zenda," Roe said.', spoken="No room in Zenda")
    assert [("Jane Roe", False)] == printed(named, Stand(named.quote))
    whole = quotation(
        '"Ships paid heavy tolls there," Roe said.', spoken="Ships paid heavy tolls there"
    )
    assert [("Jane Roe", False)] == printed(whole, Stand(whole.quote))
    assert [] == printed(replace(whole, cue="added"), Stand(whole.quote))


def test_an_event_is_printed_in_the_telling_that_makes_sense_alone() -> None:
    """The other one has the date in the same words; its place becomes a further one."""
    first = sentence("He met Doe on May 3.", 0)
    other = Also("S2", 1, 0, 22, "On May 3 Roe met Doe.")
    event = Event("2023-05-03", "day", "on May 3", replace(first, also=(other,), told_by=2))
    better = Extract(other.text, "S2", 1, 0, 22)
    summary = replace(SUMMARY, stands=(Stand(better),))
    (told,) = choose(Findings(timeline=(event,)), summary).timeline
    assert ("On May 3", "S2", 2) == (told.as_written, told.event.source, told.event.told_by)
    assert [first.text] == [also.text for also in told.event.also]
    assert () == choose(Findings(timeline=(event,)), SUMMARY).timeline
    later = replace(other, text="On May 31 Roe met Doe.", end=23)
    unsaid = replace(event, event=replace(event.event, also=(later,)))
    assert [unsaid] == list(tellings(unsaid))


def test_a_place_that_tells_half_of_an_event_is_no_further_one() -> None:
    """It has fewer than six in ten of the words that are printed."""
    first = sentence("On May 3 Roe met Doe and sold her forty mills.", 0)
    other = Also("S2", 1, 0, 22, "On May 3 Roe met Doe.")
    event = Event("2023-05-03", "day", "On May 3", replace(first, also=(other,), told_by=2))
    alone, *others = tellings(event)
    assert ((), 1) == (alone.event.also, alone.event.told_by)
    assert [1] == [len(told.event.also) for told in others]


def test_a_speaker_has_three_statements_at_the_most() -> None:
    """One speaker does not fill the section."""
    assert 3 == len(positions(*(said("Jane Roe", place) for place in range(5))))


def test_a_clause_at_the_end_of_another_sentence_is_not_printed() -> None:
    """Four of its ten characters must be what was said."""
    reported = replace(said("Jane Roe", 1), kind="reported")
    assert [] == positions(replace(reported, spoken=((27, 30),)))
    assert [("Jane Roe", 1)] == positions(replace(reported, spoken=((26, 30),)))


def test_what_was_taken_back_is_printed_with_the_taking_back_alone() -> None:
    """The sentence 3 leaves the ranking, the timeline and the figures; it leads on to 4."""
    earlier, later = said("Jane Roe", 3), said("Jane Roe", 4)
    later = replace(later, quote=replace(later.quote, before=earlier.quote))
    event = Event("2024-05-01", "day", "May 1", extract(3))
    figure = Figure("3", None, extract(3))
    found = Findings(positions=(earlier, later), timeline=(event,), figures=(figure,))
    summary, kept = standing(SUMMARY, found)
    assert ((later,), (), ()) == (kept.positions, kept.timeline, kept.figures)
    assert [1, 2, 0, 4] == [choice.extract.start // 20 for choice in summary.ranked]
    assert (SUMMARY, Findings()) == standing(SUMMARY, Findings())


def test_what_is_not_sure_is_not_printed() -> None:
    """Not: the unattributed, a nameless speaker, a sentence of two, one that cannot stand alone."""
    assert [("Oxfam", 1)] == positions(
        said("Oxfam", 1),
        said("Jane Roe", 0, outcome="unattributed"),
        said("The representative", 2),
        said("an unnamed source of the Guard", 2),
        said("Jane Roe", 3),
        said("John Doe", 3),
        said("Jane Roe", 9),
    )


def test_a_surname_leans_on_nobody_under_its_own_name() -> None:
    """Roe's sentence takes "Roe" as known; Doe's takes "Ray", who may be one of the people."""
    roe, doe = said("Jane Roe", 8), said("John Doe", 9)
    leaning = (Stand(roe.quote, ("Roe",)), Stand(doe.quote, ("Ray",)))
    summary = replace(SUMMARY, stands=leaning)
    known = (Person("Kit Ray", None, 1, False, extract(1)),)
    alone = choose(Findings(positions=(roe, doe)), summary).positions
    both = choose(Findings(positions=(roe, doe), people=known), summary).positions
    assert (["Jane Roe"], 2) == ([s.speaker for s in alone], len(both))


def test_what_is_told_elsewhere_is_no_position_too() -> None:
    """Six of seven words are a ranked sentence's of another source; four are too few."""
    ranked = sentence("Roe said the port of Zenda will close.", 1)
    summary = replace(knowing(), ranked=(Choice(ranked, 0),))
    texts = ("Roe said the port Zenda will shut.", "Roe said the bank Zenda may shut.")
    copied, other = (replace(sentence(text, 1), source="S2") for text in texts)
    summary = replace(summary, stands=(Stand(copied), Stand(other)))
    said_so = [replace(said("Jane Roe", 1), quote=quote) for quote in (copied, other)]
    chosen = [choose(Findings(positions=(one,)), summary).positions for one in said_so]
    assert [(), (said_so[1],)] == chosen


def test_what_stands_in_one_place_is_no_antecedent_in_another() -> None:
    """The sentence 2 is Roe's; a point that is read after it is left out, that after 1 is not."""
    text = "A sentence of as many words as matter."
    second = Choice(replace(extract(5), text=text, before=extract(2)), 0)
    first = Choice(replace(extract(6), text=text, before=extract(1)), 0)
    summary = replace(SUMMARY, ranked=(second, first))
    told, kept = chosen(summary, Findings(positions=(said("Jane Roe", 2),)), SOURCES)
    assert ((first,), 1) == (told.ranked, len(kept.positions))


def test_a_doubtful_point_names_somebody() -> None:
    """Or it is left out; one that surely stands may name nobody, but has seven words."""
    bees = "Bees dance where they have found food."
    texts = ("The meeting in Zenda was short.", "The talk was short. It failed.", bees)
    named, bare, sure = (
        Choice(sentence(text, place), 0, alone=place == 2) for place, text in enumerate(texts)
    )
    told, _ = chosen(replace(SUMMARY, ranked=(named, bare, sure)), Findings(), SOURCES)
    assert (named, sure) == told.ranked


def test_a_word_that_only_opens_sentences_is_no_name() -> None:
    """Critics are nobody; Zenda stands inside a sentence, too."""
    texts = ("Critics said no.", "Zenda has signed.", "It was signed by Zenda.")
    quotes = [sentence(text, place) for place, text in enumerate(texts)]
    speakers = ("Critics", "Zenda", "Kit Doe")
    found = [
        replace(said(speaker, 1), quote=quote)
        for speaker, quote in zip(speakers, quotes, strict=True)
    ]
    chosen = choose(Findings(positions=tuple(found)), knowing(*quotes)).positions
    assert ["Zenda", "Kit Doe"] == [statement.speaker for statement in chosen]


def test_an_outlet_has_no_position() -> None:
    """By its name or by a word in it; who has an office there is somebody."""
    outlets = [said("AFP", 1), said("Zenda Times", 2), said("Channel 4 News", 3)]
    editor = replace(said("Zenda Times", 4), role="editor")
    assert [("Zenda Times", 4)] == positions(*outlets, editor)


def test_what_an_outlet_reports_is_no_position() -> None:
    """The Ledger reported it; the minister who reported it has an office."""
    ledger = replace(said("The Ledger", 1), cue="reported")
    minister = replace(said("Jane Roe", 2), cue="reported", role="minister")
    assert [("Jane Roe", 2)] == positions(ledger, minister)


def test_a_sentence_that_names_its_speaker_at_once_stands_under_the_name() -> None:
    """The summary does not rank it, for "he" might be anyone; under Roe's name it is Roe."""
    quote = Extract("According to Roe, he has signed.", "S1", 9, 900, 932)
    other = Extract("In reply, Roe said he has signed.", "S1", 9, 950, 983)
    statements = (
        Statement("Jane Roe", None, "reported", "attributed", "According to", quote),
        Statement("Jane Roe", None, "reported", "attributed", "said", other),
    )
    chosen = choose(Findings(positions=statements), SUMMARY).positions
    assert [quote] == [statement.quote for statement in chosen]


def sentence(text: str, place: int) -> Extract:
    """Some words as an extract that no ranking knows."""
    return Extract(text, "S9", 1, 100 * place, 100 * place + len(text))


def test_every_day_has_a_row_before_any_has_two() -> None:
    """What happened on the 20th comes before the second row of the 19th."""
    rows = (
        Event(
            "2023-06-19", "day", "on Monday", sentence("Gold was found on Monday in Ruritania.", 0)
        ),
        Event("2023-06-19", "day", "on Monday", sentence("The town of Tell voted on Monday.", 1)),
        Event("2023-06-20", "day", "on Tuesday", sentence("It rained in Tell on Tuesday.", 2)),
    )
    chosen = choose(Findings(timeline=rows), knowing(*(row.event for row in rows))).timeline
    assert [0, 200, 100] == [event.event.start for event in chosen]


def test_mondays_of_undated_articles_are_no_days_of_a_timeline() -> None:
    """Of one article they may be, of two nobody knows which Monday came first."""
    first = Event(None, "day", "on Monday", sentence("The town of Tell voted on Monday.", 0))
    other = replace(first, event=replace(sentence("It rained in Tell on Monday.", 1), source="S8"))
    year = Event("2023-01-01", "year", "in 2023", sentence("In 2023 it rained in Tell.", 2))
    for rows, left in (((first, year), 2), ((first, other, year), 1)):
        summary = knowing(*(row.event for row in rows))
        assert left == len(choose(Findings(timeline=rows), summary).timeline)


def test_a_row_that_names_nobody_is_left_out_where_others_do() -> None:
    """Two rows name a town; the council's stands only where there are fewer."""
    named = [
        Event(f"2023-06-{day}", "day", "on Monday", sentence("The town of Tell voted.", day))
        for day in (12, 13, 14)
    ]
    council = Event("2023-06-19", "day", "on Monday", sentence("The council met on Monday.", 1))
    summary = knowing(*(row.event for row in (council, *named)))
    rows = [len(choose(Findings(timeline=(council, *named[:n])), summary).timeline) for n in (1, 2)]
    assert [2, 2] == rows


def test_days_ahead_come_before_days_past() -> None:
    """In a story that is alone also those that name nobody: they can be no other's."""
    rows = tuple(
        Event(f"2023-06-{day}", "day", "then", sentence(text, day))
        for day, text in (
            (12, "The town of Tell voted."),
            (13, "The town of Sarn voted."),
            (14, "The council met."),
            (27, "Closing arguments are heard then."),
            (28, "The town of Dorn votes."),
        )
    )
    lone = knowing(*(row.event for row in rows))
    several = replace(lone, groups=lone.groups * 2)
    told = [
        choose(Findings(timeline=rows), summary, today=dt.date(2023, 6, 20)).timeline
        for summary in (lone, several)
    ]
    assert [["28", "27", "12", "13"], ["28", "12", "13"]] == [
        [(row.date or "")[-2:] for row in found] for found in told
    ]


def test_a_day_ahead_is_told_behind_the_sentence_that_it_leans_on() -> None:
    """`It opens in June` is printed after what `it` is; what is past and leans is not."""
    leaning = replace(sentence("It opens in June.", 2), before=sentence("Tell has a port.", 1))
    event = Event("2023-06-27", "day", "in June", replace(leaning, before=None))
    for today, told in ((dt.date(2023, 6, 20), (leaning,)), (dt.date(2023, 7, 1), ())):
        found = choose(Findings(timeline=(event,)), knowing(leaning), today=today).timeline
        assert told == tuple(row.event for row in found)


def test_money_shares_and_people_come_before_things() -> None:
    """Fifteen boats come last; the same value and unit is one row."""
    values = [("15", "boats"), ("5 million", "EUR"), ("one in five", None), ("12", "people")]
    told = [Figure(value, unit, sentence("It is so.", i)) for i, (value, unit) in enumerate(values)]
    again = Figure("5 million", "EUR", sentence("It is so again.", 9))
    summary = knowing(*(figure.context for figure in (*told, again)))
    chosen = choose(Findings(figures=(*told, again)), summary).figures
    assert ["5 million", "one in five", "12", "15"] == [figure.value for figure in chosen]


def test_figures_of_one_sentence_stand_together() -> None:
    """The boats of the best sentence come before the money of the next."""
    best, next_ = sentence("It is so.", 1), sentence("It is so, too.", 2)
    told = (Figure("9", "boats", best), Figure("5", "EUR", next_), Figure("4", "EUR", best))
    chosen = choose(Findings(figures=told), knowing(best, next_)).figures
    assert ["4", "9", "5"] == [figure.value for figure in chosen]


def test_who_attends_comes_first_then_who_has_a_role() -> None:
    """The often named stranger without a role comes last; of who is only named nothing is told."""
    people = (
        Person("Named", None, 1, False, extract(0)),
        Person("Roe", None, 1, False, extract(0)),
        Person("Often", None, 9, False, extract(0)),
        Person("Role", "mayor", 1, False, extract(0)),
        Person("Guest", None, 1, True, extract(0)),
    )
    chosen = choose(Findings(people=people, positions=(said("Roe", 0),)), SUMMARY).people
    assert ["Guest", "Role", "Often", "Roe"] == [person.name for person in chosen]


def test_the_ladder_has_a_rung_for_everything_and_figures_go_first() -> None:
    """Each item is a rung; where it is too long, the last of the first round are the figures."""
    findings = Findings(
        positions=tuple(said("Roe", place) for place in range(10, 19)),
        people=(Person("Roe", None, 1, False, extract(0)),) * 9,
        timeline=tuple(
            Event("2023-06-19", "day", "on Monday", extract(place)) for place in range(20, 29)
        ),
        figures=tuple(Figure("5", None, extract(place)) for place in range(30, 39)),
    )
    rungs = ladder(SUMMARY, findings, pages=1)
    assert 5 + 4 * 9 == len(rungs)
    assert [3, 2, 2, 3, 1] == [
        [rung.section for rung in rungs[:11]].count(name)
        for name in ("points", "positions", "timeline", "people", "figures")
    ]
    assert "figures" == rungs[10].section


def chart(kind: Literal["sentence", "days", "givers"], *sources: str) -> Chart:
    """A chart with a bar from each source."""
    bars = (Bar("A", None, "4", "4", replace(extract(0), source=source)) for source in sources)
    return Chart(kind, None, None, tuple(bars))


def test_pledges_compare_within_one_story() -> None:
    """Sums from two stories may be for two things; what one sentence lists comes last."""
    groups = tuple(Group(None, None, "en", sources) for sources in (("S1", "S2"), ("S3",)))
    summary = replace(SUMMARY, groups=groups)
    listed, within = chart("sentence", "S1"), chart("givers", "S1", "S2")
    found = Findings(charts=(listed, chart("givers", "S2", "S3"), within))
    assert choose(found, summary).charts == (within, listed)


def test_charts_come_before_the_figures() -> None:
    """A toll of three days before the names, a list after them, and both before the figures."""
    findings = Findings(
        people=(Person("Roe", None, 1, False, extract(0)),),
        figures=(Figure("5", None, extract(30)),),
        charts=(chart("days", "S1"), chart("sentence", "S1")),
    )
    rungs = ladder(SUMMARY, findings, pages=1)
    assert ["charts", "people", "charts", "figures"] == [
        rung.section for rung in rungs if rung.section != "points"
    ]
    assert budget_of(rungs).charts == 2


def test_what_may_not_stand_alone_fills_what_is_left() -> None:
    """Its rungs come after everything else, but on the agenda where nothing else is."""
    doubtful = tuple(replace(choice, alone=False) for choice in SUMMARY.ranked[:3])
    summary = replace(SUMMARY, ranked=(*doubtful, *SUMMARY.ranked[3:]))
    findings = Findings(people=(Person("Roe", None, 1, False, extract(0)),) * 9)
    sections = [rung.section for rung in ladder(summary, findings, pages=1)]
    assert ["points"] * 2 + ["people"] * 9 + ["doubtful"] * 3 == sections
    asked = tuple(Asked(item, "S1", 0, 1) for item in ("rain", "dam"))
    rungs = ladder(replace(summary, asked=asked), findings, pages=1)
    assert ["points"] * 2 + ["doubtful"] * 2 == [rung.section for rung in rungs[:4]]


def test_a_sentence_is_one_rung() -> None:
    """What is said under a speaker is no rung among the points as well."""
    findings = Findings(positions=(said("Roe", 1), said("Doe", 2)))
    sections = [rung.section for rung in ladder(SUMMARY, findings, pages=1)]
    assert ["points"] * 3 + ["positions"] * 2 == sorted(sections)


@given(st.integers(0, 30))
def test_a_higher_rung_never_prints_less(height: int) -> None:
    """The budget of a rung is within that of the next, section by section."""
    findings = Findings(positions=tuple(said("Roe", place) for place in range(20)))
    rungs: tuple[Rung, ...] = ladder(SUMMARY, findings, pages=2)
    low, high = budget_of(rungs[:height]), budget_of(rungs[: height + 1])
    assert low.points <= high.points
    assert low.positions <= high.positions
