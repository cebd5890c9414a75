"""What the surfaces say around an answer is said in every language, with the same blanks."""

from __future__ import annotations

import re

import pytest

from assistant.languages.language import languages, load
from assistant.surfaces.grid import columns, readable
from assistant.surfaces.labels import choices, label, named
from assistant.surfaces.render import terminal

BLANK = re.compile(r"\{(\w+)\}")


@pytest.mark.parametrize("code", languages())
def test_every_label_is_said_in_every_language(code: str) -> None:
    english, own = load("en").section("page"), load(code).section("page")
    assert set(english) <= set(own)
    texts = {name: text for name, text in english.items() if isinstance(text, str)}
    assert all(set(BLANK.findall(own[name])) == set(BLANK.findall(text)) for name, text in texts.items())


def test_languages_are_named_in_themselves() -> None:
    assert choices() == {"en": "English", "es": "Español", "fr": "Français"}
    assert label("xx", "copy") == "Copy" and named("es", "Publisher") == "Publica" and named("en", "Rows") == "Rows"


def test_a_terminal_prints_in_the_language_of_the_question() -> None:
    table = {"columns": ["Socio", "Importaciones (USD)"], "rows": [["México", "505850598583"]]}
    reply = {"language": "es", "text": "Texto.", "table": table, "assumptions": ["Una."], "suggestions": ["¿Otra?"]}
    shown = terminal(reply)
    assert "Importaciones (US$ miles de millones)" in shown and "Supuesto:" in shown and "Para seguir:" in shown
    assert "billion" not in shown and "Assumed" not in shown


def test_units_of_other_languages_are_read() -> None:
    table = {"columns": ["Valor (%)", "Cambio (pp)", "Veces (×)"], "rows": [["3.5", "1.25", "2"]]}
    shown = [readable(column, "es") for column in columns(table)]
    assert [column.unit for column in shown] == ["percent", "percentage points", "ratio"]
    assert [column.header for column in shown] == ["Valor (%)", "Cambio (pp)", "Veces (×)"]
