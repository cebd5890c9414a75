"""A question's text with what its words name, which every slot is read from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.languages.language import Language
from assistant.types import Mention


def place_of(mention: Mention) -> str:
    """The first place that a mention may mean; "" where it means none."""
    return next((c.removeprefix("place:") for c in mention.candidates if c.startswith("place:")), "")


@dataclass(frozen=True, slots=True)
class Linked:
    """A question's text with what its words name; `home` is the country of "we"."""

    text: str
    mentions: Sequence[Mention]
    language: Language
    home: str

    def codes(self, section: str) -> Iterator[str]:
        """What the mentions mean in a section, in order."""
        prefix = f"{section}:"
        for mention in self.mentions:
            yield from (c.removeprefix(prefix) for c in mention.candidates if c.startswith(prefix))
