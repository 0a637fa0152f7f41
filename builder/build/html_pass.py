"""The one pass over the engine's HTML: a strict content security policy, and repairs of the theme's markup.

Every repair names the markup it mends and how often a page has it. Where the theme has changed, the pass stops: a
repair that silently misses is no repair. What each one mends was found by axe, vnu or by keyboard.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from builder.build.lost_page import LOST, SCRIPTS, lost_page
from builder.build.site_links import dead_links

_POLICY = (
    "default-src 'none'; script-src 'self' {hashes}; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; base-uri {base}; form-action 'none'"
)
_DROPPED = re.compile(r".*\.map|sitemap\.xml(\.gz)?")
_STEMMER = re.compile(r"assets/javascripts/lunr/(?:min/lunr\.(\w+)\.min|(tinyseg)|(wordcut))\.js")
_NEEDED_WITH = {"tinyseg": {"ja"}, "wordcut": {"hi", "th"}}
_INDEX = "search/search_index.json"
_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<body>.*?)</script>", re.DOTALL)
_KNOWN_SCRIPTS = ("__md_scope=new URL(", "var target=document.getElementById(location.hash.slice(1));", *SCRIPTS)
_STYLE = re.compile(r"<style\b|<[^<>]*\sstyle=")
_HANDLER = re.compile(r"<[a-z][^<>]*\son[a-z]+=", re.IGNORECASE)
_MAYBE_HANDLER = re.compile(r"on[a-z]+=")
_WORDS = re.compile(r'<template id="player--words"[^>]* data-language="([^"]+)"')
_SEARCH_LABEL = re.compile(r'class="md-search__input"[^>]* aria-label="([^"]+)"')
_CONTENTS = re.compile(r'<label class="md-nav__title" for="__toc">(.*?)</label>', re.DOTALL)
_TABLE = re.compile(r"<table>(.*?)</table>", re.DOTALL)
_HEADING = re.compile(r"<th[^>]*>(.*?)</th>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


class PassError(Exception):
    """The engine's HTML isn't what the pass knows: the theme has changed, or a page of ours is at fault."""


@dataclass(frozen=True, slots=True)
class Repair:
    """``pattern`` is replaced by ``by``; a page has it from ``least`` to ``most`` times."""

    name: str
    pattern: re.Pattern[str]
    by: str
    least: int = 1
    most: int = 1


_ANY = 10_000
REPAIRS = (
    Repair(
        "the search dialog has no name",
        re.compile(r'<div class="md-search" data-md-component="search" role="dialog">'),
        '<div class="md-search" data-md-component="search" role="dialog" aria-label="{search}">',
    ),
    Repair(
        "a checkbox can't have autocomplete",
        re.compile(r'(<input class="md-toggle" [^>]*type="checkbox" [^>]*?) autocomplete="off">'),
        r"\1>",
        least=2,
        most=2,
    ),
    Repair(
        "a title beside the same label, escaped twice",
        re.compile(r' title="[^"]*" (class="md-nav__button md-logo")'),
        r" \1",
        least=0,
    ),
    Repair("an empty tabindex", re.compile(r' tabindex=""'), "", least=0, most=_ANY),
    Repair("the mark beside the name is no picture to read out", re.compile(r' alt="logo"'), ' alt=""', 0, 2),
    Repair(
        "a nav can't be expanded, its toggle can",
        re.compile(r'(<nav class="md-nav"[^>]*?) aria-expanded="(?:true|false)"'),
        r"\1",
        least=0,
        most=_ANY,
    ),
    Repair("a browser fetches the next page unasked", re.compile(r'<link rel="next" href="[^"]*">\s*'), "", least=0),
    Repair("the language of a page is the course's", re.compile(r'<html lang="[^"]*"'), '<html lang="{language}"'),
)


def pass_over(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The finished site, from the engine's files by path; raises PassError.

    Pages are mended and get their policy; maps for debuggers, the empty site map and the stemmers of other languages
    go; the search index comes a second time as a script, for ``file://``.
    """
    languages = _languages(files.get(_INDEX, b"{}"))
    made = {path: data for path, data in files.items() if not _is_dropped(path, languages)}
    if LOST in made:
        made[LOST] = _found(lost_page(made[LOST].decode(), made)).encode()
    for path in [path for path in made if path.endswith(".html")]:
        made[path] = mend(path, made[path].decode()).encode()
    if _INDEX in made:
        made[_INDEX.replace(".json", ".js")] = _as_script(made[_INDEX])
    dead = dead_links(made)
    if dead:
        message = "dead links on the site: " + "; ".join(dead)
        raise PassError(message)
    return dict(sorted(made.items()))


def _found(page: str | None) -> str:
    if page is None:
        message = f"{LOST}: the theme has changed: nothing finds the site's root"
        raise PassError(message)
    return page


def _languages(index: bytes) -> set[str]:
    """The languages that the search index is made for."""
    return set(json.loads(index).get("config", {}).get("lang", ()))


def _is_dropped(path: str, languages: set[str]) -> bool:
    stemmer = _STEMMER.fullmatch(path)
    if not stemmer:
        return _DROPPED.fullmatch(path) is not None
    name = stemmer[1] or stemmer[2] or stemmer[3]
    return not languages & _NEEDED_WITH.get(name, {name}) and name not in {"stemmer", "multi"}


def mend(path: str, page: str) -> str:
    """One page, repaired and under its policy; raises PassError with the page's path."""
    words, search = _WORDS.search(page), _SEARCH_LABEL.search(page)
    if not words or not search:
        message = f"{path}: the theme has changed: no search field, or no words of ours"
        raise PassError(message)
    values = {"language": words[1], "search": search[1]}
    for repair in REPAIRS:
        page = _repaired(path, page, repair, values)
    if ' id="__toc"' not in page:  # on the page of a group, the label of the contents has nothing to switch
        page = _CONTENTS.sub(r'<span class="md-nav__title">\1</span>', page)
    page = mend_tables(page)
    for fault, pattern in _forbidden(page):
        if found := pattern.search(page):
            message = f"{path}: {fault}, which the policy forbids: {found[0][:80]}"
            raise PassError(message)
    return _under_policy(path, page)


def _forbidden(page: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    """What may be on the page by a quick look, with the pattern that is sure."""
    if "<style" in page or "style=" in page:
        yield "a style in the page", _STYLE
    small = page.lower()
    if any(small[found.start() - 1].isspace() for found in _MAYBE_HANDLER.finditer(small)):
        yield "a handler in the page", _HANDLER


def mend_tables(page: str) -> str:
    """Every table in a region that scrolls, named by its headings."""
    return _TABLE.sub(_scrolling, page)


def _repaired(path: str, page: str, repair: Repair, values: Mapping[str, str]) -> str:
    by = repair.by
    for name, value in values.items():
        by = by.replace(f"{{{name}}}", value.replace("\\", r"\\"))
    page, count = repair.pattern.subn(by, page)
    if not repair.least <= count <= repair.most:
        message = f"{path}: the theme has changed: '{repair.name}' was mended {count} times"
        raise PassError(message)
    return page


def _scrolling(found: re.Match[str]) -> str:
    """A table in a region of its own that scrolls and can have focus, named by its column headings."""
    names = [html.unescape(_TAG.sub("", heading)).strip() for heading in _HEADING.findall(found[1])]
    label = html.escape(", ".join(name for name in names if name) or "…")
    return (
        f'<div class="scrolls" role="region" tabindex="0" aria-label="{label}">'
        f'<table class="table">{found[1]}</table></div>'
    )


def _under_policy(path: str, page: str) -> str:
    hashes = sorted({_hash(path, found["body"]) for found in _SCRIPT.finditer(page) if _is_inline(found)})
    policy = _POLICY.format(hashes=" ".join(hashes), base="'self'" if path == LOST else "'none'")
    meta = f'<meta charset="utf-8">\n      <meta http-equiv="Content-Security-Policy" content="{policy}">'
    if page.count('<meta charset="utf-8">') != 1:
        message = f"{path}: the theme has changed: no place for the policy"
        raise PassError(message)
    return page.replace('<meta charset="utf-8">', meta)


def _is_inline(script: re.Match[str]) -> bool:
    return "src=" not in script["attributes"] and 'type="application/json"' not in script["attributes"]


def _hash(path: str, body: str) -> str:
    """The hash of one of the theme's scripts. Another script is refused: it may come from anywhere."""
    if not body.startswith(_KNOWN_SCRIPTS):
        message = f"{path}: a script that nobody knows: {body[:80]!r}"
        raise PassError(message)
    return "'sha256-" + base64.b64encode(hashlib.sha256(body.encode()).digest()).decode() + "'"


def _as_script(index: bytes) -> bytes:
    """The index as ``__index``, the name under which the theme looks for it."""
    return b"var __index = " + json.dumps(json.loads(index), ensure_ascii=True, separators=(",", ":")).encode() + b";\n"
