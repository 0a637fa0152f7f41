"""The pass over the engine's HTML: a policy, repairs that stop when the theme changes, dead links."""

from __future__ import annotations

import base64
import hashlib
import re

import pytest

from builder.build.html_pass import PassError, mend, pass_over
from builder.build.site_links import dead_links

SCOPE = '__md_scope=new URL(".",location)'
PAGE = f"""<!doctype html>
<html lang="en" class="no-js">
  <head>
      <meta charset="utf-8">
      <link rel="next" href="y.html">
    <script>{SCOPE}</script>
  </head>
  <body>
    <input class="md-toggle" data-md-toggle="drawer" type="checkbox" id="__drawer" autocomplete="off">
    <input class="md-toggle" data-md-toggle="search" type="checkbox" id="__search" autocomplete="off">
<div class="md-search" data-md-component="search" role="dialog">
<input type="text" class="md-search__input" name="query" aria-label="Suche &amp; mehr" placeholder="x">
</div>
<nav class="md-nav" data-md-level="1" aria-labelledby="x" aria-expanded="true"></nav>
<label tabindex=""></label><img src="m.svg" alt="logo">
<table>
<thead><tr><th scope="col">A &amp; <em>B</em></th><th scope="col"></th></tr></thead>
</table>
<script id="__config" type="application/json">{{}}</script>
<template id="player--words" data-course="c" data-language="de" data-root="."></template>
  </body>
</html>
"""


def test_a_page_is_mended() -> None:
    made = mend("x.html", PAGE)
    assert 'role="dialog" aria-label="Suche &amp; mehr"' in made
    assert '<html lang="de"' in made
    assert "autocomplete" not in made
    assert "aria-expanded" not in made
    assert 'tabindex=""' not in made
    assert 'rel="next"' not in made
    assert 'alt=""' in made
    assert '<div class="scrolls" role="region" tabindex="0" aria-label="A &amp; B"><table class="table">' in made
    assert mend("x.html", PAGE.replace("<table>", '<table class="grid">')).count("scrolls") == 0


def test_the_policy_names_each_script_by_its_hash_and_allows_no_inline_code() -> None:
    made = mend("x.html", PAGE)
    policy = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">', made)
    assert policy
    hashed = base64.b64encode(hashlib.sha256(SCOPE.encode()).digest()).decode()
    assert f"script-src 'self' 'sha256-{hashed}';" in policy[1]
    assert "unsafe" not in policy[1]
    assert policy[1].startswith("default-src 'none';")
    assert made.index("Content-Security-Policy") < made.index("<script")


@pytest.mark.parametrize(
    ("there", "instead", "fault"),
    [
        ('role="dialog"', 'role="search"', "the search dialog has no name"),
        (' autocomplete="off"', "", "can't have autocomplete"),
        ('<html lang="en"', "<html", "language"),
        ('class="md-search__input"', 'class="new"', "no search field"),
        ("player--words", "words", "no words of ours"),
        ('<meta charset="utf-8">', "", "no place for the policy"),
        (SCOPE, "alert(1)", "a script that nobody knows"),
        ("<table>", '<table style="color:red">', "a style in the page"),
        ("<table>", '<table onclick="x()">', "a handler in the page"),
        ("</head>", "<style>p{}</style></head>", "a style in the page"),
    ],
)
def test_a_theme_that_changed_stops_the_build(there: str, instead: str, fault: str) -> None:
    assert there in PAGE
    with pytest.raises(PassError, match=re.escape(fault)):
        mend("x.html", PAGE.replace(there, instead))


def test_maps_go_and_the_index_comes_as_a_script() -> None:
    files = {
        "index.html": PAGE.replace("m.svg", "a/m.svg").encode(),
        "a/m.svg": b"<svg/>",
        "sitemap.xml": b"",
        "sitemap.xml.gz": b"",
        "assets/x.js.map": b"",
        "assets/javascripts/lunr/min/lunr.de.min.js": b"",
        "assets/javascripts/lunr/min/lunr.es.min.js": b"",
        "assets/javascripts/lunr/min/lunr.stemmer.support.min.js": b"",
        "assets/javascripts/lunr/tinyseg.js": b"",
        "assets/javascripts/lunr/wordcut.js": b"",
        "search/search_index.json": '{"config":{"lang":["es"]},"docs":["\u2028</script>"]}'.encode(),
    }
    made = pass_over(files)
    assert sorted(set(files) - set(made)) == [
        "assets/javascripts/lunr/min/lunr.de.min.js",
        "assets/javascripts/lunr/tinyseg.js",
        "assets/javascripts/lunr/wordcut.js",
        "assets/x.js.map",
        "sitemap.xml",
        "sitemap.xml.gz",
    ]
    script = b'var __index = {"config":{"lang":["es"]},"docs":["\\u2028</script>"]};\n'
    assert made["search/search_index.js"] == script


def test_dead_links_of_every_kind_are_found() -> None:
    files = {
        "index.html": b'<a href="a/b.html#here">x</a> <a href="a/b.html#gone">x</a> <a href="#top">x</a> <p id="top">',
        "a/b.html": b'<p id="here"><a href="../index.html">x</a><img class="y" src="../no.svg">'
        b'<a href="c%20d.html">x</a><a href="https://elsewhere.example/x">x</a><a href="mailto:a@b.example">x</a>'
        b'<a class="z" href="">x</a>',
        "a/c d.html": b'<link rel="stylesheet" href="../gone.css">',
        "404.html": b'<a href="anywhere.html">x</a>',
    }
    assert dead_links(files) == [
        "404.html → anywhere.html",
        "a/b.html → ../no.svg",
        "a/c d.html → ../gone.css",
        "index.html → a/b.html#gone",
    ]


def test_a_dead_link_stops_the_build() -> None:
    with pytest.raises(PassError, match=r"dead links on the site: index.html → m.svg"):
        pass_over({"index.html": PAGE.encode()})
