"""A question as understood: its mentions, and the slots that they fill."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from assistant.types import Call, Gap, Json, Mention

Codes = tuple[str, ...]
RANKED = frozenset({"top", "bottom", "fastest", "slowest"})
"""Operations that put things in order."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition on values: a test of `operators.where`, its limits, and of what they are.

    That is an "amount", a "percent", the "growth" or the "mean", or a "change": how far a value moves or leads by.
    """

    test: str
    value: str
    unit: str
    high: str | None = None


@dataclass(frozen=True, slots=True)
class Slots:
    """What was asked, one slot for each thing that a plan needs; empty where the question does not say.

    `reporter` is whose trade it is and `partner` with whom, as ISO3 or group codes; `origin` and `destination` are
    ends of the flow; `implied` says that they alone gave the measure; `periods` are written as `resolve` reads them.
    `source`, `books`, `table`, `release` and `valuation` are what is demanded of the basis; `versus` are more sources;
    `population` says where an answer among the loaded partners will do.
    A share may be of another measure (`within`: exports in total trade), of a group of partners (`whole`), or of all
    codes of its own dimension that are loaded (`siblings`: the ports of Texas); `part`
    is the dimension whose code is the part, where several are named: the mode of "trucks' share of car exports".
    A ranking by growth may be of what met a `floor` in the `floor_period` alone.
    Of a ranking only a place may be asked: the `pick`-th, those from there to `pick_to`, or the one `beside` a thing
    ("after", "partner", "MEX"). `season` is the calendar month or quarter that is averaged over years ("month:12").
    Of a search a yes or no may be asked: whether what it finds is the period `claimed`. `goods` asks beside the worth
    of a flow what it is made of.
    """

    measures: Codes = ()
    reporter: Codes = ()
    partner: Codes = ()
    origin: Codes = ()
    destination: Codes = ()
    places: Codes = ()
    filters: Mapping[str, Codes] = field(default_factory=dict)
    without: Mapping[str, Codes] = field(default_factory=dict)
    periods: Codes = ()
    keys: Codes = ()
    operations: frozenset[str] = frozenset()
    number: int | None = None
    pick: int | None = None
    pick_to: int | None = None
    beside: Codes = ()
    condition: Condition | None = None
    source: str | None = None
    books: str | None = None
    table: str | None = None
    release: str | None = None
    valuation: str | None = None
    population: str | None = None
    versus: Codes = ()
    implied: bool = False
    level: int | None = None
    ordinal: int | None = None
    sections: bool = False
    partner_share: bool = False
    within: str = ""
    whole: Codes = ()
    among: str = ""
    part: str = ""
    doubtful: str = ""
    floor: Condition | None = None
    floor_period: str = ""
    siblings: Codes = ()
    season: str = ""
    claimed: str = ""
    goods: bool = False

    @property
    def demands(self) -> dict[str, str]:
        """What is demanded of the basis, as `Basis` takes it."""
        names = ("source", "books", "table", "release", "valuation")
        return {name: value for name in names if (value := getattr(self, name))}

    def sided(self, reporter: Codes, partner: Codes) -> Slots:
        """The slots of the trade of one side with the other, whatever ends of a flow were read."""
        return replace(self, reporter=reporter, partner=partner, origin=(), destination=(), doubtful="")

    def without_sides(self) -> Slots:
        """The slots without any place, for those of another question to be of."""
        return replace(self.sided((), ()), places=())


@dataclass(frozen=True, slots=True)
class Question:
    """A question linked to what its words name; what was filled in is named.

    `asked` holds the slots before the defaults: `carried` came from earlier turns, `assumed` from defaults; `gap` is
    what no default may fill for a figure. `explains` is what is asked
    about the earlier answer's source, `earlier` are the calls that it stood on.
    `agreements` is what is asked of trade agreements, as their tool takes it; `noted` is the question before, where a
    note answered it; `left_aside` is what is not taken from before: words that narrow no figure,
    and codes that go with no other ("mode:truck"). `scale` is what money is to be written in ("million").
    """

    text: str
    language: str
    mentions: tuple[Mention, ...]
    slots: Slots
    unknown: tuple[str, ...] = ()
    unsupported: Codes = ()
    about: frozenset[str] = frozenset()
    ambiguous: tuple[tuple[str, Codes], ...] = ()
    conflict: str = ""
    carried: Codes = ()
    corrected: tuple[str, ...] = ()
    previous: Slots | None = None
    previous_table: str | None = None
    explains: str = ""
    earlier: tuple[Call, ...] = ()
    assumed: Codes = ()
    gap: Gap | None = None
    agreements: Mapping[str, Json] | None = None
    asked: Slots = Slots()
    noted: str = ""
    left_aside: Codes = ()
    scale: str = ""
