"""A judge that is too strict or too lax misleads: what counts as right, item by item."""

import pytest

from assistant.evaluation.cases import Case, Gold
from assistant.evaluation.judge import judge

DEFICIT = Gold("number", "171809239538", "USD")
MONTH = Gold("period", "2024-10")


def case(*golds, question="US deficit with Mexico 2024", expect=("answered",), category="", alternatives=()):
    return Case("1", (question,), category, expect, tuple(g for g in (golds, *alternatives) if g), "w:1")


def number(value, unit="USD", label="trade deficit"):
    return {"kind": "number", "value": value, "unit": unit, "label": label}


def entity(value, label=""):
    return {"kind": "entity", "value": value, "unit": None, "label": label}


def period(value):
    return {"kind": "period", "value": value, "unit": None, "label": value}


def figure(value, display, unit="USD", measure="exports"):
    return {"value": value, "unit": unit, "measure": measure, "display": display}


def reply(*items, status="answered", text="", figures=(), rows=(), plan=()):
    return {
        **{"status": status, "text": text, "answer": list(items), "figures": list(figures), "plan": list(plan)},
        **{"table": {"columns": [], "rows": list(rows)}, "reason": {"kind": "no_data"}},
    }


def verdict(known, said):
    return judge(known, said).verdict


@pytest.mark.parametrize(
    ("status", "expect", "right"),
    [
        ("declined", ("declined",), "declined rightly"),
        ("declined", ("answered",), "declined wrongly"),
        ("declined", ("clarify",), "declined wrongly"),
        ("clarify", ("clarify", "answered"), "asked rightly"),
        ("clarify", ("answered",), "asked wrongly"),
        ("answered", ("declined", "clarify"), "WRONG"),
    ],
)
def test_a_refusal_is_judged_by_what_was_expected(status, expect, right):
    assert verdict(case(expect=expect), reply(status=status)) == right


def test_an_answer_is_right_where_any_answer_is():
    assert verdict(case(expect=("answered", "declined")), reply(number("5"))) == "right"


def test_a_number_is_right_within_its_tolerance_only():
    assert verdict(case(DEFICIT), reply(number("171810000000"))) == "right"
    assert verdict(case(DEFICIT), reply(number("171999000000"))) == "WRONG"


def test_a_number_in_another_unit_is_wrong():
    share = Gold("number", "15.4", "percent")
    assert verdict(case(share), reply(number("15.4", "percentage points", "share"))) == "WRONG"


def test_an_alternative_has_to_hold_whole():
    two = case(DEFICIT, MONTH, alternatives=[(Gold("number", "5", "USD"), Gold("period", "2024-09"))])
    assert verdict(two, reply(period("2024-09"), number("5"))) == "right"
    assert verdict(two, reply(period("2024-10"), number("5"))) == "WRONG"


@pytest.mark.parametrize(
    ("question", "value", "label", "right"),
    [
        ("US deficit", "171809239538", "trade deficit", "right"),
        ("US balance", "171809239538", "trade balance", "right"),
        ("US deficit", "171809239538", "trade surplus", "WRONG"),
        ("US deficit", "-171809239538", "trade surplus", "right"),
        ("US balance", "-171809239538", "trade deficit", "right"),
        ("US balance", "-171809239538", "trade balance", "WRONG"),
    ],
)
def test_the_sign_counts_unless_the_word_explains_it(question, value, label, right):
    assert verdict(case(DEFICIT, question=question), reply(number(value, label=label))) == right


def test_a_figure_counts_where_the_text_shows_it():
    known = case(Gold("number", "100", "USD"))
    assert verdict(known, reply(number("3"), text="It is $100.", figures=[figure("100", "$100")])) == "right"
    assert verdict(known, reply(number("3"), text="It is $3.", figures=[figure("100", "$100")])) == "WRONG"


def test_a_number_somewhere_in_a_long_list_is_no_answer():
    items = [item for n in range(1, 9) for item in (entity(str(n)), number(str(n), label="imports"))]
    assert verdict(case(Gold("number", "3", "USD")), reply(*items)) == "WRONG"
    assert verdict(case(Gold("number", "1", "USD")), reply(*items)) == "right"
    assert verdict(case(Gold("number", "3", "USD", in_table=True)), reply(*items)) == "right"


def test_a_table_cell_counts_where_the_table_was_asked_for():
    known = case(Gold("number", "37278973371", "USD", in_table=True))
    assert verdict(known, reply(rows=[["Q1 2022", "37278973371"]])) == "right"


def test_entities_count_in_their_order_by_code_or_name():
    known = case(Gold("entity", "MEX", label="Mexico"), Gold("entity", "CAN", label="Canada"))
    assert verdict(known, reply(entity("MEX"), number("2"), entity("can"), entity("CHN"))) == "right"
    assert verdict(known, reply(entity("CAN"), entity("MEX"))) == "WRONG"
    assert verdict(known, reply(entity("MEX"))) == "WRONG"
    assert verdict(case(Gold("entity", "Nuevo Leon")), reply(entity("MX-NLE", "Nuevo León"))) == "right"
    assert verdict(case(Gold("entity", "TX")), reply(entity("US-TX", "Texas"))) == "right"


def test_one_period_comes_first_and_several_are_a_set():
    assert verdict(case(MONTH), reply(period("2024-10"), number("5"))) == "right"
    assert verdict(case(MONTH), reply(period("2024-09"), period("2024-10"))) == "WRONG"
    three = case(*(Gold("period", year) for year in ("2009", "2016", "2020")))
    assert verdict(three, reply(*map(period, ("2020", "2016", "2009")))) == "right"
    assert verdict(three, reply(*map(period, ("2020", "2016", "2009", "2001")))) == "WRONG"


def test_yes_and_no_are_read_from_the_text_too():
    known = case(Gold("boolean", "true"))
    assert verdict(known, reply(text="Yes: $5.")) == "right"
    assert verdict(known, reply(text="No, $5.")) == "WRONG"
    assert verdict(known, reply(text="Nothing of the sort.")) == "WRONG"


def test_the_figures_do_where_neither_yes_nor_no_is_said():
    assert verdict(case(Gold("boolean", "true"), DEFICIT), reply(number("171809239538"))) == "right"
    assert verdict(case(Gold("boolean", "true"), DEFICIT), reply(number("171809239538"), text="No.")) == "WRONG"


def test_words_count_wherever_they_are_said():
    known = case(Gold("text", "free alongside ship", any_of=("alongside", "f.a.s.")))
    assert verdict(known, reply(text="Free Alongside Ship is …")) == "right"


def test_parts_of_an_answer_are_named_as_such():
    said = reply(number("100", label="exports"), number("60", label="imports"))
    assert judge(case(Gold("number", "40", "USD")), said).why.startswith("only the parts")


def test_a_product_is_read_from_the_plan():
    known = case(Gold("product", "8703", any_of=("8703", "87")))
    assert verdict(known, reply(plan=[{"tool": "select", "args": {"product": "87"}}])) == "right"
    assert verdict(known, reply(plan=[{"tool": "select", "args": {"product": ["84"]}}])) == "WRONG"
    assert verdict(known, reply(plan=[{"tool": "select", "args": {}}])) == "WRONG"


@pytest.mark.parametrize(
    ("question", "said", "right"),
    [
        ("by how many points did China's share shrink", "-8.1581", "right"),
        ("by how many points did China's share rise", "-8.1581", "WRONG"),
        ("by how many points did China's share shrink", "8.1581", "right"),
    ],
)
def test_a_fall_that_is_asked_for_has_no_sign(question, said, right):
    gold, unit = Gold("number", "8.1581", "percentage points"), "percentage points"
    assert verdict(case(gold, question=question), reply(number(said, unit, "share"))) == right


def test_one_of_two_names_of_a_port_is_its_name():
    gold = Gold("entity", "Hidalgo", label="Hidalgo")
    assert verdict(case(gold), reply(entity("2305", "Hidalgo/Pharr"))) == "right"


def test_what_meets_a_condition_is_a_set():
    golds = (Gold("entity", "MEX"), Gold("entity", "CAN"))
    told, longer = reply(entity("CAN"), entity("MEX")), reply(entity("CAN"), entity("CHN"), entity("MEX"))
    assert verdict(case(*golds, category="conditions"), told) == "right"
    assert verdict(case(*golds, category="ranking"), told) == "WRONG"
    assert verdict(case(*golds, category="conditions"), longer) == "WRONG"
