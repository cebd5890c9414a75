"""Receipts: all that recomputes a figure, in one line of text that any copy of the same tables can check."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from assistant.answer.numbers import plain
from assistant.errors import AssistantError
from assistant.store.agreements import SOURCE
from assistant.store.store import Store
from assistant.tools.toolbox import READERS, Toolbox
from assistant.types import Call, Fact, Frame, Listing

_PREFIX = "ta1."
_LONGEST = 20_000


class BadReceipt(AssistantError):
    """A text that is no receipt of this assistant, or one that was altered."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a receipt says, what its plan gives now, and whether the tables are the same ones."""

    said: Decimal
    now: Decimal | None
    same_tables: bool
    changed: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Whether the figure recomputes to the same value."""
        return self.now == self.said


def receipt(fact: Fact, calls: Sequence[Call], store: Store) -> str:
    """The receipt of a fact: the calls behind it, its row, its value, and the hashes of the tables read."""
    needed = _needed(fact.call, calls)
    tables = sorted({str(call.args["basis"]["table"]) for call in needed if call.tool in READERS})
    body = {
        "plan": [[call.id, call.tool, dict(call.args)] for call in needed],
        "call": fact.call,
        "key": list(fact.key),
        "value": plain(fact.value),
        "tables": {name: store.by_id[name].sha256[:16] for name in tables} | _lists(needed, store),
    }
    text = json.dumps(body, separators=(",", ":"), ensure_ascii=False, sort_keys=True)
    sealed = f"{_seal(text)}{text}".encode()
    return _PREFIX + base64.urlsafe_b64encode(zlib.compress(sealed, 9)).decode().rstrip("=")


def verify(text: str, store: Store) -> Verdict:
    """The verdict on a receipt, recomputed from the tables of a store; BadReceipt where it is none."""
    body = _opened(text)
    calls = [Call(name, tool, args) for name, tool, args in body["plan"]]
    evidence = Toolbox(store).run(calls)
    changed = tuple(
        name for name, sha in body["tables"].items() if {**_hashes(store), **_lists(calls, store)}.get(name) != sha
    )
    key = tuple(body["key"])
    counted = evidence.listings.get(body["call"])
    now = _value(evidence.frames.get(body["call"]), key) if counted is None else _counted(counted, key)
    return Verdict(Decimal(body["value"]), None if now is None else Decimal(plain(now)), not changed, changed)


def _hashes(store: Store) -> dict[str, str]:
    return {name: table.sha256[:16] for name, table in store.by_id.items()}


def _lists(calls: Sequence[Call], store: Store) -> dict[str, str]:
    """The hash of the list of agreements, where a call reads it."""
    if all(call.tool != "agreements" for call in calls):
        return {}
    rows = json.dumps(store.names.listed(SOURCE), sort_keys=True)
    return {SOURCE: hashlib.sha256(rows.encode()).hexdigest()[:16]}


def _counted(listing: Listing, key: tuple[str, ...]) -> Decimal | None:
    """A number that was counted in a list."""
    return Decimal(listing.figures[key[0]]) if key and key[0] in listing.figures else None


def _needed(name: str, calls: Sequence[Call]) -> list[Call]:
    """The call and those that it refers to, in the order they ran."""
    by_id = {call.id: call for call in calls}
    wanted, waiting = set(), [name]
    while waiting:
        call = by_id[waiting.pop()]
        wanted.add(call.id)
        waiting += [value["ref"] for value in call.args.values() if isinstance(value, dict) and "ref" in value]
    return [call for call in calls if call.id in wanted]


def _value(frame: Frame | None, key: tuple[str, ...]) -> Decimal | None:
    if frame is None:
        return None
    if key and key[0].startswith("term:"):
        return Decimal(str(frame.detail["terms"][key[0][5:]]))
    return next((row.value for row in frame.rows if row.key == key), None)


def _seal(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _opened(text: str) -> dict[str, Any]:
    text = text.strip()
    try:
        if not text.startswith(_PREFIX) or len(text) > _LONGEST:
            raise BadReceipt("this is not a receipt: a receipt starts with “ta1.”")
        packed = text.removeprefix(_PREFIX)
        unpacker = zlib.decompressobj()
        raw = unpacker.decompress(base64.urlsafe_b64decode(packed + "=" * (-len(packed) % 4)), 1_000_000).decode()
        body: dict[str, Any] = json.loads(raw[16:])
    except (binascii.Error, zlib.error, UnicodeDecodeError, ValueError) as error:
        raise BadReceipt("this receipt is damaged: copy it whole, from “ta1.” to its end") from error
    if _seal(raw[16:]) != raw[:16]:
        raise BadReceipt("this receipt was altered: its checksum does not match its content")
    return body
