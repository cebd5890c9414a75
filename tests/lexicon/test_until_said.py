"""The end of all that is searched, who only does the trade, and since when something has held, on the real tables."""

import pytest

from assistant.ask import Assistant


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Which month had the largest truck exports to Canada of all months to the end of 2025?", "March 2023"),
        (
            "best month ever for imports from ireland since jan 2010? (data to feb 2025)",
            "January 2010 to February 2025",
        ),
        ("best month for truck imports from Mexico over the three years to the end of 2025", "January 2023"),
        ("Since when has the monthly deficit with China been above $20 billion?", "in every month since April 2024"),
        (
            "¿Cuál fue el primer mes de 2023 en que las importaciones desde México superaron los 40 mil millones?",
            "marzo",
        ),
        ("Importers of Chinese goods: on which HS chapter was the most duty calculated in 2024?", "(HS 85) came first"),
        ("Did Texan exporters sell more to Mexico than Californian exporters in 2024?", "Yes"),
        ("Where does Vietnam rank among US suppliers in 2024?", "number 6"),
    ],
)
def test_is_read(assistant: Assistant, text: str, told: str) -> None:
    assert told in assistant.ask(text)[0].text


def test_which_importers_are_companies(assistant: Assistant) -> None:
    assert assistant.ask("Which importers paid the most duty in 2024?")[0].status == "declined"
