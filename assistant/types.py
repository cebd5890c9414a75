"""The frozen nouns that travel between the rooms: what is asked, what is run, what is found, what is said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal

from assistant.errors import DeclineKind, ToolError
from assistant.periods import Period

Json = Any
"""A value that `json.dumps` writes: the shape of arguments and of the reply contract."""

OTHER, EARLIER = "@", "^"
WIDENED = "wy"
"""First letters of the calls of a plan that is made once more: wider in its products, or by year."""
BESIDE = "g"
"""First letter of the calls of what is told beside the answer where it is found: the goods of a flow."""
BEFORE, APART = "^before", "apart"
"""Marks in call ids: the same plan on another table ("c2@table"), the earlier question on this one ("c1^table"),
the earlier answer's own calls ("c1^before"); "apart" begins the id of a call that sets two readings side by side."""

NoteKind = Literal[
    "books",
    "partial",
    "gap",
    "break",
    "estimate",
    "extract",
    "release",
    "missing",
    "default",
    "wider",
    "members",
    "whole",
]


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of the question that names something: `candidates` are codes, best first.

    `corrected` says how misspelt words of it were read: "canda → canada".
    """

    kind: str
    start: int
    end: int
    text: str
    candidates: tuple[str, ...]
    role: str = ""
    corrected: str = ""


@dataclass(frozen=True, slots=True)
class Call:
    """One step of a plan: a tool and its arguments; an argument may name an earlier call as {"ref": "c1"}."""

    id: str
    tool: str
    args: Mapping[str, Json]


@dataclass(frozen=True, slots=True)
class Note:
    """Something the answer has to say about a figure: whose books, a partial population, a break."""

    kind: NoteKind
    text: str


@dataclass(frozen=True, slots=True)
class About:
    """What a figure is about; a slot is None where it is all of it (all products, all modes)."""

    reporter: str | None = None
    partner: str | None = None
    flow: str | None = None
    product: str | None = None
    mode: str | None = None
    region: str | None = None
    port: str | None = None
    period: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a frame: its key (one code for each of the frame's `by`) and a value, None where missing."""

    key: tuple[str, ...]
    value: Decimal | None


@dataclass(frozen=True, slots=True)
class Frame:
    """Values of one measure from one table on one basis, keyed by `by`; a single figure is a frame with `by=()`.

    `about` holds what all rows share; `unit` is "USD", "percent", "percentage points", "ratio", "count", "kg", …
    `precision` is the half-width that the source states, in `unit`. `mirror` is true where the partner's books answer.
    """

    measure: str
    unit: str
    by: tuple[str, ...]
    rows: tuple[Row, ...]
    about: About
    table: str
    basis: str
    precision: Decimal | None = None
    mirror: bool = False
    notes: tuple[Note, ...] = ()
    others: tuple[str, ...] = ()
    detail: Mapping[str, Json] = field(default_factory=dict)

    @property
    def value(self) -> Decimal | None:
        """The value of a frame of one row; ValueError where there are more."""
        (row,) = self.rows
        return row.value


@dataclass(frozen=True, slots=True)
class Fact:
    """One figure that an answer may say, with all that is needed to state and to recompute it."""

    id: str
    measure: str
    value: Decimal
    unit: str
    about: About
    basis: str
    source: str
    precision: Decimal | None
    call: str
    key: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of a document, as it stands there; `locator` says where ("§ 3 Valuation, paragraph 2").

    `asked` is the question it is known to answer, if it was found by one, and `known` how like it the query is; `sure`
    is how sure it is that the paragraph answers the query and does not only speak of its subject.
    """

    id: str
    text: str
    source: str
    title: str
    locator: str
    score: float
    url: str = ""
    publisher: str = ""
    language: str = "en"
    asked: str = ""
    known: float = 0.0
    sure: float = 0.0


@dataclass(frozen=True, slots=True)
class Listing:
    """What is known about the data rather than computed from it: a sentence and a table of words.

    `kind` names what says it in the user's language ("agreements"; empty where `text` is all), from `detail`;
    `figures` are numbers that were counted, `passages` are to be quoted beside them.
    """

    text: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    tables: tuple[str, ...] = ()
    kind: str = ""
    detail: Mapping[str, Json] = field(default_factory=dict)
    figures: Mapping[str, int] = field(default_factory=dict)
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Gap:
    """Why a question is not planned: a question back with ready options, or a decline with its reason.

    `cause` names a phrase of the language files, `detail` fills its blanks.
    """

    status: Literal["clarify", "declined"]
    kind: DeclineKind
    cause: str
    detail: tuple[tuple[str, str], ...] = ()
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that the calls found, by call id, with the resolved calls in the order they ran."""

    calls: tuple[Call, ...] = ()
    frames: Mapping[str, Frame] = field(default_factory=dict)
    passages: tuple[Passage, ...] = ()
    listings: Mapping[str, Listing] = field(default_factory=dict)
    problems: Mapping[str, ToolError] = field(default_factory=dict)

    @property
    def main(self) -> Frame | None:
        """The frame that answers: of the last call that belongs to the question itself."""
        own = [c.id for c in self.calls if not (OTHER in c.id or EARLIER in c.id or c.id.startswith(BESIDE))]
        return self.frames.get(own[-1]) if own else None

    def __add__(self, other: Evidence) -> Evidence:
        return Evidence(
            self.calls + other.calls,
            {**self.frames, **other.frames},
            self.passages + other.passages,
            {**self.listings, **other.listings},
            {**self.problems, **other.problems},
        )


__all__ = [
    "APART",
    "BEFORE",
    "BESIDE",
    "EARLIER",
    "OTHER",
    "About",
    "Call",
    "DeclineKind",
    "Evidence",
    "Fact",
    "Frame",
    "Gap",
    "Listing",
    "Mention",
    "Note",
    "Passage",
    "Period",
    "Row",
]
