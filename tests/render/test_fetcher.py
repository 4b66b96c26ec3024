"""No document reaches beyond its own template: tried against a real server and a real file."""

from __future__ import annotations

import base64
import dataclasses
import io
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pikepdf
import pytest

from briefgen.errors import TemplateError
from briefgen.render import copy_template, pdf_unavailable, render
from briefgen.render.child import Limits, bounded
from briefgen.render.fetcher import asset_name

from .briefs import small

pytestmark = pytest.mark.skipif(pdf_unavailable() is not None, reason=str(pdf_unavailable()))

SECRET = "the-secret-of-this-machine"
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)

#: Markup in a template's body; {} is the address that must not be reached.
MARKUP = {
    "image": '<img src="{}" alt="x">',
    "image set": '<img srcset="{} 2x" src="{}" alt="x">',
    "style sheet": '<link rel="stylesheet" href="{}">',
    "import": '<style>@import "{}";</style>',
    "import url": "<style>@import url({}) print;</style>",
    "background": '<p style="background-image: url({})">x</p>',
    "list image": '<ul style="list-style-image: url({})"><li>x</li></ul>',
    "content": "<style>h1::before {{ content: url({}) }}</style>",
    "border image": '<p style="border: 9px solid; border-image: url({}) 9">x</p>',
    "font": "<style>@font-face {{ font-family: F; src: url({}) }} h1 {{ font-family: F }}</style>",
    "svg image": '<svg width="9" height="9"><title>x</title><image href="{}" width="9"/></svg>',
    "svg use": '<svg width="9" height="9"><title>x</title><use href="{}#a"/></svg>',
    "svg style": "<svg width='9' height='9'><title>x</title><style>@import '{}';</style></svg>",
    "frame": '<iframe src="{}"></iframe>',
    "object": '<object data="{}"></object>',
    "embed": '<embed src="{}">',
    "attachment": '<link rel="attachment" href="{}">',
    "attached anchor": '<a rel="attachment" href="{}">x</a>',
    "refresh": '<meta http-equiv="refresh" content="0; url={}">',
    "base": '<base href="{}"><img src="a.png" alt="x">',
    "script": '<script src="{}"></script>',
    "picture": '<picture><source srcset="{}"><img src="{}" alt="x"></picture>',
    "video": '<video poster="{}" src="{}"></video>',
}
STYLE = {
    "sheet import": '@import "{}";',
    "sheet background": "body {{ background: url({}) }}",
    "sheet font": "@font-face {{ font-family: F; src: url({}) }} p {{ font-family: F }}",
    "page margin": "@page {{ @top-left {{ content: url({}) }} }}",
}


class Server(HTTPServer):
    """A server that remembers what was asked of it."""

    asked: list[str]


class Handler(BaseHTTPRequestHandler):
    """Answers everything with the pixel."""

    def do_GET(self) -> None:
        """Note the path and answer."""
        assert isinstance(self.server, Server)
        self.server.asked.append(self.path)
        self.send_response(200)
        self.send_header("Content-Type", "image/png")
        self.end_headers()
        self.wfile.write(PIXEL)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[Server]:
    """A server on the loopback interface."""
    with Server(("127.0.0.1", 0), Handler) as found:
        found.asked = []
        thread = threading.Thread(target=found.serve_forever, daemon=True)
        thread.start()
        yield found
        found.shutdown()
        thread.join()


def with_files(folder: Path, files: dict[str, str]) -> str:
    """A copy of the shipped template with some files changed."""
    copy_template("brief", folder)
    for name, content in files.items():
        path = folder / name
        path.write_text(path.read_text() + content if path.exists() else content)
    return str(folder)


def carried(pdf: bytes) -> bytes:
    """All that the PDF holds, uncompressed, attachments included."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        opened.save(
            out,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.all,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    return out.getvalue()


def tried(template: str) -> bytes:
    """The small brief's PDF through the template."""
    return render(small(), format="pdf", template=template)


def all_markup(address: str) -> str:
    """Every vector, asking the address."""
    parts = (markup.replace("{}", address) for markup in MARKUP.values())
    return "".join(parts).replace("{{", "{").replace("}}", "}")


def test_the_vectors_are_live(server: Server) -> None:
    """WeasyPrint left to itself follows many of them: the tests below test something."""

    def alone() -> int:
        import weasyprint

        body = all_markup(f"http://127.0.0.1:{server.server_port}/")
        page = f"<html lang=en><title>x</title><body><h1>x</h1>{body}"
        return len(weasyprint.HTML(string=page).write_pdf())

    assert bounded(alone, Limits(cpu=30, wall=60), doing="it") > 0
    assert len(server.asked) >= 5


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_no_markup_of_a_template_reaches_out(scheme: str, tmp_path: Path, server: Server) -> None:
    """Two dozen ways to ask for an address, on a server or in a file: none is followed."""
    secret = tmp_path / "secret.txt"
    secret.write_text(SECRET)
    address = secret.as_uri() if scheme == "file" else f"http://127.0.0.1:{server.server_port}/"
    pdf = tried(with_files(tmp_path / "t", {"title.html": all_markup(address)}))
    assert server.asked == []
    assert pdf.startswith(b"%PDF")
    assert SECRET.encode() not in carried(pdf)


@pytest.mark.parametrize("name", sorted(STYLE))
@pytest.mark.parametrize("sheet", ["brief.css", "print.css"])
def test_no_style_of_a_template_reaches_out(
    name: str, sheet: str, tmp_path: Path, server: Server
) -> None:
    """Nor does a style sheet."""
    rule = STYLE[name].replace("{}", f"http://127.0.0.1:{server.server_port}/x")
    rule = rule.replace("{{", "{").replace("}}", "}")
    assert tried(with_files(tmp_path / "t", {sheet: rule}))
    assert server.asked == []


def test_what_cannot_do_without_is_refused(tmp_path: Path, server: Server) -> None:
    """A colour profile from elsewhere ends the rendering, with one line."""
    rule = f"@color-profile --p {{ src: url(http://127.0.0.1:{server.server_port}/) }}"
    template = with_files(tmp_path / "t", {"print.css": rule})
    with pytest.raises(TemplateError, match="not one of the template's own files"):
        render(small(), format="pdf", template=template)
    assert server.asked == []


def test_no_text_of_a_source_reaches_out(tmp_path: Path, server: Server) -> None:
    """Titles, statements and comments full of markup are printed, not followed."""
    address = f"http://127.0.0.1:{server.server_port}/"
    everything = all_markup(address)
    brief = dataclasses.replace(small(), title=everything, comment=everything, purpose=everything)
    assert render(brief, format="pdf").startswith(b"%PDF")
    assert server.asked == []


def test_a_template_uses_its_own_files(tmp_path: Path) -> None:
    """`asset:logo.png` is the file of that name in the template's folder, in PDF and in HTML."""
    template = with_files(
        tmp_path / "t", {"title.html": '<p><img src="asset:logo.png" alt="Logo"></p>'}
    )
    (tmp_path / "t" / "logo.png").write_bytes(PIXEL)
    with pikepdf.open(io.BytesIO(render(small(), format="pdf", template=template))) as pdf:
        assert len(list(pdf.pages[0].get_images())) == 1
    page = render(small(), format="html", template=template)
    assert b"data:image/png;base64," + base64.b64encode(PIXEL) in page


def test_a_link_out_of_the_template_is_not_followed(tmp_path: Path) -> None:
    """A symbolic link to a file elsewhere is no file of the template."""
    (tmp_path / "secret.txt").write_text(SECRET)
    template = with_files(
        tmp_path / "t", {"title.html": '<link rel="attachment" href="asset:secret.txt">'}
    )
    (tmp_path / "t" / "secret.txt").symlink_to(tmp_path / "secret.txt")
    assert SECRET.encode() not in carried(tried(template))


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("asset:a.png", "a.png"),
        ("ASSET:/a.png", "a.png"),
        ("file:///etc/passwd", None),
        ("http://asset:a.png", None),
        ("a.png", None),
    ],
)
def test_only_asset_addresses_have_a_name(url: str, name: str | None) -> None:
    """An address of any other scheme names nothing."""
    assert asset_name(url) == name
