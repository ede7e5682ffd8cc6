"""The blueprint of the room of mails."""

from __future__ import annotations

from flask import Blueprint

blueprint = Blueprint("mails", __name__, url_prefix="/mails", template_folder="templates")
