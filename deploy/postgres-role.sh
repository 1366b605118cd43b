#!/bin/sh
# One database and one role that owns it, and nobody else gets in: run once, by a new server.
# The password stands on no command line: whoever may list the machine's processes would see it.
set -eu
: "$ROLE" "$ROLE_PASSWORD"
psql -v ON_ERROR_STOP=1 -U "${POSTGRES_USER:-postgres}" <<'SQL'
\getenv role ROLE
\getenv password ROLE_PASSWORD
CREATE ROLE :"role" LOGIN PASSWORD :'password';
CREATE DATABASE :"role" OWNER :"role";
REVOKE ALL ON DATABASE :"role" FROM PUBLIC;
SQL
