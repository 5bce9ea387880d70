-- The letterbox between the wings: the web role drops accepted packages in and can never look at them again.
create table linkage.inbox_package (
    upload          text primary key,
    agreement       text not null,
    owner           text not null,
    sha256          text not null,
    schema_sha256   text not null,
    rows            int not null check (rows >= 0),
    received_at     timestamptz not null default now()
);

-- A package verbatim, in parts of at most 1 MiB: what was signed is what is linked. Random bits do not compress.
create table linkage.inbox_part (
    upload          text not null references linkage.inbox_package (upload),
    part            int not null check (part >= 0),
    bytes           bytea not null check (octet_length(bytes) <= 1048576),
    primary key (upload, part)
);
alter table linkage.inbox_part alter column bytes set storage external;

-- Records whose agency took them back. The next run is as if they had never come.
create table linkage.inbox_withdrawal (
    owner           text not null,
    agreement       text not null,
    handle          bytea not null check (octet_length(handle) = 16),
    at              timestamptz not null default now()
);
create index on linkage.inbox_withdrawal (agreement, owner);

grant insert on linkage.inbox_package, linkage.inbox_part, linkage.inbox_withdrawal to rp_web;
grant select, delete on linkage.inbox_package, linkage.inbox_part, linkage.inbox_withdrawal to rp_linkage;
