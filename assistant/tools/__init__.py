"""The table of contents: every tool that a plan may call, and the shortcuts that a model sees."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from assistant.tools import shortcuts
from assistant.tools.agreements import agreements
from assistant.tools.availability import availability
from assistant.tools.explained import explained
from assistant.tools.operators.among import among, both
from assistant.tools.operators.apart import apart
from assistant.tools.operators.change import cumulate, doubling, growth, per_day, per_month, rebase, roll, volatility
from assistant.tools.operators.combine import contribution, difference, mean, median, ratio, share, total
from assistant.tools.operators.cumulated import fewest
from assistant.tools.operators.discrepancy import discrepancy
from assistant.tools.operators.find import crossing, find, streak
from assistant.tools.operators.indices import concentration, intra_industry, similarity
from assistant.tools.operators.pick import count, extreme, position, rank, where
from assistant.tools.operators.seasons import earlier, seasonal
from assistant.tools.passages import passages
from assistant.tools.select import select
from assistant.tools.tariff import tariff
from assistant.types import Call

_TOOLS: tuple[Callable[..., Any], ...] = (
    select,
    growth,
    cumulate,
    doubling,
    per_day,
    per_month,
    roll,
    rebase,
    volatility,
    share,
    contribution,
    mean,
    median,
    total,
    difference,
    ratio,
    rank,
    position,
    fewest,
    where,
    among,
    both,
    count,
    extreme,
    find,
    crossing,
    streak,
    seasonal,
    earlier,
    apart,
    concentration,
    intra_industry,
    similarity,
    tariff,
    agreements,
    availability,
    discrepancy,
    explained,
    passages,
)

_SHORTCUTS: tuple[Callable[..., tuple[Call, ...]], ...] = (
    shortcuts.value,
    shortcuts.balance,
    shortcuts.total_trade,
    shortcuts.series,
    shortcuts.ranking,
    shortcuts.share_of,
    shortcuts.growth_of,
    shortcuts.compare,
    shortcuts.highest,
    shortcuts.lowest,
    shortcuts.count_periods,
)

TOOLS: Mapping[str, Callable[..., Any]] = {tool.__name__: tool for tool in _TOOLS}
"""Selections, operators and look-ups by name."""

SHORTCUTS: Mapping[str, Callable[..., tuple[Call, ...]]] = {tool.__name__: tool for tool in _SHORTCUTS}
"""Everyday questions by name; each expands into calls of TOOLS."""
