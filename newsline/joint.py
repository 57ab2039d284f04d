"""One run over a folder: the stages that look at all articles, worked out once and then taken from the cache.

Three things are kept, each under a key of all that it depends on: the articles with their dates, the ranked events,
and what a selection chose of them. So nothing is read twice for the same document, another length or topic of the same
folder costs a selection, and what `newsline articles` found out serves `newsline build`. Results are the same bytes
with and without the cache.
"""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from newsline import pipeline
from newsline.articles.files import FoundFile
from newsline.cache import Cache, key
from newsline.dates.span import Span
from newsline.engine import Settings, analyse_each, analyse_files, are_unchanged, look
from newsline.gathered import Gathered
from newsline.model import DatedArticle, Dating, Event, Mention, Skipped, Timeline
from newsline.parcel import ZLIB_LEVEL, Result, unpack
from newsline.pipeline import Survey
from newsline.timeline.select import Selection, select
from newsline.workers import killed

IN_ENTRY = 1000
"""Articles or events pickled together: what the pickler remembers of them is bounded, and so is an entry."""
SHARE_OF_CACHE = 4
"""Articles or events of a folder that would take more than this part of the cache are not kept: they would empty it."""

SHARED = 20_000
"""Articles up to which several processes work on all of them. Each comes to own the memory that it touches: with one
more process, 50,000 articles took 2.6 GB in all, of which the first one had 1.9."""

Given = Callable[[Sequence[str]], Mapping[str, Span]]
"""Publication dates from the user by article id, for the ids of all articles."""


class Listing(Struct, frozen=True):
    """The articles of a folder with their dates, and what was left out."""

    articles: tuple[DatedArticle, ...]
    skipped: tuple[Skipped, ...]


def nothing_given(_: Sequence[str]) -> Mapping[str, Span]:
    """No dates from the user."""
    return {}


class Joint:
    """The articles, events and chronology of some files. Each is worked out when it is asked for, once.

    `told` stands for what `given` will say, in the keys; `part` times a part of the run, by its name.
    """

    def __init__(
        self,
        files: Sequence[FoundFile],
        settings: Settings,
        *,
        given: Given = nothing_given,
        told: str = "",
        part: Callable[[str], AbstractContextManager[None]] = lambda _: nullcontext(),
    ) -> None:
        self._files = files
        self._settings = settings
        self._given = given
        self._part = part
        self._known = look(files, settings.date_order) if settings.cache else []
        self._folder = key("folder", *(one.key for one in self._known)) if settings.cache else b""
        self._told = told
        self._key = b""
        self._survey: Survey | None = None
        self._listing: Listing | None = None
        self._kept = settings.cache if settings.cache and self._is_as_it_was(settings.cache) else None
        """The cache, if what it may have of this folder holds."""

    def listing(self) -> Listing:
        """The articles with their dates, and what was left out."""
        if self._listing is None:
            self._listing = self._load_listing() or self._listed(self.survey())
        return self._listing

    def survey(self) -> Survey:
        """The articles with all that was learned from each."""
        if self._survey is None:
            with self._part("reading"):
                found = self._analyses()
            with self._part("dating"):
                self._survey = self._dated(found)
        return self._survey

    def timeline(self, selection: Selection, title: str | None = None) -> Timeline:
        """The chronology."""
        listing = self.listing()
        name = f"chosen {selection!r}"
        chosen: tuple[Event, ...] | None = self._load(name)
        if chosen is None:
            events = self.events()
            with self._part("selection"):
                chosen = select(events, selection, {one.id: one.dating for one in listing.articles})
                self._save(name, chosen)
        return Timeline(title, chosen, listing.articles, listing.skipped)

    def events(self) -> tuple[Event, ...]:
        """All events, ranked."""
        kept = self._load_all("events")
        if kept is not None:
            return tuple(kept)
        mentions, datings, copied = self._mentions()
        with self._part("events"):
            events = pipeline.told_by(mentions, datings, copied, self._jobs(len(datings)))
            self._save_all("events", events)
        return events

    def _mentions(self) -> tuple[Sequence[Mention], Mapping[str, Dating], Mapping[str, str]]:
        """What merging needs. The texts are let go, and make room for the events."""
        found = self.survey()
        self.listing()
        self._survey = None
        with self._part("events"):
            return pipeline.mentions_of(found, self._jobs(len(found.articles))), found.datings, found.copied

    def _jobs(self, articles: int) -> int:
        """How many processes work on all articles at once."""
        return self._settings.jobs if articles <= SHARED else 1

    def _is_as_it_was(self, cache: Cache) -> bool:
        """Whether the files that gave no article when the folder was last read still give none, for the same reasons.

        They are tried again in every run: a library may have been installed, a permission changed.
        """
        left_out: list[tuple[int, list[Result]]] | None = _get(cache, key(self._folder, "left out"))
        if left_out is None:
            return False
        self._key = key(self._folder, self._told, repr(left_out))
        files = [self._files[index] for index, _ in left_out]
        quiet = replace(self._settings, progress=None)
        again = list(analyse_files(files, quiet, [self._known[index] for index, _ in left_out]))
        return again == [result for _, results in left_out for result in results]

    def _analyses(self) -> Gathered:
        found = Gathered()
        left_out: list[tuple[int, list[Result]]] = []
        deadly = False
        for index, one in enumerate(analyse_each(self._files, self._settings, self._known or None)):
            found.add(one.parcel)
            if not one.parcel.has_article:
                results = [*one.parcel.opened()]
                left_out.append((index, results))
                deadly = deadly or results == unpack(killed(one.file))
        cache = self._settings.cache
        if cache and not deadly and are_unchanged(self._files, self._known):
            _put(cache, {key(self._folder, "left out"): left_out})
            self._key = key(self._folder, self._told, repr(left_out))
            self._kept = cache
        return found

    def _dated(self, found: Gathered) -> Survey:
        """The articles with their dates, from the cache if it has them."""
        listing = self._listing or self._load_listing()
        if listing is not None:
            return pipeline.surveyed(found, listing.articles)
        given = self._given([one.id for one in found.articles])
        return pipeline.dated(found, given, self._jobs(len(found.articles)))

    def _listed(self, found: Survey) -> Listing:
        listing = Listing(found.articles, found.skipped)
        self._save("skipped", listing.skipped)
        self._save_all("articles", listing.articles)
        return listing

    def _load_listing(self) -> Listing | None:
        skipped, articles = self._load("skipped"), self._load_all("articles")
        return Listing(tuple(articles), skipped) if skipped is not None and articles is not None else None

    def _load(self, name: str) -> Any:
        return _get(self._kept, key(self._key, name)) if self._kept else None

    def _save(self, name: str, value: object) -> None:
        if self._kept:
            _put(self._kept, {key(self._key, name): value})

    def _load_all(self, name: str) -> list[Any] | None:
        """What `_save_all` kept; None if a part of it is gone."""
        parts: int | None = self._load(name)
        if parts is None:
            return None
        found: list[Any] = []
        for number in range(parts):
            some = self._load(f"{name} {number}")
            if some is None:
                return None
            found += some
        return found

    def _save_all(self, name: str, values: Sequence[object]) -> None:
        """Keeps many values in parts."""
        if self._kept is None:
            return
        room = self._kept.limit // SHARE_OF_CACHE
        starts = range(0, len(values), IN_ENTRY)
        for number, start in enumerate(starts):
            blob = _packed(values[start : start + IN_ENTRY])
            room -= len(blob)
            if room < 0:
                return
            self._kept.put({key(self._key, f"{name} {number}"): blob})
        self._save(name, len(starts))


def _get(cache: Cache, name: bytes) -> Any:
    blob = cache.get([name]).get(name)
    if blob is None:
        return None
    try:
        return pickle.loads(zlib.decompress(blob))
    except zlib.error:  # damaged: it is worked out again
        return None


def _put(cache: Cache, values: Mapping[bytes, object]) -> None:
    cache.put({name: _packed(value) for name, value in values.items()})


def _packed(value: object) -> bytes:
    return zlib.compress(pickle.dumps(value, pickle.HIGHEST_PROTOCOL), ZLIB_LEVEL)
