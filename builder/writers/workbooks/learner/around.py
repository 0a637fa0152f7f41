"""The organisation in pictures on paper, with their twins in words."""

from __future__ import annotations

from builder.locale import Catalogue
from builder.model.organisation import Organisation
from builder.writers.figures import (
    LARGE_PRINT,
    PHONE,
    Caption,
    Met,
    Network,
    network,
    overview_strip,
    overview_tree,
    service_map,
)
from builder.writers.workbooks.learner.book import Around, Drawing


def around(organisation: Organisation, words: Catalogue, *, large: bool = False) -> Around:
    """The departments and what they give each other; ``large`` is for large print, where drawings say less."""
    made = network(organisation)
    return Around(
        overview=(_large_overview if large else _overview)(made, words) if len(made.departments) > 1 else None,
        parts=tuple(
            (d.name.html, d.purpose.html, ", ".join(one.name.html for one in made.met_by(d)), d.contact.html)
            for d in organisation.departments
        ),
        map=_map(made, words, large=large) if made.gifts else None,
        gifts=tuple((gift.number, gift.giver.name.html, gift.receiver.name.html, gift.what) for gift in made.gifts),
    )


def _overview(made: Network, words: Catalogue) -> Drawing:
    name = made.organisation.name.plain
    label = words.gettext("{name} and its parts: what each is there for. The table below says the same.", name=name)
    return Drawing(overview_tree(made, _met(words), _caption(label, words)), label)


def _large_overview(made: Network, words: Catalogue) -> Drawing:
    name = made.organisation.name.plain
    label = words.gettext("{name} and its parts, and whom each meets outside. The list below says more.", name=name)
    return Drawing(overview_strip(made, _met(words), _caption(label, words), purposes=False), label)


def _met(words: Catalogue) -> Met:
    return lambda names: words.gettext("meets: {names}", names=names)


def _map(made: Network, words: Catalogue, *, large: bool) -> Drawing:
    label = words.gettext(
        "Arrows between the parts of {name}, each with a number. The list says what each brings.",
        name=made.organisation.name.plain,
    )
    return Drawing(service_map(made, _caption(label, words), LARGE_PRINT if large else PHONE), label)


def _caption(label: str, words: Catalogue) -> Caption:
    return Caption(label, mirrored=words.direction == "rtl")
