"""From which size on a folder is dated in another way."""

from __future__ import annotations

LARGE = 50
"""Articles from which a folder counts as large: what its articles tell is no longer compared clause by clause."""
