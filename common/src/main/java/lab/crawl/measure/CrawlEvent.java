package lab.crawl.measure;

import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** One crawl from its call to its return, as an event of the JDK's Flight Recorder: so that the crawls of a JVM can be told apart. */
@Name("lab.Crawl")
@Label("Crawl")
@Category("Concurrency lab")
@StackTrace(false)
final class CrawlEvent extends Event {
  @Label("Pages")
  int pages;
}
