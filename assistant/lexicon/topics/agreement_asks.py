"""What is asked of trade agreements, from the cues, agreements, places and period that a question names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.types import Json

Asked = Mapping[str, Json]
"""The arguments of the tool `agreements`."""

_AGAIN = (("replace", "successor"), ("end", "end"), ("start", "start"), ("join", "joined"), ("status", "status"))
"""What another question about the same agreement asks, by its cue."""
_WORDS = frozenset({"word", "fta", "partial"})


@dataclass(frozen=True, slots=True)
class Read:
    """What the words of a question name; `name_first` says that the agreement stands before "replace"."""

    cues: frozenset[str]
    names: tuple[str, ...]
    places: tuple[str, ...]
    period: str | None
    name_first: bool


def asked(read: Read, previous: Asked | None) -> Asked | None:
    """What a question asks, by itself or after a `previous` one; None where it is not plain."""
    if len(read.names) > 1:
        return None
    if read.names and (found := _of_one(read, read.names[0])):
        return found
    if not read.names and _WORDS & read.cues:
        return _of_places(read)
    return _followed(read, previous) if previous else None


def _of_one(read: Read, name: str) -> Asked | None:
    """What is asked of one agreement."""
    if read.places:
        return _of_member(read, name)
    cues, one = read.cues, {"agreement": name}
    if read.period:
        return None
    if "replace" in cues:
        return {"ask": "predecessor" if read.name_first else "successor", **one}
    if "start" in cues or "end" in cues and {"when", "polar", "list"} & cues:
        return {"ask": "start" if "start" in cues else "end", **one}
    if {"end", "join"} & cues:
        return None
    if "status" in cues and cues & {"polar", "when", "list", "status_word"}:
        return {"ask": "start" if "when" in cues else "status", **one}
    within = "who" in cues and cues & {"list", "in", "count", "make_up"}
    members = "member" in cues and not {"polar", "when"} & cues
    return {"ask": "size" if "count" in cues else "members", **one} if within or members else None


def _of_member(read: Read, name: str) -> Asked | None:
    """What is asked of one place in one agreement: since when, or whether it is or was a member."""
    cues, ends = read.cues, {"agreement": name, "places": list(read.places)}
    if len(read.places) > 1 or cues & {"replace", "end"}:
        return None
    if {"join", "when", "start"} & cues:
        return None if read.period else {"ask": "joined", **ends}
    if {"member", "polar"} & cues and not cues & {"count", "who"}:
        return given({"ask": "member", **ends, "period": read.period or ("ever" if "was" in cues else None)})
    return None


def _of_places(read: Read) -> Asked | None:
    """What is asked of the agreements of one place or of two."""
    cues, places = read.cues, list(read.places)
    kind = "fta" if "fta" in cues else "partial" if "partial" in cues else None
    if cues & {"join", "replace", "end"}:
        return None
    if len(places) == 2:
        pair = {"ask": "pair", "places": places, "kind": kind, "period": read.period}
        return None if {"count", "who"} <= cues else given(pair)
    if read.period or "start" in cues or "member" in cues and "who" not in cues or len(places) > 2:
        return None
    if not places:
        return {"ask": "all"} if "list" in cues and "count" not in cues and kind is None else None
    ask = "partners" if "who" in cues else "count" if "count" in cues else "list"
    return given({"ask": ask, "places": places, "kind": kind})


def _followed(read: Read, previous: Asked) -> Asked | None:
    """The previous question with another place or agreement, or something else of the same agreement."""
    cues = read.cues - {"and", "polar", "was", "in", "member"}
    if read.period:
        return None
    if not read.names and not read.places:
        return _again(cues, previous)
    if read.names and not read.places and previous.get("agreement") and cues <= {"end", "start", "when"}:
        turned = next((cue for cue in ("end", "start") if cue in cues), previous["ask"])
        return {**previous, "ask": turned, "agreement": read.names[0]}
    if len(read.places) != 1 or read.names or cues - {"when", "join"}:
        return None
    if previous.get("places"):
        places = [*previous["places"][:-1], read.places[0]]
        return {**previous, "places": places} if len(set(places)) == len(places) else None
    if previous["ask"] not in ("members", "size", "start", "status"):
        return None
    ask = "joined" if cues or previous["ask"] == "start" else "member"
    return {**previous, "ask": ask, "places": list(read.places)}


def _again(cues: frozenset[str], previous: Asked) -> Asked | None:
    """Something else of the same agreement: "and when did it end?", "what replaced it?", "since when?"."""
    if not previous.get("agreement"):
        return None
    if cues == {"when"}:
        return {**previous, "ask": "joined" if previous.get("places") else "start"}
    ask = next((ask for cue, ask in _AGAIN if cue in cues), "members" if "who" in cues else "")
    known = cues <= {"replace", "end", "start", "join", "status", "when", "list", "who", "count", "word"}
    if not ask or not known or ask == "joined" and not previous.get("places"):
        return None
    places = previous["places"] if ask == "joined" else None
    return given({"ask": ask, "agreement": previous["agreement"], "places": places})


def given(args: Mapping[str, Json]) -> Asked:
    """The arguments that have a value."""
    return {name: value for name, value in args.items() if value}
