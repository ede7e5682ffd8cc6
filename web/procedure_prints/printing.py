"""“In quy trình (PDF)” of a version and of a draft."""

from __future__ import annotations

from uuid import UUID

from werkzeug.wrappers import Response

from qms.procedure_prints.content import PrintedProcedure
from qms.procedure_prints.gathering import print_draft, print_version
from qms.procedure_prints.setting import as_pdf
from web.designer.drafts import attachment
from web.procedure_prints.room import blueprint
from web.system import now, reading, system, viewer


@blueprint.get("/versions/<uuid:version>/procedure.pdf")
def of_version(version: UUID) -> Response:
    """A published version as the document to sign, keep and give out."""
    with reading() as session:
        printed = print_version(session, system().surroundings, viewer(), version, now())
    return _answer(printed)


@blueprint.get("/drafts/<uuid:draft>/procedure.pdf")
def of_draft(draft: UUID) -> Response:
    """A draft as it was saved last; refused as long as the drawing cannot be run."""
    with reading() as session:
        printed = print_draft(session, system().surroundings, viewer(), draft, now())
    return _answer(printed)


def _answer(printed: PrintedProcedure) -> Response:
    """Typeset after the transaction: it takes longer than all that was read."""
    cover = printed.cover
    issue = "du-thao" if printed.is_draft else cover.issue.rpartition(" ")[2]
    return attachment(as_pdf(printed), f"{cover.key}-{issue}.pdf", "application/pdf")
