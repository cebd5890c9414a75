"""What a follow-up names as a whole, the earlier figure being the part: "as a share of all US exports to Mexico?"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from assistant.dialogue.heard.saying import opens
from assistant.dialogue.turns import Dialogue
from assistant.languages.language import load
from assistant.lexicon.question import Codes, Question, Slots
from assistant.lexicon.tokens import phrase
from assistant.periods import TIMES
from assistant.store.selection import WORLD
from assistant.types import Gap, Mention

_SAID = frozenset({"polar", "in_percent"})
_SUMMED = frozenset({"sum", "per_key"})
"""What leaves one figure; Spanish says "por" of a port or a mode as it says "by" of each."""
_SHARED = frozenset({"share", "in_percent"})
_SPOTS = frozenset({"port", "region"})
_RANKS = frozenset({"top", "bottom"})
_NARROWING = frozenset({"mode", "product", "port"})
"""What narrows the goods themselves; a state is whose trade it is."""
_BROKEN_DOWN = frozenset({"per_key", "series", "table"})
_THING = (
    *("measures:", "verbs:", "place:", "home:", "product:", "modes:", "region:", "port:", "period:"),
    "operations:share",
)


def share_of_whole(question: Question, dialogue: Dialogue) -> Slots | None:
    """The last question's figure as a share of the one that is named behind the word for share; None for any other.

    Nothing stands before that word which could be the part, and the whole is the earlier trade with a filter less, or
    with all partners.
    """
    last = dialogue.last.slots if dialogue.last is not None and dialogue.last.answered else None
    new, told = question.slots, "dialogue:that" in question.about  # "what share of Texas' exports is that?"
    if last is None or last.operations - _SUMMED or last.keys or not (told or _opens(question)):
        return None
    if new.operations - _SAID != {"share"}:
        return None
    said = new.keys or new.without or new.condition or new.ordinal or new.within or question.unknown
    owned = not (new.measures or new.filters) and bool(new.places) and {*new.places} <= {*last.reporter}
    if owned:  # "what part of the US total is that?"
        new = replace(new.without_sides(), partner=last.partner if last.filters else ())
    again = {*new.places} <= {*last.reporter} or not new.places  # "of the state's total"
    named = new.measures == last.measures or owned or not new.measures and new.filters and again
    same = named and new.periods in ((), last.periods) and set(new.reporter) <= {*last.reporter}
    if said or not same or len(last.partner) != 1 and "sum" not in last.operations:
        return None
    if _is_within(last.filters, new.filters):  # pharmaceuticals, told of their chapter
        new = replace(new, filters=last.filters)
    if new.partner in ((), (WORLD,)) and last.partner != (WORLD,) and new.filters == last.filters:
        if new.filters and not (new.measures or told or opens(question, "as_part")):
            # "what percent of the total is rail?": the part again
            return replace(last, operations=frozenset({"share"}), part=new.part or next(iter(new.filters)))
        return replace(last, operations=last.operations | {"share"}, partner_share=bool(last.filters))
    if new.partner not in ((), last.partner):
        return None
    parts = [name for name in ("product", "mode", "region", "port") if name in {*last.filters} - {*new.filters}]
    kept = all(last.filters.get(name) == codes for name, codes in new.filters.items())
    return replace(last, operations=last.operations | {"share"}, part=" ".join(parts)) if kept and parts else None


def _is_within(part: Mapping[str, Codes], whole: Mapping[str, Codes]) -> bool:
    """Whether both narrow the same dimensions, and each code of the whole is one of the part's: "30" of 3004 and 30."""
    return bool(whole) and part.keys() == whole.keys() and all({*whole[name]} <= {*part[name]} for name in whole)


def widened(question: Question, last: Slots) -> Slots:
    """The earlier slots without what narrowed the goods, where a flow is named whole: "and total exports?"."""
    if last.operations & _RANKS and 1 < len(last.partner) < (question.slots.number or 0) and not last.keys:
        return replace(last, partner=(), keys=("partner",))  # "the top 5" after the larger one of two
    if _is_of_all(question, last):
        return replace(last, partner=(WORLD,), operations=frozenset(), whole=(), partner_share=False)
    new, ranked = question.slots, last.operations & _RANKS and last.keys
    shared = {*last.keys} - TIMES and not last.operations - _BROKEN_DOWN
    if shared and not (new.filters or new.keys or new.operations) and _is_whole(question, last):
        # after exports by mode, "total exports there"
        return replace(last, keys=(), operations=frozenset(), number=None, level=None, sections=False)
    narrowed = {*last.filters, *last.without} & _NARROWING or ranked
    several = any(len(codes) > 1 for codes in last.filters.values())  # "trucks against rail" is asked of the whole too
    other = new.measures == ("total",) and last.measures != ("total",)  # "total trade" is another measure, as of rail
    if new.filters or new.keys or new.operations or several or not (narrowed and _is_whole(question, last)):
        return last
    if other and not (ranked or new.places):
        return last
    if _SPOTS & {*last.filters} and _points(question):
        return last
    kept = {name: codes for name, codes in last.filters.items() if name not in _NARROWING}
    without = {name: codes for name, codes in last.without.items() if name not in _NARROWING}
    plain = replace(last, operations=last.operations - {"share", *_RANKS}, part="", partner_share=False, siblings=())
    return replace(plain, filters=kept, without=without, keys=(), number=None, level=None, sections=False)


def _points(question: Question) -> bool:
    """Whether a pronoun stands for what was spoken of: "its total trade" after a port; "that year" does not."""
    pointing = [m.candidates for m in question.mentions if "dialogue:that" in m.candidates]
    return any("dialogue:that_time" not in codes for codes in pointing)


def _is_of_all(question: Question, last: Slots) -> bool:
    """Whether the same flow of its owner is named whole, after that with one partner: "the overall US deficit"."""
    new, plain = question.slots, not (last.operations - _SHARED or last.filters or last.keys)
    said = new.filters or new.keys or new.operations or new.partner or new.without
    owned = len(last.partner) == 1 and bool(new.places) and set(new.places) <= {*last.reporter}
    return plain and owned and not said and new.measures == last.measures and _is_whole(question, last)


def _is_whole(question: Question, last: Slots) -> bool:
    """Whether a word for all of it stands close before or behind a flow that is named: "total US exports".

    After a share, "of total trade" is what the same part is a share of.
    """
    words = load(question.language).forms("lists", "whole_flow")
    for mention in question.mentions:
        if any(code.startswith("measures:") for code in mention.candidates):
            around = (question.text[: mention.start], mention.text, question.text[mention.end :])
            before, said, behind = map(phrase, around)
            parted = "share" in last.operations and _of(question) & {*before}
            if words & {*before[-2:], *said, *behind[:2]} and not parted:
                return True
    return False


def told_as_part(question: Question) -> bool:
    """Whether what was told is the part, and what is named the whole: "as a share of …", "¿qué porcentaje es de …?"."""
    share = next((m for m in question.mentions if "operations:share" in m.candidates), None)
    pointed = "dialogue:that" in question.about or opens(question, "as_part")
    return pointed or share is not None and _amounts(question, share)


def names_whole(question: Question) -> bool:
    """Whether what is named stands behind "share of" as the whole: not "what share of that is exports?"."""
    share = next((m for m in question.mentions if "operations:share" in m.candidates), None)
    if share is None:
        return False
    behind = [m for m in question.mentions if m.start >= share.end and "prepositions:of" not in m.candidates]
    led = _of(question) & {*phrase(share.text)[-1:], *phrase(question.text[share.end :])[:1]}
    return bool(led and behind) and "dialogue:that" not in behind[0].candidates


def partless(question: Question) -> Gap | None:
    """The question back where a whole is named alone, and nothing says of what it is to be a share."""
    alone = opens(question, "as_part") and _opens(question) and "share" in question.slots.operations
    return Gap("clarify", "unclear", "what") if alone else None


def _opens(question: Question) -> bool:
    """Whether the word for share stands before all that is named."""
    named = [m for m in question.mentions if any(code.startswith(_THING) for code in m.candidates)]
    if not named or "operations:share" not in named[0].candidates:
        return False
    if any("dialogue:all_region" in mention.candidates for mention in question.mentions):
        return True  # "what share of what the whole country sells"
    said, behind = named[0].text.split(), phrase(question.text[named[0].end :])[:1]
    return (
        len(said) > 1
        and bool(_of(question) & {*said[1:]})
        or {*behind} <= _of(question)
        or _amounts(question, named[0])
    )


def _amounts(question: Question, share: Mention) -> bool:
    """Whether the part goes without saying, only that it amounts to something: "¿qué parte es de lo que se vende?"."""
    told, words = phrase(question.text[share.start :]), load(question.language).forms("held", "amounts_to")
    at = next((index for index, word in enumerate(told) if word in _of(question)), 0)
    return bool(question.slots.measures) and bool(words & {*told[:at][-1:], *told[-1:]})


def _of(question: Question) -> frozenset[str]:
    """The words for "of" in the question's language."""
    return load(question.language).forms("prepositions", "of")


__all__ = ["names_whole", "partless", "share_of_whole", "told_as_part", "widened"]
