"""Letters between agencies: the Department gives tasks by letter, both sides see what arrived."""

from web.exchange import assigning
from web.exchange.views import blueprint

__all__ = ["assigning", "blueprint"]
