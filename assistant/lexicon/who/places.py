"""A named place with its role, and what lists of places share."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Place:
    """A named place: its role (subject, origin, destination, partner, pair, bare), and if it is listed with others.

    A `compound` stands before a noun as a part of it: "Mexico imports", "the Vietnam deficit".
    """

    codes: tuple[str, ...]
    role: str
    text: str
    listed: bool = False
    shared: bool = False
    adjective: bool = False
    compound: bool = False
    owner: bool = False


def country_of(code: str) -> str:
    """The country that a place code means for whose trade it is: of a state, the country it lies in.

    >>> country_of("US-TX"), country_of("MX-NLE"), country_of("CHN")
    ('USA', 'MEX', 'CHN')
    """
    return {"US-": "USA", "MX-": "MEX"}.get(code[:3], code)


def shared(found: list[Place]) -> tuple[Place, ...]:
    """A list shares its last role: "Mexican and Canadian exports", "Mexico + Canada, joint share"."""
    result = list(found)
    for index in range(len(result) - 1, 0, -1):
        before, role = result[index - 1], result[index].role
        if result[index].listed and role in ("subject", "partner") and before.role == "bare":
            result[index - 1] = replace(before, role=role)
    return tuple(result)
