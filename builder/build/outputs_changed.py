"""Which files of the output folder an edit changes: what each artefact reads, compared in both versions.

Nothing is built. The site is one artefact; its pages are compared as they go to the engine.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from builder.build.digest import digest
from builder.build.layout import folder_of
from builder.build.site_job import SITE_STAGE
from builder.writers import writers

if TYPE_CHECKING:
    from builder.impact.side import Side
    from builder.writers.artefact import Artefact

_FILES = dict.fromkeys(("workbook", "answer key", "guide", "job aids", "manager's kit"), "{name}.pdf")


@dataclass(frozen=True, slots=True)
class OutputChange:
    """What becomes of the files of one output of one edition; paths are below the output folder.

    ``maybe`` are files whose page references may move with a book that they refer to. A book that comes in volumes is
    told by the name that it would have as one: how many there are, only printing it shows.
    """

    edition: str
    output: str
    changed: tuple[str, ...]
    new: tuple[str, ...]
    gone: tuple[str, ...]
    maybe: tuple[str, ...]
    same: int

    @property
    def differs(self) -> bool:
        """Whether any file does."""
        return bool(self.changed or self.new or self.gone or self.maybe)


def outputs_changed(old: Side, new: Side) -> tuple[OutputChange, ...]:
    """A row for each output of each edition that either version's ``course build`` makes."""
    was, now = dict(_made(old)), dict(_made(new))
    return tuple(_compared(key, was.get(key), now.get(key)) for key in (*now, *(one for one in was if one not in now)))


_Key = tuple[str, str]
_Artefacts = tuple[str, dict[str, "Artefact"]]


def _made(side: Side) -> Iterator[tuple[_Key, _Artefacts]]:
    """The artefacts by name of each (edition, output), with the folder they go to."""
    for version in side.versions:
        course = version.edition.course
        if version.edition.organisation.id != course.settings.organisation:
            continue
        folder = folder_of(course, version.name)
        for output in course.settings.outputs:
            artefacts = [one for writer in writers()[output] for one in writer(version.edition, version.plan)]
            yield (version.name, output), (folder, {one.name: one for one in artefacts})


def _compared(key: _Key, old: _Artefacts | None, new: _Artefacts | None) -> OutputChange:
    was_in, was = old or ("", {})
    now_in, now = new or ("", {})
    if key[1] == "site" and was and now:
        return _site(key, now_in, next(iter(was.values())), next(iter(now.values())))
    changed = {name for name, one in now.items() if name in was and not _same(was[name], one)}
    maybe = {name for name, one in now.items() if name not in changed and name in was and changed & set(one.needs)}
    return OutputChange(
        *key,
        changed=_paths(now_in, now, changed),
        new=_paths(now_in, now, set(now) - set(was)),
        gone=_paths(was_in, was, set(was) - set(now)),
        maybe=_paths(now_in, now, maybe),
        same=len(set(now) & set(was)) - len(changed) - len(maybe),
    )


def _same(old: Artefact, new: Artefact) -> bool:
    return digest(old.kind, old.reads) == digest(new.kind, new.reads)


def _paths(folder: str, artefacts: Mapping[str, Artefact], names: set[str]) -> tuple[str, ...]:
    return tuple(sorted(folder + _path(artefacts[name]) for name in names))


def _path(artefact: Artefact) -> str:
    file = getattr(artefact.reads, "file", None)
    return str(file) if file else _FILES.get(artefact.kind, "{name}/").format(name=artefact.name)


def _site(key: _Key, folder: str, old: Artefact, new: Artefact) -> OutputChange:
    if _same(old, new):
        return OutputChange(*key, (), (), (), (), len(_pages(new)))
    was, now = _pages(old), _pages(new)
    changed = [path for path, data in now.items() if path in was and was[path] != data]
    return OutputChange(
        *key,
        changed=tuple(sorted(folder + path for path in changed)),
        new=tuple(sorted(folder + path for path in now if path not in was)),
        gone=tuple(sorted(folder + path for path in was if path not in now)),
        maybe=(),
        same=sum(path in was for path in now) - len(changed),
    )


def _pages(artefact: Artefact) -> dict[str, bytes]:
    """The pages and pictures of a stage, as they will be called."""
    assert artefact.kind == SITE_STAGE  # noqa: S101 - the one artefact of the site
    files = artefact.write(artefact.reads, {}).files
    return {
        f"site/{path.removeprefix('docs/').removesuffix('.md')}{'.html' if path.endswith('.md') else ''}": data
        for path, data in files.items()
        if path.startswith("docs/")
    }
