"""The ledger of what was not answered, and the support lead's view on it."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Any

import pytest

from assistant.settings import Settings
from assistant.surfaces import gaps, ledger
from assistant.surfaces.ledger import Ledger, masked, noted
from tests.surfaces import fakes

QUESTION = "exports of unobtainium to Mars"


def declined(cause: str = "place", question: str = QUESTION, **detail: str) -> dict[str, Any]:
    reason = {"kind": "no_data", "text": "No.", "nearest": "", "cause": cause, "detail": detail}
    return fakes.reply(question, status="declined", reason=reason)


def content(path: Path) -> str:
    return path.read_bytes().decode("latin-1")


def test_only_counts_are_kept_where_questions_are_not_switched_on(tmp_path: Path) -> None:
    kept = Ledger(tmp_path / "ledger.sqlite")
    kept.note(declined(words="unobtainium"))
    kept.note(declined(words="unobtainium"))
    (entry,) = kept.entries()
    assert (entry.verdict, entry.kind, entry.cause, entry.times) == ("declined", "no_data", "place", 2)
    assert entry.first == entry.last and entry.examples == () == entry.details
    assert "unobtainium" not in content(kept.path)


def test_questions_are_kept_where_that_is_switched_on_newest_first(tmp_path: Path) -> None:
    kept = Ledger(tmp_path / "ledger.sqlite", keeps=True)
    for number in range(5):
        kept.note(declined(question=f"question {number}", words="mars"))
    (entry,) = kept.entries(newest=2)
    assert entry.examples == ("question 4", "question 3") and entry.details == ("words mars",)


def test_an_answer_counts_only_with_a_thumb(tmp_path: Path) -> None:
    kept = Ledger(tmp_path / "ledger.sqlite", keeps=True)
    answer = fakes.reply("exports", plan=[{"tool": "select", "id": "c1"}, {"tool": "growth", "id": "c2"}])
    kept.note(answer)
    assert kept.entries() == []
    kept.note(answer, "down")
    kept.note(answer, "up")
    assert [(e.verdict, e.cause, e.examples) for e in kept.entries()] == [
        ("down", "growth", ("exports",)),
        ("up", "growth", ()),
    ]


def test_the_file_is_for_its_owner_only(tmp_path: Path) -> None:
    kept = Ledger(tmp_path / "deep" / "ledger.sqlite")
    kept.note(declined())
    assert stat.S_IMODE(kept.path.stat().st_mode) == 0o600


def test_the_file_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger, "_EXAMPLES", 3)
    monkeypatch.setattr(ledger, "_TALLIES", 2)
    kept = Ledger(tmp_path / "ledger.sqlite", keeps=True)
    for cause in "abcd":
        kept.note(declined(cause, question="x" * 5000))
    assert [entry.cause for entry in kept.entries()] == ["c", "d"]
    assert max(len(example) for entry in kept.entries() for example in entry.examples) == 300
    assert sum(len(entry.examples) for entry in kept.entries()) == 2, (
        "the fourth of three went, as did those of a and b"
    )


@pytest.mark.parametrize(
    "secret", ["sk-abcdef123456", "me@example.org", "ghp_A1b2C3d4E5f6G7h8I9j0K1", "4111111111111111"]
)
def test_what_looks_like_a_secret_is_never_kept(secret: str) -> None:
    assert masked(f"exports {secret} 2024") == "exports … 2024"


def test_ordinary_questions_are_kept_as_they_are() -> None:
    text = "US imports of HS 8703 from Mexico in 2024-11, above $1,000,000,000?"
    assert masked(text) == text


def test_a_ledger_that_cannot_be_written_keeps_nobody_from_an_answer(tmp_path: Path) -> None:
    (tmp_path / "ledger.sqlite").mkdir()
    noted(Settings(store=tmp_path), declined())
    noted(Settings(store=None), declined())


def test_every_cause_of_the_language_files_has_a_mend() -> None:
    for cause in ("place", "unknown_words", "passages", "period", "services", "never heard of"):
        entry = ledger.Entry("declined", "no_data", cause, 1, "2024-01-01", "2024-01-02")
        assert gaps.mend(entry)
    unknown = ledger.Entry("declined", "unclear", "unknown_words", 1, "2024-01-01", "2024-01-02", ("words mars",))
    assert "a word that is not known" in gaps.mend(unknown)


def test_the_view_names_cause_count_span_and_mend() -> None:
    entry = ledger.Entry("declined", "no_data", "dimension", 7, "2024-01-01", "2024-02-01", (), ("exports by ship",))
    text = "\n".join(gaps.lines([entry], keeps=True))
    for part in ("7  declined", "no_data: dimension", "2024-01-01 to 2024-02-01", "load a table", "“exports by ship”"):
        assert part in text
    assert gaps.to_dict([entry])[0]["mend"].startswith("load a table")


def test_an_empty_ledger_says_so(tmp_path: Path) -> None:
    assert Ledger(tmp_path / "none.sqlite").entries() == []
    assert "Nothing is recorded yet" in next(gaps.lines([], keeps=False))
