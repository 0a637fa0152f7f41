"""From a save to the words in the browser: `course serve` on a copy of a course, a real Chromium before it.

In one run: a sentence of a lesson and the stem of an item, each saved and waited for, against the pass that then
builds the whole site; then every artefact that an edited lesson changes, asked for one after the other, with and
without laying out. Usage: python benchmarks/serve.py [COURSE [RUNS [KIND …]]], where a KIND is sentence, item or
artefacts; without one, all.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from asked import asked, read_by_artefacts
from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

DEFAULTS = (".", "9")
KINDS = ("sentence", "item", "artefacts")
PATIENCE = 120.0
IDLE = 5.0
"""Seconds after which the maker has got ready for the next order."""
SEEN = """words => new Promise(done => {
  const look = () => document.body.innerText.includes(words) && (observer.disconnect(), done(Date.now()));
  const observer = new MutationObserver(look);
  observer.observe(document, {subtree: true, childList: true, characterData: true});
  look();
})"""
GONE = "words => !document.body?.innerText.includes(words)"
HERE = "words => document.body?.innerText.includes(words)"
PAGE_OF = re.compile(r"^id: *(\S+)", re.MULTILINE)


@dataclass
class Preview:
    """A running preview and what it says."""

    process: subprocess.Popen[str]
    said: list[str] = field(default_factory=list)

    @property
    def address(self) -> str:
        """Where it is, once it has said so."""
        found = re.search(r"http://\S+?/", "".join(self.said))
        return found[0] if found else ""

    @property
    def passes(self) -> list[float]:
        """Seconds of each of the engine's passes."""
        return [float(one) for one in re.findall(r"uilt in ([\d.]+) s", "".join(self.said))]

    def listen(self) -> None:
        """Take its words until it ends."""
        for line in self.process.stdout or ():
            self.said.append(line)

    @property
    def maker(self) -> int:
        """The process that knows the course."""
        found = subprocess.run(
            ["pgrep", "-P", str(self.process.pid)], capture_output=True, text=True, check=True
        ).stdout.split()
        return max(map(int, found), key=rss)


def rss(pid: int) -> float:
    """MB that a process holds."""
    found = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text(encoding="utf-8"))
    return int(found[1]) / 1000 if found else 0.0


def cpu(pid: int) -> float:
    """CPU seconds of a process without its children."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def until(holds: Callable[[], object]) -> None:
    """Wait until ``holds()``."""
    end = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > end:
            sys.exit("it took too long")
        time.sleep(0.05)


def rested(preview: Preview, passes: int) -> None:
    """Wait for the engine's next pass."""
    until(lambda: len(preview.passes) > passes)


def in_place(page: Page, preview: Preview, lesson: Path, number: int) -> float:
    """Seconds from the save of a new sentence to its words in the page."""
    words, passes, text = f"Measured sentence {number}.", len(preview.passes), lesson.read_text(encoding="utf-8")
    began = time.time()
    lesson.write_text(f"{text}\n\n{words}\n", encoding="utf-8")
    seen = float(page.evaluate(SEEN, words)) / 1000
    rested(preview, passes)
    return seen - began


def of_an_item(page: Page, preview: Preview, bank: Path, number: int) -> float:
    """Seconds from the save of an item's new stem to its words in the page."""
    text, passes = bank.read_text(encoding="utf-8"), len(preview.passes)
    words = f"measured {number}"
    item = page.locator("form[data-item]").first.get_attribute("data-item")
    changed = re.sub(
        rf"(- id: {item}\n(?:    .*\n)*?    stem: (?:[|>]-?\n +)?[\"']?)(?:measured \d+ )?", rf"\g<1>{words} ", text
    )
    if changed == text:
        sys.exit(f"the stem of {item} was not found")
    began = time.time()
    bank.write_text(changed, encoding="utf-8")
    page.wait_for_function(HERE, arg=words, timeout=PATIENCE * 1000)
    seen = time.time()
    rested(preview, passes)
    return seen - began


def artefacts(page: Page, preview: Preview, lesson: Path, folder: Path) -> None:
    """Print what all that an edited lesson changes takes, with and without laying out.

    Without: an edit is undone whose artefacts were made before, so that each is looked for, found and sent.
    """
    first = read_by_artefacts(folder)
    in_place(page, preview, lesson, 10_000)
    text, second = lesson.read_text(encoding="utf-8"), read_by_artefacts(folder)
    changed = sorted(name for name, read in second.items() if read != first[name])
    made = asked(preview.address, changed)
    in_place(page, preview, lesson, 10_001)
    time.sleep(IDLE)
    passes, began = len(preview.passes), time.perf_counter()
    lesson.write_text(text, encoding="utf-8")
    page.wait_for_function(GONE, arg="Measured sentence 10001.", timeout=PATIENCE * 1000)
    seen = time.perf_counter() - began
    found = asked(preview.address, changed)
    whole = time.perf_counter() - began
    rested(preview, passes)
    print(f"one lesson edited, {len(changed)} of {len(second)} artefacts change: {', '.join(changed)}")
    print(
        f"asked for one after the other {sum(made):.1f} s; with nothing to lay out {whole:.2f} s from the save to the"
        f" last (aim: 1.5): {seen:.2f} s to sight, {max(found):.2f} s at most, {statistics.median(found):.3f} s mostly"
    )


def measured(root: Path, runs: int, kinds: frozenset[str], folder: Path) -> None:
    """Run and print."""
    for name in ("course", "modules", "quizzes"):
        shutil.copytree(root / name, folder / name)
    command = [sys.executable, "-m", "builder", "-C", str(folder), "serve", "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    preview = Preview(process)
    threading.Thread(target=preview.listen, daemon=True).start()
    rested(preview, 0)
    lesson = next(path for path in sorted(folder.glob("modules/*/*.md")) if path.suffixes == [".md"])
    found = PAGE_OF.search(lesson.read_text(encoding="utf-8"))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(f"{preview.address}lessons/{found[1] if found else ''}.html")
        in_place(page, preview, lesson, 0)
        times = {}
        held, used = rss(preview.maker), cpu(preview.maker)
        if "sentence" in kinds:
            times["a sentence"] = [in_place(page, preview, lesson, number) for number in range(1, runs + 1)]
            spent = (cpu(preview.maker) - used) / runs
            print(f"the maker's own CPU {spent:.2f} s a save")
        if "item" in kinds:
            item = page.locator("form[data-item]").first.get_attribute("data-item")
            banks = folder.glob("quizzes/banks/*.yml")
            bank = next(one for one in banks if f"- id: {item}\n" in one.read_text(encoding="utf-8"))
            times["an item's stem"] = [of_an_item(page, preview, bank, number) for number in range(runs)]
        print(f"the maker holds {held:.0f} MB, {rss(preview.maker) - held:+.0f} MB after {len(times) * runs} saves")
        whole = statistics.median(preview.passes[2:] or preview.passes)
        for name, seconds in times.items():
            median = statistics.median(seconds)
            least, most = min(seconds), max(seconds)
            print(
                f"{name}: {median:.2f} s from save to sight ({least:.2f}-{most:.2f}), {median / whole:.2f} of the pass"
            )
        print(f"the site's pass behind it {whole:.1f} s")
        if "artefacts" in kinds:
            artefacts(page, preview, lesson, folder)
        browser.close()
    process.send_signal(signal.SIGINT)
    process.wait()


if __name__ == "__main__":
    given = [*sys.argv[1:], *DEFAULTS[len(sys.argv) - 1 :]]
    with tempfile.TemporaryDirectory() as temporary:
        measured(Path(given[0]), int(given[1]), frozenset(given[2:] or KINDS), Path(temporary))
