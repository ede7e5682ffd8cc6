"""The store: one engine per process, and the only place that commits."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine, create_engine, text
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.orm import Session

from engine.domain.errors import Refusal

_NO_CONNECTION = "08000"
_UNREACHABLE = ("08", "57P", "53300")
"""SQLSTATE classes of a lost connection, a server going down, and too many connections."""


class StoreUnreachable(Refusal):
    """The database does not answer."""

    def __init__(self) -> None:
        super().__init__(
            vi="Cơ sở dữ liệu tạm thời không trả lời. Không có gì bị mất; xin thử lại sau ít phút.",
            en="The database is not answering for the moment. Nothing is lost; please try again shortly.",
        )


class Store:
    """PostgreSQL behind one connection pool."""

    def __init__(self, url: str, *, pool_size: int = 8) -> None:
        self._engine = create_engine(url, pool_size=pool_size, max_overflow=8, pool_pre_ping=True)

    @property
    def engine(self) -> Engine:
        """The SQLAlchemy engine, for migrations and benchmarks."""
        return self._engine

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """One transaction for one verb: commits at its end, rolls back on any exception."""
        with reachable(), Session(self._engine, expire_on_commit=False) as session, session.begin():
            yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A snapshot to read from; whatever is changed in it is thrown away."""
        with reachable(), Session(self._engine, expire_on_commit=False) as session:
            session.execute(text("SET TRANSACTION READ ONLY"))
            yield session

    def close(self) -> None:
        """Give back all connections."""
        self._engine.dispose()


@contextmanager
def reachable() -> Iterator[None]:
    """Turn the loss of the database, in whatever words of the driver, into StoreUnreachable."""
    try:
        yield
    except (OperationalError, InterfaceError) as error:
        state = getattr(error.orig, "sqlstate", None) or _NO_CONNECTION
        if not state.startswith(_UNREACHABLE):
            raise
        raise StoreUnreachable from error
