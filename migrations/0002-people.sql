-- Every record carries where it came from and when. `local` holds the fields that were corrected here, each with the
-- national value that was refused, so that the next import neither overwrites them nor asks the same question twice.

create table import (
  id integer generated always as identity primary key,
  name text not null,
  status text not null check (status in ('reading', 'preview', 'applying', 'done', 'failed', 'cancelled')),
  file_key text,
  bytes bigint,
  refusal jsonb,
  counts jsonb not null default '{}',
  job_id uuid,
  created_by integer references account,
  created_at timestamptz not null default now(),
  confirmed_at timestamptz,
  finished_at timestamptz
);

create table import_file (
  id integer generated always as identity primary key,
  import_id integer not null references import on delete cascade,
  path text not null,
  kind text,
  status text not null check (status in ('read', 'rejected', 'applied', 'failed')),
  refusal jsonb,
  counts jsonb not null default '{}',
  columns jsonb not null default '[]',
  applied_at timestamptz
);
create index import_file_import on import_file (import_id);

-- `original` is json and not jsonb: the report gives the columns back in the order in which they came. `place` names the
-- member where many files of one person each are one file here.
create table import_row (
  file_id integer not null references import_file on delete cascade,
  row_number integer not null,
  place text,
  outcome text not null check (outcome in ('new', 'changed', 'same', 'conflict', 'rejected')),
  nip text,
  record_key text,
  original json not null,
  facts jsonb,
  changes jsonb,
  reasons jsonb not null default '[]',
  record_id integer,
  record_version integer,
  primary key (file_id, row_number)
);
create index import_row_outcome on import_row (file_id, outcome);
create index import_row_key on import_row (file_id, record_key, nip);

-- The persons an import brings, until it is applied: whom the rows of its other files belong to.
create table import_person (
  import_id integer not null references import on delete cascade,
  nip text not null,
  national_id text,
  person_id integer,
  name text not null,
  file_id integer not null,
  row_number integer not null,
  primary key (import_id, nip)
);
create index import_person_national on import_person (import_id, national_id);

create table unit (
  id integer generated always as identity primary key,
  national_id text unique,
  name text not null,
  parent_id integer references unit,
  head_title text,
  echelon_code text,
  head_national_id text,
  source text not null default 'national' check (source in ('national', 'local')),
  import_id integer references import,
  recorded_at timestamptz not null default now(),
  local jsonb not null default '{}',
  version integer not null default 1
);
create index unit_parent on unit (parent_id);

-- Every unit with each of its ancestors, itself included: "everything below this office" is one indexed look-up.
create table unit_tree (
  ancestor_id integer not null references unit on delete cascade,
  unit_id integer not null references unit on delete cascade,
  depth integer not null,
  primary key (ancestor_id, unit_id)
);
create index unit_tree_unit on unit_tree (unit_id);

create table post (
  id integer generated always as identity primary key,
  unit_id integer not null references unit,
  kind text not null check (kind in ('structural', 'functional', 'general')),
  title text not null,
  national_id text,
  echelon_code text,
  functional_level text,
  post_class integer,
  unique (unit_id, kind, title)
);

create table person (
  id integer generated always as identity primary key,
  national_id text unique,
  nip text not null unique,
  nip_old text,
  name text not null,
  title_front text,
  title_back text,
  birth_place text,
  born_on date not null,
  sex text not null check (sex in ('M', 'F')),
  employment text not null check (employment in ('PNS', 'CPNS', 'PPPK')),
  status_code text not null,
  education_code text,
  grade_code text,
  grade_since_on date,
  appointed_on date,
  confirmed_on date,
  retires_on date,
  post_since_on date,
  email text,
  unit_id integer references unit,
  post_id integer references post,
  supervisor_id integer references person on delete set null,
  search text not null default '',
  source text not null default 'national' check (source in ('national', 'local')),
  import_id integer references import,
  recorded_at timestamptz not null default now(),
  local jsonb not null default '{}',
  version integer not null default 1
);
create index person_unit on person (unit_id);
create index person_supervisor on person (supervisor_id);
create index person_name on person (name, id);
create index person_words on person using gin (to_tsvector('simple', search));

-- Who is at work, counted when the register is settled: `staff` in the unit itself, `persons` and `counts` with everything
-- below it. A unit without a row has nobody. No page of a unit counts persons.
create table unit_headcount (
  unit_id integer primary key references unit on delete cascade,
  staff integer not null,
  persons integer not null,
  counts jsonb not null
);

-- An exception is named by its person, in conflicts and changes too.
create table supervisor_exception (
  person_id integer primary key references person on delete cascade,
  id integer generated always as (person_id) stored,
  supervisor_id integer not null references person on delete cascade,
  reason text not null,
  recorded_by integer references account,
  recorded_at timestamptz not null default now(),
  local jsonb not null default '{}',
  version integer not null default 1
);

create table education (
  id integer generated always as identity primary key,
  person_id integer not null references person on delete cascade,
  record_key text not null,
  level_code text not null,
  name text,
  school text,
  year integer,
  graduated_on date,
  first boolean not null default false,
  diploma_number text,
  source text not null default 'national' check (source in ('national', 'local')),
  import_id integer references import,
  recorded_at timestamptz not null default now(),
  local jsonb not null default '{}',
  version integer not null default 1,
  unique (person_id, record_key)
);

create table training (
  id integer generated always as identity primary key,
  person_id integer not null references person on delete cascade,
  record_key text not null,
  kind text not null check (kind in ('structural', 'course')),
  name text not null,
  type_code text,
  structural_code text,
  certificate_class text,
  hours double precision,
  year integer,
  started_on date,
  ended_on date,
  provider text,
  certificate_number text,
  source text not null default 'national' check (source in ('national', 'local')),
  import_id integer references import,
  recorded_at timestamptz not null default now(),
  local jsonb not null default '{}',
  version integer not null default 1,
  unique (person_id, record_key)
);

create table appraisal (
  id integer generated always as identity primary key,
  person_id integer not null references person on delete cascade,
  record_key text not null,
  year integer not null,
  result integer,
  behaviour integer,
  predicate integer,
  value double precision,
  rater_nip text,
  rater_name text,
  rater_post text,
  source text not null default 'national' check (source in ('national', 'local')),
  import_id integer references import,
  recorded_at timestamptz not null default now(),
  local jsonb not null default '{}',
  version integer not null default 1,
  unique (person_id, record_key)
);

create table rank (
  id integer generated always as identity primary key,
  person_id integer not null references person on delete cascade,
  record_key text not null,
  grade_code text not null,
  since_on date not null,
  promotion_kind text,
  decree_number text,
  decree_on date,
  service_years integer,
  service_months integer,
  source text not null default 'national' check (source in ('national', 'local')),
  import_id integer references import,
  recorded_at timestamptz not null default now(),
  local jsonb not null default '{}',
  version integer not null default 1,
  unique (person_id, record_key)
);

create table posting (
  id integer generated always as identity primary key,
  person_id integer not null references person on delete cascade,
  record_key text not null,
  post_kind text not null,
  title text not null,
  unit_national_id text,
  unit_name text,
  echelon_code text,
  since_on date not null,
  decree_number text,
  decree_on date,
  source text not null default 'national' check (source in ('national', 'local')),
  import_id integer references import,
  recorded_at timestamptz not null default now(),
  local jsonb not null default '{}',
  version integer not null default 1,
  unique (person_id, record_key)
);

create table sanction (
  id integer generated always as identity primary key,
  person_id integer not null references person on delete cascade,
  record_key text not null,
  type_code text,
  level text not null check (level in ('R', 'S', 'B')),
  since_on date not null,
  until_on date,
  decree_number text,
  decree_on date,
  revoked_on date,
  source text not null default 'national' check (source in ('national', 'local')),
  import_id integer references import,
  recorded_at timestamptz not null default now(),
  local jsonb not null default '{}',
  version integer not null default 1,
  unique (person_id, record_key)
);

-- Every later change of a field: who or which import, when, from what to what.
create table register_change (
  id bigint generated always as identity primary key,
  record_kind text not null,
  record_id integer not null,
  person_id integer references person on delete cascade,
  fields jsonb not null,
  source text not null check (source in ('national', 'local')),
  import_id integer references import,
  account_id integer references account,
  reason text,
  changed_at timestamptz not null default now()
);
create index register_change_record on register_change (record_kind, record_id);
create index register_change_person on register_change (person_id);

create table conflict (
  id integer generated always as identity primary key,
  record_kind text not null,
  record_id integer not null,
  person_id integer references person on delete cascade,
  field text not null,
  local_value jsonb,
  national_value jsonb,
  import_id integer references import,
  found_at timestamptz not null default now(),
  decision text check (decision in ('keep', 'take')),
  decided_by integer references account,
  decided_at timestamptz
);
create unique index conflict_open on conflict (record_kind, record_id, field) where decision is null;
create index conflict_person on conflict (person_id);

-- Roles that follow from the register: everybody is an employee, whoever has people under them is a supervisor.
create view derived_role as
select p.id as person_id, 'employee' as role from person p
union all
select p.id, 'supervisor' from person p where exists (select 1 from person s where s.supervisor_id = p.id);

-- Every unit with each unit above it, itself included (depth 0).
create view unit_within as select ancestor_id, unit_id, depth from unit_tree;

create view unit_name as select id as unit_id, national_id, name from unit;

-- Who may be given an account: the floor reads it without knowing the register.
create view account_candidate as
select p.id as person_id, p.nip, p.name, p.email, p.unit_id, p.status_code in ('01', '03', '15') as active from person p;
