"""What ``course serve`` says on the terminal: where the site is, what each save did, and what is wrong."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from urllib.parse import quote

from builder.cli.paint import painted, wants_colour
from builder.serve.messages import Built, Failed, Found, FromMaker

_PLACE = re.compile(r"^( *--> )(?P<file>.+?)(?P<at>(?::\d+){0,2})$", re.MULTILINE)


class Terminal:
    """Says each thing once, in plain lines where nobody watches a terminal."""

    def __init__(self, root: Path) -> None:
        """``root`` is what places of findings start from."""
        self._root = root
        self._rich = wants_colour(sys.stdout)
        self._found: str | None = None
        self._sites = 0

    def greet(self, address: str) -> None:
        """Where the site is."""
        self._say(f"The course is at {self._linked(address, address)} (Ctrl-C stops)")

    def goodbye(self) -> None:
        """The end of the line that the terminal wrote ^C on."""
        self._say("\nStopped." if self._rich else "Stopped.")

    def tell(self, message: FromMaker | str) -> None:
        """What of the maker's messages a person wants to read."""
        match message:
            case str():
                self._say(message)
            case Found() if message.words != self._found:
                self._findings(message)
            case Built():
                self._sites += 1
                self._say(f"{'Rebuilt' if self._sites > 1 else 'Built'} in {message.seconds:.1f} s")
            case Failed() if message.fatal:
                print(f"course serve: {message.lines[0]}", file=sys.stderr)
            case Failed():
                self._say(*message.lines)
            case _:
                pass

    def _findings(self, found: Found) -> None:
        before, self._found = self._found, found.words
        if found.words:
            self._say(painted(linked_places(found.words, self._root)) if self._rich else found.words)
        if found.words or before:
            held = "" if found.shown else "; the pages stay as they were"
            self._say(f"{found.count}{held}")

    def _linked(self, words: str, address: str) -> str:
        return linked(words, address) if self._rich else words

    def _say(self, *lines: str) -> None:
        print(*lines, sep="\n", flush=True)


def linked_places(words: str, root: Path) -> str:
    """Findings as `render` gives them in the style ``text``, each place a link to its file."""

    def link(found: re.Match[str]) -> str:
        return found[1] + linked(found["file"] + found["at"], f"file://{quote(str(root / found['file']))}")

    return _PLACE.sub(link, words)


def linked(words: str, address: str) -> str:
    """A link as terminals know it (OSC 8); those that don't show the words alone."""
    return f"\x1b]8;;{address}\x1b\\{words}\x1b]8;;\x1b\\"
