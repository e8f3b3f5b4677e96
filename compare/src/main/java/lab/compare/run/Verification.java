package lab.compare.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lab.crawl.measure.RunRecord;

/** Holds every crawl's manifest against the first one's: did all variants do the same work? */
final class Verification {
  private static final int DIFFERENCES_SHOWN = 5;

  private final List<String> differences = new ArrayList<>();
  private String firstRun;
  private String firstManifest;
  private int crawls;

  /**
   * Checks one crawl.
   *
   * @param run which one, in words
   * @param manifest the text of its manifest
   */
  void check(String run, String manifest) {
    crawls++;
    if (firstManifest == null) {
      firstRun = run;
      firstManifest = manifest;
    } else if (!firstManifest.equals(manifest)) {
      differences.add(run + " differs from " + firstRun + ":\n" + firstDifferences(firstManifest, manifest));
    }
  }

  /** Whether all crawls checked so far gave the same manifest, and so the same site digest. */
  boolean allEqual() {
    return differences.isEmpty();
  }

  /** How many URLs were checked in every crawl. */
  int urls() {
    return firstManifest == null ? 0 : (int) firstManifest.lines().count() - 1;
  }

  /** How many crawls were checked. */
  int crawls() {
    return crawls;
  }

  /** For each crawl that differs, the first URLs that do. */
  List<String> differences() {
    return List.copyOf(differences);
  }

  /**
   * What was verified, in words.
   *
   * @param runs all crawls, those too that could not be checked
   */
  List<String> lines(List<RunRecord> runs) {
    if (crawls == 0) {
      return List.of("NOT CHECKED: --max-pages cut every crawl short, so no digest can be compared.");
    }
    List<String> lines = new ArrayList<>();
    if (!allEqual()) {
      lines.add("ERROR: the variants did not do the same work.");
      lines.addAll(differences);
      return lines;
    }
    lines.add(text("Checked: %d crawls, one site digest: %s", crawls, runs.getFirst().outcome().siteDigest()));
    lines.add(text("         %d URLs verified in each: same outcome, status, length, SHA-256 and checksum%s.",
        urls(), failures(runs.getFirst().outcome().failed())));
    requests(runs).ifPresent(lines::add);
    return lines;
  }

  private static String failures(int failed) {
    return failed == 0 ? "" : text("; %d of them failed, the same way in all", failed);
  }

  private static Optional<String> requests(List<RunRecord> runs) {
    Set<Integer> counts = runs.stream().flatMap(run -> run.server().requests().stream()).collect(Collectors.toSet());
    if (counts.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(counts.size() == 1
        ? text("         The server counted %d requests in each.", counts.iterator().next())
        : text("         The server counted different numbers of requests: %s (retries?).", counts));
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  private static String firstDifferences(String expected, String actual) {
    Map<String, String> left = byUrl(expected);
    Map<String, String> right = byUrl(actual);
    TreeSet<String> urls = new TreeSet<>(left.keySet());
    urls.addAll(right.keySet());
    return urls.stream()
        .filter(url -> !left.getOrDefault(url, "").equals(right.getOrDefault(url, "")))
        .limit(DIFFERENCES_SHOWN)
        .map(url -> "    " + url + ": " + left.getOrDefault(url, "absent") + " there, " + right.getOrDefault(url, "absent") + " here")
        .collect(Collectors.joining("\n"));
  }

  /** Outcome, status, length and digests of each URL. */
  private static Map<String, String> byUrl(String manifest) {
    return manifest.lines().skip(1).map(line -> line.split("\t", 2))
        .collect(Collectors.toMap(fields -> fields[0], fields -> fields[1].replace('\t', ' '), (a, b) -> a, TreeMap::new));
  }
}
