"""Forms of a draft built in the browser: the list of them, and the page of three parts for one."""

from web.form_builder import building, listing
from web.form_builder.room import blueprint

__all__ = ["blueprint", "building", "listing"]
