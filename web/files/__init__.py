"""Handing out the files of cases and registers."""

from web.files.views import blueprint

__all__ = ["blueprint"]
