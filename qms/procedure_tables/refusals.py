"""What is said when a table cannot be read, or a model not drawn from it."""

from __future__ import annotations

from engine.domain.errors import Invalid
from engine.domain.forms import size_text

LARGEST_FILE = 5 * 1024 * 1024


class TableFileRefused(Invalid):
    """A file that is not opened; the sentence says why and what to do."""


class NoTableFound(Invalid):
    """Nothing in it has the headings of a procedure's table."""

    def __init__(self) -> None:
        super().__init__(
            vi="Không thấy bảng quy trình. Bảng cần một dòng tiêu đề có ít nhất cột “Trình tự” (hoặc “Nội "
            "dung công việc”) và cột “Trách nhiệm” hoặc “Thời gian”. Xin thêm dòng tiêu đề rồi thử lại.",
            en="No procedure table was found. It needs a row of headings with at least “Trình tự” (the work) "
            "and “Trách nhiệm” (who) or “Thời gian” (time). Add that row and try again.",
        )


class TooManyRows(Invalid):
    """A table longer than any procedure."""

    def __init__(self, most: int) -> None:
        super().__init__(
            vi=f"Bảng có hơn {most} dòng. Xin tách thành nhiều quy trình.",
            en=f"The table has more than {most} rows. Split it into several procedures.",
        )


class AnswersMissing(Invalid):
    """Questions that have to be answered before a model can be drawn."""

    def __init__(self, many: int) -> None:
        super().__init__(
            vi=f"Còn {many} câu hỏi chưa trả lời. Xin trả lời các câu được đánh dấu rồi vẽ lại.",
            en=f"{many} questions are still open. Answer those that are marked and draw again.",
        )


def too_large() -> TableFileRefused:
    """Of a file that is longer than any table of a procedure."""
    most = size_text(LARGEST_FILE)
    return TableFileRefused(
        vi=f"Tệp lớn hơn {most}. Xin sao chép riêng bảng quy trình sang tệp mới.",
        en=f"The file is larger than {most}. Copy the table alone into a new file.",
    )


def unpacks_too_large() -> TableFileRefused:
    """Of an archive that would fill the memory."""
    return TableFileRefused(
        vi="Tệp bung ra quá lớn so với một bảng quy trình nên không được mở. "
        "Xin sao chép riêng bảng sang tệp mới.",
        en="The file unpacks to far more than a procedure's table and is not opened. "
        "Copy the table alone into a new file.",
    )


def with_macros() -> TableFileRefused:
    """Of a document that carries programs."""
    return TableFileRefused(
        vi="Tệp có macro nên không được mở. Xin lưu lại thành .docx hoặc .xlsx không có macro.",
        en="The file carries macros and is not opened. Save it as .docx or .xlsx without macros.",
    )


def old_or_locked() -> TableFileRefused:
    """Of a document of the formats before 2007, or one that needs a password."""
    return TableFileRefused(
        vi="Tệp theo định dạng cũ (.doc, .xls) hoặc có mật khẩu. "
        "Xin bỏ mật khẩu và lưu lại thành .docx, .xlsx.",
        en="The file is in an old format (.doc, .xls) or has a password. "
        "Save it as .docx or .xlsx without one.",
    )


def unreadable() -> TableFileRefused:
    """Of a file that is not what its name says."""
    return TableFileRefused(
        vi="Không đọc được tệp. Xin mở bằng Word hoặc Excel, lưu lại rồi tải lên.",
        en="The file cannot be read. Open it in Word or Excel, save it again and retry.",
    )


def unknown_kind() -> TableFileRefused:
    """Of a file of another kind."""
    return TableFileRefused(
        vi="Chỉ nhận tệp .docx, .xlsx, .csv, .tsv, .txt hoặc .html; hoặc dán bảng vào ô bên dưới.",
        en="Only .docx, .xlsx, .csv, .tsv, .txt and .html are taken; or paste the table below.",
    )
