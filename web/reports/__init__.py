"""Reports of the year and their receipts."""

from web.reports.importing import add_report_import
from web.reports.views import blueprint

add_report_import(blueprint)

__all__ = ["blueprint"]
