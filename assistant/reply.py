"""What comes back: an answer, a question back, or a decline; all three speak the reply contract."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field

from assistant.errors import DeclineKind
from assistant.types import Json

Row = Mapping[str, Json]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """The part that every reply has; `to_dict` gives the contract, with every key present."""

    question: str
    text: str
    conversation: str = ""
    language: str = "en"
    id: str = field(default_factory=lambda: secrets.token_hex(8))
    plan: tuple[Row, ...] = ()
    assumptions: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    timings_ms: Mapping[str, float] = field(default_factory=lambda: {"total": 0})
    answer: tuple[Row, ...] = ()
    figures: tuple[Row, ...] = ()
    citations: tuple[Row, ...] = ()
    table: Row | None = None
    chart: Row | None = None
    reason: Row | None = None

    @property
    def status(self) -> str:
        """answered, clarify or declined."""
        raise NotImplementedError

    def to_dict(self) -> dict[str, Json]:
        """The reply contract."""
        lists = ("answer", "figures", "citations", "plan", "assumptions", "options", "suggestions")
        return {
            **{key: getattr(self, key) for key in ("id", "question", "conversation", "language", "status", "text")},
            **{key: _plain(getattr(self, key)) for key in lists},
            **{key: _plain(getattr(self, key)) for key in ("table", "chart", "reason", "timings_ms")},
        }

    def to_json(self) -> str:
        """The contract on one line."""
        return json.dumps(self.to_dict(), ensure_ascii=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Reply):
    """An answer with its figures, citations, table and chart."""

    @property
    def status(self) -> str:
        """The name of this kind of reply in the contract."""
        return "answered"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clarify(Reply):
    """A question back, with options that can be asked as they are."""

    @property
    def status(self) -> str:
        """The name of this kind of reply in the contract."""
        return "clarify"


@dataclass(frozen=True, slots=True, kw_only=True)
class Declined(Reply):
    """Why there is no answer, and the nearest question that has one."""

    @property
    def status(self) -> str:
        """The name of this kind of reply in the contract."""
        return "declined"


def reason(
    kind: DeclineKind, text: str, nearest: str | None = None, cause: str = "", detail: Mapping[str, str] | None = None
) -> Row:
    """The `reason` of the contract; `cause` is its name in every language, `detail` what it speaks of."""
    return {"kind": kind, "text": text, "nearest": nearest, "cause": cause, "detail": dict(detail or {})}


def _plain(value: Json) -> Json:
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, tuple | list) else value
