"""Texts: the organisation's values put in, and Markdown rendered, once, as XHTML and as plain words."""

from builder.prose.renderer import Asked, Rendered, Renderer
from builder.prose.values import Values

__all__ = ["Asked", "Rendered", "Renderer", "Values"]
