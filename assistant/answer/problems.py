"""Why the tables have no answer, in words."""

from __future__ import annotations

from assistant.answer.reasons import unmet
from assistant.answer.words import Words
from assistant.errors import BadArguments, ToolError
from assistant.store.selection import WORLD

_UNLOADED = {"place": "place", "dimension": "", "code": "", "level": "product"}
"""Causes that a further table would remove, with what is missing where they do not say so."""
_PLACES, _TIMES = ("reporter", "partner"), ("first", "last", "period")


def problem_text(problem: ToolError, words: Words) -> str:
    """The reason of a decline as a sentence; its own message where the language has no phrase for it."""
    if "instead" in problem.detail:
        return unmet(problem.cause, problem.detail, words)
    try:
        text = words.phrase(f"declined.{_cause(problem)}", **_blanks(problem, words)) or str(problem)
    except KeyError:
        return str(problem)
    to_load = words.phrase(f"load.{_missing(problem)}")
    return f"{text} {to_load}" if to_load else text


def _missing(problem: ToolError) -> str:
    """What no loaded table has, by which the table to load is told: the dimensions asked for together, the places."""
    if problem.cause not in _UNLOADED or _is_physical(problem):
        return ""
    together = problem.detail.get("together") or problem.detail.get("dimension") or _UNLOADED[problem.cause]
    return "_".join(sorted(together.split(",")))


def _cause(problem: ToolError) -> str:
    """The phrase that fits: some causes are said more closely where more is known.

    What is wrong with arguments is told to the model that wrote them; a reader learns that it does not go together.
    """
    detail = problem.detail
    if isinstance(problem, BadArguments) and not problem.cause:
        return "arguments"
    if detail.get("near"):
        return "empty_near"
    if _is_physical(problem):
        return "physical"
    if "," in detail.get("together", ""):
        return "dimensions"
    if problem.cause == "period" and detail.get("first") == detail.get("last"):
        return "period_one"
    return {"empty": "empty_rows"}.get(problem.cause, problem.cause)


def _is_physical(problem: ToolError) -> bool:
    """Whether it is the weight that no table has by what is asked, where the value may be there."""
    weighed = problem.detail.get("measure", "").endswith(("weight", "unit_value"))
    return problem.cause == "dimension" and weighed


def _blanks(problem: ToolError, words: Words) -> dict[str, str]:
    detail = dict(problem.detail)
    for name in ("code", "other") if problem.cause.startswith("agreements") else ():
        detail[name] = words.place(detail.get(name, WORLD))
    detail |= {name: words.place(detail.get(name) or WORLD) for name in _PLACES}
    detail |= {name: words.period(detail[name]) for name in _TIMES if detail.get(name)}
    if "dimension" in detail:
        detail["name"] = words.name(detail["dimension"], detail.get("code", ""))
        detail["dimension"] = words.label(detail["dimension"])
    detail["measure"] = words.label(detail.get("measure", ""))
    detail["near"] = words.listed([*map(words.period, filter(None, detail.get("near", "").split(",")))])
    detail["together"] = words.listed([*map(words.label, filter(None, detail.get("together", "").split(",")))])
    return detail
