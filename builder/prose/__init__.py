"""Texts: the organisation's values put in, and Markdown rendered, once, as XHTML and as plain words."""

from builder.prose.renderer import Rendered, Renderer
from builder.prose.values import Values

__all__ = ["Rendered", "Renderer", "Values"]
