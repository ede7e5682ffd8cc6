"""How Alembic runs here: on the connection that `engine.store.migrate` hands over."""

from alembic import context

import qms.tables  # noqa: F401 - registers every table of the offices with the metadata
from engine.store.tables import Base

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=Base.metadata, compare_type=True)
with context.begin_transaction():
    context.run_migrations()
