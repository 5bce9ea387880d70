-- A consent is one grant: one purpose, one set of categories, from some agencies, to some roles. The hub keeps it without a name.
create table passport.consent (
    id              text primary key check (id ~ '^C-[0-9]{4}-[0-9]{6,}$'),
    signing         text not null,
    form            text not null,
    language        text not null,
    text_sha256     text not null check (text_sha256 ~ '^[0-9a-f]{64}$'),
    captured_by     text not null,
    owner           text not null,
    handle          bytea not null check (octet_length(handle) = 16),
    at_signing      jsonb not null,
    signers         jsonb not null,
    from_agencies   text[] not null,
    recipients      jsonb not null,
    categories      text[] not null,
    purpose         text not null,
    covers_laws     text[] not null,
    statements      text[] not null,
    signed          date not null,
    expires         date not null,
    single_use      boolean not null,
    used_by         text,
    used_at         timestamptz,
    renews          text references passport.consent (id),
    revoked_at      timestamptz,
    revoked_by      text,
    receipt         jsonb not null,
    stored_at       timestamptz not null default now(),
    check (expires >= signed),
    check ((used_by is null) = (used_at is null)),
    check ((revoked_at is null) = (revoked_by is null))
);
create index on passport.consent (captured_by, owner, handle);
create sequence passport.consent_number;
grant select, insert on passport.consent to rp_web;
grant update (used_by, used_at, revoked_at, revoked_by) on passport.consent to rp_web;
grant usage on sequence passport.consent_number to rp_web;
