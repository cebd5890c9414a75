"""The last figure told in another way: the value of a share, the two levels of a growth, the flows of a balance."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.heard.saying import says
from assistant.lexicon.question import Question, Slots
from assistant.measures import OTHER_FLOW
from assistant.periods import Period
from assistant.store.members import is_country
from assistant.store.selection import WORLD, is_closed

_ASIDE = frozenset({"polar", "in_percent", "in_money"})
_GROWN = frozenset({"growth", "yoy", "change", "rise", "fall", "difference", *_ASIDE})
_BOTH = frozenset({"balance", "total", "surplus", "deficit", "gap"})


def value_of_share(old: Slots) -> Slots | None:
    """The value of the part, after its share: "how much is that in money?"; None after anything else."""
    shared = "share" in old.operations and not old.operations - {"share", *_ASIDE} and not old.keys
    bare = replace(old, operations=frozenset(), part="", partner_share=False, within="", whole=(), siblings=())
    return bare if shared and not old.within else None


def share_of_all(old: Slots) -> Slots | None:
    """The share of the whole that a plain value is: "in percent?"; None after anything else."""
    done = old.operations - _ASIDE - ({"sum"} if len(old.partner) == 1 else frozenset())  # "what was it altogether?"
    if done or old.keys or old.without or old.measures[:1] not in (("exports",), ("imports",)):
        return None
    if len(old.filters) == 1:
        return replace(old, operations=frozenset({"share"}), part=next(iter(old.filters)))
    one = old.partner and old.partner != (WORLD,) and not old.filters
    return replace(old, operations=frozenset({"share"}), partner_share=True) if one else None


def rest_of_share(old: Slots) -> Slots | None:
    """All but the part of a share: after that of trucks, "what's left?"; None after anything else.

    The rest of the partners is told as a value: a share is of one partner or of a group.
    """
    if old.operations - _ASIDE != {"share"} or old.keys or old.without or old.within or old.whole or old.siblings:
        return None
    if len(old.filters) == 1:
        return replace(old, filters={}, without=dict(old.filters), part="", operations=frozenset({"share"}))
    alone = old.partner and old.partner != (WORLD,) and not old.filters
    world = replace(old.sided(old.reporter, ()), places=old.reporter, without={"partner": old.partner})
    return replace(world, part="", partner_share=False, operations=frozenset()) if alone else None


def everywhere(old: Slots) -> Slots | None:
    """The same with all partners, after a figure of one: "and overall?"; None where it was narrowed further."""
    narrowed = old.filters or old.without
    return None if narrowed else with_all(old)


def as_level(last: Slots, question: Question) -> Slots:
    """The earlier question as one for the value, where a growth is followed by "how much is it now?"."""
    new, grown = question.slots, last.operations and not last.operations - _GROWN
    asked = new.periods and not (new.measures or new.places or new.operations - {"amount"}) and says(question, "stands")
    return replace(last, operations=frozenset()) if grown and asked else last


def with_all(old: Slots) -> Slots | None:
    """The same with all partners, whatever else it is narrowed to: "from everywhere?"; None where it is already."""
    one = old.partner and old.partner != (WORLD,) and old.reporter and not old.keys
    return replace(old.sided(old.reporter, (WORLD,)), places=()) if one and not old.operations - _GROWN else None


def levels(old: Slots) -> Slots | None:
    """The two values that a growth lies between: "from what to what?"; None after anything else."""
    if not old.operations or old.operations - _GROWN or old.keys or not all(map(is_closed, old.periods)):
        return None
    ends = tuple(end for period in old.periods for end in period.split("/"))
    if len(ends) == 1:
        ends = (str(Period.parse(ends[0]).shift(-12)), *ends)
    return replace(old, operations=frozenset(), periods=ends) if len(ends) == 2 else None


def level_now(old: Slots) -> Slots | None:
    """The value that a growth ends with: "to what level?"; None after anything else."""
    found = levels(old)
    return replace(found, periods=found.periods[-1:]) if found else None


def both_flows_of(old: Slots) -> Slots | None:
    """The exports and the imports that a balance or a total is made of: "what are the two components?"."""
    one = len(old.measures) == 1 and old.measures[0] in _BOTH
    return replace(old, measures=tuple(OTHER_FLOW)[:2], operations=frozenset()) if one and not old.keys else None


def on_their_books(old: Slots) -> Slots | None:
    """The same on the partner's books: "and the other side's numbers?"; None where no one country is the partner."""
    one = len(old.partner) == 1 and is_country(old.partner[0]) and old.partner[0] != old.books
    return replace(old, books=old.partner[0], source=None, table=None, release=None) if one else None


OTHERWISE = {
    "world": with_all,
    "mirror": on_their_books,
    "levels": levels,
    "level": level_now,
    "flows": both_flows_of,
}
"""What a short message of each kind makes of the last question."""

__all__ = ["OTHERWISE", "as_level", "everywhere", "rest_of_share", "share_of_all", "value_of_share"]
