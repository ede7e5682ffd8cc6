"""An office that drafts, signs and issues a document, step by step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from engine.commands.start_process import StartProcess, start_process
from engine.commands.store_file import StoreFile, store_file
from engine.domain.assignment import Actor
from engine.domain.forms import AttachedFile
from engine.domain.values import Value
from qms.catalogue.shipped import shared_models
from qms.demo_office.loading import agency_id, person_id, unit_id
from qms.outgoing.tables import DocumentNumber, DocumentSignature, OutgoingDocument
from tests.office import Office

AGENCY = "VP-UBND-TN"
ROOM = unit_id(AGENCY, "P-KT")
SUBMITTED = {"viec_soan": "trinh"}


@dataclass
class Issuing:
    """One document on its way."""

    office: Office
    case: UUID

    def do(
        self,
        username: str,
        step: str,
        values: Mapping[str, str],
        files: Mapping[str, tuple[AttachedFile, ...]] | None = None,
    ) -> None:
        """An officer completes the step of this case."""
        (task,) = (
            row.id for row in self.office.inbox(username) if row.name == step and row.instance == self.case
        )
        self.office.complete(username, task, values, files)

    def upload(self, username: str, step: str, name: str, content: bytes) -> tuple[AttachedFile, ...]:
        """A file stored at a step."""
        task = self.office.task(username, step)
        command = StoreFile(
            viewer=self.office.viewer(username),
            name=name,
            media_type="application/pdf",
            content=content,
            task=task,
        )
        stored = store_file(
            self.office.system.store, self.office.system.surroundings, command, self.office.now
        )
        return (AttachedFile(id=str(stored), name=name, size=len(content), media_type="application/pdf"),)

    def until_signature(self) -> None:
        """Checked by the head of the room and the registry clerk."""
        self.do("truongkt", "Kiểm tra nội dung", {"ket_qua_noi_dung": "dat"})
        self.do("vanthu", "Kiểm tra thể thức", {"ket_qua_the_thuc": "dat"})

    def signed(self, username: str = "chanhvp") -> None:
        """Signed by account."""
        self.do(username, "Ký văn bản", {"quyet_dinh_ky": "ky", "cach_ky": "tai_khoan"})

    def sealed(self) -> None:
        """Sealed and issued by the clerk."""
        self.do("vanthu", "Đóng dấu, phát hành", {"da_dong_dau": "true"})

    @property
    def document(self) -> OutgoingDocument:
        """Its row."""
        with self.office.system.store.reading() as session:
            return session.scalars(
                select(OutgoingDocument).where(OutgoingDocument.instance_id == self.case)
            ).one()

    @property
    def signatures(self) -> list[DocumentSignature]:
        """Its signatures, the earliest first."""
        with self.office.system.store.reading() as session:
            return list(
                session.scalars(
                    select(DocumentSignature)
                    .where(DocumentSignature.document_id == self.document.id)
                    .order_by(DocumentSignature.signed_at)
                )
            )


def begin(office: Office, **given: Value) -> Issuing:
    """A plan of the room for economics, drafted by one of its officers unless told otherwise."""
    office.deploy(shared_models()["CHUNG_TRINH_KY"])
    values: dict[str, Value] = {
        "loai_van_ban": "KH",
        "trich_yeu": "Duy trì, cải tiến hệ thống quản lý chất lượng năm 2026",
        "noi_dung": {"can_cu": ["Căn cứ Quyết định số 19/2014/QĐ-TTg"], "doan": ["Nội dung."]},
        "don_vi_soan": str(ROOM),
        "nguoi_soan": str(person_id("camtien")),
        "bo_qua_soan": True,
        **given,
    }
    started = start_process(
        office.system.store,
        office.system.surroundings,
        StartProcess(
            key="CHUNG_TRINH_KY",
            agency=agency_id(AGENCY),
            series="VB",
            variables=values,
            actor=Actor(person=person_id("camtien"), origin="test"),
        ),
        office.now,
    )
    office.work()
    return Issuing(office=office, case=started.instance)


def numbers(office: Office) -> list[DocumentNumber]:
    """All numbers given, in order."""
    with office.system.store.reading() as session:
        return list(
            session.scalars(select(DocumentNumber).order_by(DocumentNumber.series, DocumentNumber.number))
        )
