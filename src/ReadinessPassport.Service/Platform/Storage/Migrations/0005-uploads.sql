-- Deliveries of the agencies: what is being received, checked, was accepted or refused. The bytes being received lie on disk, not here.
create table passport.upload (
    id              text primary key,
    agency          text not null references identity.agency (code),
    kind            text not null check (kind in ('cohort', 'facts')),
    agreement       text not null,
    sha256          bytea not null check (octet_length(sha256) = 32),
    length          bigint not null check (length > 0),
    state           text not null default 'receiving' check (state in ('receiving', 'checking', 'accepted', 'refused')),
    created_at      timestamptz not null default now(),
    expires_at      timestamptz not null,
    completed_at    timestamptz,
    decided_at      timestamptz,
    rows            int,
    entry           text,
    entry_index     bigint,
    entry_at        timestamptz,
    problem         jsonb,
    check ((state in ('accepted', 'refused')) = (entry is not null))
);
-- The same bytes for the same agreement are one delivery, however often they are offered; what was refused may be offered again.
create unique index one_delivery on passport.upload (agency, kind, agreement, sha256) where state <> 'refused';
create index on passport.upload (agency, created_at desc);
create index on passport.upload (state) where state in ('receiving', 'checking');

-- Coded facts under opaque handles; what they mean is in the attribute catalogue. No name, no date of birth, no local id.
create table passport.fact (
    agreement       text not null,
    owner           text not null,
    handle          bytea not null check (octet_length(handle) = 16),
    source          text not null,
    period          text not null,
    attribute       text not null,
    value           text not null,
    grade           text,
    as_of           text,
    upload          text not null references passport.upload (id)
);
create index fact_of_record on passport.fact (agreement, owner, handle);

grant select, insert, update on passport.upload to rp_web;
grant delete on passport.upload to rp_web;
grant select, insert, delete on passport.fact to rp_web;
