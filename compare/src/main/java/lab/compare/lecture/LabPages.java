package lab.compare.lecture;

import java.nio.file.Files;
import java.util.List;
import lab.compare.CrawlTimeline;
import lab.compare.ReportData;
import lab.compare.ReportPage;
import lab.compare.ResultFiles;
import lab.compare.Results;

/** The pages that show labs. */
final class LabPages {
  private LabPages() {}

  /** Writes the report anew: the last comparison, if there was one, and all labs. */
  static void writeReport(LabFiles files) {
    // The last one first: it is what one wants to look at now.
    List<LabResult> labs = files.readAll().reversed();
    ReportData data;
    if (Files.exists(files.results())) {
      Results results = ResultFiles.readResults(files.results());
      data = ReportData.of(results, CrawlTimeline.of(results, new ResultFiles(files.results().toAbsolutePath())));
    } else {
      data = ReportData.ofTimelines(timelines(files, labs.subList(0, 1)));
    }
    ReportPage.write(files.report(), data.withLabs(labs).json());
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
