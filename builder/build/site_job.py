"""The one artefact that takes an engine: stage on disk, engine, one pass over its HTML, files."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from builder.build.engine import run_engine
from builder.build.html_pass import pass_over
from builder.build.offline import kept_offline
from builder.build.rebuild import read_tree, rebuild_pages, remember_run
from builder.build.set_aside import set_aside
from builder.writers.artefact import Artefact, Labels, Written

SITE_STAGE = "site-stage"


def build_site(artefact: Artefact, labels: Labels, folder: Path) -> Written:
    """The finished site below ``site/``; stage and engine work in ``folder``, from what the last run left there."""
    staged = artefact.write(artefact.reads, labels)
    light = set_aside(staged.files)
    made = light.put_back(rebuild_pages(folder, light.files) or _whole_run(folder, light.files))
    files = {f"site/{path}": data for path, data in kept_offline(pass_over(made)).items()}
    return Written(files=files, losses=staged.losses, labels=staged.labels)


def _whole_run(folder: Path, staged: Mapping[str, bytes]) -> dict[str, bytes]:
    for name in ("stage", "out"):
        shutil.rmtree(folder / name, ignore_errors=True)
    for path, data in staged.items():
        target = folder / "stage" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    run_engine(folder / "stage", folder / "out")
    made = read_tree(folder / "out")
    remember_run(folder, staged, made)
    return made
