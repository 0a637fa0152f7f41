"""The page of codes, ``docs/codes.md``, made from the table of codes."""

from __future__ import annotations

from builder.diagnostics.codes import CODES, GROUPS

_HEAD = """\
# Codes

What `course check` and `course build` report. An error stops the build, a warning doesn't (with `--strict` it does).
Every code has a literate case in `tests/cases/<code>.md`: a small course with the mistake, and what is said about it.

<!-- Made from builder/diagnostics/codes.py by `pytest --update-golden`. -->
"""


def page_of_codes() -> str:
    """The page as Markdown: a table of contents by group, then What, Why and Example of each code."""
    lines = [_HEAD]
    for group, codes in GROUPS.items():
        lines.append(f"- {group}: " + ", ".join(f"[{code}](#{code})" for code in codes))
    for group, codes in GROUPS.items():
        lines.append(f"\n## {group}")
        lines += [_section(code) for code in codes]
    return "\n".join(lines) + "\n"


def _section(code: str) -> str:
    rule = CODES[code]
    return (
        f"\n### {code}\n\n*{rule.severity}*\n\n"
        f"**What.** {rule.what}\n\n**Why.** {rule.why}\n\n**Example.** {rule.example}"
    )
