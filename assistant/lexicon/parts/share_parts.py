"""Which of several named things is the part of a share: the mode of "car imports that came by rail", or the cars."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.lexicon.linked import Linked, thing_of
from assistant.lexicon.parts.joint_parts import joint_parts
from assistant.lexicon.tokens import words
from assistant.types import Mention

_SHARE = "operations:share"
_NEAR = 20
"""Letters from a state to the flow that it owns: "Michigan's imports", and not "imports of goods to Michigan"."""
Named = tuple[int, str, str]
"""Where a thing is named, its dimension and its code."""


def part_of(linked: Linked, dimensions: Sequence[str]) -> str:
    """The dimension of the part, or those that it is narrowed by; "" where the order of the words leaves it open.

    What is named twice is the whole of the other: "rail imports of cars as a share of car imports". What follows
    "share of" first is the whole and what the sentence ends with is the part: "share of rail imports that were cars".
    Without "of" the part follows at once: "what share did rail have in car imports". Where the word for share stands
    once more at the end, the part is named right before it: "what percent of rail imports did cars make up".
    """
    if joint := joint_parts(linked, dimensions):
        return joint
    shares = [m for m in linked.mentions if _SHARE in m.candidates]
    named = [(m.start, *thing) for m in linked.mentions if (thing := thing_of(m)) and thing[0] in dimensions]
    codes = [(dimension, code) for _, dimension, code in named]
    twice = {dimension for dimension, code in codes if codes.count((dimension, code)) > 1}
    others = [dimension for dimension in dict.fromkeys(d for d, _ in codes) if dimension not in twice]
    if twice and len(others) == 1:
        return others[0]
    first, last = shares[0], shares[-1]
    if doer := _doing(linked, named, first):
        return doer
    after = [thing for thing in named if thing[0] >= last.end]
    if way := _way(linked, named, shares):
        return way
    if len({dimension for _, dimension, _ in after}) == 1 or after and not _opens(linked, first):
        return after[0][1]
    if not after and last is not first and _opens(linked, first):
        return next((dimension for start, dimension, _ in reversed(named) if start < last.start), "")
    return after[-1][1] if after else ""


def _doing(linked: Linked, named: Sequence[Named], share: Mention) -> str:
    """The dimension of what a verb stands between and "what share of"; "" where the share is not asked so."""
    before = [thing for thing in named if thing[0] < share.start]
    after = any(thing[0] >= share.end for thing in named)
    if not before or after and not _opens(linked, share):
        return ""
    start = next(m.end for m in linked.mentions if m.start == before[-1][0])
    said = [token.word for token in words(linked.text[start : share.start + len(share.text)])]
    asks = linked.language.forms("lists", "share_asking")
    between = linked.text[start : share.start]
    plain = not set(between) & set(",;:.?–—") and " - " not in between
    return before[-1][1] if plain and asks & set(said[1:]) else ""


def _way(linked: Linked, named: Sequence[Named], shares: Sequence[Mention]) -> str:
    """The mode that stands before a share of a state's flow, or behind the flow before a share of the total.

    "By truck, what percentage of Michigan's imports"; "Texas exports by rail, % of total".
    """
    modes = [start for start, dimension, _ in named if dimension == "mode"]
    states = [start for start, dimension, _ in named if dimension == "region"]
    if len(modes) != 1 or len(states) != 1 or len(named) != 2 or modes[0] >= shares[0].start:
        return ""
    inside = (m for m in linked.mentions if shares[0].end <= m.start < states[0])
    between = [m for m in inside if "prepositions:of" not in m.candidates]
    led = states[0] > shares[0].start and not between and _opens(linked, shares[0])
    flows = [m for m in linked.mentions if {"measures:imports", "measures:exports", "measures:total"} & {*m.candidates}]
    owned = bool(flows) and states[0] < flows[0].start < modes[0] and flows[0].start - states[0] < _NEAR
    return "mode" if led or owned else ""


def _opens(linked: Linked, share: Mention) -> bool:
    """Whether the whole follows the word for share at once: "share of", "% of", "out of", "of the", a leading "of"."""
    opening = linked.language.forms("lists", "share_opening")
    if any(f"{share.text} ".startswith(f"{word} ") or share.text.endswith(f" {word}") for word in opening):
        return True
    if share.text in linked.language.forms("rephrased", "opening"):
        return True
    rest = " ".join(token.word for token in words(linked.text[share.end :])[:1])
    return rest in linked.language.forms("prepositions", "of")


__all__ = ["part_of"]
