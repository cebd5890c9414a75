"""What trade is never told by here: a value per truck, dollars of another time, other classifications."""

import pytest

from assistant.ask import Assistant

pytestmark = pytest.mark.slow

DECLINED = {
    "US imports from Mexico in 2023 per truck": "units",
    "average shipment from Mexico in 2023": "units",
    "US imports from Mexico in 2023 in today's dollars": "real",
    "US imports from Mexico in 2023 at current exchange rates": "currency",
    "landed value of imports from Mexico in 2023": "freight",
    "US imports from Mexico in 2023 by end use": "classes",
    "importaciones de EE.UU. desde México en 2023 por uso final": "classes",
    "US exports to developing countries in 2023": "groups",
    "Among English-speaking nations, who bought the most US goods in 2022?": "groups",
    "importaciones de países en desarrollo en 2022": "groups",
    "What share of US imports came from China in 2022 by weight?": "not_realised",
    "GSP imports from Mexico in 2023": "unknown_words",  # and no slip for GPS
    "US imports of finished goods from Mexico in 2022": "unknown_words",
    "US arm's-length exports to Canada in 2022": "unknown_words",  # and no arms
    "US foreign-made exports to Canada in 2022": "unknown_words",
    "US imports from Mexico in 2023 by vessel flag": "unknown_words",
    "US imports from Mexico every other month in 2023": "unknown_words",
    "US imports from Mexico in 2023 on a net basis": "unknown_words",  # and no nets
    "How much did the US import from Mexico in 2023 had there been no tariffs?": "supposed",
    "US exports through Canada in 2022": "not_realised",
    "US imports from Mexico by bus in 2023": "not_realised",
    "importaciones desde México vía Canadá en 2016": "not_realised",
    "Which five countries bought the most US goods in 2022 on the 4th of July?": "not_realised",
    "imports from Mexico as a percentage of world trade in 2023": "not_realised",
    "US imports from Mexico as a share of US trade in 2023": "not_realised",
}


@pytest.mark.parametrize(("text", "cause"), DECLINED.items())
def test_it_is_declined(assistant: Assistant, text: str, cause: str) -> None:
    reply, _ = assistant.ask(text)
    assert (reply.status, reply.reason and reply.reason["cause"]) == ("declined", cause), reply.text


def test_an_agreement_stands_for_its_first_day(assistant: Assistant) -> None:
    reply, _ = assistant.ask("How much did imports from Mexico grow since NAFTA?")
    assert "1994" in reply.text and "922.05%" in reply.text


def test_months_behind_their_year_are_of_it(assistant: Assistant) -> None:
    reply, _ = assistant.ask("exports to Canada in 2023, first nine months only")
    assert "January 2023 to September 2023" in reply.text
