"""Words beside a mode of transport: verbs that name one ("by ship"), the way that goods take ("down the pipeline")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.languages.language import Language
from assistant.lexicon.linked import Linked
from assistant.lexicon.tokens import fold, phrase
from assistant.types import Mention

_SPLIT, _VIA = "operations:per_key", "prepositions:via"
_PORTS = ("port:", "keys:port")


def names_mode(linked: Linked, mention: Mention) -> bool:
    """Whether a mention that may be a verb ("ship", "post") stands after "by" or the like, or in a list of modes.

    What can only be a mode, or is of another dimension, is what it is.
    """
    if not any(c.startswith(("verbs:", "measures:")) for c in mention.candidates) or _is_listed(linked, mention):
        return True
    before = linked.text[: mention.start].lower().split()
    return bool(before) and before[-1] in ("by", "via", "on", "por", "en")


def along(text: str, mentions: Sequence[Mention], language: Language) -> tuple[Mention, ...]:
    """The mentions without moves that are a way goods take ("went down the pipeline"), and what carries as a mode."""
    mentions = _by_port(text, mentions, language)
    gone = list(_along(fold(text), mentions, language))
    kept = _by_way(text, [mention for mention in mentions if mention not in gone], language)
    carriers = {at for at in range(len(kept)) if _carries(text, kept, at, language)}
    return tuple(replace(m, candidates=_modes(m)) if at in carriers else m for at, m in enumerate(kept))


def _by_port(text: str, mentions: Sequence[Mention], language: Language) -> Sequence[Mention]:
    """The mentions with what leads to the one port that is named as where goods pass: "por Laredo" tells none apart."""
    named, articles = [m for m in mentions if m.candidates[0].startswith(_PORTS)], language.forms("lists", "articles")
    if len(named) != 1 or len(named[0].candidates) != 1 or named[0].kind != "port":
        return mentions
    led = [
        m
        for m in mentions
        if {_SPLIT, _VIA} <= {*m.candidates} and {*fold(text[m.end : named[0].start]).split()} <= articles
    ]
    passing = {m for m in led if m.end <= named[0].start}
    return [replace(m, kind="prepositions", candidates=(_VIA,)) if m in passing else m for m in mentions]


def _by_way(text: str, mentions: Sequence[Mention], language: Language) -> list[Mention]:
    """The mentions with what goes over a port as passing it, which is no limit: "trade going over the Texas ports"."""
    ways, articles = language.forms("prepositions", "via"), language.forms("lists", "articles")
    read = list(mentions)
    for at, (limit, passed) in enumerate(zip(mentions, mentions[1:], strict=False)):
        tested = "tests:above" in limit.candidates and limit.text.split()[-1] in ways
        port = any(c.startswith(_PORTS) for m in mentions[at + 1 : at + 3] for c in m.candidates)
        if (
            tested
            and port
            and passed.kind != "quantity"
            and set(text[limit.end : passed.start].lower().split()) <= articles
        ):
            read[at] = replace(limit, kind="prepositions", candidates=(_VIA,))
    return read


def _carries(text: str, mentions: Sequence[Mention], at: int, language: Language) -> bool:
    """Whether what may be a verb is what carries the goods: "did ships bring in more than trains did".

    As a verb it stands right behind who sells, and no other verb right behind it.
    """
    mention = mentions[at]
    if mention.text not in language.forms("lists", "carriers") or not _is_mode(mention):
        return False
    before = phrase(text[: mention.start])[-1:]
    asked = language.forms("lists", "auxiliary") | language.forms("comparatives", "than")
    return bool(set(before) & asked) or any("verbs:buy" in m.candidates for m in mentions[at + 1 : at + 2])


def _modes(mention: Mention) -> tuple[str, ...]:
    return tuple(code for code in mention.candidates if code.startswith("modes:"))


def _along(plain: str, mentions: Sequence[Mention], language: Language) -> Iterator[Mention]:
    ways, articles = language.forms("moves", "ways"), language.forms("lists", "articles")
    what = re.compile(rf"(?<!\w){language.any_of('moves', 'what')}\s+$") if ways else None
    for move, mode, after in zip(mentions, mentions[1:], (*mentions[2:], None), strict=False):
        if "operations:growth" not in move.candidates or not _is_mode(mode) or move.text.split()[-1] not in ways:
            continue
        between = plain[move.end : mode.start].split()
        ended = after is not None and bool({"prepositions:to", "prepositions:from"} & {*after.candidates})
        if set(between) <= articles and (between or ended and what and what.search(plain[: move.start])):
            yield move
    yield from _to_places(mentions, ways)


def _to_places(mentions: Sequence[Mention], ways: frozenset[str]) -> Iterator[Mention]:
    """The moves that take goods to a place, where no flow is named that rises: "how much went up to Canada"."""
    if any(c.startswith("measures:") for m in mentions for c in m.candidates):
        return
    for move, led, place in zip(mentions, mentions[1:], mentions[2:], strict=False):
        moved = "operations:growth" in move.candidates and move.text.split()[-1] in ways
        ended = bool({"prepositions:to", "prepositions:from"} & {*led.candidates})
        if moved and ended and place.candidates[0].startswith(("place:", "region:")):
            yield move


def _is_listed(linked: Linked, mention: Mention) -> bool:
    """Whether a comma or a word such as "and" or "versus" alone parts it from a mode beside it."""
    if not _is_mode(mention):
        return False
    modes = [m for m in linked.mentions if _is_mode(m)]
    place = modes.index(mention)
    beside = [modes[place - 1 : place + 1]] * bool(place) + [modes[place : place + 2]]
    words = (*linked.language.forms("lists", "and_or"), *linked.language.forms("contrast", "links"))
    joins = {",", "/", "&", "+", *(word for form in words for word in form.split())}
    return any(len(pair) == 2 and _is_joined(linked.text, pair, joins) for pair in beside)


def _is_joined(text: str, pair: Sequence[Mention], joins: set[str]) -> bool:
    said = fold(text[pair[0].end : pair[1].start]).replace(",", " , ").replace(".", " ").split()
    return bool(said) and set(said) <= joins


def _is_mode(mention: Mention) -> bool:
    return any(c.startswith("modes:") for c in mention.candidates)


__all__ = ["along", "names_mode"]
