"""A draft with a remark and a version of its own agency, for the addresses of the designer."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from engine.domain.assignment import Actor, Viewer
from engine.domain.bundle import MODEL_FILE
from engine.domain.variable_types import VariableType
from engine.execution.publishing import Publication, checked, publish
from qms.designer.acting import Drawing
from qms.designer.comments import AddComment, add_comment
from qms.designer.drafts import CreateDraft, create_draft
from qms.designer.empty_table import NewColumn, empty_table
from qms.designer.tables import ModelDraftSave
from qms.form_templates.acting import Keeping
from qms.form_templates.adding import AddFormTemplate, add_form_template
from tests.engine.cases import bundle, role
from tests.office import Office
from tests.qms.designer.drawing_office import FORM, drawing

FORM_FILE = "forms/phieu.json"
TABLE_NAME, TABLE_FILE = "bang", "decisions/bang.dmn"


def drawn(office: Office, viewer: Viewer, key: str) -> dict[str, UUID]:
    """What a secretary of the viewer's agency has: ids of a draft, a remark, a version, a form."""
    by = Drawing(viewer=viewer, origin="test")
    store, now = office.system.store, office.now
    column = NewColumn(name="so", label="Số", type=VariableType.NUMBER)
    files = {
        MODEL_FILE: drawing(),
        FORM_FILE: FORM,
        TABLE_FILE: empty_table(TABLE_NAME, "Bảng", [column], column),
    }
    draft = create_draft(store, CreateDraft(by=by, files=files, key=f"{key}_NHAP", name="Bản thảo"), now)
    return {
        "draft": draft,
        "remark": add_comment(store, AddComment(by=by, draft=draft, text="Thiếu hạn"), now),
        "version": _published(office, viewer.agency, key),
        "template": _form_template(office, viewer, key),
    }


def first_save(office: Office, draft: UUID) -> int:
    """The number of what was saved first of the draft's form."""
    with office.system.store.reading() as session:
        return session.scalars(
            select(ModelDraftSave.id)
            .where(ModelDraftSave.draft_id == draft, ModelDraftSave.path == FORM_FILE)
            .order_by(ModelDraftSave.id)
        ).one()


def _form_template(office: Office, viewer: Viewer, key: str) -> UUID:
    command = AddFormTemplate(
        by=Keeping(viewer=viewer, origin="test"),
        code=f"BM {key}",
        name="Phiếu",
        legal_basis="12/QĐ-VP",
        valid_from=office.today,
        content=FORM,
    )
    return add_form_template(office.system.store, command, office.now).id


def _published(office: Office, agency: UUID, key: str) -> UUID:
    files = bundle("s:start\n a:user\n e:end\n s > a > e", {"a": role("PHAP_CHE")}, key=key)
    models = checked(files, office.system.surroundings.operators)
    with office.system.store.transaction() as session:
        publication = Publication(actor=Actor.system(), agency=agency)
        (done,) = publish(session, models, files, publication, office.now)
        return done.row.id
