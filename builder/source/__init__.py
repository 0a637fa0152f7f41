"""Reading a course: files into a frozen `Course`, every mistake into a finding."""

from __future__ import annotations

from builder.source.load import COURSE_FILE, Loaded, load_course

__all__ = ["COURSE_FILE", "Loaded", "load_course"]
