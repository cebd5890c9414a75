"""The chart behind an answer, as Vega-Lite."""

from assistant.answer.charts.chart import chart

__all__ = ["chart"]
