"""What the PDF carries with it, so that it can be checked without anything else."""

from __future__ import annotations

import datetime as dt
from typing import Any

from briefgen.codec import to_json
from briefgen.model import Brief
from briefgen.render.fetcher import guarded_fetcher


def attachments(brief: Brief) -> list[Any]:
    """The brief's own JSON and the sources' texts, dated with the brief's information."""
    from weasyprint import Attachment

    fetcher = guarded_fetcher({})
    time = _utc(brief.as_of)

    def attached(content: bytes, name: str, description: str, relationship: str) -> Any:
        return Attachment(
            string=content,
            name=name,
            description=description,
            created=time,
            modified=time,
            relationship=relationship,
            url_fetcher=fetcher,
        )

    titles = {entry.id: entry.title or entry.locator for entry in brief.sources}
    return [
        attached(to_json(brief), "brief.json", "The brief, machine-readable", "Data"),
        *(
            attached(
                text.text.encode(), f"{text.source}.txt", titles.get(text.source, ""), "Source"
            )
            for text in brief.texts
        ),
    ]


def _utc(as_of: str) -> dt.datetime:
    """The moment in UTC, as the attachments' dates are written."""
    try:
        moment = dt.datetime.fromisoformat(as_of)
    except ValueError:
        return dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
    return moment.astimezone(dt.UTC) if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
