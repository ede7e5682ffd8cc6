"""The steering committee: who belongs to it on a day, its history, every look at it."""

from web.committee.importing import add_committee_import
from web.committee.views import blueprint

add_committee_import(blueprint)

__all__ = ["blueprint"]
