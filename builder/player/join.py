"""Joining the player's ES modules into one classic script: modules don't load under ``file://``.

Each module becomes a function that runs once and hands over what it exports, so names never meet. Only three forms
are known, one a line at its beginning: ``import { a, b } from "./x.js";``, ``export function|class|const name`` and
``// …``; anything else that says import or export is an error.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping

_IMPORT = re.compile(r'^import \{([^}]+)\} from "([^"]+)";$', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const) (\w+))", re.MULTILINE)
_LEFT_OVER = re.compile(r"^(?:import|export)\b.*$", re.MULTILINE)
_COMMENT = re.compile(r"^[ \t]*(?://.*|/\*\*(?:[^*]|\*(?!/))*\*/[ \t]*)\n", re.MULTILINE)


class JoinError(Exception):
    """The player's modules can't be joined: a fault of ours, not of an author."""


_SHARED = "coursePlayer"
"""The global under which a script hands its modules to those that come after it."""


def join(modules: Mapping[str, str], start: str, *, after: str = "") -> str:
    """One classic script that runs module ``start`` after all that it imports; ``modules`` maps paths to sources.

    With ``after``, the start of a script that the page runs before, its modules are taken from there and not repeated.
    """
    there = _in_order(modules, after) if after else []
    own = [path for path in _in_order(modules, start) if path not in there]
    taken = f"const {{ {_names(there)} }} = globalThis.{_SHARED};\n" if there else ""
    given = "" if there else f"globalThis.{_SHARED} = {{ {_names(own)} }};\n"
    parts = "".join(_wrapped(path, modules[path]) for path in own)
    return f'"use strict";\n(() => {{\n{taken}{parts}{given}}})();\n'


def _names(paths: Iterable[str]) -> str:
    return ", ".join(_name(path) for path in paths)


def _in_order(modules: Mapping[str, str], start: str) -> list[str]:
    """The modules that ``start`` needs, each after those that it needs itself."""
    done: list[str] = []
    open_: list[str] = []

    def visit(path: str) -> None:
        """Put what ``path`` imports before it."""
        if path in done:
            return
        if path not in modules or path in open_:
            fault = "imports itself" if path in open_ else "is missing"
            message = f"module {path} {fault}"
            raise JoinError(message)
        open_.append(path)
        for needed, _ in _imports(path, modules[path]):
            visit(needed)
        open_.pop()
        done.append(path)

    visit(start)
    return done


def _imports(path: str, source: str) -> Iterator[tuple[str, str]]:
    for found in _IMPORT.finditer(source):
        yield posixpath.normpath(posixpath.join(posixpath.dirname(path), found[2])), found[1].strip()


def _wrapped(path: str, source: str) -> str:
    taken = "".join(f"const {{ {names} }} = {_name(needed)};\n" for needed, names in _imports(path, source))
    given = ", ".join(found[1] for found in _EXPORT.finditer(source))
    body = _EXPORT.sub("", _IMPORT.sub("", _COMMENT.sub("", source))).strip()
    left = _LEFT_OVER.search(body)
    if left:
        message = f"module {path}: can't join '{left[0]}'"
        raise JoinError(message)
    return f"const {_name(path)} = (() => {{\n{taken}{body}\nreturn {{ {given} }};\n}})();\n"


def _name(path: str) -> str:
    return "$" + re.sub(r"\W", "_", path.removesuffix(".js"))
