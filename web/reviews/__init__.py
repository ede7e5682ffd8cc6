"""Management reviews and what they decided."""

from web.reviews.importing import add_review_import
from web.reviews.views import blueprint

add_review_import(blueprint)

__all__ = ["blueprint"]
