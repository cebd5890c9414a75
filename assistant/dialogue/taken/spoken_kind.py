"""A name that is a state's and a country's, or a port's, as the kind spoken of: after Michigan, "Washington?"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.dialogue.turns import Dialogue
from assistant.languages.language import Language
from assistant.lexicon.question import Slots
from assistant.lexicon.who.capitals import NEAR, is_national
from assistant.lexicon.who.ports_named import is_led, port_names
from assistant.lexicon.who.state_ends import ABROAD
from assistant.store.selection import WORLD
from assistant.types import Mention

_STATE = "region:US-"
_ENDS = frozenset({"prepositions:to", "prepositions:from"})


def of_its_kind(mentions: Sequence[Mention], dialogue: Dialogue, home: str) -> tuple[Mention, ...]:
    """The mentions with each such name as a state after states of home, as a country after one far away.

    After home's whole trade the capital of home may be either, and is asked back.
    """
    last = dialogue.last.slots if dialogue.last is not None else None
    if last is None:
        return tuple(mentions)
    return tuple(_read(mentions, at, last, home) if _state(mention) else mention for at, mention in enumerate(mentions))


def as_spoken_port(
    text: str, mentions: Sequence[Mention], dialogue: Dialogue, language: Language
) -> tuple[Mention, ...]:
    """The mentions with a name of a port and of a state as the port, after ports: "and Hidalgo?" after Laredo."""
    last, ports = dialogue.last.slots if dialogue.last is not None else None, port_names(language)
    if last is None or "port" not in {*last.filters, *last.keys}:
        return tuple(mentions)

    def read(mention: Mention) -> Mention:
        named = mention.text in ports and mention.candidates[0].startswith("region:")
        if not named or is_led(text, mention, mentions):
            return mention
        return replace(mention, kind="port", candidates=(f"port:{ports[mention.text]}",))

    return tuple(map(read, mentions))


def _read(mentions: Sequence[Mention], at: int, last: Slots, home: str) -> Mention:
    mention, others = mentions[at], [m for i, m in enumerate(mentions) if i != at]
    said = {code for m in others for code in m.candidates}
    led = at > 0 and _ENDS & set(mentions[at - 1].candidates)
    if led or is_national(said) or any(code.startswith(_STATE) or code.startswith("explain:") for code in said):
        return mention
    state, countries = _state(mention), tuple(c for c in mention.candidates if _is_country(c))
    if _is_of_states(last):
        return replace(mention, candidates=(state,), kind="region")
    if f"place:{home}" in countries and home in last.reporter:
        return replace(mention, candidates=(*countries, state.replace("region:", "place:")), kind="place")
    return replace(mention, candidates=countries, kind="place") if _is_of_countries(last) else mention


def _state(mention: Mention) -> str:
    """The state that a name may mean beside a country; "" where it means one thing."""
    found = next((c.replace("place:", "region:") for c in mention.candidates if "US-" in c), "")
    return found if any(map(_is_country, mention.candidates)) else ""


def _is_country(code: str) -> bool:
    return code.startswith("place:") and "-" not in code


def _is_of_states(last: Slots) -> bool:
    """Whether a state of home was spoken of, or all of them were put in order."""
    named = (*last.filters.get("region", ()), *last.beside[2:3])
    abroad = any(code.startswith(ABROAD) for code in named)
    return not abroad and ("region" in last.keys or any(code.startswith("US-") for code in named))


def _is_of_countries(last: Slots) -> bool:
    """Whether a country was spoken of that states have no trade with in the tables, or partners were put in order."""
    far = {f"place:{code}" for code in last.partner if code != WORLD} - NEAR
    return bool(far) or "partner" in last.keys


__all__ = ["as_spoken_port", "of_its_kind"]
