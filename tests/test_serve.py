"""``course serve`` as a process: whom it answers, what it leaves alone, and what it survives."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from previews import ROOT, Preview, course_copy, previewed, started, until

LESSON = "/lessons/boil-and-brew.html"
SOURCE = "modules/tea/boil-and-brew.md"


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    with previewed(course_copy(tmp_path_factory.mktemp("serve") / "course"), ROOT) as running:
        yield running


def serve(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "builder", "-C", str(folder), "serve", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)


def test_it_answers_its_own_name_alone(preview: Preview) -> None:
    port = preview.port
    assert preview.get("/", host=f"127.0.0.1:{port}")[0] == 200
    assert preview.get("/", host=f"localhost:{port}")[0] == 200
    for host in (
        "evil.example",
        f"evil.example:{port}",
        "127.0.0.1",
        f"127.0.0.1:{port + 1}",
        f"127.0.0.1:{port}.evil",
        "",
    ):
        for path in ("/", LESSON, "/_serve/events?page=index.html", "/_artefacts/", "/_serve/serve.js"):
            assert preview.get(path, host=host)[0] == 403, (host, path)


def test_another_site_may_link_here_and_read_nothing(preview: Preview) -> None:
    away = {"sec_fetch_site": "cross-site"}
    assert preview.get("/", sec_fetch_mode="navigate", **away)[0] == 200
    for path in ("/assets/player.js", "/_artefacts/?make=anki", "/_serve/events?page=index.html"):
        assert preview.get(path, sec_fetch_mode="no-cors", **away)[0] == 403
    _, _, headers = preview.get("/assets/player.js")
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert "access-control-allow-origin" not in headers


@pytest.mark.parametrize(
    "path",
    [
        "/../course/course.yml", "/%2e%2e/%2e%2e/course/course.yml", "/assets/..%2f..%2f..%2fcourse/course.yml",
        "//etc/passwd", "/%2Fetc/passwd", "/..%5c..%5ccourse.yml", "/%00", "/index.html%00.css",
        "/_serve/../../course.yml", "/_serve/%2e%2e/x.js", "/_artefacts/../../../etc/passwd",
        "/_artefacts/%2e%2e/course.yml",
        "/" + "a/" * 3000, "/%ff%fe", "/lock", "/site-1/index.html",
    ],
)  # fmt: skip
def test_no_path_leads_out_of_the_site(preview: Preview, path: str) -> None:
    status, data, _ = preview.get(path)
    assert status in {303, 404}
    assert b"root:" not in data
    assert b"harbour" not in data.split(b"</head>")[0].lower()
    assert preview.get("/")[0] == 200


def test_it_listens_on_the_loopback_address_alone(preview: Preview) -> None:
    listening = [
        fields[1]
        for name in ("tcp", "tcp6")
        for fields in (line.split() for line in Path(f"/proc/net/{name}").read_text(encoding="utf-8").splitlines()[1:])
        if fields[3] == "0A" and fields[1].endswith(f":{preview.port:04X}")
    ]
    assert listening == [f"0100007F:{preview.port:04X}"]


def test_nothing_is_added_to_the_policy(preview: Preview) -> None:
    page = preview.text(LESSON)
    policies = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert len(policies) == 1
    assert "unsafe" not in policies[0]
    assert page.count("/_serve/serve.js") == 1
    assert "<style" not in page


def test_the_line_of_news_begins_with_what_is_now(preview: Preview) -> None:
    with socket.create_connection(("127.0.0.1", preview.port)) as line:
        head = f"GET /_serve/events?page=index.html HTTP/1.1\r\nHost: 127.0.0.1:{preview.port}\r\n\r\n"
        line.sendall(head.encode())
        heard = b""
        while b"versions" not in heard:
            heard += line.recv(4096)
    assert b"200" in heard.split(b"\r\n")[0]
    assert b"text/event-stream" in heard
    assert b"Access-Control" not in heard


def test_what_cannot_be_kept_offline_is_not(preview: Preview) -> None:
    worker = preview.text("/sw.js")
    assert "unregister" in worker
    assert "COURSE" not in worker


def test_a_page_that_is_gone_is_told(preview: Preview) -> None:
    status, page, _ = preview.get("/lessons/nowhere.html")
    assert status == 404
    assert b"/_serve/serve.js" in page
    assert preview.get("/modules/tea")[0] == 303


def test_a_file_with_an_odd_name_is_served(preview: Preview) -> None:
    place = preview.course / "modules/tea/odd & k\u00e9ttle#1 100%?.svg"
    shutil.copy(preview.course / "modules/tea/kettle.svg", place)
    address = quote(f"/assets/pictures/modules/tea/{place.name}")
    until(lambda: preview.get(address)[0] == 200, "no picture")
    assert preview.get(address)[2]["content-type"] == "image/svg+xml"
    place.unlink()
    until(lambda: preview.get(address)[0] == 404, "it is still there")


def test_artefacts_are_made_when_asked_for_and_are_never_stale(preview: Preview) -> None:
    status, page, _ = preview.get("/_artefacts/")
    assert status == 200
    names = re.findall(r'make=([^"]+)"', page.decode())
    assert "moodle/tea" in names
    status, _, headers = preview.get("/_artefacts/?make=moodle/tea")
    assert status == 303
    address = headers["location"]
    status, data, headers = preview.get(address)
    assert status == 200
    assert headers["content-type"] == "application/xml"
    assert b"Boil the water" in data
    preview.edit("quizzes/banks/tea.yml", "text: Boil the water", "text: Boil fresh water")
    until(lambda: b"Boil fresh water" in preview.get(address)[1], "the bank is stale")
    preview.edit("quizzes/banks/tea.yml", "text: Boil fresh water", "text: Boil the water")
    assert preview.get("/_artefacts/?make=nothing")[0] == 503
    assert preview.get("/_artefacts/unknown.pdf")[0] == 303


def test_a_book_is_made_through_the_builds_cache(preview: Preview) -> None:
    status, _, headers = preview.get("/_artefacts/?make=workbooks/a4/tea.key")
    assert status == 303
    assert preview.get(headers["location"])[1].startswith(b"%PDF-")
    assert any((preview.course / ".build/cache").rglob("*"))


def test_the_coverage_report_is_of_the_source_as_it_stands(preview: Preview) -> None:
    status, _, headers = preview.get("/_artefacts/?make=reports/coverage")
    assert status == 303
    page = preview.text(headers["location"])
    place = re.search(r'href="vscode://file([^":]+):(\d+):\d+" title="quizzes/banks/tea.yml:5"', page)
    assert place
    assert Path(place[1]) == preview.course / "quizzes/banks/tea.yml"
    preview.edit("course/objectives.yml", "a pot of tea", "a pot of black tea")
    until(lambda: "a pot of black tea" in preview.text(headers["location"]), "the report is stale")
    preview.edit("course/objectives.yml", "a pot of black tea", "a pot of tea")


def test_without_the_libraries_of_printing_all_else_is_there(tmp_path: Path) -> None:
    stub = tmp_path / "stub" / "weasyprint"
    stub.mkdir(parents=True)
    (stub / "__init__.py").write_text("raise OSError(\"cannot load library 'libpango-1.0-0': not found\")\n")
    with previewed(course_copy(tmp_path / "course"), ROOT, PYTHONPATH=str(stub.parent)) as preview:
        for _ in range(2):
            status, page, _ = preview.get("/_artefacts/?make=workbooks/a4/tea.key")
            assert status == 503
            assert b"run `course doctor`" in page
            preview.edit(SOURCE, "an order", "a good order")
            until(lambda: "a good order" in preview.text(LESSON), "the edit isn't seen")
            preview.edit(SOURCE, "a good order", "an order")
            until(lambda: "a good order" not in preview.text(LESSON), "the edit isn't seen")


def test_it_writes_nothing_but_its_own_folder(preview: Preview) -> None:
    assert {path.name for path in preview.course.iterdir()} == {"course", "modules", "quizzes", ".build"}
    assert {path.name for path in (preview.course / ".build").iterdir()} <= {"serve", "cache", "imports.json"}
    assert not list((preview.course / "course").glob("ledger.yml"))


def test_a_build_beside_it_and_a_second_preview(preview: Preview) -> None:
    command = [sys.executable, "-m", "builder", "-C", str(preview.course), "build", "--only", "decks"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    with previewed(preview.course, ROOT) as second:
        assert second.port != preview.port
        assert second.text(LESSON) == preview.text(LESSON)
        until(lambda: len(list((preview.course / ".build/serve").iterdir())) == 2, "a folder each")
    assert len(list((preview.course / ".build/serve").iterdir())) == 1
    assert preview.get(LESSON)[0] == 200
    shutil.rmtree(preview.course / "dist")


def test_the_course_moves_away_and_back(preview: Preview) -> None:
    away = preview.course.with_name("away")
    preview.course.rename(away)
    until(lambda: "missing-file" in preview.words, "nobody noticed")
    assert preview.get("/_serve/serve.js")[0] == 200
    away.rename(preview.course)
    before = preview.words.count("Rebuilt")
    preview.edit(SOURCE, "Tea has an order.", "Tea is at home again.")
    until(lambda: "Tea is at home again." in preview.text(LESSON), "it did not come back")
    preview.edit(SOURCE, "Tea is at home again.", "Tea has an order.")
    until(lambda: preview.words.count("Rebuilt") > before, "no rebuild")


def test_a_killed_preview_leaves_nothing_running(tmp_path: Path) -> None:
    folder = course_copy(tmp_path / "course")
    running = started(folder, ROOT)
    until(lambda: running.address and list((folder / ".build/serve").glob("*/work")), "the engine has not begun")
    makers = children_of(running.process.pid)
    assert makers
    os.kill(running.process.pid, signal.SIGKILL)
    running.process.wait()
    until(lambda: not [pid for pid in makers if alive(pid)], "a maker goes on alone")
    with previewed(folder, ROOT):
        assert len(list((folder / ".build/serve").iterdir())) == 1


def children_of(parent: int) -> list[int]:
    found = subprocess.run(["ps", "-o", "pid=", "--ppid", str(parent)], capture_output=True, text=True, check=False)
    return [int(pid) for pid in found.stdout.split()]


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_a_course_with_mistakes_waits_for_their_mending(tmp_path: Path) -> None:
    folder = course_copy(tmp_path / "course")
    place = folder / SOURCE
    text = place.read_text(encoding="utf-8")
    place.write_text("---\nid: [\n", encoding="utf-8")
    running = started(folder, ROOT)
    try:
        until(lambda: "error[" in running.words, "no word of the mistake")
        status, page, _ = running.get("/")
        assert status == 503
        assert b"/_serve/serve.js" in page
        place.write_text(text, encoding="utf-8")
        until(lambda: running.get("/")[0] == 200, "never built")
    finally:
        assert running.stop(signal.SIGTERM) == 0, running.words
    assert "Traceback" not in running.words


def test_a_port_that_is_taken_is_one_line_with_a_free_one(tmp_path: Path) -> None:
    folder = course_copy(tmp_path / "course")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = serve(folder, "--port", str(port))
    assert done.returncode == 2
    assert done.stdout == ""
    assert re.fullmatch(rf"course serve: port {port} is taken: try --port \d+\n", done.stderr)


def test_misuse_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = serve(tmp_path / "empty")
    assert done.returncode == 2
    assert "no course/course.yml" in done.stderr
    folder = course_copy(tmp_path / "course")
    done = serve(folder, "--port", "99999")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    done = serve(folder, "--port", "0", "--organisation", "nobody")
    assert done.returncode == 2
    assert "no organisation 'nobody' in this course; there is harbour, hilltop" in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr


def test_places_are_links_on_a_terminal() -> None:
    from builder.cli.serve_words import linked_places  # noqa: PLC0415

    words = "error[bad-id]: no\n --> modules/a b.md:3:1\n  |"
    linked = linked_places(words, Path("/home/me"))
    assert "\x1b]8;;file:///home/me/modules/a%20b.md\x1b\\modules/a b.md:3:1\x1b]8;;\x1b\\" in linked
    assert linked.startswith("error[bad-id]: no\n --> ")
