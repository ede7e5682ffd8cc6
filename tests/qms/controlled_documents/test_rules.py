"""What a version may become: nothing holds that was not approved, and what ended stays ended."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from engine.domain.text import fold
from qms.controlled_documents.queries import searched
from qms.controlled_documents.rules import (
    APPROVED_STATES,
    KIND_NAMES,
    MOVES,
    REASON_NAMES,
    REQUEST_NAMES,
    STATE_NAMES,
    DocumentKind,
    Reason,
    RequestKind,
    VersionState,
    searchable,
)


@given(st.data())
def test_whatever_is_done_a_version_in_force_was_approved_before(data: st.DataObject) -> None:
    path = [VersionState.DRAFT]
    while MOVES[path[-1]] and len(path) < 12:
        path.append(data.draw(st.sampled_from(sorted(MOVES[path[-1]]))))
    for before, after in pairwise(path):
        if after is VersionState.IN_FORCE:
            assert before is VersionState.APPROVED
        if before in APPROVED_STATES:
            assert after in APPROVED_STATES
    if VersionState.APPROVED in path:
        assert VersionState.AWAITING_APPROVAL in path[: path.index(VersionState.APPROVED)]


def test_every_state_kind_and_reason_has_its_words() -> None:
    assert set(STATE_NAMES) == set(MOVES) == set(VersionState)
    assert set(KIND_NAMES) == set(DocumentKind)
    assert set(REASON_NAMES) == set(Reason)
    assert set(REQUEST_NAMES) == set(RequestKind)


def test_a_document_is_found_by_words_without_marks() -> None:
    text = searchable("QT-05", "Cập nhật VBQPPL – Đất đai", "quy_trinh")
    for asked in ("cap nhat vbqppl dat dai", "Cập nhật VBQPPL – Đất đai", "qt-05", "quy trinh dat"):
        assert all(word in text for word in searched(asked)), asked
    assert not all(word in text for word in searched("cong chung"))
    assert fold("Đất") in text
