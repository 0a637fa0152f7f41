"""CPU seconds to load, validate, render and check a course of so many items, cold.

Usage: python benchmarks/load.py [ITEMS …]     (default: 1000 10000)
The last two figures are the whole command, which also reads the ledger and plans the refreshers.
One organisation and language; 20 items a bank, four options each; 10 % of the texts hold marks, 2 % a value.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ITEMS_A_MODULE = 20
FORMATTED_EVERY = 10
VALUE_EVERY = 50
MINIMAL = Path(__file__).parent.parent / "tests" / "minimal"
_MEASURED = """
import json, sys, time
from pathlib import Path
root = Path(sys.argv[1])
import gc
from builder.source import load_course
import builder.checks, builder.edition
gc.disable()
start = time.process_time()
loaded = load_course(root)
spent = {"load": time.process_time() - start}
start = time.process_time()
course = loaded.course
edition, found = builder.edition.make_edition(course, course.settings.organisation, "en", loaded.pictures)
spent["edition"] = time.process_time() - start
start = time.process_time()
found = [*loaded.findings, *found, *builder.checks.check_course(course), *builder.checks.check_edition(edition)]
found += builder.checks.check_editions([edition])
spent["checks"] = time.process_time() - start
assert not found, found[:3]
print(json.dumps(spent))
"""


def write_course(root: Path, items: int, lessons: int = 1) -> int:
    """Write a course of ``items`` items below ``root``, so many lessons a module; gives its size in bytes."""
    for path in MINIMAL.rglob("*.yml"):
        if "modules" not in path.parts and "quizzes" not in path.parts:
            _write(root / path.relative_to(MINIMAL), path.read_text(encoding="utf-8"))
    modules = [f"module-{number}" for number in range(items // ITEMS_A_MODULE)]
    settings = (MINIMAL / "course" / "course.yml").read_text(encoding="utf-8")
    _write(root / "course/course.yml", settings.replace("[greeting]", f"[{', '.join(modules)}]"))
    goals = "".join(f"  - {{id: goal-{m}, module: {m}, verb: Greet, text: people, level: apply}}\n" for m in modules)
    _write(root / "course/objectives.yml", f"objectives:\n{goals}")
    for number, module in enumerate(modules):
        _module(root, module, number * ITEMS_A_MODULE, lessons)
    return sum(path.stat().st_size for path in root.rglob("*") if path.is_file())


def _module(root: Path, module: str, first: int, count: int) -> None:
    lessons = [f"lesson-{module}", *(f"lesson-{module}-{number}" for number in range(1, count))]
    head = f"id: {module}\ntitle: Part {first}\nsummary: What comes next.\nobjectives: [goal-{module}]\n"
    _write(root / f"modules/{module}/module.yml", f"{head}lessons: [{', '.join(lessons)}]\n")
    for number, lesson in enumerate(lessons, first):
        front = f"---\nid: {lesson}\ntitle: Part {number}\nobjectives: [goal-{module}]\nminutes: 5\n---\n"
        words = f"{_text(number, 90)}\n\n## More {{#more-{lesson.removeprefix('lesson-')}}}\n\n{_text(number, 90)}\n"
        _write(root / f"modules/{module}/{lesson}.md", f"{front}{words}")
    items = "".join(_item(number, module) for number in range(first, first + ITEMS_A_MODULE))
    _write(root / f"quizzes/banks/{module}.yml", f"id: bank-{module}\ntitle: Part\nmodule: {module}\nitems:\n{items}")


def _item(number: int, module: str) -> str:
    texts = [(_text(number * 9 + n, 4), _text(number * 9 + n + 4, 8)) for n in range(4)]
    options = "".join(
        f"      - id: option-{n}\n        text: {text}\n        rationale: {rationale}\n"
        for n, (text, rationale) in enumerate(texts)
    )
    return (
        f"  - id: item-{number}\n    type: single_choice\n    objectives: [goal-{module}]\n"
        f"    practices: [greet-first]\n    stem: >-\n      {_text(number * 9 + 8, 16)}\n"
        f"    options:\n{options}    key: [option-{number % 4}]\n"
    )


def _text(seed: int, words: int) -> str:
    """So many words that differ from text to text; every tenth text has a mark, every fiftieth a value."""
    made = [f"word{(seed * 31 + n * 7) % 997}" for n in range(words)]
    made[0] = f"Text{seed}"
    if seed % FORMATTED_EVERY == 0:
        made[-2] = f"**{made[-2]}**"
    if seed % VALUE_EVERY == 0:
        made[-1] = "{{ org.standards.email.acknowledge }}"
    return " ".join(made)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _command(folder: str) -> float:
    """CPU seconds of ``course check``, start and all."""
    before = os.times()
    subprocess.run([sys.executable, "-m", "builder", "-C", folder, "check"], check=False, capture_output=True)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def main(counts: list[int]) -> None:
    """Print a line a count."""
    for count in counts:
        with tempfile.TemporaryDirectory() as folder:
            size = write_course(Path(folder), count)
            done = subprocess.run([sys.executable, "-c", _MEASURED, folder], check=True, capture_output=True, text=True)
            cold, again = _command(folder), _command(folder)
        spent = json.loads(done.stdout)
        parts = ", ".join(f"{name} {seconds:.2f}" for name, seconds in spent.items())
        print(
            f"{count} items, {size / 1e6:.1f} MB: {sum(spent.values()):.2f} CPU s ({parts});"
            f" `course check` as a process {cold:.2f}, again {again:.2f}"
        )


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [1_000, 10_000])
