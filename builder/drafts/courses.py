"""The draft of a whole course: small, complete, and built at once."""

from __future__ import annotations

from pathlib import Path

from builder.drafts.around import id_from
from builder.drafts.draft import Draft, DraftError
from builder.drafts.organisations import Portrait, text_of
from builder.drafts.pattern import ACCENT, COLOUR, FIRST, FIRST_SERVES
from builder.drafts.templates import TEMPLATES, filled, scalar

_FOLDERS = ("course", "modules", "quizzes")
_KEPT = ("README.md", ".gitignore")
"""Files that an author's folder may have already; theirs stay."""


def new_course(folder: Path, name: str, title: str, organisation: str) -> Draft:
    """The course ``name`` for ``folder``; raises DraftError where a course stands there, or parts of one."""
    for part in _FOLDERS:
        if (folder / part).exists() or (folder / part).is_symlink():
            message = f"{folder / part} is there already, and nothing is overwritten"
            raise DraftError(message)
    own = id_from(organisation, "our-organisation")
    own = f"{own[:36]}-org" if own == name else own
    values = {"id": name, "title": scalar(title), "organisation": own, "publisher": scalar(organisation)}
    files = {f"course/organisations/{own}.yml": text_of(portrait(own, organisation))}
    for path in sorted(TEMPLATES.joinpath("course").rglob("*")):
        if path.is_file():
            inside = path.relative_to(TEMPLATES / "course").as_posix().replace("gitignore", ".gitignore")
            files[inside] = filled(
                f"course/{path.relative_to(TEMPLATES / 'course').as_posix()}", heading=title, **values
            )
    kept = {path: text.encode() for path, text in files.items() if path not in _KEPT or not (folder / path).exists()}
    return Draft(kept)


def portrait(name: str, words: str) -> Portrait:
    """An organisation after the first pattern."""
    return Portrait(
        id=name,
        name=words,
        short_name=words,
        kind="an organisation",
        vision="Each piece of work arrives so that the next person can start.",
        departments=dict(FIRST.departments),
        serves=FIRST_SERVES,
        outside=FIRST.outside,
        channels=FIRST.channels,
        rows=FIRST.rows_for(FIRST.departments),
        help_desk=f"help@{name}.example",
        colour=COLOUR,
        accent=ACCENT,
    )
