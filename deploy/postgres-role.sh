#!/bin/sh
# One database and one role that owns it, and nobody else gets in: run once, by a new server.
# The password lies in a file. It stands on no command line and in no environment: whoever may list
# the machine's processes would see it.
set -eu
: "$ROLE" "$ROLE_PASSWORD_FILE"
psql -v ON_ERROR_STOP=1 -U "${POSTGRES_USER:-postgres}" <<'SQL'
\getenv role ROLE
\set password `cat "$ROLE_PASSWORD_FILE"`
CREATE ROLE :"role" LOGIN PASSWORD :'password';
CREATE DATABASE :"role" OWNER :"role" ENCODING 'UTF8' TEMPLATE template0;
REVOKE ALL ON DATABASE :"role" FROM PUBLIC;
SQL
