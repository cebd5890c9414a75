"""A move and a limit written as one: "crecieron más de 10 %" is a growth of over ten percent, and not the largest."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.languages.language import Language
from assistant.lexicon.tokens import fold
from assistant.types import Mention

_MOST = frozenset({"operations:fastest", "operations:slowest", "operations:sized"})


def parted_limits(text: str, mentions: tuple[Mention, ...], language: Language) -> tuple[Mention, ...]:
    """The mentions with "grew more" before "than ten percent" as the move and the limit that it is."""
    if not any(_MOST & set(m.candidates) for m in mentions):
        return mentions
    return tuple(part for at in range(len(mentions)) for part in _parts(text, mentions, at, language))


def _parts(text: str, mentions: tuple[Mention, ...], at: int, language: Language) -> Iterator[Mention]:
    """The mention itself, or what it is made of where an amount stands behind it; nothing for the word that joins."""
    mention, after = mentions[at], mentions[at + 1 : at + 3]
    if at and _joined(text, mentions, at - 1, language):
        return
    if not (limit := _joined(text, mentions, at, language)):
        yield mention
        return
    start = mention.start + mention.text.rindex(" ") + 1
    move = tuple(fold(mention.text).split()[:-1])
    said = tuple(f"{section}:{code}" for section, code in language.phrases.get(move, ()))
    yield Mention("operations", mention.start, start - 1, mention.text.rsplit(" ", 1)[0], said)
    yield Mention("tests", start, after[0].end, f"{mention.text.split()[-1]} {after[0].text}", limit)


def _joined(text: str, mentions: tuple[Mention, ...], at: int, language: Language) -> tuple[str, ...]:
    """The test that the last word of a superlative makes with the word behind it, before an amount; () where none."""
    first, after = mentions[at], mentions[at + 1 : at + 3]
    if not _MOST & set(first.candidates) or " " not in first.text or len(after) < 2 or after[1].kind != "quantity":
        return ()
    if text[first.end : after[0].start].strip() or text[after[0].end : after[1].start].strip():
        return ()
    meanings = language.phrases.get((fold(first.text).split()[-1], fold(after[0].text)), ())
    return tuple(f"{section}:{code}" for section, code in meanings if section == "tests")


__all__ = ["parted_limits"]
