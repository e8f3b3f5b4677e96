package lab.lecture;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import lab.compare.report.ReportData;
import lab.compare.report.ReportPage;
import lab.compare.run.CrawlTimeline;
import lab.compare.run.ResultFiles;
import lab.compare.run.Results;

/** The pages that show labs. */
final class LabPages {
  private LabPages() {}

  /** Writes the report anew: the last comparison, if there was one, and all labs. */
  static void writeReport(LabFiles files) {
    List<LabResult> labs = files.readAll();
    ReportData data;
    Optional<Results> comparison = comparison(files);
    if (comparison.isPresent()) {
      Results results = comparison.get();
      data = ReportData.of(results, CrawlTimeline.of(results, new ResultFiles(files.results().toAbsolutePath())));
    } else {
      data = ReportData.ofTimelines(timelines(files, labs.subList(0, 1)));
    }
    ReportPage.write(files.report(), data.withLabs(labs).json());
  }

  /** One that can't be read (another version wrote it, say) is no reason to lose the labs. */
  private static Optional<Results> comparison(LabFiles files) {
    if (!Files.exists(files.results())) {
      return Optional.empty();
    }
    try {
      return Optional.of(ResultFiles.readResults(files.results()));
    } catch (UncheckedIOException e) {
      System.err.println("ignored: " + e.getMessage());
      return Optional.empty();
    }
  }

  /** Writes the page of the lecture: all claims, all labs. */
  static void writeLecture(LabFiles files, Lecture lecture) {
    ReportData data = ReportData.ofTimelines(timelines(files, lecture.labs())).withLecture(lecture);
    ReportPage.write(files.lecturePage(), data.json());
  }

  private static List<CrawlTimeline> timelines(LabFiles files, List<LabResult> labs) {
    return labs.stream()
        .flatMap(lab -> files.readTimelines(lab.name()).stream().map(timeline -> timeline.named(lab.name() + ": " + timeline.variant())))
        .toList();
  }
}
