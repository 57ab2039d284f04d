"""`newsline dates`: the time expressions of articles, with their TIMEX3 values."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from newsline.cli import options as opt
from newsline.cli import output as out
from newsline.cli.guard import guarded, leave
from newsline.cli.inputs import Inputs, is_incomplete, opened, survey_text
from newsline.dates.span import Span
from newsline.errors import ExitCode, UsageError
from newsline.formats import expressions
from newsline.formats.view import View
from newsline.model import Article

if TYPE_CHECKING:
    from newsline.pipeline import Reading

Format = Annotated[
    expressions.ExpressionFormat | None,
    opt.choice(expressions.ExpressionFormat, "--format", "-f", help="Default: table."),
]
Paths = Annotated[
    list[str] | None, typer.Argument(parser=str, metavar="PATH", help="Files and folders of articles; - reads stdin.")
]
Text = Annotated[
    str | None, typer.Option("--text", parser=str, metavar="TEXT", help="Read this text instead of files.")
]
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
    jobs: opt.Jobs = None,
    no_cache: opt.NoCache = False,
    strict: opt.Strict = False,
    color: opt.Color = opt.ColorChoice.AUTO,
    quiet: opt.Quiet = False,
    verbose: opt.Verbose = False,
) -> None:
    """List the time expressions of articles, of stdin (-) or of a text, with their TIMEX3 values."""
    with guarded():
        if bool(paths) == (text is not None):
            wanted = "name files or folders of articles, or - for stdin, or give a text with --text"
            raise UsageError(f"{wanted}, not both" if paths else wanted)
        is_folder = output is not None and (output.endswith(("/", os.sep)) or Path(output).is_dir())
        if is_folder:
            name = format_name or expressions.ExpressionFormat.TIMEML
        else:
            chosen = out.choose_format(format_name, output, expressions.SUFFIXES, "table")
            name = expressions.ExpressionFormat(chosen)

        from newsline.pipeline import analyse, readings

        inputs = Inputs(paths or [], on or published, dates, date_order.value, quiet, verbose, jobs, not no_cache)
        if text is None:
            with opened(inputs) as joint:
                found = joint.survey()
        else:
            found = survey_text(inputs, analyse(Article("text", text), inputs.date_order))
        view = View(width=out.width(), color=out.wants_color(color.value, output))
        read = list(readings(found))
        if output is not None and is_folder:
            write_each(name, read, Path(output), view)
        elif name is expressions.ExpressionFormat.TIMEML and len(read) > 1:
            raise UsageError("TimeML holds one article a document; name a folder for all of them: --output FOLDER/")
        else:
            out.emit(expressions.render(name, read, view), output)
        inputs.say_timings()
        if strict and is_incomplete(found.articles, found.skipped):
            leave(ExitCode.LEFT_OUT)
        if not any(reading.resolutions for reading in read):
            inputs.say("no time expressions were found")
            leave(ExitCode.NOTHING_FOUND)


def write_each(name: expressions.ExpressionFormat, read: Sequence[Reading], folder: Path, view: View) -> None:
    """A file for each article, under the article's own path; the folders are made. Raises OSError."""
    suffix = next(suffix for suffix, known in expressions.SUFFIXES.items() if known is name)
    for one in read:
        parts = [part if part not in ("", ".", "..") else "_" for part in one.article.id.split("/")]
        target = folder.joinpath(*parts[:-1], parts[-1] + suffix)
        target.parent.mkdir(parents=True, exist_ok=True)
        out.emit(expressions.render(name, [one], view), str(target))
