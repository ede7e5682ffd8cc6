"""One P06 case and the officers who walk it."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from engine.domain.states import TaskState
from engine.queries.task import TaskView, task_view
from engine.store.tables import Incident, Job
from qms.documents.procedure_queries import ProcedureLine, procedure_lines
from qms.documents.queries import RegisterLine, register_line
from qms.legal_updates.tables import LegalUpdate
from tests.engine.cases import incidents, jobs
from tests.office import Office, entry

EFFECTIVE = date(2026, 11, 30)
PERMIT, EXTENSION = "1.013225", "1.013227"


class Case:
    """One case and the officers who work on it."""

    def __init__(self, office: Office, effective_on: date = EFFECTIVE) -> None:
        self.office = office
        self.id = office.register(
            entry("301/2026/NĐ-CP", effective_on=effective_on, signed_on=date(2026, 10, 20),
                  replaces="217/2026/NĐ-CP")
        )  # fmt: skip

    def do(self, username: str, name: str, **values: str | list[str]) -> None:
        """Complete the officer's task of that name, the first if there are several."""
        task = next(row.id for row in self.office.inbox(username) if row.name == name)
        self.office.complete(username, task, values)
        with self.office.system.store.reading() as session:
            assert session.scalars(select(Job.last_error).where(Job.instance_id == self.id)).all() == []
            assert session.scalars(select(Incident)).all() == []

    def screen(self, answer: str, **more: str) -> None:
        self.do("thuky", "Sàng lọc văn bản", ket_luan_sang_loc=answer, **more)

    def choose(self, *codes: str) -> None:
        """Confirm exactly these procedures."""
        options = self.view("thuky", "Xác nhận danh mục thủ tục").case["de_xuat_thu_tuc"]
        assert isinstance(options, list)
        chosen = [
            str(option["value"])
            for option in options
            if isinstance(option, dict) and str(option["label"]).startswith(codes)
        ]
        self.do("thuky", "Xác nhận danh mục thủ tục", thu_tuc_chon=chosen)

    def assess(self, plan: str, username: str = "camtien") -> None:
        faces = {} if plan == "khong_doi" else {"mat_anh_huong": ["thoi_han"]}
        self.do(
            username, "Đánh giá tác động", phuong_an=plan, noi_dung_tac_dong="Thời hạn còn 5 ngày.", **faces
        )

    def draft(self, label: str, username: str = "camtien", effective_on: date = EFFECTIVE) -> None:
        self.do(
            username,
            "Soạn thảo thay đổi",
            **({"so_phien_ban_moi": label} if label else {}),
            ngay_hieu_luc_moi=effective_on.isoformat(),
            tom_tat_thay_doi="Rút thời hạn còn 5 ngày.",
        )

    def approve(self, number: str = "125/QĐ-VP", username: str = "chanhvp", **changed: str) -> None:
        self.do(
            username,
            "Phê duyệt thay đổi",
            **{
                "quyet_dinh_phe_duyet": "duyet",
                "so_quyet_dinh": number,
                "ngay_quyet_dinh": self.office.today.isoformat(),
                **changed,
            },
        )

    def view(self, username: str, name: str) -> TaskView:
        task = next(row.id for row in self.office.inbox(username) if row.name == name)
        viewer = self.office.viewer(username)
        with self.office.system.store.reading() as session:
            return task_view(session, self.office.system.surroundings, viewer, task)

    def open(self) -> list[str]:
        """The names of the open tasks."""
        live = (TaskState.OPEN, TaskState.CLAIMED)
        return [task.name for task in self.office.tasks(self.id) if task.state in live]

    def line(self) -> RegisterLine:
        """What the register says of the document."""
        viewer = self.office.viewer("thuky")
        with self.office.system.store.reading() as session:
            document = session.get_one(LegalUpdate, self.id).legal_document_id
            return register_line(session, viewer, document)

    def procedure(self, code: str) -> ProcedureLine:
        viewer = self.office.viewer("thuky")
        with self.office.system.store.reading() as session:
            return next(one for one in procedure_lines(session, viewer) if one.code == code)

    def assert_closed(self, conclusion: str) -> None:
        assert self.office.instance(self.id).state == "completed"
        (case,) = self.line().cases
        assert (case.state, case.conclusion, case.closed_on) == ("completed", conclusion, self.office.today)
        assert (jobs(self.office, self.id), incidents(self.office, self.id)) == ([], [])
