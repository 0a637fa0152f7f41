"""What making an artefact begins with, done once and ahead, so that each fork finds it done."""

from __future__ import annotations

from pathlib import Path

from builder.build.graph import modules_of
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
        self.renew()

    def renew(self) -> None:
        """A file of the program has changed: its digests look at each file once."""
        self._program = Program(self._root / ".build" / "imports.json")
        self._ready = False

    def order(self, wanted: Wanted, edition: Edition, plan: Plan) -> Order:
        """What is wanted, of this edition."""
        self._wanted = True
        return self._order(wanted, edition, plan)

    def get_ready(self, edition: Edition, plan: Plan) -> None:
        """Once something was wanted: import what prints, digest the program.

        Nothing is laid out here, for a process never looks again at fonts that it has loaded.
        """
        if self._ready or not self._wanted:
            return
        import weasyprint  # noqa: F401, PLC0415 - half a second, for those alone who want books

        for node in nodes_for(self._order(Wanted(0, ""), edition, plan)):
            self._program.digest(modules_of(node), edition.language)
        self._ready = True

    def _order(self, wanted: Wanted, edition: Edition, plan: Plan) -> Order:
        return Order(wanted.number, wanted.name, edition, plan, self._root, self._folder, self._program)
