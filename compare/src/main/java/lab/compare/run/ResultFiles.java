package lab.compare.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import lab.crawl.measure.Json;

/**
 * Where what a comparison finds goes, all of it beside its results.
 *
 * @param results the file with all figures
 */
public record ResultFiles(Path results) {

  /**
   * Makes the folders.
   *
   * @throws UncheckedIOException with one line that names the folder
   */
  public static ResultFiles create(Path results) {
    ResultFiles files = new ResultFiles(results.toAbsolutePath());
    for (Path folder : new Path[] {files.manifests(), files.timelines()}) {
      try {
        Files.createDirectories(folder);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot make the folder " + folder + ": " + e, e);
      }
    }
    return files;
  }

  /** What to tell the measured JVM for one crawl. */
  CrawlOrder order(String crawl) {
    return new CrawlOrder(manifest(crawl).toString(), Optional.of(timeline(crawl).toString()));
  }

  /** The manifest of one crawl. */
  Path manifest(String crawl) {
    return manifests().resolve(crawl.replace(' ', '-') + ".tsv");
  }

  /** The timeline of one crawl. */
  Path timeline(String crawl) {
    return timelines().resolve(crawl.replace(' ', '-') + ".json");
  }

  /** The report that people open. */
  public Path report() {
    return results.resolveSibling("report.html");
  }

  private Path manifests() {
    return results.resolveSibling("manifests");
  }

  /** Named after the results, so that two of them may lie side by side. */
  private Path timelines() {
    String name = results.getFileName().toString();
    return results.resolveSibling(name.replaceFirst("\\.json$", "") + "-timelines");
  }

  /**
   * Reads the results of a comparison.
   *
   * @throws UncheckedIOException with one line that names the file, if it is not there or holds no results
   */
  public static Results readResults(Path file) {
    Results results = read(file, Results.class);
    if (results.runs().isEmpty()) {
      throw unreadable(file, "it holds no runs", null);
    }
    if (results.runs().stream().anyMatch(run -> run.crawl() == 0)) {
      throw unreadable(file, "an older version of the lab wrote it: measure again", null);
    }
    return results;
  }

  /**
   * Reads a file of JSON.
   *
   * @throws UncheckedIOException with one line that names the file, if it is not there or not of that type
   */
  public static <T> T read(Path file, Class<T> type) {
    try {
      T value = Json.read(Files.readString(file), type);
      if (value == null) {
        throw new IllegalArgumentException("not a " + type.getSimpleName() + ": null");
      }
      return value;
    } catch (NoSuchFileException e) {
      throw unreadable(file, "there is no such file; --results of the comparison says where it went", e);
    } catch (IOException | IllegalArgumentException e) {
      throw unreadable(file, e instanceof IOException ? e.toString() : e.getMessage(), e);
    }
  }

  private static UncheckedIOException unreadable(Path file, String problem, Exception cause) {
    String message = "cannot read " + file + ": " + problem;
    return new UncheckedIOException(message, cause instanceof IOException io ? io : new IOException(message, cause));
  }
}
