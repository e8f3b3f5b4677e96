package lab.crawl;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts visits. Not thread-safe. */
final class Tally {
  /** How many failed visits are kept by themselves, to be shown. */
  private static final int EXAMPLES = 5;

  int saved;
  int redirected;
  int skipped;
  int failed;
  long bytes;
  private final Map<FailureKind, Integer> kinds = new EnumMap<>(FailureKind.class);
  private final Map<SkipReason, Integer> reasons = new EnumMap<>(SkipReason.class);
  private final List<Visit.Failed> examples = new ArrayList<>();

  void add(Visit visit) {
    switch (visit) {
      case Visit.Saved v -> {
        saved++;
        bytes += v.bytes();
      }
      case Visit.Redirected _ -> redirected++;
      case Visit.Skipped v -> addSkipped(v.reason());
      case Visit.Failed v -> {
        failed++;
        kinds.merge(v.kind(), 1, Integer::sum);
        if (examples.size() < EXAMPLES) {
          examples.add(v);
        }
      }
    }
  }

  void addSkipped(SkipReason reason) {
    addSkipped(reason, 1);
  }

  void addSkipped(SkipReason reason, int count) {
    skipped += count;
    reasons.merge(reason, count, Integer::sum);
  }

  Tally copy() {
    Tally copy = new Tally();
    copy.saved = saved;
    copy.redirected = redirected;
    copy.skipped = skipped;
    copy.failed = failed;
    copy.bytes = bytes;
    copy.kinds.putAll(kinds);
    copy.reasons.putAll(reasons);
    copy.examples.addAll(examples);
    return copy;
  }

  int count(Class<? extends Visit> kind) {
    return (kind.isAssignableFrom(Visit.Saved.class) ? saved : 0)
        + (kind.isAssignableFrom(Visit.Redirected.class) ? redirected : 0)
        + (kind.isAssignableFrom(Visit.Skipped.class) ? skipped : 0)
        + (kind.isAssignableFrom(Visit.Failed.class) ? failed : 0);
  }

  int fetched() {
    return saved + redirected + failed;
  }

  /** The first few that failed, in the order of the visits. */
  List<Visit.Failed> examples() {
    return Collections.unmodifiableList(examples);
  }

  /** How many failed of each kind. */
  Map<FailureKind, Integer> kinds() {
    return Collections.unmodifiableMap(kinds);
  }

  /** How many were skipped for each reason. */
  Map<SkipReason, Integer> reasons() {
    return Collections.unmodifiableMap(reasons);
  }
}
