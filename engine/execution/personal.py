"""What mails may show of a case that is about a citizen: its code and initials, nothing else."""

from __future__ import annotations

import logging
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from engine.execution.surroundings import Surroundings
from engine.store.tables import ProcessInstance

MOST_INITIALS: Final = 8
_log: Final = logging.getLogger(__name__)


def is_personal(session: Session, surroundings: Surroundings, instance: ProcessInstance) -> bool:
    """Whether the model says so (gov:personal); also where the model cannot be read any more."""
    return is_personal_model(session, surroundings, instance.model_version_id)


def is_personal_model(session: Session, surroundings: Surroundings, version: UUID) -> bool:
    """The same for a version of a model."""
    try:
        return surroundings.models.compiled(session, version).definition.personal
    except Exception:  # noqa: BLE001 - in doubt nothing is shown, and the letter goes out
        _log.exception("model_unreadable", extra={"version": str(version)})
        return True


def initials(text: str) -> str:
    """The first letters of the words, N.V.A. of Nguyễn Văn An; numbers tell too much and are left out."""
    letters = [word[0].upper() for word in text.split() if word[0].isalpha()]
    return "".join(f"{letter}." for letter in letters[:MOST_INITIALS])
