"""The form and the revised draft kept alike: what was changed by chat stands in the form, and what is typed keeps what was revised."""

from __future__ import annotations

from dataclasses import replace

from assistant.drafting.fields import CONTACT, POINTS, SIGNED, cells, name_of, places
from assistant.drafting.nouns import Origin
from assistant.drafting.spec import Spec
from assistant.office.drafting.drafts import Drafting
from assistant.revision.nouns import State
from index.schema import Contact


def continued(drafting: Drafting, spec: Spec) -> State:
    """The form's spec with the wording of the current version; a point that a model wrote stays marked as its own."""
    if drafting.version is None:
        return State(spec)
    state = drafting.version.state
    origins = {point.text: point.origin for point in state.spec.points}
    points = tuple(replace(point, origin=origins.get(point.text, Origin.GIVEN)) for point in spec.points)
    return replace(state, spec=replace(spec, points=points, styles=state.spec.styles))


def retyped(year: int, before: State, after: State) -> dict[str, str]:
    """The fields of the form that a revision changed, as they read now."""
    old, new = before.spec, after.spec
    texts = {} if old.points == new.points else _points(new, year)
    for key in old.figures.keys() | new.figures.keys():
        name = name_of(key)
        if name in cells(year) and (key in old.figures, old.figures.get(key)) != (
            key in new.figures,
            new.figures.get(key),
        ):
            texts[name] = _printed(new, key)
    for item in Contact.__dataclass_fields__:
        if getattr(old.contact, item) != getattr(new.contact, item):
            texts[f"{CONTACT}{item}"] = getattr(new.contact, item)
    if old.signed != new.signed:
        texts[SIGNED] = new.signed.isoformat() if new.signed else ""
    return texts


def _printed(spec: Spec, key: tuple[str, str]) -> str:
    """A figure as typed: nothing where there is none, / where it does not apply."""
    if key not in spec.figures:
        return ""
    value = spec.figures[key]
    return "/" if value is None else f"{value:f}"


def _points(spec: Spec, year: int) -> dict[str, str]:
    """All points by field; those of a place that the form of the year does not ask for go with what is active."""
    known = [place for place, _ in places(year)]
    lines: dict[str, list[str]] = {place: [] for place in known}
    for point in spec.points:
        lines[point.section if point.section in known else "active"].append(point.text)
    return {f"{POINTS}{place}": "\n".join(texts) for place, texts in lines.items()}
