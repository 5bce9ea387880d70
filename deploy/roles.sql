-- Run once by the superuser of an outside PostgreSQL: the three roles and the database. The passwords come from psql's variables.
create role rp_owner   login password :'owner';
create role rp_web     login password :'web';
create role rp_linkage login password :'linkage';
create database passport owner rp_owner;
revoke all on database passport from public;
grant connect, temporary on database passport to rp_web, rp_linkage;
