"""The templates and assets of the officials' page; everything that a template prints is escaped."""

from __future__ import annotations

from functools import cache
from importlib import resources

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

from assistant.page.templates import style


def render(name: str, **values: object) -> str:
    """A template of this package filled in; a value that is missing is an error."""
    return _environment().get_template(f"{name}.html").render(**values)


_STYLES = ("office.css", "draft.css")


@cache
def asset(name: str) -> str:
    """The text of ``office.css``, which is the citizens' style sheet and ours, or of a script."""
    folder = resources.files("assistant.office")
    if name.endswith(".css"):
        return style() + "".join(folder.joinpath(one).read_text(encoding="utf-8") for one in _STYLES)
    return folder.joinpath(name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    return Environment(
        loader=ChoiceLoader([PackageLoader("assistant.office"), PackageLoader("assistant.page")]),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
