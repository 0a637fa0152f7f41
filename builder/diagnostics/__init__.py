"""What is wrong in a source, said as a value: where, which rule, in one sentence, and how to mend it."""

from builder.diagnostics.diagnostic import Diagnostic, Severity
from builder.diagnostics.place import NOWHERE, Place, Places

__all__ = ["NOWHERE", "Diagnostic", "Place", "Places", "Severity"]
