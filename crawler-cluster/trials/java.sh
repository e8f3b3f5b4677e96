# Shared by the trials: how they skip, which Java they take, where they write. To be sourced.
skip() { echo "left out: $*"; exit 0; }

JAVA=
for home in ${JAVA_HOME:-} /usr/lib/jvm/*; do
  if "$home/bin/java" -version 2>&1 | grep -q 'version "2[5-9]'; then JAVA=$home/bin/java; fi
done
