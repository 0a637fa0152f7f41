"""What a new thing finds around it: the course as it stands, and the ids that are taken."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from builder.diagnostics.suggest import did_you_mean
from builder.drafts.draft import DraftError
from builder.drafts.insert import with_entry
from builder.identity.ledger import read_ledger
from builder.identity.things import things_of
from builder.model.base import Identified
from builder.model.course import Course, Module
from builder.model.items import Bank
from builder.model.text import ID_LENGTH, ID_PATTERN
from builder.source import load_course

T = TypeVar("T", bound=Identified)
_ID = re.compile(ID_PATTERN)


def id_fault(name: str) -> str:
    """What is wrong with ``name`` as an id, in a few words; empty where it is one."""
    if _ID.fullmatch(name) and len(name) <= ID_LENGTH:
        return ""
    return f"'{name[:60]}' is not an id: small letters, digits and single hyphens, at most {ID_LENGTH}"


def id_from(words: str, stand_in: str) -> str:
    """An id made from the letters and digits of ``words``; ``stand_in`` where there are none."""
    made = re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")[:ID_LENGTH].strip("-")
    return made or stand_in


def titled(name: str) -> str:
    """A title made from an id or a folder's name: ``say-by-when`` gives ``Say by when``."""
    words = re.sub(r"[-_\s]+", " ", name).strip()
    return words[:1].upper() + words[1:]


class Around:
    """The course below ``root``, for drafts to fit into."""

    def __init__(self, root: Path) -> None:
        """Read the course; raises DraftError where its settings or its organisations can't be read."""
        loaded = load_course(root)
        if loaded.course is None:
            message = "the course can't be read: run `course check`, and mend what it says first"
            raise DraftError(message)
        self.root = root
        self.course: Course = loaded.course
        self.texts = loaded.texts
        ledger, _ = read_ledger(root)
        self.taken = {str(named.id): named.kind for named in things_of(loaded.course)}
        for name, entry in ledger.things.items():
            self.taken.setdefault(name, f"{entry.kind} of earlier days" if entry.retired else entry.kind)

    def fault(self, name: str) -> str:
        """What is wrong with ``name`` as the id of something new; empty where nothing is."""
        fault = id_fault(name)
        if not fault and name in self.taken:
            fault = f"the id '{name}' is taken: it is that of another {self.taken[name]}"
        return fault

    def claim(self, name: str) -> str:
        """``name`` as the id of something new; raises DraftError where it can't be."""
        if fault := self.fault(name):
            raise DraftError(fault)
        self.taken[name] = "new thing"
        return name

    def derived(self, *parts: str) -> str:
        """A free id that starts with ``parts``: the last one is cut where it would be too long, numbered if taken."""
        for number in range(1, len(self.taken) + 2):
            tail = "" if number == 1 else f"-{number}"
            name = "-".join(parts)[: ID_LENGTH - len(tail)].rstrip("-") + tail
            if name not in self.taken:
                return self.claim(name)
        raise AssertionError

    def module(self, name: str) -> Module:
        """The module of that id; raises DraftError where there is none."""
        return _one(name, self.course.modules, "module")

    def bank(self, name: str) -> Bank:
        """The bank of that id, or of that file's name; raises DraftError where there is none."""
        by_file = {Path(bank.places.start.file).stem: bank for bank in self.course.banks}
        return by_file.get(name) or _one(name, self.course.banks, "bank")

    def bank_names(self) -> list[str]:
        """The banks by the names of their files."""
        return [Path(bank.places.start.file).stem for bank in self.course.banks]

    def bank_fault(self, name: str) -> str:
        """What is wrong with ``name`` as that of a bank; empty where nothing is."""
        try:
            self.bank(name)
        except DraftError as error:
            return str(error)
        return ""

    def objective(self, module: str, wanted: str | None) -> str:
        """The objective ``wanted``, or else the first of ``module``; raises DraftError where there is none."""
        if wanted is not None:
            return str(_one(wanted, self.course.objectives, "objective").id)
        found = next((one.id for one in self.course.objectives if one.module == module), None)
        if found is None:
            message = f"the module '{module}' has no objective: add one to course/objectives.yml, or give --objective"
            raise DraftError(message)
        return str(found)

    def practice(self, module: Module) -> str:
        """The first practice that a lesson of ``module`` serves, or else the first of the course; may be empty."""
        served = (name for lesson in module.lesson_files for name in lesson.practices)
        return str(next(served, None) or next((one.id for one in self.course.practices), ""))

    def edit(self, path: str, key: str, entry: str) -> tuple[bytes, bytes]:
        """The file at ``path`` before and after ``entry`` is added to its list ``key``."""
        before = (self.root / path).read_bytes()
        return before, with_entry(before, path, key, entry)

    def named(self, section: str) -> Iterator[str]:
        """The names below ``org.<section>`` that texts of the course take values from."""
        pattern = re.compile(rf"\borg\.{section}\.(\w+)")
        seen = {found for text in self.texts.values() for found in pattern.findall(text)}
        yield from sorted(seen)


def _one(name: str, things: Iterable[T], kind: str) -> T:
    known = {str(thing.id): thing for thing in things}
    if name not in known:
        help_ = did_you_mean(name, known) or (f"there are {', '.join(known)}" if known else f"the course has no {kind}")
        message = f"there is no {kind} '{name}': {help_}"
        raise DraftError(message)
    return known[name]
