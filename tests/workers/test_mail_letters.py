"""Letters: one a person a run, gravest first, in Vietnamese or English, complete in plain text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from html.parser import HTMLParser
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workers.noticed import (
    CANCELLED,
    DUE_TODAY,
    INCIDENT,
    LEGAL_CHANGE,
    LEGAL_CHANGE_OVERDUE,
    MESSAGE_PARKED,
    NEW,
    OVERDUE,
    PERSON,
    READ,
    REMINDER,
    RESUMED,
    RETURNED,
    SUSPENDED,
    TO_DEPARTMENT,
    TO_LEADERS,
    TODAY,
    letter,
)
from workers.mail.letters import address_letter
from workers.mail.notices import Notice
from workers.mail.subject import SUBJECT_LIMIT, shorten
from workers.mail.wording import ENGLISH, VIETNAMESE, NoticeKind, Subjects


@pytest.mark.parametrize(
    ("notice", "subject"),
    [
        (NEW, "[ISO] Việc mới: Sàng lọc văn bản – VP-P06-0007 – hạn 01/12/2026"),
        (REMINDER, "[ISO] Nhắc việc: còn 5 ngày làm việc – Soạn kế hoạch năm"),
        (DUE_TODAY, "[ISO] Đến hạn hôm nay: Lập báo cáo – Phòng Nội chính"),
        (OVERDUE, "[ISO] QUÁ HẠN 3 ngày: Đánh giá tác động – Phòng Nội chính"),
        (TO_LEADERS, "[ISO] Báo cáo lãnh đạo: 1 việc quá hạn đến 02/10/2026"),
        (LEGAL_CHANGE, "[ISO] VBQPPL 217/2026/NĐ-CP hiệu lực 01/09/2026: cập nhật trước 01/12/2026"),
        (LEGAL_CHANGE_OVERDUE, "[ISO] Quá thời hạn 03 tháng cập nhật VBQPPL 217/2026/NĐ-CP"),
        (READ, "[ISO] Tài liệu mới ban hành: QT-07 – đề nghị đọc và xác nhận"),
        (RETURNED, "[ISO] Trả lại: Sàng lọc văn bản – VP-P06-0007"),
        (TO_DEPARTMENT, "[ISO] Cơ quan quá hạn 10 ngày: Đánh giá tác động – UBND xã Mẫu"),
        (INCIDENT, "[ISO] Sự cố: Ghi sổ văn bản – VP-P06-0007"),
        (SUSPENDED, "[ISO] Tạm dừng hồ sơ VP-P06-0007: Cập nhật VBQPPL"),
        (CANCELLED, "[ISO] Hủy hồ sơ VP-P06-0007: Cập nhật VBQPPL"),
        (RESUMED, "[ISO] Tiếp tục hồ sơ VP-P06-0007: Cập nhật VBQPPL"),
        (MESSAGE_PARKED, "[ISO] Thông điệp bị giữ lại: Tra_loi – VP-P06-0007"),
        (replace(MESSAGE_PARKED, case_code="", case_title=""), "[ISO] Thông điệp bị giữ lại: Tra_loi"),
    ],
)
def test_each_kind_of_notice_has_its_subject(notice: Notice, subject: str) -> None:
    assert letter(notice).subject == subject


def test_a_short_document_number_keeps_the_full_sentence_about_a_legal_change() -> None:
    notice = replace(LEGAL_CHANGE, document_number="5/2026/TT")
    assert letter(notice).subject == (
        "[ISO] VBQPPL 5/2026/TT có hiệu lực 01/09/2026: phải cập nhật trước 01/12/2026"
    )


def test_subjects_are_english_for_a_reader_of_english() -> None:
    assert letter(OVERDUE, locale="en").subject == (
        "[ISO] OVERDUE 3 days: Đánh giá tác động – Phòng Nội chính"
    )
    one_day = replace(OVERDUE, days=1)
    assert "OVERDUE 1 day:" in letter(one_day, locale="en").subject


def test_an_unknown_locale_is_answered_in_vietnamese() -> None:
    assert letter(OVERDUE, locale="fr").subject == letter(OVERDUE).subject


def test_several_notices_take_the_subject_of_the_gravest_and_count_the_others() -> None:
    subject = letter(NEW, REMINDER, OVERDUE, DUE_TODAY).subject
    assert subject == "[ISO] QUÁ HẠN 3 ngày: Đánh giá tác động – Phòng Nội chính và 3 việc khác"


def test_the_breach_of_three_months_is_graver_than_a_report_to_leaders() -> None:
    subject = letter(TO_LEADERS, LEGAL_CHANGE_OVERDUE).subject
    assert subject == "[ISO] Quá thời hạn 03 tháng cập nhật VBQPPL 217/2026/NĐ-CP và 1 việc khác"


def test_leaders_get_a_report_that_counts_all_overdue_tasks_by_unit() -> None:
    second = replace(TO_LEADERS, link="/tasks/21", unit="Phòng Kinh tế")
    third = replace(TO_LEADERS, link="/tasks/22")
    report = letter(NEW, TO_LEADERS, second, third)
    assert report.subject == "[ISO] Báo cáo lãnh đạo: 3 việc quá hạn đến 02/10/2026 và 1 việc khác"
    assert "Theo đơn vị: Phòng Nội chính: 2; Phòng Kinh tế: 1." in report.text
    assert "QUÁ HẠN (3)" in report.text


def test_the_body_lists_all_under_headings_gravest_first() -> None:
    text = letter(NEW, READ, REMINDER, DUE_TODAY, RETURNED, OVERDUE).text
    order = [
        "QUÁ HẠN (1)",
        "Đánh giá tác động – VP-P06-0007",
        "ĐẾN HẠN HÔM NAY (1)",
        "Lập báo cáo",
        "SẮP ĐẾN HẠN (1)",
        "Soạn kế hoạch năm",
        "VIỆC MỚI (3)",
        "Việc bị trả lại",
        "/tasks/9",
        "/documents/3",
    ]
    places = [text.index(part) for part in order]
    assert places == sorted(places)


def test_the_longest_overdue_stands_first_among_equals() -> None:
    older = replace(OVERDUE, link="/tasks/30", task_name="Việc cũ hơn", legal_due=date(2026, 9, 1), days=22)
    text = letter(OVERDUE, older).text
    assert text.index("Việc cũ hơn") < text.index("Đánh giá tác động")


def test_the_letter_says_to_whom_what_until_when_why_where_and_whom_to_ask() -> None:
    text = letter(OVERDUE).text
    for part in (
        "Kính gửi: Chánh Văn phòng Lê Thị Mẫu",
        "1. Đánh giá tác động – VP-P06-0007",
        "Hồ sơ: Cập nhật VBQPPL – Đất đai",
        "Hạn: 29/09/2026 (quá hạn 3 ngày làm việc)",
        "Hạn mục tiêu: 28/09/2026",
        "Cách tính hạn: Ngày hiệu lực 29/06/2026. Cộng 3 tháng: 29/09/2026.",
        "Căn cứ pháp lý: Điều 4 khoản 4 điểm a Quyết định 19/2014/QĐ-TTg",
        "Mở việc: https://iso.tayninh.example/tasks/7",
        "Người liên hệ: Thư ký ISO, số máy lẻ 105",
        "Văn phòng UBND tỉnh Tây Ninh",
        "Thư tự động, không cần trả lời.",
    ):
        assert part in text


def test_an_english_letter_explains_in_english() -> None:
    text = letter(OVERDUE, RETURNED, locale="en").text
    assert "Dear Chánh Văn phòng Lê Thị Mẫu," in text
    assert "Due: 29/09/2026 (3 working days overdue)" in text
    assert "In force from 29/06/2026. Plus 3 months: 29/09/2026." in text
    assert "The task was returned" in text
    assert "no answer is needed" in text
    assert "Ngày hiệu lực" not in text


def test_a_returned_task_carries_every_line_of_its_reason() -> None:
    composed = letter(RETURNED)
    assert "Lý do: Thiếu căn cứ pháp lý.\n      Sai thể thức." in composed.text
    assert "Thiếu căn cứ pháp lý.\nSai thể thức." in shown_text(composed.html)


def test_incidents_stand_before_what_changed_and_after_what_is_overdue_in_one_letter() -> None:
    text = letter(SUSPENDED, NEW, INCIDENT, OVERDUE, MESSAGE_PARKED).text
    order = [
        "QUÁ HẠN (1)",
        "SỰ CỐ CẦN XỬ LÝ (2)",
        "Máy in hết giấy.",
        "HỒ SƠ CÓ THAY ĐỔI (1)",
        "Thời hạn pháp lý vẫn chạy.",
        "VIỆC MỚI (1)",
    ]
    places = [text.index(part) for part in order]
    assert places == sorted(places)


def test_interventions_are_told_in_english_too() -> None:
    text = letter(SUSPENDED, CANCELLED, RESUMED, INCIDENT, MESSAGE_PARKED, locale="en").text
    for part in (
        "INCIDENTS TO REPAIR (2)",
        "CASES THAT CHANGED (3)",
        "The case is suspended",
        "The case was cancelled",
        "The case goes on",
        "cannot go on; an administrator repairs it",
        "A message could not reach its receiver",
    ):
        assert part in text


def test_a_reminder_that_is_sent_too_late_says_overdue() -> None:
    late = replace(REMINDER, legal_due=TODAY - timedelta(days=1), days=1)
    composed = letter(late)
    assert composed.subject.startswith("[ISO] QUÁ HẠN 1 ngày:")
    assert "QUÁ HẠN (1)" in composed.text


def test_overdue_over_a_weekend_claims_no_number_of_days() -> None:
    composed = letter(replace(OVERDUE, days=0))
    assert composed.subject == "[ISO] QUÁ HẠN: Đánh giá tác động – Phòng Nội chính"
    assert "Hạn: 29/09/2026 (đã quá hạn)" in composed.text


def test_a_target_date_that_is_today_counts_as_due_today_without_claiming_the_legal_date_is() -> None:
    text = letter(replace(REMINDER, target_due=TODAY)).text
    assert "ĐẾN HẠN HÔM NAY (1)" in text
    assert "Hạn: 09/10/2026\n" in text


def test_several_notices_about_the_time_of_one_task_are_told_once_as_the_gravest() -> None:
    same_task = (
        replace(OVERDUE, kind=NoticeKind.NEW_TASK),
        OVERDUE,
        replace(OVERDUE, kind=NoticeKind.REMINDER),
    )
    assert letter(*same_task) == letter(OVERDUE)


def test_two_returns_of_one_task_keep_both_reasons() -> None:
    text = letter(RETURNED, replace(RETURNED, reason="Sai số ký hiệu.")).text
    assert "Thiếu căn cứ pháp lý." in text
    assert "Sai số ký hiệu." in text


def test_different_tasks_behind_one_link_are_all_told() -> None:
    text = letter(OVERDUE, replace(OVERDUE, task_name="Xác nhận")).text
    assert "QUÁ HẠN (2)" in text


def test_a_letter_does_not_depend_on_the_order_of_its_notices() -> None:
    assert letter(NEW, OVERDUE, REMINDER) == letter(REMINDER, NEW, OVERDUE)


def test_a_letter_without_notices_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        letter()


@pytest.mark.parametrize("link", ["https://elsewhere.example/", "//elsewhere.example", "tasks/7"])
def test_a_link_that_leaves_the_site_is_refused(link: str) -> None:
    with pytest.raises(ValueError, match="path of this site"):
        letter(replace(OVERDUE, link=link))


def test_names_with_markup_are_shown_and_not_obeyed() -> None:
    composed = letter(replace(OVERDUE, task_name="<img src=x onerror=alert(1)>", unit='"><script>'))
    assert "<img" not in composed.html
    assert "<script" not in composed.html
    assert "<img src=x onerror=alert(1)>" in shown_text(composed.html)


def test_a_name_with_line_breaks_cannot_forge_lines_of_the_letter() -> None:
    forged = replace(OVERDUE, task_name="Việc\nNgười liên hệ: kẻ lạ", case_title="A\r\n\r\nB")
    text = letter(forged).text
    assert "\nNgười liên hệ: kẻ lạ" not in text
    assert "Hồ sơ: A B\n" in text


def test_braces_in_names_are_only_text() -> None:
    composed = letter(replace(OVERDUE, task_name="{unit} {{ agency }} {0}"))
    assert "{unit} {{ agency }} {0}" in composed.subject
    assert "{unit} {{ agency }} {0}" in composed.text


def test_the_html_says_the_same_as_the_text() -> None:
    composed = letter(NEW, READ, REMINDER, DUE_TODAY, RETURNED, OVERDUE, LEGAL_CHANGE)
    shown = shown_text(composed.html)
    facts = [line.strip() for line in composed.text.splitlines() if line.strip(" -—")]
    missing = [fact for fact in facts if fact.split(": ")[-1].casefold() not in shown.casefold()]
    links = [fact for fact in missing if "https://" not in fact]
    assert links == []
    assert all(fact.split(": ")[-1] in composed.html for fact in missing)


def test_the_html_fetches_nothing_from_anywhere() -> None:
    html = letter(OVERDUE, NEW).html
    for part in ("<img", "<link", "<script", "src=", "url(", "@import"):
        assert part not in html


def test_the_mail_is_addressed_to_the_person_and_keeps_its_id() -> None:
    composed = letter(OVERDUE)
    mail = address_letter(composed, PERSON, message_id="4f1c@iso.tayninh.example")
    assert (mail.to_name, mail.to_address) == ("Lê Thị Mẫu", "mau@vp.tayninh.example")
    assert (mail.subject, mail.text, mail.html) == (composed.subject, composed.text, composed.html)
    assert mail.message_id == "4f1c@iso.tayninh.example"


def test_a_long_task_name_is_cut_between_words_and_the_date_stays() -> None:
    name = "Rà soát, sửa đổi và bổ sung toàn bộ quy trình nội bộ giải quyết thủ tục hành chính"
    assert letter(replace(NEW, task_name=name)).subject == (
        "[ISO] Việc mới: Rà soát, sửa đổi và bổ sung… – VP-P06-0007 – hạn 01/12/2026"
    )


def test_a_long_unit_gives_way_to_the_name_of_the_task() -> None:
    unit = "Phòng Kiểm soát thủ tục hành chính và Bộ phận Tiếp nhận và Trả kết quả"
    assert letter(replace(OVERDUE, unit=unit)).subject == "[ISO] QUÁ HẠN 3 ngày: Đánh giá tác động"


@given(
    kind=st.sampled_from(NoticeKind),
    locale=st.sampled_from(["vi", "en"]),
    task=st.text(max_size=200),
    unit=st.text(max_size=120),
    code=st.text(max_size=60),
    days=st.none() | st.integers(0, 4000),
    offset=st.none() | st.integers(-400, 400),
    others=st.integers(0, 3),
)
def test_a_subject_is_one_line_of_at_most_78_characters(
    kind: NoticeKind,
    locale: str,
    task: str,
    unit: str,
    code: str,
    days: int | None,
    offset: int | None,
    others: int,
) -> None:
    due = None if offset is None else TODAY + timedelta(days=offset)
    notice = replace(
        OVERDUE,
        kind=kind,
        task_name=task,
        unit=unit,
        case_code=code,
        document_number=code,
        days=days,
        legal_due=due,
        target_due=due,
    )
    rest = (NEW, REMINDER, RETURNED)[:others]
    subject = letter(notice, *rest, locale=locale).subject
    assert 0 < len(subject) <= SUBJECT_LIMIT
    assert subject == " ".join(subject.split())


@given(text=st.text(max_size=160), limit=st.integers(1, 100))
def test_shortening_keeps_the_limit_and_shortening_again_changes_nothing(text: str, limit: int) -> None:
    short = shorten(text, limit)
    assert len(short) <= limit
    assert shorten(short, limit) == short


def test_a_short_text_is_not_shortened() -> None:
    assert shorten("vừa đủ", 6) == "vừa đủ"
    assert shorten("vừa đủ rồi", 9) == "vừa đủ…"
    assert shorten("vừa đủ rồi", 7) == "vừa đủ…"
    assert shorten("khôngcóchỗnghỉ", 6) == "không…"


def test_both_languages_fill_in_the_same_things() -> None:
    def holes(subjects: Subjects) -> dict[str, set[str | None]]:
        return {
            name: {hole for _, hole, _, _ in Formatter().parse(getattr(subjects, name)[0]) if hole}
            for name in Subjects.__slots__
            if name != "others"
        }

    assert holes(VIETNAMESE.subjects) == holes(ENGLISH.subjects)
    assert set(VIETNAMESE.why) == set(ENGLISH.why) == set(NoticeKind)
    assert set(VIETNAMESE.headings) == set(ENGLISH.headings)


def shown_text(html: str) -> str:
    """What a reader of the HTML sees."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return "".join(reader.shown)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def handle_data(self, data: str) -> None:
        self.shown.append(data)
