"""What a message puts right in itself, in the place of what it takes back: "exports, sorry, I mean imports"."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.languages.language import Language
from assistant.lexicon.aside.leads import Link
from assistant.lexicon.tokens import fold, phrase
from assistant.types import Mention

_KINDS = {name: name for name in ("place", "region", "port", "modes", "product", "period", "keys", "operations")}
_KINDS |= {"measures": "measures", "verbs": "measures", "group": "place"}
_SIDES = {"measures:exports": "sell", "verbs:sell": "sell", "measures:imports": "buy", "verbs:buy": "buy"}
_COMPARES = "operations:compare"
"""What leads to another thing, and takes none back: "I mean the change versus March"."""
_WHOLE = frozenset({"measures", "place", "period"})
_MOST = 3
"""More things than these are not put right in one message."""


def put_right(text: str, language: Language, link: Link) -> str:
    """The message with what it says instead where it takes something back; as it is where none of that kind is said."""
    strong, weak = (language.any_of("put_right", name) for name in ("cues", "weak"))
    cue = rf"(?:{strong}(?!\w)[\s,;:.–—-]*)+|(?:{weak}[,;:.–—-]+\s+)+(?:{strong}(?!\w)[\s,;:–—-]*)*"
    cues = re.compile(rf"(?<=\S)(?:\s*[,;.?!…()–—-]+\s*(?:{weak}\s+)?(?:{cue})|\s+(?:{strong}(?!\w)[\s,;:–—-]*)+)")
    for _ in range(_MOST):
        found = cues.search(fold(text)) if language.section("put_right") else None
        if found is None:
            return text
        said, meant = text[: found.start()], text[found.end() :]
        anew = _is_told_anew(found[0], said, meant, link)
        mended = meant if anew else _mended(said, meant, language, link)
        if mended is None:
            return text
        text = mended
    return text


def _is_told_anew(cue: str, said: str, meant: str, link: Link) -> bool:
    """Whether a whole sentence says what is meant: "How dependent …? I mean fuels over all imports from Canada"."""
    told = link(meant)[1] if cue.lstrip().startswith(("?", ".", "!")) else ()
    leans = any(code.startswith("dialogue:") for m in told for code in m.candidates)  # "I mean its share of …"
    if leans or not {_kind(m) for m in told} >= _WHOLE:
        return False
    return {_kind(m) for m in link(said)[1]} >= {"measures", "place"}  # not "doubled since 2009? I mean imports …"


def _mended(said: str, meant: str, language: Language, link: Link) -> str | None:
    """What was said with what is meant in its place; None where the two have nothing of a kind."""
    said, old, _ = link(said)
    if any(c.startswith("exclusion:") for m in old for c in m.candidates):
        return None  # "not exports, sorry, imports"
    done = False
    for _ in range(_MOST):
        meant, new, _ = link(meant)
        first = _number(meant, new, old) or next((m for m in new if _kind(m)), None)
        found = first and _taken_back(first, meant, said, old, language)
        adds = language.said(fold(meant), "put_right", "adds")
        if first is None or found is None or adds or _is_owner(first, new) or _COMPARES in first.candidates:
            break
        said, meant = _replaced(said, found, meant, first, old, language), meant[first.end :]
        meant, done = _without_again(said, meant, language), True
        said, old, _ = link(said)
    return f"{said} {meant.lstrip(' ,;–—').rstrip()}".strip() if done else None


def _is_owner(first: Mention, new: tuple[Mention, ...]) -> bool:
    """Whether what is meant is a place's own: "with the US, sorry, I mean the US deficit with it"."""
    after = next((m for m in new if m.start >= first.end), None)
    return _kind(first) == "place" and after is not None and _kind(after) == "measures" and after.start - first.end < 2


def _number(meant: str, new: tuple[Mention, ...], old: tuple[Mention, ...]) -> Mention | None:
    """A bare code in the place of one that was said: the 87 of "chapter 27, sorry, 87"."""
    coded = any(_kind(m) == "product" and any(map(str.isdigit, m.text)) for m in old)
    found = next((m for m in new[:1] if coded and 1 < len(meant[m.start : m.end]) != 4), None)
    told = found is not None and not _kind(found) and meant[found.start : found.end].isdigit()
    return replace(found, kind="product", candidates=("product:",)) if found and told else None


def _kind(mention: Mention) -> str:
    return _KINDS.get(mention.candidates[0].split(":")[0], "")


def _taken_back(new: Mention, meant: str, said: str, old: tuple[Mention, ...], language: Language) -> Mention | None:
    """The last thing of the kind of what is meant, behind the same word where there is one such."""
    if {*phrase(meant[: new.start])} - language.forms("put_right", "fillers"):
        return None
    alike = [m for m in old if _kind(m) == _kind(new)]
    led = phrase(meant[: new.start])[:1]
    same = [m for m in alike if led and phrase(said[: m.start])[-1:] == led]
    return next(reversed(same or alike), None)


def _replaced(
    said: str, old: Mention, meant: str, new: Mention, before: tuple[Mention, ...], language: Language
) -> str:
    """What was said with the new thing: its number alone in a span, its flow with the other preposition."""
    told = meant[new.start : new.end]
    numbers = [n for n in re.finditer(r"\d+", said) if old.start <= n.start() < old.end]
    if told.isdigit() and numbers:
        return f"{said[: numbers[-1].start()]}{told}{said[numbers[-1].end() :]}"
    year = re.search(r"(?:19|20)\d\d", said[old.start : old.end]) if _kind(new) == "period" else None
    if year and not any(map(str.isdigit, told)):
        told = f"{told} {year[0]}"  # "in January 2024, sorry, February"
    tail = said[old.end :]
    turn = dict(pair.split(" ") for pair in language.section("put_right").get("turn", ()))
    sides = {_SIDES[c] for m in (old, new) for c in m.candidates if c in _SIDES}
    if sides == {"sell", "buy"} and _kind(new) == "measures":
        inner = turn.get(phrase(old.text)[-1], "")
        told = f"{told} {inner}".strip() if inner else told
        ends = [m for m in before if m.start >= old.end and _kind(m) == "place"]
        ledby = [(m, phrase(said[: m.start])[-1]) for m in ends if phrase(said[: m.start])[-1:]]
        for place, word in reversed([(m, w) for m, w in ledby if w in turn]):
            at = fold(said[: place.start]).rfind(word)
            tail = f"{said[old.end : at]}{turn[word]}{tail[at + len(word) - old.end :]}" if at >= old.end else tail
    return f"{said[: old.start]}{told}{tail}"


def _without_again(said: str, meant: str, language: Language) -> str:
    """The rest of what is meant without what stands already: "from it", the "to Mexico" of "imports to Mexico"."""
    ends, words = language.any_of("put_right", "ends"), phrase(meant)
    pronoun = re.match(rf"\s+{ends}(?!\w)", fold(meant))
    if pronoun:
        return meant[pronoun.end() :]
    for count in range(min(4, len(words)), 0, -1):
        again = re.match(r"\W+".join(["", *map(re.escape, words[:count])]) + r"(?!\w)", fold(meant))
        if again and f" {' '.join(words[:count])} " in f" {' '.join(phrase(said))} ":
            return meant[again.end() :]
    return meant


__all__ = ["put_right"]
