"""The gaps between what WeasyPrint writes and what PDF/UA-1 and PDF/A-3 ask for, closed.

Works on pydyf's objects just before the trailer is written. Sources: ISO 14289-1 (7.1 artifacts,
7.5 table heads, 7.18.5 links), ISO 19005-3 (6.6.2.3 extension schemas, 6.8 associated files).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from briefgen.render.labels import Labels

_REFERENCE = re.compile(rb"(\d+) 0 R")
_PARAGRAPH = re.compile(r"(S\d+)-(\d+)")
_BACK = re.compile(r"c\d+")

Finisher = Callable[[Any, Any], None]


def finisher(labels: Labels) -> Finisher:
    """What WeasyPrint calls with the document and the PDF before it writes the file."""

    def finish(_document: Any, pdf: Any) -> None:
        _furniture_to_artifacts(pdf)
        for item in pdf.objects:
            if isinstance(item, dict):
                _scope(item, pdf)
                _describe_link(item, labels)
        _sort_files(pdf)

    return finish


def _object(pdf: Any, reference: object) -> Any:
    """What a reference (`b"12 0 R"`) leads to; anything else is the object itself."""
    match = _REFERENCE.fullmatch(reference) if isinstance(reference, bytes) else None
    return pdf.objects[int(match[1])] if match else reference


# ── running heads and feet ───────────────────────────────────────────────────────────────────────


def _furniture_to_artifacts(pdf: Any) -> None:
    """Mark as artifacts what is on a page but not in the structure: its margin boxes."""
    root = _object(pdf, pdf.catalog["StructTreeRoot"])
    in_structure = frozenset(_below(pdf, root["K"]))
    numbers = _object(pdf, root["ParentTree"])["Nums"]
    for page, elements in zip(numbers[::2], numbers[1::2], strict=True):
        if not isinstance(elements, list):
            continue  # a link's entry
        loose = frozenset(
            mcid for mcid, element in enumerate(elements) if element not in in_structure
        )
        if loose:
            _make_artifacts(_content(pdf, page), loose)
            for mcid in loose:
                _clear(pdf, elements[mcid])
                elements[mcid] = "null"


def _below(pdf: Any, kids: Any) -> Iterator[bytes]:
    """The references of all structure elements below."""
    pending = list(kids)
    while pending:
        reference = pending.pop()
        element = _object(pdf, reference)
        if isinstance(element, dict) and element.get("Type") == "/StructElem":
            yield reference
            pending.extend(element["K"])


def _content(pdf: Any, page: int) -> list[Any]:
    reference = pdf.page_references[page]
    stream: list[Any] = _object(pdf, _object(pdf, reference)["Contents"]).stream
    return stream


def _make_artifacts(stream: list[Any], loose: frozenset[int]) -> None:
    for at, item in enumerate(stream):
        if isinstance(item, dict) and item.get("MCID") in loose and stream[at + 1] == b"BDC":
            stream[at - 1] = b"/Artifact"
            del item["MCID"]
            item["Type"] = "/Pagination"


def _clear(pdf: Any, reference: bytes) -> None:
    """Empty a loose element and the loose ones above it; nothing refers to them any more."""
    element = _object(pdf, reference)
    while isinstance(element, dict) and element.get("S") not in (None, "/Document"):
        above = _object(pdf, element.get("P"))
        element.clear()
        element = above


# ── tables, links, files ─────────────────────────────────────────────────────────────────────────


def _scope(item: dict[str, Any], pdf: Any) -> None:
    """Say of each table head whether it heads its column or its row."""
    if item.get("S") != "/TH" or "A" not in item:
        return
    body = _object(pdf, _object(pdf, item["P"])["P"])
    item["A"]["Scope"] = "/Column" if body["S"] == "/THead" else "/Row"


def _describe_link(item: dict[str, Any], labels: Labels) -> None:
    """Give a link inside the file words of its own instead of its anchor's name."""
    if item.get("Subtype") != "/Link" or "Dest" not in item:
        return
    import pydyf

    target = str(item["Dest"].string)
    match = _PARAGRAPH.fullmatch(target)
    name = f"{match[1]} ¶{match[2]}" if match else target
    if _BACK.fullmatch(target):
        name = str(labels["back"])
    item["Contents"] = pydyf.String(str(labels["go_to"]).format(name) if match else name)


def _sort_files(pdf: Any) -> None:
    """Sort the name tree of the files, as it must be, and name each associated file once."""
    names = pdf.catalog.get("Names", {})
    if "EmbeddedFiles" in names:
        tree = _object(pdf, names["EmbeddedFiles"])["Names"]
        pairs = sorted(zip(tree[::2], tree[1::2], strict=True), key=lambda pair: pair[0].data)
        tree[:] = [part for pair in pairs for part in pair]
    if "AF" in pdf.catalog:
        pdf.catalog["AF"][:] = list(dict.fromkeys(pdf.catalog["AF"]))


# ── XMP ──────────────────────────────────────────────────────────────────────────────────────────

#: PDF/A wants every property described that its own schemas lack, and so PDF/UA's part number.
_UA = b"""\
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">\
<pdfuaid:part>1</pdfuaid:part></rdf:Description>\
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag>\
<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>\
<rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>\
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
<pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>The part of ISO 14289 that the file conforms to\
</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag>\
</pdfaExtension:schemas></rdf:Description>"""


def declare_both(metadata: Any) -> None:
    """Make the document's XMP declare PDF/UA-1 beside the PDF/A that WeasyPrint was asked for."""
    written = metadata.generate_rdf_metadata

    def generate(*args: Any, **kwargs: Any) -> bytes:
        rdf: bytes = written(*args, **kwargs)
        head, end, tail = rdf.rpartition(b"</rdf:RDF>")
        return head + _UA + end + tail

    metadata.generate_rdf_metadata = generate
