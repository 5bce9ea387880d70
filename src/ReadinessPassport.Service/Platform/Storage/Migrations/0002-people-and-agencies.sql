-- Staff and agencies; nobody here is a client. A password is kept as a hash, a second factor's secret sealed by the hub's own key.
create table identity.agency (
    code            text primary key check (code ~ '^[A-Z]{2,6}\.[A-Z][A-Z0-9]{1,16}$'),
    name            text not null check (length(name) between 1 and 200),
    state           text not null default 'active' check (state in ('active', 'suspended')),
    public_identity jsonb not null,
    fingerprint     text not null,
    added_at        timestamptz not null default now(),
    suspended_at    timestamptz
);

create table identity.person (
    id              uuid primary key,
    email           text not null,
    agency          text not null references identity.agency (code),
    password_hash   text not null,
    second_factor   bytea,
    failures        int not null default 0,
    locked_until    timestamptz,
    added_at        timestamptz not null default now(),
    disabled_at     timestamptz
);
create unique index on identity.person (lower(email));

create table identity.person_role (
    person          uuid not null references identity.person (id),
    role            text not null,
    primary key (person, role)
);

grant select, insert, update on identity.agency, identity.person to rp_web;
grant select, insert, delete on identity.person_role to rp_web;
