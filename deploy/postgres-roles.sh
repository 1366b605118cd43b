#!/bin/sh
# Two databases and two roles, neither of which can open the other's: run once, by a new server.
set -eu
psql -v ON_ERROR_STOP=1 -U "${POSTGRES_USER:-postgres}" \
  -v data="$HANDRAIL_DB_PASSWORD" -v keys="$HANDRAIL_KEYS_PASSWORD" <<'SQL'
CREATE ROLE handrail_data LOGIN PASSWORD :'data';
CREATE ROLE handrail_keys LOGIN PASSWORD :'keys';
CREATE DATABASE handrail_data OWNER handrail_data;
CREATE DATABASE handrail_keys OWNER handrail_keys;
REVOKE ALL ON DATABASE handrail_data FROM PUBLIC;
REVOKE ALL ON DATABASE handrail_keys FROM PUBLIC;
SQL
