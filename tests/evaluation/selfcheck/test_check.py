"""The check over the small world: what it finds right, and that it finds what is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from assistant import Assistant, Dialogue
from assistant.evaluation.selfcheck.asked import KINDS, Asked, Right
from assistant.evaluation.selfcheck.cell import Cell
from assistant.evaluation.selfcheck.certificate import Certificate
from assistant.evaluation.selfcheck.check import check
from assistant.evaluation.selfcheck.marking import mark
from assistant.evaluation.selfcheck.wording import patterns
from assistant.periods import Period
from assistant.reply import Reply
from assistant.settings import Settings
from assistant.store.store import Store

IMPORTS = Asked("value", Cell("imports", "USA", "MEX", Period.year(2023)))
RIGHT = {"us_goods": Right(600e6, "USD")}


def reply(*items: Mapping[str, Any], table: str = "us_goods", status: str = "answered") -> dict[str, Any]:
    return {
        **{"status": status, "text": "", "answer": list(items), "figures": [{"source": table}] if table else []},
        **{"table": None, "reason": {"text": "No."}},
    }


def number(value: str, unit: str = "USD", label: str = "imports") -> dict[str, Any]:
    return {"kind": "number", "value": value, "unit": unit, "label": label}


def entity(code: str, kind: str = "entity") -> dict[str, Any]:
    return {"kind": kind, "value": code, "unit": None, "label": code}


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        (reply(number("600000000")), "right"),
        (reply(number("600000000"), table="tx_ports"), "WRONG"),
        (reply(number("600001000")), "WRONG"),
        (reply(number("600000000", "percent")), "WRONG"),
        (reply(), "WRONG"),
        (reply(status="declined"), "declined wrongly"),
        (reply(status="clarify"), "asked wrongly"),
    ],
)
def test_a_reply_is_right_by_its_first_figure_and_its_table(said: dict[str, Any], verdict: str) -> None:
    assert mark(IMPORTS, RIGHT, said, "trade deficit").verdict == verdict


def test_a_deficit_is_a_negative_balance() -> None:
    asked, right = (
        replace(IMPORTS, kind="balance", cell=replace(IMPORTS.cell, measure="balance")),
        {"t": Right(-5.0, "USD")},
    )
    assert mark(asked, right, reply(number("5", label="trade deficit"), table="t"), "trade deficit").verdict == "right"
    assert mark(asked, right, reply(number("5", label="trade balance"), table="t"), "trade deficit").verdict == "WRONG"


def test_a_ranking_is_right_in_its_order_and_length() -> None:
    asked, right = replace(IMPORTS, kind="ranking", by="partner"), {"t": Right(9.0, "USD", ("MEX", "CAN"))}
    marked = [
        mark(asked, right, reply(*map(entity, codes), number("9"), table="t"), "trade deficit").verdict
        for codes in (("MEX", "CAN"), ("CAN", "MEX"), ("MEX",), ("MEX", "CAN", "CHN"))
    ]
    assert marked == ["right", "WRONG", "WRONG", "WRONG"]


def test_every_language_words_every_kind() -> None:
    for own in patterns().values():
        assert {*KINDS} - {"balance", "total", "cross"} <= set(own)
        assert set(own["what"]) == set(own["world"]) >= {"exports", "imports", "total", "balance", "duty"}


@pytest.fixture(scope="module")
def certificate(world: Store) -> Certificate:
    return check(Assistant(world, Settings()), 120, seed=1)


def test_the_same_seed_asks_the_same_questions(world: Store, certificate: Certificate) -> None:
    again = check(Assistant(world, Settings()), 30, seed=1)
    assert [o.question for o in again.outcomes[:30]] == [o.question for o in certificate.outcomes[:30]]


def test_the_small_world_is_asked_in_two_languages_over_many_tables(certificate: Certificate) -> None:
    assert {outcome.language for outcome in certificate.outcomes} == {"en", "es"}
    assert len({outcome.table for outcome in certificate.outcomes}) >= 5
    assert len({outcome.kind for outcome in certificate.outcomes}) >= 6
    assert len({outcome.question for outcome in certificate.outcomes}) >= 90


def test_no_law_is_broken_and_nearly_all_is_right(certificate: Certificate) -> None:
    assert not certificate.broken and not any(law.broken for law in certificate.laws)
    assert certificate.right >= 0.85 * len(certificate.outcomes), "\n".join(certificate.lines())


class Doubling(Assistant):
    """Says twice of every figure."""

    def ask(self, text: str, dialogue: Dialogue = Dialogue()) -> tuple[Reply, Dialogue]:
        found, after = super().ask(text, dialogue)
        return replace(found, answer=tuple(map(_doubled, found.answer))), after


def _doubled(item: Mapping[str, Any]) -> Mapping[str, Any]:
    return {**item, "value": str(2 * float(item["value"]))} if item["kind"] == "number" else item


def test_an_assistant_that_is_wrong_is_found_out(world: Store) -> None:
    found = check(Doubling(world, Settings()), 40, seed=1)
    assert not found.holds and found.right < 0.2 * len(found.outcomes)
    assert "(NOT MET)" in next(found.lines())


def test_an_interruption_keeps_what_was_found(world: Store) -> None:
    def stop(done: int, total: int, label: str) -> None:
        if done >= 5:
            raise KeyboardInterrupt

    found = check(Assistant(world, Settings()), 1000, tell=stop)
    assert found.interrupted and 5 <= len(found.outcomes) < 20
    assert any(line.startswith("interrupted after") for line in found.lines())
