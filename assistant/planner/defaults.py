"""What a question leaves out and need not be asked: filled by a default that the answer states."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from assistant.languages.language import load
from assistant.lexicon.operations import directed
from assistant.lexicon.question import Codes, Question, Slots
from assistant.lexicon.searching import SEARCHES
from assistant.lexicon.tokens import fold, phrase
from assistant.lexicon.who.state_ends import ABROAD
from assistant.periods import TIMES, Period
from assistant.planner.default_places import between, by_member, named_within, outside, within_group
from assistant.planner.gaps import as_gap, as_surplus
from assistant.planner.groups import grouped
from assistant.planner.indices import indexed
from assistant.planner.kept_year import kept_year
from assistant.planner.monthly_means import spread_over_months
from assistant.planner.overall import is_overall
from assistant.planner.points import in_points
from assistant.planner.ports_together import ports_together
from assistant.planner.ranked_kinds import by_partner, by_product, of_one, of_products
from assistant.planner.released import is_released, released
from assistant.planner.sibling_wholes import of_siblings
from assistant.planner.tariffs import computed, settled
from assistant.planner.those import as_those
from assistant.planner.weighed import weighed
from assistant.settings import Home
from assistant.store.selection import WORLD, is_closed
from assistant.store.store import Store
from assistant.types import Gap, Mention

_SERIES = frozenset(
    {"series", "top", "bottom", "count", "streak", "ttm", "moving_average", "volatility", "rebase", "cumulate"}
)
_MOST, _MOVED = frozenset({"fastest", "slowest"}), frozenset({"rise", "fall"})
_LISTED = frozenset({"table", "per_key", "per_year"})
_DEGREES = ("operations:top", "operations:bottom")
_SIDED = frozenset({"compare", "exceed", "difference", "amount", "polar"})
_YEAR = 12


def complete(question: Question, store: Store, home: Home) -> Question:
    """The question with every default filled and named; its gap where a default would be a guess."""
    question = released(question, store)
    slots = named_within(question.slots, store)
    if isinstance(slots, Gap):
        return replace(question, gap=slots, asked=question.slots)
    question = replace(question, slots=slots, asked=slots)
    if (rated := settled(question, store)) is not None:
        return rated
    question = computed(question, store)
    slots = question.slots
    assumed: list[str] = ["source"] if is_released(question) else []
    if not slots.measures:
        abroad = any(code.startswith(ABROAD) for code in slots.filters.get("region", ()))
        slots = replace(slots, measures=("exports" if abroad else "total",))  # of states abroad only exports are known
        assumed += [] if abroad else ["measure"]
    slots = replace(slots, operations=directed(slots.operations, slots.measures))
    slots = _as_sign(_as_comparison(as_those(as_surplus(as_gap(slots)), question)))
    slots = of_products(in_points(slots, question))
    slots = indexed(question, weighed(slots, home), home.country)
    slots = of_one(by_partner(by_member(slots, store)))
    slots = ports_together(question, of_siblings(question, slots, store), store)
    slots = within_group(_without_region(slots, question, store), store)
    if is_overall(replace(question, slots=slots)):
        slots = replace(slots, reporter=(home.country,), partner=(WORLD,))
        assumed += ["reporter"]
    placed = outside(slots, store) or between(slots, store, home)
    if isinstance(placed, Gap):
        return replace(question, gap=_beyond(slots, store) or placed)  # asking back would only lead to a decline
    assumed += [name for name in ("reporter", "partner") if getattr(placed, name) != getattr(slots, name)]
    if not placed.periods or (ago := _ago(placed.periods, question)):
        placed = replace(placed, periods=ago if placed.periods else (_period(placed, _asks_times(question)),))
        assumed.append("period")
    placed = grouped(by_product(kept_year(question, spread_over_months(placed, store), store)), store)
    if "measure" in assumed and _only_imports(placed, store):
        placed = replace(placed, measures=("imports",))
    return replace(question, slots=placed, assumed=tuple(assumed))


def _ago(periods: Codes, question: Question) -> Codes:
    """A time counted back from one that is not named, and the newest, from which it counts: "three years ago".

    In a conversation only a year counts back from the newest, and what is said to be so long ago after another such
    time: "two years before" may be counted from what was said.
    """
    months = int(periods[0].removeprefix("prev:")) if len(periods) == 1 and periods[0].startswith("prev:") else 0
    if not months or months != _YEAR and question.previous is not None and not _from_now(question):
        return ()
    by_quarter = _tells(question, "quarter")
    newest = "latest-year" if months % _YEAR == 0 else "latest-quarter" if by_quarter else "latest"
    return (f"{newest}~-{months}", newest)


def _from_now(question: Question) -> bool:
    """Whether a time is said to be so long ago after one that was: "20 years ago", then "and ten years ago?"."""
    before = question.previous.periods if question.previous else ()
    return bool(before) and "~-" in before[0] and _tells(question, "from_now")


def _tells(question: Question, name: str) -> bool:
    """Whether a period is said with a word of a list of the language's `[periods]`."""
    forms = load(question.language).forms("periods", name)
    return any(forms & {*phrase(m.text)} for m in question.mentions if m.kind == "period")


def _only_imports(slots: Slots, store: Store) -> bool:
    """Whether products so fine are loaded for imports alone, so that total trade by them is not."""
    fine = [t for t in store.tables if t.product_level.isdigit() and int(t.product_level) >= (slots.level or 0)]
    return bool(slots.level and fine) and not any(table.basis.valuation_export for table in fine)


def _as_comparison(slots: Slots) -> Slots:
    """The slots of two places held against each other without the ranking of all: "did Japan rank ahead of Korea?"."""
    two_asked = {"compare", "difference"} <= slots.operations
    two_sides = slots.operations & {"exceed", "trail"} and {"exports", "imports"} <= set(slots.measures)
    two_named = sum(map(len, slots.filters.values())) == 2 and any(len(codes) == 2 for codes in slots.filters.values())
    if two_named and {"compare", "difference"} <= slots.operations and not slots.keys and len(slots.partner) < 2:
        return replace(slots, operations=slots.operations - {"top", "bottom"})  # "truck or rail, and by how much?"
    if not two_sides and (not (slots.operations & {"exceed", "trail"} or two_asked) or len(slots.partner) != 2):
        return slots
    keys = tuple(key for key in slots.keys if key != "partner")
    return replace(slots, operations=slots.operations - {"top", "bottom"}, keys=keys)


def _as_sign(slots: Slots) -> Slots:
    """The slots of a balance as the surplus or deficit that it is: "who came out ahead?", "a deficit or a surplus?"."""
    asked = slots.measures == ("balance",) and slots.operations & {"compare", "exceed"}
    single = max(len(slots.reporter), len(slots.partner), len(slots.periods), 1) == 1 and {*slots.keys} <= {"partner"}
    if not (asked and single) or slots.operations - _SIDED or slots.condition or slots.keys and not slots.partner:
        return slots
    return replace(slots, measures=("surplus",), keys=(), operations=frozenset())


def _beyond(slots: Slots, store: Store) -> Gap | None:
    """The decline of a period that begins after the newest month of any table of trade."""
    trade = [table for table in store.tables if table.kind == "flow" and table.release_kind != "estimate"]
    if not trade:
        return None
    newest = max(trade, key=lambda table: table.last.last)
    closed = [Period.parse(text) for text in slots.periods if is_closed(text)]
    if not any(period.first > newest.last.last for period in closed):
        return None
    span = (("first", str(newest.first)), ("last", str(newest.last)))
    return Gap("declined", "no_data", "period", (("table", newest.title), *span))


def _without_region(slots: Slots, question: Question, store: Store) -> Slots:
    """The slots without the state of the ports that are loaded, which narrows nothing more: "Texas ports".

    Those that stay where some are left out are all of them: "Texas ports other than Laredo".
    """
    region = slots.filters.get("region")
    named = any("keys:port" in m.candidates for m in question.mentions)
    if "port" in slots.without and region and named and not {"port"} & {*slots.keys, *slots.filters}:
        every = {**slots.filters, "port": tuple(sorted(store.names.titles["port"]))}
        slots = replace(slots, filters=every, operations=slots.operations | {"sum"})
    ported = "port" in slots.keys or "port" in slots.filters
    if not ported or region is None or set(region) != store.names.port_regions or _trades_itself(question):
        return slots
    if "share" in slots.operations and not named and _is_owner(question):
        return slots  # "how much of Texas trade goes through Laredo"
    return replace(slots, filters={name: codes for name, codes in slots.filters.items() if name != "region"})


def _trades_itself(question: Question) -> bool:
    """Whether a state is the one who sells or buys: "how much does Texas export through Laredo"."""
    sides = pairwise(m for m in question.mentions if m.candidates[0] not in _DEGREES)
    told = ({*one.candidates, *other.candidates} for one, other in sides if _is_beside(question, one, other))
    located = any(m.kind == "region" and _is_where(question, at) for at, m in enumerate(question.mentions))
    sold = any({"verbs:sell", "verbs:buy"} & codes and any(c.startswith("region:") for c in codes) for codes in told)
    return sold and not located


def _is_owner(question: Question) -> bool:
    """Whether a flow is a state's own, "Texas exports"; its border trade is that of its ports."""
    if load(question.language).said(fold(question.text), "lists", "at_border"):
        return False
    sides = list(pairwise(m for m in question.mentions if m.kind != "modes"))  # "Texas truck imports"
    before = (m.kind == "region" and any(c.startswith("measures:") for c in flow.candidates) for m, flow in sides)
    return any(before) or any("prepositions:of" in of.candidates and m.kind == "region" for of, m in sides)


def _is_where(question: Question, at: int) -> bool:
    """Whether a state is where ports are: "which port in Texas exports", "qué puerto de Texas exportó"."""
    led, before = question.mentions[at - 1 : at], question.mentions[max(at - 2, 0) : max(at - 1, 0)]
    of_ports = any("keys:port" in m.candidates for m in before) and any("prepositions:of" in m.candidates for m in led)
    return of_ports or any("prepositions:in" in m.candidates for m in led)


def _is_beside(question: Question, one: Mention, other: Mention) -> bool:
    """Whether nothing but a degree stands between: "¿por qué puerto exportó más Texas?"."""
    degrees = {word for m in question.mentions if m.candidates[0] in _DEGREES for word in phrase(m.text)}
    return {*phrase(question.text[one.end : other.start])} <= degrees


def _asks_times(question: Question) -> bool:
    """Whether the times themselves are asked for: "in which years"."""
    return any("searching:which_time" in mention.candidates for mention in question.mentions)


def _period(slots: Slots, times_asked: bool) -> str:
    if "seasonal" in slots.operations:
        return "last:10:year"
    if slots.operations & SEARCHES:
        return "ever"
    timed = any(key in TIMES for key in slots.keys)
    if timed and slots.operations & (_MOST | _MOVED if times_asked else _MOST) and not set(slots.keys) - TIMES:
        return "ever"  # "the year of the fastest growth", "in which years did imports fall"
    if timed and slots.operations & _SERIES or slots.operations & {"series", "streak"}:
        return "ever"
    if slots.condition and timed or "year" in slots.keys and slots.operations <= _LISTED:  # "imports by year"
        return "ever"
    if "mom" in slots.operations:  # how much growth rates vary needs many of them
        return "sound" if "volatility" in slots.operations else "latest"
    return "latest-year"
