"""The blueprint that the pages of the register share, and who may write."""

from __future__ import annotations

from flask import Blueprint

from engine.domain.refusals import NotAuthorised
from qms.documents.commands import may_register
from web.system import viewer

blueprint = Blueprint("legal_documents", __name__, url_prefix="/legal-documents", template_folder="templates")


def require_keeper() -> None:
    """Pages that lead to writing are for those who keep the register; raises NotAuthorised."""
    if not may_register(viewer()):
        raise NotAuthorised("đăng ký văn bản quy phạm pháp luật", "register legal documents")
