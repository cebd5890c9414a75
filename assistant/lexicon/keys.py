"""What the result of a question is keyed by: "by month", "which port", "per country"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from assistant.lexicon.aside.exclusions import without
from assistant.lexicon.conditions import is_test
from assistant.lexicon.linked import Linked
from assistant.lexicon.question import RANKED, Codes
from assistant.lexicon.tokens import fold, phrase
from assistant.lexicon.when.times import named_periods
from assistant.periods import TIMES, Period
from assistant.types import Mention

_PARTS = ("period:half:", "period:quarter:", "period:month:")
"""What is a part of a year that is named elsewhere."""
_RANKING = frozenset({"operations:top", "operations:bottom"})
_STATES = frozenset({"keys:region", "keys:region_mx", "keys:port"})


def keys(linked: Linked) -> Codes:
    """What the result is keyed by; "average yearly" names the years that are averaged."""
    found = [key.removesuffix("_mx") for key in _named(linked)]
    for mention in linked.mentions:
        if "operations:mean" in mention.candidates:
            words = (meaning for word in mention.text.split() for meaning in linked.language.phrases.get((word,), ()))
            found += [code for section, code in words if section == "keys"]
    left_out = without(linked)
    periods = [p for p in named_periods(linked) if p[:1].isdigit() and "/" not in p]
    grains = {Period.parse(p).grain for p in periods} if len(periods) > 1 else set()
    ranked = (RANKED | {"best", "worst"}) & set(linked.codes("operations"))  # "after trucks, which mode"
    kept = set(found) - set(left_out) if not ranked else set(found)
    kept |= {key for key in left_out if key in found and _is_limited(linked, key)}
    found += _counted_times(linked) if not found else []
    named = (key for key in dict.fromkeys(found) if key in {*kept, *TIMES} and {key} != grains)
    told = _introduces(linked) or _are_states(linked) or _are_what_states_are(linked)
    return tuple(key for key in named if key != "partner" or not told)


def _is_limited(linked: Linked, key: str) -> bool:
    """Whether each of a kind has to meet a limit, less those left out: "which modes other than truck carried over".

    Or to have more of one than of another: "how many states but Texas bought more from Canada than from Mexico".
    """
    asks = linked.language.forms("polar", "asks") | linked.language.forms("among", "any")
    named = [m for m in linked.mentions if {f"keys:{key}", f"keys:{key}_mx"} & {*m.candidates}]
    than = linked.language.said(fold(linked.text), "each_way", "than") is not None
    held = than or {"exceed", "trail"} & {*linked.codes("operations")}
    if not (held or any(is_test(linked, m) for m in linked.mentions)) or not named:
        return False
    passed = linked.language.forms("among", "of")
    before = [word for word in phrase(linked.text[: named[0].start]) if word not in passed]
    asked = {*named[0].text.split()[:1], *before[-1:]} & asks
    led = any(m.end + 1 == named[0].start and m.candidates[0].startswith("prepositions:") for m in linked.mentions)
    return bool(asked) or not led and not TIMES & {*linked.codes("keys")}


def _counted_times(linked: Linked) -> list[str]:
    """The length of the times of which so many meet a limit: "in how many of the last ten years", "out of the last"."""
    if not any(is_test(linked, m) for m in linked.mentions):
        return []
    of = linked.language.forms("rephrased", "out_of", "opening")
    pairs = [(a, b) for a, b in pairwise(linked.mentions) if b.kind == "period"]
    times = [b for a, b in pairs if "prepositions:of" in a.candidates or a.text in of]
    lengths = [m.candidates[0].split(":") for m in times if m.candidates[0].startswith("period:last:")]
    counted = "count" in linked.codes("operations")  # "in how many years through 2024"
    years = ["year"] if counted and any("period:ever" in m.candidates for m in times) else []
    return [*(parts[-1] for parts in lengths if parts[-1] in TIMES), *years]


def _are_states(linked: Linked) -> bool:
    """Whether "who" stands for states or ports: "Michigan or California: who imported more", "of the ports, who"."""
    named = [m for m in linked.mentions if m.kind in ("region", "port") or "keys:port" in m.candidates]
    partners = [m for m in linked.mentions if "keys:partner" in m.candidates]
    who = linked.language.forms("lists", "who")
    bare = all("explain:who" in m.candidates or m.text in who for m in partners)
    return bare and (len(named) > 1 or _are_chosen_from(linked, partners))


def _are_chosen_from(linked: Linked, partners: list[Mention]) -> bool:
    """Whether states or ports are what somebody is looked for among: "of all US states, who exported most"."""
    leads = {"prepositions:of", "prepositions:between"}
    from_these = [b.end for a, b in pairwise(linked.mentions) if leads & {*a.candidates} and _STATES & {*b.candidates}]
    return bool(from_these) and all(m.start >= from_these[0] for m in partners)


def _are_what_states_are(linked: Linked) -> bool:
    """Whether the word for a partner only says what a state or port is: "which state was the biggest destination"."""
    named = [m for m in linked.mentions if m.kind in ("region", "port")]
    starts = [m.end for m in linked.mentions if {"keys:region", "keys:port"} & set(m.candidates)]
    partners = [m.start for m in linked.mentions if "keys:partner" in m.candidates]
    if named or not starts or len(partners) != 1 or partners[0] < starts[0]:
        return False
    return bool(set(phrase(linked.text[starts[0] : partners[0]])) & linked.language.forms("lists", "being"))


def _introduces(linked: Linked) -> bool:
    """Whether the word for a partner only introduces a place: "exports, destination Norway"."""
    named = [(i, m) for i, m in enumerate(linked.mentions) if "keys:partner" in m.candidates]
    pairs = [(m, linked.mentions[i + 1]) for i, m in named if i + 1 < len(linked.mentions)]
    asks = linked.language.forms("polar", "asks")
    if any(
        linked.text[m.start : m.end].endswith(("'", "’", "'s", "’s")) or m.text.split()[0] in asks for _, m in named
    ):
        return False  # "which five countries' US imports grew", "con qué países Estados Unidos …"
    if any("operations:count" in linked.mentions[i - 1].candidates for i, _ in named if i):
        return False  # "a cuántos países Estados Unidos exportó más de …"
    if any(_does(linked, i + 1) for i, _ in named):
        return False
    if any(_is_ranked(linked, i) for i, _ in named):
        return False
    close = [not linked.text[m.end : after.start].strip(" :=") and _is_place(after) for m, after in pairs]
    return bool(named) and (len(close) == len(named) and all(close) or all(_is_origin(linked, i) for i, _ in named))


def _is_ranked(linked: Linked, index: int) -> bool:
    """Whether partners of home are put in order: "los principales proveedores estadounidenses"."""
    before, after = linked.mentions[max(index - 1, 0)], linked.mentions[index + 1 : index + 2]
    ours = bool(after) and after[0].candidates == (f"place:{linked.home}",)
    return ours and not _RANKING.isdisjoint(before.candidates)


def _does(linked: Linked, index: int) -> bool:
    """Whether a place does the trade of a clause on the partners before it: "the countries Americans buy most from"."""
    after = linked.mentions[index + 1 : index + 9]
    if not after or not any(c.startswith("verbs:") for c in after[0].candidates):
        return False
    ends = [at for at, m in enumerate(after) if {"prepositions:from", "prepositions:to"} & {*m.candidates}]
    return any(at + 1 == len(after) or not _is_place(after[at + 1]) for at in ends)


def _is_origin(linked: Linked, index: int) -> bool:
    """Whether the word for a partner says where goods of a place named before it are from: "of Mexican origin"."""
    before, mention = linked.mentions[max(index - 1, 0)], linked.mentions[index]
    joined = not linked.text[before.end : mention.start].strip(" -") and _is_place(before)
    return joined and "prepositions:from" in mention.candidates


def _is_place(mention: Mention) -> bool:
    return any(c.startswith("place:") for c in mention.candidates)


def is_apposed(key: str, filters: Mapping[str, Codes]) -> bool:
    """Whether a key only says what a name is: "the port of Laredo", "the state of Texas"."""
    codes = filters.get(key, ())
    return key in ("mode", "region", "port") and len(codes) == 1 and not codes[0].endswith("-")


__all__ = ["is_apposed", "keys"]


def _named(linked: Linked) -> Iterator[str]:
    """The keys named; "all modes" is the total of them, unless it is "by all modes"; "all ports of Texas" are ports."""
    regional = any(m.kind == "region" for m in linked.mentions)
    split = bool({"per_key", "top", "bottom", "ordered"} & set(linked.codes("operations")))
    for mention in linked.mentions:
        if _says_year(linked, mention) or not split and (_owns(linked, mention) or _holds(linked, mention)):
            continue
        whole = [c for c in mention.candidates if c.startswith("dialogue:all_")]
        if regional and whole == ["dialogue:all_port"]:
            yield "port"
        if split or not whole:
            yield from (c.removeprefix("keys:") for c in mention.candidates if c.startswith("keys:"))


def _owns(linked: Linked, mention: Mention) -> bool:
    """Whether a word for a time only says whose average it is: "above the year's average"."""
    after = next((m for m in linked.mentions if m.start >= mention.end), None)
    owned = after is not None and "operations:mean" in after.candidates
    return owned and linked.text[mention.start : mention.end].endswith(("'s", "s'"))


def _holds(linked: Linked, mention: Mention) -> bool:
    """Whether a year is only what a part of it is of: "the first half of the year"."""
    before = [m for m in linked.mentions if m.end <= mention.start][-2:]
    led = len(before) == 2 and "prepositions:of" in before[1].candidates and mention.candidates == ("keys:year",)
    beside = led and not linked.text[before[0].end : before[1].start].strip()
    return beside and before[0].candidates[0].startswith(_PARTS)


def _says_year(linked: Linked, mention: Mention) -> bool:
    """Whether a word for a time only says what the period after it is: "year 2024", "month: May 2023"."""
    after = next((m for m in linked.mentions if m.start >= mention.end), None)
    if after is None or after.kind != "period" or not {"keys:year", "keys:month"} & set(mention.candidates):
        return False
    code = after.candidates[0].removeprefix("period:")
    one = len(code) == len("2024" if "keys:year" in mention.candidates else "2024-05") and code[:4].isdigit()
    return one and len(mention.candidates) == 1 and not linked.text[mention.end : after.start].strip(" :=")
