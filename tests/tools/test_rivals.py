"""Who buys more from one country than from another: counted over a plain reading of the panel's file."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pandas as pd
import pytest

from assistant import Assistant
from assistant.dialogue import Dialogue
from assistant.settings import CORPUS

PSEUDO = {"UNS", "BUN", "FRE", "SPE", "NTZ"}


@pytest.fixture(scope="module")
def flows() -> pd.DataFrame:
    return pd.read_parquet(CORPUS / "tables" / "panel_bilateral_1964_2016" / "flows.parquet")


def bought(flows: pd.DataFrame, year: int, seller: str) -> dict[str, Decimal]:
    rows = flows[(flows.year == year) & (flows.exporter == seller) & ~flows.importer.isin(PSEUDO)]
    return dict(zip(rows.importer, rows.exports_usd, strict=True))


def sold(flows: pd.DataFrame, year: int, buyer: str) -> dict[str, Decimal]:
    rows = flows[(flows.year == year) & (flows.importer == buyer) & ~flows.exporter.isin(PSEUDO)]
    return dict(zip(rows.exporter, rows.exports_usd, strict=True))


def expected(first: dict[str, Decimal], second: dict[str, Decimal]) -> list[str]:
    apart = {code: first[code] - second[code] for code in first if code in second and first[code] > second[code]}
    return sorted(apart, key=lambda code: (-apart[code], code))


def told(reply: dict[str, Any]) -> tuple[int, list[str]]:
    count, *rest = reply["answer"]
    return int(count["value"]), [item["value"] for item in rest if item["kind"] == "entity"]


@pytest.mark.parametrize(
    ("text", "year", "pair"),
    [
        ("Who imports more from Mexico than from the US?", 2016, ("MEX", "USA")),
        ("which countries buy more from Mexico than from the US in 1996", 1996, ("MEX", "USA")),
        ("¿Qué países le compran más a México que a Estados Unidos?", 2016, ("MEX", "USA")),
        ("how many countries bought more from China than from Japan in 2012", 2012, ("CHN", "JPN")),
        ("which countries buy less from Mexico than from the US", 2016, ("USA", "MEX")),
    ],
)
def test_who_buys_more(assistant: Assistant, flows: pd.DataFrame, text: str, year: int, pair: tuple[str, str]) -> None:
    reply = assistant.ask(text)[0].to_dict()
    codes = expected(*(bought(flows, year, seller) for seller in pair))
    assert told(reply) == (len(codes), codes[:10])
    assert str(year) in reply["text"] and "panel" in reply["text"] and not {*pair, *PSEUDO} & set(codes)
    assert all(assistant.verify(figure["receipt"]).holds for figure in reply["figures"][:6])


def test_who_sells_more(assistant: Assistant, flows: pd.DataFrame) -> None:
    reply = assistant.ask("countries that export more to China than to the US")[0].to_dict()
    codes = expected(sold(flows, 2016, "CHN"), sold(flows, 2016, "USA"))
    assert told(reply) == (len(codes), codes[:10])


def test_only_zimbabwe_in_2016_and_guam_has_nothing_to_compare(assistant: Assistant) -> None:
    reply, dialogue = assistant.ask("Who imports more from Mexico than from the US?", Dialogue())
    values = [item["value"] for item in reply.to_dict()["answer"]]
    assert values == ["1", "ZWE", "56953356", "24346016"]
    assert "Guam" in reply.text and "artefact" in reply.text
    earlier, _ = assistant.ask("and in 1996?", dialogue)
    assert told(earlier.to_dict())[1][:1] == ["CUB"]
    guam, _ = assistant.ask("is Guam really one of them?", dialogue)
    assert "artefact" in guam.text and not guam.figures  # told by the decline or by the note on it


def test_one_buyer_is_a_yes_or_no_with_both_figures(assistant: Assistant, flows: pd.DataFrame) -> None:
    reply = assistant.ask("Does Guatemala buy more from Mexico than from the US?")[0].to_dict()
    both = {bought(flows, 2016, seller)["GTM"] for seller in ("MEX", "USA")}
    assert reply["answer"][0]["value"] == "false"
    assert both <= {Decimal(item["value"]) for item in reply["answer"] if item["unit"] == "USD"}


@pytest.mark.parametrize(
    "text",
    [
        "Which countries import more from Mexico than the United States?",
        "¿Qué países le compran más a México que Estados Unidos?",
    ],
)
def test_than_a_bare_place_is_asked_back(assistant: Assistant, text: str) -> None:
    reply = assistant.ask(text)[0]
    assert reply.status == "clarify"
    assert assistant.ask(reply.options[0])[0].status == "answered"
