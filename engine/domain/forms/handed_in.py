"""Answers that say more than what was typed: a receipt signed at a moment, a document found in a register."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from engine.domain.forms.entries import EntryRefused, clean_line
from engine.domain.forms.fields import Field, Message, Option, Phrase, Receiver, Register
from engine.domain.values import Value

NAME: Final = "__name"
"""`<key>__name` carries the name of the citizen who signs."""
PAPER: Final = "__paper"
"""`<key>__paper` carries the number of the identity paper."""
SEARCH: Final = "__search"
"""`<key>__search` carries the words that documents are looked for with; it becomes no part of the answer."""
SEARCHED: Final = "__searched"
"""`<key>__searched` carries the words for which the page already shows what was found."""
_LONGEST_NAME: Final = 200
_LONGEST_PAPER: Final = 50
Texts = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferencedDocument:
    """A document of a register: its words, and in which version it stands there now."""

    register: Register
    id: str
    label: str
    version: str = ""

    @property
    def value(self) -> dict[str, Value]:
        """What a case keeps of it."""
        return {"register": str(self.register), "id": self.id, "label": self.label, "version": self.version}

    @property
    def reference(self) -> str:
        """What a page submits for it."""
        return f"{self.register}:{self.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedIn:
    """Under which circumstances a form is handed in.

    `at` is the server's moment in UTC, `account` the id of the person signed in. `name` gives that person's
    name and `document` what a register holds under an id, None where it holds nothing for this agency.
    """

    at: datetime
    account: str
    name: Callable[[], str]
    document: Callable[[Register, str], ReferencedDocument | None]


def rehearsed(at: datetime) -> HandedIn:
    """The circumstances of a rehearsal: nobody signs, and every document is taken as it is named."""
    return HandedIn(
        at=at,
        account="",
        name=lambda: "(chạy thử)",
        document=lambda register, number: ReferencedDocument(register=register, id=number, label=number),
    )


def rehearsed_options(asked: Field) -> tuple[Option, ...]:
    """What a rehearsal offers in the place of documents: one of each register."""
    number = "thu-nghiem"
    return tuple(
        Option(value=f"{register}:{number}", label=Phrase("Văn bản thử", "A document for trial"))
        for register in asked.registers[:1]
    )


def part_names(asked: Field) -> frozenset[str]:
    """The names under which a page sends more of a receipt or a reference than its key."""
    if asked.registers:
        return frozenset({asked.key + SEARCH, asked.key + SEARCHED})
    named = {asked.key + NAME} if asked.receiver is not Receiver.OFFICER else set()
    return frozenset(named | ({asked.key + PAPER} if asked.paper_number else set()))


def read_receipt(
    asked: Field, texts: Texts, given: HandedIn | None
) -> tuple[Value, dict[str, tuple[Message, ...]]]:
    """The receipt as a record, or what is wrong with it by the name of the part; nothing signed is None."""
    who = _line(texts, asked.key)
    name, paper = _line(texts, asked.key + NAME), _line(texts, asked.key + PAPER)
    if not who:
        return None, _unsigned(asked, name or paper)
    receiver = _receiver(asked, who)
    if receiver is None or given is None:
        return None, {asked.key: (_NOT_HERE,)}
    wrong: dict[str, tuple[Message, ...]] = {}
    if receiver is Receiver.CITIZEN and not name:
        wrong[asked.key + NAME] = (("Hãy nhập họ và tên người nhận.", "Enter the name of the receiver."),)
    for part, text, most in ((NAME, name, _LONGEST_NAME), (PAPER, paper, _LONGEST_PAPER)):
        if len(text) > most:
            wrong[asked.key + part] = (
                (f"Nhập không quá {most} ký tự.", f"Enter at most {most} characters."),
            )
    if wrong:
        return None, wrong
    return {
        "receiver": str(receiver),
        "name": given.name() if receiver is Receiver.OFFICER else name,
        "paper": paper or None,
        "at": given.at,
        "account": given.account,
    }, {}


def _unsigned(asked: Field, typed: str) -> dict[str, tuple[Message, ...]]:
    if not typed:
        return {}
    return {
        asked.key: (
            (
                "Đã nhập người nhận nhưng chưa đánh dấu ký nhận.",
                "A receiver is entered, but the receipt is not marked as signed.",
            ),
        )
    }


def _receiver(asked: Field, who: str) -> Receiver | None:
    signers = {Receiver.CITIZEN, Receiver.OFFICER} if asked.receiver is Receiver.EITHER else {asked.receiver}
    return next((each for each in signers if each == who), None)


def read_reference(asked: Field, texts: Texts, given: HandedIn | None) -> Value:
    """The picked document as a record, as its register has it now; raises EntryRefused."""
    picked = _line(texts, asked.key)
    if not picked:
        return None
    register, _colon, number = picked.partition(":")
    kept_in = next((each for each in asked.registers if each == register), None)
    found = given.document(kept_in, number) if given is not None and kept_in is not None else None
    if found is None:
        raise EntryRefused(
            vi="Không còn tìm thấy văn bản đã chọn trong sổ. Hãy tìm và chọn lại.",
            en="The document chosen is not found in the register. Search and choose again.",
        )
    return found.value


def receipt_texts(key: str, value: Value) -> dict[str, list[str]]:
    """A receipt as the texts that a page would submit."""
    record = value if isinstance(value, dict) else {}
    texts = {key: [str(record.get("receiver") or "")]}
    if record.get("name") and record.get("receiver") != Receiver.OFFICER:
        texts[key + NAME] = [str(record["name"])]
    if record.get("paper"):
        texts[key + PAPER] = [str(record["paper"])]
    return texts


def reference_texts(key: str, value: Value) -> dict[str, list[str]]:
    """A reference as the text that a page would submit."""
    match value:
        case {"register": str(register), "id": str(number)}:
            return {key: [f"{register}:{number}"]}
        case _:
            return {key: []}


def _line(texts: Texts, name: str) -> str:
    return clean_line(next(iter(texts.get(name, ())), ""))


_NOT_HERE: Final = (
    "Không ký nhận được theo cách này. Hãy tải lại trang rồi chọn lại.",
    "The receipt cannot be signed in this way. Reload the page and choose again.",
)
