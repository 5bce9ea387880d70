-- The append-only log: entries in order without gaps, payloads beside them under their hash, checkpoints and the witnesses' cosignatures.
-- log.append is the only way in. Nobody updates or deletes an entry, not even the owner of the table.
create table log.kind (
    name            text primary key
);
insert into log.kind (name) values
    ('vocabulary-published'), ('law-published'),
    ('agreement-published'), ('agreement-signed'), ('agreement-activated'), ('agreement-suspended'), ('agreement-withdrawn'),
    ('signing-key-registered'), ('signing-key-retired'),
    ('consent-given'), ('consent-used'), ('consent-revoked'), ('visa-issued'), ('visa-revoked'),
    ('upload-accepted'), ('upload-refused'), ('upload-withdrawn'),
    ('linkage-run'), ('link-certified'), ('link-revoked'), ('key-rotated'), ('checkpoint-witnessed'),
    ('decision'), ('disclosure'), ('release'), ('audit-result'), ('review'), ('budget-debit'),
    ('exception-used'), ('exception-reviewed'), ('destruction-certificate'), ('subject-access'), ('configuration-changed');

create table log.head (
    only_row        boolean primary key default true check (only_row),
    size            bigint not null default 0,
    at              timestamptz not null default '1970-01-01'
);
insert into log.head default values;

create table log.entry (
    index           bigint primary key,
    id              text not null unique,
    kind            text not null references log.kind (name),
    at              timestamptz not null,
    bytes           bytea not null check (octet_length(bytes) <= 4096),
    leaf            bytea not null,
    payload         bytea
);
create index on log.entry (kind, at);

-- A payload may be destroyed; its hash stays in the entry, and the row says under which certificate.
create table log.payload (
    sha256          bytea primary key,
    retention       text not null,
    bytes           bytea,
    stored_at       timestamptz not null default now(),
    destroyed_under text,
    check ((bytes is null) = (destroyed_under is not null))
);

-- One salt a person; destroying it makes that person's entries unlinkable for good.
create table log.subject_salt (
    person          uuid primary key,
    salt            bytea not null check (octet_length(salt) = 32)
);

create table log.checkpoint (
    size            bigint primary key,
    root            bytea not null,
    note            text not null,
    made_at         timestamptz not null default now()
);

create table log.cosignature (
    size            bigint not null references log.checkpoint (size),
    agency          text not null,
    line            text not null,
    received_at     timestamptz not null default now(),
    primary key (size, agency)
);

-- Complete tiles of 256 hashes above the leaves; derived, and recomputed when one is lost.
create table log.tile (
    level           int not null check (level between 1 and 7),
    index           bigint not null,
    hashes          bytea not null check (octet_length(hashes) = 8192),
    primary key (level, index)
);

create function log.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the log is append-only' using errcode = '42501';
end $$;
create trigger append_only before update or delete or truncate on log.entry for each statement execute function log.refuse_change();

-- Appends one entry. What an entry says is canonical JSON made by the caller but for its time, which must never run backwards and is
-- therefore set here, under the lock on the head: the text before it and the text after it are given. The lock lasts until the caller's
-- transaction ends, so that indexes have no gaps; append last.
create function log.append(before_time text, after_time text, payload_sha256 bytea, payload_bytes bytea, payload_retention text, out entry_index bigint, out entry_at timestamptz)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    entry_bytes bytea;
    document jsonb;
begin
    update log.head set size = size + 1, at = greatest(at, date_trunc('milliseconds', clock_timestamp())) returning size - 1, at into entry_index, entry_at;
    entry_bytes := convert_to(before_time || to_char(entry_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || after_time, 'UTF8');
    document := convert_from(entry_bytes, 'UTF8')::jsonb;
    if document - array['v', 'kind', 'entry', 'at', 'actor', 'refs', 'payload', 'subject'] <> '{}'::jsonb
        or document ->> 'v' is distinct from '1' or document ->> 'entry' is null or document ->> 'kind' is null
        or jsonb_typeof(document -> 'actor') is distinct from 'object'
        or (payload_sha256 is null) <> (document ->> 'payload' is null)
        or document ->> 'payload' is distinct from 'sha256:' || encode(payload_sha256, 'hex') then
        raise exception 'not an entry of format 1' using errcode = '22023';
    end if;
    if payload_bytes is not null then
        if sha256(payload_bytes) <> payload_sha256 then
            raise exception 'the payload does not have that hash' using errcode = '22023';
        end if;
        insert into log.payload (sha256, retention, bytes) values (payload_sha256, payload_retention, payload_bytes);
    end if;
    insert into log.entry (index, id, kind, at, bytes, leaf, payload)
    values (entry_index, document ->> 'entry', document ->> 'kind', entry_at, entry_bytes, sha256('\x00'::bytea || entry_bytes), payload_sha256);
end $$;

-- A person's salt, made on first use.
create function log.salt_of(asked uuid) returns bytea
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    found_salt bytea;
begin
    select s.salt into found_salt from log.subject_salt s where s.person = asked;
    if found_salt is null then
        insert into log.subject_salt (person, salt)
        values (asked, sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())))
        on conflict do nothing;
        select s.salt into found_salt from log.subject_salt s where s.person = asked;
    end if;
    return found_salt;
end $$;

grant execute on function log.append(text, text, bytea, bytea, text) to rp_web, rp_linkage;
grant execute on function log.salt_of(uuid) to rp_web;
grant select on log.kind, log.head, log.entry, log.payload, log.checkpoint, log.cosignature, log.tile to rp_web;
grant insert on log.checkpoint, log.cosignature, log.tile to rp_web;
