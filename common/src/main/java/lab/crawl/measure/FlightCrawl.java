package lab.crawl.measure;

import jdk.jfr.FlightRecorder;
import lab.crawl.CrawlResult;

/**
 * A crawl that is going on, as the JDK's Flight Recorder sees it. Nothing is loaded unless that runs: as soon as the class of an event is,
 * the JDK loads all of Flight Recorder, which takes some 40 ms.
 */
@FunctionalInterface
interface FlightCrawl {
  /** Ends now. */
  void end(CrawlResult result);

  /** Begins now. */
  static FlightCrawl begin() {
    return FlightRecorder.isInitialized() ? Begun.now() : _ -> {};
  }

  /** A class of its own, because it is loaded only if it is needed. */
  final class Begun {
    private Begun() {}

    private static FlightCrawl now() {
      CrawlEvent event = new CrawlEvent();
      event.begin();
      return result -> {
        event.pages = result.fetched();
        event.commit();
      };
    }
  }
}
