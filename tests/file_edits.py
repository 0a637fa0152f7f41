"""Edits that an author makes on the files of a course, drawn at random: changed, added, renamed, taken away, reverted.

An edit may break the course; whoever uses these has to expect a build that stops.
"""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path
from random import Random

from course_at import SOURCES

_WORD = re.compile(r"\b[a-z]{5,}\b")
_MODULE = "modules: ["


class Author:
    """Somebody who edits the course below ``root``; ``kept`` is where earlier versions are."""

    def __init__(self, root: Path, kept: Path, seed: int) -> None:
        self.root, self.kept, self.random = root, kept, Random(seed)  # noqa: S311 - no secret
        self.log: list[str] = []
        self.save()

    def save(self) -> None:
        """Keep the course as it is now, to come back to."""
        number = len(list(self.kept.iterdir())) if self.kept.exists() else 0
        for name in SOURCES:
            shutil.copytree(self.root / name, self.kept / str(number) / name)

    def revert(self) -> None:
        """Come back to an earlier version, new stamps and all."""
        version = self.random.choice(sorted(self.kept.iterdir()))
        for name in SOURCES:
            shutil.rmtree(self.root / name)
            shutil.copytree(version / name, self.root / name)
        self.log.append(f"revert to {version.name}")

    def edit(self) -> None:
        """One edit."""
        act = self.random.choice(
            [self.reword, self.reword, self.remark, self.add_lesson, self.add_item, self.rename, self.remove,
             self.reorder, self.recolour, self.redraw, self.touch, self.revert]
        )  # fmt: skip
        act()

    def reword(self) -> None:
        """Another word in a lesson: its prose is what stands below the front matter."""
        file = self._one("modules/**/*.md")
        head, _, text = file.read_text().rpartition("---\n")
        found = [
            one for one in _WORD.finditer(text) if text.rfind("///", 0, one.start()) < text.rfind("\n", 0, one.start())
        ]
        if found:
            one = self.random.choice(found)
            file.write_text(f"{head}---\n{text[: one.start()]}reworded{text[one.end() :]}")
        self._log("reword", file)

    def remark(self) -> None:
        file = self._one("**/*.yml")
        file.write_text(file.read_text() + "# a remark\n")
        self._log("remark", file)

    def add_lesson(self) -> None:
        file = self._one("modules/*/module.yml")
        name = f"added-{self.random.randrange(10**6)}"
        lesson = f"---\nid: {name}\ntitle: Added\nobjectives: []\nminutes: 5\n---\nText of {name}.\n"
        (file.parent / f"{name}.md").write_text(lesson)
        file.write_text(re.sub(r"(?m)^lessons: \[", f"lessons: [{name}, ", file.read_text()))
        self._log("add lesson", file)

    def add_item(self) -> None:
        file = self._one("quizzes/banks/*.yml", translated=False)
        name = f"added-{self.random.randrange(10**6)}"
        kind = "type: true_false\n    objectives: []"
        item = f"  - id: {name}\n    {kind}\n    stem: Is {name} new?\n    key: true\n    rationale: It is.\n"
        file.write_text(file.read_text().rstrip("\n") + "\n" + item)
        self._log("add item", file)

    def rename(self) -> None:
        """A file of a bank or of cards under another name, translations with it."""
        file = self._one("quizzes/*/*.yml", translated=False)
        name = f"renamed-{self.random.randrange(10**6)}"
        for one in sorted(file.parent.glob(f"{file.stem}.*")):
            if one.suffix == ".yml":
                one.rename(one.with_name(one.name.replace(file.stem, name, 1)))
        self._log("rename", file)

    def remove(self) -> None:
        file = self._one("**/*.*")
        file.unlink()
        self._log("remove", file)

    def reorder(self) -> None:
        file = self.root / "course/course.yml"
        found = re.search(r"(?m)^modules: \[(.*)\]$", file.read_text())
        if found:
            names = found[1].split(", ")
            file.write_text(file.read_text().replace(found[0], f"modules: [{', '.join(reversed(names))}]"))
        self._log("reorder", file)

    def recolour(self) -> None:
        file = self._one("course/organisations/*.yml", translated=False)
        colour = f"#{self.random.randrange(0x100000, 0xFFFFFF):06x}"
        file.write_text(re.sub(r"#[0-9a-fA-F]{6}", colour, file.read_text(), count=1))
        self._log("recolour", file)

    def redraw(self) -> None:
        file = self._one("**/*.svg")
        file.write_text(file.read_text().replace("</svg>", "<!-- redrawn --></svg>"))
        self._log("redraw", file)

    def touch(self) -> None:
        file = self._one("**/*.*")
        os.utime(file, (1, self.random.randrange(10**9)))
        self._log("touch", file)

    def _one(self, pattern: str, *, translated: bool = True) -> Path:
        found = [
            path
            for path in sorted(self.root.glob(pattern))
            if path.is_file() and path.parts[len(self.root.parts)] in SOURCES
        ]
        found = [path for path in found if translated or path.name.count(".") == 1]
        return self.random.choice(found or [self.root / "course/course.yml"])

    def _log(self, what: str, file: Path) -> None:
        self.log.append(f"{what} {file.relative_to(self.root)}")
