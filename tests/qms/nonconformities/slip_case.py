"""One case of P08 and the officers who walk it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from sqlalchemy import select

import bpmn
from engine.commands.store_file import StoreFile, store_file
from engine.domain.forms import AttachedFile
from engine.domain.states import TaskState
from engine.domain.values import Value
from engine.queries.task import task_view
from engine.store.tables import Incident, Job
from qms.demo_office.loading import person_id
from qms.nonconformities.opening import ProposeSlip, propose_slip
from qms.nonconformities.tables import CorrectiveAction, Nonconformity
from tests.office import Office
from workers import work

P08 = Path(bpmn.__file__).parent / "qms" / "p08_hanh_dong_khac_phuc"
CAUSE = (
    "Quy trình không có bước đối chiếu thành phần hồ sơ trước khi trình ký nên thiếu sót không bị phát hiện."
)
PROPOSAL = {
    "nguon": "tu_phat_hien",
    "ngay_phat_hien": "20/11/2026",
    "mo_ta": "Ba hồ sơ cấp phép trả muộn hai ngày làm việc.",
    "yeu_cau": "ISO 9001:2015, 8.5.1",
    "bang_chung": "Hồ sơ HS-011, HS-012, HS-019.",
    "muc_do": "nhe",
    "anh_huong_dan": "co",
}


class SlipCase:
    """A case of P08; `by` proposes it."""

    def __init__(self, office: Office, *, by: str = "quangvinh") -> None:
        self.office = office
        self.by = by
        start = ProposeSlip(viewer=office.viewer(by), origin="test")
        self.id = propose_slip(office.system.store, office.system.surroundings, start, office.now)
        work.run_processes(office.system, office.now)

    def row(self) -> Nonconformity:
        with self.office.system.store.reading() as session:
            return session.scalars(select(Nonconformity).where(Nonconformity.case_id == self.id)).one()

    def actions(self) -> list[CorrectiveAction]:
        with self.office.system.store.reading() as session:
            return list(session.scalars(select(CorrectiveAction).order_by(CorrectiveAction.position)))

    def open(self) -> list[str]:
        live = (TaskState.OPEN, TaskState.CLAIMED)
        return [task.element_id for task in self.office.tasks(self.id) if task.state in live]

    def do(self, username: str, element: str, **values: str | Sequence[str]) -> None:
        """Complete the open step of that element."""
        live = (TaskState.OPEN, TaskState.CLAIMED)
        task = next(
            one for one in self.office.tasks(self.id) if one.element_id == element and one.state in live
        )
        files = {"minh_chung": [self._proof(username, task.id)]} if element == "ThucHien" else {}
        self.office.complete(username, task.id, values, files)
        self.calm()

    def _proof(self, username: str, task: UUID) -> AttachedFile:
        content = b"%PDF-1.7 buoc 3a"
        stored = StoreFile(
            viewer=self.office.viewer(username),
            name="buoc-3a.pdf",
            media_type="application/pdf",
            content=content,
            task=task,
        )
        around = self.office.system.surroundings
        key = store_file(self.office.system.store, around, stored, self.office.now)
        return AttachedFile(id=str(key), name="buoc-3a.pdf", size=len(content), media_type="application/pdf")

    def calm(self) -> None:
        """Nothing went wrong behind it."""
        with self.office.system.store.reading() as session:
            assert session.scalars(select(Job.last_error).where(Job.instance_id == self.id)).all() == []
            assert [(one.element_id, one.id) for one in session.scalars(select(Incident))] == []

    def choice(self, element: str, variable: str, words: str) -> str:
        """The value of the choice whose words begin so."""
        options = self._case(element)[variable]
        assert isinstance(options, list)
        return next(
            str(one["value"])
            for one in options
            if isinstance(one, dict) and str(one["label"]).startswith(words)
        )

    def told(self, element: str, variable: str) -> str:
        """What the page of the open step shows."""
        return str(self._case(element)[variable])

    def _case(self, element: str) -> Mapping[str, Value]:
        live = (TaskState.OPEN, TaskState.CLAIMED)
        task = next(
            one for one in self.office.tasks(self.id) if one.element_id == element and one.state in live
        )
        viewer = self.office.viewer("thuky")
        with self.office.system.store.reading() as session:
            return task_view(session, self.office.system.surroundings, viewer, task.id).case

    def propose(self, **changed: str) -> None:
        unit = self.choice("DeXuat", "ds_don_vi", "Phòng Kinh tế")
        self.do(self.by, "DeXuat", **{**PROPOSAL, "don_vi": unit, **changed})

    def correct(self, by: str = "giabao") -> None:
        self.do(
            by, "KhacPhucNgay", da_khac_phuc="khong_the", noi_dung_khac_phuc="Đã xin lỗi ba người nộp hồ sơ."
        )

    def analysis(self, **changed: str) -> dict[str, str]:
        due = self.office.today + timedelta(days=10)
        return {
            "phuong_phap": "5_tai_sao",
            "phan_tich": "Hồ sơ trả muộn vì phải bổ sung sau khi trình; bổ sung vì không ai đối chiếu trước.",
            "ma_nguyen_nhan": "tai_lieu",
            "nguyen_nhan_goc": CAUSE,
            "noi_tuong_tu": "Đã xem Phòng Nội chính, không có.",
            "hanh_dong_de_xuat": "1",
            "hanh_dong_de_xuat__1__viec": "Thêm bước đối chiếu vào quy trình cấp phép.",
            "hanh_dong_de_xuat__1__nguoi": str(person_id("chihoa")),
            "hanh_dong_de_xuat__1__han": due.isoformat(),
            "can_doi_rui_ro": "khong",
            "can_sua_tai_lieu": "khong",
            **changed,
        }

    def analyse(self, by: str = "camtien", **changed: str) -> None:
        self.do(by, "PhanTich", **self.analysis(**changed))

    def approve(self, by: str = "truongkt", element: str = "PheDuyetNhe", verifier: str = "thuky") -> None:
        self.do(by, element, quyet_dinh="duyet", nguoi_xac_minh=str(person_id(verifier)))

    def carry_out(self, by: str = "chihoa") -> None:
        self.do(
            by,
            "ThucHien",
            ket_qua_thuc_hien="Đã thêm bước 3a, mọi người đã đọc.",
            ngay_thuc_hien=self.office.today.isoformat(),
        )

    def verify(self, by: str = "thuky", element: str = "XacMinh", result: str = "dat") -> None:
        self.do(
            by,
            element,
            ket_qua_xac_minh=result,
            nhan_xet_xac_minh="Xem 12 hồ sơ tháng này, không hồ sơ nào phải bổ sung sau trình ký.",
            ngay_xac_minh=self.office.today.isoformat(),
        )

    def to_verification(self, **proposal: str) -> None:
        """As far as all actions are done."""
        self.propose(**proposal)
        self.correct()
        self.analyse()
        self.approve()
        self.carry_out()
