"""Taking over earlier publications with their scopes."""

from __future__ import annotations

from flask import Blueprint, url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from engine.domain.refusals import NotAuthorised
from qms.publications.import_commands import (
    ImportPublications,
    checked_publications,
    import_publications,
    may_import_publications,
)
from qms.publications.importing import MOST_ROWS, EarlierPublication, PublicationRow
from qms.publications.list_columns import COLUMNS
from web.importing import Loading, RegisterImport, ShownColumn, add_import
from web.system import now, system, viewer


def add_publication_import(blueprint: Blueprint) -> None:
    """Give the room its pages for taking over a list."""
    blueprint.add_app_template_global(_may_import, "may_import_publications")
    add_import(blueprint, PUBLICATIONS)


def _may_import() -> bool:
    """Whether the reader takes earlier publications over."""
    return may_import_publications(viewer())


def _require() -> None:
    if not may_import_publications(viewer()):
        raise NotAuthorised("nhập sổ công bố", "import publications")


def _load(asked: Loading[PublicationRow]) -> int:
    command = ImportPublications(
        viewer=asked.viewer, origin=asked.origin, rows=asked.entries, file=asked.file
    )
    return import_publications(system().store, command, now())


def _number(told: EarlierPublication | None) -> str:
    return f"{told.number:02d}/{told.symbol}" if told else "–"


PUBLICATIONS = RegisterImport(
    columns=COLUMNS,
    require=_require,
    check=lambda session, reader, name, content: checked_publications(session, reader, name, content, now()),
    load=_load,
    shown=(
        ShownColumn(label=lambda: _("Lần"), value=lambda row: row.ordinal),
        ShownColumn(label=lambda: _("Quyết định"), value=lambda row: _number(row.publication), code=True),
        ShownColumn(
            label=lambda: _("Ngày công bố"),
            value=lambda row: row.publication.published_on if row.publication else None,
        ),
        ShownColumn(label=lambda: _("Mã"), value=lambda row: row.code, code=True),
        ShownColumn(label=lambda: _("Phiên bản"), value=lambda row: row.version or "–", code=True),
    ),
    title=lambda: _("Nhập các lần công bố trước"),
    about=lambda: _(
        "Mỗi dòng là một thủ tục trong phạm vi của một lần công bố; quyết định, niêm yết, trang đăng, biên"
        " nhận chỉ cần ghi ở một dòng của lần đó. Lần sau cùng đang có hiệu lực nên phải đủ minh chứng."
        " Số quyết định được ghi vào sổ văn bản đi."
    ),
    home=lambda: [{"label": _("Công bố"), "url": url_for("publications.listing")}],
    done=lambda count: ngettext("Đã ghi %(num)d lần công bố.", "Đã ghi %(num)d lần công bố.", count),
    template_name="mau-so-cong-bo.xlsx",
    most_rows=MOST_ROWS,
)
