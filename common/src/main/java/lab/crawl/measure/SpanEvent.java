package lab.crawl.measure;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/**
 * A span that was spent on a page, as an event of the JDK's Flight Recorder. Each kind has a type of its own, because JDK Mission Control
 * has a colour for each type.
 */
@Category("Concurrency lab")
@StackTrace(false)
abstract sealed class SpanEvent extends Event {
  @Label("URL")
  String url;

  @Label("Body")
  @Description("Length of the page's body; -1 where nobody knows it yet")
  @DataAmount
  long bytes;

  @Label("Lane")
  @Description("What the timeline calls who did it: a thread, or what all pages that wait have together")
  String lane;

  @Name("lab.Connect")
  @Label("Connect")
  static final class Connect extends SpanEvent {}

  @Name("lab.Wait")
  @Label("Wait")
  @Description("From the request until the first byte of the reply")
  static final class Wait extends SpanEvent {}

  @Name("lab.Receive")
  @Label("Receive")
  static final class Receive extends SpanEvent {}

  @Name("lab.Parse")
  @Label("Parse")
  static final class Parse extends SpanEvent {}

  @Name("lab.Checksum")
  @Label("Checksum")
  static final class Checksum extends SpanEvent {}

  @Name("lab.Store")
  @Label("Store")
  static final class Store extends SpanEvent {}
}
