"""An office whose documents are controlled: its list, and a change of a document walked by the officers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from uuid import UUID

from sqlalchemy import select

import bpmn
from engine.commands.start_process import StartProcess, start_process
from engine.commands.store_file import StoreFile, store_file
from engine.domain.assignment import Actor
from engine.domain.forms import AttachedFile
from engine.domain.states import TaskState
from engine.store.tables import Job, ModelVersion, ProcessInstance
from qms.catalogue.shipped import shared_models
from qms.controlled_documents.operators import MODEL_KEY
from qms.controlled_documents.queries import DocumentDetail, VersionLine, document_detail
from qms.controlled_documents.recording import DocumentEntry, RecordDocuments, record_documents
from qms.controlled_documents.requesting import RequestChange, request_change
from qms.controlled_documents.rules import Reason, RequestKind
from qms.demo_office.loading import agency_id, person_id, unit_id
from tests.engine.cases import incidents
from tests.office import Office

AGENCY = "VP-UBND-TN"
ROOM = unit_id(AGENCY, "P-KT")
QMS = Path(bpmn.__file__).parent / "qms"
CODE = "QT-05"
PDF = b"%PDF-1.7\n%%EOF\n"


def deploy(office: Office) -> None:
    """The processes of controlled documents, with what they call."""
    for key in ("CHUNG_TRINH_KY", "CHUNG_PHO_BIEN"):
        office.deploy(shared_models()[key])
    office.deploy(QMS / "p05_kiem_soat_tai_lieu")
    office.deploy(QMS / "p05_ra_soat_tai_lieu")


def entry(code: str = CODE, name: str = "Cập nhật VBQPPL – Đất đai", **other: object) -> DocumentEntry:
    """A document of the room for economics, in force since 01/03/2026."""
    values: dict[str, object] = {
        "code": code,
        "name": name,
        "kind": "quy_trinh",
        "unit": ROOM,
        "label": "01",
        "effective_on": date(2026, 3, 1),
        "decision_number": "15/QĐ-VP",
        "decided_on": date(2026, 2, 20),
    }
    return DocumentEntry(**(values | other))  # type: ignore[arg-type]


def record(office: Office, *entries: DocumentEntry, by: str = "thuky") -> tuple[UUID, ...]:
    """Take the documents over into the list."""
    command = RecordDocuments(viewer=office.viewer(by), origin="test", entries=entries or (entry(),))
    return record_documents(office.system.store, command, office.now)


class Change:
    """One change of a document."""

    def __init__(self, office: Office, case: UUID) -> None:
        self.office, self.id = office, case

    def do(
        self,
        username: str,
        step: str,
        values: Mapping[str, str | Sequence[str]],
        files: Mapping[str, Sequence[AttachedFile]] | None = None,
    ) -> None:
        """An officer completes the step of this case; nothing stops behind it."""
        (task,) = (
            row.id for row in self.office.inbox(username) if row.name == step and row.instance == self.id
        )
        self.office.complete(username, task, values, files)
        with self.office.system.store.reading() as session:
            errors = session.scalars(select(Job.last_error).where(Job.instance_id == self.id)).all()
        assert not [error for error in errors if error]
        assert incidents(self.office, self.id) == []

    def open(self) -> list[str]:
        """The names of the open tasks."""
        live = (TaskState.OPEN, TaskState.CLAIMED)
        return [task.name for task in self.office.tasks(self.id) if task.state in live]

    def triage(self, document: UUID, *, label: str = "02", kind: str = "sua_doi") -> None:
        """The secretary gives it to the room for economics."""
        more = {} if kind == "bai_bo" else {"lan_ban_hanh": label}
        self.do(
            "thuky",
            "Xem xét yêu cầu, giao chủ trì",
            {
                "ket_luan_phan_loai": "thuc_hien",
                "loai_yeu_cau": kind,
                "tai_lieu": str(document),
                "ly_do": "kph",
                "mo_ta": "Bổ sung bước kiểm tra biểu mẫu.",
                "don_vi_chu_tri": str(ROOM),
                **more,
            },
        )

    def draft(self, effective_on: date, *, file: bool = True, **more: str | list[str]) -> None:
        """An officer of the room drafts."""
        task = self.office.task("camtien", "Soạn dự thảo tài liệu")
        files: dict[str, Sequence[AttachedFile]] = {}
        if file:
            command = StoreFile(
                viewer=self.office.viewer("camtien"),
                name="QT-05.pdf",
                media_type="application/pdf",
                content=PDF,
                task=task,
            )
            stored = store_file(
                self.office.system.store, self.office.system.surroundings, command, self.office.now
            )
            attached = AttachedFile(
                id=str(stored), name="QT-05.pdf", size=len(PDF), media_type="application/pdf"
            )
            files = {"tep_du_thao": (attached,)}
        values: dict[str, str | list[str]] = {
            "viec_soan": "trinh",
            "tom_tat": "Bổ sung bước kiểm tra biểu mẫu trước khi dùng.",
            "ngay_hieu_luc": effective_on.isoformat(),
            "don_vi_ap_dung": [str(ROOM)],
            "doi_pham_vi": "khong",
            **more,
        }
        self.do("camtien", "Soạn dự thảo tài liệu", values, files)

    def review(self) -> None:
        """The head of the steering committee accepts it."""
        self.do("truongbcd", "Xem xét dự thảo", {"ket_luan_xem_xet": "dat"})

    def sign(self) -> None:
        """Checked, signed, sealed and issued."""
        self.do("truongkt", "Kiểm tra nội dung", {"ket_qua_noi_dung": "dat"})
        self.do("vanthu", "Kiểm tra thể thức", {"ket_qua_the_thuc": "dat"})
        self.do("chanhvp", "Ký văn bản", {"quyet_dinh_ky": "ky", "cach_ky": "tai_khoan"})
        self.do("vanthu", "Đóng dấu, phát hành", {"da_dong_dau": "true"})


def requested(
    office: Office, document: UUID, *, kind: RequestKind = RequestKind.CHANGE, by: str = "giabao"
) -> Change:
    """A change asked for from the page of the document."""
    command = RequestChange(
        viewer=office.viewer(by),
        origin="test",
        document=document,
        kind=kind,
        reason=Reason.NONCONFORMITY,
        part="Mục 5.2",
        description="Bổ sung bước kiểm tra biểu mẫu.",
    )
    done = request_change(office.system.store, office.system.surroundings, command, office.now)
    office.work()
    return Change(office, done.instance)


def begun(office: Office, by: str = "giabao") -> Change:
    """A change begun with an empty slip."""
    command = StartProcess(
        key=MODEL_KEY,
        agency=agency_id(AGENCY),
        series="P05",
        variables={},
        actor=Actor(person=person_id(by), origin="test"),
    )
    started = start_process(office.system.store, office.system.surroundings, command, office.now)
    office.work()
    return Change(office, started.instance)


def detail(office: Office, document: UUID) -> DocumentDetail:
    """The document as its page shows it."""
    with office.system.store.reading() as session:
        return document_detail(session, office.viewer("thuky"), document)


def version(office: Office, document: UUID, label: str) -> VersionLine:
    """One of its versions."""
    return next(one for one in detail(office, document).versions if one.label == label)


def cases_of(office: Office, model: str) -> list[ProcessInstance]:
    """The cases of a model, the oldest first."""
    with office.system.store.reading() as session:
        return list(
            session.scalars(
                select(ProcessInstance)
                .join(ModelVersion, ModelVersion.id == ProcessInstance.model_version_id)
                .where(ModelVersion.key == model)
                .order_by(ProcessInstance.started_at)
            )
        )
