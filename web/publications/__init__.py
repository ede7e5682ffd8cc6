"""The register of publications of the QMS."""

from web.publications.importing import add_publication_import
from web.publications.views import blueprint

add_publication_import(blueprint)

__all__ = ["blueprint"]
