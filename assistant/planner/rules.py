"""The embedded planner: accounts for the words, composes calls from the slots, asks the other tables, then is done."""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.aside.doubts import DOUBT, MIXED
from assistant.lexicon.aside.messages import AFTER, BARE
from assistant.lexicon.question import Question, Slots
from assistant.lexicon.topics.in_words import asks_in_words
from assistant.lexicon.who.state_ends import ABROAD
from assistant.planner.account import (
    courtesy,
    is_about_data,
    is_about_fiscal_year,
    is_about_revisions,
    is_figure,
    is_talk,
    refused,
    unaccounted,
)
from assistant.planner.among_loaded import partly, unshared
from assistant.planner.bigger_first import bigger_first, of_two
from assistant.planner.both_ways import both_ways
from assistant.planner.elsewhere import elsewhere
from assistant.planner.explaining import explaining
from assistant.planner.fitting import unanswerable
from assistant.planner.fragments import america, floating, fragment, unspoken
from assistant.planner.freight import uncharged
from assistant.planner.goods_beside import goods_beside
from assistant.planner.grammar import plan
from assistant.planner.indices import is_placed_index, uncomputed
from assistant.planner.known import looked_up
from assistant.planner.mexican_states import unloaded
from assistant.planner.opinions import opinions, restated
from assistant.planner.realised import unrealised
from assistant.planner.tariffs import is_note
from assistant.types import BESIDE, EARLIER, OTHER, Call, Evidence, Gap

_CHOICES = frozenset({DOUBT, MIXED})
_PHYSICAL = ("weight", "unit_value")


class RulesPlanner:
    """Plans without a model."""

    def next(self, question: Question, evidence: Evidence) -> tuple[Call, ...] | Gap:
        """The next calls, () when the evidence answers the question, or why it cannot be planned."""
        calls = explaining(question, evidence)
        if evidence.calls:
            return self._more(question, evidence) if calls is None else calls
        return refused(question) or calls or (self._bare(question) if BARE in question.about else self._first(question))

    @staticmethod
    def _more(question: Question, evidence: Evidence) -> tuple[Call, ...]:
        if calls := _wider(question, evidence) or elsewhere(question.slots, evidence) or _longer(question, evidence):
            return calls
        if calls := partly(question.slots, evidence) or unshared(question, evidence):
            return calls
        if calls := both_ways(question, evidence):
            return calls
        if evidence.problems or evidence.passages or evidence.listings:
            return ()
        if any(OTHER in c.id or EARLIER in c.id or c.id.startswith(BESIDE) for c in evidence.calls):
            return ()
        further = (*opinions(question, _planned(question), evidence), *restated(question, evidence))
        return (*further, *goods_beside(question.slots, evidence))

    def _bare(self, question: Question) -> tuple[Call, ...] | Gap:
        """The plan of a question without words of its own from what was before; no note and no table answers it."""
        of_notes = is_about_data(question) or _is_for_notes(question)
        found = () if of_notes or not is_figure(question) else self._first(question)
        nothing = not found or isinstance(found, Gap) and found.status == "declined"
        if nothing and AFTER in question.about:
            why = "explain:why" in question.about
            return Gap("declined", "not_computable", "reason") if why else Gap("declined", "unclear", "untold")
        return Gap("declined", "unclear", "bare") if nothing else found

    def _first(self, question: Question) -> tuple[Call, ...] | Gap:
        if question.agreements:
            return (Call("c1", "agreements", question.agreements),)
        gap = uncomputed(question) or unloaded(question) or america(question) or unanswerable(question)
        gap = gap or unspoken(question)
        if gap := gap or uncharged(question):
            return gap
        if is_about_data(question):
            return (Call("c1", "availability", _availability(question)),)
        if _is_for_notes(question):
            return looked_up(question)
        if gap := unaccounted(question):
            return gap
        if is_about_revisions(question):
            return looked_up(question)
        if is_figure(question) or is_placed_index(question):
            calls = () if question.gap else _planned(question)
            return question.gap or floating(question) or _whole(replace(question, slots=of_two(question)), calls)
        if question.asked.measures or question.asked.places:
            return Gap("clarify", "unclear", "what")
        if question.asked.demands:  # "how often are figures revised": a word of the basis, and no figure asked for
            return looked_up(question)
        return fragment(question) or Gap("declined", "unclear", courtesy(question))


def _planned(question: Question) -> tuple[Call, ...]:
    """The plan of a figure; other tables are asked for the same one."""
    return bigger_first(question, plan(of_two(question)))


def _wider(question: Question, evidence: Evidence) -> tuple[Call, ...]:
    """The plan once more for whole chapters, where an everyday product is not held at its own level."""
    products = question.slots.filters.get("product", ())
    written = any(c.isdigit() for m in question.mentions if m.kind == "product" for c in m.text)
    missed = {problem.cause for problem in evidence.problems.values()} & {"code", "period", "population", "level"}
    short = _is_short(question.slots, evidence)
    missed |= {"period"} if short else set()
    tried = evidence.main is not None and not short or any(call.id.startswith("w") for call in evidence.calls)
    chapters = tuple(dict.fromkeys(map(_chapters, products)))
    physical = any(name.endswith(_PHYSICAL) for name in question.slots.measures[:1])
    apart = "share" in question.slots.operations or physical
    told_apart = "compare" in question.slots.operations and len(chapters) < len(products)
    limited = question.slots.condition is not None
    # a chapter's share or weight says nothing of its goods, nor whether they pass a limit; and two goods of one chapter
    # cannot be compared by it
    apart &= not _told_of_chapters(question)
    if written or not missed or tried or apart or told_apart or limited or chapters == products:
        return ()
    slots = _by_year(question.slots) if any(call.id.startswith("y") for call in evidence.calls) else question.slots
    return plan(replace(slots, filters={**slots.filters, "product": chapters}), prefix="w")


def _told_of_chapters(question: Question) -> bool:
    """Whether the earlier answer was of the chapters of the same goods, and said so: "by rail?" is of them too."""
    previous = question.previous.filters.get("product") if question.previous else ()
    same = bool(previous) and previous == question.slots.filters.get("product")
    return same and any(call.id.startswith("w") for call in question.earlier)


def _is_short(slots: Slots, evidence: Evidence) -> bool:
    """Whether a course over time was asked for and the table of the goods holds one time: 2024 alone is no trend."""
    main, periods = evidence.main, slots.periods
    single = "series" in slots.operations and len(periods) == 1 and main is not None and len(main.rows) == 1
    return single and (periods == ("ever",) or periods[0].startswith("last:") or periods[0].endswith("/"))


def _longer(question: Question, evidence: Evidence) -> tuple[Call, ...]:
    """The plan once more by year, where nobody asked for months and the trade is published by year only."""
    causes = {problem.cause for problem in evidence.problems.values()}
    timed = {"month", "quarter"} & {*question.asked.keys, *question.slots.keys}
    tried = evidence.frames or any(call.id.startswith("y") for call in evidence.calls)
    if "frequency" not in causes or timed or tried:
        return ()
    return plan(_by_year(question.slots), prefix="y")


def _by_year(slots: Slots) -> Slots:
    return replace(slots, keys=(*slots.keys, "year"))


def _chapters(product: str) -> str:
    return ";".join(dict.fromkeys(code[:2] for code in product.split(";")))


def _whole(question: Question, calls: tuple[Call, ...]) -> tuple[Call, ...] | Gap:
    """The calls if they do all that was said, else a decline that names what they leave out."""
    if missing := unrealised(question, calls):
        return Gap("declined", "unclear", "not_realised", (("what", ", ".join(missing)),))
    return calls


def _is_for_notes(question: Question) -> bool:
    """Whether words answer it, and no figure."""
    spoken = is_talk(question) or asks_in_words(question)
    return spoken or is_note(question) or is_about_fiscal_year(question) or _is_choice(question) or _is_unread(question)


def _is_choice(question: Question) -> bool:
    """Whether it is asked which figures to take, or if two make one: "which should I use for a ten-year series"."""
    told = question.asked.measures and "measures" not in question.carried
    return bool(_CHOICES & question.about) and not told


def _is_unread(question: Question) -> bool:
    """Whether a word is unknown and no measure or period was said: with those it spoils a figure, and asks no note.

    "Is it higher than before?" is held against something that was not said.
    """
    slots = question.asked
    unsaid = slots.operations & {"exceed", "trail"} and not slots.places
    return bool(question.unknown) and not (slots.measures or slots.periods or unsaid)


def _availability(question: Question) -> dict[str, object]:
    slots = question.slots
    dimension = next((key for key in (*slots.keys, *slots.filters) if key not in ("month", "quarter", "year")), None)
    frequency = "M" if "month" in slots.keys else None
    args = {"frequency": frequency, "places": list(slots.places), "dimension": dimension, "source": slots.source}
    args["region"] = next((code[:3] for code in slots.filters.get("region", ()) if code.startswith(ABROAD)), None)
    return {key: value for key, value in args.items() if value}
