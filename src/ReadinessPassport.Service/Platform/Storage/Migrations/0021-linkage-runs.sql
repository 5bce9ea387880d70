-- A run links the packages of one agreement. Its coarse steps are jobs; the fine pieces of a step lie here and are taken with SKIP LOCKED.
create table linkage.run (
    id              text primary key,
    agreement       text not null,
    state           text not null default 'waiting' check (state in ('waiting', 'running', 'paused', 'done', 'failed', 'cancelled')),
    requested_by    text not null,
    requested_at    timestamptz not null default now(),
    started_at      timestamptz,
    ended_at        timestamptz,
    failure         text,
    settings        jsonb not null default '{}'
);
create unique index one_open_run_of_an_agreement on linkage.run (agreement) where state in ('waiting', 'running', 'paused');

-- The packages a run links, fixed when it starts, in the order in which sources are numbered.
create table linkage.run_package (
    run             text not null references linkage.run (id),
    ordinal         int not null,
    upload          text not null,
    owner           text not null,
    rows            int not null,
    primary key (run, ordinal)
);

create table linkage.step (
    run             text not null references linkage.run (id),
    ordinal         int not null,
    name            text not null,
    pieces          int,
    remaining       int,
    planned_at      timestamptz,
    ended_at        timestamptz,
    primary key (run, ordinal)
);

create table linkage.piece (
    run             text not null,
    step            int not null,
    piece           int not null,
    done_at         timestamptz,
    seconds         double precision,
    primary key (run, step, piece),
    foreign key (run, step) references linkage.step (run, ordinal)
);
create index open_pieces on linkage.piece (run, step, piece) where done_at is null;

-- What a piece found, in a form of the step's own. Keyed by the piece, so that doing it twice changes nothing.
create table linkage.piece_output (
    run             text not null,
    step            int not null,
    piece           int not null,
    part            int not null,
    bytes           bytea not null,
    primary key (run, step, piece, part)
);
alter table linkage.piece_output alter column bytes set storage external;

-- Who is one person, run after run. Keys are random, are never reused, and survive runs by the rules of Linkage.
create table linkage.person (
    agreement       text not null,
    owner           text not null,
    handle          bytea not null check (octet_length(handle) = 16),
    person          uuid not null,
    since_run       text not null,
    primary key (agreement, owner, handle)
);
create table linkage.person_event (
    id              bigint generated always as identity primary key,
    agreement       text not null,
    run             text not null,
    kind            text not null check (kind in ('new', 'merged', 'split', 'retired')),
    person          uuid not null,
    other           uuid,
    at              timestamptz not null default now()
);

grant select, insert, update, delete on linkage.run, linkage.run_package, linkage.step, linkage.piece, linkage.piece_output, linkage.person to rp_linkage;
grant select, insert on linkage.person_event to rp_linkage;
grant usage, select on all sequences in schema linkage to rp_linkage;

-- What the web role may know of a run: how far it is and what it reported. Counts, weights and quality; no record.
create table linkage.run_report (
    run             text primary key,
    agreement       text not null,
    published_at    timestamptz not null default now(),
    report          jsonb not null
);
grant select, insert on linkage.run_report to rp_linkage;
grant select on linkage.run_report, linkage.run, linkage.step to rp_web;

-- The result, handed over: which handles are one person, and which links may carry a person-level view.
create table passport.subject_map (
    run             text not null,
    owner           text not null,
    handle          bytea not null check (octet_length(handle) = 16),
    person          uuid not null,
    primary key (run, owner, handle)
);
create index on passport.subject_map (run, person);
create table passport.certified_link (
    run             text not null,
    owner           text not null,
    handle          bytea not null,
    other_owner     text not null,
    other_handle    bytea not null,
    rule            text not null check (rule in ('weight', 'identifier', 'stewards')),
    primary key (run, owner, handle, other_owner, other_handle)
);
create table passport.linked_run (
    run             text primary key,
    agreement       text not null,
    published_at    timestamptz not null default now()
);
create index on passport.linked_run (agreement, published_at desc);
grant insert on passport.subject_map, passport.certified_link, passport.linked_run to rp_linkage;
grant select on passport.subject_map, passport.certified_link, passport.linked_run to rp_web;
