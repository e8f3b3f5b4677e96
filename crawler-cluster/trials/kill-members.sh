#!/usr/bin/env bash
# A real site, served by nginx: crawled by one thread, and then by members, of which the one that has lived longest is killed every two
# seconds. Both manifests must be the same. Called by exec:exec@kill-members, with the class path.
# From the environment: SITE (jdk or python, Debian's openjdk-17-doc and python3-doc), EVERY (seconds), MEMBERS, CONCURRENCY.
set -euo pipefail
CLASSPATH=$1
EVERY=${EVERY:-2}
MEMBERS=${MEMBERS:-4}
CONCURRENCY=${CONCURRENCY:-12}

. "$(dirname "$0")/java.sh"

case ${SITE:-jdk} in
  jdk) ROOT=/usr/share/doc/openjdk-17-jre-headless START=api/index.html ;;
  python) ROOT=/usr/share/doc/python3.11/html START=index.html ;;
  *) echo "SITE is jdk or python, not $SITE" >&2; exit 2 ;;
esac
command -v nginx > /dev/null || skip "there is no nginx (Debian: nginx-core)"
[ -e "$ROOT/$START" ] || skip "there is no $ROOT (Debian: openjdk-17-doc or python3-doc)"

DATA=$(mktemp -d /tmp/lab-kill-members-XXXX)
chmod 755 "$DATA"
PORT=$((20000 + RANDOM % 9000))
cat > "$DATA/nginx.conf" << END
worker_processes 1; pid $DATA/pid; error_log $DATA/error.log;
events { worker_connections 4000; }
http {
  include /etc/nginx/mime.types; sendfile on; keepalive_requests 1000000;
  log_format path '\$uri'; access_log $DATA/requests path;
  server { listen 127.0.0.1:$PORT; root $ROOT; }
}
END
nginx -c "$DATA/nginx.conf"
# A crawl that is told to end ends its members and its store.
end() {
  pkill -P $$ || true
  while pgrep -P $$ > /dev/null; do sleep 0.2; done
  kill "$(cat "$DATA/pid")"
  echo "what they said is in $DATA"
}
trap_end

crawl() { # NAME MAIN OPTIONS…: the crawl takes the place of this shell
  local name=$1 main=$2
  shift 2
  exec "$JAVA" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -cp "$CLASSPATH" "lab.crawl.$main" \
    "http://127.0.0.1:$PORT/$START" --scope prefix --checksum-rounds 0 --quiet --manifest "$DATA/$name.tsv" "$@" > "$DATA/$name.log" 2>&1
}

# A member has few seconds to live: it had better start quickly.
export JAVA_TOOL_OPTIONS="-XX:+UseSerialGC -Xlog:cds=off -Xlog:cds+dynamic=off"
(JAVA_TOOL_OPTIONS="$JAVA_TOOL_OPTIONS -XX:ArchiveClassesAtExit=$DATA/classes.jsa" && crawl sync sync.SyncMain) || [ $? = 1 ]
JAVA_TOOL_OPTIONS="$JAVA_TOOL_OPTIONS -XX:SharedArchiveFile=$DATA/classes.jsa -XX:TieredStopAtLevel=1"
BEFORE=$(wc -l < "$DATA/requests")
(crawl cluster cluster.ClusterMain --members "$MEMBERS" --concurrency "$CONCURRENCY") &
CRAWL=$!
# The member that has lived longest of those that have joined: they have connections to the store, to listen to its bell, and to the site.
oldest() {
  local member
  for member in $(pgrep -P $CRAWL -f MemberMain); do
    if [ "$(find "/proc/$member/fd" -lname 'socket:*' 2> /dev/null | wc -l)" -ge 3 ]; then
      echo "$member"
      return
    fi
  done
}

KILLS=0
while sleep "$EVERY"; kill -0 $CRAWL 2> /dev/null; do
  OLDEST=$(oldest)
  if [ -n "$OLDEST" ] && kill -9 "$OLDEST"; then KILLS=$((KILLS + 1)); fi
done
wait $CRAWL || [ $? = 1 ]

tail -n +$((BEFORE + 1)) "$DATA/requests" | sort | uniq -c | sort -rn > "$DATA/counts"
MOST=$(awk 'NR == 1 { print $1 }' "$DATA/counts")
echo "$(wc -l < "$DATA/counts") pages, $(awk '{ all += $1 } END { print all }' "$DATA/counts") requests, at most $MOST of one page, with $KILLS kills"
grep -h 'site digest' "$DATA/sync.log" "$DATA/cluster.log"
cmp "$DATA/sync.tsv" "$DATA/cluster.tsv" && echo "the manifest is that of one thread that nobody disturbed"
