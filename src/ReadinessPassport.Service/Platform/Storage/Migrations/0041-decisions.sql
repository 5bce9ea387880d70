-- Every decision, denials too: what was asked, by whom, and the clauses that decided. No subject and no fact.
create table passport.decision (
    id              text primary key,
    at              timestamptz not null,
    agency          text not null,
    role            text not null,
    purpose         text not null,
    mode            text not null,
    result          text not null check (result in ('permit', 'partly', 'deny')),
    agreements      text[] not null,
    request_sha256  text not null,
    policy_sha256   text not null,
    record          jsonb not null,
    log_entry       text not null
);
create index on passport.decision (at desc);
create index on passport.decision (agency, at desc);
grant select, insert on passport.decision to rp_web;

-- The state of an agreement beyond its text: suspensions take effect alone and at once.
create table passport.agreement_event (
    id              bigint generated always as identity primary key,
    agreement       text not null,
    version         int not null,
    kind            text not null check (kind in ('suspended', 'resumed', 'withdrawn')),
    agency          text not null,
    reason          text,
    at              timestamptz not null default now(),
    log_entry       text not null
);
grant select, insert on passport.agreement_event to rp_web;
