package lab.crawl.measure;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** A span that was no page's, as an event of the JDK's Flight Recorder at the moment of its end. */
@Category("Concurrency lab")
@StackTrace(false)
abstract sealed class OverEvent extends Event {
  @Label("Took")
  @Timespan(Timespan.NANOSECONDS)
  long took;

  @Label("Lane")
  String lane;

  @Name("lab.Lag")
  @Label("Loop lag")
  @Description("How late the event loop came to its timer")
  static final class Lag extends OverEvent {}

  @Name("lab.Start")
  @Label("Start")
  @Description("A worker process or a pool's thread is ready")
  static final class Start extends OverEvent {}
}
