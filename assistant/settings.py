"""The settings: read once from the environment, frozen, passed down."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

_ON = frozenset({"1", "true", "yes", "on"})
CORPUS = Path(__file__).resolve().parent.parent / "corpus"


@dataclass(frozen=True, slots=True)
class Home:
    """The country that "we" means and the partner that it is mostly asked about."""

    country: str = "USA"
    partner: str = "MEX"


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be set: the folders, the country that "we" means, a chat model, how many rounds a plan may take.

    `keep_questions` lets the ledger of unanswered questions keep their text, and the command line write to it.
    """

    corpus: Path = CORPUS
    store: Path | None = None
    home: Home = field(default_factory=Home)
    model: str | None = None
    max_rounds: int = 4
    keep_questions: bool = False

    @classmethod
    def from_environment(cls) -> Settings:
        """The settings of TRADE_ASSISTANT_CORPUS, _STORE, _HOME ("USA:MEX"), _MODEL ("provider:name"), …"""
        names = ("CORPUS", "STORE", "HOME", "MODEL", "KEEP_QUESTIONS")
        given = {name: os.environ.get(f"TRADE_ASSISTANT_{name}") for name in names}
        country, _, partner = (given["HOME"] or "USA:MEX").partition(":")
        return cls(
            corpus=Path(given["CORPUS"]) if given["CORPUS"] else CORPUS,
            store=Path(given["STORE"]) if given["STORE"] else None,
            home=Home(country, partner),
            model=given["MODEL"] or None,
            keep_questions=(given["KEEP_QUESTIONS"] or "").strip().lower() in _ON,
        )
