package lab.compare.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  /**
   * What was verified.
   *
   * @param runs all crawls, those too that could not be checked
   */
  List<Sentence> sentences(List<RunRecord> runs) {
    if (crawls == 0) {
      return List.of(Sentence.of("checked.capped"));
    }
    if (!allEqual()) {
      return Stream.concat(Stream.of(Sentence.of("checked.error")), differences.stream().map(Sentence::ofWords)).toList();
    }
    List<Sentence> sentences = new ArrayList<>();
    sentences.add(Sentence.of("checked.digest", crawls, runs.getFirst().outcome().siteDigest()));
    sentences.add(urls(runs.getFirst().outcome().failed()));
    requests(runs).ifPresent(sentences::add);
    return sentences;
  }

  private Sentence urls(int failed) {
    int urls = (int) firstManifest.lines().skip(1).count();
    return failed == 0 ? Sentence.of("checked.urls", urls) : Sentence.of("checked.failed", urls, failed);
  }

  private static Optional<Sentence> requests(List<RunRecord> runs) {
    Set<Integer> counts = runs.stream().flatMap(run -> run.server().requests().stream()).collect(Collectors.toSet());
    if (counts.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(counts.size() == 1
        ? Sentence.of("checked.requests", counts.iterator().next())
        : Sentence.of("checked.retries", counts.toString()));
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
