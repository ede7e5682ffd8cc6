"""A form on a page: it works without a script, and it speaks to those who do not see it."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from html.parser import HTMLParser
from typing import IO, Any

import pytest
from flask import Flask, render_template_string, request
from werkzeug.datastructures import MultiDict

from engine.domain.errors import FieldsInvalid
from engine.domain.forms import (
    AttachedFile,
    ForgedField,
    Form,
    Message,
    Submitted,
    parse_condition,
    parse_form,
    validate,
)
from engine.domain.values import Value
from web.forms import blueprint, read_submission
from web.translation import init_translation

RAW: dict[str, object] = {
    "type": "default",
    "id": "thu",
    "title": "Thử",
    "components": [
        {"type": "text", "text": "Đọc kỹ <b>văn bản</b>.\nRồi trả lời."},
        {
            "type": "group",
            "label": "Kết luận",
            "components": [
                {
                    "type": "radio",
                    "key": "ket_luan",
                    "label": "Kết luận sàng lọc",
                    "labelEn": "Screening result",
                    "description": "Chọn một.",
                    "validate": {"required": True},
                    "values": [
                        {"label": "Có ảnh hưởng", "value": "co"},
                        {"label": "Không ảnh hưởng", "value": "khong"},
                    ],
                },
                {
                    "type": "textarea",
                    "key": "ly_do",
                    "label": "Lý do",
                    "validate": {"required": True},
                    "conditional": {"hide": '= ket_luan != "khong"'},
                },
            ],
        },
        {"type": "separator"},
        {"type": "textfield", "key": "so", "label": "Số", "description": "Ví dụ 474/QĐ-UBND."},
        {"type": "number", "key": "lan", "label": "Lần", "decimalDigits": 0, "validate": {"min": 1}},
        {"type": "datetime", "key": "ngay", "label": "Ngày hiệu lực"},
        {"type": "select", "key": "don_vi", "label": "Đơn vị", "valuesKey": "cac_don_vi"},
        {
            "type": "checklist",
            "key": "thu_tuc",
            "label": "Thủ tục",
            "valuesKey": "cac_thu_tuc",
            "defaultKey": "de_xuat",
        },
        {"type": "checkbox", "key": "cam_ket", "label": "Tôi đã đọc và hiểu"},
        {"type": "filepicker", "key": "tep", "label": "Dự thảo", "accept": ".pdf", "multiple": True},
        {"type": "textfield", "key": "van_ban", "label": "Văn bản", "readonly": True},
        {
            "type": "textfield",
            "key": "rieng",
            "label": "Riêng cấp tỉnh",
            "conditional": {"hide": '= cap = "xa"'},
        },
    ],
}
FORM = parse_form(RAW)
CASE: dict[str, Value] = {
    "cac_don_vi": [{"label": "Phòng Kinh tế", "value": "KT"}],
    "cac_thu_tuc": [{"label": "Khai sinh", "value": "KS"}, {"label": "Xây dựng", "value": "XD"}],
    "de_xuat": ["XD"],
    "van_ban": "217/2026/NĐ-CP",
    "cap": "tinh",
}
PDF = AttachedFile(id="f1", name="a <1>.pdf", size=2048, media_type="application/pdf")


@dataclass
class Element:
    """An element of the page with the elements and the text inside it."""

    tag: str
    attributes: dict[str, str | None]
    inside: list[Element] = field(default_factory=list)
    words: str = ""

    def every(self) -> Iterator[Element]:
        for element in self.inside:
            yield element
            yield from element.every()

    def find(self, tag: str, **wanted: str) -> Element:
        [found] = self.all(tag, **wanted)
        return found

    def all(self, tag: str, **wanted: str) -> list[Element]:
        names = {name.rstrip("_").replace("_", "-"): value for name, value in wanted.items()}
        return [
            element
            for element in self.every()
            if element.tag == tag and names.items() <= element.attributes.items()
        ]

    def said(self) -> str:
        return " ".join(self.words.split())


class Page(HTMLParser):
    """Reads a page into elements; an element left open, or closed twice, is an error."""

    VOID = frozenset({"input", "hr", "br"})

    def __init__(self, html: str) -> None:
        super().__init__()
        self.root = Element("page", {})
        self.open = [self.root]
        self.feed(html)
        assert self.open == [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(attrs))
        assert len(element.attributes) == len(attrs)
        self.open[-1].inside.append(element)
        if tag not in self.VOID:
            self.open.append(element)
        elif tag == "br":
            self.handle_data(" / ")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.words += data


@pytest.fixture
def app() -> Flask:
    app = Flask(__name__)
    app.config["TESTING"] = True
    app.jinja_env.trim_blocks = True
    init_translation(app)
    app.register_blueprint(blueprint)
    return app


def show(app: Flask, template: str, language: str = "vi", **given: Any) -> Element:
    with app.test_request_context(f"/?lang={language}"):
        return Page(render_template_string(template, **{"form": FORM, "case": CASE, **given})).root


EDIT = """{% from "forms/field.html" import render_form %}{{
  render_form(form, values, errors or {}, attachments or {}, prefix=prefix or "", case=case,
              read_only=read_only or false) }}"""
SUMMARY = """{% from "forms/error_summary.html" import error_summary %}{{
  error_summary(form, errors, prefix or "") }}"""
VALUES = """{% from "forms/values.html" import render_values %}{{ render_values(form, values, case=case,
  file_url=file_url) }}"""


def edit(app: Flask, **given: Any) -> Element:
    return show(app, EDIT, **{"values": None, **given})


def test_every_input_has_a_label_and_no_id_stands_twice(app: Flask) -> None:
    page = edit(app, attachments={"tep": [PDF]})
    labelled = {label.attributes["for"] for label in page.all("label")}
    inputs = [
        element
        for element in page.every()
        if element.tag in {"input", "select", "textarea"} and element.attributes.get("type") != "hidden"
    ]
    assert {element.attributes["id"] for element in inputs} == labelled
    ids = [element.attributes["id"] for element in page.every() if "id" in element.attributes]
    assert len(ids) == len(set(ids))


def test_radios_and_checklists_stand_in_a_fieldset_with_its_legend(app: Flask) -> None:
    page = edit(app)
    radios = page.find("fieldset", role="radiogroup")
    assert radios.find("legend").said() == "Kết luận sàng lọc (bắt buộc)"
    assert [radio.attributes["id"] for radio in radios.all("input")] == ["field-ket_luan", "field-ket_luan-2"]
    assert radios.attributes["aria-labelledby"] == radios.find("legend").attributes["id"]


def test_required_is_said_in_words_and_to_assistive_technology(app: Flask) -> None:
    reason = edit(app).find("textarea", name="ly_do")
    assert reason.attributes["aria-required"] == "true"
    assert edit(app).find("label", for_="field-ly_do").said() == "Lý do (bắt buộc)"
    assert edit(app, language="en").find("label", for_="field-ly_do").said() == "Lý do (required)"


def test_hints_and_errors_are_wired_to_their_field(app: Flask) -> None:
    errors: Mapping[str, Sequence[Message]] = {
        "so": [("Sai số.", "Wrong number."), ("Ngắn quá.", "Too short.")]
    }
    page = edit(app, errors=errors)
    number = page.find("input", name="so")
    assert number.attributes["aria-invalid"] == "true"
    described = str(number.attributes["aria-describedby"]).split()
    spoken = [
        element.said()
        for each in described
        for element in page.every()
        if element.attributes.get("id") == each
    ]
    assert spoken == ["Ví dụ 474/QĐ-UBND.", "Lỗi: Sai số. Lỗi: Ngắn quá."]
    assert "aria-invalid" not in page.find("input", name="ngay").attributes


def test_what_was_submitted_comes_back_as_it_was(app: Flask) -> None:
    page = edit(
        app,
        values={
            "ket_luan": ["khong"],
            "ly_do": ["dòng <1>\ndòng 2"],
            "so": ['"><script>'],
            "ngay": ["31/02/2026"],
            "don_vi": ["KT"],
            "thu_tuc": ["KS"],
            "cam_ket": ["true"],
        },
    )
    assert "checked" in page.find("input", id="field-ket_luan-2").attributes
    assert page.find("textarea", name="ly_do").words.removeprefix("\n") == "dòng <1>\ndòng 2"
    assert page.find("input", name="so").attributes["value"] == '"><script>'
    assert page.find("input", name="ngay").attributes["value"] == "31/02/2026"
    assert "selected" in page.find("option", value="KT").attributes
    assert "checked" in page.find("input", name="thu_tuc", value="KS").attributes
    assert "checked" not in page.find("input", name="thu_tuc", value="XD").attributes
    assert "checked" in page.find("input", name="cam_ket").attributes
    assert not page.all("script")


def test_a_fresh_form_shows_its_defaults(app: Flask) -> None:
    page = edit(app)
    assert "checked" in page.find("input", name="thu_tuc", value="XD").attributes
    assert not page.all("input", name="van_ban")
    assert "217/2026/NĐ-CP" in [element.said() for element in page.all("dd")]


def test_dates_and_numbers_are_plain_text_inputs(app: Flask) -> None:
    day = edit(app).find("input", name="ngay").attributes
    assert (day["type"], day["inputmode"], day["placeholder"], day["autocomplete"]) == (
        "text",
        "numeric",
        "dd/mm/yyyy",
        "off",
    )
    assert edit(app).find("input", name="lan").attributes["inputmode"] == "numeric"


def test_a_conditional_field_carries_its_condition_and_is_shown_without_a_script(app: Flask) -> None:
    wrappers = [element for element in edit(app).every() if "data-q-hide" in element.attributes]
    assert [element.attributes["data-q-hide"] for element in wrappers] == ['ket_luan != "khong"']
    assert "hidden" not in wrappers[0].attributes
    assert parse_condition(f"= {wrappers[0].attributes['data-q-hide']}") == FORM.inputs[1].hide


def test_a_field_that_the_case_hides_for_good_is_left_out(app: Flask) -> None:
    assert edit(app).all("input", name="rieng")
    assert not edit(app, case={**CASE, "cap": "xa"}).all("input", name="rieng")


def test_attached_files_are_listed_with_a_box_to_remove_each(app: Flask) -> None:
    page = edit(app, attachments={"tep": [PDF]})
    assert page.find("ul", class_="q-files").said() == "a <1>.pdf (2 KB) Gỡ a <1>.pdf"
    assert page.find("input", name="tep__attached").attributes["value"] == "f1"
    assert page.find("input", name="tep__remove").attributes["value"] == "f1"
    chooser = page.find("input", type="file").attributes
    assert (chooser["accept"], "multiple" in chooser) == (".pdf", True)


def test_a_prefix_keeps_two_forms_on_a_page_apart(app: Flask) -> None:
    page = edit(app, prefix="b-")
    assert page.find("textarea", id="b-field-ly_do").attributes["name"] == "b-ly_do"
    assert page.find("div", data_q_hide='b-ket_luan != "khong"').all("textarea", name="b-ly_do")


def test_nothing_is_written_inline(app: Flask) -> None:
    names = {name for element in edit(app, attachments={"tep": [PDF]}).every() for name in element.attributes}
    assert "style" not in names
    assert not any(name.startswith("on") for name in names)


def test_the_error_summary_leads_to_the_fields_in_the_order_of_the_form(app: Flask) -> None:
    errors = {
        "la": [("Chung.", "General.")],
        "so": [("Sai số.", "Wrong.")],
        "ket_luan": [("Hãy chọn.", "Choose.")],
    }
    summary = show(app, SUMMARY, errors=errors).find("div", role="alert")
    assert summary.attributes["tabindex"] == "-1"
    assert [(link.attributes["href"], link.said()) for link in summary.all("a")] == [
        ("#field-ket_luan", "Kết luận sàng lọc: Hãy chọn."),
        ("#field-so", "Số: Sai số."),
    ]
    assert summary.all("li")[-1].said() == "Chung."
    targets = {element.attributes.get("id") for element in edit(app, errors=errors).every()}
    assert {"field-ket_luan", "field-so"} <= targets


def test_without_errors_there_is_no_summary(app: Flask) -> None:
    assert show(app, SUMMARY, errors={}).inside == []


def test_the_summary_and_labels_follow_the_language_of_the_page(app: Flask) -> None:
    summary = show(app, SUMMARY, language="en", errors={"ket_luan": [("Hãy chọn.", "Choose one.")]})
    assert summary.find("h2").said() != "Có thông tin chưa đúng"
    assert summary.find("a").said() == "Screening result: Choose one."


def facts(page: Element) -> dict[str, str]:
    names, values = page.all("dt"), page.all("dd")
    return {name.said(): value.said() for name, value in zip(names, values, strict=True)}


def test_values_are_read_back_in_words(app: Flask) -> None:
    values: dict[str, Value] = {
        "ket_luan": "khong",
        "ly_do": "một\nhai",
        "so": None,
        "lan": 1234,
        "ngay": date(2026, 7, 1),
        "don_vi": "KT",
        "thu_tuc": ["KS", "da_bo"],
        "cam_ket": True,
        "tep": [{"id": "f1", "name": "a.pdf", "size": 2048}],
    }
    page = show(app, VALUES, values=values, case={**CASE, "cap": "xa"}, file_url=lambda each: f"/tep/{each}")
    assert facts(page) == {
        "Kết luận sàng lọc": "Không ảnh hưởng",
        "Lý do": "một / hai",
        "Số": "(không có)",
        "Lần": "1.234",
        "Ngày hiệu lực": "01/07/2026",
        "Đơn vị": "Phòng Kinh tế",
        "Thủ tục": "Khai sinh / da_bo",
        "Tôi đã đọc và hiểu": "Có",
        "Dự thảo": "a.pdf (2 KB)",
        "Văn bản": "217/2026/NĐ-CP",
    }
    assert page.find("a").attributes["href"] == "/tep/f1"


def test_what_was_hidden_is_not_read_back(app: Flask) -> None:
    page = show(app, VALUES, values={"ket_luan": "co"}, file_url=None)
    assert "Lý do" not in facts(page)


def test_a_form_that_is_only_read_has_no_inputs(app: Flask) -> None:
    page = edit(app, values={"ket_luan": ["co"], "so": ["12"]}, attachments={"tep": [PDF]}, read_only=True)
    assert not page.all("input")
    assert facts(page)["Số"] == "12"
    assert facts(page)["Dự thảo"] == "a <1>.pdf (2 KB)"


class Shelf:
    """Keeps uploads in memory as the application keeps them in its store."""

    def __init__(self) -> None:
        self.contents: dict[str, bytes] = {}

    def store(self, name: str, stream: IO[bytes]) -> AttachedFile:
        file = AttachedFile(id=f"n{len(self.contents)}", name=name, size=0, media_type="")
        self.contents[file.id] = stream.read()
        return AttachedFile(id=file.id, name=name, size=len(self.contents[file.id]), media_type="")


def read(
    app: Flask,
    data: Sequence[tuple[str, object]],
    *,
    attached: Sequence[AttachedFile] = (PDF,),
    form: Form = FORM,
    prefix: str = "",
) -> tuple[Submitted, Shelf]:
    shelf = Shelf()
    with app.test_request_context(
        "/", method="POST", data=MultiDict(data), content_type="multipart/form-data"
    ):
        submitted = read_submission(
            form, request, store=shelf.store, attached={"tep": list(attached)}, prefix=prefix
        )
    return submitted, shelf


def upload(name: str, content: bytes = b"%PDF-1.7 x") -> tuple[io.BytesIO, str]:
    return io.BytesIO(content), name


def test_texts_and_uploads_are_read_by_key(app: Flask) -> None:
    submitted, shelf = read(
        app,
        [
            ("so", "12"),
            ("thu_tuc", "KS"),
            ("thu_tuc", "XD"),
            ("csrf_token", "t"),
            ("tep", upload("x/du thao.pdf")),
        ],
    )
    assert submitted.values == {"so": ["12"], "thu_tuc": ["KS", "XD"], "csrf_token": ["t"]}
    assert submitted.files == {
        "tep": [AttachedFile(id="n0", name="du thao.pdf", size=10, media_type="application/pdf")]
    }
    assert shelf.contents == {"n0": b"%PDF-1.7 x"}
    answered = Submitted(values={**submitted.values, "ket_luan": ["co"]}, files=submitted.files)
    values = validate(FORM, answered, CASE, technical={"csrf_token"})
    assert values["tep"] == [{"id": "n0", "name": "du thao.pdf", "size": 10}]


def test_attached_files_stay_until_they_are_removed(app: Flask) -> None:
    other = AttachedFile(id="f2", name="b.pdf", size=1, media_type="application/pdf")
    stays, _ = read(app, [("tep__attached", "f1"), ("tep__attached", "f2")], attached=[PDF, other])
    assert stays.files == {"tep": [PDF, other]}
    goes, _ = read(
        app, [("tep__attached", "f1"), ("tep__attached", "f2"), ("tep__remove", "f1")], attached=[PDF, other]
    )
    assert goes.files == {"tep": [other]}


def test_the_id_of_somebody_elses_file_is_refused(app: Flask) -> None:
    for name in ("tep__attached", "tep__remove"):
        with pytest.raises(ForgedField):
            read(app, [(name, "f9")])


def test_an_upload_that_is_not_what_it_is_called_is_never_stored(app: Flask) -> None:
    submitted, shelf = read(app, [("tep", upload("a.pdf", b"MZ\x90")), ("tep", upload("Kế hoạch (Mật).pdf"))])
    assert shelf.contents == {}
    with pytest.raises(FieldsInvalid) as refused:
        validate(FORM, submitted, CASE)
    wrong, secret = (vi for vi, _ in refused.value.fields["tep"])
    assert wrong.startswith("Nội dung tệp “a.pdf” không đúng")
    assert secret.startswith("Tệp “Kế hoạch (Mật).pdf” mang dấu độ mật")


def test_an_upload_to_a_field_without_files_is_refused(app: Flask) -> None:
    with pytest.raises(ForgedField):
        read(app, [("so", upload("a.pdf"))])


def test_a_file_field_left_empty_says_nothing(app: Flask) -> None:
    submitted, shelf = read(app, [("tep", upload("", b""))])
    assert (submitted.files, shelf.contents) == ({"tep": []}, {})


def test_a_new_file_takes_the_place_of_the_only_one(app: Flask) -> None:
    single = parse_form(
        {"type": "default", "id": "x", "components": [{"type": "filepicker", "key": "tep", "label": "Tệp"}]}
    )
    submitted, _ = read(app, [("tep__attached", "f1"), ("tep", upload("moi.pdf"))], form=single)
    assert [file.name for file in submitted.files["tep"]] == ["moi.pdf"]


def test_a_page_with_a_prefix_takes_only_its_own_names(app: Flask) -> None:
    submitted, _ = read(app, [("b-so", "12"), ("csrf_token", "t"), ("b-tep__attached", "f1")], prefix="b-")
    assert submitted.values == {"so": ["12"], "csrf_token": ["t"]}
    assert submitted.files == {"tep": [PDF]}
    with pytest.raises(ForgedField):
        read(app, [("so", "12")], prefix="b-")
