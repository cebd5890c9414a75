"""A place in a ranking that a thing is said to have: "was Mexico second in US imports?", "is Texas ranked first"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.languages.language import Language
from assistant.lexicon.polar import is_stated
from assistant.lexicon.question import Codes
from assistant.lexicon.tokens import phrase
from assistant.types import Mention

CLAIMED = "standing:claimed"
"""What stands for the place that is said, beside its number and the end that it is counted from."""

_NAMED = frozenset({"place", "region", "port", "modes"})
_HIGH, _LOW = frozenset({"operations:top", "operations:best"}), frozenset({"operations:bottom", "operations:worst"})
_EVER = "period:ever"
_VERB = frozenset({"standing:verb", "prepositions:in", _EVER})
_AMONG = frozenset(f"prepositions:{name}" for name in ("in", "for", "by", "between", "of", "on"))


def with_claimed_place(
    text: str, mentions: Sequence[Mention], unknown: Codes, language: Language
) -> tuple[tuple[Mention, ...], Codes]:
    """The mentions with the place that a yes or no is asked to as a mark of its own, where no kind of thing follows."""
    opened = set(phrase(text)[:1]) & language.forms("polar", "words")
    if not (opened or is_stated(text, mentions, language)):
        return tuple(mentions), unknown
    for at in range(len(mentions) - 1):
        said = next(place for place in range(at + 1, len(mentions)) if not _is_verb(mentions, place))
        codes = _place(mentions[said])
        if codes and _is_said_of(text, mentions, (at, said), language) and _stands_alone(text, mentions, said):
            placed = replace(mentions[said], kind="standing", candidates=(CLAIMED, *codes))
            ever = [m for m in mentions[at + 1 : said] if _EVER in m.candidates]
            return (*mentions[: at + 1], placed, *ever, *mentions[said + 1 :]), unknown
    return tuple(mentions), unknown


def _is_said_of(text: str, mentions: Sequence[Mention], at: tuple[int, int], language: Language) -> bool:
    """Whether one named thing stands before the place, and nothing but a verb of standing between."""
    thing, said = at
    inside = text[mentions[thing].end : mentions[said].start]
    if "standing:of" in mentions[said].candidates or not {*inside}.isdisjoint("?.!;:,"):
        return False
    between = set(phrase(inside))
    ever = {word for m in mentions[thing + 1 : said] if _EVER in m.candidates for word in phrase(m.text)}
    plain = between - ever <= language.forms("lists", "standing", "articles")
    return mentions[thing].kind in _NAMED and plain and not _is_either(mentions, thing)


def _is_either(mentions: Sequence[Mention], at: int) -> bool:
    """Whether it is one of two that are held against each other: "is truck or rail first"."""
    before = mentions[at - 1] if at else None
    return before is not None and "operations:compare" in before.candidates


def _is_verb(mentions: Sequence[Mention], at: int) -> bool:
    """Whether a mention only says that something stands somewhere: "come in", "rank"; never the last one."""
    verb = bool(_VERB & {*mentions[at].candidates}) and not _number(mentions[at])
    return verb and at + 1 < len(mentions)


def _number(mention: Mention) -> str:
    """The place that a mention counts: "2" of "second"."""
    return next((c.partition(":")[2] for c in mention.candidates if c.startswith(("ranks:", "ordinals:"))), "")


def _place(mention: Mention) -> Codes:
    """The place, as a rank and the end that it is counted from; () where a mention says none."""
    codes = {*mention.candidates}
    if _LOW & codes or "searching:last" in codes:
        return ("ranks:1", "operations:bottom")
    number = _number(mention) or ("1" if _HIGH & codes or "searching:first" in codes else "")
    return (f"ranks:{number}", "operations:top") if number.isdigit() else ()


def _stands_alone(text: str, mentions: Sequence[Mention], at: int) -> bool:
    """Whether nothing but what it is a place in follows: "second in US imports", "first", not "the top port"."""
    after = text[mentions[at].end :].strip()
    if at + 1 == len(mentions) or after[:1] in ("?", ".", ""):
        return not phrase(after)
    close = not text[mentions[at].end : mentions[at + 1].start].strip(" ,")
    return close and bool(_AMONG & {*mentions[at + 1].candidates})


__all__ = ["CLAIMED", "with_claimed_place"]
