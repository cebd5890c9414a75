"""Trade of Mexican states: only what the United States sells to them is loaded."""

from __future__ import annotations

from assistant.lexicon.question import Question
from assistant.types import Gap

_STATE = "MX-"


def unloaded(question: Question) -> Gap | None:
    """The decline of what a Mexican state exports, or of its trade by partner; None for US exports to a state."""
    slots = question.asked
    states = [code for code in slots.filters.get("region", ()) if code.startswith(_STATE)]
    if not states:
        return None
    if "partner" in slots.keys or _sells(question):
        return Gap("declined", "no_data", "mexican_states")
    return None


def _sells(question: Question) -> bool:
    """Whether the state is the seller: "states exporting most", "exports of Jalisco", and nobody else is named."""
    if question.asked.reporter or question.asked.measures != ("exports",):
        return False
    if set(question.asked.destination) - {"USA"}:
        return False
    at = next((i for i, m in enumerate(question.mentions) if _is_state(m.candidates)), 0)
    before, after = question.mentions[:at], question.mentions[at + 1 : at + 2]
    owned = bool(before) and "prepositions:of" in before[-1].candidates
    beside = question.text[question.mentions[at].end : after[0].start].strip() in ("", "'s", "'") if after else False
    return owned or beside and "verbs:sell" in after[0].candidates


def _is_state(candidates: tuple[str, ...]) -> bool:
    return any(code.startswith(f"region:{_STATE}") or code == "keys:region_mx" for code in candidates)
