"""Words that subtract one figure from another, where they might leave a thing out or look for the least."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.languages.language import Language
from assistant.types import Mention

Mentions = tuple[Mention, ...]


def subtracted(text: str, mentions: Mentions, language: Language) -> Mentions:
    """Between two flows, countries, modes, states or ports "minus" subtracts, and leaves none out."""
    groups = {f"place:{code}" for code in language.section("groups")}
    least = language.forms("lists", "minus")

    def read(at: int) -> Mention:
        mention = mentions[at]
        if mention.text in least and _is_between_flows(mentions, at):
            return replace(mention, kind="operations", candidates=("operations:difference",))
        if not {"operations:difference", "exclusion:not"} <= set(mention.candidates):
            return mention
        sides = mentions[at - 1 : at + 2 : 2] if 0 < at < len(mentions) - 1 else ()
        flows = _has_flow(mentions[:at]) and _has_flow(mentions[at + 1 : at + 3])
        alike = len(sides) == 2 and sides[0].kind == sides[1].kind in ("place", "modes", "region", "port")
        placed = alike and all(not groups & set(side.candidates) for side in sides)
        if not (placed or flows):
            return mention
        return replace(mention, kind="operations", candidates=("operations:difference",))

    return tuple(map(read, range(len(mentions))))


def _is_between_flows(mentions: Sequence[Mention], at: int) -> bool:
    """Whether a word for "least" stands between one's flow and another's: "exports to Mexico minus those to Canada"."""
    asked = any(c in ("keys:partner", "operations:compare") for m in mentions for c in m.candidates)
    before = [m for m in mentions[:at] if m.kind not in ("period", "prepositions")][-1:]
    after = mentions[at + 1 : at + 3]
    owned = len(after) == 2 and "prepositions:of" in after[0].candidates and after[1].kind == "place"
    flows = _has_flow(mentions[:at]) and (_has_flow(after[:1]) or owned)
    return not asked and flows and bool(before) and before[0].kind == "place"


def _has_flow(mentions: Sequence[Mention]) -> bool:
    return any(c.startswith("measures:") for m in mentions for c in m.candidates)


__all__ = ["subtracted"]
