"""The site's own sources: where they are, and what of them goes into the stage."""

from __future__ import annotations

from pathlib import Path

from builder.player.join import join

_CHECKOUT = Path(__file__).parents[3]
_IN_WHEEL = Path(__file__).parents[2] / "site_assets"
_STYLES = ("tokens.css", "styles/fonts.css", "styles/base.css", "styles/frame.css", "styles/search.css",
           "styles/blocks.css", "styles/items.css", "styles/scenario.css", "styles/worksheet.css", "styles/cards.css",
           "styles/today.css",
           "styles/progress.css", "styles/organisation.css", "styles/offline.css", "styles/pages.css",
           "styles/print.css")  # fmt: skip
_SHIMS = ("shims/storage.js", "shims/scheme.js", "shims/fonts.js", "shims/keys.js", "shims/search.js")
Assets = tuple[tuple[str, bytes], ...]
"""Stage files as (path, bytes), sorted by path."""


def source_folder() -> Path:
    """``site/`` of a checkout, else the copy in the wheel."""
    own = _CHECKOUT / "site"
    return own if own.is_dir() else _IN_WHEEL


def engine_settings() -> bytes:
    """The root ``mkdocs.yml``, which the stage's own settings inherit from."""
    own = _CHECKOUT / "mkdocs.yml"
    return (own if own.is_file() else _IN_WHEEL / "mkdocs.yml").read_bytes()


def load_assets() -> Assets:
    """Every stage file that doesn't depend on the edition, but for the style sheet, which gets the brand's colours."""
    folder = source_folder()
    found = {
        "base.yml": engine_settings(),
        "docs/assets/player.js": join(modules(folder / "player"), "main.js").encode(),
        "docs/assets/own.js": join(modules(folder / "player"), "own.js", after="main.js").encode(),
        "docs/assets/shims.js": b"".join((folder / name).read_bytes() for name in _SHIMS),
        "docs/sw.js": (folder / "offline" / "worker.js").read_bytes(),
        "docs/assets/mark.svg": (folder / "mark.svg").read_bytes(),
    }
    found |= {f"docs/assets/{path.name}": path.read_bytes() for path in folder.glob("accessibility.json")}
    found |= {f"docs/assets/fonts/{path.name}": path.read_bytes() for path in (folder / "fonts").glob("*.woff2")}
    overrides = folder / "overrides"
    found |= {f"overrides/{p.relative_to(overrides).as_posix()}": p.read_bytes() for p in overrides.rglob("*.html")}
    return tuple(sorted(found.items()))


def load_styles() -> str:
    """The style sheets joined in their order."""
    folder = source_folder()
    return "".join((folder / name).read_text(encoding="utf-8") for name in _STYLES)


def modules(folder: Path) -> dict[str, str]:
    """The player's modules by path below ``folder``."""
    return {p.relative_to(folder).as_posix(): p.read_text(encoding="utf-8") for p in sorted(folder.rglob("*.js"))}
