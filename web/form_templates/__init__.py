"""The register of form templates: versions and their validity, what uses them, adding and withdrawing."""

from web.form_templates import adding, importing, listing, version
from web.form_templates.room import blueprint

__all__ = ["adding", "blueprint", "importing", "listing", "version"]
