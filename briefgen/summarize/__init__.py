"""Choosing: which sentences stand in the brief, once, each making sense alone.

`summarize` ranks them; `ALGORITHMS` names the ways to do it, and takes a callable of one's own.
"""

from briefgen.summarize.choose import ALGORITHMS, Algorithm, summarize
from briefgen.summarize.corpus import Corpus
from briefgen.summarize.passages import Passage, Passages
from briefgen.summarize.semantic import ENCODER, Encoder, encoder

__all__ = [
    "ALGORITHMS",
    "ENCODER",
    "Algorithm",
    "Corpus",
    "Encoder",
    "Passage",
    "Passages",
    "encoder",
    "summarize",
]
