"""What a question demands of the basis: a source, a table, a release, a valuation."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from assistant.lexicon.linked import Linked
from assistant.lexicon.question import Slots

_SECTIONS = {"source": "sources", "table": "tables", "release": "releases", "valuation": "valuations"}
_ONE_AGAINST_ANOTHER = frozenset({"compare", "difference", "exceed", "trail"})


def demanded(linked: Linked) -> dict[str, Any]:
    """The slots of what is demanded; of several the first answers and `versus` ("source:bts") is set against it."""
    named = {kind: tuple(dict.fromkeys(linked.codes(section))) for kind, section in _SECTIONS.items()}
    versus = tuple(f"{kind}:{code}" for kind, codes in named.items() for code in codes[1:])
    return {**{kind: codes[0] if codes else None for kind, codes in named.items()}, "versus": versus}


def compared(slots: Slots) -> Slots:
    """The slots without a comparison that is one of sources, which the second round makes: "Census against BTS"."""
    if not slots.versus or len(slots.partner) > 1 or len(slots.periods) > 1 or len(slots.measures) > 1:
        return slots
    return replace(slots, operations=slots.operations - _ONE_AGAINST_ANOTHER)
