"""The thing whose place in a ranking is asked for: "where does Texas rank", "Laredo's rank"."""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.linked import Linked
from assistant.lexicon.polar import is_stated
from assistant.lexicon.question import Codes, Slots
from assistant.lexicon.ranks.claimed_place import CLAIMED
from assistant.lexicon.ranks.standing import Neighbour
from assistant.lexicon.tokens import fold, phrase
from assistant.lexicon.who.state_ends import ABROAD
from assistant.types import Mention

_SIDES = {"place": "partner", "region": "region", "port": "port", "modes": "mode", "product": "product"}
_ENDS = frozenset({"prepositions:to", "prepositions:from"})
_FIRST = frozenset({"operations:top"})
_DIGITS = frozenset({"levels:2", "levels:4", "levels:6"})


def rank_asked(linked: Linked) -> Neighbour | None:
    """The one thing whose place among all of its kind is asked for, with the side "at"; None where no place is."""
    thing = _claimed(linked) or _after_cue(linked) or _owning(linked) or _said_to_be_first(linked)
    thing = thing or _among_first(linked) or _listed_beside(linked)
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
    if _flow_alone(linked):
        kinds = kinds - {"product"} or kinds
    return not kinds or kinds == {_SIDES[section]}


def _claimed(linked: Linked) -> Mention | None:
    """The thing that is said to have a place: "was Mexico second in US imports"."""
    named = [(m, after) for m, after in zip(linked.mentions, linked.mentions[1:], strict=False) if _named(m)]
    return next((m for m, after in named if CLAIMED in after.candidates), None)


def _after_cue(linked: Linked) -> Mention | None:
    """The first thing named after "where does", "what rank", "the position of", else the nearest before it."""
    cues = [index for index, m in enumerate(linked.mentions) if "standing:of" in m.candidates]
    asked = [index for index in cues if _is_asked(linked, index)]
    if not asked:
        return None
    home = ("place:" + linked.home,)
    before = [i for i in reversed(range(asked[0])) if linked.mentions[i].candidates != home]
    after = range(asked[0] + 1, len(linked.mentions))
    ends = [i for i in after if linked.mentions[i].candidates == home and _ENDS & {*linked.mentions[i - 1].candidates}]
    near = (*(i for i in after if i not in ends), *before, *ends)  # "where is Mexico among those that sell to us"
    at = next((i for i in near if _can_rank(linked, linked.mentions[i])), None)
    return None if at is None or _balances(linked, at) else linked.mentions[at]


def _can_rank(linked: Linked, mention: Mention) -> bool:
    """Whether it names a thing of the kind that is spoken of: the state of "Illinois – what rank among states"."""
    named = _named(mention)
    return bool(named) and _is_free(linked, named[0][0])


def _balances(linked: Linked, at: int) -> bool:
    """Whether it owns a balance with somebody, which has no place: "where did the US balance with China land"."""
    after = linked.mentions[at + 1 : at + 3]
    balance = {"measures:balance", "measures:deficit", "measures:surplus"}
    owned = bool(after) and bool(balance & set(after[0].candidates))
    return owned and len(after) > 1 and "prepositions:with" in after[1].candidates


def _is_asked(linked: Linked, index: int) -> bool:
    """Whether a cue asks for a place; "where did … come" needs its verb as well."""
    cue = linked.mentions[index]
    if "standing:where" not in cue.candidates:
        return True
    index_of_100 = any("n:100" in m.candidates for m in linked.mentions)  # "if 2018 = 100, where do exports stand?"
    verb = next((at for at, m in enumerate(linked.mentions) if at > index and "standing:verb" in m.candidates), None)
    return not (index_of_100 or verb is None or _is_level(linked, index, verb))


def _is_level(linked: Linked, where: int, verb: int) -> bool:
    """Whether a flow or rate with somebody is what stands: "where did exports to Mexico stand in 2022"."""
    subject = linked.mentions[where + 1 : verb]
    pairs = zip(subject, subject[1:], strict=False)
    measured = any(_measures(one) and other.candidates[0].startswith("prepositions:") for one, other in pairs)
    ranked = linked.mentions[verb].text.startswith(tuple(_ranks(linked)))
    return measured and not ranked and not any(c.startswith("keys:") for m in linked.mentions for c in m.candidates)


def _measures(mention: Mention) -> bool:
    return any(candidate.startswith("measures:") for candidate in mention.candidates)


def _owning(linked: Linked) -> Mention | None:
    """The thing whose rank it is: "Laredo's rank", "Germany's position in"."""
    for thing, rank in zip(linked.mentions, linked.mentions[1:], strict=False):
        owned = linked.text[thing.start : rank.start].rstrip().endswith(("'s", "s'"))
        if _named(thing) and owned and "standing:noun" in rank.candidates:
            return thing
    return None


def _listed_beside(linked: Linked) -> Mention | None:
    """The one thing of notes such as "Vietnam, rank, US imports 2023": no kind of thing is spoken of, and no order."""
    named = [(at, m) for at, m in enumerate(linked.mentions) if _named(m)]
    things = [(at, m) for at, m in named if m.candidates[0] not in (f"place:{linked.home}", "place:WLD")]
    things = [(at, m) for at, m in things if m.kind in ("region", "port", "modes")] or things
    ranks = [at for at, m in enumerate(linked.mentions) if "standing:noun" in m.candidates and m.text in _ranks(linked)]
    if len(things) != 1 or not ranks or things[0][0] > ranks[0] or things[0][1].kind == "product":
        return None
    others = {c for m in linked.mentions for c in m.candidates if c.startswith(("keys:", "operations:"))}
    between = linked.mentions[things[0][0] + 1 : ranks[0]]
    plain = others <= {"operations:top"} and all(m.kind == "period" for m in between)
    return things[0][1] if plain else None


def _ranks(linked: Linked) -> set[str]:
    """The words for a place in a ranking that are no verbs."""
    return {fold(word) for word in linked.language.section("lists").get("ranks", ("rank", "position"))}


def _said_to_be_first(linked: Linked) -> Mention | None:
    """The thing of "is Laredo the top port": named between the verb and the superlative of its own kind."""
    polar = linked.language.forms("polar", "words")
    if not (set(phrase(linked.text)[:1]) & polar or is_stated(linked.text, linked.mentions, linked.language)):
        return None
    at = next((index for index, m in enumerate(linked.mentions) if _FIRST & set(m.candidates)), 0)
    named = [m for m in linked.mentions[:at] if _named(m)]
    after = (m for m in linked.mentions if named and m.start > named[0].start)
    kinds = [c for m in after for c in m.candidates if c.startswith("keys:")]
    if len(named) != 1 or not kinds or named[0].kind == "place":
        return None
    return named[0] if kinds[0][5:].removesuffix("_mx") == _SIDES[_named(named[0])[0][0]] else None


def _among_first(linked: Linked) -> Mention | None:
    """The thing of "is India among the top 10 for US exports": no kind is spoken of, so it is one of its own kind."""
    if not set(phrase(linked.text)[:1]) & linked.language.forms("polar", "words"):
        return None
    pairs = zip(linked.mentions, linked.mentions[1:], strict=False)
    first = next((a for a, b in pairs if _counts_first(a, b) or _counts_first(b, a)), None)
    kinds = any(c.startswith("keys:") for m in linked.mentions for c in m.candidates)
    before = [m for m in linked.mentions if first and m.end <= first.start and _named(m)]
    one = len(before) == 1 and before[0].candidates[0] not in (f"place:{linked.home}", "place:WLD")
    return before[0] if one and not kinds and before[0].kind != "product" else None


def _counts_first(top: Mention, number: Mention) -> bool:
    """Whether two mentions are "top" and how many."""
    return bool(_FIRST & set(top.candidates)) and number.candidates[0].startswith("n:")


def level(linked: Linked, near: Neighbour | None) -> int | None:
    """The digits of products that are named, else those of the product whose place is asked for."""
    named = next((int(code) for code in linked.codes("levels") if code.isdigit()), None)
    return named or (len(near.code) if near and near.dimension == "product" else None)


def by_section(linked: Linked) -> bool:
    """Whether products are told apart by section; digits say what is meant by a loose word for a group."""
    loose = linked.language.forms("lists", "loose_groups") if _DIGITS & _said(linked) else frozenset()
    return any("levels:section" in m.candidates and m.text not in loose for m in linked.mentions)


def _said(linked: Linked) -> set[str]:
    return {code for mention in linked.mentions for code in mention.candidates}


def flow_of_rivals(linked: Linked, near: Neighbour | int | None) -> Codes:
    """The flow of those that are ranked: "rank as a supplier to" and "which lead as suppliers" are of imports."""
    named = set(linked.codes("searching")) if near or "partner" in linked.codes("keys") else set()
    return ("imports",) if "sellers" in named else ("exports",) if "buyers" in named else ()


def ranked_abroad(filters: dict[str, Codes], near: Neighbour | None) -> dict[str, Codes]:
    """The filters with the states of Mexico where it is the place of one of them that is asked for."""
    abroad = near is not None and near.dimension == "region" and near.code.startswith(ABROAD)
    return {**filters, "region": ABROAD} if abroad and "region" not in filters else filters


def with_kind(keys: Codes, near: Neighbour | None, linked: Linked) -> Codes:
    """The keys with the kind of the thing whose place in a ranking is asked for; goods that flow are no kind then."""
    if not near or near.side != "at":
        return keys
    flowing = near.dimension != "product" and _flow_alone(linked)
    return tuple(dict.fromkeys((near.dimension, *(k for k in keys if not (flowing and k == "product")))))


def _flow_alone(linked: Linked) -> bool:
    """Whether "products" are only what flows: "among buyers of American products"."""
    return any("goods:flow" in m.candidates for m in linked.mentions)


def in_its_group(slots: Slots, linked: Linked) -> Slots:
    """The slots of a partner's rank with the group beside it as what it is ranked in: "Germany's rank in Europe".

    Among all countries is among those that there are.
    """
    ranked = slots.beside[:2] == ("at", "partner") and len(slots.partner) == 1
    if ranked and slots.partner[0] == "WLD":
        return replace(slots, partner=())
    if not ranked or slots.partner[0] not in linked.language.section("groups"):
        return slots
    return replace(slots, partner=(), among=slots.partner[0])


__all__ = ["by_section", "in_its_group", "flow_of_rivals", "level", "rank_asked", "with_kind"]
