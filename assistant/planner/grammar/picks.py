"""What is done with the rows: conditions, superlatives, counts, means, differences."""

from __future__ import annotations

from assistant.lexicon.question import Slots
from assistant.lexicon.ranks.members_of_first import OF_ALL
from assistant.lexicon.when.single_times import EACH
from assistant.planner.grammar.limits import downward
from assistant.planner.grammar.steps import Plan, is_timed, keyed_by, ref, untimed
from assistant.types import Json

_LOWEST = frozenset({"bottom", "slowest"})


def after(made: Plan, slots: Slots, rows: str) -> None:
    """Conditions, superlatives, counts, means and differences over the rows."""
    everything, rows = _unpicked(made, rows), _conditioned(made, slots, rows)
    operations, timed = slots.operations, is_timed(slots)
    drop = {"top", "fall"} <= operations and made.calls[-1].tool == "growth"  # the largest drop is the lowest change
    low = drop or bool(operations & _LOWEST)
    members = slots.floor is not None and slots.floor.unit == OF_ALL
    if "count" in operations and (made.calls[-1].tool == "where" or members):
        _counted(made, slots, rows, everything)
    elif "ordered" in operations and (timed or keyed_by(slots)) and (low or slots.beside[:1] != ("at",)):
        first = low and not ("top" in operations and slots.number)  # "the top five, ascending" are the top five
        made.add("rank", of=ref(rows), n=slots.number or 60, order="asc" if first else "desc")
    elif operations & {"top", "fastest"} or low:
        _superlative(made, slots, rows, low=low)
    elif "fall" in operations and made.calls[-1].tool == "where":
        _fallen(made, slots, rows)
    elif not timed and _broken_down(slots) and not operations & {"mean", "median", "sum", "difference", "ratio"}:
        made.add("rank", of=ref(rows), n=slots.number or 60, order="desc")
    elif operations & {"exceed", "trail"} and made.calls[-1].tool == "growth" and untimed(keyed_by(slots)):
        _higher(made, slots, rows)
    elif operations & {"mean", "median"} and (timed or keyed_by(slots)) and not _is_above_mean(slots):
        made.add("median" if "median" in operations else "mean", of=ref(rows))
    elif "sum" in operations and _adds_rows(slots) and made.calls[-1].tool not in ("growth", "share"):
        made.add("total", of=ref(rows))
    elif _pairs(slots) and made.calls[-1].tool == "select" and "sum" not in operations:
        _compared(made, slots, rows)


def _fallen(made: Plan, slots: Slots, rows: str) -> None:
    """Those of several that fell, the largest fall first; times stay in their order."""
    if keyed_by(slots) and not is_timed(slots) and not slots.floor:
        made.add("rank", of=ref(rows), n=60, order="asc")


def _higher(made: Plan, slots: Slots, rows: str) -> None:
    """What was higher, or lower, at one time than at another, most so first; of all things only those that were."""
    lower = ("trail" in slots.operations) != ("fall" in slots.operations)  # the bigger drop is the lower growth
    if _are_all_asked(slots):
        rows = made.add("where", of=ref(rows), test="below" if lower else "above", value="0")
    made.add("rank", of=ref(rows), n=60, order="asc" if lower else "desc")


def _are_all_asked(slots: Slots) -> bool:
    """Whether it is asked which of all things were higher at one time than at another, and not which of a few more."""
    several = len(slots.partner) > 1 or any(len(codes) > 1 for codes in slots.filters.values())
    return not several and not slots.operations & {"rise", "fall", "growth", "change", "polar", "compare"}


def _unpicked(made: Plan, rows: str) -> str:
    """The rows before those that rose or fell were picked from them."""
    picked = next((call for call in made.calls if call.id == rows and call.tool == "where"), None)
    return str(picked.args["of"]["ref"]) if picked else rows


def _adds_rows(slots: Slots) -> bool:
    """Whether a sum is over times or ports: "monthly imports from A and B combined" adds up the two, month by month."""
    if slots.keys == ("port",):
        return True  # "through all Texas ports together"
    several = any(len(codes) > 1 for codes in (slots.partner, slots.reporter, *slots.filters.values()))
    listed = len(slots.periods) > 1 and EACH not in slots.operations
    return listed or is_timed(slots) and not (several and "implied" not in slots.operations)


def _counted(made: Plan, slots: Slots, rows: str, everything: str) -> None:
    """How many rows are left, and in percent of all where that is asked."""
    counted = made.add("count", of=ref(rows))
    if "count_share" in slots.operations:
        made.add("ratio", of=ref(counted), to=ref(made.add("count", of=ref(everything))), percent=True)


def _is_above_mean(slots: Slots) -> bool:
    """Whether the mean is only what a limit is put at: "which months were above average"."""
    return slots.condition is not None and slots.condition.unit == "mean" and "median" not in slots.operations


def _compared(made: Plan, slots: Slots, rows: str) -> None:
    """Two rows divided or subtracted; "in dollars and percent" is both."""
    tool = "ratio" if "ratio" in slots.operations else "difference"
    if {"in_money", "in_percent"} <= slots.operations and tool == "difference":
        made.add(tool, of=ref(rows))
    made.add(tool, of=ref(rows), percent=True if "in_percent" in slots.operations else None)


def _conditioned(made: Plan, slots: Slots, rows: str) -> str:
    """The rows that meet the condition; a surplus or deficit that is only counted is one above zero."""
    limit = slots.condition
    if limit is None:
        signed = slots.measures[0] in ("surplus", "deficit") and "count" in slots.operations
        return made.add("where", of=ref(rows), test="above", value="0") if signed else rows
    if limit.unit in ("growth", "times"):
        return rows
    moved = made.calls[-1].tool in ("growth", "among")
    if "fall" in slots.operations and moved and limit.unit in ("percent", "amount", "change"):
        limit = downward(limit)
    value: Json = ref(made.add("mean", of=ref(rows))) if limit.unit == "mean" else limit.value
    return made.add("where", of=ref(rows), test=limit.test, value=value, high=limit.high)


def _superlative(made: Plan, slots: Slots, rows: str, *, low: bool) -> None:
    """A ranking; of a plain series its highest or lowest period, or how far both lie apart."""
    series = is_timed(slots) and not untimed(keyed_by(slots))
    if slots.beside and untimed(keyed_by(slots))[:1] == [slots.beside[1]]:
        _beside(made, slots, rows, "asc" if low else "desc")
    elif slots.pick and keyed_by(slots):
        _placed(made, rows, "asc" if low else "desc", "place", slots.pick, slots.pick_to)
    elif series and {"top", "bottom"} <= slots.operations:
        _ends_apart(made, slots, rows)
    elif series and (slots.number or 1) == 1:
        _extreme(made, slots, rows, "min" if low else "max")
    elif keyed_by(slots):
        ranked = made.add("rank", of=ref(rows), n=slots.number or 10, order="asc" if low else "desc")
        if "sum" in slots.operations:
            made.add("total", of=ref(ranked))


def _ends_apart(made: Plan, slots: Slots, rows: str) -> None:
    """The highest period, the lowest, and how far the one lies from the other; in percent of that which is named so."""
    percent = _in_percent(made, slots)
    kinds = ("min", "max") if percent and "trail" in slots.operations else ("max", "min")
    first, second = (made.add("extreme", of=ref(rows), kind=kind) for kind in kinds)
    made.add("difference", of=ref(first), minus=ref(second), percent=percent)


def _in_percent(made: Plan, slots: Slots) -> bool | None:
    """Whether two values are held apart in percent; rates already are in percent, and lie points apart."""
    return True if "in_percent" in slots.operations and made.calls[-1].tool == "select" else None


def _beside(made: Plan, slots: Slots, rows: str, order: str) -> None:
    """The place of a thing in the ranking, or the one that stands next to it."""
    side, _, code = slots.beside
    if side == "at":
        low = order if order == "asc" else None
        ranked = made.add("rank", of=ref(rows), n=300, order=low)
        made.add("position", of=ref(ranked), code=code, within=slots.number or 1, at=slots.pick, order=low)
    else:
        _placed(made, rows, order, side, code, following=slots.number if side == "after" else None)


def _placed(
    made: Plan, rows: str, order: str, which: str, value: Json, last: int | None = None, following: int | None = None
) -> None:
    """One place of a ranking or those down to the last, with the ranking that they stand in behind them."""
    last = last if last and isinstance(value, int) and last > value else None
    ranked = made.add(
        "rank", of=ref(rows), n=max(10, last or 0, value + 3) if isinstance(value, int) else 300, order=order
    )
    made.add("rank", of=ref(ranked), order=order, **{which: value}, to=last, following=following)


def _extreme(made: Plan, slots: Slots, rows: str, kind: str) -> None:
    """The highest or lowest period, and how far it stands from the mean where that is asked."""
    percent = _in_percent(made, slots)
    moved = made.calls[-1].tool == "growth" and "mean" not in slots.operations  # "the largest fall, and by how much"
    best = made.add("extreme", of=ref(rows), kind=kind)
    if slots.operations & {"mean", "difference"} and not moved:
        mean = made.add("mean", of=ref(rows))
        made.add("difference", of=ref(best), minus=ref(mean), percent=percent)


def _broken_down(slots: Slots) -> bool:
    """Whether the rows are all of one dimension, and not a list that the question names or a table of two."""
    listed = {name for name, codes in slots.filters.items() if not all(code.endswith("-") for code in codes)}
    if slots.operations & {"compare", "exceed", "trail", "in_percent"}:
        listed |= {"partner", "reporter"} - set(slots.keys)
    keys = set(untimed(keyed_by(slots)))
    chosen = slots.condition is not None or slots.floor is not None
    grown = len(slots.periods) == 2 and chosen and bool(slots.operations & {"growth", "rise"})
    return bool(keys - listed) and (len(slots.periods) == 1 or grown) and (len(keys) == 1 or slots.number is not None)


def _pairs(slots: Slots) -> bool:
    """Whether the selection has exactly two rows to subtract or divide."""
    lists = [len(slots.partner), len(slots.reporter), len(slots.periods), *map(len, slots.filters.values())]
    keyed = len(untimed(keyed_by(slots))) + (len(slots.periods) > 1)
    return sorted(lists)[-2:] == [1, 2] and keyed < 2 and not is_timed(slots)
