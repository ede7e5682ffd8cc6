"""An office that draws: drafts begun, saved and handed in, reviewed and approved by different people."""

from __future__ import annotations

import re
from datetime import date
from uuid import UUID

from sqlalchemy import select

from engine.domain.bundle import MODEL_FILE
from engine.domain.local_time import day_text
from engine.store.tables import ModelVersion
from qms.demo_office.loading import person_id
from qms.designer.acting import Drawing
from qms.designer.drafts import CreateDraft, create_draft
from qms.designer.saving import FileSaved, SaveFile, save_file
from qms.designer.submission import SubmitDraft, Submitted, submit_draft
from qms.designer.tables import ModelDraft
from tests.engine.cases import bundle, role
from tests.office import P06, Office

P05 = P06.parent / "p05_ban_hanh_quy_trinh"
KEY = "QT_CAP_GIAY"
SECRETARY, REVIEWER, HEAD = "thuky", "yennhi", "chanhvp"


def drawing(name: str = "Xử lý") -> bytes:
    """A small drawing that runs and that the lint lets through."""
    asked = role(
        "CHUYEN_VIEN",
        '<gov:deadline workingDays="2"/><gov:escalation ladder="QMS"/><gov:form key="phieu"/>'
        '<gov:legalBasis><gov:legalRef doc="19/2014/QĐ-TTg"/></gov:legalBasis>',
    )
    xml = bundle("s:start\n a:user\n e:end\n s > a > e", {"a": asked}, key=KEY).files[MODEL_FILE]
    return re.sub(rb'id="a"( name="[^"]*")?', f'id="a" name="{name}"'.encode(), xml, count=1)


FORM = (
    b'{"type":"default","id":"phieu","title":"Phieu",'
    b'"components":[{"type":"textfield","key":"ghi_chu","label":"Ghi chu"}]}'
)


def by(office: Office, username: str = SECRETARY) -> Drawing:
    """Who draws."""
    return Drawing(viewer=office.viewer(username), origin="test")


def begun(office: Office, name: str = "Cấp giấy") -> UUID:
    """A draft of the secretary."""
    files = {MODEL_FILE: drawing(), "forms/phieu.json": FORM}
    return create_draft(
        office.system.store, CreateDraft(by=by(office), files=files, key=KEY, name=name), office.now
    )


def saved(office: Office, draft: UUID, content: bytes, revision: int, username: str = SECRETARY) -> FileSaved:
    """Save the drawing."""
    command = SaveFile(
        by=by(office, username), draft=draft, path=MODEL_FILE, content=content, revision=revision
    )
    return save_file(office.system.store, office.system.surroundings.directory, command, office.now)


def submitted(
    office: Office, draft: UUID, effective_from: date | None = None, reviewer: str = REVIEWER
) -> Submitted:
    """Hand it in."""
    command = SubmitDraft(
        by=by(office),
        draft=draft,
        reviewer=person_id(reviewer),
        effective_from=effective_from or office.today,
        summary="Thử",
    )
    done = submit_draft(office.system, command, office.now)
    office.work()
    return done


def approved(office: Office, case: UUID, effective_from: date, head: str = HEAD) -> None:
    """Review and approve it."""
    reviewed(office)
    (task,) = (one for one in office.tasks(case) if one.element_id == "PheDuyet")
    office.claim(head, task.id)
    office.complete(head, task.id, approval(office, effective_from))
    office.work()


def reviewed(office: Office) -> None:
    """The reviewer finds it fit."""
    task = office.task(REVIEWER, "Xem xét")
    office.claim(REVIEWER, task)
    office.complete(REVIEWER, task, {"ket_luan_xem_xet": "dat"})
    office.work()


def approval(office: Office, effective_from: date) -> dict[str, str]:
    """What the head fills in."""
    return {
        "quyet_dinh_ban_hanh": "duyet",
        "so_quyet_dinh": "125/QĐ-VP",
        "ngay_quyet_dinh": day_text(office.today),
        "ngay_hieu_luc": day_text(effective_from),
    }


def row(office: Office, draft: UUID) -> ModelDraft:
    """The draft as it stands."""
    with office.system.store.reading() as session:
        return session.get_one(ModelDraft, draft)


def versions(office: Office) -> list[ModelVersion]:
    """What was published of it."""
    with office.system.store.reading() as session:
        return list(
            session.scalars(
                select(ModelVersion).where(ModelVersion.key == KEY).order_by(ModelVersion.version)
            )
        )
