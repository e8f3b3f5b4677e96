package lab.compare.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lab.crawl.measure.ProcessWatch.Sample;
import lab.crawl.measure.RunRecord;
import lab.crawl.measure.Timeline;
import lab.crawl.measure.Trace;

/**
 * The timeline of one crawl of a comparison, as it lies in a file beside the results.
 *
 * @param variant whose
 * @param round in which round; of a cold one, in which JVM
 * @param warm false if it was the first of its JVM
 * @param timeline who was at what when
 * @param samples how busy the client was meanwhile, as seen from outside
 */
public record CrawlTimeline(String variant, int round, boolean warm, Timeline timeline, List<Sample> samples) {
  private static final int SAME_BEGIN_MILLIS = 50;

  /** What the crawl is called, for instance {@code async round 1}. */
  public String name() {
    return Results.name(variant, round, warm);
  }

  /** The same, drawn by another name. */
  public CrawlTimeline named(String name) {
    return new CrawlTimeline(name, round, warm, timeline, samples);
  }

  /** Those that a report draws, as far as they still lie beside the results: a cold and a warm crawl of each variant. */
  public static List<CrawlTimeline> of(Results results, ResultFiles files) {
    return results.variants().stream()
        .flatMap(variant -> Stream.of(results.typical(variant, false), results.typical(variant, true)))
        .flatMap(run -> find(run, files).stream())
        .toList();
  }

  /** All of them as one trace. */
  public static Trace trace(List<CrawlTimeline> crawls) {
    Map<String, Timeline> byName = new LinkedHashMap<>();
    crawls.forEach(crawl -> byName.put(crawl.name(), crawl.timeline));
    return Trace.of(byName);
  }

  private static Optional<CrawlTimeline> find(RunRecord run, ResultFiles files) {
    Path file = files.timeline(Results.nameOf(run));
    return Files.exists(file)
        ? Optional.of(ResultFiles.read(file, CrawlTimeline.class)).filter(timeline -> timeline.isOf(run))
        : Optional.empty();
  }

  /** Whether this is that very crawl: a later comparison may have written over its file. */
  private boolean isOf(RunRecord run) {
    return Math.abs(Instant.parse(run.begunAt()).toEpochMilli() - timeline.begunAt() / 1000) <= SAME_BEGIN_MILLIS;
  }
}
