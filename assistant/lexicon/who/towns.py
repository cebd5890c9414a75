"""Towns and states abroad as the country that they lie in, and that is said: tariffs are of countries.

So are figures that somebody asks for who trades there: "exporto aguacate de Michoacán, ¿cuánto compra EE.UU.?".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.languages.language import Language
from assistant.lexicon.tokens import fold
from assistant.lexicon.topics.tariffs import DUTIES
from assistant.lexicon.who.mine import are_mine
from assistant.lexicon.who.state_ends import ABROAD
from assistant.measures import TARIFFS
from assistant.types import Mention

_RATES = frozenset(f"measures:{name}" for name in (*TARIFFS, *DUTIES))
_CITY, _STATE = "unsupported:cities", "region:"


def of_their_country(text: str, mentions: Sequence[Mention], language: Language) -> tuple[Mention, ...]:
    """The mentions with each town or state abroad as its country, where a tariff is asked for, or one trades there."""
    if not any(_RATES & {*m.candidates} for m in mentions) and not are_mine(text, mentions, language):
        return tuple(mentions)
    return tuple(_read(mention, language) for mention in mentions)


def _read(mention: Mention, language: Language) -> Mention:
    town, names = _CITY in mention.candidates, language.section("towns")
    state = any(code.removeprefix(_STATE).startswith(ABROAD) for code in mention.candidates if _STATE in code)
    found = (country for country, (_, *towns) in names.items() if fold(mention.text) in map(fold, towns))
    country = next(found, "") if town else "MEX" if state else ""
    if country not in names:
        return mention
    read = f"{mention.text} → {names[country][0]}"
    return replace(mention, kind="place", candidates=(f"place:{country}",), corrected=read)


__all__ = ["of_their_country"]
