"""The printed procedure, and drawings as pictures for pages without a program."""

from web.procedure_prints import pictures, printing
from web.procedure_prints.room import blueprint

__all__ = ["blueprint", "pictures", "printing"]
