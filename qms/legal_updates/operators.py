"""The service tasks of P06: propose procedures, record changes, mark lateness, close the case."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final, cast
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from engine.domain.errors import Invalid
from engine.domain.identifiers import derived_id
from engine.domain.local_time import local_day
from engine.domain.text import fold
from engine.domain.values import Value
from engine.execution.notices import notify
from engine.execution.number_series import next_number
from engine.execution.versions_in_force import version_in_force
from engine.ports import Calendars, DeclaredOperator, Directory, OperatorCall, Parameter, ServiceOperator
from engine.store.tables import ProcessInstance
from qms.controlled_documents.operators import MODEL_KEY as P05
from qms.controlled_documents.tables import ControlledDocument, ControlledVersion
from qms.controlled_documents.usable import Use, usable
from qms.documents.procedures import NewVersion, ProcedureInForce, procedures_in_force, write_version
from qms.documents.rules import number_key, numbers_of
from qms.documents.tables import LegalDocument, Procedure
from qms.legal_updates.milestones import READING_WORKING_DAYS, reading_until
from qms.legal_updates.reader_words import told_to_readers
from qms.legal_updates.readings import close_readings, give_to_read
from qms.legal_updates.tables import LegalUpdate, LegalUpdateChange
from qms.nonconformities.tables import Nonconformity
from qms.organisation.directory import valid_on
from qms.organisation.roles import Role
from qms.organisation.tables import Person, RoleAssignment

CHANGED: Final = frozenset({"sua_doi", "thay_the", "bai_bo"})
SOURCE_OVERDUE: Final = "quá hạn cập nhật VBQPPL"


_CHANGE: Final = (
    "vbqppl:text?",
    "thu_tuc:record",
    "phuong_an:text",
    "so_phien_ban_moi:text",
    "ngay_hieu_luc_moi:date",
    "tom_tat_thay_doi:text?",
    "du_thao:file?",
    "so_quyet_dinh:text?",
    "ngay_quyet_dinh:date?",
    "qua_p05:bool?",
)


class LegalUpdateOperators:
    """The operators by the names that the model uses."""

    def __init__(self, calendars: Calendars, directory: Directory) -> None:
        self._calendars = calendars
        self._directory = directory

    def by_name(self) -> Mapping[str, ServiceOperator]:
        """What to register with the engine."""
        return {
            "legal_update.propose_procedures": DeclaredOperator(
                work=self.propose_procedures,
                parameters=_takes("vbqppl:text", "so_ky_hieu:text?", "linh_vuc:text?"),
                variables={"de_xuat_thu_tuc": "list", "thu_tuc_de_xuat": "list"},
            ),
            "legal_update.take_procedures": DeclaredOperator(
                work=self.take_procedures,
                parameters=_takes("vbqppl:text?", "thu_tuc_chon:list"),
                result="list",
            ),
            "legal_update.apply_change": DeclaredOperator(
                work=self.apply_change, parameters=_takes(*_CHANGE)
            ),
            "legal_update.summarise": DeclaredOperator(
                work=self.summarise,
                parameters=_takes("vbqppl:text?", "ket_qua_thu_tuc:list"),
                variables={
                    "thu_tuc_thay_doi": "list",
                    "noi_dung_thay_doi": "text",
                    "nguoi_pho_bien": "list",
                    "han_pho_bien": "date",
                },
            ),
            "legal_update.set_reading_period": DeclaredOperator(
                work=self.set_reading_period,
                parameters=_takes("han_muc_tieu:date?"),
                variables={"han_pho_bien": "date"},
            ),
            "legal_update.list_unread": DeclaredOperator(
                work=self.list_unread,
                parameters=_takes("nguoi_pho_bien:list", "nguoi_da_doc:list"),
                variables={"nguoi_chua_doc": "list"},
            ),
            "legal_update.overdue": DeclaredOperator(
                work=self.overdue,
                parameters=_takes(
                    "vbqppl:text?", "so_ky_hieu:text", "ngay_hieu_luc:date?", "han_phap_ly:date?"
                ),
                variables={"phieu_kph": "text", "ngay_qua_han": "date"},
            ),
            "legal_update.close": DeclaredOperator(
                work=self.close,
                parameters=_takes(
                    "vbqppl:text?",
                    "ket_luan_sang_loc:text",
                    "thu_tuc_thay_doi:list",
                    "ap_dung_chuyen_tiep:text?",
                ),
                variables={"ngay_hoan_thanh": "date", "thu_tuc_pham_vi": "list"},
            ),
        }

    def propose_procedures(self, call: OperatorCall) -> Value:
        """All procedures as choices, those that cite the document (or what it replaces or amends) first."""
        session = cast("Session", call.session)
        document = session.get_one(LegalDocument, UUID(str(call.variables["vbqppl"])))
        numbers = (document.number, *numbers_of(document.replaces), *numbers_of(document.amends))
        keys = frozenset(number_key(number) for number in numbers)
        found = procedures_in_force(session, call.agency, local_day(call.now), cited=keys)
        return {
            "de_xuat_thu_tuc": [_choice(procedure) for procedure in found],
            "thu_tuc_de_xuat": [str(procedure.id) for procedure in found if procedure.cited],
        }

    def take_procedures(self, call: OperatorCall) -> Value:
        """The chosen procedures as records, in the order of the list.

        A record holds {id, ma, ten, don_vi, phien_ban, cac_phien_ban}: the version in force and all ever; and
        {tai_lieu, ma_yeu_cau}: the controlled document that it is, whose change P05 makes, and the number of
        this case's request to it. None where it is no controlled document, or no P05 is published.
        """
        session = cast("Session", call.session)
        chosen = call.variables.get("thu_tuc_chon")
        wanted = {str(item) for item in chosen} if isinstance(chosen, list) else set()
        found = procedures_in_force(session, call.agency, local_day(call.now), cited=frozenset())
        controlled = _controlled(session, call)
        return [
            {
                "id": str(procedure.id),
                "ma": procedure.code,
                "ten": procedure.name,
                "don_vi": str(procedure.unit),
                "phien_ban": procedure.version,
                "cac_phien_ban": list(procedure.labels),
                "tai_lieu": controlled.get(procedure.id),
                "ma_yeu_cau": str(derived_id("request to P05", call.instance, procedure.id)),
            }
            for procedure in found
            if str(procedure.id) in wanted
        ]

    def apply_change(self, call: OperatorCall) -> Value:
        """Write the approved version into the register of procedures, and old → new into the record."""
        session = cast("Session", call.session)
        given = call.parameters
        procedure = session.get_one(Procedure, UUID(_record(given["thu_tuc"])["id"]))
        action = str(given["phuong_an"])
        effective_on = given.get("ngay_hieu_luc_moi")
        if not isinstance(effective_on, date):
            raise ChangeWithoutDate(procedure.name)
        label = None if action == "bai_bo" else str(given["so_phien_ban_moi"])
        decided_on = given.get("ngay_quyet_dinh")
        change = NewVersion(
            procedure=procedure.id,
            label=label,
            effective_on=effective_on,
            summary=str(given.get("tom_tat_thay_doi") or ""),
            decision_number=str(given.get("so_quyet_dinh") or ""),
            decided_on=decided_on if isinstance(decided_on, date) else None,
            instance=call.instance,
        )
        if not _through_p05(given):
            write_version(session, change, call.now)
        _record_change(
            session,
            call,
            procedure=procedure.id,
            action=action,
            old_label=_record(given["thu_tuc"])["phien_ban"],
            new_label=label,
            effective_on=effective_on,
            decision_number=change.decision_number,
            decided_on=change.decided_on,
        )
        return None

    def summarise(self, call: OperatorCall) -> Value:
        """Which procedures changed, who has to read of it, and until when by the models before version 2.

        Everyone who holds a role in a unit that owns a changed procedure is in scope (ISO 9001:2015, 7.3).
        """
        session = cast("Session", call.session)
        results = call.parameters["ket_qua_thu_tuc"]
        records = (
            [record for record in results if isinstance(record, dict)] if isinstance(results, list) else []
        )
        changed = [record for record in records if record.get("phuong_an") in CHANGED]
        for record in records:
            if record.get("phuong_an") == "khong_doi":
                _record_unchanged(session, call, record)
        units = {UUID(str(record["don_vi"])) for record in changed}
        readers = session.execute(
            select(Person.id, Person.full_name, Person.sort_key)
            .distinct()
            .join(RoleAssignment, RoleAssignment.person_id == Person.id)
            .where(valid_on(local_day(call.now)), RoleAssignment.unit_id.in_(units), Person.active)
            .order_by(Person.sort_key, Person.id)
        )
        calendar = self._calendars.calendar_of(call.agency)
        return {
            "thu_tuc_thay_doi": cast("Value", changed),
            "noi_dung_thay_doi": "\n".join(told_to_readers(record) for record in changed),
            "nguoi_pho_bien": [{"id": str(row.id), "ten": row.full_name} for row in readers],
            "han_pho_bien": calendar.add_working_days(local_day(call.now), READING_WORKING_DAYS),
        }

    def set_reading_period(self, call: OperatorCall) -> Value:
        """Until when is read, now that the transition is settled and reading begins."""
        target = call.parameters.get("han_muc_tieu")
        calendar = self._calendars.calendar_of(call.agency)
        until = reading_until(local_day(call.now), target if isinstance(target, date) else None, calendar)
        give_to_read(call, until)
        return {"han_pho_bien": until}

    def list_unread(self, call: OperatorCall) -> Value:
        """Those who did not confirm in time, as choices of a form."""
        readers = call.parameters.get("nguoi_pho_bien")
        confirmed = call.parameters.get("nguoi_da_doc")
        read = {str(person) for person in confirmed if person} if isinstance(confirmed, list) else set()
        people = [_record(person) for person in readers] if isinstance(readers, list) else []
        return {
            "nguoi_chua_doc": [
                {"value": person["id"], "label": person["ten"]}
                for person in people
                if person["id"] not in read
            ]
        }

    def overdue(self, call: OperatorCall) -> Value:
        """The three months are over: mark the case, open a nonconformity, tell the head (DOMAIN P06, m5)."""
        session = cast("Session", call.session)
        instance = session.get_one(ProcessInstance, call.instance)
        instance.overdue_at = call.now
        number = str(call.parameters["so_ky_hieu"])
        code = _open_nonconformity(session, call, number)
        day = local_day(call.now)
        heads = self._directory.holders(session, call.agency, Role.AGENCY_HEAD, None, day)
        notify(session, instance, heads, kind="M06", now=call.now, data={"nonconformity": code})
        return {"phieu_kph": code, "ngay_qua_han": day}

    def close(self, call: OperatorCall) -> Value:
        """Close the line in the update register with its conclusion and day."""
        session = cast("Session", call.session)
        update = session.get_one(LegalUpdate, call.instance)
        changed = call.parameters.get("thu_tuc_thay_doi")
        if call.parameters.get("ket_luan_sang_loc") == "khong":
            update.conclusion = "khong_anh_huong"
        else:
            update.conclusion = "da_cap_nhat" if changed else "khong_doi"
        update.closed_on = local_day(call.now)
        close_readings(call)
        withdrawn = [
            str(record["ma"])
            for record in (changed if isinstance(changed, list) else [])
            if isinstance(record, dict) and record.get("phuong_an") == "bai_bo"
        ]
        return {"ngay_hoan_thanh": update.closed_on, "thu_tuc_pham_vi": cast("Value", withdrawn)}


class ChangeWithoutDate(Invalid):
    """A change was approved without the day from which it holds."""

    def __init__(self, procedure: str) -> None:
        super().__init__(
            vi=f"Thay đổi của “{procedure}” chưa có ngày hiệu lực.",
            en=f"The change of “{procedure}” has no effective date.",
        )


def _takes(*described: str) -> Mapping[str, Parameter]:
    """Parameters written as name:type, with ? where the operator does without."""
    pairs = (each.removesuffix("?").split(":") for each in described)
    return {
        name: Parameter(type=kind, required=not text.endswith("?"))
        for (name, kind), text in zip(pairs, described, strict=True)
    }


def _choice(procedure: ProcedureInForce) -> Value:
    cited = f" – có viện dẫn {', '.join(procedure.cited)}" if procedure.cited else ""
    return {"value": str(procedure.id), "label": f"{procedure.code} {procedure.name}{cited}"}


def _record(value: Value) -> dict[str, str]:
    return {key: str(item) for key, item in value.items()} if isinstance(value, dict) else {}


def _controlled(session: Session, call: OperatorCall) -> dict[UUID, str]:
    """Of the procedures that are controlled documents in force: the document of each."""
    if version_in_force(session, P05, call.agency, local_day(call.now)) is None:
        return {}
    rows = session.execute(
        select(ControlledDocument.procedure_id, ControlledDocument.id)
        .join(ControlledVersion, ControlledVersion.document_id == ControlledDocument.id)
        .where(ControlledDocument.agency_id == call.agency, usable(Use.WORK))
        .order_by(ControlledDocument.code.desc())
    )
    return {row.procedure_id: str(row.id) for row in rows if row.procedure_id is not None}


def _through_p05(given: Mapping[str, Value]) -> bool:
    """Whether P05 made the change, and with it wrote the version.

    Cases that began before the model said so do not say; there P05 made it wherever it was asked.
    """
    said, procedure = given.get("qua_p05"), given["thu_tuc"]
    if isinstance(said, bool):
        return said
    return isinstance(procedure, dict) and bool(procedure.get("tai_lieu"))


def _record_unchanged(session: Session, call: OperatorCall, record: Mapping[str, Value]) -> None:
    procedure = session.scalars(
        select(Procedure).where(Procedure.agency_id == call.agency, Procedure.code == str(record["ma"]))
    ).one()
    label = str(record.get("phien_ban_cu") or "")
    _record_change(
        session, call, procedure=procedure.id, action="khong_doi", old_label=label, new_label=label
    )


def _record_change(
    session: Session,
    call: OperatorCall,
    *,
    procedure: UUID,
    action: str,
    old_label: str,
    new_label: str | None,
    effective_on: date | None = None,
    decision_number: str = "",
    decided_on: date | None = None,
) -> None:
    session.execute(
        insert(LegalUpdateChange)
        .values(
            instance_id=call.instance,
            procedure_id=procedure,
            action=action,
            old_label=old_label,
            new_label=new_label,
            effective_on=effective_on,
            decision_number=decision_number,
            decided_on=decided_on,
            recorded_at=call.now,
        )
        .on_conflict_do_nothing()
    )


def _open_nonconformity(session: Session, call: OperatorCall, number: str) -> str:
    day = local_day(call.now)
    key = derived_id("nonconformity", call.instance, SOURCE_OVERDUE)
    known = session.get(Nonconformity, key)
    if known is not None:
        return known.code
    code = f"KPH-{day.year}-{next_number(session, call.agency, 'KPH', day.year):03d}"
    description = f"Quá thời hạn 03 tháng cập nhật văn bản {number} vào hệ thống quản lý chất lượng."
    session.add(
        Nonconformity(
            id=key,
            agency_id=call.agency,
            code=code,
            source=SOURCE_OVERDUE,
            description=description,
            requirement="Quyết định 19/2014/QĐ-TTg, Điều 4 khoản 4 điểm a",
            state="de_xuat",
            instance_id=call.instance,
            found_on=day,
            recorded_at=call.now,
            search_text=fold(f"{code} {SOURCE_OVERDUE} {description}"),
        )
    )
    return code
