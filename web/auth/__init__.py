"""Signing in and out, and who is behind each request."""

from web.auth import openid, passwords, second_factor, sessions, tokens, views
from web.auth.room import blueprint

__all__ = ["blueprint", "openid", "passwords", "second_factor", "sessions", "tokens", "views"]
