"""When a sign-in has run out while somebody was typing: the text is kept as a draft of the task."""

from __future__ import annotations

from uuid import UUID

from flask import request

from engine.commands.save_draft import SaveDraft, save_draft
from engine.domain.errors import Refusal
from engine.domain.local_time import local_day
from qms.accounts.sessions import KnownBrowser
from qms.accounts.standing import Standing, roles_of, standing
from web.auth.resending import is_ours
from web.inbox.submission import read_task_submission
from web.system import now, system

TASK_FORMS = frozenset({"inbox.complete", "inbox.draft"})


def keep_what_was_typed(browser: KnownBrowser) -> bool:
    """Save the posted task form for the person whose session ran out, and say whether that was done.

    Only a form of our own, and only of a sign-in that stood free when it ran out: one that still lacked its
    second factor or an own password writes nothing afterwards either.
    """
    if request.endpoint not in TASK_FORMS or request.method != "POST" or not is_ours():
        return False
    with system().store.reading() as session:
        viewer = system().surroundings.directory.viewer(session, browser.person, local_day(now()))
    if viewer is None:
        return False
    if standing(browser, roles_of(viewer), system().settings.second_factor_roles) is not Standing.FREE:
        return False
    task = UUID(str((request.view_args or {})["task"]))
    try:
        submission = read_task_submission(task, viewer)
        save_draft(
            system().store.behind(viewer),
            system().surroundings,
            SaveDraft(task=task, viewer=viewer, values=submission.values, files=submission.file_ids),
            now(),
        )
    except Refusal:
        return False
    return True
