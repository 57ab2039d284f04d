"""Commands that have only those values converted that the user gave.

Some versions of typer convert every value with pydantic, defaults too, and importing that takes longer than reading
five articles. A default is of its type already, and a path stays the text that it is; whatever else stands on the
command line is still converted by typer.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from typer.core import TyperCommand, TyperGroup

AS_TYPED = frozenset({"paths"})
"""Parameters that are lists of texts."""

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
    return params


def _processed(param: Any, process: Process, context: Any, value: Any) -> Any:
    """The value of a parameter; defaults as they are."""
    if value and param.name in AS_TYPED:
        return list(value)
    source = context.get_parameter_source(param.name)
    if param.required or source is None or source.name != "DEFAULT":
        return process(context, value)
    if value is None and param.multiple:
        value = ()
    return value if param.callback is None else param.callback(context, param, value)
