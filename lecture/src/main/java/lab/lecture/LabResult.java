package lab.lecture;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import lab.compare.report.Language;
import lab.crawl.measure.Machine;
import lab.lecture.labs.LabInfo;
import lab.lecture.labs.Labs;
import lab.lecture.verdicts.Finding;
import lab.lecture.verdicts.LabChart;
import lab.lecture.verdicts.LabTable;
import lab.lecture.verdicts.Words;

/**
 * A lab that was run, as its file holds it.
 *
 * @param name the lab's
 * @param line what it does
 * @param question what the reader should have predicted
 * @param command what to type to run it again
 * @param begunAt when it began, as ISO 8601 has it, in UTC
 * @param seconds how long it took
 * @param quick whether it was only a quick look
 * @param machine what it ran on
 * @param tables what was measured
 * @param charts the same, drawn
 * @param findings what came of each claim
 * @param checked what was verified
 * @param isSound whether all crawls did the same work and no page failed
 * @param moreCores what would come out otherwise with more cores
 * @param lang the language of all these words; absent if it is English
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record LabResult(
    String name,
    String line,
    String question,
    String command,
    String begunAt,
    double seconds,
    boolean quick,
    Machine machine,
    List<LabTable> tables,
    List<LabChart> charts,
    List<Finding> findings,
    String checked,
    boolean isSound,
    String moreCores,
    Optional<String> lang) {

  /** What the language in which labs speak now is called in their files; that of most goes without saying. */
  static Optional<String> spoken() {
    Language language = Words.spoken().language();
    return language == Language.EN ? Optional.empty() : Optional.of(language.code());
  }

  /** The same, as far as it is known without measuring, in the language in which labs speak now; what was measured keeps its words. */
  LabResult introduced() {
    if (lang.equals(spoken())) {
      return this;
    }
    LabInfo info = Labs.named(name).info();
    return new LabResult(name, info.line(), info.question(), command, begunAt, seconds, quick, machine, tables, charts, findings, checked,
        isSound, info.moreCores(), lang);
  }
}
