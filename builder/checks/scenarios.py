"""Scenarios as graphs: every scene can be reached, and from every scene an ending."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from builder.checks.known import local
from builder.diagnostics import Diagnostic
from builder.model.scenarios import Scenario


def check_scenario(scenario: Scenario) -> Iterator[Diagnostic]:
    """Choices that go nowhere, scenes and endings that nobody reaches, scenes that nobody gets out of."""
    scenes: dict[str, set[str]] = {scene.id: {choice.goto for choice in scene.choices} for scene in scenario.scenes}
    endings: set[str] = {ending.id for ending in scenario.endings}
    parts = {*scenes, *endings}
    yield from local(scenario.start, parts, "scene", scenario.places.of("start"))
    for scene in scenario.scenes:
        for choice in scene.choices:
            yield from local(choice.goto, parts, "scene", choice.places.of("goto"))
    reached = _reached(scenario.start, scenes)
    escaping = _escaping(scenes, endings)
    for scene in scenario.scenes:
        if scene.id not in reached and scenario.start in parts:
            yield _lonely(scene.id, "scene", scene)
        if not scene.choices:
            help_ = "give it choices, or make it an ending"
            yield Diagnostic("dead-end-scene", f"the scene '{scene.id}' offers no choice", scene.places.start, help_)
        elif scene.id not in escaping and scenes[scene.id] <= parts:
            help_ = f"let a choice of '{scene.id}' go to an ending, or to a scene that leads to one"
            yield Diagnostic(
                "dead-end-scene",
                f"no path leads from '{scene.id}' to an ending",
                scene.places.of("id"),
                help_,
                len(scene.id),
            )
    for ending in scenario.endings:
        if ending.id not in reached and scenario.start in parts:
            yield _lonely(ending.id, "ending", ending)


def _lonely(name: str, what: str, thing: object) -> Diagnostic:
    places = thing.places  # type: ignore[attr-defined]
    help_ = f"let a choice go to '{name}', or take the {what} away"
    return Diagnostic("unreachable-scene", f"no path leads to the {what} '{name}'", places.of("id"), help_, len(name))


def _reached(start: str, scenes: Mapping[str, set[str]]) -> set[str]:
    reached = {start}
    waiting = [start]
    while waiting:
        for name in scenes.get(waiting.pop(), ()):
            if name not in reached:
                reached.add(name)
                waiting.append(name)
    return reached


def _escaping(scenes: Mapping[str, set[str]], endings: set[str]) -> set[str]:
    before: dict[str, set[str]] = {}
    for name, following in scenes.items():
        for after in following:
            before.setdefault(after, set()).add(name)
    return _reached_from(endings, before)


def _reached_from(starts: set[str], edges: Mapping[str, set[str]]) -> set[str]:
    reached: set[str] = set()
    for start in starts:
        reached |= _reached(start, edges)
    return reached
