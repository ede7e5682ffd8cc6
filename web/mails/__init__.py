"""The mails that the system wrote, with the proof that each was sent; how people want to be told."""

from web.mails import receiving, resending, views
from web.mails.room import blueprint

__all__ = ["blueprint", "receiving", "resending", "views"]
