-- Raters are kept apart and nothing is overwritten: a later rating stands beside the earlier one.
create table assessment (
  id integer generated always as identity primary key,
  person_id integer not null references person on delete cascade,
  competency_code text not null,
  level integer not null check (level between 1 and 5),
  rater_kind text not null check (rater_kind in ('self', 'supervisor', 'assessor', 'centre')),
  rater_person_id integer references person on delete set null,
  assessed_on date not null,
  note text,
  record_key text not null,
  source text not null default 'local' check (source in ('national', 'local')),
  import_id integer references import,
  account_id integer references account,
  recorded_at timestamptz not null default now(),
  unique (person_id, record_key)
);
create index assessment_person on assessment (person_id, competency_code);
create index assessment_rater on assessment (rater_person_id);

-- Levels required of a single post, where they differ from the table for its kind of post; without a level the table applies again.
create table post_standard (
  id integer generated always as identity primary key,
  post_id integer not null references post on delete cascade,
  competency_code text not null,
  level integer check (level between 1 and 5),
  effective_from date not null,
  legal_basis text not null,
  reason text not null,
  set_by integer references account,
  set_at timestamptz not null default now()
);
create index post_standard_post on post_standard (post_id);

-- Each person's gaps as of the last computation; a new rating or a changed standard renews them at once. `unit_id` is the
-- unit in whose sums the row is counted, which the person may have left since.
create table gap (
  person_id integer not null references person on delete cascade,
  competency_code text not null,
  unit_id integer references unit on delete set null,
  required integer not null,
  level integer,
  gap integer,
  band text,
  low double precision,
  high double precision,
  certainty text not null,
  rater_kind text,
  computed_on date not null,
  rule_set text not null,
  primary key (person_id, competency_code)
);
create index gap_band on gap (competency_code, band);
create index gap_unit on gap (unit_id);

-- The heat map: each unit with everything below it, per competency. Sums only, so that units add up.
create table unit_gap (
  unit_id integer not null references unit on delete cascade,
  competency_code text not null,
  summary jsonb not null,
  primary key (unit_id, competency_code)
);

-- How far raters disagree, per competency: the measurement error behind every interval. `raters` says whose ratings it rests on.
create table rating_precision (
  competency_code text primary key,
  raters text not null check (raters in ('others', 'all')),
  standard_error double precision,
  degrees_of_freedom integer,
  unknown_reason text,
  alpha double precision,
  kappa double precision,
  icc double precision,
  targets integer not null,
  computed_at timestamptz not null default now()
);
