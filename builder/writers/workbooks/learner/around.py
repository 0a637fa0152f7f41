"""The organisation in pictures on paper, with their twins in words."""

from __future__ import annotations

from builder.locale import Catalogue
from builder.model.organisation import Organisation
from builder.writers.figures import Caption, Network, network, overview_strip, overview_tree, service_map
from builder.writers.workbooks.learner.book import Around, Drawing


def around(organisation: Organisation, words: Catalogue, *, narrow: bool = False) -> Around:
    """The departments and what they give each other; ``narrow`` draws with letters that stay large on a page."""
    made = network(organisation)
    return Around(
        overview=_overview(made, words, narrow=narrow) if len(made.departments) > 1 else None,
        parts=tuple(
            (d.name.html, d.purpose.html, ", ".join(one.name.html for one in made.met_by(d)), d.contact.html)
            for d in organisation.departments
        ),
        map=_map(made, words) if made.gifts else None,
        gifts=tuple((gift.number, gift.giver.name.html, gift.receiver.name.html, gift.what) for gift in made.gifts),
    )


def _overview(made: Network, words: Catalogue, *, narrow: bool) -> Drawing:
    name = made.organisation.name.plain
    label = words.gettext("{name} and its parts: what each is there for. The table below says the same.", name=name)

    def met(names: str) -> str:
        return words.gettext("meets: {names}", names=names)

    draw = overview_strip if narrow else overview_tree
    return Drawing(draw(made, met, _caption(label, words)), label)


def _map(made: Network, words: Catalogue) -> Drawing:
    label = words.gettext(
        "Arrows between the parts of {name}, each with a number. The list says what each brings.",
        name=made.organisation.name.plain,
    )
    return Drawing(service_map(made, _caption(label, words)), label)


def _caption(label: str, words: Catalogue) -> Caption:
    return Caption(label, mirrored=words.direction == "rtl")
