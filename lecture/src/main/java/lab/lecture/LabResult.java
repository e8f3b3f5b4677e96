package lab.lecture;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import lab.crawl.measure.Machine;
import lab.lecture.verdicts.Finding;
import lab.lecture.verdicts.LabChart;
import lab.lecture.verdicts.LabTable;

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
    String moreCores) {}
