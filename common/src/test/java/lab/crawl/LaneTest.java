package lab.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

class LaneTest {
  private static final int CALLS = 100_000;
  private static final HttpUrl PAGE = HttpUrl.get("http://example.org/a");
  private static final Span SPAN = new Span(SpanKind.PARSE, Optional.of(PAGE), 1, 2);

  /** Keeps what is added. */
  private static final class Kept implements Lane {
    private final List<Span> spans = new ArrayList<>();

    @Override
    public Begun begin() {
      return (kind, url, _) -> {
        add(new Span(kind, Optional.of(url), 0, 0));
        return begin();
      };
    }

    @Override
    public void add(Span span) {
      spans.add(span);
    }
  }

  @Test
  void nobodyRecordsOnTheLaneOfNobody() {
    assertThat(Lane.NONE.isRecorded()).isFalse();
    assertThat(CrawlListener.NONE.lane()).isSameAs(Lane.NONE);
    assertThat(CrawlListener.NONE.lane("worker 1")).isSameAs(Lane.NONE);
    assertThat(CrawlListener.NONE.stack("fetch")).isSameAs(Lane.NONE);
  }

  @Test
  void whatNobodyRecordsAllocatesNothing() {
    assertThat(bytesPerCall(Lane.NONE)).isLessThan(1.0);
  }

  /** Else the test above might as well pass because the measuring measures nothing. */
  @Test
  void whatIsRecordedIsSeenToAllocate() {
    assertThat(bytesPerCall(new Kept())).isGreaterThan(1.0);
  }

  private static double bytesPerCall(Lane lane) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    assumeThat(threads.isThreadAllocatedMemorySupported() && threads.isThreadAllocatedMemoryEnabled())
        .as("this JVM counts what its threads allocate").isTrue();
    use(lane);
    threads.getCurrentThreadAllocatedBytes();
    long before = threads.getCurrentThreadAllocatedBytes();
    use(lane);
    return (double) (threads.getCurrentThreadAllocatedBytes() - before) / CALLS;
  }

  private static void use(Lane lane) {
    for (int i = 0; i < CALLS; i++) {
      lane.begin().end(SpanKind.PARSE, PAGE).end(SpanKind.STORE, PAGE);
      lane.add(SPAN);
    }
  }
}
