CREATE FUNCTION public.held_back(of_case uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
            SELECT EXISTS (
                SELECT FROM process_instance AS ended
                JOIN model_version ON model_version.id = ended.model_version_id
                JOIN legal_hold ON legal_hold.agency_id = ended.agency_id
                WHERE ended.id = held_back.of_case AND legal_hold.lifted_at IS NULL
                    AND (legal_hold.instance_id IS NULL OR legal_hold.instance_id = ended.id)
                    AND (legal_hold.model_key IS NULL OR legal_hold.model_key = model_version.key)
                    AND (legal_hold.first_day IS NULL OR legal_hold.first_day
                        <= (ended.ended_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date)
                    AND (legal_hold.last_day IS NULL OR legal_hold.last_day
                        >= (ended.ended_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date)
            )
        $$;
CREATE FUNCTION public.mail_speaks_of(mail uuid, agency uuid, others boolean) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
            SELECT EXISTS (
                SELECT FROM notification WHERE notification.mail_id = mail_speaks_of.mail
                    AND (notification.agency_id <> mail_speaks_of.agency) = mail_speaks_of.others
            )
        $$;
CREATE FUNCTION public.may_be_destroyed(of_case uuid, by_disposal uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
            SELECT NOT held_back(may_be_destroyed.of_case) AND EXISTS (
                SELECT FROM disposal
                JOIN disposal_item ON disposal_item.disposal_id = disposal.id
                JOIN disposal_approval ON disposal_approval.disposal_id = disposal.id
                JOIN stored_file ON stored_file.id = disposal_approval.minutes_file
                JOIN process_instance ON process_instance.id = disposal_item.instance_id
                WHERE disposal.id = may_be_destroyed.by_disposal
                    AND disposal_item.instance_id = may_be_destroyed.of_case
                    AND disposal_approval.approved_by <> disposal.proposed_by
                    AND stored_file.sha256 = disposal_approval.minutes_sha256 AND stored_file.size > 0
                    AND process_instance.state IN ('completed', 'cancelled')
                    AND process_instance.disposed_at IS NULL
            ) AND NOT EXISTS (
                SELECT FROM disposal_end WHERE disposal_end.disposal_id = may_be_destroyed.by_disposal
            )
        $$;
CREATE FUNCTION public.overseen_punctuality(since timestamp with time zone, until timestamp with time zone) RETURNS TABLE(agency_id uuid, ended bigint, in_time bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
            SELECT agency_id, count(*), count(*) FILTER (WHERE ended_at < overdue_from)
            FROM process_instance
            WHERE agency_id = ANY ((SELECT nullif(current_setting('quytrinh.overseen', true), '')::uuid[])::uuid[]) AND NOT confidential AND state = 'completed'
                AND overdue_from IS NOT NULL AND ended_at >= since AND ended_at < until
            GROUP BY agency_id
        $$;
CREATE FUNCTION public.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
        BEGIN
            RAISE EXCEPTION 'append-only: % of % is refused', TG_OP, TG_TABLE_NAME;
        END $$;
CREATE FUNCTION public.refuse_change_but_disposal() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
        DECLARE
            named uuid := nullif(current_setting('quytrinh.disposal', true), '')::uuid;
        BEGIN
            IF TG_OP = 'UPDATE' AND named IS NOT NULL THEN
                IF NEW.data = '{"disposed":true}' AND OLD.kind <> 'record.disposed'
                    AND (to_jsonb(NEW) - 'data') = (to_jsonb(OLD) - 'data')
                    AND may_be_destroyed(OLD.instance_id, named)
                    AND EXISTS (
                        SELECT FROM history_event AS told
                        WHERE told.instance_id = OLD.instance_id AND told.sequence > OLD.sequence
                            AND told.kind = 'record.disposed'
                            AND told.data::jsonb ->> 'disposal' = named::text
                    )
                THEN
                    RETURN NEW;
                END IF;
            END IF;
            RAISE EXCEPTION 'append-only: % of % is refused', TG_OP, TG_TABLE_NAME;
        END $$;
CREATE FUNCTION public.refuse_rows_of_others() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
        BEGIN
            IF EXISTS (
                SELECT FROM written WHERE NOT EXISTS (
                    SELECT FROM process_instance WHERE process_instance.id = written.instance_id
                        AND process_instance.agency_id
                            = nullif(current_setting('quytrinh.agency', true), '')::uuid
                )
            ) THEN
                RAISE insufficient_privilege USING MESSAGE = 'rows of a case of others: ' || TG_TABLE_NAME;
            END IF;
            RETURN NULL;
        END $$;
CREATE FUNCTION public.strip_history(of_case uuid, by_disposal uuid) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
        DECLARE
            asking uuid := nullif(current_setting('quytrinh.agency', true), '')::uuid;
            stripped integer;
        BEGIN
            IF asking IS NOT NULL AND NOT EXISTS (
                SELECT FROM disposal WHERE id = by_disposal AND agency_id = asking
            ) THEN
                RAISE insufficient_privilege USING MESSAGE = 'a disposal of others';
            END IF;
            PERFORM set_config('quytrinh.disposal', by_disposal::text, true);
            UPDATE history_event SET data = '{"disposed":true}'
            WHERE instance_id = of_case AND data <> '{}' AND kind <> 'record.disposed';
            GET DIAGNOSTICS stripped = ROW_COUNT;
            PERFORM set_config('quytrinh.disposal', '', true);
            RETURN stripped;
        END $$;
CREATE TABLE public.absence (
    id uuid NOT NULL,
    agency_id uuid NOT NULL,
    person_id uuid NOT NULL,
    valid_from date NOT NULL,
    valid_to date NOT NULL,
    reason text NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by uuid,
    revoked_at timestamp with time zone,
    revoked_by uuid,
    revoked_reason text,
    CONSTRAINT ck_absence_period CHECK ((valid_to > valid_from))
);
CREATE TABLE public.account (
    person_id uuid NOT NULL,
    username text NOT NULL,
    password_hash text,
    created_at timestamp with time zone NOT NULL,
    disabled boolean NOT NULL,
    source text DEFAULT 'local'::text NOT NULL,
    password_changed_at timestamp with time zone,
    must_change_password boolean DEFAULT false NOT NULL,
    CONSTRAINT ck_account_source CHECK ((source = ANY (ARRAY['local'::text, 'ldap'::text, 'oidc'::text])))
);
CREATE TABLE public.agency (
    id uuid NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    short_name text NOT NULL,
    contact text NOT NULL,
    overseen_by uuid,
    search_text text NOT NULL,
    province text DEFAULT ''::text NOT NULL,
    valid_from date,
    valid_to date,
    parent_id uuid,
    CONSTRAINT ck_agency_period CHECK ((valid_to > valid_from))
);
CREATE TABLE public.alembic_version (
    version_num character varying(32) NOT NULL
);
CREATE TABLE public.annex_row (
    id uuid NOT NULL,
    annex text NOT NULL,
    agency_id uuid NOT NULL,
    year integer NOT NULL,
    "position" integer NOT NULL,
    number text NOT NULL,
    plan_sent boolean NOT NULL,
    objectives_sent boolean NOT NULL,
    source text NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by uuid,
    CONSTRAINT ck_annex_row_annex CHECK ((annex = ANY (ARRAY['plan'::text, 'roadmap'::text])))
);
CREATE TABLE public.api_token (
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    name text NOT NULL,
    token_hash bytea NOT NULL,
    scopes text[] NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    expires_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone,
    last_used_from text DEFAULT ''::text NOT NULL,
    revoked_at timestamp with time zone,
    revoked_by uuid,
    CONSTRAINT ck_api_token_period CHECK ((expires_at > created_at))
);
CREATE TABLE public.archive (
    id uuid NOT NULL,
    agency_id uuid NOT NULL,
    year integer NOT NULL,
    number integer NOT NULL,
    made_at timestamp with time zone NOT NULL,
    made_by uuid,
    cases integer NOT NULL,
    size integer NOT NULL,
    sha256 text NOT NULL,
    manifest_sha256 text NOT NULL
);
CREATE TABLE public.archived_case (
    archive_id uuid NOT NULL,
    instance_id uuid NOT NULL,
    agency_id uuid NOT NULL,
    history_sequence integer NOT NULL,
    history_hash bytea NOT NULL
);
CREATE TABLE public.audit_event (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    kind text NOT NULL,
    actor_id uuid,
    agency_id uuid,
    origin text NOT NULL,
    data text NOT NULL
);
CREATE SEQUENCE public.audit_event_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.audit_event_id_seq OWNED BY public.audit_event.id;
CREATE TABLE public.calendar_day (
    id uuid NOT NULL,
    province text,
    agency_id uuid,
    day date NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    basis text NOT NULL,
    confirmed boolean NOT NULL,
    entered_by uuid,
    entered_at timestamp with time zone NOT NULL,
    from_version integer NOT NULL,
    until_version integer,
    CONSTRAINT ck_calendar_day_kind CHECK ((kind = ANY (ARRAY['holiday'::text, 'off_swapped'::text, 'work_swapped'::text, 'half_day'::text, 'ordinary'::text]))),
    CONSTRAINT ck_calendar_day_scope CHECK (((province IS NULL) OR (agency_id IS NULL)))
);
CREATE TABLE public.calendar_feed (
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    token_hash bytea NOT NULL,
    created_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    read_at timestamp with time zone
);
CREATE TABLE public.caught_mail (
    message_id text NOT NULL,
    received_at timestamp with time zone NOT NULL,
    sender text NOT NULL,
    recipients text NOT NULL,
    raw bytea NOT NULL
);
CREATE TABLE public.citation (
    procedure_id uuid NOT NULL,
    number_key text NOT NULL,
    number text NOT NULL,
    article text NOT NULL
);
CREATE TABLE public.clock_entry (
    id uuid NOT NULL,
    instance_id uuid NOT NULL,
    task_id uuid,
    agency_id uuid NOT NULL,
    sequence integer NOT NULL,
    kind text NOT NULL,
    at timestamp with time zone NOT NULL,
    amount integer,
    unit text,
    until date,
    event text NOT NULL,
    authority text NOT NULL,
    basis text NOT NULL,
    reason text NOT NULL,
    actor_id uuid,
    recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_clock_entry_kind CHECK ((kind = ANY (ARRAY['pause'::text, 'resume'::text, 'reset'::text, 'extension'::text])))
);
CREATE TABLE public.process_instance (
    id uuid NOT NULL,
    agency_id uuid NOT NULL,
    model_version_id uuid NOT NULL,
    code text NOT NULL,
    title text NOT NULL,
    search_text text NOT NULL,
    state text NOT NULL,
    outcome text,
    revision integer NOT NULL,
    process_state bytea NOT NULL,
    started_at timestamp with time zone NOT NULL,
    started_by uuid,
    ended_at timestamp with time zone,
    deadline_policy text,
    anchor date,
    legal_due date,
    target_due date,
    overdue_from timestamp with time zone,
    overdue_at timestamp with time zone,
    explanation text NOT NULL,
    legal_basis text NOT NULL,
    unconfirmed boolean NOT NULL,
    ladder text,
    owed_to_department boolean NOT NULL,
    ladder_done text NOT NULL,
    escalate_at timestamp with time zone,
    history_sequence integer NOT NULL,
    history_hash bytea NOT NULL,
    suspended_at timestamp with time zone,
    suspended_by uuid,
    suspended_reason text,
    open_incidents smallint DEFAULT 0 NOT NULL,
    hops smallint DEFAULT 0 NOT NULL,
    deadline_terms text,
    reckoned_by integer DEFAULT 0 NOT NULL,
    clock_paused_at timestamp with time zone,
    clock_entries smallint DEFAULT 0 NOT NULL,
    personal boolean DEFAULT false NOT NULL,
    confidential boolean DEFAULT false NOT NULL,
    disposed_at timestamp with time zone,
    CONSTRAINT ck_process_instance_state CHECK ((state = ANY (ARRAY['running'::text, 'suspended'::text, 'completed'::text, 'cancelled'::text])))
);
CREATE VIEW public.closed_case WITH (security_barrier='true') AS
 SELECT id,
    agency_id,
    code,
    state,
    started_at,
    ended_at,
    open_incidents
   FROM public.process_instance
  WHERE (confidential AND (agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif")) AND (NOT (id <> ALL (( SELECT (NULLIF(current_setting('quytrinh.closed'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))));
CREATE TABLE public.deadline_change (
    id uuid NOT NULL,
    agency_id uuid NOT NULL,
    instance_id uuid NOT NULL,
    task_id uuid,
    reckoning_id uuid,
    at timestamp with time zone NOT NULL,
    old_legal_due date,
    old_target_due date,
    old_overdue_from timestamp with time zone,
    new_legal_due date,
    new_target_due date,
    new_overdue_from timestamp with time zone,
    reason_vi text NOT NULL,
    reason_en text NOT NULL
);
CREATE TABLE public.deadline_policy (
    id uuid NOT NULL,
    code text NOT NULL,
    province text,
    agency_id uuid,
    procedure text,
    valid_from date,
    valid_to date,
    rule text NOT NULL,
    legal_basis text NOT NULL,
    entered_by uuid,
    entered_at timestamp with time zone NOT NULL,
    from_version integer NOT NULL,
    until_version integer,
    CONSTRAINT ck_deadline_policy_basis CHECK ((legal_basis <> ''::text)),
    CONSTRAINT ck_deadline_policy_scope CHECK (((province IS NULL) OR (agency_id IS NULL))),
    CONSTRAINT ck_deadline_policy_validity CHECK (((valid_to IS NULL) OR (valid_from IS NULL) OR (valid_to >= valid_from)))
);
CREATE TABLE public.deadline_reckoning (
    id uuid NOT NULL,
    version integer NOT NULL,
    agency_id uuid,
    reason_vi text NOT NULL,
    reason_en text NOT NULL,
    actor_id uuid,
    begun_at timestamp with time zone NOT NULL,
    run_at timestamp with time zone NOT NULL,
    after_instance uuid,
    sweep smallint DEFAULT 0 NOT NULL,
    seen integer DEFAULT 0 NOT NULL,
    changed integer DEFAULT 0 NOT NULL,
    finished_at timestamp with time zone
);
CREATE TABLE public.delegation (
    id uuid NOT NULL,
    agency_id uuid NOT NULL,
    principal_id uuid NOT NULL,
    delegate_id uuid NOT NULL,
    form text NOT NULL,
    absence_id uuid,
    roles text[] NOT NULL,
    procedures text[] NOT NULL,
    elements text[] NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    decision text NOT NULL,
    decided_on date,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by uuid,
    revoked_at timestamp with time zone,
    revoked_by uuid,
    revoked_reason text,
    CONSTRAINT ck_delegation_decision CHECK ((decision <> ''::text)),
    CONSTRAINT ck_delegation_form CHECK ((form = ANY (ARRAY['KT'::text, 'TL'::text, 'TUQ'::text, 'THAY'::text]))),
    CONSTRAINT ck_delegation_limited CHECK (((valid_to IS NOT NULL) OR (form = ANY (ARRAY['KT'::text, 'TL'::text])))),
    CONSTRAINT ck_delegation_not_oneself CHECK ((principal_id <> delegate_id)),
    CONSTRAINT ck_delegation_period CHECK (((valid_to IS NULL) OR (valid_to > valid_from)))
);
CREATE TABLE public.demo_time (
    id integer NOT NULL,
    ahead_seconds bigint NOT NULL,
    heading_for timestamp with time zone
);
CREATE SEQUENCE public.demo_time_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.demo_time_id_seq OWNED BY public.demo_time.id;
CREATE TABLE public.disposal (
    id uuid NOT NULL,
    agency_id uuid NOT NULL,
    year integer NOT NULL,
    number integer NOT NULL,
    proposed_by uuid NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    reason text NOT NULL,
    cases integer NOT NULL,
    list_sha256 text NOT NULL
);
CREATE TABLE public.disposal_approval (
    disposal_id uuid NOT NULL,
    agency_id uuid NOT NULL,
    proposed_by uuid NOT NULL,
    approved_by uuid NOT NULL,
    approved_at timestamp with time zone NOT NULL,
    minutes_number text NOT NULL,
    minutes_key text NOT NULL,
    minutes_on date NOT NULL,
    council text NOT NULL,
    minutes_file uuid NOT NULL,
    minutes_sha256 text NOT NULL,
    CONSTRAINT ck_disposal_approval_minutes CHECK (((minutes_number <> ''::text) AND (minutes_key <> ''::text))),
    CONSTRAINT ck_disposal_approval_separation CHECK ((approved_by <> proposed_by))
);
CREATE TABLE public.disposal_end (
    disposal_id uuid NOT NULL,
    agency_id uuid NOT NULL,
    outcome text NOT NULL,
    ended_by uuid NOT NULL,
    ended_at timestamp with time zone NOT NULL,
    reason text NOT NULL,
    CONSTRAINT ck_disposal_end_outcome CHECK ((outcome = ANY (ARRAY['rejected'::text, 'withdrawn'::text, 'carried_out'::text]))),
    CONSTRAINT ck_disposal_end_reason CHECK (((outcome = 'carried_out'::text) OR (reason <> ''::text)))
);
CREATE TABLE public.disposal_item (
    disposal_id uuid NOT NULL,
    instance_id uuid NOT NULL,
    agency_id uuid NOT NULL,
    "position" integer NOT NULL,
    code text NOT NULL,
    model_key text NOT NULL,
    model_version integer NOT NULL,
    class_code text NOT NULL,
    class_name text NOT NULL,
    years integer NOT NULL,
    basis text NOT NULL,
    started_on date NOT NULL,
    ended_on date NOT NULL,
    kept_until date NOT NULL,
    history_sequence integer NOT NULL,
    history_hash bytea NOT NULL,
    files integer NOT NULL
);
CREATE TABLE public.escalation_ladder (
    id uuid NOT NULL,
    code text NOT NULL,
    province text,
    agency_id uuid,
    name_vi text NOT NULL,
    name_en text NOT NULL,
    steps text NOT NULL,
    basis text NOT NULL,
    entered_by uuid,
    entered_at timestamp with time zone NOT NULL,
    from_version integer NOT NULL,
    until_version integer,
    CONSTRAINT ck_escalation_ladder_scope CHECK (((province IS NULL) OR (agency_id IS NULL)))
);
CREATE TABLE public.event_subscription (
    id uuid NOT NULL,
    instance_id uuid NOT NULL,
    agency_id uuid NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    correlation_key text NOT NULL,
    element_id text NOT NULL,
    sequence bigint NOT NULL,
    ready_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_event_subscription_kind CHECK ((kind = ANY (ARRAY['message'::text, 'signal'::text])))
);
ALTER TABLE public.event_subscription ALTER COLUMN sequence ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.event_subscription_sequence_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.external_identity (
    provider text NOT NULL,
    subject text NOT NULL,
    person_id uuid NOT NULL,
    linked_at timestamp with time zone NOT NULL,
    seen_at timestamp with time zone NOT NULL
);
CREATE TABLE public.form_template (
    id uuid NOT NULL,
    agency_id uuid,
    code text NOT NULL,
    name text NOT NULL,
    legal_basis text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    content bytea NOT NULL,
    search_text text NOT NULL,
    withdrawn boolean DEFAULT false NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by uuid,
    CONSTRAINT ck_form_template_period CHECK (((valid_to IS NULL) OR (valid_to > valid_from)))
);
CREATE TABLE public.history_event (
    instance_id uuid NOT NULL,
    sequence integer NOT NULL,
    at timestamp with time zone NOT NULL,
    kind text NOT NULL,
    actor_id uuid,
    origin text NOT NULL,
    element_id text,
    task_id uuid,
    data text NOT NULL,
    hash bytea NOT NULL
);
CREATE TABLE public.incident (
    id uuid NOT NULL,
    instance_id uuid NOT NULL,
    agency_id uuid NOT NULL,
    element_id text NOT NULL,
    job_id uuid,
    message_vi text NOT NULL,
    message_en text NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    resolved_at timestamp with time zone,
    resolved_by uuid,
    task_id uuid,
    timer_id uuid,
    resolution text,
    resolution_reason text,
    CONSTRAINT ck_incident_resolution CHECK ((resolution = ANY (ARRAY['passed'::text, 'answered'::text, 'skipped'::text, 'closed'::text, 'cancelled'::text])))
);
CREATE TABLE public.instance_migration (
    id uuid NOT NULL,
    instance_id uuid NOT NULL,
    agency_id uuid NOT NULL,
    from_version_id uuid NOT NULL,
    to_version_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    actor_id uuid,
    reason text NOT NULL,
    plan text NOT NULL,
    revision integer NOT NULL,
    old_state bytea NOT NULL,
    old_rows bytea NOT NULL,
    reverted_at timestamp with time zone,
    reverted_by uuid,
    reverted_reason text
);
CREATE TABLE public.job (
    id uuid NOT NULL,
    instance_id uuid NOT NULL,
    element_id text NOT NULL,
    operator text NOT NULL,
    run_at timestamp with time zone NOT NULL,
    attempts smallint NOT NULL,
    state text NOT NULL,
    last_error text,
    CONSTRAINT ck_job_state CHECK ((state = ANY (ARRAY['pending'::text, 'exhausted'::text])))
);
CREATE TABLE public.legal_document (
    id uuid NOT NULL,
    agency_id uuid NOT NULL,
    number text NOT NULL,
    number_key text NOT NULL,
    title text NOT NULL,
    issuer text NOT NULL,
    field text NOT NULL,
    signed_on date,
    effective_on date,
    effect_rule text NOT NULL,
    expires_on date,
    replaces text NOT NULL,
    amends text NOT NULL,
    transition text NOT NULL,
    link text NOT NULL,
    file_id uuid,
    search_text text NOT NULL,
    registered_at timestamp with time zone NOT NULL,
    registered_by uuid
);
CREATE TABLE public.legal_hold (
    id uuid NOT NULL,
    agency_id uuid NOT NULL,
    instance_id uuid,
    model_key text,
    first_day date,
    last_day date,
    reason text NOT NULL,
    basis text NOT NULL,
    placed_by uuid NOT NULL,
    placed_at timestamp with time zone NOT NULL,
    lifted_by uuid,
    lifted_at timestamp with time zone,
    lifted_reason text,
    CONSTRAINT ck_legal_hold_lifted CHECK ((((lifted_at IS NULL) = (lifted_by IS NULL)) AND ((lifted_at IS NULL) OR (lifted_reason <> ''::text)))),
    CONSTRAINT ck_legal_hold_period CHECK ((last_day >= first_day)),
    CONSTRAINT ck_legal_hold_reason CHECK (((reason <> ''::text) AND (basis <> ''::text)))
);
CREATE TABLE public.legal_time_change (
    id uuid NOT NULL,
    province text,
    agency_id uuid,
    title text NOT NULL,
    edits text NOT NULL,
    state text NOT NULL,
    drafted_by uuid,
    drafted_at timestamp with time zone NOT NULL,
    decided_by uuid,
    decided_at timestamp with time zone,
    version integer,
    CONSTRAINT ck_legal_time_change_scope CHECK (((province IS NULL) OR (agency_id IS NULL))),
    CONSTRAINT ck_legal_time_change_state CHECK ((state = ANY (ARRAY['draft'::text, 'applied'::text, 'dropped'::text])))
);
CREATE TABLE public.legal_time_version (
    id smallint NOT NULL,
    version integer NOT NULL,
    changed_at timestamp with time zone NOT NULL
);
CREATE TABLE public.legal_update (
    instance_id uuid NOT NULL,
    agency_id uuid NOT NULL,
    legal_document_id uuid NOT NULL,
    conclusion text,
    closed_on date
);
CREATE TABLE public.legal_update_change (
    instance_id uuid NOT NULL,
    procedure_id uuid NOT NULL,
    action text NOT NULL,
    old_label text NOT NULL,
    new_label text,
    effective_on date,
    decision_number text NOT NULL,
    decided_on date,
    recorded_at timestamp with time zone NOT NULL
);
CREATE TABLE public.mail (
    id uuid NOT NULL,
    agency_id uuid NOT NULL,
    person_id uuid NOT NULL,
    message_id text NOT NULL,
    to_name text NOT NULL,
    to_address text NOT NULL,
    subject text NOT NULL,
    text text NOT NULL,
    html text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    run_at timestamp with time zone NOT NULL,
    attempts smallint NOT NULL,
    state text NOT NULL,
    sent_at timestamp with time zone,
    server_answer text,
    proved_at timestamp with time zone,
    asked_for boolean DEFAULT false NOT NULL,
    CONSTRAINT ck_mail_state CHECK ((state = ANY (ARRAY['pending'::text, 'sent'::text, 'failed'::text])))
);
CREATE TABLE public.mail_hours (
    agency_id uuid NOT NULL,
    quiet_from time without time zone,
    quiet_until time without time zone,
    digest_at time without time zone NOT NULL
);
CREATE TABLE public.mail_preference (
    person_id uuid NOT NULL,
    delivery text NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_mail_preference_delivery CHECK ((delivery = ANY (ARRAY['immediately'::text, 'digest'::text, 'none'::text])))
);
CREATE TABLE public.message (
    id uuid NOT NULL,
    agency_id uuid NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    correlation_key text NOT NULL,
    payload bytea NOT NULL,
    sequence bigint NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    sender_instance uuid,
    sender_element text,
    sent_by uuid,
    origin text NOT NULL,
    thrown_id uuid NOT NULL,
    target_subscription uuid,
    target_model text,
    expires_at timestamp with time zone NOT NULL,
    deliver_at timestamp with time zone,
    attempts smallint NOT NULL,
    last_error text,
    state text NOT NULL,
    received_by uuid,
    received_element text,
    received_at timestamp with time zone,
    hops smallint DEFAULT 0 NOT NULL,
    parked_at timestamp with time zone,
    trouble_vi text,
    CONSTRAINT ck_message_kind CHECK ((kind = ANY (ARRAY['message'::text, 'signal'::text]))),
    CONSTRAINT ck_message_pending CHECK (((state = 'pending'::text) = (deliver_at IS NOT NULL))),
    CONSTRAINT ck_message_state CHECK ((state = ANY (ARRAY['pending'::text, 'delivered'::text, 'expired'::text, 'missed'::text, 'parked'::text, 'dropped'::text])))
);
ALTER TABLE public.message ALTER COLUMN sequence ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.message_sequence_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.model_comment (
    id uuid NOT NULL,
    draft_id uuid NOT NULL,
    reply_to uuid,
    element_id text NOT NULL,
    text text NOT NULL,
    author_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    resolved_at timestamp with time zone,
    resolved_by uuid
);
CREATE TABLE public.model_draft (
    id uuid NOT NULL,
    agency_id uuid NOT NULL,
    key text NOT NULL,
    name text NOT NULL,
    search_text text NOT NULL,
    state text NOT NULL,
    based_on uuid,
    procedure_id uuid,
    revision integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    saved_at timestamp with time zone NOT NULL,
    saved_by uuid,
    editor_id uuid,
    editor_seen_at timestamp with time zone,
    instance_id uuid,
    bundle_hash text DEFAULT ''::text NOT NULL,
    effective_from date,
    version_id uuid,
    CONSTRAINT ck_model_draft_state CHECK ((state = ANY (ARRAY['draft'::text, 'in_review'::text, 'approved'::text, 'published'::text, 'discarded'::text])))
);
CREATE TABLE public.model_draft_file (
    draft_id uuid NOT NULL,
    path text NOT NULL,
    content bytea NOT NULL,
    sha256 text NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    saved_by uuid
);
CREATE TABLE public.model_draft_save (
    id bigint NOT NULL,
    draft_id uuid NOT NULL,
    path text NOT NULL,
    kind text NOT NULL,
    revision integer NOT NULL,
    content bytea NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    saved_by uuid,
    CONSTRAINT ck_model_draft_save_kind CHECK ((kind = ANY (ARRAY['saved'::text, 'aside'::text])))
);
CREATE SEQUENCE public.model_draft_save_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.model_draft_save_id_seq OWNED BY public.model_draft_save.id;
CREATE TABLE public.model_file (
    model_version_id uuid NOT NULL,
    path text NOT NULL,
    content bytea NOT NULL
);
CREATE TABLE public.model_start (
    model_version_id uuid NOT NULL,
    element_id text NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    CONSTRAINT ck_model_start_kind CHECK ((kind = ANY (ARRAY['message'::text, 'signal'::text])))
);
CREATE TABLE public.model_version (
    id uuid NOT NULL,
    key text NOT NULL,
    version integer NOT NULL,
    bundle_hash text NOT NULL,
    name text NOT NULL,
    deployed_at timestamp with time zone NOT NULL,
    deployed_by uuid,
    agency_id uuid,
    effective_from date
);
CREATE TABLE public.model_withdrawal (
    model_version_id uuid NOT NULL,
    withdrawn_from date NOT NULL,
    decision text NOT NULL,
    reason text NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by uuid
);
CREATE TABLE public.nonconformity (
    id uuid NOT NULL,
    agency_id uuid NOT NULL,
    code text NOT NULL,
    source text NOT NULL,
    description text NOT NULL,
    requirement text NOT NULL,
    state text NOT NULL,
    instance_id uuid,
    found_on date NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    search_text text NOT NULL
);
CREATE TABLE public.notification (
    id uuid NOT NULL,
    agency_id uuid NOT NULL,
    person_id uuid NOT NULL,
    kind text NOT NULL,
    step text NOT NULL,
    instance_id uuid,
    task_id uuid,
    created_at timestamp with time zone NOT NULL,
    send_at timestamp with time zone NOT NULL,
    data text NOT NULL,
    mail_id uuid
);
CREATE TABLE public.number_series (
    agency_id uuid NOT NULL,
    series text NOT NULL,
    year integer NOT NULL,
    last integer NOT NULL
);
CREATE TABLE public.office_hours (
    id uuid NOT NULL,
    province text,
    agency_id uuid,
    valid_from date NOT NULL,
    week text NOT NULL,
    made_up text NOT NULL,
    basis text NOT NULL,
    entered_by uuid,
    entered_at timestamp with time zone NOT NULL,
    from_version integer NOT NULL,
    until_version integer,
    CONSTRAINT ck_office_hours_scope CHECK (((province IS NULL) OR (agency_id IS NULL)))
);
CREATE TABLE public.organisation_version (
    id uuid NOT NULL,
    subject text NOT NULL,
    subject_id uuid NOT NULL,
    name text NOT NULL,
    short_name text NOT NULL,
    province text NOT NULL,
    valid_from date,
    valid_to date,
    decision text NOT NULL,
    decided_on date,
    recorded_at timestamp with time zone,
    recorded_by uuid,
    superseded_at timestamp with time zone,
    CONSTRAINT ck_organisation_version_period CHECK ((valid_to > valid_from)),
    CONSTRAINT ck_organisation_version_subject CHECK ((subject = ANY (ARRAY['province'::text, 'agency'::text, 'unit'::text, 'person'::text])))
);
CREATE VIEW public.overseen_case WITH (security_barrier='true') AS
 SELECT id,
    agency_id,
    model_version_id,
    code,
    title,
    state,
    outcome,
    started_at,
    ended_at,
    anchor,
    legal_due,
    target_due,
    overdue_from,
    overdue_at,
    clock_paused_at
   FROM public.process_instance
  WHERE ((NOT personal) AND (NOT confidential) AND (agency_id = ANY (( SELECT (NULLIF(current_setting('quytrinh.overseen'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])));
CREATE TABLE public.password_reset (
    token_hash bytea NOT NULL,
    person_id uuid NOT NULL,
    origin text NOT NULL,
    requested_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone
);
CREATE TABLE public.person (
    id uuid NOT NULL,
    agency_id uuid NOT NULL,
    unit_id uuid,
    full_name text NOT NULL,
    sort_key text NOT NULL,
    title text NOT NULL,
    email text NOT NULL,
    locale text NOT NULL,
    active boolean NOT NULL
);
CREATE TABLE public.planned_change (
    id uuid NOT NULL,
    agency_id uuid NOT NULL,
    kind text NOT NULL,
    subjects uuid[] NOT NULL,
    asked jsonb NOT NULL,
    effective_on date NOT NULL,
    run_at timestamp with time zone,
    state text NOT NULL,
    decision text NOT NULL,
    decided_on date,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by uuid,
    ended_at timestamp with time zone,
    ended_by uuid,
    reason text,
    reason_en text,
    CONSTRAINT ck_planned_change_kind CHECK ((kind = ANY (ARRAY['agencies'::text, 'units'::text, 'transfer'::text, 'leaving'::text]))),
    CONSTRAINT ck_planned_change_run_at CHECK (((state = 'planned'::text) = (run_at IS NOT NULL))),
    CONSTRAINT ck_planned_change_state CHECK ((state = ANY (ARRAY['planned'::text, 'done'::text, 'cancelled'::text, 'refused'::text])))
);
CREATE TABLE public.procedure (
    id uuid NOT NULL,
    agency_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    field text NOT NULL,
    legal_time text NOT NULL,
    search_text text NOT NULL
);
CREATE TABLE public.procedure_version (
    id uuid NOT NULL,
    procedure_id uuid NOT NULL,
    label text NOT NULL,
    effective_on date NOT NULL,
    ended_on date,
    summary text NOT NULL,
    decision_number text NOT NULL,
    decided_on date,
    instance_id uuid,
    recorded_at timestamp with time zone NOT NULL
);
CREATE TABLE public.province (
    id uuid NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    valid_from date,
    valid_to date,
    search_text text NOT NULL,
    CONSTRAINT ck_province_period CHECK ((valid_to > valid_from))
);
CREATE TABLE public.recovery_code (
    person_id uuid NOT NULL,
    code_hash bytea NOT NULL,
    used_at timestamp with time zone
);
CREATE TABLE public.retention_line (
    id uuid NOT NULL,
    agency_id uuid,
    province text NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    models text NOT NULL,
    years integer,
    basis text NOT NULL,
    confirmed boolean NOT NULL,
    valid_from date NOT NULL,
    entered_by uuid,
    entered_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_retention_line_basis CHECK ((basis <> ''::text)),
    CONSTRAINT ck_retention_line_scope CHECK (((agency_id IS NULL) OR (province = ''::text))),
    CONSTRAINT ck_retention_line_years CHECK (((years IS NULL) OR ((years >= 1) AND (years <= 100))))
);
CREATE TABLE public.role_assignment (
    id uuid NOT NULL,
    agency_id uuid NOT NULL,
    unit_id uuid,
    person_id uuid NOT NULL,
    role text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    decision text NOT NULL,
    end_decision text DEFAULT ''::text NOT NULL,
    CONSTRAINT ck_role_assignment_period CHECK (((valid_to IS NULL) OR (valid_to > valid_from)))
);
CREATE TABLE public.sealed_day (
    day date NOT NULL,
    sealed_at timestamp with time zone NOT NULL,
    heads text NOT NULL,
    acts text NOT NULL,
    acts_through bigint NOT NULL,
    previous bytea NOT NULL,
    root bytea NOT NULL
);
CREATE TABLE public.second_factor (
    person_id uuid NOT NULL,
    secret bytea NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    confirmed_at timestamp with time zone,
    last_step bigint NOT NULL
);
CREATE TABLE public.sign_in_attempt (
    id bigint NOT NULL,
    username text NOT NULL,
    origin text NOT NULL,
    at timestamp with time zone NOT NULL
);
CREATE SEQUENCE public.sign_in_attempt_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.sign_in_attempt_id_seq OWNED BY public.sign_in_attempt.id;
CREATE TABLE public.sign_in_session (
    token_hash bytea NOT NULL,
    person_id uuid NOT NULL,
    origin text NOT NULL,
    signed_in_at timestamp with time zone NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    browser text DEFAULT ''::text NOT NULL,
    method text DEFAULT 'local'::text NOT NULL,
    second_factor_at timestamp with time zone
);
CREATE TABLE public.stored_file (
    id uuid NOT NULL,
    agency_id uuid NOT NULL,
    instance_id uuid,
    task_id uuid,
    name text NOT NULL,
    media_type text NOT NULL,
    size integer NOT NULL,
    sha256 text NOT NULL,
    content bytea NOT NULL,
    uploaded_by uuid NOT NULL,
    uploaded_at timestamp with time zone NOT NULL
);
CREATE TABLE public.succession (
    id uuid NOT NULL,
    subject text NOT NULL,
    kind text NOT NULL,
    predecessor_id uuid NOT NULL,
    successor_id uuid,
    effective_on date NOT NULL,
    decision text NOT NULL,
    decided_on date NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by uuid,
    CONSTRAINT ck_succession_decision CHECK ((decision <> ''::text)),
    CONSTRAINT ck_succession_kind CHECK ((kind = ANY (ARRAY['merge'::text, 'split'::text, 'rename'::text, 'transfer'::text, 'dissolve'::text]))),
    CONSTRAINT ck_succession_rename CHECK (((kind = 'rename'::text) = (predecessor_id = successor_id))),
    CONSTRAINT ck_succession_subject CHECK ((subject = ANY (ARRAY['province'::text, 'agency'::text, 'unit'::text]))),
    CONSTRAINT ck_succession_successor CHECK (((kind = 'dissolve'::text) = (successor_id IS NULL)))
);
CREATE TABLE public.task (
    id uuid NOT NULL,
    instance_id uuid NOT NULL,
    agency_id uuid NOT NULL,
    element_id text NOT NULL,
    scope text NOT NULL,
    name text NOT NULL,
    title text NOT NULL,
    search_text text NOT NULL,
    role text,
    unit_id uuid,
    person_id uuid,
    form_key text,
    state text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    claimed_by uuid,
    claimed_at timestamp with time zone,
    completed_by uuid,
    completed_at timestamp with time zone,
    outputs bytea,
    deadline_policy text,
    legal_due date,
    target_due date,
    overdue_from timestamp with time zone,
    explanation text NOT NULL,
    legal_basis text NOT NULL,
    unconfirmed boolean NOT NULL,
    ladder text,
    owed_to_department boolean NOT NULL,
    ladder_done text NOT NULL,
    escalate_at timestamp with time zone,
    draft bytea,
    draft_by uuid,
    draft_at timestamp with time zone,
    returned_by uuid,
    returned_at timestamp with time zone,
    returned_reason text,
    deadline_terms text,
    reckoned_by integer DEFAULT 0 NOT NULL,
    clock_paused_at timestamp with time zone,
    priority smallint DEFAULT 0 NOT NULL,
    in_person boolean DEFAULT false NOT NULL,
    process_key text DEFAULT ''::text NOT NULL,
    claimed_for uuid,
    completed_for uuid,
    mandate_id uuid,
    CONSTRAINT ck_task_state CHECK ((state = ANY (ARRAY['open'::text, 'claimed'::text, 'completed'::text, 'cancelled'::text])))
);
CREATE TABLE public.timer (
    id uuid NOT NULL,
    instance_id uuid NOT NULL,
    element_id text NOT NULL,
    due timestamp with time zone NOT NULL,
    wake_at timestamp with time zone NOT NULL,
    attempts smallint NOT NULL
);
CREATE TABLE public.timer_lateness (
    hour timestamp with time zone NOT NULL,
    worker text NOT NULL,
    lateness_class smallint NOT NULL,
    fired bigint NOT NULL,
    longest_ms bigint NOT NULL
);
CREATE TABLE public.unit (
    id uuid NOT NULL,
    agency_id uuid NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    "position" integer NOT NULL,
    valid_from date,
    valid_to date,
    absorbed uuid[] DEFAULT '{}'::uuid[] NOT NULL,
    CONSTRAINT ck_unit_period CHECK ((valid_to > valid_from))
);
CREATE TABLE public.watchdog_alarm (
    id uuid NOT NULL,
    kind text NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    told_at timestamp with time zone,
    closed_at timestamp with time zone,
    detail text NOT NULL
);
CREATE TABLE public.worker_heartbeat (
    worker text NOT NULL,
    started_at timestamp with time zone NOT NULL,
    seen_at timestamp with time zone NOT NULL
);
ALTER TABLE ONLY public.audit_event ALTER COLUMN id SET DEFAULT nextval('public.audit_event_id_seq'::regclass);
ALTER TABLE ONLY public.demo_time ALTER COLUMN id SET DEFAULT nextval('public.demo_time_id_seq'::regclass);
ALTER TABLE ONLY public.model_draft_save ALTER COLUMN id SET DEFAULT nextval('public.model_draft_save_id_seq'::regclass);
ALTER TABLE ONLY public.sign_in_attempt ALTER COLUMN id SET DEFAULT nextval('public.sign_in_attempt_id_seq'::regclass);
INSERT INTO public.absence VALUES
	('c5dbae8c-2903-40cc-9212-c5fe0c07179e', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '20e5d78c-baf8-5964-8a6c-83810276e039', '2026-12-01', '2026-12-17', 'Nghỉ phép', '2026-11-26 02:00:00+00', '1164b710-4187-58d5-929d-94efdcce8738', NULL, NULL, NULL);
INSERT INTO public.account VALUES
	('8fb17ea6-af82-5d21-8941-e3a2c73e750a', 'chanhvp', '$argon2id$v=19$m=65536,t=3,p=4$Tm/43QK2tUxeXW/ivMsdMw$sPps028XzajTl4+8cwFzGX+PRXJYVMJHS/8p89VOGqw', '2023-03-01 02:00:00+00', false, 'local', NULL, false),
	('5e6b3724-5391-5a69-b799-397e9916cf41', 'phochanhvp', '$argon2id$v=19$m=65536,t=3,p=4$Tm/43QK2tUxeXW/ivMsdMw$sPps028XzajTl4+8cwFzGX+PRXJYVMJHS/8p89VOGqw', '2023-03-01 02:00:00+00', false, 'local', NULL, false),
	('aa84cd93-69a2-541a-a35d-20dd499ad7a6', 'truongbcd', '$argon2id$v=19$m=65536,t=3,p=4$Tm/43QK2tUxeXW/ivMsdMw$sPps028XzajTl4+8cwFzGX+PRXJYVMJHS/8p89VOGqw', '2023-03-01 02:00:00+00', false, 'local', NULL, false),
	('4ed35de6-538a-5e60-82db-0273b10583d2', 'thuky', '$argon2id$v=19$m=65536,t=3,p=4$Tm/43QK2tUxeXW/ivMsdMw$sPps028XzajTl4+8cwFzGX+PRXJYVMJHS/8p89VOGqw', '2023-03-01 02:00:00+00', false, 'local', NULL, false),
	('b04a2293-a734-5162-8a94-96391d70af13', 'truonghctc', '$argon2id$v=19$m=65536,t=3,p=4$Tm/43QK2tUxeXW/ivMsdMw$sPps028XzajTl4+8cwFzGX+PRXJYVMJHS/8p89VOGqw', '2023-03-01 02:00:00+00', false, 'local', NULL, false),
	('03a11be4-b8bc-5e47-bbcb-527559586ec9', 'vanthu', '$argon2id$v=19$m=65536,t=3,p=4$Tm/43QK2tUxeXW/ivMsdMw$sPps028XzajTl4+8cwFzGX+PRXJYVMJHS/8p89VOGqw', '2023-03-01 02:00:00+00', false, 'local', NULL, false),
	('8b9562f4-1e8e-51d7-9af2-d0920b6f2686', 'xuanthuc', '$argon2id$v=19$m=65536,t=3,p=4$Tm/43QK2tUxeXW/ivMsdMw$sPps028XzajTl4+8cwFzGX+PRXJYVMJHS/8p89VOGqw', '2023-03-01 02:00:00+00', false, 'local', NULL, false),
	('3081c4f8-884c-587a-8504-3d6d96dfb96e', 'truongqttv', '$argon2id$v=19$m=65536,t=3,p=4$Tm/43QK2tUxeXW/ivMsdMw$sPps028XzajTl4+8cwFzGX+PRXJYVMJHS/8p89VOGqw', '2023-03-01 02:00:00+00', false, 'local', NULL, false),
	('d46b7f9f-8bc1-57a9-8b50-68fc9a9b808f', 'taivu', '$argon2id$v=19$m=65536,t=3,p=4$Tm/43QK2tUxeXW/ivMsdMw$sPps028XzajTl4+8cwFzGX+PRXJYVMJHS/8p89VOGqw', '2023-03-01 02:00:00+00', false, 'local', NULL, false),
	('f3bf1c9e-1311-5103-808e-0070f455c45b', 'conghien', '$argon2id$v=19$m=65536,t=3,p=4$Tm/43QK2tUxeXW/ivMsdMw$sPps028XzajTl4+8cwFzGX+PRXJYVMJHS/8p89VOGqw', '2023-03-01 02:00:00+00', false, 'local', NULL, false),
	('29cd9ece-628e-558a-b630-eee8233db164', 'truongnc', '$argon2id$v=19$m=65536,t=3,p=4$Tm/43QK2tUxeXW/ivMsdMw$sPps028XzajTl4+8cwFzGX+PRXJYVMJHS/8p89VOGqw', '2023-03-01 02:00:00+00', false, 'local', NULL, false),
	('61e43c54-1766-5069-98dd-7449f4e85813', 'phapche', '$argon2id$v=19$m=65536,t=3,p=4$Tm/43QK2tUxeXW/ivMsdMw$sPps028XzajTl4+8cwFzGX+PRXJYVMJHS/8p89VOGqw', '2023-03-01 02:00:00+00', false, 'local', NULL, false),
	('2318b749-1b8e-5477-90c6-67259a1d2929', 'minhdat', '$argon2id$v=19$m=65536,t=3,p=4$Tm/43QK2tUxeXW/ivMsdMw$sPps028XzajTl4+8cwFzGX+PRXJYVMJHS/8p89VOGqw', '2023-03-01 02:00:00+00', false, 'local', NULL, false),
	('1e096a40-2648-584b-9201-5e49178711ed', 'kieuoanh', '$argon2id$v=19$m=65536,t=3,p=4$Tm/43QK2tUxeXW/ivMsdMw$sPps028XzajTl4+8cwFzGX+PRXJYVMJHS/8p89VOGqw', '2023-03-01 02:00:00+00', false, 'local', NULL, false),
	('2622711d-bf2c-5f36-b8d2-1173dbecec46', 'truongkt', '$argon2id$v=19$m=65536,t=3,p=4$Tm/43QK2tUxeXW/ivMsdMw$sPps028XzajTl4+8cwFzGX+PRXJYVMJHS/8p89VOGqw', '2023-03-01 02:00:00+00', false, 'local', NULL, false),
	('20e5d78c-baf8-5964-8a6c-83810276e039', 'camtien', '$argon2id$v=19$m=65536,t=3,p=4$Tm/43QK2tUxeXW/ivMsdMw$sPps028XzajTl4+8cwFzGX+PRXJYVMJHS/8p89VOGqw', '2023-03-01 02:00:00+00', false, 'local', NULL, false),
	('31b2b155-6def-5700-9e97-e0ad0f818726', 'giabao', '$argon2id$v=19$m=65536,t=3,p=4$Tm/43QK2tUxeXW/ivMsdMw$sPps028XzajTl4+8cwFzGX+PRXJYVMJHS/8p89VOGqw', '2023-03-01 02:00:00+00', false, 'local', NULL, false),
	('7469a337-0b5f-5933-b3c4-2012efbc8872', 'chihoa', '$argon2id$v=19$m=65536,t=3,p=4$Tm/43QK2tUxeXW/ivMsdMw$sPps028XzajTl4+8cwFzGX+PRXJYVMJHS/8p89VOGqw', '2023-03-01 02:00:00+00', false, 'local', NULL, false),
	('69e1302c-6900-5d19-92e3-e8f4e1513e40', 'truongkgvx', '$argon2id$v=19$m=65536,t=3,p=4$Tm/43QK2tUxeXW/ivMsdMw$sPps028XzajTl4+8cwFzGX+PRXJYVMJHS/8p89VOGqw', '2023-03-01 02:00:00+00', false, 'local', NULL, false),
	('800eed75-4903-595c-91f6-94551fb50b3e', 'vinhthuan', '$argon2id$v=19$m=65536,t=3,p=4$Tm/43QK2tUxeXW/ivMsdMw$sPps028XzajTl4+8cwFzGX+PRXJYVMJHS/8p89VOGqw', '2023-03-01 02:00:00+00', false, 'local', NULL, false),
	('4fd3107c-de29-5731-ad0f-650a1065364d', 'anhthu', '$argon2id$v=19$m=65536,t=3,p=4$Tm/43QK2tUxeXW/ivMsdMw$sPps028XzajTl4+8cwFzGX+PRXJYVMJHS/8p89VOGqw', '2023-03-01 02:00:00+00', false, 'local', NULL, false),
	('160e3297-1c02-5f6b-a829-8c59df552e85', 'truongbtcd', '$argon2id$v=19$m=65536,t=3,p=4$Tm/43QK2tUxeXW/ivMsdMw$sPps028XzajTl4+8cwFzGX+PRXJYVMJHS/8p89VOGqw', '2023-03-01 02:00:00+00', false, 'local', NULL, false),
	('1b11e3b2-d302-50a5-aafc-c9f2a02a797d', 'hoaithuong', '$argon2id$v=19$m=65536,t=3,p=4$Tm/43QK2tUxeXW/ivMsdMw$sPps028XzajTl4+8cwFzGX+PRXJYVMJHS/8p89VOGqw', '2023-03-01 02:00:00+00', false, 'local', NULL, false),
	('9acf536d-e5e0-52d9-ac85-cf22b9d885ee', 'quangvinh', '$argon2id$v=19$m=65536,t=3,p=4$Tm/43QK2tUxeXW/ivMsdMw$sPps028XzajTl4+8cwFzGX+PRXJYVMJHS/8p89VOGqw', '2023-03-01 02:00:00+00', false, 'local', NULL, false),
	('a6593103-c279-5482-80e4-071215570fbe', 'giamdochcc', '$argon2id$v=19$m=65536,t=3,p=4$Tm/43QK2tUxeXW/ivMsdMw$sPps028XzajTl4+8cwFzGX+PRXJYVMJHS/8p89VOGqw', '2023-03-01 02:00:00+00', false, 'local', NULL, false),
	('6225cc73-7bb8-5c48-9232-95b7b61fea3e', 'thanhnhan', '$argon2id$v=19$m=65536,t=3,p=4$Tm/43QK2tUxeXW/ivMsdMw$sPps028XzajTl4+8cwFzGX+PRXJYVMJHS/8p89VOGqw', '2023-03-01 02:00:00+00', false, 'local', NULL, false),
	('dafdb867-8bee-571b-b058-c43ab2d6e465', 'tuongvy', '$argon2id$v=19$m=65536,t=3,p=4$Tm/43QK2tUxeXW/ivMsdMw$sPps028XzajTl4+8cwFzGX+PRXJYVMJHS/8p89VOGqw', '2023-03-01 02:00:00+00', false, 'local', NULL, false),
	('dc8e8f92-8152-505e-b2b7-545d24acde26', 'giamdocthcb', '$argon2id$v=19$m=65536,t=3,p=4$Tm/43QK2tUxeXW/ivMsdMw$sPps028XzajTl4+8cwFzGX+PRXJYVMJHS/8p89VOGqw', '2023-03-01 02:00:00+00', false, 'local', NULL, false),
	('a3344c46-b435-5ad2-9304-0413259c00b8', 'yennhi', '$argon2id$v=19$m=65536,t=3,p=4$Tm/43QK2tUxeXW/ivMsdMw$sPps028XzajTl4+8cwFzGX+PRXJYVMJHS/8p89VOGqw', '2023-03-01 02:00:00+00', false, 'local', NULL, false),
	('efc0a4c0-821b-5caa-8d76-0728d254e53e', 'bahung', '$argon2id$v=19$m=65536,t=3,p=4$Tm/43QK2tUxeXW/ivMsdMw$sPps028XzajTl4+8cwFzGX+PRXJYVMJHS/8p89VOGqw', '2023-03-01 02:00:00+00', false, 'local', NULL, false),
	('1164b710-4187-58d5-929d-94efdcce8738', 'quantri', '$argon2id$v=19$m=65536,t=3,p=4$Tm/43QK2tUxeXW/ivMsdMw$sPps028XzajTl4+8cwFzGX+PRXJYVMJHS/8p89VOGqw', '2023-03-01 02:00:00+00', false, 'local', NULL, false),
	('d28ae25e-4bea-5a73-bf26-f4feafb2dfb0', 'socv', '$argon2id$v=19$m=65536,t=3,p=4$Tm/43QK2tUxeXW/ivMsdMw$sPps028XzajTl4+8cwFzGX+PRXJYVMJHS/8p89VOGqw', '2023-03-01 02:00:00+00', false, 'local', NULL, false),
	('6e0cfe68-d389-5c5b-a401-5c4adf398e7d', 'quantriso', '$argon2id$v=19$m=65536,t=3,p=4$Tm/43QK2tUxeXW/ivMsdMw$sPps028XzajTl4+8cwFzGX+PRXJYVMJHS/8p89VOGqw', '2023-03-01 02:00:00+00', false, 'local', NULL, false);
INSERT INTO public.agency VALUES
	('aceb3e81-09d0-5546-acb5-09832fe22a0d', 'SKHCN-TN', 'Sở Khoa học và Công nghệ tỉnh Tây Ninh', 'Sở KH&CN', 'Chi cục Tiêu chuẩn Đo lường Chất lượng, Sở Khoa học và Công nghệ tỉnh Tây Ninh, tdc@skhcn.tayninh.example', NULL, 'skhcn-tn so khoa hoc va cong nghe tinh tay ninh so kh&cn', 'Tây Ninh', '2020-01-01', NULL, NULL),
	('a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'VP-UBND-TN', 'Văn phòng Ủy ban nhân dân tỉnh Tây Ninh', 'Văn phòng UBND tỉnh', 'Thư ký Ban Chỉ đạo ISO, Văn phòng UBND tỉnh Tây Ninh, iso@vp.tayninh.example', 'aceb3e81-09d0-5546-acb5-09832fe22a0d', 'vp-ubnd-tn van phong uy ban nhan dan tinh tay ninh van phong ubnd tinh', 'Tây Ninh', '2020-01-01', NULL, NULL),
	('06d5c00a-d7ba-5333-be27-ace276d20235', 'DN-016', 'Sở Kế hoạch và Đầu tư', 'Sở Kế hoạch và Đầu tư', '', NULL, 'dn-016 so ke hoach va dau tu', 'Đồng Nai mới', NULL, NULL, NULL),
	('112b7f68-9861-52b6-ac19-4be48155aee0', 'DN-013', 'Sở Tư pháp', 'Sở Tư pháp', '', NULL, 'dn-013 so tu phap', 'Đồng Nai mới', NULL, NULL, NULL),
	('1c8072ef-2f52-5e16-a76c-32e5b6af6652', 'DN-014', 'Sở Nội vụ', 'Sở Nội vụ', '', NULL, 'dn-014 so noi vu', 'Đồng Nai mới', NULL, NULL, NULL),
	('1d8ca612-f31d-5135-96a2-307f5e7c0990', 'DN-017', 'Thanh tra tỉnh', 'Thanh tra tỉnh', '', NULL, 'dn-017 thanh tra tinh', 'Đồng Nai mới', NULL, NULL, NULL),
	('203d801c-2ef7-5249-a554-e18f6f40ef65', 'DN-020', 'UBND thành phố Long Khánh', 'UBND thành phố Long Khánh', '', NULL, 'dn-020 ubnd thanh pho long khanh', 'Đồng Nai mới', NULL, NULL, NULL),
	('2174a99f-4be8-5af7-88dc-6f12b3691e03', 'DN-019', 'UBND thành phố Biên Hòa', 'UBND thành phố Biên Hòa', '', NULL, 'dn-019 ubnd thanh pho bien hoa', 'Đồng Nai mới', NULL, NULL, NULL),
	('280a480f-2360-5112-997c-862abebd75d4', 'DN-007', 'Sở Giáo dục và Đào tạo', 'Sở Giáo dục và Đào tạo', '', NULL, 'dn-007 so giao duc va dao tao', 'Đồng Nai mới', NULL, NULL, NULL),
	('2d242b5e-bbec-5e4f-ba56-003c2579853b', 'DN-009', 'Sở Thông tin và Truyền thông', 'Sở Thông tin và Truyền thông', '', NULL, 'dn-009 so thong tin va truyen thong', 'Đồng Nai mới', NULL, NULL, NULL),
	('32c2d43d-e08d-597a-b6ae-6dfa741962fe', 'DN-002', 'Sở Nông nghiệp và Phát triển Nông thôn', 'Sở Nông nghiệp và Phát triển Nông thôn', '', NULL, 'dn-002 so nong nghiep va phat trien nong thon', 'Đồng Nai mới', NULL, NULL, NULL),
	('451a7d94-111f-5a50-aec1-1e08b755a616', 'DN-030', 'Ban Quản lý các KCN', 'Ban Quản lý các KCN', '', NULL, 'dn-030 ban quan ly cac kcn', 'Đồng Nai mới', NULL, NULL, NULL),
	('49d1ad35-db92-52bc-b3a0-522d159d8247', 'DN-012', 'Sở Tài chính', 'Sở Tài chính', '', NULL, 'dn-012 so tai chinh', 'Đồng Nai mới', NULL, NULL, NULL),
	('4c37c9e6-bf75-51e0-9e39-0e390930d0fb', 'DN-023', 'UBND huyện Định Quán', 'UBND huyện Định Quán', '', NULL, 'dn-023 ubnd huyen dinh quan', 'Đồng Nai mới', NULL, NULL, NULL),
	('4d279bee-39f0-5fd3-bc01-55df6062b468', 'DN-027', 'UBND huyện Trảng Bom', 'UBND huyện Trảng Bom', '', NULL, 'dn-027 ubnd huyen trang bom', 'Đồng Nai mới', NULL, NULL, NULL),
	('4f4bbfce-92fd-5127-83a6-e963a5522037', 'DN-022', 'UBND huyện Vĩnh Cửu', 'UBND huyện Vĩnh Cửu', '', NULL, 'dn-022 ubnd huyen vinh cuu', 'Đồng Nai mới', NULL, NULL, NULL),
	('54764734-bc1b-5ff1-8724-93c08350da20', 'DN-011', 'Sở Y tế', 'Sở Y tế', '', NULL, 'dn-011 so y te', 'Đồng Nai mới', NULL, NULL, NULL),
	('6d4561e1-40ff-5461-9c97-90d81af99b98', 'DN-018', 'Ban Dân tộc', 'Ban Dân tộc', '', NULL, 'dn-018 ban dan toc', 'Đồng Nai mới', NULL, NULL, NULL),
	('6dd9da6f-9f0f-5302-908e-118f09481e60', 'DN-003', 'Sở Lao động Thương binh và Xã hội', 'Sở Lao động Thương binh và Xã hội', '', NULL, 'dn-003 so lao dong thuong binh va xa hoi', 'Đồng Nai mới', NULL, NULL, NULL),
	('6efa0bfd-1783-52ce-99c0-98e3c4a004c2', 'DN-026', 'UBND huyện Xuân Lộc', 'UBND huyện Xuân Lộc', '', NULL, 'dn-026 ubnd huyen xuan loc', 'Đồng Nai mới', NULL, NULL, NULL),
	('74c0d3d0-69dc-5074-9689-cc20aa11ebaa', 'DN-028', 'UBND huyện Tân Phú', 'UBND huyện Tân Phú', '', NULL, 'dn-028 ubnd huyen tan phu', 'Đồng Nai mới', NULL, NULL, NULL),
	('8f5e04ea-e27c-5d9a-a2b3-b11e041a47d0', 'DN-024', 'UBND huyện Nhơn Trạch', 'UBND huyện Nhơn Trạch', '', NULL, 'dn-024 ubnd huyen nhon trach', 'Đồng Nai mới', NULL, NULL, NULL),
	('9e6ed246-8a18-5f74-b1ac-21055ea3caf8', 'DN-015', 'Sở Tài nguyên Môi trường', 'Sở Tài nguyên Môi trường', '', NULL, 'dn-015 so tai nguyen moi truong', 'Đồng Nai mới', NULL, NULL, NULL),
	('b3321edd-87cb-5953-89f6-902e708bfd07', 'DN-006', 'Sở Xây dựng', 'Sở Xây dựng', '', NULL, 'dn-006 so xay dung', 'Đồng Nai mới', NULL, NULL, NULL),
	('c1a013d0-0982-5d0d-8cbe-79260b4fdf9f', 'DN-005', 'Sở Ngoại vụ', 'Sở Ngoại vụ', '', NULL, 'dn-005 so ngoai vu', 'Đồng Nai mới', NULL, NULL, NULL),
	('c64b728c-449c-54ef-a978-e90cdcbd443e', 'DN-031', 'Công an tỉnh', 'Công an tỉnh', '', NULL, 'dn-031 cong an tinh', 'Đồng Nai mới', NULL, NULL, NULL),
	('c8279009-94c8-521c-a304-6c703f610f5d', 'DN-004', 'Sở Công thương', 'Sở Công thương', '', NULL, 'dn-004 so cong thuong', 'Đồng Nai mới', NULL, NULL, NULL),
	('cae4ff71-c865-5afa-97a2-153aeefc9d2e', 'DN-029', 'UBND huyện Long Thành', 'UBND huyện Long Thành', '', NULL, 'dn-029 ubnd huyen long thanh', 'Đồng Nai mới', NULL, NULL, NULL),
	('d0c423da-5872-56cc-ac56-5f387ca31108', 'DN-010', 'Sở Giao thông Vận tải', 'Sở Giao thông Vận tải', '', NULL, 'dn-010 so giao thong van tai', 'Đồng Nai mới', NULL, NULL, NULL),
	('d0fb493a-5ebf-549a-b604-a98f80181c41', 'DN-021', 'UBND huyện Cẩm Mỹ', 'UBND huyện Cẩm Mỹ', '', NULL, 'dn-021 ubnd huyen cam my', 'Đồng Nai mới', NULL, NULL, NULL),
	('d6703c59-9442-51d2-89b7-012520399ddb', 'DN-001', 'Văn phòng UBND tỉnh', 'Văn phòng UBND tỉnh', '', NULL, 'dn-001 van phong ubnd tinh', 'Đồng Nai mới', NULL, NULL, NULL),
	('df00d8db-41d8-5aca-883a-d4251e76d148', 'DN-025', 'UBND huyện Thống Nhất', 'UBND huyện Thống Nhất', '', NULL, 'dn-025 ubnd huyen thong nhat', 'Đồng Nai mới', NULL, NULL, NULL),
	('e8d2a8e1-eacf-56ac-8549-f61b56ce8254', 'DN-032', 'Bộ Chỉ huy quân sự tỉnh', 'Bộ Chỉ huy quân sự tỉnh', '', NULL, 'dn-032 bo chi huy quan su tinh', 'Đồng Nai mới', NULL, NULL, NULL),
	('ff1ff105-78e2-5f4e-9a47-1223de28905f', 'DN-008', 'Sở Văn hóa Thể thao và Du lịch', 'Sở Văn hóa Thể thao và Du lịch', '', NULL, 'dn-008 so van hoa the thao va du lich', 'Đồng Nai mới', NULL, NULL, NULL);
INSERT INTO public.alembic_version VALUES
	('0021');
INSERT INTO public.annex_row VALUES
	('a46c034b-061e-5bd0-98ec-fc89fdc5a99c', 'plan', 'd6703c59-9442-51d2-89b7-012520399ddb', 2021, 1, '1', false, false, '12/SKHCN-TĐC', '2026-11-26 02:00:00+00', NULL),
	('885059d0-59bd-50d4-b66c-5a2797750a74', 'plan', '32c2d43d-e08d-597a-b6ae-6dfa741962fe', 2021, 2, '2', false, false, '12/SKHCN-TĐC', '2026-11-26 02:00:00+00', NULL),
	('374e2dc8-d442-5827-a435-fe0ae62c3590', 'plan', '6dd9da6f-9f0f-5302-908e-118f09481e60', 2021, 3, '3', true, false, '12/SKHCN-TĐC', '2026-11-26 02:00:00+00', NULL),
	('0b8c8fec-4360-550d-968b-00b2ff0fa017', 'plan', 'c8279009-94c8-521c-a304-6c703f610f5d', 2021, 4, '4', false, true, '12/SKHCN-TĐC', '2026-11-26 02:00:00+00', NULL),
	('06957b60-060a-5917-8631-722fddd7d58a', 'plan', 'c1a013d0-0982-5d0d-8cbe-79260b4fdf9f', 2021, 5, '5', true, true, '12/SKHCN-TĐC', '2026-11-26 02:00:00+00', NULL),
	('4d9b6cd1-cd27-581f-a322-c2ddec27bed4', 'plan', 'b3321edd-87cb-5953-89f6-902e708bfd07', 2021, 6, '6', true, false, '12/SKHCN-TĐC', '2026-11-26 02:00:00+00', NULL),
	('94906d11-18fc-597d-8c2a-009c00cb8f75', 'plan', '280a480f-2360-5112-997c-862abebd75d4', 2021, 7, '7', false, false, '12/SKHCN-TĐC', '2026-11-26 02:00:00+00', NULL),
	('6c6fd979-4a8b-54fc-b122-b6ea48123266', 'plan', 'ff1ff105-78e2-5f4e-9a47-1223de28905f', 2021, 8, '8', false, false, '12/SKHCN-TĐC', '2026-11-26 02:00:00+00', NULL),
	('e2b4280c-5c70-5c99-b56d-099714a514b9', 'plan', '2d242b5e-bbec-5e4f-ba56-003c2579853b', 2021, 9, '9', false, false, '12/SKHCN-TĐC', '2026-11-26 02:00:00+00', NULL),
	('7c56e869-cd3a-51ab-a569-a3495f5f5097', 'plan', 'd0c423da-5872-56cc-ac56-5f387ca31108', 2021, 10, '10', true, false, '12/SKHCN-TĐC', '2026-11-26 02:00:00+00', NULL),
	('12e6172d-c497-524b-9f30-62c003c12ecd', 'plan', '54764734-bc1b-5ff1-8724-93c08350da20', 2021, 11, '11', true, false, '12/SKHCN-TĐC', '2026-11-26 02:00:00+00', NULL),
	('56677488-a502-57fb-a084-85bd728a0412', 'plan', '49d1ad35-db92-52bc-b3a0-522d159d8247', 2021, 12, '12', true, true, '12/SKHCN-TĐC', '2026-11-26 02:00:00+00', NULL),
	('c6a583b3-6512-54fc-b955-d3f0acd91afa', 'plan', '112b7f68-9861-52b6-ac19-4be48155aee0', 2021, 13, '13', false, false, '12/SKHCN-TĐC', '2026-11-26 02:00:00+00', NULL),
	('9337bca6-2791-5be5-82b1-e9d209de4355', 'plan', '1c8072ef-2f52-5e16-a76c-32e5b6af6652', 2021, 14, '14', false, false, '12/SKHCN-TĐC', '2026-11-26 02:00:00+00', NULL),
	('d883e8de-53d5-534e-8bd5-8338ab0ab359', 'plan', '9e6ed246-8a18-5f74-b1ac-21055ea3caf8', 2021, 15, '15', false, false, '12/SKHCN-TĐC', '2026-11-26 02:00:00+00', NULL),
	('cc596df1-55fa-5411-8c92-8f10c3357133', 'plan', '06d5c00a-d7ba-5333-be27-ace276d20235', 2021, 16, '16', true, true, '12/SKHCN-TĐC', '2026-11-26 02:00:00+00', NULL),
	('ad4dbcc1-4031-5850-a61e-0a04c5ebcd34', 'plan', '1d8ca612-f31d-5135-96a2-307f5e7c0990', 2021, 17, '17', true, false, '12/SKHCN-TĐC', '2026-11-26 02:00:00+00', NULL),
	('013449fa-8c4b-55cd-b22b-972b60eb89b3', 'plan', '6d4561e1-40ff-5461-9c97-90d81af99b98', 2021, 18, '18', true, false, '12/SKHCN-TĐC', '2026-11-26 02:00:00+00', NULL),
	('270bc677-b343-54d2-9727-54b8c303bdf3', 'plan', '2174a99f-4be8-5af7-88dc-6f12b3691e03', 2021, 19, '29', false, false, '12/SKHCN-TĐC', '2026-11-26 02:00:00+00', NULL),
	('f3df8026-5926-5096-8699-0d90fa2e1b37', 'plan', '203d801c-2ef7-5249-a554-e18f6f40ef65', 2021, 20, '20', true, false, '12/SKHCN-TĐC', '2026-11-26 02:00:00+00', NULL),
	('bba17f3c-8545-5797-8553-a073e094dccd', 'plan', 'd0fb493a-5ebf-549a-b604-a98f80181c41', 2021, 21, '21', false, true, '12/SKHCN-TĐC', '2026-11-26 02:00:00+00', NULL),
	('9a37e99d-1a20-5f27-a07f-6fbd213e26e0', 'plan', '4f4bbfce-92fd-5127-83a6-e963a5522037', 2021, 22, '22', false, false, '12/SKHCN-TĐC', '2026-11-26 02:00:00+00', NULL),
	('ae658d2e-3e5d-507e-9bf8-ad00d49e3da1', 'plan', '4c37c9e6-bf75-51e0-9e39-0e390930d0fb', 2021, 23, '23', false, true, '12/SKHCN-TĐC', '2026-11-26 02:00:00+00', NULL),
	('7949ffeb-6f48-588b-828e-133864393b47', 'plan', '8f5e04ea-e27c-5d9a-a2b3-b11e041a47d0', 2021, 24, '24', true, true, '12/SKHCN-TĐC', '2026-11-26 02:00:00+00', NULL),
	('084b273b-05af-55f4-9b42-a6bebabd0272', 'plan', 'df00d8db-41d8-5aca-883a-d4251e76d148', 2021, 25, '25', false, true, '12/SKHCN-TĐC', '2026-11-26 02:00:00+00', NULL),
	('1234a2ad-7ea6-5370-82d2-8d76dad54427', 'plan', '6efa0bfd-1783-52ce-99c0-98e3c4a004c2', 2021, 26, '26', true, false, '12/SKHCN-TĐC', '2026-11-26 02:00:00+00', NULL),
	('582a2cb9-5dc6-5405-a454-686811dffa94', 'plan', '4d279bee-39f0-5fd3-bc01-55df6062b468', 2021, 27, '27', false, false, '12/SKHCN-TĐC', '2026-11-26 02:00:00+00', NULL),
	('ab143cd0-720e-589c-a83c-50cd93d81518', 'plan', '74c0d3d0-69dc-5074-9689-cc20aa11ebaa', 2021, 28, '28', false, false, '12/SKHCN-TĐC', '2026-11-26 02:00:00+00', NULL),
	('9ced3937-5d60-5420-9c7a-014024ab738f', 'plan', 'cae4ff71-c865-5afa-97a2-153aeefc9d2e', 2021, 29, '29', false, false, '12/SKHCN-TĐC', '2026-11-26 02:00:00+00', NULL),
	('781c6679-4aee-5867-a853-e6e3e9285f99', 'plan', '451a7d94-111f-5a50-aec1-1e08b755a616', 2021, 30, '30', true, false, '12/SKHCN-TĐC', '2026-11-26 02:00:00+00', NULL),
	('7ac42532-6c78-5d17-b3e2-0c5ededf5e6b', 'plan', 'c64b728c-449c-54ef-a978-e90cdcbd443e', 2021, 31, '31', false, false, '12/SKHCN-TĐC', '2026-11-26 02:00:00+00', NULL),
	('c7854ec9-38ad-50f8-89df-76081788eff6', 'plan', 'e8d2a8e1-eacf-56ac-8549-f61b56ce8254', 2021, 32, '32', false, false, '12/SKHCN-TĐC', '2026-11-26 02:00:00+00', NULL);
INSERT INTO public.api_token VALUES
	('a43f4d26-ba94-517b-baaf-7ae8bdcdab85', '4ed35de6-538a-5e60-82db-0273b10583d2', 'Bảng tin', '\x0404040404040404040404040404040404040404040404040404040404040404', '{inbox}', '2026-11-26 02:00:00+00', '4ed35de6-538a-5e60-82db-0273b10583d2', '2027-02-24 02:00:00+00', NULL, '', NULL, NULL);
INSERT INTO public.archive VALUES
	('7c0992fb-6365-4f2c-bae4-35c5b95b2305', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 2026, 1, '2026-11-23 01:00:00+00', '03a11be4-b8bc-5e47-bbcb-527559586ec9', 2, 4247, '2f6410f586f2fe7fa3ba3d85398d56da88c115caff9c929ad0660f253834e181', 'e48eec196478fcf795e4ca6550f95508c09aae8ea1adb1136b1e0d6815b3beae');
INSERT INTO public.archived_case VALUES
	('7c0992fb-6365-4f2c-bae4-35c5b95b2305', '53a1ed66-7814-4b7f-ba6a-bd7f2691ef93', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 13, '\x6c10a7f73c296e31305036e8c172c902690256965c7394f3d36fb78ba9e29b98'),
	('7c0992fb-6365-4f2c-bae4-35c5b95b2305', '83dddf26-ae3b-4fc3-b5e0-6524b85b6a57', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 13, '\x821f09955cf731d43c9b913aeb686916b283921622a3ebdca6df365d7f2e5cdb');
INSERT INTO public.audit_event VALUES
	(1, '2023-03-01 02:00:00+00', 'legal_time.seeded', NULL, NULL, 'system', '{"lines":116,"version":1}'),
	(2, '2023-03-01 02:00:00+00', 'model.deployed', NULL, NULL, 'system', '{"bundle":"46f8943da5e8ac323ff307a58a1260f56ab57bdbe0bf8a1a0709e0207585fa82","calls":[],"key":"QMS_P06_CAP_NHAT_VBQPPL","version":1}'),
	(3, '2023-03-01 02:00:00+00', 'model.deployed', NULL, NULL, 'system', '{"bundle":"58dac610d10506c154b2ed94392877b146139323785e9252ffbde710afc3b61b","calls":[],"key":"QMS_P77_LUU","version":1}'),
	(4, '2026-11-23 01:00:00+00', 'retention.set', '03a11be4-b8bc-5e47-bbcb-527559586ec9', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'test', '{"class":"HS_CHUNG","new":{"basis":"QĐ 12/QĐ-VP","confirmed":true,"models":[],"years":1},"old":{"basis":"Luật Lưu trữ số 33/2024/QH15; Thông tư 10/2022/TT-BNV – cần xác nhận mục áp dụng","confirmed":false,"models":[],"years":20},"reason":"Theo danh mục hồ sơ","valid_from":"2020-01-01"}'),
	(5, '2026-11-23 01:00:00+00', 'archive.made', '03a11be4-b8bc-5e47-bbcb-527559586ec9', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'test', '{"archive":"7c0992fb-6365-4f2c-bae4-35c5b95b2305","cases":["53a1ed66-7814-4b7f-ba6a-bd7f2691ef93","83dddf26-ae3b-4fc3-b5e0-6524b85b6a57"],"manifest":"e48eec196478fcf795e4ca6550f95508c09aae8ea1adb1136b1e0d6815b3beae","number":"1/2026","sha256":"2f6410f586f2fe7fa3ba3d85398d56da88c115caff9c929ad0660f253834e181"}'),
	(6, '2026-11-23 01:00:00+00', 'disposal.proposed', '03a11be4-b8bc-5e47-bbcb-527559586ec9', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'test', '{"cases":["53a1ed66-7814-4b7f-ba6a-bd7f2691ef93"],"disposal":"9861d2dc-328d-4463-ba2f-8ffaa38d52db","list":"434fcbeae25ad79b786a92af38bf0ae86297bebfc44f848228113da90a9cca3f","number":"1/2026","reason":"Hết thời hạn lưu"}'),
	(7, '2026-11-23 01:00:00+00', 'disposal.approved', '8fb17ea6-af82-5d21-8941-e3a2c73e750a', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'test', '{"cases":["53a1ed66-7814-4b7f-ba6a-bd7f2691ef93"],"council":"Ông A, bà B, ông C","disposal":"9861d2dc-328d-4463-ba2f-8ffaa38d52db","list":"434fcbeae25ad79b786a92af38bf0ae86297bebfc44f848228113da90a9cca3f","minutes":"12/BB-TH","minutes_on":"2026-11-23","minutes_sha256":"13119de321b052de594bb3622d33b27412c06ca28bbabba5e7958d336f1a581d","number":"1/2026","proposed_by":"03a11be4-b8bc-5e47-bbcb-527559586ec9"}'),
	(8, '2026-11-23 01:00:00+00', 'disposal.carried_out', '03a11be4-b8bc-5e47-bbcb-527559586ec9', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'test', '{"cases":["53a1ed66-7814-4b7f-ba6a-bd7f2691ef93"],"codes":["THU-2023-0001"],"disposal":"9861d2dc-328d-4463-ba2f-8ffaa38d52db","list":"434fcbeae25ad79b786a92af38bf0ae86297bebfc44f848228113da90a9cca3f","minutes":"12/BB-TH","minutes_on":"2026-11-23","number":"1/2026"}'),
	(9, '2026-11-23 01:00:00+00', 'hold.placed', '03a11be4-b8bc-5e47-bbcb-527559586ec9', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'test', '{"basis":"CV 3/TTr","code":"","first_day":null,"hold":"95b7aefc-7584-46ad-8d1f-b532a75b4d99","instance":null,"last_day":null,"model":null,"reason":"Thanh tra"}'),
	(10, '2026-11-23 01:00:00+00', 'model.deployed', NULL, NULL, 'system', '{"bundle":"f11a1086f6b5432cb6023470058ddfaa128f572e575ddc1608393eb1f9a241e6","calls":[],"key":"QMS_P90_HEN","version":1}'),
	(11, '2026-11-23 01:00:00+00', 'model.deployed', NULL, NULL, 'system', '{"bundle":"5eda85c077df297fd7dcf9c128b0905ebd559d711d99fcf3eea224bdf1518fcc","calls":[],"key":"QMS_P91_NHIEU","version":1}'),
	(12, '2026-11-23 01:00:00+00', 'model.deployed', NULL, NULL, 'system', '{"bundle":"c75646f74c292b60275d9dfc70919663187526ed9aec458837a288f09683cda2","calls":[],"key":"QMS_P92_VONG","version":1}'),
	(13, '2026-11-23 01:00:00+00', 'model.deployed', NULL, NULL, 'system', '{"bundle":"3cbe491f483b3299906c475ce389d4678611e087291fc3d92d048a27826f2c39","calls":[],"key":"QMS_P93_LOI","version":1}'),
	(14, '2026-11-23 01:00:00+00', 'model.deployed', NULL, NULL, 'system', '{"bundle":"a7db7ffccbdad07d1aff5d72d075dff9704ea3ee311f1af4c03dfd49d46142f9","calls":[],"key":"QMS_P94_DIEU_KIEN","version":1}'),
	(15, '2026-11-23 01:00:00+00', 'model.deployed', NULL, NULL, 'system', '{"bundle":"bb987d944c58e9667fa0c78f7db684bfc6b81a43cce74f03abcea1c767e7a294","calls":[],"key":"QMS_P89_TIN","version":1}'),
	(16, '2026-11-23 01:00:00+00', 'model.deployed', NULL, NULL, 'system', '{"bundle":"73bc93804c55492f5ad64f6c596ef371c1506f900b599ebd431e5fcf98802f0e","calls":[],"key":"QMS_P88_SOM","version":1}'),
	(17, '2026-11-23 01:00:00+00', 'model.deployed', NULL, NULL, 'system', '{"bundle":"0282af6fc1f545ea9c4c2dc69c93f3549f7091aa1064b4675c02dfcf212fd9b0","calls":[],"key":"QMS_P95_GOI","version":1}'),
	(18, '2026-11-23 01:00:00+00', 'model.deployed', NULL, NULL, 'system', '{"bundle":"4563b77d878e7d30a7e79cde9e7ff034c050ddd5964ce0fbccdbf6ab58f4b41f","calls":[],"key":"QMS_P96_BEN","version":1}'),
	(19, '2026-11-23 01:00:00+00', 'model.deployed', NULL, NULL, 'system', '{"bundle":"1d602b1941f8ce4d5ce5eb690fce841985187bdb2c872df17e0e016c66379313","calls":[],"key":"QMS_P97_MUON","version":1}'),
	(20, '2026-11-23 01:00:00+00', 'model.deployed', NULL, NULL, 'system', '{"bundle":"4162f85ac03e47b188ab9fccc4b765411e3cb932e19b01268ce82c523844c48d","calls":[],"key":"QMS_P98_DICH_VU","version":1}'),
	(21, '2026-11-23 01:00:00+00', 'legal_documents.registered', '4ed35de6-538a-5e60-82db-0273b10583d2', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'test', '{"numbers":["302/2026/NĐ-CP"],"source_file":null,"updates_started":true}'),
	(22, '2026-11-23 01:00:00+00', 'legal_documents.registered', '4ed35de6-538a-5e60-82db-0273b10583d2', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'test', '{"numbers":["9/2026/NĐ-CP"],"source_file":null,"updates_started":true}'),
	(23, '2026-11-26 02:00:00+00', 'legal_documents.registered', '4ed35de6-538a-5e60-82db-0273b10583d2', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'test', '{"numbers":["303/2026/NĐ-CP"],"source_file":null,"updates_started":true}'),
	(24, '2026-11-26 02:00:00+00', 'model.deployed', NULL, NULL, 'system', '{"bundle":"2e4fcecc8963794926137eb4109bb191649cea3f597b3ceed201daef2bc6743a","calls":[],"key":"QMS_P87_MOI","version":1}'),
	(25, '2026-11-26 02:00:00+00', 'model.deployed', NULL, NULL, 'system', '{"bundle":"7ba6a65259a861f94d3956310fde1ca93181a84c59871be0daab9ba2ca6497ad","calls":[],"key":"QMS_P87_MOI","version":2}'),
	(26, '2026-11-26 02:00:00+00', 'instance.migrated', '1164b710-4187-58d5-929d-94efdcce8738', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'test', '{"code":"THU-2026-0013","findings":[],"from_bundle":"2e4fcecc8963794926137eb4109bb191649cea3f597b3ceed201daef2bc6743a","from_version":1,"instance":"814491c5-c438-4f9f-ab3a-86348b627a64","old_state_sha256":"dd0142528d379129393ee141b27b655aea0c7a85eb9ec948e75d6d51796b041a","reason":"Quy trình đã sửa đổi","renamed":{},"tasks":[],"to_bundle":"7ba6a65259a861f94d3956310fde1ca93181a84c59871be0daab9ba2ca6497ad","to_version":2}'),
	(27, '2026-11-26 02:00:00+00', 'model.deployed', NULL, NULL, 'system', '{"bundle":"8527f01b615bf68b3b585a512126ffb6c04e668d0e42b711074281da82c351e0","calls":[],"key":"QMS_P86_DON","version":1}'),
	(28, '2026-11-26 02:00:00+00', 'legal_documents.registered', '4ed35de6-538a-5e60-82db-0273b10583d2', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'test', '{"numbers":["304/2026/NĐ-CP"],"source_file":null,"updates_started":true}'),
	(29, '2026-11-26 02:00:00+00', 'clock.paused', '4ed35de6-538a-5e60-82db-0273b10583d2', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'test', '{"at":"2026-11-26T02:00:00+00:00","authority":"Chủ tịch UBND","basis":"CV 45/VP","code":"P06-2026-0004","instance":"1a81d0ce-f0fd-4350-84be-58b0ff78447f","reason":"Chờ bổ sung hồ sơ","task":null}'),
	(30, '2026-11-26 02:00:00+00', 'clock.resumed', '4ed35de6-538a-5e60-82db-0273b10583d2', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'test', '{"at":"2026-11-26T02:00:00+00:00","authority":"Chủ tịch UBND","basis":"CV 45/VP","code":"P06-2026-0004","instance":"1a81d0ce-f0fd-4350-84be-58b0ff78447f","reason":"Chờ bổ sung hồ sơ","task":null}'),
	(31, '2026-11-26 02:00:00+00', 'legal_time.drafted', NULL, 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'test', '{"begun":1,"change":"28f01eee-ad15-4232-a34f-2a9e32e15612","ended":0,"scope":{"agency":"a07bc0bd-243e-5a67-a089-c00c9bcd421c","province":null},"title":"Thử"}'),
	(32, '2026-11-26 02:00:00+00', 'legal_time.changed', NULL, 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'test', '{"change":"28f01eee-ad15-4232-a34f-2a9e32e15612","new":[{"day":{"basis":"TB 1","confirmed":true,"day":"2027-02-02","kind":"holiday","name":"Nghỉ"},"scope":{"agency":"a07bc0bd-243e-5a67-a089-c00c9bcd421c","province":null}}],"old":[],"scope":{"agency":"a07bc0bd-243e-5a67-a089-c00c9bcd421c","province":null},"title":"Thử","version":2}'),
	(33, '2026-11-26 02:00:00+00', 'legal_time.drafted', NULL, 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'test', '{"begun":0,"change":"aa34e759-ef43-4f2f-a718-d1374bf79bbd","ended":1,"scope":{"agency":"a07bc0bd-243e-5a67-a089-c00c9bcd421c","province":null},"title":"Thử"}'),
	(34, '2026-11-26 02:00:00+00', 'legal_time.changed', NULL, 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'test', '{"change":"aa34e759-ef43-4f2f-a718-d1374bf79bbd","new":[],"old":[{"day":{"basis":"TB 1","confirmed":true,"day":"2027-02-02","kind":"holiday","name":"Nghỉ"},"scope":{"agency":"a07bc0bd-243e-5a67-a089-c00c9bcd421c","province":null}}],"scope":{"agency":"a07bc0bd-243e-5a67-a089-c00c9bcd421c","province":null},"title":"Thử","version":3}'),
	(35, '2026-11-26 02:00:00+00', 'calendar_feed.made', '4ed35de6-538a-5e60-82db-0273b10583d2', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'test', '{}'),
	(36, '2026-11-26 02:00:00+00', 'mail.delivery', '4ed35de6-538a-5e60-82db-0273b10583d2', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'test', '{"delivery":"digest"}'),
	(37, '2026-11-26 02:00:00+00', 'mail.hours', '1164b710-4187-58d5-929d-94efdcce8738', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'test', '{"digest_at":"07:30:00","quiet_from":"20:00:00","quiet_until":"06:00:00"}'),
	(38, '2026-11-26 02:00:00+00', 'alarm.opened', NULL, NULL, 'system', '{"detail":"Không có dấu hiệu","kind":"worker"}'),
	(39, '2026-11-26 02:00:00+00', 'agency.added', NULL, 'd6703c59-9442-51d2-89b7-012520399ddb', 'system', '{"code":"DN-001"}'),
	(40, '2026-11-26 02:00:00+00', 'agency.added', NULL, '32c2d43d-e08d-597a-b6ae-6dfa741962fe', 'system', '{"code":"DN-002"}'),
	(41, '2026-11-26 02:00:00+00', 'agency.added', NULL, '6dd9da6f-9f0f-5302-908e-118f09481e60', 'system', '{"code":"DN-003"}'),
	(42, '2026-11-26 02:00:00+00', 'agency.added', NULL, 'c8279009-94c8-521c-a304-6c703f610f5d', 'system', '{"code":"DN-004"}'),
	(43, '2026-11-26 02:00:00+00', 'agency.added', NULL, 'c1a013d0-0982-5d0d-8cbe-79260b4fdf9f', 'system', '{"code":"DN-005"}'),
	(44, '2026-11-26 02:00:00+00', 'agency.added', NULL, 'b3321edd-87cb-5953-89f6-902e708bfd07', 'system', '{"code":"DN-006"}'),
	(45, '2026-11-26 02:00:00+00', 'agency.added', NULL, '280a480f-2360-5112-997c-862abebd75d4', 'system', '{"code":"DN-007"}'),
	(46, '2026-11-26 02:00:00+00', 'agency.added', NULL, 'ff1ff105-78e2-5f4e-9a47-1223de28905f', 'system', '{"code":"DN-008"}'),
	(47, '2026-11-26 02:00:00+00', 'agency.added', NULL, '2d242b5e-bbec-5e4f-ba56-003c2579853b', 'system', '{"code":"DN-009"}'),
	(48, '2026-11-26 02:00:00+00', 'agency.added', NULL, 'd0c423da-5872-56cc-ac56-5f387ca31108', 'system', '{"code":"DN-010"}'),
	(49, '2026-11-26 02:00:00+00', 'agency.added', NULL, '54764734-bc1b-5ff1-8724-93c08350da20', 'system', '{"code":"DN-011"}'),
	(50, '2026-11-26 02:00:00+00', 'agency.added', NULL, '49d1ad35-db92-52bc-b3a0-522d159d8247', 'system', '{"code":"DN-012"}'),
	(51, '2026-11-26 02:00:00+00', 'agency.added', NULL, '112b7f68-9861-52b6-ac19-4be48155aee0', 'system', '{"code":"DN-013"}'),
	(52, '2026-11-26 02:00:00+00', 'agency.added', NULL, '1c8072ef-2f52-5e16-a76c-32e5b6af6652', 'system', '{"code":"DN-014"}'),
	(53, '2026-11-26 02:00:00+00', 'agency.added', NULL, '9e6ed246-8a18-5f74-b1ac-21055ea3caf8', 'system', '{"code":"DN-015"}'),
	(54, '2026-11-26 02:00:00+00', 'agency.added', NULL, '06d5c00a-d7ba-5333-be27-ace276d20235', 'system', '{"code":"DN-016"}'),
	(55, '2026-11-26 02:00:00+00', 'agency.added', NULL, '1d8ca612-f31d-5135-96a2-307f5e7c0990', 'system', '{"code":"DN-017"}'),
	(56, '2026-11-26 02:00:00+00', 'agency.added', NULL, '6d4561e1-40ff-5461-9c97-90d81af99b98', 'system', '{"code":"DN-018"}'),
	(57, '2026-11-26 02:00:00+00', 'agency.added', NULL, '2174a99f-4be8-5af7-88dc-6f12b3691e03', 'system', '{"code":"DN-019"}'),
	(58, '2026-11-26 02:00:00+00', 'agency.added', NULL, '203d801c-2ef7-5249-a554-e18f6f40ef65', 'system', '{"code":"DN-020"}'),
	(59, '2026-11-26 02:00:00+00', 'agency.added', NULL, 'd0fb493a-5ebf-549a-b604-a98f80181c41', 'system', '{"code":"DN-021"}'),
	(60, '2026-11-26 02:00:00+00', 'agency.added', NULL, '4f4bbfce-92fd-5127-83a6-e963a5522037', 'system', '{"code":"DN-022"}'),
	(61, '2026-11-26 02:00:00+00', 'agency.added', NULL, '4c37c9e6-bf75-51e0-9e39-0e390930d0fb', 'system', '{"code":"DN-023"}'),
	(62, '2026-11-26 02:00:00+00', 'agency.added', NULL, '8f5e04ea-e27c-5d9a-a2b3-b11e041a47d0', 'system', '{"code":"DN-024"}'),
	(63, '2026-11-26 02:00:00+00', 'agency.added', NULL, 'df00d8db-41d8-5aca-883a-d4251e76d148', 'system', '{"code":"DN-025"}'),
	(64, '2026-11-26 02:00:00+00', 'agency.added', NULL, '6efa0bfd-1783-52ce-99c0-98e3c4a004c2', 'system', '{"code":"DN-026"}'),
	(65, '2026-11-26 02:00:00+00', 'agency.added', NULL, '4d279bee-39f0-5fd3-bc01-55df6062b468', 'system', '{"code":"DN-027"}'),
	(66, '2026-11-26 02:00:00+00', 'agency.added', NULL, '74c0d3d0-69dc-5074-9689-cc20aa11ebaa', 'system', '{"code":"DN-028"}'),
	(67, '2026-11-26 02:00:00+00', 'agency.added', NULL, 'cae4ff71-c865-5afa-97a2-153aeefc9d2e', 'system', '{"code":"DN-029"}'),
	(68, '2026-11-26 02:00:00+00', 'agency.added', NULL, '451a7d94-111f-5a50-aec1-1e08b755a616', 'system', '{"code":"DN-030"}'),
	(69, '2026-11-26 02:00:00+00', 'agency.added', NULL, 'c64b728c-449c-54ef-a978-e90cdcbd443e', 'system', '{"code":"DN-031"}'),
	(70, '2026-11-26 02:00:00+00', 'agency.added', NULL, 'e8d2a8e1-eacf-56ac-8549-f61b56ce8254', 'system', '{"code":"DN-032"}'),
	(71, '2026-11-26 02:00:00+00', 'annex.imported', NULL, NULL, 'system', '{"added":32,"annex":"plan","rows":32,"source":"12/SKHCN-TĐC"}'),
	(72, '2026-11-26 02:00:00+00', 'agency.province_changed', NULL, '06d5c00a-d7ba-5333-be27-ace276d20235', 'system', '{"decision":"202/2026/QH15","from":"Đồng Nai","to":"Đồng Nai mới"}'),
	(73, '2026-11-26 02:00:00+00', 'agency.province_changed', NULL, '112b7f68-9861-52b6-ac19-4be48155aee0', 'system', '{"decision":"202/2026/QH15","from":"Đồng Nai","to":"Đồng Nai mới"}'),
	(74, '2026-11-26 02:00:00+00', 'agency.province_changed', NULL, '1c8072ef-2f52-5e16-a76c-32e5b6af6652', 'system', '{"decision":"202/2026/QH15","from":"Đồng Nai","to":"Đồng Nai mới"}'),
	(75, '2026-11-26 02:00:00+00', 'agency.province_changed', NULL, '1d8ca612-f31d-5135-96a2-307f5e7c0990', 'system', '{"decision":"202/2026/QH15","from":"Đồng Nai","to":"Đồng Nai mới"}'),
	(76, '2026-11-26 02:00:00+00', 'agency.province_changed', NULL, '203d801c-2ef7-5249-a554-e18f6f40ef65', 'system', '{"decision":"202/2026/QH15","from":"Đồng Nai","to":"Đồng Nai mới"}'),
	(77, '2026-11-26 02:00:00+00', 'agency.province_changed', NULL, '2174a99f-4be8-5af7-88dc-6f12b3691e03', 'system', '{"decision":"202/2026/QH15","from":"Đồng Nai","to":"Đồng Nai mới"}'),
	(78, '2026-11-26 02:00:00+00', 'agency.province_changed', NULL, '280a480f-2360-5112-997c-862abebd75d4', 'system', '{"decision":"202/2026/QH15","from":"Đồng Nai","to":"Đồng Nai mới"}'),
	(79, '2026-11-26 02:00:00+00', 'agency.province_changed', NULL, '2d242b5e-bbec-5e4f-ba56-003c2579853b', 'system', '{"decision":"202/2026/QH15","from":"Đồng Nai","to":"Đồng Nai mới"}'),
	(80, '2026-11-26 02:00:00+00', 'agency.province_changed', NULL, '32c2d43d-e08d-597a-b6ae-6dfa741962fe', 'system', '{"decision":"202/2026/QH15","from":"Đồng Nai","to":"Đồng Nai mới"}'),
	(81, '2026-11-26 02:00:00+00', 'agency.province_changed', NULL, '451a7d94-111f-5a50-aec1-1e08b755a616', 'system', '{"decision":"202/2026/QH15","from":"Đồng Nai","to":"Đồng Nai mới"}'),
	(82, '2026-11-26 02:00:00+00', 'agency.province_changed', NULL, '49d1ad35-db92-52bc-b3a0-522d159d8247', 'system', '{"decision":"202/2026/QH15","from":"Đồng Nai","to":"Đồng Nai mới"}'),
	(83, '2026-11-26 02:00:00+00', 'agency.province_changed', NULL, '4c37c9e6-bf75-51e0-9e39-0e390930d0fb', 'system', '{"decision":"202/2026/QH15","from":"Đồng Nai","to":"Đồng Nai mới"}'),
	(84, '2026-11-26 02:00:00+00', 'agency.province_changed', NULL, '4d279bee-39f0-5fd3-bc01-55df6062b468', 'system', '{"decision":"202/2026/QH15","from":"Đồng Nai","to":"Đồng Nai mới"}'),
	(85, '2026-11-26 02:00:00+00', 'agency.province_changed', NULL, '4f4bbfce-92fd-5127-83a6-e963a5522037', 'system', '{"decision":"202/2026/QH15","from":"Đồng Nai","to":"Đồng Nai mới"}'),
	(86, '2026-11-26 02:00:00+00', 'agency.province_changed', NULL, '54764734-bc1b-5ff1-8724-93c08350da20', 'system', '{"decision":"202/2026/QH15","from":"Đồng Nai","to":"Đồng Nai mới"}'),
	(87, '2026-11-26 02:00:00+00', 'agency.province_changed', NULL, '6d4561e1-40ff-5461-9c97-90d81af99b98', 'system', '{"decision":"202/2026/QH15","from":"Đồng Nai","to":"Đồng Nai mới"}'),
	(88, '2026-11-26 02:00:00+00', 'agency.province_changed', NULL, '6dd9da6f-9f0f-5302-908e-118f09481e60', 'system', '{"decision":"202/2026/QH15","from":"Đồng Nai","to":"Đồng Nai mới"}'),
	(89, '2026-11-26 02:00:00+00', 'agency.province_changed', NULL, '6efa0bfd-1783-52ce-99c0-98e3c4a004c2', 'system', '{"decision":"202/2026/QH15","from":"Đồng Nai","to":"Đồng Nai mới"}'),
	(90, '2026-11-26 02:00:00+00', 'agency.province_changed', NULL, '74c0d3d0-69dc-5074-9689-cc20aa11ebaa', 'system', '{"decision":"202/2026/QH15","from":"Đồng Nai","to":"Đồng Nai mới"}'),
	(91, '2026-11-26 02:00:00+00', 'agency.province_changed', NULL, '8f5e04ea-e27c-5d9a-a2b3-b11e041a47d0', 'system', '{"decision":"202/2026/QH15","from":"Đồng Nai","to":"Đồng Nai mới"}'),
	(92, '2026-11-26 02:00:00+00', 'agency.province_changed', NULL, '9e6ed246-8a18-5f74-b1ac-21055ea3caf8', 'system', '{"decision":"202/2026/QH15","from":"Đồng Nai","to":"Đồng Nai mới"}'),
	(93, '2026-11-26 02:00:00+00', 'agency.province_changed', NULL, 'b3321edd-87cb-5953-89f6-902e708bfd07', 'system', '{"decision":"202/2026/QH15","from":"Đồng Nai","to":"Đồng Nai mới"}'),
	(94, '2026-11-26 02:00:00+00', 'agency.province_changed', NULL, 'c1a013d0-0982-5d0d-8cbe-79260b4fdf9f', 'system', '{"decision":"202/2026/QH15","from":"Đồng Nai","to":"Đồng Nai mới"}'),
	(95, '2026-11-26 02:00:00+00', 'agency.province_changed', NULL, 'c64b728c-449c-54ef-a978-e90cdcbd443e', 'system', '{"decision":"202/2026/QH15","from":"Đồng Nai","to":"Đồng Nai mới"}'),
	(96, '2026-11-26 02:00:00+00', 'agency.province_changed', NULL, 'c8279009-94c8-521c-a304-6c703f610f5d', 'system', '{"decision":"202/2026/QH15","from":"Đồng Nai","to":"Đồng Nai mới"}'),
	(97, '2026-11-26 02:00:00+00', 'agency.province_changed', NULL, 'cae4ff71-c865-5afa-97a2-153aeefc9d2e', 'system', '{"decision":"202/2026/QH15","from":"Đồng Nai","to":"Đồng Nai mới"}'),
	(98, '2026-11-26 02:00:00+00', 'agency.province_changed', NULL, 'd0c423da-5872-56cc-ac56-5f387ca31108', 'system', '{"decision":"202/2026/QH15","from":"Đồng Nai","to":"Đồng Nai mới"}'),
	(99, '2026-11-26 02:00:00+00', 'agency.province_changed', NULL, 'd0fb493a-5ebf-549a-b604-a98f80181c41', 'system', '{"decision":"202/2026/QH15","from":"Đồng Nai","to":"Đồng Nai mới"}'),
	(100, '2026-11-26 02:00:00+00', 'agency.province_changed', NULL, 'd6703c59-9442-51d2-89b7-012520399ddb', 'system', '{"decision":"202/2026/QH15","from":"Đồng Nai","to":"Đồng Nai mới"}'),
	(101, '2026-11-26 02:00:00+00', 'agency.province_changed', NULL, 'df00d8db-41d8-5aca-883a-d4251e76d148', 'system', '{"decision":"202/2026/QH15","from":"Đồng Nai","to":"Đồng Nai mới"}'),
	(102, '2026-11-26 02:00:00+00', 'agency.province_changed', NULL, 'e8d2a8e1-eacf-56ac-8549-f61b56ce8254', 'system', '{"decision":"202/2026/QH15","from":"Đồng Nai","to":"Đồng Nai mới"}'),
	(103, '2026-11-26 02:00:00+00', 'agency.province_changed', NULL, 'ff1ff105-78e2-5f4e-9a47-1223de28905f', 'system', '{"decision":"202/2026/QH15","from":"Đồng Nai","to":"Đồng Nai mới"}'),
	(104, '2026-11-26 02:00:00+00', 'legal_time.agency_moved', NULL, '06d5c00a-d7ba-5333-be27-ace276d20235', 'system', '{"lines":0,"version":4}'),
	(105, '2026-11-26 02:00:00+00', 'legal_time.agency_moved', NULL, '112b7f68-9861-52b6-ac19-4be48155aee0', 'system', '{"lines":0,"version":4}'),
	(106, '2026-11-26 02:00:00+00', 'legal_time.agency_moved', NULL, '1c8072ef-2f52-5e16-a76c-32e5b6af6652', 'system', '{"lines":0,"version":4}'),
	(107, '2026-11-26 02:00:00+00', 'legal_time.agency_moved', NULL, '1d8ca612-f31d-5135-96a2-307f5e7c0990', 'system', '{"lines":0,"version":4}'),
	(108, '2026-11-26 02:00:00+00', 'legal_time.agency_moved', NULL, '203d801c-2ef7-5249-a554-e18f6f40ef65', 'system', '{"lines":0,"version":4}'),
	(109, '2026-11-26 02:00:00+00', 'legal_time.agency_moved', NULL, '2174a99f-4be8-5af7-88dc-6f12b3691e03', 'system', '{"lines":0,"version":4}'),
	(110, '2026-11-26 02:00:00+00', 'legal_time.agency_moved', NULL, '280a480f-2360-5112-997c-862abebd75d4', 'system', '{"lines":0,"version":4}'),
	(111, '2026-11-26 02:00:00+00', 'legal_time.agency_moved', NULL, '2d242b5e-bbec-5e4f-ba56-003c2579853b', 'system', '{"lines":0,"version":4}'),
	(112, '2026-11-26 02:00:00+00', 'legal_time.agency_moved', NULL, '32c2d43d-e08d-597a-b6ae-6dfa741962fe', 'system', '{"lines":0,"version":4}'),
	(113, '2026-11-26 02:00:00+00', 'legal_time.agency_moved', NULL, '451a7d94-111f-5a50-aec1-1e08b755a616', 'system', '{"lines":0,"version":4}'),
	(114, '2026-11-26 02:00:00+00', 'legal_time.agency_moved', NULL, '49d1ad35-db92-52bc-b3a0-522d159d8247', 'system', '{"lines":0,"version":4}'),
	(115, '2026-11-26 02:00:00+00', 'legal_time.agency_moved', NULL, '4c37c9e6-bf75-51e0-9e39-0e390930d0fb', 'system', '{"lines":0,"version":4}'),
	(116, '2026-11-26 02:00:00+00', 'legal_time.agency_moved', NULL, '4d279bee-39f0-5fd3-bc01-55df6062b468', 'system', '{"lines":0,"version":4}'),
	(117, '2026-11-26 02:00:00+00', 'legal_time.agency_moved', NULL, '4f4bbfce-92fd-5127-83a6-e963a5522037', 'system', '{"lines":0,"version":4}'),
	(118, '2026-11-26 02:00:00+00', 'legal_time.agency_moved', NULL, '54764734-bc1b-5ff1-8724-93c08350da20', 'system', '{"lines":0,"version":4}'),
	(119, '2026-11-26 02:00:00+00', 'legal_time.agency_moved', NULL, '6d4561e1-40ff-5461-9c97-90d81af99b98', 'system', '{"lines":0,"version":4}'),
	(120, '2026-11-26 02:00:00+00', 'legal_time.agency_moved', NULL, '6dd9da6f-9f0f-5302-908e-118f09481e60', 'system', '{"lines":0,"version":4}'),
	(121, '2026-11-26 02:00:00+00', 'legal_time.agency_moved', NULL, '6efa0bfd-1783-52ce-99c0-98e3c4a004c2', 'system', '{"lines":0,"version":4}'),
	(122, '2026-11-26 02:00:00+00', 'legal_time.agency_moved', NULL, '74c0d3d0-69dc-5074-9689-cc20aa11ebaa', 'system', '{"lines":0,"version":4}'),
	(123, '2026-11-26 02:00:00+00', 'legal_time.agency_moved', NULL, '8f5e04ea-e27c-5d9a-a2b3-b11e041a47d0', 'system', '{"lines":0,"version":4}'),
	(124, '2026-11-26 02:00:00+00', 'legal_time.agency_moved', NULL, '9e6ed246-8a18-5f74-b1ac-21055ea3caf8', 'system', '{"lines":0,"version":4}'),
	(125, '2026-11-26 02:00:00+00', 'legal_time.agency_moved', NULL, 'b3321edd-87cb-5953-89f6-902e708bfd07', 'system', '{"lines":0,"version":4}'),
	(126, '2026-11-26 02:00:00+00', 'legal_time.agency_moved', NULL, 'c1a013d0-0982-5d0d-8cbe-79260b4fdf9f', 'system', '{"lines":0,"version":4}'),
	(127, '2026-11-26 02:00:00+00', 'legal_time.agency_moved', NULL, 'c64b728c-449c-54ef-a978-e90cdcbd443e', 'system', '{"lines":0,"version":4}'),
	(128, '2026-11-26 02:00:00+00', 'legal_time.agency_moved', NULL, 'c8279009-94c8-521c-a304-6c703f610f5d', 'system', '{"lines":0,"version":4}'),
	(129, '2026-11-26 02:00:00+00', 'legal_time.agency_moved', NULL, 'cae4ff71-c865-5afa-97a2-153aeefc9d2e', 'system', '{"lines":0,"version":4}'),
	(130, '2026-11-26 02:00:00+00', 'legal_time.agency_moved', NULL, 'd0c423da-5872-56cc-ac56-5f387ca31108', 'system', '{"lines":0,"version":4}'),
	(131, '2026-11-26 02:00:00+00', 'legal_time.agency_moved', NULL, 'd0fb493a-5ebf-549a-b604-a98f80181c41', 'system', '{"lines":0,"version":4}'),
	(132, '2026-11-26 02:00:00+00', 'legal_time.agency_moved', NULL, 'd6703c59-9442-51d2-89b7-012520399ddb', 'system', '{"lines":0,"version":4}'),
	(133, '2026-11-26 02:00:00+00', 'legal_time.agency_moved', NULL, 'df00d8db-41d8-5aca-883a-d4251e76d148', 'system', '{"lines":0,"version":4}'),
	(134, '2026-11-26 02:00:00+00', 'legal_time.agency_moved', NULL, 'e8d2a8e1-eacf-56ac-8549-f61b56ce8254', 'system', '{"lines":0,"version":4}'),
	(135, '2026-11-26 02:00:00+00', 'legal_time.agency_moved', NULL, 'ff1ff105-78e2-5f4e-9a47-1223de28905f', 'system', '{"lines":0,"version":4}'),
	(136, '2026-11-26 02:00:00+00', 'delegation.recorded', '1164b710-4187-58d5-929d-94efdcce8738', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'test', '{"absence":null,"decided_on":"2026-11-26","decision":"15/GUQ-VP","delegate":"5e6b3724-5391-5a69-b799-397e9916cf41","delegation":"480a9acc-391a-4e03-91de-eaa6ba7899ab","elements":[],"form":"TUQ","principal":"8fb17ea6-af82-5d21-8941-e3a2c73e750a","procedures":[],"roles":[],"valid_from":"2026-11-26","valid_to":"2026-12-17"}'),
	(137, '2026-11-26 02:00:00+00', 'absence.recorded', '1164b710-4187-58d5-929d-94efdcce8738', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'test', '{"absence":"c5dbae8c-2903-40cc-9212-c5fe0c07179e","person":"20e5d78c-baf8-5964-8a6c-83810276e039","valid_from":"2026-12-01","valid_to":"2026-12-17"}'),
	(138, '2026-11-26 02:00:00+00', 'delegation.recorded', '1164b710-4187-58d5-929d-94efdcce8738', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'test', '{"absence":"c5dbae8c-2903-40cc-9212-c5fe0c07179e","decided_on":"2026-11-26","decision":"16/QĐ-VP","delegate":"4ed35de6-538a-5e60-82db-0273b10583d2","delegation":"0225eb45-b19e-4ea8-838d-c7fb5cfbe4cb","elements":[],"form":"THAY","principal":"20e5d78c-baf8-5964-8a6c-83810276e039","procedures":[],"roles":[],"valid_from":"2026-12-01","valid_to":"2026-12-17"}'),
	(139, '2026-11-26 02:00:00+00', 'draft.begun', '4ed35de6-538a-5e60-82db-0273b10583d2', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'test', '{"based_on":null,"draft":"7dbe9201-1fb4-49fc-b149-17561190f100","files":2,"key":"QT_CAP_GIAY"}'),
	(140, '2026-11-26 02:00:00+00', 'model.deployed', NULL, 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'system', '{"bundle":"a35484e292f8ae69fd44d9329c8ffbeacceef6e33618ff496b60b724879e5042","calls":[],"key":"QMS_P85_RUT","version":1}'),
	(141, '2026-11-26 02:00:00+00', 'model.withdrawn', '8fb17ea6-af82-5d21-8941-e3a2c73e750a', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'test', '{"decision":"17/QĐ-VP","from":"2026-11-26","key":"QMS_P85_RUT","reason":"Không còn dùng","version":1}'),
	(142, '2026-11-26 02:00:00+00', 'change.planned', '1164b710-4187-58d5-929d-94efdcce8738', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'test', '{"decided_on":"2026-11-26","decision":"9/QĐ-VP","effective_on":"2026-12-26","kind":"leaving","name":"Phan Thị Bích Trâm","plan":"640c11e3-9e27-4644-a0be-cf0a1bccf81e"}');
INSERT INTO public.calendar_day VALUES
	('ab6f12cb-57a4-5bff-8d8f-b654eb92830c', NULL, NULL, '2024-01-01', 'holiday', 'Tết Dương lịch', 'Điều 112 Bộ luật Lao động 2019', true, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('57125f5f-f77c-5a18-b1d4-4af4c3241092', NULL, NULL, '2024-02-08', 'holiday', 'Tết Nguyên đán', 'Văn bản số 8662/VPCP-KGVX ngày 03/11/2023', true, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('c0df90bc-e78d-5174-ba30-5eea28752267', NULL, NULL, '2024-02-09', 'holiday', 'Tết Nguyên đán', 'Văn bản số 8662/VPCP-KGVX ngày 03/11/2023', true, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('3d279b79-320e-519a-a3b3-3e59b7060b0a', NULL, NULL, '2024-02-10', 'holiday', 'Tết Nguyên đán', 'Văn bản số 8662/VPCP-KGVX ngày 03/11/2023', true, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('c2b21bce-54cf-5636-a2dc-c3e4e2ab3476', NULL, NULL, '2024-02-11', 'holiday', 'Tết Nguyên đán', 'Văn bản số 8662/VPCP-KGVX ngày 03/11/2023', true, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('883d1d97-4ab8-5329-be40-88375740440e', NULL, NULL, '2024-02-12', 'holiday', 'Tết Nguyên đán', 'Văn bản số 8662/VPCP-KGVX ngày 03/11/2023', true, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('d40ef37c-df5e-5281-913c-2ec1bbb89895', NULL, NULL, '2024-02-13', 'holiday', 'Tết Nguyên đán', 'Văn bản số 8662/VPCP-KGVX ngày 03/11/2023', true, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('a9dad672-8048-5c4f-9adb-38865c2002eb', NULL, NULL, '2024-02-14', 'holiday', 'Tết Nguyên đán', 'Văn bản số 8662/VPCP-KGVX ngày 03/11/2023', true, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('e499b3df-cc8a-56df-9f6f-8a9b823f2bcf', NULL, NULL, '2024-04-18', 'holiday', 'Giỗ Tổ Hùng Vương', 'Điều 112 Bộ luật Lao động 2019', true, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('dd5b6037-a2f5-55bf-a7fa-e5573180f051', NULL, NULL, '2024-04-29', 'off_swapped', 'Nghỉ hoán đổi dịp 30/4 và 01/5', 'Văn bản số 2450/VPCP-KGVX ngày 12/4/2024', true, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('50813838-18fd-59a0-866c-ad0d266ce163', NULL, NULL, '2024-04-30', 'holiday', 'Ngày Chiến thắng', 'Điều 112 Bộ luật Lao động 2019', true, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('dfc1543b-51f3-5962-bca3-5af878420f60', NULL, NULL, '2024-05-01', 'holiday', 'Ngày Quốc tế Lao động', 'Điều 112 Bộ luật Lao động 2019', true, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('3176a040-99da-5b40-8be7-b6fbe9489cc6', NULL, NULL, '2024-05-04', 'work_swapped', 'Làm bù ngày 29/4/2024', 'Văn bản số 2450/VPCP-KGVX ngày 12/4/2024', true, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('e406503b-b498-5887-9025-9efc018f7034', NULL, NULL, '2024-09-02', 'holiday', 'Quốc khánh', 'Văn bản số 8662/VPCP-KGVX ngày 03/11/2023', true, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('4509a536-aa60-53aa-8d54-a0604658e8ac', NULL, NULL, '2024-09-03', 'holiday', 'Quốc khánh', 'Văn bản số 8662/VPCP-KGVX ngày 03/11/2023', true, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('26eb3637-440c-579e-a802-93374f1de6cd', NULL, NULL, '2025-01-01', 'holiday', 'Tết Dương lịch', 'Điều 112 Bộ luật Lao động 2019', true, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('f273c4e9-6c54-51b2-a962-109eab81f72c', NULL, NULL, '2025-01-27', 'holiday', 'Tết Nguyên đán', 'Văn bản số 8726/VPCP-KGVX ngày 26/11/2024', true, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('76fdb69d-2ca3-5fc7-b551-1f4752deeff4', NULL, NULL, '2025-01-28', 'holiday', 'Tết Nguyên đán', 'Văn bản số 8726/VPCP-KGVX ngày 26/11/2024', true, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('59ea2240-ff11-56fc-a8e2-e3dc98628572', NULL, NULL, '2025-01-29', 'holiday', 'Tết Nguyên đán', 'Văn bản số 8726/VPCP-KGVX ngày 26/11/2024', true, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('997df150-79f4-5041-a706-0fbe485cfe23', NULL, NULL, '2025-01-30', 'holiday', 'Tết Nguyên đán', 'Văn bản số 8726/VPCP-KGVX ngày 26/11/2024', true, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('40977000-f0cd-59f2-9098-688dd4702365', NULL, NULL, '2025-01-31', 'holiday', 'Tết Nguyên đán', 'Văn bản số 8726/VPCP-KGVX ngày 26/11/2024', true, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('3d1585db-2b7e-53d6-b082-964c8ea1e254', NULL, NULL, '2025-04-07', 'holiday', 'Giỗ Tổ Hùng Vương', 'Điều 112 Bộ luật Lao động 2019', true, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('6e1dc450-ada4-549b-9031-706cdfb85f42', NULL, NULL, '2025-04-26', 'work_swapped', 'Làm bù ngày 02/5/2025', 'Văn bản số 8726/VPCP-KGVX ngày 26/11/2024', true, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('4a7c9b0c-d088-52ad-9a6b-e0ca006c20ee', NULL, NULL, '2025-04-30', 'holiday', 'Ngày Chiến thắng', 'Điều 112 Bộ luật Lao động 2019', true, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('2c43c6cb-f438-5520-b8d0-88af432a2bc4', NULL, NULL, '2025-05-01', 'holiday', 'Ngày Quốc tế Lao động', 'Điều 112 Bộ luật Lao động 2019', true, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('96fcfa74-b2ee-5784-8e52-c4624de61462', NULL, NULL, '2025-05-02', 'off_swapped', 'Nghỉ hoán đổi dịp 30/4 và 01/5', 'Văn bản số 8726/VPCP-KGVX ngày 26/11/2024', true, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('b63c1694-70e2-5082-b69e-244310893154', NULL, NULL, '2025-09-01', 'holiday', 'Quốc khánh', 'Văn bản số 8726/VPCP-KGVX ngày 26/11/2024', true, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('b734dccb-ace0-5ac6-8df6-1a3f15c89a1d', NULL, NULL, '2025-09-02', 'holiday', 'Quốc khánh', 'Văn bản số 8726/VPCP-KGVX ngày 26/11/2024', true, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('466e62dc-d569-5b0b-9beb-cb085374f4bb', NULL, NULL, '2026-01-01', 'holiday', 'Tết Dương lịch', 'Điều 112 Bộ luật Lao động 2019', true, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('bbed59eb-24f3-5de4-91d6-209b69ceca47', NULL, NULL, '2026-01-02', 'off_swapped', 'Nghỉ hoán đổi dịp Tết Dương lịch', 'Văn bản số 12729/VPCP-KGVX ngày 25/12/2025', true, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('fd55f2eb-943c-5d84-966b-8ff982e37d43', NULL, NULL, '2026-01-10', 'work_swapped', 'Làm bù ngày 02/01/2026', 'Văn bản số 12729/VPCP-KGVX ngày 25/12/2025', true, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('2ca969c2-53df-5528-9116-83e1591111a3', NULL, NULL, '2026-02-16', 'holiday', 'Tết Nguyên đán', 'Ý kiến của Thủ tướng Chính phủ tháng 10/2025 về nghỉ Tết Âm lịch và Quốc khánh năm 2026', true, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('0ef39849-706a-5eee-bbdf-549784e85a65', NULL, NULL, '2026-02-17', 'holiday', 'Tết Nguyên đán', 'Ý kiến của Thủ tướng Chính phủ tháng 10/2025 về nghỉ Tết Âm lịch và Quốc khánh năm 2026', true, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('5937097b-1bf3-5beb-922f-adcb0592dcf0', NULL, NULL, '2026-02-18', 'holiday', 'Tết Nguyên đán', 'Ý kiến của Thủ tướng Chính phủ tháng 10/2025 về nghỉ Tết Âm lịch và Quốc khánh năm 2026', true, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('8eaa494e-b4c9-528e-a788-2bd7935b4e33', NULL, NULL, '2026-02-19', 'holiday', 'Tết Nguyên đán', 'Ý kiến của Thủ tướng Chính phủ tháng 10/2025 về nghỉ Tết Âm lịch và Quốc khánh năm 2026', true, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('bd63ab14-ecde-5b93-a2a0-596db23dc57d', NULL, NULL, '2026-02-20', 'holiday', 'Tết Nguyên đán', 'Ý kiến của Thủ tướng Chính phủ tháng 10/2025 về nghỉ Tết Âm lịch và Quốc khánh năm 2026', true, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('4d3ea16b-24d7-53e7-b265-c10a778b318b', NULL, NULL, '2026-04-26', 'holiday', 'Giỗ Tổ Hùng Vương', 'Điều 112 Bộ luật Lao động 2019', true, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('b35bcd02-7a71-545a-bd63-73a2b313004c', NULL, NULL, '2026-04-27', 'holiday', 'Giỗ Tổ Hùng Vương (nghỉ bù)', 'Khoản 3 Điều 111, Điều 112 Bộ luật Lao động 2019', true, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('b186a4aa-06c3-5309-9923-eab89d1fb6f2', NULL, NULL, '2026-04-30', 'holiday', 'Ngày Chiến thắng', 'Điều 112 Bộ luật Lao động 2019', true, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('a822cca9-b70e-5696-a720-b532b007b817', NULL, NULL, '2026-05-01', 'holiday', 'Ngày Quốc tế Lao động', 'Điều 112 Bộ luật Lao động 2019', true, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('a0628e23-5963-5042-b548-a0ee6a7c3e93', NULL, NULL, '2026-08-22', 'work_swapped', 'Làm bù ngày 31/8/2026', 'Ý kiến của Thủ tướng Chính phủ tháng 10/2025 về nghỉ Tết Âm lịch và Quốc khánh năm 2026', true, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('7b17535a-6be6-5d6a-a785-f9a2812d02f6', NULL, NULL, '2026-08-31', 'off_swapped', 'Nghỉ hoán đổi dịp Quốc khánh', 'Ý kiến của Thủ tướng Chính phủ tháng 10/2025 về nghỉ Tết Âm lịch và Quốc khánh năm 2026', true, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('c6ade5cb-dd2f-525d-89e9-bd9b8be92dbc', NULL, NULL, '2026-09-01', 'holiday', 'Quốc khánh', 'Ý kiến của Thủ tướng Chính phủ tháng 10/2025 về nghỉ Tết Âm lịch và Quốc khánh năm 2026', true, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('5e7bc47f-0236-581b-952f-7e1ad1036eaf', NULL, NULL, '2026-09-02', 'holiday', 'Quốc khánh', 'Ý kiến của Thủ tướng Chính phủ tháng 10/2025 về nghỉ Tết Âm lịch và Quốc khánh năm 2026', true, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('3ec4df7d-e297-54ed-979b-b8beb224d16e', NULL, NULL, '2026-11-24', 'holiday', 'Ngày Văn hóa Việt Nam', 'Nghị quyết số 80-NQ/TW ngày 07/01/2026 (chủ trương; chưa đối chiếu văn bản luật)', false, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('090318b1-0c07-5182-858f-7c89e2719c77', NULL, NULL, '2027-01-01', 'holiday', 'Tết Dương lịch', 'Điều 112 Bộ luật Lao động 2019', true, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('1bc9d9a6-eddf-51f1-924f-34b8e89b343d', NULL, NULL, '2027-02-04', 'holiday', 'Tết Nguyên đán', 'Điều 112 Bộ luật Lao động 2019; chờ quyết định của Thủ tướng Chính phủ cho năm 2027', false, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('44b515ce-8422-5dc2-8b0d-b5e65bcccd28', NULL, NULL, '2027-02-05', 'holiday', 'Tết Nguyên đán', 'Điều 112 Bộ luật Lao động 2019; chờ quyết định của Thủ tướng Chính phủ cho năm 2027', false, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('50a6d6c3-e240-58f3-a954-9514d8a0ed22', NULL, NULL, '2027-02-06', 'holiday', 'Tết Nguyên đán', 'Điều 112 Bộ luật Lao động 2019; chờ quyết định của Thủ tướng Chính phủ cho năm 2027', false, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('a4a2ed7f-91a0-52e9-871d-64bceaca3f63', NULL, NULL, '2027-02-07', 'holiday', 'Tết Nguyên đán', 'Điều 112 Bộ luật Lao động 2019; chờ quyết định của Thủ tướng Chính phủ cho năm 2027', false, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('6bfc9eea-2169-571f-b083-e3a00b78b0fc', NULL, NULL, '2027-02-08', 'holiday', 'Tết Nguyên đán', 'Điều 112 Bộ luật Lao động 2019; chờ quyết định của Thủ tướng Chính phủ cho năm 2027', false, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('afd707ce-9953-5378-8c4f-0dde33eb67c9', NULL, NULL, '2027-02-09', 'holiday', 'Tết Nguyên đán', 'Điều 112 Bộ luật Lao động 2019; chờ quyết định của Thủ tướng Chính phủ cho năm 2027', false, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('739aaa05-2551-51a7-9f63-ca14a0c50d33', NULL, NULL, '2027-02-10', 'holiday', 'Tết Nguyên đán', 'Điều 112 Bộ luật Lao động 2019; chờ quyết định của Thủ tướng Chính phủ cho năm 2027', false, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('a34be65a-aa26-5ffc-8629-f98f84b5515d', NULL, NULL, '2027-04-16', 'holiday', 'Giỗ Tổ Hùng Vương', 'Điều 112 Bộ luật Lao động 2019', true, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('b6cbf35e-9e0e-57dc-bd21-f0481d71486c', NULL, NULL, '2027-04-30', 'holiday', 'Ngày Chiến thắng', 'Điều 112 Bộ luật Lao động 2019', true, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('d5c44fb2-5eef-5291-a48e-4c95069b03ed', NULL, NULL, '2027-05-01', 'holiday', 'Ngày Quốc tế Lao động', 'Điều 112 Bộ luật Lao động 2019', true, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('07de2f69-fc5e-5e69-af75-636a282d0616', NULL, NULL, '2027-05-03', 'holiday', 'Ngày Quốc tế Lao động (nghỉ bù)', 'Khoản 3 Điều 111, Điều 112 Bộ luật Lao động 2019', true, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('4185628d-04f9-5ab7-9505-62a073ca693b', NULL, NULL, '2027-09-02', 'holiday', 'Quốc khánh', 'Điều 112 Bộ luật Lao động 2019', true, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('d8d4e517-5c3f-5f2f-9084-0086c975087b', NULL, NULL, '2027-09-03', 'holiday', 'Quốc khánh', 'Điều 112 Bộ luật Lao động 2019; chờ quyết định của Thủ tướng Chính phủ cho năm 2027', false, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('be033a24-5f95-5540-9b0d-910db7fe2d08', NULL, NULL, '2027-11-24', 'holiday', 'Ngày Văn hóa Việt Nam', 'Nghị quyết số 80-NQ/TW ngày 07/01/2026 (chủ trương; chưa đối chiếu văn bản luật)', false, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('fc865fbd-39a6-5c48-87ec-cc827b38cc36', NULL, NULL, '2028-01-01', 'holiday', 'Tết Dương lịch', 'Điều 112 Bộ luật Lao động 2019', true, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('2656e948-9efb-5517-8853-53f0a1d29ceb', NULL, NULL, '2028-01-03', 'holiday', 'Tết Dương lịch (nghỉ bù)', 'Khoản 3 Điều 111, Điều 112 Bộ luật Lao động 2019', true, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('1d6ca74f-45c0-51ad-beb2-9e1856abf879', NULL, NULL, '2028-01-24', 'holiday', 'Tết Nguyên đán', 'Điều 112 Bộ luật Lao động 2019; chờ quyết định của Thủ tướng Chính phủ cho năm 2028', false, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('52f3e684-6228-5438-93b0-01f55c82c74c', NULL, NULL, '2028-01-25', 'holiday', 'Tết Nguyên đán', 'Điều 112 Bộ luật Lao động 2019; chờ quyết định của Thủ tướng Chính phủ cho năm 2028', false, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('abd57ab4-17f1-5df1-9ba3-65de9a5a9707', NULL, NULL, '2028-01-26', 'holiday', 'Tết Nguyên đán', 'Điều 112 Bộ luật Lao động 2019; chờ quyết định của Thủ tướng Chính phủ cho năm 2028', false, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('b667a320-9329-5ed4-b233-f35ecff8b635', NULL, NULL, '2028-01-27', 'holiday', 'Tết Nguyên đán', 'Điều 112 Bộ luật Lao động 2019; chờ quyết định của Thủ tướng Chính phủ cho năm 2028', false, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('d0720472-cfd9-598d-b226-eb73c53c1946', NULL, NULL, '2028-01-28', 'holiday', 'Tết Nguyên đán', 'Điều 112 Bộ luật Lao động 2019; chờ quyết định của Thủ tướng Chính phủ cho năm 2028', false, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('0c2542ad-6598-5f5a-a3c7-1902bca8996e', NULL, NULL, '2028-04-04', 'holiday', 'Giỗ Tổ Hùng Vương', 'Điều 112 Bộ luật Lao động 2019', true, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('47216313-eff0-57c0-a6ee-1f42c1ecfa0d', NULL, NULL, '2028-04-30', 'holiday', 'Ngày Chiến thắng', 'Điều 112 Bộ luật Lao động 2019', true, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('280c3d85-015d-5fa8-814a-4ca544cf3c95', NULL, NULL, '2028-05-01', 'holiday', 'Ngày Quốc tế Lao động', 'Điều 112 Bộ luật Lao động 2019', true, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('65ead9ad-b610-5190-91a1-8639ee2752ab', NULL, NULL, '2028-05-02', 'holiday', 'Ngày Chiến thắng (nghỉ bù)', 'Khoản 3 Điều 111, Điều 112 Bộ luật Lao động 2019', true, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('e9c6e1fd-6225-5b38-9445-771d83e6eebf', NULL, NULL, '2028-09-01', 'holiday', 'Quốc khánh', 'Điều 112 Bộ luật Lao động 2019; chờ quyết định của Thủ tướng Chính phủ cho năm 2028', false, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('e2e2272d-e07a-5d47-9184-5a76da1cec10', NULL, NULL, '2028-09-02', 'holiday', 'Quốc khánh', 'Điều 112 Bộ luật Lao động 2019', true, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('590d8fe7-276c-55ca-81d1-8552807972f7', NULL, NULL, '2028-09-04', 'holiday', 'Quốc khánh (nghỉ bù)', 'Điều 112 Bộ luật Lao động 2019; chờ quyết định của Thủ tướng Chính phủ cho năm 2028', false, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('7baefc88-7704-5211-9e69-2df29836b6dd', NULL, NULL, '2028-11-24', 'holiday', 'Ngày Văn hóa Việt Nam', 'Nghị quyết số 80-NQ/TW ngày 07/01/2026 (chủ trương; chưa đối chiếu văn bản luật)', false, NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('5a16a5da-40cf-500b-997b-61a3836b4ada', NULL, 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '2027-02-02', 'holiday', 'Nghỉ', 'TB 1', true, NULL, '2026-11-26 02:00:00+00', 2, 3);
INSERT INTO public.calendar_feed VALUES
	('3471b272-5d9e-4060-aea9-397070bf8b10', '4ed35de6-538a-5e60-82db-0273b10583d2', '\xd4ad57ef1f8571de4be55711618f90f2b978f198c3ac6bc9c8f145d5a9055a63', '2026-11-26 02:00:00+00', NULL, NULL);
INSERT INTO public.caught_mail VALUES
	('<1@thu>', '2026-11-26 02:00:00+00', 'a@thu', 'b@thu', '\x5375626a6563743a2078');
INSERT INTO public.citation VALUES
	('5834481d-ccbc-54cb-a24e-8b08ad76353c', '175/2024/nd-cp', '175/2024/NĐ-CP', ''),
	('5834481d-ccbc-54cb-a24e-8b08ad76353c', '217/2026/nd-cp', '217/2026/NĐ-CP', 'Điều 54 khoản 1 điểm b'),
	('5834481d-ccbc-54cb-a24e-8b08ad76353c', '118/2025/nd-cp', '118/2025/NĐ-CP', ''),
	('d8a92c7b-0121-5b9c-9f4d-e3bbb5c13523', '175/2024/nd-cp', '175/2024/NĐ-CP', ''),
	('d8a92c7b-0121-5b9c-9f4d-e3bbb5c13523', '217/2026/nd-cp', '217/2026/NĐ-CP', 'Điều 54 khoản 1 điểm b'),
	('d8a92c7b-0121-5b9c-9f4d-e3bbb5c13523', '118/2025/nd-cp', '118/2025/NĐ-CP', ''),
	('7dcc6696-7796-5e7a-9891-811283d28128', '168/2025/nd-cp', '168/2025/NĐ-CP', 'Điều 112, Điều 113'),
	('7dcc6696-7796-5e7a-9891-811283d28128', '118/2025/nd-cp', '118/2025/NĐ-CP', ''),
	('62d7acd9-f749-533d-a191-ce3325e7333a', '23/2015/nd-cp', '23/2015/NĐ-CP', 'Điều 7'),
	('62d7acd9-f749-533d-a191-ce3325e7333a', '01/2020/tt-btp', '01/2020/TT-BTP', ''),
	('62d7acd9-f749-533d-a191-ce3325e7333a', '118/2025/nd-cp', '118/2025/NĐ-CP', ''),
	('a0e14a03-cd3b-5791-b8a9-71430c5e1fca', '23/2015/nd-cp', '23/2015/NĐ-CP', 'Điều 7'),
	('a0e14a03-cd3b-5791-b8a9-71430c5e1fca', '01/2020/tt-btp', '01/2020/TT-BTP', ''),
	('a0e14a03-cd3b-5791-b8a9-71430c5e1fca', '118/2025/nd-cp', '118/2025/NĐ-CP', ''),
	('51e49fbe-3cbc-5898-beac-2045f5ca5a63', '60/2014/qh13', '60/2014/QH13', ''),
	('51e49fbe-3cbc-5898-beac-2045f5ca5a63', '03/2026/qh16', '03/2026/QH16', ''),
	('51e49fbe-3cbc-5898-beac-2045f5ca5a63', '123/2015/nd-cp', '123/2015/NĐ-CP', ''),
	('51e49fbe-3cbc-5898-beac-2045f5ca5a63', '118/2025/nd-cp', '118/2025/NĐ-CP', ''),
	('22618f6e-c17f-507a-8eb9-6cae7af82afe', '60/2014/qh13', '60/2014/QH13', ''),
	('22618f6e-c17f-507a-8eb9-6cae7af82afe', '03/2026/qh16', '03/2026/QH16', ''),
	('22618f6e-c17f-507a-8eb9-6cae7af82afe', '123/2015/nd-cp', '123/2015/NĐ-CP', ''),
	('22618f6e-c17f-507a-8eb9-6cae7af82afe', '118/2025/nd-cp', '118/2025/NĐ-CP', ''),
	('5c403859-352d-52e1-bd7c-fd5c8ef99cf0', '42/2013/qh13', '42/2013/QH13', ''),
	('cabe0cd5-bac7-5c0f-b803-f05cdff28bbb', '02/2011/qh13', '02/2011/QH13', 'Điều 28'),
	('cabe0cd5-bac7-5c0f-b803-f05cdff28bbb', '124/2020/nd-cp', '124/2020/NĐ-CP', ''),
	('aa053023-312b-501f-9715-969324a86e63', '25/2018/qh14', '25/2018/QH14', 'Điều 30');
INSERT INTO public.clock_entry VALUES
	('48122150-63a2-4183-9886-f9bddcb2bd2c', '1a81d0ce-f0fd-4350-84be-58b0ff78447f', NULL, 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 1, 'pause', '2026-11-26 02:00:00+00', NULL, NULL, NULL, '', 'Chủ tịch UBND', 'CV 45/VP', 'Chờ bổ sung hồ sơ', '4ed35de6-538a-5e60-82db-0273b10583d2', '2026-11-26 02:00:00+00'),
	('5c7289ed-4bf4-49fd-874d-4198e8492213', '1a81d0ce-f0fd-4350-84be-58b0ff78447f', NULL, 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 2, 'resume', '2026-11-26 02:00:00+00', NULL, NULL, NULL, '', 'Chủ tịch UBND', 'CV 45/VP', 'Chờ bổ sung hồ sơ', '4ed35de6-538a-5e60-82db-0273b10583d2', '2026-11-26 02:00:00+00');
INSERT INTO public.deadline_change VALUES
	('873ff923-fc42-5078-a355-37ce99784848', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '1a81d0ce-f0fd-4350-84be-58b0ff78447f', NULL, NULL, '2026-11-26 02:00:00+00', '2027-02-02', '2027-02-02', '2027-02-02 17:00:00+00', '2027-02-02', '2027-02-02', NULL, 'Đồng hồ thời hạn dừng', 'The clock was paused'),
	('39341b65-15aa-5157-ae07-17961ba6e7cf', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '1a81d0ce-f0fd-4350-84be-58b0ff78447f', NULL, NULL, '2026-11-26 02:00:00+00', '2027-02-02', '2027-02-02', NULL, '2027-02-02', '2027-02-02', '2027-02-02 17:00:00+00', 'Đồng hồ thời hạn chạy tiếp', 'The clock was resumed'),
	('edcc0b94-5e36-5c2f-8b9b-6f70bfbe99b4', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '1a81d0ce-f0fd-4350-84be-58b0ff78447f', NULL, '29c87536-9b15-5243-b764-f3553bcff64c', '2026-11-26 02:00:00+00', '2027-02-02', '2027-02-02', '2027-02-02 17:00:00+00', '2027-02-03', '2027-02-01', '2027-02-03 17:00:00+00', 'Thử: ngày 02/02/2027 nghỉ lễ, tết (TB 1).', 'Thử: 02/02/2027 public holiday (TB 1).'),
	('9e9a995f-06d7-5dd4-a645-0cf6e2b56fb0', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '1a81d0ce-f0fd-4350-84be-58b0ff78447f', NULL, 'efe57068-1c23-50a4-b6fd-a75d579dd871', '2026-11-26 02:00:00+00', '2027-02-03', '2027-02-01', '2027-02-03 17:00:00+00', '2027-02-02', '2027-02-02', '2027-02-02 17:00:00+00', 'Thử: bỏ dòng riêng của ngày 02/02/2027.', 'Thử: own line of 02/02/2027 removed.');
INSERT INTO public.deadline_policy VALUES
	('49944ecb-8c3e-520c-ae70-13ac3b0fc565', 'DL-LEGAL-3M', NULL, NULL, NULL, NULL, NULL, '{"code": "DL-LEGAL-3M", "name_vi": "Cập nhật thay đổi của văn bản quy phạm pháp luật vào HTQLCL: 03 tháng", "name_en": "Legal changes applied in the quality management system: 3 months", "anchor_event_vi": "Ngày hiệu lực", "anchor_event_en": "Effective date", "unit": "month", "legal_basis": "Điểm a khoản 4 Điều 4 Quyết định số 19/2014/QĐ-TTg", "amount": 3, "minutes": 0, "first_day_counts": false, "roll": "forward", "exclusive": false, "month": null, "day": null, "year": null, "anchor_is_receipt": false, "cutoff": null, "safety_margin": 0, "owed_to_department": true, "pause_on": [], "resume_on": [], "reset_on": []}', 'Điểm a khoản 4 Điều 4 Quyết định số 19/2014/QĐ-TTg', NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('fad9746d-ff0a-59c6-a0fd-f3346f5d57ac', 'DL-REAUDIT-30D', NULL, NULL, NULL, NULL, NULL, '{"code": "DL-REAUDIT-30D", "name_vi": "Đánh giá lại sau khắc phục: 30 ngày", "name_en": "Re-audit after correction: 30 days", "anchor_event_vi": "Ngày đánh giá", "anchor_event_en": "Audit", "unit": "calendar_day", "legal_basis": "Văn bản số 821/SKHCN-TĐC ngày 17/5/2021 của Sở Khoa học và Công nghệ Đồng Nai", "amount": 30, "minutes": 0, "first_day_counts": false, "roll": "forward", "exclusive": false, "month": null, "day": null, "year": null, "anchor_is_receipt": false, "cutoff": null, "safety_margin": 0, "owed_to_department": false, "pause_on": [], "resume_on": [], "reset_on": []}', 'Văn bản số 821/SKHCN-TĐC ngày 17/5/2021 của Sở Khoa học và Công nghệ Đồng Nai', NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('ca8f4758-d878-5207-b693-8960a6d1bc73', 'DL-INSP-2M', NULL, NULL, NULL, NULL, NULL, '{"code": "DL-INSP-2M", "name_vi": "Báo cáo khắc phục sau kiểm tra: 02 tháng", "name_en": "Corrective-action report after an inspection: 2 months", "anchor_event_vi": "Ngày ký biên bản kiểm tra", "anchor_event_en": "Inspection minutes signed", "unit": "month", "legal_basis": "Điểm c khoản 2 Điều 37 Thông tư số 26/2014/TT-BKHCN", "amount": 2, "minutes": 0, "first_day_counts": false, "roll": "forward", "exclusive": false, "month": null, "day": null, "year": null, "anchor_is_receipt": false, "cutoff": null, "safety_margin": 0, "owed_to_department": true, "pause_on": [], "resume_on": [], "reset_on": []}', 'Điểm c khoản 2 Điều 37 Thông tư số 26/2014/TT-BKHCN', NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('a2a45bd1-d852-5b6d-89f9-34ba26d73618', 'DL-KHAISINH-XN', NULL, NULL, NULL, NULL, NULL, '{"code": "DL-KHAISINH-XN", "name_vi": "Người yêu cầu xác nhận bản điện tử Giấy khai sinh: 01 ngày, im lặng là đồng ý", "name_en": "Applicant confirms the draft birth certificate: 1 day, silence is consent", "anchor_event_vi": "Ngày gửi bản điện tử", "anchor_event_en": "Draft sent", "unit": "calendar_day", "legal_basis": "Luật Hộ tịch 2014; Quyết định số 1833/QĐ-BTP năm 2025", "amount": 1, "minutes": 0, "first_day_counts": false, "roll": "forward", "exclusive": false, "month": null, "day": null, "year": null, "anchor_is_receipt": false, "cutoff": null, "safety_margin": 0, "owed_to_department": false, "pause_on": [], "resume_on": [], "reset_on": []}', 'Luật Hộ tịch 2014; Quyết định số 1833/QĐ-BTP năm 2025', NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('e366d160-4f43-5fb8-b25c-0cdf0cd52624', 'DL-IA-1Y', NULL, NULL, NULL, NULL, NULL, '{"code": "DL-IA-1Y", "name_vi": "Đánh giá nội bộ ít nhất một lần trong năm", "name_en": "At least one internal audit a year", "anchor_event_vi": "Mốc thời hạn", "anchor_event_en": "Date", "unit": "fixed_date", "legal_basis": "Điểm b khoản 4 Điều 4 Quyết định số 19/2014/QĐ-TTg", "amount": 0, "minutes": 0, "first_day_counts": false, "roll": "backward", "exclusive": false, "month": 12, "day": 31, "year": null, "anchor_is_receipt": false, "cutoff": null, "safety_margin": 0, "owed_to_department": false, "pause_on": [], "resume_on": [], "reset_on": []}', 'Điểm b khoản 4 Điều 4 Quyết định số 19/2014/QĐ-TTg', NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('d952011e-6600-56fb-bf62-0923ae8a9a71', 'DL-MR-1Y', NULL, NULL, NULL, NULL, NULL, '{"code": "DL-MR-1Y", "name_vi": "Xem xét của lãnh đạo ít nhất một lần trong năm", "name_en": "At least one management review a year", "anchor_event_vi": "Mốc thời hạn", "anchor_event_en": "Date", "unit": "fixed_date", "legal_basis": "Điểm b khoản 4 Điều 4 Quyết định số 19/2014/QĐ-TTg", "amount": 0, "minutes": 0, "first_day_counts": false, "roll": "backward", "exclusive": false, "month": 12, "day": 31, "year": null, "anchor_is_receipt": false, "cutoff": null, "safety_margin": 0, "owed_to_department": false, "pause_on": [], "resume_on": [], "reset_on": []}', 'Điểm b khoản 4 Điều 4 Quyết định số 19/2014/QĐ-TTg', NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('c5caea11-d43f-55a6-ac75-b6002e799239', 'DL-UNIT-1Y', NULL, NULL, NULL, NULL, NULL, '{"code": "DL-UNIT-1Y", "name_vi": "Kiểm tra mỗi đơn vị ít nhất một lần trong năm", "name_en": "Each unit checked at least once a year", "anchor_event_vi": "Mốc thời hạn", "anchor_event_en": "Date", "unit": "fixed_date", "legal_basis": "Kế hoạch số 358/KH-VP ngày 11/01/2024 của Văn phòng (Tây Ninh)", "amount": 0, "minutes": 0, "first_day_counts": false, "roll": "backward", "exclusive": false, "month": 12, "day": 31, "year": null, "anchor_is_receipt": false, "cutoff": null, "safety_margin": 0, "owed_to_department": false, "pause_on": [], "resume_on": [], "reset_on": []}', 'Kế hoạch số 358/KH-VP ngày 11/01/2024 của Văn phòng (Tây Ninh)', NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('edef374b-1af9-5c1b-9041-7bff2c4e28b8', 'DL-INSP-1Y', NULL, NULL, NULL, NULL, NULL, '{"code": "DL-INSP-1Y", "name_vi": "Kiểm tra mỗi cơ quan bắt buộc ít nhất một lần trong năm, ít nhất một phần ba tại trụ sở", "name_en": "Each mandatory agency inspected once a year, at least a third on site", "anchor_event_vi": "Mốc thời hạn", "anchor_event_en": "Date", "unit": "fixed_date", "legal_basis": "Điều 33 Thông tư số 26/2014/TT-BKHCN", "amount": 0, "minutes": 0, "first_day_counts": false, "roll": "backward", "exclusive": false, "month": 12, "day": 31, "year": null, "anchor_is_receipt": false, "cutoff": null, "safety_margin": 0, "owed_to_department": false, "pause_on": [], "resume_on": [], "reset_on": []}', 'Điều 33 Thông tư số 26/2014/TT-BKHCN', NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('bed6c505-7651-51b6-b95f-c9819de64d56', 'DL-FILE-1508', NULL, NULL, NULL, NULL, NULL, '{"code": "DL-FILE-1508", "name_vi": "Hồ sơ duy trì, cải tiến gửi Sở trước ngày 15/8", "name_en": "Maintenance and improvement file to the department before 15/08", "anchor_event_vi": "Mốc thời hạn", "anchor_event_en": "Date", "unit": "fixed_date", "legal_basis": "Kế hoạch số 358/KH-VP ngày 11/01/2024 của Văn phòng (Tây Ninh)", "amount": 0, "minutes": 0, "first_day_counts": false, "roll": "backward", "exclusive": true, "month": 8, "day": 15, "year": null, "anchor_is_receipt": false, "cutoff": null, "safety_margin": 0, "owed_to_department": true, "pause_on": [], "resume_on": [], "reset_on": []}', 'Kế hoạch số 358/KH-VP ngày 11/01/2024 của Văn phòng (Tây Ninh)', NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('f37d7299-1614-559d-b449-85821ccfb024', 'DL-RPT-1011', NULL, NULL, NULL, NULL, NULL, '{"code": "DL-RPT-1011", "name_vi": "Báo cáo năm trước ngày 10/11", "name_en": "Yearly report before 10/11", "anchor_event_vi": "Mốc thời hạn", "anchor_event_en": "Date", "unit": "fixed_date", "legal_basis": "Kế hoạch số 358/KH-VP ngày 11/01/2024 của Văn phòng (Tây Ninh)", "amount": 0, "minutes": 0, "first_day_counts": false, "roll": "backward", "exclusive": true, "month": 11, "day": 10, "year": null, "anchor_is_receipt": false, "cutoff": null, "safety_margin": 0, "owed_to_department": true, "pause_on": [], "resume_on": [], "reset_on": []}', 'Kế hoạch số 358/KH-VP ngày 11/01/2024 của Văn phòng (Tây Ninh)', NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('78416bad-81cf-588c-92e2-86d8e360d767', 'DL-RPT-1511', NULL, NULL, NULL, NULL, NULL, '{"code": "DL-RPT-1511", "name_vi": "Báo cáo năm trước ngày 15/11", "name_en": "Yearly report before 15/11", "anchor_event_vi": "Mốc thời hạn", "anchor_event_en": "Date", "unit": "fixed_date", "legal_basis": "Công văn ngày 09/9/2021 của Chủ tịch UBND tỉnh Quảng Ngãi", "amount": 0, "minutes": 0, "first_day_counts": false, "roll": "backward", "exclusive": true, "month": 11, "day": 15, "year": null, "anchor_is_receipt": false, "cutoff": null, "safety_margin": 0, "owed_to_department": true, "pause_on": [], "resume_on": [], "reset_on": []}', 'Công văn ngày 09/9/2021 của Chủ tịch UBND tỉnh Quảng Ngãi', NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('e7d25783-46fe-5b8c-b0f1-1cffbd0f05c1', 'DL-RPT-6M', NULL, NULL, NULL, NULL, NULL, '{"code": "DL-RPT-6M", "name_vi": "Báo cáo 6 tháng", "name_en": "Six-month report", "anchor_event_vi": "Mốc thời hạn", "anchor_event_en": "Date", "unit": "fixed_date", "legal_basis": "Chỉ thị của UBND tỉnh về áp dụng HTQLCL (ngày cụ thể do địa phương quy định)", "amount": 0, "minutes": 0, "first_day_counts": false, "roll": "backward", "exclusive": false, "month": 6, "day": 30, "year": null, "anchor_is_receipt": false, "cutoff": null, "safety_margin": 0, "owed_to_department": true, "pause_on": [], "resume_on": [], "reset_on": []}', 'Chỉ thị của UBND tỉnh về áp dụng HTQLCL (ngày cụ thể do địa phương quy định)', NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('4a641a7c-f449-525e-96b6-a8aa3edf8d02', 'DL-RPT-1Y', NULL, NULL, NULL, NULL, NULL, '{"code": "DL-RPT-1Y", "name_vi": "Báo cáo năm", "name_en": "Yearly report", "anchor_event_vi": "Mốc thời hạn", "anchor_event_en": "Date", "unit": "fixed_date", "legal_basis": "Chỉ thị của UBND tỉnh về áp dụng HTQLCL (ngày cụ thể do địa phương quy định)", "amount": 0, "minutes": 0, "first_day_counts": false, "roll": "backward", "exclusive": false, "month": 12, "day": 31, "year": null, "anchor_is_receipt": false, "cutoff": null, "safety_margin": 0, "owed_to_department": true, "pause_on": [], "resume_on": [], "reset_on": []}', 'Chỉ thị của UBND tỉnh về áp dụng HTQLCL (ngày cụ thể do địa phương quy định)', NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('b571df7e-d9aa-5dd3-a325-f36a56ec1ce7', 'DL-PROV-NOV', NULL, NULL, NULL, NULL, NULL, '{"code": "DL-PROV-NOV", "name_vi": "Tổng hợp kết quả kiểm tra trình UBND tỉnh: tháng 11", "name_en": "Inspection results consolidated for the provincial People''s Committee: November", "anchor_event_vi": "Mốc thời hạn", "anchor_event_en": "Date", "unit": "fixed_date", "legal_basis": "Điều 38 Thông tư số 26/2014/TT-BKHCN", "amount": 0, "minutes": 0, "first_day_counts": false, "roll": "backward", "exclusive": false, "month": 11, "day": 30, "year": null, "anchor_is_receipt": false, "cutoff": null, "safety_margin": 0, "owed_to_department": false, "pause_on": [], "resume_on": [], "reset_on": []}', 'Điều 38 Thông tư số 26/2014/TT-BKHCN', NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('c1045af8-010a-5848-aa87-e44b876816eb', 'DL-PROV-DEC', NULL, NULL, NULL, NULL, NULL, '{"code": "DL-PROV-DEC", "name_vi": "UBND tỉnh báo cáo Bộ Khoa học và Công nghệ: tháng 12", "name_en": "Province reports to the Ministry of Science and Technology: December", "anchor_event_vi": "Mốc thời hạn", "anchor_event_en": "Date", "unit": "fixed_date", "legal_basis": "Khoản 6 Điều 12 Quyết định số 19/2014/QĐ-TTg; khoản 4 Điều 42 Thông tư số 26/2014/TT-BKHCN", "amount": 0, "minutes": 0, "first_day_counts": false, "roll": "backward", "exclusive": false, "month": 12, "day": 31, "year": null, "anchor_is_receipt": false, "cutoff": null, "safety_margin": 0, "owed_to_department": false, "pause_on": [], "resume_on": [], "reset_on": []}', 'Khoản 6 Điều 12 Quyết định số 19/2014/QĐ-TTg; khoản 4 Điều 42 Thông tư số 26/2014/TT-BKHCN', NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('35ff4aff-0744-5cc0-8240-1d231273247a', 'DL-PLAN', NULL, NULL, NULL, NULL, NULL, '{"code": "DL-PLAN", "name_vi": "Kế hoạch năm và mục tiêu chất lượng", "name_en": "Yearly plan and quality objectives", "anchor_event_vi": "Mốc thời hạn", "anchor_event_en": "Date", "unit": "fixed_date", "legal_basis": "Điều 6 Quyết định số 19/2014/QĐ-TTg (ngày mặc định của phần mềm, thay bằng ngày trong văn bản của Sở)", "amount": 0, "minutes": 0, "first_day_counts": false, "roll": "backward", "exclusive": false, "month": 1, "day": 31, "year": null, "anchor_is_receipt": false, "cutoff": null, "safety_margin": 0, "owed_to_department": true, "pause_on": [], "resume_on": [], "reset_on": []}', 'Điều 6 Quyết định số 19/2014/QĐ-TTg (ngày mặc định của phần mềm, thay bằng ngày trong văn bản của Sở)', NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('d749adf0-05c8-5579-9c95-fa943fe518a1', 'DL-ROADMAP-2025', NULL, NULL, NULL, NULL, NULL, '{"code": "DL-ROADMAP-2025", "name_vi": "Lộ trình áp dụng và công bố ISO điện tử đến năm 2025", "name_en": "Roadmap: electronic ISO applied and published by 2025", "anchor_event_vi": "Mốc thời hạn", "anchor_event_en": "Date", "unit": "fixed_date", "legal_basis": "Kế hoạch ban hành kèm theo Quyết định số 474/QĐ-UBND (Kon Tum)", "amount": 0, "minutes": 0, "first_day_counts": false, "roll": "backward", "exclusive": false, "month": 12, "day": 31, "year": 2025, "anchor_is_receipt": false, "cutoff": null, "safety_margin": 0, "owed_to_department": true, "pause_on": [], "resume_on": [], "reset_on": []}', 'Kế hoạch ban hành kèm theo Quyết định số 474/QĐ-UBND (Kon Tum)', NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('49a022ef-6fe4-5beb-a2a9-f0b77c55e292', 'DL-ROADMAP-2027', NULL, NULL, NULL, NULL, NULL, '{"code": "DL-ROADMAP-2027", "name_vi": "Lộ trình áp dụng và công bố ISO điện tử đến năm 2027", "name_en": "Roadmap: electronic ISO applied and published by 2027", "anchor_event_vi": "Mốc thời hạn", "anchor_event_en": "Date", "unit": "fixed_date", "legal_basis": "Kế hoạch ban hành kèm theo Quyết định số 474/QĐ-UBND (Kon Tum)", "amount": 0, "minutes": 0, "first_day_counts": false, "roll": "backward", "exclusive": false, "month": 12, "day": 31, "year": 2027, "anchor_is_receipt": false, "cutoff": null, "safety_margin": 0, "owed_to_department": true, "pause_on": [], "resume_on": [], "reset_on": []}', 'Kế hoạch ban hành kèm theo Quyết định số 474/QĐ-UBND (Kon Tum)', NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('bc3c20b9-5374-5c60-8676-75595ebb63a9', 'DL-ROADMAP-2030', NULL, NULL, NULL, NULL, NULL, '{"code": "DL-ROADMAP-2030", "name_vi": "Lộ trình áp dụng và công bố ISO điện tử đến năm 2030", "name_en": "Roadmap: electronic ISO applied and published by 2030", "anchor_event_vi": "Mốc thời hạn", "anchor_event_en": "Date", "unit": "fixed_date", "legal_basis": "Kế hoạch ban hành kèm theo Quyết định số 474/QĐ-UBND (Kon Tum)", "amount": 0, "minutes": 0, "first_day_counts": false, "roll": "backward", "exclusive": false, "month": 12, "day": 31, "year": 2030, "anchor_is_receipt": false, "cutoff": null, "safety_margin": 0, "owed_to_department": true, "pause_on": [], "resume_on": [], "reset_on": []}', 'Kế hoạch ban hành kèm theo Quyết định số 474/QĐ-UBND (Kon Tum)', NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('af124107-e9bf-5b33-b694-3d673f9a979e', 'DL-TTHC-5WD', NULL, NULL, NULL, NULL, NULL, '{"code": "DL-TTHC-5WD", "name_vi": "Cập nhật danh mục TTHC trên trang của tỉnh: 05 ngày làm việc", "name_en": "List of administrative procedures on the provincial site: 5 working days", "anchor_event_vi": "Ngày ký quyết định công bố TTHC", "anchor_event_en": "Decision publishing the procedures signed", "unit": "working_day", "legal_basis": "Khoản 3 Điều 4 Thông tư số 26/2014/TT-BKHCN", "amount": 5, "minutes": 0, "first_day_counts": false, "roll": "none", "exclusive": false, "month": null, "day": null, "year": null, "anchor_is_receipt": false, "cutoff": null, "safety_margin": 0, "owed_to_department": false, "pause_on": [], "resume_on": [], "reset_on": []}', 'Khoản 3 Điều 4 Thông tư số 26/2014/TT-BKHCN', NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('31d79e69-b5f4-5eb9-a552-fed9a6937671', 'DL-EPROC-3WD', NULL, NULL, NULL, NULL, NULL, '{"code": "DL-EPROC-3WD", "name_vi": "Cấu hình quy trình điện tử: 03 ngày làm việc", "name_en": "Electronic process configured: 3 working days", "anchor_event_vi": "Ngày ký quyết định phê duyệt quy trình nội bộ", "anchor_event_en": "Decision on the internal procedure signed", "unit": "working_day", "legal_basis": "Quyết định số 2904/QĐ-UBND năm 2025 của UBND tỉnh Hà Tĩnh (quy định địa phương)", "amount": 3, "minutes": 0, "first_day_counts": false, "roll": "none", "exclusive": false, "month": null, "day": null, "year": null, "anchor_is_receipt": false, "cutoff": null, "safety_margin": 0, "owed_to_department": false, "pause_on": [], "resume_on": [], "reset_on": []}', 'Quyết định số 2904/QĐ-UBND năm 2025 của UBND tỉnh Hà Tĩnh (quy định địa phương)', NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('37e97193-e8c9-5dc6-9c1d-698b44fc499d', 'DL-APOLOGY', NULL, NULL, NULL, NULL, NULL, '{"code": "DL-APOLOGY", "name_vi": "Văn bản xin lỗi trước hạn trả kết quả ít nhất 01 ngày làm việc", "name_en": "Letter of apology at least 1 working day before the result is due", "anchor_event_vi": "Ngày hẹn trả kết quả", "anchor_event_en": "Result due", "unit": "working_day", "legal_basis": "Quyết định số 2904/QĐ-UBND năm 2025 của UBND tỉnh Hà Tĩnh (đối chiếu Nghị định số 118/2025/NĐ-CP)", "amount": -1, "minutes": 0, "first_day_counts": false, "roll": "none", "exclusive": false, "month": null, "day": null, "year": null, "anchor_is_receipt": false, "cutoff": null, "safety_margin": 0, "owed_to_department": false, "pause_on": [], "resume_on": [], "reset_on": []}', 'Quyết định số 2904/QĐ-UBND năm 2025 của UBND tỉnh Hà Tĩnh (đối chiếu Nghị định số 118/2025/NĐ-CP)', NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('4ea3ce5f-d491-5e0c-898f-7a6f9adc42b9', 'DL-NUMBER', NULL, NULL, NULL, NULL, NULL, '{"code": "DL-NUMBER", "name_vi": "Cấp số văn bản giấy: chậm nhất ngày làm việc tiếp theo", "name_en": "Paper document numbered by the next working day", "anchor_event_vi": "Ngày ký văn bản", "anchor_event_en": "Document signed", "unit": "working_day", "legal_basis": "Điều 15 Nghị định số 30/2020/NĐ-CP", "amount": 1, "minutes": 0, "first_day_counts": false, "roll": "none", "exclusive": false, "month": null, "day": null, "year": null, "anchor_is_receipt": false, "cutoff": null, "safety_margin": 0, "owed_to_department": false, "pause_on": [], "resume_on": [], "reset_on": []}', 'Điều 15 Nghị định số 30/2020/NĐ-CP', NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('aff8bf53-3509-54a2-9017-e43aa8aed63a', 'DL-GPXD-S2', NULL, NULL, NULL, NULL, NULL, '{"code": "DL-GPXD-S2", "name_vi": "Người nộp bổ sung hồ sơ cấp phép xây dựng: 02 ngày làm việc", "name_en": "Applicant supplements the building-permit dossier: 2 working days", "anchor_event_vi": "Ngày nhận thông báo bổ sung", "anchor_event_en": "Notice received by the applicant", "unit": "working_day", "legal_basis": "Điểm b khoản 2 Điều 54 Nghị định số 217/2026/NĐ-CP", "amount": 2, "minutes": 0, "first_day_counts": false, "roll": "none", "exclusive": false, "month": null, "day": null, "year": null, "anchor_is_receipt": false, "cutoff": null, "safety_margin": 0, "owed_to_department": false, "pause_on": [], "resume_on": [], "reset_on": []}', 'Điểm b khoản 2 Điều 54 Nghị định số 217/2026/NĐ-CP', NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('5500b899-552b-5cb8-890f-46564aa584e8', 'DL-GPXD-TC', NULL, NULL, NULL, NULL, NULL, '{"code": "DL-GPXD-TC", "name_vi": "Thông báo từ chối cấp phép xây dựng sau khi hết hạn bổ sung: 01 ngày làm việc", "name_en": "Refusal of the building permit after the time to supplement: 1 working day", "anchor_event_vi": "Ngày hết hạn bổ sung", "anchor_event_en": "Time to supplement ended", "unit": "working_day", "legal_basis": "Điểm b khoản 2 Điều 54 Nghị định số 217/2026/NĐ-CP", "amount": 1, "minutes": 0, "first_day_counts": false, "roll": "none", "exclusive": false, "month": null, "day": null, "year": null, "anchor_is_receipt": false, "cutoff": null, "safety_margin": 0, "owed_to_department": false, "pause_on": [], "resume_on": [], "reset_on": []}', 'Điểm b khoản 2 Điều 54 Nghị định số 217/2026/NĐ-CP', NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('187db2d0-2d5b-5bb1-b925-9c51c9520d9d', 'DL-CHUNGTHUC', NULL, NULL, NULL, NULL, NULL, '{"code": "DL-CHUNGTHUC", "name_vi": "Chứng thực bản sao: trong ngày, sau 15 giờ sang ngày làm việc tiếp theo", "name_en": "Certified copies: the same day, after 15:00 the next working day", "anchor_event_vi": "Tiếp nhận yêu cầu", "anchor_event_en": "Request received", "unit": "same_day_cutoff", "legal_basis": "Điều 7, Điều 21 Nghị định số 23/2015/NĐ-CP; Điều 2 Thông tư số 01/2020/TT-BTP", "amount": 0, "minutes": 0, "first_day_counts": false, "roll": "none", "exclusive": false, "month": null, "day": null, "year": null, "anchor_is_receipt": true, "cutoff": "15:00", "safety_margin": 0, "owed_to_department": false, "pause_on": [], "resume_on": [], "reset_on": []}', 'Điều 7, Điều 21 Nghị định số 23/2015/NĐ-CP; Điều 2 Thông tư số 01/2020/TT-BTP', NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('aed4548b-f552-59df-9b39-5f99cb708e8e', 'DL-CHUNGTHUC-PT', NULL, NULL, NULL, NULL, NULL, '{"code": "DL-CHUNGTHUC-PT", "name_vi": "Chứng thực bản sao phức tạp: kéo dài thêm không quá 02 ngày làm việc", "name_en": "Certified copies, complex: at most 2 working days more", "anchor_event_vi": "Tiếp nhận yêu cầu", "anchor_event_en": "Request received", "unit": "same_day_cutoff", "legal_basis": "Điều 21 Nghị định số 23/2015/NĐ-CP", "amount": 2, "minutes": 0, "first_day_counts": false, "roll": "none", "exclusive": false, "month": null, "day": null, "year": null, "anchor_is_receipt": true, "cutoff": "15:00", "safety_margin": 0, "owed_to_department": false, "pause_on": [], "resume_on": [], "reset_on": []}', 'Điều 21 Nghị định số 23/2015/NĐ-CP', NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('76233a8e-54d3-5e07-b826-81edd4c51cad', 'DL-KHAISINH', NULL, NULL, NULL, NULL, NULL, '{"code": "DL-KHAISINH", "name_vi": "Đăng ký khai sinh: trong ngày, sau 15 giờ sang ngày làm việc tiếp theo", "name_en": "Birth registration: the same day, after 15:00 the next working day", "anchor_event_vi": "Tiếp nhận hồ sơ", "anchor_event_en": "Dossier received", "unit": "same_day_cutoff", "legal_basis": "Luật Hộ tịch 2014; Quyết định số 1833/QĐ-BTP năm 2025", "amount": 0, "minutes": 0, "first_day_counts": false, "roll": "none", "exclusive": false, "month": null, "day": null, "year": null, "anchor_is_receipt": true, "cutoff": "15:00", "safety_margin": 0, "owed_to_department": false, "pause_on": [], "resume_on": [], "reset_on": []}', 'Luật Hộ tịch 2014; Quyết định số 1833/QĐ-BTP năm 2025', NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('d3401cbc-8b68-51bd-bd95-1970ec2e9127', 'DL-KS-LT', NULL, NULL, NULL, NULL, NULL, '{"code": "DL-KS-LT", "name_vi": "Liên thông khai sinh, cư trú, bảo hiểm y tế: 03 ngày làm việc", "name_en": "Birth, residence and health insurance linked: 3 working days", "anchor_event_vi": "Tiếp nhận hồ sơ", "anchor_event_en": "Dossier received", "unit": "working_day", "legal_basis": "Nghị định số 63/2024/NĐ-CP; Quyết định số 296/QĐ-VPCP ngày 12/6/2024", "amount": 3, "minutes": 0, "first_day_counts": false, "roll": "none", "exclusive": false, "month": null, "day": null, "year": null, "anchor_is_receipt": true, "cutoff": "15:00", "safety_margin": 0, "owed_to_department": false, "pause_on": [], "resume_on": [], "reset_on": []}', 'Nghị định số 63/2024/NĐ-CP; Quyết định số 296/QĐ-VPCP ngày 12/6/2024', NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('7a909c29-111c-5b43-b92d-5733c5372136', 'DL-KS-LT-XM', NULL, NULL, NULL, NULL, NULL, '{"code": "DL-KS-LT-XM", "name_vi": "Liên thông khai sinh, cư trú, bảo hiểm y tế khi phải xác minh: 05 ngày làm việc", "name_en": "Birth, residence and health insurance linked, with verification: 5 working days", "anchor_event_vi": "Tiếp nhận hồ sơ", "anchor_event_en": "Dossier received", "unit": "working_day", "legal_basis": "Nghị định số 63/2024/NĐ-CP; Quyết định số 296/QĐ-VPCP ngày 12/6/2024", "amount": 5, "minutes": 0, "first_day_counts": false, "roll": "none", "exclusive": false, "month": null, "day": null, "year": null, "anchor_is_receipt": true, "cutoff": "15:00", "safety_margin": 0, "owed_to_department": false, "pause_on": [], "resume_on": [], "reset_on": []}', 'Nghị định số 63/2024/NĐ-CP; Quyết định số 296/QĐ-VPCP ngày 12/6/2024', NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('832aa694-f0a0-563d-b243-50b742bbbed0', 'DL-HOPDONG', NULL, NULL, NULL, NULL, NULL, '{"code": "DL-HOPDONG", "name_vi": "Chứng thực hợp đồng, giao dịch: 02 ngày làm việc", "name_en": "Authentication of contracts: 2 working days", "anchor_event_vi": "Ngày nhận đủ hồ sơ hợp lệ", "anchor_event_en": "Complete valid dossier received", "unit": "working_day", "legal_basis": "Điều 37 Nghị định số 23/2015/NĐ-CP", "amount": 2, "minutes": 0, "first_day_counts": false, "roll": "none", "exclusive": false, "month": null, "day": null, "year": null, "anchor_is_receipt": true, "cutoff": null, "safety_margin": 0, "owed_to_department": false, "pause_on": [], "resume_on": [], "reset_on": []}', 'Điều 37 Nghị định số 23/2015/NĐ-CP', NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('ccf765af-22d2-5ae4-aebc-77f5d6770c7d', 'DL-GPXD-7', NULL, NULL, NULL, NULL, NULL, '{"code": "DL-GPXD-7", "name_vi": "Cấp giấy phép xây dựng nhà ở riêng lẻ: 07 ngày làm việc", "name_en": "Building permit for a private house: 7 working days", "anchor_event_vi": "Ngày nhận đủ hồ sơ hợp lệ", "anchor_event_en": "Complete valid dossier received", "unit": "working_day", "legal_basis": "Điểm b khoản 1 Điều 54 Nghị định số 217/2026/NĐ-CP", "amount": 7, "minutes": 0, "first_day_counts": false, "roll": "none", "exclusive": false, "month": null, "day": null, "year": null, "anchor_is_receipt": true, "cutoff": null, "safety_margin": 0, "owed_to_department": false, "pause_on": [], "resume_on": [], "reset_on": []}', 'Điểm b khoản 1 Điều 54 Nghị định số 217/2026/NĐ-CP', NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('957f1608-8b94-5a34-a7c7-f633792ae2b4', 'DL-GPXD-3', NULL, NULL, NULL, NULL, NULL, '{"code": "DL-GPXD-3", "name_vi": "Thẩm định, kiểm tra thực địa, gửi lấy ý kiến: 03 ngày làm việc", "name_en": "Building permit appraised, site checked, consultations sent: 3 working days", "anchor_event_vi": "Ngày nhận đủ hồ sơ hợp lệ", "anchor_event_en": "Complete valid dossier received", "unit": "working_day", "legal_basis": "Điểm a khoản 2 Điều 54 Nghị định số 217/2026/NĐ-CP", "amount": 3, "minutes": 0, "first_day_counts": false, "roll": "none", "exclusive": false, "month": null, "day": null, "year": null, "anchor_is_receipt": true, "cutoff": null, "safety_margin": 0, "owed_to_department": false, "pause_on": [], "resume_on": [], "reset_on": []}', 'Điểm a khoản 2 Điều 54 Nghị định số 217/2026/NĐ-CP', NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('7e4cf891-3a98-5854-9bb8-b10877dc076a', 'DL-GPXD-Q2', NULL, NULL, NULL, NULL, NULL, '{"code": "DL-GPXD-Q2", "name_vi": "Cơ quan được hỏi trả lời: 02 ngày làm việc, im lặng là đồng ý", "name_en": "Consulted agency answers: 2 working days, silence is consent", "anchor_event_vi": "Ngày nhận văn bản lấy ý kiến", "anchor_event_en": "Consultation received", "unit": "working_day", "legal_basis": "Điểm c khoản 2 Điều 54 Nghị định số 217/2026/NĐ-CP", "amount": 2, "minutes": 0, "first_day_counts": false, "roll": "none", "exclusive": false, "month": null, "day": null, "year": null, "anchor_is_receipt": true, "cutoff": null, "safety_margin": 0, "owed_to_department": false, "pause_on": [], "resume_on": [], "reset_on": []}', 'Điểm c khoản 2 Điều 54 Nghị định số 217/2026/NĐ-CP', NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('145bd786-0832-5678-a297-d91a3b0bc6dc', 'DL-GPXD-5', NULL, NULL, NULL, NULL, NULL, '{"code": "DL-GPXD-5", "name_vi": "Gia hạn, cấp lại giấy phép xây dựng: 05 ngày làm việc", "name_en": "Building permit extended or issued again: 5 working days", "anchor_event_vi": "Ngày nhận đủ hồ sơ hợp lệ", "anchor_event_en": "Complete valid dossier received", "unit": "working_day", "legal_basis": "Điểm b khoản 1 Điều 54 Nghị định số 217/2026/NĐ-CP", "amount": 5, "minutes": 0, "first_day_counts": false, "roll": "none", "exclusive": false, "month": null, "day": null, "year": null, "anchor_is_receipt": true, "cutoff": null, "safety_margin": 0, "owed_to_department": false, "pause_on": [], "resume_on": [], "reset_on": []}', 'Điểm b khoản 1 Điều 54 Nghị định số 217/2026/NĐ-CP', NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('6e7d9801-5d74-5682-8ab6-609cffe299d4', 'DL-HKD-3', NULL, NULL, NULL, NULL, NULL, '{"code": "DL-HKD-3", "name_vi": "Cấp giấy chứng nhận đăng ký hộ kinh doanh hoặc thông báo sửa đổi: 03 ngày làm việc", "name_en": "Business household certificate, or notice to amend: 3 working days", "anchor_event_vi": "Ngày nhận đủ hồ sơ hợp lệ", "anchor_event_en": "Complete valid dossier received", "unit": "working_day", "legal_basis": "Nghị định số 168/2025/NĐ-CP", "amount": 3, "minutes": 0, "first_day_counts": false, "roll": "none", "exclusive": false, "month": null, "day": null, "year": null, "anchor_is_receipt": true, "cutoff": null, "safety_margin": 0, "owed_to_department": false, "pause_on": [], "resume_on": [], "reset_on": []}', 'Nghị định số 168/2025/NĐ-CP', NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('46d44c39-68a8-5309-8679-470d95702e17', 'DL-PAKN-10', NULL, NULL, NULL, NULL, NULL, '{"code": "DL-PAKN-10", "name_vi": "Trả lời phản ánh, kiến nghị: 10 ngày làm việc", "name_en": "Feedback answered: 10 working days", "anchor_event_vi": "Ngày tiếp nhận phản ánh, kiến nghị", "anchor_event_en": "Feedback received", "unit": "working_day", "legal_basis": "Điều 19 Quy chế về giải quyết TTHC theo cơ chế một cửa của tỉnh Ninh Bình (quy định địa phương)", "amount": 10, "minutes": 0, "first_day_counts": false, "roll": "none", "exclusive": false, "month": null, "day": null, "year": null, "anchor_is_receipt": true, "cutoff": null, "safety_margin": 0, "owed_to_department": false, "pause_on": [], "resume_on": [], "reset_on": []}', 'Điều 19 Quy chế về giải quyết TTHC theo cơ chế một cửa của tỉnh Ninh Bình (quy định địa phương)', NULL, '2023-03-01 02:00:00+00', 1, NULL);
INSERT INTO public.deadline_reckoning VALUES
	('29c87536-9b15-5243-b764-f3553bcff64c', 2, 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'Thử: ngày 02/02/2027 nghỉ lễ, tết (TB 1).', 'Thử: 02/02/2027 public holiday (TB 1).', NULL, '2026-11-26 02:00:00+00', '2026-11-26 02:00:30+00', NULL, 1, 7, 1, NULL),
	('efe57068-1c23-50a4-b6fd-a75d579dd871', 3, 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'Thử: bỏ dòng riêng của ngày 02/02/2027.', 'Thử: own line of 02/02/2027 removed.', NULL, '2026-11-26 02:00:00+00', '2026-11-26 02:00:30+00', NULL, 1, 7, 1, NULL),
	('9de74a65-18a5-583c-b2f5-611f2cb4ca9c', 4, NULL, 'Cơ quan chuyển sang tỉnh, thành phố khác.', 'The agency lies in another province now.', NULL, '2026-11-26 02:00:00+00', '2026-11-26 02:00:00+00', NULL, 0, 0, 0, NULL);
INSERT INTO public.delegation VALUES
	('480a9acc-391a-4e03-91de-eaa6ba7899ab', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '8fb17ea6-af82-5d21-8941-e3a2c73e750a', '5e6b3724-5391-5a69-b799-397e9916cf41', 'TUQ', NULL, '{}', '{}', '{}', '2026-11-26', '2026-12-17', '15/GUQ-VP', '2026-11-26', '2026-11-26 02:00:00+00', '1164b710-4187-58d5-929d-94efdcce8738', NULL, NULL, NULL),
	('0225eb45-b19e-4ea8-838d-c7fb5cfbe4cb', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '20e5d78c-baf8-5964-8a6c-83810276e039', '4ed35de6-538a-5e60-82db-0273b10583d2', 'THAY', 'c5dbae8c-2903-40cc-9212-c5fe0c07179e', '{}', '{}', '{}', '2026-12-01', '2026-12-17', '16/QĐ-VP', '2026-11-26', '2026-11-26 02:00:00+00', '1164b710-4187-58d5-929d-94efdcce8738', NULL, NULL, NULL);
INSERT INTO public.demo_time VALUES
	(1, 0, NULL);
INSERT INTO public.disposal VALUES
	('9861d2dc-328d-4463-ba2f-8ffaa38d52db', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 2026, 1, '03a11be4-b8bc-5e47-bbcb-527559586ec9', '2026-11-23 01:00:00+00', 'Hết thời hạn lưu', 1, '434fcbeae25ad79b786a92af38bf0ae86297bebfc44f848228113da90a9cca3f');
INSERT INTO public.disposal_approval VALUES
	('9861d2dc-328d-4463-ba2f-8ffaa38d52db', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '03a11be4-b8bc-5e47-bbcb-527559586ec9', '8fb17ea6-af82-5d21-8941-e3a2c73e750a', '2026-11-23 01:00:00+00', '12/BB-TH', '12/bb-th', '2026-11-23', 'Ông A, bà B, ông C', 'b03768b6-fbdb-4772-a9a3-802f354f847d', '13119de321b052de594bb3622d33b27412c06ca28bbabba5e7958d336f1a581d');
INSERT INTO public.disposal_end VALUES
	('9861d2dc-328d-4463-ba2f-8ffaa38d52db', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'carried_out', '03a11be4-b8bc-5e47-bbcb-527559586ec9', '2026-11-23 01:00:00+00', '');
INSERT INTO public.disposal_item VALUES
	('9861d2dc-328d-4463-ba2f-8ffaa38d52db', '53a1ed66-7814-4b7f-ba6a-bd7f2691ef93', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 1, 'THU-2023-0001', 'QMS_P77_LUU', 1, 'HS_CHUNG', 'Hồ sơ thử', 1, 'QĐ 12/QĐ-VP', '2023-03-01', '2023-03-01', '2024-12-31', 13, '\x6c10a7f73c296e31305036e8c172c902690256965c7394f3d36fb78ba9e29b98', 0);
INSERT INTO public.escalation_ladder VALUES
	('bfe38c68-d025-5cf4-a639-b24813d6d8f4', 'QMS', NULL, NULL, 'Thang nhắc việc của hệ thống quản lý chất lượng', 'Ladder of the quality management system', '{"code": "QMS", "name_vi": "Thang nhắc việc của hệ thống quản lý chất lượng", "name_en": "Ladder of the quality management system", "steps": [{"code": "R1", "kind": "reminder", "amount": -10, "unit": "working_days", "from": "target", "to": ["assignee"], "mail": "M02"}, {"code": "R2", "kind": "reminder", "amount": -5, "unit": "working_days", "from": "target", "to": ["assignee"], "mail": "M02"}, {"code": "R3", "kind": "reminder", "amount": -1, "unit": "working_days", "from": "target", "to": ["assignee"], "mail": "M02"}, {"code": "E1", "kind": "escalation", "amount": 0, "unit": "working_days", "from": "legal", "to": ["assignee", "unit_head"], "mail": "M03"}, {"code": "E2", "kind": "escalation", "amount": 3, "unit": "working_days", "from": "legal", "to": ["iso_secretary", "steering_head"], "mail": "M04"}, {"code": "E3", "kind": "escalation", "amount": 5, "unit": "working_days", "from": "legal", "to": ["agency_head"], "mail": "M04"}, {"code": "E4", "kind": "escalation", "amount": 10, "unit": "working_days", "from": "legal", "to": ["department_officer"], "mail": "E4", "only_owed": true}]}', 'Thang mặc định của phần mềm', NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('fb52990e-62f5-5600-871c-4393a528df9d', 'TTHC', NULL, NULL, 'Thang nhắc từng bước của thủ tục hành chính', 'Ladder of a step of an administrative procedure', '{"code": "TTHC", "name_vi": "Thang nhắc từng bước của thủ tục hành chính", "name_en": "Ladder of a step of an administrative procedure", "steps": [{"code": "P50", "kind": "reminder", "amount": 50, "unit": "percent", "from": "legal", "to": ["assignee"], "mail": "M02"}, {"code": "P80", "kind": "reminder", "amount": 80, "unit": "percent", "from": "legal", "to": ["assignee", "unit_head"], "mail": "M02"}, {"code": "P100", "kind": "escalation", "amount": 100, "unit": "percent", "from": "legal", "to": ["unit_head"], "mail": "M03"}]}', 'Thang mặc định của phần mềm', NULL, '2023-03-01 02:00:00+00', 1, NULL),
	('a6816e48-f7fd-5b6a-96d0-06a49c9fe599', 'TTHC-HS', NULL, NULL, 'Thang nhắc cả hồ sơ thủ tục hành chính', 'Ladder of a whole dossier of an administrative procedure', '{"code": "TTHC-HS", "name_vi": "Thang nhắc cả hồ sơ thủ tục hành chính", "name_en": "Ladder of a whole dossier of an administrative procedure", "steps": [{"code": "X1", "kind": "escalation", "amount": -1, "unit": "working_days", "from": "legal", "to": ["assignee", "unit_head"], "mail": "M11", "actions": [{"do": "raise_priority", "to": 1}]}, {"code": "H0", "kind": "escalation", "amount": 0, "unit": "working_days", "from": "legal", "to": ["agency_head", "role:LD_MOT_CUA"], "mail": "M04", "actions": [{"do": "raise_priority", "to": 2}]}, {"code": "H1", "kind": "escalation", "amount": 1, "unit": "working_days", "from": "legal", "to": ["assignee", "unit_head"], "mail": "M03", "every": 1}]}', 'Thang mặc định của phần mềm', NULL, '2023-03-01 02:00:00+00', 1, NULL);
INSERT INTO public.event_subscription VALUES
	('cd2fc31c-65e2-42e7-8cfc-adb1f10e0aef', 'a51ce283-8d21-4df2-99c9-ea3ae7fc766d', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'message', 'Tin', '', 'w', 1, '2026-11-23 01:00:00+00'),
	('ae351cba-bd80-40af-b71c-7a5ebb7c649c', 'a51ce283-8d21-4df2-99c9-ea3ae7fc766d', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'signal', 'Hieu', '', 'x', 2, '2026-11-23 01:00:00+00');
INSERT INTO public.external_identity VALUES
	('so', '1', '4ed35de6-538a-5e60-82db-0273b10583d2', '2026-11-26 02:00:00+00', '2026-11-26 02:00:00+00');
INSERT INTO public.form_template VALUES
	('82d4085d-49fa-54dd-962e-62560d037279', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'Mẫu 05', 'Phiếu xin lỗi', '118/2025/NĐ-CP', '2026-01-01', NULL, '\x7b2274797065223a2264656661756c74222c22636f6d706f6e656e7473223a5b5d7d', 'mau 05 phieu xin loi', false, '2026-11-26 02:00:00+00', NULL);
INSERT INTO public.history_event VALUES
	('53a1ed66-7814-4b7f-ba6a-bd7f2691ef93', 2, '2023-03-01 02:00:00+00', 'activity.entered', NULL, 'system', 's', 'c9dcc572-23e9-48bc-9a4a-914d44fd60c8', '{}', '\x85e5c498afd0027cb71966c9a9113132ca5a9d48403d71462463062a212e733e'),
	('53a1ed66-7814-4b7f-ba6a-bd7f2691ef93', 3, '2023-03-01 02:00:00+00', 'activity.completed', NULL, 'system', 's', 'c9dcc572-23e9-48bc-9a4a-914d44fd60c8', '{}', '\xc260aba5ec8f5630b1ee916d58c9e96a3acf116dc4e7da64b798e62eb543c580'),
	('53a1ed66-7814-4b7f-ba6a-bd7f2691ef93', 4, '2023-03-01 02:00:00+00', 'activity.flow_taken', NULL, 'system', 'F1_s_a', NULL, '{}', '\xfb8744aa0f3429be02a64412379a248feb0dd6383c91b97b1b10df4d9dd58aeb'),
	('53a1ed66-7814-4b7f-ba6a-bd7f2691ef93', 5, '2023-03-01 02:00:00+00', 'activity.entered', NULL, 'system', 'a', '53d914ed-90cb-4b8c-b398-b535bd79cee1', '{}', '\x5f5344e876d6efeb1b7d13be9886485cd73978c39f1bcb03af79ea2de0dbff8a'),
	('83dddf26-ae3b-4fc3-b5e0-6524b85b6a57', 1, '2023-03-01 02:00:00+00', 'instance.started', NULL, 'system', NULL, NULL, '{"anchor":null,"bundle":"58dac610d10506c154b2ed94392877b146139323785e9252ffbde710afc3b61b","legal_due":null,"model":"QMS_P77_LUU","target_due":null,"title":"Quy trình thử","variables":"{\"nguoi_nop\":\"Nguyễn Văn Kín\"}"}', '\x9ead81bd49feb0252f7c8977da7aea0c4560cd1b9b9fafebae376a8db4d9d449'),
	('83dddf26-ae3b-4fc3-b5e0-6524b85b6a57', 2, '2023-03-01 02:00:00+00', 'activity.entered', NULL, 'system', 's', '65b2f660-6adf-476b-93c6-81a3531cf958', '{}', '\x609021b26412f4e22a33c724e216a852393b59095c5f072397e17637b92670bf'),
	('83dddf26-ae3b-4fc3-b5e0-6524b85b6a57', 3, '2023-03-01 02:00:00+00', 'activity.completed', NULL, 'system', 's', '65b2f660-6adf-476b-93c6-81a3531cf958', '{}', '\x38e95b65b2ac332ec5ee1588826a4ca5901646fa5d655c88f25e71b26a57380b'),
	('83dddf26-ae3b-4fc3-b5e0-6524b85b6a57', 4, '2023-03-01 02:00:00+00', 'activity.flow_taken', NULL, 'system', 'F1_s_a', NULL, '{}', '\x84138e4a93243964d720a602174ccfe3b735ff356822deee62c7231fcd3260b1'),
	('83dddf26-ae3b-4fc3-b5e0-6524b85b6a57', 5, '2023-03-01 02:00:00+00', 'activity.entered', NULL, 'system', 'a', '3acc1e35-25c0-4c8b-91ce-c2db5be5276a', '{}', '\xf2f97cf94676f7a573ac06dd4e08a52970a0c3f06a8ef5df8716668a3b01451c'),
	('83dddf26-ae3b-4fc3-b5e0-6524b85b6a57', 6, '2023-03-01 02:00:00+00', 'task.created', NULL, 'system', 'a', '3acc1e35-25c0-4c8b-91ce-c2db5be5276a', '{"legal_due":null,"role":"THU_KY_ISO","target_due":null,"unit":null}', '\xfa2dcf4daa8f3a85bec51b8871d97a506cd32f45acd7ff0b7a738c436bfa2cdc'),
	('83dddf26-ae3b-4fc3-b5e0-6524b85b6a57', 7, '2023-03-01 02:00:00+00', 'task.claimed', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'a', '3acc1e35-25c0-4c8b-91ce-c2db5be5276a', '{}', '\x07ec202002219b5f3d4ff07eb9995b0e442e81410a5046b22bc735922917c81c'),
	('83dddf26-ae3b-4fc3-b5e0-6524b85b6a57', 8, '2023-03-01 02:00:00+00', 'task.completed', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'a', '3acc1e35-25c0-4c8b-91ce-c2db5be5276a', '{"outputs":"{\"ten\":\"Nguyễn Văn Kín\"}"}', '\x74abe296fa7988e8256aa6e59efce1308ee5350a628770dfd2800ad9f2d74828'),
	('83dddf26-ae3b-4fc3-b5e0-6524b85b6a57', 9, '2023-03-01 02:00:00+00', 'activity.completed', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'a', '3acc1e35-25c0-4c8b-91ce-c2db5be5276a', '{}', '\x7822d8ce1585adc0a1886d7af5bf190ade3f8869a556f3b5273070ed3998f2a6'),
	('83dddf26-ae3b-4fc3-b5e0-6524b85b6a57', 10, '2023-03-01 02:00:00+00', 'activity.flow_taken', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'F2_a_e', NULL, '{}', '\xaa2b04f00bdee78c87fe19e2885820f16f9a1a5b5e2c3e19497bf3c8f3d61eca'),
	('83dddf26-ae3b-4fc3-b5e0-6524b85b6a57', 11, '2023-03-01 02:00:00+00', 'activity.entered', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'e', 'c32f0ecb-9d6a-411a-8a4e-deae9d95e2e8', '{}', '\xfe31554edbad72af1a092c83bf3efdf0b1b9e6198408ccbe5d61f95f85ec5038'),
	('83dddf26-ae3b-4fc3-b5e0-6524b85b6a57', 12, '2023-03-01 02:00:00+00', 'activity.completed', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'e', 'c32f0ecb-9d6a-411a-8a4e-deae9d95e2e8', '{}', '\x284aa8e395ae63cce00095031791b884926a002effd5ccc360f66f1d2b25f123'),
	('83dddf26-ae3b-4fc3-b5e0-6524b85b6a57', 13, '2023-03-01 02:00:00+00', 'instance.completed', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', NULL, NULL, '{"outcome":"e"}', '\x821f09955cf731d43c9b913aeb686916b283921622a3ebdca6df365d7f2e5cdb'),
	('53a1ed66-7814-4b7f-ba6a-bd7f2691ef93', 7, '2023-03-01 02:00:00+00', 'task.claimed', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'a', '53d914ed-90cb-4b8c-b398-b535bd79cee1', '{}', '\xb5afad396ca4ed290afffd7e684c18385a78486252d3b6b3e9b1c2dffa5adecb'),
	('53a1ed66-7814-4b7f-ba6a-bd7f2691ef93', 9, '2023-03-01 02:00:00+00', 'activity.completed', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'a', '53d914ed-90cb-4b8c-b398-b535bd79cee1', '{}', '\x5e05b47c58b71b0b464e15bcaaea312759f02b5dfe47c04bfbfee793d06af0ee'),
	('53a1ed66-7814-4b7f-ba6a-bd7f2691ef93', 10, '2023-03-01 02:00:00+00', 'activity.flow_taken', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'F2_a_e', NULL, '{}', '\x234d596acc195a1567d90db63c1cca1f920b15c32698b340ef91a89bbb4bf107'),
	('53a1ed66-7814-4b7f-ba6a-bd7f2691ef93', 11, '2023-03-01 02:00:00+00', 'activity.entered', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'e', '717bea6d-1821-4ebb-ab64-3bb1133eed1b', '{}', '\xbaa56b6c5fc496ffc5966586dca0a0877d32dec5046d35db143faa818511a4a4'),
	('53a1ed66-7814-4b7f-ba6a-bd7f2691ef93', 12, '2023-03-01 02:00:00+00', 'activity.completed', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'e', '717bea6d-1821-4ebb-ab64-3bb1133eed1b', '{}', '\x620486bf452942873bda2d295404831c3a69646b33cf1a191d98430d90dafa78'),
	('53a1ed66-7814-4b7f-ba6a-bd7f2691ef93', 14, '2026-11-23 01:00:00+00', 'record.disposed', '03a11be4-b8bc-5e47-bbcb-527559586ec9', 'test', NULL, NULL, '{"approved_by":"8fb17ea6-af82-5d21-8941-e3a2c73e750a","basis":"QĐ 12/QĐ-VP","class":"HS_CHUNG","class_name":"Hồ sơ thử","code":"THU-2023-0001","disposal":"9861d2dc-328d-4463-ba2f-8ffaa38d52db","ended_on":"2023-03-01","files":[],"kept_until":"2024-12-31","list":"434fcbeae25ad79b786a92af38bf0ae86297bebfc44f848228113da90a9cca3f","minutes":"12/BB-TH","minutes_on":"2026-11-23","minutes_sha256":"13119de321b052de594bb3622d33b27412c06ca28bbabba5e7958d336f1a581d","model":"QMS_P77_LUU","model_version":1,"number":"1/2026","remains":[[1,"c56e3a452d4e42e1cbbe93d4a7b809ea376263fa5410ba3717976ba590411a2f"],[6,"bb9a2be160b7d7d27a2edce8162722edbdc77bc256758bec48a77f33e0d305fc"],[8,"9e757b2b93dc6129c89769452c6f79eefe0b7441fb33dade137f88aff46deac7"],[13,"e932acb6045cb62b0f57a1eb8c02f09005e748b8998bab87ad48e939054bdbe6"]],"started_on":"2023-03-01","years":1}', '\xb8366bba48169fccc4d835ebfc1ca92e00d0c145b139f12ce768d848e54eac10'),
	('53a1ed66-7814-4b7f-ba6a-bd7f2691ef93', 1, '2023-03-01 02:00:00+00', 'instance.started', NULL, 'system', NULL, NULL, '{"disposed":true}', '\x1d807ee7b90276a486a8797d6c367d55cc78467c076bd77f54d3b4cacf146235'),
	('53a1ed66-7814-4b7f-ba6a-bd7f2691ef93', 6, '2023-03-01 02:00:00+00', 'task.created', NULL, 'system', 'a', '53d914ed-90cb-4b8c-b398-b535bd79cee1', '{"disposed":true}', '\x0949d0d0a957b18221a24d6c6a36ad6b425c04439835d2edad67061cac85b66e'),
	('53a1ed66-7814-4b7f-ba6a-bd7f2691ef93', 8, '2023-03-01 02:00:00+00', 'task.completed', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'a', '53d914ed-90cb-4b8c-b398-b535bd79cee1', '{"disposed":true}', '\x16d6bd48741512a060506e58e795e89aac0406ab5fceb0e4fd2e9e714a38f091'),
	('53a1ed66-7814-4b7f-ba6a-bd7f2691ef93', 13, '2023-03-01 02:00:00+00', 'instance.completed', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', NULL, NULL, '{"disposed":true}', '\x6c10a7f73c296e31305036e8c172c902690256965c7394f3d36fb78ba9e29b98'),
	('f72dea0a-e9e7-47ff-b582-e52e7ab65ee8', 1, '2026-11-23 01:00:00+00', 'instance.started', NULL, 'system', NULL, NULL, '{"anchor":null,"bundle":"f11a1086f6b5432cb6023470058ddfaa128f572e575ddc1608393eb1f9a241e6","legal_due":null,"model":"QMS_P90_HEN","target_due":null,"title":"Quy trình thử","variables":"{}"}', '\xd3a715375cdb619ee593b34e55af4670827d9e892282c06754bb7c0ffe568639'),
	('f72dea0a-e9e7-47ff-b582-e52e7ab65ee8', 2, '2026-11-23 01:00:00+00', 'activity.entered', NULL, 'system', 's', 'd4c97de7-232b-4d78-aaf0-ec44fc896376', '{}', '\xb564fab81977480cc4b22529643837c5d4974001f90126374d5db3959f64bb9d'),
	('f72dea0a-e9e7-47ff-b582-e52e7ab65ee8', 3, '2026-11-23 01:00:00+00', 'activity.completed', NULL, 'system', 's', 'd4c97de7-232b-4d78-aaf0-ec44fc896376', '{}', '\x4a0caa3577f441ecfcfffa1f751a2dbed90cbd71ca18eecb76d87ff5c616636a'),
	('f72dea0a-e9e7-47ff-b582-e52e7ab65ee8', 4, '2026-11-23 01:00:00+00', 'activity.flow_taken', NULL, 'system', 'F1_s_p', NULL, '{}', '\x9ebb41744f6d3eabec95b01db6b877eeb696644c0bb4261552581bd157063ca7'),
	('f72dea0a-e9e7-47ff-b582-e52e7ab65ee8', 5, '2026-11-23 01:00:00+00', 'activity.entered', NULL, 'system', 'p', '4636c564-f20f-49f0-bc4b-51dd29415a13', '{}', '\x5aecc6c3580d9c2d386e6f4003fe9751e0d376c42843574d77dcc7a5ce28f2e6'),
	('f72dea0a-e9e7-47ff-b582-e52e7ab65ee8', 6, '2026-11-23 01:00:00+00', 'activity.completed', NULL, 'system', 'p', '4636c564-f20f-49f0-bc4b-51dd29415a13', '{}', '\xfe750ab690bba30df8df3774a6760461b6f144b8d9c0d71865064105caeb798c'),
	('f72dea0a-e9e7-47ff-b582-e52e7ab65ee8', 7, '2026-11-23 01:00:00+00', 'activity.flow_taken', NULL, 'system', 'F2_p_n', NULL, '{}', '\x69073e2915009e98be3ffaa89aaa32d7af00ecc573317503ad5d6db98637e587'),
	('f72dea0a-e9e7-47ff-b582-e52e7ab65ee8', 8, '2026-11-23 01:00:00+00', 'activity.flow_taken', NULL, 'system', 'F9_p_b', NULL, '{}', '\xe820fd72da17701bf029e5bd8ab862d9ce352d562e3e11c7850efa7a3f0b926f'),
	('f72dea0a-e9e7-47ff-b582-e52e7ab65ee8', 9, '2026-11-23 01:00:00+00', 'activity.entered', NULL, 'system', 'n', 'a19f3ef0-61f5-46f9-ab39-179d04bf2ee2', '{}', '\x5f849abae8644c5c24cffddb514b171407feeeee518a2c8ae627ecb6ae4b5bdc'),
	('f72dea0a-e9e7-47ff-b582-e52e7ab65ee8', 10, '2026-11-23 01:00:00+00', 'activity.completed', NULL, 'system', 'n', 'a19f3ef0-61f5-46f9-ab39-179d04bf2ee2', '{}', '\x792e5d1ae6bd7574bdacb6cd81fc8198e85f6cc3a1b5c1cd6c237bd898676b9a'),
	('f72dea0a-e9e7-47ff-b582-e52e7ab65ee8', 11, '2026-11-23 01:00:00+00', 'activity.flow_taken', NULL, 'system', 'F3_n_w', NULL, '{}', '\x840f7f0224ebbb6d7f14b71c5a87495e1112f220eff658b2b888bca0f93b932a'),
	('f72dea0a-e9e7-47ff-b582-e52e7ab65ee8', 12, '2026-11-23 01:00:00+00', 'activity.flow_taken', NULL, 'system', 'F6_n_v', NULL, '{}', '\x716c0906782ea8c92995d2f201ef4efbe35c607542b947d775f0a97aa15d8629'),
	('f72dea0a-e9e7-47ff-b582-e52e7ab65ee8', 13, '2026-11-23 01:00:00+00', 'activity.entered', NULL, 'system', 'w', '550149c3-4728-4071-b696-9e9cd7fc16b7', '{}', '\x442d4ed248e45bd517f2c157956a258b3e5a9ba2421aa8e153e0eb00a5ff5593'),
	('f72dea0a-e9e7-47ff-b582-e52e7ab65ee8', 14, '2026-11-23 01:00:00+00', 'activity.entered', NULL, 'system', 'v', '3efb2d0c-520e-45e5-acfa-bd653981efe3', '{}', '\xd5b5e6bedd59d86aadb96879ffddc11a2ebcfe7b9caadc83555603630741a0d8'),
	('f72dea0a-e9e7-47ff-b582-e52e7ab65ee8', 15, '2026-11-23 01:00:00+00', 'activity.entered', NULL, 'system', 'b', '0f8b380c-54f3-4176-95f1-a85c965d7bad', '{}', '\xb18d0f502ebb4933693adaa3eb34d7d0e77357da0e7d3d172442f8ecf9cec6b5'),
	('f72dea0a-e9e7-47ff-b582-e52e7ab65ee8', 16, '2026-11-23 01:00:00+00', 'task.created', NULL, 'system', 'b', '0f8b380c-54f3-4176-95f1-a85c965d7bad', '{"legal_due":null,"role":"THU_KY_ISO","target_due":null,"unit":null}', '\xa1a3178ea75122562ccfdace171c3b1c63a035539e18d8e27be16a62dcbca5e5'),
	('ff78b753-2159-4f49-b890-38438ac29c05', 1, '2026-11-23 01:00:00+00', 'instance.started', NULL, 'system', NULL, NULL, '{"anchor":null,"bundle":"5eda85c077df297fd7dcf9c128b0905ebd559d711d99fcf3eea224bdf1518fcc","legal_due":null,"model":"QMS_P91_NHIEU","target_due":null,"title":"Quy trình thử","variables":"{\"ds\":[\"Sở Nội vụ\",\"Sở Y tế\",\"Sở Xây dựng\"]}"}', '\xe263aba69588721c1db100aa9ffda6ef97543dbb751993b64cdd95fafa60526e'),
	('ff78b753-2159-4f49-b890-38438ac29c05', 2, '2026-11-23 01:00:00+00', 'activity.entered', NULL, 'system', 's', '5db7cd84-340b-4c93-a123-d09bb446c8a4', '{}', '\xb096e12089c20a3c25d08ce966407fe329785f92122ffc14e11ec0caf2d2589e'),
	('ff78b753-2159-4f49-b890-38438ac29c05', 3, '2026-11-23 01:00:00+00', 'activity.completed', NULL, 'system', 's', '5db7cd84-340b-4c93-a123-d09bb446c8a4', '{}', '\x7ab263fe3843e9fb9a9207dbf368153c03ed544f4b60a21cc784de4f1734f85c'),
	('ff78b753-2159-4f49-b890-38438ac29c05', 4, '2026-11-23 01:00:00+00', 'activity.flow_taken', NULL, 'system', 'F4_s_q', NULL, '{}', '\xd12296e478a14ba020b35ae07a4e74de7d161ed414b1852cb0f2cab7279c0801'),
	('ff78b753-2159-4f49-b890-38438ac29c05', 5, '2026-11-23 01:00:00+00', 'activity.entered', NULL, 'system', 'q', '1e7a1b33-afa1-4bd5-a59b-62aee17a6426', '{}', '\x183007f6ea7177e0a5f61bc327b96a244e7d57d077d0b0dc65d026989a438f28'),
	('ff78b753-2159-4f49-b890-38438ac29c05', 6, '2026-11-23 01:00:00+00', 'activity.entered', NULL, 'system', 'q', '45d8fa32-bcf3-4132-b500-4c361b4abf58', '{}', '\xb9c1ba7e1d5ecb30252324a6ccf6b2cbeb58a3e7f71d87c77fa60fe9917388eb'),
	('ff78b753-2159-4f49-b890-38438ac29c05', 7, '2026-11-23 01:00:00+00', 'activity.entered', NULL, 'system', 'q', 'c4af8c69-11df-4ae9-84b1-acf50aeb920e', '{}', '\x3dec6afc6a01c320b45470e8b4bc5c73e55798201ab9afbd40723ca740029924'),
	('ff78b753-2159-4f49-b890-38438ac29c05', 8, '2026-11-23 01:00:00+00', 'activity.entered', NULL, 'system', 'qs', '8c4b7556-4ae7-4392-8a92-8a1103b5c78b', '{}', '\x7c4486c67d2abcfcaca5323edd3ecd1e7622cf451580df901caddfd20275c1e7'),
	('ff78b753-2159-4f49-b890-38438ac29c05', 9, '2026-11-23 01:00:00+00', 'activity.entered', NULL, 'system', 'qs', 'c7e361b1-0669-490b-9ba5-043324da6dcd', '{}', '\xd1a5a74e9208c68de5182fc304c73bacd76837fabfe8602b7da5849bf4b0b07e'),
	('ff78b753-2159-4f49-b890-38438ac29c05', 10, '2026-11-23 01:00:00+00', 'activity.entered', NULL, 'system', 'qs', 'e7865e13-b598-4f54-838e-d36fbd4ff20f', '{}', '\x6622f2d4c699d0ba7b2253dcf2a98c46e9c025315b5f8b5cd5553f680e234a20'),
	('ff78b753-2159-4f49-b890-38438ac29c05', 11, '2026-11-23 01:00:00+00', 'activity.completed', NULL, 'system', 'qs', '8c4b7556-4ae7-4392-8a92-8a1103b5c78b', '{}', '\x60ac57659ef72b04dfc84393b0f873099d40d2a27c2cec242f898cab41538063'),
	('ff78b753-2159-4f49-b890-38438ac29c05', 12, '2026-11-23 01:00:00+00', 'activity.flow_taken', NULL, 'system', 'F1_qs_a', NULL, '{}', '\x6c5070f397d24f38492658ef1c9124a9a87914d00471b74cbc07383ab1d84800'),
	('ff78b753-2159-4f49-b890-38438ac29c05', 13, '2026-11-23 01:00:00+00', 'activity.entered', NULL, 'system', 'a', 'bd3c2b32-bf4a-4006-b83c-c8ee4bb94851', '{}', '\xc0c2b6a048fea9cd2274f393a1eec31473dec72d529de048160f87470fa873f1'),
	('ff78b753-2159-4f49-b890-38438ac29c05', 14, '2026-11-23 01:00:00+00', 'activity.completed', NULL, 'system', 'qs', 'c7e361b1-0669-490b-9ba5-043324da6dcd', '{}', '\xd0f4faa86e37374862afd28bfb863bcdde683fed0e9ce7661c1ffca8b64c29fa'),
	('ff78b753-2159-4f49-b890-38438ac29c05', 15, '2026-11-23 01:00:00+00', 'activity.flow_taken', NULL, 'system', 'F1_qs_a', NULL, '{}', '\x5089854fd0aba51633b37ded97f6b653b88ea6e7d4f9cf474f579d38d6ad3dd8'),
	('ff78b753-2159-4f49-b890-38438ac29c05', 16, '2026-11-23 01:00:00+00', 'activity.entered', NULL, 'system', 'a', 'a8e001dc-21d4-42a2-b833-6aae07f0e0cf', '{}', '\x218b45ed605b59bd9d28e71d9a8cb9298a74ef7ca45b95751da38ecdda597fd8'),
	('ff78b753-2159-4f49-b890-38438ac29c05', 17, '2026-11-23 01:00:00+00', 'activity.completed', NULL, 'system', 'qs', 'e7865e13-b598-4f54-838e-d36fbd4ff20f', '{}', '\x2532e8f3fba82bbe19e7ef071df12d7104b900479cbb4a285c09a8fb1c5e6f3b'),
	('ff78b753-2159-4f49-b890-38438ac29c05', 18, '2026-11-23 01:00:00+00', 'activity.flow_taken', NULL, 'system', 'F1_qs_a', NULL, '{}', '\x82ffa0b4944becbe9518cab16f5dcd04e4428754d00b58763834242b1bb8a9e4'),
	('ff78b753-2159-4f49-b890-38438ac29c05', 19, '2026-11-23 01:00:00+00', 'activity.entered', NULL, 'system', 'a', '3f7d1206-ff3a-48db-863f-ede14e2cf346', '{}', '\xabe030380d52cd82a4a8cd2d618e778409e5ec3ce8b849fa8ff8eff82c613994'),
	('ff78b753-2159-4f49-b890-38438ac29c05', 20, '2026-11-23 01:00:00+00', 'task.created', NULL, 'system', 'a', 'bd3c2b32-bf4a-4006-b83c-c8ee4bb94851', '{"legal_due":null,"role":"THU_KY_ISO","target_due":null,"unit":null}', '\xb1daadbc4d1ba2a2c9781625a74fc73d31529ff2cd65ee6167ca0e83ecd981a2'),
	('ff78b753-2159-4f49-b890-38438ac29c05', 21, '2026-11-23 01:00:00+00', 'task.created', NULL, 'system', 'a', 'a8e001dc-21d4-42a2-b833-6aae07f0e0cf', '{"legal_due":null,"role":"THU_KY_ISO","target_due":null,"unit":null}', '\x29d4f6a14a95c7063fa67140fac78ed5e6b3aa73340d695528006869af4b8f0b'),
	('ff78b753-2159-4f49-b890-38438ac29c05', 22, '2026-11-23 01:00:00+00', 'task.created', NULL, 'system', 'a', '3f7d1206-ff3a-48db-863f-ede14e2cf346', '{"legal_due":null,"role":"THU_KY_ISO","target_due":null,"unit":null}', '\xd6de254243b4bac6806e77c474bd848bc5fb7018a1e7535542542e902006b8cd'),
	('ff78b753-2159-4f49-b890-38438ac29c05', 23, '2026-11-23 01:00:00+00', 'task.completed', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'a', 'bd3c2b32-bf4a-4006-b83c-c8ee4bb94851', '{"outputs":"{}"}', '\xcb72ac0c30b0b0501d9b9b56969d257af483f21a4e179a6b3d6d006d25a4f45c'),
	('ff78b753-2159-4f49-b890-38438ac29c05', 24, '2026-11-23 01:00:00+00', 'activity.completed', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'a', 'bd3c2b32-bf4a-4006-b83c-c8ee4bb94851', '{}', '\xc3a331e9f0277735b041c0b1216aeff00f2db6c47c5dff61742ce60c74746299'),
	('ff78b753-2159-4f49-b890-38438ac29c05', 25, '2026-11-23 01:00:00+00', 'activity.flow_taken', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'F2_a_b', NULL, '{}', '\x9f60fd2646f6827325f246714a1133e15ce9240a618781f3c55dd87fad565cfd'),
	('ff78b753-2159-4f49-b890-38438ac29c05', 26, '2026-11-23 01:00:00+00', 'activity.entered', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'b', 'b991d1e7-36b0-4fbc-afbb-93fe16cc12d7', '{}', '\x63672847e3be899a715db56cbc6326040fea55a134e2fd1bf0cfa42b92c4fbdb'),
	('ff78b753-2159-4f49-b890-38438ac29c05', 27, '2026-11-23 01:00:00+00', 'task.created', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'b', 'b991d1e7-36b0-4fbc-afbb-93fe16cc12d7', '{"legal_due":null,"role":"THU_KY_ISO","target_due":null,"unit":null}', '\x09c4de45a367cc9fae39a8960093d155b58e8b2be1ad3ad7d2b80a10125afce6'),
	('ff78b753-2159-4f49-b890-38438ac29c05', 28, '2026-11-23 01:00:00+00', 'task.completed', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'a', 'a8e001dc-21d4-42a2-b833-6aae07f0e0cf', '{"outputs":"{}"}', '\x92d7a22680d71fa36cc2667adb624437415b2f9fe72e36bf9aaa90b7cc1cbcc4'),
	('ff78b753-2159-4f49-b890-38438ac29c05', 29, '2026-11-23 01:00:00+00', 'activity.completed', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'a', 'a8e001dc-21d4-42a2-b833-6aae07f0e0cf', '{}', '\xded3c4eef9d33930117e399c6c2fc5c44b30e7452b28858c372d488eba56297c'),
	('ff78b753-2159-4f49-b890-38438ac29c05', 30, '2026-11-23 01:00:00+00', 'activity.flow_taken', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'F2_a_b', NULL, '{}', '\xffcea16bd719b48f8dd57e3f9f9affdf2fc218c1c442c83d6edb6bbfc8affb23'),
	('ff78b753-2159-4f49-b890-38438ac29c05', 31, '2026-11-23 01:00:00+00', 'activity.entered', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'b', 'ecf60d94-fe2d-4351-9c8a-50867037cece', '{}', '\x7860ab013f3e1e815a197e3d93e9c561ade0d172836cfd9f67de7c8553c14505'),
	('ff78b753-2159-4f49-b890-38438ac29c05', 32, '2026-11-23 01:00:00+00', 'task.created', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'b', 'ecf60d94-fe2d-4351-9c8a-50867037cece', '{"legal_due":null,"role":"THU_KY_ISO","target_due":null,"unit":null}', '\xee6e6d79bbd45b10140d0bc09e92a4f0181b00d46b61d57b6e16a2b876dc6b82'),
	('ff78b753-2159-4f49-b890-38438ac29c05', 33, '2026-11-23 01:00:00+00', 'task.completed', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'b', 'b991d1e7-36b0-4fbc-afbb-93fe16cc12d7', '{"outputs":"{}"}', '\xfb42873129cce69deab7ec367b94bd40b804a9d3b0147a6d0a18a7371d975a8c'),
	('ff78b753-2159-4f49-b890-38438ac29c05', 34, '2026-11-23 01:00:00+00', 'activity.completed', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'b', 'b991d1e7-36b0-4fbc-afbb-93fe16cc12d7', '{}', '\x7bfee99cda3842a04ae0117155a504399597f016bebbcbe1a72940ecbfcaa39d'),
	('ff78b753-2159-4f49-b890-38438ac29c05', 35, '2026-11-23 01:00:00+00', 'activity.flow_taken', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'F3_b_qe', NULL, '{}', '\x876486d8cd9ed1d3a4b0f5b1cf2467c90dc1402cbdd0b67e3a52e5397e1768f7'),
	('ff78b753-2159-4f49-b890-38438ac29c05', 36, '2026-11-23 01:00:00+00', 'activity.entered', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'qe', 'c2e6df3d-395e-4e26-bbc9-0d40fa7a6547', '{}', '\x74d61306076eedccb41025bd1b06886a9951f48baf3a0044a74ec9d7f08fb4e7'),
	('ff78b753-2159-4f49-b890-38438ac29c05', 37, '2026-11-23 01:00:00+00', 'activity.completed', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'qe', 'c2e6df3d-395e-4e26-bbc9-0d40fa7a6547', '{}', '\xd5dbc5aea8338c44b5d10fb3b1ac4bb30aa87e53a469aaf2d6dd151ceddbcf91'),
	('ff78b753-2159-4f49-b890-38438ac29c05', 38, '2026-11-23 01:00:00+00', 'activity.completed', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'q', '1e7a1b33-afa1-4bd5-a59b-62aee17a6426', '{}', '\x1ce7c0ffafae4998c3ad916756cec794bf31881bdd7c979035a022a867f41974'),
	('592777dc-da01-4ae3-b95a-532925ecfd0c', 1, '2026-11-23 01:00:00+00', 'instance.started', NULL, 'system', NULL, NULL, '{"anchor":null,"bundle":"c75646f74c292b60275d9dfc70919663187526ed9aec458837a288f09683cda2","legal_due":null,"model":"QMS_P92_VONG","target_due":null,"title":"Quy trình thử","variables":"{\"so\":1}"}', '\x2754d79e0c79047844e9c5237478784e989cd6062ef604ef70bcf195c03defc3'),
	('592777dc-da01-4ae3-b95a-532925ecfd0c', 2, '2026-11-23 01:00:00+00', 'activity.entered', NULL, 'system', 's', 'fca9c8c3-516d-47cd-b138-4d77f037b779', '{}', '\x5da9d4da125556b2a1313fc282d9bcff317a0d4809a6f290d5f2a674874720cb'),
	('592777dc-da01-4ae3-b95a-532925ecfd0c', 3, '2026-11-23 01:00:00+00', 'activity.completed', NULL, 'system', 's', 'fca9c8c3-516d-47cd-b138-4d77f037b779', '{}', '\x4e066c8f946068dd3299bc8f524d93793ecc5dd7615da7102a2227351f19050d'),
	('592777dc-da01-4ae3-b95a-532925ecfd0c', 4, '2026-11-23 01:00:00+00', 'activity.flow_taken', NULL, 'system', 'F1_s_g', NULL, '{}', '\xde9c6b56203a0ddf3e50309a92e01e2ac579428577426eb1a3b3eb5895673485'),
	('592777dc-da01-4ae3-b95a-532925ecfd0c', 5, '2026-11-23 01:00:00+00', 'activity.entered', NULL, 'system', 'g', 'b1294b38-a8bc-482b-bff6-259a0eddb3c6', '{}', '\xa629a5b3c4017bb39ca99a68389ccd0758cc0d64deb660e12027666e6f2719e7'),
	('592777dc-da01-4ae3-b95a-532925ecfd0c', 6, '2026-11-23 01:00:00+00', 'activity.completed', NULL, 'system', 'g', 'b1294b38-a8bc-482b-bff6-259a0eddb3c6', '{}', '\x5d344d48a7f0c2021de6d958509fe157c54067707e830e4e120e2a4be554249e'),
	('592777dc-da01-4ae3-b95a-532925ecfd0c', 7, '2026-11-23 01:00:00+00', 'activity.flow_taken', NULL, 'system', 'F2_g_p', NULL, '{}', '\xed225e79510ce0369cf2008b571b9de6ea832c9b14ca7be8210fd4d1ac0ca745'),
	('592777dc-da01-4ae3-b95a-532925ecfd0c', 8, '2026-11-23 01:00:00+00', 'activity.entered', NULL, 'system', 'p', '30993791-82fa-4f55-9f72-fcd231affc38', '{}', '\x58855fe1a9cf383abd644cfd9ef13fd3f0a4a504f4425cab23399666bc01e316'),
	('592777dc-da01-4ae3-b95a-532925ecfd0c', 9, '2026-11-23 01:00:00+00', 'activity.completed', NULL, 'system', 'p', '30993791-82fa-4f55-9f72-fcd231affc38', '{}', '\xd0c00f229600c319eaa68e0f191067134e62c7cf98784569e4bed0259158ddc9'),
	('592777dc-da01-4ae3-b95a-532925ecfd0c', 10, '2026-11-23 01:00:00+00', 'activity.flow_taken', NULL, 'system', 'F3_p_a', NULL, '{}', '\x2a5c9374ad60947800ef7907ee26a616bd2082471d35fd4c51d1b8663c8ebb7e'),
	('592777dc-da01-4ae3-b95a-532925ecfd0c', 11, '2026-11-23 01:00:00+00', 'activity.flow_taken', NULL, 'system', 'F5_p_b', NULL, '{}', '\x3c30af888f27e2db1b2c08f81793a6fcdf073f3170eb2b2cfbcb5f7148aecbb6'),
	('592777dc-da01-4ae3-b95a-532925ecfd0c', 12, '2026-11-23 01:00:00+00', 'activity.entered', NULL, 'system', 'a', 'f7f7b5c1-c6fe-4025-a3c1-f1343ad8551d', '{}', '\x25d305fa2f4a4d3b492d1d1248ba66f0ddb2b9b838f77ef4914ddede8ed0df27'),
	('592777dc-da01-4ae3-b95a-532925ecfd0c', 13, '2026-11-23 01:00:00+00', 'activity.entered', NULL, 'system', 'b', 'dc2640db-7fa4-4293-8f2e-83ecf30eef9c', '{}', '\xb1f520045d966fc1d7756db4929f24c3c1788c2835e824528fefc343ac375628'),
	('592777dc-da01-4ae3-b95a-532925ecfd0c', 14, '2026-11-23 01:00:00+00', 'task.created', NULL, 'system', 'a', 'f7f7b5c1-c6fe-4025-a3c1-f1343ad8551d', '{"legal_due":null,"role":"THU_KY_ISO","target_due":null,"unit":null}', '\x7ec3186d419d44314579b5a04983f5eb1d2902e0232bbd04ccba3750433ce952'),
	('592777dc-da01-4ae3-b95a-532925ecfd0c', 15, '2026-11-23 01:00:00+00', 'task.created', NULL, 'system', 'b', 'dc2640db-7fa4-4293-8f2e-83ecf30eef9c', '{"legal_due":null,"role":"THU_KY_ISO","target_due":null,"unit":null}', '\xc5422d16f9ebed4bba3f92ba4306898d22817dc3af1c3beb53b3c78fb59ff962'),
	('592777dc-da01-4ae3-b95a-532925ecfd0c', 16, '2026-11-23 01:00:00+00', 'task.completed', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'a', 'f7f7b5c1-c6fe-4025-a3c1-f1343ad8551d', '{"outputs":"{}"}', '\x2e9580f549cc16c367762263027d06a3d4c8413a0cd31d45ad96e58537bb3170'),
	('592777dc-da01-4ae3-b95a-532925ecfd0c', 17, '2026-11-23 01:00:00+00', 'activity.completed', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'a', 'f7f7b5c1-c6fe-4025-a3c1-f1343ad8551d', '{}', '\x9bea5adc64ca9774cabd8fe40cc82d459a8640c7631a0cb869e9b5dddcec21ce'),
	('592777dc-da01-4ae3-b95a-532925ecfd0c', 18, '2026-11-23 01:00:00+00', 'activity.flow_taken', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'F4_a_j', NULL, '{}', '\xb438dcc06dc05ee7adcc9a1a234826ec8b6ed3610ef3b77ed2c08d298ada7dba'),
	('592777dc-da01-4ae3-b95a-532925ecfd0c', 19, '2026-11-23 01:00:00+00', 'task.completed', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'b', 'dc2640db-7fa4-4293-8f2e-83ecf30eef9c', '{"outputs":"{}"}', '\xd03631b0eab3ce570a7633ac4e93c1384bcc26195e6aaba2c96f629f1574d558'),
	('592777dc-da01-4ae3-b95a-532925ecfd0c', 20, '2026-11-23 01:00:00+00', 'activity.completed', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'b', 'dc2640db-7fa4-4293-8f2e-83ecf30eef9c', '{}', '\x220156b33f35481a789c431d29400befd8c38de05e46073c4f472fc2753c6d9d'),
	('592777dc-da01-4ae3-b95a-532925ecfd0c', 21, '2026-11-23 01:00:00+00', 'activity.flow_taken', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'F6_b_j', NULL, '{}', '\x86b1e28a1706faeed3c19a0490a7b6ee802707661c46377b55c456dc2efc4cbc'),
	('592777dc-da01-4ae3-b95a-532925ecfd0c', 22, '2026-11-23 01:00:00+00', 'activity.entered', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'j', '094d19c4-26c5-42fa-a054-311a0372ab63', '{}', '\xebbdd9e1be423ea7998c6f9dd14d081a7c3af2bb03d063c9939bd6303bb31079'),
	('592777dc-da01-4ae3-b95a-532925ecfd0c', 23, '2026-11-23 01:00:00+00', 'activity.completed', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'j', '094d19c4-26c5-42fa-a054-311a0372ab63', '{}', '\xf724b617b38823dd36a1cba1c11e254f42ed4d4b5bfff4f0a7e834f878c6675c'),
	('592777dc-da01-4ae3-b95a-532925ecfd0c', 24, '2026-11-23 01:00:00+00', 'activity.flow_taken', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'F7_j_h', NULL, '{}', '\xa392f4c3b40802c261c197e2f6f7f2bec131b1e26c008e5ed3582701c2d74f56'),
	('592777dc-da01-4ae3-b95a-532925ecfd0c', 25, '2026-11-23 01:00:00+00', 'activity.entered', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'h', '8d8e51ee-a2e7-4289-9eef-cd92ffa4cd1d', '{}', '\x49d6483f3c259682c7d92e5ed83872b7be593f329bd846d4711bdc7d5355d3b1'),
	('592777dc-da01-4ae3-b95a-532925ecfd0c', 26, '2026-11-23 01:00:00+00', 'activity.completed', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'h', '8d8e51ee-a2e7-4289-9eef-cd92ffa4cd1d', '{}', '\x449ccb6ffa85a2b37f8c9fe7ee57b6845f985e28412410788c420ee3624b0c0c'),
	('592777dc-da01-4ae3-b95a-532925ecfd0c', 27, '2026-11-23 01:00:00+00', 'activity.flow_taken', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'F9_h_o', NULL, '{}', '\x25a4001a52a3e203e5a929ebbb0156e05876d3a5cb55ef02aa94ce6a3c3cb258'),
	('592777dc-da01-4ae3-b95a-532925ecfd0c', 28, '2026-11-23 01:00:00+00', 'activity.entered', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'o', '4507d269-2f02-4479-b7da-f5219b0b6da3', '{}', '\xd1adc2b55a30649f90251b3f95081d8dbfc95bed5d77fb98c7d73db3e1a444df'),
	('592777dc-da01-4ae3-b95a-532925ecfd0c', 29, '2026-11-23 01:00:00+00', 'activity.completed', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'o', '4507d269-2f02-4479-b7da-f5219b0b6da3', '{}', '\x637ea4779aa23abab2978b636f936eb43f97b223ad36e982b2dbcd58425971ad'),
	('592777dc-da01-4ae3-b95a-532925ecfd0c', 30, '2026-11-23 01:00:00+00', 'activity.flow_taken', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'F10_o_c', NULL, '{}', '\x28d4cbe68610e087ad3c66d092b1c9fd19199db9adce481933cad18f11333e5d'),
	('592777dc-da01-4ae3-b95a-532925ecfd0c', 31, '2026-11-23 01:00:00+00', 'activity.flow_taken', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'F11_o_d', NULL, '{}', '\x0dd479fa2538327288e36323908e5984674c9084b6123af9230d1a4f3bcb3b8c'),
	('592777dc-da01-4ae3-b95a-532925ecfd0c', 32, '2026-11-23 01:00:00+00', 'activity.entered', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'c', 'a01c481d-dc47-4ebd-9174-2a6c0ea3e768', '{}', '\x65dcf754bc78c429ad9cc9e4e27def957b0b360fbe83ab5654ab2b027d109ce2'),
	('592777dc-da01-4ae3-b95a-532925ecfd0c', 33, '2026-11-23 01:00:00+00', 'activity.entered', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'd', 'ba0b4eb6-9ccd-4123-bf13-aea3dcbfc84b', '{}', '\x47b690d7c4795988326668fb63abe4f995a0051367d90f552ecbfd9cba1fa09f'),
	('592777dc-da01-4ae3-b95a-532925ecfd0c', 34, '2026-11-23 01:00:00+00', 'task.created', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'c', 'a01c481d-dc47-4ebd-9174-2a6c0ea3e768', '{"legal_due":null,"role":"THU_KY_ISO","target_due":null,"unit":null}', '\x9c4dc2f4c3ea7db6d423c57ba0e54da7cbe79d215faef5a29e361c1388026838'),
	('592777dc-da01-4ae3-b95a-532925ecfd0c', 35, '2026-11-23 01:00:00+00', 'task.created', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'd', 'ba0b4eb6-9ccd-4123-bf13-aea3dcbfc84b', '{"legal_due":null,"role":"THU_KY_ISO","target_due":null,"unit":null}', '\x9e332a87e7981c9fad922be9cd036b6c89c3e99a2dfff47f5fb897dd2d722f3b'),
	('592777dc-da01-4ae3-b95a-532925ecfd0c', 36, '2026-11-23 01:00:00+00', 'task.completed', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'c', 'a01c481d-dc47-4ebd-9174-2a6c0ea3e768', '{"outputs":"{}"}', '\x4576b3d8f75bcf4cf56a6effdeb2929616701633293af24870a90e3a1a0fc9d7'),
	('592777dc-da01-4ae3-b95a-532925ecfd0c', 37, '2026-11-23 01:00:00+00', 'activity.completed', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'c', 'a01c481d-dc47-4ebd-9174-2a6c0ea3e768', '{}', '\xf7f1856e511bc939a6ce884a9370714203e1efddb0337ac71ee541631f3afaa4'),
	('592777dc-da01-4ae3-b95a-532925ecfd0c', 38, '2026-11-23 01:00:00+00', 'activity.flow_taken', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'F12_c_k', NULL, '{}', '\x93c78cb8cddd46de33fcf6dc5c7aee6d85299a080fa943238603c55a81172eca'),
	('372d7a02-d4bf-42e1-be77-362cee45aa8e', 1, '2026-11-23 01:00:00+00', 'instance.started', NULL, 'system', NULL, NULL, '{"anchor":null,"bundle":"3cbe491f483b3299906c475ce389d4678611e087291fc3d92d048a27826f2c39","legal_due":null,"model":"QMS_P93_LOI","target_due":null,"title":"Quy trình thử","variables":"{}"}', '\xc60fff59d78e2778e4621d997d58cce51780f66077ab3691ac7b6a94e4d152b6'),
	('372d7a02-d4bf-42e1-be77-362cee45aa8e', 2, '2026-11-23 01:00:00+00', 'activity.entered', NULL, 'system', 's', 'cb5e62d8-3c04-410b-a3a3-b8eb45b7c7b7', '{}', '\x0a0c34ceddb70198b7c41ee549ca050fbd171c35895aee2fb62f513524eb812b'),
	('372d7a02-d4bf-42e1-be77-362cee45aa8e', 3, '2026-11-23 01:00:00+00', 'activity.completed', NULL, 'system', 's', 'cb5e62d8-3c04-410b-a3a3-b8eb45b7c7b7', '{}', '\x64d357e0d655ed679b0cf378f3b210d04fb5b3611c665cdc756609ed4a587c0c'),
	('372d7a02-d4bf-42e1-be77-362cee45aa8e', 4, '2026-11-23 01:00:00+00', 'activity.flow_taken', NULL, 'system', 'F7_s_q', NULL, '{}', '\x865a49864c044ee6765e9d42dd55f99c8b661ba27c3a2436636b314644c9911a'),
	('372d7a02-d4bf-42e1-be77-362cee45aa8e', 5, '2026-11-23 01:00:00+00', 'activity.entered', NULL, 'system', 'q', '5640a325-416b-4bbf-b574-ad29f4020197', '{}', '\x200658cc340f08eea019384bfa4771e154b880b325a7d24b0574322ca0a7053f'),
	('372d7a02-d4bf-42e1-be77-362cee45aa8e', 6, '2026-11-23 01:00:00+00', 'activity.entered', NULL, 'system', 'qs', '725a5562-f972-411e-a8b7-07a7ab36188c', '{}', '\xb04f62d276507ba604dfa03165d7a79e7684e67af90586b0f2372d04cbe8dc29'),
	('372d7a02-d4bf-42e1-be77-362cee45aa8e', 7, '2026-11-23 01:00:00+00', 'activity.completed', NULL, 'system', 'qs', '725a5562-f972-411e-a8b7-07a7ab36188c', '{}', '\x33d0aa97132c93e888c92669d7852b298ceb366721f488dadde4b025a9ed98cd'),
	('372d7a02-d4bf-42e1-be77-362cee45aa8e', 8, '2026-11-23 01:00:00+00', 'activity.flow_taken', NULL, 'system', 'F1_qs_p', NULL, '{}', '\x9df3f940fbdc321dbcda9b1b336dc26e7a789a8de47eff650e08d01d31678b93'),
	('372d7a02-d4bf-42e1-be77-362cee45aa8e', 9, '2026-11-23 01:00:00+00', 'activity.entered', NULL, 'system', 'p', '4c312730-aa29-4114-8a9f-e8909c876e84', '{}', '\xf173dce229a7d061db84a97a8aad3c7cba22818f9ee08178bff33768b6bec8a5'),
	('372d7a02-d4bf-42e1-be77-362cee45aa8e', 10, '2026-11-23 01:00:00+00', 'activity.completed', NULL, 'system', 'p', '4c312730-aa29-4114-8a9f-e8909c876e84', '{}', '\x0d077df5a80c4440b1e7683615a169b95654ec85018e3840ffcf74a952eeeda9'),
	('372d7a02-d4bf-42e1-be77-362cee45aa8e', 11, '2026-11-23 01:00:00+00', 'activity.flow_taken', NULL, 'system', 'F2_p_a', NULL, '{}', '\xdd4aaad8acc10aae560ad250d8da765c7a3afce3f08ff6682f6425ef6bf50e54'),
	('372d7a02-d4bf-42e1-be77-362cee45aa8e', 12, '2026-11-23 01:00:00+00', 'activity.flow_taken', NULL, 'system', 'F4_p_h', NULL, '{}', '\xd54c4b591318104a73d11d2e8e574dc27e4b8b866298f1da549b909e787fd8f9'),
	('372d7a02-d4bf-42e1-be77-362cee45aa8e', 13, '2026-11-23 01:00:00+00', 'activity.entered', NULL, 'system', 'a', 'ff791e50-da9e-4d15-a433-1bf4ecafafe3', '{}', '\xd6136f9f62b4fe97faa25f6cdbd997b3b7d0b05d0b64852a4a049c21a07b77c8'),
	('372d7a02-d4bf-42e1-be77-362cee45aa8e', 14, '2026-11-23 01:00:00+00', 'activity.entered', NULL, 'system', 'h', 'dafe23d8-5219-4d0c-880f-7331e2b0d082', '{}', '\xeea4e85dea2bd7299a85ba9cb02fddb61604b77a76843db83d3a5440c5bb9e36'),
	('372d7a02-d4bf-42e1-be77-362cee45aa8e', 15, '2026-11-23 01:00:00+00', 'activity.completed', NULL, 'system', 'h', 'dafe23d8-5219-4d0c-880f-7331e2b0d082', '{}', '\x21878f2a7858df49e2af9122876f6b1535f237efd1a74ce9bff2823db6327241'),
	('372d7a02-d4bf-42e1-be77-362cee45aa8e', 16, '2026-11-23 01:00:00+00', 'activity.escalation_caught', NULL, 'system', 'l', '5bc152d0-925b-4e0b-a767-0c554ac17050', '{}', '\xbb51679af56f45793ef09e9a06abdac5ed6eb41e9d0e887119167abde354881d'),
	('372d7a02-d4bf-42e1-be77-362cee45aa8e', 17, '2026-11-23 01:00:00+00', 'activity.flow_taken', NULL, 'system', 'F5_h_b', NULL, '{}', '\xfabcc0df90c21572fd99cee26a21a2aad92ace6aa35716f781583bb3f87fc904'),
	('372d7a02-d4bf-42e1-be77-362cee45aa8e', 18, '2026-11-23 01:00:00+00', 'activity.entered', NULL, 'system', 'b', 'e943e8c3-63c5-4426-8db8-c1148af0e2d1', '{}', '\x4328b700a186336e8c1dcdbc62981cb71a801863c579c9a034653ee3f87413d4'),
	('372d7a02-d4bf-42e1-be77-362cee45aa8e', 19, '2026-11-23 01:00:00+00', 'activity.completed', NULL, 'system', 'l', 'fdc28336-a374-48cc-bd12-f129dd99af1d', '{}', '\x6552e24890775848c46435387368974465b14a1cc0fb5c8c67be7d8b8d880753'),
	('372d7a02-d4bf-42e1-be77-362cee45aa8e', 20, '2026-11-23 01:00:00+00', 'activity.flow_taken', NULL, 'system', 'F11_l_d', NULL, '{}', '\xde4b31cc14fa25f43e88d0d2387e325f33e448aa3b5a7b9ed91fa6c41eda410b'),
	('372d7a02-d4bf-42e1-be77-362cee45aa8e', 21, '2026-11-23 01:00:00+00', 'activity.entered', NULL, 'system', 'd', 'fc30abc5-b18d-430b-8fb4-722727c58472', '{}', '\x1df4f3a9ef1f8fa8d7bbfef6fcd2631df8765bec0df808fa94fb73e99b0c62b3'),
	('372d7a02-d4bf-42e1-be77-362cee45aa8e', 22, '2026-11-23 01:00:00+00', 'task.created', NULL, 'system', 'a', 'ff791e50-da9e-4d15-a433-1bf4ecafafe3', '{"legal_due":null,"role":"THU_KY_ISO","target_due":null,"unit":null}', '\xcf8b5311f9368fb7585b932a686bcbf65d44e30e9b76fc6379e79796ef42d9f0'),
	('372d7a02-d4bf-42e1-be77-362cee45aa8e', 23, '2026-11-23 01:00:00+00', 'task.created', NULL, 'system', 'b', 'e943e8c3-63c5-4426-8db8-c1148af0e2d1', '{"legal_due":null,"role":"THU_KY_ISO","target_due":null,"unit":null}', '\x20ea17eb0fffaade88304aea74be18b492a3aaa54b78a66219c35bc65c3c690b'),
	('372d7a02-d4bf-42e1-be77-362cee45aa8e', 24, '2026-11-23 01:00:00+00', 'task.created', NULL, 'system', 'd', 'fc30abc5-b18d-430b-8fb4-722727c58472', '{"legal_due":null,"role":"THU_KY_ISO","target_due":null,"unit":null}', '\xf9bfbcf952fe4c57537dfad14ee50ab7735795262b0fa5608e7c1e93eac6e0e6'),
	('455c8ffa-9e41-4ee0-8254-9b57c18cae98', 1, '2026-11-23 01:00:00+00', 'instance.started', NULL, 'system', NULL, NULL, '{"anchor":null,"bundle":"a7db7ffccbdad07d1aff5d72d075dff9704ea3ee311f1af4c03dfd49d46142f9","legal_due":null,"model":"QMS_P94_DIEU_KIEN","target_due":null,"title":"Quy trình thử","variables":"{\"so\":1}"}', '\x71b3e4f3a0763dd9e3a7e763882f83970cf6664615056830ed248ff6f5e2dcd6'),
	('455c8ffa-9e41-4ee0-8254-9b57c18cae98', 2, '2026-11-23 01:00:00+00', 'activity.entered', NULL, 'system', 's', 'f8f1c1b4-4932-4a73-8c52-d5178d8f69a4', '{}', '\x0cf0fdd7db87ecbd9d71f3ef6cab45d6fbfeef2cd230befa90df8d155d5a6231'),
	('455c8ffa-9e41-4ee0-8254-9b57c18cae98', 3, '2026-11-23 01:00:00+00', 'activity.completed', NULL, 'system', 's', 'f8f1c1b4-4932-4a73-8c52-d5178d8f69a4', '{}', '\x7cfe475f3334c2ec985af2eb825f18b8fa65a5fb4ff0e4846b6adbe0ee4f6e99'),
	('455c8ffa-9e41-4ee0-8254-9b57c18cae98', 4, '2026-11-23 01:00:00+00', 'activity.flow_taken', NULL, 'system', 'F1_s_p', NULL, '{}', '\x9183c7cc3d18fb9fdb0768915a15388d59456722b9d315c53ce07c194dcd0580'),
	('455c8ffa-9e41-4ee0-8254-9b57c18cae98', 5, '2026-11-23 01:00:00+00', 'activity.entered', NULL, 'system', 'p', '46c658e4-9dc8-42dc-ac9d-5a08e999cf6d', '{}', '\x78f4380db9a8fbcd33835af91bfe75b46ada7a1960a9c615fb187240a49b6da0'),
	('455c8ffa-9e41-4ee0-8254-9b57c18cae98', 6, '2026-11-23 01:00:00+00', 'activity.completed', NULL, 'system', 'p', '46c658e4-9dc8-42dc-ac9d-5a08e999cf6d', '{}', '\x6edee319a6bc99eb96beb557f27f0ac20421642ed28e6de9dca7c04b324872eb'),
	('455c8ffa-9e41-4ee0-8254-9b57c18cae98', 7, '2026-11-23 01:00:00+00', 'activity.flow_taken', NULL, 'system', 'F2_p_a', NULL, '{}', '\xf5bcb21ca4a088f26d912ae73f6b68d9f9c5164a061f3a455e21611117d16e04'),
	('455c8ffa-9e41-4ee0-8254-9b57c18cae98', 8, '2026-11-23 01:00:00+00', 'activity.flow_taken', NULL, 'system', 'F5_p_b', NULL, '{}', '\x2a2373114c48bcbf44562a0e013422cfb51ee0fe89263ebb0d4bd14e66c479f9'),
	('455c8ffa-9e41-4ee0-8254-9b57c18cae98', 9, '2026-11-23 01:00:00+00', 'activity.entered', NULL, 'system', 'a', '47fa74ed-7776-45e5-ba3e-298256f3fbc0', '{}', '\xc8d2bdb3d0ca4683127c28259e7d989cdbd6323bf05d08e519c0823b8c3f252a'),
	('455c8ffa-9e41-4ee0-8254-9b57c18cae98', 10, '2026-11-23 01:00:00+00', 'activity.entered', NULL, 'system', 'b', '859410a0-3ece-456b-9b82-34e050a482c3', '{}', '\xb54c870d657db145559795f26578851e89b59141eda0425fce5a59ecb3190267'),
	('455c8ffa-9e41-4ee0-8254-9b57c18cae98', 11, '2026-11-23 01:00:00+00', 'task.created', NULL, 'system', 'a', '47fa74ed-7776-45e5-ba3e-298256f3fbc0', '{"legal_due":null,"role":"THU_KY_ISO","target_due":null,"unit":null}', '\xbe483f5dcb75ebeb17afc076ca9dd9d7d3030cf56d713fdeaff806001e7296c1'),
	('455c8ffa-9e41-4ee0-8254-9b57c18cae98', 12, '2026-11-23 01:00:00+00', 'task.created', NULL, 'system', 'b', '859410a0-3ece-456b-9b82-34e050a482c3', '{"legal_due":null,"role":"THU_KY_ISO","target_due":null,"unit":null}', '\x757fb6021264bc4a28e816dd397a4b462edf0a9ba61dce1239db4439dec1e93f'),
	('455c8ffa-9e41-4ee0-8254-9b57c18cae98', 13, '2026-11-23 01:00:00+00', 'task.completed', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'a', '47fa74ed-7776-45e5-ba3e-298256f3fbc0', '{"outputs":"{}"}', '\x092475cec8f04ff93b9d0179f07ddabac00b96974d2c4e5ef732824df083bd46'),
	('455c8ffa-9e41-4ee0-8254-9b57c18cae98', 14, '2026-11-23 01:00:00+00', 'activity.completed', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'a', '47fa74ed-7776-45e5-ba3e-298256f3fbc0', '{}', '\xa51bbc743882e1a1efa942dd8558fa9e5277d82c3f517d5ba1bfa8faa3c451a2'),
	('455c8ffa-9e41-4ee0-8254-9b57c18cae98', 15, '2026-11-23 01:00:00+00', 'activity.flow_taken', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'F3_a_w', NULL, '{}', '\xe77bd2a5c6a41a6b7bc08f9b6b59f99a3319cbb039695f198c3fa3344d3490ea'),
	('455c8ffa-9e41-4ee0-8254-9b57c18cae98', 16, '2026-11-23 01:00:00+00', 'activity.entered', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'w', '54841ccd-8187-4801-9907-90129f20f430', '{}', '\xe1d658b07ad2f03c6e9b83032f48db7238f74c53166feb497e17eed7c58bda20'),
	('455c8ffa-9e41-4ee0-8254-9b57c18cae98', 17, '2026-11-23 01:00:00+00', 'task.completed', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'b', '859410a0-3ece-456b-9b82-34e050a482c3', '{"outputs":"{}"}', '\xec5cc28f4ceeaa87f313e80f5509f2cba774dc7967fca360a720779278bb0732'),
	('455c8ffa-9e41-4ee0-8254-9b57c18cae98', 18, '2026-11-23 01:00:00+00', 'activity.completed', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'b', '859410a0-3ece-456b-9b82-34e050a482c3', '{}', '\x924d279b63ec898ac8d322f1b221c7d768798a9db9005a39b74d3f31e0be22b6'),
	('455c8ffa-9e41-4ee0-8254-9b57c18cae98', 19, '2026-11-23 01:00:00+00', 'activity.entered', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'b', 'c7ea08bc-4029-4279-8625-361bb52712ab', '{}', '\x8aa9bf5ca361eb3d244a8e7d8104712237731094f19a891f19abcc12d96940ef'),
	('455c8ffa-9e41-4ee0-8254-9b57c18cae98', 20, '2026-11-23 01:00:00+00', 'task.created', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'b', 'c7ea08bc-4029-4279-8625-361bb52712ab', '{"legal_due":null,"role":"THU_KY_ISO","target_due":null,"unit":null}', '\xf583efc08fdabfe41d18883d9fe8e947432b26cc58f6837885b350f03ada42da'),
	('a51ce283-8d21-4df2-99c9-ea3ae7fc766d', 1, '2026-11-23 01:00:00+00', 'instance.started', NULL, 'system', NULL, NULL, '{"anchor":null,"bundle":"bb987d944c58e9667fa0c78f7db684bfc6b81a43cce74f03abcea1c767e7a294","legal_due":null,"model":"QMS_P89_TIN","target_due":null,"title":"Quy trình thử","variables":"{}"}', '\x499bf26605f5cc0c2b789164cdf6142699c83dcca19c124a99f337cc547354ea'),
	('a51ce283-8d21-4df2-99c9-ea3ae7fc766d', 2, '2026-11-23 01:00:00+00', 'activity.entered', NULL, 'system', 's', 'f6f20741-bfdf-4c53-9e39-b6ef1113d045', '{}', '\x535eac82c8d6d51284ef6d78cba048c5089903548ef2e92f8de73e1d94ef96ce'),
	('a51ce283-8d21-4df2-99c9-ea3ae7fc766d', 3, '2026-11-23 01:00:00+00', 'activity.completed', NULL, 'system', 's', 'f6f20741-bfdf-4c53-9e39-b6ef1113d045', '{}', '\x19f5f4f34c17bced2ac5dc2b32846df2265696a1fb748d9c0b5486e252300480'),
	('a51ce283-8d21-4df2-99c9-ea3ae7fc766d', 4, '2026-11-23 01:00:00+00', 'activity.flow_taken', NULL, 'system', 'F1_s_p', NULL, '{}', '\x71b7ce6589677652bb3ee3b02b7f422bc0dfa64fe7d9b5ef07824bcf56030b37'),
	('a51ce283-8d21-4df2-99c9-ea3ae7fc766d', 5, '2026-11-23 01:00:00+00', 'activity.entered', NULL, 'system', 'p', 'bda5a037-23ab-40b7-a2f9-80086ed9b078', '{}', '\xad259c01bbddad429da46d2e5e3d9eaf2d63c032baa19cf485adc5d564db26ff'),
	('a51ce283-8d21-4df2-99c9-ea3ae7fc766d', 6, '2026-11-23 01:00:00+00', 'activity.completed', NULL, 'system', 'p', 'bda5a037-23ab-40b7-a2f9-80086ed9b078', '{}', '\x71fb91284373ee16655712c8081de8ea9c28aa7a8fbefbb574ecf435f3867546'),
	('a51ce283-8d21-4df2-99c9-ea3ae7fc766d', 7, '2026-11-23 01:00:00+00', 'activity.flow_taken', NULL, 'system', 'F2_p_z', NULL, '{}', '\xa34fcec483c84cb889ada39e3719966f27acc50ce6943a8071b2195b1e619757'),
	('a51ce283-8d21-4df2-99c9-ea3ae7fc766d', 8, '2026-11-23 01:00:00+00', 'activity.flow_taken', NULL, 'system', 'F5_p_w', NULL, '{}', '\xc35c45a06e6baf01a9b61cda97916b5de9e9fc39e99455a1fd1818970cac63ef'),
	('a51ce283-8d21-4df2-99c9-ea3ae7fc766d', 9, '2026-11-23 01:00:00+00', 'activity.flow_taken', NULL, 'system', 'F8_p_y', NULL, '{}', '\xb0b28269f5004b3edcfeb8aeb4585016cc433c57a88486551004e082863e881d'),
	('a51ce283-8d21-4df2-99c9-ea3ae7fc766d', 10, '2026-11-23 01:00:00+00', 'activity.flow_taken', NULL, 'system', 'F11_p_x', NULL, '{}', '\xf67bb64b9a48ea38c748c12d263cfc576c3cbec04a6f0ff8d3b929ce1c191d8b'),
	('a51ce283-8d21-4df2-99c9-ea3ae7fc766d', 11, '2026-11-23 01:00:00+00', 'activity.entered', NULL, 'system', 'z', 'ab2df08f-28e2-4aa0-b83c-a2f773210d57', '{}', '\x22e1c3ccfd5e4d34803e0da8bcd90d34e074ee2a03834bd2c38465996c53bacf'),
	('a51ce283-8d21-4df2-99c9-ea3ae7fc766d', 12, '2026-11-23 01:00:00+00', 'activity.entered', NULL, 'system', 'w', 'cd2fc31c-65e2-42e7-8cfc-adb1f10e0aef', '{}', '\x5ed72f3249e6f4762f9adc3715dd983cb0c5c6ba7d3ab979610a24f8e7f99c8c'),
	('a51ce283-8d21-4df2-99c9-ea3ae7fc766d', 13, '2026-11-23 01:00:00+00', 'activity.entered', NULL, 'system', 'y', '7fb1669c-55c3-4e04-9240-779a66d46b61', '{}', '\xaf9a0b07d72b9c0710f9b318bca2e7b78570a7bfde3201be090ce9ad96c7b2d4'),
	('a51ce283-8d21-4df2-99c9-ea3ae7fc766d', 14, '2026-11-23 01:00:00+00', 'activity.entered', NULL, 'system', 'x', 'ae351cba-bd80-40af-b71c-7a5ebb7c649c', '{}', '\x94fdff398587740fb31937d1cf28f6992cda121ca46ea26a16ef2beac201d99d'),
	('a51ce283-8d21-4df2-99c9-ea3ae7fc766d', 15, '2026-11-23 01:00:00+00', 'task.created', NULL, 'system', 'z', 'ab2df08f-28e2-4aa0-b83c-a2f773210d57', '{"legal_due":null,"role":"THU_KY_ISO","target_due":null,"unit":null}', '\x9cb1523a208d421cc2fd3a6891c2ddf3a0e69dad255fe1da3f9975c0bd8795de'),
	('a51ce283-8d21-4df2-99c9-ea3ae7fc766d', 16, '2026-11-23 01:00:00+00', 'task.created', NULL, 'system', 'y', '7fb1669c-55c3-4e04-9240-779a66d46b61', '{"legal_due":null,"role":"THU_KY_ISO","target_due":null,"unit":null}', '\x44d2dfac5ff5ecd6950b9fd5155910bfc1f6959510af9b57669a2352d0e212c6'),
	('590c6b84-2372-45d2-9dae-a30bf7b402fd', 1, '2026-11-23 01:00:00+00', 'instance.started', NULL, 'system', NULL, NULL, '{"anchor":null,"bundle":"73bc93804c55492f5ad64f6c596ef371c1506f900b599ebd431e5fcf98802f0e","legal_due":null,"model":"QMS_P88_SOM","target_due":null,"title":"Quy trình thử","variables":"{}"}', '\x77dd2c812401eb914234a89b67945f9b1793f92b727e7ff8046014f165205179'),
	('590c6b84-2372-45d2-9dae-a30bf7b402fd', 2, '2026-11-23 01:00:00+00', 'activity.entered', NULL, 'system', 's', '236bf2e0-2d1f-4459-a6ad-cb9a36cfe0a7', '{}', '\xce253fc5e220ef8141ea0d61a6556879854b86cbe02a524d9b6fac8655575673'),
	('590c6b84-2372-45d2-9dae-a30bf7b402fd', 3, '2026-11-23 01:00:00+00', 'activity.completed', NULL, 'system', 's', '236bf2e0-2d1f-4459-a6ad-cb9a36cfe0a7', '{}', '\x54b8c65535920332bbf66eeece144177973bef6653ec958c46f4b089722dfec5'),
	('590c6b84-2372-45d2-9dae-a30bf7b402fd', 4, '2026-11-23 01:00:00+00', 'activity.flow_taken', NULL, 'system', 'F1_s_d', NULL, '{}', '\x84312dc445662e1f3b24b41748f49b26d6ead40744a4c5363db891b9dc344906'),
	('590c6b84-2372-45d2-9dae-a30bf7b402fd', 5, '2026-11-23 01:00:00+00', 'activity.entered', NULL, 'system', 'd', 'f3aa68c4-0b1d-4770-aab8-d0990492364d', '{}', '\x72fe49f266a5181c0392e3cd31da617ec58cc7c2179eb1a8a941d9dab86d104f'),
	('590c6b84-2372-45d2-9dae-a30bf7b402fd', 6, '2026-11-23 01:00:00+00', 'activity.completed', NULL, 'system', 'd', 'f3aa68c4-0b1d-4770-aab8-d0990492364d', '{}', '\x18f6703aa6acec60210f9709c8596f3c03dcfaad2bd85d9071aee5f1c9d81102'),
	('590c6b84-2372-45d2-9dae-a30bf7b402fd', 7, '2026-11-23 01:00:00+00', 'activity.flow_taken', NULL, 'system', 'F2_d_z', NULL, '{}', '\x81b6a7a673da25271317c03f6909d799ec204aba02ba0a4df818be8ae36b2608'),
	('590c6b84-2372-45d2-9dae-a30bf7b402fd', 8, '2026-11-23 01:00:00+00', 'activity.entered', NULL, 'system', 'z', '7ca3e419-0a96-473a-8dfc-299a4c39300e', '{}', '\x9530434704bd1cb2fbcb673a502d36702683378dc4f031bda931a1a4a0f24f9a'),
	('590c6b84-2372-45d2-9dae-a30bf7b402fd', 9, '2026-11-23 01:00:00+00', 'task.created', NULL, 'system', 'z', '7ca3e419-0a96-473a-8dfc-299a4c39300e', '{"legal_due":null,"role":"THU_KY_ISO","target_due":null,"unit":null}', '\x715466a8f3d9815599fe29da2d4e0c166b2861a42291b3eb5e946194dbbf651e'),
	('590c6b84-2372-45d2-9dae-a30bf7b402fd', 10, '2026-11-23 01:00:00+00', 'message.sent', NULL, 'system', 'd', 'f3aa68c4-0b1d-4770-aab8-d0990492364d', '{"expires":"2026-12-23T01:00:00+00:00","key":null,"message":"8f56d3fe-c66d-50df-9c3a-d93d272c4f4f","name":"Som","variables":"{}"}', '\x3a26fe319cc1d7f598cfe52cd89af1878f8ba7b282886434418359333d9d816f'),
	('5caa96ad-8c1f-458e-9bcc-d584d03671e1', 1, '2026-11-23 01:00:00+00', 'instance.started', NULL, 'system', NULL, NULL, '{"anchor":null,"bundle":"0282af6fc1f545ea9c4c2dc69c93f3549f7091aa1064b4675c02dfcf212fd9b0","legal_due":null,"model":"QMS_P95_GOI","target_due":null,"title":"Quy trình thử","variables":"{\"so\":4}"}', '\x4adcac47d92d6172055ec26e0278b1cdfa3707792391bba647c436d626a2eee7'),
	('5caa96ad-8c1f-458e-9bcc-d584d03671e1', 2, '2026-11-23 01:00:00+00', 'activity.entered', NULL, 'system', 's', 'dcfb096f-af84-4ddb-b9d9-245b46e2f921', '{}', '\xd3d90930ed021797d89f9f2fc2811c7d5f3026c6c5eeda669855f4e859208f43'),
	('5caa96ad-8c1f-458e-9bcc-d584d03671e1', 3, '2026-11-23 01:00:00+00', 'activity.completed', NULL, 'system', 's', 'dcfb096f-af84-4ddb-b9d9-245b46e2f921', '{}', '\xa56994b66202369b702e81bf42a7861c77c0651c6928709905df79492b6fcb8c'),
	('5caa96ad-8c1f-458e-9bcc-d584d03671e1', 4, '2026-11-23 01:00:00+00', 'activity.flow_taken', NULL, 'system', 'F1_s_c', NULL, '{}', '\xf1add6fbdd0fa31e55ce4d356cbcd40240942d1d7a43ad567e79ce42d5a03442'),
	('5caa96ad-8c1f-458e-9bcc-d584d03671e1', 5, '2026-11-23 01:00:00+00', 'activity.entered', NULL, 'system', 'c', '3924cd41-2827-4d45-a183-859c39e728c5', '{}', '\xfac10bd0da72eb19c37768fb175f0cc1ee6c0613ac92bf982c7aca0cbbc0011d'),
	('5caa96ad-8c1f-458e-9bcc-d584d03671e1', 6, '2026-11-23 01:00:00+00', 'activity.entered', NULL, 'system', 'cs', '0028abb0-ba29-469e-a975-8bce2893f819', '{}', '\xfef4465cfe054cedb9566ad59d60cc85f938e76b9a3f382d95f827c3029ec736'),
	('5caa96ad-8c1f-458e-9bcc-d584d03671e1', 7, '2026-11-23 01:00:00+00', 'activity.completed', NULL, 'system', 'cs', '0028abb0-ba29-469e-a975-8bce2893f819', '{}', '\xd1418216caf1bb5dd50b30cb7256b5f499ee452ce1141d1c1468d2dba6a6914f'),
	('5caa96ad-8c1f-458e-9bcc-d584d03671e1', 8, '2026-11-23 01:00:00+00', 'activity.flow_taken', NULL, 'system', 'F4_cs_b', NULL, '{}', '\x6f2283e073e287ff4f45bfa819af134ffbec2a828009b118808cd1202929d582'),
	('5caa96ad-8c1f-458e-9bcc-d584d03671e1', 9, '2026-11-23 01:00:00+00', 'activity.entered', NULL, 'system', 'b', '297761d6-4120-43fe-8c28-3d0e15f7ec17', '{}', '\xdfe4c3eebaf9d6b516f100e7599eb4d592701b7f7ebaab5e0aa0d6588bca063a'),
	('5caa96ad-8c1f-458e-9bcc-d584d03671e1', 10, '2026-11-23 01:00:00+00', 'task.created', NULL, 'system', 'b', '297761d6-4120-43fe-8c28-3d0e15f7ec17', '{"legal_due":null,"role":"THU_KY_ISO","target_due":null,"unit":null}', '\x23172461d371a8f3052f26e088b487dae7b3572ada2754d1068ce3d981e61516'),
	('96a3de62-2daa-4922-849e-dc6f3a96ddb6', 1, '2026-11-23 01:00:00+00', 'instance.started', NULL, 'system', NULL, NULL, '{"anchor":null,"bundle":"4563b77d878e7d30a7e79cde9e7ff034c050ddd5964ce0fbccdbf6ab58f4b41f","legal_due":null,"model":"QMS_P96_BEN","target_due":null,"title":"Quy trình thử","variables":"{}"}', '\xfaf7f20e80e4e0196409e47205bdb8dc57f3d3392d8715de9080854192312cdf');
INSERT INTO public.history_event VALUES
	('96a3de62-2daa-4922-849e-dc6f3a96ddb6', 2, '2026-11-23 01:00:00+00', 'activity.entered', NULL, 'system', 's', '59e884db-956f-4123-8a7a-65ff1ae3e4db', '{}', '\xcd654e9c057d449318dd75ad2e05ad5fba15c301756bc29daf242c3f74702c10'),
	('96a3de62-2daa-4922-849e-dc6f3a96ddb6', 3, '2026-11-23 01:00:00+00', 'activity.completed', NULL, 'system', 's', '59e884db-956f-4123-8a7a-65ff1ae3e4db', '{}', '\x82818a97b21f29f6d1e581d4b359bf3d5af6abbd33a704797be3324c727baf95'),
	('96a3de62-2daa-4922-849e-dc6f3a96ddb6', 4, '2026-11-23 01:00:00+00', 'activity.flow_taken', NULL, 'system', 'F1_s_a', NULL, '{}', '\x03db2a74a67aa69b3b3cd7141c7e3c055dd4e1dcd7e634a2a5370e8c9c4c9cb7'),
	('96a3de62-2daa-4922-849e-dc6f3a96ddb6', 5, '2026-11-23 01:00:00+00', 'activity.entered', NULL, 'system', 'a', '639c2e6d-7cd2-412a-a978-099831ef4b5b', '{}', '\x06e6aac95ab8ffc070577bc3c999bd51aec6fd5d612728dfeef3201f9fff33ab'),
	('96a3de62-2daa-4922-849e-dc6f3a96ddb6', 6, '2026-11-23 01:00:00+00', 'task.created', NULL, 'system', 'a', '639c2e6d-7cd2-412a-a978-099831ef4b5b', '{"legal_due":null,"role":"THU_KY_ISO","target_due":null,"unit":null}', '\x4c81fd47d317738e2a41b8c28baca597da90fca2b6c3b3b8e5a309920e9501b7'),
	('96a3de62-2daa-4922-849e-dc6f3a96ddb6', 7, '2026-11-23 01:00:00+00', 'task.completed', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'a', '639c2e6d-7cd2-412a-a978-099831ef4b5b', '{"outputs":"{}"}', '\x341d80796dcfa8e7afa95271bdf918ab9c77eba4fbac55321bbe9ab6f500d9ee'),
	('96a3de62-2daa-4922-849e-dc6f3a96ddb6', 8, '2026-11-23 01:00:00+00', 'activity.completed', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'a', '639c2e6d-7cd2-412a-a978-099831ef4b5b', '{}', '\x339bb44cd149f9ad0651af7a9c6ba7a9850444976f27b6183cc6083de688ceb2'),
	('96a3de62-2daa-4922-849e-dc6f3a96ddb6', 9, '2026-11-23 01:00:00+00', 'activity.flow_taken', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'F2_a_b', NULL, '{}', '\x229f33b001631020d784106a534937658db039cc8d4d7930dc88e789c60e243f'),
	('96a3de62-2daa-4922-849e-dc6f3a96ddb6', 10, '2026-11-23 01:00:00+00', 'activity.entered', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'b', '3fcbd356-c436-4afc-9d65-d508c3f284f4', '{}', '\x8746879b3234aca1f188139e47127c32ac191f15fce3a9a561828b0745d41ec6'),
	('96a3de62-2daa-4922-849e-dc6f3a96ddb6', 11, '2026-11-23 01:00:00+00', 'task.created', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'b', '3fcbd356-c436-4afc-9d65-d508c3f284f4', '{"legal_due":null,"role":"THU_KY_ISO","target_due":null,"unit":null}', '\x04fc9b4399b19c476aac62e8056cfe1307e70228189784ff6ba7070b85e5f177'),
	('967dfe00-ee9e-4266-badf-4469c7937488', 1, '2026-11-23 01:00:00+00', 'instance.started', NULL, 'system', NULL, NULL, '{"anchor":null,"bundle":"1d602b1941f8ce4d5ce5eb690fce841985187bdb2c872df17e0e016c66379313","legal_due":null,"model":"QMS_P97_MUON","target_due":null,"title":"Quy trình thử","variables":"{}"}', '\xeb366483e5561393b450bca325bd0ecdd6ef2226a23f79306cbdfa89967b8fbd'),
	('967dfe00-ee9e-4266-badf-4469c7937488', 2, '2026-11-23 01:00:00+00', 'activity.entered', NULL, 'system', 's', 'a28410c5-99f9-45cd-9495-75aa92ddf28e', '{}', '\x37c92d739aac149872b364ffa1dcd96a140dfc94e3e32b78b32b51c791b81017'),
	('967dfe00-ee9e-4266-badf-4469c7937488', 3, '2026-11-23 01:00:00+00', 'activity.completed', NULL, 'system', 's', 'a28410c5-99f9-45cd-9495-75aa92ddf28e', '{}', '\xc60e7a538ae6aa18f53b3f30175ee969a9f01b13967d9db05c27c3b8d2e7c613'),
	('967dfe00-ee9e-4266-badf-4469c7937488', 4, '2026-11-23 01:00:00+00', 'activity.flow_taken', NULL, 'system', 'F1_s_a', NULL, '{}', '\xc77873e13b391b821b03e9071902bc9399561c0ee3f0acce796ad7e2fbc78267'),
	('967dfe00-ee9e-4266-badf-4469c7937488', 5, '2026-11-23 01:00:00+00', 'activity.entered', NULL, 'system', 'a', '17f6271f-9848-480c-9c2e-a3e890a8b3bb', '{}', '\x30e0cc14c9df6edcc1853bb7fa445fece90485da60c1659f5708977b5346b4b5'),
	('967dfe00-ee9e-4266-badf-4469c7937488', 6, '2026-11-23 01:00:00+00', 'task.created', NULL, 'system', 'a', '17f6271f-9848-480c-9c2e-a3e890a8b3bb', '{"legal_due":null,"role":"THU_KY_ISO","target_due":null,"unit":null}', '\xb4e12bbed200a3378dda776a782db76be9735a081885336a4ae1f9e1fc0c324b'),
	('32b144c9-5bcd-490d-9b00-57502c2325a8', 1, '2026-11-23 01:00:00+00', 'instance.started', NULL, 'system', NULL, NULL, '{"anchor":null,"bundle":"4162f85ac03e47b188ab9fccc4b765411e3cb932e19b01268ce82c523844c48d","legal_due":null,"model":"QMS_P98_DICH_VU","target_due":null,"title":"Quy trình thử","variables":"{\"so\":1}"}', '\x0a4b0914986755e9d1fcde533f1045689f9a3112ca5764442951c61536c675d5'),
	('32b144c9-5bcd-490d-9b00-57502c2325a8', 2, '2026-11-23 01:00:00+00', 'activity.entered', NULL, 'system', 's', '3c80a4d7-ecca-436d-85bc-403d2d95f88d', '{}', '\xb8a4f7449b18ad8170bb632db297ca4a700a79ef267259c5f5aa892367b12393'),
	('32b144c9-5bcd-490d-9b00-57502c2325a8', 3, '2026-11-23 01:00:00+00', 'activity.completed', NULL, 'system', 's', '3c80a4d7-ecca-436d-85bc-403d2d95f88d', '{}', '\x4769599631cc364bdf7e656642a01e9e4767628405e1a882767111374a9e3151'),
	('32b144c9-5bcd-490d-9b00-57502c2325a8', 4, '2026-11-23 01:00:00+00', 'activity.flow_taken', NULL, 'system', 'F1_s_v', NULL, '{}', '\x64d1fb2a1adf7006f0fbdbf6f07064d7853c068e42648c0624278cee635e6d70'),
	('32b144c9-5bcd-490d-9b00-57502c2325a8', 5, '2026-11-23 01:00:00+00', 'activity.entered', NULL, 'system', 'v', 'ed66f558-d7c3-460f-a67b-26cccad29029', '{}', '\x303ca177de5dfd64c90b550a054be315165fafb648b63596b35e53d2c05ad89a'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 1, '2026-11-23 01:00:00+00', 'instance.started', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', NULL, NULL, '{"anchor":"2026-11-30","bundle":"46f8943da5e8ac323ff307a58a1260f56ab57bdbe0bf8a1a0709e0207585fa82","legal_due":"2027-03-01","model":"QMS_P06_CAP_NHAT_VBQPPL","target_due":"2027-02-26","title":"Cập nhật 302/2026/NĐ-CP – Quy định thử nghiệm về thủ tục hành chính","variables":"{\"co_quan_ban_hanh\":\"Chính phủ\",\"dieu_khoan_chuyen_tiep\":\"\",\"han_muc_tieu\":{\"$\":\"date\",\"value\":\"2027-02-26\"},\"han_phap_ly\":{\"$\":\"date\",\"value\":\"2027-03-01\"},\"linh_vuc\":\"Hành chính\",\"moc_danh_gia\":{\"$\":\"date\",\"value\":\"2026-12-01\"},\"moc_du_thao\":{\"$\":\"date\",\"value\":\"2026-12-30\"},\"moc_phe_duyet\":{\"$\":\"date\",\"value\":\"2027-01-29\"},\"moc_sang_loc\":{\"$\":\"date\",\"value\":\"2026-12-01\"},\"ngay_het_hieu_luc\":null,\"ngay_hieu_luc\":{\"$\":\"date\",\"value\":\"2026-11-30\"},\"ngay_ky\":{\"$\":\"date\",\"value\":\"2026-11-30\"},\"qua_han_luc\":{\"$\":\"datetime\",\"value\":\"2027-03-01T17:00:00+00:00\"},\"so_ky_hieu\":\"302/2026/NĐ-CP\",\"trich_yeu\":\"Quy định thử nghiệm về thủ tục hành chính\",\"vbqppl\":\"7fe68ced-f09b-5ee3-ae99-6f12d6f2aab4\"}"}', '\x502f7f0ec78573e63423f7c142aa737c8fe4b9dac80c1856924678182f558e52'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 2, '2026-11-23 01:00:00+00', 'activity.entered', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'BatDau', '4a8fe7cb-4c97-4da0-b8a6-6fb9bc5b5d3d', '{}', '\x7694082663f635db63ea56cd08f4386c578d811b5bc76813acae5b791e12db0a'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 3, '2026-11-23 01:00:00+00', 'activity.completed', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'BatDau', '4a8fe7cb-4c97-4da0-b8a6-6fb9bc5b5d3d', '{}', '\x814bc4731722d6f1d04486d7b79639e30968f918ed96a68a498bdd2ee47717ef'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 4, '2026-11-23 01:00:00+00', 'activity.flow_taken', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'VaoCapNhat', NULL, '{}', '\xfc0d8249a4bb4b39d235e3df547bf7512e7ffd24366bc722a538c6b6bddd1c5d'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 5, '2026-11-23 01:00:00+00', 'activity.entered', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'CapNhatVanBan', 'd01636ea-aaa2-47e7-9375-0f01461def3b', '{}', '\xab046c1dd2787dde3851c1df991dd345855ead2336bdebb64384196bdc9fedec'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 6, '2026-11-23 01:00:00+00', 'activity.entered', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'BatDauSangLoc', '87c46963-2b97-4bb1-9f80-c66bf27cde79', '{}', '\x9e3e14489e1ec055dd30704f82870e8990980f0c07cdf2fa071d8b6ad2b661b0'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 7, '2026-11-23 01:00:00+00', 'activity.completed', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'BatDauSangLoc', '87c46963-2b97-4bb1-9f80-c66bf27cde79', '{}', '\x1fdaa7f86442d9a14032c75a2e526fd644e7a58d68d14c187d1f1e3caf652d19'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 8, '2026-11-23 01:00:00+00', 'activity.flow_taken', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'VaoSangLoc', NULL, '{}', '\xca6edb92b67bb75b5c3c16834d153a61d9bae105d52d30e5a26d339e52d42a81'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 9, '2026-11-23 01:00:00+00', 'activity.entered', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'GopSangLoc', '7d863987-dbbf-4cd0-9912-f729ea444384', '{}', '\x62114703a0d13577eb75d6faf4dd8bbb5ad9fc4f131b03a5f8ee53e7c8338538'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 10, '2026-11-23 01:00:00+00', 'activity.completed', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'GopSangLoc', '7d863987-dbbf-4cd0-9912-f729ea444384', '{}', '\x862fe1bf70571ac75fbc7e87121d8f0e3b5506b9b36d3e9764f02a404126b5dd'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 11, '2026-11-23 01:00:00+00', 'activity.flow_taken', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'DenSangLoc', NULL, '{}', '\x48ad6b348dc7c9fbfd97a2a69246d6ddb95720ea02179b85c4808a81a73ed290'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 12, '2026-11-23 01:00:00+00', 'activity.entered', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'SangLoc', '8c07c351-1694-4e81-a7ac-e5d0f471ce21', '{}', '\xc4f0953a3c2d3244330e5e631568b2871f9a430b7931c6fbdfa0530d9849f961'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 13, '2026-11-23 01:00:00+00', 'task.created', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'SangLoc', '8c07c351-1694-4e81-a7ac-e5d0f471ce21', '{"legal_due":"2026-12-01","role":"THU_KY_ISO","target_due":"2026-12-01","unit":null}', '\x19a721bc0ec4acbf7852bc919a927f98e52b24a88feda32bfeeb0486bc394c0a'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 14, '2026-11-23 01:00:00+00', 'task.completed', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'SangLoc', '8c07c351-1694-4e81-a7ac-e5d0f471ce21', '{"outputs":"{\"ket_luan_sang_loc\":\"co\",\"noi_dung_lien_quan\":null}"}', '\xb90e52dc38c7b6e7af7ba110ff1d6777ec8ba9bb85ed3488f36ffdb9fb200bd0'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 15, '2026-11-23 01:00:00+00', 'activity.completed', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'SangLoc', '8c07c351-1694-4e81-a7ac-e5d0f471ce21', '{}', '\x05372b2cc72900a594381483402003c61ccd0101ea4ccc92139ca2c7daab9fb1'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 16, '2026-11-23 01:00:00+00', 'activity.flow_taken', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'SauSangLoc', NULL, '{}', '\x465eb39c7d60cb1e388dc5addbc3f674049c50ab4d53251359cb40587d0f0c3d'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 17, '2026-11-23 01:00:00+00', 'activity.entered', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'CoAnhHuong', 'b2de0e86-a247-4ae1-949d-97cc1e9d12c7', '{}', '\xe0e915ed66f902ee79190ed5abfaec2bc5b8aa2e9e2d62293e0c478bde876aee'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 18, '2026-11-23 01:00:00+00', 'activity.completed', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'CoAnhHuong', 'b2de0e86-a247-4ae1-949d-97cc1e9d12c7', '{}', '\xb9dcba253d4ec69088d05eddc1c5dc1e0f9a2a12ec14c023184258ec6c592171'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 19, '2026-11-23 01:00:00+00', 'activity.flow_taken', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'CoAnhHuongQuyTrinh', NULL, '{}', '\x9d3ca259cc5522431cd991b3b3f806bead94593f5e08bf8a4868852f8012d001'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 20, '2026-11-23 01:00:00+00', 'activity.entered', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'DeXuatThuTuc', 'f39c9a84-18c7-44d1-a7c0-c421d128edbe', '{}', '\xf167cd2fc02701222cc63617a378060ed0088422af88a08c52b123ee7dc7f2b0'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 21, '2026-11-23 01:00:00+00', 'job.completed', NULL, 'system', 'DeXuatThuTuc', 'f39c9a84-18c7-44d1-a7c0-c421d128edbe', '{"operator":"legal_update.propose_procedures"}', '\x3ccaed11d1bd6d419d5e4ecd0495d65c138bcf6e2fee3f8600cef2a47037ad91'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 22, '2026-11-23 01:00:00+00', 'activity.completed', NULL, 'system', 'DeXuatThuTuc', 'f39c9a84-18c7-44d1-a7c0-c421d128edbe', '{}', '\x46c9769d4d5f9178723189c82cb9391994eff42a4a74064c04557d82b83cf3fa'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 23, '2026-11-23 01:00:00+00', 'activity.flow_taken', NULL, 'system', 'SauDeXuat', NULL, '{}', '\x993b96cdfb512702e72d6afdd3cfca474b02075b55bd1e66d39238a6104cef80'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 24, '2026-11-23 01:00:00+00', 'activity.entered', NULL, 'system', 'XacNhanDanhMuc', 'd876cee5-8b87-4408-9a02-d47d5dddba3d', '{}', '\x8d5e988a15b818c5ab58250aa6545bea2f657b1e812c7f1e9613ab84084f04e3'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 25, '2026-11-23 01:00:00+00', 'task.created', NULL, 'system', 'XacNhanDanhMuc', 'd876cee5-8b87-4408-9a02-d47d5dddba3d', '{"legal_due":"2026-11-27","role":"THU_KY_ISO","target_due":"2026-11-27","unit":null}', '\x6e6827338d30cbb4e186af84402a1a501bfbb553f952d4577be0baa5ba96dd93'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 26, '2026-11-23 01:00:00+00', 'task.completed', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'XacNhanDanhMuc', 'd876cee5-8b87-4408-9a02-d47d5dddba3d', '{"outputs":"{\"ghi_chu_danh_muc\":null,\"thu_tuc_chon\":[\"5834481d-ccbc-54cb-a24e-8b08ad76353c\",\"d8a92c7b-0121-5b9c-9f4d-e3bbb5c13523\"]}"}', '\x30ce76d79811aa4d77a2fb00e829072ec91ab90102417b2110d5e8b711f1364c'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 27, '2026-11-23 01:00:00+00', 'activity.completed', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'XacNhanDanhMuc', 'd876cee5-8b87-4408-9a02-d47d5dddba3d', '{}', '\xc8537980e78a26958e3142e808240064ed705bc28fe903fc8dbc2f45af47ac23'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 28, '2026-11-23 01:00:00+00', 'activity.flow_taken', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'SauXacNhanDanhMuc', NULL, '{}', '\x2128c63c6da2c4c13270e937c771990f02934c8b0b83540ef0cc808a68798d12'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 29, '2026-11-23 01:00:00+00', 'activity.entered', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'LayThuTuc', 'f9b48a19-504d-463e-bd9c-4855e2409f87', '{}', '\x1673a1d83c9ffbd67c338e1273c1641f30f75d1abb63ec60efe2a095a42819dd'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 30, '2026-11-23 01:00:00+00', 'job.completed', NULL, 'system', 'LayThuTuc', 'f9b48a19-504d-463e-bd9c-4855e2409f87', '{"operator":"legal_update.take_procedures"}', '\x0fa4a28478eeaa0cddcaf075daeae7de539e5863b3cc5816cc3abd96b0e078f6'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 31, '2026-11-23 01:00:00+00', 'activity.completed', NULL, 'system', 'LayThuTuc', 'f9b48a19-504d-463e-bd9c-4855e2409f87', '{}', '\x1de922a2b9fed78d6a7b5a70c5d143896bfd5cdfa08e1c6d24eba2663eeb1cba'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 32, '2026-11-23 01:00:00+00', 'activity.flow_taken', NULL, 'system', 'SauLayThuTuc', NULL, '{}', '\x7c6ae0ce7735ba716d358e17d1ef4509f3c57cddd62a9a6d42b65bb9ac066f9e'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 33, '2026-11-23 01:00:00+00', 'activity.entered', NULL, 'system', 'CapNhatThuTuc', '263502e4-0bf3-4ce2-9f9f-bb746546447e', '{}', '\x4fdfc952c846387a89879221bcdfd07260da96c96c39c3209bf6e7b9859910be'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 34, '2026-11-23 01:00:00+00', 'activity.entered', NULL, 'system', 'CapNhatThuTuc', '91990f7a-564f-44aa-a7e8-59b4a9db82df', '{}', '\x3dfdc676c299ce9ffbdf861e545036021131247ea3fc9ccb7d2c5c7c12f431ba'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 35, '2026-11-23 01:00:00+00', 'activity.entered', NULL, 'system', 'BatDauThuTuc', '0222d388-a09c-4dec-9e01-db4693ef68b5', '{}', '\x86482a9254a4d573be12ed97a29396163576e9bd1f22139f07337781ac6b06e4'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 36, '2026-11-23 01:00:00+00', 'activity.entered', NULL, 'system', 'BatDauThuTuc', 'ded7f52e-3cf9-4890-ab8d-1129bb6bf8a2', '{}', '\x2ee888e0c4d97d2df1f7fa3c6f94dfc3084ab54d21c1bcbd9df6fa7f2a9db8ef'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 37, '2026-11-23 01:00:00+00', 'activity.completed', NULL, 'system', 'BatDauThuTuc', '0222d388-a09c-4dec-9e01-db4693ef68b5', '{}', '\x3fc0759c8ad79f662c17b4ea1d39e5b4584c57592bd5794b98f87b7ec8d4b2f6'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 38, '2026-11-23 01:00:00+00', 'activity.flow_taken', NULL, 'system', 'VaoDanhGia', NULL, '{}', '\x215a30d2246edece4cbe53a050085ba559f6d45203e145f3a0dc5a9d73f191da'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 39, '2026-11-23 01:00:00+00', 'activity.entered', NULL, 'system', 'GopDanhGia', '25607fbf-921b-4353-b3b0-b6076aad4c85', '{}', '\x9c74de932b9bfc5b44ed41254dfa8c39f151dd314619715ab355d5f82f1956bc'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 40, '2026-11-23 01:00:00+00', 'activity.completed', NULL, 'system', 'BatDauThuTuc', 'ded7f52e-3cf9-4890-ab8d-1129bb6bf8a2', '{}', '\x3a6abb69e8bcdbcef371965597edf043ff42a5038201b50fc3d11b8ade98efd3'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 41, '2026-11-23 01:00:00+00', 'activity.flow_taken', NULL, 'system', 'VaoDanhGia', NULL, '{}', '\xb64bec0206403b1a1fc10d7a71a6a63ecfe0af6e3941129b75b1beb8f16b04a7'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 42, '2026-11-23 01:00:00+00', 'activity.entered', NULL, 'system', 'GopDanhGia', 'f00a1337-6a14-45f3-a0c9-1dc7a81519e1', '{}', '\x2c4e426fe44901f8cb843c0fc50d3946caff907d1110f4c124d3e67d2b3d389f'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 43, '2026-11-23 01:00:00+00', 'activity.completed', NULL, 'system', 'GopDanhGia', '25607fbf-921b-4353-b3b0-b6076aad4c85', '{}', '\xc38f8d2d931518ae7af8709fc2e7f715e37e4a81b409b955b94c7d9e2b87a333'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 44, '2026-11-23 01:00:00+00', 'activity.flow_taken', NULL, 'system', 'DenDanhGia', NULL, '{}', '\x1f39f15056928c64c06ba5dbdf9563833e59589678affbbae4442ee38acfa8ff'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 45, '2026-11-23 01:00:00+00', 'activity.entered', NULL, 'system', 'DanhGiaTacDong', '8649b360-6e1c-4bce-83b0-a7fa1995f919', '{}', '\x3384aac3d0a1df5cb5db0c9497879ca8b731c2ab4428b73a9b628798551607d8'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 46, '2026-11-23 01:00:00+00', 'activity.completed', NULL, 'system', 'GopDanhGia', 'f00a1337-6a14-45f3-a0c9-1dc7a81519e1', '{}', '\x2302e75138239b8c5b4dfcc3e8094d6debfebd21fa28b6bfa161c47a29f4d304'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 47, '2026-11-23 01:00:00+00', 'activity.flow_taken', NULL, 'system', 'DenDanhGia', NULL, '{}', '\xf848cafe10e15eddff641f6ddca68647de28c37cb157da5b2a6ee3fff943216d'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 48, '2026-11-23 01:00:00+00', 'activity.entered', NULL, 'system', 'DanhGiaTacDong', '36daa60e-55ac-4baf-a9a6-2c28efdd6515', '{}', '\xd206a98fc72e471797477acf37c7a6742a8ac58ffda98df3b14fa99592680574'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 49, '2026-11-23 01:00:00+00', 'task.created', NULL, 'system', 'DanhGiaTacDong', '8649b360-6e1c-4bce-83b0-a7fa1995f919', '{"legal_due":"2026-12-01","role":"CHUYEN_VIEN","target_due":"2026-12-01","unit":"9b91d82c-0241-5f04-910f-3a0a85c4e4c6"}', '\xcce2bd1333588c34d3deccf67beb6b6708b6691e6ebb3e35c805d94d4b688647'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 50, '2026-11-23 01:00:00+00', 'task.created', NULL, 'system', 'DanhGiaTacDong', '36daa60e-55ac-4baf-a9a6-2c28efdd6515', '{"legal_due":"2026-12-01","role":"CHUYEN_VIEN","target_due":"2026-12-01","unit":"9b91d82c-0241-5f04-910f-3a0a85c4e4c6"}', '\x5494f34631801e129381e496ec1955935f3dd6094bc585448cdc18b99fb12973'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 51, '2026-11-23 01:00:00+00', 'task.completed', '20e5d78c-baf8-5964-8a6c-83810276e039', 'test', 'DanhGiaTacDong', '8649b360-6e1c-4bce-83b0-a7fa1995f919', '{"outputs":"{\"noi_dung_tac_dong\":\"Không có nội dung nào thay đổi.\",\"phuong_an\":\"khong_doi\"}"}', '\x102ab9814b44dad579ff51df97253cf7862b6100573ace2c096fab8da0be5393'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 52, '2026-11-23 01:00:00+00', 'activity.completed', '20e5d78c-baf8-5964-8a6c-83810276e039', 'test', 'DanhGiaTacDong', '8649b360-6e1c-4bce-83b0-a7fa1995f919', '{}', '\xa29ed4602487d446fd48ebcb08029d77bad263772ce81d9eb48398d822829ae6'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 53, '2026-11-23 01:00:00+00', 'activity.flow_taken', '20e5d78c-baf8-5964-8a6c-83810276e039', 'test', 'SauDanhGia', NULL, '{}', '\x2201907cc5a6d2d76c3bb4fa67626d64b0d8979693bd7d200f72f16cbb08f47d'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 54, '2026-11-23 01:00:00+00', 'activity.entered', '20e5d78c-baf8-5964-8a6c-83810276e039', 'test', 'PhuongAn', 'f14419ac-4af6-48e5-9a41-0b94ca0af967', '{}', '\xb7cf098599115ee44170e26aa53259de0fb2eb4b3a53f68e91172d55b81a5c42'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 55, '2026-11-23 01:00:00+00', 'activity.completed', '20e5d78c-baf8-5964-8a6c-83810276e039', 'test', 'PhuongAn', 'f14419ac-4af6-48e5-9a41-0b94ca0af967', '{}', '\x9832a1c71b746e560c197ab3850cb8b447fd81b04d2195735d5420a97f35bb05'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 56, '2026-11-23 01:00:00+00', 'activity.flow_taken', '20e5d78c-baf8-5964-8a6c-83810276e039', 'test', 'KhongDoi', NULL, '{}', '\xfc5f345e6ca0758f67ddddf3095b17ce1b6b379779354d060d39b583f537ed09'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 57, '2026-11-23 01:00:00+00', 'activity.entered', '20e5d78c-baf8-5964-8a6c-83810276e039', 'test', 'DuyetKhongDoi', '0948bf2a-2006-45f2-af94-2d3631307c6f', '{}', '\x5028b79ee61fac533112f3fb275bee22eebd46fa4022f580ef60f09a08046780'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 58, '2026-11-23 01:00:00+00', 'task.created', '20e5d78c-baf8-5964-8a6c-83810276e039', 'test', 'DuyetKhongDoi', '0948bf2a-2006-45f2-af94-2d3631307c6f', '{"legal_due":"2026-11-27","role":"LD_PHONG","target_due":"2026-11-27","unit":"9b91d82c-0241-5f04-910f-3a0a85c4e4c6"}', '\x06f06675d88a6e4ecefe1695db53a9d74fbfe36fcdbcad2555a8f464f0645a66'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 59, '2026-11-23 01:00:00+00', 'task.completed', '20e5d78c-baf8-5964-8a6c-83810276e039', 'test', 'DanhGiaTacDong', '36daa60e-55ac-4baf-a9a6-2c28efdd6515', '{"outputs":"{\"noi_dung_tac_dong\":\"Không có nội dung nào thay đổi.\",\"phuong_an\":\"khong_doi\"}"}', '\xdd0530ea784b8bf3ad6b3af2002159703a4e97d13c783bd855c8169a2cf615b2'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 60, '2026-11-23 01:00:00+00', 'activity.completed', '20e5d78c-baf8-5964-8a6c-83810276e039', 'test', 'DanhGiaTacDong', '36daa60e-55ac-4baf-a9a6-2c28efdd6515', '{}', '\xd64c2a7e0c6e61ceb0c7a153c8fd3051a5a2d7e060f72ada5c31351c7f0c196a'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 61, '2026-11-23 01:00:00+00', 'activity.flow_taken', '20e5d78c-baf8-5964-8a6c-83810276e039', 'test', 'SauDanhGia', NULL, '{}', '\x1b8fb2b1fea967c5606003c4a53a7752fd8f24de0e72307d98904aba747844fd'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 62, '2026-11-23 01:00:00+00', 'activity.entered', '20e5d78c-baf8-5964-8a6c-83810276e039', 'test', 'PhuongAn', '4314e7ca-98f6-4f3c-b48b-1ec039129eeb', '{}', '\x4a0235b2875eee813585df56f6a876c3b547e93d7557b7c5d45a8d6586902fd2'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 63, '2026-11-23 01:00:00+00', 'activity.completed', '20e5d78c-baf8-5964-8a6c-83810276e039', 'test', 'PhuongAn', '4314e7ca-98f6-4f3c-b48b-1ec039129eeb', '{}', '\xfe9e0a7bb2f3dd80efb72a289566314cfadf5f0623d29e4cb8abe3d1d1160eb4'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 64, '2026-11-23 01:00:00+00', 'activity.flow_taken', '20e5d78c-baf8-5964-8a6c-83810276e039', 'test', 'KhongDoi', NULL, '{}', '\x9573461d3872c67cf4da77989eaa9fe460aa444b5c8e233e3cc9ea2f745e6182'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 65, '2026-11-23 01:00:00+00', 'activity.entered', '20e5d78c-baf8-5964-8a6c-83810276e039', 'test', 'DuyetKhongDoi', '43390885-ffff-4f81-b283-e718e4a4a0ec', '{}', '\x69612ee2b09ffc2dd5634a8ead1af3de30d576cfb9cac0920be851c1b6440182'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 66, '2026-11-23 01:00:00+00', 'task.created', '20e5d78c-baf8-5964-8a6c-83810276e039', 'test', 'DuyetKhongDoi', '43390885-ffff-4f81-b283-e718e4a4a0ec', '{"legal_due":"2026-11-27","role":"LD_PHONG","target_due":"2026-11-27","unit":"9b91d82c-0241-5f04-910f-3a0a85c4e4c6"}', '\x55a1a146b627af3d42a80a5c1052a8638edab7c07fdbbe11369669d591c8f631'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 67, '2026-11-23 01:00:00+00', 'task.completed', '2622711d-bf2c-5f36-b8d2-1173dbecec46', 'test', 'DuyetKhongDoi', '0948bf2a-2006-45f2-af94-2d3631307c6f', '{"outputs":"{\"quyet_dinh_khong_doi\":\"dong_y\"}"}', '\x66c0190e5ad11cc1ef617c0b4ae8c0566134e46ff1b8f7788b2baff7abdfe396'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 68, '2026-11-23 01:00:00+00', 'activity.completed', '2622711d-bf2c-5f36-b8d2-1173dbecec46', 'test', 'DuyetKhongDoi', '0948bf2a-2006-45f2-af94-2d3631307c6f', '{}', '\x05b6cb8c1badd5bfe449e550f2926b2e53cdf342ddd0067c0fb8f2d9f0940401'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 69, '2026-11-23 01:00:00+00', 'activity.flow_taken', '2622711d-bf2c-5f36-b8d2-1173dbecec46', 'test', 'SauDuyetKhongDoi', NULL, '{}', '\x4aba1c231e099959cc1db6a6a3ef4c5b575a0bfde42288ce3b468491620f7808'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 70, '2026-11-23 01:00:00+00', 'activity.entered', '2622711d-bf2c-5f36-b8d2-1173dbecec46', 'test', 'DongYKhongDoi', '85cfc4eb-9d92-488d-a579-f30fba091aad', '{}', '\xa9567bb44987a9661b76f5985ba9ff6f79b1af32f6c24655efa75bb1c1a7dd03'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 71, '2026-11-23 01:00:00+00', 'activity.completed', '2622711d-bf2c-5f36-b8d2-1173dbecec46', 'test', 'DongYKhongDoi', '85cfc4eb-9d92-488d-a579-f30fba091aad', '{}', '\x7c0ef4f064ff618a1c742aaa3d1d0f9d4967573cdef07aa80787dcff3654438c'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 72, '2026-11-23 01:00:00+00', 'activity.flow_taken', '2622711d-bf2c-5f36-b8d2-1173dbecec46', 'test', 'DongYGiuNguyen', NULL, '{}', '\x4edfbbb484ff507c148686d44b579d80cfbbe9811e5bcd492833ab4fbace54c7'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 73, '2026-11-23 01:00:00+00', 'activity.entered', '2622711d-bf2c-5f36-b8d2-1173dbecec46', 'test', 'GiuNguyen', '537b3eb9-1f8c-48c5-9614-53d133d49b68', '{}', '\x24dc21b91b48d5a1b508d957894ce767fc1feb84587209302ec164f9333983f4'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 74, '2026-11-23 01:00:00+00', 'activity.completed', '2622711d-bf2c-5f36-b8d2-1173dbecec46', 'test', 'GiuNguyen', '537b3eb9-1f8c-48c5-9614-53d133d49b68', '{}', '\xfbb9dfb818a435b16ef9bb5b7907e18cf628b5f5e0ac444d5895af577a7ceabb'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 75, '2026-11-23 01:00:00+00', 'activity.completed', '2622711d-bf2c-5f36-b8d2-1173dbecec46', 'test', 'CapNhatThuTuc', '263502e4-0bf3-4ce2-9f9f-bb746546447e', '{}', '\x5db71cda5e4b9a5de672ceb30e61700ae89afa56d97f87d52245604255fea507'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 76, '2026-11-23 01:00:00+00', 'task.completed', '2622711d-bf2c-5f36-b8d2-1173dbecec46', 'test', 'DuyetKhongDoi', '43390885-ffff-4f81-b283-e718e4a4a0ec', '{"outputs":"{\"quyet_dinh_khong_doi\":\"dong_y\"}"}', '\xbc8e1348c8e8d214c78c6412aecdf84110670d02ec30243e41d8ceb1f5f3cb5c'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 77, '2026-11-23 01:00:00+00', 'activity.completed', '2622711d-bf2c-5f36-b8d2-1173dbecec46', 'test', 'DuyetKhongDoi', '43390885-ffff-4f81-b283-e718e4a4a0ec', '{}', '\xc1fd1dae51360b81e99aaece027facc84a558f32fd02db308c8dfd3bf50288f1'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 78, '2026-11-23 01:00:00+00', 'activity.flow_taken', '2622711d-bf2c-5f36-b8d2-1173dbecec46', 'test', 'SauDuyetKhongDoi', NULL, '{}', '\xc8c2444370c05638a98c07ffce6c85c5fc1ff28a08cdad9c4029466f05c66992'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 79, '2026-11-23 01:00:00+00', 'activity.entered', '2622711d-bf2c-5f36-b8d2-1173dbecec46', 'test', 'DongYKhongDoi', '511e4ae2-3a33-45e9-aa81-4000af49e61d', '{}', '\x4b775c9632a794e2ed54b1dd6203c9bb55315127d5499e49252a70435571fcc7'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 80, '2026-11-23 01:00:00+00', 'activity.completed', '2622711d-bf2c-5f36-b8d2-1173dbecec46', 'test', 'DongYKhongDoi', '511e4ae2-3a33-45e9-aa81-4000af49e61d', '{}', '\xe24e0e82bc7a295c8b11ccefd5ce2e352542b8d99570a4d060eb60bd8b901967'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 81, '2026-11-23 01:00:00+00', 'activity.flow_taken', '2622711d-bf2c-5f36-b8d2-1173dbecec46', 'test', 'DongYGiuNguyen', NULL, '{}', '\xf5d7dff10372c003064a039ea0627ac7aab4ae3be606eb23d9f67ca428576d36'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 82, '2026-11-23 01:00:00+00', 'activity.entered', '2622711d-bf2c-5f36-b8d2-1173dbecec46', 'test', 'GiuNguyen', '66ddfb48-8058-4783-a78d-d9323ea2f729', '{}', '\x4e696c7962d2804ce939db8bf0f59b50f45fb7709aef9393958ecc36a4d973f0'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 83, '2026-11-23 01:00:00+00', 'activity.completed', '2622711d-bf2c-5f36-b8d2-1173dbecec46', 'test', 'GiuNguyen', '66ddfb48-8058-4783-a78d-d9323ea2f729', '{}', '\x354a97b9661993a70a2766a22ccf89c42c4aadb45d1fb6846a02b5048f87c6ba'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 84, '2026-11-23 01:00:00+00', 'activity.completed', '2622711d-bf2c-5f36-b8d2-1173dbecec46', 'test', 'CapNhatThuTuc', '91990f7a-564f-44aa-a7e8-59b4a9db82df', '{}', '\xf3699dc6d4bbcc02211555d600d43b4e70cb2b3786d3fef50a89ad30b5af489c'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 85, '2026-11-23 01:00:00+00', 'activity.flow_taken', '2622711d-bf2c-5f36-b8d2-1173dbecec46', 'test', 'SauTungThuTuc', NULL, '{}', '\xcef2ca0c26f67e4c7c29885a168173669aa0ab407d82a09608d855245821c103'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 86, '2026-11-23 01:00:00+00', 'activity.entered', '2622711d-bf2c-5f36-b8d2-1173dbecec46', 'test', 'TongHop', 'f7ab31d5-30ef-41c0-9947-91bfe74e088a', '{}', '\x326f432d3b303dc3f44edbf0190a9bce90b64f4d9fa18c9b48827e2a2cbc06e4'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 87, '2026-11-23 01:00:00+00', 'job.completed', NULL, 'system', 'TongHop', 'f7ab31d5-30ef-41c0-9947-91bfe74e088a', '{"operator":"legal_update.summarise"}', '\x000906ca2561a26dc92775bd910a7b66b8f105322f084558c64d1d23f14103bd'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 88, '2026-11-23 01:00:00+00', 'activity.completed', NULL, 'system', 'TongHop', 'f7ab31d5-30ef-41c0-9947-91bfe74e088a', '{}', '\x2e6a432cb31cf687844ae22ff5be64dfb420450bc3faaad260f6d988b38ad571'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 89, '2026-11-23 01:00:00+00', 'activity.flow_taken', NULL, 'system', 'SauTongHop', NULL, '{}', '\x79984f9e2328c0dc390ae960adeb606d8ff2b0af8bac5fa986010dd8c6c338ea'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 90, '2026-11-23 01:00:00+00', 'activity.entered', NULL, 'system', 'CoThuTucThayDoi', '3e0ddb11-ab7a-4588-9938-b94547308afb', '{}', '\xdccba8b2d46dca8fe93d22bbf2bf00a034c43ad4586856c0c438133b46560207'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 91, '2026-11-23 01:00:00+00', 'activity.completed', NULL, 'system', 'CoThuTucThayDoi', '3e0ddb11-ab7a-4588-9938-b94547308afb', '{}', '\x74ab27091ff8076d49bf15e2d95f00910e8b25040d72ed2d91b669c1811abc6f'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 92, '2026-11-23 01:00:00+00', 'activity.flow_taken', NULL, 'system', 'KhongCoThayDoi', NULL, '{}', '\xa395fde2caea7feed261d6358e6405a9286d19b84db8a73cf9e4cf154fd47a04'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 93, '2026-11-23 01:00:00+00', 'activity.entered', NULL, 'system', 'KhongPhaiSua', 'b182b6a0-5f95-47a2-a8a8-5600b68bb371', '{}', '\x35a99188a5c14053f4dc5a68bda4626369630fdd9c29c80926f42cff9789d12c'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 94, '2026-11-23 01:00:00+00', 'activity.completed', NULL, 'system', 'KhongPhaiSua', 'b182b6a0-5f95-47a2-a8a8-5600b68bb371', '{}', '\xab1138c0abd786f0f15f83940f6d47213709fcb5577b541c0c62af5218366131'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 95, '2026-11-23 01:00:00+00', 'activity.completed', NULL, 'system', 'CapNhatVanBan', 'd01636ea-aaa2-47e7-9375-0f01461def3b', '{}', '\x3edb9602b8bebbaea61217af12e43a25c9b3bff91d2fef691b1b2a4b2df947f3'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 96, '2026-11-23 01:00:00+00', 'activity.flow_taken', NULL, 'system', 'RaCapNhat', NULL, '{}', '\x0a6011358343aadd7f03cdfafc87365dd78ba827a191e69c3aad9632585a1885'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 97, '2026-11-23 01:00:00+00', 'activity.entered', NULL, 'system', 'DongHoSo', 'd193187d-33f8-4a7b-a158-adec19964f95', '{}', '\x3eaa81632e80a51f6ee937c843cb5d2a7d23a51ffa20ed4241f79bd4628a3991'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 98, '2026-11-23 01:00:00+00', 'job.completed', NULL, 'system', 'DongHoSo', 'd193187d-33f8-4a7b-a158-adec19964f95', '{"operator":"legal_update.close"}', '\xe0dc9ab388843671650c8d0e261b211279e969ad05be3d4add3826142ead27ce'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 99, '2026-11-23 01:00:00+00', 'activity.completed', NULL, 'system', 'DongHoSo', 'd193187d-33f8-4a7b-a158-adec19964f95', '{}', '\x7af9e204afa6da4832d7e70c4d03b2542d9e417778b7b130e355978cc92d4063'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 100, '2026-11-23 01:00:00+00', 'activity.flow_taken', NULL, 'system', 'KetThucHoSo', NULL, '{}', '\x261b2c8db886e669f6d3c801de3448a24b5bc9bd0b965822401a188045a0df15'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 101, '2026-11-23 01:00:00+00', 'activity.entered', NULL, 'system', 'KetThuc', '471338f0-d46e-499e-85ae-e0883afde0d3', '{}', '\x0a8f362f89f7accd3d188e941031531b12da8fb07f97589e7ac7ab186e77f3a9'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 102, '2026-11-23 01:00:00+00', 'activity.completed', NULL, 'system', 'KetThuc', '471338f0-d46e-499e-85ae-e0883afde0d3', '{}', '\xac02ae2ea93c88a254bc503502def9d9bf32b3f0330f0cf93e5343e9bbcfae2e'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 103, '2026-11-23 01:00:00+00', 'instance.completed', NULL, 'system', NULL, NULL, '{"outcome":"KetThuc"}', '\xe3f95937ed8bd491f7bc174b11fd01be8a4db981baaf5777deabcddda9696e10'),
	('8977bdc4-fbfe-4ce7-9cac-fa7d45d7ba8c', 1, '2026-11-23 01:00:00+00', 'instance.started', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', NULL, NULL, '{"anchor":"2026-08-24","bundle":"46f8943da5e8ac323ff307a58a1260f56ab57bdbe0bf8a1a0709e0207585fa82","legal_due":"2026-11-25","model":"QMS_P06_CAP_NHAT_VBQPPL","target_due":"2026-11-23","title":"Cập nhật 9/2026/NĐ-CP – Quy định thử nghiệm về thủ tục hành chính","variables":"{\"co_quan_ban_hanh\":\"Chính phủ\",\"dieu_khoan_chuyen_tiep\":\"\",\"han_muc_tieu\":{\"$\":\"date\",\"value\":\"2026-11-23\"},\"han_phap_ly\":{\"$\":\"date\",\"value\":\"2026-11-25\"},\"linh_vuc\":\"Hành chính\",\"moc_danh_gia\":{\"$\":\"date\",\"value\":\"2026-11-23\"},\"moc_du_thao\":{\"$\":\"date\",\"value\":\"2026-11-23\"},\"moc_phe_duyet\":{\"$\":\"date\",\"value\":\"2026-11-23\"},\"moc_sang_loc\":{\"$\":\"date\",\"value\":\"2026-11-23\"},\"ngay_het_hieu_luc\":null,\"ngay_hieu_luc\":{\"$\":\"date\",\"value\":\"2026-08-24\"},\"ngay_ky\":{\"$\":\"date\",\"value\":\"2026-08-24\"},\"qua_han_luc\":{\"$\":\"datetime\",\"value\":\"2026-11-25T17:00:00+00:00\"},\"so_ky_hieu\":\"9/2026/NĐ-CP\",\"trich_yeu\":\"Quy định thử nghiệm về thủ tục hành chính\",\"vbqppl\":\"502e6143-eee3-5d7f-b3f3-1182f19bf09d\"}"}', '\x4dcce1c97f88f2f24c2443254161534a8cb09a675af5530a497443d36080249a'),
	('8977bdc4-fbfe-4ce7-9cac-fa7d45d7ba8c', 2, '2026-11-23 01:00:00+00', 'activity.entered', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'BatDau', 'd7b23bc0-9a4a-44db-8692-ff5da41bb219', '{}', '\x08d41ec1f85725a696c159dd53ea39a044ce29f35e9eac0f5dab3cc11cbfde7f'),
	('8977bdc4-fbfe-4ce7-9cac-fa7d45d7ba8c', 3, '2026-11-23 01:00:00+00', 'activity.completed', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'BatDau', 'd7b23bc0-9a4a-44db-8692-ff5da41bb219', '{}', '\x0f7f1589b1c413ec6c501275e49851297418aba6b20c1e830639ed0645ff74b5'),
	('8977bdc4-fbfe-4ce7-9cac-fa7d45d7ba8c', 4, '2026-11-23 01:00:00+00', 'activity.flow_taken', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'VaoCapNhat', NULL, '{}', '\x7efe6e39b82ac25878cbcd08dede0ca2204d3c875b34a85fabf41edefb9be18e'),
	('8977bdc4-fbfe-4ce7-9cac-fa7d45d7ba8c', 5, '2026-11-23 01:00:00+00', 'activity.entered', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'CapNhatVanBan', '07bb67a0-9cb1-49a0-bf81-3cb8bb777a70', '{}', '\x5dfc3c8b745fdc7973a3b768fe586753c4bbc7306d45417d35c6f09e88983b84'),
	('8977bdc4-fbfe-4ce7-9cac-fa7d45d7ba8c', 6, '2026-11-23 01:00:00+00', 'activity.entered', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'BatDauSangLoc', '707e4155-bb01-41ce-9f35-a64a9c7f4e98', '{}', '\x010eada14e83bc40a6c25d8f53b95939876531b06100bda3cc19f7b338f3ebf9'),
	('8977bdc4-fbfe-4ce7-9cac-fa7d45d7ba8c', 7, '2026-11-23 01:00:00+00', 'activity.completed', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'BatDauSangLoc', '707e4155-bb01-41ce-9f35-a64a9c7f4e98', '{}', '\xb316ef67a7b749b251e11d82f80e85cc89e8ad1a517fda71deaa00e1a817d609'),
	('8977bdc4-fbfe-4ce7-9cac-fa7d45d7ba8c', 8, '2026-11-23 01:00:00+00', 'activity.flow_taken', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'VaoSangLoc', NULL, '{}', '\xc24e13baba2084a823071335e393dc7db7dc8fd5249b9e580526cf97691d195d'),
	('8977bdc4-fbfe-4ce7-9cac-fa7d45d7ba8c', 9, '2026-11-23 01:00:00+00', 'activity.entered', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'GopSangLoc', '01de1893-b547-405b-83f0-307343f5fcde', '{}', '\x264019bab45d2a9affa490a48d38929d6a6b43d20be14da0997c7054a72217fc'),
	('8977bdc4-fbfe-4ce7-9cac-fa7d45d7ba8c', 10, '2026-11-23 01:00:00+00', 'activity.completed', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'GopSangLoc', '01de1893-b547-405b-83f0-307343f5fcde', '{}', '\x4432dc2cdb4c80dc40f98e3174c32efb63a271f4801923b5be50eeb09ca6b2b9'),
	('8977bdc4-fbfe-4ce7-9cac-fa7d45d7ba8c', 11, '2026-11-23 01:00:00+00', 'activity.flow_taken', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'DenSangLoc', NULL, '{}', '\x960985bf6589540b321e5ebb3aafde6668309c2aaacbac9008f255bda00f697c'),
	('8977bdc4-fbfe-4ce7-9cac-fa7d45d7ba8c', 12, '2026-11-23 01:00:00+00', 'activity.entered', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'SangLoc', '136b6b06-5fce-4886-873f-3574a514f278', '{}', '\x1a72649ee0ae219fbf8643f13be1f452a625e583079f3c72f1a8f2dfbc30f32f'),
	('8977bdc4-fbfe-4ce7-9cac-fa7d45d7ba8c', 13, '2026-11-23 01:00:00+00', 'task.created', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'SangLoc', '136b6b06-5fce-4886-873f-3574a514f278', '{"legal_due":"2026-11-27","role":"THU_KY_ISO","target_due":"2026-11-27","unit":null}', '\xdc81f8ed6be831f43d8c3d3d39132981a67c16804b46890f7ebe2a4355454d47'),
	('8977bdc4-fbfe-4ce7-9cac-fa7d45d7ba8c', 14, '2026-11-23 01:00:00+00', 'escalation.told', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', NULL, NULL, '{"step":"E2","why":"fewer than 30 days left at the start"}', '\xd2d5df633bcfdacae7dddc39901182d09edc56dbd899c4943a2f6d604c3f08b0'),
	('372d7a02-d4bf-42e1-be77-362cee45aa8e', 25, '2026-11-23 01:01:00+00', 'mail.sent', NULL, 'system', NULL, NULL, '{"answer":"250 OK","attempts":1,"letters":["M01"],"mail":"8323f1c6-112f-5ac5-bdb1-a4bc9b8a0220","message_id":"<8323f1c6-112f-5ac5-bdb1-a4bc9b8a0220@quytrinh.vp.tayninh.example>","sent_at":"2026-11-23T01:01:00+00:00","steps":[],"to":["4ed35de6-538a-5e60-82db-0273b10583d2"]}', '\xf006a00a90278489ded9014edf078d798afa68247a477d7996a420577e5bd77d'),
	('455c8ffa-9e41-4ee0-8254-9b57c18cae98', 21, '2026-11-23 01:01:00+00', 'mail.sent', NULL, 'system', NULL, NULL, '{"answer":"250 OK","attempts":1,"letters":["M01"],"mail":"8323f1c6-112f-5ac5-bdb1-a4bc9b8a0220","message_id":"<8323f1c6-112f-5ac5-bdb1-a4bc9b8a0220@quytrinh.vp.tayninh.example>","sent_at":"2026-11-23T01:01:00+00:00","steps":[],"to":["4ed35de6-538a-5e60-82db-0273b10583d2"]}', '\x54f933c3731f40657631fca48050c6f01a856f6ea122321550ced23865d4bc7f'),
	('590c6b84-2372-45d2-9dae-a30bf7b402fd', 11, '2026-11-23 01:01:00+00', 'mail.sent', NULL, 'system', NULL, NULL, '{"answer":"250 OK","attempts":1,"letters":["M01"],"mail":"8323f1c6-112f-5ac5-bdb1-a4bc9b8a0220","message_id":"<8323f1c6-112f-5ac5-bdb1-a4bc9b8a0220@quytrinh.vp.tayninh.example>","sent_at":"2026-11-23T01:01:00+00:00","steps":[],"to":["4ed35de6-538a-5e60-82db-0273b10583d2"]}', '\xbcd2702b0867346a99998fd316ed2ab074ef9a2cff093faefd5d3e8710a4fc0a'),
	('592777dc-da01-4ae3-b95a-532925ecfd0c', 39, '2026-11-23 01:01:00+00', 'mail.sent', NULL, 'system', NULL, NULL, '{"answer":"250 OK","attempts":1,"letters":["M01"],"mail":"8323f1c6-112f-5ac5-bdb1-a4bc9b8a0220","message_id":"<8323f1c6-112f-5ac5-bdb1-a4bc9b8a0220@quytrinh.vp.tayninh.example>","sent_at":"2026-11-23T01:01:00+00:00","steps":[],"to":["4ed35de6-538a-5e60-82db-0273b10583d2"]}', '\xa6c61135d85c341612e06fa4fc9d0bd5ecfafbf4b16f13669cb698a4e53dbe8d'),
	('5caa96ad-8c1f-458e-9bcc-d584d03671e1', 11, '2026-11-23 01:01:00+00', 'mail.sent', NULL, 'system', NULL, NULL, '{"answer":"250 OK","attempts":1,"letters":["M01"],"mail":"8323f1c6-112f-5ac5-bdb1-a4bc9b8a0220","message_id":"<8323f1c6-112f-5ac5-bdb1-a4bc9b8a0220@quytrinh.vp.tayninh.example>","sent_at":"2026-11-23T01:01:00+00:00","steps":[],"to":["4ed35de6-538a-5e60-82db-0273b10583d2"]}', '\x5cd6e200a3dcfb3683d638da15c36a3abd3b7e5c3eaa89c9e6defc5e350c3a45'),
	('8977bdc4-fbfe-4ce7-9cac-fa7d45d7ba8c', 15, '2026-11-23 01:01:00+00', 'mail.sent', NULL, 'system', NULL, NULL, '{"answer":"250 OK","attempts":1,"letters":["M01","M04","M05"],"mail":"8323f1c6-112f-5ac5-bdb1-a4bc9b8a0220","message_id":"<8323f1c6-112f-5ac5-bdb1-a4bc9b8a0220@quytrinh.vp.tayninh.example>","sent_at":"2026-11-23T01:01:00+00:00","steps":["E2"],"to":["4ed35de6-538a-5e60-82db-0273b10583d2"]}', '\x0b7f06d125eb51cb3d475260c1e964e8cc976922c18ae7c445042ae8cac6f7cc'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 104, '2026-11-23 01:01:00+00', 'mail.sent', NULL, 'system', NULL, NULL, '{"answer":"250 OK","attempts":1,"letters":["M01","M05"],"mail":"8323f1c6-112f-5ac5-bdb1-a4bc9b8a0220","message_id":"<8323f1c6-112f-5ac5-bdb1-a4bc9b8a0220@quytrinh.vp.tayninh.example>","sent_at":"2026-11-23T01:01:00+00:00","steps":[],"to":["4ed35de6-538a-5e60-82db-0273b10583d2"]}', '\x105054b3ee20ed291dd38abd573cdf37a96522614a6c6a86c48d831cade1ae35'),
	('967dfe00-ee9e-4266-badf-4469c7937488', 7, '2026-11-23 01:01:00+00', 'mail.sent', NULL, 'system', NULL, NULL, '{"answer":"250 OK","attempts":1,"letters":["M01"],"mail":"8323f1c6-112f-5ac5-bdb1-a4bc9b8a0220","message_id":"<8323f1c6-112f-5ac5-bdb1-a4bc9b8a0220@quytrinh.vp.tayninh.example>","sent_at":"2026-11-23T01:01:00+00:00","steps":[],"to":["4ed35de6-538a-5e60-82db-0273b10583d2"]}', '\x5d101c727ea7b2da46a7b8193f4abd8437ea3501fa55dc3bd5698adf5c7b408e'),
	('cb0053bf-dfa2-45af-8679-40a84bbe3adf', 31, '2026-11-26 02:00:00+00', 'activity.completed', NULL, 'system', 'LayThuTuc', 'ccff52c7-9e54-4416-8a3b-de09ccef11e3', '{}', '\x24807fe8ba43b0d56d3b158614f70d541cfd89e5a6da121dd2c6443113fb33f9'),
	('96a3de62-2daa-4922-849e-dc6f3a96ddb6', 12, '2026-11-23 01:01:00+00', 'mail.sent', NULL, 'system', NULL, NULL, '{"answer":"250 OK","attempts":1,"letters":["M01"],"mail":"8323f1c6-112f-5ac5-bdb1-a4bc9b8a0220","message_id":"<8323f1c6-112f-5ac5-bdb1-a4bc9b8a0220@quytrinh.vp.tayninh.example>","sent_at":"2026-11-23T01:01:00+00:00","steps":[],"to":["4ed35de6-538a-5e60-82db-0273b10583d2"]}', '\xdf3a01de8d0ba7bbba5065b619c0d7572e0314d9eb6bb8751b9329daf8e75919'),
	('a51ce283-8d21-4df2-99c9-ea3ae7fc766d', 17, '2026-11-23 01:01:00+00', 'mail.sent', NULL, 'system', NULL, NULL, '{"answer":"250 OK","attempts":1,"letters":["M01"],"mail":"8323f1c6-112f-5ac5-bdb1-a4bc9b8a0220","message_id":"<8323f1c6-112f-5ac5-bdb1-a4bc9b8a0220@quytrinh.vp.tayninh.example>","sent_at":"2026-11-23T01:01:00+00:00","steps":[],"to":["4ed35de6-538a-5e60-82db-0273b10583d2"]}', '\x0d3522e13c4ab3c7c01d430aa3106bcaa42c4319286b89d047619b1e82295831'),
	('f72dea0a-e9e7-47ff-b582-e52e7ab65ee8', 17, '2026-11-23 01:01:00+00', 'mail.sent', NULL, 'system', NULL, NULL, '{"answer":"250 OK","attempts":1,"letters":["M01"],"mail":"8323f1c6-112f-5ac5-bdb1-a4bc9b8a0220","message_id":"<8323f1c6-112f-5ac5-bdb1-a4bc9b8a0220@quytrinh.vp.tayninh.example>","sent_at":"2026-11-23T01:01:00+00:00","steps":[],"to":["4ed35de6-538a-5e60-82db-0273b10583d2"]}', '\x34eb055b73313f8a80bf457fdedac32ac4d53ef9549ba884ae861b2c6747dfee'),
	('ff78b753-2159-4f49-b890-38438ac29c05', 39, '2026-11-23 01:01:00+00', 'mail.sent', NULL, 'system', NULL, NULL, '{"answer":"250 OK","attempts":1,"letters":["M01"],"mail":"8323f1c6-112f-5ac5-bdb1-a4bc9b8a0220","message_id":"<8323f1c6-112f-5ac5-bdb1-a4bc9b8a0220@quytrinh.vp.tayninh.example>","sent_at":"2026-11-23T01:01:00+00:00","steps":[],"to":["4ed35de6-538a-5e60-82db-0273b10583d2"]}', '\x4f033f952643f7c2affc02f7c7121b3690bb711427a36cd7e8b6bca4b5563492'),
	('8977bdc4-fbfe-4ce7-9cac-fa7d45d7ba8c', 16, '2026-11-23 01:01:00+00', 'mail.sent', NULL, 'system', NULL, NULL, '{"answer":"250 OK","attempts":1,"letters":["M04"],"mail":"a211ac5c-b5e2-5d84-8587-7a1b64ea713e","message_id":"<a211ac5c-b5e2-5d84-8587-7a1b64ea713e@quytrinh.vp.tayninh.example>","sent_at":"2026-11-23T01:01:00+00:00","steps":["E2"],"to":["aa84cd93-69a2-541a-a35d-20dd499ad7a6"]}', '\xfcde6b4fa82ec4b3eaa75ffb3f46c518eb446fc64bd7486a4fd49c20176c8d0a'),
	('32b144c9-5bcd-490d-9b00-57502c2325a8', 6, '2026-11-23 02:11:10+00', 'incident.opened', NULL, 'system', 'v', NULL, '{"message":"The printer is out of paper."}', '\x3e7b9824cd11f512bb124b81eb84913c67274e3a5a7596863883ae0dd1953130'),
	('32b144c9-5bcd-490d-9b00-57502c2325a8', 7, '2026-11-23 02:12:10+00', 'mail.sent', NULL, 'system', NULL, NULL, '{"answer":"250 OK","attempts":1,"letters":["S01"],"mail":"e197d467-81eb-5dfa-98db-ca04a7d3664a","message_id":"<e197d467-81eb-5dfa-98db-ca04a7d3664a@quytrinh.vp.tayninh.example>","sent_at":"2026-11-23T02:12:10+00:00","steps":[],"to":["4ed35de6-538a-5e60-82db-0273b10583d2"]}', '\xcfa120f0ea17a404d69cdddd99fb0d0286658013b1fd62eb6b2671d360ae6a30'),
	('32b144c9-5bcd-490d-9b00-57502c2325a8', 8, '2026-11-23 02:12:10+00', 'mail.sent', NULL, 'system', NULL, NULL, '{"answer":"250 OK","attempts":1,"letters":["S01"],"mail":"e838a8bf-e094-51b5-a3c3-675abcd8394f","message_id":"<e838a8bf-e094-51b5-a3c3-675abcd8394f@quytrinh.vp.tayninh.example>","sent_at":"2026-11-23T02:12:10+00:00","steps":[],"to":["1164b710-4187-58d5-929d-94efdcce8738"]}', '\x1065a24507c2f9821eab1bbc420e36eb610d049f69f868b7c458486a820aa62c'),
	('967dfe00-ee9e-4266-badf-4469c7937488', 8, '2026-11-24 01:00:00+00', 'timer.fired', NULL, 'system', 't', NULL, '{"due":"2026-11-24T01:00:00+00:00","fired":"2026-11-24T01:00:00+00:00"}', '\x81fbbedb033d2fb176d3970ccc41e55f3d0c634e611114caf4293c79c0c93316'),
	('967dfe00-ee9e-4266-badf-4469c7937488', 9, '2026-11-24 01:00:00+00', 'activity.timer_fired', NULL, 'system', 't', 'a17e969c-64af-4800-b594-42eb6fcbbc9c', '{}', '\x78501055f574cda630c1af0c299dffa4dc220733ee00e2e60abb9aa990b4ade6'),
	('967dfe00-ee9e-4266-badf-4469c7937488', 10, '2026-11-24 01:00:00+00', 'activity.cancelled', NULL, 'system', 'a', '17f6271f-9848-480c-9c2e-a3e890a8b3bb', '{}', '\xd1316449a2e7473965890eab68e448ee5518551979d9aabc868f4a8a202fe10b'),
	('967dfe00-ee9e-4266-badf-4469c7937488', 11, '2026-11-24 01:00:00+00', 'activity.completed', NULL, 'system', 't', 'a17e969c-64af-4800-b594-42eb6fcbbc9c', '{}', '\xd8e5561a74081bf78b2858272efce9e091a1062407740939bc6701efa6a85687'),
	('967dfe00-ee9e-4266-badf-4469c7937488', 12, '2026-11-24 01:00:00+00', 'activity.flow_taken', NULL, 'system', 'F3_t_b', NULL, '{}', '\xc4c04535803837a9fba8b2b09ff47c67111d8da1d7856afbeee165509c803e3c'),
	('967dfe00-ee9e-4266-badf-4469c7937488', 13, '2026-11-24 01:00:00+00', 'activity.entered', NULL, 'system', 'b', 'de1821f9-1efa-4b34-ac33-23d956582d07', '{}', '\x60da8b8a4efacf5a8e1f3b90590298f7c5cb270dc7b7a5f7d1828266e91af15a'),
	('967dfe00-ee9e-4266-badf-4469c7937488', 14, '2026-11-24 01:00:00+00', 'task.cancelled', NULL, 'system', 'a', '17f6271f-9848-480c-9c2e-a3e890a8b3bb', '{}', '\x636b92c9460b8bb050102aeb3417c4f3853ecbdff4c3694e2473cc6a1b4ea361'),
	('967dfe00-ee9e-4266-badf-4469c7937488', 15, '2026-11-24 01:00:00+00', 'task.created', NULL, 'system', 'b', 'de1821f9-1efa-4b34-ac33-23d956582d07', '{"legal_due":null,"role":"THU_KY_ISO","target_due":null,"unit":null}', '\xcab49a8acf7b52246905c050cf60d00bdffc08900a790cf383e4353013b8236e'),
	('967dfe00-ee9e-4266-badf-4469c7937488', 16, '2026-11-24 01:01:00+00', 'mail.sent', NULL, 'system', NULL, NULL, '{"answer":"250 OK","attempts":1,"letters":["M01"],"mail":"650c11f4-d535-5bb7-8208-ca406a1eaeaf","message_id":"<650c11f4-d535-5bb7-8208-ca406a1eaeaf@quytrinh.vp.tayninh.example>","sent_at":"2026-11-24T01:01:00+00:00","steps":[],"to":["4ed35de6-538a-5e60-82db-0273b10583d2"]}', '\x3d5c7a3154cc79169c5a05f1de604eb378586a0503cc74a69cb4d9c3fe2871d9'),
	('8977bdc4-fbfe-4ce7-9cac-fa7d45d7ba8c', 17, '2026-11-25 00:30:00+00', 'escalation.told', NULL, 'system', NULL, NULL, '{"amount":0,"due":"2026-11-25T00:30:00+00:00","from":"legal","kind":"escalation","passed_over":[],"step":"E1","to":["4ed35de6-538a-5e60-82db-0273b10583d2"],"told_at":"2026-11-25T00:30:00+00:00","unit":"working_days"}', '\x68d6b776ca544f8d9ae9a8bb0ef73e74e045591f08331162591112a85a3c1fa5'),
	('8977bdc4-fbfe-4ce7-9cac-fa7d45d7ba8c', 18, '2026-11-25 00:31:00+00', 'mail.sent', NULL, 'system', NULL, NULL, '{"answer":"250 OK","attempts":1,"letters":["M03"],"mail":"2970e2b4-5c3a-5ac7-aee6-5bd2aa561bed","message_id":"<2970e2b4-5c3a-5ac7-aee6-5bd2aa561bed@quytrinh.vp.tayninh.example>","sent_at":"2026-11-25T00:31:00+00:00","steps":["E1"],"to":["4ed35de6-538a-5e60-82db-0273b10583d2"]}', '\x29ee2a5e5249cd31b61eef2336727568644ce1ef53b04ffc90100f6ad47152e4'),
	('8977bdc4-fbfe-4ce7-9cac-fa7d45d7ba8c', 19, '2026-11-25 17:00:00+00', 'timer.fired', NULL, 'system', 'QuaHan', NULL, '{"due":"2026-11-25T17:00:00+00:00","fired":"2026-11-25T17:00:00+00:00"}', '\xc943108b08f2eadddd0dc8ae7ba5aef0406488345d97df2f04963736fff6ac44'),
	('8977bdc4-fbfe-4ce7-9cac-fa7d45d7ba8c', 20, '2026-11-25 17:00:00+00', 'activity.timer_fired', NULL, 'system', 'QuaHan', '47c28ca6-a9e1-473b-8890-3e5cb049a43a', '{}', '\xbd468e5c16cf7be88aff08f3ae5300b60dc588b914352731fb9ff25198bc04a2'),
	('8977bdc4-fbfe-4ce7-9cac-fa7d45d7ba8c', 21, '2026-11-25 17:00:00+00', 'activity.completed', NULL, 'system', 'QuaHan', '47c28ca6-a9e1-473b-8890-3e5cb049a43a', '{}', '\xd8566cae77e51704f94e6e956ba7bf495e8110cb0a8acde23c9c31aa08edaff1'),
	('8977bdc4-fbfe-4ce7-9cac-fa7d45d7ba8c', 22, '2026-11-25 17:00:00+00', 'activity.flow_taken', NULL, 'system', 'KhiQuaHan', NULL, '{}', '\x48a3b3d596b117edd45255c39c5c6e0d905cd2ec255494188c9ae05c8da69193'),
	('8977bdc4-fbfe-4ce7-9cac-fa7d45d7ba8c', 23, '2026-11-25 17:00:00+00', 'activity.entered', NULL, 'system', 'GhiNhanQuaHan', 'e06c6164-30ff-4130-a47a-78e0e75b3bc6', '{}', '\xa61eee50ba29cd59722974d81a09ec97f44af96dba13b51a076ae4f1de87c7c2'),
	('8977bdc4-fbfe-4ce7-9cac-fa7d45d7ba8c', 24, '2026-11-25 17:00:00+00', 'job.completed', NULL, 'system', 'GhiNhanQuaHan', 'e06c6164-30ff-4130-a47a-78e0e75b3bc6', '{"operator":"legal_update.overdue"}', '\x6a89937578b66d67e4ddd2a416c8a443a616cc1a526f68b929a94fcd15a4d7dd'),
	('8977bdc4-fbfe-4ce7-9cac-fa7d45d7ba8c', 25, '2026-11-25 17:00:00+00', 'activity.completed', NULL, 'system', 'GhiNhanQuaHan', 'e06c6164-30ff-4130-a47a-78e0e75b3bc6', '{}', '\xacb927917700522b10d320a1485facc8f283aa3609f7877b352f604c56ddd49e'),
	('8977bdc4-fbfe-4ce7-9cac-fa7d45d7ba8c', 26, '2026-11-25 17:00:00+00', 'activity.flow_taken', NULL, 'system', 'SauGhiNhanQuaHan', NULL, '{}', '\x0030cb9520b95be66ee9369f600a1f987d61d2e85c93c30faa17d06af1f848a6'),
	('8977bdc4-fbfe-4ce7-9cac-fa7d45d7ba8c', 27, '2026-11-25 17:00:00+00', 'activity.entered', NULL, 'system', 'DaGhiNhanQuaHan', '5fd760ce-45d7-4c3c-921b-74b862d5a04c', '{}', '\x01e81579166764bb86d3e426749c7b4422c2229b5eaf76140faf69675c21e234'),
	('8977bdc4-fbfe-4ce7-9cac-fa7d45d7ba8c', 28, '2026-11-25 17:00:00+00', 'activity.completed', NULL, 'system', 'DaGhiNhanQuaHan', '5fd760ce-45d7-4c3c-921b-74b862d5a04c', '{}', '\xa6d193a59b985b0cbf7a111169ebff277089f9bfbbd4b7fe6acddbf222bdd1e7'),
	('8977bdc4-fbfe-4ce7-9cac-fa7d45d7ba8c', 29, '2026-11-25 17:01:00+00', 'mail.sent', NULL, 'system', NULL, NULL, '{"answer":"250 OK","attempts":1,"letters":["M06"],"mail":"4709b8f1-be3e-55d0-9dbe-c4f4ec27ad47","message_id":"<4709b8f1-be3e-55d0-9dbe-c4f4ec27ad47@quytrinh.vp.tayninh.example>","sent_at":"2026-11-25T17:01:00+00:00","steps":[],"to":["8fb17ea6-af82-5d21-8941-e3a2c73e750a"]}', '\xd9e47eb57a5a5ef90e479bad19e1514ec8253eb8e8eaa06b3ed60e416fdc806a'),
	('8977bdc4-fbfe-4ce7-9cac-fa7d45d7ba8c', 30, '2026-11-25 17:01:00+00', 'mail.sent', NULL, 'system', NULL, NULL, '{"answer":"250 OK","attempts":1,"letters":["M06"],"mail":"6d400cda-93c1-5729-963a-e5a03d1cb348","message_id":"<6d400cda-93c1-5729-963a-e5a03d1cb348@quytrinh.vp.tayninh.example>","sent_at":"2026-11-25T17:01:00+00:00","steps":[],"to":["5e6b3724-5391-5a69-b799-397e9916cf41"]}', '\x87903ee7f794fa84e20082935866a5e2f6ca1d8f896e4e2ac55bcc74b5645678'),
	('cb0053bf-dfa2-45af-8679-40a84bbe3adf', 32, '2026-11-26 02:00:00+00', 'activity.flow_taken', NULL, 'system', 'SauLayThuTuc', NULL, '{}', '\xb0bc5deebefdb0ba4f611d5d98d487fc62d82a610e5800052c8a98eae870f29d'),
	('8977bdc4-fbfe-4ce7-9cac-fa7d45d7ba8c', 31, '2026-11-26 00:30:00+00', 'escalation.told', NULL, 'system', 'SangLoc', '136b6b06-5fce-4886-873f-3574a514f278', '{"amount":-1,"due":"2026-11-26T00:30:00+00:00","from":"target","kind":"reminder","passed_over":[],"step":"R3","to":["4ed35de6-538a-5e60-82db-0273b10583d2"],"told_at":"2026-11-26T00:30:00+00:00","unit":"working_days"}', '\x8b209b502f2ee78e4f6051ab69328fb2cb4abeb873460e3636ab3122b82593ec'),
	('8977bdc4-fbfe-4ce7-9cac-fa7d45d7ba8c', 32, '2026-11-26 00:31:00+00', 'mail.sent', NULL, 'system', NULL, NULL, '{"answer":"250 OK","attempts":1,"letters":["M02"],"mail":"5ec2650d-3741-5894-9661-4621da68bfc4","message_id":"<5ec2650d-3741-5894-9661-4621da68bfc4@quytrinh.vp.tayninh.example>","sent_at":"2026-11-26T00:31:00+00:00","steps":["R3"],"to":["4ed35de6-538a-5e60-82db-0273b10583d2"]}', '\x62c614c38c99ece56a3bfe2b0abd8d00d9ad50275dd3c1a84d5258319902fed1'),
	('704a6069-9111-4b28-80fb-c003c73915ba', 1, '2026-11-26 02:00:00+00', 'instance.started', NULL, 'system', NULL, NULL, '{"anchor":null,"bundle":"4162f85ac03e47b188ab9fccc4b765411e3cb932e19b01268ce82c523844c48d","legal_due":null,"model":"QMS_P98_DICH_VU","target_due":null,"title":"Quy trình thử","variables":"{\"so\":2}"}', '\x45a078c5c187a7c99b78d8bd0919c26dee9d502b86b1f54c7e0750ee3cc436cd'),
	('704a6069-9111-4b28-80fb-c003c73915ba', 2, '2026-11-26 02:00:00+00', 'activity.entered', NULL, 'system', 's', '32f2f7ec-6026-4ee4-babc-45cf1474ea85', '{}', '\xc712b4862fbb3490477562b46e68fa85f0fb238b897af4cab8ebbc249f97472e'),
	('704a6069-9111-4b28-80fb-c003c73915ba', 3, '2026-11-26 02:00:00+00', 'activity.completed', NULL, 'system', 's', '32f2f7ec-6026-4ee4-babc-45cf1474ea85', '{}', '\x2a618d6c0395619ae75444592f46179f0f8c91bee6b7291c71f93b85788d09ce'),
	('704a6069-9111-4b28-80fb-c003c73915ba', 4, '2026-11-26 02:00:00+00', 'activity.flow_taken', NULL, 'system', 'F1_s_v', NULL, '{}', '\x1cd49caf1270734bfa92381e7c5cd6f89fdcdbfa4504d64eae41ba9deec68c14'),
	('704a6069-9111-4b28-80fb-c003c73915ba', 5, '2026-11-26 02:00:00+00', 'activity.entered', NULL, 'system', 'v', '5cd03818-6bc1-47e3-8860-b2a324523b60', '{}', '\x24086463a924779e23e409af0135172e10fafd5a6c69ac71237ce455921e3822'),
	('cb0053bf-dfa2-45af-8679-40a84bbe3adf', 1, '2026-11-26 02:00:00+00', 'instance.started', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', NULL, NULL, '{"anchor":"2026-11-30","bundle":"46f8943da5e8ac323ff307a58a1260f56ab57bdbe0bf8a1a0709e0207585fa82","legal_due":"2027-03-01","model":"QMS_P06_CAP_NHAT_VBQPPL","target_due":"2027-02-26","title":"Cập nhật 303/2026/NĐ-CP – Quy định thử nghiệm về thủ tục hành chính","variables":"{\"co_quan_ban_hanh\":\"Chính phủ\",\"dieu_khoan_chuyen_tiep\":\"\",\"han_muc_tieu\":{\"$\":\"date\",\"value\":\"2027-02-26\"},\"han_phap_ly\":{\"$\":\"date\",\"value\":\"2027-03-01\"},\"linh_vuc\":\"Hành chính\",\"moc_danh_gia\":{\"$\":\"date\",\"value\":\"2026-12-03\"},\"moc_du_thao\":{\"$\":\"date\",\"value\":\"2026-12-30\"},\"moc_phe_duyet\":{\"$\":\"date\",\"value\":\"2027-01-29\"},\"moc_sang_loc\":{\"$\":\"date\",\"value\":\"2026-12-03\"},\"ngay_het_hieu_luc\":null,\"ngay_hieu_luc\":{\"$\":\"date\",\"value\":\"2026-11-30\"},\"ngay_ky\":{\"$\":\"date\",\"value\":\"2026-11-30\"},\"qua_han_luc\":{\"$\":\"datetime\",\"value\":\"2027-03-01T17:00:00+00:00\"},\"so_ky_hieu\":\"303/2026/NĐ-CP\",\"trich_yeu\":\"Quy định thử nghiệm về thủ tục hành chính\",\"vbqppl\":\"79a044ad-be95-5431-8942-d642af1cc9bb\"}"}', '\xb3b441b0b79e0b219a81d0bb15f3943973697dd1403eebfbacf9f28750116215'),
	('cb0053bf-dfa2-45af-8679-40a84bbe3adf', 2, '2026-11-26 02:00:00+00', 'activity.entered', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'BatDau', '028b7a59-422d-437b-bb24-448a82badd5e', '{}', '\x40ffe2892e0b1f498f67d69e339544e649ffd45b4fb5994c7d334f4c4b4a8529'),
	('cb0053bf-dfa2-45af-8679-40a84bbe3adf', 3, '2026-11-26 02:00:00+00', 'activity.completed', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'BatDau', '028b7a59-422d-437b-bb24-448a82badd5e', '{}', '\xc4e500d2dbb82c40bb2aa8b32298ecf65f1be01b484827095c40597f1a85a565'),
	('cb0053bf-dfa2-45af-8679-40a84bbe3adf', 4, '2026-11-26 02:00:00+00', 'activity.flow_taken', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'VaoCapNhat', NULL, '{}', '\x0eefb2de3d5c00e93050f127ef7346073478e4d6c449086416165dbc5b49b69c'),
	('cb0053bf-dfa2-45af-8679-40a84bbe3adf', 5, '2026-11-26 02:00:00+00', 'activity.entered', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'CapNhatVanBan', '5709402b-122c-4ebd-aacf-9400afe1f8fd', '{}', '\xe35a2f7f0b8ff12705d214fb9e381471df9f72c8c5eb266afa7e2bd30c6c33ef'),
	('cb0053bf-dfa2-45af-8679-40a84bbe3adf', 6, '2026-11-26 02:00:00+00', 'activity.entered', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'BatDauSangLoc', '7ea8abf0-0c51-4b28-8dd4-2cd527fa31f3', '{}', '\xf41708205661eb4bfcef4aa180e36091ac658a1f6984a269de17d7beb08c1ec5'),
	('cb0053bf-dfa2-45af-8679-40a84bbe3adf', 7, '2026-11-26 02:00:00+00', 'activity.completed', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'BatDauSangLoc', '7ea8abf0-0c51-4b28-8dd4-2cd527fa31f3', '{}', '\x3f0f5433c3e59d2dbb615236e7242bd9b4d9c7bc85c58562515ba65350c7f36d'),
	('cb0053bf-dfa2-45af-8679-40a84bbe3adf', 8, '2026-11-26 02:00:00+00', 'activity.flow_taken', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'VaoSangLoc', NULL, '{}', '\xb476afd9e65b8a460cf85c48fbefff92c49c8b25c8de09cc6a04e1a1340501b5'),
	('cb0053bf-dfa2-45af-8679-40a84bbe3adf', 9, '2026-11-26 02:00:00+00', 'activity.entered', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'GopSangLoc', 'f7845751-a6eb-42d6-b7f1-c529813fe8b3', '{}', '\x86099205057f03fbd69916c161601dd32e1c8bfbcc0cdb3eb58894b3617a8bc2'),
	('cb0053bf-dfa2-45af-8679-40a84bbe3adf', 10, '2026-11-26 02:00:00+00', 'activity.completed', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'GopSangLoc', 'f7845751-a6eb-42d6-b7f1-c529813fe8b3', '{}', '\xb16e53ac55eb674071392a8acae28dd4d9ef7cff5e3c292c5366599688beeacc'),
	('cb0053bf-dfa2-45af-8679-40a84bbe3adf', 11, '2026-11-26 02:00:00+00', 'activity.flow_taken', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'DenSangLoc', NULL, '{}', '\x3b8eb79b58b4378004e25cc157170d2a66a2bb6943865074517da24a76a001e7'),
	('cb0053bf-dfa2-45af-8679-40a84bbe3adf', 12, '2026-11-26 02:00:00+00', 'activity.entered', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'SangLoc', 'bad4a3c6-b1f1-4cb9-960e-fe50b3b5824f', '{}', '\xb730dc4874a5248eee97073c4a3f1c78b1715b9b12623cda123a8be84f270531'),
	('cb0053bf-dfa2-45af-8679-40a84bbe3adf', 13, '2026-11-26 02:00:00+00', 'task.created', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'SangLoc', 'bad4a3c6-b1f1-4cb9-960e-fe50b3b5824f', '{"legal_due":"2026-12-03","role":"THU_KY_ISO","target_due":"2026-12-03","unit":null}', '\x5739b52834b5e858ed0b3b22cae4f3b9161acb7b05b1f5d67651ac5ae56d9cda'),
	('cb0053bf-dfa2-45af-8679-40a84bbe3adf', 14, '2026-11-26 02:00:00+00', 'task.completed', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'SangLoc', 'bad4a3c6-b1f1-4cb9-960e-fe50b3b5824f', '{"outputs":"{\"ket_luan_sang_loc\":\"co\",\"noi_dung_lien_quan\":null}"}', '\x66424e4c916938b81b901066948b73a9ae178f279335b12c284fe1a0c25bddbd');
INSERT INTO public.history_event VALUES
	('cb0053bf-dfa2-45af-8679-40a84bbe3adf', 15, '2026-11-26 02:00:00+00', 'activity.completed', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'SangLoc', 'bad4a3c6-b1f1-4cb9-960e-fe50b3b5824f', '{}', '\x0675612e74f0fdb29bcd7294477b4154536f238c08a06fbce4a3aa2202513889'),
	('cb0053bf-dfa2-45af-8679-40a84bbe3adf', 16, '2026-11-26 02:00:00+00', 'activity.flow_taken', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'SauSangLoc', NULL, '{}', '\x769eef28c0d447adb51eba72d1a852ce478ad7090ec39217ac56079578ab9624'),
	('cb0053bf-dfa2-45af-8679-40a84bbe3adf', 17, '2026-11-26 02:00:00+00', 'activity.entered', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'CoAnhHuong', 'bf7a9b51-e8eb-4878-bfee-9f0aaa2cf228', '{}', '\xda93d3415622ac9a62c90cfa16cce6c05ef5ee7dbc89bfb57c65f2e0633cfb4c'),
	('cb0053bf-dfa2-45af-8679-40a84bbe3adf', 18, '2026-11-26 02:00:00+00', 'activity.completed', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'CoAnhHuong', 'bf7a9b51-e8eb-4878-bfee-9f0aaa2cf228', '{}', '\x3e6a1abd713d69c96566ea8022fa1fd1749f839ba0f1756672d3a3d735b26ffd'),
	('cb0053bf-dfa2-45af-8679-40a84bbe3adf', 19, '2026-11-26 02:00:00+00', 'activity.flow_taken', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'CoAnhHuongQuyTrinh', NULL, '{}', '\x01838d8e893acea83e43ace0b42a2f28ebf561cc8f60613702585b4947c6cdea'),
	('cb0053bf-dfa2-45af-8679-40a84bbe3adf', 20, '2026-11-26 02:00:00+00', 'activity.entered', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'DeXuatThuTuc', 'dc5b7fd5-e369-4c2f-a6d3-7eed3d9c8555', '{}', '\x809f0d5c2f9ca334da3109bc475ac91518b32a9e6b09e2319456d92472168635'),
	('cb0053bf-dfa2-45af-8679-40a84bbe3adf', 21, '2026-11-26 02:00:00+00', 'job.completed', NULL, 'system', 'DeXuatThuTuc', 'dc5b7fd5-e369-4c2f-a6d3-7eed3d9c8555', '{"operator":"legal_update.propose_procedures"}', '\x40819a5aa1db30f3ea54136302242df2603fdec8482fea919314872e6e106b20'),
	('cb0053bf-dfa2-45af-8679-40a84bbe3adf', 22, '2026-11-26 02:00:00+00', 'activity.completed', NULL, 'system', 'DeXuatThuTuc', 'dc5b7fd5-e369-4c2f-a6d3-7eed3d9c8555', '{}', '\x529a6a717a0b07dceeeb3a385ca4844f9686dd351c343ca65801e45c4187226c'),
	('cb0053bf-dfa2-45af-8679-40a84bbe3adf', 23, '2026-11-26 02:00:00+00', 'activity.flow_taken', NULL, 'system', 'SauDeXuat', NULL, '{}', '\xc299889c8648baad416f16b5671416f217ca2f103ce778aa9609d2d78b1d9e07'),
	('cb0053bf-dfa2-45af-8679-40a84bbe3adf', 24, '2026-11-26 02:00:00+00', 'activity.entered', NULL, 'system', 'XacNhanDanhMuc', 'f220a14e-ab60-4f30-9d14-5bf305758f1d', '{}', '\xdf72e35c35dbe109f487a781757bf1365919e9043fa6fd131fc2d320fab87d30'),
	('cb0053bf-dfa2-45af-8679-40a84bbe3adf', 25, '2026-11-26 02:00:00+00', 'task.created', NULL, 'system', 'XacNhanDanhMuc', 'f220a14e-ab60-4f30-9d14-5bf305758f1d', '{"legal_due":"2026-12-01","role":"THU_KY_ISO","target_due":"2026-12-01","unit":null}', '\x0557ef6a7a3886e1696cc9419aaa363b112a1e0c31eae828cfca73d295acc41a'),
	('cb0053bf-dfa2-45af-8679-40a84bbe3adf', 26, '2026-11-26 02:00:00+00', 'task.completed', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'XacNhanDanhMuc', 'f220a14e-ab60-4f30-9d14-5bf305758f1d', '{"outputs":"{\"ghi_chu_danh_muc\":null,\"thu_tuc_chon\":[\"5834481d-ccbc-54cb-a24e-8b08ad76353c\",\"d8a92c7b-0121-5b9c-9f4d-e3bbb5c13523\"]}"}', '\x5729d750fd3ab60ef37c956a7da0b8bd98ba3adf94e29657b66ed3365bf85e4f'),
	('cb0053bf-dfa2-45af-8679-40a84bbe3adf', 27, '2026-11-26 02:00:00+00', 'activity.completed', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'XacNhanDanhMuc', 'f220a14e-ab60-4f30-9d14-5bf305758f1d', '{}', '\xbaea8b255257899cc04add0d0e57ed6539446d6f74c3391af0c3957a5c248f94'),
	('cb0053bf-dfa2-45af-8679-40a84bbe3adf', 28, '2026-11-26 02:00:00+00', 'activity.flow_taken', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'SauXacNhanDanhMuc', NULL, '{}', '\xe849ee3982bff44a5fcd38655f3cb69a7027cff193d43832478cd98fcb90fda9'),
	('cb0053bf-dfa2-45af-8679-40a84bbe3adf', 29, '2026-11-26 02:00:00+00', 'activity.entered', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'LayThuTuc', 'ccff52c7-9e54-4416-8a3b-de09ccef11e3', '{}', '\x58ecc85ba0753cc3b8786d724b15eaa86d9b90048e4b0f7b3648a5efbf798764'),
	('cb0053bf-dfa2-45af-8679-40a84bbe3adf', 30, '2026-11-26 02:00:00+00', 'job.completed', NULL, 'system', 'LayThuTuc', 'ccff52c7-9e54-4416-8a3b-de09ccef11e3', '{"operator":"legal_update.take_procedures"}', '\xf61739b634d8f17d6ec369d7c2569e26df516f35227132d1a30684f89f17485e'),
	('cb0053bf-dfa2-45af-8679-40a84bbe3adf', 33, '2026-11-26 02:00:00+00', 'activity.entered', NULL, 'system', 'CapNhatThuTuc', 'e1367b6f-6524-4c2f-8eda-0dce3b64d61c', '{}', '\x62f0b093d49332ffbda36cd10594ee48cbd628683563fd9acd2b3ed399dec854'),
	('cb0053bf-dfa2-45af-8679-40a84bbe3adf', 34, '2026-11-26 02:00:00+00', 'activity.entered', NULL, 'system', 'CapNhatThuTuc', '4e3c31a5-0366-4172-a57b-974c0f668814', '{}', '\x30a3ce8109db6d378f1d8f6e949217cd0acdefac03acbd55d4f9b91366e3c80d'),
	('cb0053bf-dfa2-45af-8679-40a84bbe3adf', 35, '2026-11-26 02:00:00+00', 'activity.entered', NULL, 'system', 'BatDauThuTuc', '11e31c23-c5ca-4aa2-8a11-e8227e05f30e', '{}', '\x3020e48e557674339b4d2019162b7ee6042ec684551a69e5294e6066a29c7017'),
	('cb0053bf-dfa2-45af-8679-40a84bbe3adf', 36, '2026-11-26 02:00:00+00', 'activity.entered', NULL, 'system', 'BatDauThuTuc', 'afc0dc57-cfdb-4347-962d-8b57f88a3fa6', '{}', '\xb8272263d97641ae8df8ba9c22db0871729dc3fd2809c28d79bf3bcbc185c00e'),
	('cb0053bf-dfa2-45af-8679-40a84bbe3adf', 37, '2026-11-26 02:00:00+00', 'activity.completed', NULL, 'system', 'BatDauThuTuc', '11e31c23-c5ca-4aa2-8a11-e8227e05f30e', '{}', '\x5b96841774e354e5d3fab6f1e36fe10adfea7156ee0b458a525ef84bc019affe'),
	('cb0053bf-dfa2-45af-8679-40a84bbe3adf', 38, '2026-11-26 02:00:00+00', 'activity.flow_taken', NULL, 'system', 'VaoDanhGia', NULL, '{}', '\xa4285fa3989189e99eb165f15a6fd7cf2b5ea2f8d2b6b77a774d52e0ca4c3827'),
	('cb0053bf-dfa2-45af-8679-40a84bbe3adf', 39, '2026-11-26 02:00:00+00', 'activity.entered', NULL, 'system', 'GopDanhGia', '1120fff1-b63f-49ba-a7cc-a9fcbf28b6f7', '{}', '\xd5196f647352b77a36e8d9cf5b42a3ae0d6db82fccd7b3e6e2387ed467530ab6'),
	('cb0053bf-dfa2-45af-8679-40a84bbe3adf', 40, '2026-11-26 02:00:00+00', 'activity.completed', NULL, 'system', 'BatDauThuTuc', 'afc0dc57-cfdb-4347-962d-8b57f88a3fa6', '{}', '\xf926e4322d9ac78065f0c9099161605b55eb53243f0d9e1a38412b5d8ba5514f'),
	('cb0053bf-dfa2-45af-8679-40a84bbe3adf', 41, '2026-11-26 02:00:00+00', 'activity.flow_taken', NULL, 'system', 'VaoDanhGia', NULL, '{}', '\x8dbb0932b1ce9ff3470ac563eab3431a354d4ec5754dc558037cf54887312313'),
	('cb0053bf-dfa2-45af-8679-40a84bbe3adf', 42, '2026-11-26 02:00:00+00', 'activity.entered', NULL, 'system', 'GopDanhGia', 'a30d3f5f-faca-4328-abe5-9466039d3b0e', '{}', '\x3777a6fe46163a9d8feca6af7946b4cd0d0b4bace73a9b8bdb21c148e573e2cb'),
	('cb0053bf-dfa2-45af-8679-40a84bbe3adf', 43, '2026-11-26 02:00:00+00', 'activity.completed', NULL, 'system', 'GopDanhGia', '1120fff1-b63f-49ba-a7cc-a9fcbf28b6f7', '{}', '\x25dc0af3090b4549b29f54f99ce31f450cccacd83855f792f18eefe87e863bcd'),
	('cb0053bf-dfa2-45af-8679-40a84bbe3adf', 44, '2026-11-26 02:00:00+00', 'activity.flow_taken', NULL, 'system', 'DenDanhGia', NULL, '{}', '\x699967d4b1dbf9217b4f5e0c3c3dc1f92f57417a65bde759cfb068f2d6ba552f'),
	('cb0053bf-dfa2-45af-8679-40a84bbe3adf', 45, '2026-11-26 02:00:00+00', 'activity.entered', NULL, 'system', 'DanhGiaTacDong', '7d03c345-3a0a-4ac9-87b3-4e13eb0ac85f', '{}', '\x4b6db1b928986311a963605e200315abacde982a5d041d290fa3cc2b3b6fee97'),
	('cb0053bf-dfa2-45af-8679-40a84bbe3adf', 46, '2026-11-26 02:00:00+00', 'activity.completed', NULL, 'system', 'GopDanhGia', 'a30d3f5f-faca-4328-abe5-9466039d3b0e', '{}', '\x94410759391a08cd5f8c33877a5a9f6d23bb29160a42908508756f646a417481'),
	('cb0053bf-dfa2-45af-8679-40a84bbe3adf', 47, '2026-11-26 02:00:00+00', 'activity.flow_taken', NULL, 'system', 'DenDanhGia', NULL, '{}', '\x59330ab99e0ee440971b29cdfbec0f380e63403c6139373eb4b23576e5599092'),
	('cb0053bf-dfa2-45af-8679-40a84bbe3adf', 48, '2026-11-26 02:00:00+00', 'activity.entered', NULL, 'system', 'DanhGiaTacDong', '32adac94-d25d-4a24-a5fe-03b97ab7aeed', '{}', '\xef308725f4f346dc716c150c3721590b7369a45304c027c02926bef50212079f'),
	('cb0053bf-dfa2-45af-8679-40a84bbe3adf', 49, '2026-11-26 02:00:00+00', 'task.created', NULL, 'system', 'DanhGiaTacDong', '7d03c345-3a0a-4ac9-87b3-4e13eb0ac85f', '{"legal_due":"2026-12-03","role":"CHUYEN_VIEN","target_due":"2026-12-03","unit":"9b91d82c-0241-5f04-910f-3a0a85c4e4c6"}', '\x50201d08b2a9c5bd6c01d4575a15a7c3ec1ddef084e68742b53ac565387d5a37'),
	('cb0053bf-dfa2-45af-8679-40a84bbe3adf', 50, '2026-11-26 02:00:00+00', 'task.created', NULL, 'system', 'DanhGiaTacDong', '32adac94-d25d-4a24-a5fe-03b97ab7aeed', '{"legal_due":"2026-12-03","role":"CHUYEN_VIEN","target_due":"2026-12-03","unit":"9b91d82c-0241-5f04-910f-3a0a85c4e4c6"}', '\x3d203d911d904700c84873fdddf7dc02d8ac3fcd87ac87c60138819bf152b372'),
	('cb0053bf-dfa2-45af-8679-40a84bbe3adf', 51, '2026-11-26 02:00:00+00', 'task.completed', '20e5d78c-baf8-5964-8a6c-83810276e039', 'test', 'DanhGiaTacDong', '7d03c345-3a0a-4ac9-87b3-4e13eb0ac85f', '{"outputs":"{\"noi_dung_tac_dong\":\"Không có nội dung nào thay đổi.\",\"phuong_an\":\"khong_doi\"}"}', '\x16c57f4d756c3f878826d175034e698cf575e88004fd09ae638027127ec5c6c5'),
	('cb0053bf-dfa2-45af-8679-40a84bbe3adf', 52, '2026-11-26 02:00:00+00', 'activity.completed', '20e5d78c-baf8-5964-8a6c-83810276e039', 'test', 'DanhGiaTacDong', '7d03c345-3a0a-4ac9-87b3-4e13eb0ac85f', '{}', '\x59b6b6387cbd66529ad606f63d2e69f54879e2b3f50bf6212c94326e42caa58a'),
	('cb0053bf-dfa2-45af-8679-40a84bbe3adf', 53, '2026-11-26 02:00:00+00', 'activity.flow_taken', '20e5d78c-baf8-5964-8a6c-83810276e039', 'test', 'SauDanhGia', NULL, '{}', '\xcd74e00bcf78ad970e07ec1f3e078ed26cc1647f1e094fe1abeed52306a95c1a'),
	('cb0053bf-dfa2-45af-8679-40a84bbe3adf', 54, '2026-11-26 02:00:00+00', 'activity.entered', '20e5d78c-baf8-5964-8a6c-83810276e039', 'test', 'PhuongAn', '7d58a19c-0d83-4ed4-bb03-c4b77d0730d3', '{}', '\xec844a12afad3d5a0270dc467ee95a2b4ca878ff458ba5e632b3ad142d8538f9'),
	('cb0053bf-dfa2-45af-8679-40a84bbe3adf', 55, '2026-11-26 02:00:00+00', 'activity.completed', '20e5d78c-baf8-5964-8a6c-83810276e039', 'test', 'PhuongAn', '7d58a19c-0d83-4ed4-bb03-c4b77d0730d3', '{}', '\x9ca580c5399b99d33eb418c69b1332ce30102910ca7ec538c2b1d1ab3c832f01'),
	('cb0053bf-dfa2-45af-8679-40a84bbe3adf', 56, '2026-11-26 02:00:00+00', 'activity.flow_taken', '20e5d78c-baf8-5964-8a6c-83810276e039', 'test', 'KhongDoi', NULL, '{}', '\x266d470ce34febec66a7f33b52753a04e82dd34c401af8d8bf0db04bb5068a5d'),
	('cb0053bf-dfa2-45af-8679-40a84bbe3adf', 57, '2026-11-26 02:00:00+00', 'activity.entered', '20e5d78c-baf8-5964-8a6c-83810276e039', 'test', 'DuyetKhongDoi', 'd9d33dd0-5121-450f-a404-af7e6c741a59', '{}', '\xaafe7843336489f81ebc8224e06cece1843762fc36d8262adb1efb360a6f03cd'),
	('cb0053bf-dfa2-45af-8679-40a84bbe3adf', 58, '2026-11-26 02:00:00+00', 'task.created', '20e5d78c-baf8-5964-8a6c-83810276e039', 'test', 'DuyetKhongDoi', 'd9d33dd0-5121-450f-a404-af7e6c741a59', '{"legal_due":"2026-12-01","role":"LD_PHONG","target_due":"2026-12-01","unit":"9b91d82c-0241-5f04-910f-3a0a85c4e4c6"}', '\xe9b79da4d6bd3e6dd44742cde840a6d156aaf2a0b07ba98482b4274e7f87d15f'),
	('cb0053bf-dfa2-45af-8679-40a84bbe3adf', 59, '2026-11-26 02:00:00+00', 'task.claimed', '20e5d78c-baf8-5964-8a6c-83810276e039', 'test', 'DanhGiaTacDong', '32adac94-d25d-4a24-a5fe-03b97ab7aeed', '{}', '\xb12261169c064aeda922a7020536bec3955e77fe7584403779a7a797fc786bba'),
	('814491c5-c438-4f9f-ab3a-86348b627a64', 1, '2026-11-26 02:00:00+00', 'instance.started', NULL, 'system', NULL, NULL, '{"anchor":null,"bundle":"2e4fcecc8963794926137eb4109bb191649cea3f597b3ceed201daef2bc6743a","legal_due":null,"model":"QMS_P87_MOI","target_due":null,"title":"Quy trình thử","variables":"{}"}', '\xfd4d127b80f905b80a715a6e2df659540fc3b267e22542748ca0df1c576989c6'),
	('814491c5-c438-4f9f-ab3a-86348b627a64', 2, '2026-11-26 02:00:00+00', 'activity.entered', NULL, 'system', 's', '0fbe0ced-6b6f-470d-a658-3a679a8d0a54', '{}', '\xbe6b7ed7cb92c4e90111ede38d3c0efccf029cd9e983b72e12bb9bfb81a87bc9'),
	('814491c5-c438-4f9f-ab3a-86348b627a64', 3, '2026-11-26 02:00:00+00', 'activity.completed', NULL, 'system', 's', '0fbe0ced-6b6f-470d-a658-3a679a8d0a54', '{}', '\x0cd80603f49f969c50d2887b990824b4bc167aa9e7921326b9128c4994fe3eb4'),
	('814491c5-c438-4f9f-ab3a-86348b627a64', 4, '2026-11-26 02:00:00+00', 'activity.flow_taken', NULL, 'system', 'F1_s_a', NULL, '{}', '\xb6453fd0f896bd3f37f20a1a50e0022829fb22896a8b998da58647f27c94dd20'),
	('814491c5-c438-4f9f-ab3a-86348b627a64', 5, '2026-11-26 02:00:00+00', 'activity.entered', NULL, 'system', 'a', '4145697e-bf0e-41a5-983f-380eee376fcb', '{}', '\x69762c3c9a7d171e3d2a990c5a436fb9172218144739d39221448e5d0a785e71'),
	('814491c5-c438-4f9f-ab3a-86348b627a64', 6, '2026-11-26 02:00:00+00', 'task.created', NULL, 'system', 'a', '4145697e-bf0e-41a5-983f-380eee376fcb', '{"legal_due":null,"role":"THU_KY_ISO","target_due":null,"unit":null}', '\x2e4adc524e942fa494fc996e13399de2eb9528edbb48336909cca94ee045731d'),
	('814491c5-c438-4f9f-ab3a-86348b627a64', 7, '2026-11-26 02:00:00+00', 'instance.migrated', '1164b710-4187-58d5-929d-94efdcce8738', 'test', NULL, NULL, '{"findings":[],"from_bundle":"2e4fcecc8963794926137eb4109bb191649cea3f597b3ceed201daef2bc6743a","from_version":1,"old_state_sha256":"dd0142528d379129393ee141b27b655aea0c7a85eb9ec948e75d6d51796b041a","reason":"Quy trình đã sửa đổi","renamed":{},"tasks":[],"to_bundle":"7ba6a65259a861f94d3956310fde1ca93181a84c59871be0daab9ba2ca6497ad","to_version":2}', '\x82082a4121a6c6b2c78ba85ab4f8e04a1d59867793d1ff50b47a45252fb08dfd'),
	('1a81d0ce-f0fd-4350-84be-58b0ff78447f', 1, '2026-11-26 02:00:00+00', 'instance.started', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', NULL, NULL, '{"anchor":"2026-11-02","bundle":"46f8943da5e8ac323ff307a58a1260f56ab57bdbe0bf8a1a0709e0207585fa82","legal_due":"2027-02-02","model":"QMS_P06_CAP_NHAT_VBQPPL","target_due":"2027-02-02","title":"Cập nhật 304/2026/NĐ-CP – Quy định thử nghiệm về thủ tục hành chính","variables":"{\"co_quan_ban_hanh\":\"Chính phủ\",\"dieu_khoan_chuyen_tiep\":\"\",\"han_muc_tieu\":{\"$\":\"date\",\"value\":\"2027-02-02\"},\"han_phap_ly\":{\"$\":\"date\",\"value\":\"2027-02-02\"},\"linh_vuc\":\"Hành chính\",\"moc_danh_gia\":{\"$\":\"date\",\"value\":\"2026-12-18\"},\"moc_du_thao\":{\"$\":\"date\",\"value\":\"2026-12-30\"},\"moc_phe_duyet\":{\"$\":\"date\",\"value\":\"2027-01-08\"},\"moc_sang_loc\":{\"$\":\"date\",\"value\":\"2026-12-03\"},\"ngay_het_hieu_luc\":null,\"ngay_hieu_luc\":{\"$\":\"date\",\"value\":\"2026-11-02\"},\"ngay_ky\":{\"$\":\"date\",\"value\":\"2026-11-02\"},\"qua_han_luc\":{\"$\":\"datetime\",\"value\":\"2027-02-02T17:00:00+00:00\"},\"so_ky_hieu\":\"304/2026/NĐ-CP\",\"trich_yeu\":\"Quy định thử nghiệm về thủ tục hành chính\",\"vbqppl\":\"885e58c5-ce16-51d3-a374-a27b450fb297\"}"}', '\xfce7ee88854778a5353a5b8ba080ac5d7d57d77e0532e90bbe225607394446f5'),
	('1a81d0ce-f0fd-4350-84be-58b0ff78447f', 2, '2026-11-26 02:00:00+00', 'activity.entered', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'BatDau', 'cc2ad70b-7cd4-476f-89b9-1553b84972ab', '{}', '\x60f48ede07a861fb064f9ae970587027c2ec3f7a4da087ebdba07c588eae136c'),
	('1a81d0ce-f0fd-4350-84be-58b0ff78447f', 3, '2026-11-26 02:00:00+00', 'activity.completed', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'BatDau', 'cc2ad70b-7cd4-476f-89b9-1553b84972ab', '{}', '\xd1055c37e0303dbbce55f9ec98354fe418d80f5164c0df4bab9c98334dba7e65'),
	('1a81d0ce-f0fd-4350-84be-58b0ff78447f', 4, '2026-11-26 02:00:00+00', 'activity.flow_taken', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'VaoCapNhat', NULL, '{}', '\xc090b464c567ae8aaa9fbc62a992869fead1b0223064745d6581c25b8f90e27c'),
	('1a81d0ce-f0fd-4350-84be-58b0ff78447f', 5, '2026-11-26 02:00:00+00', 'activity.entered', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'CapNhatVanBan', 'f499ee65-fc3f-4ea9-88b1-a21fb0fdeb1e', '{}', '\x43cb396032f5a2f8298cf0b2941e91bb30f873096a150828ff76c3062d2915ab'),
	('1a81d0ce-f0fd-4350-84be-58b0ff78447f', 6, '2026-11-26 02:00:00+00', 'activity.entered', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'BatDauSangLoc', '39530324-9545-4299-8c63-9f52a2125c13', '{}', '\xdfb35961f59745410ddb8903b11f9103eb14aafac468b135c003a2691370d8e3'),
	('1a81d0ce-f0fd-4350-84be-58b0ff78447f', 7, '2026-11-26 02:00:00+00', 'activity.completed', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'BatDauSangLoc', '39530324-9545-4299-8c63-9f52a2125c13', '{}', '\x6a6ff0cdebf8eb25e62a283311e09c6e06cbfd98f90425e3905f56f927ba7797'),
	('1a81d0ce-f0fd-4350-84be-58b0ff78447f', 8, '2026-11-26 02:00:00+00', 'activity.flow_taken', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'VaoSangLoc', NULL, '{}', '\x80fb243c378f41bcdf8e91fa0e0eabf03f957da004dba85f7ce31d15901f669a'),
	('1a81d0ce-f0fd-4350-84be-58b0ff78447f', 9, '2026-11-26 02:00:00+00', 'activity.entered', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'GopSangLoc', '0697f591-5d09-43e2-af00-8bf684cbb965', '{}', '\x877db962a07739d52f35e373de73d124e93614a20649b5a54c8893c64b4b7668'),
	('1a81d0ce-f0fd-4350-84be-58b0ff78447f', 10, '2026-11-26 02:00:00+00', 'activity.completed', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'GopSangLoc', '0697f591-5d09-43e2-af00-8bf684cbb965', '{}', '\xfb54d3529a7674d62e0059db8459750c64b761d29b2c9dec3bc9c1fe55485e7e'),
	('1a81d0ce-f0fd-4350-84be-58b0ff78447f', 11, '2026-11-26 02:00:00+00', 'activity.flow_taken', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'DenSangLoc', NULL, '{}', '\x99edf5c2be1e884ac5770e0b114261056ecc50bc5d3a2158d678289756350b26'),
	('1a81d0ce-f0fd-4350-84be-58b0ff78447f', 12, '2026-11-26 02:00:00+00', 'activity.entered', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'SangLoc', '1c4fc5ed-56d2-4695-b5c4-a6a1a03c302b', '{}', '\x451df95cc17f5715372a82475ef79e9bce8687d04edd7e4ac7935cb873a8ecbb'),
	('1a81d0ce-f0fd-4350-84be-58b0ff78447f', 13, '2026-11-26 02:00:00+00', 'task.created', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', 'SangLoc', '1c4fc5ed-56d2-4695-b5c4-a6a1a03c302b', '{"legal_due":"2026-12-03","role":"THU_KY_ISO","target_due":"2026-12-03","unit":null}', '\x73b873862ae7736a7dceaca713741add8a35f291a45a0ee4e63c4eff0e791bfb'),
	('1a81d0ce-f0fd-4350-84be-58b0ff78447f', 14, '2026-11-26 02:00:00+00', 'clock.paused', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', NULL, NULL, '{"at":"2026-11-26T02:00:00+00:00","authority":"Chủ tịch UBND","basis":"CV 45/VP","reason":"Chờ bổ sung hồ sơ"}', '\x18d2338a0afe903d02c9f4fe2a80aadef5c580cd025f8b5255183d27647f1b91'),
	('1a81d0ce-f0fd-4350-84be-58b0ff78447f', 15, '2026-11-26 02:00:00+00', 'clock.resumed', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', NULL, NULL, '{"at":"2026-11-26T02:00:00+00:00","authority":"Chủ tịch UBND","basis":"CV 45/VP","reason":"Chờ bổ sung hồ sơ"}', '\x10f1871fb016d89740a2e9e5d90c4dddda3182572540f07fae236bf8a4acadbb'),
	('1a81d0ce-f0fd-4350-84be-58b0ff78447f', 16, '2026-11-26 02:00:00+00', 'deadline.recomputed', NULL, 'system', NULL, NULL, '{"dates":[{"legal_due":["2027-02-02","2027-02-03"],"overdue_from":["2027-02-02T17:00:00+00:00","2027-02-03T17:00:00+00:00"],"target_due":["2027-02-02","2027-02-01"]}],"reason":"Thử: ngày 02/02/2027 nghỉ lễ, tết (TB 1).","reason_en":"Thử: 02/02/2027 public holiday (TB 1).","version":2}', '\x7b8912ea65af4f48b5692c394d5ef904e745e5315ab0f10e8adacf805729e4ee'),
	('1a81d0ce-f0fd-4350-84be-58b0ff78447f', 17, '2026-11-26 02:00:00+00', 'deadline.recomputed', NULL, 'system', NULL, NULL, '{"dates":[{"legal_due":["2027-02-03","2027-02-02"],"overdue_from":["2027-02-03T17:00:00+00:00","2027-02-02T17:00:00+00:00"],"target_due":["2027-02-01","2027-02-02"]}],"reason":"Thử: bỏ dòng riêng của ngày 02/02/2027.","reason_en":"Thử: own line of 02/02/2027 removed.","version":3}', '\x9f111521a59c5de20d4de38c3a665daad3659e3294f5585a53f19f442bfc1cb5');
INSERT INTO public.incident VALUES
	('e4e1c13c-2355-51fa-9c01-23afdda19821', '32b144c9-5bcd-490d-9b00-57502c2325a8', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'v', 'ed66f558-d7c3-460f-a67b-26cccad29029', 'Máy in hết giấy.', 'The printer is out of paper.', '2026-11-23 02:11:10+00', NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.instance_migration VALUES
	('65774fd2-0664-556e-a095-568837eb243d', '814491c5-c438-4f9f-ab3a-86348b627a64', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '1891ea28-4c48-5d0b-aee9-3a7015dfd714', '7688b2fb-2fbd-5db4-9437-0a5efdfdb64d', '2026-11-26 02:00:00+00', '1164b710-4187-58d5-929d-94efdcce8738', 'Quy trình đã sửa đổi', '{"findings":[],"from_bundle":"2e4fcecc8963794926137eb4109bb191649cea3f597b3ceed201daef2bc6743a","from_version":1,"old_state_sha256":"dd0142528d379129393ee141b27b655aea0c7a85eb9ec948e75d6d51796b041a","renamed":{},"tasks":[],"to_bundle":"7ba6a65259a861f94d3956310fde1ca93181a84c59871be0daab9ba2ca6497ad","to_version":2}', 2, '\x7b22666f726d6174223a312c2270726f63657373223a22514d535f5038375f4d4f49222c2262756e646c65223a2232653466636563633839363337393439323631333765623431303962623139313634396365613366353937623363656564323031646165663262633637343361222c226f72646572223a332c22656e6473223a5b5d2c22636f6d706c65746564223a66616c73652c2263616e63656c6c6564223a66616c73652c226c6576656c73223a5b5b6e756c6c2c22514d535f5038375f4d4f49222c5b5b223431343536393765626630653431613539383366333830656565333736666362222c2d312c31362c222361222c332c305d5d5d5d2c227661726961626c6573223a227b5c226b6570745c223a7b7d2c5c2273636f7065735c223a7b5c225c223a7b7d7d7d227d', '\x7b22696e636964656e7473223a5b5d2c22696e7374616e6365223a7b22616e63686f72223a6e756c6c2c22636c6f636b5f7061757365645f6174223a6e756c6c2c22646561646c696e655f706f6c696379223a6e756c6c2c22646561646c696e655f7465726d73223a6e756c6c2c22657363616c6174655f6174223a6e756c6c2c226578706c616e6174696f6e223a22222c226c6164646572223a6e756c6c2c226c61646465725f646f6e65223a22222c226c6567616c5f6261736973223a22222c226c6567616c5f647565223a6e756c6c2c226f7665726475655f66726f6d223a6e756c6c2c226f7765645f746f5f6465706172746d656e74223a66616c73652c227265636b6f6e65645f6279223a302c227461726765745f647565223a6e756c6c2c22756e636f6e6669726d6564223a66616c73657d2c226a6f6273223a5b5d2c227461736b73223a5b7b22636c61696d65645f6174223a6e756c6c2c22636c61696d65645f6279223a6e756c6c2c22636c61696d65645f666f72223a6e756c6c2c22636c6f636b5f7061757365645f6174223a6e756c6c2c22646561646c696e655f706f6c696379223a6e756c6c2c22646561646c696e655f7465726d73223a6e756c6c2c22656c656d656e745f6964223a2261222c22657363616c6174655f6174223a6e756c6c2c226578706c616e6174696f6e223a22222c22666f726d5f6b6579223a6e756c6c2c226964223a2234313435363937652d626630652d343161352d393833662d333830656565333736666362222c22696e5f706572736f6e223a66616c73652c226c6164646572223a6e756c6c2c226c61646465725f646f6e65223a22222c226c6567616c5f6261736973223a22222c226c6567616c5f647565223a6e756c6c2c226d616e646174655f6964223a6e756c6c2c226e616d65223a2242c6b0e1bb9b632061222c226f7665726475655f66726f6d223a6e756c6c2c226f7765645f746f5f6465706172746d656e74223a66616c73652c22706572736f6e5f6964223a6e756c6c2c2270726f636573735f6b6579223a22514d535f5038375f4d4f49222c227265636b6f6e65645f6279223a302c22726f6c65223a225448555f4b595f49534f222c227365617263685f74657874223a2262756f632061207468752d323032362d3030313320717579207472696e6820746875222c227374617465223a226f70656e222c227461726765745f647565223a6e756c6c2c227469746c65223a22222c22756e636f6e6669726d6564223a66616c73652c22756e69745f6964223a6e756c6c7d5d2c2274696d657273223a5b5d7d', NULL, NULL, NULL);
INSERT INTO public.job VALUES
	('ed66f558-d7c3-460f-a67b-26cccad29029', '32b144c9-5bcd-490d-9b00-57502c2325a8', 'v', 'dich_vu.ghi', '2026-11-23 02:11:10+00', 5, 'exhausted', 'The printer is out of paper.'),
	('5cd03818-6bc1-47e3-8860-b2a324523b60', '704a6069-9111-4b28-80fb-c003c73915ba', 'v', 'dich_vu.ghi', '2026-11-26 02:00:10+00', 1, 'pending', 'The printer is out of paper.');
INSERT INTO public.legal_document VALUES
	('72c54ea6-0806-5a12-b720-65ed3d8b2fcb', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '19/2014/QĐ-TTg', '19/2014/qd-ttg', 'Về việc áp dụng Hệ thống quản lý chất lượng theo Tiêu chuẩn quốc gia TCVN ISO 9001:2008 vào hoạt động của các cơ quan, tổ chức thuộc hệ thống hành chính nhà nước', 'Thủ tướng Chính phủ', 'Quản lý chất lượng', '2014-03-05', '2014-05-18', '', NULL, '', '', '', '', NULL, '19/2014/qd-ttg ve viec ap dung he thong quan ly chat luong theo tieu chuan quoc gia tcvn iso 9001:2008 vao hoat dong cua cac co quan, to chuc thuoc he thong hanh chinh nha nuoc thu tuong chinh phu quan ly chat luong', '2023-03-01 02:00:00+00', NULL),
	('c7a3a384-14ba-51f8-84d2-fc6f421bc963', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '26/2014/TT-BKHCN', '26/2014/tt-bkhcn', 'Quy định chi tiết thi hành Quyết định số 19/2014/QĐ-TTg ngày 05/3/2014 của Thủ tướng Chính phủ về áp dụng hệ thống quản lý chất lượng vào hoạt động của cơ quan, tổ chức thuộc hệ thống hành chính nhà nước', 'Bộ Khoa học và Công nghệ', 'Quản lý chất lượng', '2014-10-10', '2014-12-01', '', NULL, '', '', '', '', NULL, '26/2014/tt-bkhcn quy dinh chi tiet thi hanh quyet dinh so 19/2014/qd-ttg ngay 05/3/2014 cua thu tuong chinh phu ve ap dung he thong quan ly chat luong vao hoat dong cua co quan, to chuc thuoc he thong hanh chinh nha nuoc bo khoa hoc va cong nghe quan ly chat luong', '2023-03-01 02:00:00+00', NULL),
	('fd239ee9-1c5e-5f57-9180-3507af7822b0', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '116/2015/TT-BTC', '116/2015/tt-btc', 'Quy định công tác quản lý tài chính đối với việc xây dựng, áp dụng và duy trì hệ thống quản lý chất lượng theo tiêu chuẩn quốc gia TCVN ISO 9001:2008 vào hoạt động của các cơ quan hành chính nhà nước', 'Bộ Tài chính', 'Tài chính', '2015-08-11', NULL, '', NULL, '', '', '', '', NULL, '116/2015/tt-btc quy dinh cong tac quan ly tai chinh doi voi viec xay dung, ap dung va duy tri he thong quan ly chat luong theo tieu chuan quoc gia tcvn iso 9001:2008 vao hoat dong cua cac co quan hanh chinh nha nuoc bo tai chinh tai chinh', '2023-03-01 02:00:00+00', NULL),
	('273c3bf8-5272-5165-9768-b51cf499b71d', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '101/QĐ-BKHCN', '101/qd-bkhcn', 'Về việc công bố Mô hình khung hệ thống quản lý chất lượng theo Tiêu chuẩn quốc gia TCVN ISO 9001:2015 cho các cơ quan, tổ chức thuộc hệ thống hành chính nhà nước tại địa phương', 'Bộ Khoa học và Công nghệ', 'Quản lý chất lượng', '2019-01-21', NULL, '', NULL, '', '', '', '', NULL, '101/qd-bkhcn ve viec cong bo mo hinh khung he thong quan ly chat luong theo tieu chuan quoc gia tcvn iso 9001:2015 cho cac co quan, to chuc thuoc he thong hanh chinh nha nuoc tai dia phuong bo khoa hoc va cong nghe quan ly chat luong', '2023-03-01 02:00:00+00', NULL),
	('ba150654-6c05-5eea-bdd0-a1a2c572e06b', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '36/2018/TT-BTC', '36/2018/tt-btc', 'Về việc lập dự toán, quản lý và sử dụng kinh phí dành cho công tác đào tạo, bồi dưỡng cán bộ, công chức, viên chức', 'Bộ Tài chính', 'Tài chính', '2018-03-30', NULL, '', NULL, '', '', '', '', NULL, '36/2018/tt-btc ve viec lap du toan, quan ly va su dung kinh phi danh cho cong tac dao tao, boi duong can bo, cong chuc, vien chuc bo tai chinh tai chinh', '2023-03-01 02:00:00+00', NULL),
	('f0930c96-6b78-55be-8699-ac3e88e632b5', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '30/2020/NĐ-CP', '30/2020/nd-cp', 'Về công tác văn thư', 'Chính phủ', 'Văn thư, lưu trữ', '2020-03-05', '2020-03-05', '', NULL, '', '', '', '', NULL, '30/2020/nd-cp ve cong tac van thu chinh phu van thu, luu tru', '2023-03-01 02:00:00+00', NULL),
	('bde805ad-dbb2-5386-8f05-c8195a96dee7', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '33/2024/QH15', '33/2024/qh15', 'Luật Lưu trữ', 'Quốc hội', 'Văn thư, lưu trữ', NULL, '2025-07-01', '', NULL, '', '', '', '', NULL, '33/2024/qh15 luat luu tru quoc hoi van thu, luu tru', '2023-03-01 02:00:00+00', NULL),
	('7988fe28-eb61-500d-94fe-f4ac256a92f6', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '61/2018/NĐ-CP', '61/2018/nd-cp', 'Về thực hiện cơ chế một cửa, một cửa liên thông trong giải quyết thủ tục hành chính', 'Chính phủ', 'Kiểm soát thủ tục hành chính', '2018-04-23', NULL, '', '2025-07-01', '', '', '', '', NULL, '61/2018/nd-cp ve thuc hien co che mot cua, mot cua lien thong trong giai quyet thu tuc hanh chinh chinh phu kiem soat thu tuc hanh chinh', '2023-03-01 02:00:00+00', NULL),
	('11fc0074-64b2-5189-b10e-8100dfc36bb5', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '01/2018/TT-VPCP', '01/2018/tt-vpcp', 'Hướng dẫn thi hành Nghị định số 61/2018/NĐ-CP về thực hiện cơ chế một cửa, một cửa liên thông', 'Văn phòng Chính phủ', 'Kiểm soát thủ tục hành chính', NULL, NULL, '', NULL, '', '', '', '', NULL, '01/2018/tt-vpcp huong dan thi hanh nghi dinh so 61/2018/nd-cp ve thuc hien co che mot cua, mot cua lien thong van phong chinh phu kiem soat thu tuc hanh chinh', '2023-03-01 02:00:00+00', NULL),
	('305844e2-c50f-5215-a80b-acd394f17659', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '118/2025/NĐ-CP', '118/2025/nd-cp', 'Về thực hiện thủ tục hành chính theo cơ chế một cửa, một cửa liên thông tại Bộ phận Một cửa và Cổng Dịch vụ công quốc gia', 'Chính phủ', 'Kiểm soát thủ tục hành chính', '2025-06-09', '2025-07-01', '', NULL, '61/2018/NĐ-CP', '45/2020/NĐ-CP; 42/2022/NĐ-CP', '', '', NULL, '118/2025/nd-cp ve thuc hien thu tuc hanh chinh theo co che mot cua, mot cua lien thong tai bo phan mot cua va cong dich vu cong quoc gia chinh phu kiem soat thu tuc hanh chinh 61/2018/nd-cp 45/2020/nd-cp; 42/2022/nd-cp', '2023-03-01 02:00:00+00', NULL),
	('632c4a71-4e10-57ef-b197-14c5c2cfb0a3', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '367/2025/NĐ-CP', '367/2025/nd-cp', 'Sửa đổi, bổ sung một số điều của Nghị định số 118/2025/NĐ-CP', 'Chính phủ', 'Kiểm soát thủ tục hành chính', '2025-12-31', NULL, '', NULL, '', '118/2025/NĐ-CP', '', '', NULL, '367/2025/nd-cp sua doi, bo sung mot so dieu cua nghi dinh so 118/2025/nd-cp chinh phu kiem soat thu tuc hanh chinh 118/2025/nd-cp', '2023-03-01 02:00:00+00', NULL),
	('ff33fa80-3199-57a1-9a9f-dd04a504ca8a', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '03/2025/TT-VPCP', '03/2025/tt-vpcp', 'Hướng dẫn thi hành Nghị định số 118/2025/NĐ-CP về thực hiện thủ tục hành chính theo cơ chế một cửa, một cửa liên thông', 'Văn phòng Chính phủ', 'Kiểm soát thủ tục hành chính', '2025-09-15', NULL, '', NULL, '', '', '', '', NULL, '03/2025/tt-vpcp huong dan thi hanh nghi dinh so 118/2025/nd-cp ve thuc hien thu tuc hanh chinh theo co che mot cua, mot cua lien thong van phong chinh phu kiem soat thu tuc hanh chinh', '2023-03-01 02:00:00+00', NULL),
	('e9a0cbf0-708d-5cc0-b12e-55ae313efcdb', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '45/2020/NĐ-CP', '45/2020/nd-cp', 'Về thực hiện thủ tục hành chính trên môi trường điện tử', 'Chính phủ', 'Kiểm soát thủ tục hành chính', '2020-04-08', NULL, '', NULL, '', '', '', '', NULL, '45/2020/nd-cp ve thuc hien thu tuc hanh chinh tren moi truong dien tu chinh phu kiem soat thu tuc hanh chinh', '2023-03-01 02:00:00+00', NULL),
	('001ef0ee-d7d5-5d11-92e7-12b2d355c350', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '42/2022/NĐ-CP', '42/2022/nd-cp', 'Về cung cấp thông tin và dịch vụ công trực tuyến của cơ quan nhà nước trên môi trường mạng', 'Chính phủ', 'Chuyển đổi số', '2022-06-24', NULL, '', '2026-07-01', '', '', '', '', NULL, '42/2022/nd-cp ve cung cap thong tin va dich vu cong truc tuyen cua co quan nha nuoc tren moi truong mang chinh phu chuyen doi so', '2023-03-01 02:00:00+00', NULL),
	('065f97ea-4f6f-5a78-a1fd-131526b87448', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '148/2025/QH15', '148/2025/qh15', 'Luật Chuyển đổi số', 'Quốc hội', 'Chuyển đổi số', NULL, '2026-07-01', '', NULL, '', '', '', '', NULL, '148/2025/qh15 luat chuyen doi so quoc hoi chuyen doi so', '2023-03-01 02:00:00+00', NULL),
	('460a2930-3de3-5cb2-bd20-272161af6013', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '224/2026/NĐ-CP', '224/2026/nd-cp', 'Quy định chi tiết một số điều và biện pháp thi hành Luật Chuyển đổi số', 'Chính phủ', 'Chuyển đổi số', '2026-06-24', '2026-07-01', '', NULL, '42/2022/NĐ-CP', '', '', '', NULL, '224/2026/nd-cp quy dinh chi tiet mot so dieu va bien phap thi hanh luat chuyen doi so chinh phu chuyen doi so 42/2022/nd-cp', '2023-03-01 02:00:00+00', NULL),
	('b19ffbc2-311f-5724-b6c1-101892bc0373', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '91/2025/QH15', '91/2025/qh15', 'Luật Bảo vệ dữ liệu cá nhân', 'Quốc hội', 'Dữ liệu cá nhân', NULL, '2026-01-01', '', NULL, '', '', '', '', NULL, '91/2025/qh15 luat bao ve du lieu ca nhan quoc hoi du lieu ca nhan', '2023-03-01 02:00:00+00', NULL),
	('ec7485a8-0c88-5bce-9dd9-a3a9d0aa72b6', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '356/2025/NĐ-CP', '356/2025/nd-cp', 'Quy định chi tiết một số điều và biện pháp thi hành Luật Bảo vệ dữ liệu cá nhân', 'Chính phủ', 'Dữ liệu cá nhân', NULL, '2026-01-01', '', NULL, '', '', '', '', NULL, '356/2025/nd-cp quy dinh chi tiet mot so dieu va bien phap thi hanh luat bao ve du lieu ca nhan chinh phu du lieu ca nhan', '2023-03-01 02:00:00+00', NULL),
	('451b97db-7226-5b1e-b182-9721281c9ede', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '23/2015/NĐ-CP', '23/2015/nd-cp', 'Về cấp bản sao từ sổ gốc, chứng thực bản sao từ bản chính, chứng thực chữ ký và chứng thực hợp đồng, giao dịch', 'Chính phủ', 'Chứng thực', '2015-02-16', NULL, '', NULL, '', '', '', '', NULL, '23/2015/nd-cp ve cap ban sao tu so goc, chung thuc ban sao tu ban chinh, chung thuc chu ky va chung thuc hop dong, giao dich chinh phu chung thuc', '2023-03-01 02:00:00+00', NULL),
	('9bb35849-3e1f-54dd-94a2-e75f323dd977', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '01/2020/TT-BTP', '01/2020/tt-btp', 'Quy định chi tiết và hướng dẫn thi hành một số điều của Nghị định số 23/2015/NĐ-CP', 'Bộ Tư pháp', 'Chứng thực', '2020-03-03', NULL, '', NULL, '', '', '', '', NULL, '01/2020/tt-btp quy dinh chi tiet va huong dan thi hanh mot so dieu cua nghi dinh so 23/2015/nd-cp bo tu phap chung thuc', '2023-03-01 02:00:00+00', NULL),
	('cf0c2812-af1e-5e9b-ad54-bc43b437cd24', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '60/2014/QH13', '60/2014/qh13', 'Luật Hộ tịch', 'Quốc hội', 'Hộ tịch', '2014-11-20', '2016-01-01', '', '2027-03-01', '', '', '', '', NULL, '60/2014/qh13 luat ho tich quoc hoi ho tich', '2023-03-01 02:00:00+00', NULL),
	('a8f00727-92e6-50c7-a8c9-7722a0bef6d8', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '123/2015/NĐ-CP', '123/2015/nd-cp', 'Quy định chi tiết một số điều và biện pháp thi hành Luật Hộ tịch', 'Chính phủ', 'Hộ tịch', '2015-11-15', '2016-01-01', '', NULL, '', '', '', '', NULL, '123/2015/nd-cp quy dinh chi tiet mot so dieu va bien phap thi hanh luat ho tich chinh phu ho tich', '2023-03-01 02:00:00+00', NULL),
	('102582d0-d5dd-5fd3-8fc3-123364cab84c', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '03/2026/QH16', '03/2026/qh16', 'Luật Hộ tịch', 'Quốc hội', 'Hộ tịch', '2026-04-23', '2027-03-01', '', NULL, '60/2014/QH13', '', '', '', NULL, '03/2026/qh16 luat ho tich quoc hoi ho tich 60/2014/qh13', '2023-03-01 02:00:00+00', NULL),
	('b60e113f-ec6d-565e-96fc-d2d5bde72a98', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '168/2025/NĐ-CP', '168/2025/nd-cp', 'Về đăng ký doanh nghiệp', 'Chính phủ', 'Đăng ký kinh doanh', '2025-06-30', '2025-07-01', '', NULL, '', '', '', '', NULL, '168/2025/nd-cp ve dang ky doanh nghiep chinh phu dang ky kinh doanh', '2023-03-01 02:00:00+00', NULL),
	('5ca055ac-b0ed-5198-8c54-434ce7cc5e92', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '175/2024/NĐ-CP', '175/2024/nd-cp', 'Quy định chi tiết một số điều và biện pháp thi hành Luật Xây dựng về quản lý hoạt động xây dựng', 'Chính phủ', 'Hoạt động xây dựng', '2024-12-30', '2024-12-30', '', '2026-07-01', '', '', '', '', NULL, '175/2024/nd-cp quy dinh chi tiet mot so dieu va bien phap thi hanh luat xay dung ve quan ly hoat dong xay dung chinh phu hoat dong xay dung', '2023-03-01 02:00:00+00', NULL),
	('16d9f076-9fb4-5acb-8426-93394c9c8e68', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '217/2026/NĐ-CP', '217/2026/nd-cp', 'Quy định chi tiết một số điều của Luật Xây dựng về quản lý hoạt động xây dựng', 'Chính phủ', 'Hoạt động xây dựng', '2026-06-19', '2026-07-01', '', NULL, '175/2024/NĐ-CP', '', '', '', NULL, '217/2026/nd-cp quy dinh chi tiet mot so dieu cua luat xay dung ve quan ly hoat dong xay dung chinh phu hoat dong xay dung 175/2024/nd-cp', '2023-03-01 02:00:00+00', NULL),
	('ef68d6d9-c43b-53bb-aabb-b89d901ba5f2', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '42/2013/QH13', '42/2013/qh13', 'Luật Tiếp công dân', 'Quốc hội', 'Tiếp công dân', '2013-11-25', NULL, '', NULL, '', '', '', '', NULL, '42/2013/qh13 luat tiep cong dan quoc hoi tiep cong dan', '2023-03-01 02:00:00+00', NULL),
	('24f598c4-f716-53ef-b616-7497f64d2bc8', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '02/2011/QH13', '02/2011/qh13', 'Luật Khiếu nại', 'Quốc hội', 'Khiếu nại, tố cáo', '2011-11-11', '2012-07-01', '', NULL, '', '', '', '', NULL, '02/2011/qh13 luat khieu nai quoc hoi khieu nai, to cao', '2023-03-01 02:00:00+00', NULL),
	('65caf5f1-37f8-5f0c-a94d-25733fea7285', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '124/2020/NĐ-CP', '124/2020/nd-cp', 'Quy định chi tiết một số điều và biện pháp thi hành Luật Khiếu nại', 'Chính phủ', 'Khiếu nại, tố cáo', NULL, NULL, '', NULL, '', '', '', '', NULL, '124/2020/nd-cp quy dinh chi tiet mot so dieu va bien phap thi hanh luat khieu nai chinh phu khieu nai, to cao', '2023-03-01 02:00:00+00', NULL),
	('07d2e3ca-0e66-57e7-8f3f-9ca42c539c02', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '155/2026/NĐ-CP', '155/2026/nd-cp', 'Sửa đổi, bổ sung một số điều của Nghị định số 124/2020/NĐ-CP quy định chi tiết Luật Khiếu nại', 'Chính phủ', 'Khiếu nại, tố cáo', '2026-05-15', NULL, '', NULL, '', '124/2020/NĐ-CP', '', '', NULL, '155/2026/nd-cp sua doi, bo sung mot so dieu cua nghi dinh so 124/2020/nd-cp quy dinh chi tiet luat khieu nai chinh phu khieu nai, to cao 124/2020/nd-cp', '2023-03-01 02:00:00+00', NULL),
	('84f553c1-6fd7-5abf-8a3a-5f60d004d646', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '25/2018/QH14', '25/2018/qh14', 'Luật Tố cáo', 'Quốc hội', 'Khiếu nại, tố cáo', '2018-06-12', '2019-01-01', '', NULL, '', '', '', '', NULL, '25/2018/qh14 luat to cao quoc hoi khieu nai, to cao', '2023-03-01 02:00:00+00', NULL),
	('7fe68ced-f09b-5ee3-ae99-6f12d6f2aab4', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '302/2026/NĐ-CP', '302/2026/nd-cp', 'Quy định thử nghiệm về thủ tục hành chính', 'Chính phủ', 'Hành chính', '2026-11-30', '2026-11-30', '', NULL, '217/2026/NĐ-CP', '', '', '', NULL, '302/2026/nd-cp quy dinh thu nghiem ve thu tuc hanh chinh chinh phu hanh chinh 217/2026/nd-cp', '2026-11-23 01:00:00+00', '4ed35de6-538a-5e60-82db-0273b10583d2'),
	('502e6143-eee3-5d7f-b3f3-1182f19bf09d', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '9/2026/NĐ-CP', '9/2026/nd-cp', 'Quy định thử nghiệm về thủ tục hành chính', 'Chính phủ', 'Hành chính', '2026-08-24', '2026-08-24', '', NULL, '', '', '', '', NULL, '9/2026/nd-cp quy dinh thu nghiem ve thu tuc hanh chinh chinh phu hanh chinh', '2026-11-23 01:00:00+00', '4ed35de6-538a-5e60-82db-0273b10583d2'),
	('79a044ad-be95-5431-8942-d642af1cc9bb', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '303/2026/NĐ-CP', '303/2026/nd-cp', 'Quy định thử nghiệm về thủ tục hành chính', 'Chính phủ', 'Hành chính', '2026-11-30', '2026-11-30', '', NULL, '217/2026/NĐ-CP', '', '', '', NULL, '303/2026/nd-cp quy dinh thu nghiem ve thu tuc hanh chinh chinh phu hanh chinh 217/2026/nd-cp', '2026-11-26 02:00:00+00', '4ed35de6-538a-5e60-82db-0273b10583d2'),
	('885e58c5-ce16-51d3-a374-a27b450fb297', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '304/2026/NĐ-CP', '304/2026/nd-cp', 'Quy định thử nghiệm về thủ tục hành chính', 'Chính phủ', 'Hành chính', '2026-11-02', '2026-11-02', '', NULL, '', '', '', '', NULL, '304/2026/nd-cp quy dinh thu nghiem ve thu tuc hanh chinh chinh phu hanh chinh', '2026-11-26 02:00:00+00', '4ed35de6-538a-5e60-82db-0273b10583d2');
INSERT INTO public.legal_hold VALUES
	('95b7aefc-7584-46ad-8d1f-b532a75b4d99', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', NULL, NULL, NULL, NULL, 'Thanh tra', 'CV 3/TTr', '03a11be4-b8bc-5e47-bbcb-527559586ec9', '2026-11-23 01:00:00+00', NULL, NULL, NULL);
INSERT INTO public.legal_time_change VALUES
	('28f01eee-ad15-4232-a34f-2a9e32e15612', NULL, 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'Thử', '{"ground": 1, "edits": [{"edit": "set_day", "day": "2027-02-02", "kind": "holiday", "name": "Nghỉ", "basis": "TB 1", "confirmed": true}]}', 'applied', NULL, '2026-11-26 02:00:00+00', NULL, '2026-11-26 02:00:00+00', 2),
	('aa34e759-ef43-4f2f-a718-d1374bf79bbd', NULL, 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'Thử', '{"ground": 2, "edits": [{"edit": "remove_day", "day": "2027-02-02"}]}', 'applied', NULL, '2026-11-26 02:00:00+00', NULL, '2026-11-26 02:00:00+00', 3);
INSERT INTO public.legal_time_version VALUES
	(1, 4, '2026-11-26 02:00:00+00');
INSERT INTO public.legal_update VALUES
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '7fe68ced-f09b-5ee3-ae99-6f12d6f2aab4', 'khong_doi', '2026-11-23'),
	('8977bdc4-fbfe-4ce7-9cac-fa7d45d7ba8c', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '502e6143-eee3-5d7f-b3f3-1182f19bf09d', NULL, NULL),
	('cb0053bf-dfa2-45af-8679-40a84bbe3adf', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '79a044ad-be95-5431-8942-d642af1cc9bb', NULL, NULL),
	('1a81d0ce-f0fd-4350-84be-58b0ff78447f', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '885e58c5-ce16-51d3-a374-a27b450fb297', NULL, NULL);
INSERT INTO public.legal_update_change VALUES
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', '5834481d-ccbc-54cb-a24e-8b08ad76353c', 'khong_doi', '01', '01', NULL, '', NULL, '2026-11-23 01:00:00+00'),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 'd8a92c7b-0121-5b9c-9f4d-e3bbb5c13523', 'khong_doi', '01', '01', NULL, '', NULL, '2026-11-23 01:00:00+00');
INSERT INTO public.mail VALUES
	('8323f1c6-112f-5ac5-bdb1-a4bc9b8a0220', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '4ed35de6-538a-5e60-82db-0273b10583d2', '<8323f1c6-112f-5ac5-bdb1-a4bc9b8a0220@quytrinh.vp.tayninh.example>', 'Nguyễn Thị Ngọc Diệp', 'thuky@vp.tayninh.example', '[ISO] Đến hạn hôm nay: Cập nhật 9/2026/NĐ-CP – Quy định thử… và 17 việc khác', 'Kính gửi: Thư ký Ban Chỉ đạo ISO Nguyễn Thị Ngọc Diệp

Hệ thống quản lý chất lượng ISO điện tử của Văn phòng Ủy ban nhân dân tỉnh Tây Ninh xin báo 18 việc tính đến ngày 23/11/2026.

ĐẾN HẠN HÔM NAY (2)
-------------------

1. Cập nhật 9/2026/NĐ-CP – Quy định thử nghiệm về thủ tục hành chính – P06-2026-0002
   Hồ sơ: Cập nhật 9/2026/NĐ-CP – Quy định thử nghiệm về thủ tục hành chính
   Văn bản: 9/2026/NĐ-CP, có hiệu lực 24/08/2026
   Hạn: 25/11/2026
   Hạn mục tiêu: 23/11/2026
   Cách tính hạn: Ngày hiệu lực 24/08/2026. Cộng 3 tháng: 24/11/2026 (ngày tương ứng; Điều 147–148 Bộ luật Dân sự 2015). 24/11/2026 là ngày nghỉ (Ngày Văn hóa Việt Nam): hạn pháp lý chuyển sang ngày làm việc tiếp theo, thứ Tư 25/11/2026. Hạn mục tiêu: ngày làm việc trước đó, thứ Hai 23/11/2026. Lịch nghỉ chưa được xác nhận: Ngày Văn hóa Việt Nam (24/11/2026). Hạn sẽ được tính lại khi có quyết định.
   Căn cứ pháp lý: Điều 4 khoản 4 điểm a 19/2014/QĐ-TTg
   Mở việc: http://127.0.0.1:8000/instances/8977bdc4-fbfe-4ce7-9cac-fa7d45d7ba8c

2. Cập nhật 9/2026/NĐ-CP – Quy định thử nghiệm về thủ tục hành chính – P06-2026-0002
   Nội dung: Văn bản quy phạm pháp luật mới: cần rà soát và cập nhật vào hệ thống quản lý chất lượng.
   Hồ sơ: Cập nhật 9/2026/NĐ-CP – Quy định thử nghiệm về thủ tục hành chính
   Văn bản: 9/2026/NĐ-CP, có hiệu lực 24/08/2026
   Hạn: 25/11/2026
   Hạn mục tiêu: 23/11/2026
   Cách tính hạn: Ngày hiệu lực 24/08/2026. Cộng 3 tháng: 24/11/2026 (ngày tương ứng; Điều 147–148 Bộ luật Dân sự 2015). 24/11/2026 là ngày nghỉ (Ngày Văn hóa Việt Nam): hạn pháp lý chuyển sang ngày làm việc tiếp theo, thứ Tư 25/11/2026. Hạn mục tiêu: ngày làm việc trước đó, thứ Hai 23/11/2026. Lịch nghỉ chưa được xác nhận: Ngày Văn hóa Việt Nam (24/11/2026). Hạn sẽ được tính lại khi có quyết định.
   Căn cứ pháp lý: Điều 4 khoản 4 điểm a 19/2014/QĐ-TTg
   Mở việc: http://127.0.0.1:8000/instances/8977bdc4-fbfe-4ce7-9cac-fa7d45d7ba8c

VIỆC MỚI (16)
-------------

1. Cập nhật 302/2026/NĐ-CP – Quy định thử nghiệm về thủ tục hành chính – P06-2026-0001
   Nội dung: Văn bản quy phạm pháp luật mới: cần rà soát và cập nhật vào hệ thống quản lý chất lượng.
   Hồ sơ: Cập nhật 302/2026/NĐ-CP – Quy định thử nghiệm về thủ tục hành chính
   Văn bản: 302/2026/NĐ-CP, có hiệu lực 30/11/2026
   Hạn: 01/03/2027 (còn 62 ngày làm việc)
   Hạn mục tiêu: 26/02/2027
   Cách tính hạn: Ngày hiệu lực 30/11/2026. Cộng 3 tháng: 28/02/2027 (ngày cuối tháng, vì tháng 02/2027 không có ngày 30; Điều 147–148 Bộ luật Dân sự 2015). 28/02/2027 là Chủ nhật: hạn pháp lý chuyển sang ngày làm việc tiếp theo, thứ Hai 01/03/2027. Hạn mục tiêu: ngày làm việc trước đó, thứ Sáu 26/02/2027.
   Căn cứ pháp lý: Điều 4 khoản 4 điểm a 19/2014/QĐ-TTg
   Mở việc: http://127.0.0.1:8000/instances/8e2f7ddb-158f-405f-8c46-9e1a075e38df

2. Sàng lọc văn bản – P06-2026-0002
   Nội dung: Việc mới được giao.
   Hồ sơ: Cập nhật 9/2026/NĐ-CP – Quy định thử nghiệm về thủ tục hành chính
   Văn bản: 9/2026/NĐ-CP, có hiệu lực 24/08/2026
   Hạn: 27/11/2026 (còn 3 ngày làm việc)
   Cách tính hạn: Ngày bắt đầu tính 23/11/2026. Đếm 3 ngày làm việc, bắt đầu từ ngày sau 23/11/2026: thứ Sáu 27/11/2026. Không tính ngày nghỉ: Ngày Văn hóa Việt Nam (24/11/2026). Hạn pháp lý: hết thứ Sáu 27/11/2026. Hạn mục tiêu: cùng ngày, thứ Sáu 27/11/2026. Lịch nghỉ chưa được xác nhận: Ngày Văn hóa Việt Nam (24/11/2026). Hạn sẽ được tính lại khi có quyết định.
   Căn cứ pháp lý: Điều 4 khoản 4 điểm a 19/2014/QĐ-TTg; Điều 36 khoản 2 điểm d 26/2014/TT-BKHCN
   Mở việc: http://127.0.0.1:8000/tasks/136b6b06-5fce-4886-873f-3574a514f278

3. Bước b – THU-2026-0001
   Nội dung: Việc mới được giao.
   Hồ sơ: Quy trình thử
   Mở việc: http://127.0.0.1:8000/tasks/0f8b380c-54f3-4176-95f1-a85c965d7bad

4. Bước a – THU-2026-0002
   Nội dung: Việc mới được giao.
   Hồ sơ: Quy trình thử
   Mở việc: http://127.0.0.1:8000/tasks/3f7d1206-ff3a-48db-863f-ede14e2cf346

5. Bước b – THU-2026-0002
   Nội dung: Việc mới được giao.
   Hồ sơ: Quy trình thử
   Mở việc: http://127.0.0.1:8000/tasks/ecf60d94-fe2d-4351-9c8a-50867037cece

6. Bước d – THU-2026-0003
   Nội dung: Việc mới được giao.
   Hồ sơ: Quy trình thử
   Mở việc: http://127.0.0.1:8000/tasks/ba0b4eb6-9ccd-4123-bf13-aea3dcbfc84b

7. Bước a – THU-2026-0004
   Nội dung: Việc mới được giao.
   Hồ sơ: Quy trình thử
   Mở việc: http://127.0.0.1:8000/tasks/ff791e50-da9e-4d15-a433-1bf4ecafafe3

8. Bước b – THU-2026-0004
   Nội dung: Việc mới được giao.
   Hồ sơ: Quy trình thử
   Mở việc: http://127.0.0.1:8000/tasks/e943e8c3-63c5-4426-8db8-c1148af0e2d1

9. Bước d – THU-2026-0004
   Nội dung: Việc mới được giao.
   Hồ sơ: Quy trình thử
   Mở việc: http://127.0.0.1:8000/tasks/fc30abc5-b18d-430b-8fb4-722727c58472

10. Bước b – THU-2026-0005
   Nội dung: Việc mới được giao.
   Hồ sơ: Quy trình thử
   Mở việc: http://127.0.0.1:8000/tasks/c7ea08bc-4029-4279-8625-361bb52712ab

11. Bước y – THU-2026-0006
   Nội dung: Việc mới được giao.
   Hồ sơ: Quy trình thử
   Mở việc: http://127.0.0.1:8000/tasks/7fb1669c-55c3-4e04-9240-779a66d46b61

12. Bước z – THU-2026-0006
   Nội dung: Việc mới được giao.
   Hồ sơ: Quy trình thử
   Mở việc: http://127.0.0.1:8000/tasks/ab2df08f-28e2-4aa0-b83c-a2f773210d57

13. Bước z – THU-2026-0007
   Nội dung: Việc mới được giao.
   Hồ sơ: Quy trình thử
   Mở việc: http://127.0.0.1:8000/tasks/7ca3e419-0a96-473a-8dfc-299a4c39300e

14. Bước b – THU-2026-0008
   Nội dung: Việc mới được giao.
   Hồ sơ: Quy trình thử
   Mở việc: http://127.0.0.1:8000/tasks/297761d6-4120-43fe-8c28-3d0e15f7ec17

15. Bước b – THU-2026-0009
   Nội dung: Việc mới được giao.
   Hồ sơ: Quy trình thử
   Mở việc: http://127.0.0.1:8000/tasks/3fcbd356-c436-4afc-9d65-d508c3f284f4

16. Bước a – THU-2026-0010
   Nội dung: Việc mới được giao.
   Hồ sơ: Quy trình thử
   Mở việc: http://127.0.0.1:8000/tasks/17f6271f-9848-480c-9c2e-a3e890a8b3bb

Xem tất cả việc của tôi: http://127.0.0.1:8000/

Người liên hệ: Thư ký Ban Chỉ đạo ISO, Văn phòng UBND tỉnh Tây Ninh, iso@vp.tayninh.example

——
Văn phòng Ủy ban nhân dân tỉnh Tây Ninh
Thư tự động, không cần trả lời.
', '<!DOCTYPE html>
<html lang="vi">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Văn phòng Ủy ban nhân dân tỉnh Tây Ninh</title>
  </head>
  <body style="margin:0;padding:16px;background:#ffffff;color:#1a1a1a;font:16px/1.5 Arial,Helvetica,sans-serif">
    <div style="max-width:640px;margin:0 auto">
      <p style="margin:0 0 12px">Kính gửi: Thư ký Ban Chỉ đạo ISO Nguyễn Thị Ngọc Diệp</p>
        <p style="margin:0 0 8px">Hệ thống quản lý chất lượng ISO điện tử của Văn phòng Ủy ban nhân dân tỉnh Tây Ninh xin báo 18 việc tính đến ngày 23/11/2026.</p>
        <h2 style="margin:24px 0 8px;font-size:18px;color:#1a1a1a">Đến hạn hôm nay (2)</h2>
          <div style="margin:0 0 16px;padding:4px 0 4px 12px;border-left:4px solid #2c5f8a">
            <p style="margin:0 0 4px;font-weight:bold">1. Cập nhật 9/2026/NĐ-CP – Quy định thử nghiệm về thủ tục hành chính – P06-2026-0002</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Hồ sơ:</span> Cập nhật 9/2026/NĐ-CP – Quy định thử nghiệm về thủ tục hành chính</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Văn bản:</span> 9/2026/NĐ-CP, có hiệu lực 24/08/2026</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Hạn:</span> 25/11/2026</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Hạn mục tiêu:</span> 23/11/2026</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Cách tính hạn:</span> Ngày hiệu lực 24/08/2026. Cộng 3 tháng: 24/11/2026 (ngày tương ứng; Điều 147–148 Bộ luật Dân sự 2015). 24/11/2026 là ngày nghỉ (Ngày Văn hóa Việt Nam): hạn pháp lý chuyển sang ngày làm việc tiếp theo, thứ Tư 25/11/2026. Hạn mục tiêu: ngày làm việc trước đó, thứ Hai 23/11/2026. Lịch nghỉ chưa được xác nhận: Ngày Văn hóa Việt Nam (24/11/2026). Hạn sẽ được tính lại khi có quyết định.</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Căn cứ pháp lý:</span> Điều 4 khoản 4 điểm a 19/2014/QĐ-TTg</p>
              <p style="margin:8px 0 0"><a href="http://127.0.0.1:8000/instances/8977bdc4-fbfe-4ce7-9cac-fa7d45d7ba8c" style="display:inline-block;padding:8px 16px;background:#1f4e79;color:#ffffff;text-decoration:none;border-radius:4px">Mở việc</a></p>
          </div>
          <div style="margin:0 0 16px;padding:4px 0 4px 12px;border-left:4px solid #2c5f8a">
            <p style="margin:0 0 4px;font-weight:bold">2. Cập nhật 9/2026/NĐ-CP – Quy định thử nghiệm về thủ tục hành chính – P06-2026-0002</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Nội dung:</span> Văn bản quy phạm pháp luật mới: cần rà soát và cập nhật vào hệ thống quản lý chất lượng.</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Hồ sơ:</span> Cập nhật 9/2026/NĐ-CP – Quy định thử nghiệm về thủ tục hành chính</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Văn bản:</span> 9/2026/NĐ-CP, có hiệu lực 24/08/2026</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Hạn:</span> 25/11/2026</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Hạn mục tiêu:</span> 23/11/2026</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Cách tính hạn:</span> Ngày hiệu lực 24/08/2026. Cộng 3 tháng: 24/11/2026 (ngày tương ứng; Điều 147–148 Bộ luật Dân sự 2015). 24/11/2026 là ngày nghỉ (Ngày Văn hóa Việt Nam): hạn pháp lý chuyển sang ngày làm việc tiếp theo, thứ Tư 25/11/2026. Hạn mục tiêu: ngày làm việc trước đó, thứ Hai 23/11/2026. Lịch nghỉ chưa được xác nhận: Ngày Văn hóa Việt Nam (24/11/2026). Hạn sẽ được tính lại khi có quyết định.</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Căn cứ pháp lý:</span> Điều 4 khoản 4 điểm a 19/2014/QĐ-TTg</p>
              <p style="margin:8px 0 0"><a href="http://127.0.0.1:8000/instances/8977bdc4-fbfe-4ce7-9cac-fa7d45d7ba8c" style="display:inline-block;padding:8px 16px;background:#1f4e79;color:#ffffff;text-decoration:none;border-radius:4px">Mở việc</a></p>
          </div>
        <h2 style="margin:24px 0 8px;font-size:18px;color:#1a1a1a">Việc mới (16)</h2>
          <div style="margin:0 0 16px;padding:4px 0 4px 12px;border-left:4px solid #2c5f8a">
            <p style="margin:0 0 4px;font-weight:bold">1. Cập nhật 302/2026/NĐ-CP – Quy định thử nghiệm về thủ tục hành chính – P06-2026-0001</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Nội dung:</span> Văn bản quy phạm pháp luật mới: cần rà soát và cập nhật vào hệ thống quản lý chất lượng.</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Hồ sơ:</span> Cập nhật 302/2026/NĐ-CP – Quy định thử nghiệm về thủ tục hành chính</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Văn bản:</span> 302/2026/NĐ-CP, có hiệu lực 30/11/2026</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Hạn:</span> 01/03/2027 (còn 62 ngày làm việc)</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Hạn mục tiêu:</span> 26/02/2027</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Cách tính hạn:</span> Ngày hiệu lực 30/11/2026. Cộng 3 tháng: 28/02/2027 (ngày cuối tháng, vì tháng 02/2027 không có ngày 30; Điều 147–148 Bộ luật Dân sự 2015). 28/02/2027 là Chủ nhật: hạn pháp lý chuyển sang ngày làm việc tiếp theo, thứ Hai 01/03/2027. Hạn mục tiêu: ngày làm việc trước đó, thứ Sáu 26/02/2027.</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Căn cứ pháp lý:</span> Điều 4 khoản 4 điểm a 19/2014/QĐ-TTg</p>
              <p style="margin:8px 0 0"><a href="http://127.0.0.1:8000/instances/8e2f7ddb-158f-405f-8c46-9e1a075e38df" style="display:inline-block;padding:8px 16px;background:#1f4e79;color:#ffffff;text-decoration:none;border-radius:4px">Mở việc</a></p>
          </div>
          <div style="margin:0 0 16px;padding:4px 0 4px 12px;border-left:4px solid #2c5f8a">
            <p style="margin:0 0 4px;font-weight:bold">2. Sàng lọc văn bản – P06-2026-0002</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Nội dung:</span> Việc mới được giao.</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Hồ sơ:</span> Cập nhật 9/2026/NĐ-CP – Quy định thử nghiệm về thủ tục hành chính</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Văn bản:</span> 9/2026/NĐ-CP, có hiệu lực 24/08/2026</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Hạn:</span> 27/11/2026 (còn 3 ngày làm việc)</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Cách tính hạn:</span> Ngày bắt đầu tính 23/11/2026. Đếm 3 ngày làm việc, bắt đầu từ ngày sau 23/11/2026: thứ Sáu 27/11/2026. Không tính ngày nghỉ: Ngày Văn hóa Việt Nam (24/11/2026). Hạn pháp lý: hết thứ Sáu 27/11/2026. Hạn mục tiêu: cùng ngày, thứ Sáu 27/11/2026. Lịch nghỉ chưa được xác nhận: Ngày Văn hóa Việt Nam (24/11/2026). Hạn sẽ được tính lại khi có quyết định.</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Căn cứ pháp lý:</span> Điều 4 khoản 4 điểm a 19/2014/QĐ-TTg; Điều 36 khoản 2 điểm d 26/2014/TT-BKHCN</p>
              <p style="margin:8px 0 0"><a href="http://127.0.0.1:8000/tasks/136b6b06-5fce-4886-873f-3574a514f278" style="display:inline-block;padding:8px 16px;background:#1f4e79;color:#ffffff;text-decoration:none;border-radius:4px">Mở việc</a></p>
          </div>
          <div style="margin:0 0 16px;padding:4px 0 4px 12px;border-left:4px solid #2c5f8a">
            <p style="margin:0 0 4px;font-weight:bold">3. Bước b – THU-2026-0001</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Nội dung:</span> Việc mới được giao.</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Hồ sơ:</span> Quy trình thử</p>
              <p style="margin:8px 0 0"><a href="http://127.0.0.1:8000/tasks/0f8b380c-54f3-4176-95f1-a85c965d7bad" style="display:inline-block;padding:8px 16px;background:#1f4e79;color:#ffffff;text-decoration:none;border-radius:4px">Mở việc</a></p>
          </div>
          <div style="margin:0 0 16px;padding:4px 0 4px 12px;border-left:4px solid #2c5f8a">
            <p style="margin:0 0 4px;font-weight:bold">4. Bước a – THU-2026-0002</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Nội dung:</span> Việc mới được giao.</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Hồ sơ:</span> Quy trình thử</p>
              <p style="margin:8px 0 0"><a href="http://127.0.0.1:8000/tasks/3f7d1206-ff3a-48db-863f-ede14e2cf346" style="display:inline-block;padding:8px 16px;background:#1f4e79;color:#ffffff;text-decoration:none;border-radius:4px">Mở việc</a></p>
          </div>
          <div style="margin:0 0 16px;padding:4px 0 4px 12px;border-left:4px solid #2c5f8a">
            <p style="margin:0 0 4px;font-weight:bold">5. Bước b – THU-2026-0002</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Nội dung:</span> Việc mới được giao.</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Hồ sơ:</span> Quy trình thử</p>
              <p style="margin:8px 0 0"><a href="http://127.0.0.1:8000/tasks/ecf60d94-fe2d-4351-9c8a-50867037cece" style="display:inline-block;padding:8px 16px;background:#1f4e79;color:#ffffff;text-decoration:none;border-radius:4px">Mở việc</a></p>
          </div>
          <div style="margin:0 0 16px;padding:4px 0 4px 12px;border-left:4px solid #2c5f8a">
            <p style="margin:0 0 4px;font-weight:bold">6. Bước d – THU-2026-0003</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Nội dung:</span> Việc mới được giao.</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Hồ sơ:</span> Quy trình thử</p>
              <p style="margin:8px 0 0"><a href="http://127.0.0.1:8000/tasks/ba0b4eb6-9ccd-4123-bf13-aea3dcbfc84b" style="display:inline-block;padding:8px 16px;background:#1f4e79;color:#ffffff;text-decoration:none;border-radius:4px">Mở việc</a></p>
          </div>
          <div style="margin:0 0 16px;padding:4px 0 4px 12px;border-left:4px solid #2c5f8a">
            <p style="margin:0 0 4px;font-weight:bold">7. Bước a – THU-2026-0004</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Nội dung:</span> Việc mới được giao.</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Hồ sơ:</span> Quy trình thử</p>
              <p style="margin:8px 0 0"><a href="http://127.0.0.1:8000/tasks/ff791e50-da9e-4d15-a433-1bf4ecafafe3" style="display:inline-block;padding:8px 16px;background:#1f4e79;color:#ffffff;text-decoration:none;border-radius:4px">Mở việc</a></p>
          </div>
          <div style="margin:0 0 16px;padding:4px 0 4px 12px;border-left:4px solid #2c5f8a">
            <p style="margin:0 0 4px;font-weight:bold">8. Bước b – THU-2026-0004</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Nội dung:</span> Việc mới được giao.</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Hồ sơ:</span> Quy trình thử</p>
              <p style="margin:8px 0 0"><a href="http://127.0.0.1:8000/tasks/e943e8c3-63c5-4426-8db8-c1148af0e2d1" style="display:inline-block;padding:8px 16px;background:#1f4e79;color:#ffffff;text-decoration:none;border-radius:4px">Mở việc</a></p>
          </div>
          <div style="margin:0 0 16px;padding:4px 0 4px 12px;border-left:4px solid #2c5f8a">
            <p style="margin:0 0 4px;font-weight:bold">9. Bước d – THU-2026-0004</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Nội dung:</span> Việc mới được giao.</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Hồ sơ:</span> Quy trình thử</p>
              <p style="margin:8px 0 0"><a href="http://127.0.0.1:8000/tasks/fc30abc5-b18d-430b-8fb4-722727c58472" style="display:inline-block;padding:8px 16px;background:#1f4e79;color:#ffffff;text-decoration:none;border-radius:4px">Mở việc</a></p>
          </div>
          <div style="margin:0 0 16px;padding:4px 0 4px 12px;border-left:4px solid #2c5f8a">
            <p style="margin:0 0 4px;font-weight:bold">10. Bước b – THU-2026-0005</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Nội dung:</span> Việc mới được giao.</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Hồ sơ:</span> Quy trình thử</p>
              <p style="margin:8px 0 0"><a href="http://127.0.0.1:8000/tasks/c7ea08bc-4029-4279-8625-361bb52712ab" style="display:inline-block;padding:8px 16px;background:#1f4e79;color:#ffffff;text-decoration:none;border-radius:4px">Mở việc</a></p>
          </div>
          <div style="margin:0 0 16px;padding:4px 0 4px 12px;border-left:4px solid #2c5f8a">
            <p style="margin:0 0 4px;font-weight:bold">11. Bước y – THU-2026-0006</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Nội dung:</span> Việc mới được giao.</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Hồ sơ:</span> Quy trình thử</p>
              <p style="margin:8px 0 0"><a href="http://127.0.0.1:8000/tasks/7fb1669c-55c3-4e04-9240-779a66d46b61" style="display:inline-block;padding:8px 16px;background:#1f4e79;color:#ffffff;text-decoration:none;border-radius:4px">Mở việc</a></p>
          </div>
          <div style="margin:0 0 16px;padding:4px 0 4px 12px;border-left:4px solid #2c5f8a">
            <p style="margin:0 0 4px;font-weight:bold">12. Bước z – THU-2026-0006</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Nội dung:</span> Việc mới được giao.</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Hồ sơ:</span> Quy trình thử</p>
              <p style="margin:8px 0 0"><a href="http://127.0.0.1:8000/tasks/ab2df08f-28e2-4aa0-b83c-a2f773210d57" style="display:inline-block;padding:8px 16px;background:#1f4e79;color:#ffffff;text-decoration:none;border-radius:4px">Mở việc</a></p>
          </div>
          <div style="margin:0 0 16px;padding:4px 0 4px 12px;border-left:4px solid #2c5f8a">
            <p style="margin:0 0 4px;font-weight:bold">13. Bước z – THU-2026-0007</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Nội dung:</span> Việc mới được giao.</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Hồ sơ:</span> Quy trình thử</p>
              <p style="margin:8px 0 0"><a href="http://127.0.0.1:8000/tasks/7ca3e419-0a96-473a-8dfc-299a4c39300e" style="display:inline-block;padding:8px 16px;background:#1f4e79;color:#ffffff;text-decoration:none;border-radius:4px">Mở việc</a></p>
          </div>
          <div style="margin:0 0 16px;padding:4px 0 4px 12px;border-left:4px solid #2c5f8a">
            <p style="margin:0 0 4px;font-weight:bold">14. Bước b – THU-2026-0008</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Nội dung:</span> Việc mới được giao.</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Hồ sơ:</span> Quy trình thử</p>
              <p style="margin:8px 0 0"><a href="http://127.0.0.1:8000/tasks/297761d6-4120-43fe-8c28-3d0e15f7ec17" style="display:inline-block;padding:8px 16px;background:#1f4e79;color:#ffffff;text-decoration:none;border-radius:4px">Mở việc</a></p>
          </div>
          <div style="margin:0 0 16px;padding:4px 0 4px 12px;border-left:4px solid #2c5f8a">
            <p style="margin:0 0 4px;font-weight:bold">15. Bước b – THU-2026-0009</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Nội dung:</span> Việc mới được giao.</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Hồ sơ:</span> Quy trình thử</p>
              <p style="margin:8px 0 0"><a href="http://127.0.0.1:8000/tasks/3fcbd356-c436-4afc-9d65-d508c3f284f4" style="display:inline-block;padding:8px 16px;background:#1f4e79;color:#ffffff;text-decoration:none;border-radius:4px">Mở việc</a></p>
          </div>
          <div style="margin:0 0 16px;padding:4px 0 4px 12px;border-left:4px solid #2c5f8a">
            <p style="margin:0 0 4px;font-weight:bold">16. Bước a – THU-2026-0010</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Nội dung:</span> Việc mới được giao.</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Hồ sơ:</span> Quy trình thử</p>
              <p style="margin:8px 0 0"><a href="http://127.0.0.1:8000/tasks/17f6271f-9848-480c-9c2e-a3e890a8b3bb" style="display:inline-block;padding:8px 16px;background:#1f4e79;color:#ffffff;text-decoration:none;border-radius:4px">Mở việc</a></p>
          </div>
      <p style="margin:24px 0 8px"><a href="http://127.0.0.1:8000/" style="color:#1f4e79">Xem tất cả việc của tôi</a></p>
        <p style="margin:0 0 8px">Người liên hệ: Thư ký Ban Chỉ đạo ISO, Văn phòng UBND tỉnh Tây Ninh, iso@vp.tayninh.example</p>
      <div style="margin:16px 0 0;padding:12px 0 0;border-top:1px solid #cccccc;color:#555555;font-size:14px">
        <p style="margin:0;font-weight:bold">Văn phòng Ủy ban nhân dân tỉnh Tây Ninh</p>
        <p style="margin:0">Thư tự động, không cần trả lời.</p>
      </div>
    </div>
  </body>
</html>
', '2026-11-23 01:01:00+00', '2026-11-23 01:01:00+00', 1, 'sent', '2026-11-23 01:01:00+00', '250 OK', '2026-11-23 01:01:00+00', false),
	('a211ac5c-b5e2-5d84-8587-7a1b64ea713e', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'aa84cd93-69a2-541a-a35d-20dd499ad7a6', '<a211ac5c-b5e2-5d84-8587-7a1b64ea713e@quytrinh.vp.tayninh.example>', 'Võ Đình Khải', 'truongbcd@vp.tayninh.example', '[ISO] Đến hạn hôm nay: Cập nhật 9/2026/NĐ-CP – Quy định thử nghiệm về thủ tục…', 'Kính gửi: Phó Chánh Văn phòng, Trưởng Ban Chỉ đạo ISO Võ Đình Khải

Hệ thống quản lý chất lượng ISO điện tử của Văn phòng Ủy ban nhân dân tỉnh Tây Ninh xin báo 1 việc tính đến ngày 23/11/2026.

ĐẾN HẠN HÔM NAY (1)
-------------------

1. Cập nhật 9/2026/NĐ-CP – Quy định thử nghiệm về thủ tục hành chính – P06-2026-0002
   Hồ sơ: Cập nhật 9/2026/NĐ-CP – Quy định thử nghiệm về thủ tục hành chính
   Văn bản: 9/2026/NĐ-CP, có hiệu lực 24/08/2026
   Hạn: 25/11/2026
   Hạn mục tiêu: 23/11/2026
   Cách tính hạn: Ngày hiệu lực 24/08/2026. Cộng 3 tháng: 24/11/2026 (ngày tương ứng; Điều 147–148 Bộ luật Dân sự 2015). 24/11/2026 là ngày nghỉ (Ngày Văn hóa Việt Nam): hạn pháp lý chuyển sang ngày làm việc tiếp theo, thứ Tư 25/11/2026. Hạn mục tiêu: ngày làm việc trước đó, thứ Hai 23/11/2026. Lịch nghỉ chưa được xác nhận: Ngày Văn hóa Việt Nam (24/11/2026). Hạn sẽ được tính lại khi có quyết định.
   Căn cứ pháp lý: Điều 4 khoản 4 điểm a 19/2014/QĐ-TTg
   Mở việc: http://127.0.0.1:8000/instances/8977bdc4-fbfe-4ce7-9cac-fa7d45d7ba8c

Xem tất cả việc của tôi: http://127.0.0.1:8000/

Người liên hệ: Thư ký Ban Chỉ đạo ISO, Văn phòng UBND tỉnh Tây Ninh, iso@vp.tayninh.example

——
Văn phòng Ủy ban nhân dân tỉnh Tây Ninh
Thư tự động, không cần trả lời.
', '<!DOCTYPE html>
<html lang="vi">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Văn phòng Ủy ban nhân dân tỉnh Tây Ninh</title>
  </head>
  <body style="margin:0;padding:16px;background:#ffffff;color:#1a1a1a;font:16px/1.5 Arial,Helvetica,sans-serif">
    <div style="max-width:640px;margin:0 auto">
      <p style="margin:0 0 12px">Kính gửi: Phó Chánh Văn phòng, Trưởng Ban Chỉ đạo ISO Võ Đình Khải</p>
        <p style="margin:0 0 8px">Hệ thống quản lý chất lượng ISO điện tử của Văn phòng Ủy ban nhân dân tỉnh Tây Ninh xin báo 1 việc tính đến ngày 23/11/2026.</p>
        <h2 style="margin:24px 0 8px;font-size:18px;color:#1a1a1a">Đến hạn hôm nay (1)</h2>
          <div style="margin:0 0 16px;padding:4px 0 4px 12px;border-left:4px solid #2c5f8a">
            <p style="margin:0 0 4px;font-weight:bold">1. Cập nhật 9/2026/NĐ-CP – Quy định thử nghiệm về thủ tục hành chính – P06-2026-0002</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Hồ sơ:</span> Cập nhật 9/2026/NĐ-CP – Quy định thử nghiệm về thủ tục hành chính</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Văn bản:</span> 9/2026/NĐ-CP, có hiệu lực 24/08/2026</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Hạn:</span> 25/11/2026</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Hạn mục tiêu:</span> 23/11/2026</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Cách tính hạn:</span> Ngày hiệu lực 24/08/2026. Cộng 3 tháng: 24/11/2026 (ngày tương ứng; Điều 147–148 Bộ luật Dân sự 2015). 24/11/2026 là ngày nghỉ (Ngày Văn hóa Việt Nam): hạn pháp lý chuyển sang ngày làm việc tiếp theo, thứ Tư 25/11/2026. Hạn mục tiêu: ngày làm việc trước đó, thứ Hai 23/11/2026. Lịch nghỉ chưa được xác nhận: Ngày Văn hóa Việt Nam (24/11/2026). Hạn sẽ được tính lại khi có quyết định.</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Căn cứ pháp lý:</span> Điều 4 khoản 4 điểm a 19/2014/QĐ-TTg</p>
              <p style="margin:8px 0 0"><a href="http://127.0.0.1:8000/instances/8977bdc4-fbfe-4ce7-9cac-fa7d45d7ba8c" style="display:inline-block;padding:8px 16px;background:#1f4e79;color:#ffffff;text-decoration:none;border-radius:4px">Mở việc</a></p>
          </div>
      <p style="margin:24px 0 8px"><a href="http://127.0.0.1:8000/" style="color:#1f4e79">Xem tất cả việc của tôi</a></p>
        <p style="margin:0 0 8px">Người liên hệ: Thư ký Ban Chỉ đạo ISO, Văn phòng UBND tỉnh Tây Ninh, iso@vp.tayninh.example</p>
      <div style="margin:16px 0 0;padding:12px 0 0;border-top:1px solid #cccccc;color:#555555;font-size:14px">
        <p style="margin:0;font-weight:bold">Văn phòng Ủy ban nhân dân tỉnh Tây Ninh</p>
        <p style="margin:0">Thư tự động, không cần trả lời.</p>
      </div>
    </div>
  </body>
</html>
', '2026-11-23 01:01:00+00', '2026-11-23 01:01:00+00', 1, 'sent', '2026-11-23 01:01:00+00', '250 OK', '2026-11-23 01:01:00+00', false),
	('e197d467-81eb-5dfa-98db-ca04a7d3664a', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '4ed35de6-538a-5e60-82db-0273b10583d2', '<e197d467-81eb-5dfa-98db-ca04a7d3664a@quytrinh.vp.tayninh.example>', 'Nguyễn Thị Ngọc Diệp', 'thuky@vp.tayninh.example', '[ISO] Sự cố: Bước v – THU-2026-0011', 'Kính gửi: Thư ký Ban Chỉ đạo ISO Nguyễn Thị Ngọc Diệp

Hệ thống quản lý chất lượng ISO điện tử của Văn phòng Ủy ban nhân dân tỉnh Tây Ninh xin báo 1 việc tính đến ngày 23/11/2026.

SỰ CỐ CẦN XỬ LÝ (1)
-------------------

1. Bước v – THU-2026-0011
   Nội dung: Hồ sơ gặp sự cố và không đi tiếp được; cần người quản trị xử lý.
   Hồ sơ: Quy trình thử
   Lý do: Máy in hết giấy.
   Mở việc: http://127.0.0.1:8000/operations/incidents/e4e1c13c-2355-51fa-9c01-23afdda19821

Xem tất cả việc của tôi: http://127.0.0.1:8000/

Người liên hệ: Thư ký Ban Chỉ đạo ISO, Văn phòng UBND tỉnh Tây Ninh, iso@vp.tayninh.example

——
Văn phòng Ủy ban nhân dân tỉnh Tây Ninh
Thư tự động, không cần trả lời.
', '<!DOCTYPE html>
<html lang="vi">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Văn phòng Ủy ban nhân dân tỉnh Tây Ninh</title>
  </head>
  <body style="margin:0;padding:16px;background:#ffffff;color:#1a1a1a;font:16px/1.5 Arial,Helvetica,sans-serif">
    <div style="max-width:640px;margin:0 auto">
      <p style="margin:0 0 12px">Kính gửi: Thư ký Ban Chỉ đạo ISO Nguyễn Thị Ngọc Diệp</p>
        <p style="margin:0 0 8px">Hệ thống quản lý chất lượng ISO điện tử của Văn phòng Ủy ban nhân dân tỉnh Tây Ninh xin báo 1 việc tính đến ngày 23/11/2026.</p>
        <h2 style="margin:24px 0 8px;font-size:18px;color:#1a1a1a">Sự cố cần xử lý (1)</h2>
          <div style="margin:0 0 16px;padding:4px 0 4px 12px;border-left:4px solid #2c5f8a">
            <p style="margin:0 0 4px;font-weight:bold">1. Bước v – THU-2026-0011</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Nội dung:</span> Hồ sơ gặp sự cố và không đi tiếp được; cần người quản trị xử lý.</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Hồ sơ:</span> Quy trình thử</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Lý do:</span> Máy in hết giấy.</p>
              <p style="margin:8px 0 0"><a href="http://127.0.0.1:8000/operations/incidents/e4e1c13c-2355-51fa-9c01-23afdda19821" style="display:inline-block;padding:8px 16px;background:#1f4e79;color:#ffffff;text-decoration:none;border-radius:4px">Mở việc</a></p>
          </div>
      <p style="margin:24px 0 8px"><a href="http://127.0.0.1:8000/" style="color:#1f4e79">Xem tất cả việc của tôi</a></p>
        <p style="margin:0 0 8px">Người liên hệ: Thư ký Ban Chỉ đạo ISO, Văn phòng UBND tỉnh Tây Ninh, iso@vp.tayninh.example</p>
      <div style="margin:16px 0 0;padding:12px 0 0;border-top:1px solid #cccccc;color:#555555;font-size:14px">
        <p style="margin:0;font-weight:bold">Văn phòng Ủy ban nhân dân tỉnh Tây Ninh</p>
        <p style="margin:0">Thư tự động, không cần trả lời.</p>
      </div>
    </div>
  </body>
</html>
', '2026-11-23 02:12:10+00', '2026-11-23 02:12:10+00', 1, 'sent', '2026-11-23 02:12:10+00', '250 OK', '2026-11-23 02:12:10+00', false),
	('e838a8bf-e094-51b5-a3c3-675abcd8394f', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '1164b710-4187-58d5-929d-94efdcce8738', '<e838a8bf-e094-51b5-a3c3-675abcd8394f@quytrinh.vp.tayninh.example>', 'Triệu Quốc Cường', 'quantri@vp.tayninh.example', '[ISO] Sự cố: Bước v – THU-2026-0011', 'Kính gửi: Quản trị hệ thống Triệu Quốc Cường

Hệ thống quản lý chất lượng ISO điện tử của Văn phòng Ủy ban nhân dân tỉnh Tây Ninh xin báo 1 việc tính đến ngày 23/11/2026.

SỰ CỐ CẦN XỬ LÝ (1)
-------------------

1. Bước v – THU-2026-0011
   Nội dung: Hồ sơ gặp sự cố và không đi tiếp được; cần người quản trị xử lý.
   Hồ sơ: Quy trình thử
   Lý do: Máy in hết giấy.
   Mở việc: http://127.0.0.1:8000/operations/incidents/e4e1c13c-2355-51fa-9c01-23afdda19821

Xem tất cả việc của tôi: http://127.0.0.1:8000/

Người liên hệ: Thư ký Ban Chỉ đạo ISO, Văn phòng UBND tỉnh Tây Ninh, iso@vp.tayninh.example

——
Văn phòng Ủy ban nhân dân tỉnh Tây Ninh
Thư tự động, không cần trả lời.
', '<!DOCTYPE html>
<html lang="vi">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Văn phòng Ủy ban nhân dân tỉnh Tây Ninh</title>
  </head>
  <body style="margin:0;padding:16px;background:#ffffff;color:#1a1a1a;font:16px/1.5 Arial,Helvetica,sans-serif">
    <div style="max-width:640px;margin:0 auto">
      <p style="margin:0 0 12px">Kính gửi: Quản trị hệ thống Triệu Quốc Cường</p>
        <p style="margin:0 0 8px">Hệ thống quản lý chất lượng ISO điện tử của Văn phòng Ủy ban nhân dân tỉnh Tây Ninh xin báo 1 việc tính đến ngày 23/11/2026.</p>
        <h2 style="margin:24px 0 8px;font-size:18px;color:#1a1a1a">Sự cố cần xử lý (1)</h2>
          <div style="margin:0 0 16px;padding:4px 0 4px 12px;border-left:4px solid #2c5f8a">
            <p style="margin:0 0 4px;font-weight:bold">1. Bước v – THU-2026-0011</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Nội dung:</span> Hồ sơ gặp sự cố và không đi tiếp được; cần người quản trị xử lý.</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Hồ sơ:</span> Quy trình thử</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Lý do:</span> Máy in hết giấy.</p>
              <p style="margin:8px 0 0"><a href="http://127.0.0.1:8000/operations/incidents/e4e1c13c-2355-51fa-9c01-23afdda19821" style="display:inline-block;padding:8px 16px;background:#1f4e79;color:#ffffff;text-decoration:none;border-radius:4px">Mở việc</a></p>
          </div>
      <p style="margin:24px 0 8px"><a href="http://127.0.0.1:8000/" style="color:#1f4e79">Xem tất cả việc của tôi</a></p>
        <p style="margin:0 0 8px">Người liên hệ: Thư ký Ban Chỉ đạo ISO, Văn phòng UBND tỉnh Tây Ninh, iso@vp.tayninh.example</p>
      <div style="margin:16px 0 0;padding:12px 0 0;border-top:1px solid #cccccc;color:#555555;font-size:14px">
        <p style="margin:0;font-weight:bold">Văn phòng Ủy ban nhân dân tỉnh Tây Ninh</p>
        <p style="margin:0">Thư tự động, không cần trả lời.</p>
      </div>
    </div>
  </body>
</html>
', '2026-11-23 02:12:10+00', '2026-11-23 02:12:10+00', 1, 'sent', '2026-11-23 02:12:10+00', '250 OK', '2026-11-23 02:12:10+00', false),
	('650c11f4-d535-5bb7-8208-ca406a1eaeaf', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '4ed35de6-538a-5e60-82db-0273b10583d2', '<650c11f4-d535-5bb7-8208-ca406a1eaeaf@quytrinh.vp.tayninh.example>', 'Nguyễn Thị Ngọc Diệp', 'thuky@vp.tayninh.example', '[ISO] Việc mới: Bước b – THU-2026-0010', 'Kính gửi: Thư ký Ban Chỉ đạo ISO Nguyễn Thị Ngọc Diệp

Hệ thống quản lý chất lượng ISO điện tử của Văn phòng Ủy ban nhân dân tỉnh Tây Ninh xin báo 1 việc tính đến ngày 24/11/2026.

VIỆC MỚI (1)
------------

1. Bước b – THU-2026-0010
   Nội dung: Việc mới được giao.
   Hồ sơ: Quy trình thử
   Mở việc: http://127.0.0.1:8000/tasks/de1821f9-1efa-4b34-ac33-23d956582d07

Xem tất cả việc của tôi: http://127.0.0.1:8000/

Người liên hệ: Thư ký Ban Chỉ đạo ISO, Văn phòng UBND tỉnh Tây Ninh, iso@vp.tayninh.example

——
Văn phòng Ủy ban nhân dân tỉnh Tây Ninh
Thư tự động, không cần trả lời.
', '<!DOCTYPE html>
<html lang="vi">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Văn phòng Ủy ban nhân dân tỉnh Tây Ninh</title>
  </head>
  <body style="margin:0;padding:16px;background:#ffffff;color:#1a1a1a;font:16px/1.5 Arial,Helvetica,sans-serif">
    <div style="max-width:640px;margin:0 auto">
      <p style="margin:0 0 12px">Kính gửi: Thư ký Ban Chỉ đạo ISO Nguyễn Thị Ngọc Diệp</p>
        <p style="margin:0 0 8px">Hệ thống quản lý chất lượng ISO điện tử của Văn phòng Ủy ban nhân dân tỉnh Tây Ninh xin báo 1 việc tính đến ngày 24/11/2026.</p>
        <h2 style="margin:24px 0 8px;font-size:18px;color:#1a1a1a">Việc mới (1)</h2>
          <div style="margin:0 0 16px;padding:4px 0 4px 12px;border-left:4px solid #2c5f8a">
            <p style="margin:0 0 4px;font-weight:bold">1. Bước b – THU-2026-0010</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Nội dung:</span> Việc mới được giao.</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Hồ sơ:</span> Quy trình thử</p>
              <p style="margin:8px 0 0"><a href="http://127.0.0.1:8000/tasks/de1821f9-1efa-4b34-ac33-23d956582d07" style="display:inline-block;padding:8px 16px;background:#1f4e79;color:#ffffff;text-decoration:none;border-radius:4px">Mở việc</a></p>
          </div>
      <p style="margin:24px 0 8px"><a href="http://127.0.0.1:8000/" style="color:#1f4e79">Xem tất cả việc của tôi</a></p>
        <p style="margin:0 0 8px">Người liên hệ: Thư ký Ban Chỉ đạo ISO, Văn phòng UBND tỉnh Tây Ninh, iso@vp.tayninh.example</p>
      <div style="margin:16px 0 0;padding:12px 0 0;border-top:1px solid #cccccc;color:#555555;font-size:14px">
        <p style="margin:0;font-weight:bold">Văn phòng Ủy ban nhân dân tỉnh Tây Ninh</p>
        <p style="margin:0">Thư tự động, không cần trả lời.</p>
      </div>
    </div>
  </body>
</html>
', '2026-11-24 01:01:00+00', '2026-11-24 01:01:00+00', 1, 'sent', '2026-11-24 01:01:00+00', '250 OK', '2026-11-24 01:01:00+00', false),
	('2970e2b4-5c3a-5ac7-aee6-5bd2aa561bed', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '4ed35de6-538a-5e60-82db-0273b10583d2', '<2970e2b4-5c3a-5ac7-aee6-5bd2aa561bed@quytrinh.vp.tayninh.example>', 'Nguyễn Thị Ngọc Diệp', 'thuky@vp.tayninh.example', '[ISO] Đến hạn hôm nay: Cập nhật 9/2026/NĐ-CP – Quy định thử nghiệm về thủ tục…', 'Kính gửi: Thư ký Ban Chỉ đạo ISO Nguyễn Thị Ngọc Diệp

Hệ thống quản lý chất lượng ISO điện tử của Văn phòng Ủy ban nhân dân tỉnh Tây Ninh xin báo 1 việc tính đến ngày 25/11/2026.

ĐẾN HẠN HÔM NAY (1)
-------------------

1. Cập nhật 9/2026/NĐ-CP – Quy định thử nghiệm về thủ tục hành chính – P06-2026-0002
   Hồ sơ: Cập nhật 9/2026/NĐ-CP – Quy định thử nghiệm về thủ tục hành chính
   Văn bản: 9/2026/NĐ-CP, có hiệu lực 24/08/2026
   Hạn: 25/11/2026 (đến hạn hôm nay)
   Hạn mục tiêu: 23/11/2026
   Cách tính hạn: Ngày hiệu lực 24/08/2026. Cộng 3 tháng: 24/11/2026 (ngày tương ứng; Điều 147–148 Bộ luật Dân sự 2015). 24/11/2026 là ngày nghỉ (Ngày Văn hóa Việt Nam): hạn pháp lý chuyển sang ngày làm việc tiếp theo, thứ Tư 25/11/2026. Hạn mục tiêu: ngày làm việc trước đó, thứ Hai 23/11/2026. Lịch nghỉ chưa được xác nhận: Ngày Văn hóa Việt Nam (24/11/2026). Hạn sẽ được tính lại khi có quyết định.
   Căn cứ pháp lý: Điều 4 khoản 4 điểm a 19/2014/QĐ-TTg
   Mở việc: http://127.0.0.1:8000/instances/8977bdc4-fbfe-4ce7-9cac-fa7d45d7ba8c

Xem tất cả việc của tôi: http://127.0.0.1:8000/

Người liên hệ: Thư ký Ban Chỉ đạo ISO, Văn phòng UBND tỉnh Tây Ninh, iso@vp.tayninh.example

——
Văn phòng Ủy ban nhân dân tỉnh Tây Ninh
Thư tự động, không cần trả lời.
', '<!DOCTYPE html>
<html lang="vi">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Văn phòng Ủy ban nhân dân tỉnh Tây Ninh</title>
  </head>
  <body style="margin:0;padding:16px;background:#ffffff;color:#1a1a1a;font:16px/1.5 Arial,Helvetica,sans-serif">
    <div style="max-width:640px;margin:0 auto">
      <p style="margin:0 0 12px">Kính gửi: Thư ký Ban Chỉ đạo ISO Nguyễn Thị Ngọc Diệp</p>
        <p style="margin:0 0 8px">Hệ thống quản lý chất lượng ISO điện tử của Văn phòng Ủy ban nhân dân tỉnh Tây Ninh xin báo 1 việc tính đến ngày 25/11/2026.</p>
        <h2 style="margin:24px 0 8px;font-size:18px;color:#1a1a1a">Đến hạn hôm nay (1)</h2>
          <div style="margin:0 0 16px;padding:4px 0 4px 12px;border-left:4px solid #2c5f8a">
            <p style="margin:0 0 4px;font-weight:bold">1. Cập nhật 9/2026/NĐ-CP – Quy định thử nghiệm về thủ tục hành chính – P06-2026-0002</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Hồ sơ:</span> Cập nhật 9/2026/NĐ-CP – Quy định thử nghiệm về thủ tục hành chính</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Văn bản:</span> 9/2026/NĐ-CP, có hiệu lực 24/08/2026</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Hạn:</span> 25/11/2026 (đến hạn hôm nay)</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Hạn mục tiêu:</span> 23/11/2026</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Cách tính hạn:</span> Ngày hiệu lực 24/08/2026. Cộng 3 tháng: 24/11/2026 (ngày tương ứng; Điều 147–148 Bộ luật Dân sự 2015). 24/11/2026 là ngày nghỉ (Ngày Văn hóa Việt Nam): hạn pháp lý chuyển sang ngày làm việc tiếp theo, thứ Tư 25/11/2026. Hạn mục tiêu: ngày làm việc trước đó, thứ Hai 23/11/2026. Lịch nghỉ chưa được xác nhận: Ngày Văn hóa Việt Nam (24/11/2026). Hạn sẽ được tính lại khi có quyết định.</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Căn cứ pháp lý:</span> Điều 4 khoản 4 điểm a 19/2014/QĐ-TTg</p>
              <p style="margin:8px 0 0"><a href="http://127.0.0.1:8000/instances/8977bdc4-fbfe-4ce7-9cac-fa7d45d7ba8c" style="display:inline-block;padding:8px 16px;background:#1f4e79;color:#ffffff;text-decoration:none;border-radius:4px">Mở việc</a></p>
          </div>
      <p style="margin:24px 0 8px"><a href="http://127.0.0.1:8000/" style="color:#1f4e79">Xem tất cả việc của tôi</a></p>
        <p style="margin:0 0 8px">Người liên hệ: Thư ký Ban Chỉ đạo ISO, Văn phòng UBND tỉnh Tây Ninh, iso@vp.tayninh.example</p>
      <div style="margin:16px 0 0;padding:12px 0 0;border-top:1px solid #cccccc;color:#555555;font-size:14px">
        <p style="margin:0;font-weight:bold">Văn phòng Ủy ban nhân dân tỉnh Tây Ninh</p>
        <p style="margin:0">Thư tự động, không cần trả lời.</p>
      </div>
    </div>
  </body>
</html>
', '2026-11-25 00:31:00+00', '2026-11-25 00:31:00+00', 1, 'sent', '2026-11-25 00:31:00+00', '250 OK', '2026-11-25 00:31:00+00', false),
	('4709b8f1-be3e-55d0-9dbe-c4f4ec27ad47', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '8fb17ea6-af82-5d21-8941-e3a2c73e750a', '<4709b8f1-be3e-55d0-9dbe-c4f4ec27ad47@quytrinh.vp.tayninh.example>', 'Lâm Hữu Trường', 'chanhvp@vp.tayninh.example', '[ISO] Quá thời hạn 03 tháng cập nhật VBQPPL 9/2026/NĐ-CP', 'Kính gửi: Chánh Văn phòng Lâm Hữu Trường

Hệ thống quản lý chất lượng ISO điện tử của Văn phòng Ủy ban nhân dân tỉnh Tây Ninh xin báo 1 việc tính đến ngày 26/11/2026.

QUÁ HẠN (1)
-----------

1. Cập nhật 9/2026/NĐ-CP – Quy định thử nghiệm về thủ tục hành chính – P06-2026-0002
   Nội dung: Đã quá thời hạn 03 tháng cập nhật văn bản quy phạm pháp luật.
   Hồ sơ: Cập nhật 9/2026/NĐ-CP – Quy định thử nghiệm về thủ tục hành chính
   Văn bản: 9/2026/NĐ-CP, có hiệu lực 24/08/2026
   Hạn: 25/11/2026 (quá hạn 1 ngày làm việc)
   Hạn mục tiêu: 23/11/2026
   Cách tính hạn: Ngày hiệu lực 24/08/2026. Cộng 3 tháng: 24/11/2026 (ngày tương ứng; Điều 147–148 Bộ luật Dân sự 2015). 24/11/2026 là ngày nghỉ (Ngày Văn hóa Việt Nam): hạn pháp lý chuyển sang ngày làm việc tiếp theo, thứ Tư 25/11/2026. Hạn mục tiêu: ngày làm việc trước đó, thứ Hai 23/11/2026. Lịch nghỉ chưa được xác nhận: Ngày Văn hóa Việt Nam (24/11/2026). Hạn sẽ được tính lại khi có quyết định.
   Căn cứ pháp lý: Điều 4 khoản 4 điểm a 19/2014/QĐ-TTg
   Mở việc: http://127.0.0.1:8000/instances/8977bdc4-fbfe-4ce7-9cac-fa7d45d7ba8c

Xem tất cả việc của tôi: http://127.0.0.1:8000/

Người liên hệ: Thư ký Ban Chỉ đạo ISO, Văn phòng UBND tỉnh Tây Ninh, iso@vp.tayninh.example

——
Văn phòng Ủy ban nhân dân tỉnh Tây Ninh
Thư tự động, không cần trả lời.
', '<!DOCTYPE html>
<html lang="vi">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Văn phòng Ủy ban nhân dân tỉnh Tây Ninh</title>
  </head>
  <body style="margin:0;padding:16px;background:#ffffff;color:#1a1a1a;font:16px/1.5 Arial,Helvetica,sans-serif">
    <div style="max-width:640px;margin:0 auto">
      <p style="margin:0 0 12px">Kính gửi: Chánh Văn phòng Lâm Hữu Trường</p>
        <p style="margin:0 0 8px">Hệ thống quản lý chất lượng ISO điện tử của Văn phòng Ủy ban nhân dân tỉnh Tây Ninh xin báo 1 việc tính đến ngày 26/11/2026.</p>
        <h2 style="margin:24px 0 8px;font-size:18px;color:#a61b1b">Quá hạn (1)</h2>
          <div style="margin:0 0 16px;padding:4px 0 4px 12px;border-left:4px solid #a61b1b">
            <p style="margin:0 0 4px;font-weight:bold">1. Cập nhật 9/2026/NĐ-CP – Quy định thử nghiệm về thủ tục hành chính – P06-2026-0002</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Nội dung:</span> Đã quá thời hạn 03 tháng cập nhật văn bản quy phạm pháp luật.</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Hồ sơ:</span> Cập nhật 9/2026/NĐ-CP – Quy định thử nghiệm về thủ tục hành chính</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Văn bản:</span> 9/2026/NĐ-CP, có hiệu lực 24/08/2026</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Hạn:</span> 25/11/2026 (quá hạn 1 ngày làm việc)</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Hạn mục tiêu:</span> 23/11/2026</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Cách tính hạn:</span> Ngày hiệu lực 24/08/2026. Cộng 3 tháng: 24/11/2026 (ngày tương ứng; Điều 147–148 Bộ luật Dân sự 2015). 24/11/2026 là ngày nghỉ (Ngày Văn hóa Việt Nam): hạn pháp lý chuyển sang ngày làm việc tiếp theo, thứ Tư 25/11/2026. Hạn mục tiêu: ngày làm việc trước đó, thứ Hai 23/11/2026. Lịch nghỉ chưa được xác nhận: Ngày Văn hóa Việt Nam (24/11/2026). Hạn sẽ được tính lại khi có quyết định.</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Căn cứ pháp lý:</span> Điều 4 khoản 4 điểm a 19/2014/QĐ-TTg</p>
              <p style="margin:8px 0 0"><a href="http://127.0.0.1:8000/instances/8977bdc4-fbfe-4ce7-9cac-fa7d45d7ba8c" style="display:inline-block;padding:8px 16px;background:#1f4e79;color:#ffffff;text-decoration:none;border-radius:4px">Mở việc</a></p>
          </div>
      <p style="margin:24px 0 8px"><a href="http://127.0.0.1:8000/" style="color:#1f4e79">Xem tất cả việc của tôi</a></p>
        <p style="margin:0 0 8px">Người liên hệ: Thư ký Ban Chỉ đạo ISO, Văn phòng UBND tỉnh Tây Ninh, iso@vp.tayninh.example</p>
      <div style="margin:16px 0 0;padding:12px 0 0;border-top:1px solid #cccccc;color:#555555;font-size:14px">
        <p style="margin:0;font-weight:bold">Văn phòng Ủy ban nhân dân tỉnh Tây Ninh</p>
        <p style="margin:0">Thư tự động, không cần trả lời.</p>
      </div>
    </div>
  </body>
</html>
', '2026-11-25 17:01:00+00', '2026-11-25 17:01:00+00', 1, 'sent', '2026-11-25 17:01:00+00', '250 OK', '2026-11-25 17:01:00+00', false),
	('6d400cda-93c1-5729-963a-e5a03d1cb348', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '5e6b3724-5391-5a69-b799-397e9916cf41', '<6d400cda-93c1-5729-963a-e5a03d1cb348@quytrinh.vp.tayninh.example>', 'Đặng Thị Hồng Gấm', 'phochanhvp@vp.tayninh.example', '[ISO] Quá thời hạn 03 tháng cập nhật VBQPPL 9/2026/NĐ-CP', 'Kính gửi: Phó Chánh Văn phòng Đặng Thị Hồng Gấm

Hệ thống quản lý chất lượng ISO điện tử của Văn phòng Ủy ban nhân dân tỉnh Tây Ninh xin báo 1 việc tính đến ngày 26/11/2026.

QUÁ HẠN (1)
-----------

1. Cập nhật 9/2026/NĐ-CP – Quy định thử nghiệm về thủ tục hành chính – P06-2026-0002
   Nội dung: Đã quá thời hạn 03 tháng cập nhật văn bản quy phạm pháp luật.
   Hồ sơ: Cập nhật 9/2026/NĐ-CP – Quy định thử nghiệm về thủ tục hành chính
   Văn bản: 9/2026/NĐ-CP, có hiệu lực 24/08/2026
   Hạn: 25/11/2026 (quá hạn 1 ngày làm việc)
   Hạn mục tiêu: 23/11/2026
   Cách tính hạn: Ngày hiệu lực 24/08/2026. Cộng 3 tháng: 24/11/2026 (ngày tương ứng; Điều 147–148 Bộ luật Dân sự 2015). 24/11/2026 là ngày nghỉ (Ngày Văn hóa Việt Nam): hạn pháp lý chuyển sang ngày làm việc tiếp theo, thứ Tư 25/11/2026. Hạn mục tiêu: ngày làm việc trước đó, thứ Hai 23/11/2026. Lịch nghỉ chưa được xác nhận: Ngày Văn hóa Việt Nam (24/11/2026). Hạn sẽ được tính lại khi có quyết định.
   Căn cứ pháp lý: Điều 4 khoản 4 điểm a 19/2014/QĐ-TTg
   Mở việc: http://127.0.0.1:8000/instances/8977bdc4-fbfe-4ce7-9cac-fa7d45d7ba8c

Xem tất cả việc của tôi: http://127.0.0.1:8000/

Người liên hệ: Thư ký Ban Chỉ đạo ISO, Văn phòng UBND tỉnh Tây Ninh, iso@vp.tayninh.example

——
Văn phòng Ủy ban nhân dân tỉnh Tây Ninh
Thư tự động, không cần trả lời.
', '<!DOCTYPE html>
<html lang="vi">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Văn phòng Ủy ban nhân dân tỉnh Tây Ninh</title>
  </head>
  <body style="margin:0;padding:16px;background:#ffffff;color:#1a1a1a;font:16px/1.5 Arial,Helvetica,sans-serif">
    <div style="max-width:640px;margin:0 auto">
      <p style="margin:0 0 12px">Kính gửi: Phó Chánh Văn phòng Đặng Thị Hồng Gấm</p>
        <p style="margin:0 0 8px">Hệ thống quản lý chất lượng ISO điện tử của Văn phòng Ủy ban nhân dân tỉnh Tây Ninh xin báo 1 việc tính đến ngày 26/11/2026.</p>
        <h2 style="margin:24px 0 8px;font-size:18px;color:#a61b1b">Quá hạn (1)</h2>
          <div style="margin:0 0 16px;padding:4px 0 4px 12px;border-left:4px solid #a61b1b">
            <p style="margin:0 0 4px;font-weight:bold">1. Cập nhật 9/2026/NĐ-CP – Quy định thử nghiệm về thủ tục hành chính – P06-2026-0002</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Nội dung:</span> Đã quá thời hạn 03 tháng cập nhật văn bản quy phạm pháp luật.</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Hồ sơ:</span> Cập nhật 9/2026/NĐ-CP – Quy định thử nghiệm về thủ tục hành chính</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Văn bản:</span> 9/2026/NĐ-CP, có hiệu lực 24/08/2026</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Hạn:</span> 25/11/2026 (quá hạn 1 ngày làm việc)</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Hạn mục tiêu:</span> 23/11/2026</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Cách tính hạn:</span> Ngày hiệu lực 24/08/2026. Cộng 3 tháng: 24/11/2026 (ngày tương ứng; Điều 147–148 Bộ luật Dân sự 2015). 24/11/2026 là ngày nghỉ (Ngày Văn hóa Việt Nam): hạn pháp lý chuyển sang ngày làm việc tiếp theo, thứ Tư 25/11/2026. Hạn mục tiêu: ngày làm việc trước đó, thứ Hai 23/11/2026. Lịch nghỉ chưa được xác nhận: Ngày Văn hóa Việt Nam (24/11/2026). Hạn sẽ được tính lại khi có quyết định.</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Căn cứ pháp lý:</span> Điều 4 khoản 4 điểm a 19/2014/QĐ-TTg</p>
              <p style="margin:8px 0 0"><a href="http://127.0.0.1:8000/instances/8977bdc4-fbfe-4ce7-9cac-fa7d45d7ba8c" style="display:inline-block;padding:8px 16px;background:#1f4e79;color:#ffffff;text-decoration:none;border-radius:4px">Mở việc</a></p>
          </div>
      <p style="margin:24px 0 8px"><a href="http://127.0.0.1:8000/" style="color:#1f4e79">Xem tất cả việc của tôi</a></p>
        <p style="margin:0 0 8px">Người liên hệ: Thư ký Ban Chỉ đạo ISO, Văn phòng UBND tỉnh Tây Ninh, iso@vp.tayninh.example</p>
      <div style="margin:16px 0 0;padding:12px 0 0;border-top:1px solid #cccccc;color:#555555;font-size:14px">
        <p style="margin:0;font-weight:bold">Văn phòng Ủy ban nhân dân tỉnh Tây Ninh</p>
        <p style="margin:0">Thư tự động, không cần trả lời.</p>
      </div>
    </div>
  </body>
</html>
', '2026-11-25 17:01:00+00', '2026-11-25 17:01:00+00', 1, 'sent', '2026-11-25 17:01:00+00', '250 OK', '2026-11-25 17:01:00+00', false),
	('5ec2650d-3741-5894-9661-4621da68bfc4', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '4ed35de6-538a-5e60-82db-0273b10583d2', '<5ec2650d-3741-5894-9661-4621da68bfc4@quytrinh.vp.tayninh.example>', 'Nguyễn Thị Ngọc Diệp', 'thuky@vp.tayninh.example', '[ISO] Nhắc việc: còn 1 ngày làm việc – Sàng lọc văn bản', 'Kính gửi: Thư ký Ban Chỉ đạo ISO Nguyễn Thị Ngọc Diệp

Hệ thống quản lý chất lượng ISO điện tử của Văn phòng Ủy ban nhân dân tỉnh Tây Ninh xin báo 1 việc tính đến ngày 26/11/2026.

SẮP ĐẾN HẠN (1)
---------------

1. Sàng lọc văn bản – P06-2026-0002
   Hồ sơ: Cập nhật 9/2026/NĐ-CP – Quy định thử nghiệm về thủ tục hành chính
   Văn bản: 9/2026/NĐ-CP, có hiệu lực 24/08/2026
   Hạn: 27/11/2026 (còn 1 ngày làm việc)
   Cách tính hạn: Ngày bắt đầu tính 23/11/2026. Đếm 3 ngày làm việc, bắt đầu từ ngày sau 23/11/2026: thứ Sáu 27/11/2026. Không tính ngày nghỉ: Ngày Văn hóa Việt Nam (24/11/2026). Hạn pháp lý: hết thứ Sáu 27/11/2026. Hạn mục tiêu: cùng ngày, thứ Sáu 27/11/2026. Lịch nghỉ chưa được xác nhận: Ngày Văn hóa Việt Nam (24/11/2026). Hạn sẽ được tính lại khi có quyết định.
   Căn cứ pháp lý: Điều 4 khoản 4 điểm a 19/2014/QĐ-TTg; Điều 36 khoản 2 điểm d 26/2014/TT-BKHCN
   Mở việc: http://127.0.0.1:8000/tasks/136b6b06-5fce-4886-873f-3574a514f278

Xem tất cả việc của tôi: http://127.0.0.1:8000/

Người liên hệ: Thư ký Ban Chỉ đạo ISO, Văn phòng UBND tỉnh Tây Ninh, iso@vp.tayninh.example

——
Văn phòng Ủy ban nhân dân tỉnh Tây Ninh
Thư tự động, không cần trả lời.
', '<!DOCTYPE html>
<html lang="vi">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Văn phòng Ủy ban nhân dân tỉnh Tây Ninh</title>
  </head>
  <body style="margin:0;padding:16px;background:#ffffff;color:#1a1a1a;font:16px/1.5 Arial,Helvetica,sans-serif">
    <div style="max-width:640px;margin:0 auto">
      <p style="margin:0 0 12px">Kính gửi: Thư ký Ban Chỉ đạo ISO Nguyễn Thị Ngọc Diệp</p>
        <p style="margin:0 0 8px">Hệ thống quản lý chất lượng ISO điện tử của Văn phòng Ủy ban nhân dân tỉnh Tây Ninh xin báo 1 việc tính đến ngày 26/11/2026.</p>
        <h2 style="margin:24px 0 8px;font-size:18px;color:#1a1a1a">Sắp đến hạn (1)</h2>
          <div style="margin:0 0 16px;padding:4px 0 4px 12px;border-left:4px solid #2c5f8a">
            <p style="margin:0 0 4px;font-weight:bold">1. Sàng lọc văn bản – P06-2026-0002</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Hồ sơ:</span> Cập nhật 9/2026/NĐ-CP – Quy định thử nghiệm về thủ tục hành chính</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Văn bản:</span> 9/2026/NĐ-CP, có hiệu lực 24/08/2026</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Hạn:</span> 27/11/2026 (còn 1 ngày làm việc)</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Cách tính hạn:</span> Ngày bắt đầu tính 23/11/2026. Đếm 3 ngày làm việc, bắt đầu từ ngày sau 23/11/2026: thứ Sáu 27/11/2026. Không tính ngày nghỉ: Ngày Văn hóa Việt Nam (24/11/2026). Hạn pháp lý: hết thứ Sáu 27/11/2026. Hạn mục tiêu: cùng ngày, thứ Sáu 27/11/2026. Lịch nghỉ chưa được xác nhận: Ngày Văn hóa Việt Nam (24/11/2026). Hạn sẽ được tính lại khi có quyết định.</p>
              <p style="margin:0;white-space:pre-line"><span style="color:#555555">Căn cứ pháp lý:</span> Điều 4 khoản 4 điểm a 19/2014/QĐ-TTg; Điều 36 khoản 2 điểm d 26/2014/TT-BKHCN</p>
              <p style="margin:8px 0 0"><a href="http://127.0.0.1:8000/tasks/136b6b06-5fce-4886-873f-3574a514f278" style="display:inline-block;padding:8px 16px;background:#1f4e79;color:#ffffff;text-decoration:none;border-radius:4px">Mở việc</a></p>
          </div>
      <p style="margin:24px 0 8px"><a href="http://127.0.0.1:8000/" style="color:#1f4e79">Xem tất cả việc của tôi</a></p>
        <p style="margin:0 0 8px">Người liên hệ: Thư ký Ban Chỉ đạo ISO, Văn phòng UBND tỉnh Tây Ninh, iso@vp.tayninh.example</p>
      <div style="margin:16px 0 0;padding:12px 0 0;border-top:1px solid #cccccc;color:#555555;font-size:14px">
        <p style="margin:0;font-weight:bold">Văn phòng Ủy ban nhân dân tỉnh Tây Ninh</p>
        <p style="margin:0">Thư tự động, không cần trả lời.</p>
      </div>
    </div>
  </body>
</html>
', '2026-11-26 00:31:00+00', '2026-11-26 00:31:00+00', 1, 'sent', '2026-11-26 00:31:00+00', '250 OK', '2026-11-26 00:31:00+00', false);
INSERT INTO public.mail_hours VALUES
	('a07bc0bd-243e-5a67-a089-c00c9bcd421c', '20:00:00', '06:00:00', '07:30:00');
INSERT INTO public.mail_preference VALUES
	('4ed35de6-538a-5e60-82db-0273b10583d2', 'digest', '2026-11-26 02:00:00+00');
INSERT INTO public.message VALUES
	('8f56d3fe-c66d-50df-9c3a-d93d272c4f4f', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'message', 'Som', '', '\x7b7d', 1, '2026-11-23 01:00:00+00', '590c6b84-2372-45d2-9dae-a30bf7b402fd', 'd', NULL, 'system', '8f56d3fe-c66d-50df-9c3a-d93d272c4f4f', NULL, NULL, '2026-12-23 01:00:00+00', '2026-12-23 01:00:00+00', 0, NULL, 'pending', NULL, NULL, NULL, 1, NULL, NULL);
INSERT INTO public.model_comment VALUES
	('d8b2369f-99c7-4dc0-b268-951a2296b702', '7dbe9201-1fb4-49fc-b149-17561190f100', NULL, 'a', 'Thiếu bước trả kết quả', '4ed35de6-538a-5e60-82db-0273b10583d2', '2026-11-26 02:00:00+00', NULL, NULL);
INSERT INTO public.model_draft VALUES
	('7dbe9201-1fb4-49fc-b149-17561190f100', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'QT_CAP_GIAY', 'Cấp giấy', 'qt_cap_giay cap giay', 'draft', NULL, NULL, 1, '2026-11-26 02:00:00+00', '4ed35de6-538a-5e60-82db-0273b10583d2', '2026-11-26 02:00:00+00', '4ed35de6-538a-5e60-82db-0273b10583d2', NULL, NULL, NULL, '', NULL, NULL);
INSERT INTO public.model_draft_file VALUES
	('7dbe9201-1fb4-49fc-b149-17561190f100', 'forms/phieu.json', '\x7b2274797065223a2264656661756c74222c226964223a227068696575222c227469746c65223a225068696575222c22636f6d706f6e656e7473223a5b7b2274797065223a22746578746669656c64222c226b6579223a226768695f636875222c226c6162656c223a2247686920636875227d5d7d', 'fc988c3ca363c63bd72213fa552c9aab931740d2d7ef9a7d6a0987e8536350cd', '2026-11-26 02:00:00+00', '4ed35de6-538a-5e60-82db-0273b10583d2'),
	('7dbe9201-1fb4-49fc-b149-17561190f100', 'model.bpmn', '\x3c3f786d6c2076657273696f6e3d27312e302720656e636f64696e673d275554462d38273f3e0a3c62706d6e3a646566696e6974696f6e7320786d6c6e733a62706d6e3d22687474703a2f2f7777772e6f6d672e6f72672f737065632f42504d4e2f32303130303532342f4d4f44454c2220786d6c6e733a7873693d22687474703a2f2f7777772e77332e6f72672f323030312f584d4c536368656d612d696e7374616e63652220786d6c6e733a676f763d2275726e3a766e3a676f763a62706d6e3a312220786d6c6e733a63616d756e64613d22687474703a2f2f63616d756e64612e6f72672f736368656d612f312e302f62706d6e222069643d224422207461726765744e616d6573706163653d2275726e3a74657374223e0a3c62706d6e3a70726f636573732069643d2251545f4341505f4749415922206e616d653d2243e1baa570206769e1baa5792220697345786563757461626c653d2274727565223e3c62706d6e3a73746172744576656e742069643d227322206e616d653d2242c6b0e1bb9b632073222f3e0a3c62706d6e3a757365725461736b2069643d226122206e616d653d2258e1bbad206cc3bd223e3c62706d6e3a657874656e73696f6e456c656d656e74733e3c676f763a61737369676e6d656e7420726f6c653d2243485559454e5f5649454e222f3e3c676f763a646561646c696e6520776f726b696e67446179733d2232222f3e3c676f763a657363616c6174696f6e206c61646465723d22514d53222f3e3c676f763a666f726d206b65793d227068696575222f3e3c676f763a6c6567616c42617369733e3c676f763a6c6567616c52656620646f633d2231392f323031342f51c4902d545467222f3e3c2f676f763a6c6567616c42617369733e3c2f62706d6e3a657874656e73696f6e456c656d656e74733e3c2f62706d6e3a757365725461736b3e0a3c62706d6e3a656e644576656e742069643d226522206e616d653d2242c6b0e1bb9b632065222f3e0a3c62706d6e3a73657175656e6365466c6f772069643d2246315f735f612220736f757263655265663d227322207461726765745265663d2261222f3e0a3c62706d6e3a73657175656e6365466c6f772069643d2246325f615f652220736f757263655265663d226122207461726765745265663d2265222f3e3c2f62706d6e3a70726f636573733e3c2f62706d6e3a646566696e6974696f6e733e', '189dca15be1cc351a620caac55526b03879da3dfd88f98699a1d1ce55bd7e91d', '2026-11-26 02:00:00+00', '4ed35de6-538a-5e60-82db-0273b10583d2');
INSERT INTO public.model_draft_save VALUES
	(1, '7dbe9201-1fb4-49fc-b149-17561190f100', 'forms/phieu.json', 'saved', 1, '\x7b2274797065223a2264656661756c74222c226964223a227068696575222c227469746c65223a225068696575222c22636f6d706f6e656e7473223a5b7b2274797065223a22746578746669656c64222c226b6579223a226768695f636875222c226c6162656c223a2247686920636875227d5d7d', '2026-11-26 02:00:00+00', '4ed35de6-538a-5e60-82db-0273b10583d2'),
	(2, '7dbe9201-1fb4-49fc-b149-17561190f100', 'model.bpmn', 'saved', 1, '\x3c3f786d6c2076657273696f6e3d27312e302720656e636f64696e673d275554462d38273f3e0a3c62706d6e3a646566696e6974696f6e7320786d6c6e733a62706d6e3d22687474703a2f2f7777772e6f6d672e6f72672f737065632f42504d4e2f32303130303532342f4d4f44454c2220786d6c6e733a7873693d22687474703a2f2f7777772e77332e6f72672f323030312f584d4c536368656d612d696e7374616e63652220786d6c6e733a676f763d2275726e3a766e3a676f763a62706d6e3a312220786d6c6e733a63616d756e64613d22687474703a2f2f63616d756e64612e6f72672f736368656d612f312e302f62706d6e222069643d224422207461726765744e616d6573706163653d2275726e3a74657374223e0a3c62706d6e3a70726f636573732069643d2251545f4341505f4749415922206e616d653d2243e1baa570206769e1baa5792220697345786563757461626c653d2274727565223e3c62706d6e3a73746172744576656e742069643d227322206e616d653d2242c6b0e1bb9b632073222f3e0a3c62706d6e3a757365725461736b2069643d226122206e616d653d2258e1bbad206cc3bd223e3c62706d6e3a657874656e73696f6e456c656d656e74733e3c676f763a61737369676e6d656e7420726f6c653d2243485559454e5f5649454e222f3e3c676f763a646561646c696e6520776f726b696e67446179733d2232222f3e3c676f763a657363616c6174696f6e206c61646465723d22514d53222f3e3c676f763a666f726d206b65793d227068696575222f3e3c676f763a6c6567616c42617369733e3c676f763a6c6567616c52656620646f633d2231392f323031342f51c4902d545467222f3e3c2f676f763a6c6567616c42617369733e3c2f62706d6e3a657874656e73696f6e456c656d656e74733e3c2f62706d6e3a757365725461736b3e0a3c62706d6e3a656e644576656e742069643d226522206e616d653d2242c6b0e1bb9b632065222f3e0a3c62706d6e3a73657175656e6365466c6f772069643d2246315f735f612220736f757263655265663d227322207461726765745265663d2261222f3e0a3c62706d6e3a73657175656e6365466c6f772069643d2246325f615f652220736f757263655265663d226122207461726765745265663d2265222f3e3c2f62706d6e3a70726f636573733e3c2f62706d6e3a646566696e6974696f6e733e', '2026-11-26 02:00:00+00', '4ed35de6-538a-5e60-82db-0273b10583d2');
INSERT INTO public.model_file VALUES
	('0d765509-dc68-5380-8d6f-de580d1644e8', 'forms/danh-gia-tac-dong.json', '\x7b0a20202274797065223a202264656661756c74222c0a2020226964223a202264616e682d6769612d7461632d646f6e67222c0a2020227469746c65223a2022c490c3a16e68206769c3a12074c3a16320c491e1bb996e6720c491e1babf6e20717579207472c3ac6e68222c0a2020227469746c65456e223a20224173736573732074686520656666656374206f6e207468652070726f636564757265222c0a202022636f6d706f6e656e7473223a205b0a202020207b0a2020202020202274797065223a20227465787461726561222c0a202020202020226b6579223a20226c795f646f5f7472615f6c61695f64616e685f676961222c0a202020202020226c6162656c223a20224cc3bd20646f206cc3a36e6820c491e1baa16f20c491c6a16e2076e1bb8b207472e1baa3206ce1baa169222c0a202020202020226c6162656c456e223a2022576879207468652068656164206f6620756e69742073656e74206974206261636b222c0a20202020202022726561646f6e6c79223a20747275652c0a20202020202022636f6e646974696f6e616c223a207b0a20202020202020202268696465223a20223d2071757965745f64696e685f6b686f6e675f646f6920213d205c227472615f6c61695c22220a2020202020207d0a202020207d2c0a202020207b0a2020202020202274797065223a2022726164696f222c0a202020202020226b6579223a20227068756f6e675f616e222c0a202020202020226c6162656c223a20225068c6b0c6a16e6720c3a16e222c0a202020202020226c6162656c456e223a2022436f75727365206f6620616374696f6e222c0a2020202020202276616c756573223a205b0a20202020202020207b0a20202020202020202020226c6162656c223a202253e1bbad6120c491e1bb95692c2062e1bb952073756e6720717579207472c3ac6e68222c0a20202020202020202020226c6162656c456e223a2022416d656e64207468652070726f636564757265222c0a202020202020202020202276616c7565223a20227375615f646f69220a20202020202020207d2c0a20202020202020207b0a20202020202020202020226c6162656c223a202254686179207468e1babf2062e1bab16e6720717579207472c3ac6e68206de1bb9b69222c0a20202020202020202020226c6162656c456e223a20225265706c61636520697420776974682061206e65772070726f636564757265222c0a202020202020202020202276616c7565223a2022746861795f746865220a20202020202020207d2c0a20202020202020207b0a20202020202020202020226c6162656c223a202242c3a3692062e1bb8f20717579207472c3ac6e68222c0a20202020202020202020226c6162656c456e223a20225769746864726177207468652070726f636564757265222c0a202020202020202020202276616c7565223a20226261695f626f220a20202020202020207d2c0a20202020202020207b0a20202020202020202020226c6162656c223a20224b68c3b46e67207468617920c491e1bb9569222c0a20202020202020202020226c6162656c456e223a20224e6f206368616e6765222c0a202020202020202020202276616c7565223a20226b686f6e675f646f69220a20202020202020207d0a2020202020205d2c0a2020202020202276616c6964617465223a207b0a2020202020202020227265717569726564223a20747275650a2020202020207d2c0a2020202020202264656661756c744b6579223a20227068756f6e675f616e220a202020207d2c0a202020207b0a2020202020202274797065223a2022636865636b6c697374222c0a202020202020226b6579223a20226d61745f616e685f68756f6e67222c0a202020202020226c6162656c223a202243c3a163206de1bab7742062e1bb8b20e1baa36e682068c6b0e1bb9f6e67222c0a202020202020226c6162656c456e223a202257686174206973206166666563746564222c0a2020202020202276616c756573223a205b0a20202020202020207b0a20202020202020202020226c6162656c223a20225468e1bb9d692068e1baa16e206769e1baa36920717579e1babf74222c0a20202020202020202020226c6162656c456e223a202254696d65206c696d6974222c0a202020202020202020202276616c7565223a202274686f695f68616e220a20202020202020207d2c0a20202020202020207b0a20202020202020202020226c6162656c223a20225468c3a06e68207068e1baa76e2068e1bb932073c6a1222c0a20202020202020202020226c6162656c456e223a2022446f7373696572207061727473222c0a202020202020202020202276616c7565223a20227468616e685f7068616e5f686f5f736f220a20202020202020207d2c0a20202020202020207b0a20202020202020202020226c6162656c223a20224269e1bb8375206de1baab75222c0a20202020202020202020226c6162656c456e223a2022466f726d73222c0a202020202020202020202276616c7565223a2022626965755f6d6175220a20202020202020207d2c0a20202020202020207b0a20202020202020202020226c6162656c223a20225468e1baa96d20717579e1bb816e206769e1baa36920717579e1babf74222c0a20202020202020202020226c6162656c456e223a2022436f6d706574656e6365222c0a202020202020202020202276616c7565223a20227468616d5f717579656e220a20202020202020207d2c0a20202020202020207b0a20202020202020202020226c6162656c223a20225068c3ad2c206ce1bb87207068c3ad222c0a20202020202020202020226c6162656c456e223a202246656573222c0a202020202020202020202276616c7565223a2022706869220a20202020202020207d2c0a20202020202020207b0a20202020202020202020226c6162656c223a20225472c3ac6e682074e1bbb1207468e1bbb163206869e1bb876e222c0a20202020202020202020226c6162656c456e223a20225374657073222c0a202020202020202020202276616c7565223a20227472696e685f7475220a20202020202020207d0a2020202020205d2c0a2020202020202276616c6964617465223a207b0a2020202020202020227265717569726564223a20747275650a2020202020207d2c0a2020202020202264656661756c744b6579223a20226d61745f616e685f68756f6e67222c0a20202020202022636f6e646974696f6e616c223a207b0a20202020202020202268696465223a20223d207068756f6e675f616e203d205c226b686f6e675f646f695c22220a2020202020207d0a202020207d2c0a202020207b0a2020202020202274797065223a20227465787461726561222c0a202020202020226b6579223a20226e6f695f64756e675f7461635f646f6e67222c0a202020202020226c6162656c223a20224ee1bb99692064756e6720c491c3a16e68206769c3a1222c0a202020202020226c6162656c456e223a20224173736573736d656e74222c0a202020202020226465736372697074696f6e223a2022536f2073c3a16e682071757920c491e1bb8b6e68206de1bb9b692076e1bb9b6920717579207472c3ac6e6820c491616e6720c3a1702064e1bba56e672c206768692072c3b520c49169e1bb81752c206b686fe1baa36e2e222c0a202020202020226465736372697074696f6e456e223a2022436f6d7061726520746865206e65772072756c652077697468207468652070726f63656475726520696e20666f7263653b206e616d65207468652070726f766973696f6e732e222c0a2020202020202276616c6964617465223a207b0a2020202020202020227265717569726564223a20747275652c0a2020202020202020226d696e4c656e677468223a2031302c0a2020202020202020226d61784c656e677468223a20343030300a2020202020207d2c0a2020202020202264656661756c744b6579223a20226e6f695f64756e675f7461635f646f6e67220a202020207d0a20205d0a7d0a'),
	('0d765509-dc68-5380-8d6f-de580d1644e8', 'forms/doc-va-xac-nhan.json', '\x7b0a20202274797065223a202264656661756c74222c0a2020226964223a2022646f632d76612d7861632d6e68616e222c0a2020227469746c65223a2022c490e1bb8d632076c3a02078c3a163206e68e1baad6e20c491c3a3206869e1bb8375222c0a2020227469746c65456e223a20225265616420616e6420636f6e6669726d222c0a202022636f6d706f6e656e7473223a205b0a202020207b0a2020202020202274797065223a202274657874222c0a2020202020202274657874223a2022c490e1bb8d63206ee1bb99692064756e67207468617920c491e1bb95692063e1bba7612063c3a16320717579207472c3ac6e682074726f6e672068e1bb932073c6a1206ec3a079207472c6b0e1bb9b63206b68692078c3a163206e68e1baad6e2e222c0a2020202020202274657874456e223a2022526561642077686174206368616e67656420696e207468652070726f63656475726573206f6620746869732063617365206265666f726520796f7520636f6e6669726d2e220a202020207d2c0a202020207b0a2020202020202274797065223a2022726164696f222c0a202020202020226b6579223a202261705f64756e675f63687579656e5f74696570222c0a202020202020226c6162656c223a202248e1bb932073c6a120c491c3a3207469e1babf70206e68e1baad6e207472c6b0e1bb9b63206e67c3a079206869e1bb8775206ce1bbb16320c3a1702064e1bba56e67222c0a202020202020226c6162656c456e223a2022446f737369657273207265636569766564206265666f726520746865206368616e676520666f6c6c6f77222c0a20202020202022726561646f6e6c79223a20747275652c0a2020202020202276616c756573223a205b0a20202020202020207b0a20202020202020202020226c6162656c223a2022506869c3aa6e2062e1baa36e2063c5a92063686f20c491e1babf6e206b6869206769e1baa36920717579e1babf7420786f6e67222c0a20202020202020202020226c6162656c456e223a2022546865206f6c642076657273696f6e20756e74696c2074686579206172652066696e6973686564222c0a202020202020202020202276616c7565223a20226769755f62616e5f6375220a20202020202020207d2c0a20202020202020207b0a20202020202020202020226c6162656c223a2022506869c3aa6e2062e1baa36e206de1bb9b69222c0a20202020202020202020226c6162656c456e223a2022546865206e65772076657273696f6e222c0a202020202020202020202276616c7565223a202263687579656e5f62616e5f6d6f69220a20202020202020207d0a2020202020205d0a202020207d2c0a202020207b0a2020202020202274797065223a20227465787461726561222c0a202020202020226b6579223a20226768695f6368755f63687579656e5f74696570222c0a202020202020226c6162656c223a2022476869206368c3ba2063e1bba761205468c6b0206bc3bd2049534f222c0a202020202020226c6162656c456e223a20224e6f7465206f66207468652049534f20736563726574617279222c0a20202020202022726561646f6e6c79223a20747275650a202020207d2c0a202020207b0a2020202020202274797065223a2022636865636b626f78222c0a202020202020226b6579223a202264615f646f635f68696575222c0a202020202020226c6162656c223a202254c3b46920c491c3a320c491e1bb8d632076c3a0206869e1bb8375206ee1bb99692064756e67207468617920c491e1bb9569222c0a202020202020226c6162656c456e223a2022492068617665207265616420616e6420756e64657273746f6f6420746865206368616e6765222c0a2020202020202276616c6964617465223a207b0a2020202020202020227265717569726564223a20747275650a2020202020207d0a202020207d2c0a202020207b0a2020202020202274797065223a20227465787461726561222c0a202020202020226b6579223a2022795f6b69656e5f6e67756f695f646f63222c0a202020202020226c6162656c223a2022c39d206b69e1babf6e2c2076c6b0e1bb9b6e67206de1baaf63222c0a202020202020226c6162656c456e223a2022436f6d6d656e74732c20646966666963756c74696573222c0a202020202020226465736372697074696f6e223a20224b68c3b46e672062e1baaf74206275e1bb99632e222c0a202020202020226465736372697074696f6e456e223a20224f7074696f6e616c2e222c0a2020202020202276616c6964617465223a207b0a2020202020202020226d61784c656e677468223a20323030300a2020202020207d0a202020207d0a20205d0a7d0a'),
	('0d765509-dc68-5380-8d6f-de580d1644e8', 'forms/du-thao.json', '\x7b0a20202274797065223a202264656661756c74222c0a2020226964223a202264752d7468616f222c0a2020227469746c65223a2022536fe1baa16e207468e1baa36f207468617920c491e1bb956920717579207472c3ac6e68222c0a2020227469746c65456e223a2022447261667420746865206368616e6765222c0a202022636f6d706f6e656e7473223a205b0a202020207b0a2020202020202274797065223a20227465787461726561222c0a202020202020226b6579223a20226c795f646f5f7472615f6c61695f64755f7468616f222c0a202020202020226c6162656c223a20224cc3bd20646f206cc3a36e6820c491e1baa16f207472e1baa3206ce1baa169222c0a202020202020226c6162656c456e223a20225768792074686520686561642073656e74206974206261636b222c0a20202020202022726561646f6e6c79223a20747275652c0a20202020202022636f6e646974696f6e616c223a207b0a20202020202020202268696465223a20223d2071757965745f64696e685f7068655f647579657420213d205c227472615f6c61695c22220a2020202020207d0a202020207d2c0a202020207b0a2020202020202274797065223a2022726164696f222c0a202020202020226b6579223a20227068756f6e675f616e222c0a202020202020226c6162656c223a20225068c6b0c6a16e6720c3a16e222c0a202020202020226c6162656c456e223a2022436f75727365206f6620616374696f6e222c0a20202020202022726561646f6e6c79223a20747275652c0a2020202020202276616c756573223a205b0a20202020202020207b0a20202020202020202020226c6162656c223a202253e1bbad6120c491e1bb95692c2062e1bb952073756e6720717579207472c3ac6e68222c0a20202020202020202020226c6162656c456e223a2022416d656e64207468652070726f636564757265222c0a202020202020202020202276616c7565223a20227375615f646f69220a20202020202020207d2c0a20202020202020207b0a20202020202020202020226c6162656c223a202254686179207468e1babf2062e1bab16e6720717579207472c3ac6e68206de1bb9b69222c0a20202020202020202020226c6162656c456e223a20225265706c61636520697420776974682061206e65772070726f636564757265222c0a202020202020202020202276616c7565223a2022746861795f746865220a20202020202020207d2c0a20202020202020207b0a20202020202020202020226c6162656c223a202242c3a3692062e1bb8f20717579207472c3ac6e68222c0a20202020202020202020226c6162656c456e223a20225769746864726177207468652070726f636564757265222c0a202020202020202020202276616c7565223a20226261695f626f220a20202020202020207d2c0a20202020202020207b0a20202020202020202020226c6162656c223a20224b68c3b46e67207468617920c491e1bb9569222c0a20202020202020202020226c6162656c456e223a20224e6f206368616e6765222c0a202020202020202020202276616c7565223a20226b686f6e675f646f69220a20202020202020207d0a2020202020205d0a202020207d2c0a202020207b0a2020202020202274797065223a2022746578746669656c64222c0a202020202020226b6579223a2022736f5f706869656e5f62616e5f6d6f69222c0a202020202020226c6162656c223a202253e1bb9120706869c3aa6e2062e1baa36e206de1bb9b69222c0a202020202020226c6162656c456e223a20224e65772076657273696f6e206e756d626572222c0a202020202020226465736372697074696f6e223a202256c3ad2064e1bba520303220686fe1bab76320322e303b206b68c3a1632063c3a16320706869c3aa6e2062e1baa36e20c491c3a32062616e2068c3a06e682e222c0a202020202020226465736372697074696f6e456e223a2022466f72206578616d706c65203032206f7220322e303b20646966666572656e742066726f6d206561726c6965722076657273696f6e732e222c0a2020202020202276616c6964617465223a207b0a2020202020202020227265717569726564223a20747275652c0a2020202020202020226d61784c656e677468223a2032302c0a2020202020202020227061747465726e223a20225e5b302d39412d5a612d7a5d5b302d39412d5a612d7a2e2f2d5d7b302c31397d24222c0a2020202020202020227061747465726e4572726f724d657373616765223a20224368e1bb892064c3b96e67206368e1bbaf206b68c3b46e672064e1baa5752c2073e1bb912076c3a02063c3a1632064e1baa575202e202f202d222c0a2020202020202020227061747465726e4572726f724d657373616765456e223a2022557365206c6574746572732c2064696769747320616e64202e202f202d206f6e6c792e222c0a2020202020202020226e6f74416d6f6e67223a20227468755f7475632e6361635f706869656e5f62616e220a2020202020207d2c0a2020202020202264656661756c744b6579223a2022736f5f706869656e5f62616e5f6d6f69222c0a20202020202022636f6e646974696f6e616c223a207b0a20202020202020202268696465223a20223d207068756f6e675f616e203d205c226261695f626f5c22220a2020202020207d0a202020207d2c0a202020207b0a2020202020202274797065223a20226461746574696d65222c0a2020202020202273756274797065223a202264617465222c0a202020202020226b6579223a20226e6761795f686965755f6c75635f6d6f69222c0a202020202020226c6162656c223a20224e67c3a079206869e1bb8775206ce1bbb1632063e1bba761207468617920c491e1bb9569222c0a202020202020226c6162656c456e223a20224368616e67652074616b657320656666656374206f6e222c0a202020202020226465736372697074696f6e223a20224b68c3b46e672073e1bb9b6d2068c6a16e206e67c3a0792076c4836e2062e1baa36e20717579207068e1baa16d207068c3a170206c75e1baad742063c3b3206869e1bb8775206ce1bbb1632e222c0a202020202020226465736372697074696f6e456e223a20224e6f74206265666f726520746865206c6567616c20646f63756d656e742074616b6573206566666563742e222c0a2020202020202276616c6964617465223a207b0a2020202020202020227265717569726564223a20747275652c0a2020202020202020226e6f744265666f7265223a20226e6761795f686965755f6c7563220a2020202020207d2c0a2020202020202264656661756c744b6579223a20226e6761795f686965755f6c75635f6d6f69220a202020207d2c0a202020207b0a2020202020202274797065223a20227465787461726561222c0a202020202020226b6579223a2022746f6d5f7461745f746861795f646f69222c0a202020202020226c6162656c223a202254c3b36d2074e1baaf74207468617920c491e1bb9569222c0a202020202020226c6162656c456e223a202253756d6d617279206f6620746865206368616e6765222c0a202020202020226465736372697074696f6e223a20224ee1bb99692064756e67206ec3a07920c491c6b0e1bba3632067e1bbad692063686f206de1bb8d69206e67c6b0e1bb9d69207068e1baa36920c491e1bb8d632076c3a02078c3a163206e68e1baad6e2e222c0a202020202020226465736372697074696f6e456e223a202245766572796f6e652077686f2068617320746f20636f6e6669726d2072656164696e672067657473207468697320746578742e222c0a2020202020202276616c6964617465223a207b0a2020202020202020227265717569726564223a20747275652c0a2020202020202020226d696e4c656e677468223a2031302c0a2020202020202020226d61784c656e677468223a20343030300a2020202020207d2c0a2020202020202264656661756c744b6579223a2022746f6d5f7461745f746861795f646f69220a202020207d2c0a202020207b0a2020202020202274797065223a202266696c657069636b6572222c0a202020202020226b6579223a202264755f7468616f222c0a202020202020226c6162656c223a202244e1bbb1207468e1baa36f20717579207472c3ac6e682c20717579e1babf7420c491e1bb8b6e68222c0a202020202020226c6162656c456e223a202244726166742070726f63656475726520616e64206465636973696f6e222c0a202020202020226465736372697074696f6e223a202254e1bb8770205044462c20576f726420686fe1bab76320457863656c3b206b68c3b46e6720c491c3ad6e68206bc3a86d2076c4836e2062e1baa36e2063c3b32064e1baa575206368e1bb8920c491e1bb99206de1baad742e222c0a202020202020226465736372697074696f6e456e223a20225044462c20576f7264206f7220457863656c3b206e6f20636c617373696669656420646f63756d656e74732e222c0a20202020202022616363657074223a20222e7064662c2e646f63782c2e786c7378222c0a202020202020226d756c7469706c65223a20747275650a202020207d0a20205d0a7d0a'),
	('0d765509-dc68-5380-8d6f-de580d1644e8', 'forms/duyet-khong-doi.json', '\x7b0a20202274797065223a202264656661756c74222c0a2020226964223a202264757965742d6b686f6e672d646f69222c0a2020227469746c65223a2022447579e1bb8774206be1babf74206c75e1baad6e206769e1bbaf206e677579c3aa6e20717579207472c3ac6e68222c0a2020227469746c65456e223a2022417070726f76652074686174207468652070726f636564757265207374617973222c0a202022636f6d706f6e656e7473223a205b0a202020207b0a2020202020202274797065223a20227465787461726561222c0a202020202020226b6579223a20226e6f695f64756e675f7461635f646f6e67222c0a202020202020226c6162656c223a20224ee1bb99692064756e6720c491c3a16e68206769c3a12063e1bba7612063687579c3aa6e207669c3aa6e222c0a202020202020226c6162656c456e223a20224173736573736d656e74206f6620746865206f666669636572222c0a20202020202022726561646f6e6c79223a20747275650a202020207d2c0a202020207b0a2020202020202274797065223a2022726164696f222c0a202020202020226b6579223a202271757965745f64696e685f6b686f6e675f646f69222c0a202020202020226c6162656c223a2022517579e1babf7420c491e1bb8b6e68222c0a202020202020226c6162656c456e223a20224465636973696f6e222c0a2020202020202276616c756573223a205b0a20202020202020207b0a20202020202020202020226c6162656c223a2022c490e1bb936e6720c3bd222c0a20202020202020202020226c6162656c456e223a20224167726565222c0a202020202020202020202276616c7565223a2022646f6e675f79220a20202020202020207d2c0a20202020202020207b0a20202020202020202020226c6162656c223a20225472e1baa3206ce1baa16920c491e1bb832078656d2078c3a974206ce1baa169222c0a20202020202020202020226c6162656c456e223a202253656e64206261636b222c0a202020202020202020202276616c7565223a20227472615f6c6169220a20202020202020207d0a2020202020205d2c0a2020202020202276616c6964617465223a207b0a2020202020202020227265717569726564223a20747275650a2020202020207d0a202020207d2c0a202020207b0a2020202020202274797065223a20227465787461726561222c0a202020202020226b6579223a20226c795f646f5f7472615f6c61695f64616e685f676961222c0a202020202020226c6162656c223a20224cc3bd20646f207472e1baa3206ce1baa169222c0a202020202020226c6162656c456e223a2022526561736f6e20666f722073656e64696e67206261636b222c0a2020202020202276616c6964617465223a207b0a2020202020202020227265717569726564223a20747275652c0a2020202020202020226d696e4c656e677468223a20352c0a2020202020202020226d61784c656e677468223a20343030300a2020202020207d2c0a20202020202022636f6e646974696f6e616c223a207b0a20202020202020202268696465223a20223d2071757965745f64696e685f6b686f6e675f646f6920213d205c227472615f6c61695c22220a2020202020207d0a202020207d0a20205d0a7d0a'),
	('0d765509-dc68-5380-8d6f-de580d1644e8', 'forms/phe-duyet.json', '\x7b0a20202274797065223a202264656661756c74222c0a2020226964223a20227068652d6475796574222c0a2020227469746c65223a20225068c3aa20647579e1bb8774207468617920c491e1bb956920717579207472c3ac6e68222c0a2020227469746c65456e223a2022417070726f766520746865206368616e6765222c0a202022636f6d706f6e656e7473223a205b0a202020207b0a2020202020202274797065223a2022726164696f222c0a202020202020226b6579223a20227068756f6e675f616e222c0a202020202020226c6162656c223a20225068c6b0c6a16e6720c3a16e222c0a202020202020226c6162656c456e223a2022436f75727365206f6620616374696f6e222c0a20202020202022726561646f6e6c79223a20747275652c0a2020202020202276616c756573223a205b0a20202020202020207b0a20202020202020202020226c6162656c223a202253e1bbad6120c491e1bb95692c2062e1bb952073756e6720717579207472c3ac6e68222c0a20202020202020202020226c6162656c456e223a2022416d656e64207468652070726f636564757265222c0a202020202020202020202276616c7565223a20227375615f646f69220a20202020202020207d2c0a20202020202020207b0a20202020202020202020226c6162656c223a202254686179207468e1babf2062e1bab16e6720717579207472c3ac6e68206de1bb9b69222c0a20202020202020202020226c6162656c456e223a20225265706c61636520697420776974682061206e65772070726f636564757265222c0a202020202020202020202276616c7565223a2022746861795f746865220a20202020202020207d2c0a20202020202020207b0a20202020202020202020226c6162656c223a202242c3a3692062e1bb8f20717579207472c3ac6e68222c0a20202020202020202020226c6162656c456e223a20225769746864726177207468652070726f636564757265222c0a202020202020202020202276616c7565223a20226261695f626f220a20202020202020207d2c0a20202020202020207b0a20202020202020202020226c6162656c223a20224b68c3b46e67207468617920c491e1bb9569222c0a20202020202020202020226c6162656c456e223a20224e6f206368616e6765222c0a202020202020202020202276616c7565223a20226b686f6e675f646f69220a20202020202020207d0a2020202020205d0a202020207d2c0a202020207b0a2020202020202274797065223a2022746578746669656c64222c0a202020202020226b6579223a2022736f5f706869656e5f62616e5f6d6f69222c0a202020202020226c6162656c223a202253e1bb9120706869c3aa6e2062e1baa36e206de1bb9b69222c0a202020202020226c6162656c456e223a20224e65772076657273696f6e206e756d626572222c0a20202020202022726561646f6e6c79223a20747275652c0a20202020202022636f6e646974696f6e616c223a207b0a20202020202020202268696465223a20223d207068756f6e675f616e203d205c226261695f626f5c22220a2020202020207d0a202020207d2c0a202020207b0a2020202020202274797065223a20226461746574696d65222c0a2020202020202273756274797065223a202264617465222c0a202020202020226b6579223a20226e6761795f686965755f6c75635f6d6f69222c0a202020202020226c6162656c223a20224e67c3a079206869e1bb8775206ce1bbb1632063e1bba761207468617920c491e1bb9569222c0a202020202020226c6162656c456e223a20224368616e67652074616b657320656666656374206f6e222c0a20202020202022726561646f6e6c79223a20747275650a202020207d2c0a202020207b0a2020202020202274797065223a20227465787461726561222c0a202020202020226b6579223a2022746f6d5f7461745f746861795f646f69222c0a202020202020226c6162656c223a202254c3b36d2074e1baaf74207468617920c491e1bb9569222c0a202020202020226c6162656c456e223a202253756d6d617279206f6620746865206368616e6765222c0a20202020202022726561646f6e6c79223a20747275650a202020207d2c0a202020207b0a2020202020202274797065223a202266696c657069636b6572222c0a202020202020226b6579223a202264755f7468616f222c0a202020202020226c6162656c223a202244e1bbb1207468e1baa36f20717579207472c3ac6e682c20717579e1babf7420c491e1bb8b6e68222c0a202020202020226c6162656c456e223a202244726166742070726f63656475726520616e64206465636973696f6e222c0a20202020202022726561646f6e6c79223a20747275652c0a20202020202022616363657074223a20222e7064662c2e646f63782c2e786c7378222c0a202020202020226d756c7469706c65223a20747275650a202020207d2c0a202020207b0a2020202020202274797065223a2022736570617261746f72220a202020207d2c0a202020207b0a2020202020202274797065223a2022726164696f222c0a202020202020226b6579223a202271757965745f64696e685f7068655f6475796574222c0a202020202020226c6162656c223a2022517579e1babf7420c491e1bb8b6e68222c0a202020202020226c6162656c456e223a20224465636973696f6e222c0a2020202020202276616c756573223a205b0a20202020202020207b0a20202020202020202020226c6162656c223a20225068c3aa20647579e1bb8774222c0a20202020202020202020226c6162656c456e223a2022417070726f7665222c0a202020202020202020202276616c7565223a20226475796574220a20202020202020207d2c0a20202020202020207b0a20202020202020202020226c6162656c223a20225472e1baa3206ce1baa16920c491e1bb8320736fe1baa16e206ce1baa169222c0a20202020202020202020226c6162656c456e223a202253656e64206261636b20666f722072656472616674696e67222c0a202020202020202020202276616c7565223a20227472615f6c6169220a20202020202020207d0a2020202020205d2c0a2020202020202276616c6964617465223a207b0a2020202020202020227265717569726564223a20747275650a2020202020207d0a202020207d2c0a202020207b0a2020202020202274797065223a2022746578746669656c64222c0a202020202020226b6579223a2022736f5f71757965745f64696e68222c0a202020202020226c6162656c223a202253e1bb912c206bc3bd206869e1bb877520717579e1babf7420c491e1bb8b6e68222c0a202020202020226c6162656c456e223a20224465636973696f6e206e756d626572222c0a202020202020226465736372697074696f6e223a202256c3ad2064e1bba5203132352f51c4902d56502e222c0a202020202020226465736372697074696f6e456e223a2022466f72206578616d706c65203132352f51c4902d56502e222c0a2020202020202276616c6964617465223a207b0a2020202020202020227265717569726564223a20747275652c0a2020202020202020226d61784c656e677468223a2034302c0a2020202020202020227061747465726e223a20225e5b302d395d7b312c357d5b612d7a5d3f2f51c4902d5b412d5ac490262d5d7b322c32307d24222c0a2020202020202020227061747465726e4572726f724d657373616765223a2022476869207468656f2064e1baa16e672073e1bb912f51c4902d74c3aa6e207669e1babf742074e1baaf742063c6a1207175616e2c2076c3ad2064e1bba5203132352f51c4902d56502e222c0a2020202020202020227061747465726e4572726f724d657373616765456e223a20225772697465206e756d6265722f51c4902d616262726576696174696f6e2c20666f72206578616d706c65203132352f51c4902d56502e220a2020202020207d2c0a20202020202022636f6e646974696f6e616c223a207b0a20202020202020202268696465223a20223d2071757965745f64696e685f7068655f647579657420213d205c2264757965745c22220a2020202020207d0a202020207d2c0a202020207b0a2020202020202274797065223a20226461746574696d65222c0a2020202020202273756274797065223a202264617465222c0a202020202020226b6579223a20226e6761795f71757965745f64696e68222c0a202020202020226c6162656c223a20224e67c3a07920717579e1babf7420c491e1bb8b6e68222c0a202020202020226c6162656c456e223a202244617465206f6620746865206465636973696f6e222c0a2020202020202276616c6964617465223a207b0a2020202020202020227265717569726564223a20747275652c0a2020202020202020226e6f744265666f7265223a20226e6761795f6b79220a2020202020207d2c0a20202020202022636f6e646974696f6e616c223a207b0a20202020202020202268696465223a20223d2071757965745f64696e685f7068655f647579657420213d205c2264757965745c22220a2020202020207d0a202020207d2c0a202020207b0a2020202020202274797065223a20227465787461726561222c0a202020202020226b6579223a20226c795f646f5f7472615f6c61695f64755f7468616f222c0a202020202020226c6162656c223a20224cc3bd20646f207472e1baa3206ce1baa169222c0a202020202020226c6162656c456e223a2022526561736f6e20666f722073656e64696e67206261636b222c0a202020202020226465736372697074696f6e223a20224ec3aa752072c3b5206ee1bb99692064756e67207068e1baa3692073e1bbad612e222c0a202020202020226465736372697074696f6e456e223a202253617920776861742068617320746f206265206368616e6765642e222c0a2020202020202276616c6964617465223a207b0a2020202020202020227265717569726564223a20747275652c0a2020202020202020226d696e4c656e677468223a20352c0a2020202020202020226d61784c656e677468223a20343030300a2020202020207d2c0a20202020202022636f6e646974696f6e616c223a207b0a20202020202020202268696465223a20223d2071757965745f64696e685f7068655f647579657420213d205c227472615f6c61695c22220a2020202020207d0a202020207d0a20205d0a7d0a'),
	('0d765509-dc68-5380-8d6f-de580d1644e8', 'forms/quy-dinh-chuyen-tiep.json', '\x7b0a20202274797065223a202264656661756c74222c0a2020226964223a20227175792d64696e682d63687579656e2d74696570222c0a2020227469746c65223a202251757920c491e1bb8b6e682063687579e1bb836e207469e1babf702068e1bb932073c6a120c491616e67206769e1baa36920717579e1babf74222c0a2020227469746c65456e223a2022446563696465206f6e20646f73736965727320616c7265616479207265636569766564222c0a202022636f6d706f6e656e7473223a205b0a202020207b0a2020202020202274797065223a20227465787461726561222c0a202020202020226b6579223a2022646965755f6b686f616e5f63687579656e5f74696570222c0a202020202020226c6162656c223a2022c49069e1bb8175206b686fe1baa36e2063687579e1bb836e207469e1babf702063e1bba7612076c4836e2062e1baa36e222c0a202020202020226c6162656c456e223a20225472616e736974696f6e616c20636c61757365206f662074686520646f63756d656e74222c0a20202020202022726561646f6e6c79223a20747275650a202020207d2c0a202020207b0a2020202020202274797065223a2022726164696f222c0a202020202020226b6579223a202261705f64756e675f63687579656e5f74696570222c0a202020202020226c6162656c223a202248e1bb932073c6a120c491c3a3207469e1babf70206e68e1baad6e207472c6b0e1bb9b63206e67c3a079206869e1bb8775206ce1bbb16320c3a1702064e1bba56e67222c0a202020202020226c6162656c456e223a2022446f737369657273207265636569766564206265666f726520746865206368616e676520666f6c6c6f77222c0a2020202020202276616c756573223a205b0a20202020202020207b0a20202020202020202020226c6162656c223a2022506869c3aa6e2062e1baa36e2063c5a92063686f20c491e1babf6e206b6869206769e1baa36920717579e1babf7420786f6e67222c0a20202020202020202020226c6162656c456e223a2022546865206f6c642076657273696f6e20756e74696c2074686579206172652066696e6973686564222c0a202020202020202020202276616c7565223a20226769755f62616e5f6375220a20202020202020207d2c0a20202020202020207b0a20202020202020202020226c6162656c223a2022506869c3aa6e2062e1baa36e206de1bb9b692c207468656f2063c4836e2063e1bba9207068c3a170206cc3bd2064c6b0e1bb9b6920c491c3a279222c0a20202020202020202020226c6162656c456e223a2022546865206e65772076657273696f6e2c206f6e20746865206c6567616c2062617369732062656c6f77222c0a202020202020202020202276616c7565223a202263687579656e5f62616e5f6d6f69220a20202020202020207d0a2020202020205d2c0a2020202020202276616c6964617465223a207b0a2020202020202020227265717569726564223a20747275650a2020202020207d0a202020207d2c0a202020207b0a2020202020202274797065223a20227465787461726561222c0a202020202020226b6579223a202263616e5f63755f63687579656e5f74696570222c0a202020202020226c6162656c223a202243c4836e2063e1bba9222c0a202020202020226c6162656c456e223a20224c6567616c206261736973222c0a202020202020226465736372697074696f6e223a2022c49069e1bb81752c206b686fe1baa36e2071757920c491e1bb8b6e68207669e1bb87632063687579e1bb836e207469e1babf702e222c0a202020202020226465736372697074696f6e456e223a20225468652070726f766973696f6e206f6e207472616e736974696f6e2e222c0a2020202020202276616c6964617465223a207b0a2020202020202020227265717569726564223a20747275652c0a2020202020202020226d696e4c656e677468223a20352c0a2020202020202020226d61784c656e677468223a20313030300a2020202020207d0a202020207d2c0a202020207b0a2020202020202274797065223a20227465787461726561222c0a202020202020226b6579223a20226768695f6368755f63687579656e5f74696570222c0a202020202020226c6162656c223a2022476869206368c3ba2063686f206e67c6b0e1bb9d69206769e1baa36920717579e1babf742068e1bb932073c6a1222c0a202020202020226c6162656c456e223a20224e6f746520666f72206f66666963657273222c0a2020202020202276616c6964617465223a207b0a2020202020202020226d61784c656e677468223a20343030300a2020202020207d0a202020207d0a20205d0a7d0a'),
	('0d765509-dc68-5380-8d6f-de580d1644e8', 'forms/sang-loc.json', '\x7b0a20202274797065223a202264656661756c74222c0a2020226964223a202273616e672d6c6f63222c0a2020227469746c65223a202253c3a06e67206ce1bb8d632076c4836e2062e1baa36e222c0a2020227469746c65456e223a202253637265656e2074686520646f63756d656e74222c0a202022636f6d706f6e656e7473223a205b0a202020207b0a2020202020202274797065223a20227465787461726561222c0a202020202020226b6579223a2022795f6b69656e5f706861705f636865222c0a202020202020226c6162656c223a2022c39d206b69e1babf6e2063e1bba761207068c3a170206368e1babf222c0a202020202020226c6162656c456e223a20224f70696e696f6e206f6620746865206c6567616c206f666669636572222c0a20202020202022726561646f6e6c79223a20747275652c0a20202020202022636f6e646974696f6e616c223a207b0a20202020202020202268696465223a20223d20795f6b69656e5f6b65745f6c75616e203d206e756c6c220a2020202020207d0a202020207d2c0a202020207b0a2020202020202274797065223a20227465787461726561222c0a202020202020226b6579223a20226c795f646f5f7472615f6c61695f73616e675f6c6f63222c0a202020202020226c6162656c223a20224cc3bd20646f206cc3a36e6820c491e1baa16f207472e1baa3206ce1baa169222c0a202020202020226c6162656c456e223a20225768792074686520686561642073656e74206974206261636b222c0a20202020202022726561646f6e6c79223a20747275652c0a20202020202022636f6e646974696f6e616c223a207b0a20202020202020202268696465223a20223d2071757965745f64696e685f73616e675f6c6f6320213d205c227472615f6c61695c22220a2020202020207d0a202020207d2c0a202020207b0a2020202020202274797065223a2022726164696f222c0a202020202020226b6579223a20226b65745f6c75616e5f73616e675f6c6f63222c0a202020202020226c6162656c223a202256c4836e2062e1baa36e2063c3b320e1baa36e682068c6b0e1bb9f6e6720c491e1babf6e20717579207472c3ac6e682063e1bba7612063c6a1207175616e206b68c3b46e673f222c0a202020202020226c6162656c456e223a2022446f65732074686520646f63756d656e742061666665637420746865206167656e637927732070726f636564757265733f222c0a202020202020226465736372697074696f6e223a202258c3a9742063e1baa3207468e1bba72074e1bba5632068c3a06e68206368c3ad6e682076c3a020717579207472c3ac6e68206ee1bb99692062e1bb992074726f6e67207068e1baa16d20766920c3a1702064e1bba56e672e222c0a202020202020226465736372697074696f6e456e223a2022436f6e73696465722061646d696e6973747261746976652070726f6365647572657320616e6420696e7465726e616c2070726f636564757265732077697468696e207468652073636f70652e222c0a2020202020202276616c756573223a205b0a20202020202020207b0a20202020202020202020226c6162656c223a202243c3b320e1baa36e682068c6b0e1bb9f6e67222c0a20202020202020202020226c6162656c456e223a2022596573222c0a202020202020202020202276616c7565223a2022636f220a20202020202020207d2c0a20202020202020207b0a20202020202020202020226c6162656c223a20224b68c3b46e6720e1baa36e682068c6b0e1bb9f6e67222c0a20202020202020202020226c6162656c456e223a20224e6f222c0a202020202020202020202276616c7565223a20226b686f6e67220a20202020202020207d2c0a20202020202020207b0a20202020202020202020226c6162656c223a20224368c6b0612072c3b52c2078696e20c3bd206b69e1babf6e207068c3a170206368e1babf222c0a20202020202020202020226c6162656c456e223a20224e6f7420636c6561722c2061736b20746865206c6567616c206f666669636572222c0a202020202020202020202276616c7565223a2022636875615f726f220a20202020202020207d0a2020202020205d2c0a2020202020202276616c6964617465223a207b0a2020202020202020227265717569726564223a20747275650a2020202020207d0a202020207d2c0a202020207b0a2020202020202274797065223a20227465787461726561222c0a202020202020226b6579223a20226e6f695f64756e675f6c69656e5f7175616e222c0a202020202020226c6162656c223a20224ee1bb99692064756e67206c69c3aa6e207175616e222c0a202020202020226c6162656c456e223a202250726f766973696f6e7320636f6e6365726e6564222c0a202020202020226465736372697074696f6e223a202247686920c49169e1bb81752c206b686fe1baa36e2063c3b3206b68e1baa3206ec4836e67206cc3a06d207468617920c491e1bb956920717579207472c3ac6e682e222c0a202020202020226465736372697074696f6e456e223a20224e616d65207468652061727469636c65732074686174206d6179206368616e676520612070726f6365647572652e222c0a2020202020202276616c6964617465223a207b0a2020202020202020226d61784c656e677468223a20343030300a2020202020207d2c0a2020202020202264656661756c744b6579223a20226e6f695f64756e675f6c69656e5f7175616e222c0a20202020202022636f6e646974696f6e616c223a207b0a20202020202020202268696465223a20223d206b65745f6c75616e5f73616e675f6c6f6320213d205c22636f5c22220a2020202020207d0a202020207d2c0a202020207b0a2020202020202274797065223a20227465787461726561222c0a202020202020226b6579223a20226c795f646f5f73616e675f6c6f63222c0a202020202020226c6162656c223a20224cc3bd20646f20686fe1bab763206ee1bb99692064756e672063e1baa76e2068e1bb8f69222c0a202020202020226c6162656c456e223a2022526561736f6e206f72207175657374696f6e222c0a202020202020226465736372697074696f6e223a20224b68c3b46e6720e1baa36e682068c6b0e1bb9f6e673a206ec3aa75206cc3bd20646f2e204368c6b0612072c3b53a206ec3aa7520c49169e1bb81752c206b686fe1baa36e2076c3a02063c3a2752068e1bb8f692067e1bbad69207068c3a170206368e1babf2e222c0a202020202020226465736372697074696f6e456e223a20224e6f206566666563743a20676976652074686520726561736f6e2e204e6f7420636c6561723a206e616d65207468652070726f766973696f6e20616e6420746865207175657374696f6e2e222c0a2020202020202276616c6964617465223a207b0a2020202020202020227265717569726564223a20747275652c0a2020202020202020226d696e4c656e677468223a2031302c0a2020202020202020226d61784c656e677468223a20343030300a2020202020207d2c0a2020202020202264656661756c744b6579223a20226c795f646f5f73616e675f6c6f63222c0a20202020202022636f6e646974696f6e616c223a207b0a20202020202020202268696465223a20223d206b65745f6c75616e5f73616e675f6c6f63203d205c22636f5c22206f72206b65745f6c75616e5f73616e675f6c6f63203d206e756c6c220a2020202020207d0a202020207d0a20205d0a7d0a'),
	('0d765509-dc68-5380-8d6f-de580d1644e8', 'forms/xac-nhan-danh-muc.json', '\x7b0a20202274797065223a202264656661756c74222c0a2020226964223a20227861632d6e68616e2d64616e682d6d7563222c0a2020227469746c65223a202258c3a163206e68e1baad6e2064616e68206de1bba563207468e1bba72074e1bba5632062e1bb8b20e1baa36e682068c6b0e1bb9f6e67222c0a2020227469746c65456e223a2022436f6e6669726d207468652061666665637465642070726f63656475726573222c0a202022636f6d706f6e656e7473223a205b0a202020207b0a2020202020202274797065223a2022636865636b6c697374222c0a202020202020226b6579223a20227468755f7475635f63686f6e222c0a202020202020226c6162656c223a20225468e1bba72074e1bba563207068e1baa3692072c3a020736fc3a174222c0a202020202020226c6162656c456e223a202250726f6365647572657320746f20726576696577222c0a202020202020226465736372697074696f6e223a20225468e1bba72074e1bba5632063c3b3207669e1bb876e2064e1baab6e2076c4836e2062e1baa36e206ec3a07920c491e1bba96e6720c491e1baa7752076c3a020c491c3a320c491c6b0e1bba36320c491c3a16e682064e1baa5752073e1bab56e3b2062e1bb8f2062e1bb9b7420686fe1bab763207468c3aa6d206b68692063e1baa76e2e222c0a202020202020226465736372697074696f6e456e223a202250726f63656475726573207468617420636974652074686520646f63756d656e7420636f6d6520666972737420616e6420617265207469636b65643b206c65617665206f7574206f7220616464206173206e65656465642e222c0a2020202020202276616c7565734b6579223a202264655f787561745f7468755f747563222c0a2020202020202264656661756c744b6579223a20227468755f7475635f64655f78756174222c0a2020202020202276616c6964617465223a207b0a2020202020202020227265717569726564223a20747275650a2020202020207d0a202020207d2c0a202020207b0a2020202020202274797065223a20227465787461726561222c0a202020202020226b6579223a20226768695f6368755f64616e685f6d7563222c0a202020202020226c6162656c223a2022476869206368c3ba222c0a202020202020226c6162656c456e223a20224e6f7465222c0a202020202020226465736372697074696f6e223a20224ec3aa75206cc3bd20646f206ee1babf752062e1bb8f207468e1bba72074e1bba56320c491c6b0e1bba36320c491e1bb81207875e1baa5742e222c0a202020202020226465736372697074696f6e456e223a2022476976652074686520726561736f6e20696620612070726f706f7365642070726f636564757265206973206c656674206f75742e222c0a2020202020202276616c6964617465223a207b0a2020202020202020226d61784c656e677468223a20343030300a2020202020207d0a202020207d0a20205d0a7d0a'),
	('0d765509-dc68-5380-8d6f-de580d1644e8', 'forms/xac-nhan-khong-anh-huong.json', '\x7b0a20202274797065223a202264656661756c74222c0a2020226964223a20227861632d6e68616e2d6b686f6e672d616e682d68756f6e67222c0a2020227469746c65223a202258c3a163206e68e1baad6e2076c4836e2062e1baa36e206b68c3b46e6720e1baa36e682068c6b0e1bb9f6e67222c0a2020227469746c65456e223a2022436f6e6669726d2074686174207468657265206973206e6f20656666656374222c0a202022636f6d706f6e656e7473223a205b0a202020207b0a2020202020202274797065223a20227465787461726561222c0a202020202020226b6579223a20226c795f646f5f73616e675f6c6f63222c0a202020202020226c6162656c223a20224cc3bd20646f2063e1bba761205468c6b0206bc3bd2049534f222c0a202020202020226c6162656c456e223a2022526561736f6e206f66207468652049534f20736563726574617279222c0a20202020202022726561646f6e6c79223a20747275650a202020207d2c0a202020207b0a2020202020202274797065223a2022726164696f222c0a202020202020226b6579223a202271757965745f64696e685f73616e675f6c6f63222c0a202020202020226c6162656c223a2022517579e1babf7420c491e1bb8b6e68222c0a202020202020226c6162656c456e223a20224465636973696f6e222c0a202020202020226465736372697074696f6e223a2022c490e1bb936e6720c3bd207468c3ac2068e1bb932073c6a1206be1babf74207468c3ba632076c3a020c491c6b0e1bba363206768692076c3a06f2073e1bb95207468656f2064c3b5692e222c0a202020202020226465736372697074696f6e456e223a2022496620796f752061677265652c20746865206361736520656e647320616e6420697320656e746572656420696e207468652072656769737465722e222c0a2020202020202276616c756573223a205b0a20202020202020207b0a20202020202020202020226c6162656c223a2022c490e1bb936e6720c3bd222c0a20202020202020202020226c6162656c456e223a20224167726565222c0a202020202020202020202276616c7565223a2022646f6e675f79220a20202020202020207d2c0a20202020202020207b0a20202020202020202020226c6162656c223a20225472e1baa3206ce1baa16920c491e1bb832078656d2078c3a974206ce1baa169222c0a20202020202020202020226c6162656c456e223a202253656e64206261636b222c0a202020202020202020202276616c7565223a20227472615f6c6169220a20202020202020207d0a2020202020205d2c0a2020202020202276616c6964617465223a207b0a2020202020202020227265717569726564223a20747275650a2020202020207d0a202020207d2c0a202020207b0a2020202020202274797065223a20227465787461726561222c0a202020202020226b6579223a20226c795f646f5f7472615f6c61695f73616e675f6c6f63222c0a202020202020226c6162656c223a20224cc3bd20646f207472e1baa3206ce1baa169222c0a202020202020226c6162656c456e223a2022526561736f6e20666f722073656e64696e67206261636b222c0a202020202020226465736372697074696f6e223a20224ec3aa7520c49169e1bb81752063e1baa76e2078656d206ce1baa1692e222c0a202020202020226465736372697074696f6e456e223a2022536179207768617420697320746f206265206c6f6f6b656420617420616761696e2e222c0a2020202020202276616c6964617465223a207b0a2020202020202020227265717569726564223a20747275652c0a2020202020202020226d696e4c656e677468223a20352c0a2020202020202020226d61784c656e677468223a20343030300a2020202020207d2c0a20202020202022636f6e646974696f6e616c223a207b0a20202020202020202268696465223a20223d2071757965745f64696e685f73616e675f6c6f6320213d205c227472615f6c61695c22220a2020202020207d0a202020207d0a20205d0a7d0a'),
	('0d765509-dc68-5380-8d6f-de580d1644e8', 'forms/xu-ly-chua-doc.json', '\x7b0a20202274797065223a202264656661756c74222c0a2020226964223a202278752d6c792d636875612d646f63222c0a2020227469746c65223a202258e1bbad206cc3bd206e67c6b0e1bb9d69206368c6b0612078c3a163206e68e1baad6e222c0a2020227469746c65456e223a20224465616c20776974682074686f73652077686f20646964206e6f7420636f6e6669726d222c0a202022636f6d706f6e656e7473223a205b0a202020207b0a2020202020202274797065223a2022636865636b6c697374222c0a202020202020226b6579223a20226e67756f695f64615f78755f6c79222c0a202020202020226c6162656c223a20224e67c6b0e1bb9d69206368c6b0612078c3a163206e68e1baad6e20c491c3ba6e672068e1baa16e222c0a202020202020226c6162656c456e223a202250656f706c652077686f20646964206e6f7420636f6e6669726d20696e2074696d65222c0a202020202020226465736372697074696f6e223a2022c490c3a16e682064e1baa575206e67c6b0e1bb9d6920c491c3a320c491c6b0e1bba3632078e1bbad206cc3bd2e222c0a202020202020226465736372697074696f6e456e223a20225469636b2074686f73652077686f2068617665206265656e206465616c7420776974682e222c0a2020202020202276616c7565734b6579223a20226e67756f695f636875615f646f63220a202020207d2c0a202020207b0a2020202020202274797065223a2022726164696f222c0a202020202020226b6579223a20226269656e5f706861705f636875615f646f63222c0a202020202020226c6162656c223a20224269e1bb876e207068c3a170222c0a202020202020226c6162656c456e223a20224d656173757265222c0a2020202020202276616c756573223a205b0a20202020202020207b0a20202020202020202020226c6162656c223a2022c490c3a3206e68e1baaf632076c3a02068c6b0e1bb9b6e672064e1baab6e207472e1bbb163207469e1babf70222c0a20202020202020202020226c6162656c456e223a202252656d696e64656420616e6420696e737472756374656420696e20706572736f6e222c0a202020202020202020202276616c7565223a20226e6861635f6e686f220a20202020202020207d2c0a20202020202020207b0a20202020202020202020226c6162656c223a2022c490c6b0612076c3a06f206ce1bb9b702074e1baad70206875e1baa56e2067e1baa76e206e68e1baa574222c0a20202020202020202020226c6162656c456e223a2022507574206f6e20746865206e65787420747261696e696e67222c0a202020202020202020202276616c7565223a202264616f5f74616f220a20202020202020207d2c0a20202020202020207b0a20202020202020202020226c6162656c223a202243c3b3206cc3bd20646f206368c3ad6e6820c491c3a16e672c20c491e1bb8d63206b6869207472e1bb9f206ce1baa169222c0a20202020202020202020226c6162656c456e223a2022457863757365642c2077696c6c2072656164206f6e2072657475726e222c0a202020202020202020202276616c7565223a20226c795f646f5f6368696e685f64616e67220a20202020202020207d0a2020202020205d2c0a2020202020202276616c6964617465223a207b0a2020202020202020227265717569726564223a20747275650a2020202020207d0a202020207d2c0a202020207b0a2020202020202274797065223a20227465787461726561222c0a202020202020226b6579223a20226768695f6368755f636875615f646f63222c0a202020202020226c6162656c223a20224ee1bb99692064756e672078e1bbad206cc3bd222c0a202020202020226c6162656c456e223a2022576861742077617320646f6e65222c0a202020202020226465736372697074696f6e223a20224768692074c3aa6e206e67c6b0e1bb9d692c206e67c3a079206e68e1baaf632c206cc3bd20646f2e222c0a202020202020226465736372697074696f6e456e223a20224e616d65732c2064617465732c20726561736f6e732e222c0a2020202020202276616c6964617465223a207b0a2020202020202020227265717569726564223a20747275652c0a2020202020202020226d696e4c656e677468223a2031302c0a2020202020202020226d61784c656e677468223a20343030300a2020202020207d0a202020207d0a20205d0a7d0a'),
	('0d765509-dc68-5380-8d6f-de580d1644e8', 'forms/y-kien.json', '\x7b0a20202274797065223a202264656661756c74222c0a2020226964223a2022792d6b69656e222c0a2020227469746c65223a202243686f20c3bd206b69e1babf6e207068c3a170206cc3bd222c0a2020227469746c65456e223a2022476976652061206c6567616c206f70696e696f6e222c0a202022636f6d706f6e656e7473223a205b0a202020207b0a2020202020202274797065223a20227465787461726561222c0a202020202020226b6579223a20226c795f646f5f73616e675f6c6f63222c0a202020202020226c6162656c223a202243c3a2752068e1bb8f692063e1bba761205468c6b0206bc3bd2049534f222c0a202020202020226c6162656c456e223a20225175657374696f6e206f66207468652049534f20736563726574617279222c0a20202020202022726561646f6e6c79223a20747275650a202020207d2c0a202020207b0a2020202020202274797065223a2022726164696f222c0a202020202020226b6579223a2022795f6b69656e5f6b65745f6c75616e222c0a202020202020226c6162656c223a20225468656f207068c3a170206368e1babf2c2076c4836e2062e1baa36e2063c3b320e1baa36e682068c6b0e1bb9f6e67206b68c3b46e673f222c0a202020202020226c6162656c456e223a2022496e20746865206c6567616c206f666669636572277320766965772c20646f65732074686520646f63756d656e74206861766520616e206566666563743f222c0a2020202020202276616c756573223a205b0a20202020202020207b0a20202020202020202020226c6162656c223a202243c3b320e1baa36e682068c6b0e1bb9f6e67222c0a20202020202020202020226c6162656c456e223a2022596573222c0a202020202020202020202276616c7565223a2022636f220a20202020202020207d2c0a20202020202020207b0a20202020202020202020226c6162656c223a20224b68c3b46e6720e1baa36e682068c6b0e1bb9f6e67222c0a20202020202020202020226c6162656c456e223a20224e6f222c0a202020202020202020202276616c7565223a20226b686f6e67220a20202020202020207d2c0a20202020202020207b0a20202020202020202020226c6162656c223a202254c3b979207472c6b0e1bb9d6e672068e1bba370222c0a20202020202020202020226c6162656c456e223a2022497420646570656e6473222c0a202020202020202020202276616c7565223a20227475795f7472756f6e675f686f70220a20202020202020207d0a2020202020205d2c0a2020202020202276616c6964617465223a207b0a2020202020202020227265717569726564223a20747275650a2020202020207d0a202020207d2c0a202020207b0a2020202020202274797065223a20227465787461726561222c0a202020202020226b6579223a2022795f6b69656e5f706861705f636865222c0a202020202020226c6162656c223a2022c39d206b69e1babf6e222c0a202020202020226c6162656c456e223a20224f70696e696f6e222c0a202020202020226465736372697074696f6e223a20224ec3aa752063c4836e2063e1bba93a20c49169e1bb81752c206b686fe1baa36e2c2076c4836e2062e1baa36e207669e1bb876e2064e1baab6e2e222c0a202020202020226465736372697074696f6e456e223a202247697665207468652070726f766973696f6e73206974207265737473206f6e2e222c0a2020202020202276616c6964617465223a207b0a2020202020202020227265717569726564223a20747275652c0a2020202020202020226d696e4c656e677468223a2031302c0a2020202020202020226d61784c656e677468223a20343030300a2020202020207d0a202020207d2c0a202020207b0a2020202020202274797065223a202266696c657069636b6572222c0a202020202020226b6579223a2022795f6b69656e5f7461695f6c696575222c0a202020202020226c6162656c223a202254c3a069206c69e1bb8775206bc3a86d207468656f222c0a202020202020226c6162656c456e223a20224174746163686d656e7473222c0a202020202020226465736372697074696f6e223a20224b68c3b46e6720c491c3ad6e68206bc3a86d2076c4836e2062e1baa36e2063c3b32064e1baa575206368e1bb8920c491e1bb99206de1baad742e222c0a202020202020226465736372697074696f6e456e223a2022446f206e6f742061747461636820636c617373696669656420646f63756d656e74732e222c0a20202020202022616363657074223a20222e7064662c2e646f63782c2e786c73782c2e706e672c2e6a7067222c0a202020202020226d756c7469706c65223a20747275650a202020207d0a20205d0a7d0a'),
	('0d765509-dc68-5380-8d6f-de580d1644e8', 'model.bpmn', '\x3c3f786d6c2076657273696f6e3d22312e302220656e636f64696e673d225554462d38223f3e0a3c62706d6e3a646566696e6974696f6e7320786d6c6e733a62706d6e3d22687474703a2f2f7777772e6f6d672e6f72672f737065632f42504d4e2f32303130303532342f4d4f44454c2220786d6c6e733a62706d6e64693d22687474703a2f2f7777772e6f6d672e6f72672f737065632f42504d4e2f32303130303532342f44492220786d6c6e733a64633d22687474703a2f2f7777772e6f6d672e6f72672f737065632f44442f32303130303532342f44432220786d6c6e733a64693d22687474703a2f2f7777772e6f6d672e6f72672f737065632f44442f32303130303532342f44492220786d6c6e733a62696f633d22687474703a2f2f62706d6e2e696f2f736368656d612f62706d6e2f62696f636f6c6f722f312e302220786d6c6e733a676f763d2275726e3a766e3a676f763a62706d6e3a312220786d6c6e733a7873693d22687474703a2f2f7777772e77332e6f72672f323030312f584d4c536368656d612d696e7374616e6365222069643d22446566696e6974696f6e735f50303622207461726765744e616d6573706163653d2275726e3a766e3a676f763a716d73223e0a20203c62706d6e3a636f6c6c61626f726174696f6e2069643d22436f6c6c61626f726174696f6e5f503036223e0a202020203c62706d6e3a7061727469636970616e742069643d22436f5175616e22206e616d653d2250303620e280932043e1baad70206e68e1baad742076c4836e2062e1baa36e20717579207068e1baa16d207068c3a170206c75e1baad74222070726f636573735265663d22514d535f5030365f4341505f4e4841545f56425150504c222f3e0a20203c2f62706d6e3a636f6c6c61626f726174696f6e3e0a20203c62706d6e3a70726f636573732069643d22514d535f5030365f4341505f4e4841545f56425150504c22206e616d653d2243e1baad70206e68e1baad742076c4836e2062e1baa36e20717579207068e1baa16d207068c3a170206c75e1baad742076c3a06f2068e1bb87207468e1bb916e67207175e1baa36e206cc3bd206368e1baa574206cc6b0e1bba36e672220697345786563757461626c653d2274727565223e0a202020203c62706d6e3a646f63756d656e746174696f6e3ec490c6b061207468617920c491e1bb95692063e1bba7612076c4836e2062e1baa36e20717579207068e1baa16d207068c3a170206c75e1baad742076c3a06f2063c3a16320717579207472c3ac6e68206368e1baad6d206e68e1baa574206261207468c3a16e67206be1bb832074e1bbab206e67c3a0792076c4836e2062e1baa36e2063c3b3206869e1bb8775206ce1bbb1632e3c2f62706d6e3a646f63756d656e746174696f6e3e0a202020203c62706d6e3a657874656e73696f6e456c656d656e74733e0a2020202020203c676f763a646561646c696e6520706f6c6963793d22444c2d4c4547414c2d334d2220616e63686f723d226e6761795f686965755f6c7563222f3e0a2020202020203c676f763a657363616c6174696f6e206c61646465723d22514d5322206f776564546f4465706172746d656e743d2274727565222f3e0a2020202020203c676f763a6c6567616c42617369733e0a20202020202020203c676f763a6c6567616c52656620646f633d2231392f323031342f51c4902d545467222061727469636c653d22c49069e1bb81752034206b686fe1baa36e203420c49169e1bb836d2061222f3e0a2020202020203c2f676f763a6c6567616c42617369733e0a2020202020203c676f763a7469746c652065787072657373696f6e3d272243e1baad70206e68e1baad742022202b20736f5f6b795f68696575202b202220e280932022202b2074726963685f796575272f3e0a2020202020203c676f763a7661726961626c65733e0a20202020202020203c676f763a7661726961626c65206e616d653d2276627170706c2220747970653d2274657874222f3e0a20202020202020203c676f763a7661726961626c65206e616d653d22736f5f6b795f686965752220747970653d2274657874222f3e0a20202020202020203c676f763a7661726961626c65206e616d653d2274726963685f7965752220747970653d2274657874222f3e0a20202020202020203c676f763a7661726961626c65206e616d653d22636f5f7175616e5f62616e5f68616e682220747970653d2274657874222f3e0a20202020202020203c676f763a7661726961626c65206e616d653d226c696e685f7675632220747970653d2274657874222f3e0a20202020202020203c676f763a7661726961626c65206e616d653d226e6761795f6b792220747970653d2264617465222f3e0a20202020202020203c676f763a7661726961626c65206e616d653d226e6761795f686965755f6c75632220747970653d2264617465222f3e0a20202020202020203c676f763a7661726961626c65206e616d653d226e6761795f6865745f686965755f6c75632220747970653d2264617465222f3e0a20202020202020203c676f763a7661726961626c65206e616d653d22646965755f6b686f616e5f63687579656e5f746965702220747970653d2274657874222f3e0a20202020202020203c676f763a7661726961626c65206e616d653d2268616e5f706861705f6c792220747970653d2264617465222f3e0a20202020202020203c676f763a7661726961626c65206e616d653d2268616e5f6d75635f746965752220747970653d2264617465222f3e0a20202020202020203c676f763a7661726961626c65206e616d653d227175615f68616e5f6c75632220747970653d226461746574696d65222f3e0a20202020202020203c676f763a7661726961626c65206e616d653d226d6f635f73616e675f6c6f632220747970653d2264617465222f3e0a20202020202020203c676f763a7661726961626c65206e616d653d226d6f635f64616e685f6769612220747970653d2264617465222f3e0a20202020202020203c676f763a7661726961626c65206e616d653d226d6f635f64755f7468616f2220747970653d2264617465222f3e0a20202020202020203c676f763a7661726961626c65206e616d653d226d6f635f7068655f64757965742220747970653d2264617465222f3e0a20202020202020203c676f763a7661726961626c65206e616d653d226b65745f6c75616e5f73616e675f6c6f632220747970653d2274657874222f3e0a20202020202020203c676f763a7661726961626c65206e616d653d226c795f646f5f73616e675f6c6f632220747970653d2274657874222f3e0a20202020202020203c676f763a7661726961626c65206e616d653d226e6f695f64756e675f6c69656e5f7175616e2220747970653d2274657874222f3e0a20202020202020203c676f763a7661726961626c65206e616d653d2271757965745f64696e685f73616e675f6c6f632220747970653d2274657874222f3e0a20202020202020203c676f763a7661726961626c65206e616d653d226c795f646f5f7472615f6c61695f73616e675f6c6f632220747970653d2274657874222f3e0a20202020202020203c676f763a7661726961626c65206e616d653d22795f6b69656e5f706861705f6368652220747970653d2274657874222f3e0a20202020202020203c676f763a7661726961626c65206e616d653d22795f6b69656e5f6b65745f6c75616e2220747970653d2274657874222f3e0a20202020202020203c676f763a7661726961626c65206e616d653d22795f6b69656e5f7461695f6c6965752220747970653d2266696c65222f3e0a20202020202020203c676f763a7661726961626c65206e616d653d2264655f787561745f7468755f7475632220747970653d226c697374222f3e0a20202020202020203c676f763a7661726961626c65206e616d653d227468755f7475635f64655f787561742220747970653d226c697374222f3e0a20202020202020203c676f763a7661726961626c65206e616d653d227468755f7475635f63686f6e2220747970653d226c697374222f3e0a20202020202020203c676f763a7661726961626c65206e616d653d226768695f6368755f64616e685f6d75632220747970653d2274657874222f3e0a20202020202020203c676f763a7661726961626c65206e616d653d227468755f7475635f616e685f68756f6e672220747970653d226c697374222f3e0a20202020202020203c676f763a7661726961626c65206e616d653d226b65745f7175615f7468755f7475632220747970653d226c697374222f3e0a20202020202020203c676f763a7661726961626c65206e616d653d227468755f7475632220747970653d227265636f7264222f3e0a20202020202020203c676f763a7661726961626c65206e616d653d226d61745f616e685f68756f6e672220747970653d226c697374222f3e0a20202020202020203c676f763a7661726961626c65206e616d653d226e6f695f64756e675f7461635f646f6e672220747970653d2274657874222f3e0a20202020202020203c676f763a7661726961626c65206e616d653d227068756f6e675f616e2220747970653d2274657874222f3e0a20202020202020203c676f763a7661726961626c65206e616d653d2271757965745f64696e685f6b686f6e675f646f692220747970653d2274657874222f3e0a20202020202020203c676f763a7661726961626c65206e616d653d226c795f646f5f7472615f6c61695f64616e685f6769612220747970653d2274657874222f3e0a20202020202020203c676f763a7661726961626c65206e616d653d22736f5f706869656e5f62616e5f6d6f692220747970653d2274657874222f3e0a20202020202020203c676f763a7661726961626c65206e616d653d226e6761795f686965755f6c75635f6d6f692220747970653d2264617465222f3e0a20202020202020203c676f763a7661726961626c65206e616d653d22746f6d5f7461745f746861795f646f692220747970653d2274657874222f3e0a20202020202020203c676f763a7661726961626c65206e616d653d2264755f7468616f2220747970653d2266696c65222f3e0a20202020202020203c676f763a7661726961626c65206e616d653d2271757965745f64696e685f7068655f64757965742220747970653d2274657874222f3e0a20202020202020203c676f763a7661726961626c65206e616d653d226c795f646f5f7472615f6c61695f64755f7468616f2220747970653d2274657874222f3e0a20202020202020203c676f763a7661726961626c65206e616d653d22736f5f71757965745f64696e682220747970653d2274657874222f3e0a20202020202020203c676f763a7661726961626c65206e616d653d226e6761795f71757965745f64696e682220747970653d2264617465222f3e0a20202020202020203c676f763a7661726961626c65206e616d653d227468755f7475635f746861795f646f692220747970653d226c697374222f3e0a20202020202020203c676f763a7661726961626c65206e616d653d226e67756f695f70686f5f6269656e2220747970653d226c697374222f3e0a20202020202020203c676f763a7661726961626c65206e616d653d2268616e5f70686f5f6269656e2220747970653d2264617465222f3e0a20202020202020203c676f763a7661726961626c65206e616d653d2261705f64756e675f63687579656e5f746965702220747970653d2274657874222f3e0a20202020202020203c676f763a7661726961626c65206e616d653d2263616e5f63755f63687579656e5f746965702220747970653d2274657874222f3e0a20202020202020203c676f763a7661726961626c65206e616d653d226768695f6368755f63687579656e5f746965702220747970653d2274657874222f3e0a20202020202020203c676f763a7661726961626c65206e616d653d226e67756f692220747970653d227265636f7264222f3e0a20202020202020203c676f763a7661726961626c65206e616d653d2264615f646f635f686965752220747970653d22626f6f6c222f3e0a20202020202020203c676f763a7661726961626c65206e616d653d22795f6b69656e5f6e67756f695f646f632220747970653d2274657874222f3e0a20202020202020203c676f763a7661726961626c65206e616d653d226e67756f695f64615f646f632220747970653d226c697374222f3e0a20202020202020203c676f763a7661726961626c65206e616d653d226e67756f695f636875615f646f632220747970653d226c697374222f3e0a20202020202020203c676f763a7661726961626c65206e616d653d226e67756f695f64615f78755f6c792220747970653d226c697374222f3e0a20202020202020203c676f763a7661726961626c65206e616d653d226269656e5f706861705f636875615f646f632220747970653d2274657874222f3e0a20202020202020203c676f763a7661726961626c65206e616d653d226768695f6368755f636875615f646f632220747970653d2274657874222f3e0a20202020202020203c676f763a7661726961626c65206e616d653d2270686965755f6b70682220747970653d2274657874222f3e0a20202020202020203c676f763a7661726961626c65206e616d653d226e6761795f686f616e5f7468616e682220747970653d2264617465222f3e0a2020202020203c2f676f763a7661726961626c65733e0a202020203c2f62706d6e3a657874656e73696f6e456c656d656e74733e0a202020203c62706d6e3a6c616e655365742069643d224c616e655365745f503036223e0a2020202020203c62706d6e3a6c616e652069643d224c616e655f5068617043686522206e616d653d225068c3a170206368e1babf223e0a20202020202020203c62706d6e3a657874656e73696f6e456c656d656e74733e0a202020202020202020203c676f763a61737369676e6d656e7420726f6c653d22504841505f434845222f3e0a20202020202020203c2f62706d6e3a657874656e73696f6e456c656d656e74733e0a20202020202020203c62706d6e3a666c6f774e6f64655265663e43686f594b69656e3c2f62706d6e3a666c6f774e6f64655265663e0a2020202020203c2f62706d6e3a6c616e653e0a2020202020203c62706d6e3a6c616e652069643d224c616e655f5468754b7922206e616d653d225468c6b0206bc3bd2049534f223e0a20202020202020203c62706d6e3a657874656e73696f6e456c656d656e74733e0a202020202020202020203c676f763a61737369676e6d656e7420726f6c653d225448555f4b595f49534f222f3e0a20202020202020203c2f62706d6e3a657874656e73696f6e456c656d656e74733e0a20202020202020203c62706d6e3a666c6f774e6f64655265663e4261744461753c2f62706d6e3a666c6f774e6f64655265663e0a20202020202020203c62706d6e3a666c6f774e6f64655265663e4361704e68617456616e42616e3c2f62706d6e3a666c6f774e6f64655265663e0a20202020202020203c62706d6e3a666c6f774e6f64655265663e42617444617553616e674c6f633c2f62706d6e3a666c6f774e6f64655265663e0a20202020202020203c62706d6e3a666c6f774e6f64655265663e476f7053616e674c6f633c2f62706d6e3a666c6f774e6f64655265663e0a20202020202020203c62706d6e3a666c6f774e6f64655265663e53616e674c6f633c2f62706d6e3a666c6f774e6f64655265663e0a20202020202020203c62706d6e3a666c6f774e6f64655265663e436f416e6848756f6e673c2f62706d6e3a666c6f774e6f64655265663e0a20202020202020203c62706d6e3a666c6f774e6f64655265663e5861634e68616e44616e684d75633c2f62706d6e3a666c6f774e6f64655265663e0a20202020202020203c62706d6e3a666c6f774e6f64655265663e51757944696e6843687579656e546965703c2f62706d6e3a666c6f774e6f64655265663e0a20202020202020203c62706d6e3a666c6f774e6f64655265663e58754c7943687561446f633c2f62706d6e3a666c6f774e6f64655265663e0a2020202020203c2f62706d6e3a6c616e653e0a2020202020203c62706d6e3a6c616e652069643d224c616e655f446f6e566922206e616d653d22c490c6a16e2076e1bb8b206368e1bba7207472c3ac20717579207472c3ac6e68223e0a20202020202020203c62706d6e3a657874656e73696f6e456c656d656e74733e0a202020202020202020203c676f763a61737369676e6d656e7420726f6c653d2243485559454e5f5649454e222f3e0a20202020202020203c2f62706d6e3a657874656e73696f6e456c656d656e74733e0a20202020202020203c62706d6e3a666c6f774e6f64655265663e4361704e6861745468755475633c2f62706d6e3a666c6f774e6f64655265663e0a20202020202020203c62706d6e3a666c6f774e6f64655265663e4261744461755468755475633c2f62706d6e3a666c6f774e6f64655265663e0a20202020202020203c62706d6e3a666c6f774e6f64655265663e476f7044616e684769613c2f62706d6e3a666c6f774e6f64655265663e0a20202020202020203c62706d6e3a666c6f774e6f64655265663e44616e68476961546163446f6e673c2f62706d6e3a666c6f774e6f64655265663e0a20202020202020203c62706d6e3a666c6f774e6f64655265663e5068756f6e67416e3c2f62706d6e3a666c6f774e6f64655265663e0a20202020202020203c62706d6e3a666c6f774e6f64655265663e44757965744b686f6e67446f693c2f62706d6e3a666c6f774e6f64655265663e0a20202020202020203c62706d6e3a666c6f774e6f64655265663e446f6e67594b686f6e67446f693c2f62706d6e3a666c6f774e6f64655265663e0a20202020202020203c62706d6e3a666c6f774e6f64655265663e4769754e677579656e3c2f62706d6e3a666c6f774e6f64655265663e0a20202020202020203c62706d6e3a666c6f774e6f64655265663e476f70536f616e5468616f3c2f62706d6e3a666c6f774e6f64655265663e0a20202020202020203c62706d6e3a666c6f774e6f64655265663e536f616e5468616f3c2f62706d6e3a666c6f774e6f64655265663e0a20202020202020203c62706d6e3a666c6f774e6f64655265663e446f6356615861634e68616e3c2f62706d6e3a666c6f774e6f64655265663e0a20202020202020203c62706d6e3a666c6f774e6f64655265663e48657448616e50686f4269656e3c2f62706d6e3a666c6f774e6f64655265663e0a20202020202020203c62706d6e3a666c6f774e6f64655265663e44614361704e6861743c2f62706d6e3a666c6f774e6f64655265663e0a20202020202020203c62706d6e3a666c6f774e6f64655265663e446158754c7943687561446f633c2f62706d6e3a666c6f774e6f64655265663e0a2020202020203c2f62706d6e3a6c616e653e0a2020202020203c62706d6e3a6c616e652069643d224c616e655f4c616e6844616f22206e616d653d224cc3a36e6820c491e1baa16f2063c6a1207175616e223e0a20202020202020203c62706d6e3a657874656e73696f6e456c656d656e74733e0a202020202020202020203c676f763a61737369676e6d656e7420726f6c653d224c445f4351222f3e0a20202020202020203c2f62706d6e3a657874656e73696f6e456c656d656e74733e0a20202020202020203c62706d6e3a666c6f774e6f64655265663e5861634e68616e4b686f6e67416e6848756f6e673c2f62706d6e3a666c6f774e6f64655265663e0a20202020202020203c62706d6e3a666c6f774e6f64655265663e446f6e67594b686f6e67416e6848756f6e673c2f62706d6e3a666c6f774e6f64655265663e0a20202020202020203c62706d6e3a666c6f774e6f64655265663e4b686f6e67416e6848756f6e673c2f62706d6e3a666c6f774e6f64655265663e0a20202020202020203c62706d6e3a666c6f774e6f64655265663e50686544757965743c2f62706d6e3a666c6f774e6f64655265663e0a20202020202020203c62706d6e3a666c6f774e6f64655265663e44756f6344757965743c2f62706d6e3a666c6f774e6f64655265663e0a2020202020203c2f62706d6e3a6c616e653e0a2020202020203c62706d6e3a6c616e652069643d224c616e655f486554686f6e6722206e616d653d2248e1bb87207468e1bb916e67223e0a20202020202020203c62706d6e3a666c6f774e6f64655265663e51756148616e3c2f62706d6e3a666c6f774e6f64655265663e0a20202020202020203c62706d6e3a666c6f774e6f64655265663e4768694e68616e51756148616e3c2f62706d6e3a666c6f774e6f64655265663e0a20202020202020203c62706d6e3a666c6f774e6f64655265663e44614768694e68616e51756148616e3c2f62706d6e3a666c6f774e6f64655265663e0a20202020202020203c62706d6e3a666c6f774e6f64655265663e446f6e67486f536f3c2f62706d6e3a666c6f774e6f64655265663e0a20202020202020203c62706d6e3a666c6f774e6f64655265663e4b6574546875633c2f62706d6e3a666c6f774e6f64655265663e0a20202020202020203c62706d6e3a666c6f774e6f64655265663e4465587561745468755475633c2f62706d6e3a666c6f774e6f64655265663e0a20202020202020203c62706d6e3a666c6f774e6f64655265663e4c61795468755475633c2f62706d6e3a666c6f774e6f64655265663e0a20202020202020203c62706d6e3a666c6f774e6f64655265663e417044756e6754686179446f693c2f62706d6e3a666c6f774e6f64655265663e0a20202020202020203c62706d6e3a666c6f774e6f64655265663e446154686179446f693c2f62706d6e3a666c6f774e6f64655265663e0a20202020202020203c62706d6e3a666c6f774e6f64655265663e546f6e67486f703c2f62706d6e3a666c6f774e6f64655265663e0a20202020202020203c62706d6e3a666c6f774e6f64655265663e436f54687554756354686179446f693c2f62706d6e3a666c6f774e6f64655265663e0a20202020202020203c62706d6e3a666c6f774e6f64655265663e4b686f6e67506861695375613c2f62706d6e3a666c6f774e6f64655265663e0a20202020202020203c62706d6e3a666c6f774e6f64655265663e54696e6848616e446f633c2f62706d6e3a666c6f774e6f64655265663e0a20202020202020203c62706d6e3a666c6f774e6f64655265663e4c617044616e685361636843687561446f633c2f62706d6e3a666c6f774e6f64655265663e0a2020202020203c2f62706d6e3a6c616e653e0a202020203c2f62706d6e3a6c616e655365743e0a202020203c62706d6e3a73746172744576656e742069643d2242617444617522206e616d653d2243c3b32076c4836e2062e1baa36e206de1bb9b69223e0a2020202020203c62706d6e3a6f7574676f696e673e56616f4361704e6861743c2f62706d6e3a6f7574676f696e673e0a202020203c2f62706d6e3a73746172744576656e743e0a202020203c62706d6e3a73756250726f636573732069643d224361704e68617456616e42616e22206e616d653d2243e1baad70206e68e1baad742076c4836e2062e1baa36e20717579207068e1baa16d207068c3a170206c75e1baad74223e0a2020202020203c62706d6e3a646f63756d656e746174696f6e3e546fc3a06e2062e1bb99207669e1bb876320c491c6b061207468617920c491e1bb95692063e1bba7612076c4836e2062e1baa36e2076c3a06f2068e1bb87207468e1bb916e67207175e1baa36e206cc3bd206368e1baa574206cc6b0e1bba36e673b207175c3a1207468e1bb9d692068e1baa16e206261207468c3a16e67207468c3ac2073e1bbb1206b69e1bb876e207472c3aa6e20c491c6b0e1bb9d6e67207669e1bb816e20676869206e68e1baad6e2c2063c3b46e67207669e1bb87632076e1baab6e207469e1babf702074e1bba5632e3c2f62706d6e3a646f63756d656e746174696f6e3e0a2020202020203c62706d6e3a696e636f6d696e673e56616f4361704e6861743c2f62706d6e3a696e636f6d696e673e0a2020202020203c62706d6e3a6f7574676f696e673e52614361704e6861743c2f62706d6e3a6f7574676f696e673e0a2020202020203c62706d6e3a73746172744576656e742069643d2242617444617553616e674c6f6322206e616d653d2242e1baaf7420c491e1baa775223e0a20202020202020203c62706d6e3a6f7574676f696e673e56616f53616e674c6f633c2f62706d6e3a6f7574676f696e673e0a2020202020203c2f62706d6e3a73746172744576656e743e0a2020202020203c62706d6e3a6578636c7573697665476174657761792069643d22476f7053616e674c6f63223e0a20202020202020203c62706d6e3a696e636f6d696e673e56616f53616e674c6f633c2f62706d6e3a696e636f6d696e673e0a20202020202020203c62706d6e3a696e636f6d696e673e53617543686f594b69656e3c2f62706d6e3a696e636f6d696e673e0a20202020202020203c62706d6e3a696e636f6d696e673e5472614c616953616e674c6f633c2f62706d6e3a696e636f6d696e673e0a20202020202020203c62706d6e3a6f7574676f696e673e44656e53616e674c6f633c2f62706d6e3a6f7574676f696e673e0a2020202020203c2f62706d6e3a6578636c7573697665476174657761793e0a2020202020203c62706d6e3a757365725461736b2069643d2253616e674c6f6322206e616d653d2253c3a06e67206ce1bb8d632076c4836e2062e1baa36e223e0a20202020202020203c62706d6e3a646f63756d656e746174696f6e3ec490e1bb8d632076c4836e2062e1baa36e2076c3a0206be1babf74206c75e1baad6e3a2063c3b320e1baa36e682068c6b0e1bb9f6e672c206b68c3b46e6720e1baa36e682068c6b0e1bb9f6e6720686179206368c6b0612072c3b520c491e1bb91692076e1bb9b692063c3a16320717579207472c3ac6e682074726f6e67207068e1baa16d20766920c3a1702064e1bba56e672e3c2f62706d6e3a646f63756d656e746174696f6e3e0a20202020202020203c62706d6e3a657874656e73696f6e456c656d656e74733e0a202020202020202020203c676f763a666f726d206b65793d2273616e672d6c6f63222f3e0a202020202020202020203c676f763a61737369676e6d656e7420726f6c653d225448555f4b595f49534f222f3e0a202020202020202020203c676f763a646561646c696e6520646174653d226d6f635f73616e675f6c6f6322206c65617374576f726b696e67446179733d2233222f3e0a202020202020202020203c676f763a657363616c6174696f6e206c61646465723d22514d53222f3e0a202020202020202020203c676f763a6c6567616c42617369733e0a2020202020202020202020203c676f763a6c6567616c52656620646f633d2231392f323031342f51c4902d545467222061727469636c653d22c49069e1bb81752034206b686fe1baa36e203420c49169e1bb836d2061222f3e0a2020202020202020202020203c676f763a6c6567616c52656620646f633d2232362f323031342f54542d424b48434e222061727469636c653d22c49069e1bb8175203336206b686fe1baa36e203220c49169e1bb836d2064222f3e0a202020202020202020203c2f676f763a6c6567616c42617369733e0a20202020202020203c2f62706d6e3a657874656e73696f6e456c656d656e74733e0a20202020202020203c62706d6e3a696e636f6d696e673e44656e53616e674c6f633c2f62706d6e3a696e636f6d696e673e0a20202020202020203c62706d6e3a6f7574676f696e673e53617553616e674c6f633c2f62706d6e3a6f7574676f696e673e0a2020202020203c2f62706d6e3a757365725461736b3e0a2020202020203c62706d6e3a6578636c7573697665476174657761792069643d22436f416e6848756f6e6722206e616d653d2243c3b320e1baa36e682068c6b0e1bb9f6e673f222064656661756c743d2243687561526f223e0a20202020202020203c62706d6e3a696e636f6d696e673e53617553616e674c6f633c2f62706d6e3a696e636f6d696e673e0a20202020202020203c62706d6e3a6f7574676f696e673e43687561526f3c2f62706d6e3a6f7574676f696e673e0a20202020202020203c62706d6e3a6f7574676f696e673e4b686f6e67416e6848756f6e6747693c2f62706d6e3a6f7574676f696e673e0a20202020202020203c62706d6e3a6f7574676f696e673e436f416e6848756f6e675175795472696e683c2f62706d6e3a6f7574676f696e673e0a2020202020203c2f62706d6e3a6578636c7573697665476174657761793e0a2020202020203c62706d6e3a757365725461736b2069643d2243686f594b69656e22206e616d653d2243686f20c3bd206b69e1babf6e207068c3a170206cc3bd223e0a20202020202020203c62706d6e3a646f63756d656e746174696f6e3e5472e1baa3206ce1bb9d692063c3a2752068e1bb8f692063e1bba761205468c6b0206bc3bd2049534f2076e1bb81207068e1baa16d2076692c20c491e1bb91692074c6b0e1bba36e672076c3a0206869e1bb8775206ce1bbb1632063e1bba7612076c4836e2062e1baa36e2e3c2f62706d6e3a646f63756d656e746174696f6e3e0a20202020202020203c62706d6e3a657874656e73696f6e456c656d656e74733e0a202020202020202020203c676f763a666f726d206b65793d22792d6b69656e222f3e0a202020202020202020203c676f763a61737369676e6d656e7420726f6c653d22504841505f434845222f3e0a202020202020202020203c676f763a646561646c696e6520776f726b696e67446179733d2235222f3e0a202020202020202020203c676f763a657363616c6174696f6e206c61646465723d22514d53222f3e0a202020202020202020203c676f763a6c6567616c42617369733e0a2020202020202020202020203c676f763a6c6567616c52656620646f633d2231392f323031342f51c4902d545467222061727469636c653d22c49069e1bb81752034206b686fe1baa36e203420c49169e1bb836d2061222f3e0a202020202020202020203c2f676f763a6c6567616c42617369733e0a20202020202020203c2f62706d6e3a657874656e73696f6e456c656d656e74733e0a20202020202020203c62706d6e3a696e636f6d696e673e43687561526f3c2f62706d6e3a696e636f6d696e673e0a20202020202020203c62706d6e3a6f7574676f696e673e53617543686f594b69656e3c2f62706d6e3a6f7574676f696e673e0a2020202020203c2f62706d6e3a757365725461736b3e0a2020202020203c62706d6e3a757365725461736b2069643d225861634e68616e4b686f6e67416e6848756f6e6722206e616d653d2258c3a163206e68e1baad6e206b68c3b46e6720e1baa36e682068c6b0e1bb9f6e67223e0a20202020202020203c62706d6e3a646f63756d656e746174696f6e3e4e67c6b0e1bb9d69207468e1bba9206861692078656d206ce1baa169206be1babf74206c75e1baad6e206b68c3b46e6720e1baa36e682068c6b0e1bb9f6e67207472c6b0e1bb9b63206b6869206be1babf74207468c3ba632068e1bb932073c6a12e3c2f62706d6e3a646f63756d656e746174696f6e3e0a20202020202020203c62706d6e3a657874656e73696f6e456c656d656e74733e0a202020202020202020203c676f763a666f726d206b65793d227861632d6e68616e2d6b686f6e672d616e682d68756f6e67222f3e0a202020202020202020203c676f763a61737369676e6d656e7420726f6c653d224c445f4351222f3e0a202020202020202020203c676f763a646561646c696e6520776f726b696e67446179733d2233222f3e0a202020202020202020203c676f763a657363616c6174696f6e206c61646465723d22514d53222f3e0a202020202020202020203c676f763a73657061726174696f6e20646966666572656e7446726f6d3d2253616e674c6f63222f3e0a202020202020202020203c676f763a6c6567616c42617369733e0a2020202020202020202020203c676f763a6c6567616c52656620646f633d2231392f323031342f51c4902d545467222061727469636c653d22c49069e1bb81752034206b686fe1baa36e203420c49169e1bb836d2061222f3e0a202020202020202020203c2f676f763a6c6567616c42617369733e0a20202020202020203c2f62706d6e3a657874656e73696f6e456c656d656e74733e0a20202020202020203c62706d6e3a696e636f6d696e673e4b686f6e67416e6848756f6e6747693c2f62706d6e3a696e636f6d696e673e0a20202020202020203c62706d6e3a6f7574676f696e673e5361755861634e68616e4b686f6e673c2f62706d6e3a6f7574676f696e673e0a2020202020203c2f62706d6e3a757365725461736b3e0a2020202020203c62706d6e3a6578636c7573697665476174657761792069643d22446f6e67594b686f6e67416e6848756f6e6722206e616d653d22c490e1bb936e6720c3bd3f222064656661756c743d225472614c616953616e674c6f63223e0a20202020202020203c62706d6e3a696e636f6d696e673e5361755861634e68616e4b686f6e673c2f62706d6e3a696e636f6d696e673e0a20202020202020203c62706d6e3a6f7574676f696e673e5472614c616953616e674c6f633c2f62706d6e3a6f7574676f696e673e0a20202020202020203c62706d6e3a6f7574676f696e673e446f6e67594b6574546875633c2f62706d6e3a6f7574676f696e673e0a2020202020203c2f62706d6e3a6578636c7573697665476174657761793e0a2020202020203c62706d6e3a656e644576656e742069643d224b686f6e67416e6848756f6e6722206e616d653d224b68c3b46e6720e1baa36e682068c6b0e1bb9f6e67223e0a20202020202020203c62706d6e3a696e636f6d696e673e446f6e67594b6574546875633c2f62706d6e3a696e636f6d696e673e0a2020202020203c2f62706d6e3a656e644576656e743e0a2020202020203c62706d6e3a736572766963655461736b2069643d2244655875617454687554756322206e616d653d22c490e1bb81207875e1baa574207468e1bba72074e1bba5632062e1bb8b20e1baa36e682068c6b0e1bb9f6e67223e0a20202020202020203c62706d6e3a646f63756d656e746174696f6e3e54c3ac6d2063c3a163207468e1bba72074e1bba5632063c3b32063c4836e2063e1bba9206cc3a02076c4836e2062e1baa36e206ec3a07920686fe1bab7632076c4836e2062e1baa36e2062e1bb8b206ec3b32074686179207468e1babf2c2073e1bbad6120c491e1bb95692e3c2f62706d6e3a646f63756d656e746174696f6e3e0a20202020202020203c62706d6e3a657874656e73696f6e456c656d656e74733e0a202020202020202020203c676f763a6f70657261746f72206e616d653d226c6567616c5f7570646174652e70726f706f73655f70726f63656475726573223e0a2020202020202020202020203c676f763a706172616d65746572206e616d653d2276627170706c222076616c75653d2276627170706c222f3e0a2020202020202020202020203c676f763a706172616d65746572206e616d653d22736f5f6b795f68696575222076616c75653d22736f5f6b795f68696575222f3e0a2020202020202020202020203c676f763a706172616d65746572206e616d653d226c696e685f767563222076616c75653d226c696e685f767563222f3e0a202020202020202020203c2f676f763a6f70657261746f723e0a20202020202020203c2f62706d6e3a657874656e73696f6e456c656d656e74733e0a20202020202020203c62706d6e3a696e636f6d696e673e436f416e6848756f6e675175795472696e683c2f62706d6e3a696e636f6d696e673e0a20202020202020203c62706d6e3a6f7574676f696e673e5361754465587561743c2f62706d6e3a6f7574676f696e673e0a2020202020203c2f62706d6e3a736572766963655461736b3e0a2020202020203c62706d6e3a757365725461736b2069643d225861634e68616e44616e684d756322206e616d653d2258c3a163206e68e1baad6e2064616e68206de1bba563207468e1bba72074e1bba563223e0a20202020202020203c62706d6e3a646f63756d656e746174696f6e3e42e1bb8f2062e1bb9b7420686fe1bab763207468c3aa6d207468e1bba72074e1bba56320736f2076e1bb9b6920c491e1bb81207875e1baa5743b207068e1baa3692063c3b26e20c3ad74206e68e1baa574206de1bb9974207468e1bba72074e1bba5632e3c2f62706d6e3a646f63756d656e746174696f6e3e0a20202020202020203c62706d6e3a657874656e73696f6e456c656d656e74733e0a202020202020202020203c676f763a666f726d206b65793d227861632d6e68616e2d64616e682d6d7563222f3e0a202020202020202020203c676f763a61737369676e6d656e7420726f6c653d225448555f4b595f49534f222f3e0a202020202020202020203c676f763a646561646c696e6520776f726b696e67446179733d2233222f3e0a202020202020202020203c676f763a657363616c6174696f6e206c61646465723d22514d53222f3e0a202020202020202020203c676f763a6c6567616c42617369733e0a2020202020202020202020203c676f763a6c6567616c52656620646f633d2232362f323031342f54542d424b48434e222061727469636c653d22c49069e1bb8175203336206b686fe1baa36e203220c49169e1bb836d2064222f3e0a202020202020202020203c2f676f763a6c6567616c42617369733e0a20202020202020203c2f62706d6e3a657874656e73696f6e456c656d656e74733e0a20202020202020203c62706d6e3a696e636f6d696e673e5361754465587561743c2f62706d6e3a696e636f6d696e673e0a20202020202020203c62706d6e3a6f7574676f696e673e5361755861634e68616e44616e684d75633c2f62706d6e3a6f7574676f696e673e0a2020202020203c2f62706d6e3a757365725461736b3e0a2020202020203c62706d6e3a736572766963655461736b2069643d224c617954687554756322206e616d653d224368e1bb91742064616e68206de1bba563207468e1bba72074e1bba563223e0a20202020202020203c62706d6e3a646f63756d656e746174696f6e3e4ce1baa5792074c3aa6e2c20c491c6a16e2076e1bb8b206368e1bba7207472c3ac2076c3a020706869c3aa6e2062e1baa36e20c491616e67206869e1bb8775206ce1bbb1632063e1bba7612074e1bbab6e67207468e1bba72074e1bba56320c491c3a3206368e1bb8d6e2e3c2f62706d6e3a646f63756d656e746174696f6e3e0a20202020202020203c62706d6e3a657874656e73696f6e456c656d656e74733e0a202020202020202020203c676f763a6f70657261746f72206e616d653d226c6567616c5f7570646174652e74616b655f70726f636564757265732220726573756c743d227468755f7475635f616e685f68756f6e67223e0a2020202020202020202020203c676f763a706172616d65746572206e616d653d2276627170706c222076616c75653d2276627170706c222f3e0a2020202020202020202020203c676f763a706172616d65746572206e616d653d227468755f7475635f63686f6e222076616c75653d227468755f7475635f63686f6e222f3e0a202020202020202020203c2f676f763a6f70657261746f723e0a20202020202020203c2f62706d6e3a657874656e73696f6e456c656d656e74733e0a20202020202020203c62706d6e3a696e636f6d696e673e5361755861634e68616e44616e684d75633c2f62706d6e3a696e636f6d696e673e0a20202020202020203c62706d6e3a6f7574676f696e673e5361754c61795468755475633c2f62706d6e3a6f7574676f696e673e0a2020202020203c2f62706d6e3a736572766963655461736b3e0a2020202020203c62706d6e3a73756250726f636573732069643d224361704e68617454687554756322206e616d653d2243e1baad70206e68e1baad742074e1bbab6e67207468e1bba72074e1bba563223e0a20202020202020203c62706d6e3a696e636f6d696e673e5361754c61795468755475633c2f62706d6e3a696e636f6d696e673e0a20202020202020203c62706d6e3a6f7574676f696e673e53617554756e675468755475633c2f62706d6e3a6f7574676f696e673e0a20202020202020203c62706d6e3a6d756c7469496e7374616e63654c6f6f7043686172616374657269737469637320676f763a636f6c6c656374696f6e3d227468755f7475635f616e685f68756f6e672220676f763a656c656d656e745661726961626c653d227468755f7475632220676f763a6f7574707574436f6c6c656374696f6e3d226b65745f7175615f7468755f7475632220676f763a6f7574707574456c656d656e743d227b6d613a207468755f7475632e6d612c2074656e3a207468755f7475632e74656e2c20646f6e5f76693a207468755f7475632e646f6e5f76692c207068756f6e675f616e3a207068756f6e675f616e2c20706869656e5f62616e5f63753a207468755f7475632e706869656e5f62616e2c20706869656e5f62616e5f6d6f693a20736f5f706869656e5f62616e5f6d6f692c206e6761795f686965755f6c75635f6d6f693a206e6761795f686965755f6c75635f6d6f697d222f3e0a20202020202020203c62706d6e3a73746172744576656e742069643d2242617444617554687554756322206e616d653d2242e1baaf7420c491e1baa775223e0a202020202020202020203c62706d6e3a6f7574676f696e673e56616f44616e684769613c2f62706d6e3a6f7574676f696e673e0a20202020202020203c2f62706d6e3a73746172744576656e743e0a20202020202020203c62706d6e3a6578636c7573697665476174657761792069643d22476f7044616e68476961223e0a202020202020202020203c62706d6e3a696e636f6d696e673e56616f44616e684769613c2f62706d6e3a696e636f6d696e673e0a202020202020202020203c62706d6e3a696e636f6d696e673e5472614c616944616e684769613c2f62706d6e3a696e636f6d696e673e0a202020202020202020203c62706d6e3a6f7574676f696e673e44656e44616e684769613c2f62706d6e3a6f7574676f696e673e0a20202020202020203c2f62706d6e3a6578636c7573697665476174657761793e0a20202020202020203c62706d6e3a757365725461736b2069643d2244616e68476961546163446f6e6722206e616d653d22c490c3a16e68206769c3a12074c3a16320c491e1bb996e67223e0a202020202020202020203c62706d6e3a646f63756d656e746174696f6e3e536f2076c4836e2062e1baa36e206de1bb9b692076e1bb9b6920717579207472c3ac6e6820c491616e6720c3a1702064e1bba56e672c206ec3aa752063c3a163206de1bab7742062e1bb8b20e1baa36e682068c6b0e1bb9f6e672076c3a0207068c6b0c6a16e6720c3a16e2e3c2f62706d6e3a646f63756d656e746174696f6e3e0a202020202020202020203c62706d6e3a657874656e73696f6e456c656d656e74733e0a2020202020202020202020203c676f763a666f726d206b65793d2264616e682d6769612d7461632d646f6e67222f3e0a2020202020202020202020203c676f763a61737369676e6d656e7420726f6c653d2243485559454e5f5649454e2220756e69743d227468755f7475632e646f6e5f7669222f3e0a2020202020202020202020203c676f763a646561646c696e6520646174653d226d6f635f64616e685f67696122206c65617374576f726b696e67446179733d2233222f3e0a2020202020202020202020203c676f763a657363616c6174696f6e206c61646465723d22514d53222f3e0a2020202020202020202020203c676f763a7469746c652065787072657373696f6e3d227468755f7475632e74656e222f3e0a2020202020202020202020203c676f763a6c6567616c42617369733e0a20202020202020202020202020203c676f763a6c6567616c52656620646f633d2231392f323031342f51c4902d545467222061727469636c653d22c49069e1bb81752034206b686fe1baa36e203420c49169e1bb836d2061222f3e0a2020202020202020202020203c2f676f763a6c6567616c42617369733e0a202020202020202020203c2f62706d6e3a657874656e73696f6e456c656d656e74733e0a202020202020202020203c62706d6e3a696e636f6d696e673e44656e44616e684769613c2f62706d6e3a696e636f6d696e673e0a202020202020202020203c62706d6e3a6f7574676f696e673e53617544616e684769613c2f62706d6e3a6f7574676f696e673e0a20202020202020203c2f62706d6e3a757365725461736b3e0a20202020202020203c62706d6e3a6578636c7573697665476174657761792069643d225068756f6e67416e22206e616d653d225068c6b0c6a16e6720c3a16e3f222064656661756c743d22436f54686179446f69223e0a202020202020202020203c62706d6e3a696e636f6d696e673e53617544616e684769613c2f62706d6e3a696e636f6d696e673e0a202020202020202020203c62706d6e3a6f7574676f696e673e4b686f6e67446f693c2f62706d6e3a6f7574676f696e673e0a202020202020202020203c62706d6e3a6f7574676f696e673e436f54686179446f693c2f62706d6e3a6f7574676f696e673e0a20202020202020203c2f62706d6e3a6578636c7573697665476174657761793e0a20202020202020203c62706d6e3a757365725461736b2069643d2244757965744b686f6e67446f6922206e616d653d22447579e1bb8774206769e1bbaf206e677579c3aa6e20717579207472c3ac6e68223e0a202020202020202020203c62706d6e3a646f63756d656e746174696f6e3e4cc3a36e6820c491e1baa16f20c491c6a16e2076e1bb8b206368e1bba7207472c3ac20647579e1bb8774206be1babf74206c75e1baad6e206b68c3b46e67207068e1baa3692073e1bbad6120717579207472c3ac6e682e3c2f62706d6e3a646f63756d656e746174696f6e3e0a202020202020202020203c62706d6e3a657874656e73696f6e456c656d656e74733e0a2020202020202020202020203c676f763a666f726d206b65793d2264757965742d6b686f6e672d646f69222f3e0a2020202020202020202020203c676f763a61737369676e6d656e7420726f6c653d224c445f50484f4e472220756e69743d227468755f7475632e646f6e5f7669222f3e0a2020202020202020202020203c676f763a646561646c696e6520776f726b696e67446179733d2233222f3e0a2020202020202020202020203c676f763a657363616c6174696f6e206c61646465723d22514d53222f3e0a2020202020202020202020203c676f763a73657061726174696f6e20646966666572656e7446726f6d3d2244616e68476961546163446f6e67222f3e0a2020202020202020202020203c676f763a7469746c652065787072657373696f6e3d227468755f7475632e74656e222f3e0a2020202020202020202020203c676f763a6c6567616c42617369733e0a20202020202020202020202020203c676f763a6c6567616c52656620646f633d2231392f323031342f51c4902d545467222061727469636c653d22c49069e1bb81752034206b686fe1baa36e203420c49169e1bb836d2061222f3e0a2020202020202020202020203c2f676f763a6c6567616c42617369733e0a202020202020202020203c2f62706d6e3a657874656e73696f6e456c656d656e74733e0a202020202020202020203c62706d6e3a696e636f6d696e673e4b686f6e67446f693c2f62706d6e3a696e636f6d696e673e0a202020202020202020203c62706d6e3a6f7574676f696e673e53617544757965744b686f6e67446f693c2f62706d6e3a6f7574676f696e673e0a20202020202020203c2f62706d6e3a757365725461736b3e0a20202020202020203c62706d6e3a6578636c7573697665476174657761792069643d22446f6e67594b686f6e67446f6922206e616d653d22c490e1bb936e6720c3bd3f222064656661756c743d225472614c616944616e68476961223e0a202020202020202020203c62706d6e3a696e636f6d696e673e53617544757965744b686f6e67446f693c2f62706d6e3a696e636f6d696e673e0a202020202020202020203c62706d6e3a6f7574676f696e673e446f6e67594769754e677579656e3c2f62706d6e3a6f7574676f696e673e0a202020202020202020203c62706d6e3a6f7574676f696e673e5472614c616944616e684769613c2f62706d6e3a6f7574676f696e673e0a20202020202020203c2f62706d6e3a6578636c7573697665476174657761793e0a20202020202020203c62706d6e3a656e644576656e742069643d224769754e677579656e22206e616d653d224769e1bbaf206e677579c3aa6e223e0a202020202020202020203c62706d6e3a696e636f6d696e673e446f6e67594769754e677579656e3c2f62706d6e3a696e636f6d696e673e0a20202020202020203c2f62706d6e3a656e644576656e743e0a20202020202020203c62706d6e3a6578636c7573697665476174657761792069643d22476f70536f616e5468616f223e0a202020202020202020203c62706d6e3a696e636f6d696e673e436f54686179446f693c2f62706d6e3a696e636f6d696e673e0a202020202020202020203c62706d6e3a696e636f6d696e673e5472614c6169536f616e5468616f3c2f62706d6e3a696e636f6d696e673e0a202020202020202020203c62706d6e3a6f7574676f696e673e44656e536f616e5468616f3c2f62706d6e3a6f7574676f696e673e0a20202020202020203c2f62706d6e3a6578636c7573697665476174657761793e0a20202020202020203c62706d6e3a757365725461736b2069643d22536f616e5468616f22206e616d653d22536fe1baa16e207468e1baa36f207468617920c491e1bb9569223e0a202020202020202020203c62706d6e3a646f63756d656e746174696f6e3e536fe1baa16e20706869c3aa6e2062e1baa36e206de1bb9b692063e1bba76120717579207472c3ac6e6820686fe1bab7632064e1bbb1207468e1baa36f20717579e1babf7420c491e1bb8b6e682062c3a3692062e1bb8f2e3c2f62706d6e3a646f63756d656e746174696f6e3e0a202020202020202020203c62706d6e3a657874656e73696f6e456c656d656e74733e0a2020202020202020202020203c676f763a666f726d206b65793d2264752d7468616f222f3e0a2020202020202020202020203c676f763a61737369676e6d656e7420726f6c653d2243485559454e5f5649454e2220756e69743d227468755f7475632e646f6e5f7669222f3e0a2020202020202020202020203c676f763a646561646c696e6520646174653d226d6f635f64755f7468616f22206c65617374576f726b696e67446179733d2235222f3e0a2020202020202020202020203c676f763a657363616c6174696f6e206c61646465723d22514d53222f3e0a2020202020202020202020203c676f763a7469746c652065787072657373696f6e3d227468755f7475632e74656e222f3e0a2020202020202020202020203c676f763a6c6567616c42617369733e0a20202020202020202020202020203c676f763a6c6567616c52656620646f633d2231392f323031342f51c4902d545467222061727469636c653d22c49069e1bb81752034206b686fe1baa36e203420c49169e1bb836d2061222f3e0a2020202020202020202020203c2f676f763a6c6567616c42617369733e0a202020202020202020203c2f62706d6e3a657874656e73696f6e456c656d656e74733e0a202020202020202020203c62706d6e3a696e636f6d696e673e44656e536f616e5468616f3c2f62706d6e3a696e636f6d696e673e0a202020202020202020203c62706d6e3a6f7574676f696e673e536175536f616e5468616f3c2f62706d6e3a6f7574676f696e673e0a20202020202020203c2f62706d6e3a757365725461736b3e0a20202020202020203c62706d6e3a757365725461736b2069643d22506865447579657422206e616d653d225068c3aa20647579e1bb8774207468617920c491e1bb9569223e0a202020202020202020203c62706d6e3a646f63756d656e746174696f6e3e4e67c6b0e1bb9d6920c491e1bba96e6720c491e1baa7752063c6a1207175616e207068c3aa20647579e1bb87743b206368e1bb892074e1bbab206cc3ba63206ec3a07920706869c3aa6e2062e1baa36e206de1bb9b69206de1bb9b6920c491c6b0e1bba36320c3a1702064e1bba56e672e3c2f62706d6e3a646f63756d656e746174696f6e3e0a202020202020202020203c62706d6e3a657874656e73696f6e456c656d656e74733e0a2020202020202020202020203c676f763a666f726d206b65793d227068652d6475796574222f3e0a2020202020202020202020203c676f763a61737369676e6d656e7420726f6c653d224c445f4351222f3e0a2020202020202020202020203c676f763a646561646c696e6520646174653d226d6f635f7068655f647579657422206c65617374576f726b696e67446179733d2233222f3e0a2020202020202020202020203c676f763a657363616c6174696f6e206c61646465723d22514d53222f3e0a2020202020202020202020203c676f763a73657061726174696f6e20646966666572656e7446726f6d3d22536f616e5468616f222f3e0a2020202020202020202020203c676f763a7469746c652065787072657373696f6e3d227468755f7475632e74656e222f3e0a2020202020202020202020203c676f763a6c6567616c42617369733e0a20202020202020202020202020203c676f763a6c6567616c52656620646f633d2231392f323031342f51c4902d545467222061727469636c653d22c49069e1bb81752034206b686fe1baa36e203220c49169e1bb836d2061222f3e0a20202020202020202020202020203c676f763a6c6567616c52656620646f633d2231392f323031342f51c4902d545467222061727469636c653d22c49069e1bb81752034206b686fe1baa36e203420c49169e1bb836d2061222f3e0a2020202020202020202020203c2f676f763a6c6567616c42617369733e0a202020202020202020203c2f62706d6e3a657874656e73696f6e456c656d656e74733e0a202020202020202020203c62706d6e3a696e636f6d696e673e536175536f616e5468616f3c2f62706d6e3a696e636f6d696e673e0a202020202020202020203c62706d6e3a6f7574676f696e673e53617550686544757965743c2f62706d6e3a6f7574676f696e673e0a20202020202020203c2f62706d6e3a757365725461736b3e0a20202020202020203c62706d6e3a6578636c7573697665476174657761792069643d2244756f63447579657422206e616d653d22447579e1bb87743f222064656661756c743d225472614c6169536f616e5468616f223e0a202020202020202020203c62706d6e3a696e636f6d696e673e53617550686544757965743c2f62706d6e3a696e636f6d696e673e0a202020202020202020203c62706d6e3a6f7574676f696e673e5472614c6169536f616e5468616f3c2f62706d6e3a6f7574676f696e673e0a202020202020202020203c62706d6e3a6f7574676f696e673e447579657454686179446f693c2f62706d6e3a6f7574676f696e673e0a20202020202020203c2f62706d6e3a6578636c7573697665476174657761793e0a20202020202020203c62706d6e3a736572766963655461736b2069643d22417044756e6754686179446f6922206e616d653d22476869206e68e1baad6e20706869c3aa6e2062e1baa36e206de1bb9b69223e0a202020202020202020203c62706d6e3a646f63756d656e746174696f6e3e47686920706869c3aa6e2062e1baa36e2063c5a92c20706869c3aa6e2062e1baa36e206de1bb9b692c20717579e1babf7420c491e1bb8b6e682076c3a0206e67c3a079206869e1bb8775206ce1bbb1632063e1bba761207468e1bba72074e1bba5632e3c2f62706d6e3a646f63756d656e746174696f6e3e0a202020202020202020203c62706d6e3a657874656e73696f6e456c656d656e74733e0a2020202020202020202020203c676f763a6f70657261746f72206e616d653d226c6567616c5f7570646174652e6170706c795f6368616e6765223e0a20202020202020202020202020203c676f763a706172616d65746572206e616d653d2276627170706c222076616c75653d2276627170706c222f3e0a20202020202020202020202020203c676f763a706172616d65746572206e616d653d227468755f747563222076616c75653d227468755f747563222f3e0a20202020202020202020202020203c676f763a706172616d65746572206e616d653d227068756f6e675f616e222076616c75653d227068756f6e675f616e222f3e0a20202020202020202020202020203c676f763a706172616d65746572206e616d653d22736f5f706869656e5f62616e5f6d6f69222076616c75653d22736f5f706869656e5f62616e5f6d6f69222f3e0a20202020202020202020202020203c676f763a706172616d65746572206e616d653d226e6761795f686965755f6c75635f6d6f69222076616c75653d226e6761795f686965755f6c75635f6d6f69222f3e0a20202020202020202020202020203c676f763a706172616d65746572206e616d653d22746f6d5f7461745f746861795f646f69222076616c75653d22746f6d5f7461745f746861795f646f69222f3e0a20202020202020202020202020203c676f763a706172616d65746572206e616d653d2264755f7468616f222076616c75653d2264755f7468616f222f3e0a20202020202020202020202020203c676f763a706172616d65746572206e616d653d22736f5f71757965745f64696e68222076616c75653d22736f5f71757965745f64696e68222f3e0a20202020202020202020202020203c676f763a706172616d65746572206e616d653d226e6761795f71757965745f64696e68222076616c75653d226e6761795f71757965745f64696e68222f3e0a2020202020202020202020203c2f676f763a6f70657261746f723e0a202020202020202020203c2f62706d6e3a657874656e73696f6e456c656d656e74733e0a202020202020202020203c62706d6e3a696e636f6d696e673e447579657454686179446f693c2f62706d6e3a696e636f6d696e673e0a202020202020202020203c62706d6e3a6f7574676f696e673e536175417044756e673c2f62706d6e3a6f7574676f696e673e0a20202020202020203c2f62706d6e3a736572766963655461736b3e0a20202020202020203c62706d6e3a656e644576656e742069643d22446154686179446f6922206e616d653d22c490c3a3207468617920c491e1bb9569223e0a202020202020202020203c62706d6e3a696e636f6d696e673e536175417044756e673c2f62706d6e3a696e636f6d696e673e0a20202020202020203c2f62706d6e3a656e644576656e743e0a20202020202020203c62706d6e3a73657175656e6365466c6f772069643d2256616f44616e684769612220736f757263655265663d2242617444617554687554756322207461726765745265663d22476f7044616e68476961222f3e0a20202020202020203c62706d6e3a73657175656e6365466c6f772069643d2244656e44616e684769612220736f757263655265663d22476f7044616e6847696122207461726765745265663d2244616e68476961546163446f6e67222f3e0a20202020202020203c62706d6e3a73657175656e6365466c6f772069643d2253617544616e684769612220736f757263655265663d2244616e68476961546163446f6e6722207461726765745265663d225068756f6e67416e222f3e0a20202020202020203c62706d6e3a73657175656e6365466c6f772069643d224b686f6e67446f6922206e616d653d224b68c3b46e6720c491e1bb95692220736f757263655265663d225068756f6e67416e22207461726765745265663d2244757965744b686f6e67446f69223e0a202020202020202020203c62706d6e3a636f6e646974696f6e45787072657373696f6e207873693a747970653d2262706d6e3a74466f726d616c45787072657373696f6e223e7068756f6e675f616e203d20226b686f6e675f646f69223c2f62706d6e3a636f6e646974696f6e45787072657373696f6e3e0a20202020202020203c2f62706d6e3a73657175656e6365466c6f773e0a20202020202020203c62706d6e3a73657175656e6365466c6f772069643d2253617544757965744b686f6e67446f692220736f757263655265663d2244757965744b686f6e67446f6922207461726765745265663d22446f6e67594b686f6e67446f69222f3e0a20202020202020203c62706d6e3a73657175656e6365466c6f772069643d22446f6e67594769754e677579656e22206e616d653d22c490e1bb936e6720c3bd2220736f757263655265663d22446f6e67594b686f6e67446f6922207461726765745265663d224769754e677579656e223e0a202020202020202020203c62706d6e3a636f6e646974696f6e45787072657373696f6e207873693a747970653d2262706d6e3a74466f726d616c45787072657373696f6e223e71757965745f64696e685f6b686f6e675f646f69203d2022646f6e675f79223c2f62706d6e3a636f6e646974696f6e45787072657373696f6e3e0a20202020202020203c2f62706d6e3a73657175656e6365466c6f773e0a20202020202020203c62706d6e3a73657175656e6365466c6f772069643d225472614c616944616e6847696122206e616d653d225472e1baa3206ce1baa1692220736f757263655265663d22446f6e67594b686f6e67446f6922207461726765745265663d22476f7044616e68476961222f3e0a20202020202020203c62706d6e3a73657175656e6365466c6f772069643d22436f54686179446f6922206e616d653d2253e1bbad612c2074686179207468e1babf2c2062c3a3692062e1bb8f2220736f757263655265663d225068756f6e67416e22207461726765745265663d22476f70536f616e5468616f222f3e0a20202020202020203c62706d6e3a73657175656e6365466c6f772069643d2244656e536f616e5468616f2220736f757263655265663d22476f70536f616e5468616f22207461726765745265663d22536f616e5468616f222f3e0a20202020202020203c62706d6e3a73657175656e6365466c6f772069643d22536175536f616e5468616f2220736f757263655265663d22536f616e5468616f22207461726765745265663d225068654475796574222f3e0a20202020202020203c62706d6e3a73657175656e6365466c6f772069643d2253617550686544757965742220736f757263655265663d22506865447579657422207461726765745265663d2244756f634475796574222f3e0a20202020202020203c62706d6e3a73657175656e6365466c6f772069643d225472614c6169536f616e5468616f22206e616d653d225472e1baa3206ce1baa1692220736f757263655265663d2244756f63447579657422207461726765745265663d22476f70536f616e5468616f222f3e0a20202020202020203c62706d6e3a73657175656e6365466c6f772069643d22447579657454686179446f6922206e616d653d22447579e1bb87742220736f757263655265663d2244756f63447579657422207461726765745265663d22417044756e6754686179446f69223e0a202020202020202020203c62706d6e3a636f6e646974696f6e45787072657373696f6e207873693a747970653d2262706d6e3a74466f726d616c45787072657373696f6e223e71757965745f64696e685f7068655f6475796574203d20226475796574223c2f62706d6e3a636f6e646974696f6e45787072657373696f6e3e0a20202020202020203c2f62706d6e3a73657175656e6365466c6f773e0a20202020202020203c62706d6e3a73657175656e6365466c6f772069643d22536175417044756e672220736f757263655265663d22417044756e6754686179446f6922207461726765745265663d22446154686179446f69222f3e0a2020202020203c2f62706d6e3a73756250726f636573733e0a2020202020203c62706d6e3a736572766963655461736b2069643d22546f6e67486f7022206e616d653d2254e1bb956e672068e1bba370207468617920c491e1bb9569223e0a20202020202020203c62706d6e3a646f63756d656e746174696f6e3e4ce1baad702064616e682073c3a16368207468e1bba72074e1bba56320c491c3a3207468617920c491e1bb95692076c3a0206e67c6b0e1bb9d69207068e1baa36920c491e1bb8d632e3c2f62706d6e3a646f63756d656e746174696f6e3e0a20202020202020203c62706d6e3a657874656e73696f6e456c656d656e74733e0a202020202020202020203c676f763a6f70657261746f72206e616d653d226c6567616c5f7570646174652e73756d6d6172697365223e0a2020202020202020202020203c676f763a706172616d65746572206e616d653d2276627170706c222076616c75653d2276627170706c222f3e0a2020202020202020202020203c676f763a706172616d65746572206e616d653d226b65745f7175615f7468755f747563222076616c75653d226b65745f7175615f7468755f747563222f3e0a202020202020202020203c2f676f763a6f70657261746f723e0a20202020202020203c2f62706d6e3a657874656e73696f6e456c656d656e74733e0a20202020202020203c62706d6e3a696e636f6d696e673e53617554756e675468755475633c2f62706d6e3a696e636f6d696e673e0a20202020202020203c62706d6e3a6f7574676f696e673e536175546f6e67486f703c2f62706d6e3a6f7574676f696e673e0a2020202020203c2f62706d6e3a736572766963655461736b3e0a2020202020203c62706d6e3a6578636c7573697665476174657761792069643d22436f54687554756354686179446f6922206e616d653d2243c3b3207468e1bba72074e1bba563207468617920c491e1bb95693f222064656661756c743d224b686f6e67436f54686179446f69223e0a20202020202020203c62706d6e3a696e636f6d696e673e536175546f6e67486f703c2f62706d6e3a696e636f6d696e673e0a20202020202020203c62706d6e3a6f7574676f696e673e4b686f6e67436f54686179446f693c2f62706d6e3a6f7574676f696e673e0a20202020202020203c62706d6e3a6f7574676f696e673e436f446543687579656e546965703c2f62706d6e3a6f7574676f696e673e0a2020202020203c2f62706d6e3a6578636c7573697665476174657761793e0a2020202020203c62706d6e3a656e644576656e742069643d224b686f6e675068616953756122206e616d653d224b68c3b46e67207068e1baa3692073e1bbad6120717579207472c3ac6e68223e0a20202020202020203c62706d6e3a696e636f6d696e673e4b686f6e67436f54686179446f693c2f62706d6e3a696e636f6d696e673e0a2020202020203c2f62706d6e3a656e644576656e743e0a2020202020203c62706d6e3a757365725461736b2069643d2251757944696e6843687579656e5469657022206e616d653d2251757920c491e1bb8b6e682063687579e1bb836e207469e1babf702068e1bb932073c6a1223e0a20202020202020203c62706d6e3a646f63756d656e746174696f6e3e4ec3aa752068e1bb932073c6a120c491c3a3207469e1babf70206e68e1baad6e207472c6b0e1bb9b63206e67c3a079206869e1bb8775206ce1bbb163207468656f20706869c3aa6e2062e1baa36e206ec3a06f2076c3a02063c4836e2063e1bba92e3c2f62706d6e3a646f63756d656e746174696f6e3e0a20202020202020203c62706d6e3a657874656e73696f6e456c656d656e74733e0a202020202020202020203c676f763a666f726d206b65793d227175792d64696e682d63687579656e2d74696570222f3e0a202020202020202020203c676f763a61737369676e6d656e7420726f6c653d225448555f4b595f49534f222f3e0a202020202020202020203c676f763a646561646c696e6520776f726b696e67446179733d2233222f3e0a202020202020202020203c676f763a657363616c6174696f6e206c61646465723d22514d53222f3e0a202020202020202020203c676f763a6c6567616c42617369733e0a2020202020202020202020203c676f763a6c6567616c52656620646f633d2231392f323031342f51c4902d545467222061727469636c653d22c49069e1bb81752034206b686fe1baa36e203420c49169e1bb836d2061222f3e0a202020202020202020203c2f676f763a6c6567616c42617369733e0a20202020202020203c2f62706d6e3a657874656e73696f6e456c656d656e74733e0a20202020202020203c62706d6e3a696e636f6d696e673e436f446543687579656e546965703c2f62706d6e3a696e636f6d696e673e0a20202020202020203c62706d6e3a6f7574676f696e673e53617543687579656e546965703c2f62706d6e3a6f7574676f696e673e0a2020202020203c2f62706d6e3a757365725461736b3e0a2020202020203c62706d6e3a736572766963655461736b2069643d2254696e6848616e446f6322206e616d653d2254c3ad6e682068e1baa16e20c491e1bb8d632076c3a02078c3a163206e68e1baad6e223e0a20202020202020203c62706d6e3a646f63756d656e746174696f6e3e4dc6b0e1bb9d69206cc4836d206e67c3a079206cc3a06d207669e1bb8763206be1bb832074e1bbab206b68692063c3b32071757920c491e1bb8b6e682063687579e1bb836e207469e1babf702c2073e1bb9b6d2068c6a16e206ee1babf752068e1baa16e206de1bba563207469c3aa752063e1bba7612068e1bb932073c6a120c491e1babf6e207472c6b0e1bb9b632c20c3ad74206e68e1baa574206261206e67c3a079206cc3a06d207669e1bb87632e3c2f62706d6e3a646f63756d656e746174696f6e3e0a20202020202020203c62706d6e3a657874656e73696f6e456c656d656e74733e0a202020202020202020203c676f763a6f70657261746f72206e616d653d226c6567616c5f7570646174652e7365745f72656164696e675f706572696f64223e0a2020202020202020202020203c676f763a706172616d65746572206e616d653d2268616e5f6d75635f74696575222076616c75653d2268616e5f6d75635f74696575222f3e0a202020202020202020203c2f676f763a6f70657261746f723e0a20202020202020203c2f62706d6e3a657874656e73696f6e456c656d656e74733e0a20202020202020203c62706d6e3a696e636f6d696e673e53617543687579656e546965703c2f62706d6e3a696e636f6d696e673e0a20202020202020203c62706d6e3a6f7574676f696e673e53617554696e6848616e446f633c2f62706d6e3a6f7574676f696e673e0a2020202020203c2f62706d6e3a736572766963655461736b3e0a2020202020203c62706d6e3a757365725461736b2069643d22446f6356615861634e68616e22206e616d653d22c490e1bb8d632076c3a02078c3a163206e68e1baad6e20c491c3a3206869e1bb8375223e0a20202020202020203c62706d6e3a646f63756d656e746174696f6e3e4de1bb9769206e67c6b0e1bb9d692074726f6e67207068e1baa16d20766920c3a1702064e1bba56e6720c491e1bb8d63206ee1bb99692064756e67207468617920c491e1bb95692076c3a02078c3a163206e68e1baad6e2e3c2f62706d6e3a646f63756d656e746174696f6e3e0a20202020202020203c62706d6e3a657874656e73696f6e456c656d656e74733e0a202020202020202020203c676f763a666f726d206b65793d22646f632d76612d7861632d6e68616e222f3e0a202020202020202020203c676f763a61737369676e6d656e7420706572736f6e3d226e67756f692e69642220696e506572736f6e3d2274727565222f3e0a202020202020202020203c676f763a646561646c696e6520646174653d2268616e5f70686f5f6269656e222f3e0a202020202020202020203c676f763a657363616c6174696f6e206c61646465723d22514d53222f3e0a202020202020202020203c676f763a6c6567616c42617369733e0a2020202020202020202020203c676f763a6c6567616c52656620646f633d2232362f323031342f54542d424b48434e222061727469636c653d22c49069e1bb8175203336206b686fe1baa36e203120c49169e1bb836d2062222f3e0a202020202020202020203c2f676f763a6c6567616c42617369733e0a20202020202020203c2f62706d6e3a657874656e73696f6e456c656d656e74733e0a20202020202020203c62706d6e3a696e636f6d696e673e53617554696e6848616e446f633c2f62706d6e3a696e636f6d696e673e0a20202020202020203c62706d6e3a6f7574676f696e673e536175446f6356615861634e68616e3c2f62706d6e3a6f7574676f696e673e0a20202020202020203c62706d6e3a6d756c7469496e7374616e63654c6f6f7043686172616374657269737469637320676f763a636f6c6c656374696f6e3d226e67756f695f70686f5f6269656e2220676f763a656c656d656e745661726961626c653d226e67756f692220676f763a6f7574707574436f6c6c656374696f6e3d226e67756f695f64615f646f632220676f763a6f7574707574456c656d656e743d226e67756f692e6964222f3e0a2020202020203c2f62706d6e3a757365725461736b3e0a2020202020203c62706d6e3a626f756e646172794576656e742069643d2248657448616e50686f4269656e22206e616d653d2248e1babf742068e1baa16e2078c3a163206e68e1baad6e22206174746163686564546f5265663d22446f6356615861634e68616e223e0a20202020202020203c62706d6e3a6f7574676f696e673e4b686948657448616e50686f4269656e3c2f62706d6e3a6f7574676f696e673e0a20202020202020203c62706d6e3a74696d65724576656e74446566696e6974696f6e2069643d2248657448616e50686f4269656e5f48656e47696f223e0a202020202020202020203c62706d6e3a74696d6544617465207873693a747970653d2262706d6e3a74466f726d616c45787072657373696f6e223e68616e5f70686f5f6269656e202b20313c2f62706d6e3a74696d65446174653e0a20202020202020203c2f62706d6e3a74696d65724576656e74446566696e6974696f6e3e0a2020202020203c2f62706d6e3a626f756e646172794576656e743e0a2020202020203c62706d6e3a656e644576656e742069643d2244614361704e68617422206e616d653d22c490c3a32063e1baad70206e68e1baad74223e0a20202020202020203c62706d6e3a696e636f6d696e673e536175446f6356615861634e68616e3c2f62706d6e3a696e636f6d696e673e0a2020202020203c2f62706d6e3a656e644576656e743e0a2020202020203c62706d6e3a736572766963655461736b2069643d224c617044616e685361636843687561446f6322206e616d653d224ce1baad702064616e682073c3a16368206368c6b0612078c3a163206e68e1baad6e223e0a20202020202020203c62706d6e3a646f63756d656e746174696f6e3e536f206e67c6b0e1bb9d69207068e1baa36920c491e1bb8d632076e1bb9b69206e67c6b0e1bb9d6920c491c3a32078c3a163206e68e1baad6e2e3c2f62706d6e3a646f63756d656e746174696f6e3e0a20202020202020203c62706d6e3a657874656e73696f6e456c656d656e74733e0a202020202020202020203c676f763a6f70657261746f72206e616d653d226c6567616c5f7570646174652e6c6973745f756e72656164223e0a2020202020202020202020203c676f763a706172616d65746572206e616d653d226e67756f695f70686f5f6269656e222076616c75653d226e67756f695f70686f5f6269656e222f3e0a2020202020202020202020203c676f763a706172616d65746572206e616d653d226e67756f695f64615f646f63222076616c75653d226e67756f695f64615f646f63222f3e0a202020202020202020203c2f676f763a6f70657261746f723e0a20202020202020203c2f62706d6e3a657874656e73696f6e456c656d656e74733e0a20202020202020203c62706d6e3a696e636f6d696e673e4b686948657448616e50686f4269656e3c2f62706d6e3a696e636f6d696e673e0a20202020202020203c62706d6e3a6f7574676f696e673e5361754c617044616e68536163683c2f62706d6e3a6f7574676f696e673e0a2020202020203c2f62706d6e3a736572766963655461736b3e0a2020202020203c62706d6e3a757365725461736b2069643d2258754c7943687561446f6322206e616d653d2258e1bbad206cc3bd206e67c6b0e1bb9d69206368c6b0612078c3a163206e68e1baad6e223e0a20202020202020203c62706d6e3a646f63756d656e746174696f6e3e4e68e1baaf632c2068c6b0e1bb9b6e672064e1baab6e206ce1baa16920686fe1bab76320676869206cc3bd20646f206368c3ad6e6820c491c3a16e672063e1bba761206e67c6b0e1bb9d69206368c6b0612078c3a163206e68e1baad6e2e3c2f62706d6e3a646f63756d656e746174696f6e3e0a20202020202020203c62706d6e3a657874656e73696f6e456c656d656e74733e0a202020202020202020203c676f763a666f726d206b65793d2278752d6c792d636875612d646f63222f3e0a202020202020202020203c676f763a61737369676e6d656e7420726f6c653d225448555f4b595f49534f222f3e0a202020202020202020203c676f763a646561646c696e6520776f726b696e67446179733d2235222f3e0a202020202020202020203c676f763a657363616c6174696f6e206c61646465723d22514d53222f3e0a202020202020202020203c676f763a6c6567616c42617369733e0a2020202020202020202020203c676f763a6c6567616c52656620646f633d2232362f323031342f54542d424b48434e222061727469636c653d22c49069e1bb8175203336206b686fe1baa36e203120c49169e1bb836d2062222f3e0a202020202020202020203c2f676f763a6c6567616c42617369733e0a20202020202020203c2f62706d6e3a657874656e73696f6e456c656d656e74733e0a20202020202020203c62706d6e3a696e636f6d696e673e5361754c617044616e68536163683c2f62706d6e3a696e636f6d696e673e0a20202020202020203c62706d6e3a6f7574676f696e673e53617558754c7943687561446f633c2f62706d6e3a6f7574676f696e673e0a2020202020203c2f62706d6e3a757365725461736b3e0a2020202020203c62706d6e3a656e644576656e742069643d22446158754c7943687561446f6322206e616d653d22c490c3a32063e1baad70206e68e1baad742c20c491c3a32078e1bbad206cc3bd223e0a20202020202020203c62706d6e3a696e636f6d696e673e53617558754c7943687561446f633c2f62706d6e3a696e636f6d696e673e0a2020202020203c2f62706d6e3a656e644576656e743e0a2020202020203c62706d6e3a73657175656e6365466c6f772069643d2256616f53616e674c6f632220736f757263655265663d2242617444617553616e674c6f6322207461726765745265663d22476f7053616e674c6f63222f3e0a2020202020203c62706d6e3a73657175656e6365466c6f772069643d2244656e53616e674c6f632220736f757263655265663d22476f7053616e674c6f6322207461726765745265663d2253616e674c6f63222f3e0a2020202020203c62706d6e3a73657175656e6365466c6f772069643d2253617553616e674c6f632220736f757263655265663d2253616e674c6f6322207461726765745265663d22436f416e6848756f6e67222f3e0a2020202020203c62706d6e3a73657175656e6365466c6f772069643d2243687561526f22206e616d653d224368c6b0612072c3b52220736f757263655265663d22436f416e6848756f6e6722207461726765745265663d2243686f594b69656e222f3e0a2020202020203c62706d6e3a73657175656e6365466c6f772069643d2253617543686f594b69656e2220736f757263655265663d2243686f594b69656e22207461726765745265663d22476f7053616e674c6f63222f3e0a2020202020203c62706d6e3a73657175656e6365466c6f772069643d224b686f6e67416e6848756f6e67476922206e616d653d224b68c3b46e672220736f757263655265663d22436f416e6848756f6e6722207461726765745265663d225861634e68616e4b686f6e67416e6848756f6e67223e0a20202020202020203c62706d6e3a636f6e646974696f6e45787072657373696f6e207873693a747970653d2262706d6e3a74466f726d616c45787072657373696f6e223e6b65745f6c75616e5f73616e675f6c6f63203d20226b686f6e67223c2f62706d6e3a636f6e646974696f6e45787072657373696f6e3e0a2020202020203c2f62706d6e3a73657175656e6365466c6f773e0a2020202020203c62706d6e3a73657175656e6365466c6f772069643d225361755861634e68616e4b686f6e672220736f757263655265663d225861634e68616e4b686f6e67416e6848756f6e6722207461726765745265663d22446f6e67594b686f6e67416e6848756f6e67222f3e0a2020202020203c62706d6e3a73657175656e6365466c6f772069643d225472614c616953616e674c6f6322206e616d653d225472e1baa3206ce1baa1692220736f757263655265663d22446f6e67594b686f6e67416e6848756f6e6722207461726765745265663d22476f7053616e674c6f63222f3e0a2020202020203c62706d6e3a73657175656e6365466c6f772069643d22446f6e67594b65745468756322206e616d653d22c490e1bb936e6720c3bd2220736f757263655265663d22446f6e67594b686f6e67416e6848756f6e6722207461726765745265663d224b686f6e67416e6848756f6e67223e0a20202020202020203c62706d6e3a636f6e646974696f6e45787072657373696f6e207873693a747970653d2262706d6e3a74466f726d616c45787072657373696f6e223e71757965745f64696e685f73616e675f6c6f63203d2022646f6e675f79223c2f62706d6e3a636f6e646974696f6e45787072657373696f6e3e0a2020202020203c2f62706d6e3a73657175656e6365466c6f773e0a2020202020203c62706d6e3a73657175656e6365466c6f772069643d22436f416e6848756f6e675175795472696e6822206e616d653d2243c3b32220736f757263655265663d22436f416e6848756f6e6722207461726765745265663d22446558756174546875547563223e0a20202020202020203c62706d6e3a636f6e646974696f6e45787072657373696f6e207873693a747970653d2262706d6e3a74466f726d616c45787072657373696f6e223e6b65745f6c75616e5f73616e675f6c6f63203d2022636f223c2f62706d6e3a636f6e646974696f6e45787072657373696f6e3e0a2020202020203c2f62706d6e3a73657175656e6365466c6f773e0a2020202020203c62706d6e3a73657175656e6365466c6f772069643d225361754465587561742220736f757263655265663d2244655875617454687554756322207461726765745265663d225861634e68616e44616e684d7563222f3e0a2020202020203c62706d6e3a73657175656e6365466c6f772069643d225361755861634e68616e44616e684d75632220736f757263655265663d225861634e68616e44616e684d756322207461726765745265663d224c6179546875547563222f3e0a2020202020203c62706d6e3a73657175656e6365466c6f772069643d225361754c61795468755475632220736f757263655265663d224c617954687554756322207461726765745265663d224361704e686174546875547563222f3e0a2020202020203c62706d6e3a73657175656e6365466c6f772069643d2253617554756e675468755475632220736f757263655265663d224361704e68617454687554756322207461726765745265663d22546f6e67486f70222f3e0a2020202020203c62706d6e3a73657175656e6365466c6f772069643d22536175546f6e67486f702220736f757263655265663d22546f6e67486f7022207461726765745265663d22436f54687554756354686179446f69222f3e0a2020202020203c62706d6e3a73657175656e6365466c6f772069643d224b686f6e67436f54686179446f6922206e616d653d224b68c3b46e672220736f757263655265663d22436f54687554756354686179446f6922207461726765745265663d224b686f6e6750686169537561222f3e0a2020202020203c62706d6e3a73657175656e6365466c6f772069643d22436f446543687579656e5469657022206e616d653d2243c3b32220736f757263655265663d22436f54687554756354686179446f6922207461726765745265663d2251757944696e6843687579656e54696570223e0a20202020202020203c62706d6e3a636f6e646974696f6e45787072657373696f6e207873693a747970653d2262706d6e3a74466f726d616c45787072657373696f6e223e636f756e74287468755f7475635f746861795f646f6929202667743b20303c2f62706d6e3a636f6e646974696f6e45787072657373696f6e3e0a2020202020203c2f62706d6e3a73657175656e6365466c6f773e0a2020202020203c62706d6e3a73657175656e6365466c6f772069643d2253617543687579656e546965702220736f757263655265663d2251757944696e6843687579656e5469657022207461726765745265663d2254696e6848616e446f63222f3e0a2020202020203c62706d6e3a73657175656e6365466c6f772069643d2253617554696e6848616e446f632220736f757263655265663d2254696e6848616e446f6322207461726765745265663d22446f6356615861634e68616e222f3e0a2020202020203c62706d6e3a73657175656e6365466c6f772069643d22536175446f6356615861634e68616e2220736f757263655265663d22446f6356615861634e68616e22207461726765745265663d2244614361704e686174222f3e0a2020202020203c62706d6e3a73657175656e6365466c6f772069643d224b686948657448616e50686f4269656e2220736f757263655265663d2248657448616e50686f4269656e22207461726765745265663d224c617044616e685361636843687561446f63222f3e0a2020202020203c62706d6e3a73657175656e6365466c6f772069643d225361754c617044616e68536163682220736f757263655265663d224c617044616e685361636843687561446f6322207461726765745265663d2258754c7943687561446f63222f3e0a2020202020203c62706d6e3a73657175656e6365466c6f772069643d2253617558754c7943687561446f632220736f757263655265663d2258754c7943687561446f6322207461726765745265663d22446158754c7943687561446f63222f3e0a202020203c2f62706d6e3a73756250726f636573733e0a202020203c62706d6e3a626f756e646172794576656e742069643d2251756148616e22206e616d653d225175c3a1207468e1bb9d692068e1baa16e203033207468c3a16e6722206174746163686564546f5265663d224361704e68617456616e42616e222063616e63656c41637469766974793d2266616c7365223e0a2020202020203c62706d6e3a6f7574676f696e673e4b686951756148616e3c2f62706d6e3a6f7574676f696e673e0a2020202020203c62706d6e3a74696d65724576656e74446566696e6974696f6e2069643d2251756148616e5f48656e47696f223e0a20202020202020203c62706d6e3a74696d6544617465207873693a747970653d2262706d6e3a74466f726d616c45787072657373696f6e223e7175615f68616e5f6c75633c2f62706d6e3a74696d65446174653e0a2020202020203c2f62706d6e3a74696d65724576656e74446566696e6974696f6e3e0a202020203c2f62706d6e3a626f756e646172794576656e743e0a202020203c62706d6e3a736572766963655461736b2069643d224768694e68616e51756148616e22206e616d653d22476869206e68e1baad6e207175c3a12068e1baa16e2c206de1bb9f20706869e1babf75204b50482c2062c3a16f206cc3a36e6820c491e1baa16f223e0a2020202020203c62706d6e3a646f63756d656e746174696f6e3e4768692073e1bbb1206b69e1bb876e207175c3a12068e1baa16e2c206de1bb9f20706869e1babf75206b68c3b46e67207068c3b92068e1bba3702076e1bb9b69206e6775e1bb936e20227175c3a12068e1baa16e2063e1baad70206e68e1baad742056425150504c222076c3a02062c3a16f206e676179206e67c6b0e1bb9d6920c491e1bba96e6720c491e1baa7752063c6a1207175616e2e3c2f62706d6e3a646f63756d656e746174696f6e3e0a2020202020203c62706d6e3a657874656e73696f6e456c656d656e74733e0a20202020202020203c676f763a6f70657261746f72206e616d653d226c6567616c5f7570646174652e6f766572647565223e0a202020202020202020203c676f763a706172616d65746572206e616d653d2276627170706c222076616c75653d2276627170706c222f3e0a202020202020202020203c676f763a706172616d65746572206e616d653d22736f5f6b795f68696575222076616c75653d22736f5f6b795f68696575222f3e0a202020202020202020203c676f763a706172616d65746572206e616d653d226e6761795f686965755f6c7563222076616c75653d226e6761795f686965755f6c7563222f3e0a202020202020202020203c676f763a706172616d65746572206e616d653d2268616e5f706861705f6c79222076616c75653d2268616e5f706861705f6c79222f3e0a20202020202020203c2f676f763a6f70657261746f723e0a20202020202020203c676f763a6c6567616c42617369733e0a202020202020202020203c676f763a6c6567616c52656620646f633d2231392f323031342f51c4902d545467222061727469636c653d22c49069e1bb81752034206b686fe1baa36e203420c49169e1bb836d2061222f3e0a20202020202020203c2f676f763a6c6567616c42617369733e0a2020202020203c2f62706d6e3a657874656e73696f6e456c656d656e74733e0a2020202020203c62706d6e3a696e636f6d696e673e4b686951756148616e3c2f62706d6e3a696e636f6d696e673e0a2020202020203c62706d6e3a6f7574676f696e673e5361754768694e68616e51756148616e3c2f62706d6e3a6f7574676f696e673e0a202020203c2f62706d6e3a736572766963655461736b3e0a202020203c62706d6e3a656e644576656e742069643d2244614768694e68616e51756148616e22206e616d653d22c490c3a320676869206e68e1baad6e207175c3a12068e1baa16e223e0a2020202020203c62706d6e3a696e636f6d696e673e5361754768694e68616e51756148616e3c2f62706d6e3a696e636f6d696e673e0a202020203c2f62706d6e3a656e644576656e743e0a202020203c62706d6e3a736572766963655461736b2069643d22446f6e67486f536f22206e616d653d224768692073e1bb95207468656f2064c3b5692c20c491c3b36e672068e1bb932073c6a1223e0a2020202020203c62706d6e3a646f63756d656e746174696f6e3e476869206be1babf74207175e1baa32076c3a0206e67c3a07920686fc3a06e207468c3a06e682076c3a06f2053e1bb95207468656f2064c3b5692063e1baad70206e68e1baad742056425150504c2e3c2f62706d6e3a646f63756d656e746174696f6e3e0a2020202020203c62706d6e3a657874656e73696f6e456c656d656e74733e0a20202020202020203c676f763a6f70657261746f72206e616d653d226c6567616c5f7570646174652e636c6f7365223e0a202020202020202020203c676f763a706172616d65746572206e616d653d2276627170706c222076616c75653d2276627170706c222f3e0a202020202020202020203c676f763a706172616d65746572206e616d653d226b65745f6c75616e5f73616e675f6c6f63222076616c75653d226b65745f6c75616e5f73616e675f6c6f63222f3e0a202020202020202020203c676f763a706172616d65746572206e616d653d227468755f7475635f746861795f646f69222076616c75653d227468755f7475635f746861795f646f69222f3e0a202020202020202020203c676f763a706172616d65746572206e616d653d2261705f64756e675f63687579656e5f74696570222076616c75653d2261705f64756e675f63687579656e5f74696570222f3e0a20202020202020203c2f676f763a6f70657261746f723e0a20202020202020203c676f763a6c6567616c42617369733e0a202020202020202020203c676f763a6c6567616c52656620646f633d2232362f323031342f54542d424b48434e222061727469636c653d22c49069e1bb8175203336206b686fe1baa36e203220c49169e1bb836d2064222f3e0a20202020202020203c2f676f763a6c6567616c42617369733e0a2020202020203c2f62706d6e3a657874656e73696f6e456c656d656e74733e0a2020202020203c62706d6e3a696e636f6d696e673e52614361704e6861743c2f62706d6e3a696e636f6d696e673e0a2020202020203c62706d6e3a6f7574676f696e673e4b657454687563486f536f3c2f62706d6e3a6f7574676f696e673e0a202020203c2f62706d6e3a736572766963655461736b3e0a202020203c62706d6e3a656e644576656e742069643d224b65745468756322206e616d653d2248e1bb932073c6a120c491c3a320c491c3b36e67223e0a2020202020203c62706d6e3a696e636f6d696e673e4b657454687563486f536f3c2f62706d6e3a696e636f6d696e673e0a202020203c2f62706d6e3a656e644576656e743e0a202020203c62706d6e3a73657175656e6365466c6f772069643d2256616f4361704e6861742220736f757263655265663d2242617444617522207461726765745265663d224361704e68617456616e42616e222f3e0a202020203c62706d6e3a73657175656e6365466c6f772069643d2252614361704e6861742220736f757263655265663d224361704e68617456616e42616e22207461726765745265663d22446f6e67486f536f222f3e0a202020203c62706d6e3a73657175656e6365466c6f772069643d224b657454687563486f536f2220736f757263655265663d22446f6e67486f536f22207461726765745265663d224b657454687563222f3e0a202020203c62706d6e3a73657175656e6365466c6f772069643d224b686951756148616e2220736f757263655265663d2251756148616e22207461726765745265663d224768694e68616e51756148616e222f3e0a202020203c62706d6e3a73657175656e6365466c6f772069643d225361754768694e68616e51756148616e2220736f757263655265663d224768694e68616e51756148616e22207461726765745265663d2244614768694e68616e51756148616e222f3e0a20203c2f62706d6e3a70726f636573733e0a20203c62706d6e64693a42504d4e4469616772616d2069643d224469616772616d5f503036223e0a202020203c62706d6e64693a42504d4e506c616e652069643d22506c616e655f503036222062706d6e456c656d656e743d22436f6c6c61626f726174696f6e5f503036223e0a2020202020203c62706d6e64693a42504d4e53686170652069643d22436f5175616e5f6469222062706d6e456c656d656e743d22436f5175616e22206973486f72697a6f6e74616c3d2274727565223e0a20202020202020203c64633a426f756e647320783d2232302220793d223230222077696474683d223138353022206865696768743d2231303335222f3e0a2020202020203c2f62706d6e64693a42504d4e53686170653e0a2020202020203c62706d6e64693a42504d4e53686170652069643d224c616e655f506861704368655f6469222062706d6e456c656d656e743d224c616e655f5068617043686522206973486f72697a6f6e74616c3d2274727565223e0a20202020202020203c64633a426f756e647320783d2235302220793d223230222077696474683d223138323022206865696768743d22313230222f3e0a2020202020203c2f62706d6e64693a42504d4e53686170653e0a2020202020203c62706d6e64693a42504d4e53686170652069643d224c616e655f5468754b795f6469222062706d6e456c656d656e743d224c616e655f5468754b7922206973486f72697a6f6e74616c3d2274727565223e0a20202020202020203c64633a426f756e647320783d2235302220793d22313430222077696474683d223138323022206865696768743d22313330222f3e0a2020202020203c2f62706d6e64693a42504d4e53686170653e0a2020202020203c62706d6e64693a42504d4e53686170652069643d224c616e655f446f6e56695f6469222062706d6e456c656d656e743d224c616e655f446f6e566922206973486f72697a6f6e74616c3d2274727565223e0a20202020202020203c64633a426f756e647320783d2235302220793d22323730222077696474683d223138323022206865696768743d22323730222f3e0a2020202020203c2f62706d6e64693a42504d4e53686170653e0a2020202020203c62706d6e64693a42504d4e53686170652069643d224c616e655f4c616e6844616f5f6469222062706d6e456c656d656e743d224c616e655f4c616e6844616f22206973486f72697a6f6e74616c3d2274727565223e0a20202020202020203c64633a426f756e647320783d2235302220793d22353430222077696474683d223138323022206865696768743d22313630222f3e0a2020202020203c2f62706d6e64693a42504d4e53686170653e0a2020202020203c62706d6e64693a42504d4e53686170652069643d224c616e655f486554686f6e675f6469222062706d6e456c656d656e743d224c616e655f486554686f6e6722206973486f72697a6f6e74616c3d2274727565223e0a20202020202020203c64633a426f756e647320783d2235302220793d22373030222077696474683d223138323022206865696768743d22333535222f3e0a2020202020203c2f62706d6e64693a42504d4e53686170653e0a2020202020203c62706d6e64693a42504d4e53686170652069643d224261744461755f6469222062706d6e456c656d656e743d22426174446175223e0a20202020202020203c64633a426f756e647320783d2239302220793d22313837222077696474683d22333622206865696768743d223336222f3e0a20202020202020203c62706d6e64693a42504d4e4c6162656c3e0a202020202020202020203c64633a426f756e647320783d2238332220793d22323238222077696474683d22353022206865696768743d223238222f3e0a20202020202020203c2f62706d6e64693a42504d4e4c6162656c3e0a2020202020203c2f62706d6e64693a42504d4e53686170653e0a2020202020203c62706d6e64693a42504d4e53686170652069643d224361704e68617456616e42616e5f6469222062706d6e456c656d656e743d224361704e68617456616e42616e22206973457870616e6465643d2274727565222062696f633a66696c6c3d226e6f6e65223e0a20202020202020203c64633a426f756e647320783d223134352220793d223332222077696474683d223137303522206865696768743d22393134222f3e0a2020202020203c2f62706d6e64693a42504d4e53686170653e0a2020202020203c62706d6e64693a42504d4e53686170652069643d2251756148616e5f6469222062706d6e456c656d656e743d2251756148616e223e0a20202020202020203c64633a426f756e647320783d223734322220793d22393238222077696474683d22333622206865696768743d223336222f3e0a20202020202020203c62706d6e64693a42504d4e4c6162656c3e0a202020202020202020203c64633a426f756e647320783d223635342220793d22393632222077696474683d22383422206865696768743d223238222f3e0a20202020202020203c2f62706d6e64693a42504d4e4c6162656c3e0a2020202020203c2f62706d6e64693a42504d4e53686170653e0a2020202020203c62706d6e64693a42504d4e53686170652069643d224768694e68616e51756148616e5f6469222062706d6e456c656d656e743d224768694e68616e51756148616e223e0a20202020202020203c64633a426f756e647320783d223830352220793d22393634222077696474683d2231353022206865696768743d223830222f3e0a2020202020203c2f62706d6e64693a42504d4e53686170653e0a2020202020203c62706d6e64693a42504d4e53686170652069643d2244614768694e68616e51756148616e5f6469222062706d6e456c656d656e743d2244614768694e68616e51756148616e223e0a20202020202020203c64633a426f756e647320783d223938322220793d22393836222077696474683d22333622206865696768743d223336222f3e0a20202020202020203c62706d6e64693a42504d4e4c6162656c3e0a202020202020202020203c64633a426f756e647320783d22313032352220793d22393930222077696474683d22373222206865696768743d223238222f3e0a20202020202020203c2f62706d6e64693a42504d4e4c6162656c3e0a2020202020203c2f62706d6e64693a42504d4e53686170653e0a2020202020203c62706d6e64693a42504d4e53686170652069643d22446f6e67486f536f5f6469222062706d6e456c656d656e743d22446f6e67486f536f223e0a20202020202020203c64633a426f756e647320783d22313534352220793d22393634222077696474683d2231313022206865696768743d223830222f3e0a2020202020203c2f62706d6e64693a42504d4e53686170653e0a2020202020203c62706d6e64693a42504d4e53686170652069643d224b6574546875635f6469222062706d6e456c656d656e743d224b657454687563223e0a20202020202020203c64633a426f756e647320783d22313638372220793d22393836222077696474683d22333622206865696768743d223336222f3e0a20202020202020203c62706d6e64693a42504d4e4c6162656c3e0a202020202020202020203c64633a426f756e647320783d22313733302220793d22393930222077696474683d22353622206865696768743d223238222f3e0a20202020202020203c2f62706d6e64693a42504d4e4c6162656c3e0a2020202020203c2f62706d6e64693a42504d4e53686170653e0a2020202020203c62706d6e64693a42504d4e53686170652069643d2242617444617553616e674c6f635f6469222062706d6e456c656d656e743d2242617444617553616e674c6f63223e0a20202020202020203c64633a426f756e647320783d223136322220793d22313837222077696474683d22333622206865696768743d223336222f3e0a20202020202020203c62706d6e64693a42504d4e4c6162656c3e0a202020202020202020203c64633a426f756e647320783d223135392220793d22323238222077696474683d22343222206865696768743d223134222f3e0a20202020202020203c2f62706d6e64693a42504d4e4c6162656c3e0a2020202020203c2f62706d6e64693a42504d4e53686170653e0a2020202020203c62706d6e64693a42504d4e53686170652069643d22476f7053616e674c6f635f6469222062706d6e456c656d656e743d22476f7053616e674c6f63222069734d61726b657256697369626c653d2274727565223e0a20202020202020203c64633a426f756e647320783d223231302220793d22313835222077696474683d22343022206865696768743d223430222f3e0a2020202020203c2f62706d6e64693a42504d4e53686170653e0a2020202020203c62706d6e64693a42504d4e53686170652069643d2253616e674c6f635f6469222062706d6e456c656d656e743d2253616e674c6f63223e0a20202020202020203c64633a426f756e647320783d223238302220793d22313635222077696474683d2231313022206865696768743d223830222f3e0a2020202020203c2f62706d6e64693a42504d4e53686170653e0a2020202020203c62706d6e64693a42504d4e53686170652069643d22436f416e6848756f6e675f6469222062706d6e456c656d656e743d22436f416e6848756f6e67222069734d61726b657256697369626c653d2274727565223e0a20202020202020203c64633a426f756e647320783d223431352220793d22313830222077696474683d22353022206865696768743d223530222f3e0a20202020202020203c62706d6e64693a42504d4e4c6162656c3e0a202020202020202020203c64633a426f756e647320783d223434382220793d22323334222077696474683d22373822206865696768743d223134222f3e0a20202020202020203c2f62706d6e64693a42504d4e4c6162656c3e0a2020202020203c2f62706d6e64693a42504d4e53686170653e0a2020202020203c62706d6e64693a42504d4e53686170652069643d2243686f594b69656e5f6469222062706d6e456c656d656e743d2243686f594b69656e223e0a20202020202020203c64633a426f756e647320783d223238302220793d223432222077696474683d2231313022206865696768743d223830222f3e0a2020202020203c2f62706d6e64693a42504d4e53686170653e0a2020202020203c62706d6e64693a42504d4e53686170652069643d225861634e68616e4b686f6e67416e6848756f6e675f6469222062706d6e456c656d656e743d225861634e68616e4b686f6e67416e6848756f6e67223e0a20202020202020203c64633a426f756e647320783d223338352220793d22353635222077696474683d2231313022206865696768743d223830222f3e0a2020202020203c2f62706d6e64693a42504d4e53686170653e0a2020202020203c62706d6e64693a42504d4e53686170652069643d22446f6e67594b686f6e67416e6848756f6e675f6469222062706d6e456c656d656e743d22446f6e67594b686f6e67416e6848756f6e67222069734d61726b657256697369626c653d2274727565223e0a20202020202020203c64633a426f756e647320783d223230352220793d22353830222077696474683d22353022206865696768743d223530222f3e0a20202020202020203c62706d6e64693a42504d4e4c6162656c3e0a202020202020202020203c64633a426f756e647320783d223136302220793d22353938222077696474683d22343222206865696768743d223134222f3e0a20202020202020203c2f62706d6e64693a42504d4e4c6162656c3e0a2020202020203c2f62706d6e64693a42504d4e53686170653e0a2020202020203c62706d6e64693a42504d4e53686170652069643d224b686f6e67416e6848756f6e675f6469222062706d6e456c656d656e743d224b686f6e67416e6848756f6e67223e0a20202020202020203c64633a426f756e647320783d223231322220793d22363536222077696474683d22333622206865696768743d223336222f3e0a20202020202020203c62706d6e64693a42504d4e4c6162656c3e0a202020202020202020203c64633a426f756e647320783d223235352220793d22363638222077696474683d22393022206865696768743d223134222f3e0a20202020202020203c2f62706d6e64693a42504d4e4c6162656c3e0a2020202020203c2f62706d6e64693a42504d4e53686170653e0a2020202020203c62706d6e64693a42504d4e53686170652069643d224465587561745468755475635f6469222062706d6e456c656d656e743d22446558756174546875547563223e0a20202020202020203c64633a426f756e647320783d223530302220793d22373235222077696474683d2231313022206865696768743d223830222f3e0a2020202020203c2f62706d6e64693a42504d4e53686170653e0a2020202020203c62706d6e64693a42504d4e53686170652069643d225861634e68616e44616e684d75635f6469222062706d6e456c656d656e743d225861634e68616e44616e684d7563223e0a20202020202020203c64633a426f756e647320783d223635302220793d22313635222077696474683d2231313022206865696768743d223830222f3e0a2020202020203c2f62706d6e64693a42504d4e53686170653e0a2020202020203c62706d6e64693a42504d4e53686170652069643d224c61795468755475635f6469222062706d6e456c656d656e743d224c6179546875547563223e0a20202020202020203c64633a426f756e647320783d223635302220793d22373235222077696474683d2231313022206865696768743d223830222f3e0a2020202020203c2f62706d6e64693a42504d4e53686170653e0a2020202020203c62706d6e64693a42504d4e53686170652069643d224361704e6861745468755475635f6469222062706d6e456c656d656e743d224361704e68617454687554756322206973457870616e6465643d2274727565222062696f633a66696c6c3d226e6f6e65223e0a20202020202020203c64633a426f756e647320783d223738352220793d22323830222077696474683d2236353522206865696768743d22353532222f3e0a2020202020203c2f62706d6e64693a42504d4e53686170653e0a2020202020203c62706d6e64693a42504d4e53686170652069643d224261744461755468755475635f6469222062706d6e456c656d656e743d22426174446175546875547563223e0a20202020202020203c64633a426f756e647320783d223830322220793d22333439222077696474683d22333622206865696768743d223336222f3e0a20202020202020203c62706d6e64693a42504d4e4c6162656c3e0a202020202020202020203c64633a426f756e647320783d223739392220793d22333930222077696474683d22343222206865696768743d223134222f3e0a20202020202020203c2f62706d6e64693a42504d4e4c6162656c3e0a2020202020203c2f62706d6e64693a42504d4e53686170653e0a2020202020203c62706d6e64693a42504d4e53686170652069643d22476f7044616e684769615f6469222062706d6e456c656d656e743d22476f7044616e68476961222069734d61726b657256697369626c653d2274727565223e0a20202020202020203c64633a426f756e647320783d223835352220793d22333437222077696474683d22343022206865696768743d223430222f3e0a2020202020203c2f62706d6e64693a42504d4e53686170653e0a2020202020203c62706d6e64693a42504d4e53686170652069643d2244616e68476961546163446f6e675f6469222062706d6e456c656d656e743d2244616e68476961546163446f6e67223e0a20202020202020203c64633a426f756e647320783d223931352220793d22333237222077696474683d2231313022206865696768743d223830222f3e0a2020202020203c2f62706d6e64693a42504d4e53686170653e0a2020202020203c62706d6e64693a42504d4e53686170652069643d225068756f6e67416e5f6469222062706d6e456c656d656e743d225068756f6e67416e222069734d61726b657256697369626c653d2274727565223e0a20202020202020203c64633a426f756e647320783d22313034352220793d22333432222077696474683d22353022206865696768743d223530222f3e0a20202020202020203c62706d6e64693a42504d4e4c6162656c3e0a202020202020202020203c64633a426f756e647320783d22313033392220793d22333233222077696474683d22363222206865696768743d223134222f3e0a20202020202020203c2f62706d6e64693a42504d4e4c6162656c3e0a2020202020203c2f62706d6e64693a42504d4e53686170653e0a2020202020203c62706d6e64693a42504d4e53686170652069643d2244757965744b686f6e67446f695f6469222062706d6e456c656d656e743d2244757965744b686f6e67446f69223e0a20202020202020203c64633a426f756e647320783d22313136302220793d22333237222077696474683d2231313022206865696768743d223830222f3e0a2020202020203c2f62706d6e64693a42504d4e53686170653e0a2020202020203c62706d6e64693a42504d4e53686170652069643d22446f6e67594b686f6e67446f695f6469222062706d6e456c656d656e743d22446f6e67594b686f6e67446f69222069734d61726b657256697369626c653d2274727565223e0a20202020202020203c64633a426f756e647320783d22313239302220793d22333432222077696474683d22353022206865696768743d223530222f3e0a20202020202020203c62706d6e64693a42504d4e4c6162656c3e0a202020202020202020203c64633a426f756e647320783d22313239342220793d22343030222077696474683d22343222206865696768743d223134222f3e0a20202020202020203c2f62706d6e64693a42504d4e4c6162656c3e0a2020202020203c2f62706d6e64693a42504d4e53686170653e0a2020202020203c62706d6e64693a42504d4e53686170652069643d224769754e677579656e5f6469222062706d6e456c656d656e743d224769754e677579656e223e0a20202020202020203c64633a426f756e647320783d22313338362220793d22333439222077696474683d22333622206865696768743d223336222f3e0a20202020202020203c62706d6e64693a42504d4e4c6162656c3e0a202020202020202020203c64633a426f756e647320783d22313337322220793d22333932222077696474683d22363422206865696768743d223134222f3e0a20202020202020203c2f62706d6e64693a42504d4e4c6162656c3e0a2020202020203c2f62706d6e64693a42504d4e53686170653e0a2020202020203c62706d6e64693a42504d4e53686170652069643d22476f70536f616e5468616f5f6469222062706d6e456c656d656e743d22476f70536f616e5468616f222069734d61726b657256697369626c653d2274727565223e0a20202020202020203c64633a426f756e647320783d22313035302220793d22343537222077696474683d22343022206865696768743d223430222f3e0a2020202020203c2f62706d6e64693a42504d4e53686170653e0a2020202020203c62706d6e64693a42504d4e53686170652069643d22536f616e5468616f5f6469222062706d6e456c656d656e743d22536f616e5468616f223e0a20202020202020203c64633a426f756e647320783d22313136302220793d22343337222077696474683d2231313022206865696768743d223830222f3e0a2020202020203c2f62706d6e64693a42504d4e53686170653e0a2020202020203c62706d6e64693a42504d4e53686170652069643d2250686544757965745f6469222062706d6e456c656d656e743d225068654475796574223e0a20202020202020203c64633a426f756e647320783d22313136302220793d22353635222077696474683d2231313022206865696768743d223830222f3e0a2020202020203c2f62706d6e64693a42504d4e53686170653e0a2020202020203c62706d6e64693a42504d4e53686170652069643d2244756f6344757965745f6469222062706d6e456c656d656e743d2244756f634475796574222069734d61726b657256697369626c653d2274727565223e0a20202020202020203c64633a426f756e647320783d22313034352220793d22353830222077696474683d22353022206865696768743d223530222f3e0a20202020202020203c62706d6e64693a42504d4e4c6162656c3e0a202020202020202020203c64633a426f756e647320783d22313030302220793d22353938222077696474683d22343222206865696768743d223134222f3e0a20202020202020203c2f62706d6e64693a42504d4e4c6162656c3e0a2020202020203c2f62706d6e64693a42504d4e53686170653e0a2020202020203c62706d6e64693a42504d4e53686170652069643d22417044756e6754686179446f695f6469222062706d6e456c656d656e743d22417044756e6754686179446f69223e0a20202020202020203c64633a426f756e647320783d22313031352220793d22373235222077696474683d2231313022206865696768743d223830222f3e0a2020202020203c2f62706d6e64693a42504d4e53686170653e0a2020202020203c62706d6e64693a42504d4e53686170652069643d22446154686179446f695f6469222062706d6e456c656d656e743d22446154686179446f69223e0a20202020202020203c64633a426f756e647320783d22313136322220793d22373437222077696474683d22333622206865696768743d223336222f3e0a20202020202020203c62706d6e64693a42504d4e4c6162656c3e0a202020202020202020203c64633a426f756e647320783d22313134392220793d22373930222077696474683d22363222206865696768743d223134222f3e0a20202020202020203c2f62706d6e64693a42504d4e4c6162656c3e0a2020202020203c2f62706d6e64693a42504d4e53686170653e0a2020202020203c62706d6e64693a42504d4e53686170652069643d22546f6e67486f705f6469222062706d6e456c656d656e743d22546f6e67486f70223e0a20202020202020203c64633a426f756e647320783d22313236352220793d22383530222077696474683d2231313022206865696768743d223830222f3e0a2020202020203c2f62706d6e64693a42504d4e53686170653e0a2020202020203c62706d6e64693a42504d4e53686170652069643d22436f54687554756354686179446f695f6469222062706d6e456c656d656e743d22436f54687554756354686179446f69222069734d61726b657256697369626c653d2274727565223e0a20202020202020203c64633a426f756e647320783d22313435302220793d22383635222077696474683d22353022206865696768743d223530222f3e0a20202020202020203c62706d6e64693a42504d4e4c6162656c3e0a202020202020202020203c64633a426f756e647320783d22313337392220793d22383937222077696474683d22363822206865696768743d223238222f3e0a20202020202020203c2f62706d6e64693a42504d4e4c6162656c3e0a2020202020203c2f62706d6e64693a42504d4e53686170653e0a2020202020203c62706d6e64693a42504d4e53686170652069643d224b686f6e67506861695375615f6469222062706d6e456c656d656e743d224b686f6e6750686169537561223e0a20202020202020203c64633a426f756e647320783d22313536322220793d22383732222077696474683d22333622206865696768743d223336222f3e0a20202020202020203c62706d6e64693a42504d4e4c6162656c3e0a202020202020202020203c64633a426f756e647320783d22313630342220793d22383736222077696474683d22383222206865696768743d223238222f3e0a20202020202020203c2f62706d6e64693a42504d4e4c6162656c3e0a2020202020203c2f62706d6e64693a42504d4e53686170653e0a2020202020203c62706d6e64693a42504d4e53686170652069643d2251757944696e6843687579656e546965705f6469222062706d6e456c656d656e743d2251757944696e6843687579656e54696570223e0a20202020202020203c64633a426f756e647320783d22313432302220793d22313635222077696474683d2231313022206865696768743d223830222f3e0a2020202020203c2f62706d6e64693a42504d4e53686170653e0a2020202020203c62706d6e64693a42504d4e53686170652069643d22446f6356615861634e68616e5f6469222062706d6e456c656d656e743d22446f6356615861634e68616e223e0a20202020202020203c64633a426f756e647320783d22313537352220793d22333237222077696474683d2231313022206865696768743d223830222f3e0a2020202020203c2f62706d6e64693a42504d4e53686170653e0a2020202020203c62706d6e64693a42504d4e53686170652069643d2248657448616e50686f4269656e5f6469222062706d6e456c656d656e743d2248657448616e50686f4269656e223e0a20202020202020203c64633a426f756e647320783d22313634322220793d22333839222077696474683d22333622206865696768743d223336222f3e0a20202020202020203c62706d6e64693a42504d4e4c6162656c3e0a202020202020202020203c64633a426f756e647320783d22313638302220793d22343132222077696474683d22353422206865696768743d223432222f3e0a20202020202020203c2f62706d6e64693a42504d4e4c6162656c3e0a2020202020203c2f62706d6e64693a42504d4e53686170653e0a2020202020203c62706d6e64693a42504d4e53686170652069643d2244614361704e6861745f6469222062706d6e456c656d656e743d2244614361704e686174223e0a20202020202020203c64633a426f756e647320783d22313538322220793d22343737222077696474683d22333622206865696768743d223336222f3e0a20202020202020203c62706d6e64693a42504d4e4c6162656c3e0a202020202020202020203c64633a426f756e647320783d22313536382220793d22353230222077696474683d22363422206865696768743d223134222f3e0a20202020202020203c2f62706d6e64693a42504d4e4c6162656c3e0a2020202020203c2f62706d6e64693a42504d4e53686170653e0a2020202020203c62706d6e64693a42504d4e53686170652069643d2254696e6848616e446f635f6469222062706d6e456c656d656e743d2254696e6848616e446f63223e0a20202020202020203c64633a426f756e647320783d22313438352220793d22373235222077696474683d2231313022206865696768743d223830222f3e0a2020202020203c2f62706d6e64693a42504d4e53686170653e0a2020202020203c62706d6e64693a42504d4e53686170652069643d224c617044616e685361636843687561446f635f6469222062706d6e456c656d656e743d224c617044616e685361636843687561446f63223e0a20202020202020203c64633a426f756e647320783d22313630352220793d22373235222077696474683d2231313022206865696768743d223830222f3e0a2020202020203c2f62706d6e64693a42504d4e53686170653e0a2020202020203c62706d6e64693a42504d4e53686170652069643d2258754c7943687561446f635f6469222062706d6e456c656d656e743d2258754c7943687561446f63223e0a20202020202020203c64633a426f756e647320783d22313731352220793d22313635222077696474683d2231313022206865696768743d223830222f3e0a2020202020203c2f62706d6e64693a42504d4e53686170653e0a2020202020203c62706d6e64693a42504d4e53686170652069643d22446158754c7943687561446f635f6469222062706d6e456c656d656e743d22446158754c7943687561446f63223e0a20202020202020203c64633a426f756e647320783d22313738372220793d22333439222077696474683d22333622206865696768743d223336222f3e0a20202020202020203c62706d6e64693a42504d4e4c6162656c3e0a202020202020202020203c64633a426f756e647320783d22313737302220793d22333932222077696474683d22373022206865696768743d223536222f3e0a20202020202020203c2f62706d6e64693a42504d4e4c6162656c3e0a2020202020203c2f62706d6e64693a42504d4e53686170653e0a2020202020203c62706d6e64693a42504d4e456467652069643d2256616f4361704e6861745f6469222062706d6e456c656d656e743d2256616f4361704e686174223e0a20202020202020203c64693a776179706f696e7420783d223132362220793d22323035222f3e0a20202020202020203c64693a776179706f696e7420783d223134352220793d22323035222f3e0a2020202020203c2f62706d6e64693a42504d4e456467653e0a2020202020203c62706d6e64693a42504d4e456467652069643d2252614361704e6861745f6469222062706d6e456c656d656e743d2252614361704e686174223e0a20202020202020203c64693a776179706f696e7420783d22313630302220793d22393436222f3e0a20202020202020203c64693a776179706f696e7420783d22313630302220793d22393634222f3e0a2020202020203c2f62706d6e64693a42504d4e456467653e0a2020202020203c62706d6e64693a42504d4e456467652069643d224b657454687563486f536f5f6469222062706d6e456c656d656e743d224b657454687563486f536f223e0a20202020202020203c64693a776179706f696e7420783d22313635352220793d2231303034222f3e0a20202020202020203c64693a776179706f696e7420783d22313638372220793d2231303034222f3e0a2020202020203c2f62706d6e64693a42504d4e456467653e0a2020202020203c62706d6e64693a42504d4e456467652069643d224b686951756148616e5f6469222062706d6e456c656d656e743d224b686951756148616e223e0a20202020202020203c64693a776179706f696e7420783d223736302220793d22393634222f3e0a20202020202020203c64693a776179706f696e7420783d223736302220793d2231303034222f3e0a20202020202020203c64693a776179706f696e7420783d223830352220793d2231303034222f3e0a2020202020203c2f62706d6e64693a42504d4e456467653e0a2020202020203c62706d6e64693a42504d4e456467652069643d225361754768694e68616e51756148616e5f6469222062706d6e456c656d656e743d225361754768694e68616e51756148616e223e0a20202020202020203c64693a776179706f696e7420783d223935352220793d2231303034222f3e0a20202020202020203c64693a776179706f696e7420783d223938322220793d2231303034222f3e0a2020202020203c2f62706d6e64693a42504d4e456467653e0a2020202020203c62706d6e64693a42504d4e456467652069643d2256616f53616e674c6f635f6469222062706d6e456c656d656e743d2256616f53616e674c6f63223e0a20202020202020203c64693a776179706f696e7420783d223139382220793d22323035222f3e0a20202020202020203c64693a776179706f696e7420783d223231302220793d22323035222f3e0a2020202020203c2f62706d6e64693a42504d4e456467653e0a2020202020203c62706d6e64693a42504d4e456467652069643d2244656e53616e674c6f635f6469222062706d6e456c656d656e743d2244656e53616e674c6f63223e0a20202020202020203c64693a776179706f696e7420783d223235302220793d22323035222f3e0a20202020202020203c64693a776179706f696e7420783d223238302220793d22323035222f3e0a2020202020203c2f62706d6e64693a42504d4e456467653e0a2020202020203c62706d6e64693a42504d4e456467652069643d2253617553616e674c6f635f6469222062706d6e456c656d656e743d2253617553616e674c6f63223e0a20202020202020203c64693a776179706f696e7420783d223339302220793d22323035222f3e0a20202020202020203c64693a776179706f696e7420783d223431352220793d22323035222f3e0a2020202020203c2f62706d6e64693a42504d4e456467653e0a2020202020203c62706d6e64693a42504d4e456467652069643d2243687561526f5f6469222062706d6e456c656d656e743d2243687561526f223e0a20202020202020203c64693a776179706f696e7420783d223434302220793d22313830222f3e0a20202020202020203c64693a776179706f696e7420783d223434302220793d223832222f3e0a20202020202020203c64693a776179706f696e7420783d223339302220793d223832222f3e0a20202020202020203c62706d6e64693a42504d4e4c6162656c3e0a202020202020202020203c64633a426f756e647320783d223434372220793d22313230222077696474683d22343422206865696768743d223134222f3e0a20202020202020203c2f62706d6e64693a42504d4e4c6162656c3e0a2020202020203c2f62706d6e64693a42504d4e456467653e0a2020202020203c62706d6e64693a42504d4e456467652069643d2253617543686f594b69656e5f6469222062706d6e456c656d656e743d2253617543686f594b69656e223e0a20202020202020203c64693a776179706f696e7420783d223238302220793d223832222f3e0a20202020202020203c64693a776179706f696e7420783d223233302220793d223832222f3e0a20202020202020203c64693a776179706f696e7420783d223233302220793d22313835222f3e0a2020202020203c2f62706d6e64693a42504d4e456467653e0a2020202020203c62706d6e64693a42504d4e456467652069643d224b686f6e67416e6848756f6e6747695f6469222062706d6e456c656d656e743d224b686f6e67416e6848756f6e674769223e0a20202020202020203c64693a776179706f696e7420783d223434302220793d22323330222f3e0a20202020202020203c64693a776179706f696e7420783d223434302220793d22353635222f3e0a20202020202020203c62706d6e64693a42504d4e4c6162656c3e0a202020202020202020203c64633a426f756e647320783d223434372220793d22323834222077696474683d22333622206865696768743d223134222f3e0a20202020202020203c2f62706d6e64693a42504d4e4c6162656c3e0a2020202020203c2f62706d6e64693a42504d4e456467653e0a2020202020203c62706d6e64693a42504d4e456467652069643d225361755861634e68616e4b686f6e675f6469222062706d6e456c656d656e743d225361755861634e68616e4b686f6e67223e0a20202020202020203c64693a776179706f696e7420783d223338352220793d22363035222f3e0a20202020202020203c64693a776179706f696e7420783d223235352220793d22363035222f3e0a2020202020203c2f62706d6e64693a42504d4e456467653e0a2020202020203c62706d6e64693a42504d4e456467652069643d225472614c616953616e674c6f635f6469222062706d6e456c656d656e743d225472614c616953616e674c6f63223e0a20202020202020203c64693a776179706f696e7420783d223233302220793d22353830222f3e0a20202020202020203c64693a776179706f696e7420783d223233302220793d22323235222f3e0a20202020202020203c62706d6e64693a42504d4e4c6162656c3e0a202020202020202020203c64633a426f756e647320783d223233372220793d22353534222077696474683d22333622206865696768743d223134222f3e0a20202020202020203c2f62706d6e64693a42504d4e4c6162656c3e0a2020202020203c2f62706d6e64693a42504d4e456467653e0a2020202020203c62706d6e64693a42504d4e456467652069643d22446f6e67594b6574546875635f6469222062706d6e456c656d656e743d22446f6e67594b657454687563223e0a20202020202020203c64693a776179706f696e7420783d223233302220793d22363330222f3e0a20202020202020203c64693a776179706f696e7420783d223233302220793d22363536222f3e0a20202020202020203c62706d6e64693a42504d4e4c6162656c3e0a202020202020202020203c64633a426f756e647320783d223233372220793d22363333222077696474683d22333822206865696768743d223134222f3e0a20202020202020203c2f62706d6e64693a42504d4e4c6162656c3e0a2020202020203c2f62706d6e64693a42504d4e456467653e0a2020202020203c62706d6e64693a42504d4e456467652069643d22436f416e6848756f6e675175795472696e685f6469222062706d6e456c656d656e743d22436f416e6848756f6e675175795472696e68223e0a20202020202020203c64693a776179706f696e7420783d223436352220793d22323035222f3e0a20202020202020203c64693a776179706f696e7420783d223535352220793d22323035222f3e0a20202020202020203c64693a776179706f696e7420783d223535352220793d22373235222f3e0a20202020202020203c62706d6e64693a42504d4e4c6162656c3e0a202020202020202020203c64633a426f756e647320783d223438302220793d22313837222077696474683d22313622206865696768743d223134222f3e0a20202020202020203c2f62706d6e64693a42504d4e4c6162656c3e0a2020202020203c2f62706d6e64693a42504d4e456467653e0a2020202020203c62706d6e64693a42504d4e456467652069643d225361754465587561745f6469222062706d6e456c656d656e743d22536175446558756174223e0a20202020202020203c64693a776179706f696e7420783d223631302220793d22373635222f3e0a20202020202020203c64693a776179706f696e7420783d223633302220793d22373635222f3e0a20202020202020203c64693a776179706f696e7420783d223633302220793d22323035222f3e0a20202020202020203c64693a776179706f696e7420783d223635302220793d22323035222f3e0a2020202020203c2f62706d6e64693a42504d4e456467653e0a2020202020203c62706d6e64693a42504d4e456467652069643d225361755861634e68616e44616e684d75635f6469222062706d6e456c656d656e743d225361755861634e68616e44616e684d7563223e0a20202020202020203c64693a776179706f696e7420783d223730352220793d22323435222f3e0a20202020202020203c64693a776179706f696e7420783d223730352220793d22373235222f3e0a2020202020203c2f62706d6e64693a42504d4e456467653e0a2020202020203c62706d6e64693a42504d4e456467652069643d225361754c61795468755475635f6469222062706d6e456c656d656e743d225361754c6179546875547563223e0a20202020202020203c64693a776179706f696e7420783d223736302220793d22373635222f3e0a20202020202020203c64693a776179706f696e7420783d223738352220793d22373635222f3e0a2020202020203c2f62706d6e64693a42504d4e456467653e0a2020202020203c62706d6e64693a42504d4e456467652069643d2256616f44616e684769615f6469222062706d6e456c656d656e743d2256616f44616e68476961223e0a20202020202020203c64693a776179706f696e7420783d223833382220793d22333637222f3e0a20202020202020203c64693a776179706f696e7420783d223835352220793d22333637222f3e0a2020202020203c2f62706d6e64693a42504d4e456467653e0a2020202020203c62706d6e64693a42504d4e456467652069643d2244656e44616e684769615f6469222062706d6e456c656d656e743d2244656e44616e68476961223e0a20202020202020203c64693a776179706f696e7420783d223839352220793d22333637222f3e0a20202020202020203c64693a776179706f696e7420783d223931352220793d22333637222f3e0a2020202020203c2f62706d6e64693a42504d4e456467653e0a2020202020203c62706d6e64693a42504d4e456467652069643d2253617544616e684769615f6469222062706d6e456c656d656e743d2253617544616e68476961223e0a20202020202020203c64693a776179706f696e7420783d22313032352220793d22333637222f3e0a20202020202020203c64693a776179706f696e7420783d22313034352220793d22333637222f3e0a2020202020203c2f62706d6e64693a42504d4e456467653e0a2020202020203c62706d6e64693a42504d4e456467652069643d224b686f6e67446f695f6469222062706d6e456c656d656e743d224b686f6e67446f69223e0a20202020202020203c64693a776179706f696e7420783d22313039352220793d22333637222f3e0a20202020202020203c64693a776179706f696e7420783d22313136302220793d22333637222f3e0a20202020202020203c62706d6e64693a42504d4e4c6162656c3e0a202020202020202020203c64633a426f756e647320783d22313039392220793d22333439222077696474683d22353422206865696768743d223134222f3e0a20202020202020203c2f62706d6e64693a42504d4e4c6162656c3e0a2020202020203c2f62706d6e64693a42504d4e456467653e0a2020202020203c62706d6e64693a42504d4e456467652069643d2253617544757965744b686f6e67446f695f6469222062706d6e456c656d656e743d2253617544757965744b686f6e67446f69223e0a20202020202020203c64693a776179706f696e7420783d22313237302220793d22333637222f3e0a20202020202020203c64693a776179706f696e7420783d22313239302220793d22333637222f3e0a2020202020203c2f62706d6e64693a42504d4e456467653e0a2020202020203c62706d6e64693a42504d4e456467652069643d22446f6e67594769754e677579656e5f6469222062706d6e456c656d656e743d22446f6e67594769754e677579656e223e0a20202020202020203c64693a776179706f696e7420783d22313334302220793d22333637222f3e0a20202020202020203c64693a776179706f696e7420783d22313338362220793d22333637222f3e0a20202020202020203c62706d6e64693a42504d4e4c6162656c3e0a202020202020202020203c64633a426f756e647320783d22313334332220793d22333437222077696474683d22333822206865696768743d223134222f3e0a20202020202020203c2f62706d6e64693a42504d4e4c6162656c3e0a2020202020203c2f62706d6e64693a42504d4e456467653e0a2020202020203c62706d6e64693a42504d4e456467652069643d225472614c616944616e684769615f6469222062706d6e456c656d656e743d225472614c616944616e68476961223e0a20202020202020203c64693a776179706f696e7420783d22313331352220793d22333432222f3e0a20202020202020203c64693a776179706f696e7420783d22313331352220793d22333132222f3e0a20202020202020203c64693a776179706f696e7420783d223837352220793d22333132222f3e0a20202020202020203c64693a776179706f696e7420783d223837352220793d22333437222f3e0a20202020202020203c62706d6e64693a42504d4e4c6162656c3e0a202020202020202020203c64633a426f756e647320783d22313332322220793d22333136222077696474683d22333622206865696768743d223134222f3e0a20202020202020203c2f62706d6e64693a42504d4e4c6162656c3e0a2020202020203c2f62706d6e64693a42504d4e456467653e0a2020202020203c62706d6e64693a42504d4e456467652069643d22436f54686179446f695f6469222062706d6e456c656d656e743d22436f54686179446f69223e0a20202020202020203c64693a776179706f696e7420783d22313037302220793d22333932222f3e0a20202020202020203c64693a776179706f696e7420783d22313037302220793d22343537222f3e0a20202020202020203c62706d6e64693a42504d4e4c6162656c3e0a202020202020202020203c64633a426f756e647320783d22313037372220793d22343135222077696474683d22363422206865696768743d223238222f3e0a20202020202020203c2f62706d6e64693a42504d4e4c6162656c3e0a2020202020203c2f62706d6e64693a42504d4e456467653e0a2020202020203c62706d6e64693a42504d4e456467652069643d2244656e536f616e5468616f5f6469222062706d6e456c656d656e743d2244656e536f616e5468616f223e0a20202020202020203c64693a776179706f696e7420783d22313039302220793d22343737222f3e0a20202020202020203c64693a776179706f696e7420783d22313136302220793d22343737222f3e0a2020202020203c2f62706d6e64693a42504d4e456467653e0a2020202020203c62706d6e64693a42504d4e456467652069643d22536175536f616e5468616f5f6469222062706d6e456c656d656e743d22536175536f616e5468616f223e0a20202020202020203c64693a776179706f696e7420783d22313231352220793d22353137222f3e0a20202020202020203c64693a776179706f696e7420783d22313231352220793d22353635222f3e0a2020202020203c2f62706d6e64693a42504d4e456467653e0a2020202020203c62706d6e64693a42504d4e456467652069643d2253617550686544757965745f6469222062706d6e456c656d656e743d225361755068654475796574223e0a20202020202020203c64693a776179706f696e7420783d22313136302220793d22363035222f3e0a20202020202020203c64693a776179706f696e7420783d22313039352220793d22363035222f3e0a2020202020203c2f62706d6e64693a42504d4e456467653e0a2020202020203c62706d6e64693a42504d4e456467652069643d225472614c6169536f616e5468616f5f6469222062706d6e456c656d656e743d225472614c6169536f616e5468616f223e0a20202020202020203c64693a776179706f696e7420783d22313037302220793d22353830222f3e0a20202020202020203c64693a776179706f696e7420783d22313037302220793d22343937222f3e0a20202020202020203c62706d6e64693a42504d4e4c6162656c3e0a202020202020202020203c64633a426f756e647320783d22313037372220793d22353534222077696474683d22333622206865696768743d223134222f3e0a20202020202020203c2f62706d6e64693a42504d4e4c6162656c3e0a2020202020203c2f62706d6e64693a42504d4e456467653e0a2020202020203c62706d6e64693a42504d4e456467652069643d22447579657454686179446f695f6469222062706d6e456c656d656e743d22447579657454686179446f69223e0a20202020202020203c64693a776179706f696e7420783d22313037302220793d22363330222f3e0a20202020202020203c64693a776179706f696e7420783d22313037302220793d22373235222f3e0a20202020202020203c62706d6e64693a42504d4e4c6162656c3e0a202020202020202020203c64633a426f756e647320783d22313037372220793d22363435222077696474683d22333222206865696768743d223134222f3e0a20202020202020203c2f62706d6e64693a42504d4e4c6162656c3e0a2020202020203c2f62706d6e64693a42504d4e456467653e0a2020202020203c62706d6e64693a42504d4e456467652069643d22536175417044756e675f6469222062706d6e456c656d656e743d22536175417044756e67223e0a20202020202020203c64693a776179706f696e7420783d22313132352220793d22373635222f3e0a20202020202020203c64693a776179706f696e7420783d22313136322220793d22373635222f3e0a2020202020203c2f62706d6e64693a42504d4e456467653e0a2020202020203c62706d6e64693a42504d4e456467652069643d2253617554756e675468755475635f6469222062706d6e456c656d656e743d2253617554756e67546875547563223e0a20202020202020203c64693a776179706f696e7420783d22313332302220793d22383332222f3e0a20202020202020203c64693a776179706f696e7420783d22313332302220793d22383530222f3e0a2020202020203c2f62706d6e64693a42504d4e456467653e0a2020202020203c62706d6e64693a42504d4e456467652069643d22536175546f6e67486f705f6469222062706d6e456c656d656e743d22536175546f6e67486f70223e0a20202020202020203c64693a776179706f696e7420783d22313337352220793d22383930222f3e0a20202020202020203c64693a776179706f696e7420783d22313435302220793d22383930222f3e0a2020202020203c2f62706d6e64693a42504d4e456467653e0a2020202020203c62706d6e64693a42504d4e456467652069643d224b686f6e67436f54686179446f695f6469222062706d6e456c656d656e743d224b686f6e67436f54686179446f69223e0a20202020202020203c64693a776179706f696e7420783d22313530302220793d22383930222f3e0a20202020202020203c64693a776179706f696e7420783d22313536322220793d22383930222f3e0a20202020202020203c62706d6e64693a42504d4e4c6162656c3e0a202020202020202020203c64633a426f756e647320783d22313530362220793d22383732222077696474683d22333622206865696768743d223134222f3e0a20202020202020203c2f62706d6e64693a42504d4e4c6162656c3e0a2020202020203c2f62706d6e64693a42504d4e456467653e0a2020202020203c62706d6e64693a42504d4e456467652069643d22436f446543687579656e546965705f6469222062706d6e456c656d656e743d22436f446543687579656e54696570223e0a20202020202020203c64693a776179706f696e7420783d22313437352220793d22383635222f3e0a20202020202020203c64693a776179706f696e7420783d22313437352220793d22323435222f3e0a20202020202020203c62706d6e64693a42504d4e4c6162656c3e0a202020202020202020203c64633a426f756e647320783d22313438322220793d22383430222077696474683d22313622206865696768743d223134222f3e0a20202020202020203c2f62706d6e64693a42504d4e4c6162656c3e0a2020202020203c2f62706d6e64693a42504d4e456467653e0a2020202020203c62706d6e64693a42504d4e456467652069643d2253617543687579656e546965705f6469222062706d6e456c656d656e743d2253617543687579656e54696570223e0a20202020202020203c64693a776179706f696e7420783d22313531302220793d22323435222f3e0a20202020202020203c64693a776179706f696e7420783d22313531302220793d22373235222f3e0a2020202020203c2f62706d6e64693a42504d4e456467653e0a2020202020203c62706d6e64693a42504d4e456467652069643d2253617554696e6848616e446f635f6469222062706d6e456c656d656e743d2253617554696e6848616e446f63223e0a20202020202020203c64693a776179706f696e7420783d22313534352220793d22373235222f3e0a20202020202020203c64693a776179706f696e7420783d22313534352220793d22333637222f3e0a20202020202020203c64693a776179706f696e7420783d22313537352220793d22333637222f3e0a2020202020203c2f62706d6e64693a42504d4e456467653e0a2020202020203c62706d6e64693a42504d4e456467652069643d22536175446f6356615861634e68616e5f6469222062706d6e456c656d656e743d22536175446f6356615861634e68616e223e0a20202020202020203c64693a776179706f696e7420783d22313630302220793d22343037222f3e0a20202020202020203c64693a776179706f696e7420783d22313630302220793d22343737222f3e0a2020202020203c2f62706d6e64693a42504d4e456467653e0a2020202020203c62706d6e64693a42504d4e456467652069643d224b686948657448616e50686f4269656e5f6469222062706d6e456c656d656e743d224b686948657448616e50686f4269656e223e0a20202020202020203c64693a776179706f696e7420783d22313636302220793d22343235222f3e0a20202020202020203c64693a776179706f696e7420783d22313636302220793d22373235222f3e0a2020202020203c2f62706d6e64693a42504d4e456467653e0a2020202020203c62706d6e64693a42504d4e456467652069643d225361754c617044616e68536163685f6469222062706d6e456c656d656e743d225361754c617044616e6853616368223e0a20202020202020203c64693a776179706f696e7420783d22313731352220793d22373635222f3e0a20202020202020203c64693a776179706f696e7420783d22313734302220793d22373635222f3e0a20202020202020203c64693a776179706f696e7420783d22313734302220793d22323435222f3e0a2020202020203c2f62706d6e64693a42504d4e456467653e0a2020202020203c62706d6e64693a42504d4e456467652069643d2253617558754c7943687561446f635f6469222062706d6e456c656d656e743d2253617558754c7943687561446f63223e0a20202020202020203c64693a776179706f696e7420783d22313830352220793d22323435222f3e0a20202020202020203c64693a776179706f696e7420783d22313830352220793d22333439222f3e0a2020202020203c2f62706d6e64693a42504d4e456467653e0a202020203c2f62706d6e64693a42504d4e506c616e653e0a20203c2f62706d6e64693a42504d4e4469616772616d3e0a3c2f62706d6e3a646566696e6974696f6e733e0a'),
	('1efb8f75-9ff0-55e0-a8a1-5b38f9158a22', 'model.bpmn', '\x3c3f786d6c2076657273696f6e3d22312e302220656e636f64696e673d225554462d38223f3e0a3c62706d6e3a646566696e6974696f6e7320786d6c6e733a62706d6e3d22687474703a2f2f7777772e6f6d672e6f72672f737065632f42504d4e2f32303130303532342f4d4f44454c2220786d6c6e733a7873693d22687474703a2f2f7777772e77332e6f72672f323030312f584d4c536368656d612d696e7374616e63652220786d6c6e733a676f763d2275726e3a766e3a676f763a62706d6e3a312220786d6c6e733a63616d756e64613d22687474703a2f2f63616d756e64612e6f72672f736368656d612f312e302f62706d6e222069643d224422207461726765744e616d6573706163653d2275726e3a74657374223e0a3c62706d6e3a70726f636573732069643d22514d535f5037375f4c555522206e616d653d22517579207472c3ac6e68207468e1bbad2220697345786563757461626c653d2274727565223e3c62706d6e3a73746172744576656e742069643d227322206e616d653d2242c6b0e1bb9b632073223e3c2f62706d6e3a73746172744576656e743e0a3c62706d6e3a757365725461736b2069643d226122206e616d653d2242c6b0e1bb9b632061223e3c62706d6e3a657874656e73696f6e456c656d656e74733e3c676f763a61737369676e6d656e7420726f6c653d225448555f4b595f49534f222f3e3c676f763a666f726d206b65793d227068696575222f3e3c2f62706d6e3a657874656e73696f6e456c656d656e74733e3c2f62706d6e3a757365725461736b3e0a3c62706d6e3a656e644576656e742069643d226522206e616d653d2242c6b0e1bb9b632065223e3c2f62706d6e3a656e644576656e743e0a3c62706d6e3a73657175656e6365466c6f772069643d2246315f735f612220736f757263655265663d227322207461726765745265663d2261223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d2246325f615f652220736f757263655265663d226122207461726765745265663d2265223e3c2f62706d6e3a73657175656e6365466c6f773e3c2f62706d6e3a70726f636573733e3c2f62706d6e3a646566696e6974696f6e733e'),
	('1efb8f75-9ff0-55e0-a8a1-5b38f9158a22', 'forms/phieu.json', '\x7b2274797065223a202264656661756c74222c20226964223a20227068696575222c20227469746c65223a20225068695c7531656266752074685c7531656564222c2022636f6d706f6e656e7473223a205b7b226b6579223a202274656e222c202274797065223a2022746578746669656c64222c20226c6162656c223a2022485c753165636420745c75303065616e227d5d7d'),
	('ebcc75d3-823b-5287-83e1-b06ed5e95005', 'model.bpmn', '\x3c3f786d6c2076657273696f6e3d22312e302220656e636f64696e673d225554462d38223f3e0a3c62706d6e3a646566696e6974696f6e7320786d6c6e733a62706d6e3d22687474703a2f2f7777772e6f6d672e6f72672f737065632f42504d4e2f32303130303532342f4d4f44454c2220786d6c6e733a7873693d22687474703a2f2f7777772e77332e6f72672f323030312f584d4c536368656d612d696e7374616e63652220786d6c6e733a676f763d2275726e3a766e3a676f763a62706d6e3a312220786d6c6e733a63616d756e64613d22687474703a2f2f63616d756e64612e6f72672f736368656d612f312e302f62706d6e222069643d224422207461726765744e616d6573706163653d2275726e3a74657374223e0a3c62706d6e3a70726f636573732069643d22514d535f5039305f48454e22206e616d653d22517579207472c3ac6e68207468e1bbad2220697345786563757461626c653d2274727565223e3c62706d6e3a73746172744576656e742069643d227322206e616d653d2242c6b0e1bb9b632073223e3c2f62706d6e3a73746172744576656e743e0a3c62706d6e3a706172616c6c656c476174657761792069643d227022206e616d653d2242c6b0e1bb9b632070223e3c2f62706d6e3a706172616c6c656c476174657761793e0a3c62706d6e3a6576656e744261736564476174657761792069643d226e22206e616d653d2242c6b0e1bb9b63206e223e3c2f62706d6e3a6576656e744261736564476174657761793e0a3c62706d6e3a696e7465726d65646961746543617463684576656e742069643d227722206e616d653d2242c6b0e1bb9b632077223e3c62706d6e3a74696d65724576656e74446566696e6974696f6e3e3c62706d6e3a74696d654475726174696f6e3e503130443c2f62706d6e3a74696d654475726174696f6e3e3c2f62706d6e3a74696d65724576656e74446566696e6974696f6e3e3c2f62706d6e3a696e7465726d65646961746543617463684576656e743e0a3c62706d6e3a696e7465726d65646961746543617463684576656e742069643d227622206e616d653d2242c6b0e1bb9b632076223e3c62706d6e3a74696d65724576656e74446566696e6974696f6e3e3c62706d6e3a74696d654475726174696f6e3e503230443c2f62706d6e3a74696d654475726174696f6e3e3c2f62706d6e3a74696d65724576656e74446566696e6974696f6e3e3c2f62706d6e3a696e7465726d65646961746543617463684576656e743e0a3c62706d6e3a757365725461736b2069643d226122206e616d653d2242c6b0e1bb9b632061223e3c62706d6e3a657874656e73696f6e456c656d656e74733e3c676f763a61737369676e6d656e7420726f6c653d225448555f4b595f49534f222f3e3c2f62706d6e3a657874656e73696f6e456c656d656e74733e3c2f62706d6e3a757365725461736b3e0a3c62706d6e3a757365725461736b2069643d226222206e616d653d2242c6b0e1bb9b632062223e3c62706d6e3a657874656e73696f6e456c656d656e74733e3c676f763a61737369676e6d656e7420726f6c653d225448555f4b595f49534f222f3e3c2f62706d6e3a657874656e73696f6e456c656d656e74733e3c2f62706d6e3a757365725461736b3e0a3c62706d6e3a757365725461736b2069643d226322206e616d653d2242c6b0e1bb9b632063223e3c62706d6e3a657874656e73696f6e456c656d656e74733e3c676f763a61737369676e6d656e7420726f6c653d225448555f4b595f49534f222f3e3c2f62706d6e3a657874656e73696f6e456c656d656e74733e3c2f62706d6e3a757365725461736b3e0a3c62706d6e3a626f756e646172794576656e742069643d227422206e616d653d2242c6b0e1bb9b63207422206174746163686564546f5265663d2262222063616e63656c41637469766974793d2266616c7365223e3c62706d6e3a74696d65724576656e74446566696e6974696f6e3e3c62706d6e3a74696d654379636c653e52332f5034443c2f62706d6e3a74696d654379636c653e3c2f62706d6e3a74696d65724576656e74446566696e6974696f6e3e3c2f62706d6e3a626f756e646172794576656e743e0a3c62706d6e3a757365725461736b2069643d226422206e616d653d2242c6b0e1bb9b632064223e3c62706d6e3a657874656e73696f6e456c656d656e74733e3c676f763a61737369676e6d656e7420726f6c653d225448555f4b595f49534f222f3e3c2f62706d6e3a657874656e73696f6e456c656d656e74733e3c2f62706d6e3a757365725461736b3e0a3c62706d6e3a706172616c6c656c476174657761792069643d226a22206e616d653d2242c6b0e1bb9b63206a223e3c2f62706d6e3a706172616c6c656c476174657761793e0a3c62706d6e3a656e644576656e742069643d226522206e616d653d2242c6b0e1bb9b632065223e3c2f62706d6e3a656e644576656e743e0a3c62706d6e3a656e644576656e742069643d22653122206e616d653d2242c6b0e1bb9b63206531223e3c2f62706d6e3a656e644576656e743e0a3c62706d6e3a73657175656e6365466c6f772069643d2246315f735f702220736f757263655265663d227322207461726765745265663d2270223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d2246325f705f6e2220736f757263655265663d227022207461726765745265663d226e223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d2246335f6e5f772220736f757263655265663d226e22207461726765745265663d2277223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d2246345f775f612220736f757263655265663d227722207461726765745265663d2261223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d2246355f615f6a2220736f757263655265663d226122207461726765745265663d226a223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d2246365f6e5f762220736f757263655265663d226e22207461726765745265663d2276223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d2246375f765f632220736f757263655265663d227622207461726765745265663d2263223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d2246385f635f65312220736f757263655265663d226322207461726765745265663d226531223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d2246395f705f622220736f757263655265663d227022207461726765745265663d2262223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d224631305f625f6a2220736f757263655265663d226222207461726765745265663d226a223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d224631315f6a5f652220736f757263655265663d226a22207461726765745265663d2265223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d224631325f745f642220736f757263655265663d227422207461726765745265663d2264223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d224631335f645f65312220736f757263655265663d226422207461726765745265663d226531223e3c2f62706d6e3a73657175656e6365466c6f773e3c2f62706d6e3a70726f636573733e3c2f62706d6e3a646566696e6974696f6e733e'),
	('06a9b3ed-c0c7-5a78-b642-61b8d1b965b0', 'model.bpmn', '\x3c3f786d6c2076657273696f6e3d22312e302220656e636f64696e673d225554462d38223f3e0a3c62706d6e3a646566696e6974696f6e7320786d6c6e733a62706d6e3d22687474703a2f2f7777772e6f6d672e6f72672f737065632f42504d4e2f32303130303532342f4d4f44454c2220786d6c6e733a7873693d22687474703a2f2f7777772e77332e6f72672f323030312f584d4c536368656d612d696e7374616e63652220786d6c6e733a676f763d2275726e3a766e3a676f763a62706d6e3a312220786d6c6e733a63616d756e64613d22687474703a2f2f63616d756e64612e6f72672f736368656d612f312e302f62706d6e222069643d224422207461726765744e616d6573706163653d2275726e3a74657374223e0a3c62706d6e3a70726f636573732069643d22514d535f5039315f4e4849455522206e616d653d22517579207472c3ac6e68207468e1bbad2220697345786563757461626c653d2274727565223e3c62706d6e3a73746172744576656e742069643d227322206e616d653d2242c6b0e1bb9b632073223e3c2f62706d6e3a73746172744576656e743e0a3c62706d6e3a73756250726f636573732069643d227122206e616d653d2242c6b0e1bb9b632071223e3c62706d6e3a73746172744576656e742069643d22717322206e616d653d2242c6b0e1bb9b63207173223e3c2f62706d6e3a73746172744576656e743e0a3c62706d6e3a757365725461736b2069643d226122206e616d653d2242c6b0e1bb9b632061223e3c62706d6e3a657874656e73696f6e456c656d656e74733e3c676f763a61737369676e6d656e7420726f6c653d225448555f4b595f49534f222f3e3c2f62706d6e3a657874656e73696f6e456c656d656e74733e3c2f62706d6e3a757365725461736b3e0a3c62706d6e3a757365725461736b2069643d226222206e616d653d2242c6b0e1bb9b632062223e3c62706d6e3a657874656e73696f6e456c656d656e74733e3c676f763a61737369676e6d656e7420726f6c653d225448555f4b595f49534f222f3e3c2f62706d6e3a657874656e73696f6e456c656d656e74733e3c2f62706d6e3a757365725461736b3e0a3c62706d6e3a656e644576656e742069643d22716522206e616d653d2242c6b0e1bb9b63207165223e3c2f62706d6e3a656e644576656e743e0a3c62706d6e3a73657175656e6365466c6f772069643d2246315f71735f612220736f757263655265663d22717322207461726765745265663d2261223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d2246325f615f622220736f757263655265663d226122207461726765745265663d2262223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d2246335f625f71652220736f757263655265663d226222207461726765745265663d227165223e3c2f62706d6e3a73657175656e6365466c6f773e3c62706d6e3a6d756c7469496e7374616e63654c6f6f7043686172616374657269737469637320676f763a636f6c6c656374696f6e3d2264732220676f763a656c656d656e745661726961626c653d22646f6e5f76692220676f763a6f7574707574436f6c6c656374696f6e3d226b712220676f763a6f7574707574456c656d656e743d22795f6b69656e223e3c2f62706d6e3a6d756c7469496e7374616e63654c6f6f704368617261637465726973746963733e3c2f62706d6e3a73756250726f636573733e0a3c62706d6e3a626f756e646172794576656e742069643d227422206e616d653d2242c6b0e1bb9b63207422206174746163686564546f5265663d2271223e3c62706d6e3a74696d65724576656e74446566696e6974696f6e3e3c62706d6e3a74696d654475726174696f6e3e503330443c2f62706d6e3a74696d654475726174696f6e3e3c2f62706d6e3a74696d65724576656e74446566696e6974696f6e3e3c2f62706d6e3a626f756e646172794576656e743e0a3c62706d6e3a757365725461736b2069643d226d22206e616d653d2242c6b0e1bb9b63206d223e3c62706d6e3a657874656e73696f6e456c656d656e74733e3c676f763a61737369676e6d656e7420726f6c653d225448555f4b595f49534f222f3e3c2f62706d6e3a657874656e73696f6e456c656d656e74733e3c62706d6e3a6d756c7469496e7374616e63654c6f6f7043686172616374657269737469637320697353657175656e7469616c3d22747275652220676f763a636f6c6c656374696f6e3d2264732220676f763a656c656d656e745661726961626c653d226e67756f69223e3c2f62706d6e3a6d756c7469496e7374616e63654c6f6f704368617261637465726973746963733e3c2f62706d6e3a757365725461736b3e0a3c62706d6e3a757365725461736b2069643d226322206e616d653d2242c6b0e1bb9b632063223e3c62706d6e3a657874656e73696f6e456c656d656e74733e3c676f763a61737369676e6d656e7420726f6c653d225448555f4b595f49534f222f3e3c2f62706d6e3a657874656e73696f6e456c656d656e74733e3c2f62706d6e3a757365725461736b3e0a3c62706d6e3a656e644576656e742069643d226522206e616d653d2242c6b0e1bb9b632065223e3c2f62706d6e3a656e644576656e743e0a3c62706d6e3a656e644576656e742069643d22653122206e616d653d2242c6b0e1bb9b63206531223e3c2f62706d6e3a656e644576656e743e0a3c62706d6e3a73657175656e6365466c6f772069643d2246345f735f712220736f757263655265663d227322207461726765745265663d2271223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d2246355f715f6d2220736f757263655265663d227122207461726765745265663d226d223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d2246365f6d5f652220736f757263655265663d226d22207461726765745265663d2265223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d2246375f745f632220736f757263655265663d227422207461726765745265663d2263223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d2246385f635f65312220736f757263655265663d226322207461726765745265663d226531223e3c2f62706d6e3a73657175656e6365466c6f773e3c2f62706d6e3a70726f636573733e3c2f62706d6e3a646566696e6974696f6e733e'),
	('5c6a8388-5f20-5b0a-9144-79499e20b606', 'model.bpmn', '\x3c3f786d6c2076657273696f6e3d22312e302220656e636f64696e673d225554462d38223f3e0a3c62706d6e3a646566696e6974696f6e7320786d6c6e733a62706d6e3d22687474703a2f2f7777772e6f6d672e6f72672f737065632f42504d4e2f32303130303532342f4d4f44454c2220786d6c6e733a7873693d22687474703a2f2f7777772e77332e6f72672f323030312f584d4c536368656d612d696e7374616e63652220786d6c6e733a676f763d2275726e3a766e3a676f763a62706d6e3a312220786d6c6e733a63616d756e64613d22687474703a2f2f63616d756e64612e6f72672f736368656d612f312e302f62706d6e222069643d224422207461726765744e616d6573706163653d2275726e3a74657374223e0a3c62706d6e3a70726f636573732069643d22514d535f5039325f564f4e4722206e616d653d22517579207472c3ac6e68207468e1bbad2220697345786563757461626c653d2274727565223e3c62706d6e3a73746172744576656e742069643d227322206e616d653d2242c6b0e1bb9b632073223e3c2f62706d6e3a73746172744576656e743e0a3c62706d6e3a6578636c7573697665476174657761792069643d226722206e616d653d2242c6b0e1bb9b632067223e3c2f62706d6e3a6578636c7573697665476174657761793e0a3c62706d6e3a706172616c6c656c476174657761792069643d227022206e616d653d2242c6b0e1bb9b632070223e3c2f62706d6e3a706172616c6c656c476174657761793e0a3c62706d6e3a757365725461736b2069643d226122206e616d653d2242c6b0e1bb9b632061223e3c62706d6e3a657874656e73696f6e456c656d656e74733e3c676f763a61737369676e6d656e7420726f6c653d225448555f4b595f49534f222f3e3c2f62706d6e3a657874656e73696f6e456c656d656e74733e3c2f62706d6e3a757365725461736b3e0a3c62706d6e3a757365725461736b2069643d226222206e616d653d2242c6b0e1bb9b632062223e3c62706d6e3a657874656e73696f6e456c656d656e74733e3c676f763a61737369676e6d656e7420726f6c653d225448555f4b595f49534f222f3e3c2f62706d6e3a657874656e73696f6e456c656d656e74733e3c2f62706d6e3a757365725461736b3e0a3c62706d6e3a706172616c6c656c476174657761792069643d226a22206e616d653d2242c6b0e1bb9b63206a223e3c2f62706d6e3a706172616c6c656c476174657761793e0a3c62706d6e3a6578636c7573697665476174657761792069643d2268222064656661756c743d2246395f685f6f22206e616d653d2242c6b0e1bb9b632068223e3c2f62706d6e3a6578636c7573697665476174657761793e0a3c62706d6e3a696e636c7573697665476174657761792069643d226f22206e616d653d2242c6b0e1bb9b63206f223e3c2f62706d6e3a696e636c7573697665476174657761793e0a3c62706d6e3a757365725461736b2069643d226322206e616d653d2242c6b0e1bb9b632063223e3c62706d6e3a657874656e73696f6e456c656d656e74733e3c676f763a61737369676e6d656e7420726f6c653d225448555f4b595f49534f222f3e3c2f62706d6e3a657874656e73696f6e456c656d656e74733e3c2f62706d6e3a757365725461736b3e0a3c62706d6e3a757365725461736b2069643d226422206e616d653d2242c6b0e1bb9b632064223e3c62706d6e3a657874656e73696f6e456c656d656e74733e3c676f763a61737369676e6d656e7420726f6c653d225448555f4b595f49534f222f3e3c2f62706d6e3a657874656e73696f6e456c656d656e74733e3c2f62706d6e3a757365725461736b3e0a3c62706d6e3a696e636c7573697665476174657761792069643d226b22206e616d653d2242c6b0e1bb9b63206b223e3c2f62706d6e3a696e636c7573697665476174657761793e0a3c62706d6e3a656e644576656e742069643d226522206e616d653d2242c6b0e1bb9b632065223e3c2f62706d6e3a656e644576656e743e0a3c62706d6e3a73657175656e6365466c6f772069643d2246315f735f672220736f757263655265663d227322207461726765745265663d2267223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d2246325f675f702220736f757263655265663d226722207461726765745265663d2270223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d2246335f705f612220736f757263655265663d227022207461726765745265663d2261223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d2246345f615f6a2220736f757263655265663d226122207461726765745265663d226a223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d2246355f705f622220736f757263655265663d227022207461726765745265663d2262223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d2246365f625f6a2220736f757263655265663d226222207461726765745265663d226a223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d2246375f6a5f682220736f757263655265663d226a22207461726765745265663d2268223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d2246385f685f672220736f757263655265663d226822207461726765745265663d2267223e3c62706d6e3a636f6e646974696f6e45787072657373696f6e3e736f202667743b20353c2f62706d6e3a636f6e646974696f6e45787072657373696f6e3e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d2246395f685f6f2220736f757263655265663d226822207461726765745265663d226f223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d224631305f6f5f632220736f757263655265663d226f22207461726765745265663d2263223e3c62706d6e3a636f6e646974696f6e45787072657373696f6e3e736f203d20313c2f62706d6e3a636f6e646974696f6e45787072657373696f6e3e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d224631315f6f5f642220736f757263655265663d226f22207461726765745265663d2264223e3c62706d6e3a636f6e646974696f6e45787072657373696f6e3e736f20266c743b20333c2f62706d6e3a636f6e646974696f6e45787072657373696f6e3e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d224631325f635f6b2220736f757263655265663d226322207461726765745265663d226b223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d224631335f645f6b2220736f757263655265663d226422207461726765745265663d226b223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d224631345f6b5f652220736f757263655265663d226b22207461726765745265663d2265223e3c2f62706d6e3a73657175656e6365466c6f773e3c2f62706d6e3a70726f636573733e3c2f62706d6e3a646566696e6974696f6e733e'),
	('f45cb3b9-0dee-5781-a702-f9f149da046a', 'model.bpmn', '\x3c3f786d6c2076657273696f6e3d22312e302220656e636f64696e673d225554462d38223f3e0a3c62706d6e3a646566696e6974696f6e7320786d6c6e733a62706d6e3d22687474703a2f2f7777772e6f6d672e6f72672f737065632f42504d4e2f32303130303532342f4d4f44454c2220786d6c6e733a7873693d22687474703a2f2f7777772e77332e6f72672f323030312f584d4c536368656d612d696e7374616e63652220786d6c6e733a676f763d2275726e3a766e3a676f763a62706d6e3a312220786d6c6e733a63616d756e64613d22687474703a2f2f63616d756e64612e6f72672f736368656d612f312e302f62706d6e222069643d224422207461726765744e616d6573706163653d2275726e3a74657374223e3c62706d6e3a6572726f722069643d2245525f4c6f6922206e616d653d224c6f6922206572726f72436f64653d224c6f69222f3e3c62706d6e3a657363616c6174696f6e2069643d2245535f42616f22206e616d653d2242616f2220657363616c6174696f6e436f64653d2242616f222f3e0a3c62706d6e3a70726f636573732069643d22514d535f5039335f4c4f4922206e616d653d22517579207472c3ac6e68207468e1bbad2220697345786563757461626c653d2274727565223e3c62706d6e3a73746172744576656e742069643d227322206e616d653d2242c6b0e1bb9b632073223e3c2f62706d6e3a73746172744576656e743e0a3c62706d6e3a73756250726f636573732069643d227122206e616d653d2242c6b0e1bb9b632071223e3c62706d6e3a73746172744576656e742069643d22717322206e616d653d2242c6b0e1bb9b63207173223e3c2f62706d6e3a73746172744576656e743e0a3c62706d6e3a706172616c6c656c476174657761792069643d227022206e616d653d2242c6b0e1bb9b632070223e3c2f62706d6e3a706172616c6c656c476174657761793e0a3c62706d6e3a757365725461736b2069643d226122206e616d653d2242c6b0e1bb9b632061223e3c62706d6e3a657874656e73696f6e456c656d656e74733e3c676f763a61737369676e6d656e7420726f6c653d225448555f4b595f49534f222f3e3c2f62706d6e3a657874656e73696f6e456c656d656e74733e3c2f62706d6e3a757365725461736b3e0a3c62706d6e3a696e7465726d6564696174655468726f774576656e742069643d226822206e616d653d2242c6b0e1bb9b632068223e3c62706d6e3a657363616c6174696f6e4576656e74446566696e6974696f6e20657363616c6174696f6e5265663d2245535f42616f222f3e3c2f62706d6e3a696e7465726d6564696174655468726f774576656e743e0a3c62706d6e3a757365725461736b2069643d226222206e616d653d2242c6b0e1bb9b632062223e3c62706d6e3a657874656e73696f6e456c656d656e74733e3c676f763a61737369676e6d656e7420726f6c653d225448555f4b595f49534f222f3e3c2f62706d6e3a657874656e73696f6e456c656d656e74733e3c2f62706d6e3a757365725461736b3e0a3c62706d6e3a656e644576656e742069643d227822206e616d653d2242c6b0e1bb9b632078223e3c62706d6e3a6572726f724576656e74446566696e6974696f6e206572726f725265663d2245525f4c6f69222f3e3c2f62706d6e3a656e644576656e743e0a3c62706d6e3a73657175656e6365466c6f772069643d2246315f71735f702220736f757263655265663d22717322207461726765745265663d2270223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d2246325f705f612220736f757263655265663d227022207461726765745265663d2261223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d2246335f615f782220736f757263655265663d226122207461726765745265663d2278223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d2246345f705f682220736f757263655265663d227022207461726765745265663d2268223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d2246355f685f622220736f757263655265663d226822207461726765745265663d2262223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d2246365f625f782220736f757263655265663d226222207461726765745265663d2278223e3c2f62706d6e3a73657175656e6365466c6f773e3c2f62706d6e3a73756250726f636573733e0a3c62706d6e3a626f756e646172794576656e742069643d227422206e616d653d2242c6b0e1bb9b63207422206174746163686564546f5265663d2271223e3c62706d6e3a6572726f724576656e74446566696e6974696f6e206572726f725265663d2245525f4c6f69222f3e3c2f62706d6e3a626f756e646172794576656e743e0a3c62706d6e3a626f756e646172794576656e742069643d226c22206e616d653d2242c6b0e1bb9b63206c22206174746163686564546f5265663d2271222063616e63656c41637469766974793d2266616c7365223e3c62706d6e3a657363616c6174696f6e4576656e74446566696e6974696f6e20657363616c6174696f6e5265663d2245535f42616f222f3e3c2f62706d6e3a626f756e646172794576656e743e0a3c62706d6e3a757365725461736b2069643d226322206e616d653d2242c6b0e1bb9b632063223e3c62706d6e3a657874656e73696f6e456c656d656e74733e3c676f763a61737369676e6d656e7420726f6c653d225448555f4b595f49534f222f3e3c2f62706d6e3a657874656e73696f6e456c656d656e74733e3c2f62706d6e3a757365725461736b3e0a3c62706d6e3a757365725461736b2069643d226422206e616d653d2242c6b0e1bb9b632064223e3c62706d6e3a657874656e73696f6e456c656d656e74733e3c676f763a61737369676e6d656e7420726f6c653d225448555f4b595f49534f222f3e3c2f62706d6e3a657874656e73696f6e456c656d656e74733e3c2f62706d6e3a757365725461736b3e0a3c62706d6e3a656e644576656e742069643d226522206e616d653d2242c6b0e1bb9b632065223e3c2f62706d6e3a656e644576656e743e0a3c62706d6e3a656e644576656e742069643d22653122206e616d653d2242c6b0e1bb9b63206531223e3c2f62706d6e3a656e644576656e743e0a3c62706d6e3a656e644576656e742069643d22653222206e616d653d2242c6b0e1bb9b63206532223e3c2f62706d6e3a656e644576656e743e0a3c62706d6e3a73657175656e6365466c6f772069643d2246375f735f712220736f757263655265663d227322207461726765745265663d2271223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d2246385f715f652220736f757263655265663d227122207461726765745265663d2265223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d2246395f745f632220736f757263655265663d227422207461726765745265663d2263223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d224631305f635f65312220736f757263655265663d226322207461726765745265663d226531223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d224631315f6c5f642220736f757263655265663d226c22207461726765745265663d2264223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d224631325f645f65322220736f757263655265663d226422207461726765745265663d226532223e3c2f62706d6e3a73657175656e6365466c6f773e3c2f62706d6e3a70726f636573733e3c2f62706d6e3a646566696e6974696f6e733e'),
	('3e2435de-f6a0-5fa8-9cde-23a70e351ea1', 'model.bpmn', '\x3c3f786d6c2076657273696f6e3d22312e302220656e636f64696e673d225554462d38223f3e0a3c62706d6e3a646566696e6974696f6e7320786d6c6e733a62706d6e3d22687474703a2f2f7777772e6f6d672e6f72672f737065632f42504d4e2f32303130303532342f4d4f44454c2220786d6c6e733a7873693d22687474703a2f2f7777772e77332e6f72672f323030312f584d4c536368656d612d696e7374616e63652220786d6c6e733a676f763d2275726e3a766e3a676f763a62706d6e3a312220786d6c6e733a63616d756e64613d22687474703a2f2f63616d756e64612e6f72672f736368656d612f312e302f62706d6e222069643d224422207461726765744e616d6573706163653d2275726e3a74657374223e0a3c62706d6e3a70726f636573732069643d22514d535f5039345f444945555f4b49454e22206e616d653d22517579207472c3ac6e68207468e1bbad2220697345786563757461626c653d2274727565223e3c62706d6e3a73746172744576656e742069643d227322206e616d653d2242c6b0e1bb9b632073223e3c2f62706d6e3a73746172744576656e743e0a3c62706d6e3a706172616c6c656c476174657761792069643d227022206e616d653d2242c6b0e1bb9b632070223e3c2f62706d6e3a706172616c6c656c476174657761793e0a3c62706d6e3a757365725461736b2069643d226122206e616d653d2242c6b0e1bb9b632061223e3c62706d6e3a657874656e73696f6e456c656d656e74733e3c676f763a61737369676e6d656e7420726f6c653d225448555f4b595f49534f222f3e3c2f62706d6e3a657874656e73696f6e456c656d656e74733e3c2f62706d6e3a757365725461736b3e0a3c62706d6e3a696e7465726d65646961746543617463684576656e742069643d227722206e616d653d2242c6b0e1bb9b632077223e3c62706d6e3a636f6e646974696f6e616c4576656e74446566696e6974696f6e3e3c62706d6e3a636f6e646974696f6e3e736f203d20333c2f62706d6e3a636f6e646974696f6e3e3c2f62706d6e3a636f6e646974696f6e616c4576656e74446566696e6974696f6e3e3c2f62706d6e3a696e7465726d65646961746543617463684576656e743e0a3c62706d6e3a757365725461736b2069643d226222206e616d653d2242c6b0e1bb9b632062223e3c62706d6e3a657874656e73696f6e456c656d656e74733e3c676f763a61737369676e6d656e7420726f6c653d225448555f4b595f49534f222f3e3c2f62706d6e3a657874656e73696f6e456c656d656e74733e3c62706d6e3a7374616e646172644c6f6f70436861726163746572697374696373206c6f6f704d6178696d756d3d2233223e3c62706d6e3a6c6f6f70436f6e646974696f6e3e736f203d20313c2f62706d6e3a6c6f6f70436f6e646974696f6e3e3c2f62706d6e3a7374616e646172644c6f6f704368617261637465726973746963733e3c2f62706d6e3a757365725461736b3e0a3c62706d6e3a706172616c6c656c476174657761792069643d226a22206e616d653d2242c6b0e1bb9b63206a223e3c2f62706d6e3a706172616c6c656c476174657761793e0a3c62706d6e3a696e7465726d6564696174655468726f774576656e742069643d226822206e616d653d2242c6b0e1bb9b632068223e3c62706d6e3a6c696e6b4576656e74446566696e6974696f6e206e616d653d2258222f3e3c2f62706d6e3a696e7465726d6564696174655468726f774576656e743e0a3c62706d6e3a696e7465726d65646961746543617463684576656e742069643d226b22206e616d653d2242c6b0e1bb9b63206b223e3c62706d6e3a6c696e6b4576656e74446566696e6974696f6e206e616d653d2258222f3e3c2f62706d6e3a696e7465726d65646961746543617463684576656e743e0a3c62706d6e3a656e644576656e742069643d226522206e616d653d2242c6b0e1bb9b632065223e3c2f62706d6e3a656e644576656e743e0a3c62706d6e3a73657175656e6365466c6f772069643d2246315f735f702220736f757263655265663d227322207461726765745265663d2270223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d2246325f705f612220736f757263655265663d227022207461726765745265663d2261223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d2246335f615f772220736f757263655265663d226122207461726765745265663d2277223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d2246345f775f6a2220736f757263655265663d227722207461726765745265663d226a223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d2246355f705f622220736f757263655265663d227022207461726765745265663d2262223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d2246365f625f6a2220736f757263655265663d226222207461726765745265663d226a223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d2246375f6a5f682220736f757263655265663d226a22207461726765745265663d2268223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d2246385f6b5f652220736f757263655265663d226b22207461726765745265663d2265223e3c2f62706d6e3a73657175656e6365466c6f773e3c2f62706d6e3a70726f636573733e3c2f62706d6e3a646566696e6974696f6e733e'),
	('30594c61-8091-5ffd-ab50-7e51c6f60732', 'model.bpmn', '\x3c3f786d6c2076657273696f6e3d22312e302220656e636f64696e673d225554462d38223f3e0a3c62706d6e3a646566696e6974696f6e7320786d6c6e733a62706d6e3d22687474703a2f2f7777772e6f6d672e6f72672f737065632f42504d4e2f32303130303532342f4d4f44454c2220786d6c6e733a7873693d22687474703a2f2f7777772e77332e6f72672f323030312f584d4c536368656d612d696e7374616e63652220786d6c6e733a676f763d2275726e3a766e3a676f763a62706d6e3a312220786d6c6e733a63616d756e64613d22687474703a2f2f63616d756e64612e6f72672f736368656d612f312e302f62706d6e222069643d224422207461726765744e616d6573706163653d2275726e3a74657374223e3c62706d6e3a6d6573736167652069643d224d5f54696e22206e616d653d2254696e222f3e3c62706d6e3a7369676e616c2069643d22535f4869657522206e616d653d2248696575222f3e0a3c62706d6e3a70726f636573732069643d22514d535f5038395f54494e22206e616d653d22517579207472c3ac6e68207468e1bbad2220697345786563757461626c653d2274727565223e3c62706d6e3a73746172744576656e742069643d227322206e616d653d2242c6b0e1bb9b632073223e3c2f62706d6e3a73746172744576656e743e0a3c62706d6e3a706172616c6c656c476174657761792069643d227022206e616d653d2242c6b0e1bb9b632070223e3c2f62706d6e3a706172616c6c656c476174657761793e0a3c62706d6e3a757365725461736b2069643d227a22206e616d653d2242c6b0e1bb9b63207a223e3c62706d6e3a657874656e73696f6e456c656d656e74733e3c676f763a61737369676e6d656e7420726f6c653d225448555f4b595f49534f222f3e3c2f62706d6e3a657874656e73696f6e456c656d656e74733e3c2f62706d6e3a757365725461736b3e0a3c62706d6e3a696e7465726d6564696174655468726f774576656e742069643d226422206e616d653d2242c6b0e1bb9b632064223e3c62706d6e3a6d6573736167654576656e74446566696e6974696f6e206d6573736167655265663d224d5f54696e222f3e3c2f62706d6e3a696e7465726d6564696174655468726f774576656e743e0a3c62706d6e3a696e7465726d65646961746543617463684576656e742069643d227722206e616d653d2242c6b0e1bb9b632077223e3c62706d6e3a6d6573736167654576656e74446566696e6974696f6e206d6573736167655265663d224d5f54696e222f3e3c2f62706d6e3a696e7465726d65646961746543617463684576656e743e0a3c62706d6e3a757365725461736b2069643d226122206e616d653d2242c6b0e1bb9b632061223e3c62706d6e3a657874656e73696f6e456c656d656e74733e3c676f763a61737369676e6d656e7420726f6c653d225448555f4b595f49534f222f3e3c2f62706d6e3a657874656e73696f6e456c656d656e74733e3c2f62706d6e3a757365725461736b3e0a3c62706d6e3a757365725461736b2069643d227922206e616d653d2242c6b0e1bb9b632079223e3c62706d6e3a657874656e73696f6e456c656d656e74733e3c676f763a61737369676e6d656e7420726f6c653d225448555f4b595f49534f222f3e3c2f62706d6e3a657874656e73696f6e456c656d656e74733e3c2f62706d6e3a757365725461736b3e0a3c62706d6e3a696e7465726d6564696174655468726f774576656e742069643d226822206e616d653d2242c6b0e1bb9b632068223e3c62706d6e3a7369676e616c4576656e74446566696e6974696f6e207369676e616c5265663d22535f48696575222f3e3c2f62706d6e3a696e7465726d6564696174655468726f774576656e743e0a3c62706d6e3a696e7465726d65646961746543617463684576656e742069643d227822206e616d653d2242c6b0e1bb9b632078223e3c62706d6e3a7369676e616c4576656e74446566696e6974696f6e207369676e616c5265663d22535f48696575222f3e3c2f62706d6e3a696e7465726d65646961746543617463684576656e743e0a3c62706d6e3a757365725461736b2069643d226222206e616d653d2242c6b0e1bb9b632062223e3c62706d6e3a657874656e73696f6e456c656d656e74733e3c676f763a61737369676e6d656e7420726f6c653d225448555f4b595f49534f222f3e3c2f62706d6e3a657874656e73696f6e456c656d656e74733e3c2f62706d6e3a757365725461736b3e0a3c62706d6e3a706172616c6c656c476174657761792069643d226a22206e616d653d2242c6b0e1bb9b63206a223e3c2f62706d6e3a706172616c6c656c476174657761793e0a3c62706d6e3a656e644576656e742069643d226522206e616d653d2242c6b0e1bb9b632065223e3c2f62706d6e3a656e644576656e743e0a3c62706d6e3a73657175656e6365466c6f772069643d2246315f735f702220736f757263655265663d227322207461726765745265663d2270223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d2246325f705f7a2220736f757263655265663d227022207461726765745265663d227a223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d2246335f7a5f642220736f757263655265663d227a22207461726765745265663d2264223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d2246345f645f6a2220736f757263655265663d226422207461726765745265663d226a223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d2246355f705f772220736f757263655265663d227022207461726765745265663d2277223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d2246365f775f612220736f757263655265663d227722207461726765745265663d2261223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d2246375f615f6a2220736f757263655265663d226122207461726765745265663d226a223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d2246385f705f792220736f757263655265663d227022207461726765745265663d2279223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d2246395f795f682220736f757263655265663d227922207461726765745265663d2268223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d224631305f685f6a2220736f757263655265663d226822207461726765745265663d226a223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d224631315f705f782220736f757263655265663d227022207461726765745265663d2278223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d224631325f785f622220736f757263655265663d227822207461726765745265663d2262223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d224631335f625f6a2220736f757263655265663d226222207461726765745265663d226a223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d224631345f6a5f652220736f757263655265663d226a22207461726765745265663d2265223e3c2f62706d6e3a73657175656e6365466c6f773e3c2f62706d6e3a70726f636573733e3c2f62706d6e3a646566696e6974696f6e733e'),
	('7fdac950-c8e5-5f8f-a298-5e1f79b80647', 'model.bpmn', '\x3c3f786d6c2076657273696f6e3d22312e302220656e636f64696e673d225554462d38223f3e0a3c62706d6e3a646566696e6974696f6e7320786d6c6e733a62706d6e3d22687474703a2f2f7777772e6f6d672e6f72672f737065632f42504d4e2f32303130303532342f4d4f44454c2220786d6c6e733a7873693d22687474703a2f2f7777772e77332e6f72672f323030312f584d4c536368656d612d696e7374616e63652220786d6c6e733a676f763d2275726e3a766e3a676f763a62706d6e3a312220786d6c6e733a63616d756e64613d22687474703a2f2f63616d756e64612e6f72672f736368656d612f312e302f62706d6e222069643d224422207461726765744e616d6573706163653d2275726e3a74657374223e3c62706d6e3a6d6573736167652069643d224d5f536f6d22206e616d653d22536f6d222f3e0a3c62706d6e3a70726f636573732069643d22514d535f5038385f534f4d22206e616d653d22517579207472c3ac6e68207468e1bbad2220697345786563757461626c653d2274727565223e3c62706d6e3a73746172744576656e742069643d227322206e616d653d2242c6b0e1bb9b632073223e3c2f62706d6e3a73746172744576656e743e0a3c62706d6e3a696e7465726d6564696174655468726f774576656e742069643d226422206e616d653d2242c6b0e1bb9b632064223e3c62706d6e3a6d6573736167654576656e74446566696e6974696f6e206d6573736167655265663d224d5f536f6d222f3e3c2f62706d6e3a696e7465726d6564696174655468726f774576656e743e0a3c62706d6e3a757365725461736b2069643d227a22206e616d653d2242c6b0e1bb9b63207a223e3c62706d6e3a657874656e73696f6e456c656d656e74733e3c676f763a61737369676e6d656e7420726f6c653d225448555f4b595f49534f222f3e3c2f62706d6e3a657874656e73696f6e456c656d656e74733e3c2f62706d6e3a757365725461736b3e0a3c62706d6e3a696e7465726d65646961746543617463684576656e742069643d227722206e616d653d2242c6b0e1bb9b632077223e3c62706d6e3a6d6573736167654576656e74446566696e6974696f6e206d6573736167655265663d224d5f536f6d222f3e3c2f62706d6e3a696e7465726d65646961746543617463684576656e743e0a3c62706d6e3a757365725461736b2069643d226122206e616d653d2242c6b0e1bb9b632061223e3c62706d6e3a657874656e73696f6e456c656d656e74733e3c676f763a61737369676e6d656e7420726f6c653d225448555f4b595f49534f222f3e3c2f62706d6e3a657874656e73696f6e456c656d656e74733e3c2f62706d6e3a757365725461736b3e0a3c62706d6e3a656e644576656e742069643d226522206e616d653d2242c6b0e1bb9b632065223e3c2f62706d6e3a656e644576656e743e0a3c62706d6e3a73657175656e6365466c6f772069643d2246315f735f642220736f757263655265663d227322207461726765745265663d2264223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d2246325f645f7a2220736f757263655265663d226422207461726765745265663d227a223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d2246335f7a5f772220736f757263655265663d227a22207461726765745265663d2277223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d2246345f775f612220736f757263655265663d227722207461726765745265663d2261223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d2246355f615f652220736f757263655265663d226122207461726765745265663d2265223e3c2f62706d6e3a73657175656e6365466c6f773e3c2f62706d6e3a70726f636573733e3c2f62706d6e3a646566696e6974696f6e733e'),
	('f981a6b8-8d48-5a58-8c75-db1bf86522ad', 'model.bpmn', '\x3c3f786d6c2076657273696f6e3d22312e302220656e636f64696e673d225554462d38223f3e0a3c62706d6e3a646566696e6974696f6e7320786d6c6e733a62706d6e3d22687474703a2f2f7777772e6f6d672e6f72672f737065632f42504d4e2f32303130303532342f4d4f44454c2220786d6c6e733a7873693d22687474703a2f2f7777772e77332e6f72672f323030312f584d4c536368656d612d696e7374616e63652220786d6c6e733a676f763d2275726e3a766e3a676f763a62706d6e3a312220786d6c6e733a63616d756e64613d22687474703a2f2f63616d756e64612e6f72672f736368656d612f312e302f62706d6e222069643d224422207461726765744e616d6573706163653d2275726e3a74657374223e0a3c62706d6e3a70726f636573732069643d22514d535f5039355f474f4922206e616d653d22517579207472c3ac6e68207468e1bbad2220697345786563757461626c653d2274727565223e3c62706d6e3a73746172744576656e742069643d227322206e616d653d2242c6b0e1bb9b632073223e3c2f62706d6e3a73746172744576656e743e0a3c62706d6e3a63616c6c41637469766974792069643d226322206e616d653d2242c6b0e1bb9b632063222063616c6c6564456c656d656e743d225032223e3c2f62706d6e3a63616c6c41637469766974793e0a3c62706d6e3a757365725461736b2069643d226122206e616d653d2242c6b0e1bb9b632061223e3c62706d6e3a657874656e73696f6e456c656d656e74733e3c676f763a61737369676e6d656e7420726f6c653d225448555f4b595f49534f222f3e3c2f62706d6e3a657874656e73696f6e456c656d656e74733e3c2f62706d6e3a757365725461736b3e0a3c62706d6e3a656e644576656e742069643d226522206e616d653d2242c6b0e1bb9b632065223e3c2f62706d6e3a656e644576656e743e0a3c62706d6e3a73657175656e6365466c6f772069643d2246315f735f632220736f757263655265663d227322207461726765745265663d2263223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d2246325f635f612220736f757263655265663d226322207461726765745265663d2261223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d2246335f615f652220736f757263655265663d226122207461726765745265663d2265223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c2f62706d6e3a70726f636573733e0a3c62706d6e3a70726f636573732069643d2250322220697345786563757461626c653d2274727565223e3c62706d6e3a73746172744576656e742069643d22637322206e616d653d2242c6b0e1bb9b63206373223e3c2f62706d6e3a73746172744576656e743e0a3c62706d6e3a757365725461736b2069643d226222206e616d653d2242c6b0e1bb9b632062223e3c62706d6e3a657874656e73696f6e456c656d656e74733e3c676f763a61737369676e6d656e7420726f6c653d225448555f4b595f49534f222f3e3c2f62706d6e3a657874656e73696f6e456c656d656e74733e3c2f62706d6e3a757365725461736b3e0a3c62706d6e3a656e644576656e742069643d22636522206e616d653d2242c6b0e1bb9b63206365223e3c2f62706d6e3a656e644576656e743e0a3c62706d6e3a73657175656e6365466c6f772069643d2246345f63735f622220736f757263655265663d22637322207461726765745265663d2262223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d2246355f625f63652220736f757263655265663d226222207461726765745265663d226365223e3c2f62706d6e3a73657175656e6365466c6f773e3c2f62706d6e3a70726f636573733e3c2f62706d6e3a646566696e6974696f6e733e'),
	('6f84c8ad-cccc-59be-9a72-5c70ee92fb37', 'model.bpmn', '\x3c3f786d6c2076657273696f6e3d22312e302220656e636f64696e673d225554462d38223f3e0a3c62706d6e3a646566696e6974696f6e7320786d6c6e733a62706d6e3d22687474703a2f2f7777772e6f6d672e6f72672f737065632f42504d4e2f32303130303532342f4d4f44454c2220786d6c6e733a7873693d22687474703a2f2f7777772e77332e6f72672f323030312f584d4c536368656d612d696e7374616e63652220786d6c6e733a676f763d2275726e3a766e3a676f763a62706d6e3a312220786d6c6e733a63616d756e64613d22687474703a2f2f63616d756e64612e6f72672f736368656d612f312e302f62706d6e222069643d224422207461726765744e616d6573706163653d2275726e3a74657374223e0a3c62706d6e3a70726f636573732069643d22514d535f5039365f42454e22206e616d653d22517579207472c3ac6e68207468e1bbad2220697345786563757461626c653d2274727565223e3c62706d6e3a73746172744576656e742069643d227322206e616d653d2242c6b0e1bb9b632073223e3c2f62706d6e3a73746172744576656e743e0a3c62706d6e3a757365725461736b2069643d226122206e616d653d2242c6b0e1bb9b632061223e3c62706d6e3a657874656e73696f6e456c656d656e74733e3c676f763a61737369676e6d656e7420726f6c653d225448555f4b595f49534f222f3e3c2f62706d6e3a657874656e73696f6e456c656d656e74733e3c2f62706d6e3a757365725461736b3e0a3c62706d6e3a757365725461736b2069643d226222206e616d653d2242c6b0e1bb9b632062223e3c62706d6e3a657874656e73696f6e456c656d656e74733e3c676f763a61737369676e6d656e7420726f6c653d225448555f4b595f49534f222f3e3c2f62706d6e3a657874656e73696f6e456c656d656e74733e3c2f62706d6e3a757365725461736b3e0a3c62706d6e3a656e644576656e742069643d226522206e616d653d2242c6b0e1bb9b632065223e3c2f62706d6e3a656e644576656e743e0a3c62706d6e3a73657175656e6365466c6f772069643d2246315f735f612220736f757263655265663d227322207461726765745265663d2261223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d2246325f615f622220736f757263655265663d226122207461726765745265663d2262223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d2246335f625f652220736f757263655265663d226222207461726765745265663d2265223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73756250726f636573732069643d227122206e616d653d2242c6b0e1bb9b632071222074726967676572656442794576656e743d2274727565223e3c62706d6e3a73746172744576656e742069643d22687322206e616d653d2242c6b0e1bb9b6320687322206973496e74657272757074696e673d2266616c7365223e3c62706d6e3a74696d65724576656e74446566696e6974696f6e3e3c62706d6e3a74696d654475726174696f6e3e5035443c2f62706d6e3a74696d654475726174696f6e3e3c2f62706d6e3a74696d65724576656e74446566696e6974696f6e3e3c2f62706d6e3a73746172744576656e743e0a3c62706d6e3a757365725461736b2069643d226322206e616d653d2242c6b0e1bb9b632063223e3c62706d6e3a657874656e73696f6e456c656d656e74733e3c676f763a61737369676e6d656e7420726f6c653d225448555f4b595f49534f222f3e3c2f62706d6e3a657874656e73696f6e456c656d656e74733e3c2f62706d6e3a757365725461736b3e0a3c62706d6e3a656e644576656e742069643d22686522206e616d653d2242c6b0e1bb9b63206865223e3c2f62706d6e3a656e644576656e743e0a3c62706d6e3a73657175656e6365466c6f772069643d2246345f68735f632220736f757263655265663d22687322207461726765745265663d2263223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d2246355f635f68652220736f757263655265663d226322207461726765745265663d226865223e3c2f62706d6e3a73657175656e6365466c6f773e3c2f62706d6e3a73756250726f636573733e3c2f62706d6e3a70726f636573733e3c2f62706d6e3a646566696e6974696f6e733e'),
	('4fc9f6e0-013a-5ea3-8f60-237a6df44e0f', 'model.bpmn', '\x3c3f786d6c2076657273696f6e3d22312e302220656e636f64696e673d225554462d38223f3e0a3c62706d6e3a646566696e6974696f6e7320786d6c6e733a62706d6e3d22687474703a2f2f7777772e6f6d672e6f72672f737065632f42504d4e2f32303130303532342f4d4f44454c2220786d6c6e733a7873693d22687474703a2f2f7777772e77332e6f72672f323030312f584d4c536368656d612d696e7374616e63652220786d6c6e733a676f763d2275726e3a766e3a676f763a62706d6e3a312220786d6c6e733a63616d756e64613d22687474703a2f2f63616d756e64612e6f72672f736368656d612f312e302f62706d6e222069643d224422207461726765744e616d6573706163653d2275726e3a74657374223e0a3c62706d6e3a70726f636573732069643d22514d535f5039375f4d554f4e22206e616d653d22517579207472c3ac6e68207468e1bbad2220697345786563757461626c653d2274727565223e3c62706d6e3a73746172744576656e742069643d227322206e616d653d2242c6b0e1bb9b632073223e3c2f62706d6e3a73746172744576656e743e0a3c62706d6e3a757365725461736b2069643d226122206e616d653d2242c6b0e1bb9b632061223e3c62706d6e3a657874656e73696f6e456c656d656e74733e3c676f763a61737369676e6d656e7420726f6c653d225448555f4b595f49534f222f3e3c2f62706d6e3a657874656e73696f6e456c656d656e74733e3c2f62706d6e3a757365725461736b3e0a3c62706d6e3a626f756e646172794576656e742069643d227422206e616d653d2242c6b0e1bb9b63207422206174746163686564546f5265663d2261223e3c62706d6e3a74696d65724576656e74446566696e6974696f6e3e3c62706d6e3a74696d654475726174696f6e3e5031443c2f62706d6e3a74696d654475726174696f6e3e3c2f62706d6e3a74696d65724576656e74446566696e6974696f6e3e3c2f62706d6e3a626f756e646172794576656e743e0a3c62706d6e3a757365725461736b2069643d226222206e616d653d2242c6b0e1bb9b632062223e3c62706d6e3a657874656e73696f6e456c656d656e74733e3c676f763a61737369676e6d656e7420726f6c653d225448555f4b595f49534f222f3e3c2f62706d6e3a657874656e73696f6e456c656d656e74733e3c2f62706d6e3a757365725461736b3e0a3c62706d6e3a656e644576656e742069643d226522206e616d653d2242c6b0e1bb9b632065223e3c2f62706d6e3a656e644576656e743e0a3c62706d6e3a73657175656e6365466c6f772069643d2246315f735f612220736f757263655265663d227322207461726765745265663d2261223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d2246325f615f652220736f757263655265663d226122207461726765745265663d2265223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d2246335f745f622220736f757263655265663d227422207461726765745265663d2262223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d2246345f625f652220736f757263655265663d226222207461726765745265663d2265223e3c2f62706d6e3a73657175656e6365466c6f773e3c2f62706d6e3a70726f636573733e3c2f62706d6e3a646566696e6974696f6e733e'),
	('7a51775e-4758-5a48-ae60-39185f568878', 'model.bpmn', '\x3c3f786d6c2076657273696f6e3d22312e302220656e636f64696e673d225554462d38223f3e0a3c62706d6e3a646566696e6974696f6e7320786d6c6e733a62706d6e3d22687474703a2f2f7777772e6f6d672e6f72672f737065632f42504d4e2f32303130303532342f4d4f44454c2220786d6c6e733a7873693d22687474703a2f2f7777772e77332e6f72672f323030312f584d4c536368656d612d696e7374616e63652220786d6c6e733a676f763d2275726e3a766e3a676f763a62706d6e3a312220786d6c6e733a63616d756e64613d22687474703a2f2f63616d756e64612e6f72672f736368656d612f312e302f62706d6e222069643d224422207461726765744e616d6573706163653d2275726e3a74657374223e0a3c62706d6e3a70726f636573732069643d22514d535f5039385f444943485f565522206e616d653d22517579207472c3ac6e68207468e1bbad2220697345786563757461626c653d2274727565223e3c62706d6e3a73746172744576656e742069643d227322206e616d653d2242c6b0e1bb9b632073223e3c2f62706d6e3a73746172744576656e743e0a3c62706d6e3a736572766963655461736b2069643d227622206e616d653d2242c6b0e1bb9b632076223e3c62706d6e3a657874656e73696f6e456c656d656e74733e3c676f763a6f70657261746f72206e616d653d22646963685f76752e6768692220726573756c743d226b71223e3c676f763a706172616d65746572206e616d653d226e222076616c75653d22736f2b31222f3e3c2f676f763a6f70657261746f723e3c2f62706d6e3a657874656e73696f6e456c656d656e74733e3c2f62706d6e3a736572766963655461736b3e0a3c62706d6e3a757365725461736b2069643d226122206e616d653d2242c6b0e1bb9b632061223e3c62706d6e3a657874656e73696f6e456c656d656e74733e3c676f763a61737369676e6d656e7420726f6c653d225448555f4b595f49534f222f3e3c2f62706d6e3a657874656e73696f6e456c656d656e74733e3c2f62706d6e3a757365725461736b3e0a3c62706d6e3a656e644576656e742069643d226522206e616d653d2242c6b0e1bb9b632065223e3c2f62706d6e3a656e644576656e743e0a3c62706d6e3a73657175656e6365466c6f772069643d2246315f735f762220736f757263655265663d227322207461726765745265663d2276223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d2246325f765f612220736f757263655265663d227622207461726765745265663d2261223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d2246335f615f652220736f757263655265663d226122207461726765745265663d2265223e3c2f62706d6e3a73657175656e6365466c6f773e3c2f62706d6e3a70726f636573733e3c2f62706d6e3a646566696e6974696f6e733e'),
	('1891ea28-4c48-5d0b-aee9-3a7015dfd714', 'model.bpmn', '\x3c3f786d6c2076657273696f6e3d22312e302220656e636f64696e673d225554462d38223f3e0a3c62706d6e3a646566696e6974696f6e7320786d6c6e733a62706d6e3d22687474703a2f2f7777772e6f6d672e6f72672f737065632f42504d4e2f32303130303532342f4d4f44454c2220786d6c6e733a7873693d22687474703a2f2f7777772e77332e6f72672f323030312f584d4c536368656d612d696e7374616e63652220786d6c6e733a676f763d2275726e3a766e3a676f763a62706d6e3a312220786d6c6e733a63616d756e64613d22687474703a2f2f63616d756e64612e6f72672f736368656d612f312e302f62706d6e222069643d224422207461726765744e616d6573706163653d2275726e3a74657374223e0a3c62706d6e3a70726f636573732069643d22514d535f5038375f4d4f4922206e616d653d22517579207472c3ac6e68207468e1bbad2220697345786563757461626c653d2274727565223e3c62706d6e3a73746172744576656e742069643d227322206e616d653d2242c6b0e1bb9b632073223e3c2f62706d6e3a73746172744576656e743e0a3c62706d6e3a757365725461736b2069643d226122206e616d653d2242c6b0e1bb9b632061223e3c62706d6e3a657874656e73696f6e456c656d656e74733e3c676f763a61737369676e6d656e7420726f6c653d225448555f4b595f49534f222f3e3c2f62706d6e3a657874656e73696f6e456c656d656e74733e3c2f62706d6e3a757365725461736b3e0a3c62706d6e3a656e644576656e742069643d226522206e616d653d2242c6b0e1bb9b632065223e3c2f62706d6e3a656e644576656e743e0a3c62706d6e3a73657175656e6365466c6f772069643d2246315f735f612220736f757263655265663d227322207461726765745265663d2261223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d2246325f615f652220736f757263655265663d226122207461726765745265663d2265223e3c2f62706d6e3a73657175656e6365466c6f773e3c2f62706d6e3a70726f636573733e3c2f62706d6e3a646566696e6974696f6e733e'),
	('7688b2fb-2fbd-5db4-9437-0a5efdfdb64d', 'model.bpmn', '\x3c3f786d6c2076657273696f6e3d22312e302220656e636f64696e673d225554462d38223f3e0a3c62706d6e3a646566696e6974696f6e7320786d6c6e733a62706d6e3d22687474703a2f2f7777772e6f6d672e6f72672f737065632f42504d4e2f32303130303532342f4d4f44454c2220786d6c6e733a7873693d22687474703a2f2f7777772e77332e6f72672f323030312f584d4c536368656d612d696e7374616e63652220786d6c6e733a676f763d2275726e3a766e3a676f763a62706d6e3a312220786d6c6e733a63616d756e64613d22687474703a2f2f63616d756e64612e6f72672f736368656d612f312e302f62706d6e222069643d224422207461726765744e616d6573706163653d2275726e3a74657374223e0a3c62706d6e3a70726f636573732069643d22514d535f5038375f4d4f4922206e616d653d22517579207472c3ac6e68207468e1bbad2220697345786563757461626c653d2274727565223e3c62706d6e3a73746172744576656e742069643d227322206e616d653d2242c6b0e1bb9b632073223e3c2f62706d6e3a73746172744576656e743e0a3c62706d6e3a757365725461736b2069643d226122206e616d653d2242c6b0e1bb9b632061223e3c62706d6e3a657874656e73696f6e456c656d656e74733e3c676f763a61737369676e6d656e7420726f6c653d225448555f4b595f49534f222f3e3c2f62706d6e3a657874656e73696f6e456c656d656e74733e3c2f62706d6e3a757365725461736b3e0a3c62706d6e3a757365725461736b2069643d226222206e616d653d2242c6b0e1bb9b632062223e3c62706d6e3a657874656e73696f6e456c656d656e74733e3c676f763a61737369676e6d656e7420726f6c653d225448555f4b595f49534f222f3e3c2f62706d6e3a657874656e73696f6e456c656d656e74733e3c2f62706d6e3a757365725461736b3e0a3c62706d6e3a656e644576656e742069643d226522206e616d653d2242c6b0e1bb9b632065223e3c2f62706d6e3a656e644576656e743e0a3c62706d6e3a73657175656e6365466c6f772069643d2246315f735f612220736f757263655265663d227322207461726765745265663d2261223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d2246325f615f622220736f757263655265663d226122207461726765745265663d2262223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d2246335f625f652220736f757263655265663d226222207461726765745265663d2265223e3c2f62706d6e3a73657175656e6365466c6f773e3c2f62706d6e3a70726f636573733e3c2f62706d6e3a646566696e6974696f6e733e'),
	('869243af-1c52-5f3d-8c5f-192f682e791c', 'model.bpmn', '\x3c3f786d6c2076657273696f6e3d22312e302220656e636f64696e673d225554462d38223f3e0a3c62706d6e3a646566696e6974696f6e7320786d6c6e733a62706d6e3d22687474703a2f2f7777772e6f6d672e6f72672f737065632f42504d4e2f32303130303532342f4d4f44454c2220786d6c6e733a7873693d22687474703a2f2f7777772e77332e6f72672f323030312f584d4c536368656d612d696e7374616e63652220786d6c6e733a676f763d2275726e3a766e3a676f763a62706d6e3a312220786d6c6e733a63616d756e64613d22687474703a2f2f63616d756e64612e6f72672f736368656d612f312e302f62706d6e222069643d224422207461726765744e616d6573706163653d2275726e3a74657374223e3c62706d6e3a6d6573736167652069643d224d5f446f6e22206e616d653d22446f6e222f3e0a3c62706d6e3a70726f636573732069643d22514d535f5038365f444f4e22206e616d653d22517579207472c3ac6e68207468e1bbad2220697345786563757461626c653d2274727565223e3c62706d6e3a73746172744576656e742069643d227322206e616d653d2242c6b0e1bb9b632073223e3c62706d6e3a6d6573736167654576656e74446566696e6974696f6e206d6573736167655265663d224d5f446f6e222f3e3c2f62706d6e3a73746172744576656e743e0a3c62706d6e3a757365725461736b2069643d226122206e616d653d2242c6b0e1bb9b632061223e3c62706d6e3a657874656e73696f6e456c656d656e74733e3c676f763a61737369676e6d656e7420726f6c653d225448555f4b595f49534f222f3e3c2f62706d6e3a657874656e73696f6e456c656d656e74733e3c2f62706d6e3a757365725461736b3e0a3c62706d6e3a656e644576656e742069643d226522206e616d653d2242c6b0e1bb9b632065223e3c2f62706d6e3a656e644576656e743e0a3c62706d6e3a73657175656e6365466c6f772069643d2246315f735f612220736f757263655265663d227322207461726765745265663d2261223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d2246325f615f652220736f757263655265663d226122207461726765745265663d2265223e3c2f62706d6e3a73657175656e6365466c6f773e3c2f62706d6e3a70726f636573733e3c2f62706d6e3a646566696e6974696f6e733e'),
	('ff5049b1-e2fa-5688-9ac5-d0e8a6382459', 'model.bpmn', '\x3c3f786d6c2076657273696f6e3d22312e302220656e636f64696e673d225554462d38223f3e0a3c62706d6e3a646566696e6974696f6e7320786d6c6e733a62706d6e3d22687474703a2f2f7777772e6f6d672e6f72672f737065632f42504d4e2f32303130303532342f4d4f44454c2220786d6c6e733a7873693d22687474703a2f2f7777772e77332e6f72672f323030312f584d4c536368656d612d696e7374616e63652220786d6c6e733a676f763d2275726e3a766e3a676f763a62706d6e3a312220786d6c6e733a63616d756e64613d22687474703a2f2f63616d756e64612e6f72672f736368656d612f312e302f62706d6e222069643d224422207461726765744e616d6573706163653d2275726e3a74657374223e0a3c62706d6e3a70726f636573732069643d22514d535f5038355f52555422206e616d653d22517579207472c3ac6e68207468e1bbad2220697345786563757461626c653d2274727565223e3c62706d6e3a73746172744576656e742069643d227322206e616d653d2242c6b0e1bb9b632073223e3c2f62706d6e3a73746172744576656e743e0a3c62706d6e3a757365725461736b2069643d226122206e616d653d2242c6b0e1bb9b632061223e3c62706d6e3a657874656e73696f6e456c656d656e74733e3c676f763a61737369676e6d656e7420726f6c653d225448555f4b595f49534f222f3e3c2f62706d6e3a657874656e73696f6e456c656d656e74733e3c2f62706d6e3a757365725461736b3e0a3c62706d6e3a656e644576656e742069643d226522206e616d653d2242c6b0e1bb9b632065223e3c2f62706d6e3a656e644576656e743e0a3c62706d6e3a73657175656e6365466c6f772069643d2246315f735f612220736f757263655265663d227322207461726765745265663d2261223e3c2f62706d6e3a73657175656e6365466c6f773e0a3c62706d6e3a73657175656e6365466c6f772069643d2246325f615f652220736f757263655265663d226122207461726765745265663d2265223e3c2f62706d6e3a73657175656e6365466c6f773e3c2f62706d6e3a70726f636573733e3c2f62706d6e3a646566696e6974696f6e733e');
INSERT INTO public.model_start VALUES
	('869243af-1c52-5f3d-8c5f-192f682e791c', 's', 'message', 'Don');
INSERT INTO public.model_version VALUES
	('0d765509-dc68-5380-8d6f-de580d1644e8', 'QMS_P06_CAP_NHAT_VBQPPL', 1, '46f8943da5e8ac323ff307a58a1260f56ab57bdbe0bf8a1a0709e0207585fa82', 'Cập nhật văn bản quy phạm pháp luật vào hệ thống quản lý chất lượng', '2023-03-01 02:00:00+00', NULL, NULL, NULL),
	('1efb8f75-9ff0-55e0-a8a1-5b38f9158a22', 'QMS_P77_LUU', 1, '58dac610d10506c154b2ed94392877b146139323785e9252ffbde710afc3b61b', 'Quy trình thử', '2023-03-01 02:00:00+00', NULL, NULL, NULL),
	('ebcc75d3-823b-5287-83e1-b06ed5e95005', 'QMS_P90_HEN', 1, 'f11a1086f6b5432cb6023470058ddfaa128f572e575ddc1608393eb1f9a241e6', 'Quy trình thử', '2026-11-23 01:00:00+00', NULL, NULL, NULL),
	('06a9b3ed-c0c7-5a78-b642-61b8d1b965b0', 'QMS_P91_NHIEU', 1, '5eda85c077df297fd7dcf9c128b0905ebd559d711d99fcf3eea224bdf1518fcc', 'Quy trình thử', '2026-11-23 01:00:00+00', NULL, NULL, NULL),
	('5c6a8388-5f20-5b0a-9144-79499e20b606', 'QMS_P92_VONG', 1, 'c75646f74c292b60275d9dfc70919663187526ed9aec458837a288f09683cda2', 'Quy trình thử', '2026-11-23 01:00:00+00', NULL, NULL, NULL),
	('f45cb3b9-0dee-5781-a702-f9f149da046a', 'QMS_P93_LOI', 1, '3cbe491f483b3299906c475ce389d4678611e087291fc3d92d048a27826f2c39', 'Quy trình thử', '2026-11-23 01:00:00+00', NULL, NULL, NULL),
	('3e2435de-f6a0-5fa8-9cde-23a70e351ea1', 'QMS_P94_DIEU_KIEN', 1, 'a7db7ffccbdad07d1aff5d72d075dff9704ea3ee311f1af4c03dfd49d46142f9', 'Quy trình thử', '2026-11-23 01:00:00+00', NULL, NULL, NULL),
	('30594c61-8091-5ffd-ab50-7e51c6f60732', 'QMS_P89_TIN', 1, 'bb987d944c58e9667fa0c78f7db684bfc6b81a43cce74f03abcea1c767e7a294', 'Quy trình thử', '2026-11-23 01:00:00+00', NULL, NULL, NULL),
	('7fdac950-c8e5-5f8f-a298-5e1f79b80647', 'QMS_P88_SOM', 1, '73bc93804c55492f5ad64f6c596ef371c1506f900b599ebd431e5fcf98802f0e', 'Quy trình thử', '2026-11-23 01:00:00+00', NULL, NULL, NULL),
	('f981a6b8-8d48-5a58-8c75-db1bf86522ad', 'QMS_P95_GOI', 1, '0282af6fc1f545ea9c4c2dc69c93f3549f7091aa1064b4675c02dfcf212fd9b0', 'Quy trình thử', '2026-11-23 01:00:00+00', NULL, NULL, NULL),
	('6f84c8ad-cccc-59be-9a72-5c70ee92fb37', 'QMS_P96_BEN', 1, '4563b77d878e7d30a7e79cde9e7ff034c050ddd5964ce0fbccdbf6ab58f4b41f', 'Quy trình thử', '2026-11-23 01:00:00+00', NULL, NULL, NULL),
	('4fc9f6e0-013a-5ea3-8f60-237a6df44e0f', 'QMS_P97_MUON', 1, '1d602b1941f8ce4d5ce5eb690fce841985187bdb2c872df17e0e016c66379313', 'Quy trình thử', '2026-11-23 01:00:00+00', NULL, NULL, NULL),
	('7a51775e-4758-5a48-ae60-39185f568878', 'QMS_P98_DICH_VU', 1, '4162f85ac03e47b188ab9fccc4b765411e3cb932e19b01268ce82c523844c48d', 'Quy trình thử', '2026-11-23 01:00:00+00', NULL, NULL, NULL),
	('1891ea28-4c48-5d0b-aee9-3a7015dfd714', 'QMS_P87_MOI', 1, '2e4fcecc8963794926137eb4109bb191649cea3f597b3ceed201daef2bc6743a', 'Quy trình thử', '2026-11-26 02:00:00+00', NULL, NULL, NULL),
	('7688b2fb-2fbd-5db4-9437-0a5efdfdb64d', 'QMS_P87_MOI', 2, '7ba6a65259a861f94d3956310fde1ca93181a84c59871be0daab9ba2ca6497ad', 'Quy trình thử', '2026-11-26 02:00:00+00', NULL, NULL, NULL),
	('869243af-1c52-5f3d-8c5f-192f682e791c', 'QMS_P86_DON', 1, '8527f01b615bf68b3b585a512126ffb6c04e668d0e42b711074281da82c351e0', 'Quy trình thử', '2026-11-26 02:00:00+00', NULL, NULL, NULL),
	('ff5049b1-e2fa-5688-9ac5-d0e8a6382459', 'QMS_P85_RUT', 1, 'a35484e292f8ae69fd44d9329c8ffbeacceef6e33618ff496b60b724879e5042', 'Quy trình thử', '2026-11-26 02:00:00+00', NULL, 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', NULL);
INSERT INTO public.model_withdrawal VALUES
	('ff5049b1-e2fa-5688-9ac5-d0e8a6382459', '2026-11-26', '17/QĐ-VP', 'Không còn dùng', '2026-11-26 02:00:00+00', '8fb17ea6-af82-5d21-8941-e3a2c73e750a');
INSERT INTO public.nonconformity VALUES
	('65be5241-8534-5745-b643-9b09191afa5b', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'KPH-2026-001', 'quá hạn cập nhật VBQPPL', 'Quá thời hạn 03 tháng cập nhật văn bản 9/2026/NĐ-CP vào hệ thống quản lý chất lượng.', 'Quyết định 19/2014/QĐ-TTg, Điều 4 khoản 4 điểm a', 'de_xuat', '8977bdc4-fbfe-4ce7-9cac-fa7d45d7ba8c', '2026-11-26', '2026-11-25 17:00:00+00', 'kph-2026-001 qua han cap nhat vbqppl qua thoi han 03 thang cap nhat van ban 9/2026/nd-cp vao he thong quan ly chat luong.');
INSERT INTO public.notification VALUES
	('623afe99-bf44-553c-93d1-e3f166ce723e', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '7469a337-0b5f-5933-b3c4-2012efbc8872', 'M01', '', '8e2f7ddb-158f-405f-8c46-9e1a075e38df', '8649b360-6e1c-4bce-83b0-a7fa1995f919', '2026-11-23 01:00:00+00', '2026-11-23 01:01:00+00', '{}', '00000000-0000-0000-0000-000000000000'),
	('7b20cfad-d066-52a3-985b-392dbfd3b1c2', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '4ed35de6-538a-5e60-82db-0273b10583d2', 'M01', '', '53a1ed66-7814-4b7f-ba6a-bd7f2691ef93', '53d914ed-90cb-4b8c-b398-b535bd79cee1', '2023-03-01 02:00:00+00', '2023-03-01 02:01:00+00', '{}', '00000000-0000-0000-0000-000000000000'),
	('b526589e-f03b-540f-ab42-1416668524ff', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '4ed35de6-538a-5e60-82db-0273b10583d2', 'M01', '', '83dddf26-ae3b-4fc3-b5e0-6524b85b6a57', '3acc1e35-25c0-4c8b-91ce-c2db5be5276a', '2023-03-01 02:00:00+00', '2023-03-01 02:01:00+00', '{}', '00000000-0000-0000-0000-000000000000'),
	('d1da5d28-9de0-55b5-8f32-42137ba8cb96', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '20e5d78c-baf8-5964-8a6c-83810276e039', 'M01', '', '8e2f7ddb-158f-405f-8c46-9e1a075e38df', '8649b360-6e1c-4bce-83b0-a7fa1995f919', '2026-11-23 01:00:00+00', '2026-11-23 01:01:00+00', '{}', '00000000-0000-0000-0000-000000000000'),
	('4a21cde7-1f24-588a-b763-2d2126ead7ef', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '20e5d78c-baf8-5964-8a6c-83810276e039', 'M01', '', '8e2f7ddb-158f-405f-8c46-9e1a075e38df', '36daa60e-55ac-4baf-a9a6-2c28efdd6515', '2026-11-23 01:00:00+00', '2026-11-23 01:01:00+00', '{}', '00000000-0000-0000-0000-000000000000'),
	('96ecd40d-1e05-51f7-9ac3-faee1c4cb4e6', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '2622711d-bf2c-5f36-b8d2-1173dbecec46', 'M01', '', '8e2f7ddb-158f-405f-8c46-9e1a075e38df', '0948bf2a-2006-45f2-af94-2d3631307c6f', '2026-11-23 01:00:00+00', '2026-11-23 01:01:00+00', '{}', '00000000-0000-0000-0000-000000000000'),
	('b4171406-7aab-5166-900e-8176df0e0247', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '2622711d-bf2c-5f36-b8d2-1173dbecec46', 'M01', '', '8e2f7ddb-158f-405f-8c46-9e1a075e38df', '43390885-ffff-4f81-b283-e718e4a4a0ec', '2026-11-23 01:00:00+00', '2026-11-23 01:01:00+00', '{}', '00000000-0000-0000-0000-000000000000'),
	('393878b6-f890-5e21-934b-9419551b58eb', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '31b2b155-6def-5700-9e97-e0ad0f818726', 'M01', '', '8e2f7ddb-158f-405f-8c46-9e1a075e38df', '8649b360-6e1c-4bce-83b0-a7fa1995f919', '2026-11-23 01:00:00+00', '2026-11-23 01:01:00+00', '{}', '00000000-0000-0000-0000-000000000000'),
	('73b201f6-eb1a-5166-bfa3-8d7f03777f86', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '31b2b155-6def-5700-9e97-e0ad0f818726', 'M01', '', '8e2f7ddb-158f-405f-8c46-9e1a075e38df', '36daa60e-55ac-4baf-a9a6-2c28efdd6515', '2026-11-23 01:00:00+00', '2026-11-23 01:01:00+00', '{}', '00000000-0000-0000-0000-000000000000'),
	('fb0551d4-fe38-5572-a7f7-a97ef8785dd5', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '4ed35de6-538a-5e60-82db-0273b10583d2', 'M01', '', 'f72dea0a-e9e7-47ff-b582-e52e7ab65ee8', '0f8b380c-54f3-4176-95f1-a85c965d7bad', '2026-11-23 01:00:00+00', '2026-11-23 01:01:00+00', '{}', '8323f1c6-112f-5ac5-bdb1-a4bc9b8a0220'),
	('32be8905-14a5-5013-88f5-ec8b9c80ff49', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '4ed35de6-538a-5e60-82db-0273b10583d2', 'M01', '', 'ff78b753-2159-4f49-b890-38438ac29c05', 'bd3c2b32-bf4a-4006-b83c-c8ee4bb94851', '2026-11-23 01:00:00+00', '2026-11-23 01:01:00+00', '{}', '8323f1c6-112f-5ac5-bdb1-a4bc9b8a0220'),
	('0d58fcfa-ac14-5a3f-b4c0-18d24d563365', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '4ed35de6-538a-5e60-82db-0273b10583d2', 'M01', '', 'ff78b753-2159-4f49-b890-38438ac29c05', 'a8e001dc-21d4-42a2-b833-6aae07f0e0cf', '2026-11-23 01:00:00+00', '2026-11-23 01:01:00+00', '{}', '8323f1c6-112f-5ac5-bdb1-a4bc9b8a0220'),
	('cfadd92b-e610-5e47-a85b-85ff460e22cd', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '4ed35de6-538a-5e60-82db-0273b10583d2', 'M01', '', 'ff78b753-2159-4f49-b890-38438ac29c05', '3f7d1206-ff3a-48db-863f-ede14e2cf346', '2026-11-23 01:00:00+00', '2026-11-23 01:01:00+00', '{}', '8323f1c6-112f-5ac5-bdb1-a4bc9b8a0220'),
	('5dcf3a59-abb9-5d66-8ac5-85847b333d50', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '4ed35de6-538a-5e60-82db-0273b10583d2', 'M01', '', 'ff78b753-2159-4f49-b890-38438ac29c05', 'b991d1e7-36b0-4fbc-afbb-93fe16cc12d7', '2026-11-23 01:00:00+00', '2026-11-23 01:01:00+00', '{}', '8323f1c6-112f-5ac5-bdb1-a4bc9b8a0220'),
	('89286c7a-d8ae-583b-bf20-543682762ad5', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '7469a337-0b5f-5933-b3c4-2012efbc8872', 'M01', '', '8e2f7ddb-158f-405f-8c46-9e1a075e38df', '36daa60e-55ac-4baf-a9a6-2c28efdd6515', '2026-11-23 01:00:00+00', '2026-11-23 01:01:00+00', '{}', '00000000-0000-0000-0000-000000000000'),
	('e6bfb1cb-bf45-58c7-a604-aaf845367f64', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'aa84cd93-69a2-541a-a35d-20dd499ad7a6', 'M04', 'E2', '8977bdc4-fbfe-4ce7-9cac-fa7d45d7ba8c', NULL, '2026-11-23 01:00:00+00', '2026-11-23 01:01:00+00', '{}', 'a211ac5c-b5e2-5d84-8587-7a1b64ea713e'),
	('36ac0c15-5a57-5655-b94f-2dbb24d07787', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '4ed35de6-538a-5e60-82db-0273b10583d2', 'M01', '', 'ff78b753-2159-4f49-b890-38438ac29c05', 'ecf60d94-fe2d-4351-9c8a-50867037cece', '2026-11-23 01:00:00+00', '2026-11-23 01:01:00+00', '{}', '8323f1c6-112f-5ac5-bdb1-a4bc9b8a0220'),
	('39990884-d52f-5883-9a77-24d8e27e886f', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '4ed35de6-538a-5e60-82db-0273b10583d2', 'M01', '', '592777dc-da01-4ae3-b95a-532925ecfd0c', 'f7f7b5c1-c6fe-4025-a3c1-f1343ad8551d', '2026-11-23 01:00:00+00', '2026-11-23 01:01:00+00', '{}', '8323f1c6-112f-5ac5-bdb1-a4bc9b8a0220'),
	('81e0922b-2b25-513d-94bc-be78e82283c0', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '4ed35de6-538a-5e60-82db-0273b10583d2', 'M01', '', '592777dc-da01-4ae3-b95a-532925ecfd0c', 'dc2640db-7fa4-4293-8f2e-83ecf30eef9c', '2026-11-23 01:00:00+00', '2026-11-23 01:01:00+00', '{}', '8323f1c6-112f-5ac5-bdb1-a4bc9b8a0220'),
	('1747af04-9c09-5f4d-8c1f-63bb042ffec6', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '4ed35de6-538a-5e60-82db-0273b10583d2', 'M01', '', '592777dc-da01-4ae3-b95a-532925ecfd0c', 'a01c481d-dc47-4ebd-9174-2a6c0ea3e768', '2026-11-23 01:00:00+00', '2026-11-23 01:01:00+00', '{}', '8323f1c6-112f-5ac5-bdb1-a4bc9b8a0220'),
	('029fad07-8cdd-597a-b877-b0561b72c1ce', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '4ed35de6-538a-5e60-82db-0273b10583d2', 'M01', '', '592777dc-da01-4ae3-b95a-532925ecfd0c', 'ba0b4eb6-9ccd-4123-bf13-aea3dcbfc84b', '2026-11-23 01:00:00+00', '2026-11-23 01:01:00+00', '{}', '8323f1c6-112f-5ac5-bdb1-a4bc9b8a0220'),
	('81d636ef-39a3-53dc-afd8-7b4148c23842', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '4ed35de6-538a-5e60-82db-0273b10583d2', 'M01', '', '372d7a02-d4bf-42e1-be77-362cee45aa8e', 'ff791e50-da9e-4d15-a433-1bf4ecafafe3', '2026-11-23 01:00:00+00', '2026-11-23 01:01:00+00', '{}', '8323f1c6-112f-5ac5-bdb1-a4bc9b8a0220'),
	('b42ad029-2e51-51a3-baef-67ddb220c697', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '4ed35de6-538a-5e60-82db-0273b10583d2', 'M01', '', '372d7a02-d4bf-42e1-be77-362cee45aa8e', 'e943e8c3-63c5-4426-8db8-c1148af0e2d1', '2026-11-23 01:00:00+00', '2026-11-23 01:01:00+00', '{}', '8323f1c6-112f-5ac5-bdb1-a4bc9b8a0220'),
	('c232bc7c-1578-5779-a32b-f51c0b3fe716', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '4ed35de6-538a-5e60-82db-0273b10583d2', 'M01', '', '372d7a02-d4bf-42e1-be77-362cee45aa8e', 'fc30abc5-b18d-430b-8fb4-722727c58472', '2026-11-23 01:00:00+00', '2026-11-23 01:01:00+00', '{}', '8323f1c6-112f-5ac5-bdb1-a4bc9b8a0220'),
	('3c97f460-84b7-5300-ba59-a6d611ac538b', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '4ed35de6-538a-5e60-82db-0273b10583d2', 'M01', '', '455c8ffa-9e41-4ee0-8254-9b57c18cae98', '47fa74ed-7776-45e5-ba3e-298256f3fbc0', '2026-11-23 01:00:00+00', '2026-11-23 01:01:00+00', '{}', '8323f1c6-112f-5ac5-bdb1-a4bc9b8a0220'),
	('1a05c371-5c9b-50e6-bdce-f566862fffcf', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '4ed35de6-538a-5e60-82db-0273b10583d2', 'M01', '', '455c8ffa-9e41-4ee0-8254-9b57c18cae98', '859410a0-3ece-456b-9b82-34e050a482c3', '2026-11-23 01:00:00+00', '2026-11-23 01:01:00+00', '{}', '8323f1c6-112f-5ac5-bdb1-a4bc9b8a0220'),
	('6019c74f-fc3f-594d-a958-589cdb16b301', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '4ed35de6-538a-5e60-82db-0273b10583d2', 'M01', '', '455c8ffa-9e41-4ee0-8254-9b57c18cae98', 'c7ea08bc-4029-4279-8625-361bb52712ab', '2026-11-23 01:00:00+00', '2026-11-23 01:01:00+00', '{}', '8323f1c6-112f-5ac5-bdb1-a4bc9b8a0220'),
	('ab5392c9-a2c1-5bf1-8fad-f5775363f08f', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '4ed35de6-538a-5e60-82db-0273b10583d2', 'M01', '', 'a51ce283-8d21-4df2-99c9-ea3ae7fc766d', 'ab2df08f-28e2-4aa0-b83c-a2f773210d57', '2026-11-23 01:00:00+00', '2026-11-23 01:01:00+00', '{}', '8323f1c6-112f-5ac5-bdb1-a4bc9b8a0220'),
	('652cb7bb-79c0-5c71-8a52-61fb35cf8bff', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '4ed35de6-538a-5e60-82db-0273b10583d2', 'M01', '', 'a51ce283-8d21-4df2-99c9-ea3ae7fc766d', '7fb1669c-55c3-4e04-9240-779a66d46b61', '2026-11-23 01:00:00+00', '2026-11-23 01:01:00+00', '{}', '8323f1c6-112f-5ac5-bdb1-a4bc9b8a0220'),
	('1de0847e-6f98-5556-b21f-6597bde4a66a', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '4ed35de6-538a-5e60-82db-0273b10583d2', 'M01', '', '590c6b84-2372-45d2-9dae-a30bf7b402fd', '7ca3e419-0a96-473a-8dfc-299a4c39300e', '2026-11-23 01:00:00+00', '2026-11-23 01:01:00+00', '{}', '8323f1c6-112f-5ac5-bdb1-a4bc9b8a0220'),
	('e6da089e-4991-563d-9e74-b9b06d36583b', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '4ed35de6-538a-5e60-82db-0273b10583d2', 'M01', '', '5caa96ad-8c1f-458e-9bcc-d584d03671e1', '297761d6-4120-43fe-8c28-3d0e15f7ec17', '2026-11-23 01:00:00+00', '2026-11-23 01:01:00+00', '{}', '8323f1c6-112f-5ac5-bdb1-a4bc9b8a0220'),
	('f2a56c5c-b30d-503c-85eb-e48a6b89a555', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '4ed35de6-538a-5e60-82db-0273b10583d2', 'M01', '', '96a3de62-2daa-4922-849e-dc6f3a96ddb6', '639c2e6d-7cd2-412a-a978-099831ef4b5b', '2026-11-23 01:00:00+00', '2026-11-23 01:01:00+00', '{}', '8323f1c6-112f-5ac5-bdb1-a4bc9b8a0220'),
	('4f7bcb64-5ba0-5a76-9731-646e2eceab14', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '4ed35de6-538a-5e60-82db-0273b10583d2', 'M01', '', '96a3de62-2daa-4922-849e-dc6f3a96ddb6', '3fcbd356-c436-4afc-9d65-d508c3f284f4', '2026-11-23 01:00:00+00', '2026-11-23 01:01:00+00', '{}', '8323f1c6-112f-5ac5-bdb1-a4bc9b8a0220'),
	('3c70c8ad-8ae1-58c7-b926-2836cea43f30', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '4ed35de6-538a-5e60-82db-0273b10583d2', 'M01', '', '967dfe00-ee9e-4266-badf-4469c7937488', '17f6271f-9848-480c-9c2e-a3e890a8b3bb', '2026-11-23 01:00:00+00', '2026-11-23 01:01:00+00', '{}', '8323f1c6-112f-5ac5-bdb1-a4bc9b8a0220'),
	('800a04a2-65f0-5c3b-aa7e-9a47516d9c34', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '4ed35de6-538a-5e60-82db-0273b10583d2', 'M01', '', '8e2f7ddb-158f-405f-8c46-9e1a075e38df', '8c07c351-1694-4e81-a7ac-e5d0f471ce21', '2026-11-23 01:00:00+00', '2026-11-23 01:01:00+00', '{}', '8323f1c6-112f-5ac5-bdb1-a4bc9b8a0220'),
	('a89472aa-c5d1-59ba-b8b8-4707b366d8d1', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '4ed35de6-538a-5e60-82db-0273b10583d2', 'M05', '', '8e2f7ddb-158f-405f-8c46-9e1a075e38df', NULL, '2026-11-23 01:00:00+00', '2026-11-23 01:01:00+00', '{}', '8323f1c6-112f-5ac5-bdb1-a4bc9b8a0220'),
	('383f2529-9fc0-5eb9-a067-cd60919a9232', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '4ed35de6-538a-5e60-82db-0273b10583d2', 'M01', '', '8e2f7ddb-158f-405f-8c46-9e1a075e38df', 'd876cee5-8b87-4408-9a02-d47d5dddba3d', '2026-11-23 01:00:00+00', '2026-11-23 01:01:00+00', '{}', '8323f1c6-112f-5ac5-bdb1-a4bc9b8a0220'),
	('f77ebe94-59ff-5849-8ed9-7c1a210ad8ff', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '4ed35de6-538a-5e60-82db-0273b10583d2', 'M01', '', '8977bdc4-fbfe-4ce7-9cac-fa7d45d7ba8c', '136b6b06-5fce-4886-873f-3574a514f278', '2026-11-23 01:00:00+00', '2026-11-23 01:01:00+00', '{}', '8323f1c6-112f-5ac5-bdb1-a4bc9b8a0220'),
	('b0a1ec4d-5a55-5fd1-9b62-0e25384b4155', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '4ed35de6-538a-5e60-82db-0273b10583d2', 'M05', '', '8977bdc4-fbfe-4ce7-9cac-fa7d45d7ba8c', NULL, '2026-11-23 01:00:00+00', '2026-11-23 01:01:00+00', '{}', '8323f1c6-112f-5ac5-bdb1-a4bc9b8a0220'),
	('5300ae77-ce49-593c-bf18-844c2f2a788c', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '4ed35de6-538a-5e60-82db-0273b10583d2', 'M04', 'E2', '8977bdc4-fbfe-4ce7-9cac-fa7d45d7ba8c', NULL, '2026-11-23 01:00:00+00', '2026-11-23 01:01:00+00', '{}', '8323f1c6-112f-5ac5-bdb1-a4bc9b8a0220'),
	('8c415cb8-a6b4-5fb3-be38-e17efc481761', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '1164b710-4187-58d5-929d-94efdcce8738', 'S01', 'e4e1c13c-2355-51fa-9c01-23afdda19821', '32b144c9-5bcd-490d-9b00-57502c2325a8', NULL, '2026-11-23 02:11:10+00', '2026-11-23 02:12:10+00', '{"incident":"e4e1c13c-2355-51fa-9c01-23afdda19821","reason":"Máy in hết giấy.","reason_en":"The printer is out of paper.","step":"Bước v"}', 'e838a8bf-e094-51b5-a3c3-675abcd8394f'),
	('b141122c-08c0-5cd1-9f51-4bd059436a2b', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '4ed35de6-538a-5e60-82db-0273b10583d2', 'S01', 'e4e1c13c-2355-51fa-9c01-23afdda19821', '32b144c9-5bcd-490d-9b00-57502c2325a8', NULL, '2026-11-23 02:11:10+00', '2026-11-23 02:12:10+00', '{"incident":"e4e1c13c-2355-51fa-9c01-23afdda19821","reason":"Máy in hết giấy.","reason_en":"The printer is out of paper.","step":"Bước v"}', 'e197d467-81eb-5dfa-98db-ca04a7d3664a'),
	('7a6a33a3-9594-5e99-8ca9-d6288881fcd2', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '4ed35de6-538a-5e60-82db-0273b10583d2', 'M01', '', '967dfe00-ee9e-4266-badf-4469c7937488', 'de1821f9-1efa-4b34-ac33-23d956582d07', '2026-11-24 01:00:00+00', '2026-11-24 01:01:00+00', '{}', '650c11f4-d535-5bb7-8208-ca406a1eaeaf'),
	('04af80f1-369a-5c29-96e5-efb3edc537b6', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '4ed35de6-538a-5e60-82db-0273b10583d2', 'M03', 'E1', '8977bdc4-fbfe-4ce7-9cac-fa7d45d7ba8c', NULL, '2026-11-25 00:30:00+00', '2026-11-25 00:31:00+00', '{"required":true,"since":"2026-11-24T17:00:00+00:00"}', '2970e2b4-5c3a-5ac7-aee6-5bd2aa561bed'),
	('6ead03bc-f4d6-565c-a163-475405ae2e9b', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '5e6b3724-5391-5a69-b799-397e9916cf41', 'M06', '', '8977bdc4-fbfe-4ce7-9cac-fa7d45d7ba8c', NULL, '2026-11-25 17:00:00+00', '2026-11-25 17:01:00+00', '{"nonconformity":"KPH-2026-001"}', '6d400cda-93c1-5729-963a-e5a03d1cb348'),
	('09da209f-01ac-591c-9107-a53bcee609cc', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '8fb17ea6-af82-5d21-8941-e3a2c73e750a', 'M06', '', '8977bdc4-fbfe-4ce7-9cac-fa7d45d7ba8c', NULL, '2026-11-25 17:00:00+00', '2026-11-25 17:01:00+00', '{"nonconformity":"KPH-2026-001"}', '4709b8f1-be3e-55d0-9dbe-c4f4ec27ad47'),
	('adaf56d2-a387-5999-8826-7614adc1bcd1', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '4ed35de6-538a-5e60-82db-0273b10583d2', 'M02', 'R3', '8977bdc4-fbfe-4ce7-9cac-fa7d45d7ba8c', '136b6b06-5fce-4886-873f-3574a514f278', '2026-11-26 00:30:00+00', '2026-11-26 00:31:00+00', '{"required":false,"since":"2026-11-25T17:00:00+00:00"}', '5ec2650d-3741-5894-9661-4621da68bfc4'),
	('74cbee09-2b82-587c-a4c2-7bae70136dde', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '4ed35de6-538a-5e60-82db-0273b10583d2', 'M01', '', 'cb0053bf-dfa2-45af-8679-40a84bbe3adf', 'bad4a3c6-b1f1-4cb9-960e-fe50b3b5824f', '2026-11-26 02:00:00+00', '2026-11-26 02:01:00+00', '{}', NULL),
	('9dc9796f-b0e3-51b1-8f12-411eacffd282', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '4ed35de6-538a-5e60-82db-0273b10583d2', 'M05', '', 'cb0053bf-dfa2-45af-8679-40a84bbe3adf', NULL, '2026-11-26 02:00:00+00', '2026-11-26 02:01:00+00', '{}', NULL),
	('123d68e5-3a42-583d-85de-053c1eb6a6fa', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '4ed35de6-538a-5e60-82db-0273b10583d2', 'M01', '', 'cb0053bf-dfa2-45af-8679-40a84bbe3adf', 'f220a14e-ab60-4f30-9d14-5bf305758f1d', '2026-11-26 02:00:00+00', '2026-11-26 02:01:00+00', '{}', NULL),
	('283df04d-71f3-5176-a0bc-1ecfaf8b0b5c', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '31b2b155-6def-5700-9e97-e0ad0f818726', 'M01', '', 'cb0053bf-dfa2-45af-8679-40a84bbe3adf', '7d03c345-3a0a-4ac9-87b3-4e13eb0ac85f', '2026-11-26 02:00:00+00', '2026-11-26 02:01:00+00', '{}', NULL),
	('b50f4ef2-a82d-5c97-b074-21138e7ceb5a', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '7469a337-0b5f-5933-b3c4-2012efbc8872', 'M01', '', 'cb0053bf-dfa2-45af-8679-40a84bbe3adf', '7d03c345-3a0a-4ac9-87b3-4e13eb0ac85f', '2026-11-26 02:00:00+00', '2026-11-26 02:01:00+00', '{}', NULL),
	('3dc9b2d2-8763-5121-9fbe-cd6f97192fcb', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '20e5d78c-baf8-5964-8a6c-83810276e039', 'M01', '', 'cb0053bf-dfa2-45af-8679-40a84bbe3adf', '7d03c345-3a0a-4ac9-87b3-4e13eb0ac85f', '2026-11-26 02:00:00+00', '2026-11-26 02:01:00+00', '{}', NULL),
	('4c0e2075-e490-5fca-93a7-bc136da1f2e8', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '31b2b155-6def-5700-9e97-e0ad0f818726', 'M01', '', 'cb0053bf-dfa2-45af-8679-40a84bbe3adf', '32adac94-d25d-4a24-a5fe-03b97ab7aeed', '2026-11-26 02:00:00+00', '2026-11-26 02:01:00+00', '{}', NULL),
	('eacfd397-19f8-58b4-b440-525e05066f1f', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '7469a337-0b5f-5933-b3c4-2012efbc8872', 'M01', '', 'cb0053bf-dfa2-45af-8679-40a84bbe3adf', '32adac94-d25d-4a24-a5fe-03b97ab7aeed', '2026-11-26 02:00:00+00', '2026-11-26 02:01:00+00', '{}', NULL),
	('ad26291f-a55f-5382-95b9-1291d398d862', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '20e5d78c-baf8-5964-8a6c-83810276e039', 'M01', '', 'cb0053bf-dfa2-45af-8679-40a84bbe3adf', '32adac94-d25d-4a24-a5fe-03b97ab7aeed', '2026-11-26 02:00:00+00', '2026-11-26 02:01:00+00', '{}', NULL),
	('2da276ac-4f7b-538f-ace3-a2ccc6d61c1e', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '2622711d-bf2c-5f36-b8d2-1173dbecec46', 'M01', '', 'cb0053bf-dfa2-45af-8679-40a84bbe3adf', 'd9d33dd0-5121-450f-a404-af7e6c741a59', '2026-11-26 02:00:00+00', '2026-11-26 02:01:00+00', '{}', NULL),
	('81f55085-d804-5581-b675-aa2988f56f81', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '4ed35de6-538a-5e60-82db-0273b10583d2', 'M01', '', '814491c5-c438-4f9f-ab3a-86348b627a64', '4145697e-bf0e-41a5-983f-380eee376fcb', '2026-11-26 02:00:00+00', '2026-11-26 02:01:00+00', '{}', NULL),
	('59c23cf6-71d5-5420-806f-05d41380a2f3', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '4ed35de6-538a-5e60-82db-0273b10583d2', 'M01', '', '1a81d0ce-f0fd-4350-84be-58b0ff78447f', '1c4fc5ed-56d2-4695-b5c4-a6a1a03c302b', '2026-11-26 02:00:00+00', '2026-11-26 02:01:00+00', '{}', NULL),
	('1c61b835-58c2-5093-9cbe-5ab49a875b0e', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '4ed35de6-538a-5e60-82db-0273b10583d2', 'M05', '', '1a81d0ce-f0fd-4350-84be-58b0ff78447f', NULL, '2026-11-26 02:00:00+00', '2026-11-26 02:01:00+00', '{}', NULL);
INSERT INTO public.number_series VALUES
	('a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'THU', 2023, 2),
	('a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'LUU_TRU', 2026, 1),
	('a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'TIEU_HUY', 2026, 1),
	('a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'KPH', 2026, 1),
	('a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'THU', 2026, 13),
	('a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'P06', 2026, 4);
INSERT INTO public.office_hours VALUES
	('a45989bf-4dfa-573a-a443-8324d2f7a38c', NULL, NULL, '1900-01-01', '[[["07:30", "11:30"], ["13:00", "17:00"]], [["07:30", "11:30"], ["13:00", "17:00"]], [["07:30", "11:30"], ["13:00", "17:00"]], [["07:30", "11:30"], ["13:00", "17:00"]], [["07:30", "11:30"], ["13:00", "17:00"]], [], []]', '[["07:30", "11:30"], ["13:00", "17:00"]]', 'Quyết định số 188/1999/QĐ-TTg: tuần làm việc 40 giờ (giờ mặc định của phần mềm, mỗi cơ quan tự đặt)', NULL, '2023-03-01 02:00:00+00', 1, NULL);
INSERT INTO public.organisation_version VALUES
	('9259bdff-9ac4-4292-9108-467f9e5e49af', 'agency', '06d5c00a-d7ba-5333-be27-ace276d20235', 'Sở Kế hoạch và Đầu tư', 'Sở Kế hoạch và Đầu tư', 'Đồng Nai', NULL, NULL, '', NULL, NULL, NULL, '2026-11-26 02:00:00+00'),
	('3bf938e0-95fb-48d2-b65e-79a2be0d3139', 'agency', '06d5c00a-d7ba-5333-be27-ace276d20235', 'Sở Kế hoạch và Đầu tư', 'Sở Kế hoạch và Đầu tư', 'Đồng Nai', NULL, '2026-11-01', '', NULL, '2026-11-26 02:00:00+00', NULL, NULL),
	('50fbf452-ca45-41b8-ac1d-45f4595d4a58', 'agency', '06d5c00a-d7ba-5333-be27-ace276d20235', 'Sở Kế hoạch và Đầu tư', 'Sở Kế hoạch và Đầu tư', 'Đồng Nai mới', '2026-11-01', NULL, '202/2026/QH15', '2026-06-12', '2026-11-26 02:00:00+00', NULL, NULL),
	('79956dd5-fa62-458d-b5b4-38a9eb3eca8c', 'agency', '112b7f68-9861-52b6-ac19-4be48155aee0', 'Sở Tư pháp', 'Sở Tư pháp', 'Đồng Nai', NULL, NULL, '', NULL, NULL, NULL, '2026-11-26 02:00:00+00'),
	('c553b6bf-5bfe-42a5-a4e7-74fd9cae3190', 'agency', '112b7f68-9861-52b6-ac19-4be48155aee0', 'Sở Tư pháp', 'Sở Tư pháp', 'Đồng Nai', NULL, '2026-11-01', '', NULL, '2026-11-26 02:00:00+00', NULL, NULL),
	('e6d104c7-0ce3-4310-9d5a-810d79633836', 'agency', '112b7f68-9861-52b6-ac19-4be48155aee0', 'Sở Tư pháp', 'Sở Tư pháp', 'Đồng Nai mới', '2026-11-01', NULL, '202/2026/QH15', '2026-06-12', '2026-11-26 02:00:00+00', NULL, NULL),
	('9b096323-90fa-40e7-912a-196d1c566e7c', 'agency', '1c8072ef-2f52-5e16-a76c-32e5b6af6652', 'Sở Nội vụ', 'Sở Nội vụ', 'Đồng Nai', NULL, NULL, '', NULL, NULL, NULL, '2026-11-26 02:00:00+00'),
	('f6c1990e-53b2-435e-a069-11d504b84abc', 'agency', '1c8072ef-2f52-5e16-a76c-32e5b6af6652', 'Sở Nội vụ', 'Sở Nội vụ', 'Đồng Nai', NULL, '2026-11-01', '', NULL, '2026-11-26 02:00:00+00', NULL, NULL),
	('32bffd80-1bd2-4e31-bb93-f73860b465a2', 'agency', '1c8072ef-2f52-5e16-a76c-32e5b6af6652', 'Sở Nội vụ', 'Sở Nội vụ', 'Đồng Nai mới', '2026-11-01', NULL, '202/2026/QH15', '2026-06-12', '2026-11-26 02:00:00+00', NULL, NULL),
	('d2d82933-7b9e-48eb-ae6c-81c35324fbb2', 'agency', '1d8ca612-f31d-5135-96a2-307f5e7c0990', 'Thanh tra tỉnh', 'Thanh tra tỉnh', 'Đồng Nai', NULL, NULL, '', NULL, NULL, NULL, '2026-11-26 02:00:00+00'),
	('4825e785-fc78-4a8c-93ce-4bac2322d2ff', 'agency', '1d8ca612-f31d-5135-96a2-307f5e7c0990', 'Thanh tra tỉnh', 'Thanh tra tỉnh', 'Đồng Nai', NULL, '2026-11-01', '', NULL, '2026-11-26 02:00:00+00', NULL, NULL),
	('a69a7859-4f3b-4a06-a668-d465e0b81e1d', 'agency', '1d8ca612-f31d-5135-96a2-307f5e7c0990', 'Thanh tra tỉnh', 'Thanh tra tỉnh', 'Đồng Nai mới', '2026-11-01', NULL, '202/2026/QH15', '2026-06-12', '2026-11-26 02:00:00+00', NULL, NULL),
	('f5b5dd6f-9dba-4b53-8862-97fe9608748b', 'agency', '203d801c-2ef7-5249-a554-e18f6f40ef65', 'UBND thành phố Long Khánh', 'UBND thành phố Long Khánh', 'Đồng Nai', NULL, NULL, '', NULL, NULL, NULL, '2026-11-26 02:00:00+00'),
	('807a24f5-c4e5-4e90-9b26-1764e36d38dd', 'agency', '203d801c-2ef7-5249-a554-e18f6f40ef65', 'UBND thành phố Long Khánh', 'UBND thành phố Long Khánh', 'Đồng Nai', NULL, '2026-11-01', '', NULL, '2026-11-26 02:00:00+00', NULL, NULL),
	('90a7a534-7ff7-49bd-82f2-86b3c1cc4732', 'agency', '203d801c-2ef7-5249-a554-e18f6f40ef65', 'UBND thành phố Long Khánh', 'UBND thành phố Long Khánh', 'Đồng Nai mới', '2026-11-01', NULL, '202/2026/QH15', '2026-06-12', '2026-11-26 02:00:00+00', NULL, NULL),
	('e593fd54-8fd5-4071-9283-4b81026bb908', 'agency', '2174a99f-4be8-5af7-88dc-6f12b3691e03', 'UBND thành phố Biên Hòa', 'UBND thành phố Biên Hòa', 'Đồng Nai', NULL, NULL, '', NULL, NULL, NULL, '2026-11-26 02:00:00+00'),
	('66ba25a6-014a-47e7-ba7d-6f3941541f6b', 'agency', '2174a99f-4be8-5af7-88dc-6f12b3691e03', 'UBND thành phố Biên Hòa', 'UBND thành phố Biên Hòa', 'Đồng Nai', NULL, '2026-11-01', '', NULL, '2026-11-26 02:00:00+00', NULL, NULL),
	('429cf998-3d68-4e50-92a4-d624ab9ba04f', 'agency', '2174a99f-4be8-5af7-88dc-6f12b3691e03', 'UBND thành phố Biên Hòa', 'UBND thành phố Biên Hòa', 'Đồng Nai mới', '2026-11-01', NULL, '202/2026/QH15', '2026-06-12', '2026-11-26 02:00:00+00', NULL, NULL),
	('12f85c2e-3c72-497d-a7dd-e8015c91c7a0', 'agency', '280a480f-2360-5112-997c-862abebd75d4', 'Sở Giáo dục và Đào tạo', 'Sở Giáo dục và Đào tạo', 'Đồng Nai', NULL, NULL, '', NULL, NULL, NULL, '2026-11-26 02:00:00+00'),
	('513af2d6-57b9-4122-9bef-eb6533e4d122', 'agency', '280a480f-2360-5112-997c-862abebd75d4', 'Sở Giáo dục và Đào tạo', 'Sở Giáo dục và Đào tạo', 'Đồng Nai', NULL, '2026-11-01', '', NULL, '2026-11-26 02:00:00+00', NULL, NULL),
	('d71eba9e-6c38-4307-8f98-cd8d1f4e3d54', 'agency', '280a480f-2360-5112-997c-862abebd75d4', 'Sở Giáo dục và Đào tạo', 'Sở Giáo dục và Đào tạo', 'Đồng Nai mới', '2026-11-01', NULL, '202/2026/QH15', '2026-06-12', '2026-11-26 02:00:00+00', NULL, NULL),
	('44088904-f304-461a-86b6-073a08a4edaf', 'agency', '2d242b5e-bbec-5e4f-ba56-003c2579853b', 'Sở Thông tin và Truyền thông', 'Sở Thông tin và Truyền thông', 'Đồng Nai', NULL, NULL, '', NULL, NULL, NULL, '2026-11-26 02:00:00+00'),
	('b10c1be8-2792-47ed-879a-b92ad28eb9de', 'agency', '2d242b5e-bbec-5e4f-ba56-003c2579853b', 'Sở Thông tin và Truyền thông', 'Sở Thông tin và Truyền thông', 'Đồng Nai', NULL, '2026-11-01', '', NULL, '2026-11-26 02:00:00+00', NULL, NULL),
	('cd51dd5c-b26f-4f6a-ba18-a69a87f2d737', 'agency', '2d242b5e-bbec-5e4f-ba56-003c2579853b', 'Sở Thông tin và Truyền thông', 'Sở Thông tin và Truyền thông', 'Đồng Nai mới', '2026-11-01', NULL, '202/2026/QH15', '2026-06-12', '2026-11-26 02:00:00+00', NULL, NULL),
	('ecd78d24-c764-4073-8779-fab6fb3bff82', 'agency', '32c2d43d-e08d-597a-b6ae-6dfa741962fe', 'Sở Nông nghiệp và Phát triển Nông thôn', 'Sở Nông nghiệp và Phát triển Nông thôn', 'Đồng Nai', NULL, NULL, '', NULL, NULL, NULL, '2026-11-26 02:00:00+00'),
	('3d6857d1-da2b-4b0c-96eb-5e5f0c9f89d0', 'agency', '32c2d43d-e08d-597a-b6ae-6dfa741962fe', 'Sở Nông nghiệp và Phát triển Nông thôn', 'Sở Nông nghiệp và Phát triển Nông thôn', 'Đồng Nai', NULL, '2026-11-01', '', NULL, '2026-11-26 02:00:00+00', NULL, NULL),
	('e69aff74-ab6e-4756-9c25-5499ebc36940', 'agency', '32c2d43d-e08d-597a-b6ae-6dfa741962fe', 'Sở Nông nghiệp và Phát triển Nông thôn', 'Sở Nông nghiệp và Phát triển Nông thôn', 'Đồng Nai mới', '2026-11-01', NULL, '202/2026/QH15', '2026-06-12', '2026-11-26 02:00:00+00', NULL, NULL),
	('a87bdae1-e197-4bb8-8ddb-1a95c50e3a27', 'agency', '451a7d94-111f-5a50-aec1-1e08b755a616', 'Ban Quản lý các KCN', 'Ban Quản lý các KCN', 'Đồng Nai', NULL, NULL, '', NULL, NULL, NULL, '2026-11-26 02:00:00+00'),
	('6919f83a-34bf-4f18-90e6-7b185ec43588', 'agency', '451a7d94-111f-5a50-aec1-1e08b755a616', 'Ban Quản lý các KCN', 'Ban Quản lý các KCN', 'Đồng Nai', NULL, '2026-11-01', '', NULL, '2026-11-26 02:00:00+00', NULL, NULL),
	('b35d0186-3e2c-405f-93f3-29d09bfae3c4', 'agency', '451a7d94-111f-5a50-aec1-1e08b755a616', 'Ban Quản lý các KCN', 'Ban Quản lý các KCN', 'Đồng Nai mới', '2026-11-01', NULL, '202/2026/QH15', '2026-06-12', '2026-11-26 02:00:00+00', NULL, NULL),
	('b2e67e85-1c44-432a-a809-f88c94bf8a84', 'agency', '49d1ad35-db92-52bc-b3a0-522d159d8247', 'Sở Tài chính', 'Sở Tài chính', 'Đồng Nai', NULL, NULL, '', NULL, NULL, NULL, '2026-11-26 02:00:00+00'),
	('312f69a0-78bb-4589-b4cf-c2cfc3638a88', 'agency', '49d1ad35-db92-52bc-b3a0-522d159d8247', 'Sở Tài chính', 'Sở Tài chính', 'Đồng Nai', NULL, '2026-11-01', '', NULL, '2026-11-26 02:00:00+00', NULL, NULL),
	('1a430ee8-0a84-4ad1-b686-f4b0bef120be', 'agency', '49d1ad35-db92-52bc-b3a0-522d159d8247', 'Sở Tài chính', 'Sở Tài chính', 'Đồng Nai mới', '2026-11-01', NULL, '202/2026/QH15', '2026-06-12', '2026-11-26 02:00:00+00', NULL, NULL),
	('236e0817-2b48-4324-ba43-29847c1aaa5d', 'agency', '4c37c9e6-bf75-51e0-9e39-0e390930d0fb', 'UBND huyện Định Quán', 'UBND huyện Định Quán', 'Đồng Nai', NULL, NULL, '', NULL, NULL, NULL, '2026-11-26 02:00:00+00'),
	('2280f4a6-3983-4cb4-897a-ea3ca80776c1', 'agency', '4c37c9e6-bf75-51e0-9e39-0e390930d0fb', 'UBND huyện Định Quán', 'UBND huyện Định Quán', 'Đồng Nai', NULL, '2026-11-01', '', NULL, '2026-11-26 02:00:00+00', NULL, NULL),
	('cfc772e1-1ae7-43a6-9d0f-109ecbec17f4', 'agency', '4c37c9e6-bf75-51e0-9e39-0e390930d0fb', 'UBND huyện Định Quán', 'UBND huyện Định Quán', 'Đồng Nai mới', '2026-11-01', NULL, '202/2026/QH15', '2026-06-12', '2026-11-26 02:00:00+00', NULL, NULL),
	('af04a10d-2a63-4952-937c-911d9681437c', 'agency', '4d279bee-39f0-5fd3-bc01-55df6062b468', 'UBND huyện Trảng Bom', 'UBND huyện Trảng Bom', 'Đồng Nai', NULL, NULL, '', NULL, NULL, NULL, '2026-11-26 02:00:00+00'),
	('b537885e-5cbc-407b-81d6-9f6dbd1c41de', 'agency', '4d279bee-39f0-5fd3-bc01-55df6062b468', 'UBND huyện Trảng Bom', 'UBND huyện Trảng Bom', 'Đồng Nai', NULL, '2026-11-01', '', NULL, '2026-11-26 02:00:00+00', NULL, NULL),
	('dfd02b2b-c20a-4912-acd6-bdb5bafc35db', 'agency', '4d279bee-39f0-5fd3-bc01-55df6062b468', 'UBND huyện Trảng Bom', 'UBND huyện Trảng Bom', 'Đồng Nai mới', '2026-11-01', NULL, '202/2026/QH15', '2026-06-12', '2026-11-26 02:00:00+00', NULL, NULL),
	('a4036567-e627-43d7-bdde-0e27e1ed5957', 'agency', '4f4bbfce-92fd-5127-83a6-e963a5522037', 'UBND huyện Vĩnh Cửu', 'UBND huyện Vĩnh Cửu', 'Đồng Nai', NULL, NULL, '', NULL, NULL, NULL, '2026-11-26 02:00:00+00'),
	('781db0c8-1fcc-4f8e-9f42-2ede067737a2', 'agency', '4f4bbfce-92fd-5127-83a6-e963a5522037', 'UBND huyện Vĩnh Cửu', 'UBND huyện Vĩnh Cửu', 'Đồng Nai', NULL, '2026-11-01', '', NULL, '2026-11-26 02:00:00+00', NULL, NULL),
	('7ba0b6e0-13e8-46a7-b787-8b7c636cad0d', 'agency', '4f4bbfce-92fd-5127-83a6-e963a5522037', 'UBND huyện Vĩnh Cửu', 'UBND huyện Vĩnh Cửu', 'Đồng Nai mới', '2026-11-01', NULL, '202/2026/QH15', '2026-06-12', '2026-11-26 02:00:00+00', NULL, NULL),
	('d1371172-13f9-43f8-a451-f4e9b037df8f', 'agency', '54764734-bc1b-5ff1-8724-93c08350da20', 'Sở Y tế', 'Sở Y tế', 'Đồng Nai', NULL, NULL, '', NULL, NULL, NULL, '2026-11-26 02:00:00+00'),
	('915c7c68-b8a5-4d9d-a1b7-4a1c75c7e7dd', 'agency', '54764734-bc1b-5ff1-8724-93c08350da20', 'Sở Y tế', 'Sở Y tế', 'Đồng Nai', NULL, '2026-11-01', '', NULL, '2026-11-26 02:00:00+00', NULL, NULL),
	('7de8253b-f593-4ad1-88a4-dfe36ce0b3db', 'agency', '54764734-bc1b-5ff1-8724-93c08350da20', 'Sở Y tế', 'Sở Y tế', 'Đồng Nai mới', '2026-11-01', NULL, '202/2026/QH15', '2026-06-12', '2026-11-26 02:00:00+00', NULL, NULL),
	('41ee4823-fab0-4ffe-94e6-a7cab1fe1291', 'agency', '6d4561e1-40ff-5461-9c97-90d81af99b98', 'Ban Dân tộc', 'Ban Dân tộc', 'Đồng Nai', NULL, NULL, '', NULL, NULL, NULL, '2026-11-26 02:00:00+00'),
	('2b69080c-65d8-417e-bb17-a0a70dea4f19', 'agency', '6d4561e1-40ff-5461-9c97-90d81af99b98', 'Ban Dân tộc', 'Ban Dân tộc', 'Đồng Nai', NULL, '2026-11-01', '', NULL, '2026-11-26 02:00:00+00', NULL, NULL),
	('f217bba6-3a23-40eb-8b24-ec4aeb361906', 'agency', '6d4561e1-40ff-5461-9c97-90d81af99b98', 'Ban Dân tộc', 'Ban Dân tộc', 'Đồng Nai mới', '2026-11-01', NULL, '202/2026/QH15', '2026-06-12', '2026-11-26 02:00:00+00', NULL, NULL),
	('fd734790-606e-40c6-81bc-411ea7822767', 'agency', '6dd9da6f-9f0f-5302-908e-118f09481e60', 'Sở Lao động Thương binh và Xã hội', 'Sở Lao động Thương binh và Xã hội', 'Đồng Nai', NULL, NULL, '', NULL, NULL, NULL, '2026-11-26 02:00:00+00'),
	('451a22fa-191b-428f-b5f6-5ac6decabe06', 'agency', '6dd9da6f-9f0f-5302-908e-118f09481e60', 'Sở Lao động Thương binh và Xã hội', 'Sở Lao động Thương binh và Xã hội', 'Đồng Nai', NULL, '2026-11-01', '', NULL, '2026-11-26 02:00:00+00', NULL, NULL),
	('0a0e6261-e643-4046-87a3-8da6cbe5eaa7', 'agency', '6dd9da6f-9f0f-5302-908e-118f09481e60', 'Sở Lao động Thương binh và Xã hội', 'Sở Lao động Thương binh và Xã hội', 'Đồng Nai mới', '2026-11-01', NULL, '202/2026/QH15', '2026-06-12', '2026-11-26 02:00:00+00', NULL, NULL),
	('85790970-67be-4053-9e6e-c854a57adc9e', 'agency', '6efa0bfd-1783-52ce-99c0-98e3c4a004c2', 'UBND huyện Xuân Lộc', 'UBND huyện Xuân Lộc', 'Đồng Nai', NULL, NULL, '', NULL, NULL, NULL, '2026-11-26 02:00:00+00'),
	('fd5defcb-a5da-4103-b7d5-bd34517a903b', 'agency', '6efa0bfd-1783-52ce-99c0-98e3c4a004c2', 'UBND huyện Xuân Lộc', 'UBND huyện Xuân Lộc', 'Đồng Nai', NULL, '2026-11-01', '', NULL, '2026-11-26 02:00:00+00', NULL, NULL),
	('bd566818-2b5e-4ab1-a868-4e4b611236a4', 'agency', '6efa0bfd-1783-52ce-99c0-98e3c4a004c2', 'UBND huyện Xuân Lộc', 'UBND huyện Xuân Lộc', 'Đồng Nai mới', '2026-11-01', NULL, '202/2026/QH15', '2026-06-12', '2026-11-26 02:00:00+00', NULL, NULL),
	('5ee86876-e838-4bac-885a-0f062cd861e6', 'agency', '74c0d3d0-69dc-5074-9689-cc20aa11ebaa', 'UBND huyện Tân Phú', 'UBND huyện Tân Phú', 'Đồng Nai', NULL, NULL, '', NULL, NULL, NULL, '2026-11-26 02:00:00+00'),
	('bd837f9e-28a9-4db2-89dd-89acf4046527', 'agency', '74c0d3d0-69dc-5074-9689-cc20aa11ebaa', 'UBND huyện Tân Phú', 'UBND huyện Tân Phú', 'Đồng Nai', NULL, '2026-11-01', '', NULL, '2026-11-26 02:00:00+00', NULL, NULL),
	('d7206b7e-41b9-4c34-8b93-a6bf4fbb8a68', 'agency', '74c0d3d0-69dc-5074-9689-cc20aa11ebaa', 'UBND huyện Tân Phú', 'UBND huyện Tân Phú', 'Đồng Nai mới', '2026-11-01', NULL, '202/2026/QH15', '2026-06-12', '2026-11-26 02:00:00+00', NULL, NULL),
	('83b34135-b1a7-4ee0-be11-306413517b0b', 'agency', '8f5e04ea-e27c-5d9a-a2b3-b11e041a47d0', 'UBND huyện Nhơn Trạch', 'UBND huyện Nhơn Trạch', 'Đồng Nai', NULL, NULL, '', NULL, NULL, NULL, '2026-11-26 02:00:00+00'),
	('a8a0eddb-d6e3-4d40-8e68-1c2fd1805208', 'agency', '8f5e04ea-e27c-5d9a-a2b3-b11e041a47d0', 'UBND huyện Nhơn Trạch', 'UBND huyện Nhơn Trạch', 'Đồng Nai', NULL, '2026-11-01', '', NULL, '2026-11-26 02:00:00+00', NULL, NULL),
	('3c9f1684-1bc3-4353-ad55-0e1b453443ee', 'agency', '8f5e04ea-e27c-5d9a-a2b3-b11e041a47d0', 'UBND huyện Nhơn Trạch', 'UBND huyện Nhơn Trạch', 'Đồng Nai mới', '2026-11-01', NULL, '202/2026/QH15', '2026-06-12', '2026-11-26 02:00:00+00', NULL, NULL),
	('0f52e235-29d5-4cd0-95aa-776a52d64ce5', 'agency', '9e6ed246-8a18-5f74-b1ac-21055ea3caf8', 'Sở Tài nguyên Môi trường', 'Sở Tài nguyên Môi trường', 'Đồng Nai', NULL, NULL, '', NULL, NULL, NULL, '2026-11-26 02:00:00+00'),
	('073bba9f-3b14-468d-888a-d12060b6dbbe', 'agency', '9e6ed246-8a18-5f74-b1ac-21055ea3caf8', 'Sở Tài nguyên Môi trường', 'Sở Tài nguyên Môi trường', 'Đồng Nai', NULL, '2026-11-01', '', NULL, '2026-11-26 02:00:00+00', NULL, NULL),
	('9a95f0f1-8490-4f81-9ba8-c7c328497c79', 'agency', '9e6ed246-8a18-5f74-b1ac-21055ea3caf8', 'Sở Tài nguyên Môi trường', 'Sở Tài nguyên Môi trường', 'Đồng Nai mới', '2026-11-01', NULL, '202/2026/QH15', '2026-06-12', '2026-11-26 02:00:00+00', NULL, NULL),
	('c9a130c4-950e-41ee-b433-cd2fcc10edd1', 'agency', 'b3321edd-87cb-5953-89f6-902e708bfd07', 'Sở Xây dựng', 'Sở Xây dựng', 'Đồng Nai', NULL, NULL, '', NULL, NULL, NULL, '2026-11-26 02:00:00+00'),
	('d8741a07-3af2-42f4-9a63-c87c1e1cec23', 'agency', 'b3321edd-87cb-5953-89f6-902e708bfd07', 'Sở Xây dựng', 'Sở Xây dựng', 'Đồng Nai', NULL, '2026-11-01', '', NULL, '2026-11-26 02:00:00+00', NULL, NULL),
	('1ef01a7e-3ae3-4f4f-903f-80bdb94be8d5', 'agency', 'b3321edd-87cb-5953-89f6-902e708bfd07', 'Sở Xây dựng', 'Sở Xây dựng', 'Đồng Nai mới', '2026-11-01', NULL, '202/2026/QH15', '2026-06-12', '2026-11-26 02:00:00+00', NULL, NULL),
	('4a770f15-d511-4721-91fe-1605340196ac', 'agency', 'c1a013d0-0982-5d0d-8cbe-79260b4fdf9f', 'Sở Ngoại vụ', 'Sở Ngoại vụ', 'Đồng Nai', NULL, NULL, '', NULL, NULL, NULL, '2026-11-26 02:00:00+00'),
	('05d5e820-4f46-44d3-a994-7feab7257a4d', 'agency', 'c1a013d0-0982-5d0d-8cbe-79260b4fdf9f', 'Sở Ngoại vụ', 'Sở Ngoại vụ', 'Đồng Nai', NULL, '2026-11-01', '', NULL, '2026-11-26 02:00:00+00', NULL, NULL),
	('400a1b88-aacf-49cb-905d-88983fe916c6', 'agency', 'c1a013d0-0982-5d0d-8cbe-79260b4fdf9f', 'Sở Ngoại vụ', 'Sở Ngoại vụ', 'Đồng Nai mới', '2026-11-01', NULL, '202/2026/QH15', '2026-06-12', '2026-11-26 02:00:00+00', NULL, NULL),
	('cc908d9d-fc5f-4e78-9143-03ece0a1c975', 'agency', 'c64b728c-449c-54ef-a978-e90cdcbd443e', 'Công an tỉnh', 'Công an tỉnh', 'Đồng Nai', NULL, NULL, '', NULL, NULL, NULL, '2026-11-26 02:00:00+00'),
	('288afbbc-992f-4000-935c-afa87045b5a9', 'agency', 'c64b728c-449c-54ef-a978-e90cdcbd443e', 'Công an tỉnh', 'Công an tỉnh', 'Đồng Nai', NULL, '2026-11-01', '', NULL, '2026-11-26 02:00:00+00', NULL, NULL),
	('9a30b758-c15f-4ff5-b8f1-261f10df5cf2', 'agency', 'c64b728c-449c-54ef-a978-e90cdcbd443e', 'Công an tỉnh', 'Công an tỉnh', 'Đồng Nai mới', '2026-11-01', NULL, '202/2026/QH15', '2026-06-12', '2026-11-26 02:00:00+00', NULL, NULL),
	('c8f6d491-2fb3-494f-9a61-350fcb675616', 'agency', 'c8279009-94c8-521c-a304-6c703f610f5d', 'Sở Công thương', 'Sở Công thương', 'Đồng Nai', NULL, NULL, '', NULL, NULL, NULL, '2026-11-26 02:00:00+00'),
	('1d704304-a78e-4fc4-afa8-60c23b7229b9', 'agency', 'c8279009-94c8-521c-a304-6c703f610f5d', 'Sở Công thương', 'Sở Công thương', 'Đồng Nai', NULL, '2026-11-01', '', NULL, '2026-11-26 02:00:00+00', NULL, NULL),
	('8d404983-a116-4789-8ace-227a19011816', 'agency', 'c8279009-94c8-521c-a304-6c703f610f5d', 'Sở Công thương', 'Sở Công thương', 'Đồng Nai mới', '2026-11-01', NULL, '202/2026/QH15', '2026-06-12', '2026-11-26 02:00:00+00', NULL, NULL),
	('c530ea71-aee3-4df3-931a-b15e2c285138', 'agency', 'cae4ff71-c865-5afa-97a2-153aeefc9d2e', 'UBND huyện Long Thành', 'UBND huyện Long Thành', 'Đồng Nai', NULL, NULL, '', NULL, NULL, NULL, '2026-11-26 02:00:00+00'),
	('628efe2a-5df3-44ec-a643-983cfd839975', 'agency', 'cae4ff71-c865-5afa-97a2-153aeefc9d2e', 'UBND huyện Long Thành', 'UBND huyện Long Thành', 'Đồng Nai', NULL, '2026-11-01', '', NULL, '2026-11-26 02:00:00+00', NULL, NULL),
	('8b7f0c7c-4c82-432a-b034-9d4dafc9ae78', 'agency', 'cae4ff71-c865-5afa-97a2-153aeefc9d2e', 'UBND huyện Long Thành', 'UBND huyện Long Thành', 'Đồng Nai mới', '2026-11-01', NULL, '202/2026/QH15', '2026-06-12', '2026-11-26 02:00:00+00', NULL, NULL),
	('559a9803-691d-4087-a9eb-cebf2971fe50', 'agency', 'd0c423da-5872-56cc-ac56-5f387ca31108', 'Sở Giao thông Vận tải', 'Sở Giao thông Vận tải', 'Đồng Nai', NULL, NULL, '', NULL, NULL, NULL, '2026-11-26 02:00:00+00'),
	('121ac050-4d82-4d2d-85c6-b1117136fe69', 'agency', 'd0c423da-5872-56cc-ac56-5f387ca31108', 'Sở Giao thông Vận tải', 'Sở Giao thông Vận tải', 'Đồng Nai', NULL, '2026-11-01', '', NULL, '2026-11-26 02:00:00+00', NULL, NULL),
	('0488cb36-4287-4059-a3e0-1312cf59640e', 'agency', 'd0c423da-5872-56cc-ac56-5f387ca31108', 'Sở Giao thông Vận tải', 'Sở Giao thông Vận tải', 'Đồng Nai mới', '2026-11-01', NULL, '202/2026/QH15', '2026-06-12', '2026-11-26 02:00:00+00', NULL, NULL),
	('d918c26b-11f9-4353-b5d4-b3eda296f6c7', 'agency', 'd0fb493a-5ebf-549a-b604-a98f80181c41', 'UBND huyện Cẩm Mỹ', 'UBND huyện Cẩm Mỹ', 'Đồng Nai', NULL, NULL, '', NULL, NULL, NULL, '2026-11-26 02:00:00+00'),
	('c8d398a6-c666-4327-b9a6-e9b63eceb393', 'agency', 'd0fb493a-5ebf-549a-b604-a98f80181c41', 'UBND huyện Cẩm Mỹ', 'UBND huyện Cẩm Mỹ', 'Đồng Nai', NULL, '2026-11-01', '', NULL, '2026-11-26 02:00:00+00', NULL, NULL),
	('08b3d4fb-e08d-4a3e-b2b6-11008fa47f75', 'agency', 'd0fb493a-5ebf-549a-b604-a98f80181c41', 'UBND huyện Cẩm Mỹ', 'UBND huyện Cẩm Mỹ', 'Đồng Nai mới', '2026-11-01', NULL, '202/2026/QH15', '2026-06-12', '2026-11-26 02:00:00+00', NULL, NULL),
	('aa162d64-8b27-4d5d-b084-6fcabb220ed3', 'agency', 'd6703c59-9442-51d2-89b7-012520399ddb', 'Văn phòng UBND tỉnh', 'Văn phòng UBND tỉnh', 'Đồng Nai', NULL, NULL, '', NULL, NULL, NULL, '2026-11-26 02:00:00+00'),
	('3cca6c63-a1d9-4aa4-9775-ec506fee99f5', 'agency', 'd6703c59-9442-51d2-89b7-012520399ddb', 'Văn phòng UBND tỉnh', 'Văn phòng UBND tỉnh', 'Đồng Nai', NULL, '2026-11-01', '', NULL, '2026-11-26 02:00:00+00', NULL, NULL),
	('41388a19-ecb9-4605-803f-65f37772e87c', 'agency', 'd6703c59-9442-51d2-89b7-012520399ddb', 'Văn phòng UBND tỉnh', 'Văn phòng UBND tỉnh', 'Đồng Nai mới', '2026-11-01', NULL, '202/2026/QH15', '2026-06-12', '2026-11-26 02:00:00+00', NULL, NULL),
	('c93c478c-cb3c-44d8-819f-111635a7c431', 'agency', 'df00d8db-41d8-5aca-883a-d4251e76d148', 'UBND huyện Thống Nhất', 'UBND huyện Thống Nhất', 'Đồng Nai', NULL, NULL, '', NULL, NULL, NULL, '2026-11-26 02:00:00+00'),
	('5f016e8e-779f-425a-904b-6b817488add8', 'agency', 'df00d8db-41d8-5aca-883a-d4251e76d148', 'UBND huyện Thống Nhất', 'UBND huyện Thống Nhất', 'Đồng Nai', NULL, '2026-11-01', '', NULL, '2026-11-26 02:00:00+00', NULL, NULL),
	('13b92afd-831b-45f8-83a2-a7094ecc659a', 'agency', 'df00d8db-41d8-5aca-883a-d4251e76d148', 'UBND huyện Thống Nhất', 'UBND huyện Thống Nhất', 'Đồng Nai mới', '2026-11-01', NULL, '202/2026/QH15', '2026-06-12', '2026-11-26 02:00:00+00', NULL, NULL),
	('d28f837a-2815-4206-9230-8e424ba702d3', 'agency', 'e8d2a8e1-eacf-56ac-8549-f61b56ce8254', 'Bộ Chỉ huy quân sự tỉnh', 'Bộ Chỉ huy quân sự tỉnh', 'Đồng Nai', NULL, NULL, '', NULL, NULL, NULL, '2026-11-26 02:00:00+00'),
	('1f3b48fc-7e60-46dd-9c0f-ee32b4699d67', 'agency', 'e8d2a8e1-eacf-56ac-8549-f61b56ce8254', 'Bộ Chỉ huy quân sự tỉnh', 'Bộ Chỉ huy quân sự tỉnh', 'Đồng Nai', NULL, '2026-11-01', '', NULL, '2026-11-26 02:00:00+00', NULL, NULL),
	('6994542f-3744-4f48-be97-1fa5930e51a6', 'agency', 'e8d2a8e1-eacf-56ac-8549-f61b56ce8254', 'Bộ Chỉ huy quân sự tỉnh', 'Bộ Chỉ huy quân sự tỉnh', 'Đồng Nai mới', '2026-11-01', NULL, '202/2026/QH15', '2026-06-12', '2026-11-26 02:00:00+00', NULL, NULL),
	('d6d770de-df21-43be-9cee-d686e63d9c2e', 'agency', 'ff1ff105-78e2-5f4e-9a47-1223de28905f', 'Sở Văn hóa Thể thao và Du lịch', 'Sở Văn hóa Thể thao và Du lịch', 'Đồng Nai', NULL, NULL, '', NULL, NULL, NULL, '2026-11-26 02:00:00+00'),
	('828c4ac4-fb0c-4d6d-9507-a0db1fae8b90', 'agency', 'ff1ff105-78e2-5f4e-9a47-1223de28905f', 'Sở Văn hóa Thể thao và Du lịch', 'Sở Văn hóa Thể thao và Du lịch', 'Đồng Nai', NULL, '2026-11-01', '', NULL, '2026-11-26 02:00:00+00', NULL, NULL),
	('8cdda18b-75a1-4281-9d1d-8ea2c511b47e', 'agency', 'ff1ff105-78e2-5f4e-9a47-1223de28905f', 'Sở Văn hóa Thể thao và Du lịch', 'Sở Văn hóa Thể thao và Du lịch', 'Đồng Nai mới', '2026-11-01', NULL, '202/2026/QH15', '2026-06-12', '2026-11-26 02:00:00+00', NULL, NULL);
INSERT INTO public.password_reset VALUES
	('\x0303030303030303030303030303030303030303030303030303030303030303', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', '2026-11-26 02:00:00+00', '2026-11-26 03:00:00+00', NULL);
INSERT INTO public.person VALUES
	('8fb17ea6-af82-5d21-8941-e3a2c73e750a', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'e5eaa3b9-8a03-5c1e-b2a5-647e11dd5017', 'Lâm Hữu Trường', 'truzozzng lazzm huzu', 'Chánh Văn phòng', 'chanhvp@vp.tayninh.example', 'vi', true),
	('5e6b3724-5391-5a69-b799-397e9916cf41', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'e5eaa3b9-8a03-5c1e-b2a5-647e11dd5017', 'Đặng Thị Hồng Gấm', 'gazzm dzazng thi hozng', 'Phó Chánh Văn phòng', 'phochanhvp@vp.tayninh.example', 'vi', true),
	('aa84cd93-69a2-541a-a35d-20dd499ad7a6', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'e5eaa3b9-8a03-5c1e-b2a5-647e11dd5017', 'Võ Đình Khải', 'khai vo dzinh', 'Phó Chánh Văn phòng, Trưởng Ban Chỉ đạo ISO', 'truongbcd@vp.tayninh.example', 'vi', true),
	('4ed35de6-538a-5e60-82db-0273b10583d2', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '6cc8cfaf-b95d-54bc-ad6d-3d71527abb9b', 'Nguyễn Thị Ngọc Diệp', 'diezp nguyezn thi ngoc', 'Thư ký Ban Chỉ đạo ISO', 'thuky@vp.tayninh.example', 'vi', true),
	('b04a2293-a734-5162-8a94-96391d70af13', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'a45db6bd-b4b1-5580-a86d-cfa2ada9d45d', 'Trịnh Văn Sĩ', 'si trinh vazn', 'Trưởng phòng', 'truonghctc@vp.tayninh.example', 'vi', true),
	('03a11be4-b8bc-5e47-bbcb-527559586ec9', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'a45db6bd-b4b1-5580-a86d-cfa2ada9d45d', 'Bùi Thị Mỹ Hạnh', 'hanh bui thi my', 'Văn thư', 'vanthu@vp.tayninh.example', 'vi', true),
	('8b9562f4-1e8e-51d7-9af2-d0920b6f2686', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'a45db6bd-b4b1-5580-a86d-cfa2ada9d45d', 'Mai Xuân Thức', 'thuzc mai xuazzn', 'Chuyên viên', 'xuanthuc@vp.tayninh.example', 'vi', true),
	('3081c4f8-884c-587a-8504-3d6d96dfb96e', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'ada98ad4-eb41-578b-b690-d940fa4c2c10', 'Huỳnh Tấn Lộc', 'lozc huynh tazzn', 'Trưởng phòng', 'truongqttv@vp.tayninh.example', 'vi', true),
	('d46b7f9f-8bc1-57a9-8b50-68fc9a9b808f', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'ada98ad4-eb41-578b-b690-d940fa4c2c10', 'Phan Thị Bích Trâm', 'trazzm phan thi bich', 'Kế toán', 'taivu@vp.tayninh.example', 'vi', true),
	('f3bf1c9e-1311-5103-808e-0070f455c45b', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'ada98ad4-eb41-578b-b690-d940fa4c2c10', 'Lê Công Hiển', 'hiezn lez cozng', 'Chuyên viên', 'conghien@vp.tayninh.example', 'vi', true),
	('29cd9ece-628e-558a-b630-eee8233db164', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '049d01d0-44d3-503b-a0e4-88eb54f61c8b', 'Cao Hoàng Phước', 'phuzozzc cao hoang', 'Trưởng phòng', 'truongnc@vp.tayninh.example', 'vi', true),
	('61e43c54-1766-5069-98dd-7449f4e85813', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '049d01d0-44d3-503b-a0e4-88eb54f61c8b', 'Lương Thị Thanh Xuân', 'xuazzn luzozzng thi thanh', 'Chuyên viên pháp chế', 'phapche@vp.tayninh.example', 'vi', true),
	('2318b749-1b8e-5477-90c6-67259a1d2929', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '049d01d0-44d3-503b-a0e4-88eb54f61c8b', 'Tô Minh Đạt', 'dzat toz minh', 'Chuyên viên', 'minhdat@vp.tayninh.example', 'vi', true),
	('1e096a40-2648-584b-9201-5e49178711ed', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '049d01d0-44d3-503b-a0e4-88eb54f61c8b', 'Đinh Thị Kiều Oanh', 'oanh dzinh thi kiezu', 'Chuyên viên', 'kieuoanh@vp.tayninh.example', 'vi', true),
	('2622711d-bf2c-5f36-b8d2-1173dbecec46', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '9b91d82c-0241-5f04-910f-3a0a85c4e4c6', 'Dương Nhật Quang', 'quang duzozzng nhazzt', 'Trưởng phòng', 'truongkt@vp.tayninh.example', 'vi', true),
	('20e5d78c-baf8-5964-8a6c-83810276e039', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '9b91d82c-0241-5f04-910f-3a0a85c4e4c6', 'Hồ Thị Cẩm Tiên', 'tiezn hoz thi cazzm', 'Chuyên viên', 'camtien@vp.tayninh.example', 'vi', true),
	('31b2b155-6def-5700-9e97-e0ad0f818726', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '9b91d82c-0241-5f04-910f-3a0a85c4e4c6', 'Phạm Gia Bảo', 'bao pham gia', 'Chuyên viên', 'giabao@vp.tayninh.example', 'vi', true),
	('7469a337-0b5f-5933-b3c4-2012efbc8872', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '9b91d82c-0241-5f04-910f-3a0a85c4e4c6', 'Tăng Chí Hòa', 'hoa tazng chi', 'Chuyên viên', 'chihoa@vp.tayninh.example', 'vi', true),
	('69e1302c-6900-5d19-92e3-e8f4e1513e40', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'bcaafb33-f4e3-5d4e-9f23-c5735f2b2e84', 'Ngô Thị Lan Chi', 'chi ngoz thi lan', 'Trưởng phòng', 'truongkgvx@vp.tayninh.example', 'vi', true),
	('800eed75-4903-595c-91f6-94551fb50b3e', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'bcaafb33-f4e3-5d4e-9f23-c5735f2b2e84', 'Trương Vĩnh Thuận', 'thuazzn truzozzng vinh', 'Chuyên viên', 'vinhthuan@vp.tayninh.example', 'vi', true),
	('4fd3107c-de29-5731-ad0f-650a1065364d', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'bcaafb33-f4e3-5d4e-9f23-c5735f2b2e84', 'Kiều Anh Thư', 'thuz kiezu anh', 'Chuyên viên', 'anhthu@vp.tayninh.example', 'vi', true),
	('160e3297-1c02-5f6b-a829-8c59df552e85', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'b30e5a08-407e-51f3-a06c-f49f2fd8160c', 'Châu Văn Nghĩa', 'nghia chazzu vazn', 'Trưởng Ban Tiếp công dân', 'truongbtcd@vp.tayninh.example', 'vi', true),
	('1b11e3b2-d302-50a5-aafc-c9f2a02a797d', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'b30e5a08-407e-51f3-a06c-f49f2fd8160c', 'Lý Thị Hoài Thương', 'thuzozzng ly thi hoai', 'Chuyên viên', 'hoaithuong@vp.tayninh.example', 'vi', true),
	('9acf536d-e5e0-52d9-ac85-cf22b9d885ee', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'b30e5a08-407e-51f3-a06c-f49f2fd8160c', 'Tạ Quang Vinh', 'vinh ta quang', 'Chuyên viên', 'quangvinh@vp.tayninh.example', 'vi', true),
	('a6593103-c279-5482-80e4-071215570fbe', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '20946ae0-d344-5f90-9fde-b745cd2d9e99', 'Vũ Thị Minh Nguyệt', 'nguyezt vu thi minh', 'Giám đốc Trung tâm', 'giamdochcc@vp.tayninh.example', 'vi', true),
	('6225cc73-7bb8-5c48-9232-95b7b61fea3e', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '20946ae0-d344-5f90-9fde-b745cd2d9e99', 'Đỗ Thành Nhân', 'nhazzn dzoz thanh', 'Chuyên viên', 'thanhnhan@vp.tayninh.example', 'vi', true),
	('dafdb867-8bee-571b-b058-c43ab2d6e465', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '20946ae0-d344-5f90-9fde-b745cd2d9e99', 'Quách Thị Tường Vy', 'vy quach thi tuzozzng', 'Chuyên viên', 'tuongvy@vp.tayninh.example', 'vi', true),
	('dc8e8f92-8152-505e-b2b7-545d24acde26', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '8c874cef-bccd-5639-a381-b1b73bbfdd95', 'Hà Duy Tùng', 'tung ha duy', 'Giám đốc Trung tâm', 'giamdocthcb@vp.tayninh.example', 'vi', true),
	('a3344c46-b435-5ad2-9304-0413259c00b8', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '8c874cef-bccd-5639-a381-b1b73bbfdd95', 'Thái Thị Yến Nhi', 'nhi thai thi yezn', 'Chuyên viên', 'yennhi@vp.tayninh.example', 'vi', true),
	('efc0a4c0-821b-5caa-8d76-0728d254e53e', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '8c874cef-bccd-5639-a381-b1b73bbfdd95', 'Nghiêm Bá Hưng', 'huzng nghiezm ba', 'Chuyên viên', 'bahung@vp.tayninh.example', 'vi', true),
	('1164b710-4187-58d5-929d-94efdcce8738', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '8c874cef-bccd-5639-a381-b1b73bbfdd95', 'Triệu Quốc Cường', 'cuzozzng triezu quozc', 'Quản trị hệ thống', 'quantri@vp.tayninh.example', 'vi', true),
	('d28ae25e-4bea-5a73-bf26-f4feafb2dfb0', 'aceb3e81-09d0-5546-acb5-09832fe22a0d', 'cd6dad2d-2fd2-50e6-9084-b5e7d362f024', 'Phùng Thị Hải Yến', 'yezn phung thi hai', 'Chuyên viên', 'socv@skhcn.tayninh.example', 'vi', true),
	('6e0cfe68-d389-5c5b-a401-5c4adf398e7d', 'aceb3e81-09d0-5546-acb5-09832fe22a0d', 'cd6dad2d-2fd2-50e6-9084-b5e7d362f024', 'Tăng Hữu Phát', 'phat tazng huzu', 'Quản trị hệ thống', 'quantriso@skhcn.tayninh.example', 'vi', true);
INSERT INTO public.planned_change VALUES
	('640c11e3-9e27-4644-a0be-cf0a1bccf81e', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'leaving', '{d46b7f9f-8bc1-57a9-8b50-68fc9a9b808f}', '{"names": ["Phan Thị Bích Trâm"], "person": "d46b7f9f-8bc1-57a9-8b50-68fc9a9b808f"}', '2026-12-26', '2026-12-25 17:00:00+00', 'planned', '9/QĐ-VP', '2026-11-26', '2026-11-26 02:00:00+00', '1164b710-4187-58d5-929d-94efdcce8738', NULL, NULL, NULL, NULL);
INSERT INTO public.procedure VALUES
	('5834481d-ccbc-54cb-a24e-8b08ad76353c', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '9b91d82c-0241-5f04-910f-3a0a85c4e4c6', '1.013225', 'Cấp giấy phép xây dựng mới đối với nhà ở riêng lẻ', 'Hoạt động xây dựng', '07 ngày làm việc', '1.013225 cap giay phep xay dung moi doi voi nha o rieng le hoat dong xay dung'),
	('d8a92c7b-0121-5b9c-9f4d-e3bbb5c13523', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '9b91d82c-0241-5f04-910f-3a0a85c4e4c6', '1.013227', 'Gia hạn giấy phép xây dựng nhà ở riêng lẻ', 'Hoạt động xây dựng', '05 ngày làm việc', '1.013227 gia han giay phep xay dung nha o rieng le hoat dong xay dung'),
	('7dcc6696-7796-5e7a-9891-811283d28128', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '9b91d82c-0241-5f04-910f-3a0a85c4e4c6', '1.001612', 'Đăng ký thành lập hộ kinh doanh', 'Thành lập và hoạt động doanh nghiệp', '03 ngày làm việc', '1.001612 dang ky thanh lap ho kinh doanh thanh lap va hoat dong doanh nghiep'),
	('62d7acd9-f749-533d-a191-ce3325e7333a', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '20946ae0-d344-5f90-9fde-b745cd2d9e99', '2.000815', 'Chứng thực bản sao từ bản chính giấy tờ, văn bản', 'Chứng thực', 'Trong ngày; nhận sau 15 giờ thì ngày làm việc tiếp theo', '2.000815 chung thuc ban sao tu ban chinh giay to, van ban chung thuc'),
	('a0e14a03-cd3b-5791-b8a9-71430c5e1fca', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '20946ae0-d344-5f90-9fde-b745cd2d9e99', '2.000908', 'Cấp bản sao từ sổ gốc', 'Chứng thực', 'Trong ngày; nhận sau 15 giờ thì ngày làm việc tiếp theo', '2.000908 cap ban sao tu so goc chung thuc'),
	('51e49fbe-3cbc-5898-beac-2045f5ca5a63', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '049d01d0-44d3-503b-a0e4-88eb54f61c8b', '1.001193', 'Đăng ký khai sinh', 'Hộ tịch', 'Trong ngày; nhận sau 15 giờ thì ngày làm việc tiếp theo', '1.001193 dang ky khai sinh ho tich'),
	('22618f6e-c17f-507a-8eb9-6cae7af82afe', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '049d01d0-44d3-503b-a0e4-88eb54f61c8b', '1.004873', 'Cấp giấy xác nhận tình trạng hôn nhân', 'Hộ tịch', '03 ngày làm việc', '1.004873 cap giay xac nhan tinh trang hon nhan ho tich'),
	('5c403859-352d-52e1-bd7c-fd5c8ef99cf0', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'b30e5a08-407e-51f3-a06c-f49f2fd8160c', '1.010943', 'Tiếp công dân tại cấp tỉnh', 'Tiếp công dân', '10 ngày làm việc', '1.010943 tiep cong dan tai cap tinh tiep cong dan'),
	('cabe0cd5-bac7-5c0f-b803-f05cdff28bbb', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'b30e5a08-407e-51f3-a06c-f49f2fd8160c', '2.002407', 'Giải quyết khiếu nại lần đầu tại cấp tỉnh', 'Giải quyết khiếu nại', '30 ngày; vụ việc phức tạp không quá 45 ngày', '2.002407 giai quyet khieu nai lan dau tai cap tinh giai quyet khieu nai'),
	('aa053023-312b-501f-9715-969324a86e63', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'b30e5a08-407e-51f3-a06c-f49f2fd8160c', '2.002394', 'Giải quyết tố cáo tại cấp tỉnh', 'Giải quyết tố cáo', '30 ngày', '2.002394 giai quyet to cao tai cap tinh giai quyet to cao');
INSERT INTO public.procedure_version VALUES
	('a14e1d13-1d62-5f9d-a26b-aaf2aa216f7b', '5834481d-ccbc-54cb-a24e-8b08ad76353c', '01', '2025-08-15', NULL, 'Phiên bản đang áp dụng', '', NULL, NULL, '2023-03-01 02:00:00+00'),
	('b28fd59e-1980-5dc6-b585-5d3f75b58390', 'd8a92c7b-0121-5b9c-9f4d-e3bbb5c13523', '01', '2025-08-15', NULL, 'Phiên bản đang áp dụng', '', NULL, NULL, '2023-03-01 02:00:00+00'),
	('f85de5da-f459-5e2c-8eff-6d2317782c80', '7dcc6696-7796-5e7a-9891-811283d28128', '02', '2025-09-01', NULL, 'Phiên bản đang áp dụng', '', NULL, NULL, '2023-03-01 02:00:00+00'),
	('9d393df0-c83a-5480-a5eb-6cff5a5a936c', '62d7acd9-f749-533d-a191-ce3325e7333a', '03', '2025-08-01', NULL, 'Phiên bản đang áp dụng', '', NULL, NULL, '2023-03-01 02:00:00+00'),
	('56b70771-e6ec-558f-b22f-c6b80b3cb8f2', 'a0e14a03-cd3b-5791-b8a9-71430c5e1fca', '02', '2025-08-01', NULL, 'Phiên bản đang áp dụng', '', NULL, NULL, '2023-03-01 02:00:00+00'),
	('584a412e-87a3-5bf7-b0a3-db4ce921a0d3', '51e49fbe-3cbc-5898-beac-2045f5ca5a63', '02', '2025-08-01', NULL, 'Phiên bản đang áp dụng', '', NULL, NULL, '2023-03-01 02:00:00+00'),
	('0311e351-5992-5c8b-aab4-593dbe742a9d', '22618f6e-c17f-507a-8eb9-6cae7af82afe', '02', '2025-08-01', NULL, 'Phiên bản đang áp dụng', '', NULL, NULL, '2023-03-01 02:00:00+00'),
	('19435159-7ddf-532d-8bbd-7caf45f3aa75', '5c403859-352d-52e1-bd7c-fd5c8ef99cf0', '01', '2024-03-01', NULL, 'Phiên bản đang áp dụng', '', NULL, NULL, '2023-03-01 02:00:00+00'),
	('6b0efb38-a761-52ab-b8f3-eeb6a7916e4f', 'cabe0cd5-bac7-5c0f-b803-f05cdff28bbb', '01', '2024-03-01', NULL, 'Phiên bản đang áp dụng', '', NULL, NULL, '2023-03-01 02:00:00+00'),
	('76530166-f11a-5bf6-be36-78b8e6021329', 'aa053023-312b-501f-9715-969324a86e63', '01', '2024-03-01', NULL, 'Phiên bản đang áp dụng', '', NULL, NULL, '2023-03-01 02:00:00+00');
INSERT INTO public.process_instance VALUES
	('83dddf26-ae3b-4fc3-b5e0-6524b85b6a57', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '1efb8f75-9ff0-55e0-a8a1-5b38f9158a22', 'THU-2023-0002', 'Quy trình thử', 'thu-2023-0002 quy trinh thu', 'completed', 'e', 2, '\x7b22666f726d6174223a312c2270726f63657373223a22514d535f5037375f4c5555222c2262756e646c65223a2235386461633631306431303530366331353462326564393433393238373762313436313339333233373835653932353266666264653731306166633362363162222c226f72646572223a342c22656e6473223a5b2265225d2c22636f6d706c65746564223a747275652c2263616e63656c6c6564223a66616c73652c226c6576656c73223a5b5b6e756c6c2c22514d535f5037375f4c5555222c5b5d5d5d2c227661726961626c6573223a227b5c226b6570745c223a7b7d2c5c2273636f7065735c223a7b5c225c223a7b5c226e67756f695f6e6f705c223a5c224e677579e1bb856e2056c4836e204bc3ad6e5c222c5c2274656e5c223a5c224e677579e1bb856e2056c4836e204bc3ad6e5c227d7d7d227d', '2023-03-01 02:00:00+00', NULL, '2023-03-01 02:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, '', '', false, NULL, false, '', NULL, 13, '\x821f09955cf731d43c9b913aeb686916b283921622a3ebdca6df365d7f2e5cdb', NULL, NULL, NULL, 0, 0, NULL, 0, NULL, 0, false, false, NULL),
	('53a1ed66-7814-4b7f-ba6a-bd7f2691ef93', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '1efb8f75-9ff0-55e0-a8a1-5b38f9158a22', 'THU-2023-0001', '(đã tiêu hủy)', 'thu-2023-0001', 'completed', 'e', 2, '\x', '2023-03-01 02:00:00+00', NULL, '2023-03-01 02:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, '', '', false, NULL, false, '', NULL, 14, '\xb8366bba48169fccc4d835ebfc1ca92e00d0c145b139f12ce768d848e54eac10', NULL, NULL, NULL, 0, 0, NULL, 0, NULL, 0, false, false, '2026-11-23 01:00:00+00'),
	('372d7a02-d4bf-42e1-be77-362cee45aa8e', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'f45cb3b9-0dee-5781-a702-f9f149da046a', 'THU-2026-0004', 'Quy trình thử', 'thu-2026-0004 quy trinh thu', 'running', NULL, 1, '\x7b22666f726d6174223a312c2270726f63657373223a22514d535f5039335f4c4f49222c2262756e646c65223a2233636265343931663438336233323939393036633437356365333839643436373836313165303837323931666333643932643034386132373832366632633339222c226f72646572223a31342c22656e6473223a5b5d2c22636f6d706c65746564223a66616c73652c2263616e63656c6c6564223a66616c73652c226c6576656c73223a5b5b6e756c6c2c22514d535f5039335f4c4f49222c5b5b226232393666306536393966343431303339633062386564616563623463663039222c2d312c36342c22237123626f72646572222c332c305d2c5b223536343061333235343136623462626662353734616432396634303230313937222c302c33322c222371222c342c305d2c5b223736643038336538666638623465363539363864386266623635363161313630222c302c382c222374222c362c305d2c5b223562633135326430393235623465306261373637306335353461633137303530222c302c382c22236c222c372c305d2c5b226663333061626335623138643433306238666234373232373237633538343732222c2d312c31362c222364222c31342c305d5d5d2c5b223536343061333235343136623462626662353734616432396634303230313937222c2271222c5b5b226666373931653530646139653464313561343333316266346563616661666533222c2d312c31362c222361222c31302c305d2c5b226539343365386333363363353434323638646238633131343861663065326431222c2d312c31362c222362222c31332c305d5d5d5d2c227661726961626c6573223a227b5c226b6570745c223a7b7d2c5c2273636f7065735c223a7b5c225c223a7b7d7d7d227d', '2026-11-23 01:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '', '', false, NULL, false, '', NULL, 25, '\xf006a00a90278489ded9014edf078d798afa68247a477d7996a420577e5bd77d', NULL, NULL, NULL, 0, 0, NULL, 3, NULL, 0, false, false, NULL),
	('590c6b84-2372-45d2-9dae-a30bf7b402fd', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '7fdac950-c8e5-5f8f-a298-5e1f79b80647', 'THU-2026-0007', 'Quy trình thử', 'thu-2026-0007 quy trinh thu', 'running', NULL, 1, '\x7b22666f726d6174223a312c2270726f63657373223a22514d535f5038385f534f4d222c2262756e646c65223a2237336263393338303463353534393266356164363466366335393665663337316331353036663930306235393965626434333165356663663938383032663065222c226f72646572223a342c22656e6473223a5b5d2c22636f6d706c65746564223a66616c73652c2263616e63656c6c6564223a66616c73652c226c6576656c73223a5b5b6e756c6c2c22514d535f5038385f534f4d222c5b5b223763613365343139306139363437336138646663323939613463333933303065222c2d312c31362c22237a222c342c305d5d5d5d2c227661726961626c6573223a227b5c226b6570745c223a7b7d2c5c2273636f7065735c223a7b5c225c223a7b7d7d7d227d', '2026-11-23 01:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '', '', false, NULL, false, '', NULL, 11, '\xbcd2702b0867346a99998fd316ed2ab074ef9a2cff093faefd5d3e8710a4fc0a', NULL, NULL, NULL, 0, 0, NULL, 3, NULL, 0, false, false, NULL),
	('592777dc-da01-4ae3-b95a-532925ecfd0c', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '5c6a8388-5f20-5b0a-9144-79499e20b606', 'THU-2026-0003', 'Quy trình thử', 'thu-2026-0003 quy trinh thu', 'running', NULL, 4, '\x7b22666f726d6174223a312c2270726f63657373223a22514d535f5039325f564f4e47222c2262756e646c65223a2263373536343666373463323932623630323735643964666337303931393636333138373532366564396165633435383833376132383866303936383363646132222c226f72646572223a31312c22656e6473223a5b5d2c22636f6d706c65746564223a66616c73652c2263616e63656c6c6564223a66616c73652c226c6576656c73223a5b5b6e756c6c2c22514d535f5039325f564f4e47222c5b5b226261306234656236396363643431323362663133616561336463626663383462222c2d312c31362c222364222c31312c305d2c5b223962333335623865663631303463353162306335313633653765663666663136222c2d312c382c22236b222c302c7b22766961223a222363227d5d5d5d5d2c227661726961626c6573223a227b5c226b6570745c223a7b7d2c5c2273636f7065735c223a7b5c225c223a7b5c22736f5c223a317d7d7d227d', '2026-11-23 01:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '', '', false, NULL, false, '', NULL, 39, '\xa6c61135d85c341612e06fa4fc9d0bd5ecfafbf4b16f13669cb698a4e53dbe8d', NULL, NULL, NULL, 0, 0, NULL, 3, NULL, 0, false, false, NULL),
	('5caa96ad-8c1f-458e-9bcc-d584d03671e1', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'f981a6b8-8d48-5a58-8c75-db1bf86522ad', 'THU-2026-0008', 'Quy trình thử', 'thu-2026-0008 quy trinh thu', 'running', NULL, 1, '\x7b22666f726d6174223a312c2270726f63657373223a22514d535f5039355f474f49222c2262756e646c65223a2230323832616636666331663534356561396334633264633639633933663335343966373039316161313036346234363735633032646663663231326664396230222c226f72646572223a362c22656e6473223a5b5d2c22636f6d706c65746564223a66616c73652c2263616e63656c6c6564223a66616c73652c226c6576656c73223a5b5b6e756c6c2c22514d535f5039355f474f49222c5b5b223339323463643431323832373464343561313833383539633339653732386335222c2d312c33322c222363222c332c305d5d5d2c5b223339323463643431323832373464343561313833383539633339653732386335222c225032222c5b5b223239373736316436343132303433666538633238336430653135663765633137222c2d312c31362c222362222c362c305d5d5d5d2c227661726961626c6573223a227b5c226b6570745c223a7b7d2c5c2273636f7065735c223a7b5c225c223a7b5c22736f5c223a347d2c5c2233393234636434312d323832372d346434352d613138332d3835396333396537323863355c223a7b7d7d7d227d', '2026-11-23 01:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '', '', false, NULL, false, '', NULL, 11, '\x5cd6e200a3dcfb3683d638da15c36a3abd3b7e5c3eaa89c9e6defc5e350c3a45', NULL, NULL, NULL, 0, 0, NULL, 3, NULL, 0, false, false, NULL),
	('32b144c9-5bcd-490d-9b00-57502c2325a8', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '7a51775e-4758-5a48-ae60-39185f568878', 'THU-2026-0011', 'Quy trình thử', 'thu-2026-0011 quy trinh thu', 'running', NULL, 1, '\x7b22666f726d6174223a312c2270726f63657373223a22514d535f5039385f444943485f5655222c2262756e646c65223a2234313632663835616330336534376231383861623966636363346237363534313165336362393332653139623031323638636538326335323338343463343864222c226f72646572223a332c22656e6473223a5b5d2c22636f6d706c65746564223a66616c73652c2263616e63656c6c6564223a66616c73652c226c6576656c73223a5b5b6e756c6c2c22514d535f5039385f444943485f5655222c5b5b226564363666353538643763333436306661363762323663636361643239303239222c2d312c31362c222376222c332c305d5d5d5d2c227661726961626c6573223a227b5c226b6570745c223a7b7d2c5c2273636f7065735c223a7b5c225c223a7b5c22736f5c223a317d7d7d227d', '2026-11-23 01:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '', '', false, NULL, false, '', NULL, 8, '\x1065a24507c2f9821eab1bbc420e36eb610d049f69f868b7c458486a820aa62c', NULL, NULL, NULL, 1, 0, NULL, 3, NULL, 0, false, false, NULL),
	('455c8ffa-9e41-4ee0-8254-9b57c18cae98', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '3e2435de-f6a0-5fa8-9cde-23a70e351ea1', 'THU-2026-0005', 'Quy trình thử', 'thu-2026-0005 quy trinh thu', 'running', NULL, 3, '\x7b22666f726d6174223a312c2270726f63657373223a22514d535f5039345f444945555f4b49454e222c2262756e646c65223a2261376462376666636362646164303764316166663564373264303735646666393730346561336565333131663161663463303364666434396434363134326639222c226f72646572223a372c22656e6473223a5b5d2c22636f6d706c65746564223a66616c73652c2263616e63656c6c6564223a66616c73652c226c6576656c73223a5b5b6e756c6c2c22514d535f5039345f444945555f4b49454e222c5b5b223437316131616433383065653434616439313037366633336562343438323430222c2d312c33322c222362222c302c7b22646f6e65223a317d5d2c5b226337656130386263343032393432373938363235333631626235323731326162222c302c31362c2223622365616368222c372c7b22696e646578223a317d5d2c5b223534383431636364383138373438303139393037393031323966323066343330222c2d312c382c222377222c362c305d5d5d5d2c227661726961626c6573223a227b5c226b6570745c223a7b7d2c5c2273636f7065735c223a7b5c225c223a7b5c22736f5c223a317d7d7d227d', '2026-11-23 01:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '', '', false, NULL, false, '', NULL, 21, '\x54f933c3731f40657631fca48050c6f01a856f6ea122321550ced23865d4bc7f', NULL, NULL, NULL, 0, 0, NULL, 3, NULL, 0, false, false, NULL),
	('8e2f7ddb-158f-405f-8c46-9e1a075e38df', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '0d765509-dc68-5380-8d6f-de580d1644e8', 'P06-2026-0001', 'Cập nhật 302/2026/NĐ-CP – Quy định thử nghiệm về thủ tục hành chính', 'p06-2026-0001 cap nhat 302/2026/nd-cp – quy dinh thu nghiem ve thu tuc hanh chinh', 'completed', 'KetThuc', 11, '\x7b22666f726d6174223a312c2270726f63657373223a22514d535f5030365f4341505f4e4841545f56425150504c222c2262756e646c65223a2234366638393433646135653861633332336666333037613538613132363066353661623537626462653062663861316130373039653032303735383566613832222c226f72646572223a33372c22656e6473223a5b224b657454687563225d2c22636f6d706c65746564223a747275652c2263616e63656c6c6564223a66616c73652c226c6576656c73223a5b5b6e756c6c2c22514d535f5030365f4341505f4e4841545f56425150504c222c5b5d5d5d2c227661726961626c6573223a227b5c226b6570745c223a7b7d2c5c2273636f7065735c223a7b5c225c223a7b5c22636f5f7175616e5f62616e5f68616e685c223a5c224368c3ad6e68207068e1bba75c222c5c2264655f787561745f7468755f7475635c223a5b7b5c226c6162656c5c223a5c22312e3031333232352043e1baa570206769e1baa579207068c3a9702078c3a2792064e1bbb16e67206de1bb9b6920c491e1bb91692076e1bb9b69206e68c3a020e1bb9f207269c3aa6e67206ce1babb20e280932063c3b3207669e1bb876e2064e1baab6e203231372f323032362f4ec4902d43505c222c5c2276616c75655c223a5c2235383334343831642d636362632d353463622d613234652d3862303861643736333533635c227d2c7b5c226c6162656c5c223a5c22312e303133323237204769612068e1baa16e206769e1baa579207068c3a9702078c3a2792064e1bbb16e67206e68c3a020e1bb9f207269c3aa6e67206ce1babb20e280932063c3b3207669e1bb876e2064e1baab6e203231372f323032362f4ec4902d43505c222c5c2276616c75655c223a5c2264386139326337622d303132312d356239632d396634642d6533626262356331333532335c227d2c7b5c226c6162656c5c223a5c22312e30303131393320c490c4836e67206bc3bd206b6861692073696e685c222c5c2276616c75655c223a5c2235316534396662652d336362632d353839382d626561632d3230343566356361356136335c227d2c7b5c226c6162656c5c223a5c22312e30303136313220c490c4836e67206bc3bd207468c3a06e68206ce1baad702068e1bb99206b696e6820646f616e685c222c5c2276616c75655c223a5c2237646363363639362d373739362d356537612d393839312d3831313238336432383132385c227d2c7b5c226c6162656c5c223a5c22312e3030343837332043e1baa570206769e1baa5792078c3a163206e68e1baad6e2074c3ac6e68207472e1baa16e672068c3b46e206e68c3a26e5c222c5c2276616c75655c223a5c2232323631386636652d633137662d353037612d386562392d3663616537616638326166655c227d2c7b5c226c6162656c5c223a5c22312e303130393433205469e1babf702063c3b46e672064c3a26e2074e1baa1692063e1baa5702074e1bb896e685c222c5c2276616c75655c223a5c2235633430333835392d333532642d353265312d626437632d6664356338656639396366305c227d2c7b5c226c6162656c5c223a5c22322e303030383135204368e1bba96e67207468e1bbb1632062e1baa36e2073616f2074e1bbab2062e1baa36e206368c3ad6e68206769e1baa5792074e1bb9d2c2076c4836e2062e1baa36e5c222c5c2276616c75655c223a5c2236326437616364392d663734392d353333642d613139312d6365333332356537333333615c227d2c7b5c226c6162656c5c223a5c22322e3030303930382043e1baa5702062e1baa36e2073616f2074e1bbab2073e1bb952067e1bb91635c222c5c2276616c75655c223a5c2261306531346130332d636433622d353739312d623861392d3731343330633565316663615c227d2c7b5c226c6162656c5c223a5c22322e303032333934204769e1baa36920717579e1babf742074e1bb912063c3a16f2074e1baa1692063e1baa5702074e1bb896e685c222c5c2276616c75655c223a5c2261613035333032332d333132622d353031662d393731352d3936393332346138366536335c227d2c7b5c226c6162656c5c223a5c22322e303032343037204769e1baa36920717579e1babf74206b6869e1babf75206ee1baa169206ce1baa76e20c491e1baa7752074e1baa1692063e1baa5702074e1bb896e685c222c5c2276616c75655c223a5c2263616265306364352d626163372d356330662d623830332d6630356364666632386262625c227d5d2c5c22646965755f6b686f616e5f63687579656e5f746965705c223a5c225c222c5c226768695f6368755f64616e685f6d75635c223a6e756c6c2c5c2268616e5f6d75635f746965755c223a7b5c22245c223a5c22646174655c222c5c2276616c75655c223a5c22323032372d30322d32365c227d2c5c2268616e5f706861705f6c795c223a7b5c22245c223a5c22646174655c222c5c2276616c75655c223a5c22323032372d30332d30315c227d2c5c2268616e5f70686f5f6269656e5c223a7b5c22245c223a5c22646174655c222c5c2276616c75655c223a5c22323032362d31322d31355c227d2c5c226b65745f6c75616e5f73616e675f6c6f635c223a5c22636f5c222c5c226b65745f7175615f7468755f7475635c223a5b7b5c22646f6e5f76695c223a5c2239623931643832632d303234312d356630342d393130662d3361306138356334653463365c222c5c226d615c223a5c22312e3031333232355c222c5c226e6761795f686965755f6c75635f6d6f695c223a6e756c6c2c5c22706869656e5f62616e5f63755c223a5c2230315c222c5c22706869656e5f62616e5f6d6f695c223a6e756c6c2c5c227068756f6e675f616e5c223a5c226b686f6e675f646f695c222c5c2274656e5c223a5c2243e1baa570206769e1baa579207068c3a9702078c3a2792064e1bbb16e67206de1bb9b6920c491e1bb91692076e1bb9b69206e68c3a020e1bb9f207269c3aa6e67206ce1babb5c227d2c7b5c22646f6e5f76695c223a5c2239623931643832632d303234312d356630342d393130662d3361306138356334653463365c222c5c226d615c223a5c22312e3031333232375c222c5c226e6761795f686965755f6c75635f6d6f695c223a6e756c6c2c5c22706869656e5f62616e5f63755c223a5c2230315c222c5c22706869656e5f62616e5f6d6f695c223a6e756c6c2c5c227068756f6e675f616e5c223a5c226b686f6e675f646f695c222c5c2274656e5c223a5c224769612068e1baa16e206769e1baa579207068c3a9702078c3a2792064e1bbb16e67206e68c3a020e1bb9f207269c3aa6e67206ce1babb5c227d5d2c5c226c696e685f7675635c223a5c2248c3a06e68206368c3ad6e685c222c5c226d6f635f64616e685f6769615c223a7b5c22245c223a5c22646174655c222c5c2276616c75655c223a5c22323032362d31322d30315c227d2c5c226d6f635f64755f7468616f5c223a7b5c22245c223a5c22646174655c222c5c2276616c75655c223a5c22323032362d31322d33305c227d2c5c226d6f635f7068655f64757965745c223a7b5c22245c223a5c22646174655c222c5c2276616c75655c223a5c22323032372d30312d32395c227d2c5c226d6f635f73616e675f6c6f635c223a7b5c22245c223a5c22646174655c222c5c2276616c75655c223a5c22323032362d31322d30315c227d2c5c226e6761795f6865745f686965755f6c75635c223a6e756c6c2c5c226e6761795f686965755f6c75635c223a7b5c22245c223a5c22646174655c222c5c2276616c75655c223a5c22323032362d31312d33305c227d2c5c226e6761795f686f616e5f7468616e685c223a7b5c22245c223a5c22646174655c222c5c2276616c75655c223a5c22323032362d31312d32335c227d2c5c226e6761795f6b795c223a7b5c22245c223a5c22646174655c222c5c2276616c75655c223a5c22323032362d31312d33305c227d2c5c226e67756f695f70686f5f6269656e5c223a5b5d2c5c226e6f695f64756e675f6c69656e5f7175616e5c223a6e756c6c2c5c227175615f68616e5f6c75635c223a7b5c22245c223a5c226461746574696d655c222c5c2276616c75655c223a5c22323032372d30332d30315431373a30303a30302b30303a30305c227d2c5c22736f5f6b795f686965755c223a5c223330322f323032362f4ec4902d43505c222c5c227468755f7475635f616e685f68756f6e675c223a5b7b5c226361635f706869656e5f62616e5c223a5b5c2230315c225d2c5c22646f6e5f76695c223a5c2239623931643832632d303234312d356630342d393130662d3361306138356334653463365c222c5c2269645c223a5c2235383334343831642d636362632d353463622d613234652d3862303861643736333533635c222c5c226d615c223a5c22312e3031333232355c222c5c22706869656e5f62616e5c223a5c2230315c222c5c2274656e5c223a5c2243e1baa570206769e1baa579207068c3a9702078c3a2792064e1bbb16e67206de1bb9b6920c491e1bb91692076e1bb9b69206e68c3a020e1bb9f207269c3aa6e67206ce1babb5c227d2c7b5c226361635f706869656e5f62616e5c223a5b5c2230315c225d2c5c22646f6e5f76695c223a5c2239623931643832632d303234312d356630342d393130662d3361306138356334653463365c222c5c2269645c223a5c2264386139326337622d303132312d356239632d396634642d6533626262356331333532335c222c5c226d615c223a5c22312e3031333232375c222c5c22706869656e5f62616e5c223a5c2230315c222c5c2274656e5c223a5c224769612068e1baa16e206769e1baa579207068c3a9702078c3a2792064e1bbb16e67206e68c3a020e1bb9f207269c3aa6e67206ce1babb5c227d5d2c5c227468755f7475635f63686f6e5c223a5b5c2235383334343831642d636362632d353463622d613234652d3862303861643736333533635c222c5c2264386139326337622d303132312d356239632d396634642d6533626262356331333532335c225d2c5c227468755f7475635f64655f787561745c223a5b5c2235383334343831642d636362632d353463622d613234652d3862303861643736333533635c222c5c2264386139326337622d303132312d356239632d396634642d6533626262356331333532335c225d2c5c227468755f7475635f746861795f646f695c223a5b5d2c5c2274726963685f7965755c223a5c2251757920c491e1bb8b6e68207468e1bbad206e676869e1bb876d2076e1bb81207468e1bba72074e1bba5632068c3a06e68206368c3ad6e685c222c5c2276627170706c5c223a5c2237666536386365642d663039622d356565332d616539392d3666313264366632616162345c227d7d7d227d', '2026-11-23 01:00:00+00', '4ed35de6-538a-5e60-82db-0273b10583d2', '2026-11-23 01:00:00+00', 'DL-LEGAL-3M', '2026-11-30', '2027-03-01', '2027-02-26', '2027-03-01 17:00:00+00', NULL, '{"sentences":[["Ngày hiệu lực 30/11/2026.","Effective date 30/11/2026."],["Cộng 3 tháng: 28/02/2027 (ngày cuối tháng, vì tháng 02/2027 không có ngày 30; Điều 147–148 Bộ luật Dân sự 2015).","Add 3 months: 28/02/2027 (the last of the month, as 02/2027 has no day 30; Civil Code 2015, Articles 147–148)."],["28/02/2027 là Chủ nhật: hạn pháp lý chuyển sang ngày làm việc tiếp theo, thứ Hai 01/03/2027.","28/02/2027 is a Sunday: the legal due date moves to the next working day, Monday 01/03/2027."],["Hạn mục tiêu: ngày làm việc trước đó, thứ Sáu 26/02/2027.","Target date: the working day before, Friday 26/02/2027."]]}', 'Điều 4 khoản 4 điểm a 19/2014/QĐ-TTg', false, 'QMS', true, '', NULL, 104, '\x105054b3ee20ed291dd38abd573cdf37a96522614a6c6a86c48d831cade1ae35', NULL, NULL, NULL, 0, 0, '{"policy": "DL-LEGAL-3M", "anchor": "2026-11-30"}', 1, NULL, 0, false, false, NULL),
	('96a3de62-2daa-4922-849e-dc6f3a96ddb6', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '6f84c8ad-cccc-59be-9a72-5c70ee92fb37', 'THU-2026-0009', 'Quy trình thử', 'thu-2026-0009 quy trinh thu', 'running', NULL, 2, '\x7b22666f726d6174223a312c2270726f63657373223a22514d535f5039365f42454e222c2262756e646c65223a2234353633623737643837386537643330613765373963646539653766663033346330353064646435393634636530666263636462663661623538663462343166222c226f72646572223a352c22656e6473223a5b5d2c22636f6d706c65746564223a66616c73652c2263616e63656c6c6564223a66616c73652c226c6576656c73223a5b5b6e756c6c2c22514d535f5039365f42454e222c5b5b223039623336333961623535343434303462623964643338303765383063336435222c2d312c382c22236873237374617274222c332c7b22647565223a22323032362d31312d32385430313a30303a30302b30303a3030227d5d2c5b223366636264333536633433363461666339643635643530386333663238346634222c2d312c31362c222362222c352c305d5d5d5d2c227661726961626c6573223a227b5c226b6570745c223a7b7d2c5c2273636f7065735c223a7b5c225c223a7b7d7d7d227d', '2026-11-23 01:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '', '', false, NULL, false, '', NULL, 12, '\xdf3a01de8d0ba7bbba5065b619c0d7572e0314d9eb6bb8751b9329daf8e75919', NULL, NULL, NULL, 0, 0, NULL, 3, NULL, 0, false, false, NULL),
	('a51ce283-8d21-4df2-99c9-ea3ae7fc766d', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '30594c61-8091-5ffd-ab50-7e51c6f60732', 'THU-2026-0006', 'Quy trình thử', 'thu-2026-0006 quy trinh thu', 'running', NULL, 1, '\x7b22666f726d6174223a312c2270726f63657373223a22514d535f5038395f54494e222c2262756e646c65223a2262623938376439343463353865393636376661306337386637646236383462666336623831613433636365373466303361626365613163373637653761323934222c226f72646572223a372c22656e6473223a5b5d2c22636f6d706c65746564223a66616c73652c2263616e63656c6c6564223a66616c73652c226c6576656c73223a5b5b6e756c6c2c22514d535f5038395f54494e222c5b5b226162326466303866323865323461613062383363613266373733323130643537222c2d312c31362c22237a222c342c305d2c5b226364326663333163363565323432653738636663616462316631306530616566222c2d312c382c222377222c352c305d2c5b223766623136363963353563333465303439323430373739613636643436623631222c2d312c31362c222379222c362c305d2c5b226165333531636261626438303430616662373163376135656262376336343963222c2d312c382c222378222c372c305d5d5d5d2c227661726961626c6573223a227b5c226b6570745c223a7b7d2c5c2273636f7065735c223a7b5c225c223a7b7d7d7d227d', '2026-11-23 01:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '', '', false, NULL, false, '', NULL, 17, '\x0d3522e13c4ab3c7c01d430aa3106bcaa42c4319286b89d047619b1e82295831', NULL, NULL, NULL, 0, 0, NULL, 3, NULL, 0, false, false, NULL),
	('ff78b753-2159-4f49-b890-38438ac29c05', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '06a9b3ed-c0c7-5a78-b642-61b8d1b965b0', 'THU-2026-0002', 'Quy trình thử', 'thu-2026-0002 quy trinh thu', 'running', NULL, 4, '\x7b22666f726d6174223a312c2270726f63657373223a22514d535f5039315f4e48494555222c2262756e646c65223a2235656461383563303737646632393766643764636639633132386230393035656264353539643731316439396663663365656132323462646631353138666363222c226f72646572223a31392c22656e6473223a5b5d2c22636f6d706c65746564223a66616c73652c2263616e63656c6c6564223a66616c73652c226c6576656c73223a5b5b6e756c6c2c22514d535f5039315f4e48494555222c5b5b226330386137393534383333343436666261633266373361643030396539323763222c2d312c36342c22237123626f72646572222c332c305d2c5b223436343032306139393238383431353438643833366264633531663832343132222c302c33322c222371222c302c7b22636f756e74223a332c22646f6e65223a317d5d2c5b223435643866613332626366333431333262353030346333363162346162663538222c312c33322c2223712365616368222c362c7b22696e646578223a317d5d2c5b226334616638633639313164663461653938346231616366353061656239323065222c312c33322c2223712365616368222c382c7b22696e646578223a327d5d2c5b226333326266353562373239323430353939393434653938313137636636623632222c302c382c222374222c31302c7b22647565223a22323032362d31322d32335430313a30303a30302b30303a3030227d5d5d5d2c5b223435643866613332626366333431333262353030346333363162346162663538222c2271222c5b5b226563663630643934666532643433353139633861353038363730333763656365222c2d312c31362c222362222c31382c305d5d5d2c5b226334616638633639313164663461653938346231616366353061656239323065222c2271222c5b5b223366376431323036666633613438646238363366656465313465326366333436222c2d312c31362c222361222c31362c305d5d5d5d2c227661726961626c6573223a227b5c226b6570745c223a7b7d2c5c2273636f7065735c223a7b5c225c223a7b5c2264735c223a5b5c2253e1bb9f204ee1bb99692076e1bba55c222c5c2253e1bb9f20592074e1babf5c222c5c2253e1bb9f2058c3a2792064e1bbb16e675c225d2c5c226b715c223a5b6e756c6c2c6e756c6c2c6e756c6c5d7d2c5c2234356438666133322d626366332d343133322d623530302d3463333631623461626635385c223a7b5c22646f6e5f76695c223a5c2253e1bb9f20592074e1babf5c222c5c226c6f6f705f696e6465785c223a317d2c5c2263346166386336392d313164662d346165392d383462312d6163663530616562393230655c223a7b5c22646f6e5f76695c223a5c2253e1bb9f2058c3a2792064e1bbb16e675c222c5c226c6f6f705f696e6465785c223a327d7d7d227d', '2026-11-23 01:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '', '', false, NULL, false, '', NULL, 39, '\x4f033f952643f7c2affc02f7c7121b3690bb711427a36cd7e8b6bca4b5563492', NULL, NULL, NULL, 0, 0, NULL, 3, NULL, 0, false, false, NULL),
	('967dfe00-ee9e-4266-badf-4469c7937488', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '4fc9f6e0-013a-5ea3-8f60-237a6df44e0f', 'THU-2026-0010', 'Quy trình thử', 'thu-2026-0010 quy trinh thu', 'running', NULL, 2, '\x7b22666f726d6174223a312c2270726f63657373223a22514d535f5039375f4d554f4e222c2262756e646c65223a2231643630326231393431663863653464356365356562363930666365383431393835313837626462326338373264663137653065303136633636333739333133222c226f72646572223a362c22656e6473223a5b5d2c22636f6d706c65746564223a66616c73652c2263616e63656c6c6564223a66616c73652c226c6576656c73223a5b5b6e756c6c2c22514d535f5039375f4d554f4e222c5b5b226465313832316639316566613462333461633333323364393536353832643037222c2d312c31362c222362222c362c305d5d5d5d2c227661726961626c6573223a227b5c226b6570745c223a7b7d2c5c2273636f7065735c223a7b5c225c223a7b7d7d7d227d', '2026-11-23 01:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '', '', false, NULL, false, '', NULL, 16, '\x3d5c7a3154cc79169c5a05f1de604eb378586a0503cc74a69cb4d9c3fe2871d9', NULL, NULL, NULL, 0, 0, NULL, 3, NULL, 0, false, false, NULL),
	('814491c5-c438-4f9f-ab3a-86348b627a64', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '7688b2fb-2fbd-5db4-9437-0a5efdfdb64d', 'THU-2026-0013', 'Quy trình thử', 'thu-2026-0013 quy trinh thu', 'running', NULL, 2, '\x7b22666f726d6174223a312c2270726f63657373223a22514d535f5038375f4d4f49222c2262756e646c65223a2237626136613635323539613836316639346433393536333130666465316361393331383161383463353938373162653064616162396261326361363439376164222c226f72646572223a332c22656e6473223a5b5d2c22636f6d706c65746564223a66616c73652c2263616e63656c6c6564223a66616c73652c226c6576656c73223a5b5b6e756c6c2c22514d535f5038375f4d4f49222c5b5b223431343536393765626630653431613539383366333830656565333736666362222c2d312c31362c222361222c332c305d5d5d5d2c227661726961626c6573223a227b5c226b6570745c223a7b7d2c5c2273636f7065735c223a7b5c225c223a7b7d7d7d227d', '2026-11-26 02:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '', '', false, NULL, false, '', NULL, 7, '\x82082a4121a6c6b2c78ba85ab4f8e04a1d59867793d1ff50b47a45252fb08dfd', NULL, NULL, NULL, 0, 0, NULL, 3, NULL, 0, false, false, NULL),
	('704a6069-9111-4b28-80fb-c003c73915ba', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '7a51775e-4758-5a48-ae60-39185f568878', 'THU-2026-0012', 'Quy trình thử', 'thu-2026-0012 quy trinh thu', 'running', NULL, 1, '\x7b22666f726d6174223a312c2270726f63657373223a22514d535f5039385f444943485f5655222c2262756e646c65223a2234313632663835616330336534376231383861623966636363346237363534313165336362393332653139623031323638636538326335323338343463343864222c226f72646572223a332c22656e6473223a5b5d2c22636f6d706c65746564223a66616c73652c2263616e63656c6c6564223a66616c73652c226c6576656c73223a5b5b6e756c6c2c22514d535f5039385f444943485f5655222c5b5b223563643033383138366263313437653338383630623261333234353233623630222c2d312c31362c222376222c332c305d5d5d5d2c227661726961626c6573223a227b5c226b6570745c223a7b7d2c5c2273636f7065735c223a7b5c225c223a7b5c22736f5c223a327d7d7d227d', '2026-11-26 02:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '', '', false, NULL, false, '', NULL, 5, '\x24086463a924779e23e409af0135172e10fafd5a6c69ac71237ce455921e3822', NULL, NULL, NULL, 0, 0, NULL, 3, NULL, 0, false, false, NULL),
	('cb0053bf-dfa2-45af-8679-40a84bbe3adf', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '0d765509-dc68-5380-8d6f-de580d1644e8', 'P06-2026-0003', 'Cập nhật 303/2026/NĐ-CP – Quy định thử nghiệm về thủ tục hành chính', 'p06-2026-0003 cap nhat 303/2026/nd-cp – quy dinh thu nghiem ve thu tuc hanh chinh', 'running', NULL, 6, '\x7b22666f726d6174223a312c2270726f63657373223a22514d535f5030365f4341505f4e4841545f56425150504c222c2262756e646c65223a2234366638393433646135653861633332336666333037613538613132363066353661623537626462653062663861316130373039653032303735383566613832222c226f72646572223a32352c22656e6473223a5b5d2c22636f6d706c65746564223a66616c73652c2263616e63656c6c6564223a66616c73652c226c6576656c73223a5b5b6e756c6c2c22514d535f5030365f4341505f4e4841545f56425150504c222c5b5b223962353062383135666536323433333138343031643039346362626339356265222c2d312c36342c22234361704e68617456616e42616e23626f72646572222c332c305d2c5b223537303934303262313232633465626461616366393430306166653166386664222c302c33322c22234361704e68617456616e42616e222c342c305d2c5b223235626136363663303931613430373938376662306565326262303262646137222c302c382c222351756148616e222c362c7b22647565223a22323032372d30332d30315431373a30303a30302b30303a3030227d5d5d5d2c5b223537303934303262313232633465626461616366393430306166653166386664222c224361704e68617456616e42616e222c5b5b223138663137383539616234313465326162373639613265356664643665616162222c2d312c33322c22234361704e686174546875547563222c302c7b22636f756e74223a327d5d2c5b226531333637623666363532343463326638656461306463653362363464363163222c302c33322c22234361704e6861745468755475632365616368222c31342c7b22696e646578223a307d5d2c5b223465336333316135303336363431373261353762393734633066363638383134222c302c33322c22234361704e6861745468755475632365616368222c31362c7b22696e646578223a317d5d5d5d2c5b226531333637623666363532343463326638656461306463653362363464363163222c224361704e686174546875547563222c5b5b226439643333646430353132313435306661343034616637653663373431613539222c2d312c31362c222344757965744b686f6e67446f69222c32352c305d5d5d2c5b223465336333316135303336363431373261353762393734633066363638383134222c224361704e686174546875547563222c5b5b223332616461633934643235643461323461356665303362393761623761656564222c2d312c31362c222344616e68476961546163446f6e67222c32332c305d5d5d5d2c227661726961626c6573223a227b5c226b6570745c223a7b7d2c5c2273636f7065735c223a7b5c225c223a7b5c22636f5f7175616e5f62616e5f68616e685c223a5c224368c3ad6e68207068e1bba75c222c5c2264655f787561745f7468755f7475635c223a5b7b5c226c6162656c5c223a5c22312e3031333232352043e1baa570206769e1baa579207068c3a9702078c3a2792064e1bbb16e67206de1bb9b6920c491e1bb91692076e1bb9b69206e68c3a020e1bb9f207269c3aa6e67206ce1babb20e280932063c3b3207669e1bb876e2064e1baab6e203231372f323032362f4ec4902d43505c222c5c2276616c75655c223a5c2235383334343831642d636362632d353463622d613234652d3862303861643736333533635c227d2c7b5c226c6162656c5c223a5c22312e303133323237204769612068e1baa16e206769e1baa579207068c3a9702078c3a2792064e1bbb16e67206e68c3a020e1bb9f207269c3aa6e67206ce1babb20e280932063c3b3207669e1bb876e2064e1baab6e203231372f323032362f4ec4902d43505c222c5c2276616c75655c223a5c2264386139326337622d303132312d356239632d396634642d6533626262356331333532335c227d2c7b5c226c6162656c5c223a5c22312e30303131393320c490c4836e67206bc3bd206b6861692073696e685c222c5c2276616c75655c223a5c2235316534396662652d336362632d353839382d626561632d3230343566356361356136335c227d2c7b5c226c6162656c5c223a5c22312e30303136313220c490c4836e67206bc3bd207468c3a06e68206ce1baad702068e1bb99206b696e6820646f616e685c222c5c2276616c75655c223a5c2237646363363639362d373739362d356537612d393839312d3831313238336432383132385c227d2c7b5c226c6162656c5c223a5c22312e3030343837332043e1baa570206769e1baa5792078c3a163206e68e1baad6e2074c3ac6e68207472e1baa16e672068c3b46e206e68c3a26e5c222c5c2276616c75655c223a5c2232323631386636652d633137662d353037612d386562392d3663616537616638326166655c227d2c7b5c226c6162656c5c223a5c22312e303130393433205469e1babf702063c3b46e672064c3a26e2074e1baa1692063e1baa5702074e1bb896e685c222c5c2276616c75655c223a5c2235633430333835392d333532642d353265312d626437632d6664356338656639396366305c227d2c7b5c226c6162656c5c223a5c22322e303030383135204368e1bba96e67207468e1bbb1632062e1baa36e2073616f2074e1bbab2062e1baa36e206368c3ad6e68206769e1baa5792074e1bb9d2c2076c4836e2062e1baa36e5c222c5c2276616c75655c223a5c2236326437616364392d663734392d353333642d613139312d6365333332356537333333615c227d2c7b5c226c6162656c5c223a5c22322e3030303930382043e1baa5702062e1baa36e2073616f2074e1bbab2073e1bb952067e1bb91635c222c5c2276616c75655c223a5c2261306531346130332d636433622d353739312d623861392d3731343330633565316663615c227d2c7b5c226c6162656c5c223a5c22322e303032333934204769e1baa36920717579e1babf742074e1bb912063c3a16f2074e1baa1692063e1baa5702074e1bb896e685c222c5c2276616c75655c223a5c2261613035333032332d333132622d353031662d393731352d3936393332346138366536335c227d2c7b5c226c6162656c5c223a5c22322e303032343037204769e1baa36920717579e1babf74206b6869e1babf75206ee1baa169206ce1baa76e20c491e1baa7752074e1baa1692063e1baa5702074e1bb896e685c222c5c2276616c75655c223a5c2263616265306364352d626163372d356330662d623830332d6630356364666632386262625c227d5d2c5c22646965755f6b686f616e5f63687579656e5f746965705c223a5c225c222c5c226768695f6368755f64616e685f6d75635c223a6e756c6c2c5c2268616e5f6d75635f746965755c223a7b5c22245c223a5c22646174655c222c5c2276616c75655c223a5c22323032372d30322d32365c227d2c5c2268616e5f706861705f6c795c223a7b5c22245c223a5c22646174655c222c5c2276616c75655c223a5c22323032372d30332d30315c227d2c5c226b65745f6c75616e5f73616e675f6c6f635c223a5c22636f5c222c5c226b65745f7175615f7468755f7475635c223a5b6e756c6c2c6e756c6c5d2c5c226c696e685f7675635c223a5c2248c3a06e68206368c3ad6e685c222c5c226d6f635f64616e685f6769615c223a7b5c22245c223a5c22646174655c222c5c2276616c75655c223a5c22323032362d31322d30335c227d2c5c226d6f635f64755f7468616f5c223a7b5c22245c223a5c22646174655c222c5c2276616c75655c223a5c22323032362d31322d33305c227d2c5c226d6f635f7068655f64757965745c223a7b5c22245c223a5c22646174655c222c5c2276616c75655c223a5c22323032372d30312d32395c227d2c5c226d6f635f73616e675f6c6f635c223a7b5c22245c223a5c22646174655c222c5c2276616c75655c223a5c22323032362d31322d30335c227d2c5c226e6761795f6865745f686965755f6c75635c223a6e756c6c2c5c226e6761795f686965755f6c75635c223a7b5c22245c223a5c22646174655c222c5c2276616c75655c223a5c22323032362d31312d33305c227d2c5c226e6761795f6b795c223a7b5c22245c223a5c22646174655c222c5c2276616c75655c223a5c22323032362d31312d33305c227d2c5c226e6f695f64756e675f6c69656e5f7175616e5c223a6e756c6c2c5c227175615f68616e5f6c75635c223a7b5c22245c223a5c226461746574696d655c222c5c2276616c75655c223a5c22323032372d30332d30315431373a30303a30302b30303a30305c227d2c5c22736f5f6b795f686965755c223a5c223330332f323032362f4ec4902d43505c222c5c227468755f7475635f616e685f68756f6e675c223a5b7b5c226361635f706869656e5f62616e5c223a5b5c2230315c225d2c5c22646f6e5f76695c223a5c2239623931643832632d303234312d356630342d393130662d3361306138356334653463365c222c5c2269645c223a5c2235383334343831642d636362632d353463622d613234652d3862303861643736333533635c222c5c226d615c223a5c22312e3031333232355c222c5c22706869656e5f62616e5c223a5c2230315c222c5c2274656e5c223a5c2243e1baa570206769e1baa579207068c3a9702078c3a2792064e1bbb16e67206de1bb9b6920c491e1bb91692076e1bb9b69206e68c3a020e1bb9f207269c3aa6e67206ce1babb5c227d2c7b5c226361635f706869656e5f62616e5c223a5b5c2230315c225d2c5c22646f6e5f76695c223a5c2239623931643832632d303234312d356630342d393130662d3361306138356334653463365c222c5c2269645c223a5c2264386139326337622d303132312d356239632d396634642d6533626262356331333532335c222c5c226d615c223a5c22312e3031333232375c222c5c22706869656e5f62616e5c223a5c2230315c222c5c2274656e5c223a5c224769612068e1baa16e206769e1baa579207068c3a9702078c3a2792064e1bbb16e67206e68c3a020e1bb9f207269c3aa6e67206ce1babb5c227d5d2c5c227468755f7475635f63686f6e5c223a5b5c2235383334343831642d636362632d353463622d613234652d3862303861643736333533635c222c5c2264386139326337622d303132312d356239632d396634642d6533626262356331333532335c225d2c5c227468755f7475635f64655f787561745c223a5b5c2235383334343831642d636362632d353463622d613234652d3862303861643736333533635c222c5c2264386139326337622d303132312d356239632d396634642d6533626262356331333532335c225d2c5c2274726963685f7965755c223a5c2251757920c491e1bb8b6e68207468e1bbad206e676869e1bb876d2076e1bb81207468e1bba72074e1bba5632068c3a06e68206368c3ad6e685c222c5c2276627170706c5c223a5c2237396130343461642d626539352d353433312d383934322d6436343261663163633962625c227d2c5c2234653363333161352d303336362d343137322d613537622d3937346330663636383831345c223a7b5c226c6f6f705f696e6465785c223a312c5c227468755f7475635c223a7b5c226361635f706869656e5f62616e5c223a5b5c2230315c225d2c5c22646f6e5f76695c223a5c2239623931643832632d303234312d356630342d393130662d3361306138356334653463365c222c5c2269645c223a5c2264386139326337622d303132312d356239632d396634642d6533626262356331333532335c222c5c226d615c223a5c22312e3031333232375c222c5c22706869656e5f62616e5c223a5c2230315c222c5c2274656e5c223a5c224769612068e1baa16e206769e1baa579207068c3a9702078c3a2792064e1bbb16e67206e68c3a020e1bb9f207269c3aa6e67206ce1babb5c227d7d2c5c2265313336376236662d363532342d346332662d386564612d3064636533623634643631635c223a7b5c226c6f6f705f696e6465785c223a302c5c226e6f695f64756e675f7461635f646f6e675c223a5c224b68c3b46e672063c3b3206ee1bb99692064756e67206ec3a06f207468617920c491e1bb95692e5c222c5c227068756f6e675f616e5c223a5c226b686f6e675f646f695c222c5c227468755f7475635c223a7b5c226361635f706869656e5f62616e5c223a5b5c2230315c225d2c5c22646f6e5f76695c223a5c2239623931643832632d303234312d356630342d393130662d3361306138356334653463365c222c5c2269645c223a5c2235383334343831642d636362632d353463622d613234652d3862303861643736333533635c222c5c226d615c223a5c22312e3031333232355c222c5c22706869656e5f62616e5c223a5c2230315c222c5c2274656e5c223a5c2243e1baa570206769e1baa579207068c3a9702078c3a2792064e1bbb16e67206de1bb9b6920c491e1bb91692076e1bb9b69206e68c3a020e1bb9f207269c3aa6e67206ce1babb5c227d7d7d7d227d', '2026-11-26 02:00:00+00', '4ed35de6-538a-5e60-82db-0273b10583d2', NULL, 'DL-LEGAL-3M', '2026-11-30', '2027-03-01', '2027-02-26', '2027-03-01 17:00:00+00', NULL, '{"sentences":[["Ngày hiệu lực 30/11/2026.","Effective date 30/11/2026."],["Cộng 3 tháng: 28/02/2027 (ngày cuối tháng, vì tháng 02/2027 không có ngày 30; Điều 147–148 Bộ luật Dân sự 2015).","Add 3 months: 28/02/2027 (the last of the month, as 02/2027 has no day 30; Civil Code 2015, Articles 147–148)."],["28/02/2027 là Chủ nhật: hạn pháp lý chuyển sang ngày làm việc tiếp theo, thứ Hai 01/03/2027.","28/02/2027 is a Sunday: the legal due date moves to the next working day, Monday 01/03/2027."],["Hạn mục tiêu: ngày làm việc trước đó, thứ Sáu 26/02/2027.","Target date: the working day before, Friday 26/02/2027."]]}', 'Điều 4 khoản 4 điểm a 19/2014/QĐ-TTg', false, 'QMS', true, '', '2027-02-12 00:30:00+00', 59, '\xb12261169c064aeda922a7020536bec3955e77fe7584403779a7a797fc786bba', NULL, NULL, NULL, 0, 0, '{"policy": "DL-LEGAL-3M", "anchor": "2026-11-30"}', 3, NULL, 0, false, false, NULL),
	('f72dea0a-e9e7-47ff-b582-e52e7ab65ee8', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'ebcc75d3-823b-5287-83e1-b06ed5e95005', 'THU-2026-0001', 'Quy trình thử', 'thu-2026-0001 quy trinh thu', 'running', NULL, 1, '\x7b22666f726d6174223a312c2270726f63657373223a22514d535f5039305f48454e222c2262756e646c65223a2266313161313038366636623534333263623630323334373030353864646661613132386635373265353735646463313630383339336562316639613234316536222c226f72646572223a392c22656e6473223a5b5d2c22636f6d706c65746564223a66616c73652c2263616e63656c6c6564223a66616c73652c226c6576656c73223a5b5b6e756c6c2c22514d535f5039305f48454e222c5b5b223261383334626162393237313464386238666335613533623330313732656138222c2d312c36342c22236223626f72646572222c352c305d2c5b223066386233383063353466333431373639356631613835633936356437626164222c302c31362c222362222c382c305d2c5b223231366631393635353763353436353938316133393433663735363537366561222c302c382c222374222c392c7b2266726f6d223a22323032362d31312d32335430313a30303a30302b30303a3030222c226c617374223a332c22726f756e64223a312c22647565223a22323032362d31312d32375430313a30303a30302b30303a3030227d5d2c5b223535303134396333343732383430373162363936396539636437666331366237222c2d312c382c222377222c362c7b2272616365223a226131396633656630363166353436663961623339313739643034626632656532222c22647565223a22323032362d31322d30335430313a30303a30302b30303a3030227d5d2c5b223365666232643063353230653435653561636661626436353339383165666533222c2d312c382c222376222c372c7b2272616365223a226131396633656630363166353436663961623339313739643034626632656532222c22647565223a22323032362d31322d31335430313a30303a30302b30303a3030227d5d5d5d5d2c227661726961626c6573223a227b5c226b6570745c223a7b7d2c5c2273636f7065735c223a7b5c225c223a7b7d7d7d227d', '2026-11-23 01:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '', '', false, NULL, false, '', NULL, 17, '\x34eb055b73313f8a80bf457fdedac32ac4d53ef9549ba884ae861b2c6747dfee', NULL, NULL, NULL, 0, 0, NULL, 3, NULL, 0, false, false, NULL),
	('8977bdc4-fbfe-4ce7-9cac-fa7d45d7ba8c', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '0d765509-dc68-5380-8d6f-de580d1644e8', 'P06-2026-0002', 'Cập nhật 9/2026/NĐ-CP – Quy định thử nghiệm về thủ tục hành chính', 'p06-2026-0002 cap nhat 9/2026/nd-cp – quy dinh thu nghiem ve thu tuc hanh chinh', 'running', NULL, 3, '\x7b22666f726d6174223a312c2270726f63657373223a22514d535f5030365f4341505f4e4841545f56425150504c222c2262756e646c65223a2234366638393433646135653861633332336666333037613538613132363066353661623537626462653062663861316130373039653032303735383566613832222c226f72646572223a31312c22656e6473223a5b2244614768694e68616e51756148616e225d2c22636f6d706c65746564223a66616c73652c2263616e63656c6c6564223a66616c73652c226c6576656c73223a5b5b6e756c6c2c22514d535f5030365f4341505f4e4841545f56425150504c222c5b5b223934306237643864643333303438656462393665373237316638626333653938222c2d312c36342c22234361704e68617456616e42616e23626f72646572222c332c305d2c5b223037626236376130396362313439613062663831336362386262373737613730222c302c33322c22234361704e68617456616e42616e222c342c305d5d5d2c5b223037626236376130396362313439613062663831336362386262373737613730222c224361704e68617456616e42616e222c5b5b223133366236623036356663653438383638373366333537346135313466323738222c2d312c31362c222353616e674c6f63222c392c305d5d5d5d2c227661726961626c6573223a227b5c226b6570745c223a7b7d2c5c2273636f7065735c223a7b5c225c223a7b5c22636f5f7175616e5f62616e5f68616e685c223a5c224368c3ad6e68207068e1bba75c222c5c22646965755f6b686f616e5f63687579656e5f746965705c223a5c225c222c5c2268616e5f6d75635f746965755c223a7b5c22245c223a5c22646174655c222c5c2276616c75655c223a5c22323032362d31312d32335c227d2c5c2268616e5f706861705f6c795c223a7b5c22245c223a5c22646174655c222c5c2276616c75655c223a5c22323032362d31312d32355c227d2c5c226c696e685f7675635c223a5c2248c3a06e68206368c3ad6e685c222c5c226d6f635f64616e685f6769615c223a7b5c22245c223a5c22646174655c222c5c2276616c75655c223a5c22323032362d31312d32335c227d2c5c226d6f635f64755f7468616f5c223a7b5c22245c223a5c22646174655c222c5c2276616c75655c223a5c22323032362d31312d32335c227d2c5c226d6f635f7068655f64757965745c223a7b5c22245c223a5c22646174655c222c5c2276616c75655c223a5c22323032362d31312d32335c227d2c5c226d6f635f73616e675f6c6f635c223a7b5c22245c223a5c22646174655c222c5c2276616c75655c223a5c22323032362d31312d32335c227d2c5c226e6761795f6865745f686965755f6c75635c223a6e756c6c2c5c226e6761795f686965755f6c75635c223a7b5c22245c223a5c22646174655c222c5c2276616c75655c223a5c22323032362d30382d32345c227d2c5c226e6761795f6b795c223a7b5c22245c223a5c22646174655c222c5c2276616c75655c223a5c22323032362d30382d32345c227d2c5c2270686965755f6b70685c223a5c224b50482d323032362d3030315c222c5c227175615f68616e5f6c75635c223a7b5c22245c223a5c226461746574696d655c222c5c2276616c75655c223a5c22323032362d31312d32355431373a30303a30302b30303a30305c227d2c5c22736f5f6b795f686965755c223a5c22392f323032362f4ec4902d43505c222c5c2274726963685f7965755c223a5c2251757920c491e1bb8b6e68207468e1bbad206e676869e1bb876d2076e1bb81207468e1bba72074e1bba5632068c3a06e68206368c3ad6e685c222c5c2276627170706c5c223a5c2235303265363134332d656565332d356437662d623366332d3131383266313962663039645c227d7d7d227d', '2026-11-23 01:00:00+00', '4ed35de6-538a-5e60-82db-0273b10583d2', NULL, 'DL-LEGAL-3M', '2026-08-24', '2026-11-25', '2026-11-23', '2026-11-25 17:00:00+00', '2026-11-25 17:00:00+00', '{"sentences":[["Ngày hiệu lực 24/08/2026.","Effective date 24/08/2026."],["Cộng 3 tháng: 24/11/2026 (ngày tương ứng; Điều 147–148 Bộ luật Dân sự 2015).","Add 3 months: 24/11/2026 (the corresponding day; Civil Code 2015, Articles 147–148)."],["24/11/2026 là ngày nghỉ (Ngày Văn hóa Việt Nam): hạn pháp lý chuyển sang ngày làm việc tiếp theo, thứ Tư 25/11/2026.","24/11/2026 is a day off (Ngày Văn hóa Việt Nam): the legal due date moves to the next working day, Wednesday 25/11/2026."],["Hạn mục tiêu: ngày làm việc trước đó, thứ Hai 23/11/2026.","Target date: the working day before, Monday 23/11/2026."],["Lịch nghỉ chưa được xác nhận: Ngày Văn hóa Việt Nam (24/11/2026). Hạn sẽ được tính lại khi có quyết định.","Days off not yet confirmed: Ngày Văn hóa Việt Nam (24/11/2026). The dates are computed again once decided."]]}', 'Điều 4 khoản 4 điểm a 19/2014/QĐ-TTg', true, 'QMS', true, 'E2@2026-11-23~ E1@2026-11-25', '2026-11-30 00:30:00+00', 32, '\x62c614c38c99ece56a3bfe2b0abd8d00d9ad50275dd3c1a84d5258319902fed1', NULL, NULL, NULL, 0, 0, '{"policy": "DL-LEGAL-3M", "anchor": "2026-08-24"}', 3, NULL, 0, false, false, NULL),
	('1a81d0ce-f0fd-4350-84be-58b0ff78447f', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '0d765509-dc68-5380-8d6f-de580d1644e8', 'P06-2026-0004', 'Cập nhật 304/2026/NĐ-CP – Quy định thử nghiệm về thủ tục hành chính', 'p06-2026-0004 cap nhat 304/2026/nd-cp – quy dinh thu nghiem ve thu tuc hanh chinh', 'running', NULL, 5, '\x7b22666f726d6174223a312c2270726f63657373223a22514d535f5030365f4341505f4e4841545f56425150504c222c2262756e646c65223a2234366638393433646135653861633332336666333037613538613132363066353661623537626462653062663861316130373039653032303735383566613832222c226f72646572223a392c22656e6473223a5b5d2c22636f6d706c65746564223a66616c73652c2263616e63656c6c6564223a66616c73652c226c6576656c73223a5b5b6e756c6c2c22514d535f5030365f4341505f4e4841545f56425150504c222c5b5b223737663263343637646266343463316162353066643165383131363130666430222c2d312c36342c22234361704e68617456616e42616e23626f72646572222c332c305d2c5b226634393965653635666333663465613938386231613231666230666465623165222c302c33322c22234361704e68617456616e42616e222c342c305d2c5b223730393666643461643936663437663461663137306639313263323230363033222c302c382c222351756148616e222c362c7b22647565223a22323032372d30322d30325431373a30303a30302b30303a3030227d5d5d5d2c5b226634393965653635666333663465613938386231613231666230666465623165222c224361704e68617456616e42616e222c5b5b223163346663356564353664323436393562356334613661316130336333303262222c2d312c31362c222353616e674c6f63222c392c305d5d5d5d2c227661726961626c6573223a227b5c226b6570745c223a7b7d2c5c2273636f7065735c223a7b5c225c223a7b5c22636f5f7175616e5f62616e5f68616e685c223a5c224368c3ad6e68207068e1bba75c222c5c22646965755f6b686f616e5f63687579656e5f746965705c223a5c225c222c5c2268616e5f6d75635f746965755c223a7b5c22245c223a5c22646174655c222c5c2276616c75655c223a5c22323032372d30322d30325c227d2c5c2268616e5f706861705f6c795c223a7b5c22245c223a5c22646174655c222c5c2276616c75655c223a5c22323032372d30322d30325c227d2c5c226c696e685f7675635c223a5c2248c3a06e68206368c3ad6e685c222c5c226d6f635f64616e685f6769615c223a7b5c22245c223a5c22646174655c222c5c2276616c75655c223a5c22323032362d31322d31385c227d2c5c226d6f635f64755f7468616f5c223a7b5c22245c223a5c22646174655c222c5c2276616c75655c223a5c22323032362d31322d33305c227d2c5c226d6f635f7068655f64757965745c223a7b5c22245c223a5c22646174655c222c5c2276616c75655c223a5c22323032372d30312d30385c227d2c5c226d6f635f73616e675f6c6f635c223a7b5c22245c223a5c22646174655c222c5c2276616c75655c223a5c22323032362d31322d30335c227d2c5c226e6761795f6865745f686965755f6c75635c223a6e756c6c2c5c226e6761795f686965755f6c75635c223a7b5c22245c223a5c22646174655c222c5c2276616c75655c223a5c22323032362d31312d30325c227d2c5c226e6761795f6b795c223a7b5c22245c223a5c22646174655c222c5c2276616c75655c223a5c22323032362d31312d30325c227d2c5c227175615f68616e5f6c75635c223a7b5c22245c223a5c226461746574696d655c222c5c2276616c75655c223a5c22323032372d30322d30325431373a30303a30302b30303a30305c227d2c5c22736f5f6b795f686965755c223a5c223330342f323032362f4ec4902d43505c222c5c2274726963685f7965755c223a5c2251757920c491e1bb8b6e68207468e1bbad206e676869e1bb876d2076e1bb81207468e1bba72074e1bba5632068c3a06e68206368c3ad6e685c222c5c2276627170706c5c223a5c2238383565353863352d636531362d353164332d613337342d6132376234353066623239375c227d7d7d227d', '2026-11-26 02:00:00+00', '4ed35de6-538a-5e60-82db-0273b10583d2', NULL, 'DL-LEGAL-3M', '2026-11-02', '2027-02-02', '2027-02-02', '2027-02-02 17:00:00+00', NULL, '{"sentences":[["Ngày hiệu lực 02/11/2026.","Effective date 02/11/2026."],["Cộng 3 tháng: 02/02/2027 (ngày tương ứng; Điều 147–148 Bộ luật Dân sự 2015).","Add 3 months: 02/02/2027 (the corresponding day; Civil Code 2015, Articles 147–148)."],["Hạn ban đầu: thứ Ba 02/02/2027.","Due at first: Tuesday 02/02/2027."],["Tạm dừng từ 09:00 26/11/2026 đến 09:00 26/11/2026 (Chủ tịch UBND; CV 45/VP): 0 ngày; hạn lùi đến thứ Ba 02/02/2027.","Paused from 09:00 26/11/2026 to 09:00 26/11/2026 (Chủ tịch UBND; CV 45/VP): 0 days; due moves to Tuesday 02/02/2027."],["Hạn pháp lý: hết thứ Ba 02/02/2027.","Legal due date: the end of Tuesday 02/02/2027."],["Hạn mục tiêu: cùng ngày, thứ Ba 02/02/2027.","Target date: the same day, Tuesday 02/02/2027."]]}', 'Điều 4 khoản 4 điểm a 19/2014/QĐ-TTg', false, 'QMS', true, '', '2027-01-19 00:30:00+00', 17, '\x9f111521a59c5de20d4de38c3a665daad3659e3294f5585a53f19f442bfc1cb5', NULL, NULL, NULL, 0, 0, '{"policy": "DL-LEGAL-3M", "anchor": "2026-11-02"}', 3, NULL, 2, false, false, NULL);
INSERT INTO public.province VALUES
	('4f5667be-315c-5c3d-ad91-96b56e07a43a', 'DONG-NAI-MOI', 'Đồng Nai mới', NULL, NULL, 'dong nai moi'),
	('018baf38-d0f8-5102-a2fb-d5bb3d685708', 'DONG-NAI', 'Đồng Nai', NULL, '2026-11-01', 'dong nai');
INSERT INTO public.recovery_code VALUES
	('4ed35de6-538a-5e60-82db-0273b10583d2', '\x0202020202020202020202020202020202020202020202020202020202020202', NULL);
INSERT INTO public.retention_line VALUES
	('1025df13-2ba6-485e-9992-df76eb2a8308', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '', 'HS_CHUNG', 'Hồ sơ thử', '', 1, 'QĐ 12/QĐ-VP', true, '2020-01-01', '03a11be4-b8bc-5e47-bbcb-527559586ec9', '2026-11-23 01:00:00+00');
INSERT INTO public.role_assignment VALUES
	('a89a7fc1-91c7-553c-879b-64ca53d33f8c', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'e5eaa3b9-8a03-5c1e-b2a5-647e11dd5017', '8fb17ea6-af82-5d21-8941-e3a2c73e750a', 'LD_CQ', '2020-01-01', NULL, 'Dữ liệu minh họa', ''),
	('f53f1405-220b-55df-b106-640c20447733', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'e5eaa3b9-8a03-5c1e-b2a5-647e11dd5017', '5e6b3724-5391-5a69-b799-397e9916cf41', 'LD_CQ', '2020-01-01', NULL, 'Dữ liệu minh họa', ''),
	('54331dc1-b682-51b8-a38f-bbe2ee0a7689', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'e5eaa3b9-8a03-5c1e-b2a5-647e11dd5017', 'aa84cd93-69a2-541a-a35d-20dd499ad7a6', 'TRUONG_BCD', '2020-01-01', NULL, 'Dữ liệu minh họa', ''),
	('84032eb1-f54b-5ff7-b9bd-844e46aeb68b', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '6cc8cfaf-b95d-54bc-ad6d-3d71527abb9b', '4ed35de6-538a-5e60-82db-0273b10583d2', 'THU_KY_ISO', '2020-01-01', NULL, 'Dữ liệu minh họa', ''),
	('ba1beec8-9cdd-5b13-a694-8701a01ffc43', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'a45db6bd-b4b1-5580-a86d-cfa2ada9d45d', 'b04a2293-a734-5162-8a94-96391d70af13', 'LD_PHONG', '2020-01-01', NULL, 'Dữ liệu minh họa', ''),
	('5f1a6700-1cd3-58db-87c4-35915dff6a18', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'a45db6bd-b4b1-5580-a86d-cfa2ada9d45d', '03a11be4-b8bc-5e47-bbcb-527559586ec9', 'VAN_THU', '2020-01-01', NULL, 'Dữ liệu minh họa', ''),
	('345116d2-0032-59c2-890c-ef5b5bdc24bb', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'a45db6bd-b4b1-5580-a86d-cfa2ada9d45d', '03a11be4-b8bc-5e47-bbcb-527559586ec9', 'CHUYEN_VIEN', '2020-01-01', NULL, 'Dữ liệu minh họa', ''),
	('e1b9819a-d115-574e-bc01-200a9a20fbfe', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'a45db6bd-b4b1-5580-a86d-cfa2ada9d45d', '8b9562f4-1e8e-51d7-9af2-d0920b6f2686', 'CHUYEN_VIEN', '2020-01-01', NULL, 'Dữ liệu minh họa', ''),
	('09749689-a7a2-5b9a-9d81-96fb7e0e9598', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'ada98ad4-eb41-578b-b690-d940fa4c2c10', '3081c4f8-884c-587a-8504-3d6d96dfb96e', 'LD_PHONG', '2020-01-01', NULL, 'Dữ liệu minh họa', ''),
	('2aa356dc-e094-5b6c-ba47-d6daadbb4bec', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'ada98ad4-eb41-578b-b690-d940fa4c2c10', 'd46b7f9f-8bc1-57a9-8b50-68fc9a9b808f', 'TAI_VU', '2020-01-01', NULL, 'Dữ liệu minh họa', ''),
	('8f3888e6-f2c4-573d-84f0-a0417818f77c', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'ada98ad4-eb41-578b-b690-d940fa4c2c10', 'd46b7f9f-8bc1-57a9-8b50-68fc9a9b808f', 'CHUYEN_VIEN', '2020-01-01', NULL, 'Dữ liệu minh họa', ''),
	('2795a8db-dd43-5d4f-90f5-439a3f37cc0c', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'ada98ad4-eb41-578b-b690-d940fa4c2c10', 'f3bf1c9e-1311-5103-808e-0070f455c45b', 'CHUYEN_VIEN', '2020-01-01', NULL, 'Dữ liệu minh họa', ''),
	('a5d765c1-eb49-5aae-80e4-4e27f51b1537', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '049d01d0-44d3-503b-a0e4-88eb54f61c8b', '29cd9ece-628e-558a-b630-eee8233db164', 'LD_PHONG', '2020-01-01', NULL, 'Dữ liệu minh họa', ''),
	('dedebd92-f3ce-5132-a213-dedba439acdf', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '049d01d0-44d3-503b-a0e4-88eb54f61c8b', '61e43c54-1766-5069-98dd-7449f4e85813', 'PHAP_CHE', '2020-01-01', NULL, 'Dữ liệu minh họa', ''),
	('2610544a-9cb4-5623-aa0e-75d16c609baa', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '049d01d0-44d3-503b-a0e4-88eb54f61c8b', '2318b749-1b8e-5477-90c6-67259a1d2929', 'CHUYEN_VIEN', '2020-01-01', NULL, 'Dữ liệu minh họa', ''),
	('7d72f143-f0dc-5001-9c5f-0e9745e983b8', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '049d01d0-44d3-503b-a0e4-88eb54f61c8b', '1e096a40-2648-584b-9201-5e49178711ed', 'CHUYEN_VIEN', '2020-01-01', NULL, 'Dữ liệu minh họa', ''),
	('15e8d80d-2809-5210-b1f9-8b7be05edf2e', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '9b91d82c-0241-5f04-910f-3a0a85c4e4c6', '2622711d-bf2c-5f36-b8d2-1173dbecec46', 'LD_PHONG', '2020-01-01', NULL, 'Dữ liệu minh họa', ''),
	('fe658b86-2f55-5966-8333-f7de407f34ac', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '9b91d82c-0241-5f04-910f-3a0a85c4e4c6', '20e5d78c-baf8-5964-8a6c-83810276e039', 'CHUYEN_VIEN', '2020-01-01', NULL, 'Dữ liệu minh họa', ''),
	('07feb18c-0b24-5e71-8a61-a4c65981be4b', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '9b91d82c-0241-5f04-910f-3a0a85c4e4c6', '31b2b155-6def-5700-9e97-e0ad0f818726', 'CHUYEN_VIEN', '2020-01-01', NULL, 'Dữ liệu minh họa', ''),
	('4ae1ca2a-aa84-5ebf-9eeb-2bbffc131637', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '9b91d82c-0241-5f04-910f-3a0a85c4e4c6', '7469a337-0b5f-5933-b3c4-2012efbc8872', 'CHUYEN_VIEN', '2020-01-01', NULL, 'Dữ liệu minh họa', ''),
	('29c2bfbc-bbdc-54ec-b7e1-fb02fcb41586', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'bcaafb33-f4e3-5d4e-9f23-c5735f2b2e84', '69e1302c-6900-5d19-92e3-e8f4e1513e40', 'LD_PHONG', '2020-01-01', NULL, 'Dữ liệu minh họa', ''),
	('4f589bc8-cee3-5c13-9ff4-0aa49deff143', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'bcaafb33-f4e3-5d4e-9f23-c5735f2b2e84', '800eed75-4903-595c-91f6-94551fb50b3e', 'CHUYEN_VIEN', '2020-01-01', NULL, 'Dữ liệu minh họa', ''),
	('11e458f3-bb8d-5af4-8455-1aed6d835356', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'bcaafb33-f4e3-5d4e-9f23-c5735f2b2e84', '4fd3107c-de29-5731-ad0f-650a1065364d', 'CHUYEN_VIEN', '2020-01-01', NULL, 'Dữ liệu minh họa', ''),
	('96e4bcc5-5ec2-5ae5-82de-65c6c3eeb0e1', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'b30e5a08-407e-51f3-a06c-f49f2fd8160c', '160e3297-1c02-5f6b-a829-8c59df552e85', 'LD_PHONG', '2020-01-01', NULL, 'Dữ liệu minh họa', ''),
	('a56d6c5f-4eab-528e-b0ec-7dce7f8a6d88', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'b30e5a08-407e-51f3-a06c-f49f2fd8160c', '1b11e3b2-d302-50a5-aafc-c9f2a02a797d', 'CHUYEN_VIEN', '2020-01-01', NULL, 'Dữ liệu minh họa', ''),
	('549f0c2f-97c7-56eb-b5d0-16c68530b9e4', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'b30e5a08-407e-51f3-a06c-f49f2fd8160c', '9acf536d-e5e0-52d9-ac85-cf22b9d885ee', 'CHUYEN_VIEN', '2020-01-01', NULL, 'Dữ liệu minh họa', ''),
	('3d227cb1-d77e-51f8-854f-48cebd7d56e4', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '20946ae0-d344-5f90-9fde-b745cd2d9e99', 'a6593103-c279-5482-80e4-071215570fbe', 'LD_PHONG', '2020-01-01', NULL, 'Dữ liệu minh họa', ''),
	('5c4d33e6-0b16-59cf-a674-6778495f2089', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '20946ae0-d344-5f90-9fde-b745cd2d9e99', '6225cc73-7bb8-5c48-9232-95b7b61fea3e', 'CHUYEN_VIEN', '2020-01-01', NULL, 'Dữ liệu minh họa', ''),
	('16565218-4f77-5be0-9994-fc39111494ff', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '20946ae0-d344-5f90-9fde-b745cd2d9e99', 'dafdb867-8bee-571b-b058-c43ab2d6e465', 'CHUYEN_VIEN', '2020-01-01', NULL, 'Dữ liệu minh họa', ''),
	('5254785c-2d61-5a62-af6b-50ce89076b6d', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '8c874cef-bccd-5639-a381-b1b73bbfdd95', 'dc8e8f92-8152-505e-b2b7-545d24acde26', 'LD_PHONG', '2020-01-01', NULL, 'Dữ liệu minh họa', ''),
	('0b631986-cdf2-5039-b1db-ae1563c0c281', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '8c874cef-bccd-5639-a381-b1b73bbfdd95', 'a3344c46-b435-5ad2-9304-0413259c00b8', 'CHUYEN_VIEN', '2020-01-01', NULL, 'Dữ liệu minh họa', ''),
	('9df19147-1f5c-579e-84d8-60332e43d753', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '8c874cef-bccd-5639-a381-b1b73bbfdd95', 'efc0a4c0-821b-5caa-8d76-0728d254e53e', 'CHUYEN_VIEN', '2020-01-01', NULL, 'Dữ liệu minh họa', ''),
	('747b7a78-dba3-557a-8ba3-d844e3856d94', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', '8c874cef-bccd-5639-a381-b1b73bbfdd95', '1164b710-4187-58d5-929d-94efdcce8738', 'QUAN_TRI', '2020-01-01', NULL, 'Dữ liệu minh họa', ''),
	('ea0a52b3-3820-56da-bdd6-643d045fe3d7', 'aceb3e81-09d0-5546-acb5-09832fe22a0d', 'cd6dad2d-2fd2-50e6-9084-b5e7d362f024', 'd28ae25e-4bea-5a73-bf26-f4feafb2dfb0', 'SO_CV', '2020-01-01', NULL, 'Dữ liệu minh họa', ''),
	('0398b0f6-5c96-5670-9e9d-b043bef077d7', 'aceb3e81-09d0-5546-acb5-09832fe22a0d', 'cd6dad2d-2fd2-50e6-9084-b5e7d362f024', '6e0cfe68-d389-5c5b-a401-5c4adf398e7d', 'QUAN_TRI', '2020-01-01', NULL, 'Dữ liệu minh họa', '');
INSERT INTO public.sealed_day VALUES
	('2026-11-25', '2026-11-26 02:00:00+00', '32b144c9-5bcd-490d-9b00-57502c2325a8 8 1065a24507c2f9821eab1bbc420e36eb610d049f69f868b7c458486a820aa62c
372d7a02-d4bf-42e1-be77-362cee45aa8e 25 f006a00a90278489ded9014edf078d798afa68247a477d7996a420577e5bd77d
455c8ffa-9e41-4ee0-8254-9b57c18cae98 21 54f933c3731f40657631fca48050c6f01a856f6ea122321550ced23865d4bc7f
53a1ed66-7814-4b7f-ba6a-bd7f2691ef93 14 b8366bba48169fccc4d835ebfc1ca92e00d0c145b139f12ce768d848e54eac10
590c6b84-2372-45d2-9dae-a30bf7b402fd 11 bcd2702b0867346a99998fd316ed2ab074ef9a2cff093faefd5d3e8710a4fc0a
592777dc-da01-4ae3-b95a-532925ecfd0c 39 a6c61135d85c341612e06fa4fc9d0bd5ecfafbf4b16f13669cb698a4e53dbe8d
5caa96ad-8c1f-458e-9bcc-d584d03671e1 11 5cd6e200a3dcfb3683d638da15c36a3abd3b7e5c3eaa89c9e6defc5e350c3a45
83dddf26-ae3b-4fc3-b5e0-6524b85b6a57 13 821f09955cf731d43c9b913aeb686916b283921622a3ebdca6df365d7f2e5cdb
8977bdc4-fbfe-4ce7-9cac-fa7d45d7ba8c 18 29ee2a5e5249cd31b61eef2336727568644ce1ef53b04ffc90100f6ad47152e4
8e2f7ddb-158f-405f-8c46-9e1a075e38df 104 105054b3ee20ed291dd38abd573cdf37a96522614a6c6a86c48d831cade1ae35
967dfe00-ee9e-4266-badf-4469c7937488 16 3d5c7a3154cc79169c5a05f1de604eb378586a0503cc74a69cb4d9c3fe2871d9
96a3de62-2daa-4922-849e-dc6f3a96ddb6 12 df3a01de8d0ba7bbba5065b619c0d7572e0314d9eb6bb8751b9329daf8e75919
a51ce283-8d21-4df2-99c9-ea3ae7fc766d 17 0d3522e13c4ab3c7c01d430aa3106bcaa42c4319286b89d047619b1e82295831
f72dea0a-e9e7-47ff-b582-e52e7ab65ee8 17 34eb055b73313f8a80bf457fdedac32ac4d53ef9549ba884ae861b2c6747dfee
ff78b753-2159-4f49-b890-38438ac29c05 39 4f033f952643f7c2affc02f7c7121b3690bb711427a36cd7e8b6bca4b5563492
', '1 aba8bd38adef1332846bc45730c5c155ee4530d38beef8f238f4c338af7208b3
2 9d64961830a4b837b58a4ed263219cacca1091950dfa5143baf7af87881a0618
3 3724179d898e268402cca6d6f4ae5c8beb01a5ae9d215ab6a58a66f84e05551a
4 034c1eb5fe249d1166acd1897b3753cc9c94d6939740f07541248f849aef56e7
5 2292c0f1ecd084f4b45cada32994bff7a4a3487dd89fae2ea432d01e90a97380
6 924210d43c4728199696ed435a52ef48073f4a01df481ba8a2faeb855b5d0d0a
7 4114c81173abe803e8ceee888668aee1bbbf180585ace8b4ae73656f64f6b7ac
8 0132c9074a6090a8ca7edb5f322b1872ffaa0ffb968a47ed851893dd4379977c
9 390052c07cf55151a6178aeb1a3d0084f1110f945f6000f75b0acf6fa4d7d4cf
10 c4166c6e8dcc2405e97f508a302f08e487756429193f8e08cbb7ca487dbc6ea0
11 b60afa8b80f51d60abdedb7a6be8003ff14c942c266b983ac254810914a35373
12 989faa935cf528d3233501db4b44762c0a5ca464a35cb7b137516c185d89f5d4
13 dfd8019f164be37106e351d9b6574f39f3335e1cb98464a3f3c5e8a151d13f19
14 e055dab911b8483d291f47cf6b2409d02fe5eea8598ced331a171b929c928845
15 4e8e1cb4bfb54d76d6094b130e2801446f868accf98df137a26eea1533c69f35
16 39b06871ea2068425f0f7031be23ed4c2361c6e30abb52d1b23cba9631e2f4ef
17 f382963ab91300e98324e9a36398d193ffa2ad5982080c0279131a5f4fb95d3a
18 0bd5a1cfa64a84304a08367d5d6b25101ab6cd12f9e720d21b5893d4b364e6f7
19 8048720aee73c977038f5133bd669141227c87949bb75afcfee7570c1a34ff2b
20 d49b8fecc2d0d24cdb3045ad9e1d1964f842af3a1a551d698bce6558db15bd11
21 3e54e2c77c43f418abfe178495461a758ac1c8ea60c1df85e3c43614ba94dd01
22 7a4e4e5eaa62759598adc3fd9f063f4e83f61a79aeb572c8d75525c48e3049a1
', 22, '\x0000000000000000000000000000000000000000000000000000000000000000', '\x0bb993d569a949a7416f36b744ec7f52e0d086d04f24691176d8763dc61ce4e8');
INSERT INTO public.second_factor VALUES
	('4ed35de6-538a-5e60-82db-0273b10583d2', '\x01010101010101010101010101010101010101010101010101010101010101010101010101010101', '2026-11-26 02:00:00+00', '2026-11-26 02:00:00+00', 1);
INSERT INTO public.sign_in_attempt VALUES
	(1, 'thuky', 'test', '2026-11-26 02:00:00+00');
INSERT INTO public.sign_in_session VALUES
	('\x0000000000000000000000000000000000000000000000000000000000000000', '4ed35de6-538a-5e60-82db-0273b10583d2', 'test', '2026-11-26 02:00:00+00', '2026-11-26 02:00:00+00', NULL, '31605ddb-ac1f-4c36-8a7d-7dcc9e61b2bf', '', 'local', NULL);
INSERT INTO public.stored_file VALUES
	('b03768b6-fbdb-4772-a9a3-802f354f847d', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', NULL, NULL, 'bien-ban.pdf', 'application/pdf', 23, '13119de321b052de594bb3622d33b27412c06ca28bbabba5e7958d336f1a581d', '\x255044462d312e37207369676e6564206d696e75746573', '8fb17ea6-af82-5d21-8941-e3a2c73e750a', '2026-11-23 01:00:00+00'),
	('dfc0eaf4-4f0c-4e3e-8e35-a4795c30d080', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'cb0053bf-dfa2-45af-8679-40a84bbe3adf', '32adac94-d25d-4a24-a5fe-03b97ab7aeed', 'phiếu.txt', 'text/plain', 7, 'ec539e942f95a4d7ec3365906ec463e1d4c7251a281a1cec62b17ee4ec400bac', '\x506869e1babf75', '20e5d78c-baf8-5964-8a6c-83810276e039', '2026-11-26 02:00:00+00');
INSERT INTO public.succession VALUES
	('f0b42988-43b4-571d-b6d5-0e0ca7413cc0', 'province', 'merge', '018baf38-d0f8-5102-a2fb-d5bb3d685708', '4f5667be-315c-5c3d-ad91-96b56e07a43a', '2026-11-01', '202/2026/QH15', '2026-06-12', '2026-11-26 02:00:00+00', NULL);
INSERT INTO public.task VALUES
	('3acc1e35-25c0-4c8b-91ce-c2db5be5276a', '83dddf26-ae3b-4fc3-b5e0-6524b85b6a57', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'a', '', 'Bước a', '', 'buoc a thu-2023-0002 quy trinh thu', 'THU_KY_ISO', NULL, NULL, 'phieu', 'completed', '2023-03-01 02:00:00+00', '4ed35de6-538a-5e60-82db-0273b10583d2', '2023-03-01 02:00:00+00', '4ed35de6-538a-5e60-82db-0273b10583d2', '2023-03-01 02:00:00+00', '\x7b2274656e223a224e677579e1bb856e2056c4836e204bc3ad6e227d', NULL, NULL, NULL, NULL, '', '', false, NULL, false, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, false, 'QMS_P77_LUU', NULL, NULL, NULL),
	('53d914ed-90cb-4b8c-b398-b535bd79cee1', '53a1ed66-7814-4b7f-ba6a-bd7f2691ef93', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'a', '', 'Bước a', '', 'buoc a thu-2023-0001', 'THU_KY_ISO', NULL, NULL, 'phieu', 'completed', '2023-03-01 02:00:00+00', '4ed35de6-538a-5e60-82db-0273b10583d2', '2023-03-01 02:00:00+00', '4ed35de6-538a-5e60-82db-0273b10583d2', '2023-03-01 02:00:00+00', NULL, NULL, NULL, NULL, NULL, '', '', false, NULL, false, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, false, 'QMS_P77_LUU', NULL, NULL, NULL),
	('0f8b380c-54f3-4176-95f1-a85c965d7bad', 'f72dea0a-e9e7-47ff-b582-e52e7ab65ee8', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'b', '', 'Bước b', '', 'buoc b thu-2026-0001 quy trinh thu', 'THU_KY_ISO', NULL, NULL, NULL, 'open', '2026-11-23 01:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '', '', false, NULL, false, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, false, 'QMS_P90_HEN', NULL, NULL, NULL),
	('3f7d1206-ff3a-48db-863f-ede14e2cf346', 'ff78b753-2159-4f49-b890-38438ac29c05', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'a', 'c4af8c69-11df-4ae9-84b1-acf50aeb920e', 'Bước a', '', 'buoc a thu-2026-0002 quy trinh thu', 'THU_KY_ISO', NULL, NULL, NULL, 'open', '2026-11-23 01:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '', '', false, NULL, false, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, false, 'QMS_P91_NHIEU', NULL, NULL, NULL),
	('bd3c2b32-bf4a-4006-b83c-c8ee4bb94851', 'ff78b753-2159-4f49-b890-38438ac29c05', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'a', '1e7a1b33-afa1-4bd5-a59b-62aee17a6426', 'Bước a', '', 'buoc a thu-2026-0002 quy trinh thu', 'THU_KY_ISO', NULL, NULL, NULL, 'completed', '2026-11-23 01:00:00+00', '4ed35de6-538a-5e60-82db-0273b10583d2', '2026-11-23 01:00:00+00', '4ed35de6-538a-5e60-82db-0273b10583d2', '2026-11-23 01:00:00+00', '\x7b7d', NULL, NULL, NULL, NULL, '', '', false, NULL, false, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, false, 'QMS_P91_NHIEU', NULL, NULL, NULL),
	('ecf60d94-fe2d-4351-9c8a-50867037cece', 'ff78b753-2159-4f49-b890-38438ac29c05', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'b', '45d8fa32-bcf3-4132-b500-4c361b4abf58', 'Bước b', '', 'buoc b thu-2026-0002 quy trinh thu', 'THU_KY_ISO', NULL, NULL, NULL, 'open', '2026-11-23 01:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '', '', false, NULL, false, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, false, 'QMS_P91_NHIEU', NULL, NULL, NULL),
	('a8e001dc-21d4-42a2-b833-6aae07f0e0cf', 'ff78b753-2159-4f49-b890-38438ac29c05', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'a', '45d8fa32-bcf3-4132-b500-4c361b4abf58', 'Bước a', '', 'buoc a thu-2026-0002 quy trinh thu', 'THU_KY_ISO', NULL, NULL, NULL, 'completed', '2026-11-23 01:00:00+00', '4ed35de6-538a-5e60-82db-0273b10583d2', '2026-11-23 01:00:00+00', '4ed35de6-538a-5e60-82db-0273b10583d2', '2026-11-23 01:00:00+00', '\x7b7d', NULL, NULL, NULL, NULL, '', '', false, NULL, false, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, false, 'QMS_P91_NHIEU', NULL, NULL, NULL),
	('b991d1e7-36b0-4fbc-afbb-93fe16cc12d7', 'ff78b753-2159-4f49-b890-38438ac29c05', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'b', '1e7a1b33-afa1-4bd5-a59b-62aee17a6426', 'Bước b', '', 'buoc b thu-2026-0002 quy trinh thu', 'THU_KY_ISO', NULL, NULL, NULL, 'completed', '2026-11-23 01:00:00+00', '4ed35de6-538a-5e60-82db-0273b10583d2', '2026-11-23 01:00:00+00', '4ed35de6-538a-5e60-82db-0273b10583d2', '2026-11-23 01:00:00+00', '\x7b7d', NULL, NULL, NULL, NULL, '', '', false, NULL, false, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, false, 'QMS_P91_NHIEU', NULL, NULL, NULL),
	('f7f7b5c1-c6fe-4025-a3c1-f1343ad8551d', '592777dc-da01-4ae3-b95a-532925ecfd0c', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'a', '', 'Bước a', '', 'buoc a thu-2026-0003 quy trinh thu', 'THU_KY_ISO', NULL, NULL, NULL, 'completed', '2026-11-23 01:00:00+00', '4ed35de6-538a-5e60-82db-0273b10583d2', '2026-11-23 01:00:00+00', '4ed35de6-538a-5e60-82db-0273b10583d2', '2026-11-23 01:00:00+00', '\x7b7d', NULL, NULL, NULL, NULL, '', '', false, NULL, false, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, false, 'QMS_P92_VONG', NULL, NULL, NULL),
	('dc2640db-7fa4-4293-8f2e-83ecf30eef9c', '592777dc-da01-4ae3-b95a-532925ecfd0c', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'b', '', 'Bước b', '', 'buoc b thu-2026-0003 quy trinh thu', 'THU_KY_ISO', NULL, NULL, NULL, 'completed', '2026-11-23 01:00:00+00', '4ed35de6-538a-5e60-82db-0273b10583d2', '2026-11-23 01:00:00+00', '4ed35de6-538a-5e60-82db-0273b10583d2', '2026-11-23 01:00:00+00', '\x7b7d', NULL, NULL, NULL, NULL, '', '', false, NULL, false, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, false, 'QMS_P92_VONG', NULL, NULL, NULL),
	('ba0b4eb6-9ccd-4123-bf13-aea3dcbfc84b', '592777dc-da01-4ae3-b95a-532925ecfd0c', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'd', '', 'Bước d', '', 'buoc d thu-2026-0003 quy trinh thu', 'THU_KY_ISO', NULL, NULL, NULL, 'open', '2026-11-23 01:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '', '', false, NULL, false, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, false, 'QMS_P92_VONG', NULL, NULL, NULL),
	('a01c481d-dc47-4ebd-9174-2a6c0ea3e768', '592777dc-da01-4ae3-b95a-532925ecfd0c', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'c', '', 'Bước c', '', 'buoc c thu-2026-0003 quy trinh thu', 'THU_KY_ISO', NULL, NULL, NULL, 'completed', '2026-11-23 01:00:00+00', '4ed35de6-538a-5e60-82db-0273b10583d2', '2026-11-23 01:00:00+00', '4ed35de6-538a-5e60-82db-0273b10583d2', '2026-11-23 01:00:00+00', '\x7b7d', NULL, NULL, NULL, NULL, '', '', false, NULL, false, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, false, 'QMS_P92_VONG', NULL, NULL, NULL),
	('ff791e50-da9e-4d15-a433-1bf4ecafafe3', '372d7a02-d4bf-42e1-be77-362cee45aa8e', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'a', '', 'Bước a', '', 'buoc a thu-2026-0004 quy trinh thu', 'THU_KY_ISO', NULL, NULL, NULL, 'open', '2026-11-23 01:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '', '', false, NULL, false, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, false, 'QMS_P93_LOI', NULL, NULL, NULL),
	('e943e8c3-63c5-4426-8db8-c1148af0e2d1', '372d7a02-d4bf-42e1-be77-362cee45aa8e', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'b', '', 'Bước b', '', 'buoc b thu-2026-0004 quy trinh thu', 'THU_KY_ISO', NULL, NULL, NULL, 'open', '2026-11-23 01:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '', '', false, NULL, false, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, false, 'QMS_P93_LOI', NULL, NULL, NULL),
	('fc30abc5-b18d-430b-8fb4-722727c58472', '372d7a02-d4bf-42e1-be77-362cee45aa8e', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'd', '', 'Bước d', '', 'buoc d thu-2026-0004 quy trinh thu', 'THU_KY_ISO', NULL, NULL, NULL, 'open', '2026-11-23 01:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '', '', false, NULL, false, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, false, 'QMS_P93_LOI', NULL, NULL, NULL),
	('47fa74ed-7776-45e5-ba3e-298256f3fbc0', '455c8ffa-9e41-4ee0-8254-9b57c18cae98', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'a', '', 'Bước a', '', 'buoc a thu-2026-0005 quy trinh thu', 'THU_KY_ISO', NULL, NULL, NULL, 'completed', '2026-11-23 01:00:00+00', '4ed35de6-538a-5e60-82db-0273b10583d2', '2026-11-23 01:00:00+00', '4ed35de6-538a-5e60-82db-0273b10583d2', '2026-11-23 01:00:00+00', '\x7b7d', NULL, NULL, NULL, NULL, '', '', false, NULL, false, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, false, 'QMS_P94_DIEU_KIEN', NULL, NULL, NULL),
	('c7ea08bc-4029-4279-8625-361bb52712ab', '455c8ffa-9e41-4ee0-8254-9b57c18cae98', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'b', '', 'Bước b', '', 'buoc b thu-2026-0005 quy trinh thu', 'THU_KY_ISO', NULL, NULL, NULL, 'open', '2026-11-23 01:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '', '', false, NULL, false, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, false, 'QMS_P94_DIEU_KIEN', NULL, NULL, NULL),
	('859410a0-3ece-456b-9b82-34e050a482c3', '455c8ffa-9e41-4ee0-8254-9b57c18cae98', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'b', '', 'Bước b', '', 'buoc b thu-2026-0005 quy trinh thu', 'THU_KY_ISO', NULL, NULL, NULL, 'completed', '2026-11-23 01:00:00+00', '4ed35de6-538a-5e60-82db-0273b10583d2', '2026-11-23 01:00:00+00', '4ed35de6-538a-5e60-82db-0273b10583d2', '2026-11-23 01:00:00+00', '\x7b7d', NULL, NULL, NULL, NULL, '', '', false, NULL, false, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, false, 'QMS_P94_DIEU_KIEN', NULL, NULL, NULL),
	('ab2df08f-28e2-4aa0-b83c-a2f773210d57', 'a51ce283-8d21-4df2-99c9-ea3ae7fc766d', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'z', '', 'Bước z', '', 'buoc z thu-2026-0006 quy trinh thu', 'THU_KY_ISO', NULL, NULL, NULL, 'open', '2026-11-23 01:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '', '', false, NULL, false, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, false, 'QMS_P89_TIN', NULL, NULL, NULL),
	('7fb1669c-55c3-4e04-9240-779a66d46b61', 'a51ce283-8d21-4df2-99c9-ea3ae7fc766d', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'y', '', 'Bước y', '', 'buoc y thu-2026-0006 quy trinh thu', 'THU_KY_ISO', NULL, NULL, NULL, 'open', '2026-11-23 01:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '', '', false, NULL, false, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, false, 'QMS_P89_TIN', NULL, NULL, NULL),
	('7ca3e419-0a96-473a-8dfc-299a4c39300e', '590c6b84-2372-45d2-9dae-a30bf7b402fd', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'z', '', 'Bước z', '', 'buoc z thu-2026-0007 quy trinh thu', 'THU_KY_ISO', NULL, NULL, NULL, 'open', '2026-11-23 01:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '', '', false, NULL, false, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, false, 'QMS_P88_SOM', NULL, NULL, NULL),
	('297761d6-4120-43fe-8c28-3d0e15f7ec17', '5caa96ad-8c1f-458e-9bcc-d584d03671e1', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'b', '3924cd41-2827-4d45-a183-859c39e728c5', 'Bước b', '', 'buoc b thu-2026-0008 quy trinh thu', 'THU_KY_ISO', NULL, NULL, NULL, 'open', '2026-11-23 01:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '', '', false, NULL, false, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, false, 'QMS_P95_GOI', NULL, NULL, NULL),
	('3fcbd356-c436-4afc-9d65-d508c3f284f4', '96a3de62-2daa-4922-849e-dc6f3a96ddb6', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'b', '', 'Bước b', '', 'buoc b thu-2026-0009 quy trinh thu', 'THU_KY_ISO', NULL, NULL, NULL, 'open', '2026-11-23 01:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '', '', false, NULL, false, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, false, 'QMS_P96_BEN', NULL, NULL, NULL),
	('639c2e6d-7cd2-412a-a978-099831ef4b5b', '96a3de62-2daa-4922-849e-dc6f3a96ddb6', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'a', '', 'Bước a', '', 'buoc a thu-2026-0009 quy trinh thu', 'THU_KY_ISO', NULL, NULL, NULL, 'completed', '2026-11-23 01:00:00+00', '4ed35de6-538a-5e60-82db-0273b10583d2', '2026-11-23 01:00:00+00', '4ed35de6-538a-5e60-82db-0273b10583d2', '2026-11-23 01:00:00+00', '\x7b7d', NULL, NULL, NULL, NULL, '', '', false, NULL, false, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, false, 'QMS_P96_BEN', NULL, NULL, NULL),
	('8c07c351-1694-4e81-a7ac-e5d0f471ce21', '8e2f7ddb-158f-405f-8c46-9e1a075e38df', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'SangLoc', '', 'Sàng lọc văn bản', '', 'sang loc van ban p06-2026-0001 cap nhat 302/2026/nd-cp – quy dinh thu nghiem ve thu tuc hanh chinh', 'THU_KY_ISO', NULL, NULL, 'sang-loc', 'completed', '2026-11-23 01:00:00+00', '4ed35de6-538a-5e60-82db-0273b10583d2', '2026-11-23 01:00:00+00', '4ed35de6-538a-5e60-82db-0273b10583d2', '2026-11-23 01:00:00+00', '\x7b226b65745f6c75616e5f73616e675f6c6f63223a22636f222c226e6f695f64756e675f6c69656e5f7175616e223a6e756c6c7d', 'FIXED-DAY', '2026-12-01', '2026-12-01', '2026-12-01 17:00:00+00', '{"sentences":[["Ngày ấn định: thứ Ba 01/12/2026.","Given day: Tuesday 01/12/2026."],["Hạn pháp lý: hết thứ Ba 01/12/2026.","Legal due date: the end of Tuesday 01/12/2026."],["Hạn mục tiêu: cùng ngày, thứ Ba 01/12/2026.","Target date: the same day, Tuesday 01/12/2026."]]}', 'Điều 4 khoản 4 điểm a 19/2014/QĐ-TTg; Điều 36 khoản 2 điểm d 26/2014/TT-BKHCN', false, 'QMS', false, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '{"day": "2026-12-01"}', 1, NULL, 0, false, 'QMS_P06_CAP_NHAT_VBQPPL', NULL, NULL, NULL),
	('17f6271f-9848-480c-9c2e-a3e890a8b3bb', '967dfe00-ee9e-4266-badf-4469c7937488', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'a', '', 'Bước a', '', 'buoc a thu-2026-0010 quy trinh thu', 'THU_KY_ISO', NULL, NULL, NULL, 'cancelled', '2026-11-23 01:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '', '', false, NULL, false, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, false, 'QMS_P97_MUON', NULL, NULL, NULL),
	('d876cee5-8b87-4408-9a02-d47d5dddba3d', '8e2f7ddb-158f-405f-8c46-9e1a075e38df', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'XacNhanDanhMuc', '', 'Xác nhận danh mục thủ tục', '', 'xac nhan danh muc thu tuc p06-2026-0001 cap nhat 302/2026/nd-cp – quy dinh thu nghiem ve thu tuc hanh chinh', 'THU_KY_ISO', NULL, NULL, 'xac-nhan-danh-muc', 'completed', '2026-11-23 01:00:00+00', '4ed35de6-538a-5e60-82db-0273b10583d2', '2026-11-23 01:00:00+00', '4ed35de6-538a-5e60-82db-0273b10583d2', '2026-11-23 01:00:00+00', '\x7b226768695f6368755f64616e685f6d7563223a6e756c6c2c227468755f7475635f63686f6e223a5b2235383334343831642d636362632d353463622d613234652d386230386164373633353363222c2264386139326337622d303132312d356239632d396634642d653362626235633133353233225d7d', 'WORKING-DAYS', '2026-11-27', '2026-11-27', '2026-11-27 17:00:00+00', '{"sentences":[["Ngày bắt đầu tính 23/11/2026.","Start 23/11/2026."],["Đếm 3 ngày làm việc, bắt đầu từ ngày sau 23/11/2026: thứ Sáu 27/11/2026.","Count 3 working days, beginning the day after 23/11/2026: Friday 27/11/2026."],["Không tính ngày nghỉ: Ngày Văn hóa Việt Nam (24/11/2026).","Days off not counted: Ngày Văn hóa Việt Nam (24/11/2026)."],["Hạn pháp lý: hết thứ Sáu 27/11/2026.","Legal due date: the end of Friday 27/11/2026."],["Hạn mục tiêu: cùng ngày, thứ Sáu 27/11/2026.","Target date: the same day, Friday 27/11/2026."],["Lịch nghỉ chưa được xác nhận: Ngày Văn hóa Việt Nam (24/11/2026). Hạn sẽ được tính lại khi có quyết định.","Days off not yet confirmed: Ngày Văn hóa Việt Nam (24/11/2026). The dates are computed again once decided."]]}', 'Điều 36 khoản 2 điểm d 26/2014/TT-BKHCN', true, 'QMS', false, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '{"working_days": 3, "anchor": "2026-11-23T01:00:00+00:00"}', 1, NULL, 0, false, 'QMS_P06_CAP_NHAT_VBQPPL', NULL, NULL, NULL),
	('8649b360-6e1c-4bce-83b0-a7fa1995f919', '8e2f7ddb-158f-405f-8c46-9e1a075e38df', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'DanhGiaTacDong', '263502e4-0bf3-4ce2-9f9f-bb746546447e', 'Đánh giá tác động', 'Cấp giấy phép xây dựng mới đối với nhà ở riêng lẻ', 'danh gia tac dong cap giay phep xay dung moi doi voi nha o rieng le p06-2026-0001 cap nhat 302/2026/nd-cp – quy dinh thu nghiem ve thu tuc hanh chinh', 'CHUYEN_VIEN', '9b91d82c-0241-5f04-910f-3a0a85c4e4c6', NULL, 'danh-gia-tac-dong', 'completed', '2026-11-23 01:00:00+00', '20e5d78c-baf8-5964-8a6c-83810276e039', '2026-11-23 01:00:00+00', '20e5d78c-baf8-5964-8a6c-83810276e039', '2026-11-23 01:00:00+00', '\x7b226e6f695f64756e675f7461635f646f6e67223a224b68c3b46e672063c3b3206ee1bb99692064756e67206ec3a06f207468617920c491e1bb95692e222c227068756f6e675f616e223a226b686f6e675f646f69227d', 'FIXED-DAY', '2026-12-01', '2026-12-01', '2026-12-01 17:00:00+00', '{"sentences":[["Ngày ấn định: thứ Ba 01/12/2026.","Given day: Tuesday 01/12/2026."],["Hạn pháp lý: hết thứ Ba 01/12/2026.","Legal due date: the end of Tuesday 01/12/2026."],["Hạn mục tiêu: cùng ngày, thứ Ba 01/12/2026.","Target date: the same day, Tuesday 01/12/2026."]]}', 'Điều 4 khoản 4 điểm a 19/2014/QĐ-TTg', false, 'QMS', false, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '{"day": "2026-12-01"}', 1, NULL, 0, false, 'QMS_P06_CAP_NHAT_VBQPPL', NULL, NULL, NULL),
	('0948bf2a-2006-45f2-af94-2d3631307c6f', '8e2f7ddb-158f-405f-8c46-9e1a075e38df', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'DuyetKhongDoi', '263502e4-0bf3-4ce2-9f9f-bb746546447e', 'Duyệt giữ nguyên quy trình', 'Cấp giấy phép xây dựng mới đối với nhà ở riêng lẻ', 'duyet giu nguyen quy trinh cap giay phep xay dung moi doi voi nha o rieng le p06-2026-0001 cap nhat 302/2026/nd-cp – quy dinh thu nghiem ve thu tuc hanh chinh', 'LD_PHONG', '9b91d82c-0241-5f04-910f-3a0a85c4e4c6', NULL, 'duyet-khong-doi', 'completed', '2026-11-23 01:00:00+00', '2622711d-bf2c-5f36-b8d2-1173dbecec46', '2026-11-23 01:00:00+00', '2622711d-bf2c-5f36-b8d2-1173dbecec46', '2026-11-23 01:00:00+00', '\x7b2271757965745f64696e685f6b686f6e675f646f69223a22646f6e675f79227d', 'WORKING-DAYS', '2026-11-27', '2026-11-27', '2026-11-27 17:00:00+00', '{"sentences":[["Ngày bắt đầu tính 23/11/2026.","Start 23/11/2026."],["Đếm 3 ngày làm việc, bắt đầu từ ngày sau 23/11/2026: thứ Sáu 27/11/2026.","Count 3 working days, beginning the day after 23/11/2026: Friday 27/11/2026."],["Không tính ngày nghỉ: Ngày Văn hóa Việt Nam (24/11/2026).","Days off not counted: Ngày Văn hóa Việt Nam (24/11/2026)."],["Hạn pháp lý: hết thứ Sáu 27/11/2026.","Legal due date: the end of Friday 27/11/2026."],["Hạn mục tiêu: cùng ngày, thứ Sáu 27/11/2026.","Target date: the same day, Friday 27/11/2026."],["Lịch nghỉ chưa được xác nhận: Ngày Văn hóa Việt Nam (24/11/2026). Hạn sẽ được tính lại khi có quyết định.","Days off not yet confirmed: Ngày Văn hóa Việt Nam (24/11/2026). The dates are computed again once decided."]]}', 'Điều 4 khoản 4 điểm a 19/2014/QĐ-TTg', true, 'QMS', false, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '{"working_days": 3, "anchor": "2026-11-23T01:00:00+00:00"}', 1, NULL, 0, false, 'QMS_P06_CAP_NHAT_VBQPPL', NULL, NULL, NULL),
	('7d03c345-3a0a-4ac9-87b3-4e13eb0ac85f', 'cb0053bf-dfa2-45af-8679-40a84bbe3adf', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'DanhGiaTacDong', 'e1367b6f-6524-4c2f-8eda-0dce3b64d61c', 'Đánh giá tác động', 'Cấp giấy phép xây dựng mới đối với nhà ở riêng lẻ', 'danh gia tac dong cap giay phep xay dung moi doi voi nha o rieng le p06-2026-0003 cap nhat 303/2026/nd-cp – quy dinh thu nghiem ve thu tuc hanh chinh', 'CHUYEN_VIEN', '9b91d82c-0241-5f04-910f-3a0a85c4e4c6', NULL, 'danh-gia-tac-dong', 'completed', '2026-11-26 02:00:00+00', '20e5d78c-baf8-5964-8a6c-83810276e039', '2026-11-26 02:00:00+00', '20e5d78c-baf8-5964-8a6c-83810276e039', '2026-11-26 02:00:00+00', '\x7b226e6f695f64756e675f7461635f646f6e67223a224b68c3b46e672063c3b3206ee1bb99692064756e67206ec3a06f207468617920c491e1bb95692e222c227068756f6e675f616e223a226b686f6e675f646f69227d', 'FIXED-DAY', '2026-12-03', '2026-12-03', '2026-12-03 17:00:00+00', '{"sentences":[["Ngày ấn định: thứ Năm 03/12/2026.","Given day: Thursday 03/12/2026."],["Hạn pháp lý: hết thứ Năm 03/12/2026.","Legal due date: the end of Thursday 03/12/2026."],["Hạn mục tiêu: cùng ngày, thứ Năm 03/12/2026.","Target date: the same day, Thursday 03/12/2026."]]}', 'Điều 4 khoản 4 điểm a 19/2014/QĐ-TTg', false, 'QMS', false, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '{"day": "2026-12-03"}', 1, NULL, 0, false, 'QMS_P06_CAP_NHAT_VBQPPL', NULL, NULL, NULL),
	('d9d33dd0-5121-450f-a404-af7e6c741a59', 'cb0053bf-dfa2-45af-8679-40a84bbe3adf', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'DuyetKhongDoi', 'e1367b6f-6524-4c2f-8eda-0dce3b64d61c', 'Duyệt giữ nguyên quy trình', 'Cấp giấy phép xây dựng mới đối với nhà ở riêng lẻ', 'duyet giu nguyen quy trinh cap giay phep xay dung moi doi voi nha o rieng le p06-2026-0003 cap nhat 303/2026/nd-cp – quy dinh thu nghiem ve thu tuc hanh chinh', 'LD_PHONG', '9b91d82c-0241-5f04-910f-3a0a85c4e4c6', NULL, 'duyet-khong-doi', 'open', '2026-11-26 02:00:00+00', NULL, NULL, NULL, NULL, NULL, 'WORKING-DAYS', '2026-12-01', '2026-12-01', '2026-12-01 17:00:00+00', '{"sentences":[["Ngày bắt đầu tính 26/11/2026.","Start 26/11/2026."],["Đếm 3 ngày làm việc, bắt đầu từ ngày sau 26/11/2026: thứ Ba 01/12/2026.","Count 3 working days, beginning the day after 26/11/2026: Tuesday 01/12/2026."],["Hạn pháp lý: hết thứ Ba 01/12/2026.","Legal due date: the end of Tuesday 01/12/2026."],["Hạn mục tiêu: cùng ngày, thứ Ba 01/12/2026.","Target date: the same day, Tuesday 01/12/2026."]]}', 'Điều 4 khoản 4 điểm a 19/2014/QĐ-TTg', false, 'QMS', false, '', '2026-11-30 00:30:00+00', NULL, NULL, NULL, NULL, NULL, NULL, '{"working_days": 3, "anchor": "2026-11-26T02:00:00+00:00"}', 3, NULL, 0, false, 'QMS_P06_CAP_NHAT_VBQPPL', NULL, NULL, NULL),
	('36daa60e-55ac-4baf-a9a6-2c28efdd6515', '8e2f7ddb-158f-405f-8c46-9e1a075e38df', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'DanhGiaTacDong', '91990f7a-564f-44aa-a7e8-59b4a9db82df', 'Đánh giá tác động', 'Gia hạn giấy phép xây dựng nhà ở riêng lẻ', 'danh gia tac dong gia han giay phep xay dung nha o rieng le p06-2026-0001 cap nhat 302/2026/nd-cp – quy dinh thu nghiem ve thu tuc hanh chinh', 'CHUYEN_VIEN', '9b91d82c-0241-5f04-910f-3a0a85c4e4c6', NULL, 'danh-gia-tac-dong', 'completed', '2026-11-23 01:00:00+00', '20e5d78c-baf8-5964-8a6c-83810276e039', '2026-11-23 01:00:00+00', '20e5d78c-baf8-5964-8a6c-83810276e039', '2026-11-23 01:00:00+00', '\x7b226e6f695f64756e675f7461635f646f6e67223a224b68c3b46e672063c3b3206ee1bb99692064756e67206ec3a06f207468617920c491e1bb95692e222c227068756f6e675f616e223a226b686f6e675f646f69227d', 'FIXED-DAY', '2026-12-01', '2026-12-01', '2026-12-01 17:00:00+00', '{"sentences":[["Ngày ấn định: thứ Ba 01/12/2026.","Given day: Tuesday 01/12/2026."],["Hạn pháp lý: hết thứ Ba 01/12/2026.","Legal due date: the end of Tuesday 01/12/2026."],["Hạn mục tiêu: cùng ngày, thứ Ba 01/12/2026.","Target date: the same day, Tuesday 01/12/2026."]]}', 'Điều 4 khoản 4 điểm a 19/2014/QĐ-TTg', false, 'QMS', false, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '{"day": "2026-12-01"}', 1, NULL, 0, false, 'QMS_P06_CAP_NHAT_VBQPPL', NULL, NULL, NULL),
	('43390885-ffff-4f81-b283-e718e4a4a0ec', '8e2f7ddb-158f-405f-8c46-9e1a075e38df', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'DuyetKhongDoi', '91990f7a-564f-44aa-a7e8-59b4a9db82df', 'Duyệt giữ nguyên quy trình', 'Gia hạn giấy phép xây dựng nhà ở riêng lẻ', 'duyet giu nguyen quy trinh gia han giay phep xay dung nha o rieng le p06-2026-0001 cap nhat 302/2026/nd-cp – quy dinh thu nghiem ve thu tuc hanh chinh', 'LD_PHONG', '9b91d82c-0241-5f04-910f-3a0a85c4e4c6', NULL, 'duyet-khong-doi', 'completed', '2026-11-23 01:00:00+00', '2622711d-bf2c-5f36-b8d2-1173dbecec46', '2026-11-23 01:00:00+00', '2622711d-bf2c-5f36-b8d2-1173dbecec46', '2026-11-23 01:00:00+00', '\x7b2271757965745f64696e685f6b686f6e675f646f69223a22646f6e675f79227d', 'WORKING-DAYS', '2026-11-27', '2026-11-27', '2026-11-27 17:00:00+00', '{"sentences":[["Ngày bắt đầu tính 23/11/2026.","Start 23/11/2026."],["Đếm 3 ngày làm việc, bắt đầu từ ngày sau 23/11/2026: thứ Sáu 27/11/2026.","Count 3 working days, beginning the day after 23/11/2026: Friday 27/11/2026."],["Không tính ngày nghỉ: Ngày Văn hóa Việt Nam (24/11/2026).","Days off not counted: Ngày Văn hóa Việt Nam (24/11/2026)."],["Hạn pháp lý: hết thứ Sáu 27/11/2026.","Legal due date: the end of Friday 27/11/2026."],["Hạn mục tiêu: cùng ngày, thứ Sáu 27/11/2026.","Target date: the same day, Friday 27/11/2026."],["Lịch nghỉ chưa được xác nhận: Ngày Văn hóa Việt Nam (24/11/2026). Hạn sẽ được tính lại khi có quyết định.","Days off not yet confirmed: Ngày Văn hóa Việt Nam (24/11/2026). The dates are computed again once decided."]]}', 'Điều 4 khoản 4 điểm a 19/2014/QĐ-TTg', true, 'QMS', false, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '{"working_days": 3, "anchor": "2026-11-23T01:00:00+00:00"}', 1, NULL, 0, false, 'QMS_P06_CAP_NHAT_VBQPPL', NULL, NULL, NULL),
	('de1821f9-1efa-4b34-ac33-23d956582d07', '967dfe00-ee9e-4266-badf-4469c7937488', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'b', '', 'Bước b', '', 'buoc b thu-2026-0010 quy trinh thu', 'THU_KY_ISO', NULL, NULL, NULL, 'open', '2026-11-24 01:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '', '', false, NULL, false, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, false, 'QMS_P97_MUON', NULL, NULL, NULL),
	('bad4a3c6-b1f1-4cb9-960e-fe50b3b5824f', 'cb0053bf-dfa2-45af-8679-40a84bbe3adf', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'SangLoc', '', 'Sàng lọc văn bản', '', 'sang loc van ban p06-2026-0003 cap nhat 303/2026/nd-cp – quy dinh thu nghiem ve thu tuc hanh chinh', 'THU_KY_ISO', NULL, NULL, 'sang-loc', 'completed', '2026-11-26 02:00:00+00', '4ed35de6-538a-5e60-82db-0273b10583d2', '2026-11-26 02:00:00+00', '4ed35de6-538a-5e60-82db-0273b10583d2', '2026-11-26 02:00:00+00', '\x7b226b65745f6c75616e5f73616e675f6c6f63223a22636f222c226e6f695f64756e675f6c69656e5f7175616e223a6e756c6c7d', 'FIXED-DAY', '2026-12-03', '2026-12-03', '2026-12-03 17:00:00+00', '{"sentences":[["Ngày ấn định: thứ Năm 03/12/2026.","Given day: Thursday 03/12/2026."],["Hạn pháp lý: hết thứ Năm 03/12/2026.","Legal due date: the end of Thursday 03/12/2026."],["Hạn mục tiêu: cùng ngày, thứ Năm 03/12/2026.","Target date: the same day, Thursday 03/12/2026."]]}', 'Điều 4 khoản 4 điểm a 19/2014/QĐ-TTg; Điều 36 khoản 2 điểm d 26/2014/TT-BKHCN', false, 'QMS', false, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '{"day": "2026-12-03"}', 1, NULL, 0, false, 'QMS_P06_CAP_NHAT_VBQPPL', NULL, NULL, NULL),
	('f220a14e-ab60-4f30-9d14-5bf305758f1d', 'cb0053bf-dfa2-45af-8679-40a84bbe3adf', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'XacNhanDanhMuc', '', 'Xác nhận danh mục thủ tục', '', 'xac nhan danh muc thu tuc p06-2026-0003 cap nhat 303/2026/nd-cp – quy dinh thu nghiem ve thu tuc hanh chinh', 'THU_KY_ISO', NULL, NULL, 'xac-nhan-danh-muc', 'completed', '2026-11-26 02:00:00+00', '4ed35de6-538a-5e60-82db-0273b10583d2', '2026-11-26 02:00:00+00', '4ed35de6-538a-5e60-82db-0273b10583d2', '2026-11-26 02:00:00+00', '\x7b226768695f6368755f64616e685f6d7563223a6e756c6c2c227468755f7475635f63686f6e223a5b2235383334343831642d636362632d353463622d613234652d386230386164373633353363222c2264386139326337622d303132312d356239632d396634642d653362626235633133353233225d7d', 'WORKING-DAYS', '2026-12-01', '2026-12-01', '2026-12-01 17:00:00+00', '{"sentences":[["Ngày bắt đầu tính 26/11/2026.","Start 26/11/2026."],["Đếm 3 ngày làm việc, bắt đầu từ ngày sau 26/11/2026: thứ Ba 01/12/2026.","Count 3 working days, beginning the day after 26/11/2026: Tuesday 01/12/2026."],["Hạn pháp lý: hết thứ Ba 01/12/2026.","Legal due date: the end of Tuesday 01/12/2026."],["Hạn mục tiêu: cùng ngày, thứ Ba 01/12/2026.","Target date: the same day, Tuesday 01/12/2026."]]}', 'Điều 36 khoản 2 điểm d 26/2014/TT-BKHCN', false, 'QMS', false, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '{"working_days": 3, "anchor": "2026-11-26T02:00:00+00:00"}', 1, NULL, 0, false, 'QMS_P06_CAP_NHAT_VBQPPL', NULL, NULL, NULL),
	('136b6b06-5fce-4886-873f-3574a514f278', '8977bdc4-fbfe-4ce7-9cac-fa7d45d7ba8c', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'SangLoc', '', 'Sàng lọc văn bản', '', 'sang loc van ban p06-2026-0002 cap nhat 9/2026/nd-cp – quy dinh thu nghiem ve thu tuc hanh chinh', 'THU_KY_ISO', NULL, NULL, 'sang-loc', 'open', '2026-11-23 01:00:00+00', NULL, NULL, NULL, NULL, NULL, 'WORKING-DAYS', '2026-11-27', '2026-11-27', '2026-11-27 17:00:00+00', '{"sentences":[["Ngày bắt đầu tính 23/11/2026.","Start 23/11/2026."],["Đếm 3 ngày làm việc, bắt đầu từ ngày sau 23/11/2026: thứ Sáu 27/11/2026.","Count 3 working days, beginning the day after 23/11/2026: Friday 27/11/2026."],["Không tính ngày nghỉ: Ngày Văn hóa Việt Nam (24/11/2026).","Days off not counted: Ngày Văn hóa Việt Nam (24/11/2026)."],["Hạn pháp lý: hết thứ Sáu 27/11/2026.","Legal due date: the end of Friday 27/11/2026."],["Hạn mục tiêu: cùng ngày, thứ Sáu 27/11/2026.","Target date: the same day, Friday 27/11/2026."],["Lịch nghỉ chưa được xác nhận: Ngày Văn hóa Việt Nam (24/11/2026). Hạn sẽ được tính lại khi có quyết định.","Days off not yet confirmed: Ngày Văn hóa Việt Nam (24/11/2026). The dates are computed again once decided."]]}', 'Điều 4 khoản 4 điểm a 19/2014/QĐ-TTg; Điều 36 khoản 2 điểm d 26/2014/TT-BKHCN', true, 'QMS', false, 'R3@2026-11-26', '2026-11-27 00:30:00+00', NULL, NULL, NULL, NULL, NULL, NULL, '{"working_days": 3, "anchor": "2026-11-23T01:00:00+00:00"}', 3, NULL, 0, false, 'QMS_P06_CAP_NHAT_VBQPPL', NULL, NULL, NULL),
	('4145697e-bf0e-41a5-983f-380eee376fcb', '814491c5-c438-4f9f-ab3a-86348b627a64', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'a', '', 'Bước a', '', 'buoc a thu-2026-0013 quy trinh thu', 'THU_KY_ISO', NULL, NULL, NULL, 'open', '2026-11-26 02:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '', '', false, NULL, false, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, false, 'QMS_P87_MOI', NULL, NULL, NULL),
	('32adac94-d25d-4a24-a5fe-03b97ab7aeed', 'cb0053bf-dfa2-45af-8679-40a84bbe3adf', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'DanhGiaTacDong', '4e3c31a5-0366-4172-a57b-974c0f668814', 'Đánh giá tác động', 'Gia hạn giấy phép xây dựng nhà ở riêng lẻ', 'danh gia tac dong gia han giay phep xay dung nha o rieng le p06-2026-0003 cap nhat 303/2026/nd-cp – quy dinh thu nghiem ve thu tuc hanh chinh', 'CHUYEN_VIEN', '9b91d82c-0241-5f04-910f-3a0a85c4e4c6', NULL, 'danh-gia-tac-dong', 'claimed', '2026-11-26 02:00:00+00', '20e5d78c-baf8-5964-8a6c-83810276e039', '2026-11-26 02:00:00+00', NULL, NULL, NULL, 'FIXED-DAY', '2026-12-03', '2026-12-03', '2026-12-03 17:00:00+00', '{"sentences":[["Ngày ấn định: thứ Năm 03/12/2026.","Given day: Thursday 03/12/2026."],["Hạn pháp lý: hết thứ Năm 03/12/2026.","Legal due date: the end of Thursday 03/12/2026."],["Hạn mục tiêu: cùng ngày, thứ Năm 03/12/2026.","Target date: the same day, Thursday 03/12/2026."]]}', 'Điều 4 khoản 4 điểm a 19/2014/QĐ-TTg', false, 'QMS', false, '', '2026-12-02 00:30:00+00', '\x7b2266696c6573223a7b22746570223a5b2264666330656166342d346630632d346533652d386533352d613437393563333064303830225d7d2c2276616c756573223a7b226e6f695f64756e675f7461635f646f6e67223a5b2243c3b26e2078656d225d7d7d', '20e5d78c-baf8-5964-8a6c-83810276e039', '2026-11-26 02:00:00+00', NULL, NULL, NULL, '{"day": "2026-12-03"}', 3, NULL, 0, false, 'QMS_P06_CAP_NHAT_VBQPPL', NULL, NULL, NULL),
	('1c4fc5ed-56d2-4695-b5c4-a6a1a03c302b', '1a81d0ce-f0fd-4350-84be-58b0ff78447f', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'SangLoc', '', 'Sàng lọc văn bản', '', 'sang loc van ban p06-2026-0004 cap nhat 304/2026/nd-cp – quy dinh thu nghiem ve thu tuc hanh chinh', 'THU_KY_ISO', NULL, NULL, 'sang-loc', 'open', '2026-11-26 02:00:00+00', NULL, NULL, NULL, NULL, NULL, 'FIXED-DAY', '2026-12-03', '2026-12-03', '2026-12-03 17:00:00+00', '{"sentences":[["Ngày ấn định: thứ Năm 03/12/2026.","Given day: Thursday 03/12/2026."],["Hạn ban đầu: thứ Năm 03/12/2026.","Due at first: Thursday 03/12/2026."],["Tạm dừng lúc 09:00 26/11/2026: mốc cố định không dời theo thời gian tạm dừng.","Paused at 09:00 26/11/2026: a fixed date does not move with pauses."],["Hạn pháp lý: hết thứ Năm 03/12/2026.","Legal due date: the end of Thursday 03/12/2026."],["Hạn mục tiêu: cùng ngày, thứ Năm 03/12/2026.","Target date: the same day, Thursday 03/12/2026."]]}', 'Điều 4 khoản 4 điểm a 19/2014/QĐ-TTg; Điều 36 khoản 2 điểm d 26/2014/TT-BKHCN', false, 'QMS', false, '', '2026-12-02 00:30:00+00', NULL, NULL, NULL, NULL, NULL, NULL, '{"day": "2026-12-03"}', 3, NULL, 0, false, 'QMS_P06_CAP_NHAT_VBQPPL', NULL, NULL, NULL);
INSERT INTO public.timer VALUES
	('550149c3-4728-4071-b696-9e9cd7fc16b7', 'f72dea0a-e9e7-47ff-b582-e52e7ab65ee8', 'w', '2026-12-03 01:00:00+00', '2026-12-03 01:00:00+00', 0),
	('3efb2d0c-520e-45e5-acfa-bd653981efe3', 'f72dea0a-e9e7-47ff-b582-e52e7ab65ee8', 'v', '2026-12-13 01:00:00+00', '2026-12-13 01:00:00+00', 0),
	('216f1965-57c5-4659-81a3-943f756576ea', 'f72dea0a-e9e7-47ff-b582-e52e7ab65ee8', 't', '2026-11-27 01:00:00+00', '2026-11-27 01:00:00+00', 0),
	('c32bf55b-7292-4059-9944-e98117cf6b62', 'ff78b753-2159-4f49-b890-38438ac29c05', 't', '2026-12-23 01:00:00+00', '2026-12-23 01:00:00+00', 0),
	('09b3639a-b554-4404-bb9d-d3807e80c3d5', '96a3de62-2daa-4922-849e-dc6f3a96ddb6', 'hs', '2026-11-28 01:00:00+00', '2026-11-28 01:00:00+00', 0),
	('25ba666c-091a-4079-87fb-0ee2bb02bda7', 'cb0053bf-dfa2-45af-8679-40a84bbe3adf', 'QuaHan', '2027-03-01 17:00:00+00', '2027-03-01 17:00:00+00', 0),
	('7096fd4a-d96f-47f4-af17-0f912c220603', '1a81d0ce-f0fd-4350-84be-58b0ff78447f', 'QuaHan', '2027-02-02 17:00:00+00', '2027-02-02 17:00:00+00', 0);
INSERT INTO public.timer_lateness VALUES
	('2026-11-26 02:00:00+00', 'worker-1', 1, 2, 3);
INSERT INTO public.unit VALUES
	('e5eaa3b9-8a03-5c1e-b2a5-647e11dd5017', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'LDVP', 'Lãnh đạo Văn phòng', 1, '2020-01-01', NULL, '{}'),
	('6cc8cfaf-b95d-54bc-ad6d-3d71527abb9b', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'BCD-ISO', 'Ban Chỉ đạo ISO – Thư ký', 2, '2020-01-01', NULL, '{}'),
	('a45db6bd-b4b1-5580-a86d-cfa2ada9d45d', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'P-HCTC', 'Phòng Hành chính - Tổ chức', 3, '2020-01-01', NULL, '{}'),
	('ada98ad4-eb41-578b-b690-d940fa4c2c10', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'P-QTTV', 'Phòng Quản trị - Tài vụ', 4, '2020-01-01', NULL, '{}'),
	('049d01d0-44d3-503b-a0e4-88eb54f61c8b', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'P-NC', 'Phòng Nội chính', 5, '2020-01-01', NULL, '{}'),
	('9b91d82c-0241-5f04-910f-3a0a85c4e4c6', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'P-KT', 'Phòng Kinh tế', 6, '2020-01-01', NULL, '{}'),
	('bcaafb33-f4e3-5d4e-9f23-c5735f2b2e84', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'P-KGVX', 'Phòng Khoa giáo - Văn xã', 7, '2020-01-01', NULL, '{}'),
	('b30e5a08-407e-51f3-a06c-f49f2fd8160c', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'BTCD', 'Ban Tiếp công dân', 8, '2020-01-01', NULL, '{}'),
	('20946ae0-d344-5f90-9fde-b745cd2d9e99', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'TT-PVHCC', 'Trung tâm Phục vụ hành chính công', 9, '2020-01-01', NULL, '{}'),
	('8c874cef-bccd-5639-a381-b1b73bbfdd95', 'a07bc0bd-243e-5a67-a089-c00c9bcd421c', 'TT-THCB', 'Trung tâm Tin học - Công báo', 10, '2020-01-01', NULL, '{}'),
	('cd6dad2d-2fd2-50e6-9084-b5e7d362f024', 'aceb3e81-09d0-5546-acb5-09832fe22a0d', 'CC-TDC', 'Chi cục Tiêu chuẩn Đo lường Chất lượng', 1, '2020-01-01', NULL, '{}');
INSERT INTO public.watchdog_alarm VALUES
	('5613e859-837b-4f05-b3f7-a1a5436ff2c4', 'worker', '2026-11-26 02:00:00+00', '2026-11-26 02:00:00+00', NULL, 'Không có dấu hiệu');
INSERT INTO public.worker_heartbeat VALUES
	('worker-1', '2026-11-26 02:00:00+00', '2026-11-26 02:00:00+00');
SELECT pg_catalog.setval('public.audit_event_id_seq', 142, true);
SELECT pg_catalog.setval('public.demo_time_id_seq', 1, false);
SELECT pg_catalog.setval('public.event_subscription_sequence_seq', 2, true);
SELECT pg_catalog.setval('public.message_sequence_seq', 1, true);
SELECT pg_catalog.setval('public.model_draft_save_id_seq', 2, true);
SELECT pg_catalog.setval('public.sign_in_attempt_id_seq', 1, true);
ALTER TABLE ONLY public.alembic_version
    ADD CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num);
ALTER TABLE ONLY public.absence
    ADD CONSTRAINT pk_absence PRIMARY KEY (id);
ALTER TABLE ONLY public.account
    ADD CONSTRAINT pk_account PRIMARY KEY (person_id);
ALTER TABLE ONLY public.agency
    ADD CONSTRAINT pk_agency PRIMARY KEY (id);
ALTER TABLE ONLY public.annex_row
    ADD CONSTRAINT pk_annex_row PRIMARY KEY (id);
ALTER TABLE ONLY public.api_token
    ADD CONSTRAINT pk_api_token PRIMARY KEY (id);
ALTER TABLE ONLY public.archive
    ADD CONSTRAINT pk_archive PRIMARY KEY (id);
ALTER TABLE ONLY public.archived_case
    ADD CONSTRAINT pk_archived_case PRIMARY KEY (archive_id, instance_id);
ALTER TABLE ONLY public.audit_event
    ADD CONSTRAINT pk_audit_event PRIMARY KEY (id);
ALTER TABLE ONLY public.calendar_day
    ADD CONSTRAINT pk_calendar_day PRIMARY KEY (id);
ALTER TABLE ONLY public.calendar_feed
    ADD CONSTRAINT pk_calendar_feed PRIMARY KEY (id);
ALTER TABLE ONLY public.caught_mail
    ADD CONSTRAINT pk_caught_mail PRIMARY KEY (message_id);
ALTER TABLE ONLY public.citation
    ADD CONSTRAINT pk_citation PRIMARY KEY (procedure_id, number_key);
ALTER TABLE ONLY public.clock_entry
    ADD CONSTRAINT pk_clock_entry PRIMARY KEY (id);
ALTER TABLE ONLY public.deadline_change
    ADD CONSTRAINT pk_deadline_change PRIMARY KEY (id);
ALTER TABLE ONLY public.deadline_policy
    ADD CONSTRAINT pk_deadline_policy PRIMARY KEY (id);
ALTER TABLE ONLY public.deadline_reckoning
    ADD CONSTRAINT pk_deadline_reckoning PRIMARY KEY (id);
ALTER TABLE ONLY public.delegation
    ADD CONSTRAINT pk_delegation PRIMARY KEY (id);
ALTER TABLE ONLY public.demo_time
    ADD CONSTRAINT pk_demo_time PRIMARY KEY (id);
ALTER TABLE ONLY public.disposal
    ADD CONSTRAINT pk_disposal PRIMARY KEY (id);
ALTER TABLE ONLY public.disposal_approval
    ADD CONSTRAINT pk_disposal_approval PRIMARY KEY (disposal_id);
ALTER TABLE ONLY public.disposal_end
    ADD CONSTRAINT pk_disposal_end PRIMARY KEY (disposal_id);
ALTER TABLE ONLY public.disposal_item
    ADD CONSTRAINT pk_disposal_item PRIMARY KEY (disposal_id, instance_id);
ALTER TABLE ONLY public.escalation_ladder
    ADD CONSTRAINT pk_escalation_ladder PRIMARY KEY (id);
ALTER TABLE ONLY public.event_subscription
    ADD CONSTRAINT pk_event_subscription PRIMARY KEY (id);
ALTER TABLE ONLY public.external_identity
    ADD CONSTRAINT pk_external_identity PRIMARY KEY (provider, subject);
ALTER TABLE ONLY public.form_template
    ADD CONSTRAINT pk_form_template PRIMARY KEY (id);
ALTER TABLE ONLY public.history_event
    ADD CONSTRAINT pk_history_event PRIMARY KEY (instance_id, sequence);
ALTER TABLE ONLY public.incident
    ADD CONSTRAINT pk_incident PRIMARY KEY (id);
ALTER TABLE ONLY public.instance_migration
    ADD CONSTRAINT pk_instance_migration PRIMARY KEY (id);
ALTER TABLE ONLY public.job
    ADD CONSTRAINT pk_job PRIMARY KEY (id);
ALTER TABLE ONLY public.legal_document
    ADD CONSTRAINT pk_legal_document PRIMARY KEY (id);
ALTER TABLE ONLY public.legal_hold
    ADD CONSTRAINT pk_legal_hold PRIMARY KEY (id);
ALTER TABLE ONLY public.legal_time_change
    ADD CONSTRAINT pk_legal_time_change PRIMARY KEY (id);
ALTER TABLE ONLY public.legal_time_version
    ADD CONSTRAINT pk_legal_time_version PRIMARY KEY (id);
ALTER TABLE ONLY public.legal_update
    ADD CONSTRAINT pk_legal_update PRIMARY KEY (instance_id);
ALTER TABLE ONLY public.legal_update_change
    ADD CONSTRAINT pk_legal_update_change PRIMARY KEY (instance_id, procedure_id);
ALTER TABLE ONLY public.mail
    ADD CONSTRAINT pk_mail PRIMARY KEY (id);
ALTER TABLE ONLY public.mail_hours
    ADD CONSTRAINT pk_mail_hours PRIMARY KEY (agency_id);
ALTER TABLE ONLY public.mail_preference
    ADD CONSTRAINT pk_mail_preference PRIMARY KEY (person_id);
ALTER TABLE ONLY public.message
    ADD CONSTRAINT pk_message PRIMARY KEY (id);
ALTER TABLE ONLY public.model_comment
    ADD CONSTRAINT pk_model_comment PRIMARY KEY (id);
ALTER TABLE ONLY public.model_draft
    ADD CONSTRAINT pk_model_draft PRIMARY KEY (id);
ALTER TABLE ONLY public.model_draft_file
    ADD CONSTRAINT pk_model_draft_file PRIMARY KEY (draft_id, path);
ALTER TABLE ONLY public.model_draft_save
    ADD CONSTRAINT pk_model_draft_save PRIMARY KEY (id);
ALTER TABLE ONLY public.model_file
    ADD CONSTRAINT pk_model_file PRIMARY KEY (model_version_id, path);
ALTER TABLE ONLY public.model_start
    ADD CONSTRAINT pk_model_start PRIMARY KEY (model_version_id, element_id);
ALTER TABLE ONLY public.model_version
    ADD CONSTRAINT pk_model_version PRIMARY KEY (id);
ALTER TABLE ONLY public.model_withdrawal
    ADD CONSTRAINT pk_model_withdrawal PRIMARY KEY (model_version_id);
ALTER TABLE ONLY public.nonconformity
    ADD CONSTRAINT pk_nonconformity PRIMARY KEY (id);
ALTER TABLE ONLY public.notification
    ADD CONSTRAINT pk_notification PRIMARY KEY (id);
ALTER TABLE ONLY public.number_series
    ADD CONSTRAINT pk_number_series PRIMARY KEY (agency_id, series, year);
ALTER TABLE ONLY public.office_hours
    ADD CONSTRAINT pk_office_hours PRIMARY KEY (id);
ALTER TABLE ONLY public.organisation_version
    ADD CONSTRAINT pk_organisation_version PRIMARY KEY (id);
ALTER TABLE ONLY public.password_reset
    ADD CONSTRAINT pk_password_reset PRIMARY KEY (token_hash);
ALTER TABLE ONLY public.person
    ADD CONSTRAINT pk_person PRIMARY KEY (id);
ALTER TABLE ONLY public.planned_change
    ADD CONSTRAINT pk_planned_change PRIMARY KEY (id);
ALTER TABLE ONLY public.procedure
    ADD CONSTRAINT pk_procedure PRIMARY KEY (id);
ALTER TABLE ONLY public.procedure_version
    ADD CONSTRAINT pk_procedure_version PRIMARY KEY (id);
ALTER TABLE ONLY public.process_instance
    ADD CONSTRAINT pk_process_instance PRIMARY KEY (id);
ALTER TABLE ONLY public.province
    ADD CONSTRAINT pk_province PRIMARY KEY (id);
ALTER TABLE ONLY public.recovery_code
    ADD CONSTRAINT pk_recovery_code PRIMARY KEY (person_id, code_hash);
ALTER TABLE ONLY public.retention_line
    ADD CONSTRAINT pk_retention_line PRIMARY KEY (id);
ALTER TABLE ONLY public.role_assignment
    ADD CONSTRAINT pk_role_assignment PRIMARY KEY (id);
ALTER TABLE ONLY public.sealed_day
    ADD CONSTRAINT pk_sealed_day PRIMARY KEY (day);
ALTER TABLE ONLY public.second_factor
    ADD CONSTRAINT pk_second_factor PRIMARY KEY (person_id);
ALTER TABLE ONLY public.sign_in_attempt
    ADD CONSTRAINT pk_sign_in_attempt PRIMARY KEY (id);
ALTER TABLE ONLY public.sign_in_session
    ADD CONSTRAINT pk_sign_in_session PRIMARY KEY (token_hash);
ALTER TABLE ONLY public.stored_file
    ADD CONSTRAINT pk_stored_file PRIMARY KEY (id);
ALTER TABLE ONLY public.succession
    ADD CONSTRAINT pk_succession PRIMARY KEY (id);
ALTER TABLE ONLY public.task
    ADD CONSTRAINT pk_task PRIMARY KEY (id);
ALTER TABLE ONLY public.timer
    ADD CONSTRAINT pk_timer PRIMARY KEY (id);
ALTER TABLE ONLY public.timer_lateness
    ADD CONSTRAINT pk_timer_lateness PRIMARY KEY (hour, worker, lateness_class);
ALTER TABLE ONLY public.unit
    ADD CONSTRAINT pk_unit PRIMARY KEY (id);
ALTER TABLE ONLY public.watchdog_alarm
    ADD CONSTRAINT pk_watchdog_alarm PRIMARY KEY (id);
ALTER TABLE ONLY public.worker_heartbeat
    ADD CONSTRAINT pk_worker_heartbeat PRIMARY KEY (worker);
ALTER TABLE ONLY public.account
    ADD CONSTRAINT uq_account_username UNIQUE (username);
ALTER TABLE ONLY public.agency
    ADD CONSTRAINT uq_agency_code UNIQUE (code);
ALTER TABLE ONLY public.annex_row
    ADD CONSTRAINT uq_annex_row_annex_agency_id_year UNIQUE (annex, agency_id, year);
ALTER TABLE ONLY public.api_token
    ADD CONSTRAINT uq_api_token_token_hash UNIQUE (token_hash);
ALTER TABLE ONLY public.archive
    ADD CONSTRAINT uq_archive_agency_id_year_number UNIQUE (agency_id, year, number);
ALTER TABLE ONLY public.calendar_feed
    ADD CONSTRAINT uq_calendar_feed_token_hash UNIQUE (token_hash);
ALTER TABLE ONLY public.deadline_reckoning
    ADD CONSTRAINT uq_deadline_reckoning_version UNIQUE (version);
ALTER TABLE ONLY public.disposal
    ADD CONSTRAINT uq_disposal_agency_id_year_number UNIQUE (agency_id, year, number);
ALTER TABLE ONLY public.disposal_approval
    ADD CONSTRAINT uq_disposal_approval_agency_id_minutes_key UNIQUE (agency_id, minutes_key);
ALTER TABLE ONLY public.disposal
    ADD CONSTRAINT uq_disposal_id_agency_id_proposed_by UNIQUE (id, agency_id, proposed_by);
ALTER TABLE ONLY public.legal_document
    ADD CONSTRAINT uq_legal_document_agency_id_number_key UNIQUE (agency_id, number_key);
ALTER TABLE ONLY public.model_version
    ADD CONSTRAINT uq_model_version_key_bundle_hash UNIQUE (key, bundle_hash);
ALTER TABLE ONLY public.model_version
    ADD CONSTRAINT uq_model_version_key_version UNIQUE (key, version);
ALTER TABLE ONLY public.procedure
    ADD CONSTRAINT uq_procedure_agency_id_code UNIQUE (agency_id, code);
ALTER TABLE ONLY public.procedure_version
    ADD CONSTRAINT uq_procedure_version_procedure_id_label UNIQUE (procedure_id, label);
ALTER TABLE ONLY public.province
    ADD CONSTRAINT uq_province_code UNIQUE (code);
ALTER TABLE ONLY public.sign_in_session
    ADD CONSTRAINT uq_sign_in_session_id UNIQUE (id);
ALTER TABLE ONLY public.unit
    ADD CONSTRAINT uq_unit_agency_id_code UNIQUE (agency_id, code);
CREATE INDEX ix_absence_agency ON public.absence USING btree (agency_id, valid_from);
CREATE INDEX ix_absence_person ON public.absence USING btree (person_id, valid_from);
CREATE INDEX ix_api_token_person ON public.api_token USING btree (person_id);
CREATE INDEX ix_archived_case_instance ON public.archived_case USING btree (instance_id);
CREATE INDEX ix_audit_event_agency ON public.audit_event USING btree (agency_id, id);
CREATE INDEX ix_audit_event_at ON public.audit_event USING btree (at);
CREATE INDEX ix_citation_number_key ON public.citation USING btree (number_key);
CREATE INDEX ix_deadline_change_instance ON public.deadline_change USING btree (instance_id, at);
CREATE INDEX ix_deadline_change_reckoning ON public.deadline_change USING btree (reckoning_id, id);
CREATE INDEX ix_deadline_policy_code ON public.deadline_policy USING btree (code);
CREATE INDEX ix_deadline_reckoning_run_at ON public.deadline_reckoning USING btree (run_at) WHERE (finished_at IS NULL);
CREATE INDEX ix_delegation_agency ON public.delegation USING btree (agency_id, valid_from);
CREATE INDEX ix_delegation_delegate ON public.delegation USING btree (delegate_id, valid_from);
CREATE INDEX ix_delegation_principal ON public.delegation USING btree (principal_id, valid_from);
CREATE INDEX ix_disposal_item_instance ON public.disposal_item USING btree (instance_id);
CREATE INDEX ix_event_subscription_awaited ON public.event_subscription USING btree (agency_id, kind, name, correlation_key, sequence);
CREATE INDEX ix_event_subscription_instance ON public.event_subscription USING btree (instance_id);
CREATE INDEX ix_external_identity_person ON public.external_identity USING btree (person_id);
CREATE UNIQUE INDEX ix_form_template_own ON public.form_template USING btree (agency_id, code, valid_from) WHERE (agency_id IS NOT NULL);
CREATE UNIQUE INDEX ix_form_template_shared ON public.form_template USING btree (code, valid_from) WHERE (agency_id IS NULL);
CREATE INDEX ix_history_event_at ON public.history_event USING brin (at) WITH (autosummarize='on');
CREATE INDEX ix_history_event_task ON public.history_event USING btree (task_id);
CREATE INDEX ix_incident_agency ON public.incident USING btree (agency_id, opened_at);
CREATE INDEX ix_incident_open ON public.incident USING btree (instance_id) WHERE (resolved_at IS NULL);
CREATE INDEX ix_instance_migration_agency ON public.instance_migration USING btree (agency_id, at);
CREATE INDEX ix_instance_migration_instance ON public.instance_migration USING btree (instance_id, at);
CREATE INDEX ix_job_instance ON public.job USING btree (instance_id);
CREATE INDEX ix_job_run_at ON public.job USING btree (run_at) WHERE (state = 'pending'::text);
CREATE INDEX ix_legal_document_effective ON public.legal_document USING btree (agency_id, effective_on);
CREATE INDEX ix_legal_hold_agency ON public.legal_hold USING btree (agency_id, placed_at);
CREATE INDEX ix_legal_time_change_agency ON public.legal_time_change USING btree (agency_id, drafted_at);
CREATE INDEX ix_legal_update_document ON public.legal_update USING btree (legal_document_id);
CREATE INDEX ix_mail_agency ON public.mail USING btree (agency_id, created_at);
CREATE INDEX ix_mail_run_at ON public.mail USING btree (run_at) WHERE (state = 'pending'::text);
CREATE INDEX ix_mail_unproved ON public.mail USING btree (sent_at) WHERE ((state = 'sent'::text) AND (proved_at IS NULL));
CREATE INDEX ix_message_deliver_at ON public.message USING btree (deliver_at, sequence) WHERE (deliver_at IS NOT NULL);
CREATE INDEX ix_message_kept ON public.message USING btree (agency_id, name, correlation_key, sequence) WHERE ((deliver_at IS NOT NULL) AND (kind = 'message'::text));
CREATE INDEX ix_message_parked ON public.message USING btree (agency_id) WHERE (state = 'parked'::text);
CREATE INDEX ix_message_received_by ON public.message USING btree (received_by);
CREATE INDEX ix_message_sender_instance ON public.message USING btree (sender_instance);
CREATE INDEX ix_message_target_subscription ON public.message USING btree (target_subscription) WHERE ((deliver_at IS NOT NULL) AND (target_subscription IS NOT NULL));
CREATE INDEX ix_model_comment_draft ON public.model_comment USING btree (draft_id, at);
CREATE INDEX ix_model_draft_agency ON public.model_draft USING btree (agency_id, saved_at);
CREATE INDEX ix_model_draft_save_draft ON public.model_draft_save USING btree (draft_id, path, saved_at);
CREATE INDEX ix_model_start_name ON public.model_start USING btree (kind, name);
CREATE INDEX ix_nonconformity_agency ON public.nonconformity USING btree (agency_id, found_on);
CREATE INDEX ix_notification_instance ON public.notification USING btree (instance_id);
CREATE INDEX ix_notification_mail ON public.notification USING btree (mail_id) WHERE (mail_id IS NOT NULL);
CREATE INDEX ix_notification_pending ON public.notification USING btree (send_at, person_id) WHERE (mail_id IS NULL);
CREATE INDEX ix_organisation_version_subject ON public.organisation_version USING btree (subject_id, valid_from);
CREATE INDEX ix_password_reset_person ON public.password_reset USING btree (person_id, requested_at);
CREATE INDEX ix_person_agency ON public.person USING btree (agency_id, sort_key);
CREATE INDEX ix_planned_change_agency ON public.planned_change USING btree (agency_id, effective_on);
CREATE INDEX ix_planned_change_run_at ON public.planned_change USING btree (run_at) WHERE (run_at IS NOT NULL);
CREATE INDEX ix_process_instance_agency ON public.process_instance USING btree (agency_id, started_at);
CREATE INDEX ix_process_instance_confidential ON public.process_instance USING btree (agency_id) WHERE confidential;
CREATE INDEX ix_process_instance_escalate_at ON public.process_instance USING btree (escalate_at) WHERE (escalate_at IS NOT NULL);
CREATE INDEX ix_process_instance_overdue_from ON public.process_instance USING btree (overdue_from) WHERE ((state = ANY (ARRAY['running'::text, 'suspended'::text])) AND (overdue_at IS NULL));
CREATE INDEX ix_retention_line_agency ON public.retention_line USING btree (agency_id, code, valid_from);
CREATE INDEX ix_role_assignment_holders ON public.role_assignment USING btree (agency_id, role, unit_id);
CREATE INDEX ix_role_assignment_person ON public.role_assignment USING btree (person_id);
CREATE INDEX ix_sign_in_attempt_origin ON public.sign_in_attempt USING btree (origin, at);
CREATE INDEX ix_sign_in_attempt_username ON public.sign_in_attempt USING btree (username, at);
CREATE INDEX ix_sign_in_session_person ON public.sign_in_session USING btree (person_id);
CREATE INDEX ix_stored_file_instance ON public.stored_file USING btree (instance_id);
CREATE INDEX ix_stored_file_task ON public.stored_file USING btree (task_id);
CREATE INDEX ix_succession_predecessor ON public.succession USING btree (predecessor_id);
CREATE INDEX ix_succession_successor ON public.succession USING btree (successor_id);
CREATE INDEX ix_task_claimed_by ON public.task USING btree (claimed_by, target_due) WHERE (state = 'claimed'::text);
CREATE INDEX ix_task_completed_by ON public.task USING btree (completed_by, completed_at) WHERE (state = 'completed'::text);
CREATE INDEX ix_task_escalate_at ON public.task USING btree (escalate_at) WHERE (escalate_at IS NOT NULL);
CREATE INDEX ix_task_instance ON public.task USING btree (instance_id, state);
CREATE INDEX ix_task_mandate ON public.task USING btree (mandate_id) WHERE (mandate_id IS NOT NULL);
CREATE INDEX ix_task_person ON public.task USING btree (person_id) WHERE ((state = ANY (ARRAY['open'::text, 'claimed'::text])) AND (person_id IS NOT NULL));
CREATE INDEX ix_task_queue ON public.task USING btree (agency_id, role, unit_id, target_due, priority DESC, created_at, id) INCLUDE (clock_paused_at, instance_id) WHERE ((state = 'open'::text) AND (person_id IS NULL));
CREATE INDEX ix_task_role ON public.task USING btree (agency_id, role, target_due, priority DESC, created_at, id) INCLUDE (clock_paused_at, instance_id) WHERE ((state = 'open'::text) AND (person_id IS NULL));
CREATE INDEX ix_timer_instance ON public.timer USING btree (instance_id);
CREATE INDEX ix_timer_wake_at ON public.timer USING btree (wake_at);
CREATE UNIQUE INDEX uq_calendar_day_in_force ON public.calendar_day USING btree (day, province, agency_id) NULLS NOT DISTINCT WHERE (until_version IS NULL);
CREATE UNIQUE INDEX uq_calendar_feed_person ON public.calendar_feed USING btree (person_id) WHERE (revoked_at IS NULL);
CREATE UNIQUE INDEX uq_clock_entry_sequence ON public.clock_entry USING btree (instance_id, sequence);
CREATE UNIQUE INDEX uq_escalation_ladder_in_force ON public.escalation_ladder USING btree (code, province, agency_id) NULLS NOT DISTINCT WHERE (until_version IS NULL);
CREATE UNIQUE INDEX uq_office_hours_in_force ON public.office_hours USING btree (valid_from, province, agency_id) NULLS NOT DISTINCT WHERE (until_version IS NULL);
CREATE UNIQUE INDEX uq_watchdog_alarm_open ON public.watchdog_alarm USING btree (kind) WHERE (closed_at IS NULL);
CREATE TRIGGER archive_append_only BEFORE DELETE OR UPDATE ON public.archive FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER archive_no_truncate BEFORE TRUNCATE ON public.archive FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER archived_case_append_only BEFORE DELETE OR UPDATE ON public.archived_case FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER archived_case_no_truncate BEFORE TRUNCATE ON public.archived_case FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER audit_event_append_only BEFORE DELETE OR UPDATE ON public.audit_event FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER audit_event_no_truncate BEFORE TRUNCATE ON public.audit_event FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER clock_entry_append_only BEFORE DELETE OR UPDATE ON public.clock_entry FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER clock_entry_no_truncate BEFORE TRUNCATE ON public.clock_entry FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER deadline_change_append_only BEFORE DELETE OR UPDATE ON public.deadline_change FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER deadline_change_no_truncate BEFORE TRUNCATE ON public.deadline_change FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER disposal_append_only BEFORE DELETE OR UPDATE ON public.disposal FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER disposal_approval_append_only BEFORE DELETE OR UPDATE ON public.disposal_approval FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER disposal_approval_no_truncate BEFORE TRUNCATE ON public.disposal_approval FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER disposal_end_append_only BEFORE DELETE OR UPDATE ON public.disposal_end FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER disposal_end_no_truncate BEFORE TRUNCATE ON public.disposal_end FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER disposal_item_append_only BEFORE DELETE OR UPDATE ON public.disposal_item FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER disposal_item_no_truncate BEFORE TRUNCATE ON public.disposal_item FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER disposal_no_truncate BEFORE TRUNCATE ON public.disposal FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER history_event_append_only BEFORE DELETE OR UPDATE ON public.history_event FOR EACH ROW EXECUTE FUNCTION public.refuse_change_but_disposal();
CREATE TRIGGER history_event_no_truncate BEFORE TRUNCATE ON public.history_event FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER history_event_of_others AFTER INSERT ON public.history_event REFERENCING NEW TABLE AS written FOR EACH STATEMENT WHEN ((CURRENT_USER = 'quytrinh_office'::name)) EXECUTE FUNCTION public.refuse_rows_of_others();
CREATE TRIGGER job_of_others AFTER INSERT ON public.job REFERENCING NEW TABLE AS written FOR EACH STATEMENT WHEN ((CURRENT_USER = 'quytrinh_office'::name)) EXECUTE FUNCTION public.refuse_rows_of_others();
CREATE TRIGGER model_file_append_only BEFORE DELETE OR UPDATE ON public.model_file FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER model_file_no_truncate BEFORE TRUNCATE ON public.model_file FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER model_start_append_only BEFORE DELETE OR UPDATE ON public.model_start FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER model_start_no_truncate BEFORE TRUNCATE ON public.model_start FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER model_version_append_only BEFORE DELETE OR UPDATE ON public.model_version FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER model_version_no_truncate BEFORE TRUNCATE ON public.model_version FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER retention_line_append_only BEFORE DELETE OR UPDATE ON public.retention_line FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER retention_line_no_truncate BEFORE TRUNCATE ON public.retention_line FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER sealed_day_append_only BEFORE DELETE OR UPDATE ON public.sealed_day FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER sealed_day_no_truncate BEFORE TRUNCATE ON public.sealed_day FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER timer_of_others AFTER INSERT ON public.timer REFERENCING NEW TABLE AS written FOR EACH STATEMENT WHEN ((CURRENT_USER = 'quytrinh_office'::name)) EXECUTE FUNCTION public.refuse_rows_of_others();
ALTER TABLE ONLY public.absence
    ADD CONSTRAINT fk_absence_agency_id_agency FOREIGN KEY (agency_id) REFERENCES public.agency(id);
ALTER TABLE ONLY public.absence
    ADD CONSTRAINT fk_absence_person_id_person FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.account
    ADD CONSTRAINT fk_account_person_id_person FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.agency
    ADD CONSTRAINT fk_agency_overseen_by_agency FOREIGN KEY (overseen_by) REFERENCES public.agency(id);
ALTER TABLE ONLY public.agency
    ADD CONSTRAINT fk_agency_parent_id_agency FOREIGN KEY (parent_id) REFERENCES public.agency(id);
ALTER TABLE ONLY public.annex_row
    ADD CONSTRAINT fk_annex_row_agency_id_agency FOREIGN KEY (agency_id) REFERENCES public.agency(id);
ALTER TABLE ONLY public.api_token
    ADD CONSTRAINT fk_api_token_person_id_person FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.archive
    ADD CONSTRAINT fk_archive_agency_id_agency FOREIGN KEY (agency_id) REFERENCES public.agency(id);
ALTER TABLE ONLY public.archived_case
    ADD CONSTRAINT fk_archived_case_archive_id_archive FOREIGN KEY (archive_id) REFERENCES public.archive(id);
ALTER TABLE ONLY public.archived_case
    ADD CONSTRAINT fk_archived_case_instance_id_process_instance FOREIGN KEY (instance_id) REFERENCES public.process_instance(id);
ALTER TABLE ONLY public.calendar_day
    ADD CONSTRAINT fk_calendar_day_agency_id_agency FOREIGN KEY (agency_id) REFERENCES public.agency(id);
ALTER TABLE ONLY public.calendar_feed
    ADD CONSTRAINT fk_calendar_feed_person_id_person FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.citation
    ADD CONSTRAINT fk_citation_procedure_id_procedure FOREIGN KEY (procedure_id) REFERENCES public.procedure(id);
ALTER TABLE ONLY public.clock_entry
    ADD CONSTRAINT fk_clock_entry_instance_id_process_instance FOREIGN KEY (instance_id) REFERENCES public.process_instance(id);
ALTER TABLE ONLY public.deadline_change
    ADD CONSTRAINT fk_deadline_change_instance_id_process_instance FOREIGN KEY (instance_id) REFERENCES public.process_instance(id);
ALTER TABLE ONLY public.deadline_policy
    ADD CONSTRAINT fk_deadline_policy_agency_id_agency FOREIGN KEY (agency_id) REFERENCES public.agency(id);
ALTER TABLE ONLY public.delegation
    ADD CONSTRAINT fk_delegation_absence_id_absence FOREIGN KEY (absence_id) REFERENCES public.absence(id);
ALTER TABLE ONLY public.delegation
    ADD CONSTRAINT fk_delegation_agency_id_agency FOREIGN KEY (agency_id) REFERENCES public.agency(id);
ALTER TABLE ONLY public.delegation
    ADD CONSTRAINT fk_delegation_delegate_id_person FOREIGN KEY (delegate_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.delegation
    ADD CONSTRAINT fk_delegation_principal_id_person FOREIGN KEY (principal_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.disposal
    ADD CONSTRAINT fk_disposal_agency_id_agency FOREIGN KEY (agency_id) REFERENCES public.agency(id);
ALTER TABLE ONLY public.disposal_approval
    ADD CONSTRAINT fk_disposal_approval_disposal FOREIGN KEY (disposal_id, agency_id, proposed_by) REFERENCES public.disposal(id, agency_id, proposed_by);
ALTER TABLE ONLY public.disposal_approval
    ADD CONSTRAINT fk_disposal_approval_minutes_file_stored_file FOREIGN KEY (minutes_file) REFERENCES public.stored_file(id);
ALTER TABLE ONLY public.disposal_end
    ADD CONSTRAINT fk_disposal_end_disposal_id_disposal FOREIGN KEY (disposal_id) REFERENCES public.disposal(id);
ALTER TABLE ONLY public.disposal_item
    ADD CONSTRAINT fk_disposal_item_disposal_id_disposal FOREIGN KEY (disposal_id) REFERENCES public.disposal(id);
ALTER TABLE ONLY public.disposal_item
    ADD CONSTRAINT fk_disposal_item_instance_id_process_instance FOREIGN KEY (instance_id) REFERENCES public.process_instance(id);
ALTER TABLE ONLY public.escalation_ladder
    ADD CONSTRAINT fk_escalation_ladder_agency_id_agency FOREIGN KEY (agency_id) REFERENCES public.agency(id);
ALTER TABLE ONLY public.event_subscription
    ADD CONSTRAINT fk_event_subscription_instance_id_process_instance FOREIGN KEY (instance_id) REFERENCES public.process_instance(id);
ALTER TABLE ONLY public.external_identity
    ADD CONSTRAINT fk_external_identity_person_id_person FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.form_template
    ADD CONSTRAINT fk_form_template_agency_id_agency FOREIGN KEY (agency_id) REFERENCES public.agency(id);
ALTER TABLE ONLY public.history_event
    ADD CONSTRAINT fk_history_event_instance_id_process_instance FOREIGN KEY (instance_id) REFERENCES public.process_instance(id);
ALTER TABLE ONLY public.incident
    ADD CONSTRAINT fk_incident_instance_id_process_instance FOREIGN KEY (instance_id) REFERENCES public.process_instance(id);
ALTER TABLE ONLY public.instance_migration
    ADD CONSTRAINT fk_instance_migration_from_version_id_model_version FOREIGN KEY (from_version_id) REFERENCES public.model_version(id);
ALTER TABLE ONLY public.instance_migration
    ADD CONSTRAINT fk_instance_migration_instance_id_process_instance FOREIGN KEY (instance_id) REFERENCES public.process_instance(id);
ALTER TABLE ONLY public.instance_migration
    ADD CONSTRAINT fk_instance_migration_to_version_id_model_version FOREIGN KEY (to_version_id) REFERENCES public.model_version(id);
ALTER TABLE ONLY public.job
    ADD CONSTRAINT fk_job_instance_id_process_instance FOREIGN KEY (instance_id) REFERENCES public.process_instance(id);
ALTER TABLE ONLY public.legal_document
    ADD CONSTRAINT fk_legal_document_agency_id_agency FOREIGN KEY (agency_id) REFERENCES public.agency(id);
ALTER TABLE ONLY public.legal_document
    ADD CONSTRAINT fk_legal_document_file_id_stored_file FOREIGN KEY (file_id) REFERENCES public.stored_file(id);
ALTER TABLE ONLY public.legal_hold
    ADD CONSTRAINT fk_legal_hold_agency_id_agency FOREIGN KEY (agency_id) REFERENCES public.agency(id);
ALTER TABLE ONLY public.legal_hold
    ADD CONSTRAINT fk_legal_hold_instance_id_process_instance FOREIGN KEY (instance_id) REFERENCES public.process_instance(id);
ALTER TABLE ONLY public.legal_time_change
    ADD CONSTRAINT fk_legal_time_change_agency_id_agency FOREIGN KEY (agency_id) REFERENCES public.agency(id);
ALTER TABLE ONLY public.legal_update
    ADD CONSTRAINT fk_legal_update_agency_id_agency FOREIGN KEY (agency_id) REFERENCES public.agency(id);
ALTER TABLE ONLY public.legal_update_change
    ADD CONSTRAINT fk_legal_update_change_instance_id_legal_update FOREIGN KEY (instance_id) REFERENCES public.legal_update(instance_id);
ALTER TABLE ONLY public.legal_update_change
    ADD CONSTRAINT fk_legal_update_change_procedure_id_procedure FOREIGN KEY (procedure_id) REFERENCES public.procedure(id);
ALTER TABLE ONLY public.legal_update
    ADD CONSTRAINT fk_legal_update_instance_id_process_instance FOREIGN KEY (instance_id) REFERENCES public.process_instance(id);
ALTER TABLE ONLY public.legal_update
    ADD CONSTRAINT fk_legal_update_legal_document_id_legal_document FOREIGN KEY (legal_document_id) REFERENCES public.legal_document(id);
ALTER TABLE ONLY public.mail_hours
    ADD CONSTRAINT fk_mail_hours_agency_id_agency FOREIGN KEY (agency_id) REFERENCES public.agency(id);
ALTER TABLE ONLY public.mail_preference
    ADD CONSTRAINT fk_mail_preference_person_id_person FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.message
    ADD CONSTRAINT fk_message_received_by_process_instance FOREIGN KEY (received_by) REFERENCES public.process_instance(id);
ALTER TABLE ONLY public.message
    ADD CONSTRAINT fk_message_sender_instance_process_instance FOREIGN KEY (sender_instance) REFERENCES public.process_instance(id);
ALTER TABLE ONLY public.model_comment
    ADD CONSTRAINT fk_model_comment_draft_id_model_draft FOREIGN KEY (draft_id) REFERENCES public.model_draft(id);
ALTER TABLE ONLY public.model_comment
    ADD CONSTRAINT fk_model_comment_reply_to_model_comment FOREIGN KEY (reply_to) REFERENCES public.model_comment(id);
ALTER TABLE ONLY public.model_draft
    ADD CONSTRAINT fk_model_draft_agency_id_agency FOREIGN KEY (agency_id) REFERENCES public.agency(id);
ALTER TABLE ONLY public.model_draft
    ADD CONSTRAINT fk_model_draft_based_on_model_version FOREIGN KEY (based_on) REFERENCES public.model_version(id);
ALTER TABLE ONLY public.model_draft_file
    ADD CONSTRAINT fk_model_draft_file_draft_id_model_draft FOREIGN KEY (draft_id) REFERENCES public.model_draft(id);
ALTER TABLE ONLY public.model_draft
    ADD CONSTRAINT fk_model_draft_instance_id_process_instance FOREIGN KEY (instance_id) REFERENCES public.process_instance(id);
ALTER TABLE ONLY public.model_draft
    ADD CONSTRAINT fk_model_draft_procedure_id_procedure FOREIGN KEY (procedure_id) REFERENCES public.procedure(id);
ALTER TABLE ONLY public.model_draft_save
    ADD CONSTRAINT fk_model_draft_save_draft_id_model_draft FOREIGN KEY (draft_id) REFERENCES public.model_draft(id);
ALTER TABLE ONLY public.model_draft
    ADD CONSTRAINT fk_model_draft_version_id_model_version FOREIGN KEY (version_id) REFERENCES public.model_version(id);
ALTER TABLE ONLY public.model_file
    ADD CONSTRAINT fk_model_file_model_version_id_model_version FOREIGN KEY (model_version_id) REFERENCES public.model_version(id);
ALTER TABLE ONLY public.model_start
    ADD CONSTRAINT fk_model_start_model_version_id_model_version FOREIGN KEY (model_version_id) REFERENCES public.model_version(id);
ALTER TABLE ONLY public.model_withdrawal
    ADD CONSTRAINT fk_model_withdrawal_model_version_id_model_version FOREIGN KEY (model_version_id) REFERENCES public.model_version(id);
ALTER TABLE ONLY public.nonconformity
    ADD CONSTRAINT fk_nonconformity_agency_id_agency FOREIGN KEY (agency_id) REFERENCES public.agency(id);
ALTER TABLE ONLY public.nonconformity
    ADD CONSTRAINT fk_nonconformity_instance_id_process_instance FOREIGN KEY (instance_id) REFERENCES public.process_instance(id);
ALTER TABLE ONLY public.notification
    ADD CONSTRAINT fk_notification_instance_id_process_instance FOREIGN KEY (instance_id) REFERENCES public.process_instance(id);
ALTER TABLE ONLY public.office_hours
    ADD CONSTRAINT fk_office_hours_agency_id_agency FOREIGN KEY (agency_id) REFERENCES public.agency(id);
ALTER TABLE ONLY public.password_reset
    ADD CONSTRAINT fk_password_reset_person_id_person FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.person
    ADD CONSTRAINT fk_person_agency_id_agency FOREIGN KEY (agency_id) REFERENCES public.agency(id);
ALTER TABLE ONLY public.person
    ADD CONSTRAINT fk_person_unit_id_unit FOREIGN KEY (unit_id) REFERENCES public.unit(id);
ALTER TABLE ONLY public.planned_change
    ADD CONSTRAINT fk_planned_change_agency_id_agency FOREIGN KEY (agency_id) REFERENCES public.agency(id);
ALTER TABLE ONLY public.procedure
    ADD CONSTRAINT fk_procedure_agency_id_agency FOREIGN KEY (agency_id) REFERENCES public.agency(id);
ALTER TABLE ONLY public.procedure
    ADD CONSTRAINT fk_procedure_unit_id_unit FOREIGN KEY (unit_id) REFERENCES public.unit(id);
ALTER TABLE ONLY public.procedure_version
    ADD CONSTRAINT fk_procedure_version_instance_id_process_instance FOREIGN KEY (instance_id) REFERENCES public.process_instance(id);
ALTER TABLE ONLY public.procedure_version
    ADD CONSTRAINT fk_procedure_version_procedure_id_procedure FOREIGN KEY (procedure_id) REFERENCES public.procedure(id);
ALTER TABLE ONLY public.process_instance
    ADD CONSTRAINT fk_process_instance_model_version_id_model_version FOREIGN KEY (model_version_id) REFERENCES public.model_version(id);
ALTER TABLE ONLY public.recovery_code
    ADD CONSTRAINT fk_recovery_code_person_id_person FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.retention_line
    ADD CONSTRAINT fk_retention_line_agency_id_agency FOREIGN KEY (agency_id) REFERENCES public.agency(id);
ALTER TABLE ONLY public.role_assignment
    ADD CONSTRAINT fk_role_assignment_agency_id_agency FOREIGN KEY (agency_id) REFERENCES public.agency(id);
ALTER TABLE ONLY public.role_assignment
    ADD CONSTRAINT fk_role_assignment_person_id_person FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.role_assignment
    ADD CONSTRAINT fk_role_assignment_unit_id_unit FOREIGN KEY (unit_id) REFERENCES public.unit(id);
ALTER TABLE ONLY public.second_factor
    ADD CONSTRAINT fk_second_factor_person_id_person FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.sign_in_session
    ADD CONSTRAINT fk_sign_in_session_person_id_person FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.task
    ADD CONSTRAINT fk_task_instance_id_process_instance FOREIGN KEY (instance_id) REFERENCES public.process_instance(id);
ALTER TABLE ONLY public.timer
    ADD CONSTRAINT fk_timer_instance_id_process_instance FOREIGN KEY (instance_id) REFERENCES public.process_instance(id);
ALTER TABLE ONLY public.unit
    ADD CONSTRAINT fk_unit_agency_id_agency FOREIGN KEY (agency_id) REFERENCES public.agency(id);
ALTER TABLE public.absence ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.account ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.agency ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.annex_row ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.api_token ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.archive ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.archived_case ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.audit_event ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.calendar_day ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.calendar_feed ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.citation ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.clock_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.deadline_change ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.deadline_policy ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.deadline_reckoning ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.delegation ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.disposal ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.disposal_approval ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.disposal_end ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.disposal_item ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.escalation_ladder ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.event_subscription ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.external_identity ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.form_template ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.history_event ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.incident ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.instance_migration ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.job ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.legal_document ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.legal_hold ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.legal_time_change ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.legal_update ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.legal_update_change ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.mail ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.mail_hours ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.mail_preference ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.message ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.model_comment ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.model_draft ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.model_draft_file ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.model_draft_save ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.nonconformity ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.notification ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.number_series ENABLE ROW LEVEL SECURITY;
CREATE POLICY office ON public.absence TO quytrinh_office USING ((agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY office ON public.account TO quytrinh_office USING ((EXISTS ( SELECT
   FROM public.person
  WHERE ((person.id = account.person_id) AND (person.agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif"))))));
CREATE POLICY office ON public.api_token TO quytrinh_office USING ((EXISTS ( SELECT
   FROM public.person
  WHERE ((person.id = api_token.person_id) AND (person.agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif"))))));
CREATE POLICY office ON public.archive TO quytrinh_office USING ((agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY office ON public.archived_case TO quytrinh_office USING ((agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY office ON public.calendar_feed TO quytrinh_office USING ((EXISTS ( SELECT
   FROM public.person
  WHERE ((person.id = calendar_feed.person_id) AND (person.agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif"))))));
CREATE POLICY office ON public.citation TO quytrinh_office USING ((EXISTS ( SELECT
   FROM public.procedure
  WHERE ((procedure.id = citation.procedure_id) AND (procedure.agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif"))))));
CREATE POLICY office ON public.clock_entry TO quytrinh_office USING (((EXISTS ( SELECT
   FROM public.process_instance
  WHERE ((process_instance.id = clock_entry.instance_id) AND (process_instance.agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif"))))) AND (instance_id <> ALL (( SELECT (NULLIF(current_setting('quytrinh.closed'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))));
CREATE POLICY office ON public.deadline_change TO quytrinh_office USING (((EXISTS ( SELECT
   FROM public.process_instance
  WHERE ((process_instance.id = deadline_change.instance_id) AND (process_instance.agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif"))))) AND (instance_id <> ALL (( SELECT (NULLIF(current_setting('quytrinh.closed'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))));
CREATE POLICY office ON public.delegation TO quytrinh_office USING ((agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY office ON public.disposal TO quytrinh_office USING ((agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY office ON public.disposal_approval TO quytrinh_office USING ((agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY office ON public.disposal_end TO quytrinh_office USING ((agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY office ON public.disposal_item TO quytrinh_office USING ((agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY office ON public.event_subscription TO quytrinh_office USING (((agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif")) AND (instance_id <> ALL (( SELECT (NULLIF(current_setting('quytrinh.closed'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))));
CREATE POLICY office ON public.external_identity TO quytrinh_office USING ((EXISTS ( SELECT
   FROM public.person
  WHERE ((person.id = external_identity.person_id) AND (person.agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif"))))));
CREATE POLICY office ON public.incident TO quytrinh_office USING (((agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif")) AND (instance_id <> ALL (( SELECT (NULLIF(current_setting('quytrinh.closed'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))));
CREATE POLICY office ON public.instance_migration TO quytrinh_office USING (((agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif")) AND (instance_id <> ALL (( SELECT (NULLIF(current_setting('quytrinh.closed'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))));
CREATE POLICY office ON public.legal_document TO quytrinh_office USING ((agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY office ON public.legal_hold TO quytrinh_office USING ((agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY office ON public.legal_time_change TO quytrinh_office USING (((agency_id IS NULL) OR (agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif"))));
CREATE POLICY office ON public.legal_update TO quytrinh_office USING (((agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif")) AND (instance_id <> ALL (( SELECT (NULLIF(current_setting('quytrinh.closed'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))));
CREATE POLICY office ON public.legal_update_change TO quytrinh_office USING ((EXISTS ( SELECT
   FROM public.legal_update
  WHERE ((legal_update.instance_id = legal_update_change.instance_id) AND (legal_update.agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif"))))));
CREATE POLICY office ON public.mail TO quytrinh_office USING (((agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif")) OR (person_id = ( SELECT (NULLIF(current_setting('quytrinh.person'::text, true), ''::text))::uuid AS "nullif")) OR public.mail_speaks_of(id, ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif"), false)));
CREATE POLICY office ON public.mail_hours TO quytrinh_office USING ((agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY office ON public.mail_preference TO quytrinh_office USING ((EXISTS ( SELECT
   FROM public.person
  WHERE ((person.id = mail_preference.person_id) AND (person.agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif"))))));
CREATE POLICY office ON public.message TO quytrinh_office USING (((agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif")) AND ((sender_instance IS NULL) OR (sender_instance <> ALL (( SELECT (NULLIF(current_setting('quytrinh.closed'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))) AND ((received_by IS NULL) OR (received_by <> ALL (( SELECT (NULLIF(current_setting('quytrinh.closed'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))));
CREATE POLICY office ON public.model_comment TO quytrinh_office USING ((EXISTS ( SELECT
   FROM public.model_draft
  WHERE (model_draft.id = model_comment.draft_id))));
CREATE POLICY office ON public.model_draft TO quytrinh_office USING ((agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY office ON public.model_draft_file TO quytrinh_office USING ((EXISTS ( SELECT
   FROM public.model_draft
  WHERE (model_draft.id = model_draft_file.draft_id))));
CREATE POLICY office ON public.model_draft_save TO quytrinh_office USING ((EXISTS ( SELECT
   FROM public.model_draft
  WHERE (model_draft.id = model_draft_save.draft_id))));
CREATE POLICY office ON public.nonconformity TO quytrinh_office USING (((agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif")) AND ((instance_id IS NULL) OR (instance_id <> ALL (( SELECT (NULLIF(current_setting('quytrinh.closed'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))));
CREATE POLICY office ON public.notification TO quytrinh_office USING ((((agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif")) OR (person_id = ( SELECT (NULLIF(current_setting('quytrinh.person'::text, true), ''::text))::uuid AS "nullif"))) AND ((instance_id IS NULL) OR (instance_id <> ALL (( SELECT (NULLIF(current_setting('quytrinh.closed'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))))) WITH CHECK (((agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif")) AND ((instance_id IS NULL) OR (instance_id <> ALL (( SELECT (NULLIF(current_setting('quytrinh.closed'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))));
CREATE POLICY office ON public.number_series TO quytrinh_office USING ((agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY office ON public.password_reset TO quytrinh_office USING ((EXISTS ( SELECT
   FROM public.person
  WHERE ((person.id = password_reset.person_id) AND (person.agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif"))))));
CREATE POLICY office ON public.planned_change TO quytrinh_office USING ((agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY office ON public.procedure TO quytrinh_office USING ((agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY office ON public.procedure_version TO quytrinh_office USING ((EXISTS ( SELECT
   FROM public.procedure
  WHERE ((procedure.id = procedure_version.procedure_id) AND (procedure.agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif"))))));
CREATE POLICY office ON public.process_instance TO quytrinh_office USING (((agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif")) AND (id <> ALL (( SELECT (NULLIF(current_setting('quytrinh.closed'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))));
CREATE POLICY office ON public.recovery_code TO quytrinh_office USING ((EXISTS ( SELECT
   FROM public.person
  WHERE ((person.id = recovery_code.person_id) AND (person.agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif"))))));
CREATE POLICY office ON public.second_factor TO quytrinh_office USING ((EXISTS ( SELECT
   FROM public.person
  WHERE ((person.id = second_factor.person_id) AND (person.agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif"))))));
CREATE POLICY office ON public.sign_in_attempt TO quytrinh_office USING ((EXISTS ( SELECT
   FROM public.account
  WHERE (account.username = sign_in_attempt.username))));
CREATE POLICY office ON public.sign_in_session TO quytrinh_office USING ((EXISTS ( SELECT
   FROM public.person
  WHERE ((person.id = sign_in_session.person_id) AND (person.agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif"))))));
CREATE POLICY office ON public.stored_file TO quytrinh_office USING (((agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif")) AND ((instance_id IS NULL) OR (instance_id <> ALL (( SELECT (NULLIF(current_setting('quytrinh.closed'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])))));
CREATE POLICY office ON public.task TO quytrinh_office USING (((agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif")) AND (instance_id <> ALL (( SELECT (NULLIF(current_setting('quytrinh.closed'::text, true), ''::text))::uuid[] AS "nullif")::uuid[]))));
CREATE POLICY office_delete ON public.agency FOR DELETE TO quytrinh_office USING ((id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY office_delete ON public.annex_row FOR DELETE TO quytrinh_office USING ((agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY office_delete ON public.calendar_day FOR DELETE TO quytrinh_office USING (((agency_id IS NULL) OR (agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif"))));
CREATE POLICY office_delete ON public.deadline_policy FOR DELETE TO quytrinh_office USING (((agency_id IS NULL) OR (agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif"))));
CREATE POLICY office_delete ON public.deadline_reckoning FOR DELETE TO quytrinh_office USING (((agency_id IS NULL) OR (agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif"))));
CREATE POLICY office_delete ON public.escalation_ladder FOR DELETE TO quytrinh_office USING (((agency_id IS NULL) OR (agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif"))));
CREATE POLICY office_delete ON public.form_template FOR DELETE TO quytrinh_office USING ((agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY office_delete ON public.history_event FOR DELETE TO quytrinh_office USING ((EXISTS ( SELECT
   FROM public.process_instance
  WHERE ((process_instance.id = history_event.instance_id) AND (process_instance.agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif"))))));
CREATE POLICY office_delete ON public.job FOR DELETE TO quytrinh_office USING ((EXISTS ( SELECT
   FROM public.process_instance
  WHERE ((process_instance.id = job.instance_id) AND (process_instance.agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif"))))));
CREATE POLICY office_delete ON public.office_hours FOR DELETE TO quytrinh_office USING (((agency_id IS NULL) OR (agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif"))));
CREATE POLICY office_delete ON public.organisation_version FOR DELETE TO quytrinh_office USING ((((subject = 'agency'::text) AND (subject_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif"))) OR ((subject = 'unit'::text) AND (EXISTS ( SELECT
   FROM public.unit
  WHERE ((unit.id = organisation_version.subject_id) AND (unit.agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif")))))) OR ((subject = 'person'::text) AND (EXISTS ( SELECT
   FROM public.person
  WHERE ((person.id = organisation_version.subject_id) AND (person.agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif"))))))));
CREATE POLICY office_delete ON public.person FOR DELETE TO quytrinh_office USING ((agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY office_delete ON public.role_assignment FOR DELETE TO quytrinh_office USING ((agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY office_delete ON public.succession FOR DELETE TO quytrinh_office USING ((((subject = 'agency'::text) AND (predecessor_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif"))) OR ((subject = 'unit'::text) AND (EXISTS ( SELECT
   FROM public.unit
  WHERE ((unit.id = succession.predecessor_id) AND (unit.agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif")))))) OR ((subject = 'person'::text) AND (EXISTS ( SELECT
   FROM public.person
  WHERE ((person.id = succession.predecessor_id) AND (person.agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif"))))))));
CREATE POLICY office_delete ON public.timer FOR DELETE TO quytrinh_office USING ((EXISTS ( SELECT
   FROM public.process_instance
  WHERE ((process_instance.id = timer.instance_id) AND (process_instance.agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif"))))));
CREATE POLICY office_delete ON public.unit FOR DELETE TO quytrinh_office USING ((agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif")));
ALTER TABLE public.office_hours ENABLE ROW LEVEL SECURITY;
CREATE POLICY office_insert ON public.agency FOR INSERT TO quytrinh_office WITH CHECK ((id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY office_insert ON public.annex_row FOR INSERT TO quytrinh_office WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY office_insert ON public.audit_event FOR INSERT TO quytrinh_office WITH CHECK (((agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif")) OR ((agency_id IS NULL) AND (actor_id = ( SELECT (NULLIF(current_setting('quytrinh.person'::text, true), ''::text))::uuid AS "nullif")))));
CREATE POLICY office_insert ON public.calendar_day FOR INSERT TO quytrinh_office WITH CHECK (((agency_id IS NULL) OR (agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif"))));
CREATE POLICY office_insert ON public.deadline_policy FOR INSERT TO quytrinh_office WITH CHECK (((agency_id IS NULL) OR (agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif"))));
CREATE POLICY office_insert ON public.deadline_reckoning FOR INSERT TO quytrinh_office WITH CHECK (((agency_id IS NULL) OR (agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif"))));
CREATE POLICY office_insert ON public.escalation_ladder FOR INSERT TO quytrinh_office WITH CHECK (((agency_id IS NULL) OR (agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif"))));
CREATE POLICY office_insert ON public.form_template FOR INSERT TO quytrinh_office WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY office_insert ON public.history_event FOR INSERT TO quytrinh_office WITH CHECK (true);
CREATE POLICY office_insert ON public.job FOR INSERT TO quytrinh_office WITH CHECK (true);
CREATE POLICY office_insert ON public.office_hours FOR INSERT TO quytrinh_office WITH CHECK (((agency_id IS NULL) OR (agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif"))));
CREATE POLICY office_insert ON public.organisation_version FOR INSERT TO quytrinh_office WITH CHECK ((((subject = 'agency'::text) AND (subject_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif"))) OR ((subject = 'unit'::text) AND (EXISTS ( SELECT
   FROM public.unit
  WHERE ((unit.id = organisation_version.subject_id) AND (unit.agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif")))))) OR ((subject = 'person'::text) AND (EXISTS ( SELECT
   FROM public.person
  WHERE ((person.id = organisation_version.subject_id) AND (person.agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif"))))))));
CREATE POLICY office_insert ON public.person FOR INSERT TO quytrinh_office WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY office_insert ON public.retention_line FOR INSERT TO quytrinh_office WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY office_insert ON public.role_assignment FOR INSERT TO quytrinh_office WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY office_insert ON public.succession FOR INSERT TO quytrinh_office WITH CHECK ((((subject = 'agency'::text) AND (predecessor_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif"))) OR ((subject = 'unit'::text) AND (EXISTS ( SELECT
   FROM public.unit
  WHERE ((unit.id = succession.predecessor_id) AND (unit.agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif")))))) OR ((subject = 'person'::text) AND (EXISTS ( SELECT
   FROM public.person
  WHERE ((person.id = succession.predecessor_id) AND (person.agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif"))))))));
CREATE POLICY office_insert ON public.timer FOR INSERT TO quytrinh_office WITH CHECK (true);
CREATE POLICY office_insert ON public.unit FOR INSERT TO quytrinh_office WITH CHECK ((agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY office_select ON public.agency FOR SELECT TO quytrinh_office USING (true);
CREATE POLICY office_select ON public.annex_row FOR SELECT TO quytrinh_office USING (true);
CREATE POLICY office_select ON public.audit_event FOR SELECT TO quytrinh_office USING (((agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif")) OR ((agency_id IS NULL) AND (actor_id = ( SELECT (NULLIF(current_setting('quytrinh.person'::text, true), ''::text))::uuid AS "nullif")))));
CREATE POLICY office_select ON public.calendar_day FOR SELECT TO quytrinh_office USING (true);
CREATE POLICY office_select ON public.deadline_policy FOR SELECT TO quytrinh_office USING (true);
CREATE POLICY office_select ON public.deadline_reckoning FOR SELECT TO quytrinh_office USING (true);
CREATE POLICY office_select ON public.escalation_ladder FOR SELECT TO quytrinh_office USING (true);
CREATE POLICY office_select ON public.form_template FOR SELECT TO quytrinh_office USING (((agency_id IS NULL) OR (agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif"))));
CREATE POLICY office_select ON public.history_event FOR SELECT TO quytrinh_office USING ((EXISTS ( SELECT
   FROM public.process_instance
  WHERE ((process_instance.id = history_event.instance_id) AND (process_instance.agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif"))))));
CREATE POLICY office_select ON public.job FOR SELECT TO quytrinh_office USING ((EXISTS ( SELECT
   FROM public.process_instance
  WHERE ((process_instance.id = job.instance_id) AND (process_instance.agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif"))))));
CREATE POLICY office_select ON public.office_hours FOR SELECT TO quytrinh_office USING (true);
CREATE POLICY office_select ON public.organisation_version FOR SELECT TO quytrinh_office USING (true);
CREATE POLICY office_select ON public.person FOR SELECT TO quytrinh_office USING (true);
CREATE POLICY office_select ON public.retention_line FOR SELECT TO quytrinh_office USING (true);
CREATE POLICY office_select ON public.role_assignment FOR SELECT TO quytrinh_office USING (true);
CREATE POLICY office_select ON public.succession FOR SELECT TO quytrinh_office USING (true);
CREATE POLICY office_select ON public.timer FOR SELECT TO quytrinh_office USING ((EXISTS ( SELECT
   FROM public.process_instance
  WHERE ((process_instance.id = timer.instance_id) AND (process_instance.agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif"))))));
CREATE POLICY office_select ON public.unit FOR SELECT TO quytrinh_office USING (true);
CREATE POLICY office_update ON public.agency FOR UPDATE TO quytrinh_office USING ((id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY office_update ON public.annex_row FOR UPDATE TO quytrinh_office USING ((agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY office_update ON public.calendar_day FOR UPDATE TO quytrinh_office USING (((agency_id IS NULL) OR (agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif"))));
CREATE POLICY office_update ON public.deadline_policy FOR UPDATE TO quytrinh_office USING (((agency_id IS NULL) OR (agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif"))));
CREATE POLICY office_update ON public.deadline_reckoning FOR UPDATE TO quytrinh_office USING (((agency_id IS NULL) OR (agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif"))));
CREATE POLICY office_update ON public.escalation_ladder FOR UPDATE TO quytrinh_office USING (((agency_id IS NULL) OR (agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif"))));
CREATE POLICY office_update ON public.form_template FOR UPDATE TO quytrinh_office USING ((agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY office_update ON public.history_event FOR UPDATE TO quytrinh_office USING ((EXISTS ( SELECT
   FROM public.process_instance
  WHERE ((process_instance.id = history_event.instance_id) AND (process_instance.agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif"))))));
CREATE POLICY office_update ON public.job FOR UPDATE TO quytrinh_office USING ((EXISTS ( SELECT
   FROM public.process_instance
  WHERE ((process_instance.id = job.instance_id) AND (process_instance.agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif"))))));
CREATE POLICY office_update ON public.office_hours FOR UPDATE TO quytrinh_office USING (((agency_id IS NULL) OR (agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif"))));
CREATE POLICY office_update ON public.organisation_version FOR UPDATE TO quytrinh_office USING ((((subject = 'agency'::text) AND (subject_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif"))) OR ((subject = 'unit'::text) AND (EXISTS ( SELECT
   FROM public.unit
  WHERE ((unit.id = organisation_version.subject_id) AND (unit.agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif")))))) OR ((subject = 'person'::text) AND (EXISTS ( SELECT
   FROM public.person
  WHERE ((person.id = organisation_version.subject_id) AND (person.agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif"))))))));
CREATE POLICY office_update ON public.person FOR UPDATE TO quytrinh_office USING ((agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY office_update ON public.role_assignment FOR UPDATE TO quytrinh_office USING ((agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY office_update ON public.succession FOR UPDATE TO quytrinh_office USING ((((subject = 'agency'::text) AND (predecessor_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif"))) OR ((subject = 'unit'::text) AND (EXISTS ( SELECT
   FROM public.unit
  WHERE ((unit.id = succession.predecessor_id) AND (unit.agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif")))))) OR ((subject = 'person'::text) AND (EXISTS ( SELECT
   FROM public.person
  WHERE ((person.id = succession.predecessor_id) AND (person.agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif"))))))));
CREATE POLICY office_update ON public.timer FOR UPDATE TO quytrinh_office USING ((EXISTS ( SELECT
   FROM public.process_instance
  WHERE ((process_instance.id = timer.instance_id) AND (process_instance.agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif"))))));
CREATE POLICY office_update ON public.unit FOR UPDATE TO quytrinh_office USING ((agency_id = ( SELECT (NULLIF(current_setting('quytrinh.agency'::text, true), ''::text))::uuid AS "nullif")));
ALTER TABLE public.organisation_version ENABLE ROW LEVEL SECURITY;
CREATE POLICY overseer ON public.citation FOR SELECT TO quytrinh_office USING ((EXISTS ( SELECT
   FROM public.procedure
  WHERE (procedure.id = citation.procedure_id))));
CREATE POLICY overseer ON public.legal_document FOR SELECT TO quytrinh_office USING ((agency_id = ANY (( SELECT (NULLIF(current_setting('quytrinh.overseen'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])));
CREATE POLICY overseer ON public.legal_update FOR SELECT TO quytrinh_office USING ((agency_id = ANY (( SELECT (NULLIF(current_setting('quytrinh.overseen'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])));
CREATE POLICY overseer ON public.legal_update_change FOR SELECT TO quytrinh_office USING ((EXISTS ( SELECT
   FROM public.legal_update
  WHERE (legal_update.instance_id = legal_update_change.instance_id))));
CREATE POLICY overseer ON public.nonconformity FOR SELECT TO quytrinh_office USING ((agency_id = ANY (( SELECT (NULLIF(current_setting('quytrinh.overseen'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])));
CREATE POLICY overseer ON public.procedure FOR SELECT TO quytrinh_office USING ((agency_id = ANY (( SELECT (NULLIF(current_setting('quytrinh.overseen'::text, true), ''::text))::uuid[] AS "nullif")::uuid[])));
CREATE POLICY overseer ON public.procedure_version FOR SELECT TO quytrinh_office USING ((EXISTS ( SELECT
   FROM public.procedure
  WHERE (procedure.id = procedure_version.procedure_id))));
ALTER TABLE public.password_reset ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.person ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.planned_change ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.procedure ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.procedure_version ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.process_instance ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.recovery_code ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.retention_line ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.role_assignment ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.second_factor ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.sign_in_attempt ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.sign_in_session ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.stored_file ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.succession ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.task ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.timer ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.unit ENABLE ROW LEVEL SECURITY;
GRANT USAGE ON SCHEMA public TO quytrinh_office;
REVOKE ALL ON FUNCTION public.overseen_punctuality(since timestamp with time zone, until timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.overseen_punctuality(since timestamp with time zone, until timestamp with time zone) TO quytrinh_office;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.absence TO quytrinh_office;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.account TO quytrinh_office;
GRANT SELECT,UPDATE ON TABLE public.agency TO quytrinh_office;
GRANT SELECT ON TABLE public.alembic_version TO quytrinh_office;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.annex_row TO quytrinh_office;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.api_token TO quytrinh_office;
GRANT SELECT,INSERT ON TABLE public.archive TO quytrinh_office;
GRANT SELECT,INSERT ON TABLE public.archived_case TO quytrinh_office;
GRANT SELECT,INSERT ON TABLE public.audit_event TO quytrinh_office;
GRANT USAGE ON SEQUENCE public.audit_event_id_seq TO quytrinh_office;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.calendar_day TO quytrinh_office;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.calendar_feed TO quytrinh_office;
GRANT SELECT ON TABLE public.caught_mail TO quytrinh_office;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.citation TO quytrinh_office;
GRANT SELECT,INSERT ON TABLE public.clock_entry TO quytrinh_office;
GRANT SELECT,INSERT,UPDATE ON TABLE public.process_instance TO quytrinh_office;
GRANT SELECT ON TABLE public.closed_case TO quytrinh_office;
GRANT SELECT,INSERT ON TABLE public.deadline_change TO quytrinh_office;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.deadline_policy TO quytrinh_office;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.deadline_reckoning TO quytrinh_office;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.delegation TO quytrinh_office;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.demo_time TO quytrinh_office;
GRANT USAGE ON SEQUENCE public.demo_time_id_seq TO quytrinh_office;
GRANT SELECT,INSERT ON TABLE public.disposal TO quytrinh_office;
GRANT SELECT,INSERT ON TABLE public.disposal_approval TO quytrinh_office;
GRANT SELECT,INSERT ON TABLE public.disposal_end TO quytrinh_office;
GRANT SELECT,INSERT ON TABLE public.disposal_item TO quytrinh_office;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.escalation_ladder TO quytrinh_office;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.event_subscription TO quytrinh_office;
GRANT USAGE ON SEQUENCE public.event_subscription_sequence_seq TO quytrinh_office;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.external_identity TO quytrinh_office;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.form_template TO quytrinh_office;
GRANT SELECT,INSERT ON TABLE public.history_event TO quytrinh_office;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.incident TO quytrinh_office;
GRANT SELECT,INSERT,UPDATE ON TABLE public.instance_migration TO quytrinh_office;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.job TO quytrinh_office;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.legal_document TO quytrinh_office;
GRANT SELECT,INSERT,UPDATE ON TABLE public.legal_hold TO quytrinh_office;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.legal_time_change TO quytrinh_office;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.legal_time_version TO quytrinh_office;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.legal_update TO quytrinh_office;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.legal_update_change TO quytrinh_office;
GRANT SELECT,INSERT,UPDATE ON TABLE public.mail TO quytrinh_office;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.mail_hours TO quytrinh_office;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.mail_preference TO quytrinh_office;
GRANT SELECT,INSERT,UPDATE ON TABLE public.message TO quytrinh_office;
GRANT USAGE ON SEQUENCE public.message_sequence_seq TO quytrinh_office;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.model_comment TO quytrinh_office;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.model_draft TO quytrinh_office;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.model_draft_file TO quytrinh_office;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.model_draft_save TO quytrinh_office;
GRANT USAGE ON SEQUENCE public.model_draft_save_id_seq TO quytrinh_office;
GRANT SELECT ON TABLE public.model_file TO quytrinh_office;
GRANT SELECT ON TABLE public.model_start TO quytrinh_office;
GRANT SELECT ON TABLE public.model_version TO quytrinh_office;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.model_withdrawal TO quytrinh_office;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.nonconformity TO quytrinh_office;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.notification TO quytrinh_office;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.number_series TO quytrinh_office;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.office_hours TO quytrinh_office;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.organisation_version TO quytrinh_office;
GRANT SELECT ON TABLE public.overseen_case TO quytrinh_office;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.password_reset TO quytrinh_office;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.person TO quytrinh_office;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.planned_change TO quytrinh_office;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.procedure TO quytrinh_office;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.procedure_version TO quytrinh_office;
GRANT SELECT ON TABLE public.province TO quytrinh_office;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.recovery_code TO quytrinh_office;
GRANT SELECT,INSERT ON TABLE public.retention_line TO quytrinh_office;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.role_assignment TO quytrinh_office;
GRANT SELECT ON TABLE public.sealed_day TO quytrinh_office;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.second_factor TO quytrinh_office;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.sign_in_attempt TO quytrinh_office;
GRANT USAGE ON SEQUENCE public.sign_in_attempt_id_seq TO quytrinh_office;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.sign_in_session TO quytrinh_office;
GRANT SELECT,INSERT,UPDATE ON TABLE public.stored_file TO quytrinh_office;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.succession TO quytrinh_office;
GRANT SELECT,INSERT,UPDATE ON TABLE public.task TO quytrinh_office;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.timer TO quytrinh_office;
GRANT SELECT ON TABLE public.timer_lateness TO quytrinh_office;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.unit TO quytrinh_office;
GRANT SELECT ON TABLE public.watchdog_alarm TO quytrinh_office;
GRANT SELECT ON TABLE public.worker_heartbeat TO quytrinh_office;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO quytrinh_office;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT,INSERT,DELETE,UPDATE ON TABLES TO quytrinh_office;
