"""`newsline articles`: what was read and how each article was dated."""

from __future__ import annotations

from typing import Annotated

import typer

from newsline.cli import options as opt
from newsline.cli import output as out
from newsline.cli.guard import guarded, leave
from newsline.cli.inputs import Inputs, is_incomplete, opened
from newsline.errors import ExitCode
from newsline.formats import articles as listing
from newsline.formats.view import View

Format = Annotated[
    listing.ListFormat | None,
    typer.Option("--format", "-f", help="Default: table on a terminal, markdown in a pipe.", show_default=False),
]


def articles(
    paths: opt.Paths,
    format_name: Format = None,
    output: opt.Output = None,
    published: opt.Published = None,
    dates: opt.Dates = None,
    date_order: opt.Order = opt.DateOrder.MDY,
    strict: opt.Strict = False,
    color: opt.Color = opt.ColorChoice.AUTO,
    quiet: opt.Quiet = False,
    verbose: opt.Verbose = False,
) -> None:
    """List the articles: when each was written, how that is known, and which files were left out."""
    with guarded():
        out.check_output(output)
        name = format_name or listing.for_output(output) or listing.ListFormat(out.choose_format(None, None))

        inputs = Inputs(paths, published, dates, date_order.value, quiet, verbose)
        with opened(inputs) as joint:
            found = joint.listing()
        view = View(width=out.width(), color=out.wants_color(color.value, output))
        out.emit(listing.render(name, found.articles, found.skipped, view), output)
        if strict and is_incomplete(found.articles, found.skipped):
            leave(ExitCode.LEFT_OUT)
        if not found.articles:
            inputs.say("no articles were found; `newsline formats` lists what can be read")
            leave(ExitCode.NOTHING_FOUND)
