"""What is added up: things with a plus between them, "one number", "the total of A and B"; times beside a ranking."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import reduce
from itertools import pairwise

from assistant.languages.language import Language
from assistant.lexicon.linked import TIME_KEYS, Linked
from assistant.lexicon.question import Codes, Slots
from assistant.lexicon.tokens import fold
from assistant.periods import Period
from assistant.types import Mention

_JOINING = frozenset(
    {"operations:per_key", "operations:sum", "dialogue:and", "goods:flow", "tests:above", "prepositions:via"}
)
"""What may stand between things that are taken as one whole."""
_WORLD = "place:WLD"
_RANKED = frozenset({"top", "bottom"})
_VERSUS = frozenset({"exceed", "trail", "compare", "difference", "ratio"})
_ALONE = ("top", "bottom", "best", "worst", "fastest", "slowest", "ordered", "share", "growth", "contribution", "count")
_APART = frozenset(f"operations:{name}" for name in _ALONE)
"""What is asked of each product, and not of their sum."""
_ALONG = frozenset({"growth", "compare", "exceed", "trail", "top", "bottom", "mean", "share", "difference", "series"})
"""What is asked of each of several times, and not of their sum."""
_FLOWS = frozenset(f"measures:{name}" for name in ("exports", "imports", "deficit", "surplus", "balance"))
_LISTED = ("place:", "modes:", "port:", "region:")
_KINDS = ("place:", "modes:", "port:", "region:", "product:", "period:")


def is_added(linked: Linked) -> bool:
    """Whether things of one kind stand with a plus between them, or a total of several is asked: "A plus B"."""
    plus, articles = linked.language.forms("lists", "plus"), linked.language.forms("lists", "articles")
    for left, right in _pairs(linked):
        said = fold(linked.text[left.end : right.start]).strip(" ,").split()
        if " ".join(said[:-1] if said[1:] and said[-1] in articles else said) in plus:
            return True
    if _is_total_of_such(linked) or _is_total_flow(linked):
        return True
    return _is_adding(linked) or _is_one_figure(linked) or _is_total_of_several(linked) or _come_to_one(linked)


def _pairs(linked: Linked) -> list[tuple[Mention, Mention]]:
    """Names of one kind that follow each other, small words aside."""
    named = [m for m in linked.mentions if _kind(m)]
    return [(left, right) for left, right in pairwise(named) if _kind(left) == _kind(right)]


def _is_adding(linked: Linked) -> bool:
    """Whether a verb of adding stands right before things of one kind: "adding 2021 and 2022", "add the top three"."""
    verbs, the = (linked.language.any_of("lists", name) for name in ("adding", "articles"))
    heads = [linked.text[: left.start] for left, _ in _pairs(linked)]
    heads += [linked.text[:start] for start in _first_few(linked)]
    return any(re.search(rf"(?<!\w){verbs}(?:\s+{the})?\s*$", fold(head)) for head in heads)


def _first_few(linked: Linked) -> Iterator[int]:
    """Where the first few of a ranking are named: "the 3 top suppliers", "top five"."""
    for before, after in pairwise(linked.mentions):
        if {before.kind, after.kind} >= {"quantity"} and any("operations:top" in m.candidates for m in (before, after)):
            yield before.start


def _is_one_figure(linked: Linked) -> bool:
    """Whether one figure is wanted for several places, and not one for each: "… as a single figure"."""
    one, each = (linked.language.any_of("lists", name) for name in ("one_figure", "each_one"))
    wanted = re.search(rf"(?<!\w){one}(?!\w)(?!\W+{each}\b)", fold(linked.text))
    several = len({c for c in linked.codes("place")} - {linked.home}) > 1
    apart = {"share", "top", "bottom", "compare", "exceed", "trail", "difference", "ratio"}
    named = {c for m in linked.mentions for c in m.candidates}
    return bool(wanted) and several and not {f"operations:{name}" for name in apart} & named


def _come_to_one(linked: Linked) -> bool:
    """Whether months or quarters in a row come to one figure: "June, July and August 2025 come to how much"."""
    named = tuple(dict.fromkeys(linked.codes("period")))
    parts = len(named) > 2 and all(len(period) == len("2025-06") for period in named)
    if not parts or len(_joined(named)) > 1 or _ALONG & set(linked.codes("operations")):
        return False
    each = linked.language.said(fold(linked.text), "lists", "each_one")
    return each is None and linked.language.said(fold(linked.text), "sums", "come_to") is not None


def _is_total_of_several(linked: Linked) -> bool:
    """Whether "the total of", which alone is said of one thing too, stands before several places in a list."""
    match = linked.language.said(fold(linked.text), "lists", "total_of")
    if match is None:
        return False
    several = _are_several(linked, match.end())
    apart = {"operations:compare", "operations:share", "keys:partner", "operations:top", "operations:bottom"}
    named = any(m.start < match.start() < m.end for m in linked.mentions)  # "el comercio total de EE. UU."
    apart |= {f"operations:{name}" for name in _VERSUS} if named else set()
    return several and not any(apart & set(m.candidates) for m in linked.mentions)


def _are_several(linked: Linked, start: int = 0) -> bool:
    """Whether several places other than home, or modes, ports or states, are named behind a place in the text."""
    named = {c for m in linked.mentions if m.start >= start for c in m.candidates[:1]} - {f"place:{linked.home}"}
    return any(sum(code.startswith(kind) for code in named) > 1 for kind in _LISTED)


def _is_total_flow(linked: Linked) -> bool:
    """Whether a flow that is called total is with several places: "total exports to Canada and Mexico"."""
    text, said = fold(linked.text), pairwise(linked.mentions)
    ways = {m.start for m, after in said if after.kind in ("modes", "port")}  # "by truck"
    named = {c for m in linked.mentions if m.start not in ways for c in m.candidates}
    apart = _APART | {"operations:compare", "operations:exceed", "operations:trail", "operations:difference"}
    apart |= {"operations:ratio", "operations:mean", "operations:per_key", *TIME_KEYS, "keys:partner"}
    ways_said = {text[m.start : m.end] for m in linked.mentions if m.kind == "modes"}
    each = linked.language.said(reduce(lambda left, way: left.replace(way, ""), ways_said, text), "lists", "each_one")
    if not _are_several(linked) or apart & named or each:
        return False
    words, between = linked.language.any_of("overall", "words"), linked.language.any_of("overall", "between")
    before, after = re.compile(rf"(?<!\w){words}\s+(?:{between}\s+)*$"), re.compile(rf"\s+{words}(?!\w)")
    flows = [m for m in linked.mentions if _FLOWS & {*m.candidates}]
    if len(flows) != 1:
        return False
    start, end = flows[0].start, flows[0].end
    within = re.compile(rf"(?<!\w){words}(?!\w)")
    return bool(before.search(text[:start]) or after.match(text, end) or within.search(text, start, end))


def _is_total_of_such(linked: Linked) -> bool:
    """Whether a total is asked of the times that meet a limit: "total of imports in the months that were over …"."""
    text = fold(linked.text)
    total, of = (linked.language.any_of(*name) for name in (("sums", "total"), ("lists", "total_of")))
    if not re.match(rf"\W*(?:{total}|{of})(?!\w)", text) or _APART & {c for m in linked.mentions for c in m.candidates}:
        return False
    those = linked.language.any_of("sums", "those")
    times = [m for m in linked.mentions if TIME_KEYS & set(m.candidates)]
    led = [m for m in times if re.search(rf"(?<!\w){those}(?:\s+\d{{4}})?\s+$", text[: m.start])]
    tests = [m.start for m in linked.mentions if any(c.startswith("tests:") for c in m.candidates)]
    return any(start > time.end for time in led for start in tests)


def _kind(mention: Mention) -> str:
    return next((kind for kind in _KINDS if mention.candidates[0].startswith(kind)), "")


def over_times(slots: Slots, linked: Linked) -> Slots:
    """The slots of a ranking over several times that are added up before it: "the top 5, 2023 and 2024 combined".

    A sum said beside the times is of the times alone: what is ranked stays apart, and the times do not.
    """
    if (
        "sum" in slots.operations
        and slots.operations & _VERSUS
        and not slots.keys
        and _are_beside_times(linked, keyed=False)
    ):
        periods = _joined(slots.periods)  # "imports from A in 2023 and 2024 combined, against those from B"
        return replace(slots, periods=periods, operations=slots.operations - {"sum"}) if len(periods) == 1 else slots
    untimed = tuple(key for key in slots.keys if f"keys:{key}" not in TIME_KEYS)
    timed = untimed != slots.keys
    several = len(slots.periods) > 1 or "/" in "".join(slots.periods)
    if not ("sum" in slots.operations and slots.operations & _RANKED) or not (untimed if timed else several):
        return slots
    periods = _joined(slots.periods)
    if len(periods) == 1 and _are_beside_times(linked, keyed=timed):
        return replace(slots, periods=periods, keys=untimed, operations=slots.operations - {"sum"})
    return slots if timed else replace(slots, periods=periods)


def _are_beside_times(linked: Linked, *, keyed: bool) -> bool:
    """Whether each sum is said right behind a time: "in January and February combined", "all six months together"."""
    sums = [at for at, m in enumerate(linked.mentions) if "operations:sum" in m.candidates]
    pairs = [(linked.mentions[at - 1], linked.mentions[at]) for at in sums if at]
    return bool(sums) and len(pairs) == len(sums) and all(_is_behind_time(linked.text, pair, keyed) for pair in pairs)


def _is_behind_time(text: str, pair: tuple[Mention, Mention], keyed: bool) -> bool:
    before, cue = pair
    close = not text[before.end : cue.start].strip(" ,()")
    return close and (bool(TIME_KEYS & set(before.candidates)) or before.kind == "period" and not keyed)


def are_in_a_row(periods: Codes) -> bool:
    """Whether listed periods follow each other without a gap."""
    return len(_joined(periods)) == 1


def _joined(periods: Codes) -> Codes:
    """Listed periods that follow each other as the one range that they are."""
    try:
        read = sorted(map(Period.parse, periods))
    except ValueError:
        return periods
    follows = all(one.last + 1 == other.first for one, other in pairwise(read))
    return (str(Period(read[0].first, read[-1].last)),) if follows else periods


def over_things(text: str, mentions: tuple[Mention, ...], language: Language) -> tuple[Mention, ...]:
    """The mentions without the things that are one sum: "the aggregate duty, all chapters", "across all headings"."""
    mentions = _of_all_partners(text, _without_plus(text, mentions, language))
    named = {c for m in mentions for c in m.candidates}
    if _APART - {"operations:share"} & named or any(c.startswith("tests:") for c in named - {"tests:above"}):
        return mentions
    mentions = _taken_together(text, mentions, language)
    if _APART & named or "tests:above" in named:
        return mentions
    whole, over = (language.any_of("sums", name) for name in ("all", "over"))
    led = rf"(?<!\w){whole}$" if "operations:sum" in named else rf"(?<!\w){over}\s+{whole}$"
    return tuple(
        m for m in mentions if "keys:product" not in m.candidates or not re.search(led, fold(text[: m.start]).rstrip())
    )


def _without_plus(text: str, mentions: tuple[Mention, ...], language: Language) -> tuple[Mention, ...]:
    """The mentions without a superlative that is the plus between two things of a kind: "la UE más el Reino Unido"."""
    plus, articles = language.forms("lists", "plus"), language.forms("lists", "articles")

    def is_plus(at: int) -> bool:
        left, sign, right = mentions[at - 1 : at + 2]
        said = {*fold(text[left.end : sign.start]).split(), *fold(text[sign.end : right.start]).split()}
        words = {fold(sign.text), fold(text[sign.start : sign.end])}
        return bool(words & plus and _kind(left) and _kind(left) == _kind(right) and said <= articles)

    joins = {at for at in range(1, len(mentions) - 1) if "operations:top" in mentions[at].candidates and is_plus(at)}
    return tuple(m for at, m in enumerate(mentions) if at not in joins)


def _of_all_partners(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions with all partners, said at the end of a ranking of goods, as the whole: "…, all countries?"."""
    last = mentions[-1] if mentions else None
    kinds = {c for m in mentions[:-1] for c in m.candidates}
    ranked = "keys:product" in kinds and {"operations:top", "operations:bottom"} & kinds
    whole = last is not None and {_WORLD, "keys:partner"} <= {*last.candidates}
    if last is None or not ranked or not whole or text[last.end :].strip(" ?.)"):
        return mentions
    set_off = text[: last.start].rstrip().endswith((",", "-", "(", ";", "–"))
    return (*mentions[:-1], replace(last, candidates=(_WORLD,))) if set_off else mentions


def _taken_together(text: str, mentions: tuple[Mention, ...], language: Language) -> tuple[Mention, ...]:
    """The mentions without partners and products that open a question as a whole: "taking every partner, what …"."""
    whole, over = (language.any_of("sums", name) for name in ("all", "over"))
    comma = text.find(",")
    if comma < 0 or not re.match(rf"{over}\s+{whole}\s", fold(text[:comma])):
        return mentions
    opening = [m for m in mentions if m.end <= comma]
    things = [m for m in opening if {"keys:partner", "keys:product"} & set(m.candidates)]
    beside = [m for m in opening if m not in things and not set(m.candidates) <= _JOINING]
    if beside or not things:
        return mentions
    world = [replace(m, candidates=(_WORLD,)) for m in things if _WORLD in m.candidates]
    return (*world[:1], *(m for m in mentions if m not in opening))


__all__ = ["are_in_a_row", "is_added", "over_things", "over_times"]
