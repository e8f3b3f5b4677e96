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
  private SpanKind current = SpanKind.WAIT;
  private Lane.Begun begun;

  /** Begins now. */
  public FetchSpans(HttpUrl url, Lane lane) {
    this.url = url;
    this.begun = lane.begin();
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
    begun.end(current, url);
  }

  private void next(SpanKind kind) {
    begun = begun.end(current, url);
    current = kind;
  }
}
