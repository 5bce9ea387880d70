-- A snapshot freezes who is linked to whom: tables count persons of a run, and a release names its snapshot.
create table passport.snapshot (
    id              text primary key,
    agreement       text not null,
    run             text not null,
    school_year     text not null,
    frozen_at       timestamptz not null default now(),
    correction_of   text references passport.snapshot (id),
    note            text,
    unique (agreement, school_year, run)
);
grant select, insert on passport.snapshot to rp_web;

-- Somebody asked for a catalogued table. What would be printed waits here for its second person.
create table passport.table_request (
    id              text primary key,
    table_id        text not null,
    agreement       text not null,
    snapshot        text not null references passport.snapshot (id),
    parameters      jsonb not null,
    answer_key      text not null,
    requested_by    uuid not null,
    agency          text not null,
    role            text not null,
    purpose         text not null,
    decision        text not null references passport.decision (id),
    state           text not null check (state in ('computing', 'refused', 'in-review', 'returned', 'released')),
    proposal        jsonb,
    findings        jsonb,
    reviewers       text[] not null default '{}',
    release         text,
    requested_at    timestamptz not null default now(),
    review_until    timestamptz
);
create index on passport.table_request (state, requested_at);
create table passport.table_review (
    request         text not null references passport.table_request (id),
    agency          text not null,
    reviewer        uuid not null,
    verdict         text not null check (verdict in ('approve', 'return')),
    note            text,
    at              timestamptz not null default now(),
    primary key (request, agency)
);

-- The same question gets the same bytes for ever: the answer's key is unique and nothing here is updated.
create table passport.release (
    id              text primary key,
    answer_key      text not null unique,
    table_id        text not null,
    spec_sha256     text not null,
    agreement       text not null,
    snapshot        text not null references passport.snapshot (id),
    population      text not null,
    body            bytea not null,
    csv             bytea not null,
    statements      jsonb not null,
    audit_sha256    text not null,
    released_at     timestamptz not null default now(),
    log_entry       text not null
);
create index on passport.release (population, snapshot);
grant select, insert, update on passport.table_request to rp_web;
grant select, insert on passport.table_review, passport.release to rp_web;
