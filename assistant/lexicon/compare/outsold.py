"""Two sellers or buyers held against each other where objects are marked: "Irlanda vende a EE. UU. más que Francia"."""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.linked import Linked, one_place
from assistant.lexicon.question import Slots
from assistant.lexicon.tokens import phrase, words
from assistant.periods import TIMES
from assistant.types import Mention

_TURNED = {"verbs:sell": ("exports", "imports"), "verbs:buy": ("imports", "exports")}
"""The flow of the two rivals, and the same flow as the one in the middle books it."""
_RIVALLED = frozenset({"exceed", "trail", "top", "bottom", "count", "per_key", "difference"})
_SOUGHT = frozenset({"streak", "first_time", "last_time", "any_time", "every_time", "overtake"})
_ASIDE = frozenset({"operations:streak", "verbs:sell", "verbs:buy"})


def outsold(slots: Slots, linked: Linked) -> Slots:
    """The slots with both rivals, where what follows "que" has no preposition: a subject as the first is."""
    marked = linked.language.section("roles").get("objects") == "marked"
    if marked and (degree := _states_held(slots, linked)):
        return replace(slots.sided((linked.home,), slots.partner), operations=frozenset({degree, *_yes_or_no(linked)}))
    places = [m for m in linked.mentions if one_place(m)]
    more = slots.operations - _RIVALLED - _SOUGHT - {"polar"} or set(slots.keys) - TIMES or slots.filters
    if not marked or len(places) != 3 or more:
        return slots
    if "count" in slots.operations and "per_key" not in slots.operations and not slots.keys:
        return slots  # "cuántas veces", and not "por cuántos millones" or "en cuántos meses"
    (first, middle, last), verb = _in_order(linked, places), _verb(linked)
    degree = _degree(linked, first, middle, last)
    led = _led(linked, middle) or verb == "verbs:buy" and _owns_goods(linked, middle)
    if not verb or not degree or not led or len({one_place(m) for m in places}) != 3:
        return slots
    theirs, ours = _TURNED[verb]
    pair, other = (one_place(first), one_place(last)), (one_place(middle),)
    done = slots.operations - _RIVALLED | {degree, *_yes_or_no(linked)} | slots.operations & {"difference"}
    if other == (linked.home,):
        return replace(slots.sided(other, pair), measures=(ours,), operations=done)
    return replace(slots.sided(pair, other), measures=(theirs,), operations=done)


def _states_held(slots: Slots, linked: Linked) -> str:
    """How two states are held against each other in trade with one country; "" where they are not.

    "¿Texas exporta más a México que California?"
    """
    states = [m for m in linked.mentions if m.kind == "region"]
    abroad = [m for m in linked.mentions if one_place(m) and one_place(m) != linked.home]
    codes = slots.filters.get("region", ())
    plain = not (slots.operations - _RIVALLED - {"polar", "compare"} or {*slots.keys} - TIMES or len(slots.filters) > 1)
    if not plain or len(states) != 2 or len(codes) != 2 or len(abroad) != 1 or slots.partner != (one_place(abroad[0]),):
        return ""
    return _degree(linked, states[0], abroad[0], states[1]) if _verb(linked) else ""


def _yes_or_no(linked: Linked) -> frozenset[str]:
    """What asks for a yes or no, where a statement is put as a question: no word that asks stands in it."""
    asks = linked.language.forms("polar", "asks") - linked.language.forms("comparatives", "bare")
    claims = "?" in linked.text and not asks & {*phrase(linked.text)}
    return frozenset({"polar"}) if claims else frozenset()


def _in_order(linked: Linked, places: list[Mention]) -> list[Mention]:
    """The first rival, whom they sell to and the other rival, who may stand before: "más que Canadá a EE. UU."."""
    first, second, third = places
    return [first, third, second] if _led(linked, third) and not _led(linked, second) else places


def _verb(linked: Linked) -> str:
    """The one verb of selling or buying; "" where a noun or another verb says the flow."""
    verbs = {code for m in linked.mentions for code in m.candidates if code in _TURNED}
    return verbs.pop() if len(verbs) == 1 else ""


def _degree(linked: Linked, first: Mention, middle: Mention, last: Mention) -> str:
    """Whether more or less is asked for: a degree before the middle or behind it, and a bare "que" before the last."""
    more, less = (linked.language.forms("comparatives", name) for name in ("more", "less"))
    before, between = _told(linked, first.end, middle.start), _told(linked, middle.end, last.start)
    if middle.start > last.start:  # "más que Canadá a EE. UU."
        before, between = [], _told(linked, first.end, last.start)[-2:]
    if between[-1:] != ["que"] or len(between) > 2 or set(between[:-1]) - more - less:
        return ""
    said = [word for word in (*before, *between) if word in more | less]
    return "" if len(said) != 1 else "exceed" if said[0] in more else "trail"


def _told(linked: Linked, start: int, end: int) -> list[str]:
    """The words of a stretch without its articles, its verb and what says when or for how long."""
    articles = linked.language.forms("lists", "articles")
    aside = [m for m in linked.mentions if m.kind in ("period", "verbs") or _ASIDE & set(m.candidates)]
    tokens = [t for t in words(linked.text) if start <= t.start and t.end <= end and t.word not in articles]
    return [t.word for t in tokens if not any(m.start <= t.start < m.end for m in aside)]


def _led(linked: Linked, place: Mention) -> bool:
    """Whether the object's "a" stands right before a place."""
    before = next((m for m in reversed(linked.mentions) if m.end <= place.start), None)
    articles = linked.language.forms("lists", "articles")
    gap = {t.word for t in words(linked.text[before.end : place.start])} if before else set()
    return before is not None and "prepositions:to" in before.candidates and gap <= articles


def _owns_goods(linked: Linked, place: Mention) -> bool:
    """Whether what is bought is said to be of home: "compró más bienes de EE. UU.", "más productos estadounidenses"."""
    before = [m for m in linked.mentions if m.end <= place.start]
    of = bool(before) and any(c in ("prepositions:of", "prepositions:from") for c in before[-1].candidates)
    beside = bool(before) and not words(linked.text[before[-1].end : place.start])
    return one_place(place) == linked.home and (of or beside and "goods:flow" in before[-1].candidates)


__all__ = ["outsold"]
