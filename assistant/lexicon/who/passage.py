"""What comes in or goes out by a port, a mode or as goods, and nobody says from where: "what comes in at Laredo"."""

from __future__ import annotations

import re

from assistant.lexicon.linked import Linked, place_of
from assistant.lexicon.tokens import fold


def of_passage(linked: Linked) -> list[str]:
    """The flow of the home country that goods come in or go out by; nothing where both do or another end is told.

    By a mode alone, or of goods, they may as well come out at a figure: "cuánto salió por tren".
    """
    port, mode, goods = (any(linked.codes(section)) for section in ("port", "modes", "product"))
    places = {place_of(m) for m in linked.mentions} - {"", linked.home}
    ended = {"to", "from", "with", "between"} & set(linked.codes("prepositions"))
    comes_in, goes_out = (_is_said(linked, way) for way in ("inward", "outward"))
    comes = comes_in and (mode or goods and not places)
    if comes_in == goes_out or ended or goes_out and places or not (port or comes):
        return []
    return ["imports" if comes_in else "exports"]


def _is_said(linked: Linked, way: str) -> bool:
    said = rf"(?<!\w){linked.language.any_of('lists', way)}(?!\w)"
    return bool(linked.language.forms("lists", way)) and bool(re.search(said, fold(linked.text)))


__all__ = ["of_passage"]
