"""The two flows that "&" joins as the two that they are: "exports & imports" is no ratio of them."""

from __future__ import annotations

from dataclasses import replace

from assistant.types import Mention

_RATIO = "measures:coverage_ratio"
_FLOWS = ("exports", "imports")


def joined_flows(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions with "exports & imports" as one flow and the other."""
    return tuple(part for mention in mentions for part in _parts(text, mention))


def _parts(text: str, mention: Mention) -> tuple[Mention, ...]:
    said = text[mention.start : mention.end].lower()
    left, sign, right = said.partition("&")
    if _RATIO not in mention.candidates or not sign or "/" in said:
        return (mention,)
    ends = ((mention.start, left), (mention.start + len(left) + 1, right))
    named = [next((flow for flow in _FLOWS if flow[:2] in part), "") for _, part in ends]
    if set(named) != set(_FLOWS):
        return (mention,)
    first, second = (
        replace(
            mention,
            start=start + len(part) - len(part.lstrip()),
            end=start + len(part.rstrip()),
            text=part.strip(),
            candidates=(f"measures:{flow}",),
        )
        for (start, part), flow in zip(ends, named, strict=True)
    )
    joined = Mention("dialogue", first.end, second.start, "and", ("dialogue:and",))
    return first, joined, second


__all__ = ["joined_flows"]
