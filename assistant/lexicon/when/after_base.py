"""What a change after a year is counted from: "fell after 2018. By how much had they shrunk by 2023?" is from 2018."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.lexicon.tokens import fold
from assistant.types import Mention

_MOVES = frozenset({"operations:growth", "operations:rise", "operations:fall"})
_BOTH = 2
_SEARCHED = ("keys:", "searching:", "operations:top", "operations:bottom", "operations:count", "operations:streak")


def from_base(text: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions with "after 2018" as since that year, where a change until a later year is asked."""
    codes = {code for mention in mentions for code in mention.candidates}
    periods = [c.removeprefix("period:") for m in mentions if m.kind == "period" for c in m.candidates]
    ends = [period for period in periods if period.isdigit()]
    if not codes & _MOVES or any(code.startswith(_SEARCHED) for code in codes) or not 1 <= len(ends) <= _BOTH:
        return tuple(mentions)
    based = [(mention, _base(text, mention)) for mention in mentions]
    if len(ends) == _BOTH or "period:prev:12" in codes:  # "fell after 2021. How much in 2022 against 2021?"
        named = {*ends, str(int(ends[0]) - 1)} if len(ends) == 1 else {*ends}
        return tuple(mention for mention, base in based if base not in named)
    return tuple(replace(m, candidates=(f"period:{base}/",)) if base and base < ends[0] else m for m, base in based)


def _base(text: str, mention: Mention) -> str:
    """The year that "after 2018" names; "" where a mention is no such time."""
    year = mention.candidates[0].removeprefix("period:").removesuffix("/")
    if mention.kind != "period" or mention.candidates != (f"period:{year}/",) or not year.isdigit():
        return ""
    base, said = str(int(year) - 1), fold(text[mention.start : mention.end])
    return base if base in said and year not in said else ""


__all__ = ["from_base"]
