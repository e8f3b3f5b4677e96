package lab.crawl.measure;

import java.util.ArrayList;
import java.util.List;
import lab.crawl.Lane;
import lab.crawl.Span;

/** Keeps the spans of one lane. The lock is this object's monitor; nearly always only one thread asks for it. */
public final class RecordedLane implements Lane {
  private final List<Span> spans = new ArrayList<>();

  @Override
  public long now() {
    return System.nanoTime();
  }

  @Override
  public synchronized void add(Span span) {
    spans.add(span);
  }

  /** The spans so far, in the order in which they ended. */
  public synchronized List<Span> spans() {
    return List.copyOf(spans);
  }
}
