"""Which files of the program a module runs on, read off its source: what it imports, and what that imports.

Imports inside functions and for types alone count too: a value brings the code of its class along. A package that is
only passed through, on the way to a module in it, runs its own lines and no function. A module that reads other files
of the program names them in a literal ``PROGRAM_FILES``, from the program's folder on; ``{language}`` is the edition's.
"""

from __future__ import annotations

import ast
import hashlib
import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from builder.build.whole import write_whole

PACKAGE = "builder"
DECLARED = "PROGRAM_FILES"
_FORMAT = 1
_DYNAMIC = frozenset({"import_module", "__import__", "exec", "eval", "run_module", "run_path"})


class DynamicImportError(Exception):
    """A module imports what can't be read off its source."""


@dataclass(frozen=True, slots=True)
class Needs:
    """What one module names: imports that its own lines run, all its imports, and other files of the program."""

    own: tuple[str, ...]
    every: tuple[str, ...]
    files: tuple[str, ...]
    dynamic: bool


class Imports:
    """The needs of modules below ``program``, remembered by the content of their files in ``notes``."""

    def __init__(self, program: Path, notes: Path) -> None:
        """``notes`` may be missing or damaged."""
        self._program = program
        self._notes = notes
        self._remembered = _read(notes)
        self._used: dict[str, Needs] = {}

    def closure(self, modules: Iterable[str]) -> tuple[tuple[Path, ...], tuple[str, ...]]:
        """The files that ``modules`` run on, and what these declare; raises DynamicImportError."""
        seen: dict[str, bool] = {}
        waiting = [(name, True) for name in modules]
        found: dict[Path, Needs] = {}
        while waiting:
            name, whole = waiting.pop()
            path = self.path_of(name)
            if path is None or seen.get(name, -1) >= whole:
                continue
            seen[name] = whole
            needs = found[path] = self._needs(path)
            if needs.dynamic and whole:
                raise DynamicImportError(name)
            waiting += [(other, True) for other in (needs.every if whole else needs.own)]
            parts = name.split(".")
            waiting += [(".".join(parts[:count]), False) for count in range(1, len(parts))]
        return tuple(sorted(found)), tuple(sorted({file for needs in found.values() for file in needs.files}))

    def path_of(self, module: str) -> Path | None:
        """The file of a module or package; None for what is no module of the program."""
        if module.partition(".")[0] != PACKAGE:
            return None
        base = self._program.joinpath(*module.split(".")[1:])
        candidates = (base / "__init__.py", base.with_suffix(".py"))
        return next((path for path in candidates if path.is_file()), None)

    def keep(self) -> None:
        """Write the notes down, for the next build."""
        if self._used.keys() != self._remembered.keys():
            rows = {sha: [n.own, n.every, n.files, n.dynamic] for sha, n in sorted(self._used.items())}
            with suppress(OSError):  # notes spare a third of a second, no more
                write_whole(self._notes, json.dumps({"format": _FORMAT, "needs": rows}).encode())

    def _needs(self, path: Path) -> Needs:
        data = path.read_bytes()
        sha = hashlib.sha256(data).hexdigest()
        if sha not in self._used:
            self._used[sha] = self._remembered.get(sha) or needs_of(data)
        return self._used[sha]


def needs_of(source: bytes) -> Needs:
    """What a module's source names."""
    tree = ast.parse(source)
    nodes = list(ast.walk(tree))
    names = {node.id for node in nodes if isinstance(node, ast.Name)}
    names |= {node.attr for node in nodes if isinstance(node, ast.Attribute)}
    return Needs(_imported(_run_at_once(tree)), _imported(nodes), tuple(_declared(tree)), bool(names & _DYNAMIC))


def _run_at_once(node: ast.AST) -> Iterator[ast.AST]:
    """The nodes that run when the module is imported: all but the insides of functions."""
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            yield child
            yield from _run_at_once(child)


def _imported(nodes: Iterable[ast.AST]) -> tuple[str, ...]:
    found: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return tuple(sorted(name for name in found if name.partition(".")[0] == PACKAGE))


def _declared(tree: ast.Module) -> Iterator[str]:
    for node in tree.body:
        if isinstance(node, ast.Assign) and [t.id for t in node.targets if isinstance(t, ast.Name)] == [DECLARED]:
            yield from ast.literal_eval(node.value)


def _read(notes: Path) -> dict[str, Needs]:
    try:
        data = json.loads(notes.read_bytes())
        if data["format"] != _FORMAT:
            return {}
        return {
            str(sha): Needs(tuple(map(str, own)), tuple(map(str, every)), tuple(map(str, files)), bool(dynamic))
            for sha, (own, every, files, dynamic) in data["needs"].items()
        }
    except (OSError, RecursionError, ValueError, KeyError, TypeError, AttributeError):
        return {}
