"""Receipts: every figure of a reply recomputes to itself; what is altered, damaged or changed is told."""

from __future__ import annotations

import base64
import hashlib
import json
import shutil
import zlib
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from assistant import Assistant
from assistant.answer.receipts import BadReceipt, verify
from assistant.ingest.build import build
from assistant.store.embedder import HashingEmbedder
from assistant.store.store import Store
from tests.world.asking import WORLD

ASKED = [
    "US imports from Mexico in 2023",
    "US deficit with Mexico in 2023",
    "Mexico's surplus with the US in Feb 2024",
    "Mexico's exports to the US in 2023",
    "top 3 partners in 2023",
    "growth of US imports from Mexico in 2023",
    "CAGR of US imports from Mexico 2021-2023",
    "share of truck in US imports from Mexico in 2023",
    "US imports from Mexico by month in 2023",
    "how many months of 2023 had US imports from Mexico above $50m",
    "best month ever for US imports from Mexico",
    "month with the largest US deficit with Mexico in 2023 and how far above the average",
]


def figures(assistant: Assistant, text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = assistant.ask(text)[0].to_dict()["figures"]
    return found


def packed(change: Callable[[dict[str, Any]], None], receipt: str, *, seal: bool) -> str:
    """The receipt with its content changed, with its old seal or with a seal of its own."""
    text = receipt.removeprefix("ta1.")
    raw = zlib.decompress(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))).decode()
    body = json.loads(raw[16:])
    change(body)
    written = json.dumps(body, separators=(",", ":"), ensure_ascii=False, sort_keys=True)
    if seal:
        raw = hashlib.sha256(written.encode()).hexdigest()[:16]
    return "ta1." + base64.urlsafe_b64encode(zlib.compress((raw[:16] + written).encode(), 9)).decode().rstrip("=")


@pytest.mark.parametrize("text", ASKED)
def test_every_figure_recomputes_to_itself(assistant_world: Assistant, text: str) -> None:
    found = figures(assistant_world, text)
    assert found
    for figure in found:
        verdict = assistant_world.verify(figure["receipt"])
        assert verdict.holds and verdict.same_tables and verdict.changed == (), figure
        assert verdict.said == Decimal(figure["value"])


def test_a_receipt_stands_without_the_conversation(assistant_world: Assistant) -> None:
    _, dialogue = assistant_world.ask("Mexico's exports to the US in 2022")
    reply, _ = assistant_world.ask("and the year after?", dialogue)
    verdicts = [assistant_world.verify(figure["receipt"]) for figure in reply.to_dict()["figures"]]
    assert len(verdicts) >= 2 and all(verdict.holds for verdict in verdicts)


def test_the_question_is_not_in_it(assistant_world: Assistant) -> None:
    receipt = figures(assistant_world, "please kindly tell me the US imports from Mexico in 2023")[0]["receipt"]
    raw = receipt.removeprefix("ta1.")
    assert b"kindly" not in zlib.decompress(base64.urlsafe_b64decode(raw + "=" * (-len(raw) % 4)))


def set_value(body: dict[str, Any]) -> None:
    body["value"] = "1"


def set_period(body: dict[str, Any]) -> None:
    body["plan"][0][2]["period"] = "2021"


@pytest.mark.parametrize("change", [set_value, set_period])
def test_an_altered_receipt_is_refused(assistant_world: Assistant, change: Callable[[dict[str, Any]], None]) -> None:
    receipt = figures(assistant_world, ASKED[0])[0]["receipt"]
    with pytest.raises(BadReceipt, match="altered"):
        assistant_world.verify(packed(change, receipt, seal=False))
    assert not assistant_world.verify(packed(change, receipt, seal=True)).holds


@pytest.mark.parametrize(
    "text", ["", "hello", "ta1.", "ta1.????", "ta2.abc", "ta1." + "A" * 30_000, "ta1.eJwDAAAAAAE", "ta1.é"]
)
def test_what_is_no_receipt_says_so(assistant_world: Assistant, text: str) -> None:
    with pytest.raises(BadReceipt):
        assistant_world.verify(text)


def test_a_receipt_cut_short_is_damaged(assistant_world: Assistant) -> None:
    receipt = figures(assistant_world, ASKED[0])[0]["receipt"]
    for cut in (receipt[:-20], receipt[: len(receipt) // 2], receipt[:40]):
        with pytest.raises(BadReceipt):
            assistant_world.verify(cut)
    assert assistant_world.verify(f"  {receipt}\n").holds


def test_a_table_that_changed_is_named(assistant_world: Assistant, tmp_path: Path) -> None:
    receipts = {text: figures(assistant_world, text)[0]["receipt"] for text in (ASKED[0], ASKED[7])}
    shutil.copytree(WORLD, tmp_path / "corpus")
    data = tmp_path / "corpus" / "tables" / "us_goods" / "data.csv"
    data.write_text(
        data.read_text().replace("import,MEX,2023,600", "import,MEX,2023,601").replace("WLD,2023,1380", "WLD,2023,1381")
    )
    toml = tmp_path / "corpus" / "tables" / "us_monthly" / "table.toml"
    toml.write_text(toml.read_text().split("[[laws]]")[0])
    store = Store(build(tmp_path / "corpus", tmp_path / "store", embedder=HashingEmbedder()))
    verdict = verify(receipts[ASKED[0]], store)
    assert not verdict.holds and verdict.changed == ("us_goods",)
    assert (verdict.said, verdict.now) == (Decimal(600 * 10**6), Decimal(601 * 10**6))
    assert verify(receipts[ASKED[7]], store).holds  # another table, untouched
    store.close()
