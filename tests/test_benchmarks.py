"""What the benchmarks report; how fast anything is, they tell themselves."""

import math

from benchmarks.answering import QUESTIONS
from benchmarks.line import Line, percentile


def test_a_line_is_over_beyond_its_limit_or_unmeasured():
    assert not Line("a", 60.0, 60.0, "ms").over
    assert Line("a", 60.1, 60.0, "ms").over
    assert Line("a", math.nan, 60.0, "ms").over


def test_a_line_says_its_ratio():
    assert str(Line("build", 36.2, 240, "s", "cold")).split() == ["build", "36", "s", "240", "s", "0.15", "cold"]
    assert "OVER" in str(Line("build", 241, 240, "s"))


def test_percentiles():
    values = list(range(1, 101))
    assert (percentile(values, 0.5), percentile(values, 0.95), percentile([7], 0.95)) == (50, 95, 7)


def test_there_are_forty_conversations():
    lines = QUESTIONS.read_text(encoding="utf-8").strip().splitlines()
    assert len(lines) == len(set(lines)) == 40
    assert sum(" || " in line for line in lines) >= 5
