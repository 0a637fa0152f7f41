"""Drawings of the organisation: its data in, SVG text out, for any format that can hold one.

Each drawing reads well without a style sheet, in one colour; a style sheet may paint it by its classes, ``figure__…``.
Long texts wrap into lines and boxes grow with them. Equal data give equal bytes.
"""

from builder.writers.figures.department_map import Headings, department_columns, department_strip
from builder.writers.figures.ladder import Rung, ladder
from builder.writers.figures.network import Gift, Network, network
from builder.writers.figures.overview import Met, overview_strip, overview_tree
from builder.writers.figures.service_map import LARGE_PRINT, PHONE, service_map
from builder.writers.figures.sheet import Caption

__all__ = [
    "LARGE_PRINT",
    "PHONE",
    "Caption",
    "Gift",
    "Headings",
    "Met",
    "Network",
    "Rung",
    "department_columns",
    "department_strip",
    "ladder",
    "network",
    "overview_strip",
    "overview_tree",
    "service_map",
]
