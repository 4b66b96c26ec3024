"""Who is who: names, roles, merging, the meeting's guests."""

from __future__ import annotations

import pytest

from briefgen.find import find
from briefgen.model import Attendee, Meeting
from tests.find import toys


def _people(*texts: str, language: str = "en") -> list[tuple[str, str | None, int]]:
    """Name, role and mentions of everybody found."""
    sources = [toys.source(text, language, f"S{i}") for i, text in enumerate(texts, 1)]
    return [(p.name, p.role, p.mentions) for p in find(sources).people]


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("President Emil Dragan slept.", "Emil Dragan", "President"),
        ("U.S. Secretary of State Anne Hull slept.", "Anne Hull", "U.S. Secretary of State"),
        ("The county’s engineer, Paul Orme, slept.", "Paul Orme", "county’s engineer"),
        ("Ruth Calder, 61, a former judge, slept.", "Ruth Calder", "former judge"),
        ("His coach, Stepan Kral, slept.", "Stepan Kral", "coach"),
        ("The pole vaulter Jana Tull slept.", "Jana Tull", "pole vaulter"),
        ("The European Union’s envoy, Jana Tull, slept.", "Jana Tull", "European Union’s envoy"),
        ("In June. Finance director Jana Tull slept.", "Jana Tull", "Finance director"),
        ("Rep. Jana Tull slept.", "Jana Tull", "Rep."),
        ("Musa ag Tull, a judge, slept.", "Musa ag Tull", "judge"),
        ("Mother-of-two Jana Tull, a judge, slept.", "Jana Tull", "judge"),
        ("Lund and Lomarian Prime Minister Jana Tull slept.", "Jana Tull",
         "Prime Minister"),
        ("Home Office pathologist Dr Iain Muir slept.", "Iain Muir", "Home Office pathologist"),
        ("Per Dahl, Deputy Minister for Health, slept.", "Per Dahl", "Deputy Minister for Health"),
        ("Prince Khalid bin Sultan Al-Harbi slept.", "Khalid bin Sultan Al-Harbi", "Prince"),
        ("Minister of State for Oil Ravi Orme slept.", "Ravi Orme", "Minister of State for Oil"),
        ("Envoy for Home Affairs Mr. Kozak slept.", "Kozak", "Envoy for Home Affairs"),
        ("Ex-defence minister Jana Tull slept.", "Jana Tull", "Ex-defence minister"),
        ("The minister-elect, Jana Tull, slept.", "Jana Tull", "minister-elect"),
        ("Jana Tull, then a baker and now a judge, slept.", "Jana Tull",
         "then a baker and now a judge"),
        ("A former aide to the mayor, Jana Tull, slept.", "Jana Tull", "former aide to the mayor"),
        ("Marc Le Goff, a judge, slept.", "Marc Le Goff", "judge"),
        ("On Tuesday Envoy for Norland Jana Tull slept.", "Jana Tull", "Envoy for Norland"),
        ("Kai-Uwe Tull, a judge, slept.", "Kai-Uwe Tull", "judge"),
        ("The bishop of Dorn, the Rt Rev Jana Tull, slept.", "Jana Tull", "bishop of Dorn"),
        ("By night, civil defence chief Jana Tull slept.", "Jana Tull", "civil defence chief"),
        ("The Board slept. Bank of Norland Governor Jana Tull slept.", "Jana Tull",
         "Bank of Norland Governor"),
        ("Health and Labour Secretary Jana Tull slept.", "Jana Tull",
         "Health and Labour Secretary"),
        ("Deputy Under Secretary Jana Tull slept.", "Jana Tull", "Deputy Under Secretary"),
        ("The prosecutor, Jana Tull SAN, slept.", "Jana Tull", "prosecutor"),
        ("Peter ole Tull, a judge, slept.", "Peter ole Tull", "judge"),
        ("Jana Tull, herself a judge, slept.", "Jana Tull", "judge"),
        ("Jana Tull, the lawyer representing her, slept.", "Jana Tull", "lawyer"),
        ("Jana Tull, the founder and, until May, owner, slept.", "Jana Tull", "founder"),
        ("Jana Tull KC, a 45-year-old judge, slept.", "Jana Tull", "judge"),
        ("Sumarno, the governor of East Java, slept.", "Sumarno", "governor of East Java"),
        ("King Orvald III slept.", "Orvald III", "King"),
        ("Jana Tull, a baker by trade and not a judge, slept.", "Jana Tull", "baker by trade"),
        ("Sarn met port chief executive Jana Tull.", "Jana Tull", "port chief executive"),
        ("Lawyers defending former port chief Jana Tull slept.", "Jana Tull",
         "former port chief"),
        ("The ex-Downing Street chief Jana Tull slept.", "Jana Tull",
         "ex-Downing Street chief"),
        ("The shadow Chancellor Jana Tull slept.", "Jana Tull", "shadow Chancellor"),
        ("A Dorn based US lawyer Jana Tull slept.", "Jana Tull", "US lawyer"),
        ("The Sunday Post journalist Jana Tull slept.", "Jana Tull", "Sunday Post journalist"),
        ("On Sunday port chief Jana Tull slept.", "Jana Tull", "port chief"),
        ("Jana Tull, its minister for mines, slept.", "Jana Tull", "minister for mines"),
    ],
)  # fmt: skip
def test_the_role_is_the_one_written_beside_the_name(text: str, name: str, role: str) -> None:
    """Before the name, after it, or ahead of it with a comma."""
    ((found, as_written, _),) = _people(text)
    assert name == found
    assert as_written == role


@pytest.mark.parametrize(
    "text",
    [
        "They met at the Gustav Adler Quay.",
        "The Karl Hess Arena was full.",
        "The Institute for Open Markets met.",
        "Nordel Tools fell.",
        "They sailed on the frigate Anna Lindh.",
        "They sang in St Adalbert.",
        "Charles Hatton Hall was its brewhouse.",
        "The Major Emitting nations met.",
        "Auditor Benham LLP stood by its work.",
        "They met in the Squadron Officer School.",
        "The dam’s owner, Karpat Gold, was late.",
        "They met on Queen Mary Street.",
        "HS Orka, operator of the dam, was late.",
        "Baker Orme advised.",
        "They overlooked San Roque, its neighbour.",
        "Norland, a member, voted.",
        "In Dorn, the mayor, a baker, slept.",
        "The dam sued Morgan Stanley, its former banker.",
        "Karpatgold, a 30% shareholder in the dam, was late.",
        "The head of Karpat Auto, a baker, slept.",
        "The Minister for Children, Young People and Families slept.",
    ],
)
def test_places_and_bodies_are_no_people(text: str) -> None:
    """What is named after somebody isn't somebody."""
    assert _people(text) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le porte-avions Paul Lefaur est là."),
        ("fr", "L’hôpital Paul Lefaur est fermé."),
        ("es", "La directora del colegio Ana Ruiz duerme."),
        ("es", "El muelle Almirante Orme duerme."),
        ("de", "Sie traf den Botschafter Chinas."),
    ],
)
def test_places_and_bodies_elsewhere(language: str, text: str) -> None:
    """What is named after somebody isn't somebody in other languages either."""
    assert _people(text, language=language) == []


def test_the_wife_of_the_mayor_has_no_role() -> None:
    """The name may be hers or his."""
    assert {role for _, role, _ in _people("The wife of the mayor, Ann Orme, slept.")} <= {None}


def test_a_surname_counts_for_its_full_name_in_another_source_too() -> None:
    """The full name and the role come from one source, a mention from the other."""
    texts = ("Mayor Alun Pritchard spoke. Pritchard left.", "Mr Pritchard came back.")
    assert [("Alun Pritchard", "Mayor", 3)] == _people(*texts)


@pytest.mark.parametrize(
    ("language", "text", "name", "role"),
    [
        ("fr", "Le président Iranien Karim Haddad dort.", "Karim Haddad", "président Iranien"),
        ("fr", "Le ministre japonais des Mines Paul Lefaur dort.", "Paul Lefaur",
         "ministre japonais des Mines"),
        ("es", "El delantero uruguayo Facundo Duarte duerme.", "Facundo Duarte",
         "delantero uruguayo"),
        ("es", "Eusebio Tamayo, agricultor de 67 años, duerme.", "Eusebio Tamayo", "agricultor"),
        ("fr", "Le maire (divers gauche), Paul Orme, dort.", "Paul Orme", "maire"),
        ("fr", "Le président du groupe socialiste, Paul Orme, dort.", "Paul Orme",
         "président du groupe socialiste"),
        ("fr", "Paul Orme, 54 ans, agriculteur, dort.", "Paul Orme", "agriculteur"),
        ("de", "Sie traf Li Wei, den Botschafter Chinas.", "Li Wei", "den Botschafter Chinas"),
        ("fr", "L’élu Marc Roth de la CGT dort.", "Marc Roth", "élu"),
        ("de", "Der Lotse Jan Roth von der IG Bau ist da.", "Jan Roth", "Lotse"),
        ("es", "El titular de Hacienda, Paul Orme, duerme.", "Paul Orme", "titular de Hacienda"),
        ("de", "Nach Ansicht von Detlef Kühn, Analyst, kostet es.", "Detlef Kühn", "Analyst"),
    ],
)  # fmt: skip
def test_the_role_in_other_languages(language: str, text: str, name: str, role: str) -> None:
    """A nation with a capital is no part of the name, nor is a noun before `von`."""
    assert [(name, role)] == [found[:2] for found in _people(text, language=language)]


@pytest.mark.parametrize(
    "text",
    [
        "Ruth Calder, 49, bowed her head as the foreman read.",
        "They saw a major Ruth Calder show.",
        "They met Ruth Calder, and the mayor of Dorn, in May.",
        "Ruth Calder, the mayor said, would go.",
        "Ruth Calder, a baker told us, would go.",
        "The mayor, Ruth Calder said, had left.",
        "In a letter to Ruth Calder, the chairman of the board refused.",
    ],
)
def test_what_is_no_role(text: str) -> None:
    """Verbs, adjectives and the next of a list stand beside a name, too."""
    assert [("Ruth Calder", None, 1)] == _people(text)


def test_a_role_between_two_names_is_nobodys() -> None:
    """In a list it might be either's."""
    text = "They saw Alun Pritchard, the mayor, Mary Cole and others."
    assert {role for _, role, _ in _people(text)} == {None}


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Chairman Paul Orme hired coach Jana Tull.", {"Chairman", "coach"}),
        ("Mayor Paul Orme endorsed governor Jana Tull.", {"Mayor", "governor"}),
        ("Marks & Spencer chief executive Jana Tull slept.", {"Marks & Spencer chief executive"}),
        ("Furious transport secretary Jana Tull slept.", {"transport secretary"}),
        (
            "“It held,” said Jana Tull, director of industry operations at the port.",
            {"director of industry operations at the port"},
        ),
        (
            "“It held,” said Jana Tull, Director of Industry Operations at RDG.",
            {"Director of Industry Operations at RDG"},
        ),
        ("Food and Drug Administration chief Jana Tull slept.", {"chief"}),
    ],
)
def test_a_role_is_no_clause_and_no_half_of_a_name(text: str, roles: set[str]) -> None:
    """What somebody does to the next one is not what that one is."""
    assert {role for _, role, _ in _people(text)} == roles


def test_a_middle_name_is_left_out_of_the_same_name() -> None:
    """Where one longer form is known."""
    assert _people("Jana Tull slept. Jana Maria Tull, a judge, woke.")[0][:2] == (
        "Jana Maria Tull", "judge",
    )  # fmt: skip


def test_the_office_of_today_goes_before_one_of_the_past() -> None:
    """However long that is; where there is no other, the former one is told."""
    former = "Jana Tull, a former professor of trade law, slept."
    assert _people(former)[0][1] == "former professor of trade law"
    assert _people(f"The judge, Jana Tull, slept. {former}")[0][1] == "judge"


def test_in_a_list_each_has_a_role() -> None:
    """The last one's own tells whose the others are."""
    text = "They saw Alun Pritchard, a mayor, Mary Cole, a judge, and Paul Orme, a baker."
    assert {("Alun Pritchard", "mayor"), ("Mary Cole", "judge"), ("Paul Orme", "baker")} == {
        found[:2] for found in _people(text)
    }
    text = "They met Mary Cole, Peter Nilsen and the Norwegian envoy."
    assert {role for _, role, _ in _people(text)} == {None}


def test_a_month_is_no_given_name_after_a_number() -> None:
    """`On 20 June Biden said` names Biden, `May Orme, a farmer` somebody called May."""
    text = "President Joe Biden left. On 20 June Biden said that it held. In May Biden slept."
    assert [("Joe Biden", "President", 3)] == _people(text)
    assert [("May Orme", "farmer", 1)] == _people("May Orme, a farmer, slept. It may hold.")


def test_a_nickname_stands_between_the_names() -> None:
    """Who bears the surname is not the daughter who is named later."""
    text = "Archibald “Archie” Orme, a baker, slept. Ann Orme woke. Mairi Orme left."
    assert ("Archibald “Archie” Orme", "baker") in [found[:2] for found in _people(text)]


def test_a_courtesy_tells_two_of_one_surname_apart() -> None:
    """Mrs Whitlock is not the man of that name."""
    text = "Tim Whitlock, a baker, slept. Mr Whitlock woke. Mrs Whitlock said it held."
    assert [("Tim Whitlock", "baker", 2), ("Whitlock", None, 1)] == _people(text)


def test_a_chairman_may_be_a_woman() -> None:
    """The word tells no gender; of a given name that both have, nor does that."""
    text = "Board chairman Robin Tull slept. Ms Tull said it held."
    assert [("Robin Tull", "Board chairman", 2)] == _people(text)


def test_two_of_one_surname_stay_two() -> None:
    """A surname that two bear is counted for neither."""
    text = "Mayor Alun Pritchard and the judge Mary Pritchard spoke. Pritchard left."
    assert [("Alun Pritchard", "Mayor", 1), ("Mary Pritchard", "judge", 1)] == _people(text)


def test_who_attends_comes_first() -> None:
    """A guest of the meeting stands before somebody mentioned more often."""
    text = "Mayor Alun Pritchard spoke. Pritchard left. The judge Mary Cole stayed."
    meeting = Meeting("Talks", attendees=(Attendee("Cole, Mary"),))
    found = find([toys.source(text)], meeting=meeting).people
    assert [("Mary Cole", True), ("Alun Pritchard", False)] == [
        (p.name, p.attending) for p in found
    ]


@pytest.mark.parametrize(
    ("text", "name", "mentions"),
    [
        ("Ana Ruiz Orme, a baker, slept. Ruiz woke. Ana Ruiz left.", "Ana Ruiz Orme", 3),
        ("Pau Ferrer i Vidal, a baker, slept. Ferrer woke.", "Pau Ferrer i Vidal", 2),
        ("Ali bin Omar al-Harbi, a baker, slept. Al-Harbi woke.", "Ali bin Omar al-Harbi", 2),
        ("Sidi Ould Cheikh, a baker, slept. Cheikh woke.", "Sidi Ould Cheikh", 2),
        ("Jane Roe, a baker, slept. Ms\u00a0Roe woke. Jane\u202fRoe left.", "Jane Roe", 3),
        ("Jan ’t Hoen, a baker, slept. Jan L. ’t Hoen woke.", "Jan L. ’t Hoen", 2),
    ],
)
def test_a_name_in_part_is_the_same_name(text: str, name: str, mentions: int) -> None:
    """The first of two surnames, `Al-` for `al-`, an initial more or less, any space."""
    assert [(name, "baker", mentions)] == _people(text)


def test_a_father_of_another_gender_is_no_short_form() -> None:
    """Whom a courtesy tells apart, the shorter name does not name."""
    texts = ("Mr Kim Orme, a baker, slept.", "Ms Kim Orme Lund, a judge, woke.")
    assert {("Kim Orme", "baker"), ("Kim Orme Lund", "judge")} == {
        found[:2] for found in _people(*texts)
    }


def test_a_surname_joins_a_full_name_of_its_gender() -> None:
    """Or of any, where one source has taken another's pronoun for hers; not of the other alone."""
    full, alone = "Mayor Robin Tull slept. {} Tull slept.", "Mayor Tull slept. Ms Tull slept."
    assert 1 == len(_people(full.format("Mr"), full.format("Ms"), alone))
    assert 2 == len(_people(full.format("Mr"), alone))


def test_an_office_says_more_than_whose_counterpart_somebody_is() -> None:
    """Though that has more words."""
    told = "His Ruritanian counterpart, Jana Tull, slept.", "President Jana Tull woke."
    assert [("Jana Tull", "President")] == [(name, role) for name, role, _ in _people(*told)]


def test_a_law_is_nobody() -> None:
    """Though an office opens its name."""
    assert _people("The Control of Major Accident Hazards Regulations 2015 held.") == []


def test_a_name_written_with_other_capitals_is_one_person() -> None:
    """As the first source writes it."""
    told = ("Minister Bo Ki-moon slept.", "Minister Bo Ki-Moon slept.")
    assert ["Bo Ki-moon"] == [name for name, *_ in _people(*told)]
    told = ("Minister Ana Peña slept.", "Minister Ana Pena slept.")
    assert ["Ana Peña"] == [name for name, *_ in _people(*told)]


def test_a_pet_form_is_the_same_person_where_no_third_has_the_surname() -> None:
    """Bernie is Bernard, under the name that is used more; Ernie is not."""
    told = ("Mayor Bernard Tull slept.", "Mayor Bernie Tull slept. Tull woke.")
    assert [("Bernie Tull", "Mayor", 3)] == _people(*told)
    assert 2 == len(_people("Mayor Bernard Tull slept.", "Mayor Ernie Tull slept."))
    assert 3 == len(_people(*told, "Mayor Ann Tull slept."))


def test_an_office_says_more_than_one_of_several() -> None:
    """Whatever their length."""
    told = ("Jana Tull, one of six bakers of the town, slept.", "Mayor Jana Tull slept.")
    assert [("Jana Tull", "Mayor", 2)] == _people(*told)


@pytest.mark.parametrize(
    "text",
    ["The board will host Mr Tull.", "Her predecessor, Jana Tull, slept."],
)
def test_a_verb_or_a_relation_alone_is_no_office(text: str) -> None:
    """Whose predecessor she is stands elsewhere."""
    assert [None] == [role for _, role, _ in _people(text)]
