"""`newsline articles`: what was read and how each article was dated."""

from __future__ import annotations

from typing import Annotated

from newsline.cli import options as opt
from newsline.cli import output as out
from newsline.cli.guard import guarded, leave
from newsline.cli.inputs import NO_ARTICLES, Inputs, is_incomplete, opened
from newsline.errors import ExitCode
from newsline.formats import articles as listing
from newsline.formats.view import View

Format = Annotated[
    listing.ListFormat | None,
    opt.choice(
        listing.ListFormat,
        *("--format", "-f"),
        suffixes=listing.SUFFIXES,
        help="Default: table on a terminal, markdown in a pipe.",
    ),
]


def articles(
    paths: opt.Paths,
    format_name: Format = None,
    output: opt.Output = None,
    published: opt.Published = None,
    dates: opt.Dates = None,
    date_order: opt.Order = opt.DateOrder.MDY,
    jobs: opt.Jobs = None,
    no_cache: opt.NoCache = False,
    strict: opt.Strict = False,
    color: opt.Color = opt.ColorChoice.AUTO,
    quiet: opt.Quiet = False,
    verbose: opt.Verbose = False,
) -> None:
    """List the articles: when each was written, how that is known, and which files were left out."""
    with guarded():
        name = listing.ListFormat(out.choose_format(format_name, output, listing.SUFFIXES))
        inputs = Inputs(paths, published, dates, date_order.value, quiet, verbose, jobs, not no_cache)
        with opened(inputs) as joint:
            found = joint.listing()
        view = View(width=out.width(), color=out.wants_color(color.value, output))
        out.emit(listing.render(name, found.articles, found.skipped, view), output)
        inputs.say_timings()
        if strict and is_incomplete(found.articles, found.skipped):
            leave(ExitCode.LEFT_OUT)
        if not found.articles:
            inputs.say(NO_ARTICLES)
            leave(ExitCode.NOTHING_FOUND)
