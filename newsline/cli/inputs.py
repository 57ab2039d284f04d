"""From the arguments of a command to articles that are analysed and dated."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field

from newsline.analysis import Analysis
from newsline.cli.guard import complain
from newsline.cli.progress import Progress
from newsline.cli.timings import Timings
from newsline.config import GivenDate, match_given, read_given
from newsline.dates.span import Span
from newsline.errors import UsageError
from newsline.model import DatedArticle, Skipped

if TYPE_CHECKING:
    from newsline.joint import Joint
    from newsline.pipeline import Survey

STDIN = "-"
NO_ARTICLES = "no articles were found; `newsline formats` lists what can be read"


class Inputs(Struct, frozen=True):
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

    def say_timings(self) -> None:
        """How long each part took, for those who want it."""
        if self.verbose:
            self.say(self.timings.told())


@contextmanager
def opened(inputs: Inputs) -> Iterator[Joint]:
    """The articles under the paths, and what they tell; what was left out is named on stderr."""
    from newsline.articles.files import find
    from newsline.cache import Cache, default_path
    from newsline.engine import Settings, available_cores
    from newsline.joint import Joint

    check_paths(inputs.paths)
    if STDIN in inputs.paths and sys.stdin.isatty():
        inputs.say("reading from the terminal; end the text with Ctrl-D")
    rows = read_given(inputs.dates) if inputs.dates else []
    files = find([Path(path) for path in inputs.paths], stdin=sys.stdin.buffer)
    if inputs.written and inputs.written.exists():
        files = [file for file in files if not (file.path.exists() and file.path.samefile(inputs.written))]
    with ExitStack() as stack:
        cache = stack.enter_context(Cache(default_path(), warn=inputs.say)) if inputs.use_cache else None
        progress = stack.enter_context(Progress(len(files))) if sys.stderr.isatty() and not inputs.quiet else None
        jobs = inputs.jobs or available_cores()
        joint = Joint(
            files,
            Settings(inputs.date_order, jobs, cache, progress=progress),
            given=lambda articles: match_given(rows, articles, inputs.published)[0],
            told=repr((rows, inputs.published)),
            part=lambda name: _part(name, inputs, progress),
        )
        listing = joint.listing()
        if progress:
            progress.wipe()
        name_left_out(inputs, rows, [one.id for one in listing.articles], listing.skipped)
        yield joint


@contextmanager
def _part(name: str, inputs: Inputs, progress: Progress | None) -> Iterator[None]:
    """Times a part of the run, and shows it on a terminal."""
    if progress:
        progress.stage(name)
    with inputs.timings.part(name):
        yield
    if progress:
        progress.wipe()


def name_left_out(
    inputs: Inputs, rows: Sequence[GivenDate], articles: Sequence[str], skipped: Sequence[Skipped]
) -> None:
    """Names on stderr the rows of dates that fit no article, and what gave no article."""
    for row in match_given(rows, articles)[1]:
        inputs.say(f"{inputs.dates}: line {row.line}: no article is called {row.article!r}; see `newsline articles`")
    for item in skipped:
        inputs.say(f"{item.path}: left out: {item.reason}")


def survey_text(inputs: Inputs, analysis: Analysis) -> Survey:
    """A text that came as an argument, with the date that the user gives."""
    from newsline.pipeline import survey

    rows = read_given(inputs.dates) if inputs.dates else []
    articles = [analysis.article.id]
    name_left_out(inputs, rows, articles, ())
    return survey([analysis], match_given(rows, articles, inputs.published)[0])


def is_incomplete(articles: Sequence[DatedArticle], skipped: Sequence[Skipped]) -> bool:
    """What `--strict` does not forgive: a file that was left out, an article without a date."""
    return bool(skipped) or any(article.dating.published is None for article in articles)


def check_paths(paths: Sequence[str]) -> None:
    """Every path must exist before anything is read. Raises UsageError."""
    for path in paths:
        if path != STDIN and not os.path.exists(path):
            if "://" in path:
                raise UsageError(f"{path}: addresses are read on a cluster; add --engine dask")
            raise UsageError(f"{path}: no such file or folder; name files or folders of articles, or - for stdin")
