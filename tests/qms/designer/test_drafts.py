"""Two editors at one draft: nothing is written over unseen, nothing that was sent is lost."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from engine.domain.bundle import MODEL_FILE
from engine.runtime.naming import process_name
from qms.designer.drafts import CreateDraft, DiscardDraft, create_draft, discard_draft
from qms.designer.locking import HoldDraft, hold_draft
from qms.designer.queries import draft_view, drafts, saves
from qms.designer.refusals import (
    DraftBeingEdited,
    DraftFileChanged,
    DraftKeyTaken,
    DraftMovedOn,
    DraftNotFound,
    DraftNotOpen,
    DrawingForbidden,
    FileUnfit,
)
from qms.designer.renaming import RenameDraft, rename_draft
from qms.designer.saving import (
    FileSaved,
    RemoveFile,
    RestoreSave,
    SaveFile,
    remove_file,
    restore_save,
    save_file,
)
from qms.designer.tables import ModelDraftFile, ModelDraftSave
from tests.engine.cases import at_once, grant
from tests.office import Office
from tests.qms.designer.drawing_office import FORM, begun, by, drawing, row, saved

OTHER = "vanthu"


@pytest.fixture(name="two")
def two_secretaries(office: Office) -> Office:
    grant(office, OTHER, "THU_KY_ISO")
    return office


def content(office: Office, draft: object) -> bytes:
    with office.system.store.reading() as session:
        file = session.scalar(
            select(ModelDraftFile.content).where(
                ModelDraftFile.draft_id == draft, ModelDraftFile.path == MODEL_FILE
            )
        )
    assert file is not None
    return file


def test_who_saves_what_was_changed_meanwhile_finds_the_own_part_kept_aside(two: Office) -> None:
    draft = begun(two)
    saved(two, draft, drawing("Một"), 1)
    two.clock.move_to(two.now + timedelta(minutes=3))
    with pytest.raises(DraftMovedOn) as refused:
        saved(two, draft, drawing("Hai"), 1, OTHER)
    assert content(two, draft) == drawing("Một")
    with two.system.store.reading() as session:
        aside = session.get_one(ModelDraftSave, refused.value.aside)
        assert (aside.kind, aside.content) == ("aside", drawing("Hai"))
    restore_save(
        two.system.store,
        two.system.surroundings.directory,
        RestoreSave(by=by(two, OTHER), draft=draft, save=refused.value.aside),
        two.now,
    )
    assert content(two, draft) == drawing("Hai")


def test_two_who_save_at_once_leave_both_contents_behind(two: Office) -> None:
    draft = begun(two)
    answers = at_once(
        lambda: saved(two, draft, drawing("Một"), 1), lambda: saved(two, draft, drawing("Hai"), 1, OTHER)
    )
    assert sum(isinstance(each, DraftBeingEdited) for each in answers) == 1
    with two.system.store.reading() as session:
        kept = set(session.scalars(select(ModelDraftSave.content).where(ModelDraftSave.path == MODEL_FILE)))
    assert {drawing("Một"), drawing("Hai")} <= kept


def test_the_right_to_draw_ends_two_minutes_after_the_last_sign_and_can_be_taken(two: Office) -> None:
    draft, store = begun(two), two.system.store

    def hold(username: str, *, take: bool = False) -> bool:
        return hold_draft(store, HoldDraft(by=by(two, username), draft=draft, take=take), two.now).mine

    assert hold("thuky")
    assert not hold(OTHER)
    two.clock.move_to(two.now + timedelta(seconds=119))
    with pytest.raises(DraftBeingEdited) as refused:
        saved(two, draft, drawing("Hai"), 1, OTHER)
    assert refused.value.aside
    two.clock.move_to(two.now + timedelta(seconds=1))
    assert hold(OTHER)
    assert not hold("thuky")
    assert hold("thuky", take=True)
    assert not hold(OTHER)


def test_a_save_whose_answer_was_lost_may_be_sent_again(office: Office) -> None:
    draft = begun(office)
    saved(office, draft, drawing("Một"), 1)
    assert saved(office, draft, drawing("Một"), 1).revision == 3


def test_a_file_that_was_saved_after_it_was_read_is_not_removed(two: Office) -> None:
    draft = begun(two)
    path = "forms/phieu.json"

    def remove(revision: int) -> FileSaved:
        command = RemoveFile(by=by(two), draft=draft, path=path, revision=revision)
        return remove_file(two.system.store, two.system.surroundings.directory, command, two.now)

    newer = SaveFile(by=by(two), draft=draft, path=path, content=FORM + b" ", revision=1)
    save_file(two.system.store, two.system.surroundings.directory, newer, two.now)
    saved(two, draft, drawing("Một"), 2)
    for stale in (0, 1):
        with pytest.raises(DraftFileChanged):
            remove(stale)
    assert remove(2).revision == 4  # another file was saved meanwhile, which does not matter


def test_another_name_is_given_to_the_drawing_and_stays(two: Office) -> None:
    draft = begun(two)

    def rename(username: str) -> None:
        command = RenameDraft(by=by(two, username), draft=draft, name="  Cấp giấy  mới ")
        rename_draft(two.system.store, two.system.surroundings.directory, command, two.now)

    rename("thuky")
    assert process_name(content(two, draft)).name == "Cấp giấy mới"
    assert row(two, draft).revision == 2
    saved(two, draft, content(two, draft) + b"\n", 2)
    assert row(two, draft).name == "Cấp giấy mới"
    with pytest.raises(DraftBeingEdited):
        rename(OTHER)


def test_saves_of_five_minutes_are_kept_as_one(office: Office) -> None:
    draft = begun(office)
    for number in range(4):
        saved(office, draft, drawing(f"Lần {number}"), 9)
        office.clock.move_to(office.now + timedelta(minutes=2))
    with office.system.store.reading() as session:
        told = [line for line in saves(session, office.viewer("thuky"), draft) if line.path == MODEL_FILE]
    assert len(told) == 3  # the first, one of 08:00 to 08:04, one of 08:06


@pytest.mark.parametrize(
    ("path", "sent"),
    [
        (MODEL_FILE, b"xin ch\xc3\xa0o"),
        (MODEL_FILE, b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"),
        (MODEL_FILE, b"<html/>"),
        (MODEL_FILE, b" " * (5 * 1024 * 1024 + 1)),
        ("forms/a.json", b"{"),
        ("../a.json", b"{}"),
        ("forms/a.exe", b""),
    ],
)
def test_garbage_is_refused_with_a_sentence_and_changes_nothing(
    office: Office, path: str, sent: bytes
) -> None:
    draft = begun(office)
    command = SaveFile(by=by(office), draft=draft, path=path, content=sent, revision=1)
    with pytest.raises(FileUnfit):
        save_file(office.system.store, office.system.surroundings.directory, command, office.now)
    assert row(office, draft).revision == 1


def test_drafts_are_drawn_by_the_secretary_and_read_by_who_oversees(office: Office) -> None:
    draft = begun(office)
    for username in ("yennhi", "chanhvp", "quantri"):
        with pytest.raises(DrawingForbidden):
            saved(office, draft, drawing("Hai"), 1, username)
    with office.system.store.reading() as session:
        assert draft_view(session, office.viewer("chanhvp"), draft, office.now).line.id == draft
        with pytest.raises(DraftNotFound):
            draft_view(session, office.viewer("yennhi"), draft, office.now)
        with pytest.raises(DraftNotFound):
            draft_view(session, office.viewer("socv"), draft, office.now)
        assert [line.id for line in drafts(session, office.viewer("thuky"), office.now, words="cap giay")]


def test_a_key_is_drawn_once_and_a_discarded_draft_gives_it_back(office: Office) -> None:
    draft = begun(office)
    with pytest.raises(DraftKeyTaken):
        begun(office)
    discard_draft(office.system.store, DiscardDraft(by=by(office), draft=draft), office.now)
    with pytest.raises(DraftNotOpen):
        saved(office, draft, drawing("Hai"), 1)
    assert begun(office) != draft


def test_a_drawing_alone_brings_its_own_key_and_name(office: Office) -> None:
    command = CreateDraft(by=by(office), files={MODEL_FILE: drawing()}, name="Tên khác")
    draft = row(office, create_draft(office.system.store, command, office.now))
    assert (draft.key, draft.name) == ("QT_CAP_GIAY", "Tên khác")
    assert 'name="Tên khác"'.encode() in content(office, draft.id)
