"""All loaded ports as one part: "what percentage of imports from Mexico went through the Texas ports"."""

from __future__ import annotations

from dataclasses import replace

from assistant.languages.language import load
from assistant.lexicon.question import Question, Slots
from assistant.lexicon.tokens import phrase
from assistant.store.store import Store

_ASKED = frozenset({"share", "in_percent", "amount", "sum", "per_key"})
_BESIDE, _NEAR = 2, 4
"""Words before the ports: of "which Texas ports", and of "each of the Texas ports"."""


def ports_together(question: Question, slots: Slots, store: Store) -> Slots:
    """The slots of a share of all ports of the state, or of a mode in their trade; others as they are."""
    shared = "share" in slots.operations <= _ASKED and slots.keys == ("port",) and "port" not in slots.filters
    named = {*slots.filters.get("region", ())} == store.names.port_regions and not (slots.number or slots.among)
    if not (shared and named) or slots.whole or slots.within or slots.condition or _are_apart(question):
        return slots
    ports = {"port": tuple(sorted(store.names.titles["port"]))}
    part = "mode" if slots.part == "mode" else "port"
    done = slots.operations - {"sum", "per_key"}
    return replace(slots, keys=(), part=part, filters={**slots.filters, **ports}, operations=done)


def unplaced_whole(question: Question) -> bool:
    """Whether a port's share is asked of a whole that may be all trade: the ports' country is not named.

    "What percent of US exports went through Laredo": of those to the world no table knows it. Nor is it known of
    what a port is a share that is named again beside another: "El Paso and Ysleta together, what share has Ysleta".
    """
    slots, asked = question.slots, question.asked
    shared = "share" in slots.operations and "port" in slots.filters and slots.part.endswith("port")
    named = {*asked.partner, *asked.reporter, *asked.places} & {*slots.partner}
    ports = any("keys:port" in m.candidates and m.text.endswith("s") for m in question.mentions)
    others = ports and not any(m.kind == "region" for m in question.mentions)  # "of the trade of all US land ports"
    again = 1 < len(slots.filters.get("port", ())) < sum(m.kind == "port" for m in question.mentions)
    return shared and (others or again or not named) and not (slots.siblings or slots.within)


def _are_apart(question: Question) -> bool:
    """Whether the ports are told apart, or one is looked for or pointed at: "each Texas port", "which Texas port"."""
    ports = next((m for m in question.mentions if "keys:port" in m.candidates and m.text.endswith("s")), None)
    if ports is None or "dialogue:that" in question.about:
        return True
    language, before = load(question.language), phrase(question.text[: ports.start])
    which, each = (language.forms("lists", name) for name in ("kind_asked", "kind_each"))
    return bool(which & {*before[-_BESIDE:]} or each & {*before[-_NEAR:]})


__all__ = ["ports_together", "unplaced_whole"]
