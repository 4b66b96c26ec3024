"""Which sentences make sense alone."""

from __future__ import annotations

import pytest

from briefgen.summarize.meant import is_of_others, may_mean, sexes
from briefgen.summarize.rules import number_rules, rules
from briefgen.summarize.standing import Standing, leaning_first, standing
from briefgen.summarize.tokens import tokenise


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("The ministers of Ruritania signed the grain treaty in Strelsau.", "alone"),
        ("Prince Rudolf said he would visit the northern provinces soon.", "alone"),
        ("In 1894 the king of Ruritania was crowned in the cathedral of Strelsau.", "alone"),
        ("This week the parliament in Strelsau will vote on the new budget.", "alone"),
        ("Both Rudolf and Michael claimed the throne of the small kingdom.", "alone"),
        ("A small boat much like the two seized by Ruritania on May 3, 1894.", "never"),
        ("Many boats seized by Ruritania sank in the northern sea.", "alone"),
        ("Rudolf Elphberg in June 1894, after having left the small town called Zenda.", "never"),
        ("Rudolf Elphberg left in June 1894, after he had lost the town of Zenda.", "alone"),
        ("He called the treaty a great success for both of the countries.", "person"),
        ("In response, he called the treaty a great success for the kingdom.", "person"),
        ("Late in his life he wrote the memoirs that made the kingdom famous.", "person"),
        ("Under the grain treaty it has until May to open the port of Zenda.", "leans"),
        ("Under the grain treaty it is not clear who may use the port of Zenda.", "alone"),
        ("Under the grain treaty Zenda has until May to open its port.", "alone"),
        ("On Monday he flew to Strelsau to sign the treaty with Ruritania.", "person"),
        ("They agreed to meet again in the capital before the winter came.", "leans"),
        ("However, the treaty of Strelsau was never ratified by the parliament.", "leans"),
        ("The treaty, however, was never ratified by the parliament of Ruritania.", "leans"),
        ("This was the first treaty that the two kingdoms had ever signed.", "leans"),
        ("One idea to solve this problem combines a tax with a customs union.", "leans"),
        ("The ministers of Ruritania also signed the grain treaty in Strelsau.", "leans"),
        ("The ministers of Ruritania also called for a treaty on the grain.", "leans"),
        ("The Black Tower, also called the Keep, fell to the king in 1894.", "alone"),
        ("Ruritania says they were fishing in the waters of the northern kingdom.", "leans"),
        ("Hentzau Mills has replaced it with three mills on the northern coast.", "leans"),
        ("Gov. Flavia “Black” Hentzau, standing beside him, had sold three mills.", "leans"),
        ("Flavia Hentzau thanked Black Michael and stood beside him in Strelsau.", "alone"),
        ("On Friday the minister, Rudolf Rassendyll, relieved him of his post.", "leans"),
        ("Zenda's lawyer Rudolf Rassendyll pressed her on the northern mills.", "leans"),
        ("The lawyer Rudolf Rassendyll pressed her on the northern mills.", "leans"),
        ("Flavia Hentzau said that the council had pressed her on the mills.", "alone"),
        ("Flavia Hentzau said Rudolf Rassendyll had pressed her on the mills.", "alone"),
        ("Flavia Hentzau acknowledged that she had written it.", "leans"),
        ("Ministers in Zenda promised to close that gap by the end of May.", "leans"),
        ("Ministers in Zenda said that water from the mills should be free.", "alone"),
        ("Flavia Hentzau, who owns the northern one, has not yet decided to sell.", "leans"),
        ("Flavia Hentzau, who owns the old mill and the northern one, will sell.", "alone"),
        ("Flavia Hentzau was the only one to speak on the treaty in parliament.", "alone"),
        ("There was no immediate comment from the ministers of Ruritania.", "leans"),
        ("People close to Flavia Hentzau believe she will sell the mills in May.", "person"),
        ("The number of mills in the northern provinces of Ruritania was higher.", "leans"),
        ("The mills of Ruritania sold less flour than in the same month of 1894.", "alone"),
        ("The mills of Ruritania sold less flour than in the same month.", "leans"),
        ("Ruritania already faces three kingdoms and one empire in the north.", "alone"),
        ("Ruritania will build 40 new mills over the next five years.", "alone"),
        ("Ruritania wants to win the next election to the council of Zenda.", "alone"),
        ("Ruritania wants to be asked to the next round of talks in Zenda.", "leans"),
        ("Ruritania has thus far built 40 mills in the northern provinces.", "alone"),
        ("To help the farmers, Ruritania has built 40 mills in the north.", "alone"),
        ("Up to 40 mills were built in the northern provinces of Ruritania.", "alone"),
        ("Up to 40 were built in the northern provinces of Ruritania.", "leans"),
        ("Shares of Hentzau Mills closed higher than the market of Strelsau.", "alone"),
        ("According to the Strelsau Post, they will build 40 mills in the north.", "leans"),
        ("Ministers in Strelsau said they were going to build 40 mills.", "alone"),
        ("Anyone moving to Strelsau must show that they can read and write.", "alone"),
        ("Most readers of the Sunday Post thought his former ally would win.", "person"),
        ("The Strelsau Post may be sold to Hentzau Mills this year, it said.", "leans"),
        ("The Strelsau Post may be sold to Flavia Hentzau, he said on Friday.", "person"),
        ("The Strelsau Post may be sold this year, Flavia Hentzau told the king.", "alone"),
        ("The news came as the king of Ruritania opened a mill in Strelsau.", "leans"),
        ("Separately, the king of Ruritania has opened a mill in Strelsau.", "leans"),
        ('Flavia Hentzau told the mills: "If they pay, we will open the port."', "leans"),
        ('Flavia Hentzau said: "If farmers come, they will find the port open."', "alone"),
        ("Ruritania too needed a port in the north, Flavia Hentzau said.", "leans"),
        ("Sacked minister Flavia Hentzau has opened a mill in Strelsau.", "alone"),
        ("Both mills have been opened in Strelsau, and will be sold in May.", "alone"),
        ("The merchants of Strelsau took this to mean that the port would open.", "leans"),
        ("Hentzau Mills sold a similar flour in the port of Strelsau last year.", "leans"),
        ("Flavia Hentzau hit back by saying that the port of Strelsau was open.", "alone"),
        ("Reporting its results, Hentzau Mills said that flour was dear.", "alone"),
        ("Reporting its results, the largest mill said that flour was dear.", "leans"),
        ("The former minister of Ruritania has opened a mill in Strelsau.", "alone"),
        ("The former was a minister of Ruritania and owned a mill in Strelsau.", "leans"),
        ("This year's treaty of Strelsau was signed by the king on Monday.", "alone"),
        ("Ruritania regards such arrangements with much fear and some hatred.", "leans"),
        ("The merchants of Strelsau never accepted that, the old minister said.", "leans"),
        ("In the spring there were many ships from all of the northern provinces.", "leans"),
        ("About 85 percent were farmers in the provinces of northern Ruritania.", "leans"),
        ('"Ruritania has signed the treaty on grain and salt," he said in Strelsau.', "person"),
        ("Built by the kings of Ruritania between 1656 and 1662 in old Strelsau.", "never"),
        ("The merchants of Strelsau asked the king of Ruritania to say yes.", "alone"),
        ("Flavia Hentzau said, oh yes, the port of Strelsau had been open.", "never"),
        ("Visit the old cathedral of Strelsau before the winter market opens.", "never"),
        ("Ruritania mended the mill on Monday that had burnt down a week earlier.", "alone"),
        ("Ruritania mended the old mill that had burnt down a week earlier.", "leans"),
        ("Later on Monday the king of Ruritania signed the treaty in Strelsau.", "alone"),
        ("Later on, the king of Ruritania signed the treaty in Strelsau.", "leans"),
        ('The king of Ruritania said: "Nobody here wants the treaty to fail."', "alone"),
        ("The king of Ruritania said that nobody here wanted the treaty.", "leans"),
        ('"No treaty will be signed in Strelsau this year," added the king.', "leans"),
        ("Others said that the duties on grain should have been kept in place.", "leans"),
        ("Will the parliament of Ruritania ever ratify the treaty of Strelsau?", "never"),
        ('"The treaty of Strelsau will never be ratified by this parliament."', "never"),
        ('"The treaty of Strelsau will never be ratified, said the minister.', "never"),
        ("the treaty of Strelsau was signed by the ministers on Monday.", "never"),
        ("The ministers who signed the treaty of Strelsau on Monday are these:", "never"),
        ("The old cathedral of Strelsau in winter. Image: A. Hope.", "never"),
        ("Q: The ministers of Ruritania signed the grain treaty in Strelsau.", "never"),
        ("Ministers of Ruritania in Strelsau", "never"),
    ],
)
def test_english_sentences(text: str, verdict: Standing) -> None:
    """Each is judged as a reader would who sees nothing else."""
    assert standing(text, "plain", rules("en")) == verdict


@pytest.mark.parametrize("state", ["quoted", "damaged"])
def test_part_of_a_quotation_never_stands(state: str) -> None:
    """However well it reads."""
    text = "The ministers of Ruritania signed the grain treaty in Strelsau."
    assert standing(text, state, rules("en")) == "never"  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Toutefois, le traité de Strelsau n'a jamais été ratifié par le parlement."),
        ("es", "Sin embargo, el tratado de Strelsau nunca fue ratificado por el parlamento."),
        ("de", "Dennoch wurde der Vertrag von Strelsau vom Parlament nie ratifiziert."),
        ("pt", "No entanto, o tratado de Strelsau nunca foi ratificado pelo parlamento."),
        ("ru", "Однако договор в Стрельсау так и не был ратифицирован парламентом."),
        ("it", "Tuttavia il trattato di Strelsau non è mai stato ratificato dal parlamento."),
    ],
)
def test_a_connective_leans_in_every_language_with_rules(language: str, text: str) -> None:
    """The rules are data, a file a language."""
    assert standing(text, "plain", rules(language)) == "leans"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le parlement de Strelsau a également ratifié le traité sur le grain."),
        ("es", "El parlamento de Strelsau ratificó también el tratado sobre el grano."),
        ("de", "Das Parlament in Strelsau hat ebenfalls über das Getreide abgestimmt."),
        ("it", "Il parlamento di Strelsau ha inoltre ratificato il trattato sul grano."),
        ("pt", "O parlamento de Strelsau ratificou também o tratado sobre os grãos."),
        ("ru", "Парламент в Стрельсау также ратифицировал договор о торговле зерном."),
    ],
)
def test_what_adds_leans_in_every_language_with_rules(language: str, text: str) -> None:
    """To say "also" is to say that something went before, wherever it stands."""
    assert standing(text, "plain", rules(language)) == "leans"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Nueve horas, dos borradores y una pelea por un adverbio.", "never"),
        ("Nueve ministros debatieron dos borradores y un adverbio.", "alone"),
        ("Otra noche larga en Strelsau, con dos borradores del tratado y sin pan.", "never"),
    ],
)
def test_endings_tell_verbs_where_lists_tell_few(text: str, verdict: Standing) -> None:
    """So what has none of either is no sentence, up to some length."""
    assert standing(text, "plain", rules("es")) == verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Les moulins de Strelsau reprendront le travail lundi, après neuf jours.", "alone"),
        ("Le parlement de Ruritanie examine mardi le traité sur le grain.", "alone"),
        (
            "Une prime de 40 florins pour chaque meunier de Strelsau et un plan de six mois.",
            "never",
        ),
        ("Pas à la boulangerie de la place, ni au moulin du coin, ni chez le roi.", "never"),
        ("« Le moulin est fermé depuis lundi et le restera », a-t-il déclaré hier.", "person"),
        (
            "« Le moulin est fermé », a annoncé Flavia Hentzau. « Il rouvrira », a-t-elle dit.",
            "alone",
        ),
        ("«\u00a0Le moulin de Strelsau est fermé\u00a0», a annoncé Flavia Hentzau.", "alone"),
        ("Les députés de Strelsau ont adopté cette loi par 187 voix contre 139.", "leans"),
        ("Le roi de Ruritanie a cependant signé le traité sur le grain.", "leans"),
        ("Le roi de Ruritanie a aussi signé le traité sur le grain.", "leans"),
        ("Non seulement le roi, mais aussi la reine ont signé le traité sur le grain.", "alone"),
        ("Selon le traité elle a jusqu'au 7 mai pour ouvrir le port de Zenda.", "person"),
        ("Selon le traité Zenda a jusqu'au 7 mai pour ouvrir le port.", "alone"),
        ("Sollicité, le roi de Ruritanie n'a pas souhaité parler du traité.", "leans"),
    ],
)
def test_french_is_told_by_its_verbs(text: str, verdict: Standing) -> None:
    """Futures and presents are verbs, a pronoun may follow one, and adverbs stand behind it."""
    assert standing(text, "plain", rules("fr")) == verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Los molinos de Strelsau vuelven al trabajo el lunes tras nueve días.", "alone"),
        ("El parlamento de Ruritania debate el martes el tratado del grano.", "alone"),
        ("Una prima de 40 florines para cada molinero y un plan de seis meses.", "never"),
        ("Añadió que el molino de Strelsau abrirá el lunes tras nueve días.", "leans"),
        ("Según el tratado él puede abrir el puerto de Zenda en mayo.", "person"),
        ("Le ofreció un puesto en el molino de Strelsau el lunes.", "leans"),
        ("«El molino abrirá el lunes tras nueve días», dijo el martes.", "person"),
        ("«El molino abrirá el lunes tras nueve días», ha dicho en Zenda.", "person"),
        ("«El molino abrirá el lunes tras nueve días», declaró en la radio.", "person"),
        ("«El molino abrirá el lunes», ha dicho la ministra en Zenda.", "alone"),
        ("«El molino abrirá el lunes tras nueve días», dijo Flavia Hentzau.", "alone"),
        ("«El molino abrirá el lunes tras nueve días», dijo el ministro.", "alone"),
    ],
)
def test_spanish_is_told_by_its_verbs(text: str, verdict: Standing) -> None:
    """A verb needs no pronoun, so one of saying without a name means somebody who went before."""
    assert standing(text, "plain", rules("es")) == verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Die Mühle streicht 40 Stellen in Strelsau.", "alone"),
        ("Das Parlament berät am Dienstag über das Korn.", "alone"),
        ("Ein Plan für 40 Mühlen in Strelsau.", "never"),
        ("Nach dem Vertrag muss sie bis Mai den Hafen von Zenda öffnen.", "leans"),
        ("Nach dem Vertrag muss Zenda bis Mai den Hafen öffnen.", "alone"),
        ("Flavia Hentzau sagte: „Die Mühle in Strelsau ist geschlossen.“", "alone"),
        ("Flavia Hentzau sagte: »Die Mühle in Strelsau ist geschlossen.«", "alone"),
        ("Der Vertrag wurde in Strelsau dennoch unterzeichnet.", "leans"),
    ],
)
def test_german_is_told_by_its_verbs(text: str, verdict: Standing) -> None:
    """Short sentences have one, which may stand at their end."""
    assert standing(text, "plain", rules("de")) == verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("The king has told the other side that he opposed the treaty earlier.", "alone"),
        ("In response to the flood in Strelsau, the king has opened the mills.", "alone"),
        ("They shook hands in Strelsau, and they called the talks candid.", "leans"),
        ("He has chosen the mill himself, and sits with his back to the wall.", "person"),
        ("However, the treaty of Strelsau was never ratified by the parliament.", "leans"),
        ("Under the grain treaty it has until May to open the port of Zenda.", "leans"),
    ],
)
def test_what_an_article_begins_with_leans_by_its_head_only(text: str, verdict: Standing) -> None:
    """Nothing went before it that "earlier" or "the other" could mean."""
    assert leaning_first(tokenise(text), rules("en")) == verdict


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Das Klavier aus Strelsau steht seit Montag auf der Straße vor dem Schloss."),
        ("fr", "Alors que le roi dormait à Strelsau, les ministres ont signé le traité."),
    ],
)
def test_an_article_or_a_clause_is_no_pointer(language: str, text: str) -> None:
    """The word that is one stands before something else."""
    assert standing(text, "plain", rules(language)) == "alone"


def test_a_language_without_rules_still_drops_fragments() -> None:
    """What needs no words to be judged is judged."""
    assert standing("Strelsau a Zenda, zima", "plain", rules("cs")) == "never"


def test_every_file_of_rules_is_understood() -> None:
    """No language has a file that cannot be read."""
    for language in ("en", "fr", "es", "de", "pt", "ru", "it"):
        assert rules(language).pronouns
        assert number_rules(language).scales


@pytest.mark.parametrize(
    ("before", "text", "known"),
    [
        ("The talks went on and on.", "He signed the treaty in Zenda.", False),
        ("On Monday the minister spoke.", "He signed the treaty in Zenda.", True),
        ("Flavia Hentzau spoke on Monday.", "She met Rudolf in Zenda.", True),
        ("Rudolf Rassendyll spoke.", "She met Rassendyll in Zenda.", False),
        ("Mr Elphberg spoke on Monday.", "She signed the treaty in Zenda.", False),
        ("Mr Elphberg spoke on Monday.", "He signed the treaty in Zenda.", True),
    ],
)
def test_a_pronoun_means_somebody_else_of_its_sex(before: str, text: str, *, known: bool) -> None:
    """Talks are nobody, and who is named beside it is somebody else."""
    one, other = tokenise(before), tokenise(text)
    assert may_mean(other, [one], sexes([one, other], rules("en")), rules("en")) == known


def test_who_is_he_twice_is_no_woman() -> None:
    """A sentence that calls somebody "she" who is a man means another."""
    told = ["Hentzau said he would go.", "Then Hentzau said that he was ill."]
    known = sexes(list(map(tokenise, told)), rules("en"))
    assert is_of_others(tokenise("Hentzau believes she will stay."), known, rules("en"))
    assert not is_of_others(tokenise("Rudolf believes she will stay."), known, rules("en"))
