#!/bin/sh
# Makes the secrets of compose.scale.yaml beside it, one file for each, and changes none that is
# there. Run it as root: a file belongs to root, and one group may read it, that of the process
# which needs it (10001: Handrail, 999: PostgreSQL). Nobody else on the machine can.
set -eu
umask 077
HANDRAIL=10001 POSTGRES=999
cd "$(dirname "$0")"
mkdir -p secrets/platforms
chmod 711 secrets
chgrp "$HANDRAIL" secrets/platforms
chmod 750 secrets/platforms

keep() { # keep NAME GROUP: what is read becomes the file, unless it is there
  if [ ! -s "secrets/$1" ]; then
    cat > "secrets/$1.new"
    mv "secrets/$1.new" "secrets/$1"
    echo "made deploy/secrets/$1"
  fi
  chown "0:$2" "secrets/$1"
  chmod 440 "secrets/$1"
}

for role in data keys; do
  od -An -v -N32 -tx1 /dev/urandom | tr -d ' \n' | keep "$role-password" "$POSTGRES"
  printf 'postgresql://handrail_%s:%s@postgres-%s/handrail_%s?sslmode=disable' \
    "$role" "$(cat "secrets/$role-password")" "$role" "$role" | keep "$role-url" "$HANDRAIL"
done
