"""The store: one engine per process, and the only place that commits."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy
from time import monotonic
from typing import Any, Final, cast

import psycopg
from psycopg.pq import TransactionStatus
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DisconnectionError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnectionFree
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.errors import Refusal
from engine.store.wall import Wall, exchange

_NO_CONNECTION = "08000"
_UNREACHABLE: Final = ("08", "57P", "53300")
"""SQLSTATE classes of a lost connection, a server going down, and too many connections."""
_LOST: Final = ("08", "57P")
_BUSY: Final = ("40001", "40P01", "55P03")
"""SQLSTATE of a transaction that collided with another: serialisation, deadlock, a lock not to be had."""
_UNFINISHED: Final = {TransactionStatus.INTRANS, TransactionStatus.INERROR}
_OF_DATABASE: Final = (
    OperationalError,
    InterfaceError,
    NoConnectionFree,
    psycopg.OperationalError,
    psycopg.InterfaceError,
)
"""What SQLAlchemy and its driver raise; the one of time is that of a pool whose connections are all taken."""
DRIVER: Final = "driver"
"""Where a session keeps the driver's connection of its transaction."""
_SNAPSHOT: Final = b"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
_RESTED: Final = 1.0
"""Seconds after which a connection is asked whether it still lives before it is used again."""


class StoreUnreachable(Refusal):
    """The database does not answer."""

    def __init__(
        self,
        vi: str = "Cơ sở dữ liệu tạm thời không trả lời. Không có gì bị mất; xin thử lại sau ít phút.",
        en: str = "The database is not answering for the moment. Nothing is lost; please try again shortly.",
    ) -> None:
        super().__init__(vi=vi, en=en)


class StoreBusy(StoreUnreachable):
    """The database gave up a transaction that collided with another; tried again it will succeed."""

    def __init__(self) -> None:
        super().__init__(
            vi="Có việc khác đang ghi cùng hồ sơ này. Chưa có gì thay đổi; xin thử lại ngay.",
            en="Something else is writing the same case. Nothing has changed; please try again now.",
        )


class Store:
    """PostgreSQL behind one connection pool."""

    def __init__(self, url: str, *, pool_size: int = 8) -> None:
        self._wall: Wall | None = None
        # The connection given back last is taken first: its statements are prepared.
        self._engine = create_engine(url, pool_size=pool_size, max_overflow=8, pool_use_lifo=True)
        self._resting = _Resting()
        event.listen(self._engine, "checkin", self._resting.put_back)
        event.listen(self._engine, "checkout", self._resting.take_out)

    @property
    def engine(self) -> Engine:
        """The SQLAlchemy engine, for migrations and benchmarks."""
        return self._engine

    def behind(self, viewer: Viewer) -> Store:
        """The same database as far as the second wall lets the viewer (ADR 0013).

        Another agency's rows are not there, nor are confidential cases in which the viewer has no part, and
        no record can be changed.
        """
        walled = copy(self)
        walled._wall = Wall(viewer)  # noqa: SLF001 - a store of this class
        return walled

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """One transaction for one verb: commits at its end, rolls back on any exception.

        The ORM's own transaction begins when something asks the session; what goes by the driver alone
        (`engine.store.rows`) does without it.
        """
        with self._connected() as connection:
            session, driver = _session(connection)
            try:
                if self._wall is not None:
                    self._wall.enter(driver, b"BEGIN")
                yield session
                session.flush()
                _require_whole(driver)
                if session.in_transaction():
                    session.commit()
                elif driver.pgconn.transaction_status != TransactionStatus.IDLE:
                    exchange(driver, b"COMMIT")
            finally:
                session.close()
                if driver.pgconn.transaction_status in _UNFINISHED:
                    driver.rollback()

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A snapshot to read from: all of a page is of one moment, and nothing can be changed in it.

        It ends with a commit, as there is nothing to take back: at a rollback the driver forgets all
        statements it has prepared on the connection, and each would be planned anew.
        """
        with self._connected() as connection:
            session, driver = _session(connection)
            try:
                if self._wall is not None:
                    self._wall.enter(driver, _SNAPSHOT)
                else:
                    exchange(driver, _SNAPSHOT)
                yield session
                if driver.pgconn.transaction_status == TransactionStatus.INTRANS:
                    exchange(driver, b"COMMIT")
            finally:
                session.close()
                if driver.pgconn.transaction_status in _UNFINISHED:
                    driver.rollback()

    def close(self) -> None:
        """Give back all connections."""
        self._engine.dispose()

    @contextmanager
    def _connected(self) -> Iterator[Connection]:
        """A connection of the pool; where the server has ended it, those that rest are not trusted either."""
        with reachable():
            try:
                with self._engine.connect() as connection:
                    yield connection
            except (psycopg.OperationalError, psycopg.InterfaceError) as error:
                if _state(error).startswith(_LOST):
                    self._resting.distrust()
                raise


def _session(connection: Connection) -> tuple[Session, psycopg.Connection]:
    session = Session(connection, expire_on_commit=False)
    driver = cast("psycopg.Connection", connection.connection.driver_connection)
    session.info[DRIVER] = driver
    return session, driver


def _require_whole(driver: psycopg.Connection) -> None:
    """Refuse to commit what the database has given up already: it would roll back without an error."""
    if driver.pgconn.transaction_status == TransactionStatus.INERROR:
        raise psycopg.errors.InFailedSqlTransaction("an error of the database was caught without a savepoint")


class _Resting:
    """The connections that lie in the pool, and which of them are asked whether they still live."""

    def __init__(self) -> None:
        self._distrusted_at = 0.0

    def distrust(self) -> None:
        """The server has ended a connection: whatever lies in the pool now may be dead too."""
        self._distrusted_at = monotonic()

    def put_back(self, _connection: object, record: Any) -> None:
        """Note since when it rests."""
        record.info["rests_since"] = monotonic()

    def take_out(self, connection: Any, record: Any, _proxy: object) -> None:
        """Replace a connection that died while it lay in the pool; one used a moment ago is not asked."""
        if connection.closed:
            raise DisconnectionError
        since = record.info.get("rests_since")
        if since is not None and (monotonic() - since > _RESTED or since <= self._distrusted_at):
            try:
                connection.execute("")
                connection.commit()
            except psycopg.Error as error:
                raise DisconnectionError from error


@contextmanager
def reachable() -> Iterator[None]:
    """Turn the loss of the database, in whatever words of the driver, into StoreUnreachable."""
    try:
        yield
    except _OF_DATABASE as error:
        state = _state(error)
        if state in _BUSY:
            raise StoreBusy from error
        if not state.startswith(_UNREACHABLE):
            raise
        raise StoreUnreachable from error


def will_pass(error: Exception) -> bool:
    """Whether the error says nothing about what was done: the database was lost, or two collided."""
    if isinstance(error, StoreUnreachable):
        return True
    return isinstance(error, _OF_DATABASE) and _state(error).startswith((*_UNREACHABLE, *_BUSY))


def _state(error: Exception) -> str:
    """The SQLSTATE; where there is none, the connection itself was lost."""
    return getattr(getattr(error, "orig", error), "sqlstate", None) or _NO_CONNECTION
