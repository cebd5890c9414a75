"""All loaded ports as one part: "what percentage of imports from Mexico went through the Texas ports"."""

from __future__ import annotations

from dataclasses import replace

from assistant.languages.language import load
from assistant.lexicon.question import Question, Slots
from assistant.lexicon.tokens import phrase
from assistant.store.store import Store

_ASKED = frozenset({"share", "in_percent", "amount", "sum", "per_key"})
_NEAR = 4
"""Words before the ports that say which of them are meant."""


def ports_together(question: Question, slots: Slots, store: Store) -> Slots:
    """The slots of a share whose part are the ports of the state, where they are not told apart; others as they are."""
    shared = "share" in slots.operations <= _ASKED and slots.keys == ("port",) and "port" not in slots.filters
    named = {*slots.filters.get("region", ())} == store.names.port_regions and not (slots.number or slots.among)
    if not (shared and named) or slots.whole or slots.within or slots.condition or _are_apart(question):
        return slots
    ports = {"port": tuple(sorted(store.names.titles["port"]))}
    done = slots.operations - {"sum", "per_key"}
    return replace(slots, keys=(), part="port", filters={**slots.filters, **ports}, operations=done)


def _are_apart(question: Question) -> bool:
    """Whether the ports are told apart, or one of them is looked for: "each of the Texas ports", "which Texas port"."""
    language = load(question.language)
    ports = next((m for m in question.mentions if "keys:port" in m.candidates), None)
    if ports is None or not ports.text.endswith("s"):
        return True
    before = phrase(question.text[: ports.start])[-_NEAR:]
    return not language.forms("lists", "kind_apart").isdisjoint(before)


__all__ = ["ports_together"]
