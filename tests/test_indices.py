"""Indices from words to figure: what is computed, over what, and what stays declined; against pandas on the tables."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from assistant import Assistant, Dialogue
from assistant.settings import CORPUS

pytestmark = pytest.mark.slow

GROUPS = ("EU", "EUROPE", "ASIA", "PACRIM", "AFRICA", "SSAFRICA", "NAMERICA", "SCAMERICA", "OCEANIA", "CAFTADR")
NAMELESS = ("WLD", "XUN", "XIO", *GROUPS)


def reply(assistant: Assistant, text: str) -> dict[str, Any]:
    return assistant.ask(text, Dialogue())[0].to_dict()


def read(name: str, values: str) -> pd.DataFrame:
    (path,) = (CORPUS / "tables" / name).glob("*.parquet")
    found = pd.read_parquet(path)
    return found.assign(value=found[values].astype(float))


def partners(flow: str, year: int) -> pd.Series:
    rows = read("census_goods_monthly", "value_musd")
    rows = rows[(rows.flow == flow) & (pd.to_datetime(rows.month).dt.year == year)]
    return rows[~rows.partner.isin(NAMELESS)].groupby("partner").value.sum()


def chapters(partner: str, flow: str, year: int) -> pd.Series:
    rows = read("bts_hs2_mode_annual", "value_usd")
    rows = rows[(rows.partner == partner) & (rows.flow == flow) & (rows.year.astype(int) == year)]
    return rows.groupby("chapter").value.sum()


def bought(partner: str) -> pd.Series:
    rows = read("tracker_hs2_2024", "imports_usd")
    return rows[rows.partner == partner].groupby("chapter").value.sum()


def hhi(values: pd.Series) -> float:
    return float(((values / values.sum()) ** 2).sum())


def two_way(partner: str, year: int) -> float:
    sold, got = (chapters(partner, flow, year) for flow in ("export", "import"))
    return float(1 - sold.sub(got, fill_value=0).abs().sum() / sold.add(got, fill_value=0).sum())


def alike(one: pd.Series, other: pd.Series) -> float:
    return float(100 * pd.concat([one / one.sum(), other / other.sum()], axis=1).fillna(0).min(axis=1).sum())


COMPUTED = {
    "Compute the Herfindahl-Hirschman index of US goods exports by destination for 2023": lambda: hhi(
        partners("export", 2023)
    ),
    "how concentrated are US imports by country in 2024?": lambda: hhi(partners("import", 2024)),
    "how diversified are US exports to Canada by product 2024": lambda: hhi(chapters("CAN", "export", 2024)),
    "effective number of suppliers of US imports 2024": lambda: 1 / hhi(partners("import", 2024)),
    "Grubel-Lloyd index between the US and Mexico 2024": lambda: two_way("MEX", 2024),
    "Grubel-Lloyd index US Mexico": lambda: two_way("MEX", 2025),
    "Is trade between the US and Canada intra-industry in 2019?": lambda: two_way("CAN", 2019),
    "how similar are US imports from Mexico and China in 2024": lambda: alike(bought("MEX"), bought("CHN")),
    "export similarity index of Mexico and China in the US market 2024": lambda: alike(bought("MEX"), bought("CHN")),
    "How alike are US exports to Mexico and Canada in 2023?": lambda: alike(
        chapters("MEX", "export", 2023), chapters("CAN", "export", 2023)
    ),
    "¿Qué tan concentradas están las exportaciones de Estados Unidos por país en 2023?": lambda: hhi(
        partners("export", 2023)
    ),
    "número efectivo de socios en las exportaciones de Estados Unidos 2021": lambda: 1 / hhi(partners("export", 2021)),
    "comercio intraindustrial entre Estados Unidos y México en 2024": lambda: two_way("MEX", 2024),
    "concentración de las importaciones de EE.UU. desde México por capítulo 2024": lambda: hhi(
        chapters("MEX", "import", 2024)
    ),
}


@pytest.mark.parametrize("text", COMPUTED)
def test_an_index_is_what_pandas_makes_of_the_table(assistant: Assistant, text: str) -> None:
    found = reply(assistant, text)
    assert found["status"] == "answered"
    assert float(found["answer"][0]["value"]) == pytest.approx(COMPUTED[text](), rel=1e-8)
    assert all(assistant.verify(figure["receipt"]).holds for figure in found["figures"])
    assert "=" in found["figures"][0]["basis"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("HHI of US exports to Mexico by Texas port 2023", "not_computable"),
        ("HHI of US exports to Mexico by Mexican state 2023", "not_computable"),
        ("Herfindahl of Mexican exports by product", "not_computable"),
        ("Gini coefficient of US imports by partner 2024", "not_computable"),
        ("which chapters are US exports to Mexico most concentrated in?", "not_computable"),
        ("Lafay index of Mexico", "not_computable"),
        ("How diversified are Mexico's exports?", "not_computable"),
        ("overall intra-industry trade index", "not_computable"),
        ("Grubel-Lloyd between the US and Germany 2024", "no_data"),
        ("HHI of US imports by partner and chapter 2024", "unclear"),
        ("growth of the HHI of US imports from 2017 to 2024", "unclear"),
        ("Mexico's share of US intra-industry trade 2024", "unclear"),
        ("why is the HHI of US imports low?", "not_computable"),
    ],
)
def test_what_no_table_holds_whole_or_no_index_means_is_declined(assistant: Assistant, text: str, kind: str) -> None:
    found = reply(assistant, text)
    assert (found["status"], found["reason"]["kind"]) == ("declined", kind)


@pytest.mark.parametrize("text", ["what is the HHI?", "What is the Grubel–Lloyd index good for?"])
def test_the_meaning_of_an_index_is_explained_and_not_computed(assistant: Assistant, text: str) -> None:
    found = reply(assistant, text)
    assert found["status"] == "answered"
    assert not found["figures"]


def test_a_follow_up_keeps_the_index(assistant: Assistant) -> None:
    _, dialogue = assistant.ask("HHI of US imports by partner 2024", Dialogue())
    found, _ = assistant.ask("and exports?", dialogue)
    assert float(found.to_dict()["answer"][0]["value"]) == pytest.approx(hhi(partners("export", 2024)), rel=1e-8)
