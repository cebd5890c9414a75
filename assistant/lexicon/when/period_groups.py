"""Several periods on each side of a comparison: "January and February 2025 against January and February 2024"."""

from __future__ import annotations

from assistant.lexicon.linked import Linked
from assistant.lexicon.question import Codes
from assistant.lexicon.tokens import fold, phrase
from assistant.periods import Period

_HELD = frozenset({"compare", "exceed", "trail", "difference", "growth", "rise", "fall"})


def held_groups(linked: Linked, named: Codes) -> Codes:
    """The two stretches that are compared, where each side names periods that follow each other; else as named."""
    if len(named) < 3 or not _HELD & set(linked.codes("operations")):
        return named
    for cut in (len(named) // 2, len(named) - 1, 1):
        sides = (_stretch(named[:cut]), _stretch(named[cut:]))
        alike = all(sides) and (2 * cut == len(named) >= 4 or len({Period.parse(side).months for side in sides}) == 1)
        if alike and _is_cut(linked, named, cut):
            return sides
    return named


def _stretch(periods: Codes) -> str:
    """The one stretch that months or quarters in a row make up; "" where they do not."""
    try:
        parsed = sorted((Period.parse(period) for period in periods), key=lambda period: period.first)
    except ValueError:
        return ""
    gaps = any(left.last + 1 != right.first for left, right in zip(parsed, parsed[1:], strict=False))
    return "" if gaps else str(Period(parsed[0].first, parsed[-1].last))


def _is_cut(linked: Linked, named: Codes, half: int) -> bool:
    """Whether a word of comparison stands between the two sides."""
    placed = [m for m in linked.mentions if m.kind == "period"]
    left = next((m for m in placed if f"period:{named[half - 1]}" in m.candidates), None)
    right = next((m for m in placed if f"period:{named[half]}" in m.candidates), None)
    if left is None or right is None or left.end > right.start:
        return False
    compared = any("operations:compare" in m.candidates and left.end <= m.start < right.start for m in linked.mentions)
    than = {word for form in linked.language.section("comparatives").get("than", ()) for word in fold(form).split()}
    return compared or bool(than & set(phrase(linked.text[left.end : right.start])))
