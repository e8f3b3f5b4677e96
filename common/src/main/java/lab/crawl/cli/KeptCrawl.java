package lab.crawl.cli;

import java.util.Optional;
import lab.crawl.CrawlListener;
import lab.crawl.ForwardingListener;
import lab.crawl.Journal;

/** Gives a crawl the journal that it keeps its visits in. */
final class KeptCrawl extends ForwardingListener {
  private final Journal journal;

  private KeptCrawl(CrawlListener next, Journal journal) {
    super(next);
    this.journal = journal;
  }

  /** The same listener, for a crawl whose visits are kept if there is a journal. */
  static CrawlListener of(CrawlListener next, Optional<? extends Journal> journal) {
    return journal.isPresent() ? new KeptCrawl(next, journal.get()) : next;
  }

  @Override
  public Journal journal() {
    return journal;
  }
}
