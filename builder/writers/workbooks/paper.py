"""Sizes of paper."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet in millimetres; ``gutter`` is the margin at the binding, ``outer`` the one to write notes on."""

    name: str
    width: int
    height: int
    top: int
    bottom: int
    gutter: int
    outer: int


A4 = Paper("A4", 210, 297, top=24, bottom=24, gutter=25, outer=36)
