-- The tree above the leaves, a row for each hash: level n holds the root of each complete tile of 256 hashes of level n - 1. Derived, and recomputed when lost.
drop table log.tile;
create table log.node (
    level           int not null check (level between 1 and 7),
    index           bigint not null check (index >= 0),
    hash            bytea not null check (octet_length(hash) = 32),
    primary key (level, index)
);
grant select, insert on log.node to rp_web;
