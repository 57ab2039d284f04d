"""`newsline dates`: the time expressions of articles, with their TIMEX3 values."""

from __future__ import annotations

from typing import Annotated

import typer

from newsline.cli import options as opt
from newsline.cli import output as out
from newsline.cli.guard import guarded, leave
from newsline.cli.inputs import Inputs, is_incomplete, survey_files, survey_results
from newsline.dates.span import Span
from newsline.errors import ExitCode, UsageError
from newsline.formats import expressions
from newsline.formats.view import View
from newsline.model import Article

Format = Annotated[
    expressions.ExpressionFormat | None,
    typer.Option("--format", "-f", help="Default: table.", show_default=False),
]
Paths = Annotated[
    list[str] | None, typer.Argument(metavar="PATH", help="Files and folders of articles; - reads stdin.")
]
Text = Annotated[str | None, typer.Option("--text", metavar="TEXT", help="Read this text instead of files.")]
On = Annotated[
    Span | None, typer.Option("--on", parser=opt.day, metavar="DAY", help="The day on which the texts were written.")
]


def dates(
    paths: Paths = None,
    text: Text = None,
    on: On = None,
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
    """List the time expressions of articles, of stdin (-) or of a text, with their TIMEX3 values."""
    with guarded():
        if bool(paths) == (text is not None):
            raise UsageError("name files or folders of articles, or - for stdin, or give a text with --text")
        out.check_output(output)
        name = format_name or expressions.for_output(output) or expressions.ExpressionFormat.TABLE

        from newsline.pipeline import analyse, readings

        inputs = Inputs(paths or [], on or published, dates, date_order.value, quiet, verbose)
        if text is None:
            found = survey_files(inputs)
        else:
            found = survey_results(inputs, [analyse(Article("text", text), inputs.date_order)])
        view = View(width=out.width(), color=out.wants_color(color.value, output))
        read = list(readings(found))
        out.emit(expressions.render(name, read, view), output)
        if strict and is_incomplete(found.articles, found.skipped):
            leave(ExitCode.LEFT_OUT)
        if not any(reading.resolutions for reading in read):
            inputs.say("no time expressions were found")
            leave(ExitCode.NOTHING_FOUND)
