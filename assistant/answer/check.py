"""The checker: a draft may say a figure only through a slot, or quote it from a passage that it cites."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from assistant.answer.draft import Draft
from assistant.periods import Period
from assistant.types import Evidence

_SLOT = re.compile(r"\{(f\d+)(?::size)?\}")
_MARK = re.compile(r"\[p\d+\]")
_NUMBER = re.compile(r"(?<![A-Za-z])[−-]?\d[\d.,]*\d|(?<![A-Za-z])\d")
_SCALES = re.compile(
    r"\b(hundred|thousand|million|billion|trillion|mil|millones|billones|percent|por ciento)\b", re.IGNORECASE
)


def problems(draft: Draft, evidence: Evidence) -> tuple[str, ...]:
    """What keeps a draft from being said: unknown slots, numbers of its own, altered quotes; () where it is sound.

    A number outside the slots must be part of a period of the evidence or of a limit or count of the plan, or stand
    word for word in a passage that the draft quotes.
    """
    return tuple(_problems(draft, evidence))


def _problems(draft: Draft, evidence: Evidence) -> Iterator[str]:
    known = {fact.id for fact in draft.facts}
    yield from (f"no fact {name}" for name in _SLOT.findall(draft.text) if name not in known)
    for passage, quote in draft.quotes:
        if not all(_flat(part) in _flat(passage.text) for part in quote.split("\n") if part.strip()):
            yield f"the quote is not in {passage.source}"
    rest = draft.text
    for _, quote in draft.quotes:
        rest = rest.replace(quote, " ")
    rest = _MARK.sub(" ", _SLOT.sub(" ", rest))
    allowed = _allowed(draft, evidence)
    yield from (
        f"the number {n} stands in no evidence" for n in _NUMBER.findall(rest) if n.strip(".,−-") not in allowed
    )
    if draft.quotes and not draft.facts and _SCALES.search(rest):
        yield "a scale word stands outside the quotes"


def _flat(text: str) -> str:
    return " ".join(text.split())


def _allowed(draft: Draft, evidence: Evidence) -> set[str]:
    """The numbers that belong to periods, names, limits, bases and counts of the evidence."""
    texts = [*draft.declared, *(str(call.args) for call in evidence.calls)]
    for frame in evidence.frames.values():
        texts += [frame.basis, str(frame.detail), str(len(frame.rows)), *(note.text for note in frame.notes)]
        texts += [" ".join(row.key) for row in frame.rows]
        texts += [str(frame.about)]
    texts += [listing.text + str(listing.rows) for listing in evidence.listings.values()]
    found = {number.strip(".,−-") for text in texts for number in _NUMBER.findall(text)}
    return found | {str(int(n)) for n in found if n.isdigit()} | set(_periods(draft, evidence)) | _limits(evidence)


def _periods(draft: Draft, evidence: Evidence) -> Iterator[str]:
    for about in (frame.about for frame in evidence.frames.values()):
        if about.period:
            period = Period.parse(about.period)
            yield from (str(period.first // 12), str(period.last // 12), str(period.months // 12), str(period.months))
            if period.grain == "quarter":
                yield str(period.first % 12 // 3 + 1)
    for frame in evidence.frames.values():
        if "base" in frame.detail and "last" in frame.detail:
            years = Period.parse(str(frame.detail["last"])).last - Period.parse(str(frame.detail["base"])).last
            yield str(years // 12)


def _limits(evidence: Evidence) -> set[str]:
    """A limit is written scaled ("$14 billion"): its leading digits."""
    found: set[str] = set()
    floors = (frame.detail["floor"] for frame in evidence.frames.values() if "floor" in frame.detail)
    found |= {f"{100 * float(str(floor)):.{places}f}" for floor in floors for places in range(5)}
    limits = [frame.detail["where"] for frame in evidence.frames.values() if "where" in frame.detail]
    for limit in limits:
        for text in (str(limit["value"]), str(limit["high"])):
            if text.replace(".", "").replace("-", "").isdigit():
                found |= {_rounded(abs(Decimal(text)).scaleb(-n), places) for n in (0, 6, 9, 12) for places in range(4)}
    return found


def _rounded(value: Decimal, places: int) -> str:
    return f"{value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):f}"
