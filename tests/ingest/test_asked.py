"""Questions that paragraphs answer: each finds its paragraph, and a version in Spanish has no figure of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.errors import CorpusError
from assistant.ingest.asked import FILE, asked, words_of
from assistant.store.shelf import Record

NOTES = (
    Record("values#1", "FOB is the value at the frontier, 2 percent above f.a.s.", "values", "Values"),
    Record("values#2", "CIF has freight in it.", "values", "Values"),
)
ENTRY = """
[[paragraph]]
note = "values"
opens = "{opens}"
en = ["what is FOB", "what is FOB"]
es = ["qué es FOB"]
spanish = "{spanish}"
"""


def _corpus(folder: Path, text: str) -> Path:
    (folder / "documents").mkdir()
    (folder / "documents" / FILE).write_text(text, encoding="utf-8")
    return folder


def test_a_question_is_a_record_that_names_its_paragraph(tmp_path: Path) -> None:
    spanish = "FOB es el valor en la frontera, 2 por ciento sobre f.a.s."
    notes, questions = asked(_corpus(tmp_path, ENTRY.format(opens="FOB is", spanish=spanish)), NOTES)
    assert [(record.text, record.source, record.locator) for record in questions] == [
        ("what is FOB", "values#1", ""),
        ("qué es FOB", "values#1", ""),
    ]
    assert notes[0].passage(1.0, "es").text == spanish and notes[0].passage(1.0, "es").language == "es"
    assert notes[1].passage(1.0, "es").text == "CIF has freight in it." and notes[1].passage(1.0, "es").language == "en"
    assert words_of(questions) == ["es", "fob", "is", "que", "what"]


def test_without_the_file_there_are_no_questions(tmp_path: Path) -> None:
    assert asked(tmp_path, NOTES) == ([*NOTES], [])


@pytest.mark.parametrize(
    ("opens", "spanish", "wrong"),
    [
        ("DAP is", "DAP", "0 paragraphs of values"),
        ("", "FOB", "2 paragraphs of values"),
        ("FOB is", "FOB es 3 por ciento más", "figures of its own: 3"),
    ],
)
def test_an_entry_that_does_not_fit_is_refused(tmp_path: Path, opens: str, spanish: str, wrong: str) -> None:
    with pytest.raises(CorpusError, match=wrong):
        asked(_corpus(tmp_path, ENTRY.format(opens=opens, spanish=spanish)), NOTES)


def test_an_unknown_key_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="unknown key: french"):
        asked(_corpus(tmp_path, ENTRY.format(opens="FOB is", spanish="FOB") + 'french = "FOB"\n'), NOTES)
