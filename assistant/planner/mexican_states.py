"""Trade of Mexican states: only what the United States sells to them is loaded."""

from __future__ import annotations

from itertools import pairwise

from assistant.lexicon.question import Question
from assistant.lexicon.who.state_ends import ABROAD
from assistant.types import Gap, Mention

_BOTH = tuple((name,) for name in ("total", "balance", "surplus", "deficit"))
"""Measures of both ways, of which one is not loaded."""


def unloaded(question: Question) -> Gap | None:
    """The decline of what a Mexican state exports, or of its trade by partner; None for US exports to a state."""
    slots = question.asked
    states = [code for code in slots.filters.get("region", ()) if code.startswith(ABROAD)]
    if not states:
        return None
    bought = question.asked.measures[:1] == ("imports",) and question.asked.reporter == ("USA",)
    both = slots.measures[:1] in _BOTH or slots.measures[:1] == ("exports",) and slots.reporter == ("MEX",)
    sold = _sells(question) or _sells_too(question) or _sold_before(question)
    if bought or both or _by_partner(question) or sold:
        return Gap("declined", "no_data", "mexican_states")
    return None


def _are_sold_to(question: Question) -> bool:
    """Whether the United States is named, and not left out as a partner: "clients outside the US"."""
    left_out = question.asked.without.get("partner", ())
    return "USA" not in left_out and any("place:USA" in m.candidates for m in question.mentions)


def _by_partner(question: Question) -> bool:
    """Whether the state's trade is asked for by partner; "as destination" only says which way the goods go."""
    named = [m.candidates for m in question.mentions if "keys:partner" in m.candidates]
    told = any(all(not code.startswith("prepositions:") for code in codes) for codes in named)
    return told and not _are_sold_to(question)


def _sells(question: Question) -> bool:
    """Whether the state is the seller: "states exporting most", "exports of Jalisco", and nobody else is named."""
    if question.asked.measures != ("exports",) or _are_sold_to(question):
        return False
    at = next((i for i, m in enumerate(question.mentions) if _is_state(m.candidates)), None)
    if at is None:
        return False  # the state was spoken of before
    state, around = question.mentions[at], question.mentions[max(at - 1, 0) : at + 2]
    owned = at > 0 and "prepositions:of" in question.mentions[at - 1].candidates
    return owned or any("verbs:sell" in m.candidates and _beside(question.text, m, state) for m in around)


def _sells_too(question: Question) -> bool:
    """Whether the state that was spoken of is the seller: "and how much did it sell there?", "its exports?"."""
    spoken = "filters" in question.carried and not (_are_sold_to(question) or _points_at_figure(question))
    points = "dialogue:that" in question.about
    flows = [m.candidates for m in question.mentions if "verbs:sell" in m.candidates]
    return spoken and any(points or "measures:exports" not in codes for codes in flows)


def _points_at_figure(question: Question) -> bool:
    """Whether a pronoun stands for the figure that was told: "how much of that moved by rail?"."""
    pairs = pairwise(question.mentions)
    return any("operations:share" in one.candidates and "dialogue:that" in other.candidates for one, other in pairs)


def _sold_before(question: Question) -> bool:
    """Whether a state alone is named after what such states sell was asked for in vain: "and Nuevo León?"."""
    before = question.previous
    vain = before is not None and question.previous_table is None and before.filters.get("region") == ABROAD
    return vain and "measures" in question.carried and not _are_sold_to(question)


def _beside(text: str, one: Mention, other: Mention) -> bool:
    """Whether two mentions stand side by side: "Jalisco exports", "exporta Jalisco"."""
    first, last = sorted((one, other), key=lambda mention: mention.start)
    return text[first.end : last.start].strip() in ("", "'s", "'")


def _is_state(candidates: tuple[str, ...]) -> bool:
    return any(code.removeprefix("region:").startswith(ABROAD) or code == "keys:region_mx" for code in candidates)
