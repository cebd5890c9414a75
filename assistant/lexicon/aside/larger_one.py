"""A question whether what it names is "the larger one" of two that the sentence before it names.

"They say the gap with Mexico exceeds the one with Vietnam. Is the deficit with Mexico the larger one, and by how much?"
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.languages.language import Language
from assistant.lexicon.aside.leads import Link
from assistant.lexicon.linked import one_place
from assistant.lexicon.tokens import fold, sentences
from assistant.types import Mention

_FLOWS = ("measures:",)
_WHEN = ("period:",)


def held_to_rival(text: str, language: Language, link: Link, home: str) -> str:
    """The question held against the other of the two; the text as it is where there is no such other."""
    if "larger_one" not in language.sections or not (cut := _cut(text)):
        return text
    lead, asked = text[:cut].rstrip(" :"), text[cut:].lstrip()
    found = _asked(asked, language)
    if found is None:
        return text
    lead, told, _ = link(lead)
    asked, named, _ = link(asked)
    found = _asked(asked, language)
    ours, theirs = _places(named, home), _places(told, home)
    rivals = [m for m in theirs if one_place(m) not in {one_place(o) for o in ours}]
    if found is None or len({one_place(m) for m in ours}) != 1 or len({one_place(m) for m in rivals}) != 1:
        return text
    if len(theirs) == len(rivals) or _names(told, _WHEN) and not _names(named, _WHEN):
        return text  # the one that is asked about is not of the two, or their time would be lost
    than = next(iter(language.section("larger_one")["than"]))
    return _written(asked, found, than, (ours[0], rivals[0]), (lead, told, named))


def _cut(text: str) -> int:
    """Where the last sentence of a message begins, or what stands behind its colon; 0 where it is the only one."""
    starts = [start for start, _ in sentences(text)]
    colon = text.find(": ")
    return starts[-1] if starts[1:] else colon + 1 if colon > 0 else 0


def _asked(asked: str, language: Language) -> re.Match[str] | None:
    """Where a question asks if something is "the larger one", or "larger" and does not say than what."""
    more, one, opens, behind = (language.any_of("larger_one", name) for name in ("more", "one", "opens", "behind"))
    the = language.any_of("lists", "articles")
    said = rf"(?<!\w)(?:{the}\s+)?(?P<more>{more})(?:\s+{one})?(?=\s*(?:[,?.;]|$)|\s+{behind}(?!\w))"
    return re.search(said, fold(asked)) if re.match(rf"\W*{opens}(?!\w)", fold(asked)) else None


def _places(mentions: Sequence[Mention], home: str) -> list[Mention]:
    """The countries that are named, home aside."""
    return [m for m in mentions if one_place(m) not in ("", home)]


def _names(mentions: Sequence[Mention], kinds: tuple[str, ...]) -> list[Mention]:
    return [m for m in mentions if any(c.startswith(kinds) for c in m.candidates)]


def _written(
    asked: str,
    found: re.Match[str],
    than: str,
    pair: tuple[Mention, Mention],
    said: tuple[str, Sequence[Mention], Sequence[Mention]],
) -> str:
    """The question with the rival in it, and with the flow of the sentence before where it names none."""
    (lead, told, named), (ours, rival) = said, pair
    flows, before = _names(told, _FLOWS), _side(lead, told, ours)
    side = _side(asked, named, ours) or before
    held = " ".join(part for part in (found["more"], than, side, rival.text) if part)
    text = f"{asked[: found.start()]}{held}{asked[found.end() :]}"
    if _names(named, _FLOWS) or not flows:
        return text
    return f"{text[: ours.start]}{flows[0].text} {before} {text[ours.start :]}"


def _side(text: str, mentions: Sequence[Mention], place: Mention) -> str:
    """The preposition right before a country, as it is said; "" where none is."""
    code = one_place(place)
    pairs = [(a, b) for a, b in zip(mentions, mentions[1:], strict=False) if one_place(b) == code]
    return next((text[a.start : a.end] for a, _ in pairs if a.kind == "prepositions"), "")


__all__ = ["held_to_rival"]
