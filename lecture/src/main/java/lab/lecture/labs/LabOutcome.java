package lab.lecture.labs;

import java.util.List;
import lab.lecture.verdicts.Finding;
import lab.lecture.verdicts.LabChart;
import lab.lecture.verdicts.LabTable;

/**
 * What a lab gives back.
 *
 * @param tables what was measured, for people
 * @param charts the same, to be drawn
 * @param findings one for each claim of the lab
 */
public record LabOutcome(List<LabTable> tables, List<LabChart> charts, List<Finding> findings) {
  /** Copies the lists. */
  public LabOutcome {
    tables = List.copyOf(tables);
    charts = List.copyOf(charts);
    findings = List.copyOf(findings);
  }
}
