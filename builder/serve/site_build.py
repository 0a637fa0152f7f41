"""A whole site into a folder of the preview's own."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from builder.build.cache import Cache
from builder.build.digest import digest
from builder.build.graph import Graph, nodes_of
from builder.build.layout import edition_name
from builder.build.program import Program
from builder.build.site_job import build_site
from builder.writers.artefact import Artefact
from builder.writers.site import SiteReads, write_stage

_SITE = "site/"


@dataclass(frozen=True, slots=True)
class Job:
    """Build the site of ``reads`` into ``target``; ``last`` is the site before, whose equal files are linked."""

    reads: SiteReads
    work: Path
    target: Path
    last: Path | None
    last_stage: str
    cache: Path | None
    """The build's cache, which may hold this very site; looked into at the start alone."""


def run(job: Job) -> str:
    """Build; the digest of the stage. Where it is the last one's, nothing is built."""
    artefact = Artefact("site", "site-stage", write_stage, job.reads, tuple(sorted(job.reads.edition.course.files)))
    if job.cache:
        return _from_cache(job, artefact, job.cache)
    staged = artefact.write(artefact.reads, {})
    stage = _digest(staged.files)
    if stage != job.last_stage:
        ready = replace(artefact, write=lambda _reads, _labels: staged)
        _written(job, build_site(ready, {}, job.work).files)
    return stage


def _from_cache(job: Job, artefact: Artefact, folder: Path) -> str:
    edition, cache = edition_name(job.reads.edition), Cache(folder)
    graph = Graph(cache, Program(folder.with_name("imports.json")), job.work)
    (made,) = graph.make(nodes_of(edition, "site", [artefact]), 1, lambda _name, _done, _all: None)
    files = {path: cache.blob_path(blob.sha256) for path, blob in made.entry.files.items()}
    for path, source in files.items():
        _place(job.target, path).write_bytes(source.read_bytes())
    return ""


def _written(job: Job, files: Mapping[str, bytes]) -> None:
    if job.target.exists():
        shutil.rmtree(job.target)
    for path, data in files.items():
        place = _place(job.target, path)
        last = job.last / path.removeprefix(_SITE) if job.last else None
        if last is not None and last.is_file() and last.read_bytes() == data:
            os.link(last, place)
        else:
            place.write_bytes(data)


def _place(target: Path, path: str) -> Path:
    place = target / path.removeprefix(_SITE)
    place.parent.mkdir(parents=True, exist_ok=True)
    return place


def _digest(files: Mapping[str, bytes]) -> str:
    return digest({path: hashlib.sha256(data).hexdigest() for path, data in files.items()})


def drop_all_but(folder: Path, kept: Collection[Path | None]) -> None:
    """Remove the preview's older sites: the one before the last stays for requests that are under way."""
    for old in folder.glob("site-*"):
        if old not in kept:
            shutil.rmtree(old, ignore_errors=True)
