-- The last time step whose one-time code was taken: a code works once. A secret counts from the moment its first code was confirmed.
alter table identity.person add column second_factor_step bigint;
alter table identity.person add column second_factor_since timestamptz;
