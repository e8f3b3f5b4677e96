package lab.lecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lab.compare.run.CrawlTimeline;
import lab.compare.run.ResultFiles;
import lab.crawl.WholeFile;
import lab.crawl.measure.Json;
import lab.lecture.labs.Labs;

/**
 * Where the labs' results go.
 *
 * @param folder for all of them
 */
public record LabFiles(Path folder) {
  /** The folder unless another one is asked for. */
  static final Path USUAL = Path.of("lecture", "target", "lab");

  /** All figures of one lab. */
  Path result(String lab) {
    return labs().resolve(lab + ".json");
  }

  /** A folder for what a lab's crawls write. */
  Path scratch(String lab) {
    return labs().resolve(lab + "-crawls");
  }

  /** The page with all labs that were run. */
  Path report() {
    return folder.resolve("report.html");
  }

  /** The whole lecture, for people. */
  Path lecturePage() {
    return folder.resolve("lecture.html");
  }

  /** The page on which one is the scheduler. */
  Path scheduler() {
    return folder.resolve("scheduler.html");
  }

  /** The whole lecture, for programs. */
  Path lecture() {
    return folder.resolve("lecture.json");
  }

  /** Writes down what a lab gave. */
  void write(LabResult result, List<CrawlTimeline> timelines) {
    WholeFile.write(timelines(result.name()), Json.line(timelines));
    WholeFile.write(result(result.name()), Json.pretty(result));
  }

  /** All labs that were run, the last one first: it is what one wants to look at now. */
  public List<LabResult> readAll() {
    if (!Files.isDirectory(labs())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(labs())) {
      return files
          .filter(file -> Labs.allNames().contains(file.getFileName().toString().replaceFirst("\\.json$", "")))
          .flatMap(file -> read(file).stream())
          .sorted(Comparator.comparing(LabResult::begunAt).reversed())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the folder " + labs() + ": " + e, e);
    }
  }

  /** A lab that can't be read (another version wrote it, say) is no reason to lose the others. */
  private static Optional<LabResult> read(Path file) {
    try {
      LabResult result = ResultFiles.read(file, LabResult.class);
      if (result.begunAt() != null && result.findings() != null) {
        return Optional.of(result);
      }
      System.err.println("ignored: cannot read " + file + ": it holds no lab; run that lab again");
    } catch (UncheckedIOException e) {
      System.err.println("ignored: " + e.getMessage() + "; run that lab again");
    }
    return Optional.empty();
  }

  /** The timelines that a lab kept; none if they are gone. */
  List<CrawlTimeline> readTimelines(String lab) {
    return Files.exists(timelines(lab))
        ? Arrays.asList(ResultFiles.read(timelines(lab), CrawlTimeline[].class))
        : List.of();
  }

  private Path timelines(String lab) {
    return labs().resolve(lab + "-timelines.json");
  }

  private Path labs() {
    return folder.resolve("labs");
  }
}
