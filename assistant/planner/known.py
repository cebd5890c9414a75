"""Notes that are known to answer a question: told in place of a decline, or of figures that nobody asked for."""

from __future__ import annotations

from assistant.languages.language import load
from assistant.lexicon.aside.messages import BARE, TOLD
from assistant.lexicon.question import Question
from assistant.lexicon.tokens import spoken as spoken_words
from assistant.lexicon.topics.outright import outright
from assistant.lexicon.topics.sought import ASKED_IN, kinds
from assistant.planner.beyond_note import beyond_note
from assistant.planner.fragments import unspoken
from assistant.planner.paragraphs import found, score, spoken, surest
from assistant.planner.unread import (
    NO_VALUE,
    is_in_words,
    is_likely_told,
    is_spoken_of,
    is_surely_told_of,
    is_told_outright,
)
from assistant.store.ranking import JUST_THIS, KNOWN, KNOWN_WELL
from assistant.store.store import Store
from assistant.types import Call, Evidence, Gap

_SAME = 0.7
"""The share of all words, small ones too, that a question and a known one have in common if they are the same."""
_NEVER = frozenset({*"than tariff_books secrets illegal injection empty too_long chat date".split(), *TOLD})
"""Declines that no note takes the place of: the decline is what is known."""
_BARE = 2
"""Words; a message of so few that names an operation is about the figure before it."""
_COMPARED = 0.7
"""How like a known question the difference of two notions must be, where they name no figure."""
_THIS_FIGURE = 0.99
"""How like a known question one must be that asks for a figure of services."""
_SELDOM = frozenset(
    "index mexican_states provinces forecast currency classes groups crossings firms daily per_head "
    "gdp files units supposed deeds required".split()
)
"""Declines that say what is the matter: only a note on just that question takes their place."""


def told(question: Question, calls: tuple[Call, ...] | Gap, evidence: Evidence, store: Store) -> tuple[Call, ...] | Gap:
    """The calls, or the look-up of a note where one is known to answer the question and they would not."""
    if evidence.calls or question.explains and question.earlier or question.agreements and not _ends(question, store):
        return calls
    # "and its share?" is no question of what a share is, but after a note it may be one of the note's
    if _turns_a_figure(question) or unspoken(question) and not question.noted or BARE in question.about:
        return calls
    if calls and not isinstance(calls, Gap) and question.slots.condition and question.asked.periods:
        return calls  # no note knows which ones meet a limit in a year
    if isinstance(calls, Gap):
        open_ended = calls.status == "declined" or calls.cause in ("what", "referent", "ambiguous")
        known = calls.cause not in _NEVER and (
            open_ended
            and score(question, store) >= _bar(question, calls)
            or _is_just_this(question, store)
            or is_spoken_of(question, calls, store)
            or is_in_words(question, calls, store)
            or is_told_outright(question, calls, store)
            or is_likely_told(question, calls, store)
            or is_surely_told_of(question, calls, store)
        )
    elif not calls:
        known = bool(surest(question, store))
    else:
        bare = question.asked.measures in ((), ("total",)) and not (question.asked.measures and question.asked.places)
        listed = bool(calls) and calls[0].tool == "availability"  # what is held is not what is not
        unmeasured = bare and not listed and score(question, store) >= KNOWN_WELL
        known = _is_timeless(question, calls) and (unmeasured or _is_just_this(question, store))
        known = known or _is_explained(question, store)
    return looked_up(question) if known else beyond_note(question, calls, store)


def _turns_a_figure(question: Question) -> bool:
    """Whether the figure before is asked for in a way that no table has: "adjusted for inflation", "shares?"."""
    talks = any(cue.startswith("explain:") for cue in question.about)
    bare = question.asked.operations and len(question.text.split()) <= _BARE
    return bool((question.unsupported or bare) and question.carried) and not talks


def _is_explained(question: Question, store: Store) -> bool:
    """Whether a reason is known of what the tables could only tell the move of, or how a figure is worked out."""
    why, how = (f"explain:{name}" in question.about for name in ("why", "how"))
    return why and score(question, store) >= JUST_THIS or how and _is_just_this(question, store)


def _ends(question: Question, store: Store) -> bool:
    """Whether the end of an agreement is asked for and a note tells it: the list has those alone that are past."""
    return bool(question.agreements and question.agreements["ask"] == "end") and _is_just_this(question, store)


def _bar(question: Question, gap: Gap) -> float:
    """How like a known question one must be for its note to take the place of a gap."""
    noted = set(question.unknown) & {*load(question.language).section("noted")["words"]}  # no table knows these
    figure = question.asked.measures and question.asked.periods and not noted
    # a decline says more than a note beside it
    one_way = {*question.asked.measures} <= {"exports", "imports"}
    if figure and one_way and gap.cause == "services":
        return _THIS_FIGURE  # the note adds both directions up
    if figure or gap.cause == "ambiguous":
        return JUST_THIS if figure else KNOWN_WELL
    if gap.cause == "index":
        return KNOWN if kinds(question.text) & NO_VALUE or _is_of_nothing(question) else JUST_THIS
    if gap.cause == "firms":  # a note on the states that export is none on the companies
        return JUST_THIS
    if gap.cause == "what" and any(cue.startswith("explain:") for cue in question.about):
        return _COMPARED
    return KNOWN_WELL if gap.cause in _SELDOM else KNOWN


def _is_of_nothing(question: Question) -> bool:
    """Whether no place, thing, time, limit or order is named of which an index could be asked."""
    slots = question.asked
    return not (slots.places or slots.filters or slots.keys or slots.periods or slots.condition or slots.operations)


def is_known(question: Question, evidence: Evidence, store: Store) -> tuple[Call, ...]:
    """The look-up of a note that is known to answer what the tables could not; () where there is none."""
    vain = evidence.problems and not evidence.passages and not question.explains and not question.agreements
    if not vain:
        return ()
    dated = not question.asked.measures and score(question, store) >= JUST_THIS  # "what happens to it in 2026"
    dated = dated or "explain:why" in question.about and score(question, store) >= KNOWN_WELL
    told = question.asked.periods or question.asked.books  # of whose books there are none, the decline says
    open_ended = not (told or _SELDOM & {problem.cause for problem in evidence.problems.values()})
    plain = open_ended and any(p.known >= KNOWN for p in outright(question, spoken(question, store)))
    return looked_up(question) if dated or plain or _is_just_this(question, store) else ()


def looked_up(question: Question) -> tuple[Call, ...]:
    """The look-up of the notes that speak to a question, in its language."""
    spoken = {} if question.language == "en" else {"language": question.language}
    return (Call("c1", "passages", {"query": question.text, **spoken}),)


def _is_timeless(question: Question, calls: tuple[Call, ...]) -> bool:
    """Whether a question that was read as one for figures names no time, no limit and no number."""
    slots = question.asked
    figures = bool(calls) and calls[0].tool != "passages"
    ranked = slots.pick or slots.beside  # "our seventh largest partner" is no question about the largest
    rivals = "partner" in slots.keys and slots.operations & {"exceed", "trail"}
    told = rivals or slots.goods
    return figures and not (slots.periods or slots.condition or slots.number or ranked or told or question.carried)


def _is_just_this(question: Question, store: Store) -> bool:
    """Whether it is a known question nearly word for word: "what is the US deficit" is not "why has it a deficit"."""
    own = _words(question.text)
    likest = (p for p in found(question, store) if p.known >= JUST_THIS and _is_denied_as(p.asked, question.text))
    likest = (p for p in likest if _is_by_same(p.asked, question))
    return any(len(own & (asked := _words(p.asked))) >= _SAME * len(own | asked) for p in likest)


def _is_denied_as(asked: str, text: str) -> bool:
    """Whether both of two questions deny or neither does: "what data do you have" is none on what is missing."""
    one, other = map(spoken_words, (asked, text))
    return _denies(one) == _denies(other)


def _is_by_same(asked: str, question: Question) -> bool:
    """Whether a known question is not by country where this one is by state: "which states of Mexico buy most"."""
    keys = question.asked.keys
    countries = any(load(code).said(spoken_words(asked), "keys", "partner") for code in ASKED_IN)
    return not keys or "partner" in keys or not countries


def _denies(text: str) -> bool:
    return any(load(code).said(text, "sought", "denied") for code in ASKED_IN)


def _words(text: str) -> frozenset[str]:
    return frozenset(spoken_words(text).split())
