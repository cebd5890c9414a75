"""Reading, asking and reporting."""

import json

import pytest

from assistant.evaluation.cases import read
from assistant.evaluation.metrics import Tally
from assistant.evaluation.run import evaluate
from assistant.reply import Answer, Declined, reason

LINES = (
    {"id": "a", "question": "imports", "category": "value", "expect": "answered", "wording": 1}
    | {"gold": [{"kind": "number", "value": "5", "unit": "USD"}], "accept": [[{"kind": "number", "value": "6"}]]},
    {"id": "b", "turns": ["imports", "fault"], "category": "value", "expect": ["declined", "clarify"], "wording": 1},
    {"id": "c", "question": "nothing", "category": "declined", "expect": "declined", "wording": 2},
    {"text": "cars", "accept": ["8703"], "ambiguous": False, "broader": ["87"]},
)


class Scripted:
    """Answers 6 dollars, declines "nothing", breaks at "fault"."""

    def ask(self, text, dialogue=()):
        if text == "fault":
            raise RuntimeError("broken")
        if text == "nothing":
            return Declined(question=text, text="No.", reason=reason("no_data", "No.")), dialogue
        item = {"kind": "number", "value": "6", "unit": "USD", "label": "imports"}
        return Answer(question=text, text="$6", answer=(item,)), dialogue


@pytest.fixture
def cases(tmp_path):
    path = tmp_path / "some.jsonl"
    path.write_text("\n".join(json.dumps(line) for line in LINES), encoding="utf-8")
    return read([path])


def test_reading(cases):
    assert [case.id for case in cases] == ["a", "b", "c", "some-004"]
    assert [[gold.value for gold in golds] for golds in cases[0].golds] == [["5"], ["6"]]
    assert cases[1].turns == ("imports", "fault")
    assert cases[3].golds[0][0].any_of == ("8703", "87")
    assert cases[0].wording == cases[1].wording != cases[2].wording


def test_reading_names_the_line_that_is_no_case(tmp_path):
    path = tmp_path / "some.jsonl"
    path.write_text('\n{"id": "a"}\n', encoding="utf-8")
    with pytest.raises(ValueError, match="line 2"):
        read([path])


def test_a_run_is_judged_to_its_end(cases):
    report = evaluate(Scripted(), cases)
    assert [outcome.verdict for outcome in report.outcomes] == ["right", "WRONG", "declined rightly", "WRONG"]
    assert "broken" in report.wrong[0].judgement.why
    lines = list(report.lines())
    totals = [line.split() for line in lines if line.startswith("ALL")]
    assert [total[:4] for total in totals] == [["ALL,", "by", "question", "4"], ["ALL,", "by", "wording", "3"]]
    assert report.to_dict()["counts"]["all"] == {"right": 1, "WRONG": 2, "declined rightly": 1}


def test_a_wording_is_as_good_as_its_worst_filling():
    tally = Tally.by_wording([("w1", "right"), ("w1", "WRONG"), ("w1", "declined rightly"), ("w2", "right")])
    assert (tally.number, tally.good, tally.counts["WRONG"]) == (2, 1, 1)
