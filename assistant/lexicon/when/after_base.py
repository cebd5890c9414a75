"""What a change after a year is counted from: "fell after 2018. By how much had they shrunk by 2023?" is from 2018."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.lexicon.tokens import fold
from assistant.types import Mention

_MOVES = frozenset({"operations:growth", "operations:rise", "operations:fall"})
_SEARCHED = ("keys:", "searching:", "operations:top", "operations:bottom", "operations:count", "operations:streak")


def from_base(text: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions with "after 2018" as since that year, where a change until a later year is asked."""
    codes = {code for mention in mentions for code in mention.candidates}
    ends = [c for m in mentions if m.kind == "period" for c in m.candidates if c.removeprefix("period:").isdigit()]
    if not codes & _MOVES or any(code.startswith(_SEARCHED) for code in codes) or len(ends) != 1:
        return tuple(mentions)
    return tuple(_since(text, mention, ends[0]) for mention in mentions)


def _since(text: str, mention: Mention, end: str) -> Mention:
    year = mention.candidates[0].removeprefix("period:").removesuffix("/")
    if mention.kind != "period" or mention.candidates != (f"period:{year}/",) or not year.isdigit():
        return mention
    base, said = str(int(year) - 1), fold(text[mention.start : mention.end])
    named = base in said and year not in said and base < end.removeprefix("period:")
    return replace(mention, candidates=(f"period:{base}/",)) if named else mention


__all__ = ["from_base"]
