"""The one artefact that takes an engine: stage on disk, engine, one pass over its HTML, files."""

from __future__ import annotations

import shutil
from pathlib import Path

from builder.build.engine import run_engine
from builder.build.html_pass import pass_over
from builder.build.offline import kept_offline
from builder.writers.artefact import Artefact, Labels, Written

SITE_STAGE = "site-stage"


def build_site(artefact: Artefact, labels: Labels, folder: Path) -> Written:
    """Write the stage below ``folder``, run the engine there, and give the finished site below ``site/``."""
    staged = artefact.write(artefact.reads, labels)
    if folder.exists():
        shutil.rmtree(folder)
    stage, out = folder / "stage", folder / "out"
    for path, data in staged.files.items():
        target = stage / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    run_engine(stage, out)
    made = {p.relative_to(out).as_posix(): p.read_bytes() for p in sorted(out.rglob("*")) if p.is_file()}
    files = {f"site/{path}": data for path, data in kept_offline(pass_over(made)).items()}
    return Written(files=files, losses=staged.losses, labels=staged.labels)
