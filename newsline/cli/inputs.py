"""From the arguments of a command to articles that are analysed and dated."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from newsline.cli.guard import complain
from newsline.cli.progress import Progress
from newsline.cli.timings import Timings
from newsline.config import match_given, read_given
from newsline.dates.span import Span
from newsline.errors import UsageError
from newsline.model import Analysis, DatedArticle, Skipped

if TYPE_CHECKING:
    from newsline.pipeline import Survey

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Inputs:
    """What the commands that read articles have in common."""

    paths: Sequence[str]
    published: Span | None = None
    dates: Path | None = None
    date_order: str = "mdy"
    quiet: bool = False
    verbose: bool = False
    jobs: int | None = None
    use_cache: bool = True
    dask: bool = False
    scheduler: str | None = None
    written: Path | None = None
    """The file that the run writes: no article, though it may lie among them."""
    timings: Timings = field(default_factory=Timings)

    def say(self, message: str) -> None:
        """A note on stderr, unless the user wants quiet."""
        if not self.quiet:
            complain(message)


def survey_files(inputs: Inputs) -> Survey:
    """Reads, analyses and dates all articles under the paths. What was left out is named on stderr."""
    with inputs.timings.part("reading"):
        results = _analyse(inputs)
    with inputs.timings.part("dating"):
        return survey_results(inputs, results)


def survey_results(inputs: Inputs, results: Iterable[Analysis | Skipped]) -> Survey:
    """Dates articles that are analysed, with the dates that the user gives."""
    from newsline.pipeline import survey

    rows = read_given(inputs.dates) if inputs.dates else []
    results = list(results)
    articles = [item.article.id for item in results if isinstance(item, Analysis)]
    given, unused = match_given(rows, articles, inputs.published)
    for row in unused:
        inputs.say(f"{inputs.dates}: line {row.line}: no article is called {row.article!r}; see `newsline articles`")
    found = survey(results, given)
    for item in found.skipped:
        inputs.say(f"{item.path}: left out: {item.reason}")
    return found


def is_incomplete(articles: Sequence[DatedArticle], skipped: Sequence[Skipped]) -> bool:
    """What `--strict` does not forgive: a file that was left out, an article without a date."""
    return bool(skipped) or any(article.dating.published is None for article in articles)


def _analyse(inputs: Inputs) -> list[Analysis | Skipped]:
    from newsline.articles.files import find
    from newsline.cache import Cache, default_path
    from newsline.engine import Settings, analyse_files, available_cores

    _check_paths(inputs.paths)
    if STDIN in inputs.paths and sys.stdin.isatty():
        inputs.say("reading from the terminal; end the text with Ctrl-D")
    files = find([Path(path) for path in inputs.paths], stdin=sys.stdin.buffer)
    if inputs.written and inputs.written.exists():
        files = [file for file in files if not (file.path.exists() and file.path.samefile(inputs.written))]
    with ExitStack() as stack:
        cache = stack.enter_context(Cache(default_path(), warn=inputs.say)) if inputs.use_cache else None
        progress = stack.enter_context(Progress(len(files))) if sys.stderr.isatty() and not inputs.quiet else None
        jobs = inputs.jobs or available_cores()
        settings = Settings(inputs.date_order, jobs, cache, inputs.dask, inputs.scheduler, progress=progress)
        return list(analyse_files(files, settings))


def _check_paths(paths: Sequence[str]) -> None:
    """Every path must exist before anything is read. Raises UsageError."""
    for path in paths:
        if path != STDIN and not os.path.exists(path):
            raise UsageError(f"{path}: no such file or folder; name files or folders of articles, or - for stdin")
