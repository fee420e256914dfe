-- What can be taught or arranged: a course, a workshop, coaching, a secondment. `form` is one of the national forms of development
-- (A1 … C11), `curriculum` names the standard of the competency's supervising agency (PP 11/2017 pasal 207 huruf f).
create table programme (
  id integer generated always as identity primary key,
  code text not null unique,
  name text not null,
  purpose text not null,
  kind text not null check (kind in ('technical', 'soft-skill', 'leadership', 'functional', 'sociocultural')),
  form text not null,
  lesson_hours integer not null check (lesson_hours between 1 and 1000),
  weeks integer not null check (weeks between 1 and 26),
  online boolean not null,
  provider text not null,
  curriculum text,
  category text not null,
  fixed_rupiah bigint not null check (fixed_rupiah >= 0),
  seat_rupiah bigint not null check (seat_rupiah >= 0),
  min_seats integer not null check (min_seats >= 1),
  max_seats integer not null,
  most_sessions integer not null check (most_sessions between 1 and 50),
  audience jsonb not null default '{}',
  prerequisite_id integer references programme,
  retired_on date,
  synthetic boolean not null default false,
  version integer not null default 1,
  changed_by integer references account,
  changed_at timestamptz not null default now(),
  check (max_seats >= min_seats)
);

-- How many levels a programme is expected to raise a competency by, and how surely: an assumption until an evaluation has measured it.
create table programme_effect (
  programme_id integer not null references programme on delete cascade,
  competency_code text not null,
  target_level integer not null check (target_level between 1 and 5),
  gain double precision not null check (gain >= 0 and gain <= 4),
  standard_error double precision not null check (standard_error >= 0),
  source text not null check (source in ('assumption', 'evaluation')),
  basis text not null,
  primary key (programme_id, competency_code)
);

-- A voice that speaks of a need: requests, priorities, duties, results. Gaps of competency are not copied; they are read where they stand.
-- `aim` is the kind of post the person works towards (PP 11/2017 pasal 206: also the post to be held); no register knows it.
create table need_voice (
  id integer generated always as identity primary key,
  year integer not null,
  source text not null check (source in ('performance', 'survey', 'own-request', 'supervisor-request', 'leader-priority', 'legal-duty', 'evaluation')),
  title text not null,
  reason text not null,
  legal_basis text,
  competency_code text,
  unit_id integer references unit on delete set null,
  person_id integer references person on delete cascade,
  aim text,
  strength integer not null check (strength between 1 and 3),
  account_id integer references account,
  recorded_at timestamptz not null default now(),
  withdrawn_at timestamptz
);
create index need_voice_year on need_voice (year, competency_code);
create index need_voice_person on need_voice (person_id);

-- What the development office decided about a need: training, or another way where training cannot solve it.
create table need_route (
  year integer not null,
  competency_code text not null,
  unit_id integer not null references unit on delete cascade,
  route text not null check (route in ('training', 'coaching', 'tools', 'staffing', 'procedure')),
  reason text not null,
  decided_by integer references account,
  decided_at timestamptz not null default now(),
  primary key (year, competency_code, unit_id)
);

-- A plan of one year, as a draft (a scenario), proposed, approved or replaced. Once approved nothing of it changes: what changes is a
-- revision of it. `outcome` is what the solver proved and what the plan reaches.
create table plan (
  id integer generated always as identity primary key,
  year integer not null,
  name text not null,
  status text not null default 'draft' check (status in ('draft', 'proposed', 'approved', 'replaced')),
  revision_of integer references plan,
  settings jsonb not null,
  version integer not null default 1,
  job_id uuid,
  outcome jsonb,
  solved_at timestamptz,
  created_by integer references account,
  created_at timestamptz not null default now(),
  proposed_at timestamptz,
  decided_by integer references account,
  decided_at timestamptz,
  decision_note text
);
create index plan_year on plan (year, status);
create unique index plan_approved on plan (year) where status = 'approved';

-- The input as the solver saw it, with the numbers of persons and no names; with it the plan can be solved again to the same result.
create table plan_input (
  plan_id integer primary key references plan on delete cascade,
  input jsonb not null,
  sha256 text not null,
  stored_at timestamptz not null default now()
);

-- A session that the plan holds or leaves out, with the reason.
create table plan_session (
  id integer generated always as identity primary key,
  plan_id integer not null references plan on delete cascade,
  programme_id integer not null references programme,
  key integer not null,
  first_week integer not null,
  weeks integer not null,
  runs boolean not null,
  seats integer not null,
  fixed_rupiah bigint not null,
  seat_rupiah bigint not null,
  reason jsonb,
  unique (plan_id, key)
);

create table plan_seat (
  session_id integer not null references plan_session on delete cascade,
  person_id integer not null references person on delete cascade,
  plan_id integer not null references plan on delete cascade,
  benefit integer not null,
  why jsonb not null,
  primary key (session_id, person_id)
);
create index plan_seat_person on plan_seat (person_id, plan_id);
create index plan_seat_plan on plan_seat (plan_id);

-- The best that a person did not get, and why.
create table plan_left_out (
  plan_id integer not null references plan on delete cascade,
  person_id integer not null references person on delete cascade,
  programme_id integer not null references programme,
  benefit integer not null,
  reason jsonb not null,
  primary key (plan_id, person_id, programme_id)
);
create index plan_left_out_person on plan_left_out (person_id);

-- What somebody has fixed by hand before solving: a programme that must or must not run, a person who must or must not attend it.
create table plan_pin (
  id integer generated always as identity primary key,
  plan_id integer not null references plan on delete cascade,
  programme_id integer not null references programme,
  person_id integer references person on delete cascade,
  first_week integer,
  wish text not null check (wish in ('in', 'out')),
  reason text not null,
  account_id integer references account,
  recorded_at timestamptz not null default now()
);
create index plan_pin_plan on plan_pin (plan_id);
create index plan_pin_person on plan_pin (person_id);

create table plan_comment (
  id integer generated always as identity primary key,
  plan_id integer not null references plan on delete cascade,
  unit_id integer references unit on delete set null,
  stance text not null check (stance in ('agrees', 'asks', 'objects')),
  text text not null,
  account_id integer references account,
  recorded_at timestamptz not null default now()
);
create index plan_comment_plan on plan_comment (plan_id);
