"""Literate cases: a Markdown file whose fences are files laid over a small valid course, and what `check` says of it.

The first word after a fence's backticks says what it is, the second names the file: ``delete``; ``link`` for a symbolic
link to the fence's text; ``size`` for so many zero bytes; ``bytes`` for text with escapes such as ``\\xff``; ``with``
for the files of that folder of the tests; else the file itself. The last fence, ``text``, is the expected output.
"""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from builder.build.front import compile_course
from builder.diagnostics.item_writing import ITEM_WRITING
from builder.diagnostics.render import render

HERE = Path(__file__).parent
CASES = HERE / "cases"
MINIMAL = HERE / "minimal"
_FENCE = re.compile(r"^(`{3,})(\w+)(?: (\S+))?\n(.*?)^\1\n", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Case:
    """A case: the code it stands for, its fences as (kind, path, text), and where the expected output stands."""

    path: Path
    text: str

    @property
    def code(self) -> str:
        return self.path.name.split(".")[0]

    @property
    def fences(self) -> list[re.Match[str]]:
        return list(_FENCE.finditer(self.text))

    @property
    def expected(self) -> str:
        last = self.fences[-1]
        assert last[2] == "text", f"{self.path.name} ends with the fence of the expected output"
        return last[4]

    def renewed(self, output: str) -> str:
        last = self.fences[-1]
        return self.text[: last.start(4)] + output + self.text[last.end(4) :]

    def lay(self, root: Path) -> None:
        """Write the small course with this case's files laid over it."""
        shutil.copytree(MINIMAL, root)
        for fence in self.fences[:-1]:
            if fence[2] == "with":
                shutil.copytree(HERE / fence[3], root, dirs_exist_ok=True)
                continue
            path = root / fence[3]
            path.parent.mkdir(parents=True, exist_ok=True)
            _put(fence[2], path, fence[4])


def cases() -> list[Case]:
    return [Case(path, path.read_text(encoding="utf-8")) for path in sorted(CASES.glob("*.md"))]


def checked(root: Path, code: str) -> str:
    """What `course check` says; that nothing was accepted, and flaws of writing, only where the case is about them."""
    front = compile_course(root, locked=code == "not-accepted")
    findings = [f for f in front.findings if f.code == code or f.code not in {"unfilled-ledger", *ITEM_WRITING}]
    return render(findings, front.texts) + "\n"


def _put(kind: str, path: Path, text: str) -> None:
    match kind:
        case "delete":
            path.unlink()
        case "link":
            path.unlink(missing_ok=True)
            path.symlink_to(text.strip())
        case "size":
            with path.open("wb") as file:
                file.truncate(int(text))
        case "bytes":
            path.write_bytes(text.encode("latin-1").decode("unicode_escape").encode("latin-1"))
        case _:
            path.write_text(text, encoding="utf-8")
