"""What a request works with: the system, its time, and who is asking from where."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import TYPE_CHECKING, Final, cast

from flask import Flask, current_app, g, request

from engine.domain.assignment import Actor, Viewer
from engine.domain.local_time import local_day
from qms.bootstrap import System
from qms.organisation.queries import Officer

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_KEY: Final = "quytrinh"


def keep_system(app: Flask, system: System) -> None:
    """Give the application its system."""
    app.extensions[_KEY] = system


def system() -> System:
    """The system of this application."""
    return cast("System", current_app.extensions[_KEY])


def now() -> datetime:
    """The moment of this request: one for all that it does."""
    if "now" not in g:
        g.now = system().clock.now()
    return cast("datetime", g.now)


def today() -> date:
    """The day of this request in Vietnam."""
    return local_day(now())


def viewer() -> Viewer:
    """Who is signed in, with today's roles; only views behind the sign-in ask."""
    return cast("Viewer", g.viewer)


def officer() -> Officer:
    """Who is signed in, by name."""
    return cast("Officer", g.officer)


def origin() -> str:
    """The address that the request came from."""
    return request.remote_addr or ""


def actor() -> Actor:
    """Who acts, for the record."""
    person = g.viewer.person if g.get("viewer") is not None else None
    return Actor(person=person, origin=origin())


@contextmanager
def reading() -> Iterator[Session]:
    """A snapshot of the database to read from."""
    with system().store.reading() as session:
        yield session
