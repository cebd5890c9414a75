"""The whole of a ranking: where there is one, and that it holds what is never ranked."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from assistant.answer.tables import table
from assistant.answer.whole import whole
from assistant.answer.words import Words
from assistant.languages.language import load
from assistant.store.store import Store
from assistant.tools.toolbox import Toolbox
from assistant.types import Call, Evidence


def ranked(store: Store, by: str = "partner", **args: Any) -> Evidence:
    asked = {"measure": "imports", "reporter": "USA", "period": "2023", "by": [by], **args}
    rank = Call("c2", "rank", {"of": {"ref": "c1"}, "n": 2, "order": "desc"})
    return Toolbox(store).run([Call("c1", "select", asked), rank])


def test_shares_of_a_ranking_add_up_to_all(world: Store) -> None:
    found = ranked(world)
    total = whole(found.calls[-1], found, world)
    assert total is not None and total.by == ()
    made = table([found.frames["c2"]], Words(load("en"), world.names), total)
    *parts, (_, amount, share) = made["rows"]
    assert sum(Decimal(row[1]) for row in parts) == Decimal(amount) == total.value
    assert abs(sum(Decimal(row[2]) for row in parts) - 100) < Decimal("0.000001") and share == "100"


@pytest.mark.parametrize(
    "args", [{"measure": "balance"}, {"partner": ["MEX", "CAN"]}, {"by": "month", "partner": "MEX"}]
)
def test_what_does_not_add_up_to_a_whole_has_none(world: Store, args: dict[str, Any]) -> None:
    found = ranked(world, **args)
    assert found.frames["c2"].rows
    assert whole(found.calls[-1], found, world) is None


def test_only_a_ranking_has_a_whole(world: Store) -> None:
    found = ranked(world)
    assert whole(found.calls[0], found, world) is None
