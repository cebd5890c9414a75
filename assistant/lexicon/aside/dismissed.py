"""What is said not to be wanted: "no pesos", "ignore the services", "imports, not exports", "without any rounding".

Only what is not loaded anyway, or a flow beside the one that is wanted, is dropped: what is left out of a figure stays
an exclusion.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.languages.language import Language
from assistant.lexicon.linked import TIME_KEYS
from assistant.lexicon.question import Codes
from assistant.lexicon.tokens import fold
from assistant.lexicon.words.wordings import without_spans
from assistant.types import Mention

_APART = frozenset(
    f"unsupported:{cause}"
    for cause in ("services", "currency", "forecast", "real", "adjusted", "per_head", "gdp", "jobs", "fdi", "daily")
)
"""Things that no goods figure in dollars holds any of: without them it is the same figure."""
_FLOWS = frozenset({"measures:exports", "measures:imports"})
_RATES = frozenset({"operations:share", "operations:in_percent"})
_LEADING = ("led", "plain", "leaving")
_GRAINS = TIME_KEYS | {"operations:series", "operations:table"}
_TESTED = ("searching:", "tests:", "operations:count", "operations:exceed", "operations:trail")
_DONE = ("operations:", "searching:", "tests:")
_Left = tuple[tuple[Mention, ...], Codes]


def wanted(text: str, mentions: Sequence[Mention], unknown: Codes, language: Language) -> _Left:
    """The mentions and unknown words without what is said not to be wanted."""
    reader, kept = _Reader(text, language), tuple(mentions)
    if not re.search(rf"(?<!\w){reader.any_of(*_LEADING)}", reader.folded):
        return kept, unknown
    said = (reader.apart, reader.flows, reader.weights, reader.rates, reader.periods, reader.grains, reader.levels)
    dropped = (reader.presented(), *(way(kept) for way in said))
    for span in (span for spans in dropped for span in spans):
        kept, unknown = without_spans(text, kept, unknown, span)
    return kept, unknown


class _Reader:
    """Reads what is dismissed in one text, as stretches of it."""

    def __init__(self, text: str, language: Language) -> None:
        self.folded, self.language = fold(text), language

    def any_of(self, *names: str) -> str:
        """A pattern of the cues of some lists."""
        return self.language.any_of("dismissed", *names)

    def led(self, end: int, *names: str) -> int | None:
        """Where the words begin that dismiss what stands at a place: "no ", "not in ", "don't bother with "."""
        small = self.any_of("between")
        found = re.search(rf"(?<!\w)({self.any_of(*names)})(?:\s+{small})*\s+$", self.folded[:end])
        return found.start(1) if found else None

    def presented(self) -> list[tuple[int, int]]:
        """How the answer is not to look: "without any explanations", "excluding nothing"."""
        small, things = self.any_of("between"), self.any_of("presentation")
        pattern = rf"(?<!\w){self.any_of('led')}(?:\s+{small})*\s+{things}(?!\w)(?!\s+(?:of|de)\b)"
        shown = self.any_of("presentation", "shown")  # "list not needed"
        behind = rf"(?<!\w)(?:{small}\s+)?{shown}\s+(?:is\s+|are\s+)?{self.any_of('behind')}(?!\w)"
        return [match.span() for one in (pattern, behind) for match in re.finditer(one, self.folded)]

    def apart(self, mentions: Sequence[Mention]) -> list[tuple[int, int]]:
        """What is not loaded and not wanted: "no pesos or euros", "leaving services aside"."""
        found: list[tuple[int, int]] = []
        for mention in mentions:
            if not _APART & set(mention.candidates) or self.is_effect(mention.end):
                continue
            start = self.led(mention.start, "led")
            listed = found and re.fullmatch(
                rf"\s*,?\s*{self.any_of('joins')}\s+", self.folded[found[-1][1] : mention.start]
            )
            if start is not None or listed:
                found.append((mention.start if start is None else start, mention.end))
        return found

    def is_effect(self, end: int) -> bool:
        """Whether it is an effect on the figure that is to be taken out: "without exchange rate effects"."""
        return bool(re.match(rf"\s*{self.any_of('effects')}(?!\w)", self.folded[end:]))

    def flows(self, mentions: Sequence[Mention]) -> list[tuple[int, int]]:
        """The flow that is not asked for, beside the one that is: "imports, not exports"."""
        named = [m for m in mentions if _FLOWS & set(m.candidates) and re.fullmatch(self.any_of("flows"), m.text)]
        starts = [self.led(m.start, "plain") for m in named]
        kept = {c for m, start in zip(named, starts, strict=True) if start is None for c in _FLOWS & set(m.candidates)}
        gone = [(s, m) for m, s in zip(named, starts, strict=True) if s is not None and not kept & set(m.candidates)]
        return [(start, mention.end) for start, mention in gone] if len(kept) == 1 else []

    def weights(self, mentions: Sequence[Mention]) -> list[tuple[int, int]]:
        """The weight that is not asked for, where the value is: "value, not tonnage"."""
        weighed = [m for m in mentions if "measures:weight" in m.candidates]
        starts = [self.led(m.start, "led", "plain") for m in weighed]
        rest = self.folded[: weighed[0].start] + self.folded[weighed[0].end :] if len(weighed) == 1 else ""
        valued = re.search(rf"(?<!\w){self.any_of('worth')}(?!\w)", rest)
        return [(starts[0], weighed[0].end)] if valued and starts[0] is not None else []

    def rates(self, mentions: Sequence[Mention]) -> list[tuple[int, int]]:
        """The share or percentage that is not asked for, where dollars are: "the value, not the share"."""
        rated = [m for m in mentions if _RATES & set(m.candidates)]
        start = self.led(rated[0].start, "plain") if len(rated) == 1 else None
        rest = self.folded[:start] + self.folded[rated[0].end :] if start is not None else ""
        valued = re.search(rf"(?<!\w){self.any_of('worth')}(?!\w)", rest)
        return [(start, rated[0].end)] if valued and start is not None else []

    def levels(self, mentions: Sequence[Mention]) -> list[tuple[int, int]]:
        """The level of goods that is not meant, beside the one that is: "the commodity group, not the chapter"."""
        named = [m for m in mentions if any(c.startswith("levels:") for c in m.candidates)]
        starts = [self.led(m.start, "plain") for m in named]
        gone = [(start, m.end) for m, start in zip(named, starts, strict=True) if start is not None]
        return gone if len(named) == len(gone) + 1 else []

    def grains(self, mentions: Sequence[Mention]) -> list[tuple[int, int]]:
        """The times that are not to be told apart, as a clause of its own: "no quarterly series", "not by month"."""
        if any(c.startswith(_TESTED) for m in mentions for c in m.candidates):
            return []
        closes = re.compile(
            rf"(?:\s+{self.any_of('shown')})*(?!\w)(?=\s*(?:$|[,;:.!)–—]|-\s|{self.any_of('ends')}(?!\w)))"
        )
        found: list[tuple[int, int]] = []
        for mention in (m for m in mentions if _GRAINS & set(m.candidates)):
            by = re.search(rf"(?<!\w){self.any_of('by')}\s+$", self.folded[: mention.start])
            start = self.led(by.start() if by else mention.start, "led")
            end = closes.match(self.folded, mention.end)
            found += [(start, end.end())] if start is not None and end else []
        return found

    def periods(self, mentions: Sequence[Mention]) -> list[tuple[int, int]]:
        """The year that is not meant, beside the one that is, where nothing else is asked: "2023, not 2022"."""
        dated = [m for m in mentions if m.kind == "period"]
        if len(dated) < 2 or any(c.startswith(_DONE) for m in mentions for c in m.candidates):
            return []
        gone = [(start, m) for m in dated if (start := self.led(m.start, "plain", "leaving")) is not None]
        years = {m.candidates[0] for m in dated} - {m.candidates[0] for _, m in gone}
        plain = all(re.fullmatch(r"period:\d{4}", m.candidates[0]) for m in dated)
        return [(start, m.end) for start, m in gone] if plain and len(years) == 1 else []
