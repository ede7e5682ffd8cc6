"""Keep a mail that the demo's mail catcher received, once for each Message-ID, as a mailbox does."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.dialects.postgresql import insert

from engine.store.session import Store
from engine.store.tables import CaughtMail


def keep_caught_mail(
    store: Store,
    *,
    message_id: str,
    sender: str,
    recipients: tuple[str, ...],
    raw: bytes,
    now: datetime,
) -> None:
    """Store it; a second copy of the same Message-ID is dropped."""
    with store.transaction() as session:
        session.execute(
            insert(CaughtMail)
            .values(
                message_id=message_id,
                received_at=now,
                sender=sender,
                recipients=", ".join(recipients),
                raw=raw,
            )
            .on_conflict_do_nothing()
        )
