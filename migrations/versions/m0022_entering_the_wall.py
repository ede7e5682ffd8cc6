"""How a transaction goes behind the second wall: one short call, planned once a connection (ADR 0013)."""

from alembic import op

revision = "0022"
down_revision = "0024"
branch_labels = None
depends_on = None

_OF_OURS = (
    "agency_id IS NOT DISTINCT FROM (SELECT nullif(current_setting('quytrinh.agency', true), '')::uuid)"
)
"""Of columns that are never NULL the same as an equation, of which no index is made use.

A case or task that is asked for by its id was looked for among all those of the agency, as long as the tables
had not been analysed and the plan was kept.
"""
_CLOSED = "ALL ((SELECT nullif(current_setting('quytrinh.closed', true), '')::uuid[])::uuid[])"


def upgrade() -> None:
    """Apply.

    What the function reads, it reads with the eyes of whoever calls it: only the login that owns the tables
    sees whether there is a closed case, and takes the role of the offices after it has looked.
    """
    op.execute(
        """
        CREATE FUNCTION stand_behind_wall(agency uuid, person uuid, head boolean, oversees boolean)
        RETURNS boolean LANGUAGE plpgsql AS $$
        DECLARE
            done text;
            overseen text := '{}';
        BEGIN
            -- An assignment is evaluated at once, PERFORM as a query.
            done := set_config('quytrinh.agency', agency::text, true);
            done := set_config('quytrinh.person', person::text, true);
            IF oversees THEN
                overseen := coalesce((
                    SELECT array_agg(other.id)::text FROM agency AS other
                    WHERE other.overseen_by = stand_behind_wall.agency
                ), '{}');
            END IF;
            done := set_config('quytrinh.overseen', overseen, true);
            IF NOT head THEN
                IF EXISTS (
                    SELECT FROM process_instance AS closed
                    WHERE closed.agency_id = stand_behind_wall.agency AND closed.confidential
                ) THEN
                    RETURN false;
                END IF;
            END IF;
            done := set_config('quytrinh.closed', '{}', true);
            done := set_config('role', 'quytrinh_office', true);
            RETURN true;
        END $$
        """
    )
    for table, case in (("process_instance", "id"), ("task", "instance_id")):
        op.execute(f"ALTER POLICY office ON {table} USING ({_OF_OURS} AND {case} <> {_CLOSED})")
