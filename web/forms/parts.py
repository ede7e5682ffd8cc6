"""What a receipt and a reference ask for beside their key, as fields that a page can show."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from engine.domain.forms import Field, FieldType, Option, Phrase, Receiver, Register
from engine.domain.forms.handed_in import NAME, PAPER, SEARCH, part_names

_SEARCH: Final = Phrase("Tìm văn bản", "Search documents")
_RECEIVER: Final = Phrase("Họ và tên người nhận", "Name of the receiver")
_PAPER: Final = Phrase("Số giấy tờ tùy thân", "Number of the identity paper")
_SIGNERS: Final = (Receiver.CITIZEN, Receiver.OFFICER)
_SIGNED: Final[Mapping[Receiver, Phrase]] = {
    Receiver.CITIZEN: Phrase("Người nhận có tên dưới đây đã ký nhận", "The person named below has signed"),
    Receiver.OFFICER: Phrase("Tôi ký nhận bằng tài khoản của mình", "I sign with my own account"),
}


def parts_of(asked: Field) -> tuple[Field, ...]:
    """What a receipt or a reference asks for beside its key, as fields named as the page sends them."""
    if asked.type is FieldType.REFERENCE and set(asked.registers) != {Register.CASE_FILE}:
        return (Field(type=FieldType.TEXTFIELD, key=asked.key + SEARCH, label=_SEARCH),)
    if asked.type is not FieldType.RECEIPT:
        return ()
    name = Field(type=FieldType.TEXTFIELD, key=asked.key + NAME, label=_RECEIVER)
    paper = Field(type=FieldType.TEXTFIELD, key=asked.key + PAPER, label=_PAPER)
    return tuple(part for part in (name, paper) if part.key in part_names(asked))


def signers(asked: Field) -> tuple[Option, ...]:
    """Who may sign for a receipt, as options."""
    if asked.type is not FieldType.RECEIPT:
        return ()
    offered = _SIGNERS if asked.receiver is Receiver.EITHER else (asked.receiver,)
    return tuple(Option(value=each, label=_SIGNED[each]) for each in offered)
