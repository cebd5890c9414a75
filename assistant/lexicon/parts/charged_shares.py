"""Freight charges held against what the goods are worth: "freight as a percent of import value"."""

from __future__ import annotations

from assistant.lexicon.linked import Linked
from assistant.lexicon.tokens import phrase

_NEAR = 4
"""So many words behind the share the goods' value may stand: "percent of the total customs value"."""


def is_of_value(linked: Linked) -> bool:
    """Whether the share is one of the goods' value, and not of all charges: "what share of freight charges"."""
    shares = [at for at, m in enumerate(linked.mentions) if "operations:share" in m.candidates]
    if not shares or "freight" not in linked.codes("measures"):
        return False
    last = linked.mentions[shares[-1]]
    charges = (m.start for m in linked.mentions[shares[-1] + 1 :] if "measures:freight" in m.candidates)
    said = phrase(linked.text[last.start : next(charges, None)])[: _NEAR + len(last.text.split())]
    return not linked.language.forms("lists", "valued").isdisjoint(said)


__all__ = ["is_of_value"]
