"""What the last figure was narrowed by, no longer asked for: "forget the trucks, how much was it in total?"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.dialogue.taken.shortened import filled
from assistant.dialogue.turns import Dialogue
from assistant.languages.language import Language
from assistant.lexicon.lexicon import Lexicon
from assistant.lexicon.linked import SECTIONS
from assistant.lexicon.question import Question, Slots
from assistant.lexicon.slots import question as slotted
from assistant.lexicon.tokens import phrase
from assistant.periods import TIMES
from assistant.store.selection import WORLD
from assistant.types import Mention

_END = re.compile(r"[,.;:!?]+\s+|\s+[-–—]+\s+")
_NAMES = {**{section: name for name, section in SECTIONS.items()}, "place": "partner"}

_KINDS = frozenset({"mode", "port", "region", "product", "partner"})
"""What "all states" and "the whole country" name beside what they are all of."""


@dataclass(frozen=True, slots=True)
class Lifted:
    """What is left of a message to be read, and the dialogue without what it lifts; `asked` where nothing is left."""

    text: str
    dialogue: Dialogue
    asked: Question | None = None


def lifted(text: str, dialogue: Dialogue, lexicon: Lexicon, home: str) -> Lifted | None:
    """The message without the words that lift what the last figure was narrowed by; None where it lifts nothing."""
    turn, language, end = dialogue.last, lexicon.language, _END.search(text)
    if turn is None or turn.slots is None or end is None or not language.section("lifting"):
        return None
    head, rest = phrase(text[: end.start()]), text[end.end() :].strip(" ¿¡")
    what, surely = _what(head, language)
    if not what or not rest or not (surely or _of_all(rest, language)):
        return None
    names, turn_slots = _named(lexicon.link(" ".join(what))[1], turn.slots), turn.slots
    if not names:
        return None
    asked = slotted(*lexicon.link(rest), language, home)
    new = asked.slots
    if any(name in new.filters for name in names) or "partner" in names and {*new.places} - {*turn_slots.reporter}:
        return Lifted(rest, dialogue)  # "forget trucks, how much by rail?"
    wider = _wider(turn_slots, names)
    if new.measures and {*new.places} & {home} and _of_all(rest, language):
        wider = Slots(reporter=wider.reporter, periods=wider.periods)  # "forget ports. Total US imports, same year"
    said = dialogue.without_last().with_turn(replace(turn, slots=wider))
    if not _says_more(asked, wider, names):
        return Lifted(rest, said, filled(asked, wider, replace(turn, slots=wider)))
    return Lifted(" ".join((*language.section("lifting").get("lead", ()), rest)), said)


def _what(head: Sequence[str], language: Language) -> tuple[tuple[str, ...], bool]:
    """What a clause sets aside, and whether it can only mean that it is not asked for; nothing for any other clause."""
    leads, things = language.forms("held", "leads"), language.forms("lifting", "things")
    start = next((at for at, word in enumerate(head) if word not in leads), 0)
    told, said = tuple(head[start:]), language.section("lifting")
    for name in ("forget", "drop"):
        verbs = sorted(map(phrase, said.get(name, ())), key=len, reverse=True)
        verb = next((verb for verb in verbs if told[: len(verb)] == verb), None)
        if verb:
            what = told[len(verb) :]
            while what and what[-1] in things:
                what = what[:-1]
            return what, name == "forget"
    return (), False


def _named(mentions: Sequence[Mention], last: Slots) -> tuple[str, ...]:
    """The dimensions that the last figure was narrowed in, and what is named is all that it was narrowed to."""
    held = {**last.filters, "partner": last.partner}
    found: list[str] = []
    for mention in mentions:
        for candidate in mention.candidates:
            section, _, code = candidate.partition(":")
            name = code if section == "keys" else _NAMES.get(section, "")
            if held.get(name) and (section == "keys" or {*code.split(";")} & {*held[name]}):
                found.append(name)
    return tuple(dict.fromkeys(found))


def _of_all(rest: str, language: Language) -> bool:
    """Whether all of something is asked for: "all modes together", "the total"."""
    return bool({*phrase(rest)} & language.forms("lifting", "all"))


def _wider(last: Slots, names: Sequence[str]) -> Slots:
    """The last figure without the narrowing in these dimensions, and without the share that was one of them."""
    kept = {name: codes for name, codes in last.filters.items() if name not in names}
    done = last.operations - ({"share"} if {*last.part.split()} & {*names} else set())
    bare = replace(last, filters=kept, operations=done, part="", siblings=(), places=(), number=None)
    return replace(bare, partner=(WORLD,)) if "partner" in names else bare


def _says_more(asked: Question, wider: Slots, names: Sequence[str]) -> bool:
    """Whether anything but a total is asked of what is left."""
    new = asked.slots
    more = new.measures or new.filters or new.periods or new.without or new.condition or new.ordinal or new.number
    other = {*new.places} - {*wider.reporter, *wider.partner} or {*new.keys} - TIMES - {*names} - _KINDS
    return bool(more or other or new.operations - {"sum"} or asked.unknown)


__all__ = ["Lifted", "lifted"]
