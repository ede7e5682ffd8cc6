"""Forms on pages: what is shown of them and what is read back.

Register `blueprint` once with the application; templates then import `forms/field.html`,
`forms/error_summary.html` and `forms/values.html`.
"""

from web.forms.reading import StoreFile, read_submission
from web.forms.showing import blueprint

__all__ = ["StoreFile", "blueprint", "read_submission"]
