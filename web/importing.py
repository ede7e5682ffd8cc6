"""One way to take a list over into a register: explain, check every row, load the good ones on consent.

A room declares what its list is (`RegisterImport`) and gets five routes (`add_import`): docs/importing.md.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final, Generic, TypeAlias
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.commands.store_file import StoreFile, store_file
from engine.domain.assignment import Viewer
from engine.domain.errors import Conflict, Invalid
from engine.domain.forms import bears_secrecy_mark, clean_file_name
from engine.domain.identifiers import parse_id
from engine.domain.refusals import FileNotFound
from engine.store.session import Store
from qms.documents.queries import own_file
from qms.documents.sheets import LARGEST_FILE, SheetRefused
from qms.lists.columns import CheckedList, Entry, ListColumn
from qms.lists.finding import MOST_ROWS
from web.errors import sentence, status_of
from web.spreadsheet import CSV, XLSX, Sheet, SheetColumn, workbook_answer
from web.system import now, origin, reading, system, viewer
from web.translation import language_of_request

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

SHOWN_ROWS: Final = 200
SHOWN_PROBLEMS: Final = 500
Answer: TypeAlias = Response | str | tuple[str, int]
Words: TypeAlias = Callable[[], str]
"""Words in the language of the page, said when it is made: `lambda: _("…")`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownColumn(Generic[Entry]):
    """What the preview shows of a good row; days are shown as days."""

    label: Words
    value: Callable[[Entry], str | int | date | None]
    code: bool = False
    """Whether it is a code or a number of a document, which does not break."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Loading(Generic[Entry]):
    """What is asked to be written: the good rows, by whom, and the list as it was handed in."""

    viewer: Viewer
    origin: str
    entries: Sequence[Entry]
    file: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterImport(Generic[Entry]):
    """How a register takes a list over."""

    columns: Sequence[ListColumn]
    require: Callable[[], None]
    """Raises NotAuthorised for who does not keep the register."""
    check: Callable[[Session, Viewer, str, bytes], CheckedList[Entry]]
    """Reads a file by its name and bytes; raises SheetRefused for what is no such list."""
    load: Callable[[Loading[Entry]], int]
    """Writes all rows or none and says how many; raises Conflict or Invalid where something came between."""
    shown: Sequence[ShownColumn[Entry]]
    title: Words
    """The name of the page, e.g. “Nhập danh mục tài liệu”."""
    about: Words
    """What may stand in the list and what becomes of its rows, in a sentence or two."""
    home: Callable[[], Sequence[Mapping[str, str]]]
    """The steps of the breadcrumbs before this page, the first of them the register."""
    done: Callable[[int], str]
    """What is said after so many rows were written."""
    template_name: str
    """The file name of the template, e.g. `mau-danh-muc.xlsx`."""
    back: str = ".listing"
    """The endpoint to go to afterwards."""
    most_rows: int = MOST_ROWS
    address: str = "/nhap"
    template_address: str = "/nhap/mau.xlsx"
    confirm_address: str = "/nhap/xac-nhan"
    endpoint: str = "import"
    """What the endpoints begin with: import_form, import_template, import_check, import_preview,
    import_confirm."""


def add_import(blueprint: Blueprint, register: RegisterImport[Any]) -> None:
    """Give the room its pages for taking a list over."""
    pages = _Pages(register)
    routes: tuple[tuple[str, str, Callable[..., Answer], str], ...] = (
        ("GET", register.address, pages.form, "form"),
        ("GET", register.template_address, pages.template, "template"),
        ("POST", register.address, pages.check, "check"),
        ("GET", f"{register.address}/<uuid:file>", pages.preview, "preview"),
        ("POST", register.confirm_address, pages.confirm, "confirm"),
    )
    for method, address, view, name in routes:
        blueprint.add_url_rule(
            address, endpoint=f"{register.endpoint}_{name}", view_func=view, methods=[method]
        )


def take_list(read: Callable[[str, bytes], object], store: Store | None = None) -> UUID:
    """Keep the list that was handed in as `file`, if `read` finds one in it; raises SheetRefused else.

    It is kept in `store`, by default that of the request.
    """
    upload = request.files.get("file")
    if upload is None or not upload.filename:
        raise SheetRefused(
            vi="Chọn tệp danh sách trước khi kiểm tra.",
            en="Choose the file with the list before checking it.",
        )
    name = clean_file_name(upload.filename)
    if bears_secrecy_mark(name):
        raise SheetRefused(
            vi="Tên tệp mang dấu độ mật nên không được tải lên.",
            en="The file name bears a secrecy mark; the file is not taken.",
        )
    content = upload.stream.read(LARGEST_FILE + 1)
    read(name, content)
    media_type = CSV if name.lower().endswith(".csv") else XLSX
    command = StoreFile(viewer=viewer(), name=name, media_type=media_type, content=content, task=None)
    return store_file(store or system().store, system().surroundings, command, now())


class _Pages(Generic[Entry]):
    """The views of one import."""

    def __init__(self, register: RegisterImport[Entry]) -> None:
        self._register = register

    def form(self) -> str:
        """How a list must look, a template, and the place to hand it in."""
        self._register.require()
        return self._form_page()

    def template(self) -> Response:
        """An empty list with the headings, and how each is written."""
        self._register.require()
        columns = self._register.columns
        headings = ((_("Cột"), 26), (_("Bắt buộc"), 12), (_("Cách ghi"), 70), (_("Ví dụ"), 40))
        return workbook_answer(
            self._register.template_name,
            Sheet(
                title=_("Danh sách"),
                columns=[SheetColumn(label=each.heading, width=24, typed_as_text=True) for each in columns],
                rows=(),
            ),
            Sheet(
                title=_("Hướng dẫn"),
                columns=[SheetColumn(label=label, width=width) for label, width in headings],
                rows=[
                    (each.heading, _("Có") if each.needed else _("Không"), _said(each.hint), each.example)
                    for each in columns
                ],
            ),
        )

    def check(self) -> Answer:
        """Take the file; one that is no list at all is not kept."""
        self._register.require()
        try:
            file = take_list(self._read)
        except SheetRefused as refused:
            return self._form_page(sentence(refused)), status_of(refused)
        return redirect(url_for(self._endpoint("preview"), file=file), code=303)

    def preview(self, file: UUID) -> str:
        """Every row of a file handed in, as it would enter the register or why it does not."""
        self._register.require()
        return self._preview_page(file, *self._checked(file))

    def confirm(self) -> Answer:
        """Check the file again and load its good rows, all of them or none."""
        self._register.require()
        file = parse_id(request.form.get("file", ""))
        if file is None:
            raise FileNotFound(UUID(int=0))
        name, found = self._checked(file)
        if not found.good:
            return self._preview_page(file, name, found), 422
        if request.form.get("consent") != "true":
            error = _("Đánh dấu ô đồng ý trước khi nhập.")
            return self._preview_page(file, name, found, error), 422
        asked = Loading(viewer=viewer(), origin=origin(), entries=found.entries, file=file)
        try:
            count = self._register.load(asked)
        except (Conflict, Invalid) as refused:
            # Somebody wrote one of the rows in between: the file is checked again as things stand now.
            return self._preview_page(file, *self._checked(file), sentence(refused)), status_of(refused)
        flash(self._register.done(count), "success")
        return redirect(url_for(self._register.back), code=303)

    def _read(self, name: str, content: bytes) -> None:
        with reading() as session:
            self._register.check(session, viewer(), name, content)

    def _checked(self, file: UUID) -> tuple[str, CheckedList[Entry]]:
        with reading() as session:
            found = own_file(session, viewer(), file)
            name = found.line.name
            return name, self._register.check(session, viewer(), name, found.content)

    def _endpoint(self, name: str) -> str:
        return f".{self._register.endpoint}_{name}"

    def _urls(self) -> dict[str, str]:
        return {name: url_for(self._endpoint(name)) for name in ("form", "template", "check", "confirm")}

    def _form_page(self, error: str = "") -> str:
        register = self._register
        return render_template(
            "importing/form.html",
            error=error,
            title=register.title(),
            about=register.about(),
            home=list(register.home()),
            columns=[(each, _said(each.hint)) for each in register.columns],
            most_rows=register.most_rows,
            largest_file=LARGEST_FILE,
            urls=self._urls(),
        )

    def _preview_page(self, file: UUID, name: str, found: CheckedList[Entry], error: str = "") -> str:
        register = self._register
        good = [
            (row.row, [_Shown(column, row.entry) for column in register.shown])
            for row in found.good[:SHOWN_ROWS]
        ]
        bad = [
            (row, [(problem.heading, _said(problem.message)) for problem in row.problems])
            for row in found.bad[:SHOWN_PROBLEMS]
        ]
        return render_template(
            "importing/preview.html",
            file=file,
            name=name,
            title=register.title(),
            home=list(register.home()),
            named=register.columns[0].heading,
            shown=[column.label() for column in register.shown],
            good=good,
            bad=bad,
            good_count=len(found.good),
            bad_count=len(found.bad),
            unused=found.unused,
            error=error,
            urls=self._urls(),
        )


class _Shown(Generic[Entry]):
    """A cell of the preview."""

    def __init__(self, column: ShownColumn[Entry], entry: Entry) -> None:
        self.label, self.code = column.label(), column.code
        self.value = column.value(entry)
        self.is_day = isinstance(self.value, date)


def _said(words: tuple[str, str]) -> str:
    return words[1] if language_of_request() == "en" else words[0]
