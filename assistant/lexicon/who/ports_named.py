"""Names of ports that are a state's as well: "Hidalgo imports from Mexico" is of the port."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.languages.language import Language
from assistant.lexicon.tokens import fold
from assistant.lexicon.who.places import country_of
from assistant.types import Mention

_LEADS = frozenset({"prepositions:from", "prepositions:to", "prepositions:with"})


def port_names(language: Language) -> dict[str, str]:
    """The codes of the ports whose names mean something else as well, by name."""
    ports = language.section("trade_words").get("ports", {})
    return {fold(name): code for code, names in ports.items() for name in names}


def is_led(text: str, mention: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether a mention stands right behind "from", "to" or "with"."""
    ends = {other.end for other in mentions if _LEADS & {*other.candidates}}
    return len(text[: mention.start].rstrip()) in ends


def is_other_end(text: str, state: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether the country of a state is named as the other end of its flow, and the state as no end of one."""
    country = f"place:{country_of(state.candidates[0].partition(':')[2])}"
    named = any(country in mention.candidates and is_led(text, mention, mentions) for mention in mentions)
    return named and not is_led(text, state, mentions)


__all__ = ["is_led", "is_other_end", "port_names"]
