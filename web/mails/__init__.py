"""The mails that the system wrote, with the proof that each was sent."""

from web.mails.views import blueprint

__all__ = ["blueprint"]
