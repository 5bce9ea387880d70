#!/bin/sh
# The PostgreSQL image runs this once, when the cluster is new.
set -eu
read_secret() { cat "/run/secrets/$1"; }
psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  --set owner="$(read_secret owner_password)" --set web="$(read_secret web_password)" --set linkage="$(read_secret linkage_password)" \
  --file /deploy/roles.sql
