package lab.crawl.fetch;

import lab.crawl.Lane;
import lab.crawl.SpanKind;
import okhttp3.HttpUrl;

/**
 * The spans of one exchange, whoever makes it: connect (unless a connection was kept alive), wait, receive. They follow one
 * another without a gap, from the making of this object until {@link #end()}.
 */
public final class FetchSpans {
  private final HttpUrl url;
  private final Lane lane;
  private SpanKind current = SpanKind.WAIT;
  private long begin;

  /** Begins now. */
  public FetchSpans(HttpUrl url, Lane lane) {
    this.url = url;
    this.lane = lane;
    this.begin = lane.now();
  }

  /** A connection is being made for this exchange. */
  public void connecting() {
    current = SpanKind.CONNECT;
  }

  /** There is a connection, and the request is sent next. */
  public void connected() {
    if (current == SpanKind.CONNECT) {
      next(SpanKind.WAIT);
    }
  }

  /** The reply begins. */
  public void firstByte() {
    next(SpanKind.RECEIVE);
  }

  /** The exchange is over, well or not. */
  public void end() {
    lane.record(current, url, begin);
  }

  private void next(SpanKind kind) {
    begin = lane.record(current, url, begin);
    current = kind;
  }
}
