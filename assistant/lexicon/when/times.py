"""The periods that a question means, from those that it names."""

from __future__ import annotations

from assistant.lexicon.change.evolving import how_it_moved
from assistant.lexicon.change.listed_rates import listed_years
from assistant.lexicon.conditions import condition
from assistant.lexicon.linked import Linked
from assistant.lexicon.question import Codes
from assistant.lexicon.when.period_groups import held_groups
from assistant.lexicon.when.said_twice import dated_once, newest_once
from assistant.lexicon.when.same_month import is_each_step
from assistant.lexicon.when.stretches import settled_pairs
from assistant.lexicon.when.to_dates import since_to, to_date
from assistant.lexicon.when.two_times import as_long, comes_in_two, inner, two_ends
from assistant.lexicon.when.windows import window_to
from assistant.periods import LENGTHS, TIMES, Period
from assistant.types import Mention

_HELD = frozenset({"compare", "growth", "difference", "in_percent", "exceed", "trail", "yoy", "change"})
_TWELVE = "last:12:month"
_STEPS = {"qoq": 3, "mom": 1}
_LENGTHS = {"month": 1, "quarter": 3, "half": 6}
_NEWEST = frozenset({"latest", "latest-year", "latest-quarter", "this-year"})
_OVER_TWO = {"compare", "growth", "share", "difference", "ratio", "in_percent", "mean"}
_BETWEEN = {"growth", "change", "points", "rise", "fall", "difference", "in_percent"}
_ALONG = {
    "mean",
    "median",
    "cagr",
    "average_growth",
    "trend_growth",
    "series",
    "yoy",
    "mom",
    "qoq",
    "top",
    "bottom",
    "count",
    "fastest",
    "slowest",
}
_PARTS = ("month:", "quarter:", "half:")


def named_periods(linked: Linked) -> Codes:
    """The periods named; "the same months of 2023" and "the year before" count from another one that is named."""
    named = _put_right(to_date(linked, held_groups(linked, tuple(dict.fromkeys(linked.codes("period"))))))
    named, done = dated_once(linked, named), frozenset(linked.codes("operations"))
    named = listed_years(settled_pairs(named, done), done)
    named = _as_ends(linked, _without_starts(linked, named))
    named = _without_latest(named)
    if window := _window(named, done):
        return window
    if "ttm" in done:  # "trailing twelve months to June 2024": it ends there
        named = tuple(period.removeprefix("/") for period in named)
    if (limit := condition(linked)) and limit.unit == "growth":
        named = tuple(period for period in named if not period.startswith("prev:"))
    stepped = _step_by_step(linked)
    named = tuple(period for period in named if period not in stepped)
    closed = [Period.parse(period) for period in named if period[:1].isdigit() and not period.endswith("/")]
    named = _last_year_of(linked, named, closed)
    found = tuple(dict.fromkeys(counted(period, closed[0] if closed else None) for period in named))
    found = newest_once(linked, found)
    parts = [period for period in named if period.startswith(_PARTS)]
    if parts and "latest-year" in found:  # "November last year": the newest November
        return tuple(period for period in found if period != "latest-year")
    if len(closed) == len(found) == 2:
        averaged = closed[0].grain in ("month", "quarter") and "mean" in done  # "March 2024 vs the average of 2023"
        pair = as_long(found[0], *closed) if done & _OVER_TWO else inner(linked, *closed)
        if pair and not averaged:
            return pair
    if parts and closed and closed[0].grain == "year":  # "in January … the year is 2024"
        return tuple(period for period in found if period != str(closed[0]))
    return found


def _window(named: Codes, done: frozenset[str]) -> Codes:
    """The stretch that is meant by its length and its end, or by its two steps; () where there is none."""
    last = [period for period in named if period.startswith("last:") and "@" not in period]
    ends = [period for period in named if len(period) == len("2024-06") and period[:1].isdigit()]
    if len(last) == len(ends) == 1 == len(named) - 1 and not _OVER_TWO - {"growth"} & done:
        grown = window_to(last[0], ends[0]) if "growth" in done else ""
        return (grown or f"{last[0]}@{ends[0]}",)  # "the trailing twelve months … to June 2024"
    rest = tuple(period for period in named if period != "prev:12")  # twelve months are held against those before
    if {"ttm", "growth"} <= done and len(rest) <= 1 and rest == tuple(ends):
        return (window_to(_TWELVE, rest[0]) if rest else _TWELVE,)
    return _second_step(named, done)


def _second_step(named: Codes, done: frozenset[str]) -> Codes:
    """The later of two steps that a change from step to step is between: "quarter on quarter, Q2 to Q3 2024"."""
    months = next((length for step, length in _STEPS.items() if step in done), 0)
    if not months or len(named) != 1 or "/" not in named[0].strip("/"):
        return ()
    span = Period.parse(named[0])
    return (str(Period(span.first + months, span.last)),) if span.months == 2 * months else ()


def _without_latest(named: Codes) -> Codes:
    """The periods without a "latest" that only says again what "trailing 12 months" says."""
    trailing = any(period.startswith("last:") for period in named)
    return tuple(period for period in named if period != "latest") if trailing else named


def _counted_years(linked: Linked, named: Codes) -> str:
    """The years that a rate runs over where their number stands before it: "5-year CAGR to 2024"; empty where none."""
    if not {"cagr", "average_growth", "trend_growth"} & set(linked.codes("operations")) or len(named) > 1:
        return ""
    pairs = zip(linked.mentions, linked.mentions[1:], strict=False)
    counts = (left.candidates[0][2:] for left, right in pairs if _is_count(left) and "keys:year" in right.candidates)
    years, last = int(next(counts, 0)), "".join(named).removeprefix("/")
    if not years or named and not (last.isdigit() and len(last) == len("2024")):
        return ""
    return f"{int(last) - years}/{last}" if last else f"last:{years}:year"


def _is_count(mention: Mention) -> bool:
    """Whether it is a small number of things."""
    return mention.kind == "quantity" and mention.candidates[0][2:].isdigit() and len(mention.candidates[0]) <= 4


def _last_year_of(linked: Linked, named: Codes, closed: list[Period]) -> Codes:
    """The same months a year before, where a part of a year is held against last year: "Q1 2025 against last year"."""
    if len(closed) != 1 or closed[0].months >= 12 or not _HELD & set(linked.codes("operations")):
        return named
    return tuple("prev:12" if period == "latest-year" else period for period in named)


def _moves_between(linked: Linked) -> bool:
    """Whether a change between two times is asked, and none along them."""
    done = set(linked.codes("operations"))
    return _changes(done) and not done & _ALONG and not set(linked.codes("keys")) & TIMES


def _changes(done: set[str]) -> bool:
    """Whether what is done is a change; "%" beside a share only names its unit."""
    return bool(done & (_BETWEEN - {"in_percent"} if "share" in done else _BETWEEN))


def _as_ends(linked: Linked, named: Codes) -> Codes:
    """The two periods that a change is between, where a range is written "from … to …"; else the range."""
    if pair := two_ends(linked):
        return pair
    done = set(linked.codes("operations"))
    if window := _counted_years(linked, named):
        return (window,)
    held = _moves_between(linked) or "ratio" in done
    if held and "many_times" not in linked.codes("searching") and (since := since_to(named)):
        return since
    ends = tuple(next(linked.codes("ends"), "").split("|"))
    done = done | ({"growth"} if any(linked.codes("multiples")) else set())
    if len(named) == 1 and len(ends) == 2 and ends[0].isdigit() and done & {"cagr", "average_growth"}:
        return (f"{ends[0]}/{ends[1]}",)  # "per year over the ten years to 2023"
    if (
        len(named) != 1
        or len(ends) != 2
        or not (_changes(done) or how_it_moved(linked))
        or done & _ALONG
        or "every" in linked.codes("searching")
        or set(linked.codes("keys")) & TIMES
        or done & _BETWEEN == {"difference"}
        and comes_in_two(linked)
        or {"which_time", "many_times"} & set(linked.codes("searching"))
    ):
        return named
    return ends


def _put_right(named: Codes) -> Codes:
    """The periods without those that only say another one again: "year to date … through August 2024"."""
    if len(named) > 1:  # "the last six months on record", "ever since 1994"
        named = tuple(period for period in named if period != "ever")
    ends = [period[1:] for period in named if period.startswith("/") and len(period) == len("/2024-08")]
    starts = [period[:-1] for period in named if period.endswith("/")]
    lasts = [period[1:] for period in named if period.startswith("/")]
    steps = tuple(period for period in named if period.startswith("prev:"))
    if len(starts) == len(lasts) == 1 == len(named) - len(steps) - 1:
        return (f"{starts[0]}/{lasts[0]}", *steps)  # "which year since 2000 … until 2024"
    if "this-year" in named and ends:  # its January to that month
        rest = tuple(period for period in named if period not in ("this-year", f"/{ends[0]}"))
        return (f"{ends[0][:4]}-01/{ends[0]}", *rest)
    months = [period for period in named if len(period) == len("2024-08") and period[:1].isdigit()]
    if len(named) == 3 and {"this-year", "prev:12"} < set(named) and months and months[0][5:6] != "Q":
        return f"{months[0][:4]}-01/{months[0]}", "prev:12"  # "by October 2023 against the year before (year to date)"
    if len(named) == 2 and "this-year" in named and months and months[0][5:6] != "Q":  # "year to date … by August 2024"
        return (f"{months[0][:4]}-01/{months[0]}",)
    if pair := _newest_and_before(named):
        return pair
    whole = any(period[:1].isdigit() and len(period) > len("2024") for period in named)
    if "prev:12" in named and whole:  # "the first half of 2022 over the first half of the year before"
        named = tuple(period for period in named if not period.startswith(_PARTS))
    return named


def _newest_and_before(named: Codes) -> Codes:
    """The newest period and the one before it: "last year against the year before that"; nothing else.

    >>> _newest_and_before(("ytd:2025", "same:2024")), _newest_and_before(("this-year", "prev:12"))
    (('ytd:2025~-12', 'ytd:2025'), ('this-year~-12', 'this-year'))
    """
    newest = [p for p in named if p in _NEWEST or p[:4] == "ytd:" or p[:5] == "last:" and "@" not in p]
    before = [period.removeprefix("prev:") for period in named if period.startswith("prev:")]
    if newest and newest[0][:4] == "ytd:":  # "so far in 2025 against the same period of 2024"
        same = [period.removeprefix("same:") for period in named if period.startswith("same:")]
        before += [str(12 * (int(newest[0][4:]) - int(year))) for year in same]
    return (f"{newest[0]}~-{before[0]}", newest[0]) if len(newest) == len(before) == len(named) - 1 == 1 else ()


def _without_starts(linked: Linked, named: Codes) -> Codes:
    """The periods without one that a range holds, where a change is asked for: "since the 2009 slump? 2009 to 2011"."""
    ranges = [Period.parse(p) for p in named if "/" in p and p[:1].isdigit() and not p.endswith("/")]
    if len(named) != 2 or len(ranges) != 1 or not _BETWEEN & set(linked.codes("operations")):
        return named
    inner = next((p for p in named if "/" not in p and p[:1].isdigit()), None)
    return (str(ranges[0]),) if inner and ranges[0].covers(Period.parse(inner)) else named


def _step_by_step(linked: Linked) -> Codes:
    """What each of many periods is held against: "how many months saw more than a year ago", "than last month"."""
    done = set(linked.codes("operations"))
    compared = {"exceed", "trail", "count", "rise", "fall", "fastest", "slowest"} & done
    if is_each_step(linked, done):
        return ("prev:12",)
    keyed = {"month", "quarter", "year"} & set(linked.codes("keys")) or "which_time" in linked.codes("searching")
    grains = _LENGTHS if "which_time" in linked.codes("searching") else set(linked.codes("keys")) & {*_LENGTHS}
    own = {"prev:12", *(f"prev:{_LENGTHS[grain]}" for grain in grains)}
    return tuple(own & set(linked.codes("period"))) if compared and keyed else ()


def counted(period: str, base: Period | None) -> str:
    """A relative period written from the one that it counts from; as it is where there is none.

    >>> counted("prev:12", Period.parse("2024-11")), counted("same:2023", Period.parse("2024-01/2024-10"))
    ('2023-11', '2023-01/2023-10')
    """
    kind, _, number = period.partition(":")
    if kind == "before":
        count, unit = number.split(":")
        months = int(count) * LENGTHS[unit]
        return f"last:{number}" if base is None else str(Period(base.first - months, base.first - 1))
    if base is not None and kind in _LENGTHS and base.grain == "year":
        part, _, until = number.partition("-")
        year, length = base.last // 12 * 12, _LENGTHS[kind]
        later = 12 if until and int(until) < int(part) else 0
        return str(Period(year + (int(part) - 1) * length, year + int(until or part) * length - 1 + later))
    if base is None or kind not in ("prev", "next", "same"):
        return period
    if kind == "same":
        return str(base.shift(12 * (int(number) - base.last // 12)))
    return str(base.shift(int(number) if kind == "next" else -int(number)))
