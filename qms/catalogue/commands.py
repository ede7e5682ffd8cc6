"""Starting a process of the catalogue that needs no register entry first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from engine.commands.start_process import ProcessStarted, StartProcess, start_process
from engine.domain.assignment import Actor, Viewer
from engine.domain.authority import Power, may
from engine.domain.errors import Conflict
from engine.domain.refusals import NotAuthorised
from engine.domain.values import Value
from engine.execution.surroundings import Surroundings
from engine.store.session import Store
from qms.controlled_documents.reading_operators import MODEL_KEY as READING
from qms.controlled_documents.reviewing import MODEL_KEY as REVIEW_OF_DOCUMENTS
from qms.designer.operators import MODEL_KEY as REVIEW_OF_MODELS
from qms.legal_updates.beginning import MODEL_KEY
from qms.nonconformities.operators import MODEL_KEY as TREATMENT_OF_SLIPS
from qms.outgoing.dispatching import MODEL_KEY as SENDING
from qms.outgoing.operators import MODEL_KEY as SIGNING
from qms.reviews.rules import FOLLOW_UP_KEY

STARTED_FROM_REGISTER: Final = frozenset({MODEL_KEY})
"""Models whose cases begin with a line of a register, never by themselves."""
STARTED_FROM_DRAFTS: Final = frozenset({REVIEW_OF_MODELS})
"""Models whose cases begin when a draft of the designer is submitted."""
STARTED_BY_CALLS: Final = frozenset({SENDING, READING, FOLLOW_UP_KEY, REVIEW_OF_DOCUMENTS})
"""Models that only other models call: there is nothing to send or to read by itself."""
NAMES_ITS_STARTER: Final = {TREATMENT_OF_SLIPS: "nguoi_khoi_tao", SIGNING: "nguoi_soan"}
"""Models whose first step is done by whoever starts the case -> the variable that says who."""
_NAMELESS: Final = "KHAC"
"""The series of a model whose key is nothing but underscores."""


class StartsFromRegister(Conflict):
    """The process begins with a registered document."""

    def __init__(self, key: str) -> None:
        super().__init__(
            vi="Quy trình này bắt đầu từ một văn bản trong sổ VBQPPL. Xin chọn hoặc đăng ký văn bản trước.",
            en="This process begins with a document of the legal register. Choose or register one first.",
        )
        self.key = key


class StartsFromDraft(Conflict):
    """The process begins with a draft that is submitted."""

    def __init__(self, key: str) -> None:
        super().__init__(
            vi="Quy trình này bắt đầu khi trình một bản thảo ở mục Bản thảo quy trình.",
            en="This process begins when a draft of a procedure is submitted.",
        )
        self.key = key


class StartsByCall(Conflict):
    """The process is a step of others."""

    def __init__(self, key: str) -> None:
        super().__init__(
            vi="Quy trình này chỉ chạy khi quy trình khác gọi. Xin khởi tạo quy trình gọi nó.",
            en="This process runs only when another one calls it. Start that one.",
        )
        self.key = key


@dataclass(frozen=True, slots=True, kw_only=True)
class StartFromCatalogue:
    """The key of the published model."""

    viewer: Viewer
    origin: str
    key: str


def start_from_catalogue(
    store: Store, surroundings: Surroundings, command: StartFromCatalogue, now: datetime
) -> ProcessStarted:
    """Start a case for the viewer's agency.

    Raises NotAuthorised, StartsFromRegister, StartsFromDraft, StartsByCall, ModelNotFound, and AnchorMissing
    where the model wants a date.
    """
    if not may(command.viewer, Power.START_PROCESS):
        raise NotAuthorised("khởi tạo quy trình", "start a process")
    if command.key in STARTED_FROM_REGISTER:
        raise StartsFromRegister(command.key)
    if command.key in STARTED_FROM_DRAFTS:
        raise StartsFromDraft(command.key)
    if command.key in STARTED_BY_CALLS:
        raise StartsByCall(command.key)
    start = StartProcess(
        key=command.key,
        agency=command.viewer.agency,
        series=series_of(command.key),
        variables=_starter(command),
        actor=Actor(person=command.viewer.person, origin=command.origin),
    )
    return start_process(store, surroundings, start, now)


def _starter(command: StartFromCatalogue) -> dict[str, Value]:
    variable = NAMES_ITS_STARTER.get(command.key)
    return {} if variable is None else {variable: str(command.viewer.person)}


def series_of(key: str) -> str:
    """The prefix of case codes.

    "P07" of QMS_P07_…, "TRINH-KY" of the shared CHUNG_TRINH_KY, the first two parts of any other key
    ("TTHC-GPXD").
    """
    parts = [part for part in key.split("_") if part]
    match parts:
        case []:
            return _NAMELESS
        case ["QMS", series, *_]:
            return series
        case ["CHUNG", *named] if named:
            return "-".join(named[:2])
        case _:
            return "-".join(parts[:2])
