package lab.crawl.measure;

import java.util.Optional;
import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import lab.crawl.CrawlResult;

/** One crawl from its call to its return, as an event of the JDK's Flight Recorder: so that the crawls of a JVM can be told apart. */
@Name("lab.Crawl")
@Label("Crawl")
@Category("Concurrency lab")
@StackTrace(false)
final class CrawlEvent extends Event {
  @Label("Pages")
  int pages;

  /** Begins one; empty if Flight Recorder doesn't run. */
  static Optional<CrawlEvent> begun() {
    if (!FlightRecorder.isInitialized()) {
      return Optional.empty();
    }
    CrawlEvent event = new CrawlEvent();
    event.begin();
    return Optional.of(event);
  }

  void end(CrawlResult result) {
    pages = result.fetched();
    commit();
  }
}
