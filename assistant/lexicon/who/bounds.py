"""Trade by the way it crosses the border: "southbound" is the flow from the US to Mexico, or from Canada to the US."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.measures import OTHER_FLOW
from assistant.types import Mention

_US = "USA"
FLOWS = {
    ("south", "MEX"): "exports",
    ("north", "MEX"): "imports",
    ("south", "CAN"): "imports",
    ("north", "CAN"): "exports",
}
"""The flow on the books of the US."""
_TEXAN = ("port:", "region:MX-")
"""What lies on the border with Mexico, and stands for it where no country is named."""
_NAMED = frozenset({"measures:exports", "measures:imports"})


def bounded(
    mentions: tuple[Mention, ...], unknown: tuple[str, ...], home: str
) -> tuple[tuple[Mention, ...], tuple[str, ...]]:
    """The mentions with "southbound" as the flow that it is; where that cannot be told, it is an unknown word.

    They tell one beside a single neighbour of the US, where no other flow is named and the US, if named, comes first.
    """
    bounds = [mention for mention in mentions if mention.kind == "bounds"]
    if not bounds:
        return mentions, unknown
    kept = tuple(mention for mention in mentions if mention.kind != "bounds")
    if both := _both(bounds, kept, home):
        return tuple(sorted((*kept, *both), key=lambda mention: mention.start)), unknown
    flow = _flow(bounds[0].candidates[0].removeprefix("bounds:"), kept, home) if len(bounds) == 1 else None
    named = {code for mention in kept for code in mention.candidates} & _NAMED
    if flow is None or named - {f"measures:{flow}"}:
        return kept, (*unknown, *(mention.text for mention in bounds))
    if named:
        return kept, unknown
    flow = OTHER_FLOW[flow] if _is_owned(bounds[0], kept, home) else flow
    measured = replace(bounds[0], kind="measures", candidates=(f"measures:{flow}",))
    return tuple(sorted((*kept, measured), key=lambda mention: mention.start)), unknown


def _is_owned(bound: Mention, others: Sequence[Mention], home: str) -> bool:
    """Whether the neighbour, named alone and right before, is whose flow it is: "Mexico's northbound shipments"."""
    places = [m for m in others if any(code.startswith("place:") for code in m.candidates)]
    return len(places) == 1 and f"place:{home}" not in places[0].candidates and 0 <= bound.start - places[0].end <= 3


def _both(bounds: Sequence[Mention], others: Sequence[Mention], home: str) -> tuple[Mention, ...]:
    """Both ways as both flows, where no other is named: "does more go south or come north?"; () where one is named."""
    ways = [mention.candidates[0].removeprefix("bounds:") for mention in bounds]
    flows = [_flow(way, others, home) for way in ways]
    named = {code for mention in others for code in mention.candidates} & _NAMED
    if len(bounds) != 2 or set(ways) != {"south", "north"} or None in flows or named:
        return ()
    pairs = zip(bounds, flows, strict=True)
    return tuple(replace(mention, kind="measures", candidates=(f"measures:{flow}",)) for mention, flow in pairs)


def _flow(way: str, mentions: Sequence[Mention], home: str) -> str | None:
    places = [code[6:] for mention in mentions for code in mention.candidates if code.startswith("place:")]
    others = {code for code in places if code != _US}
    if not places and home == _US and any(c.startswith(_TEXAN) for m in mentions for c in m.candidates):
        return FLOWS[way, "MEX"]
    if len(others) != 1 or _US in places[1:] or home != _US != places[0]:
        return None
    return FLOWS.get((way, others.pop()))
