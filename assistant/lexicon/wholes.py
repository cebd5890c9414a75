"""The group or list of partners that a share is of: "Germany's share of US imports from the EU"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.languages.language import Language
from assistant.lexicon.question import Slots
from assistant.lexicon.roles import Place


def with_whole(slots: Slots, found: Sequence[Place], language: Language, home: str) -> Slots:
    """The slots with the part and the whole told apart: a country beside a group, one of a list named twice.

    That the part belongs to the whole is for the defaults to see, which know the members.
    """
    if "share" not in slots.operations or slots.filters or slots.keys:
        return slots
    named = [place.codes[0] for place in found if place.codes[0] not in (home, *slots.reporter)]
    twice = {code for code in named if named.count(code) > 1}
    if len(slots.partner) > 1 and len(twice) == 1 and set(named) == set(slots.partner):
        return replace(slots, partner=tuple(twice), whole=slots.partner)  # "Mexico's share of Canada and Mexico"
    others = tuple(dict.fromkeys(code for code in named if code not in slots.partner))
    groups = language.section("groups")
    if len(others) == 1 and len(slots.partner) == 1 and (slots.partner[0] in groups) != (others[0] in groups):
        part, whole = (others, slots.partner) if slots.partner[0] in groups else (slots.partner, others)
        return replace(slots, partner=part, whole=whole)
    return slots
