"""
The charts of the style report: which figures go into which drawing.

How a chart is drawn is svg_chart.py's, what the figures are style_figures.py's.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from worker import svg_chart as svg
from worker.style_figures import Replies, bubbles_of_people, references
from worker.style_table import percent
from worker.svg_chart import Frame

# Where messages begin, how they end, what is in them: label, figure.
SHARES = (
    ("lower-case start", "lower_case_start"),
    ("full stop", "full_stop"),
    ("no final mark", "no_final_punctuation"),
    ("question mark", "question_mark"),
    ("exclamation mark", "exclamation_mark"),
    ("laughter", "laughter"),
    ("stretched letters", "stretched_letters"),
    ("em dash", "em_dash"),
)
MOST_WORDS = 40
BUBBLES = ("1", "2", "3+")


def shares(sent: Replies) -> str:
    """Draw ours as bars, text messages and chat rooms as the ends of a range people lie in."""
    row, left = 34.0, 132.0
    frame = Frame(width=880, height=24 + row * len(SHARES) + 22, left=left, right=64, top=6)
    sms, chat = (each.figures for each in references())
    parts = []
    for tick in (0, 0.25, 0.5, 0.75, 1):
        x = frame.x(tick)
        parts.append(
            f'<line class="{"level" if tick else "axis"}" x1="{x:.1f}" x2="{x:.1f}"'
            f' y1="{frame.top:.1f}" y2="{frame.floor:.1f}"/>'
        )
        parts.append(svg.text(x, frame.floor + 18, f"{100 * tick:.0f} %"))
    for number, (label, name) in enumerate(SHARES):
        y = frame.top + 6 + number * row
        ours, low, high = (getattr(each, name) for each in (sent.bubbles, sms, chat))
        told = f"{label}: {percent(ours)}; text messages {percent(low)}, chat rooms {percent(high)}"
        parts.append(svg.text(left - 10, y + 15, label, "value", "end"))
        parts.append(svg.bar(frame.x(0), y, frame.x(ours) - frame.x(0), 11, "ours", told))
        ends = sorted((low, high))
        width = frame.x(ends[1]) - frame.x(ends[0])
        parts.append(svg.bar(frame.x(ends[0]), y + 13, max(width, 2), 7, "people", told))
        parts.append(
            svg.text(frame.x(max(ours, ends[1])) + 8, y + 14, percent(ours), "value", "start")
        )
    return svg.drawing(frame, "How messages begin and end, beside people's", parts)


def words(sent: Replies) -> str:
    """Draw how many messages have how many words."""
    frame = Frame(width=430, height=230)
    counted = Counter(min(max(count, 1), MOST_WORDS) for count in sent.words)
    edges = [1, 2, 3, 4, 6, 9, 13, 18, 26, MOST_WORDS + 1]
    found = [
        sum(counted[count] for count in range(low, high)) / len(sent.words)
        for low, high in pairwise(edges)
    ]
    places = [number / (len(edges) - 1) for number in range(len(edges))]
    names = [f"{low}" if high == low + 1 else f"{low}–{high - 1}" for low, high in pairwise(edges)]
    names[-1] = f"{edges[-2]}+"
    middles = [(left + right) / 2 for left, right in pairwise(places)]
    top = svg.nice_top(max(found))
    titles = [f"{name} words: {percent(share)}" for name, share in zip(names, found, strict=True)]
    parts = svg.axes(frame, dict(zip(names, middles, strict=True)), top)
    parts += svg.bars_over_bins(frame, places, found, top, titles)
    return svg.drawing(frame, "How many messages have how many words", parts)


def bubbles(sent: Replies) -> str:
    """Draw of how many messages a reply consists, beside people's."""
    frame = Frame(width=430, height=230, left=10, right=10)
    pairs = list(zip(sent.bubble_shares, bubbles_of_people(), strict=True))
    return svg.paired_bars(
        frame,
        "Messages a reply, beside people's",
        BUBBLES,
        pairs,
        lambda share: f"{100 * share:.0f}",
    )
