package lab.lecture.bench;

import java.util.List;
import java.util.Map;

/** In which JVMs setups are measured, and in which order. */
interface Schedule extends AutoCloseable {
  /**
   * Measures setups.
   *
   * @param setups what to measure, each once a round
   * @param warmUps how many crawls each makes first that don't count
   * @param rounds how many count of those that follow
   * @param recorded whether the crawls' timelines are wanted
   * @return what there is of each setup, in the order given
   */
  Map<Setup, RoundsWithRepeats<Crawl>> crawl(List<Setup> setups, int warmUps, int rounds, boolean recorded);

  /** Ends whatever still runs. */
  @Override
  void close();
}
