"""A question's text with what its words name, which every slot is read from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.languages.language import Language
from assistant.periods import TIMES
from assistant.types import Mention

TIME_KEYS = frozenset(f"keys:{grain}" for grain in TIMES)
"""What "by month" and "each year" mean."""


SECTIONS = {"mode": "modes", "region": "region", "port": "port", "product": "product"}
"""The dimensions of trade beside its two sides, with the section that names their things."""


def codes_of(mention: Mention, section: str) -> list[str]:
    """What a mention may mean in a section, in order."""
    prefix = f"{section}:"
    return [c.removeprefix(prefix) for c in mention.candidates if c.startswith(prefix)]


def place_of(mention: Mention) -> str:
    """The first place that a mention may mean; "" where it means none."""
    return next(iter(codes_of(mention, "place")), "")


def one_place(mention: Mention) -> str:
    """The one place that a mention means; "" where it means none, or may mean several."""
    codes = codes_of(mention, "place")
    return codes[0] if len(codes) == 1 else ""


def thing_of(mention: Mention) -> tuple[str, str] | None:
    """The dimension and the code of the mode, state, port or product that a mention names."""
    dimensions = {section: dimension for dimension, section in SECTIONS.items()}
    found = (candidate.partition(":") for candidate in mention.candidates)
    return next(((dimensions[section], code) for section, _, code in found if section in dimensions), None)


@dataclass(frozen=True)
class Linked:
    """A question's text with what its words name; `home` is the country of "we"."""

    text: str
    mentions: Sequence[Mention]
    language: Language
    home: str

    def codes(self, section: str) -> Iterator[str]:
        """What the mentions mean in a section, in order."""
        return iter(self._codes.get(section, ()))

    @cached_property
    def _codes(self) -> Mapping[str, list[str]]:
        """The codes by section: every slot asks for some, a hundred times a question."""
        found: dict[str, list[str]] = {}
        for section, _, code in (c.partition(":") for mention in self.mentions for c in mention.candidates):
            found.setdefault(section, []).append(code)
        return found
