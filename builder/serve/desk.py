"""What the server's threads, the watcher and the maker's answers share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from builder.serve.listeners import Listener, Listeners
from builder.serve.messages import Found
from builder.serve.published import Published

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from builder.serve.artefacts import Artefacts

STYLE = "assets/site.css"


class Desk:
    """Everything there is to serve, and everybody to tell when it changes."""

    def __init__(self, root: Path, artefacts: Artefacts, opened: Callable[[str], None]) -> None:
        """``root`` is the course's folder; ``opened`` is called with each page that a reader comes to."""
        self._root = str(root)
        self.published = Published()
        self.listeners = Listeners()
        self.artefacts = artefacts
        self.extras: Mapping[str, bytes] = {}
        self._opened = opened
        self._found: dict[str, Any] = {}

    def versions(self, path: str) -> dict[str, str]:
        """What the page at ``path`` is made of, as short hashes: the browser compares them with what it has."""
        published = self.published
        if published.is_empty:
            return {"page": "waiting"}
        return {
            "page": published.version(path),
            "frame": published.frame(path),
            "style": published.version(STYLE),
            "assets": published.assets,
        }

    def join(self, page: str) -> Listener:
        """A reader has opened ``page``: tell what is now, and that somebody looks at it."""
        listener = self.listeners.join(page)
        listener.tell({"versions": self.versions(page), "found": self._found})
        self._opened(page)
        return listener

    def leave(self, listener: Listener) -> None:
        """The reader is gone."""
        self.listeners.leave(listener)

    def changed(self) -> None:
        """Tell every reader what its page is made of now."""
        for listener in self.listeners.all():
            listener.tell({"versions": self.versions(listener.page)})

    def found(self, found: Found) -> None:
        """Tell every reader what is wrong."""
        rows = [asdict(row) for row in found.rows]
        news = {"root": self._root, "rows": rows, "count": found.count, "shown": found.shown}
        if news == self._found:
            return
        self._found = news
        for listener in self.listeners.all():
            listener.tell({"found": self._found})
