"""People of one name, as in Java: who are told from firms and lands by what they are."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.find.given import given_names, listed
from briefgen.find.lexicon import Lexicon
from briefgen.find.names import Name
from briefgen.find.passage import Passage
from briefgen.find.plausible import head_of


def is_only_name(
    passage: Passage, name: Name, roles: Sequence[tuple[int, int]], lexicon: Lexicon
) -> bool:
    """`Sumarno, the governor of Norland,`: somebody of one name, no firm, land or town."""
    beside = [r for r in roles if r[0] > passage.start + name.end]
    if not beside or name.words[0][0].islower() or name.words[0].isupper():
        return False
    ahead = passage.masked[max(0, name.lead - 24) : name.lead].split()
    low = ahead[-1].lower() if ahead else ""
    hangs = lexicon.goes_on | lexicon.determiners | lexicon.prepositions
    if low in hangs and name.words[0] not in given_names():
        return False
    words = passage.text[beside[0][0] - passage.start : beside[0][1] - passage.start].lower()
    head = head_of(words.split(), lexicon).strip(",")
    return lexicon.is_role(head) and head not in lexicon.firms | listed("standings")
