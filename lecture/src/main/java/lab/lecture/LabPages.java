package lab.lecture;

import static lab.lecture.verdicts.Words.say;

import java.nio.file.Path;
import java.util.List;
import lab.compare.report.Contribution;
import lab.compare.report.Language;
import lab.compare.report.ReportData;
import lab.compare.report.ReportPage;
import lab.compare.report.Texts;
import lab.compare.report.Titles;
import lab.compare.run.CrawlTimeline;
import lab.crawl.measure.Machine;
import lab.lecture.scheduler.Sources;
import lab.lecture.verdicts.Words;

/** The pages that show labs. */
final class LabPages {
  /** The sections of claims and labs, and the one in which one is the scheduler. */
  private static final Contribution SECTIONS = new Contribution(
      List.of("/lab/lecture/report/claims.js", "/lab/lecture/report/labs.js", "/lab/lecture/report/scheduler.js"),
      List.of("/lab/lecture/report/lecture.css", "/lab/lecture/report/scheduler.css"));

  private LabPages() {}

  /** Writes the report anew: all labs, and what the last one's crawls looked like. */
  static void writeReport(LabFiles files) {
    List<LabResult> labs = files.readAll().stream().map(LabResult::introduced).toList();
    write(files.report(), report(labs).withTimelines(timelines(files, labs.subList(0, 1))).json());
  }

  /** Writes the page of the lecture: all claims, all labs. */
  static void writeLecture(LabFiles files, Lecture lecture) {
    write(files.lecturePage(), lecture(lecture).withTimelines(timelines(files, lecture.labs())).json());
  }

  /** Writes the page on which one is the scheduler, without any lab. */
  static void writeScheduler(LabFiles files, Texts texts) {
    ReportPage.write(files.scheduler(), texts, ReportData.titled(texts.say("scheduler.title"))
        .with("headline", List.of(texts.say("scheduler.finding"), texts.say("scheduler.finding-says")))
        .with("sources", Sources.all())
        .json(), SECTIONS);
  }

  /** Writes a page that shows labs, or claims. */
  static void write(Path file, String dataJson) {
    ReportPage.write(file, texts(Words.spoken().language()), dataJson, SECTIONS);
  }

  /** What the report says, and its sections here. */
  static Texts texts(Language language) {
    return Texts.of(language, "/lab/lecture/report/lecture");
  }

  /** What a report of labs shows beside their timelines. */
  static ReportData report(List<LabResult> labs) {
    return ReportData.titled(say("terminal.page-of-labs"))
        .with("machine", new Titles(Words.spoken()).machine(Machine.here()))
        .with("labs", labs)
        .with("sources", Sources.all());
  }

  /** What the page of a lecture shows beside its timelines. */
  static ReportData lecture(Lecture lecture) {
    return ReportData.titled(say("terminal.page-of-lecture"))
        .with("headline", List.of(lecture.summary()))
        .with("machine", new Titles(Words.spoken()).machine(Machine.here()))
        .with("command", lecture.command())
        .with("begunAt", lecture.begunAt())
        .with("labs", lecture.labs().stream().map(LabResult::introduced).toList())
        .with("claims", lecture.claims())
        .with("sources", Sources.all());
  }

  private static List<CrawlTimeline> timelines(LabFiles files, List<LabResult> labs) {
    return labs.stream()
        .flatMap(lab -> files.readTimelines(lab.name()).stream().map(timeline -> timeline.named(lab.name() + ": " + timeline.variant())))
        .toList();
  }
}
