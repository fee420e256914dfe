-- The facts stay with the result, so that the same rule-set version gives the same value years later. `unit_id` is the unit
-- in whose sums the row is counted, which the person may have left since.
create table index_result (
  person_id integer not null references person on delete cascade,
  unit_id integer references unit on delete set null,
  year integer not null,
  rule_set text not null,
  rule_set_version integer not null,
  on_day date not null,
  qualification double precision not null,
  competence double precision not null,
  performance double precision not null,
  discipline double precision not null,
  total double precision not null,
  category text not null,
  measured boolean not null,
  not_measured_because text,
  facts jsonb not null,
  computed_at timestamptz not null default now(),
  primary key (person_id, year, rule_set)
);
create index index_result_year on index_result (year, rule_set, total);
create index index_result_unit on index_result (unit_id);

-- What BKN itself computed (`nilaiipasn`); it leads in reports, ours is the estimate beside it.
create table index_official (
  id integer generated always as identity primary key,
  person_id integer not null references person on delete cascade,
  record_key text not null,
  year integer not null,
  qualification double precision,
  competence double precision,
  performance double precision,
  discipline double precision,
  total double precision not null,
  stated_on date,
  source text not null default 'national' check (source in ('national', 'local')),
  import_id integer references import,
  recorded_at timestamptz not null default now(),
  local jsonb not null default '{}',
  version integer not null default 1,
  unique (person_id, record_key)
);

-- Sums over a unit and everything below it; without a unit over the whole city, with those who stand in no unit.
create table unit_index (
  unit_id integer references unit on delete cascade,
  year integer not null,
  rule_set text not null,
  summary jsonb not null,
  unique nulls not distinct (unit_id, year, rule_set)
);
