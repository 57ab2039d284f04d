"""Commands that convert what the user typed, and nothing else, by the parsers of their options.

Some versions of typer convert every value with pydantic, defaults too: importing it takes longer than reading five
articles, and its errors speak of inputs and schemas. A default is of its type already.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

Process = Callable[[Any, Any], Any]
"""What makes the value of a parameter, in a context, of what was typed: `process_value`."""


class Command(TyperCommand):
    """A command, for typer's `cls`."""

    def get_params(self, ctx: Any) -> list[Any]:
        """Its parameters, with --help."""
        return _less_converted(super().get_params(ctx))


class Group(TyperGroup):
    """All commands under one name, for typer's `cls`."""

    def get_params(self, ctx: Any) -> list[Any]:
        """Its parameters, with --help and those that install completion."""
        return _less_converted(super().get_params(ctx))


def _less_converted(params: list[Any]) -> list[Any]:
    for param in params:
        if hasattr(param, "get_runtime_param") and "process_value" not in vars(param):  # a typer that has pydantic
            param.process_value = partial(_processed, param, param.process_value)
        if param.param_type_name == "argument":  # typer would say "{PATH}... " and "PATH <list[str]>"
            param.get_usage_pieces = partial(_usage, param)
            param.get_help_record = partial(_help, param)
    return params


def _usage(param: Any, context: Any) -> list[str]:
    name = param.metavar if param.required else f"[{param.metavar}]"
    return [name + ("" if param.nargs == 1 else "...")]


def _help(param: Any, context: Any) -> tuple[str, str]:
    return param.metavar, param.help


def _processed(param: Any, process: Process, context: Any, value: Any) -> Any:
    """The value of a parameter; defaults as they are."""
    source = context.get_parameter_source(param.name)
    if param.required and not value:
        return process(context, value)
    if source is None or source.name == "DEFAULT":
        if value is None and param.multiple:
            value = ()
        return value if param.callback is None else param.callback(context, param, value)
    parser = getattr(param.type_descriptor.parameter_info, "parser", None)
    if parser is None:
        return process(context, value)
    try:
        return [parser(one) for one in value] if param.multiple or param.nargs != 1 else parser(value)
    except typer.BadParameter as error:
        error.ctx, error.param = context, param
        raise
