"""Whose states are meant: "Georgia (the state)" is no country, "Mexico's states" not home's, "rank the states" all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.languages.language import Language
from assistant.lexicon.linked import codes_of
from assistant.lexicon.tokens import fold, phrase
from assistant.types import Mention

_LEADS = r"the |a |la |el |as a |i\.e\. |us |u\.s\. |american |estado "
_APPOSED = re.compile(rf"[\s,(\-–—:]{{1,3}}(?:{_LEADS})*")
_LISTED = re.compile(r"\s*(?:,|and|&|\+|or|plus|,\s*and|y|e|o|u|,\s*y)\s+")
_UNION, _STATES = "place:USA", "states"
_NEAR = frozenset({"place:USA", "place:MEX", "place:CAN"})
_ABROAD = {"place:USA": "", "place:MEX": "keys:region_mx"}
_ENDS = frozenset({"prepositions:to", "prepositions:from"})
_AMONG = frozenset({"prepositions:of", "prepositions:between"})
_STATE = frozenset({"state", "us state", "american state", "estado", "etat"})


def states_named(text: str, mentions: Sequence[Mention], language: Language) -> tuple[Mention, ...]:
    """The mentions with a name that is a country's too read as the state, where "state" or other states stand by it."""
    mentions = [states_apart(text, mention, language) for mention in mentions]
    found: list[Mention] = []
    gone = -1
    for at, mention in enumerate(mentions):
        state, following = _state(mention), next(_states(mentions, at), None)
        if state and following is not None and _is_apposed(text, mention, mentions[following]):
            found.append(replace(mention, kind="region", candidates=(f"region:{state}",)))
            gone = following
        elif state and (like := _alike(text, mentions, at)):
            codes = (f"region:{state}",) if like == "region" else _countries(mention)
            found.append(replace(mention, kind=like, candidates=codes))
        elif _are_chosen_from(text, mentions, at):
            found.append(replace(mention, kind="keys", candidates=("keys:region",)))
        elif at != gone:
            found.append(_owned(text, mentions[at - 1], mention) if at else mention)
    return tuple(found)


def _alike(text: str, mentions: Sequence[Mention], at: int) -> str:
    """The kind that a name is taken to be by what is said beside it; "" where it may be either."""
    beside = _listed_with(text, mentions, at) or _spoken_of(text, mentions, at)
    return beside or ("region" if _trades_near(text, mentions, at) else "")


def _trades_near(text: str, mentions: Sequence[Mention], at: int) -> bool:
    """Whether it trades with a neighbour of home, as the loaded states do: "how much did Georgia export to Mexico"."""
    places = [i for i, m in enumerate(mentions) if i != at and m.kind == "place" and m.candidates != (_UNION,)]
    near = [i for i in places if _NEAR & {*mentions[i].candidates}]
    if len(places) != 1 or not near or _led(text, mentions, at) & {"prepositions:to", "prepositions:with"}:
        return False
    return bool(_led(text, mentions, near[0]) & {*_ENDS, "prepositions:with"})


def _led(text: str, mentions: Sequence[Mention], at: int) -> set[str]:
    """What the word right before a name may mean."""
    before = mentions[at - 1] if at else None
    beside = before is not None and not text[before.end : mentions[at].start].strip()
    return {*before.candidates} if before is not None and beside else set()


def _are_chosen_from(text: str, mentions: Sequence[Mention], at: int) -> bool:
    """Whether "the states" are chosen from, and no country: "of the states, who sold most", "five of the states"."""
    near = mentions[at - 1 : at + 2] if at else ()
    if len(near) < 3 or mentions[at].candidates != ("place:USA",) or not text[: mentions[at].end].endswith(" states"):
        return False
    led = _AMONG & set(near[0].candidates)
    if led and at > 1 and (mentions[at - 2].kind == "quantity" or "operations:count" in mentions[at - 2].candidates):
        return not text[mentions[at - 2].end : near[0].start].strip()
    return bool(led) and "keys:partner" in near[2].candidates and text[near[1].end : near[2].start].strip() == ","


def _owned(text: str, owner: Mention, mention: Mention) -> Mention:
    """The word for states as those of the country that owns it: of Mexico, or of one whose states no table holds."""
    abroad = _ABROAD.get(owner.candidates[0], "unsupported:provinces" if owner.kind == "place" else "")
    owned = "keys:region" in mention.candidates and text[owner.start : owner.end].endswith(("'s", "s'"))
    if not (owned and abroad) or text[owner.end : mention.start].strip():
        return mention
    return replace(mention, kind=abroad.split(":")[0], candidates=(abroad,))


def states_apart(text: str, mention: Mention, language: Language) -> Mention:
    """The states and not their union, where they are listed: "rank the states", "the states that sold"."""
    if mention.candidates != (_UNION,) or not fold(mention.text).endswith(_STATES):
        return mention
    before, after = phrase(text[: mention.start]), phrase(text[mention.end :])[:1]
    led = {" ".join(before[-1:]), " ".join(before[-2:])} & language.forms("lists", "states_led")
    listed = led or {*after} & language.forms("lists", "states_told")
    return replace(mention, kind="keys", candidates=("keys:region",)) if listed else mention


def _state(mention: Mention) -> str:
    """The state that a name may mean beside a country; "" where it means one thing."""
    codes = codes_of(mention, "place")
    return next((code for code in codes if "-" in code), "") if len(codes) > 1 else ""


def _states(mentions: Sequence[Mention], at: int) -> Iterator[int]:
    """Where the word for state stands behind a name, with its country at most between."""
    yield from (i for i in range(at + 1, min(at + 3, len(mentions))) if "keys:region" in mentions[i].candidates)


def _listed_with(text: str, mentions: Sequence[Mention], at: int) -> str:
    """The kind of what it stands in a list with: "region" in "Georgia and Alabama", "place" in "Turkey, Georgia"."""
    here = mentions[at]
    others = [m for m in mentions if m.candidates[0].startswith("region:US-") or _is_far(m) and m != here]
    others = [m for m in others if _LISTED.fullmatch(text[min(m.end, here.end) : max(m.start, here.start)].lower())]
    kinds = {m.kind for m in others}
    return kinds.pop() if len(kinds) == 1 else ""


def _spoken_of(text: str, mentions: Sequence[Mention], at: int) -> str:
    """The kind of all others that are spoken of: "Georgia, compared with Tennessee"; "" at an end of their trade.

    What Texas sells to Georgia may go to the one or the other; a country that is held against one is at the same end.
    """
    others = [m for m in mentions if m.candidates[0].startswith("region:US-") or _is_far(m) and m != mentions[at]]
    kinds = {m.kind for m in others}
    before = mentions[at - 1] if at else None
    led = before is not None and _ENDS & set(before.candidates) and not text[before.end : mentions[at].start].strip()
    return kinds.pop() if len(kinds) == 1 and not (led and "region" in kinds) else ""


def _is_far(mention: Mention) -> bool:
    """Whether it is a country that states have no trade with in the tables: beside Mexico both may be meant."""
    return mention.kind == "place" and not _NEAR & set(mention.candidates)


def _countries(mention: Mention) -> tuple[str, ...]:
    return tuple(code for code in mention.candidates if "-" not in code)


def _is_apposed(text: str, mention: Mention, word: Mention) -> bool:
    return word.text in _STATE and _APPOSED.fullmatch(text[mention.end : word.start].lower()) is not None


__all__ = ["states_apart", "states_named"]
