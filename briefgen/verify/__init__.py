"""The pages against the brief, the brief against the texts, the texts against their originals."""

from briefgen.verify.check import verify
from briefgen.verify.verdict import Counts, Finding, Verdict, lines, to_json

__all__ = ["Counts", "Finding", "Verdict", "lines", "to_json", "verify"]
