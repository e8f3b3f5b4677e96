package lab.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import lab.crawl.Journal;
import lab.crawl.Visit;
import lab.crawl.Visited;

/** A journal in memory, as an earlier crawl may have left it. Safe even for a crawler that calls it from two threads. */
final class RememberedVisits implements Journal {
  private final List<Visited> all;
  private final Consumer<Visited> onAppend;

  /**
   * Begins with what earlier crawls have visited.
   *
   * @param onAppend is called before a visit is kept
   */
  RememberedVisits(List<Visited> earlier, Consumer<Visited> onAppend) {
    this.all = new ArrayList<>(earlier);
    this.onAppend = onAppend;
  }

  /** The same for a rule that only wants to know what is kept. */
  RememberedVisits(List<Visited> earlier) {
    this(earlier, _ -> {});
  }

  @Override
  public synchronized void replay(Consumer<Visited> earlier) {
    all.forEach(earlier);
  }

  @Override
  public boolean keeps() {
    return true;
  }

  @Override
  public synchronized void append(Visited visited) {
    onAppend.accept(visited);
    all.add(visited);
  }

  /** All that are kept, in the order in which they came. */
  synchronized List<Visited> all() {
    return List.copyOf(all);
  }

  /** The visits among them. */
  List<Visit> visits() {
    return all().stream().map(Visited::visit).toList();
  }
}
