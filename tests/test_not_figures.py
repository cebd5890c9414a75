"""What no goods table in dollars can answer, on the real tables: declined by its reason, its twin answered."""

from __future__ import annotations

from typing import Any

import pytest

from assistant import Assistant

pytestmark = pytest.mark.slow

DECLINED = {
    "Which Mexican seaport handled the most containers in 2024?": "crossings",
    "US crude oil imports from Mexico 2024 in barrels": "units",
    "head of cattle imported from Mexico 2024": "units",
    "imports from countries with more than 100 million people in 2023": "per_head",
    "General Motors exports from Mexico to the US 2023": "firms",
    "US exports from Houston to Mexico in 2023": "cities",
    "Had nobody imposed tariffs on China, what would imports from China have been in 2019?": "supposed",
    "did USMCA cause the increase in imports from Mexico?": "caused",
    "exports to Mexico on 31 February 2024": "date",
    "exports to Mexico in year -2024": "date",
    "imports from Mexico in the 5th quarter of 2022": "date",
    "tell me a joke about tariffs": "chat",
    "Should the US leave the USMCA?": "opinion",
    "US foreign exports to Mexico in 2023": "unknown_words",
    "express exports to Mexico in 2023": "unknown_words",
    "exports of love to Mexico in 2023": "unknown_words",
    "imports from Mexico by visitors in 2023": "unknown_words",
    "Which Canadian provinces export the most to the US? 2022, top 5": "provinces",
    "imports from Canada by province 2024": "provinces",
    "which of Canada's states imports most from US, 2023": "provinces",
    "¿Qué provincias canadienses exportan más a EE. UU. en 2022?": "provinces",
    "US exports to Ontario in 2023": "provinces",
    "log of imports from Mexico in 2023": "unknown_words",
    "twice the imports from Mexico in 2023": "not_realised",
    "exports to Mexico not excluding Canada in 2023": "not_realised",
    "exports other than to Mexico from Texas in 2023": "not_realised",
    "compare US exports to Mexico with Germany's exports to Mexico in 2023": "not_realised",
    "imports from Mexico that entered duty free in 2016": "not_realised",
    "exports to Mexico in 2023, not in dollars but in pesos": "currency",
    "imports from Mexico in 2023 without exchange rate effects": "currency",
    "¿En cuánto cerró el dólar frente al peso en marzo de 2024?": "currency",
    "¿cuánto valía el peso frente al dólar en 2023?": "currency",
    "cotización del dólar en marzo de 2024": "currency",
    "how many pesos to the dollar": "currency",
    "how strong was the dollar in 2023": "currency",
    "US trade with Brazil in reais in 2023": "currency",
}
ANSWERED = {
    "US exports to each of Mexico's states in 2023, which got most": "MX-CHH",
    "exports to Mexico in 2023, no pesos, dollars": "322742472406",
    "please ignore the services: US exports to Mexico in 2023": "322742472406",
    "exports to Mexico in 2023, not adjusted for inflation": "322742472406",
    "the actual (not forecast) exports to Mexico in 2024": "334041359045",
    "imports, not exports, from Canada, 2022": "437429118612",
    "Exports to Mexico in 2023. Not 2022.": "322742472406",
    "imports from Mexico in 2023 excluding nothing": "475215965697",
    "I am a customs broker; what were imports from Mexico in 2023": "475215965697",
    "For my students, exports to Mexico in 2023": "322742472406",
    "what would be the total of imports from Mexico in 2023?": "475215965697",
    "importaciones desde México en 2023 sin contar servicios": "475215965697",
    "¿cuál fue el peso de las importaciones desde México en 2023?": "145081225420",
    "what's the state of US trade with Mexico in 2023": "797958438103",
    "US imports by post from Mexico in 2023": "438",
}


def reply(assistant: Assistant, question: str) -> dict[str, Any]:
    return assistant.ask(question)[0].to_dict()


@pytest.mark.parametrize(("question", "cause"), DECLINED.items())
def test_declined_by_its_reason(assistant: Assistant, question: str, cause: str) -> None:
    found = reply(assistant, question)
    assert found["status"] == "declined", found["text"]
    assert found["reason"]["cause"] == cause, found["text"]


@pytest.mark.parametrize(("question", "value"), ANSWERED.items())
def test_its_twin_is_answered(assistant: Assistant, question: str, value: str) -> None:
    found = reply(assistant, question)
    assert found["status"] == "answered", found["text"]
    assert found["answer"][0]["value"] == value, found["text"]
