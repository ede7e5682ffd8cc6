"""What a request works with: the system, its time, and who is asking from where."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
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
_BEFORE_THE_WALL: Final = frozenset({"auth", "health"})
"""Rooms that ask who somebody is, or of the machine: whoever is signed in already, they act for no agency."""


def keep_system(app: Flask, system: System) -> None:
    """Give the application its system."""
    app.extensions[_KEY] = system


def system() -> System:
    """The system of this request: once somebody is signed in, its store stands behind the second wall."""
    viewer = g.get("viewer")
    walled = g.get("walled")
    if walled is not None and g.walled_for is viewer:
        return cast("System", walled)
    if viewer is None or request.blueprint in _BEFORE_THE_WALL:
        return over_agencies()
    whole = over_agencies()
    g.walled, g.walled_for = replace(whole, store=whole.store.behind(viewer)), viewer
    return cast("System", g.walled)


def over_agencies() -> System:
    """The system before the second wall (ADR 0013).

    For the gate, and for acts whose authority reaches over agencies: mergers, legal time of a province or of
    the country, interventions without data in a confidential case. Each asks the authority itself; a test
    holds the list of those who may.
    """
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
    """The address that the request came from, and the token if a program sent it."""
    address = request.remote_addr or ""
    return f"{address} token {g.program.id}" if g.get("program") is not None else address


def actor() -> Actor:
    """Who acts, for the record."""
    person = g.viewer.person if g.get("viewer") is not None else None
    return Actor(person=person, origin=origin())


@contextmanager
def reading() -> Iterator[Session]:
    """A snapshot of the database to read from."""
    with system().store.reading() as session:
        yield session
