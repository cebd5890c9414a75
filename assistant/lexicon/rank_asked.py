"""The thing whose place in a ranking is asked for: "where does Texas rank", "Laredo's rank"."""

from __future__ import annotations

from assistant.lexicon.linked import Linked
from assistant.lexicon.question import Codes
from assistant.lexicon.standing import Neighbour
from assistant.lexicon.tokens import fold, phrase
from assistant.types import Mention

_SIDES = {"place": "partner", "region": "region", "port": "port", "modes": "mode", "product": "product"}
_FIRST = frozenset({"operations:top"})


def rank_asked(linked: Linked) -> Neighbour | None:
    """The one thing whose place among all of its kind is asked for, with the side "at"; None where no place is."""
    thing = _after_cue(linked) or _owning(linked) or _said_to_be_first(linked)
    if thing is None:
        return None
    section, code = _named(thing)[0]
    one = ";" not in code and (section != "product" or code.isdigit())
    return Neighbour(_SIDES[section], code, thing.start, "at") if one and _is_free(linked, section) else None


def _named(mention: Mention) -> list[tuple[str, str]]:
    """What a mention names that can stand in a ranking, if that is clear."""
    found = [(c.partition(":")[0], c.partition(":")[2]) for c in mention.candidates]
    return found if len(found) == 1 and found[0][0] in _SIDES else []


def _is_free(linked: Linked, section: str) -> bool:
    """Whether its kind is the one spoken of: no other kind of thing is, except where it says what the thing is in."""
    kinds = {c[5:].removesuffix("_mx") for m in linked.mentions for c in m.candidates if c.startswith("keys:")}
    kinds -= {"month", "quarter", "year"}
    return not kinds or kinds == {_SIDES[section]}


def _after_cue(linked: Linked) -> Mention | None:
    """The first thing named after "where does", "what rank", "the position of"."""
    cues = [index for index, m in enumerate(linked.mentions) if "standing:of" in m.candidates]
    asked = [index for index in cues if _is_asked(linked, index)]
    if not asked:
        return None
    return next((m for m in linked.mentions[asked[0] + 1 :] if _named(m)), None)


def _is_asked(linked: Linked, index: int) -> bool:
    """Whether a cue asks for a place; "where did … come" needs its verb as well."""
    cue = linked.mentions[index]
    if "standing:where" not in cue.candidates:
        return True
    index_of_100 = any("n:100" in m.candidates for m in linked.mentions)  # "if 2018 = 100, where do exports stand?"
    return not index_of_100 and any("standing:verb" in m.candidates for m in linked.mentions[index + 1 :])


def _owning(linked: Linked) -> Mention | None:
    """The thing whose rank it is: "Laredo's rank", "Germany's position in"."""
    for thing, rank in zip(linked.mentions, linked.mentions[1:], strict=False):
        owned = linked.text[thing.start : rank.start].rstrip().endswith(("'s", "s'"))
        if _named(thing) and owned and "standing:noun" in rank.candidates:
            return thing
    return None


def _said_to_be_first(linked: Linked) -> Mention | None:
    """The thing of "is Laredo the top port": named between the verb and the superlative of its own kind."""
    polar = {fold(word) for word in linked.language.section("polar").get("words", ())}
    if not set(phrase(linked.text)[:1]) & polar:
        return None
    at = next((index for index, m in enumerate(linked.mentions) if _FIRST & set(m.candidates)), 0)
    named = [m for m in linked.mentions[:at] if _named(m)]
    kinds = [c for m in linked.mentions[at:] for c in m.candidates if c.startswith("keys:")]
    if len(named) != 1 or not kinds or named[0].kind == "place":
        return None
    return named[0] if kinds[0][5:].removesuffix("_mx") == _SIDES[_named(named[0])[0][0]] else None


def level(linked: Linked, near: Neighbour | None) -> int | None:
    """The digits of products that are named, else those of the product whose place is asked for."""
    named = next((int(code) for code in linked.codes("levels") if code.isdigit()), None)
    return named or (len(near.code) if near and near.dimension == "product" else None)


def flow_of_rivals(linked: Linked, near: Neighbour | None) -> Codes:
    """The flow of those that something is ranked among: "rank as a supplier to" is of imports."""
    named = set(linked.codes("searching")) if near else set()
    return ("imports",) if "sellers" in named else ("exports",) if "buyers" in named else ()


def with_kind(keys: Codes, near: Neighbour | None) -> Codes:
    """The keys with the kind of the thing whose place in a ranking is asked for."""
    return tuple(dict.fromkeys((near.dimension, *keys))) if near and near.side == "at" else keys


__all__ = ["flow_of_rivals", "level", "rank_asked", "with_kind"]
