"""Every content word accounted for: what kind of question this is, and why it may not be planned."""

from __future__ import annotations

import re

from assistant.lexicon.aside.messages import TOLD
from assistant.lexicon.compare.rivals import UNCLEAR, are_sellers
from assistant.lexicon.question import RANKED, Question, Slots
from assistant.lexicon.searching import SEARCHES
from assistant.lexicon.tokens import is_too_long
from assistant.lexicon.topics.notional import asks_who, speaks_to_me
from assistant.measures import TARIFFS
from assistant.periods import TIMES
from assistant.types import Gap

FAULT = Gap("declined", "not_computable", "fault")
"""What is answered where the code itself fails."""

_KINDS = {
    "daily": "not_published",
    "firms": "not_published",
    "illegal": "out_of_scope",
    "advice": "out_of_scope",
    "secrets": "not_permitted",
    "currency": "not_computable",
    "real": "not_computable",
    "forecast": "not_computable",
    "gdp": "not_computable",
    "per_head": "not_computable",
    "files": "not_computable",
    "units": "no_data",
    "supposed": "not_computable",
    "opinion": "out_of_scope",
    "chat": "out_of_scope",
    "date": "unclear",
    "deeds": "out_of_scope",
    "required": "out_of_scope",
    **dict.fromkeys(TOLD, "unclear"),
    "judged": "out_of_scope",
}
TALK = ("explain:why", "explain:how", "explain:define", "explain:when", "explain:who", "explain:notes")
_CODE = re.compile(
    r";\s*--|;\s*(?:drop|delete|update|insert)\b|<\s*/?\s*\w+[^>]*>|^\s*[=@]\s*\w+\(|\{\{|\bunion\s+select\b|__\w+__",
    re.IGNORECASE,
)
_UNMEASURED = frozenset({"deeds", "required"})
"""What rules a figure out only where no measure is named: what somebody said or did, what a rule asks for."""
_NEVER = frozenset({"secrets", "advice", "illegal", "chat", "opinion", "supposed", "date", *TOLD})


def refused(question: Question) -> Gap | None:
    """Why the words rule a figure out: nothing said, too much said, things that no table holds, contradictions."""
    if not question.text or not any(char.isalnum() for char in question.text):
        return Gap("declined", "unclear", "empty")
    if _CODE.search(question.text):
        return Gap("declined", "unclear", "injection")
    if is_too_long(question.text):
        return Gap("declined", "unclear", "too_long")
    indexed = "product" in question.asked.keys and any(cue.startswith("indices:") for cue in question.about)
    for cause in question.unsupported:
        if cause == "opinion" and indexed:
            continue  # "which products should Mexico diversify into" is a ranking by an index, and no view
        if cause in _UNMEASURED and question.asked.measures and not question.asked.implied:
            continue  # "what happened to exports to Japan in 2011", "what must be added to imports"
        asks_what = cause == "deeds" and not {"explain:why", "explain:how", "explain:when"} & question.about
        if cause in _NEVER or asks_what or not is_talk(question):
            kind = _KINDS.get(cause, "no_data")
            return Gap("declined", kind, cause)  # type: ignore[arg-type]
    return None


def is_talk(question: Question) -> bool:
    """Whether the question asks for an explanation and not for a figure."""
    slots = question.asked
    if (slots.source or slots.versus) and slots.measures:
        return False
    if slots.operations & SEARCHES or slots.pick or slots.beside or slots.goods or _is_claim(slots, question):
        return False
    rated = {*TARIFFS, "effective_duty"} & set(slots.measures)
    weighed = slots.measures and slots.operations & {"exceed", "trail"}
    if (rated or weighed) and "compare" in slots.operations and "explain:why" not in question.about:
        return False  # "how do tariffs on Mexico compare with those on China?", "what is busier by value, A or B?"
    ranked = slots.keys and slots.operations & RANKED
    done = slots.periods and slots.operations & {"top", "bottom"} and _is_verb(question)  # "which seaport handled most"
    if done or ranked and not {"explain:why", "explain:how", "explain:notes"} & question.about:
        return False  # "who is the US's largest trading partner"
    if _opens(question, "explain:who") and not (slots.periods or slots.keys or slots.operations - {"sum"}):
        return True  # "who puts together American trade statistics"
    asks = any(cue in question.about for cue in TALK)
    goods = slots.filters.get("product") and {*TALK} & question.about == {
        "explain:define"
    }  # "what is the duty on cars"
    named = slots.measures and (slots.places or slots.periods or goods)
    figure = named or slots.condition or slots.periods and slots.operations
    if slots.periods and not {"explain:why", "explain:how", "explain:notes"} & question.about:
        return False
    if "count" in slots.operations or slots.measures and slots.periods and "explain:why" not in question.about:
        return False
    why = {"explain:why", "explain:how", "explain:notes"} & question.about
    if why == {"explain:how"} and figure and sum("explain:how" in m.candidates for m in question.mentions) == 1:
        return not _opens(question, "explain:how")  # "how are US exports to Mexico doing", and not "… valued"
    if why and not (slots.periods and slots.operations):
        return True
    return bool(asks and not figure)


def _is_claim(slots: Slots, question: Question) -> bool:
    """Whether it is asked if something holds of a figure: "is it true that the deficit is 172 billion".

    So it is of the sign of a balance, and of a move or an order of what is named: "… has a surplus with Japan".
    """
    if "polar" not in slots.operations or not slots.measures:
        return False
    named = slots.partner and not question.unknown and {*TALK} & question.about == {"explain:notes"}
    told = slots.operations - {"polar"} or slots.measures[0] in ("surplus", "deficit")
    return slots.condition is not None or bool(named and told)


def _is_verb(question: Question) -> bool:
    """Whether the one word of how a thing is done, or why, says what somebody did: "… handled", "… works"."""
    cues = [m for m in question.mentions if any(c in TALK for c in m.candidates)]
    return len(cues) == 1 and "explain:how" in cues[0].candidates and not _opens(question, "explain:how")


def _opens(question: Question, cue: str) -> bool:
    """Whether the cue stands at the beginning of the question."""
    return any(cue in mention.candidates and mention.start <= 2 for mention in question.mentions)


def is_about_data(question: Question) -> bool:
    """Whether the question asks what is loaded."""
    slots = question.asked
    if "explain:why" in question.about or asks_who(question) or is_about_fiscal_year(question):
        return False
    if "availability:data" not in question.about:
        return _is_about_a_place(question) or _is_about_newest(question)
    if len(question.unknown) > 1 and not speaks_to_me(question):  # "which body keeps the system, and since when"
        return False
    if "explain:define" in question.about and slots.filters.get("product"):
        return False  # "what does chapter 87 cover"
    if slots.measures:
        counted = any(mention.kind == "quantity" for mention in question.mentions)
        asked = {code for mention in question.mentions for code in mention.candidates}
        open_ended = not slots.periods or slots.periods == ("ever",) and "searching:which_time" in asked
        return open_ended and not slots.operations - {"per_key"} and not counted
    return not slots.operations - {"table", "polar", "sum"}


def is_about_fiscal_year(question: Question) -> bool:
    """Whether the months of a fiscal year are asked for, and nothing in them: "which months does FY2024 span"."""
    slots = question.asked
    fiscal = bool(slots.periods) and all(period.startswith("FY") for period in slots.periods)
    more = slots.measures or slots.filters or slots.operations - {"polar"} or speaks_to_me(question)
    return fiscal and slots.keys == ("month",) and not (more or question.carried)


def _is_about_a_place(question: Question) -> bool:
    """Whether a country is named and nothing is asked of it: "what can you tell me about Brazil"."""
    slots = question.asked
    told = slots.places and "availability:place" in question.about and not question.unsupported
    more = slots.measures or slots.periods or slots.filters or slots.keys or slots.operations or question.unknown
    return bool(told and not more and not question.carried)


def _is_about_newest(question: Question) -> bool:
    """Whether a newest month is asked for and nothing in it: "what's the latest month you have"."""
    slots = question.asked
    newest = slots.periods and all(period.startswith("latest") for period in slots.periods)
    more = slots.measures or slots.places or slots.filters or slots.operations - {"polar"}
    asks = {"explain:define", "explain:how", "dialogue:how"} & question.about
    return bool(newest and asks and not more and not question.unknown and not question.carried)


def is_about_revisions(question: Question) -> bool:
    """Whether a release is spoken of and no figure in it is asked for: "how often are trade figures revised"."""
    slots = question.asked
    named = slots.places or slots.periods or slots.filters or slots.keys or slots.condition
    return bool(slots.release) and not named and not question.carried


def is_figure(question: Question) -> bool:
    """Whether enough is said for a figure: a measure, or places or things told apart with a time or an operation."""
    slots = question.asked
    if slots.measures == ("weight",) and not (slots.places or slots.keys or slots.filters or question.carried):
        return False  # of what?
    if slots.measures:
        alone = slots.measures == ("total",) and not question.carried
        return not alone or bool(slots.places or slots.periods or slots.operations or slots.keys or slots.filters)
    things = {*slots.keys} - TIMES or question.carried and slots.keys  # the highest month is one of some measure
    named = bool(slots.places or slots.reporter or slots.partner or things or slots.filters)
    return named and bool(slots.periods or slots.operations)


def unaccounted(question: Question) -> Gap | None:
    """The words that name nothing known: a figure without them would answer another question."""
    codes = [c.split(":", 1)[1] for m in question.mentions for c in m.candidates if c.startswith("unknown_code:")]
    if codes:
        return Gap("declined", "no_data", "unknown_code", (("words", ", ".join(codes)),))
    if question.unknown:
        return Gap("declined", "unclear", "unknown_words", (("words", ", ".join(question.unknown[:5])),))
    if question.ambiguous:
        name, meanings = question.ambiguous[0]
        return Gap("clarify", "unclear", "ambiguous", (("name", name),), meanings)
    if question.asked.doubtful:
        return Gap("clarify", "unclear", "direction", (("code", question.asked.doubtful),), (question.asked.doubtful,))
    if question.conflict == UNCLEAR:
        sellers = are_sellers(question.mentions)
        sides = tuple(dict.fromkeys(question.asked.places))
        return Gap("clarify", "unclear", "than", (("who", "sold" if sellers else "bought"),), sides)
    if question.conflict:
        return Gap("clarify", "unclear", "conflict", (("measure", question.conflict),))
    return None


def courtesy(question: Question) -> str:
    """Why nothing is answered where nothing is asked: a thanks and a greeting are met as such."""
    if question.unknown:
        return "nothing_asked"
    said = (name for name in ("thanks", "hello") if f"dialogue:{name}" in question.about)
    return {"thanks": "welcome", "hello": "hello"}.get(next(said, ""), "nothing_asked")
