"""When something was first or last so, in which periods, how many in a row; with what was searched."""

from __future__ import annotations

from assistant.answer.sentences.claims import Claim, claim_of, clause, rivals, shown
from assistant.answer.sentences.head import Head, Said, boolean, entity, number
from assistant.periods import Period
from assistant.tools.operators.find import is_cut
from assistant.types import Json

_LISTED, _RUNS = 6, 3


def is_search(head: Head) -> bool:
    """Whether a result comes from a search over time; a count does where it counts what a search has found."""
    if head.call.tool == "count":
        return head.of(head.call.args["of"]["ref"]).call.tool == "find"
    return head.call.tool in ("find", "crossing", "streak")


def search(head: Head) -> Said:
    """The periods found, with their figures and the range that was searched."""
    if head.call.tool == "streak":
        return _streak(head)
    claim = claim_of(head)
    if head.call.tool == "crossing":
        return _crossed(head, claim)
    if not head.frame.detail["met"]:
        return _none(head, claim)
    which = str(head.frame.detail["find"])
    return _one(head, claim, which) if which in ("first", "last") else _several(head, claim)


def _one(head: Head, claim: Claim, which: str) -> Said:
    """The first or the last period, and how long ago that is where it was asked."""
    period = _keys(head)[0]
    figures, numbers = shown(claim, period)
    blanks = _blanks(head, claim) | {"when": head.words.period(period), "figures": figures}
    text = head.words.phrase(f"search.{which}", **blanks)
    answers = [entity(claim.grain, period, head.words), *numbers]
    if "elapsed" in head.operations:
        since = str(head.frame.detail["since"])
        gone = head.words.phrase("search.since", n=since, keys=_counted(head, claim, since), last=blanks["end"])
        text += gone if since != "0" else ""
        label = head.words.plural(claim.grain)
        answers.insert(1, {"kind": "number", "value": since, "unit": "count", "label": label})
    elif later := head.frame.detail.get("later"):
        keys = _counted(head, claim, str(later))
        text += head.words.phrase("search.later", n=str(later), keys=keys, base=_base(head))
        answers.append({"kind": "number", "value": str(later), "unit": "count", "label": keys})
    elif which == "first" and period == head.frame.detail["searched"][1][0]:
        text += head.words.phrase("search.at_start", key=head.words.label(claim.grain))
    return _as_claimed(head, text + _range(head, claim), answers)


def _base(head: Head) -> str:
    return head.words.period(str(head.frame.detail["base"]))


def _as_claimed(head: Head, text: str, answers: list[dict[str, Json]]) -> Said:
    """The answer with a yes or no to the period that is claimed; that there is one answers "was there ever"."""
    if "polar" not in head.operations:
        return text, answers
    if head.call.args.get("claimed") is None:
        return text, [boolean(True), *answers]
    if "claim_holds" not in head.frame.detail:
        return text, answers
    holds = bool(head.frame.detail["claim_holds"])
    return head.words.phrase("yes" if holds else "no", text=text), [boolean(holds), *answers]


def _several(head: Head, claim: Claim) -> Said:
    """In how many of the periods it holds, and in which."""
    keys, detail = _keys(head), head.frame.detail
    total = int(detail["searched"][0])
    counted = head.figure() if head.call.tool == "count" else str(detail["met"])
    text = head.words.phrase("search.several", value=counted, total=str(total), **_blanks(head, claim))
    if len(keys) <= _LISTED:
        text += ": " + head.words.listed([_with_figures(head, claim, key) for key in keys])
    else:
        ends = {name: _with_figures(head, claim, key) for name, key in (("from", keys[0]), ("to", keys[-1]))}
        text += head.words.phrase("search.ends", **ends)
    number_ = {"kind": "number", "value": str(detail["met"]), "unit": "count", "label": head.words.plural(claim.grain)}
    counts = number(head.fact()) if head.call.tool == "count" else number_
    periods = [entity(claim.grain, key, head.words) for key in keys]
    asked = "count" in head.operations or head.operations & {"any_time", "every_time"}
    answers = [counts, *periods] if asked else [*periods, counts]
    return _polar(head, text + _range(head, claim), answers, every=len(keys) == total)


def _polar(head: Head, text: str, answers: list[dict[str, Json]], *, every: bool = True) -> Said:
    """The answer with a yes or no in front, where the question asks for one."""
    if "polar" not in head.operations:
        return text, answers
    holds = every or "every_time" not in head.operations
    return head.words.phrase("yes" if holds else "no", text=text), [boolean(holds), *answers]


def _none(head: Head, claim: Claim) -> Said:
    """That it holds in none of the periods searched."""
    text = head.words.phrase("search.none", **_blanks(head, claim)) + _range(head, claim)
    none = {"kind": "number", "value": "0", "unit": "count", "label": head.words.plural(claim.grain)}
    if head.call.tool == "count":
        return text, [number(head.fact())]
    if "polar" in head.operations:
        return head.words.phrase("no", text=text), [boolean(False), none]
    return text, [none]


def _crossed(head: Head, claim: Claim) -> Said:
    """When the one overtook the other, what both were before, and who is ahead at the end."""
    detail, keys = head.frame.detail, _keys(head)
    blanks = _blanks(head, claim)
    if not keys:
        name = (
            "fell_behind"
            if detail["led"] and not detail["leads"]
            else "always_ahead"
            if detail["led"]
            else "always_behind"
        )
        return head.words.phrase(f"search.{name}", **blanks) + _range(head, claim), []
    listed = [_with_figures(head, claim, key) for key in keys[:_LISTED]]
    text = head.words.phrase("search.crossed", list=head.words.listed(listed), **blanks)
    if len(keys) == 1:
        before = str(Period.parse(keys[0]).shift(-Period.parse(keys[0]).months))
        text += head.words.phrase("search.before_that", list=_with_figures(head, claim, before))
    if not detail["leads"]:
        text += head.words.phrase("search.behind_again", last=blanks["end"])
    answers = [entity(claim.grain, key, head.words) for key in keys]
    said = text + _range(head, claim), [*answers, *shown(claim, keys[-1])[1]]
    return _as_claimed(head, *said) if head.call.args.get("claimed") else said


def _streak(head: Head) -> Said:
    """The longest unbroken run, and the run that the series ends with."""
    claim, detail = claim_of(head), head.frame.detail
    if not detail["streak"]:
        return _none_in_a_row(head, claim)
    if "now_running" in head.operations and detail["newest"][1:]:
        return _now_running(head, claim)
    several = len(detail["streak"]) > _RUNS
    runs = [_span(head, claim, *run) for run in (detail["streak"][-1:] if several else detail["streak"])]
    blanks = _blanks(head, claim)
    longest = str(head.frame.rows[0].value)
    keys = _counted(head, claim, longest)
    text = head.words.phrase(
        "search.runs" if several else "search.streak",
        **blanks
        | {"value": head.figure(), "keys": keys, "list": head.words.listed(runs), "n": str(len(detail["streak"]))},
    )
    newest, *ends = detail["newest"]
    if not ends:
        text += head.words.phrase("search.no_run", last=blanks["end"])
    elif ends not in detail["streak"]:
        keys = _counted(head, claim, str(newest))
        text += head.words.phrase("search.newest_run", n=str(newest), keys=keys, list=_span(head, claim, *ends))
    text += head.words.phrase("search.cut") if is_cut(head.frame) else ""
    label = head.words.plural(claim.grain)
    run = {"kind": "number", "value": str(newest), "unit": "count", "label": label}
    answers = [number(head.fact()), *_run_ends(head, claim, detail["streak"][-1])]
    return text + _range(head, claim), [run, *answers] if "now_running" in head.operations else [*answers, run]


def _now_running(head: Head, claim: Claim) -> Said:
    """Since when it has held without a break, and the longest run where that is another one."""
    detail, longest = head.frame.detail, str(head.frame.rows[0].value)
    newest, *ends = detail["newest"]
    held, blanks = ends in detail["streak"], _blanks(head, claim)
    count = {"n": head.figure() if held else str(newest), "keys": _counted(head, claim, str(newest))}
    text = head.words.phrase("search.running", **blanks | count | {"from": head.words.period(ends[0])})
    if not held:
        runs = head.words.listed([_span(head, claim, *run) for run in detail["streak"]])
        keys = _counted(head, claim, longest)
        text += head.words.phrase("search.longest_was", value=head.figure(), keys=keys, list=runs)
    text += head.words.phrase("search.cut") if is_cut(head.frame) else ""
    run = {"kind": "number", "value": str(newest), "unit": "count", "label": head.words.plural(claim.grain)}
    answers = [run, *_run_ends(head, claim, ends), number(head.fact())]
    return text + _range(head, claim), answers


def _none_in_a_row(head: Head, claim: Claim) -> Said:
    return head.words.phrase("search.none", **_blanks(head, claim)) + _range(head, claim), [number(head.fact())]


def _run_ends(head: Head, claim: Claim, run: list[str]) -> list[dict[str, Json]]:
    return [entity(claim.grain, key, head.words) for key in dict.fromkeys(run)]


def _span(head: Head, claim: Claim, first: str, last: str) -> str:
    """A run in words: from its first to its last period."""
    if first == last:
        return head.words.period(first)
    return head.words.phrase("range", first=head.words.period(first), last=head.words.period(last))


def _with_figures(head: Head, claim: Claim, key: str) -> str:
    return f"{head.words.period(key)} ({shown(claim, key)[0]})"


def _keys(head: Head) -> list[str]:
    """The periods found; of a count, those that were counted."""
    if head.call.tool == "count":
        return [str(key[-1]) for key in head.frame.detail["counted"]]
    return [row.key[-1] for row in head.frame.rows]


def _counted(head: Head, claim: Claim, count: str) -> str:
    """Months, or month where it is one."""
    return head.words.label(claim.grain) if count == "1" else head.words.plural(claim.grain)


def _blanks(head: Head, claim: Claim) -> dict[str, str]:
    """What every sentence of a search may say: the claim, the kind of period, the rivals, the end of the range."""
    words = head.words
    end = words.period(str(head.frame.detail["searched"][2][0]))
    keys = {"key": words.label(claim.grain), "keys": words.plural(claim.grain)}
    return {"claim": clause(claim), "end": end, **keys, **rivals(claim)}


def _range(head: Head, claim: Claim) -> str:
    """What was searched, and whether it ends with the newest period loaded."""
    count, first, last = head.frame.detail["searched"]
    ends = {name: head.words.period(str(key[0])) for name, key in (("first", first), ("last", last))}
    newest = head.words.phrase("search.newest") if head.frame.detail.get("to_newest") else ""
    keys = _counted(head, claim, str(count))
    return head.words.phrase("search.searched", n=str(count), keys=keys, newest=newest, **ends)
