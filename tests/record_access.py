"""Writes ``site/accessibility.json`` from a run of the tests it speaks of; writes nothing unless all of them pass.

``make access`` calls it. The day is the day of the run: the site's build reads no clock, it reads this file.
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
HERE = Path(__file__).parent


def main() -> int:
    """Run the tests, and publish what they noted."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        tests = [str(HERE / name) for name in TESTS]
        command = [sys.executable, "-m", "pytest", "-n", "2", f"--junitxml={report}", *tests]
        done = subprocess.run(command, check=False, env=os.environ | {RECORDING: "1"})
        found = ET.parse(report).getroot()  # noqa: S314 - our own report
    cases = list(found.iter("testcase"))
    if done.returncode or not cases or any(case.find("skipped") is not None for case in cases):
        print("Nothing was written: every test has to run, and to pass.", file=sys.stderr)  # noqa: T201 - a command
        return 1
    CLAIMS.write_text(published(found), encoding="utf-8")
    return 0


def published(found: ET.Element) -> str:
    """The data file: the day, the facts that every run has to confirm, and the versions of this run."""
    facts = {
        str(one.get("name")).removeprefix(PREFIX): json.loads(str(one.get("value")))
        for one in found.iter("property")
        if str(one.get("name")).startswith(PREFIX)
    }
    versions = {name.removeprefix("versions."): facts.pop(name) for name in list(facts) if name.startswith("versions.")}
    day = dt.datetime.now(tz=dt.UTC).date().isoformat()
    data = {"date": day, "confirmed": dict(sorted(facts.items())), "versions": dict(sorted(versions.items()))}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    sys.exit(main())
