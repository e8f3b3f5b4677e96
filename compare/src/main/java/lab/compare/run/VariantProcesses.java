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

  /** Ends all of them. */
  @Override
  public void close() {
    processes.values().forEach(VariantProcess::close);
  }
}
