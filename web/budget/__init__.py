"""The money of the management system: estimates, what was approved, expenses, settlements."""

from web.budget import expenses
from web.budget.importing import add_expense_import
from web.budget.room import blueprint
from web.budget.views import detail, export, listing

add_expense_import(blueprint)

__all__ = ["blueprint", "detail", "expenses", "export", "listing"]
