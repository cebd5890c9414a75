"""Who "we" are among those who face a tariff: "¿Vietnam paga más que nosotros?" is of the country of the speakers."""

from __future__ import annotations

from dataclasses import replace

from assistant.languages.language import load
from assistant.lexicon.question import Question
from assistant.planner.tariff_times import says

_HOME, _PLACE = "home:home", "place:"
_FACED = frozenset({"compare", "exceed", "trail", "difference", "top", "bottom"})


def speaking(question: Question, levier: str) -> Question:
    """The question with the country of the speakers as one of those who are charged, where "we" stands beside them."""
    section = load(question.language).section("home")
    speakers, plain = str(section.get("speakers", "")), section.get("plain", ())
    ours = [m for m in question.mentions if _HOME in m.candidates and m.text not in plain]
    named = [c.removeprefix(_PLACE) for m in question.mentions for c in m.candidates if c.startswith(_PLACE)]
    if not speakers or not ours or {levier, speakers} & {*named} or says(question, "we_charge"):
        return question
    held = question.slots.operations & _FACED
    before = question.slots.partner if "partner" in question.carried and held else ()
    partner = tuple(dict.fromkeys((*named, *before, speakers)))
    slots = replace(question.slots, reporter=(levier,), partner=partner, places=partner, destination=(), origin=())
    return replace(question, slots=slots, assumed=tuple(name for name in question.assumed if name != "partner"))


def judged(question: Question) -> Question:
    """The question with whoever is worse off as the one who faces more, and better off as the one who faces less.

    When a rate was highest is asked as the highest of its times is.
    """
    told = {c for m in question.mentions for c in m.candidates}
    if "when_peak" in question.slots.operations:
        ends = question.slots.operations & {"top", "bottom"} or {"top"}
        kept = question.slots.operations - {"when_peak", "peak", "compare"}
        return replace(question, slots=replace(question.slots, operations=frozenset({*kept, *ends})))
    turned = {("worst", "bottom"): "top", ("best", "top"): "bottom"}
    operations = question.slots.operations
    for (said, read), meant in turned.items():
        if f"operations:{said}" in told and read in operations:
            return replace(question, slots=replace(question.slots, operations=operations - {read} | {meant}))
    return question


__all__ = ["judged", "speaking"]
