"""Some pages of a stage by the engine's own functions: a program by itself, run as ``run_engine`` runs the engine.

Usage: engine_pages.py CONFIG OUT COMPILED, with the pages' paths below ``docs_dir`` as JSON on stdin. Each page is
written below OUT; on stdout the search's entries, by page address. Templates are kept compiled in COMPILED. It ends
with 3 where the engine warned of anything.
"""

from __future__ import annotations

import json
import logging
import sys
from typing import Any

WARNED = 3


def main(config_file: str, out: str, compiled: str, wanted: set[str]) -> int:
    """Render the pages ``wanted``, with the navigation of the whole site around them.

    The theme's own files, thousands of icons among them, are left out: no page's HTML depends on them.
    """
    from jinja2 import FileSystemBytecodeCache  # noqa: PLC0415 - see below
    from mkdocs.commands import build  # noqa: PLC0415 - whoever reads this module's names needs no engine
    from mkdocs.config import load_config  # noqa: PLC0415
    from mkdocs.structure.files import get_files, set_exclusions  # noqa: PLC0415
    from mkdocs.structure.nav import get_navigation  # noqa: PLC0415
    from mkdocs.utils import CountHandler  # noqa: PLC0415

    warnings = CountHandler()
    warnings.setLevel(logging.WARNING)
    logging.getLogger("mkdocs").addHandler(warnings)
    config = load_config(config_file=config_file, site_dir=out, strict=True)
    config.plugins.on_startup(command="build", dirty=False)
    config = config.plugins.on_config(config)
    config.plugins.on_pre_build(config=config)
    files, env = get_files(config), config.theme.get_env()
    env.bytecode_cache = FileSystemBytecodeCache(compiled)
    files = config.plugins.on_files(files, config=config)
    set_exclusions(files, config)
    nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
    every = files.documentation_pages()
    pages = [file.page for file in every if file.page is not None and file.src_uri in wanted]
    for page in pages:
        build._populate_page(page, config, files)  # noqa: SLF001 - what the engine itself calls for each page
    env = config.plugins.on_env(env, config=config, files=files)
    for page in pages:
        build._build_page(page, config, every, nav, env)  # noqa: SLF001 - the same
    search: Any = config.plugins["material/search"]
    sys.stdout.write(json.dumps(_by_page(search.search_index.entries)))
    return WARNED if warnings.get_counts() else 0


def _by_page(entries: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for entry in entries:
        found.setdefault(entry["location"].partition("#")[0], []).append(entry)
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], sys.argv[3], set(json.load(sys.stdin))))
