"""A course of the size wanted, as like the one that ships as can be: its modules several times over.

Each copy has ids of its own and other words: every word of five small letters or more gives way to another of its
length. So texts keep their sizes, sentences and marks, and none is met twice.
"""

from __future__ import annotations

import re
import shutil
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import yaml

OURS = Path(__file__).parent.parent
_COPIED = ("modules", "quizzes/banks", "quizzes/cards", "quizzes/scenarios")
_ID = re.compile(r"(?:\bid: |\{#)([a-z0-9]+(?:-[a-z0-9]+)+)")
_MODULES = re.compile(r"^modules: \[(.*)\]$", re.MULTILINE)
_WORD = r"(?<![\w\\\u2019'-])[a-z]{5,}(?![\w\u2019'-])"
_WORDS = re.compile(rf"\{{\{{.*?\}}\}}|\[\[.*?\]\]|\{{#.*?\}}|\]\(.*?\)|`.*?`|^///.*|{_WORD}", re.MULTILINE)
_MOST = 10
"""So many times the items of a month are as many as a month may have; objectives wait longer then."""
_FRONT = re.compile(r"---\n(.*?)---\n", re.DOTALL)


def write_real_size(root: Path, copies: int) -> None:
    """Write the course that ships below ``root``, its modules so many times; what the ledger promises stays behind."""
    shutil.copytree(OURS / "course", root / "course", ignore=shutil.ignore_patterns("ledger.yml"))
    files = [path for folder in _COPIED for path in sorted((OURS / folder).rglob("*")) if path.is_file()]
    texts = {path.relative_to(OURS).as_posix(): path.read_text(encoding="utf-8") for path in files}
    check, final = re.split(r"(?=  - id: quiz-final)", _read("quizzes/quizzes.yml").partition("quizzes:\n")[2])
    aims, settings = _read("course/objectives.yml").partition("objectives:\n")[2], _read("course/course.yml")
    modules = _MODULES.findall(settings)[0].split(", ")
    made = [_Copy(number, "\n".join([*texts.values(), check, aims]), modules) for number in range(copies)]
    for copy in made:
        for path, text in texts.items():
            _write(root / copy.path(path), copy.file(path, text))
    _write(root / "quizzes/quizzes.yml", "\n".join(["quizzes:", *(copy.yaml(check) for copy in made), final]))
    _write(root / "course/objectives.yml", "\n".join(["objectives:", *(copy.yaml(aims) for copy in made)]))
    months = _read("course/refresher.yml")
    times = min(copies, _MOST)
    months = re.sub(r"(?<=_a_month: )\d+", lambda found: str(int(found[0]) * times), months)
    if copies > times:
        months = re.sub(r"(?<=objective_within: )\d+", "12", months)
    _write(root / "course/refresher.yml", months)
    listed = ", ".join(copy.name(module) for copy in made for module in modules)
    _write(root / "course/course.yml", _MODULES.sub(f"modules: [{listed}]", settings))


class _Copy:
    """One copy of the modules; number 0 is as the course has them."""

    def __init__(self, number: int, every: str, modules: list[str]) -> None:
        """``every`` is all text that is copied."""
        kept = set(_ID.findall("".join(_read(f"course/{name}.yml") for name in ("practices", "sources", "glossary"))))
        names = sorted({*_ID.findall(every), *modules} - kept, key=len, reverse=True)
        self._names = re.compile(rf"(?<![\w./-])(?:{'|'.join(names)})(?![\w-])")
        self._end = f"-{number}" if number else ""
        self._others = dict(_others(every, 17 * number))

    def name(self, text: str) -> str:
        """``text`` with this copy's ids."""
        return self._names.sub(lambda found: found[0] + self._end, text)

    def path(self, path: str) -> str:
        """Where a file stands in this copy."""
        made = PurePosixPath(path)
        parts = [self.name(part) for part in made.parent.parts]
        return "/".join([*parts, self.name(made.stem) + made.suffix])

    def file(self, path: str, text: str) -> str:
        """A file in this copy."""
        if path.endswith(".yml"):
            return self.yaml(text)
        front = _FRONT.match(text)
        return f"---\n{self.yaml(front[1])}---\n{self._prose(text[front.end() :])}" if front else text

    def yaml(self, text: str) -> str:
        """YAML in this copy: other words in texts, other ids everywhere else."""
        made, at = [], 0
        for start, end in _texts(yaml.compose(text, yaml.CSafeLoader) or yaml.ScalarNode("", "")):
            made += [self.name(text[at:start]), self._prose(text[start:end])]
            at = end
        return "".join([*made, self.name(text[at:])])

    def _prose(self, text: str) -> str:
        made = _WORDS.sub(lambda found: self._others.get(found[0], found[0]), text)
        return re.sub(r"#[a-z0-9-]+|\[\[.*?\]\]|^///.*", lambda found: self.name(found[0]), made, flags=re.MULTILINE)


def _others(every: str, step: int) -> Iterator[tuple[str, str]]:
    """Each word with the one that stands ``step`` words after it among those of its length."""
    sizes = defaultdict(list)
    for word in sorted(set(re.findall(_WORD, every))):
        sizes[len(word)].append(word)
    for words in sizes.values():
        yield from ((word, words[(place + step) % len(words)]) for place, word in enumerate(words))


def _texts(node: yaml.Node) -> Iterator[tuple[int, int]]:
    """Where the scalars of several words stand, in their order."""
    if isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from _texts(value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _texts(value)
    elif " " in node.value:
        yield node.start_mark.index, node.end_mark.index


def _read(path: str) -> str:
    return (OURS / path).read_text(encoding="utf-8")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
