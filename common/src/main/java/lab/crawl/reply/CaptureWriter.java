package lab.crawl.reply;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lab.crawl.Body;
import lab.crawl.BodyTooLongException;
import lab.crawl.BodyWriter;
import lab.crawl.Capture;
import lab.crawl.Capture.Ending;
import lab.crawl.Spool;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what goes over the wire in one exchange. Most bodies come as they are, and are kept once, for the page and for the archive. What
 * comes in chunks goes to a file as well, chunks and all. Not thread-safe.
 */
final class CaptureWriter implements AutoCloseable {
  private final Spool spool;
  private final long maxBytes;
  private final Set<String> secretHeaders;
  private final Instant begun = Instant.now().truncatedTo(ChronoUnit.MILLIS);
  private final ByteArrayOutputStream request = new ByteArrayOutputStream();
  private final ByteArrayOutputStream head = new ByteArrayOutputStream();
  private Optional<InetAddress> server = Optional.empty();
  private boolean inBody;
  private boolean tooLong;
  private @Nullable BodyWriter chunked; // null unless the body comes in chunks

  /**
   * Begins now.
   *
   * @param maxBytes the longest body that is kept; what makes chunks of it may be as long again
   * @param secretHeaders names, in lower case, of what is left out of the request
   */
  CaptureWriter(Spool spool, long maxBytes, Set<String> secretHeaders) {
    this.secretHeaders = secretHeaders;
    this.spool = spool;
    this.maxBytes = maxBytes;
  }

  void connectedTo(InetAddress address) {
    server = Optional.of(address);
  }

  void sent(byte[] bytes, int from, int count) {
    request.write(bytes, from, count);
  }

  void taken(byte[] bytes, int from, int count) {
    if (!inBody) {
      head.write(bytes, from, count);
    } else if (chunked != null && !tooLong) {
      keep(chunked, bytes, from, count);
    }
  }

  /** Chunks of one byte each with long extensions fill no disk; the page is none the worse for it. */
  private void keep(BodyWriter body, byte[] bytes, int from, int count) {
    try {
      body.write(bytes, from, count);
    } catch (BodyTooLongException e) {
      tooLong = true;
    }
  }

  void interim() {
    head.reset();
  }

  void head(ReplyHead reply) {
    inBody = true;
    if (reply.framing() instanceof Framing.Chunked) {
      chunked = BodyWriter.ofFile(spool, maxBytes > Long.MAX_VALUE / 2 ? Long.MAX_VALUE : 2 * maxBytes + HeadParser.MOST_BYTES);
    }
  }

  /** The capture of a reply that ended as it should; its body may be too long all the same, and is then not the capture's. */
  Capture of(Body payload, boolean isTooLong) {
    if (tooLong || isTooLong) {
      return withoutBody(Ending.TOO_LONG);
    }
    return capture(chunked == null ? payload : chunked.whole(), payload, Ending.WHOLE);
  }

  /** The capture of a reply whose body is not to be kept. */
  Capture withoutBody(Ending ending) {
    return capture(Body.EMPTY, Body.EMPTY, ending);
  }

  private Capture capture(Body sent, Body payload, Ending ending) {
    return new Capture(begun, server, requestWithoutSecrets(), head.toByteArray(), sent, payload, ending, Optional.empty());
  }

  /** The request has no body, and each of its headers is one line. */
  private byte[] requestWithoutSecrets() {
    return request.toString(StandardCharsets.ISO_8859_1)
        .lines()
        .filter(line -> !secretHeaders.contains(line.replaceFirst(":.*", "").toLowerCase(Locale.ROOT)))
        .collect(Collectors.joining("\r\n", "", "\r\n"))
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Removes what was written, unless it is somebody's by now. */
  @Override
  public void close() {
    if (chunked != null) {
      chunked.close();
    }
  }
}
