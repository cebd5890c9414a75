"""A second figure asked beside the first: duty "and what rate that is", "the duty on them", "value and weight"."""

from __future__ import annotations

import re

from assistant.languages.language import Language
from assistant.lexicon.linked import Linked
from assistant.lexicon.question import Codes
from assistant.lexicon.tokens import fold
from assistant.lexicon.words.wordings import apart, in_order
from assistant.types import Mention

_DUTY, _RATE, _AND = "measures:duty", "measures:effective_duty", "dialogue:and"
_FLOWS = ("exports", "imports")


def rate_beside(text: str, mentions: tuple[Mention, ...], language: Language) -> tuple[Mention, ...]:
    """The mentions with the rate that a duty comes to as the measure it is: "duty in dollars and as a rate"."""
    duty = next((m for m in mentions if _DUTY in m.candidates), None)
    if duty is None or any(_RATE in m.candidates for m in mentions):
        return mentions
    rate, of = language.any_of("beside", "rate"), language.any_of("lists", "of")
    cue = re.compile(rf"(?<!\w){rate}(?!\w)(?!\s+{of}(?!\w))").search(fold(text), duty.end)
    joins = [m for m in mentions if cue and _AND in m.candidates and duty.end <= m.start and m.end <= cue.start()]
    if cue is None or not joins:
        return mentions
    named = Mention("measures", *cue.span(), text[cue.start() : cue.end()], (_RATE,))
    return in_order([*apart(mentions, cue.span()), named])


def two_figures(linked: Linked, found: Codes) -> Codes:
    """The measures with the one that is asked beside them: value beside weight, imports beside the duty on them."""
    if found == ("duty",):
        return ("imports", "duty") if _has_both(linked) else found
    flow_name, _, kind = found[0].partition("_") if len(found) == 1 else ("", "", "")
    valued = kind == "weight" and linked.language.said(fold(linked.text), "beside", "value") is not None
    return (f"{flow_name}s", *found) if valued else found


def _has_both(linked: Linked) -> bool:
    """Whether the imports themselves are asked for beside their duty: "and the duty on them", "value and duty of"."""
    flow, told = next((m for m in linked.mentions if _is_flow(m)), None), fold(linked.text)
    if flow is None:
        return False
    led = any(_is_led(linked, m) for m in linked.mentions if m.start > flow.end)
    valued = linked.language.said(told[: flow.start], "beside", "worth") is not None
    on_them = linked.language.said(told, "beside", "on_them") is not None
    return led and (on_them or valued) or linked.language.said(told, "beside", "value_and_duty") is not None


def _is_flow(mention: Mention) -> bool:
    return any(f"measures:{flow}" in mention.candidates for flow in _FLOWS)


def _is_led(linked: Linked, mention: Mention) -> bool:
    """Whether it is a duty that "and" leads: "and the duty on them"."""
    joins = [m for m in linked.mentions if _AND in m.candidates and m.end <= mention.start]
    articles = linked.language.any_of("lists", "articles")
    gap = fold(linked.text[joins[-1].end : mention.start]) if joins else "-"
    return _DUTY in mention.candidates and re.fullmatch(rf"\s*(?:{articles}\s*)?", gap) is not None


__all__ = ["rate_beside", "two_figures"]
