"""A second figure asked beside the first: duty "and what rate that is", "the duty on them", "value and weight"."""

from __future__ import annotations

import re
from itertools import pairwise

from assistant.languages.language import Language
from assistant.lexicon.linked import Linked
from assistant.lexicon.question import Codes
from assistant.lexicon.tokens import fold
from assistant.lexicon.tokens import words as tokenised
from assistant.lexicon.words.wordings import apart, in_order
from assistant.types import Mention

_DUTY, _RATE, _AND = "measures:duty", "measures:effective_duty", "dialogue:and"
_FLOWS = ("exports", "imports")
_VERBS = frozenset({"verbs:sell", "verbs:buy"})
_LISTED = frozenset({_DUTY, "measures:weight", "measures:unit_value"})
"""What may be asked for beside the value of the same trade."""


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
    if listed := _joined_to_value(linked, found):
        return listed
    if found == ("duty",):
        return ("imports", "duty") if _has_both(linked) else found
    if found == ("duty", "imports"):
        return "imports", "duty"
    flow_name, _, kind = found[0].partition("_") if len(found) == 1 else ("", "", "")
    valued = kind == "weight" and linked.language.said(fold(linked.text), "beside", "value") is not None
    return (f"{flow_name}s", *found) if valued else found


def _joined_to_value(linked: Linked, found: Codes) -> Codes:
    """The value and what stands in a list with it: "value, weight and duty", "in dollars and in kilos"; else ()."""
    flow, _, kind = found[0].partition("_") if len(found) == 1 else ("", "", "")
    if found in (("weight",), ("unit_value",)):
        flow, kind = _way(linked), found[0]
    flow = "import" if found == ("duty",) else flow
    if flow not in ("import", "export") or kind not in ("", "weight", "unit_value") or found[0] in _FLOWS:
        return ()
    text = fold(linked.text)
    listed = [m for m in linked.mentions if _LISTED & {*m.candidates}]
    spans = [m.span() for m in re.finditer(rf"(?<!\w){linked.language.any_of('beside', 'money')}(?!\w)", text)]
    stops = sorted({*spans, *((m.start, m.end) for m in listed)})
    joins, links = (linked.language.forms("beside", name) for name in ("joins", "links"))
    gaps = [{t.word for t in tokenised(text[a[1] : b[0]])} for a, b in pairwise(stops)]
    marks = ["," in text[a[1] : b[0]] for a, b in pairwise(stops)]
    whole = all(gap <= joins | links and (gap & joins or mark) for gap, mark in zip(gaps, marks, strict=True))
    if not (spans and listed and whole and any(gap & joins for gap in gaps)):
        return ()
    codes = [c.removeprefix("measures:") for m in listed for c in m.candidates if c in _LISTED]
    return tuple(dict.fromkeys([f"{flow}s", *(c if c == "duty" else f"{flow}_{c}" for c in codes)]))


def _way(linked: Linked) -> str:
    """The flow that the prepositions before places give, as our country sees it; "" where they give none."""
    pairs = [(one, place) for one, place in pairwise(linked.mentions) if place.kind in ("place", "home")]
    led = {(c, place.candidates[0] in (f"place:{linked.home}",)) for one, place in pairs for c in one.candidates}
    comes = {("prepositions:from", False), ("prepositions:to", True)} & led
    goes = {("prepositions:to", False), ("prepositions:from", True)} & led
    return "" if comes and goes else "import" if comes else "export" if goes else ""


def _has_both(linked: Linked) -> bool:
    """Whether the imports themselves are asked for beside their duty: "and the duty on them", "value and duty of"."""
    flow, told = next((m for m in linked.mentions if _is_flow(m)), None), fold(linked.text)
    if flow is None:
        return False
    led = next((m for m in linked.mentions if m.start > flow.end and _is_led(linked, m)), None)
    if led is None:
        return linked.language.said(told, "beside", "value_and_duty") is not None
    valued = linked.language.said(told[: led.start], "beside", "worth") is not None
    on_them = linked.language.said(told, "beside", "on_them") is not None
    return on_them or valued or linked.language.said(told, "beside", "value_and_duty") is not None


def _is_flow(mention: Mention) -> bool:
    return any(f"measures:{flow}" in mention.candidates for flow in _FLOWS) or bool(_VERBS & {*mention.candidates})


def _is_led(linked: Linked, mention: Mention) -> bool:
    """Whether it is a duty that "and" leads: "and the duty on them", "and at what duty"."""
    joins = [m for m in linked.mentions if _AND in m.candidates and m.end <= mention.start]
    gap = {t.word for t in tokenised(linked.text[joins[-1].end : mention.start])} if joins else {""}
    return _DUTY in mention.candidates and gap <= linked.language.forms("beside", "links")


__all__ = ["rate_beside", "two_figures"]
