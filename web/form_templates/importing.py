"""Taking over the office's list of its own forms."""

from __future__ import annotations

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from engine.domain.refusals import NotAuthorised
from qms.form_templates.acting import keeps_own
from qms.form_templates.importing import COLUMNS, FormEntry, ImportForms, check_forms, import_forms
from web.form_templates.room import blueprint
from web.importing import Loading, RegisterImport, ShownColumn, add_import
from web.system import now, system, viewer


def _require_keeper() -> None:
    if not keeps_own(viewer()):
        raise NotAuthorised("ghi biểu mẫu của cơ quan", "record forms of the agency")


def _load(asked: Loading[FormEntry]) -> int:
    command = ImportForms(viewer=asked.viewer, origin=asked.origin, entries=asked.entries)
    return import_forms(system().store, command, now())


@blueprint.app_template_global()
def may_import_forms() -> bool:
    """Whether the reader takes over lists of forms."""
    return keeps_own(viewer())


add_import(
    blueprint,
    RegisterImport(
        columns=COLUMNS,
        require=_require_keeper,
        check=check_forms,
        load=_load,
        shown=(
            ShownColumn(label=lambda: _("Mã biểu mẫu"), value=lambda entry: entry.code, code=True),
            ShownColumn(label=lambda: _("Tên biểu mẫu"), value=lambda entry: entry.name),
            ShownColumn(label=lambda: _("Căn cứ"), value=lambda entry: entry.basis),
            ShownColumn(label=lambda: _("Hiệu lực từ ngày"), value=lambda entry: entry.since),
            ShownColumn(label=lambda: _("Các mục phải ghi"), value=lambda entry: "; ".join(entry.fields)),
        ),
        title=lambda: _("Nhập danh mục biểu mẫu"),
        about=lambda: _(
            "Mỗi dòng thành một bản biểu mẫu của cơ quan, có các mục đã nêu; "
            "bản trước của cùng mã hết hiệu lực từ ngày bản này có hiệu lực."
        ),
        home=lambda: [{"label": _("Sổ biểu mẫu"), "url": url_for("form_templates.listing")}],
        done=lambda count: ngettext("Đã ghi %(num)d biểu mẫu.", "Đã ghi %(num)d biểu mẫu.", count),
        template_name="mau-danh-muc-bieu-mau.xlsx",
    ),
)
