"""How the organisation works together: its parts, what they give each other, promises, meetings, swaps, help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from builder.writers.addresses import ORGANISATION
from builder.writers.figures import (
    Caption,
    Headings,
    Network,
    Rung,
    department_columns,
    department_strip,
    ladder,
    network,
    overview_strip,
    overview_tree,
    service_map,
)
from builder.writers.site.page import Page

if TYPE_CHECKING:
    from builder.model.organisation import Department
    from builder.writers.site.frame import Frame

Drawn = tuple[Markup, ...]
"""A figure's drawings: one for every width, or a narrow and a wide one."""


def organisation_page(frame: Frame) -> Page:
    """``organisation.html``."""
    _ = frame.words.gettext
    about = _("Who does what, who gives what to whom, and what we promise each other.")
    page = Page(frame, ORGANISATION, _("Our organisation"), "organisation", about)
    made = network(frame.edition.organisation)
    page.heading(1, "page--organisation", page.title)
    page.add("organisation/lead.html", organisation=made.organisation, about=about)
    page.heading(2, "page--parts", _("Who does what"))
    page.add("organisation/parts.html", made=made, figure=_overview(frame, made))
    if made.gifts:
        page.heading(2, "page--gifts", _("Who gives what to whom"))
        page.add("organisation/gifts.html", made=made, figure=_map(frame, made))
        page.heading(2, "page--around", _("One part in the middle"))
        page.add(
            "organisation/around.html", made=made, figures_of={d.id: _around(frame, made, d) for d in made.departments}
        )
    _agreed(page)
    return page


def _agreed(page: Page) -> None:
    """What everybody agreed on: promises, whom to turn to, meetings, swaps, quiet hours and help."""
    _ = page.frame.words.gettext
    organisation = page.frame.edition.organisation
    if organisation.standards:
        page.heading(2, "page--promises", _("What we promise each other"))
        page.add("organisation/promises.html", organisation=organisation)
    if organisation.escalation:
        page.heading(2, "page--ladder", _("When no answer comes"))
        page.add("organisation/ladder.html", organisation=organisation, figure=_ladder(page.frame))
    if organisation.calendar:
        page.heading(2, "page--calendar", _("When we talk"))
        page.add("organisation/calendar.html", organisation=organisation)
    if organisation.swaps:
        page.heading(2, "page--swaps", _("Who swaps places"))
        departments = {one.id: one for one in organisation.departments}
        page.add("organisation/swaps.html", organisation=organisation, departments=departments)
    page.heading(2, "page--help", _("Quiet hours and help"))
    page.add("organisation/help.html", organisation=organisation)


def _caption(frame: Frame, label: str, twin: str) -> Caption:
    return Caption(label, twin, frame.words.direction == "rtl")


def _svg(*drawings: str) -> Drawn:
    return tuple(Markup(one) for one in drawings)  # noqa: S704 - figures escape all they draw


def _overview(frame: Frame, made: Network) -> Drawn:
    _ = frame.words.gettext
    label = _("{name} and its parts: what each is there for. The table below says the same.", name=_name(frame))
    caption = _caption(frame, label, "page--parts-table")

    def met(names: str) -> str:
        return _("meets: {names}", names=names)

    return _svg(overview_strip(made, met, caption), overview_tree(made, met, caption))


def _map(frame: Frame, made: Network) -> Drawn:
    _ = frame.words.gettext
    label = _(
        "Arrows between the parts of {name}, each with a number. The list says what each brings.", name=_name(frame)
    )
    return _svg(service_map(made, _caption(frame, label, "page--gifts-list")))


def _around(frame: Frame, made: Network, department: Department) -> Drawn:
    _ = frame.words.gettext
    headings = Headings(_("What it gets"), _("What it gives"), _("Meets"))
    label = _("{name}: what it gets, what it gives, and whom it meets. The list below says the same.",
              name=department.name.plain)  # fmt: skip
    caption = _caption(frame, label, f"page--around-{department.id}")
    parts = made, department, headings, caption
    return _svg(department_strip(*parts), department_columns(*parts))


def _ladder(frame: Frame) -> Drawn:
    _ = frame.words.gettext
    steps = frame.edition.organisation.escalation
    waits = [_("after {time} without an answer", time=frame.words.duration(step.after)) for step in steps]
    rungs = [Rung(_("You have asked")), *map(Rung, (step.role.plain for step in steps), waits)]
    label = _("Stairs of whom to turn to, from the one who asks upwards. The list says the same.")
    return _svg(ladder(rungs, _caption(frame, label, "page--ladder-list")))


def _name(frame: Frame) -> str:
    return frame.edition.organisation.name.plain
