"""The first few of a ranking as a noun says them: "the five largest suppliers", "our biggest customer"."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.lexicon.linked import Linked
from assistant.lexicon.tokens import phrase
from assistant.periods import TIMES
from assistant.types import Mention

_TOP = "operations:top"
_INSIDE = frozenset({"quantity", "place", "home", "region", "ranks"})
"""What stands between a superlative and its noun, or before both."""
_ONE = 1


@dataclass(frozen=True, slots=True)
class Few:
    """Where they begin, the noun that they are called by, and how many they are."""

    first: Mention
    noun: Mention
    number: int

    @property
    def kind(self) -> str:
        """What they are: partner, port, region, mode or product."""
        return next(c.removeprefix("keys:") for c in self.noun.candidates if c.startswith("keys:"))

    @property
    def flow(self) -> str:
        """What they are first in by their own name: imports of suppliers; "" where it says nothing."""
        return next((c.partition(":")[2] for c in self.noun.candidates if c.startswith("measures:")), "")


def few_named(linked: Linked) -> Few | None:
    """The few of a definite "the five largest suppliers"; None where there is no such, or more than one."""
    mentions = linked.mentions
    tops = [at for at, m in enumerate(mentions) if _TOP in m.candidates]
    if len(tops) != _ONE:
        return None
    start = tops[0]
    end = start + (not any(c.startswith("keys:") for c in mentions[start].candidates))  # "principales clientes" is both
    while start and mentions[start - 1].kind in _INSIDE and _touch(linked, mentions[start - 1], mentions[start]):
        start -= 1
    while (
        tops[0] < end < len(mentions)
        and mentions[end].kind in _INSIDE
        and _touch(linked, mentions[end - 1], mentions[end])
    ):
        end += 1
    near = end == tops[0] or end < len(mentions) and _touch(linked, mentions[end - 1], mentions[end])
    noun = mentions[end] if near else None
    if noun is None or not any(c.startswith("keys:") and c.removeprefix("keys:") not in TIMES for c in noun.candidates):
        return None
    number = next((int(c[2:]) for m in mentions[start : end + 1] for c in m.candidates if c.startswith("n:")), _ONE)
    return Few(mentions[start], noun, number) if _is_definite(linked, mentions[start]) else None


def _touch(linked: Linked, before: Mention, mention: Mention) -> bool:
    gap = phrase(linked.text[before.end : mention.start])
    return set(gap) <= linked.language.forms("lists", "articles") | {"s"}


def _is_definite(linked: Linked, first: Mention) -> bool:
    """Whether they are led by an article or an owner: "our five biggest customers", "the top supplier"."""
    lead = phrase(linked.text[: first.start])[-2:]  # "the second" stands before "largest"
    definite = linked.language.forms("lists", "articles") | linked.language.forms("named_first", "owners")
    return bool(set(lead) & definite) or first.kind == "home"


__all__ = ["Few", "few_named"]
