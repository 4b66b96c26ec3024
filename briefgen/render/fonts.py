"""The fonts, the same on every machine: Source Serif and Source Sans, found by fontconfig.

Fontconfig is told of nothing else, unless the text holds a character that they lack; then the
system's fonts come in after them.
"""

from __future__ import annotations

import atexit
import functools
import os
import re
import shutil
import tempfile
import unicodedata
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from xml.sax.saxutils import escape

from briefgen.errors import PdfUnavailable

PACKAGES = ("font_source_serif_pro", "font_source_sans_pro")
#: The faces the templates use; the packages hold 24 more, which would only be scanned.
FACES = ("Regular", "It", "Semibold", "SemiboldIt", "Bold", "BoldIt")

#: Characters that no font needs: spaces, joiners, marks of direction, variation selectors.
_INVISIBLE = re.compile("[\u2000-\u200f\u2028-\u202f\u205f-\u2064\ufe00-\ufe0f\u180e\ufffc]")


def font_files() -> tuple[Path, ...]:
    """The TrueType files of the faces in use, as installed."""
    found = []
    for package in PACKAGES:
        spec = find_spec(package)
        for place in (spec.submodule_search_locations or ()) if spec else ():
            for face in FACES:
                found += sorted(Path(place, "files").glob(f"*-{face}.ttf"))
    return tuple(found)


def lacking(text: str) -> str:
    """The characters of the text that Source Serif or Source Sans lack, each once, sorted."""
    candidates = {ord(c) for c in set(_INVISIBLE.sub("", text)) if ord(c) > 0x17F}
    if not candidates:
        return ""
    return "".join(map(chr, sorted(candidates - _covered())))


def no_font(code_points: Iterable[str]) -> str:
    """The line that says which characters (hexadecimal) are printed as boxes for want of a font."""
    points = [int(point, 16) for point in code_points]
    names = (unicodedata.name(chr(point), "other").split(" ")[0].split("-")[0] for point in points)
    scripts = sorted({name.capitalize() if len(name) > 3 else name for name in names})
    return (
        f"no font has {len(points)} of the characters ({', '.join(scripts)}): printed as boxes; "
        "install fonts-noto-core or fonts-noto-cjk"
    )


@functools.cache
def _covered() -> frozenset[int]:
    """The code points that both families have in their regular face."""
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    regular = [path for path in font_files() if path.stem.endswith("-Regular")]
    maps = []
    for path in regular:
        with TTFont(path, lazy=True) as font:
            maps.append(frozenset(font.getBestCmap()))
    return frozenset.intersection(*maps) if maps else frozenset()


def use_fonts(*, system: bool) -> None:
    """Point fontconfig at the fonts, by the variable that it reads at each new configuration."""
    os.environ["FONTCONFIG_FILE"] = str(_folder() / ("system.conf" if system else "own.conf"))


@functools.cache
def _folder() -> Path:
    """A private folder with the two configurations and fontconfig's cache, gone at exit."""
    try:
        return _furnished(Path(tempfile.mkdtemp(prefix="briefgen-fonts-")))
    except OSError as error:
        reason = error.strerror or error
        raise PdfUnavailable(f"PDF needs a folder for temporary files: {reason}") from error


def _furnished(folder: Path) -> Path:
    owner = os.getpid()

    def remove() -> None:
        if os.getpid() == owner:  # a forked child leaves it to its parent
            shutil.rmtree(folder, ignore_errors=True)

    atexit.register(remove)
    links = folder / "fonts"
    links.mkdir()
    for path in font_files():
        (links / path.name).symlink_to(path)
    (folder / "own.conf").write_text(_config(folder, ()), encoding="utf-8")
    inherited = os.environ.get("FONTCONFIG_FILE") or "/etc/fonts/fonts.conf"
    (folder / "system.conf").write_text(_config(folder, (inherited,)), encoding="utf-8")
    return folder


def _config(folder: Path, includes: Iterable[str]) -> str:
    lines = [f'  <include ignore_missing="yes">{escape(name)}</include>' for name in includes]
    return "\n".join(
        [
            '<?xml version="1.0"?>',
            '<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">',
            "<fontconfig>",
            f"  <dir>{escape(str(folder / 'fonts'))}</dir>",
            f"  <cachedir>{escape(str(folder / 'cache'))}</cachedir>",
            *lines,
            "</fontconfig>",
            "",
        ]
    )
