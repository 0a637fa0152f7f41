"""``course new organisation``: its flags, and the draft that comes of them or of the answers on a terminal."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from builder.cli import UsageError

if TYPE_CHECKING:
    from builder.drafts import Draft
    from builder.drafts.around import Around
    from builder.drafts.organisations import Portrait


def add_flags(parser: argparse.ArgumentParser) -> None:
    """Declare the flags of ``course new organisation``."""
    flag = parser.add_argument
    flag("--name", dest="words", metavar="NAME", help="its name")
    flag("--short-name", metavar="NAME", help="its name in running text (default: its name)")
    flag("--kind-of", metavar="TEXT", help="what it is, such as 'a workshop by the sea'")
    flag("--vision", metavar="TEXT", help="what it is there for, in a sentence")
    flag("--department", action="append", metavar="ID=NAME", help="a department; may be repeated")
    flag("--serves", action="append", metavar="ID:ID=WHAT", help="what one department gives another; may be repeated")
    flag("--outside", action="append", metavar="ID=NAME", help="whom it is there for outside; may be repeated")
    times = "a channel and its times, such as 'email=4 working hours/5 working days'; may be repeated"
    flag("--channel", action="append", metavar="ID=ACKNOWLEDGE/[UPDATE/]RESOLVE", help=times)
    flag("--help-desk", metavar="TEXT", help="where to turn for help")
    flag("--colour", metavar="#RRGGBB", help="the colour of its brand")
    flag("--accent", metavar="#RRGGBB", help="the second colour of its brand")
    flag("--logo", metavar="FILE", help="its logo: a picture, which is copied beside its file")


def draft_organisation(arguments: argparse.Namespace, around: Around) -> tuple[Draft, list[str]]:
    """The draft, and what to say of it: of its colours at once. Raises UsageError and DraftError."""
    from builder.cli.organisation_answers import portrait_from  # noqa: PLC0415 - flags must not import the program
    from builder.drafts import Draft  # noqa: PLC0415
    from builder.drafts.organisations import text_of  # noqa: PLC0415
    from builder.drafts.pattern import pattern_of  # noqa: PLC0415

    pattern = pattern_of(around)
    portrait, logo = portrait_from(arguments, around, pattern)
    if lacking := pattern.lacking(portrait):
        message = f"texts of the course take values from {', '.join(lacking)}: name them too"
        raise UsageError(message)
    path = f"course/organisations/{around.claim(portrait.id)}.yml"
    text = text_of(portrait)
    files = {path: text.encode()}
    if logo:
        files[f"course/organisations/{portrait.logo}"] = logo
    return Draft(files), [*_said(path, text), *_next(portrait)]


def _next(portrait: Portrait) -> list[str]:
    return [f"`course build --organisation {portrait.id}` builds the course for it."]


def _said(path: str, text: str) -> list[str]:
    """What the checks say of the file: of colours that text can't be written in."""
    from builder.checks.brand import brand_findings  # noqa: PLC0415 - as above
    from builder.diagnostics.render import render  # noqa: PLC0415
    from builder.model.organisation import Organisation  # noqa: PLC0415
    from builder.source.events import read_yaml  # noqa: PLC0415
    from builder.source.validate import validate  # noqa: PLC0415

    checked = validate(Organisation, read_yaml(text, path), path, text)
    findings = [*checked.findings, *(brand_findings(checked.thing.brand) if checked.thing else ())]
    return [f"\n{render(findings, {path: text})}\n"] if findings else []


def read_logo(name: str) -> bytes:
    """The picture at ``name``; raises UsageError where it can't be read or isn't safe to show."""
    from builder.source.files import PICTURE_LIMIT  # noqa: PLC0415 - as above
    from builder.source.pictures import MEDIA_TYPES, read_picture, suffix_of  # noqa: PLC0415

    if suffix_of(name) not in MEDIA_TYPES:
        message = f"{name}: a logo is a picture of the kind {', '.join(MEDIA_TYPES)}"
        raise UsageError(message)
    try:
        data = Path(name).read_bytes()
    except OSError as error:
        message = f"{name}: {error.strerror}"
        raise UsageError(message) from None
    if len(data) > PICTURE_LIMIT:
        message = f"{name}: larger than {PICTURE_LIMIT / 1e6:g} MB"
        raise UsageError(message)
    _, findings = read_picture(name, data)
    if findings:
        message = f"{name}: {findings[0].message}"
        raise UsageError(message)
    return data
