"""A year of objectives as the demo office plays it, step by step."""

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
from engine.store.tables import Message as Sent
from engine.store.tables import ModelVersion, ProcessInstance, Task
from qms.demo_office.loading import agency_id, person_id, unit_id
from qms.objectives.rules import MODEL_KEY
from qms.objectives.tables import Measurement, Objective
from qms.outgoing.tables import Dispatch
from tests.office import Office

QMS = Path(bpmn.__file__).parent / "qms"
AGENCY = "VP-UBND-TN"
YEAR = 2027
Row = Mapping[str, str]


@dataclass
class ObjectiveCase:
    """One case of P02 under way."""

    office: Office
    id: UUID

    def objectives(self) -> list[Objective]:
        """Its lines in the register, by code."""
        with self.office.system.store.reading() as session:
            asked = select(Objective).where(Objective.instance_id == self.id).order_by(Objective.code)
            return list(session.scalars(asked))

    def measurements(self) -> list[Measurement]:
        """All lines of measurement, by objective, period and ordinal."""
        with self.office.system.store.reading() as session:
            return list(
                session.scalars(
                    select(Measurement)
                    .join(Objective, Objective.id == Measurement.objective_id)
                    .where(Objective.instance_id == self.id)
                    .order_by(Objective.code, Measurement.period, Measurement.ordinal)
                )
            )

    def do(self, username: str, element: str, values: Mapping[str, str | Sequence[str]]) -> None:
        """The officer does the task of that element that is in the own inbox."""
        self.office.complete(username, self.open_task(username, element), values)

    def open_task(self, username: str, element: str) -> UUID:
        """The task of that element in the officer's inbox."""
        offered = {row.id for row in self.office.inbox(username)}
        with self.office.system.store.reading() as session:
            tasks = session.scalars(
                select(Task.id).where(
                    Task.instance_id == self.id,
                    Task.element_id.in_((element, f"CHUNG_TRINH_KY/{element}")),
                    Task.state.in_(("open", "claimed")),
                )
            )
            (found,) = offered.intersection(tasks)
        return found

    def waiting(self) -> list[str]:
        """The elements of the tasks that wait."""
        with self.office.system.store.reading() as session:
            return sorted(
                session.scalars(
                    select(Task.element_id).where(
                        Task.instance_id == self.id, Task.state.in_(("open", "claimed"))
                    )
                )
            )

    def variables(self) -> Mapping[str, Value]:
        """What the case knows."""
        with self.office.system.store.reading() as session:
            row = session.get_one(ProcessInstance, self.id)
            model = self.office.system.surroundings.models.compiled(session, row.model_version_id)
            return dict(RunningProcess.load(model, row.process_state, now=self.office.now).variables())

    def draft(self, *rows: Row) -> None:
        """The secretary hands in the agency's objectives."""
        self.do("thuky", "SoanMucTieu", table("muc_tieu", *rows))

    def register(self, username: str, *rows: Row) -> None:
        """A unit registers its own."""
        self.do(username, "DangKy", table("muc_tieu_don_vi", *rows))

    def past_registering(self) -> None:
        """The days pass in which units register."""
        self.office.pass_days(10)

    def issue(self) -> None:
        """The decision is signed and sent, and the Department confirms."""
        self.do("truongbcd", "KiemTraNoiDung", {"ket_qua_noi_dung": "dat"})
        self.do("vanthu", "KiemTraTheThuc", {"ket_qua_the_thuc": "dat"})
        self.do("chanhvp", "Ky", {"quyet_dinh_ky": "ky", "cach_ky": "tai_khoan"})
        self.do("vanthu", "PhatHanh", {"da_dong_dau": "true"})
        self.office.work()
        with self.office.system.store.reading() as session:
            sent = session.scalars(select(Dispatch.id).where(Dispatch.instance_id == self.id)).one()
        message(self.office, "So_xac_nhan", key=str(sent), payload={"tham_chieu": "đã nhận"})

    def until(self, month: int, day: int, *, year: int = YEAR) -> None:
        """Let time pass until a morning."""
        self.office.pass_until(datetime(year, month, day, 8, 0, tzinfo=OFFICE_ZONE))

    def enter(self, username: str, value: str, analysis: str = "Theo sổ của đơn vị.") -> None:
        """Who is asked enters the one value asked for."""
        case = self.open_task(username, "NhapKetQua")
        (row,) = [each for each in self.objectives() if not each.figure and each.state == "da_ban_hanh"]
        entered = {"do_muc_tieu": str(row.id), "do_gia_tri": value, "do_phan_tich": analysis}
        self.office.complete(username, case, table("ket_qua_do", entered))


def begin(office: Office, *, year: int = YEAR) -> ObjectiveCase:
    """The year asks for its objectives."""
    office.deploy(QMS / "p02_muc_tieu")
    message(office, "P02_bat_dau", payload={"nam": year, "ma_viec_nam": None, "chu_de": None})
    with office.system.store.reading() as session:
        case = session.scalars(
            select(ProcessInstance.id)
            .join(ModelVersion, ModelVersion.id == ProcessInstance.model_version_id)
            .where(ModelVersion.key == MODEL_KEY)
        ).one()
    return ObjectiveCase(office=office, id=case)


def message(office: Office, name: str, *, key: str | None = None, payload: Mapping[str, object]) -> None:
    """A message from outside, and a round of the worker."""
    command = PublishMessage(
        agency=agency_id(AGENCY),
        viewer=None,
        origin="test",
        name=name,
        key=key,
        payload=dict(payload),  # type: ignore[arg-type]
    )
    publish_message(office.system.store, command, office.now)
    office.work()


def sent_messages(office: Office, name: str) -> list[Sent]:
    """The messages of a name that were sent."""
    with office.system.store.reading() as session:
        return list(session.scalars(select(Sent).where(Sent.name == name)))


def table(key: str, *rows: Row) -> dict[str, str]:
    """A repeating table as a page sends it."""
    cells = {f"{key}__{n}__{name}": text for n, row in enumerate(rows, start=1) for name, text in row.items()}
    return {key: str(len(rows)), **cells}


def objective(**changed: str) -> dict[str, str]:
    """A measurable objective of the agency, entered by people."""
    return {
        "mt_noi_dung": "Trả kết quả hồ sơ trước hạn",
        "mt_chi_so": "Tỷ lệ hồ sơ trả trước hạn",
        "mt_nguon": "nhap_tay",
        "mt_don_vi_tinh": "%",
        "mt_chieu": ">=",
        "mt_chi_tieu": "80",
        "mt_thoi_han": f"31/12/{YEAR}",
        "mt_nguoi": str(person_id("camtien")),
        "mt_danh_gia": "theo_ky",
        **changed,
    }


def of_unit(parent: UUID, **changed: str) -> dict[str, str]:
    """A unit's objective that serves one of the agency's."""
    row = objective(mt_cha=str(parent), mt_noi_dung="Rút ngắn thời gian kiểm tra hồ sơ", **changed)
    del row["mt_nguon"], row["mt_nguoi"]
    return row


__all__ = ["YEAR", "ObjectiveCase", "begin", "objective", "of_unit", "sent_messages", "table", "unit_id"]
