"""What making an artefact begins with, done once an edition and ahead, so that each fork finds it done."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from builder.build.graph import Node, modules_of
from builder.build.program import Program
from builder.model.edition import Edition
from builder.model.plan import Plan
from builder.serve.messages import Wanted
from builder.serve.on_demand import Order, nodes_for


class Press:
    """Knows the program's digests and prints; before the first order it does nothing."""

    def __init__(self, root: Path, folder: Path) -> None:
        """``root`` is the course's folder, ``folder`` the preview's own."""
        self._root = root
        self._folder = folder
        self._wanted = False
        self._ready = False
        self._known: tuple[Edition, Plan, tuple[Node, ...]] | None = None
        self.renew()

    def renew(self) -> None:
        """A file of the program has changed: its digests look at each file once."""
        self._program = Program(self._root / ".build" / "imports.json")
        self._ready = False

    def order(self, wanted: Wanted, edition: Edition, plan: Plan) -> Order:
        """What is wanted, of this edition."""
        self._wanted = True
        nodes = self._nodes(edition, plan)
        return Order(wanted.number, wanted.name, edition, plan, nodes, self._root, self._folder, self._program)

    def get_ready(self, edition: Edition, plan: Plan) -> None:
        """Once something was wanted: know this edition's artefacts, import what prints, digest the program.

        Nothing is laid out here, for a process never looks again at fonts that it has loaded.
        """
        if not self._wanted:
            return
        nodes = self._nodes(edition, plan)
        if self._ready:
            return
        with suppress(OSError):  # a library that printing loads is missing: whoever asks for a book is told
            _import_printing()
        for node in nodes:
            self._program.digest(modules_of(node), edition.language)
        self._ready = True

    def _nodes(self, edition: Edition, plan: Plan) -> tuple[Node, ...]:
        if not self._known or self._known[0] is not edition or self._known[1] is not plan:
            self._known = (edition, plan, nodes_for(edition, plan))
        return self._known[2]


def _import_printing() -> None:
    import weasyprint  # noqa: F401, PLC0415 - half a second, for those alone who want books

    from builder.writers.workbooks.printing.render import load_templates  # noqa: PLC0415 - the same

    load_templates()
