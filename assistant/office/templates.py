"""The templates and assets of the officials' page; everything that a template prints is escaped."""

from __future__ import annotations

from functools import cache
from importlib import resources

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

from assistant.page.templates import style


def render(name: str, **values: object) -> str:
    """A template of this package filled in; a value that is missing is an error."""
    return _environment().get_template(f"{name}.html").render(**values)


@cache
def asset(name: str) -> str:
    """The text of ``office.css``, which begins with the citizens' style sheet, or of ``office.js``."""
    text = resources.files("assistant.office").joinpath(name).read_text(encoding="utf-8")
    return style() + text if name.endswith(".css") else text


@cache
def _environment() -> Environment:
    return Environment(
        loader=ChoiceLoader([PackageLoader("assistant.office"), PackageLoader("assistant.page")]),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
