"""Taking over an office's list of its own forms: each row a version with the fields that it asks for."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.forms.editing import slug
from engine.domain.text import fold
from engine.store.session import Store
from qms.designer.tables import FormTemplate
from qms.form_templates.acting import Keeping, of_owner, one_at_a_time, require_keeper
from qms.form_templates.adding import AddFormTemplate, checked_template, enter_template
from qms.form_templates.rules import form_key
from qms.lists.columns import CheckedList, ListColumn
from qms.lists.reading import RowReader, check_list

MOST_FIELDS: Final = 60
_LONGEST_LABEL: Final = 200
COLUMNS: Final = (
    ListColumn(
        key="code",
        heading="Mã biểu mẫu",
        spellings=("mã hiệu", "mã số", "mẫu số"),
        needed=True,
        coded=True,
        example="BM-01",
    ),
    ListColumn(
        key="name",
        heading="Tên biểu mẫu",
        spellings=("tên",),
        needed=True,
        example="Phiếu đề nghị cấp văn phòng phẩm",
    ),
    ListColumn(
        key="basis",
        heading="Căn cứ",
        spellings=("văn bản ban hành", "quyết định"),
        needed=True,
        example="QĐ 12/QĐ-VP ngày 05/01/2026",
    ),
    ListColumn(
        key="since",
        heading="Hiệu lực từ ngày",
        spellings=("ngày hiệu lực", "ngày ban hành"),
        needed=True,
        hint=(
            "dd/mm/yyyy; sau ngày của bản đang có trong sổ.",
            "dd/mm/yyyy; later than the version that the register has.",
        ),
        example="05/01/2026",
    ),
    ListColumn(
        key="fields",
        heading="Các mục phải ghi",
        spellings=("các mục", "nội dung"),
        hint=(
            "Tên từng mục, cách nhau bằng dấu chấm phẩy; bỏ trống thì biểu mẫu có một ô nội dung.",
            "The name of each field, parted by semicolons; left empty, the form has one field.",
        ),
        example="Họ và tên; Đơn vị; Nội dung đề nghị",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FormEntry:
    """A form of the list."""

    code: str
    name: str
    basis: str
    since: date
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportForms:
    """The good rows of a list of the viewer's agency."""

    viewer: Viewer
    origin: str
    entries: Sequence[FormEntry]


def check_forms(session: Session, viewer: Viewer, name: str, content: bytes) -> CheckedList[FormEntry]:
    """The rows as they would enter the register; raises SheetRefused for what is no such list."""
    newest: dict[str, date] = {}
    rows = select(FormTemplate).where(of_owner(viewer.agency), FormTemplate.withdrawn.is_(False))
    for row in session.scalars(rows):
        key = form_key(row.code)
        newest[key] = max(newest.get(key, row.valid_from), row.valid_from)
    return check_list(COLUMNS, name, content, lambda row: _entry(row, newest))


def import_forms(store: Store, command: ImportForms, now: datetime) -> int:
    """Enter all or none; how many. Raises NotAuthorised, TemplateVersionTaken and TemplateDayUnfit."""
    by = Keeping(viewer=command.viewer, origin=command.origin)
    with store.transaction() as session:
        require_keeper(session, by)
        one_at_a_time(session, by.owner)
        for entry in command.entries:
            version = AddFormTemplate(
                by=by,
                code=entry.code,
                name=entry.name,
                legal_basis=entry.basis,
                valid_from=entry.since,
                content=form_of(entry),
            )
            enter_template(session, checked_template(version), now)
            session.flush()
    return len(command.entries)


def form_of(entry: FormEntry) -> bytes:
    """A form with a line for each field of the list."""
    labels = entry.fields or ("Nội dung",)
    components: list[dict[str, Any]] = []
    taken: set[str] = set()
    for label in labels:
        key = slug(label)
        number = 1
        while key in taken:
            number += 1
            key = f"{slug(label)}_{number}"
        taken.add(key)
        kind = "textarea" if label == "Nội dung" else "textfield"
        components.append({"type": kind, "key": key, "label": label})
    form = {"type": "default", "id": slug(entry.code), "title": entry.name, "components": components}
    return json.dumps(form, ensure_ascii=False).encode()


def _entry(row: RowReader, newest: dict[str, date]) -> FormEntry | None:
    code, name, basis = row.text("code", most=100), row.text("name", most=300), row.text("basis", most=300)
    since = row.day("since")
    fields = tuple(part.strip() for part in row.text("fields").split(";") if part.strip())
    row.once("code", form_key(code) if code else "")
    known = newest.get(form_key(code)) if code else None
    if known is not None and since is not None and since <= known:
        row.wrong(
            "since",
            f"Sổ đã có bản của biểu mẫu này từ ngày {known:%d/%m/%Y}; bản nhập vào phải có hiệu lực sau đó.",
            f"The register has this form from {known:%d/%m/%Y}; what is entered must hold from a later day.",
        )
    if len(fields) > MOST_FIELDS or any(len(field) > _LONGEST_LABEL for field in fields):
        row.wrong(
            "fields",
            f"Nhiều nhất {MOST_FIELDS} mục, mỗi mục không quá {_LONGEST_LABEL} ký tự.",
            f"At most {MOST_FIELDS} fields of at most {_LONGEST_LABEL} characters.",
        )
    if any(not fold(field) for field in fields):
        row.wrong("fields", "Mỗi mục phải có chữ.", "Every field needs letters.")
    if since is None or row.problems:
        return None
    return FormEntry(code=code, name=name, basis=basis, since=since, fields=fields)
