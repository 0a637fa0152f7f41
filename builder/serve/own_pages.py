"""The preview's own small pages, and what it adds to the course's."""

from __future__ import annotations

import html
import json
from collections.abc import Iterable, Mapping
from urllib.parse import quote

NO_WORKER = b"""// The preview keeps nothing for use without it: a worker from a site that was here before goes.
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) await caches.delete(name);
  await self.registration.unregister();
})()));
"""
_CONTENT_ENDS = b"</article>"
_POLICY = "default-src 'self'; img-src data:; base-uri 'none'; form-action 'none'"
_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/_serve/own.css">
</head>
<body>
<main>
<h1>{title}</h1>
{body}
</main>
{script}
</body>
</html>
"""


def with_script(page: bytes, path: str, versions: Mapping[str, str]) -> bytes:
    """The page with the preview's script after its content: there nothing else has touched the content yet."""
    before, ends, after = page.rpartition(_CONTENT_ENDS)
    script = _script(path, versions).encode()
    return before + ends + script + after if ends else page + script


def _script(path: str, versions: Mapping[str, str]) -> str:
    said = html.escape(json.dumps({"page": path, "versions": versions}))
    return f'<script src="/_serve/exchange.js"></script><script src="/_serve/serve.js" data-serve="{said}"></script>'


def waiting() -> bytes:
    """The page before the first build is done; it comes again by itself."""
    words = "<p>The course is being built. This page shows it as soon as it is there.</p>"
    return _page("One moment", words, _script("", {"page": "waiting"}))


def artefacts(names: Iterable[tuple[str, str]]) -> bytes:
    """The list of all artefacts, by output."""
    by_output: dict[str, list[str]] = {}
    for name, output in names:
        by_output.setdefault(output, []).append(name)
    parts = ["<p>Each is made when you ask for it. Books take a few seconds a module.</p>"]
    for output, own in by_output.items():
        links = "".join(f'<li><a href="/_artefacts/?make={quote(name)}">{html.escape(name)}</a></li>' for name in own)
        parts.append(f"<h2>{html.escape(output)}</h2>\n<ul>{links}</ul>")
    return _page("Artefacts", "\n".join([*parts, '<p><a href="/">The site</a></p>']))


def files(name: str, paths: Iterable[str]) -> bytes:
    """The files of one artefact."""
    links = "".join(f'<li><a href="/_artefacts/{quote(path)}">{html.escape(path)}</a></li>' for path in paths)
    return _page(name, f'<ul>{links}</ul>\n<p><a href="/_artefacts/">All artefacts</a></p>')


def fault(words: str) -> bytes:
    """What went wrong with an artefact."""
    return _page("Not made", f'<pre>{html.escape(words)}</pre>\n<p><a href="/_artefacts/">All artefacts</a></p>')


def _page(title: str, body: str, script: str = "") -> bytes:
    return _PAGE.format(policy=_POLICY, title=html.escape(title), body=body, script=script).encode()
