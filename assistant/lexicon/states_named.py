"""States told from what shares their name: "Georgia (the state)" is no country, "through Hidalgo" is a port."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.types import Mention

_LEADS = r"the |a |la |el |as a |i\.e\. |us |u\.s\. |american |estado "
_APPOSED = re.compile(rf"[\s,(\-–—:]{{1,3}}(?:{_LEADS})*")
_STATE = frozenset({"state", "us state", "american state", "estado", "etat"})


def states_named(text: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions with a name that is a country's too read as the state where "state" stands right behind it."""
    found: list[Mention] = []
    gone = -1
    for at, mention in enumerate(mentions):
        state, following = _state(mention), next(_states(mentions, at), None)
        if state and following is not None and _is_apposed(text, mention, mentions[following]):
            found.append(replace(mention, kind="region", candidates=(f"region:{state}",)))
            gone = following
        elif at != gone:
            found.append(mention)
    return tuple(found)


def _state(mention: Mention) -> str:
    """The state that a name may mean beside a country; "" where it means one thing."""
    codes = [c.removeprefix("place:") for c in mention.candidates if c.startswith("place:")]
    return next((code for code in codes if "-" in code), "") if len(codes) > 1 else ""


def _states(mentions: Sequence[Mention], at: int) -> Iterator[int]:
    """Where the word for state stands behind a name, with its country at most between."""
    yield from (i for i in range(at + 1, min(at + 3, len(mentions))) if "keys:region" in mentions[i].candidates)


def _is_apposed(text: str, mention: Mention, word: Mention) -> bool:
    return word.text in _STATE and _APPOSED.fullmatch(text[mention.end : word.start].lower()) is not None


__all__ = ["states_named"]
