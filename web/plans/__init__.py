"""Yearly plans: editions, activities followed, opinions."""

from web.plans import activities, amending
from web.plans.importing import add_plan_import
from web.plans.room import blueprint
from web.plans.views import detail, export, listing

add_plan_import(blueprint)

__all__ = ["activities", "amending", "blueprint", "detail", "export", "listing"]
