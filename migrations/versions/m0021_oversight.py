"""How many cases of overseen agencies were done in time: counts alone, citizens' dossiers among them."""

from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

_OVERSEEN = "ANY ((SELECT nullif(current_setting('quytrinh.overseen', true), '')::uuid[])::uuid[])"


def upgrade() -> None:
    """Apply."""
    op.execute(
        f"""
        CREATE FUNCTION overseen_punctuality(since timestamptz, until timestamptz)
        RETURNS TABLE (agency_id uuid, ended bigint, in_time bigint)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
            SELECT agency_id, count(*), count(*) FILTER (WHERE ended_at < overdue_from)
            FROM process_instance
            WHERE agency_id = {_OVERSEEN} AND NOT confidential AND state = 'completed'
                AND overdue_from IS NOT NULL AND ended_at >= since AND ended_at < until
            GROUP BY agency_id
        $$
        """  # noqa: S608 - of constants alone
    )
    op.execute("REVOKE ALL ON FUNCTION overseen_punctuality FROM PUBLIC")
    op.execute("GRANT EXECUTE ON FUNCTION overseen_punctuality TO quytrinh_office")
