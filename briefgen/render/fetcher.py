"""The only way a document gets at anything beside itself: a dictionary of assets.

WeasyPrint's own fetcher opens files and reaches for servers; a title, a source or somebody's
template must do neither, so that no article can read this machine or tell that it was read.
"""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from weasyprint.urls import URLFetcher

#: Raster images that a template may carry inside itself; SVG is left out, for it refers onwards.
_INLINE = re.compile(r"data:image/(png|jpeg|gif|webp)(;base64)?,", re.IGNORECASE)


def guarded_fetcher(assets: Mapping[str, bytes]) -> URLFetcher:
    """A fetcher that serves `asset:NAME` from a dictionary and refuses all else."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class Guarded(URLFetcher):  # type: ignore[misc]  # weasyprint is untyped
        def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> URLFetcherResponse:
            if _INLINE.match(url):
                return super().fetch(url, headers)
            name = asset_name(url)
            if name is None or name not in assets:
                raise ValueError(f"not one of the template's own files: {url[:100]}")
            return URLFetcherResponse(url, assets[name], {"Content-Type": media_type(name)})

    return Guarded(allowed_protocols=("data",), allow_redirects=False)


def asset_name(url: str) -> str | None:
    """The NAME of `asset:NAME`, None for any other address."""
    scheme, _, name = url.partition(":")
    return name.lstrip("/") if scheme.lower() == "asset" else None


def media_type(name: str) -> str:
    """What a file holds, by its suffix."""
    return mimetypes.guess_type(name)[0] or "application/octet-stream"
