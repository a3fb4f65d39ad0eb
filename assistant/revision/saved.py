"""What a revised draft has beyond its spec, as it is written into a file and read again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from assistant.drafting.nouns import Origin
from assistant.drafting.spec import Spec, Style
from assistant.revision.nouns import Polished, State


@dataclass(frozen=True, slots=True)
class Revision:
    """Wording and authorship of a draft. ``origins`` are those of the points by text, where it is not the official."""

    styles: Mapping[str, Style] = field(default_factory=dict)
    polished: Mapping[str, tuple[Polished, ...]] = field(default_factory=dict)
    helped: int = 0
    origins: Mapping[str, Origin] = field(default_factory=dict)


def revision_of(state: State) -> Revision:
    """What is to be written down of a state beside its figures and points."""
    origins = {point.text: point.origin for point in state.spec.points if point.origin is not Origin.GIVEN}
    return Revision(state.spec.styles, state.polished, state.helped, origins)


def restored(spec: Spec, revision: Revision) -> State:
    """The state of a spec with what was written down."""
    points = tuple(replace(p, origin=revision.origins.get(p.text, Origin.GIVEN)) for p in spec.points)
    spec = replace(spec, points=points, styles=revision.styles)
    return State(spec, revision.polished, revision.helped)
