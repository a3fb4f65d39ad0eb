"""The page's templates and assets; everything that a template prints is escaped."""

from __future__ import annotations

from functools import cache
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined


def render(name: str, **values: object) -> str:
    """A template of this package filled in; a value that is missing is an error."""
    return _environment().get_template(f"{name}.html").render(**values)


def style() -> str:
    """The page's style sheet."""
    return "".join(map(_asset, ("page.css", "chart.css")))


def script() -> str:
    """The page's script, the body of one function."""
    return "".join(map(_asset, ("talk.js", "panel.js", "page.js")))


def _asset(name: str) -> str:
    return resources.files("assistant.page").joinpath(name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("assistant.page"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
