"""What was not answered well: counts per day and cause, and, where that is switched on, the questions themselves."""

from __future__ import annotations

import logging
import os
import re
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from assistant.settings import Settings

Verdict = Literal["declined", "clarify", "up", "down"]
"""Declined or asked back by the assistant, thumbs up or down by a reader."""

_LOG = logging.getLogger(__name__)
NAME = "ledger.sqlite"
_TALLIES, _EXAMPLES, _LONGEST = 20_000, 2_000, 300
_SECRET = re.compile(
    r"\S+@\S+\.\S+|\b(?:sk|pk|key|token)[-_]\S{6,}|\b(?=\S*\d)(?=\S*[A-Za-z])[\w.+/=-]{20,}|\b\d{12,}\b"
)
_SCHEMA = """
CREATE TABLE IF NOT EXISTS tally (
    day TEXT, verdict TEXT, kind TEXT, cause TEXT, times INTEGER, PRIMARY KEY (day, verdict, kind, cause)
);
CREATE TABLE IF NOT EXISTS example (
    at TEXT, verdict TEXT, kind TEXT, cause TEXT, detail TEXT, question TEXT
);
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """How often a verdict fell for one cause, when first and last, and the newest questions that are kept."""

    verdict: str
    kind: str
    cause: str
    times: int
    first: str
    last: str
    details: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()


def noted(settings: Settings, reply: Mapping[str, Any], thumb: Literal["up", "down"] | None = None) -> None:
    """Notes a reply where there is a ledger; one that cannot be written is logged, and keeps nobody from an answer."""
    if (ledger := Ledger.of(settings)) is None:
        return
    try:
        ledger.note(reply, thumb)
    except (OSError, sqlite3.Error):
        _LOG.warning("the ledger %s cannot be written", ledger.path, exc_info=True)


class Ledger:
    """A small file beside the store, for its owner only; bounded in size, without text unless `keeps`."""

    def __init__(self, path: Path, *, keeps: bool = False) -> None:
        self.path, self.keeps = path, keeps

    @classmethod
    def of(cls, settings: Settings) -> Ledger | None:
        """The ledger in the folder of the store; None before there is a store."""
        return cls(settings.store / NAME, keeps=settings.keep_questions) if settings.store else None

    def note(self, reply: Mapping[str, Any], thumb: Literal["up", "down"] | None = None) -> None:
        """Counts a reply that was declined or asked back, or a thumb on any reply; an answer alone is not counted."""
        if reply["status"] == "answered" and thumb is None:
            return
        verdict, kind, cause, detail = _read(reply, thumb)
        now = datetime.now(UTC)
        with self._open() as connection:
            connection.execute(
                "INSERT INTO tally VALUES (?, ?, ?, ?, 1) ON CONFLICT DO UPDATE SET times = times + 1",
                (now.date().isoformat(), verdict, kind, cause),
            )
            if self.keeps and verdict != "up":
                kept = (now.isoformat(timespec="seconds"), verdict, kind, cause, detail, masked(str(reply["question"])))
                connection.execute("INSERT INTO example VALUES (?, ?, ?, ?, ?, ?)", kept)
            _trim(connection)

    def entries(self, newest: int = 3) -> list[Entry]:
        """The causes, the most frequent first, with that many newest questions where they are kept."""
        if not self.path.exists():
            return []
        query = "SELECT verdict, kind, cause, sum(times) n, min(day), max(day) FROM tally GROUP BY 1, 2, 3"
        with self._open() as connection:
            rows = connection.execute(f"{query} ORDER BY n DESC, verdict, kind, cause").fetchall()
            return [_entry(connection, row, newest) for row in rows]

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(self.path, os.O_CREAT | os.O_RDWR, 0o600))  # before SQLite would make it readable for others
        with closing(sqlite3.connect(self.path, timeout=5)) as connection, connection:
            connection.executescript(_SCHEMA)
            yield connection


def masked(text: str) -> str:
    """A question as it may be kept: shortened, without what looks like an address, a key or an account number.

    >>> masked("exports, my key is sk-abcdef123456")
    'exports, my key is …'
    """
    return _SECRET.sub("…", " ".join(text.split())[:_LONGEST])


def _read(reply: Mapping[str, Any], thumb: str | None) -> tuple[str, str, str, str]:
    """The verdict, kind and cause of a reply, and what the cause speaks of."""
    reason = reply.get("reason") or {}
    verdict = thumb or str(reply["status"])
    if not reason:
        own = [call["tool"] for call in reply.get("plan") or () if "@" not in call.get("id", "")]
        return verdict, str(reply["status"]), own[-1] if own else "passages", ""
    detail = ", ".join(f"{name} {masked(str(value))}" for name, value in (reason.get("detail") or {}).items())
    return verdict, str(reason.get("kind", "")), str(reason.get("cause", "")), detail


def _entry(connection: sqlite3.Connection, row: tuple[Any, ...], newest: int) -> Entry:
    where = "verdict = ? AND kind = ? AND cause = ? ORDER BY at DESC, rowid DESC LIMIT ?"
    found = connection.execute(f"SELECT detail, question FROM example WHERE {where}", (*row[:3], newest)).fetchall()
    details = tuple(dict.fromkeys(detail for detail, _ in found if detail))
    verdict, kind, cause, times, first, last = row
    return Entry(verdict, kind, cause, times, first, last, details, tuple(question for _, question in found))


def _trim(connection: sqlite3.Connection) -> None:
    """The oldest go where there are too many."""
    for table, limit, order in (("tally", _TALLIES, "day"), ("example", _EXAMPLES, "at")):
        newest = f"SELECT rowid FROM {table} ORDER BY {order} DESC, rowid DESC LIMIT {limit}"
        connection.execute(f"DELETE FROM {table} WHERE rowid NOT IN ({newest})")
