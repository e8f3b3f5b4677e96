# Shared by the trials: how they skip, which Java they take, how they end. To be sourced; what is to be undone is then the caller's end.
skip() { echo "left out: $*"; exit 0; }

# The last ones are those that the build has found.
TRIALS=$(dirname "${BASH_SOURCE[0]}")
JAVA=
for home in ${JAVA_HOME:-} /usr/lib/jvm/* $(sed -n 's:.*<jdkHome>\(.*\)</jdkHome>.*:\1:p' "$TRIALS/../../target/jdks.xml" 2> /dev/null); do
  if "$home/bin/java" -version 2>&1 | grep -q 'version "2[5-9]'; then JAVA=$home/bin/java; fi
done
[ -n "$JAVA" ] || skip "there is no JDK 25 where JAVA_HOME points or in /usr/lib/jvm: install one, such as Temurin 25 from adoptium.net"

# A trap of INT as well would wait for whatever runs at that moment. Nothing is to end the end, and nobody wants to hear who was killed.
# It is told where this script prints: a crawl in front may print to a file at that moment.
trap_end() {
  exec 3>&1
  trap 'trap "" INT TERM HUP; disown -a; end >&3' EXIT
}
