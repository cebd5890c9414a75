"""States said to be exporters or importers, which are no companies: "which states were the biggest exporters"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.languages.language import Language
from assistant.lexicon.question import Codes
from assistant.lexicon.tokens import fold, phrase
from assistant.types import Mention

_KEY = "keys:region"
_FIRMS = ("unsupported:firms",)
_RANKING = ("operations:top", "operations:bottom", "operations:best", "operations:worst", "n:", "ranks:", "ordinals:")
_FLOWS = {"state_sellers": "measures:exports", "state_buyers": "measures:imports"}


def trading_states(
    text: str, mentions: Sequence[Mention], unknown: Codes, language: Language
) -> tuple[tuple[Mention, ...], Codes]:
    """The mentions with "exporters" as the flow, where states are what is said to be that."""
    found = [replace(m, kind="measures", candidates=(flow,)) if (flow := _flow(m, language)) else m for m in mentions]
    changed = [at for at, m in enumerate(found) if m is not mentions[at]]
    if len(changed) != 1 or not _are_states(fold(text), mentions, changed[0], language):
        return tuple(mentions), unknown
    return tuple(found), unknown


def _flow(mention: Mention, language: Language) -> str:
    """The flow of those who trade, where a mention names them alone; "" elsewhere."""
    names = _FLOWS if mention.candidates == _FIRMS else ()
    return next((_FLOWS[name] for name in names if mention.text in language.forms("lists", name)), "")


def _are_states(plain: str, mentions: Sequence[Mention], at: int, language: Language) -> bool:
    """Whether only a verb of being and a superlative stand between the states and those, or "among" behind them."""
    firm, beside = mentions[at], language.forms("lists", "being", "articles") | language.forms("among", "of", "in")
    for state in (m for m in mentions if _KEY in m.candidates):
        first, last = sorted((state, firm), key=lambda m: m.start)
        inside = [m for m in mentions if first.end <= m.start and m.end <= last.start and _ranks(m)]
        words = set(phrase(plain[first.end : last.start])) - {word for m in inside for word in phrase(m.text)}
        if words <= beside:
            return True
    return False


def _ranks(mention: Mention) -> bool:
    home = mention.candidates == ("place:USA",) or "home:home" in mention.candidates
    return home or any(c.startswith(_RANKING) for c in mention.candidates)


__all__ = ["trading_states"]
