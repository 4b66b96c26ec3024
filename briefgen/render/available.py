"""Whether this machine can write a PDF, asked without importing what would complain."""

from __future__ import annotations

import ctypes
import functools
import os
import sys

from briefgen.render.fonts import font_files, use_fonts

#: The shared libraries WeasyPrint opens, under the names it tries on Linux, macOS and Windows.
_LIBRARIES = {
    "gobject": ("libgobject-2.0.so.0", "libgobject-2.0.dylib", "libgobject-2.0-0.dll"),
    "pango": ("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll"),
    "pangoft2": ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib", "libpangoft2-1.0-0.dll"),
    "harfbuzz": ("libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz-0.dll"),
    "fontconfig": ("libfontconfig.so.1", "libfontconfig.1.dylib", "libfontconfig-1.dll"),
}
_FOLDERS = ("", "/opt/homebrew/lib/", "/usr/local/lib/")


@functools.cache
def pdf_unavailable() -> str | None:
    """None where a PDF can be written, else the one line that says what to install."""
    missing = [name for name, files in _LIBRARIES.items() if _library(files) is None]
    if missing:
        return f"PDF needs shared libraries (missing: {', '.join(missing)}); {_remedy()}"
    if not font_files():
        return "PDF needs its fonts; pip install font-source-serif-pro font-source-sans-pro"
    use_fonts(system=False)
    if not _font_count():
        return "PDF needs fonts, and fontconfig finds none; reinstall font-source-serif-pro"
    return None


def _library(names: tuple[str, ...]) -> ctypes.CDLL | None:
    for name in names:
        for folder in _FOLDERS if name.endswith(".dylib") else ("",):
            try:
                return ctypes.CDLL(folder + name)
            except OSError:
                continue
    return None


def _font_count() -> int:
    """How many fonts fontconfig sees; Pango dies of a zero, beyond what Python can catch."""
    library = _library(_LIBRARIES["fontconfig"])
    if library is None:
        return 0
    library.FcInitLoadConfigAndFonts.restype = ctypes.c_void_p
    library.FcConfigGetFonts.restype = ctypes.POINTER(ctypes.c_int)
    library.FcConfigGetFonts.argtypes = [ctypes.c_void_p, ctypes.c_int]
    library.FcConfigDestroy.argtypes = [ctypes.c_void_p]
    config = library.FcInitLoadConfigAndFonts()
    if not config:
        return 0
    fonts = library.FcConfigGetFonts(config, 0)
    count = int(fonts[0]) if fonts else 0
    library.FcConfigDestroy(config)
    return count


def _remedy() -> str:
    if sys.platform == "darwin":
        return "brew install pango"
    if os.name == "nt":
        return "install Pango with MSYS2"
    return "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
