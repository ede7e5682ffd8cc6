"""A round of risks as the demo office plays it, step by step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy import select

import bpmn
from engine.commands.publish_message import PublishMessage, publish_message
from engine.domain.local_time import OFFICE_ZONE
from engine.domain.values import Value
from engine.runtime import RunningProcess
from engine.store.tables import ModelVersion, ProcessInstance, Task
from qms.demo_office.loading import agency_id, person_id
from qms.risks.rules import MODEL_KEY
from qms.risks.tables import Risk, RiskAction
from tests.office import Office

QMS = Path(bpmn.__file__).parent / "qms"
AGENCY = "VP-UBND-TN"
TREATING = "P03_XU_LY_RUI_RO"
YEAR = 2027
OWNER = "camtien"
Row = Mapping[str, str]


@dataclass
class RiskCase:
    """One case of P03 under way."""

    office: Office
    id: UUID

    def risks(self) -> list[Risk]:
        """Its lines in the register, by code."""
        with self.office.system.store.reading() as session:
            return list(session.scalars(select(Risk).where(Risk.instance_id == self.id).order_by(Risk.code)))

    def actions(self) -> list[RiskAction]:
        """What was to be done, by date."""
        with self.office.system.store.reading() as session:
            asked = (
                select(RiskAction)
                .join(Risk, Risk.id == RiskAction.risk_id)
                .where(Risk.instance_id == self.id)
                .order_by(RiskAction.due_on, RiskAction.what)
            )
            return list(session.scalars(asked))

    def do(self, username: str, element: str, values: Mapping[str, str | Sequence[str]]) -> None:
        """The officer does the task of that element that is in the own inbox."""
        self.office.complete(username, self.open_task(username, element), values)
        self.office.work()

    def open_task(self, username: str, element: str) -> UUID:
        """The task of that element in the officer's inbox."""
        offered = {row.id for row in self.office.inbox(username)}
        with self.office.system.store.reading() as session:
            tasks = session.scalars(
                select(Task.id).where(
                    Task.instance_id == self.id,
                    Task.element_id.in_((element, f"{TREATING}/{element}")),
                    Task.state.in_(("open", "claimed")),
                )
            )
            (found,) = offered.intersection(tasks)
        return found

    def waiting(self) -> list[str]:
        """The elements of the tasks that wait."""
        with self.office.system.store.reading() as session:
            asked = select(Task.element_id).where(
                Task.instance_id == self.id, Task.state.in_(("open", "claimed"))
            )
            return sorted(session.scalars(asked))

    def variables(self) -> Mapping[str, Value]:
        """What the case knows."""
        with self.office.system.store.reading() as session:
            row = session.get_one(ProcessInstance, self.id)
            model = self.office.system.surroundings.models.compiled(session, row.model_version_id)
            return dict(RunningProcess.load(model, row.process_state, now=self.office.now).variables())

    def identify(self, username: str, *rows: Row) -> None:
        """A unit tells its risks."""
        self.do(username, "NhanDien", table("rui_ro", *rows))

    def past_identifying(self) -> None:
        """The days pass in which units answer."""
        self.office.pass_days(20)

    def plan(self, *rows: Row) -> None:
        """The head of the unit says what is done."""
        self.do("truongkt", "DeXuat", table("hanh_dong", *(rows or (self.action(),))))

    def action(self, **changed: str) -> dict[str, str]:
        """Something that somebody is to do within a month."""
        due_on = self.office.today.replace(day=28)
        return {
            "hd_noi_dung": "Bố trí thêm một người ở bàn tiếp nhận",
            "hd_nguoi": str(person_id(OWNER)),
            "hd_han": f"{due_on:%d/%m/%Y}",
            **changed,
        }

    def carry_out(self) -> None:
        """Who is to act has acted."""
        done = {
            "ngay_xong": f"{self.office.today:%d/%m/%Y}",
            "ket_qua_viec": "Đã bố trí một người từ đầu tháng.",
        }
        self.do(OWNER, "ThucHien", done)

    def judge(self, effect: str, likelihood: str = "2", severity: str = "4") -> None:
        """The secretary judges the one action."""
        last = self.actions()[-1]
        judged = {"dg_viec": str(last.id), "dg_hieu_luc": effect, "dg_ghi_chu": "Theo sổ ba tháng."}
        left = {"kha_nang_con": likelihood, "muc_do_con": severity}
        self.do("thuky", "DanhGia", {**table("danh_gia", judged), **left})

    def until(self, month: int, day: int, *, year: int = YEAR) -> None:
        """Let time pass until a morning."""
        self.office.pass_until(datetime(year, month, day, 8, 0, tzinfo=OFFICE_ZONE))


def begin(office: Office, *, year: int = YEAR) -> RiskCase:
    """The year asks for its risks."""
    office.deploy(QMS / "p03_rui_ro")
    command = PublishMessage(
        agency=agency_id(AGENCY),
        viewer=None,
        origin="test",
        name="P03_bat_dau",
        key=None,
        payload={"nam": year, "ma_viec_nam": None, "chu_de": None, "han_viec_nam": None},
    )
    publish_message(office.system.store, command, office.now)
    office.work()
    with office.system.store.reading() as session:
        case = session.scalars(
            select(ProcessInstance.id)
            .join(ModelVersion, ModelVersion.id == ProcessInstance.model_version_id)
            .where(ModelVersion.key == MODEL_KEY)
            .order_by(ProcessInstance.started_at.desc())
        ).first()
    assert case is not None
    return RiskCase(office=office, id=case)


def table(key: str, *rows: Row) -> dict[str, str]:
    """A repeating table as a page sends it."""
    cells = {f"{key}__{n}__{name}": text for n, row in enumerate(rows, start=1) for name, text in row.items()}
    return {key: str(len(rows)), **cells}


def risk(**changed: str) -> dict[str, str]:
    """A risk that has to be acted on."""
    return {
        "rr_loai": "rui_ro",
        "rr_qua_trinh": "Tiếp nhận hồ sơ",
        "rr_thu_tuc": "",
        "rr_mo_ta": "Trả kết quả trễ hạn",
        "rr_nguyen_nhan": "Thiếu người ở bàn tiếp nhận",
        "rr_hau_qua": "Người dân phải chờ",
        "rr_kha_nang": "4",
        "rr_muc_do": "4",
        "rr_kiem_soat": "Nhắc hạn mỗi sáng",
        **changed,
    }
