"""The chain of a case as a page, and as a part of other pages."""

from web.chains.views import blueprint

__all__ = ["blueprint"]
