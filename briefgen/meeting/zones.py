"""Time zones as calendar programs name them, where icalendar's own tables know no such name."""

from __future__ import annotations

import datetime as dt
import re
import zoneinfo

_OFFSET = re.compile(r"\(?(?:UTC|GMT)\s*(?:([+-])(\d{1,2}):?(\d\d)?)?\)?", re.I)

# Outlook's display names that hold no city.
_REGIONS = {
    "Eastern Time": "America/New_York",
    "Central Time": "America/Chicago",
    "Mountain Time": "America/Denver",
    "Pacific Time": "America/Los_Angeles",
    "Atlantic Time": "America/Halifax",
    "Coordinated Universal Time": "UTC",
}


def zone(name: str) -> dt.tzinfo | None:
    """The zone behind "(UTC+01:00) Amsterdam, Berlin, Rome", "GMT+0100" or "Europe/Berlin".

    A city counts only where its winter or summer offset is the one that is written; None where
    nothing is sure.
    """
    plain = name.strip().strip('"')
    if plain.casefold() in {"utc", "gmt", "z", "tzone://microsoft/utc"}:
        return dt.UTC
    try:
        return zoneinfo.ZoneInfo(plain)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        return _by_display_name(plain)


def _by_display_name(name: str) -> dt.tzinfo | None:
    match = _OFFSET.match(name)
    if match is None:
        return None
    sign, hours, minutes = match[1] or "+", int(match[2] or 0), int(match[3] or 0)
    offset = dt.timedelta(hours=hours, minutes=minutes) * (-1 if sign == "-" else 1)
    if abs(offset) >= dt.timedelta(hours=24):
        return None
    places = name[match.end() :].strip()
    return _at(places, offset) if places else dt.timezone(offset)


def _at(places: str, offset: dt.timedelta) -> dt.tzinfo | None:
    cities = {key.rsplit("/", 1)[-1]: key for key in sorted(zoneinfo.available_timezones())}
    regions = [key for region, key in _REGIONS.items() if places.startswith(region)]
    named = [cities.get(place.strip().replace(" ", "_")) for place in places.split(",")]
    for key in [*regions, *filter(None, named)]:
        found = zoneinfo.ZoneInfo(key)
        if offset in {dt.datetime(2026, month, 1, tzinfo=found).utcoffset() for month in (1, 7)}:
            return found
    return None
