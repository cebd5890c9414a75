"""Whether a question is about the earlier answer's source: why this one, which table, another one, how to cite it."""

from __future__ import annotations

from assistant.lexicon.question import Question
from assistant.types import Mention

DOUBT = "doubt"
"""What asks for the basis of the figure before, and is asked of a figure alone."""
_STRONG = ("cite", "rows", "revised", "others", "why", "where", DOUBT)
_DEMANDS = ("sources:", "books:", "tables:", "releases:", "valuations:")
_NOT = ("exclusion:not", "dialogue:repair")


def sourcing(question: Question) -> str:
    """What is asked of the source: "why", "why_not", "where", "others", "revised", "cite", "rows", "doubt"; or "".

    A question that names a measure, a product or a period asks for a figure, and is none of this.
    """
    if not _is_bare(question):
        return ""
    cues = [code for code in _STRONG if f"sourcing:{code}" in question.about]
    names = _names_a_basis(question)
    if "sourcing:why_not" in question.about and names:
        return "why_not"
    if "sourcing:why_with" in question.about and (names or "sourcing:source_word" in question.about):
        return "why"
    if cues:
        return cues[0]
    whys = [m for m in question.mentions if "explain:why" in m.candidates and "sourcing:bare" not in m.candidates]
    computed = any(code.startswith("operations:") for code in _codes(question))  # "why is BTS lower than Census"
    if "sourcing:bare" in question.about and names and not whys and not computed:
        return _why(question.mentions)
    return "where" if "sourcing:source_word" in question.about and not names else ""


def _is_bare(question: Question) -> bool:
    """Whether nothing is asked that a figure would answer."""
    slots, revised = question.slots, "sourcing:revised" in question.about
    if question.unknown or slots.filters or slots.condition or slots.level or slots.ordinal:
        return False
    if any(code.startswith("measures:") for code in _codes(question)) and not slots.valuation:
        return False
    if set(slots.keys) - {"partner"} or slots.operations - {"polar", "table", "compare", "difference"}:
        return False
    apart = set(slots.places) - {slots.books}
    return not apart and (not slots.periods or revised)


def _names_a_basis(question: Question) -> bool:
    return bool(question.slots.demands)


def _codes(question: Question) -> list[str]:
    return [code for mention in question.mentions for code in mention.candidates]


def _why(mentions: tuple[Mention, ...]) -> str:
    """What "why" and a source ask: nothing stands between them but a "not"."""
    at = next(index for index, mention in enumerate(mentions) if "sourcing:bare" in mention.candidates)
    following = [m for m in mentions[at + 1 :] if not _is_place(m)]
    negated = bool(following) and any(code in following[0].candidates for code in _NOT)
    rest = following[1:] if negated else following
    if not rest or not any(code.startswith(_DEMANDS) for code in rest[0].candidates):
        return ""
    between = rest[0].start - mentions[at].end
    return "" if between > _NEAR else "why_not" if negated else "why"


_NEAR = 24
"""Characters between "why" and the source: room for an article, a "not" and a place."""


def _is_place(mention: Mention) -> bool:
    return any(code.startswith("place:") for code in mention.candidates)
