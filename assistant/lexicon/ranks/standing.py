"""Which place of a ranking is asked for: "the second largest", "right behind Mexico"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from assistant.languages.language import Language
from assistant.lexicon.linked import TIME_KEYS, Linked
from assistant.lexicon.ranks.claimed_place import CLAIMED
from assistant.lexicon.ranks.held_beside import held_beside
from assistant.lexicon.tokens import fold, phrase
from assistant.types import Mention

_SUPERLATIVE = frozenset(f"operations:{name}" for name in ("top", "bottom", "best", "worst"))
_BESIDE = ("standing:after", "standing:before")
_COUNTED = {"operations:exceed": "above", "operations:trail": "below"}
_SIDES = {"place": "partner", "region": "region", "port": "port", "modes": "mode", "product": "product"}


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The thing of a dimension beside whose place in a ranking the one asked for stands, after it or before it."""

    dimension: str
    code: str
    start: int
    side: str


def placing_in_rank(linked: Linked) -> int | None:
    """Which place of a ranking is asked for: 2 of "the second largest", "came second", "runner-up", "#2"."""
    if claimed := next((_place(m) for m in linked.mentions if CLAIMED in m.candidates), None):
        return claimed
    ranked = [(index, place) for index, m in enumerate(linked.mentions) if (place := _place(m))]
    if len({place for _, place in ranked}) > 1:
        return None  # "the second and third largest": two places
    for index, place in ranked:
        if _superlative_follows(linked, index):
            return place
    if not _is_of_things(linked):
        return None
    for index, place in ranked:
        if place > 1 and (_is_ordinal(linked.mentions[index]) or _thing_follows(linked, index) or _came(linked, index)):
            return place
    return numbered(linked)


def numbered(linked: Linked) -> int | None:
    """The place that is written as a number: 2 of "#2", "no. 2"."""
    number = _numbered(linked.language).search(fold(linked.text))
    spelled = (c[2:] for m in linked.mentions for c in m.candidates if c[:2] == "n:" and _is_led(linked, m))
    told = number[1] if number else next(spelled, "")
    return int(told) if told.isdigit() and 0 < int(told) <= 60 else None


def _is_led(linked: Linked, mention: Mention) -> bool:
    """Whether "number" stands right before a count: "number ten on the list"."""
    before = phrase(linked.text[: mention.start])[-1:]
    return not linked.language.forms("lists", "number").isdisjoint(before)


@cache
def _numbered(language: Language) -> re.Pattern[str]:
    """A place written as a number behind a sign or a word for "number", which no amount is."""
    words = language.any_of("lists", "number", "number_short")
    return re.compile(rf"(?:#|\b{words}\b\.?|\bn[º°]|\bn\.º)\s?(\d{{1,2}})\b(?!\s*[%.,]?\d)")


def neighbour(linked: Linked) -> Neighbour | None:
    """The named thing that the one asked for stands right behind or right before, "second only to Laredo"."""
    for mention, following in zip(linked.mentions, linked.mentions[1:], strict=False):
        side = next((c.partition(":")[2] for c in mention.candidates if c in _BESIDE), "") or _counted(linked, mention)
        named = [c.split(":", 1) for c in following.candidates if c.split(":", 1)[0] in _SIDES]
        if side and len(named) == 1 and _is_of_things(linked) and not _said_between(linked, mention, following):
            return Neighbour(_SIDES[named[0][0]], named[0][1], following.start, side)
    held = held_beside(linked)
    return Neighbour(held[1], held[2], held[3], held[0]) if held else None


def _counted(linked: Linked, mention: Mention) -> str:
    """On which side of a thing the others are counted: "how many countries are ahead of Taiwan"; "" where they are not.

    What they are ahead by is another question.
    """
    side = next((side for code, side in _COUNTED.items() if code in mention.candidates), "")
    if not side or mention.text not in linked.language.forms("lists", "ranked_side"):
        return ""
    asked = set(linked.codes("operations"))
    return side if "count" in asked and not asked - {"count", "exceed", "trail"} else ""


def _said_between(linked: Linked, left: Mention, right: Mention) -> bool:
    articles = linked.language.forms("lists", "articles")
    return bool(set(phrase(linked.text[left.end : right.start])) - articles)


def _place(mention: Mention) -> int | None:
    codes = [c.partition(":")[2] for c in mention.candidates if c.startswith(("ranks:", "ordinals:"))]
    return int(codes[0]) if codes else None


def _is_ordinal(mention: Mention) -> bool:
    return any(c.startswith("ordinals:") for c in mention.candidates)


def _superlative_follows(linked: Linked, index: int) -> bool:
    mention, following = linked.mentions[index], linked.mentions[index + 1 : index + 2]
    ordered = following and _SUPERLATIVE & set(following[0].candidates)
    return bool(ordered) and not linked.text[mention.end : following[0].start].strip(" -")


def _is_key(mention: Mention) -> bool:
    keys = {c for c in mention.candidates if c.startswith("keys:") or c == "levels:section"}
    return bool(keys) and not keys & TIME_KEYS


def _is_of_things(linked: Linked) -> bool:
    """Whether things of a kind are spoken of, which a ranking puts in order."""
    return any(map(_is_key, linked.mentions))


def _thing_follows(linked: Linked, index: int) -> bool:
    """Whether the kind of thing stands right after, with a place or a flow at most between: "third US state"."""
    mention = linked.mentions[index]
    for following in linked.mentions[index + 1 : index + 3]:
        if linked.text[mention.end : following.start].strip(" -'s"):
            return False
        if _is_key(following):
            return True
        if following.kind not in ("place", "region", "port", "measures", "goods"):
            return False
        mention = following
    return False


def _came(linked: Linked, index: int) -> bool:
    """Whether a verb of ranking stands right before: "came second", "ranks 3rd", "quedó en tercer lugar"."""
    before = phrase(linked.text[: linked.mentions[index].start])[-1:]
    return bool(set(before) & linked.language.forms("lists", "standing"))


__all__ = ["Neighbour", "neighbour", "numbered", "placing_in_rank"]
