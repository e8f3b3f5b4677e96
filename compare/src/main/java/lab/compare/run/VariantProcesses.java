package lab.compare.run;

import java.util.HashMap;
import java.util.Map;

/** The JVMs of a comparison that live at the same time, and end together. */
final class VariantProcesses implements AutoCloseable {
  private final Map<String, VariantProcess> processes = new HashMap<>();

  /** Takes one over. */
  VariantProcess add(Contestant contestant, VariantProcess process) {
    processes.put(contestant.label(), process);
    return process;
  }

  VariantProcess of(Contestant contestant) {
    return processes.get(contestant.label());
  }

  /** Ends all of them, even if one can't be ended properly. */
  @Override
  public void close() {
    RuntimeException problem = null;
    for (VariantProcess process : processes.values()) {
      try {
        process.close();
      } catch (RuntimeException e) {
        problem = problem == null ? e : problem;
      }
    }
    if (problem != null) {
      throw problem;
    }
  }
}
