"""Inside Service: one source tree of Markdown and YAML compiled into everything a training team hands out."""

__version__ = "0.1.0"
