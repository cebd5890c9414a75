"""A kind of places whose members stand in brackets behind it, whatever it is called: "the Andean states (Peru, …)"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.languages.language import Language
from assistant.lexicon.question import Codes
from assistant.lexicon.tokens import words
from assistant.types import Mention

_KINDS = {"keys:partner": "place:", "keys:region": "region:", "keys:region_mx": "region:", "keys:port": "port:"}
_LEAST = 2
_NEAR = 2
"""Words between a kind and its members, or before it, that may say which it is."""


def spelled_out(
    text: str, mentions: Sequence[Mention], unknown: Codes, language: Language
) -> tuple[tuple[Mention, ...], Codes]:
    """The mentions and unknown words without those that only call a kind by what its members spell out."""
    kept, found = unknown, tuple(mentions)
    for brackets in re.finditer(r"\((?P<listed>[^()]+)\)", text):
        kind = next((m for m in reversed(mentions) if m.end <= brackets.start() and m.kind == "keys"), None)
        member = next((_KINDS[c] for c in kind.candidates if c in _KINDS), "") if kind else ""
        if kind and member and _is_listed(text, mentions, brackets, member, language):
            before = [t.word for t in words(text[: kind.start])][-1:]
            between = [t.word for t in words(text[kind.end : brackets.start()])]
            called = {*before, *between} if len(between) <= _NEAR else set()
            kept = tuple(word for word in kept if word not in called)
            found = tuple(m for m in found if not (m.kind == "unsupported" and m.text in called))
    return found, kept


def _is_listed(
    text: str, mentions: Sequence[Mention], brackets: re.Match[str], member: str, language: Language
) -> bool:
    """Whether only places of the kind stand in the brackets, two at least, and no other mention before them."""
    inside = [m for m in mentions if brackets.start() < m.start < brackets.end()]
    named = [m for m in inside if any(c.startswith(member) for c in m.candidates)]
    small = language.forms("lists", "articles", "and_or")
    loose = {t.word for t in words(brackets["listed"])} - {t.word for m in named for t in words(m.text)}
    return len(named) >= _LEAST and loose <= small


__all__ = ["spelled_out"]
