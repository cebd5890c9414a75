"""An assistant that knows a few answers by heart, for tests of the page: replies in the form of the contract."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from assistant.settings import Settings

CENSUS = {
    "id": 1,
    "kind": "table",
    "title": "US goods trade by partner, monthly",
    "source": "U.S. Census Bureau",
    "url": "https://www.census.gov/foreign-trade/balance/",
    "locator": "2 rows: partner MEX, 2024-11",
    "quote": None,
    "release": "revised 2025-06",
}
PRESS = {
    "id": 2,
    "kind": "passage",
    "title": "A month of Mexican trade",
    "source": "press extract",
    "url": "",
    "locator": "§ 1, paragraph 2",
    "quote": "exports of 35.0 and imports of 18.1 billion, <b>see</b> ![x](http://evil.example/a.png) $5$",
}
CHART = {
    "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
    "data": {"values": [{"partner": name, "value": value} for name, value in (("Mexico", 839.9), ("Canada", 762.1))]},
    "mark": {"type": "bar", "tooltip": True},
    "encoding": {
        "y": {"field": "partner", "type": "nominal", "sort": "-x", "title": None},
        "x": {"field": "value", "type": "quantitative", "title": "US$ billion"},
    },
}


def reply(question: str, **changes: Any) -> dict[str, Any]:
    """A reply of the contract with every key, the given ones changed."""
    empty: dict[str, Any] = {
        "id": "r1",
        "question": question,
        "conversation": "c1",
        "status": "answered",
        "text": "",
        "answer": [],
        "figures": [],
        "citations": [],
        "table": None,
        "chart": None,
        "plan": [],
        "assumptions": [],
        "options": [],
        "reason": None,
        "suggestions": [],
        "timings_ms": {"total": 3},
    }
    return {**empty, **changes}


def surplus(question: str) -> dict[str, Any]:
    """Mexico's surplus: two sides, a table, sources."""
    text = (
        "Mexico's surplus with the United States in November 2024 was **$16.9 billion** as a press extract has it [2], "
        "to 0.1 billion; on US books it was **$15,349 million** [1].\n\n"
        "The two differ because each side counts on its own basis."
    )
    figure = {
        "id": "f1",
        "measure": "trade balance",
        "value": "16900000000",
        "unit": "USD",
        "display": "$16.9 billion",
        "precision": "50000000",
        "basis": "Mexican books as quoted in the press, stated to 0.1 billion",
        "source": "press extract",
        "receipt": "ta1:" + "eyJwbGFuIjoi" * 20,
    }
    table = {
        "columns": ["Side", "HS", "Exports", "Imports", "Balance", "Share"],
        "units": ["", "", "USD", "USD", "USD", "percent"],
        "rows": [
            ["Mexican books", "87", "35000000000", "18100000000", "16900000000", "52.5"],
            ["=US books", "8703", "42249000000", "26900000000", "-15349000000", None],
        ],
    }
    return reply(
        question,
        text=text,
        figures=[figure],
        citations=[CENSUS, PRESS],
        table=table,
        assumptions=["“Surplus” is read as Mexico's exports minus imports, goods only."],
        suggestions=["and the year before?", "Why do the two sides differ?", "And with Canada?"],
    )


def ranking(question: str) -> dict[str, Any]:
    """The top partners: a chart and a table."""
    table = {
        "columns": ["Partner", "Total trade"],
        "units": ["", "USD"],
        "rows": [["Mexico", "839900000000"], ["Canada", "762100000000"]],
    }
    text = "Mexico, with **$839.9 billion** [1], then Canada."
    return reply(question, text=text, chart=CHART, table=table, citations=[CENSUS], suggestions=["and in 2023?"])


def unclear(question: str) -> dict[str, Any]:
    """A question of two readings."""
    options = ["Georgia, the country", "Georgia, the US state"]
    return reply(question, status="clarify", text="Which Georgia is meant?", options=options)


def declined(question: str) -> dict[str, Any]:
    """A question that no loaded table answers."""
    text = "There are no figures after October 2025, so December 2027 cannot be answered."
    nearest = "What were US exports in October 2025?"
    reason = {"kind": "not_published", "text": text, "nearest": nearest}
    return reply(question, status="declined", text=text, reason=reason)


@dataclass(frozen=True)
class FakeDialogue:
    """How many turns there were."""

    turns: int = 0


@dataclass(frozen=True)
class FakeReply:
    """A reply that is a dict already."""

    body: dict[str, Any]

    def to_dict(self) -> dict[str, Any]:
        return self.body


class FakeAssistant:
    """Answers by the first word it knows."""

    settings = Settings()
    KNOWN = {"surplus": surplus, "year before": surplus, "top": ranking, "georgia": unclear, "2027": declined}

    @classmethod
    def open(cls, store: Any = None, corpus: Any = None, progress: Any = None) -> FakeAssistant:
        if progress:
            progress(1, 2, "Reading [tables](http://x.example)")
        return cls()

    def info(self, language: str = "en") -> dict[str, Any]:
        table = {
            "id": "us_goods",
            "title": CENSUS["title"],
            "publisher": CENSUS["source"],
            "release": CENSUS["release"],
            "first": "1985-01",
            "last": "2025-10",
            "rows": 100_000,
            "url": CENSUS["url"],
            "licence": "public domain",
            "books": "USA",
            "description": "Goods trade by partner.",
            "basis": "general imports at customs value",
            "population": {"partner": "complete"},
            "gaps": ["<b>2026</b> is not published"],
        }
        return {"tables": [table], "store": "a store", "data_until": "2025-10"}

    def notes(self) -> list[dict[str, Any]]:
        source = {"publisher": "U.S. Census Bureau", "title": "Guide", "date": "2024", "url": "https://www.census.gov/"}
        return [{"id": "mirror", "title": "Why two sides differ", "topic": "statistics", "sources": [source]}]

    def ask(self, text: str, dialogue: FakeDialogue = FakeDialogue()) -> tuple[FakeReply, FakeDialogue]:
        if "boom" in text:
            raise RuntimeError("no such luck")
        made = next((make for word, make in self.KNOWN.items() if word in text.lower()), declined)
        body = made(text)
        body["text"] += f"\n\nTurn {dialogue.turns + 1}."
        return FakeReply(body), FakeDialogue(dialogue.turns + 1)
