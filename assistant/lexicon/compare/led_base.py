"""What a ratio is of, where it opens the question: "compared with Canada, how many times larger was Mexico"."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.lexicon.linked import Linked, place_of
from assistant.lexicon.question import Slots
from assistant.lexicon.tokens import fold
from assistant.types import Mention

_KINDS = ("place", "measures", "modes", "region", "port", "product")


def on_led_base(slots: Slots, linked: Linked) -> Slots:
    """The slots of a ratio with what it is taken of last, where that is named first; others as they are."""
    base = _base(linked) if "ratio" in slots.operations else None
    if base is None:
        return slots
    code = place_of(base)
    rivals = len(slots.partner) == 1 and len(slots.measures) == 1 and slots.partner != (linked.home,)
    if code and slots.reporter == (code,) != (linked.home,) and rivals:  # "relative to Canada, exports to Mexico"
        return replace(slots, reporter=(linked.home,), partner=(*slots.partner, code), origin=(), doubtful="")
    if len(slots.partner) == 2 and slots.partner[0] == code:
        return replace(slots, partner=slots.partner[::-1])
    filters = {name: _turned(codes, base) for name, codes in slots.filters.items()}
    return replace(slots, measures=_turned(slots.measures, base), filters=filters)


def _turned(codes: tuple[str, ...], base: Mention) -> tuple[str, ...]:
    """Two codes with the one that the mention names last."""
    first = len(codes) == 2 and any(c.partition(":")[2] == codes[0] for c in base.candidates)
    return codes[::-1] if first else codes


def _base(linked: Linked) -> Mention | None:
    """The name that follows the words of comparing which open the question, before the ratio is asked for."""
    opened = re.match(rf"\W*{linked.language.any_of('comparatives', 'opening')}\b", fold(linked.text))
    ratio = next((m for m in linked.mentions if "operations:ratio" in m.candidates), None)
    if opened is None or ratio is None:
        return None
    named = [m for m in linked.mentions if opened.end() <= m.start < ratio.start and _kind(m)]
    places = [m for m in named if m.kind == "place"]
    return next(iter((*places, *named)), None)


def _kind(mention: Mention) -> bool:
    return any(c.partition(":")[0] in _KINDS for c in mention.candidates)


__all__ = ["on_led_base"]
