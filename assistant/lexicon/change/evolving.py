"""Words of change that mean another thing beside other words: "added", "developed", "per year"."""

from __future__ import annotations

from assistant.lexicon.change.listed_rates import told_by_year
from assistant.lexicon.linked import Linked
from assistant.lexicon.parts.parts_of_moves import parted
from assistant.lexicon.tokens import fold, phrase, words
from assistant.periods import TIMES

_MOVES = frozenset({"average_growth", "cagr", "growth", "rise", "fall", "fastest", "slowest", "yoy", "mom", "qoq"})
_APART = frozenset({"exceed", "trail", "compare", "difference"})
_SAID = frozenset({"growth", "rise"})
_UNSAID = frozenset({"change", "shift", "evolve", "in_percent", "amount", "top", "bottom"})
_PICKED = frozenset({"count", "top", "bottom", "fastest", "slowest", "per_year", "mean", "average_growth", "cagr"})
_PARTS = frozenset({"modes", "region", "port", "product"})
_SOUGHT = frozenset({"when", "which_time", "first", "last", "last_time", "many_times"})


def settled(found: set[str], linked: Linked) -> set[str]:
    """The operations with amounts and developments settled by what stands beside them.

    "How many dollars" is of a change, of a difference, or simply the value; to develop is a series where the question
    names months, quarters or years to show, else growth.
    """
    found = _sized(found - {"yoy"} if _is_all_year(found, linked) else found, linked)
    if "in_dollars" in found and _is_how_much_of(linked):
        found = found - {"share"}  # "how much of that went by truck, in dollars": the value of the part
    if "in_dollars" in found:
        moved = bool(found & _MOVES) and not found & {"in_percent", "share", "contribution"}
        both = {"difference", "in_percent"} <= found and not found & (_MOVES | {"ratio", "share"})
        found = found - {"in_dollars"} | ({"change"} if moved else {"in_money"} if both else set())
    if "change" in found and not found & (_MOVES | _APART) and _is_in_money(linked):
        found = found - {"change"}  # "in dollar terms, how much did the US import": the value
    if "share" in found and (_is_rate(linked) or found & _MOVES and (_asks_rate(linked) or _is_of_a_move(linked))):
        found = found - {"share"} | {"growth", "in_percent"}
    found = parted(found, linked)
    if "evolve" in found:
        listed = TIMES & set(linked.codes("keys")) and not found & {"yoy", "mom", "qoq", "in_percent"}
        moves = [m for m in linked.mentions if "operations:growth" in m.candidates]
        alone = all("operations:evolve" in m.candidates for m in moves)
        found = found - {"evolve", *(_SAID if listed and alone else ())} | ({"series"} if listed else {"growth"})
    if found & _MOVES and _measures_each(found, linked):
        found = found | {"series"}
    if "of_change" in found:  # "of the rise in imports, what share was Mexico's"
        found = found - {"of_change"} | {"growth"}
        if "points" in found:  # "how many points of that growth came from Mexico"
            found = found - {"points", "share", "growth", "rise", "fall", "change"} | {"contribution"}
        elif "share" in found:
            found = found - {"share", "growth", "rise", "fall", "change"} | {"share_of_growth"}
    moved = "shift" in found and ("share" in found and _has_moved(linked) or how_it_moved(linked))
    return found - {"shift"} | ({"growth"} if moved else set())


def _is_either_way(linked: Linked) -> bool:
    """Whether "or" only stands between a rise and a fall, and holds nothing against another thing."""
    triples = zip(linked.mentions, linked.mentions[1:], linked.mentions[2:], strict=False)
    moves = {"operations:rise", "operations:fall"}
    either = [m.start for a, m, b in triples if moves <= {*a.candidates, *b.candidates}]
    return all(m.start in either for m in linked.mentions if "operations:compare" in m.candidates)


def _is_all_year(found: set[str], linked: Linked) -> bool:
    """Whether "over the year" only says how long, as nothing is said to move: "what did we import over the year"."""
    said = linked.language.forms("lists", "whole_year")
    yearly = [m.text for m in linked.mentions if "operations:yoy" in m.candidates]
    return bool(yearly) and set(yearly) <= said and not found & (_MOVES - {"yoy"} | _APART | _UNSAID)


def _sized(found: set[str], linked: Linked) -> set[str]:
    """The operations with "how many dollars" as what it is of: a change, a difference or simply the value."""
    if {"points", "rise", "fall", "compare"} <= found and _is_either_way(linked):
        found = found - {"compare"}  # "how many points did it lose or gain"
    if "shift" in found and not found & _MOVES and _by_how_much(linked):
        found = found - {"shift"} | {"growth"}
    if "amount" not in found:
        return found
    moved = bool(found & _MOVES) or _adds(linked)
    apart = bool(found & _APART) or _is_more_than_that(linked)
    return found - {"amount"} | ({"change"} if moved else {"difference"} if apart else set())


def _is_more_than_that(linked: Linked) -> bool:
    """Whether an amount is how far what was told before lies from another: "how many dollars less is that"."""
    more = linked.language.forms("comparatives", "more", "less")
    sized = (m for m in linked.mentions if "operations:amount" in m.candidates)
    alone = len(linked.mentions) == 1  # "how many billions more"
    return ("that" in linked.codes("dialogue") or alone) and any({*phrase(m.text)} & more for m in sized)


def _by_how_much(linked: Linked) -> bool:
    """Whether the size of a move is asked for: "by how many dollars did the surplus move"; no mode is what moves."""
    sized = linked.language.said(fold(linked.text), "lists", "by_how")
    return sized is not None and not any(linked.codes("modes"))


def _is_how_much_of(linked: Linked) -> bool:
    """Whether only "how much of" speaks of a share."""
    shares = [m.text for m in linked.mentions if "operations:share" in m.candidates]
    return shares == [text for text in shares if text in linked.language.section("lists").get("how_much_of", ())]


def _is_in_money(linked: Linked) -> bool:
    """Whether a change is only said by "in dollar terms", and no two times are named between which it would be."""
    money = linked.language.forms("lists", "money")
    changes = [m.text for m in linked.mentions if "operations:change" in m.candidates]
    times = [c for m in linked.mentions for c in m.candidates if c.startswith(("period:", "ends:"))]
    return set(changes) <= money and len(times) < 2 and not _adds(linked)


def _is_rate(linked: Linked) -> bool:
    """Whether a percentage is one of growth and of no whole: "what percentage were imports up on the year"."""
    said, upward = (linked.language.forms("lists", name) for name in ("bare_percent", "upward"))
    shares = [m for m in linked.mentions if "operations:share" in m.candidates]
    bare = all(m.text in said and not linked.text[m.end :].strip().lower().startswith("of ") for m in shares)
    return bool(shares) and bare and any(token.word in upward for token in words(linked.text))


def _asks_rate(linked: Linked) -> bool:
    """Whether a percentage is how much something moved: "what percentage did exports grow", no "of" behind it."""
    said, asks = (linked.language.forms("lists", n) for n in ("bare_percent", "rate_asks"))
    shares = [m for m in linked.mentions if "operations:share" in m.candidates]
    after = (fold(linked.text[m.end :]).split()[:1] for m in shares)
    behind = [m for m in linked.mentions if shares and m.start >= shares[-1].end]
    if any(m.kind in _PARTS for m in behind) and not any("operations:growth" in m.candidates for m in behind):
        return False  # "imports by rail fell. What percent was rail?"
    return all(m.text in said for m in shares) and all(word and word[0] in asks for word in after)


def _is_of_a_move(linked: Linked) -> bool:
    """Whether a percentage is one of the move that stands right behind it: "what percentage fall is that"."""
    said = linked.language.forms("lists", "bare_percent")
    pairs = zip(linked.mentions, linked.mentions[1:], strict=False)
    beside = ((m, after) for m, after in pairs if not linked.text[m.end : after.start].strip())
    moves = {m.start for m, after in beside if "operations:growth" in after.candidates}
    shares = [m for m in linked.mentions if "operations:share" in m.candidates]
    return all(m.text in said and m.start in moves for m in shares)


def how_it_moved(linked: Linked) -> bool:
    """Whether it is asked how a flow moved from one time to another: "from Q4 2021 to Q4 2022 how did imports move"."""
    ends = any(linked.codes("ends")) or len(set(linked.codes("period"))) == 2
    flow = {"exports", "imports", "total", "balance", "deficit", "surplus"} & set(linked.codes("measures"))
    if ends and flow and _is_multiplied(linked):
        return True
    if not (ends and flow) or "shift" not in linked.codes("operations"):
        return False
    return linked.language.said(fold(linked.text), "lists", "how_moved") is not None


def _is_multiplied(linked: Linked) -> bool:
    """Whether one flow with one partner became larger: "from 1994 to 2024, how many times bigger did trade get"."""
    others = {code for code in linked.codes("place") if code != linked.home}
    apart = _APART & set(linked.codes("operations"))
    return (
        "ratio" in linked.codes("operations")
        and not apart
        and len(set(linked.codes("measures"))) == 1
        and len(others) < 2
    )


def _measures_each(found: set[str], linked: Linked) -> bool:
    """Whether it is asked how much something moved in each period, and not in which it did: "by how much each year"."""
    if found & _PICKED or _SOUGHT & set(linked.codes("searching")):
        return False
    if told_by_year(linked):
        return True
    if not TIMES & set(linked.codes("keys")):
        return False
    return fold(linked.text).startswith(tuple(linked.language.forms("lists", "how_much")))


def _has_moved(linked: Linked) -> bool:
    """Whether a share moved and not goods: "how has Mexico's share moved between 2010 and 2023", no mode named."""
    if any(linked.codes("modes")) or not any(linked.codes("ends")):
        return False
    return fold(linked.text).startswith(tuple(linked.language.forms("lists", "how")))


def _adds(linked: Linked) -> bool:
    """Whether something is said to have added an amount: "how many billions did imports add between 2019 and 2024"."""
    verbs = linked.language.forms("lists", "adds")
    return any(token.word in verbs for token in words(linked.text))
