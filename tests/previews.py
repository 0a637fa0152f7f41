"""A preview as its users have it: a real process, on copies of the tiny course and of the program."""

from __future__ import annotations

import http.client
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[1]
TINY = ROOT / "tests" / "tiny"
PATIENCE = 90.0
"""Seconds: a busy machine is no fault."""


def until(holds: Callable[[], object], what: str) -> None:
    """Wait until ``holds()``."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, what
        time.sleep(0.05)


def program_copy(folder: Path) -> Path:
    """The program with its site's source: what is edited here is nobody else's."""
    kept = shutil.ignore_patterns("__pycache__")
    for name in ("builder", "site"):
        shutil.copytree(ROOT / name, folder / name, ignore=kept)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def course_copy(folder: Path) -> Path:
    return Path(shutil.copytree(TINY, folder, ignore=shutil.ignore_patterns(".build", "dist*")))


@dataclass
class Preview:
    """A running ``course serve``: what it said, and its address once it has said it."""

    course: Path
    program: Path
    process: subprocess.Popen[str]
    said: list[str] = field(default_factory=list)

    @property
    def words(self) -> str:
        return "".join(self.said)

    @property
    def address(self) -> str:
        found = re.search(r"http://127\.0\.0\.1:\d+/", self.words)
        return found[0] if found else ""

    @property
    def port(self) -> int:
        return int(self.address.rsplit(":", 1)[1].strip("/"))

    def get(self, path: str, **headers: str) -> tuple[int, bytes, dict[str, str]]:
        """Status, content and headers of ``path``, sent as it is."""
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        line.putrequest("GET", path, skip_host="host" in headers)
        for name, value in headers.items():
            line.putheader(name.replace("_", "-"), value)
        line.endheaders()
        answer = line.getresponse()
        data = answer.read()
        line.close()
        return answer.status, data, {name.lower(): value for name, value in answer.getheaders()}

    def text(self, path: str) -> str:
        return self.get(path)[1].decode()

    def edit(self, path: str, old: str, new: str) -> None:
        """Save the course's file with ``new`` in the place of ``old``."""
        place = self.course / path
        text = place.read_text(encoding="utf-8")
        assert old in text
        place.write_text(text.replace(old, new), encoding="utf-8")

    def stop(self, sign: int = signal.SIGINT) -> int:
        """End it as Ctrl-C does; its exit code."""
        os.killpg(self.process.pid, sign)
        return self.process.wait(PATIENCE)


def started(course: Path, program: Path, *arguments: str, **environment: str) -> Preview:
    """The process, perhaps not ready yet, with more in its environment."""
    command = [sys.executable, "-m", "builder", "-C", str(course), "serve", "--port", "0", *arguments]
    process = subprocess.Popen(
        command,
        cwd=program,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "", **environment},
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - a run in the background ignores it
    )
    preview = Preview(course, program, process)

    def listen() -> None:
        assert process.stdout
        for line in process.stdout:
            preview.said.append(line)

    threading.Thread(target=listen, daemon=True).start()
    return preview


@contextmanager
def previewed(course: Path, program: Path, *arguments: str, **environment: str) -> Iterator[Preview]:
    """A preview whose first build is done; it ends without a word of trouble."""
    preview = started(course, program, *arguments, **environment)
    try:
        until(lambda: preview.address or preview.process.poll() is not None, "no address")
        assert preview.process.poll() is None, preview.words
        until(lambda: "Built in" in preview.words, f"not built: {preview.words}")
        yield preview
    finally:
        if preview.process.poll() is None:
            preview.stop()
    assert preview.process.returncode == 0, preview.words
    assert "Traceback" not in preview.words
