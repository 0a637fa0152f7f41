"""Worksheets: sheets to fill in on screen or on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.writers.site.page import Page

if TYPE_CHECKING:
    from builder.model.activities import Worksheet
    from builder.model.course import Module
    from builder.writers.site.frame import Frame


def worksheet_page(frame: Frame, module: Module, sheet: Worksheet) -> Page:
    """A sheet to fill in on screen or to print."""
    page = Page(frame, f"worksheets/{sheet.id}.html", sheet.title.plain, "worksheet", sheet.purpose.plain)
    page.add("practice/eyebrow.html", kind=frame.words.gettext("Worksheet"), module=module)
    page.heading(1, sheet.id, sheet.title)
    page.add("practice/worksheet.html", sheet=sheet)
    return page
