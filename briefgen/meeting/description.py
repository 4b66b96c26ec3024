"""The text of an invitation: HTML made plain, boilerplate cut, the join link found."""

from __future__ import annotations

import re
import urllib.parse
from html.parser import HTMLParser

_BLOCKS = {"p", "div", "br", "tr", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6", "hr"}
_TAG = re.compile(r"</?(?:p|div|br|span|a|b|i|u|ul|ol|li|html|body|table|tr|td|font)\b[^>]*>", re.I)


class _Plain(HTMLParser):
    """Collects the text; a block begins a line, a list item begins with a bullet or its number."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.hidden = 0
        self.lists: list[int | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"style", "script", "head", "title"}:
            self.hidden += 1
        elif tag in {"ul", "ol"}:
            self.lists.append(0 if tag == "ol" else None)
        elif tag == "a":
            targets = [unwrapped(value) for name, value in attrs if name == "href" and value]
            self.parts += [f" {target} " for target in targets if _JOIN.match(target)]
        if tag == "li":
            self.parts.append(f"\n{self._mark()} ")
        elif tag in _BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in {"style", "script", "head", "title"}:
            self.hidden = max(0, self.hidden - 1)
        elif tag in {"ul", "ol"} and self.lists:
            self.lists.pop()
        if tag in {"p", "div", "li", "ul", "ol", "tr"}:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.parts.append(re.sub(r"\s+", " ", data) if self.lists else data)

    def _mark(self) -> str:
        if not self.lists or self.lists[-1] is None:
            return "•"
        self.lists[-1] += 1
        return f"{self.lists[-1]}."


def is_html(text: str) -> bool:
    """Whether a description is HTML, as Google writes it without saying so."""
    return bool(_TAG.search(text))


def plain(text: str) -> str:
    """HTML as plain lines; a link to join by stands before its words."""
    parser = _Plain()
    parser.feed(text)
    parser.close()
    return "\n".join(" ".join(line.split()) for line in "".join(parser.parts).splitlines())


# ── the join link ────────────────────────────────────────────────────────────────────────────────

_URL = re.compile(r"https?://[^\s<>\"]+", re.I)
_JOIN = re.compile(
    r"https://(?:teams\.(?:microsoft|live)\.(?:com|us)/(?:l/meetup-join|meet|v2|dl)\S*"
    r"|gov\.teams\.microsoft\.us/l/meetup-join\S*|meet\.google\.com/[a-z]{3}-[a-z]{4}-[a-z]{3}\S*"
    r"|(?:[\w-]+\.)*zoom(?:gov)?\.(?:us|com)/(?:j|my|w|s)/\S+|(?:[\w-]+\.)+webex\.com/\S+"
    r"|(?:[\w-]+\.)*whereby\.com/\S+|meet\.jit\.si/\S+|(?:www\.)?gotomeet(?:ing\.com|\.me)/\S+)",
    re.I,
)


def urls(text: str) -> list[str]:
    """The web addresses in a text, out of their wrappers, in their order."""
    return [unwrapped(found.rstrip(".,;:!?)>]'")) for found in _URL.findall(text)]


def unwrapped(url: str) -> str:
    """The address behind Outlook's "safe links" and Google's redirects."""
    parts = urllib.parse.urlsplit(url)
    host, query = (parts.hostname or ""), urllib.parse.parse_qs(parts.query)
    if host.endswith("safelinks.protection.outlook.com"):
        return query.get("url", [url])[0]
    if host in {"www.google.com", "google.com"} and parts.path == "/url":
        return (query.get("q") or query.get("url") or [url])[0]
    return url


def join_link(texts: list[str]) -> str | None:
    """The first address of a conference service in the texts."""
    found = (url for text in texts for url in urls(text) if _JOIN.match(url))
    return next(found, None)


# ── boilerplate ──────────────────────────────────────────────────────────────────────────────────

_RULE = re.compile(r"\s*(?:[_=*─—-]{10,}|[-:~]{12,}|[.․⋅]{10,})\s*$")

# A line that only a conference service writes; a fenced part that holds two goes as a whole.
_SERVICE = re.compile(
    r"\s*(?:.*\binviting you to a scheduled Zoom\b"
    r"|(?:join|beitreten|rejoindre|unirse|participer)\b.{0,40}"
    r"\b(?:zoom|teams|google meet|meeting|besprechung|r[eé]uni[oó]n)"
    r"\s*(?:now|link)?\s*(?:[:|<(].*|http.*)?$"
    r"|microsoft teams(?: meeting|-besprechung)?\s*(?:need help\?.*)?$|click here to join\b"
    r"|join (?:on|from) (?:your|a|the) \w+|join (?:by|with) (?:phone|a video|google meet|sip)\b"
    r"|join:"
    r"|(?:meeting|webinar|conference)(?: |-)?id\b|pass ?code\b|kennwort:|kenncode:|one tap mobile"
    r"|dial[ -](?:in|by)\b|find (?:your|a) local number|phone conference id|phone one-tap"
    r"|meeting options|download teams|learn more|need help\?|for organizers:|reset dial-in pin"
    r"|tenant key|video (?:conference )?(?:id|call link)|more (?:phone numbers|joining options)"
    r"|please do not edit this section|besprechungs-id|id (?:de (?:la )?)?r[eé]uni[oó]n"
    r"|this event has a video call|or dial|view your event at|\(?[A-Z]{2,3}\)?:?\s+\+\d|tel:|pin:)",
    re.I,
)
_SERVICE_HOST = re.compile(
    r"https://(?:aka\.ms/JoinTeams|(?:[\w-]+\.)*teams\.(?:microsoft|live)\.|meet\.google\.com|tel\.meet"
    r"|(?:[\w-]+\.)*zoom(?:gov)?\.(?:us|com)/|(?:[\w-]+\.)+webex\.com)",
    re.I,
)
_PHONE = re.compile(r"\s*\+\d[\d\s().-]{6,}.*$")


def without_boilerplate(text: str) -> str:
    """The text without what Teams, Meet and Zoom add to it, blank lines folded."""
    kept: list[str] = []
    first, *fenced = _fenced(text.replace("\r\n", "\n").split("\n"))
    kept += first
    for part in fenced:
        if sum(map(_is_service, part)) < 2 and not any(map(_leads_to_service, part)):
            kept += part
    lines = [line.rstrip() for line in kept if not _is_service(line)]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _is_service(line: str) -> bool:
    link = _URL.sub("", line).strip(" <>()[]:|•*-")
    only_link = bool(_URL.search(line)) and len(link.split()) <= 3
    return bool(_SERVICE.match(line) or _PHONE.match(line)) or (
        only_link and bool(_JOIN.search(line))
    )


def _leads_to_service(line: str) -> bool:
    return any(_SERVICE_HOST.match(url) for url in urls(line))


def _fenced(lines: list[str]) -> list[list[str]]:
    """The lines between one rule of dashes and the next, each a part, the rules gone."""
    parts: list[list[str]] = [[]]
    for line in lines:
        if _RULE.match(line):
            parts.append([])
        else:
            parts[-1].append(line)
    return parts
