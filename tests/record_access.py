"""Writes ``site/accessibility.json`` from a run of the tests that it speaks of.

``make access`` calls it. Nothing is written unless all tests in Chromium pass; an engine whose own tests don't is not
claimed. The day is the day of the run: the site's build reads no clock, it reads this file.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree as ET

from access_claims import CLAIMS, PREFIX, RECORDING

TESTS = ("test_site_access.py", "test_site_states.py", "test_engines.py")
ENGINES = "test_engines"
HERE = Path(__file__).parent


def main() -> int:
    """Run the tests, and publish what they noted."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        tests = [str(HERE / name) for name in TESTS]
        command = [sys.executable, "-m", "pytest", "-n", "2", f"--junitxml={report}", *tests]
        subprocess.run(command, check=False, env=os.environ | {RECORDING: "1"})
        found = ET.parse(report).getroot()  # noqa: S314 - our own report
    cases = [case for case in found.iter("testcase") if not str(case.get("classname")).endswith(ENGINES)]
    if not cases or not all(map(passed, cases)):
        print("Nothing was written: every test has to run, and to pass.", file=sys.stderr)  # noqa: T201 - a command
        return 1
    CLAIMS.write_text(published(found), encoding="utf-8")
    return 0


def passed(case: ET.Element) -> bool:
    """Whether a test ran and found nothing."""
    return all(case.find(name) is None for name in ("failure", "error", "skipped"))


def published(found: ET.Element) -> str:
    """The data file: the day, the facts that every run has to confirm, and the versions of this run."""
    facts = {
        str(one.get("name")).removeprefix(PREFIX): json.loads(str(one.get("value")))
        for case in found.iter("testcase")
        if passed(case)
        for one in case.iter("property")
        if str(one.get("name")).startswith(PREFIX)
    }
    versions = {name.removeprefix("versions."): facts.pop(name) for name in list(facts) if name.startswith("versions.")}
    day = dt.datetime.now(tz=dt.UTC).date().isoformat()
    data = {"date": day, "confirmed": dict(sorted(facts.items())), "versions": dict(sorted(versions.items()))}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    sys.exit(main())
