"""Both flows of one pair where each end may be the one that does it: "who sold more to whom, the US or Brazil"."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.lexicon.linked import Linked
from assistant.lexicon.question import Slots
from assistant.lexicon.tokens import fold

_FLOWS = {"verbs:sell": ("exports", "imports"), "verbs:buy": ("imports", "exports")}
_SIDES = (("more", "exceed"), ("less", "trail"))
_ASKED = frozenset(
    {"exceed", "trail", "top", "bottom", "compare", "per_key", "difference", "ratio", "ordered", "polar"}
)


def to_whom(slots: Slots, conflict: str, linked: Linked) -> tuple[Slots, str]:
    """The slots with both flows of the one pair of countries, where it is open who of the two did it to whom."""
    named = sorted(dict.fromkeys(slots.places), key=lambda code: code != linked.home)
    asked = _asked(linked)
    if not asked or len(named) != 2 or slots.operations - _ASKED:
        return slots, conflict
    one, *others = named
    verb = {code for m in linked.mentions for code in m.candidates if code in _FLOWS and m.end <= asked.end()}
    side = next((side for name, side in _SIDES if linked.language.said(asked[0], "comparatives", name)), "")
    if len(verb) != 1 or not side or len(slots.periods) > 1:
        return slots, conflict
    pair = replace(slots.sided((one,), tuple(others)), measures=_FLOWS[verb.pop()], implied=False, number=None)
    kept = slots.operations & {"difference", "ratio"}
    return replace(pair, keys=(), operations=frozenset({side, "to_whom", *kept}), condition=None), ""


def _asked(linked: Linked) -> re.Match[str] | None:
    """Where it is asked who does it to whom: "who sold whom more", "who sells more to the other", "quién … a quién"."""
    if linked.language.said(fold(linked.text), "to_whom", "whom") is None:
        return None
    who, whom = (linked.language.any_of("to_whom", name) for name in ("who", "whom"))
    more = rf"(?:\s+{linked.language.any_of('comparatives', 'more', 'less')})?"
    return re.search(rf"(?<!\w){who}\s(?:[^\s.?!]+\s+){{1,6}}?{whom}(?!\w){more}", fold(linked.text))


__all__ = ["to_whom"]
