package lab.crawl;

import java.util.Optional;
import java.util.function.Consumer;

/** Hands everything to another journal: for whoever changes one thing of it. */
public abstract class ForwardingJournal implements Journal {
  private final Journal next;

  /** Forwards to that journal. */
  protected ForwardingJournal(Journal next) {
    this.next = next;
  }

  @Override
  public void replay(Consumer<Visited> earlier) {
    next.replay(earlier);
  }

  @Override
  public boolean keeps() {
    return next.keeps();
  }

  @Override
  public void append(Visited visited) {
    next.append(visited);
  }

  @Override
  public Optional<VisitStore> disk() {
    return next.disk();
  }
}
