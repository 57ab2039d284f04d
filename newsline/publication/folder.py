from __future__ import annotations
from collections.abc import Sequence

class Folder:
    def __init__(self, texts: Sequence[str]) -> None:
        self.n = len(texts)
    def solve(self, own, certain):
        return own
