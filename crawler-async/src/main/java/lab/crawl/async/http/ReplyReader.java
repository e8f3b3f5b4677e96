package lab.crawl.async.http;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import lab.crawl.Body;
import lab.crawl.BodyTooLongException;
import lab.crawl.FetchResult;
import okhttp3.Headers;
import okio.Buffer;
import okio.BufferedSource;
import okio.GzipSource;
import okio.Okio;

/**
 * Collects one reply, and undoes its gzip.
 *
 * <p>The gzip is undone when the body is whole, by OkHttp's own decoder, which complains of a stream that breaks off.
 * Netty's {@code HttpContentDecompressor} would take it for a whole page, and inflates each piece before it can be counted.
 */
final class ReplyReader {
  private final HttpResponse head;
  private final long maxBodyBytes;
  private final Buffer received = new Buffer();

  /**
   * Begins with the head of a reply.
   *
   * @throws ProtocolException if it contradicts itself: no body, but a length (RFC 9110, 15.3.5 and 15.3.6)
   */
  ReplyReader(HttpResponse head, long maxBodyBytes) throws ProtocolException {
    this.head = head;
    this.maxBodyBytes = maxBodyBytes;
    int status = head.status().code();
    if ((status == 204 || status == 205) && HttpUtil.getContentLength(head, 0L) > 0) {
      throw new ProtocolException("HTTP " + status + " had non-zero Content-Length");
    }
  }

  /**
   * Takes the next bytes of the body.
   *
   * @throws BodyTooLongException if that is more than is taken
   */
  void add(ByteBuf piece) throws IOException {
    if (received.size() + piece.readableBytes() > mostReceived()) {
      throw new BodyTooLongException(maxBodyBytes);
    }
    piece.readBytes(received.outputStream(), piece.readableBytes());
  }

  /** Gzip can make a body longer, too: by a header, and by 5 bytes in each 64 KiB (RFC 1951, 3.2.4). */
  private long mostReceived() {
    return isGzip() ? maxBodyBytes + (maxBodyBytes >> 10) + 1024L : maxBodyBytes;
  }

  /**
   * The reply, now that its last byte was added.
   *
   * @throws BodyTooLongException if it is longer than is taken once the gzip is undone; it is inflated no further than that
   * @throws IOException if the gzip is broken
   */
  FetchResult.Reply whole() throws IOException {
    Headers.Builder headers = new Headers.Builder();
    head.headers().forEach(header -> headers.addUnsafeNonAscii(header.getKey(), header.getValue()));
    return new FetchResult.Reply(
        head.status().code(), headers.build(), Body.of(isGzip() ? inflated() : received.readByteArray()));
  }

  private byte[] inflated() throws IOException {
    try (BufferedSource plain = Okio.buffer(new GzipSource(received))) {
      if (plain.request(maxBodyBytes + 1L)) {
        throw new BodyTooLongException(maxBodyBytes);
      }
      return plain.readByteArray();
    }
  }

  private boolean isGzip() {
    int status = head.status().code();
    boolean hasBody = status != 204 && status != 304;
    return hasBody && header(HttpHeaderNames.CONTENT_ENCODING).filter("gzip"::equalsIgnoreCase).isPresent();
  }

  /** Whether another exchange may follow on the same connection (RFC 9112, 9.3). */
  boolean leavesConnectionUsable() {
    return HttpUtil.isKeepAlive(head) && head.status().code() != 101;
  }

  /** As OkHttp reads it: the last of several, and as UTF-8, while Netty makes a character of each byte. */
  private Optional<String> header(CharSequence name) {
    List<String> values = head.headers().getAll(name);
    return values.isEmpty()
        ? Optional.empty()
        : Optional.of(new String(values.getLast().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
  }
}
