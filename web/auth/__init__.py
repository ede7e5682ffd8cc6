"""Signing in and out, and who is behind each request."""

from web.auth.views import blueprint

__all__ = ["blueprint"]
