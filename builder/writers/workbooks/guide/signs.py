"""The signs of a guide, drawn: each stands beside the word that it stands for."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

SIGNS: Mapping[str, str] = MappingProxyType(
    {
        "say": '<path d="M3 4h18v12H11l-5 5v-5H3z"/><path d="M7 8.5h10M7 12h7"/>',
        "ask": '<path d="M3 4h18v12H11l-5 5v-5H3z"/><path d="M9.5 8.2c.3-2.6 5-2.4 4.6.3-.3 1.6-2.1 1.6-2.1 3"/>'
        '<path d="M12 13.6v.4"/>',
        "do": '<path d="M4 4h16v16H4z"/><path d="M8 12.4l3 3 5.4-6.6"/>',
        "page": '<path d="M12 6C9 4 6 4 3 4.6V19c3-.6 6-.6 9 1.4 3-2 6-2 9-1.4V4.6C18 4 15 4 12 6z"/>'
        '<path d="M12 6v14"/>',
        "time": '<circle cx="12" cy="12" r="9"/><path d="M12 6.5V12l4 2.4"/>',
        "debrief": '<path d="M4 12a8 8 0 0 1 14-5.2M20 12a8 8 0 0 1-14 5.2"/>'
        '<path d="M18.4 2.6v4.6h-4.6M5.6 21.4v-4.6h4.6"/>',
        "caution": '<path d="M12 3L22 20.5H2z"/><path d="M12 9.5v5.6M12 17.4v.4"/>',
        "bring": '<path d="M3 9h18v11H3z"/><path d="M8.5 9V5h7v4M3 13.5h18"/>',
        "slip": '<path d="M6 3h12v18H6z" stroke-dasharray="3 2"/><path d="M9 8h6M9 12h6M9 16h3"/>',
        "watch": '<path d="M2 12c4-7 16-7 20 0-4 7-16 7-20 0z"/><circle cx="12" cy="12" r="3"/>',
        "remote": '<path d="M3 4h18v12H3z"/><path d="M8.5 20.5h7M12 16v4.5"/>',
        "producer": '<path d="M2 6h20v12H2z"/><path d="M6 10h.4M10 10h.4M14 10h.4M18 10h.4M7 14.4h10"/>',
        "access": '<circle cx="12" cy="4.6" r="2.2"/><path d="M4 9.4h16M12 9.4V14M12 14l-4 7M12 14l4 7"/>',
        "people": '<circle cx="8" cy="8" r="3"/><circle cx="16.5" cy="8.6" r="2.4"/>'
        '<path d="M2.5 19.5c0-7 11-7 11 0zM14.6 13.6c4-.6 6.9 1.6 6.9 5.9h-5"/>',
        "pick": '<path d="M5 5l14 14M19 5L5 19"/>',
    }
)
"""What is drawn by name, in a square of 24."""


def sign(name: str, colour: str) -> bytes:
    """The sign called ``name`` as SVG, in a CSS ``colour``."""
    look = f'fill="none" stroke="{colour}" stroke-width="1.7" stroke-linejoin="round" stroke-linecap="round"'
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="24" height="24">'
    return f"{head}<g {look}>{SIGNS[name]}</g></svg>".encode()
