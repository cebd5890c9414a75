"""Which way goods cross the border spoken of: after trade through Laredo, "how much of it was southbound?"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.dialogue.turns import Dialogue
from assistant.lexicon.who.bounds import FLOWS
from assistant.types import Mention

_ENDS = ("place:", "port:", "region:", "home:")
_FLOW = frozenset({"measures:exports", "measures:imports"})


def of_its_border(mentions: Sequence[Mention], dialogue: Dialogue, home: str) -> tuple[Mention, ...]:
    """The mentions with "southbound" as home's flow with the one neighbour spoken of, where no place is named.

    A flow that is named beside it says the same, or the word is left as it stands.
    """
    last = dialogue.last.slots if dialogue.last is not None else None
    bounds = [mention for mention in mentions if mention.kind == "bounds"]
    named = {code for mention in mentions for code in mention.candidates}
    if last is None or not bounds or last.reporter != (home,) or any(code.startswith(_ENDS) for code in named):
        return tuple(mentions)
    partner = last.partner[0] if len(last.partner) == 1 else ""
    ways = {mention.start: FLOWS.get((mention.candidates[0].partition(":")[2], partner)) for mention in bounds}
    flows = {f"measures:{flow}" for flow in ways.values() if flow}
    if len(flows) != len(bounds) or named & _FLOW - flows:
        return tuple(mentions)
    if named & _FLOW:
        return tuple(mention for mention in mentions if mention.kind != "bounds")
    return tuple(_as_flow(mention, ways[mention.start]) if mention.start in ways else mention for mention in mentions)


def _as_flow(mention: Mention, flow: str | None) -> Mention:
    return replace(mention, kind="measures", candidates=(f"measures:{flow}",))


__all__ = ["of_its_border"]
