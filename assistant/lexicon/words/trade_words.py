"""Mentions put right that people in trade write in their own way: "(61)", "a billion", "$/kg"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from assistant.languages.language import Language
from assistant.lexicon.linked import codes_of
from assistant.lexicon.tokens import fold
from assistant.lexicon.who.ports_named import is_led, is_other_end, port_names
from assistant.lexicon.words.subtracting import subtracted
from assistant.types import Mention

Mentions = tuple[Mention, ...]
_ADDED = ("measures:added_tariff",)
_MOVES = frozenset({"operations:rise", "operations:growth"})


def in_trade_words(text: str, mentions: Sequence[Mention], language: Language, home: str) -> Mentions:
    """The mentions with bracketed codes, amounts in words, values by weight, ports and estimates put right."""
    found = tuple(mentions)
    steps: tuple[Callable[[str, Mentions, Language], Mentions], ...]
    steps = (_bracketed, _worded, _by_weight, _ports, _estimated, subtracted, _valued, _by_value)
    steps = (*steps, partial(_added, home=home), _weighed)
    for step in steps:
        found = step(text, found, language)
    return found


def _bracketed(text: str, mentions: Mentions, language: Language) -> Mentions:
    """A number in brackets after a product's name or the word for chapter is a code: "knitted apparel (61)"."""

    def read(at: int) -> Mention:
        mention, before = mentions[at], mentions[at - 1] if at else None
        code = mention.candidates[0].removeprefix("n:")
        gap = text[before.end : mention.start].strip().lower() if before else ""
        if before is None or mention.kind != "quantity" or gap not in ("(", "(hs", "(cap.", "(ch."):
            return mention
        if not code.isdigit() or text[mention.end : mention.end + 1] != ")" or not _is_chapter(code, before):
            return mention
        return replace(mention, kind="product", candidates=(f"product:{_padded(text, mention)}",))

    return tuple(map(read, range(len(mentions))))


def _padded(text: str, mention: Mention) -> str:
    return re.sub(r"\D", "", text[mention.start : mention.end]).zfill(2)


def _is_chapter(code: str, before: Mention) -> bool:
    """Whether a number is a code of what stands before it."""
    if "keys:product" in before.candidates:
        return len(code) <= 2
    parts = [part for held in codes_of(before, "product") for part in held.split(";")]
    return any(part.startswith(code.zfill(2)[:2]) for part in parts)


def _worded(text: str, mentions: Mentions, language: Language) -> Mentions:
    """An amount whose one is a word: "a billion", "mil millones"."""
    scales = {fold(word): size for size, words in language.section("numbers")["scales"].items() for word in words}
    long = sorted((word for word in scales if len(word) > len("bn ")), key=len, reverse=True)
    ones = language.any_of("trade_words", "one")
    spaced = "|".join(re.escape(word) for word in long if " " in word) or r"(?!)"
    every = "|".join(map(re.escape, long))
    pattern = re.compile(rf"(?<![\w.,])(?:{ones}\s+(?P<of>{every})|(?P<alone>{spaced}))(?!\w)")
    added = [
        Mention("quantity", m.start(), m.end(), m[0], (f"amount:{scales[m['of'] or m['alone']]}",))
        for m in pattern.finditer(fold(text))
        if not any(other.start < m.end() and m.start() < other.end for other in mentions)
    ]
    return tuple(sorted((*mentions, *added), key=lambda mention: mention.start)) if added else mentions


def _by_weight(text: str, mentions: Mentions, language: Language) -> Mentions:
    """Dollars per kilogram are a unit value and no weight: "$/kg", "USD per kg", "el kilo de"."""
    plain = fold(text)
    if not any(phrase in plain for phrase in language.forms("trade_words", "per_weight")):
        return mentions
    return tuple(
        replace(m, candidates=("measures:unit_value",)) if m.candidates == ("measures:weight",) else m for m in mentions
    )


def _ports(text: str, mentions: Mentions, language: Language) -> Mentions:
    """A name of a port and of a state is the port beside another port, or where goods pass: "through Hidalgo".

    So it is where the country is the other end of its flow, "Hidalgo imports from Mexico", and of what goes by pipeline
    unless it is an end of the flow itself: "Hidalgo pipeline exports", not "pipeline exports to Hidalgo".
    """
    ports = port_names(language)
    ported = ("keys:port", "measures:freight")
    beside = any(c.startswith("port:") or c in ported for m in mentions for c in m.candidates)
    passing, done_by = language.forms("trade_words", "through"), language.forms("trade_words", "done_by")
    piped = any("modes:pipeline" in m.candidates for m in mentions)
    crossed = [m for m in mentions if "prepositions:via" in m.candidates and m.text in passing]
    crossed = [m for m in crossed if not done_by.intersection(fold(text[: m.start]).split()[-1:])]

    def read(mention: Mention) -> Mention:
        led = any(not text[m.end : mention.start].strip() for m in crossed if m.end <= mention.start)
        if mention.text not in ports or not mention.candidates[0].startswith("region:"):
            return mention
        through = beside or led or piped and not is_led(text, mention, mentions)
        if not (through or is_other_end(text, mention, mentions)):
            return mention
        return replace(mention, kind="port", candidates=(f"port:{ports[mention.text]}",))

    return tuple(map(read, mentions))


def _estimated(text: str, mentions: Mentions, language: Language) -> Mentions:
    """An estimated increase is one of tariffs, whatever year stands between: "the estimated 2025 increase"."""
    at = next(_estimates(text, mentions), None)
    return mentions if at is None else (
        *mentions[:at], replace(mentions[at], kind="measures", candidates=_ADDED), *mentions[at + 1 :]
    )  # fmt: skip


def _added(text: str, mentions: Mentions, language: Language, home: str) -> Mentions:
    """Places, ports, states or modes with a plus between them are added up: "Eagle Pass plus Del Rio"."""
    signs = language.forms("trade_words", "plus")
    kinds = ("port:", "region:", "modes:", "product:", "place:")
    added: list[Mention] = []
    for one, other in zip(mentions, mentions[1:], strict=False):
        alike = any(one.candidates[0].startswith(kind) and other.candidates[0].startswith(kind) for kind in kinds)
        gap = text[one.end : other.start]
        ours = f"place:{home}" in (one.candidates[0], other.candidates[0])
        if alike and not ours and fold(gap).strip() in signs:
            start = one.end + len(gap) - len(gap.lstrip())
            added.append(Mention("operations", start, start + len(gap.strip()), gap.strip(), ("operations:sum",)))
    return tuple(sorted((*mentions, *added), key=lambda mention: mention.start)) if added else mentions


def _weighed(text: str, mentions: Mentions, language: Language) -> Mentions:
    """A verb of weight beside its unit is one of mass and no share: "cuánto pesa en kilos lo que se exporta"."""
    units = language.forms("trade_words", "mass")
    if not any("measures:weight" in m.candidates and m.text in units for m in mentions):
        return mentions
    verbs = tuple(map(fold, language.section("trade_words").get("weighs", ("weigh",))))
    return tuple(
        replace(m, kind="measures", candidates=("measures:weight",))
        if "operations:share" in m.candidates and any(verb in m.text for verb in verbs)
        else m
        for m in mentions
    )


def _by_value(text: str, mentions: Mentions, language: Language) -> Mentions:
    """The heaviest by value are the largest: no weight is asked."""
    plain, valued = " ".join(fold(text).split()), language.forms("trade_words", "valued")
    named = any({*m.text.split()} & valued and any(c.startswith("measures:") for c in m.candidates) for m in mentions)
    if not (named or any(words in plain for words in language.forms("trade_words", "by_value"))):
        return mentions
    return tuple(
        replace(m, candidates=tuple(c for c in m.candidates if c.startswith("operations:")))
        if {"operations:top", "operations:bottom"} & {*m.candidates} and "measures:weight" in m.candidates
        else m
        for m in mentions
    )


def _valued(text: str, mentions: Mentions, language: Language) -> Mentions:
    """What a valuation is of is what is measured: "imports for consumption" are imports."""
    if any(c.startswith("measures:") for m in mentions for c in m.candidates):
        return mentions
    flows = {word: code for code in ("imports", "exports") for word in language.section("measures").get(code, ())}

    def read(mention: Mention) -> Mention:
        named = next((flows[w] for w in mention.text.split() if w in flows), "")
        valued = any(c.startswith("valuations:") for c in mention.candidates)
        return replace(mention, candidates=(*mention.candidates, f"measures:{named}")) if named and valued else mention

    return tuple(map(read, mentions))


def _estimates(text: str, mentions: Mentions) -> Iterator[int]:
    for at in range(1, len(mentions)):
        named = _MOVES & set(mentions[at].candidates) and mentions[at - 1].kind == "period"
        before = fold(text[: mentions[at - 1].start]).split()[-1:]
        if named and before in (["estimated"], ["estimado"]):
            yield at


__all__ = ["in_trade_words"]
