"""The questions of one message: "the deficit in 2023, and which month was the worst?" asks two things."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from assistant.dialogue.heard.short import short
from assistant.dialogue.heard.top_and_bottom import top_and_bottom
from assistant.dialogue.pointed.ranked import SIDES
from assistant.languages.language import Language, load
from assistant.lexicon.question import Question
from assistant.lexicon.tokens import fold, phrase
from assistant.types import Mention

_FLOWS, _OF_BOTH = ("exports", "imports"), frozenset({"balance", "surplus", "deficit", "gap"})
"""The flows, and the measures whose answers tell both."""
_KINDS = frozenset({"partner", "port", "region", "mode"})
_MOST = 3
"""Questions in one message that are answered one by one."""
_LEANING = frozenset(
    {"polar", "difference", "in_percent", "points", "compare", "mean", "median", "share", "ratio", "otherwise"}
)
"""Operations that a second part only adds to the first: "…, and how far is that above the mean?"."""

_BESIDE = frozenset({"compare", "sum"})
"""Operations that only put two flows beside each other: "side by side, what we sold and what we bought in 2020"."""
_FLIP = "dialogue:flip"
_OF_TWO = frozenset({"operations:difference", "indices:similarity"})
"""What is only asked of two things."""


def parts(text: str, language: Language) -> tuple[str, ...]:
    """The message cut where another question begins: after a question mark, or at "and which", "and how"."""
    if both := top_and_bottom(text, language):
        return both
    found = [piece.strip(" ,;–—-") for piece in _cuts(language).split(text)]
    return tuple(piece for piece in found if any(char.isalnum() for char in piece))[:_MOST] or (text,)


def are_apart(first: Question, later: Sequence[Question], home: str) -> bool:
    """Whether a first part and those behind it are questions of their own; one of both ways of one trade is whole."""
    whole = _share_time(first, later) and not later[-1].asked.partner
    ended = first.text.endswith("?")
    own = all(is_apart(each) or _grew(each, first) or ended and _is_of_other_measure(each, first) for each in later)
    return bool(later) and not whole and not _asks_rate(first, later) and is_whole(first, home) and own


def _grew(later: Question, first: Question) -> bool:
    """Whether it is asked how what a ranking finds moved: "our second largest supplier, and how much did it grow"."""
    asked, slots = first.asked, later.asked
    ranked = asked.keys and asked.operations & {"top", "bottom"} and slots.operations & {"growth", "change"}
    bare = not (slots.keys or slots.places or slots.filters or slots.periods or slots.measures or slots.number)
    dropped = bare and bool(load(later.language).forms("parts", "it"))  # "¿… y cuánto creció?"
    return bool(ranked) and ("dialogue:that" in later.about or dropped)


def _is_of_other_measure(later: Question, first: Question) -> bool:
    """Whether a question of its own asks for another measure of the same: "How much beer …? What duty was paid?"."""
    slots = later.asked
    other = bool(slots.measures) and not {*slots.measures} & {*first.asked.measures}
    return other and not (slots.implied or slots.operations or later.unknown)


def is_of_one_trade(whole: Question, first: Question, later: Sequence[Question]) -> bool:
    """Whether the trade is only named behind two measures of it: "how many tonnes and how many dollars came from …"."""
    slots, asked = first.asked, {m for each in (first, *later) for m in each.asked.measures}
    bare = not (slots.places or slots.periods or slots.filters or slots.operations or first.text.endswith("?"))
    return bare and bool(later) and bool(later[0].asked.places) and asked <= {*map(_kind, whole.asked.measures)}


def leant_on(part: str, later: Question, first: Question, language: Language, home: str) -> str:
    """A later part that names only "us", as one that goes on with the partner before it: "and how much did we …".

    Where a language drops its pronouns, what grew is what was found: "¿… y cuánto creció?".
    """
    joins, it = (language.section("parts").get(name, ()) for name in ("joins", "it"))
    if it and "dialogue:that" not in later.about and _grew(later, first):
        return f"{part.rstrip('?')} {it[0]}"
    ours = bool(later.asked.measures) and {*later.asked.places} == {home} and bool({*first.asked.partner} - {home})
    return f"{joins[0]} {part}" if ours and joins and "dialogue:and" not in later.about else part


def drops_measure(whole: Question, first: Question, later: Sequence[Question], home: str) -> bool:
    """Whether a message read in one piece drops a measure that its questions ask of the trade of the first."""
    places = {*first.asked.places}
    named = all({*q.asked.places} <= places and q.asked.filters.keys() <= first.asked.filters.keys() for q in later)
    plain = any(_is_of_other_measure(each, first) for each in later) and is_whole(first, home)
    told = {*map(_kind, whole.asked.measures)} | ({*_FLOWS} if {*whole.asked.measures} & _OF_BOTH else set())
    asked = {_kind(measure) for each in (first, *later) for measure in each.asked.measures}
    return bool(places - {home}) and named and plain and bool(asked - told)


def _kind(measure: str) -> str:
    """A measure without the flow in its name: "weight"."""
    return measure.removeprefix("import_").removeprefix("export_")


def _asks_rate(first: Question, later: Sequence[Question]) -> bool:
    """Whether the rest only asks what rate the duty of the first comes to: "…, and what rate that works out to"."""
    alone = len(later) == 1 and not (later[0].asked.places or later[0].asked.periods)
    rate = load(first.language).said(fold(later[0].text), "beside", "rate") if alone else None
    return "duty" in first.asked.measures and rate is not None and rate.start() == 0


def timed(first: Question, later: Sequence[Question], language: Language) -> str:
    """The text of the first part, with the time that is said of it and of the others behind the last one."""
    if not (_share_time(first, later) or _ends_with_time(first, later, language)):
        return first.text
    times = [mention.text for mention in later[-1].mentions if mention.kind == "period"]
    return f"{first.text}, {times[0]}" if len(times) == 1 else first.text


def _share_time(first: Question, later: Sequence[Question]) -> bool:
    """Whether one time is said of two flows, and last: "what came in from China and what went out to it in 2023"."""
    asked = [question.asked for question in (first, *later)]
    flows = all({*slots.measures} <= {*_FLOWS} for slots in asked)
    plain = flows and not any(slots.keys or slots.operations - _BESIDE for slots in asked)
    return plain and not first.asked.periods and bool(later) and bool(later[-1].asked.periods)


def _ends_with_time(first: Question, later: Sequence[Question], language: Language) -> bool:
    """Whether one time closes the message and is said of all parts: "what share …, and what share of …, in 2024".

    What is asked of now and then of a time is not: "who is our largest supplier, and who was it in 2010". What stands
    apart behind it all is: "which mode is the largest, and how large is it? (2019)", "…, 2019".
    """
    last = later[-1]
    times = [mention for mention in last.mentions if mention.kind == "period"]
    present = language.forms("parts", "present")
    now = bool(set(phrase(first.text)) & present) and not set(phrase(last.text)) & present
    closes = len(times) == 1 and not any(char.isalnum() for char in last.text[times[0].end :])
    apart = closes and last.text[: times[0].start].rstrip().endswith(("(", "?", ","))
    of_all = apart or closes and "dialogue:that" not in last.about
    return of_all and not first.asked.periods and not now


def is_whole(question: Question, home: str) -> bool:
    """Whether a first part can be asked alone: it names what is measured, and nothing that is not understood."""
    slots = question.asked
    measured = slots.measures or _KINDS & {*slots.keys} and slots.operations & {"top", "bottom"}
    known = bool(measured) and not question.unknown and not question.unsupported
    return known and not _is_open(question, home)


def _is_open(question: Question, home: str) -> bool:
    """Whether a first part holds one thing only of two apart, or alike: "the gap between what went to Canada …"."""
    slots = question.asked
    lists = (slots.partner, slots.reporter, slots.measures, slots.periods, slots.places, *slots.filters.values())
    gaps = [m for m in question.mentions if _OF_TWO & set(m.candidates)]
    alone = all(len(codes) < 2 for codes in lists[:4])
    two = load(question.language).forms("parts", "apart") & {fold(m.text) for m in gaps}
    if alone and (two or any("indices:similarity" in m.candidates for m in gaps)):
        return True
    between = load(question.language).forms("prepositions", "between")
    said = (fold(m.text).split() + fold(question.text[m.end :]).split()[:1] for m in gaps)
    apart = not between.isdisjoint(word for words in said for word in words)
    if apart and any(_asks_behind(question, m, between) for m in gaps):
        return True
    return apart and home not in slots.places[1:] and alone


def _asks_behind(question: Question, gap: Mention, between: frozenset[str]) -> bool:
    """Whether what lies apart is what somebody does, and so comes twice: "between what Mexico sold and what …"."""
    after = [word for word in phrase(question.text[gap.end :])[:2] if word not in between]
    return not load(question.language).forms("parts", "asks").isdisjoint(after[:1])


def is_apart(question: Question) -> bool:
    """Whether a later part asks something of its own, and not only how far the first answer goes.

    "And what was the difference?" belongs to the question before it; "and which month was the worst?" does not.
    """
    slots = question.asked
    if question.unsupported or question.agreements or short(question)[0] in SIDES or _FLIP in question.about:
        return True
    talks = any(cue.startswith("explain:") for cue in question.about)
    own = slots.operations - _LEANING
    if "mean" in slots.operations and not (slots.measures or slots.places or slots.filters or slots.periods):
        own, slots = own - {"exceed", "trail", "per_key"}, replace(slots, keys=(), condition=None)
    keys = (slots.keys or slots.sections or slots.level) if own else ()
    named = (slots.measures and not slots.implied, slots.places, slots.filters, keys, own, slots.condition)
    other = slots.places or slots.periods or slots.measures and not slots.implied  # "and its imports?"
    moved = "dialogue:that" in question.about and other and not slots.operations
    return sum(map(bool, named)) >= 2 or bool(moved) or talks and not slots.operations - {"compare"}


@cache
def _cuts(language: Language) -> re.Pattern[str]:
    """Where a message is cut; a language without words for it is cut after question marks only."""
    words = language.section("parts")
    after = r"(?<=\?)\s+(?=\S*\s*\w+.*\?)"
    if not words:
        return re.compile(after)
    turned = language.section("dialogue").get("flip", ())  # "…, and the reverse?"
    asks = "|".join(map(re.escape, (*words["asks"], *turned)))
    joins = "|".join(map(re.escape, words["joins"]))
    begins = rf"(?:\s*[,;.–—-])?\s+(?:{joins})\s+(?=¿?\s*(?:{asks})\b)"
    return re.compile(f"{after}|{begins}|{_agreement(language)}", re.IGNORECASE)


def _agreement(language: Language) -> str:
    """Where the agreement of a figure is asked for beside it: "…, with whatever agreement governed them"."""
    words, named = language.section("parts"), language.section("agreements")
    beside, which = ("|".join(map(re.escape, words.get(name, ("\0",)))) for name in ("beside", "which"))
    deals = "|".join(map(re.escape, (*named.get("word", ()), *named.get("fta", ("\0",)))))
    return rf"(?:\s*[,;.–—-])?\s+(?:{beside})\s+(?=(?:{which})\s+(?:{deals})\b(?!.*\d{{4}}))"
