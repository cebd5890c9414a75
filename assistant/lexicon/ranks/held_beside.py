"""The thing that others of its kind have more or less than: "which countries sold us more than Japan", "beat Japan"."""

from __future__ import annotations

from itertools import pairwise

from assistant.lexicon.linked import TIME_KEYS, Linked
from assistant.lexicon.tokens import words
from assistant.types import Mention

_KINDS = {"place": "partner", "region": "region", "port": "port", "modes": "mode", "product": "product"}
_SIDES = {"exceed": "above", "trail": "below"}
_SAID = frozenset({"exceed", "trail", "count", "per_key", "top", "ordered", "compare", "polar", "sized"})
_SPEEDS = frozenset({"faster", "slower", "moved_more", "overtake", "first_time", "last_time", "ever", "streak", "when"})


def held_beside(linked: Linked) -> tuple[str, str, str, int] | None:
    """The side, kind and code of the one thing that those of its kind are held against, and where it stands.

    None where amounts, growth or times are spoken of, or another place than home, whose trade the words may mean.
    """
    degrees = linked.language.forms("comparatives", "more", "less")
    told = {c for m in linked.mentions if m.text not in degrees for c in m.candidates if c.startswith("operations:")}
    if {c.partition(":")[2] for c in told} - _SAID or _SPEEDS & set(linked.codes("searching")):
        return None
    if any(m.kind == "quantity" or TIME_KEYS & set(m.candidates) for m in linked.mentions):
        return None
    if _is_theirs(linked):
        return None
    for at, mention in enumerate(linked.mentions):
        section, _, code = mention.candidates[0].partition(":")
        kind = _KINDS.get(section, "") if len(mention.candidates) == 1 and ";" not in code else ""
        if kind and code != linked.home and _is_asked(linked, kind, mention) and _is_alone(linked, section, code):
            if side := _side(linked, at):
                return side, kind, code, mention.start
    return None


def _is_theirs(linked: Linked) -> bool:
    """Whether a surplus or deficit is that of the others: "who has a bigger deficit with us than Canada"."""
    signed = any({"measures:surplus", "measures:deficit"} & set(m.candidates) for m in linked.mentions)
    home = {f"place:{linked.home}", "home:home"}
    return signed and any(
        "prepositions:with" in a.candidates and home & {*b.candidates} for a, b in pairwise(linked.mentions)
    )


def _is_asked(linked: Linked, kind: str, thing: Mention) -> bool:
    """Whether its kind is the only one that is spoken of, and before it."""
    keys = [m for m in linked.mentions if any(c.startswith("keys:") for c in m.candidates)]
    return bool(keys) and all(f"keys:{kind}" in m.candidates for m in keys) and keys[0].end <= thing.start


def _is_alone(linked: Linked, section: str, code: str) -> bool:
    """Whether nothing else of its kind is named, and of countries none but home."""
    named = {c for m in linked.mentions for c in m.candidates if c.startswith(f"{section}:")}
    return named <= {f"{section}:{code}", f"place:{linked.home}", "place:WLD"}


def _side(linked: Linked, at: int) -> str:
    """Whether those with more or with less are asked for; "" where nothing is held against the thing."""
    thing, before = linked.mentions[at], linked.mentions[at - 1 : at]
    articles = linked.language.forms("lists", "articles")
    led = [token.word for token in words(linked.text[: thing.start])]
    while led and led[-1] in articles:
        led.pop()
    held = _degree(before[0]) if before else ""
    if held and words(linked.text[before[0].start : before[0].end])[-1].word == led[-1]:
        more, less = (linked.language.forms("comparatives", name) for name in ("more", "less"))
        return "" if led[-1] in more | less else _SIDES[held]
    return _than(linked, led)


def _than(linked: Linked, led: list[str]) -> str:
    """The side that a degree says whose "than", with a preposition at most behind it, stands right before the thing."""
    forms = linked.language.forms
    more, less, than = (forms("comparatives", name) for name in ("more", "less", "bare"))
    if led[-1:] and led[-1] in forms("prepositions", "from", "to", "with", "by", "via"):
        led = led[:-1]
    degrees = [word for word in led if word in more | less]
    return "" if not degrees or led[-1] not in than else "above" if degrees[-1] in more else "below"


def _degree(mention: Mention) -> str:
    return next((name for name in _SIDES if f"operations:{name}" in mention.candidates), "")


__all__ = ["held_beside"]
