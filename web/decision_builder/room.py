"""The room's blueprint, and what its pages share: the table that an address names, words for its parts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final
from uuid import UUID

from flask import Blueprint
from flask_babel import gettext as _

from engine.domain.variable_types import VariableType
from qms.designer.decision_files import draft_files, table_path
from qms.designer.refusals import DraftFileNotFound
from qms.designer.table_reading import TableFinding
from web.system import reading, viewer
from web.translation import language_of_request

blueprint = Blueprint("decision_builder", __name__, url_prefix="/designer", template_folder="templates")

_DAY: Final = re.compile(r'(?:\bdate\(|@)"(\d{4})-(\d\d)-(\d\d)"\)?')


def cell_text(text: str) -> str:
    """A cell with its days as offices write them."""
    return _DAY.sub(r"\3/\2/\1", text)


def files_of(draft: UUID) -> Mapping[str, bytes]:
    """All files of the draft; raises DraftNotFound for who may not read it."""
    with reading() as session:
        return draft_files(session, viewer(), draft)


def content_of(files: Mapping[str, bytes], name: str) -> bytes:
    """The table's file; raises DraftFileNotFound."""
    path = table_path(name.replace("\0", ""))
    if path not in files:
        raise DraftFileNotFound(path)
    return files[path]


def in_english() -> bool:
    """Whether the page is read in English."""
    return language_of_request() == "en"


def told(finding: TableFinding) -> str:
    """A finding in the language of the page."""
    return finding.message_en if in_english() else finding.message_vi


def type_words() -> dict[str, str]:
    """The types of variables, in words."""
    return {
        VariableType.TEXT: _("Chữ"),
        VariableType.NUMBER: _("Số"),
        VariableType.DECIMAL: _("Số"),
        VariableType.DATE: _("Ngày"),
        VariableType.DATETIME: _("Ngày và giờ"),
        VariableType.BOOL: _("Đúng hoặc sai"),
        VariableType.LIST: _("Danh sách"),
        VariableType.RECORD: _("Bản ghi"),
        VariableType.FILE: _("Tệp"),
    }


def written_type_words() -> dict[str, str]:
    """The types of columns as DMN names them, in words."""
    return {
        "string": _("Chữ"),
        "number": _("Số"),
        "integer": _("Số"),
        "long": _("Số"),
        "double": _("Số"),
        "boolean": _("Đúng hoặc sai"),
        "date": _("Ngày"),
        "dateTime": _("Ngày và giờ"),
    }


def hint_words() -> dict[str, str]:
    """How a value of a type is written."""
    return {
        VariableType.NUMBER: _("Số, ví dụ 1.234,5."),
        VariableType.DECIMAL: _("Số, ví dụ 1.234,5."),
        VariableType.DATE: _("Ngày dd/mm/yyyy."),
        VariableType.DATETIME: _("Ngày và giờ, ví dụ 05/02/2026 08:30."),
        VariableType.LIST: _('Danh sách dạng JSON, ví dụ ["a", "b"].'),
        VariableType.RECORD: _('Bản ghi dạng JSON, ví dụ {"ten": "a"}.'),
        VariableType.FILE: _('Bản ghi dạng JSON, ví dụ {"ten": "a"}.'),
    }


def policy_words() -> dict[str, str]:
    """The hit policies, in words."""
    return {
        "UNIQUE": _("Chỉ một dòng được đúng (UNIQUE)"),
        "FIRST": _("Lấy dòng đúng đầu tiên (FIRST)"),
        "ANY": _("Nhiều dòng đúng phải cho cùng kết quả (ANY)"),
        "PRIORITY": _("Lấy kết quả ưu tiên nhất (PRIORITY)"),
        "COLLECT": _("Gộp mọi dòng đúng (COLLECT)"),
        "RULE ORDER": _("Mọi dòng đúng, theo thứ tự dòng (RULE ORDER)"),
        "OUTPUT ORDER": _("Mọi dòng đúng, theo thứ tự kết quả (OUTPUT ORDER)"),
    }
