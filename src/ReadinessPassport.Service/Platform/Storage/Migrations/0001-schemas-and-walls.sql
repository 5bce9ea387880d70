-- The walls of docs/architecture.md: two wings, one schema each, and two roles that see one wing each. This role migrates and owns everything.
create schema linkage;
create schema passport;
create schema identity;
create schema log;

revoke all on schema public from public;
grant usage on schema public to rp_web, rp_linkage;
grant usage on schema linkage, passport, log to rp_web, rp_linkage;
grant usage on schema identity to rp_web;

-- A function can be called by everybody unless somebody says otherwise; here it is the other way round.
alter default privileges revoke execute on functions from public;

-- Which migrations have run is for every role to see: a process that may not migrate checks that another has.
alter default privileges in schema public grant select on tables to rp_web, rp_linkage;
grant select on all tables in schema public to rp_web, rp_linkage;
