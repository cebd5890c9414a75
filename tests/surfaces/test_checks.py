"""selfcheck, evaluate and gaps from the command line, over the small world."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.surfaces.cli import main
from assistant.surfaces.ledger import Ledger


@pytest.fixture
def folder(world_folder: Path) -> list[str]:
    """The options that name the small world's store."""
    return ["--store", str(world_folder.parents[1])]


def test_selfcheck_prints_a_certificate(folder: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["selfcheck", "--n", "20", "--seed", "3", *folder])
    said = capsys.readouterr().out
    assert said.startswith("ACCURACY CERTIFICATE") and "of 20 questions right" in said and "laws of the tables" in said
    assert code in (0, 1) and (code == 1) == ("(NOT MET)" in said)


def test_selfcheck_as_json_names_every_question(folder: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    main(["selfcheck", "--n", "10", "--json", *folder])
    found = json.loads(capsys.readouterr().out)
    assert len(found["outcomes"]) == found["questions"] == 10 or found["questions"] > 10
    assert {"corpus", "commit", "date", "seed", "kind", "table", "laws"} <= set(found)


def test_evaluate_counts_saves_and_tells(folder: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gold = [{"kind": "number", "value": "600000000", "unit": "USD"}]
    right = {"question": "US imports from Mexico in 2023", "category": "value", "expect": "answered", "gold": gold}
    path, out = tmp_path / "some.jsonl", tmp_path / "out.json"
    wrong = {**right, "gold": [{**gold[0], "value": "1"}]}
    path.write_text(json.dumps(right), encoding="utf-8")
    assert main(["evaluate", str(path), "--save", str(out), *folder]) == 0
    said = capsys.readouterr().out
    assert "by question" in said and "by wording" in said
    saved = json.loads(out.read_text(encoding="utf-8"))
    assert saved["counts"] == {"all": {"right": 1}, "by_wording": {"right": 1}} and "commit" in saved
    path.write_text(json.dumps(wrong), encoding="utf-8")
    assert main(["evaluate", str(path), *folder]) == 1


def test_evaluate_names_what_is_no_question(
    folder: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "some.jsonl"
    path.write_text("{}", encoding="utf-8")
    assert main(["evaluate", str(path), *folder]) == 1
    assert "line 1" in capsys.readouterr().err


def test_the_command_line_notes_nothing_unless_it_is_switched_on(
    folder: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = Path(folder[1]) / "ledger.sqlite"
    main(["ask", "exports of unobtainium to Brazil", *folder])
    assert not path.exists()
    monkeypatch.setenv("TRADE_ASSISTANT_KEEP_QUESTIONS", "1")
    main(["ask", "exports of unobtainium to Brazil", *folder])
    try:
        assert Ledger(path).entries()
        capsys.readouterr()
        assert main(["gaps", *folder]) == 0
        said = capsys.readouterr().out
        assert "unobtainium" in said and "→" in said
        main(["gaps", "--json", *folder])
        assert json.loads(capsys.readouterr().out)[0]["examples"] == ["exports of unobtainium to Brazil"]
    finally:
        path.unlink()


def test_info_says_where_the_ledger_is(folder: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    main(["info", *folder])
    assert "ledger.sqlite (without the text of questions)" in capsys.readouterr().out
