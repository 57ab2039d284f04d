"""Pages saved by Safari: a property list with the page and its images."""

from __future__ import annotations

import plistlib

from newsline.articles.decode import decode
from newsline.articles.draft import Draft, NoArticle
from newsline.articles.readers.html import article_of_page


def read_webarchive(data: bytes, name: str) -> list[Draft]:
    """The article of the main page."""
    try:
        main = plistlib.loads(data)["WebMainResource"]
        content, encoding = main["WebResourceData"], main.get("WebResourceTextEncodingName")
        address = main.get("WebResourceURL")
    except (plistlib.InvalidFileException, KeyError, TypeError, ValueError, OverflowError, AttributeError):
        raise NoArticle("damaged or no web archive") from None
    if not isinstance(content, bytes):
        raise NoArticle("no article in it: no page in the archive")
    url = address if isinstance(address, str) and address.startswith("http") else None
    return [article_of_page(decode(content, encoding if isinstance(encoding, str) else None), url)]
