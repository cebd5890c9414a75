"""What runs along time: rolling and cumulative sums, an index, volatility."""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.question import Slots
from assistant.lexicon.when.period_atoms import LENGTH
from assistant.planner.grammar.steps import Plan, is_timed, keyed_by, ref
from assistant.planner.grammar.times import ALL

ALONG_TIME = frozenset({"ttm", "moving_average", "cumulate", "rebase", "volatility"})
"""The operations that run along time."""


def along_time(made: Plan, slots: Slots) -> str:
    """The running sums, the index or the volatility of the selection."""
    operations = slots.operations
    if "rebase" in operations and (ranged := _range_and_base(slots.periods)):
        rows = made.select(slots, ranged[:1], keyed_by(replace(slots, keys=("year",))))
        return made.add("rebase", of=ref(rows), to=ranged[1])
    if "rebase" in operations and (len(slots.periods) == 2 or _are_years(slots)):
        base = slots.periods[0] if _are_years(slots) else min(slots.periods)
        rows = made.select(slots, tuple(sorted(slots.periods)), [*keyed_by(replace(slots, keys=())), "period"])
        return made.add("rebase", of=ref(rows), to=base)
    if "ttm" in operations and not is_timed(slots):
        end = slots.periods[0]
        plain = end in ("latest-year", "ever", "latest") or end.startswith("last:")
        period = "last:12:month" if plain else f"last:12:month@{end}"
        return made.select(slots, (period,), keyed_by(slots))
    window = slots.number or 3
    reach = (window - 1) * _step(slots) if "moving_average" in operations else 11 if "ttm" in operations else 0
    periods = tuple(p if p in ALL or not reach else f"{p}<{reach}" for p in slots.periods)
    rows = made.select(slots, periods, keyed_by(slots))
    if "ttm" in operations:
        return made.add("roll", of=ref(rows), months=12, how="sum")
    if "moving_average" in operations:
        return made.add("roll", of=ref(rows), months=window, how="mean")
    if "cumulate" in operations:
        return made.add("cumulate", of=ref(rows))
    return made.add("rebase" if "rebase" in operations else "volatility", of=ref(rows))


def _step(slots: Slots) -> int:
    """The months from one row to the next: a window of three years reaches back over years."""
    return min((LENGTH[key] for key in slots.keys if key in LENGTH), default=1)


def _are_years(slots: Slots) -> bool:
    """Whether years are named one by one, the base first; the months of years in a row are a line of months."""
    years = [int(period) for period in slots.periods if period.isdigit()]
    in_a_row = len(years) > 2 and max(years) - min(years) == len(years) - 1
    return 1 < len(years) == len(slots.periods) and not (in_a_row and "month" in slots.keys)


def _range_and_base(periods: tuple[str, ...]) -> tuple[str, str] | None:
    """The range of an index and the year that is its 100: "since 2015, 2015 = 100"."""
    ranges = [period for period in periods if "/" in period]
    bases = [period for period in periods if period.isdigit()]
    return (ranges[0], bases[0]) if len(periods) == 2 and len(ranges) == len(bases) == 1 else None
