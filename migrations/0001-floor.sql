create table account (
  id integer generated always as identity primary key,
  person_id integer unique,
  name text not null,
  email text unique,
  nip text unique,
  password_hash text,
  must_change_password boolean not null default false,
  -- When the first password was issued that nobody has replaced yet; it opens nothing after some days.
  first_password_at timestamptz,
  language text not null default 'id' check (language in ('id', 'en')),
  demo boolean not null default false,
  disabled_at timestamptz,
  last_seen_at timestamptz,
  created_at timestamptz not null default now()
);

create table role_grant (
  account_id integer not null references account on delete cascade,
  role text not null,
  unit_id integer,
  granted_by integer references account,
  granted_at timestamptz not null default now()
);
create unique index role_grant_once on role_grant (account_id, role, coalesce(unit_id, 0));

-- The token itself is never stored, only its SHA-256.
create table session (
  id integer generated always as identity primary key,
  token_hash bytea not null unique,
  account_id integer not null references account on delete cascade,
  device text not null,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index session_account on session (account_id);

create table api_token (
  id integer generated always as identity primary key,
  token_hash bytea not null unique,
  account_id integer not null references account on delete cascade,
  name text not null,
  expires_on date not null,
  last_used_at timestamptz,
  created_at timestamptz not null default now()
);
create index api_token_account on api_token (account_id);

-- Attempts slow down per account name and per address; nobody is ever locked out by a stranger's attempts.
create table sign_in_attempt (
  bucket text primary key,
  failures integer not null,
  last_failed_at timestamptz not null
);

create table first_administrator (
  secret_hash bytea primary key,
  created_at timestamptz not null default now(),
  used_at timestamptz
);

-- Append-only; each row's hash covers the row before it (see platform/audit).
create table audit (
  id bigint primary key,
  at timestamptz not null,
  account_id integer,
  operation text not null,
  subject text,
  outcome text not null check (outcome in ('done', 'refused')),
  code text,
  reason text,
  previous_hash text not null,
  hash text not null
);
create index audit_at on audit (at);

create table password_reset (
  secret_hash bytea primary key,
  account_id integer not null references account on delete cascade,
  expires_at timestamptz not null
);

-- First passwords on their way to people. The seed makes them while their job runs, so that a killed job can go on with the
-- same ones; it is wiped when the sheet is written, and the sheet when it has been taken, once, or when its time is over.
create table password_sheet (
  id uuid primary key,
  job_id uuid not null,
  unit_id integer,
  seed bytea,
  file_key text,
  accounts integer not null default 0,
  created_by integer references account on delete set null,
  created_at timestamptz not null default now(),
  taken_by integer references account on delete set null,
  taken_at timestamptz,
  ticket_hash bytea,
  discarded_by integer references account on delete set null,
  discarded_at timestamptz
);

create table password_sheet_account (
  sheet_id uuid not null references password_sheet on delete cascade,
  account_id integer not null references account on delete cascade,
  primary key (sheet_id, account_id)
);

-- The only way in. The lock makes appending a queue, so the chain never forks; fields are joined by the unit separator.
create function append_audit(
  at_text text, account integer, operation_name text, subject_name text, outcome_name text, refusal_code text, reason_text text
) returns void language plpgsql as $$
declare
  last_id bigint := 0;
  last_hash text := repeat('0', 64);
begin
  perform pg_advisory_xact_lock(7001);
  select a.id, a.hash into last_id, last_hash from audit a order by a.id desc limit 1;
  last_id := coalesce(last_id, 0) + 1;
  last_hash := coalesce(last_hash, repeat('0', 64));
  subject_name := translate(subject_name, chr(31), ' ');
  reason_text := translate(reason_text, chr(31), ' ');
  insert into audit (id, at, account_id, operation, subject, outcome, code, reason, previous_hash, hash)
  values (last_id, at_text::timestamptz, account, operation_name, subject_name, outcome_name, refusal_code, reason_text, last_hash,
    encode(sha256(convert_to(
      last_hash || chr(31) || last_id || chr(31) || at_text || chr(31) || coalesce(account::text, '') || chr(31) || operation_name || chr(31)
      || coalesce(subject_name, '') || chr(31) || outcome_name || chr(31) || coalesce(refusal_code, '') || chr(31) || coalesce(reason_text, ''),
      'UTF8')), 'hex'));
end $$;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log is append-only';
end $$;
create trigger audit_append_only before update or delete on audit for each row execute function refuse_change();

create table idempotency (
  account_id integer not null,
  key text not null,
  operation text not null,
  request_hash text not null,
  response jsonb not null,
  created_at timestamptz not null default now(),
  primary key (account_id, key)
);
create index idempotency_created on idempotency (created_at);

-- What a person sees of a job. The queue itself belongs to pg-boss; this row outlives it.
create table job (
  id uuid primary key,
  name text not null,
  account_id integer references account on delete set null,
  payload jsonb not null,
  status text not null check (status in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  done integer not null default 0,
  total integer,
  note text,
  attempts integer not null default 0,
  refusal jsonb,
  cancel_requested boolean not null default false,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz
);
create index job_created on job (created_at);

create table setting (
  key text primary key,
  value jsonb not null,
  updated_by integer references account on delete set null,
  updated_at timestamptz not null default now()
);

-- Every number from a regulation: dated, versioned, with its legal basis. The region pack brings version 1; an edit adds a version.
create table rule_set (
  name text not null,
  version integer not null,
  effective_from date not null,
  effective_to date,
  legal_basis text not null,
  confidence text not null,
  body jsonb not null,
  reason text,
  created_by integer references account on delete set null,
  created_at timestamptz not null default now(),
  primary key (name, version)
);
