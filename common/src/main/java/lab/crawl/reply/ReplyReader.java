package lab.crawl.reply;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lab.crawl.Body;
import lab.crawl.BodyTooLongException;
import lab.crawl.BodyWriter;
import lab.crawl.Capture;
import lab.crawl.Capture.Ending;
import lab.crawl.CrawlPlan;
import lab.crawl.FetchResult;
import lab.crawl.Spool;
import lab.crawl.kept.KeptReplies;
import lab.crawl.kept.KeptReply;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.jspecify.annotations.NullUnmarked;

/**
 * Collects one reply, and undoes its content coding when the body is whole. Not thread-safe.
 *
 * <p>Only a success has a body that anybody wants. Of any other reply the head says it all: whatever is wrong with the body then
 * doesn't matter, and it is read at most to keep the connection (RFC 9110, 15; RFC 9112, 9.3).
 */
@NullUnmarked // whoever asks for more than the head knows that there is one
public final class ReplyReader implements ReplyParser.Sink, AutoCloseable {
  /** The longest body that is worth reading in order to keep a connection: 64 KiB. */
  private static final int MOST_DRAINED = 64 << 10;

  private static final int MOST_CODINGS = 3;

  private static final Pattern FROM_START = Pattern.compile("bytes 0-(\\d{1,18})/(\\d{1,18})", Pattern.CASE_INSENSITIVE);

  private final Spool spool;
  private final long maxBodyBytes;
  private final CaptureWriter capture; // null unless there is to be one
  private final Optional<KeptReply> kept;
  private ReplyHead head; // null until it is there
  private BodyWriter received;
  private long drained;

  /**
   * Nothing read yet.
   *
   * @param maxBodyBytes the longest body that is taken, content coding undone, 0 or more
   */
  public ReplyReader(Spool spool, long maxBodyBytes) {
    this(spool, maxBodyBytes, null, Optional.empty());
  }

  private ReplyReader(Spool spool, long maxBodyBytes, CaptureWriter capture, Optional<KeptReply> kept) {
    this.spool = spool;
    this.maxBodyBytes = maxBodyBytes;
    this.capture = capture;
    this.kept = kept;
  }

  /**
   * What a plan's exchanges are read with: where an archive is wanted, what goes over the wire is kept.
   *
   * @param url what is asked for: on the {@link #conditions()} of what an earlier crawl has kept, if it has
   */
  public static ReplyReader of(CrawlPlan plan, Spool spool, HttpUrl url) {
    long most = plan.fetch().maxBodyBytes();
    return new ReplyReader(spool, most,
        plan.work().warc().isPresent() ? new CaptureWriter(spool, most, plan.fetch().requests().secretHeaders()) : null,
        KeptReplies.of(plan.work()).flatMap(replies -> replies.find(url)));
  }

  /** What the request must say besides the usual, so that the server needn't send again what is kept. */
  public Headers conditions() {
    return kept.map(KeptReply::conditions).orElse(Headers.EMPTY);
  }

  /** Whether what goes over the wire is kept. */
  public boolean captures() {
    return capture != null;
  }

  /** The request is sent to that address. */
  public void connectedTo(InetAddress address) {
    if (capture != null) {
      capture.connectedTo(address);
    }
  }

  /** Some more bytes of the request were sent. */
  public void sent(byte[] bytes, int from, int count) {
    if (capture != null) {
      capture.sent(bytes, from, count);
    }
  }

  @Override
  public void taken(byte[] bytes, int from, int count) {
    if (capture != null) {
      capture.taken(bytes, from, count);
    }
  }

  @Override
  public void interim() {
    if (capture != null) {
      capture.interim();
    }
  }

  /**
   * The head is there.
   *
   * @throws BodyTooLongException if it says that the body is longer than is taken
   * @throws ProtocolException if it says that the body is a part only
   */
  @Override
  public void head(ReplyHead newHead) throws BodyTooLongException, ProtocolException {
    head = newHead;
    received = new BodyWriter(spool, mostReceived());
    if (capture != null) {
      capture.head(head);
    }
    if (head.isSuccess() && head.framing() instanceof Framing.Length(long bytes) && bytes > mostReceived()) {
      throw new BodyTooLongException(maxBodyBytes);
    }
    if (head.status() == 206 && !isAll(head.headers().get("Content-Range"))) {
      throw new ProtocolException("status 206: a part of the page, which nobody asked for");
    }
  }

  /** A part may be all of it (RFC 9110, 14.4). */
  private static boolean isAll(String range) {
    Matcher matcher = FROM_START.matcher(range == null ? "" : range);
    return matcher.matches() && Long.parseLong(matcher.group(1)) + 1 == Long.parseLong(matcher.group(2));
  }

  /** Gzip can make a body longer, too: by a header, and by 5 bytes in each 64 KiB (RFC 1951, 3.2.4). */
  private long mostReceived() {
    return head.codings().isEmpty() ? maxBodyBytes : withSlack(maxBodyBytes);
  }

  private static long withSlack(long bytes) {
    long slack = (bytes >> 10) + 1024;
    return bytes > Long.MAX_VALUE - slack ? Long.MAX_VALUE : bytes + slack;
  }

  /**
   * Takes the next bytes of the body.
   *
   * @throws BodyTooLongException if that is more than is taken
   * @throws ProtocolException if they are in a coding that nobody can undo
   * @throws UncheckedIOException with one line that names the file, if they can't be written
   */
  @Override
  public void body(byte[] bytes, int from, int count) throws BodyTooLongException, ProtocolException {
    if (!head.isSuccess()) {
      drain(bytes, from, count);
    } else if (count > 0) {
      refuseUnknownCodings();
      received.write(bytes, from, count);
    }
  }

  /** Nobody wants it but the archive. */
  private void drain(byte[] bytes, int from, int count) throws BodyTooLongException {
    drained += count;
    if (capture != null && drained <= mostDrained()) {
      received.write(bytes, from, count);
    }
  }

  private long mostDrained() {
    return capture == null ? MOST_DRAINED : mostReceived();
  }

  /** We offer gzip. What comes in another coding all the same must not be taken for the page. */
  private void refuseUnknownCodings() throws ProtocolException {
    List<String> codings = head.codings();
    if (codings.size() > MOST_CODINGS || !codings.stream().allMatch(ReplyReader::isGzip)) {
      throw new ProtocolException("Content-Encoding: " + String.join(", ", codings));
    }
  }

  /** RFC 9110, 8.4.1.3. */
  private static boolean isGzip(String coding) {
    return coding.equals("gzip") || coding.equals("x-gzip");
  }

  /** The reply if it is known by now: of one without success the head is all, however its body goes on. */
  public Optional<FetchResult> decided() {
    return isDecided() ? Optional.of(reply(Body.EMPTY, capture == null ? null : capture.withoutBody(Ending.BROKEN))) : Optional.empty();
  }

  private boolean isDecided() {
    return head != null && !head.isSuccess();
  }

  /** Whether the rest of a reply that is {@link #decided} isn't worth reading: the connection costs less than that. */
  public boolean hasEnough() {
    return isDecided() && (!head.keepsConnection() && capture == null || isTooLong());
  }

  private boolean isTooLong() {
    return drained > mostDrained() || head.framing() instanceof Framing.Length(long bytes) && bytes > mostDrained();
  }

  /**
   * The reply, now that its last byte was taken or that was enough. Its body is the caller's to close.
   *
   * @throws BodyTooLongException if it is longer than is taken once its coding is undone; it is undone no further than that
   * @throws java.util.zip.ZipException if its coding is broken
   * @throws UncheckedIOException with one line that names the file, if the body can't be written or read
   */
  public FetchResult whole() throws IOException {
    Body coded = received.whole();
    Body body = head.isSuccess() ? decoded(coded) : Body.EMPTY;
    Capture exchange = capture == null ? null : capture.of(coded, !head.isSuccess() && isTooLong());
    if (coded != body && (exchange == null || coded != exchange.payload())) {
      coded.close();
    }
    return reply(body, exchange);
  }

  private FetchResult reply(Body body, Capture exchange) {
    Optional<Capture> captured = Optional.ofNullable(exchange);
    return head.status() == 304 && kept.isPresent()
        ? kept.get().confirmed(head.headers(), captured, spool)
        : new FetchResult.Reply(head.status(), head.headers(), body, captured, false);
  }

  private Body decoded(Body coded) throws IOException {
    if (head.codings().isEmpty() || coded.length() == 0) {
      return coded;
    }
    try (BodyWriter plain = new BodyWriter(spool, maxBodyBytes)) {
      copy(coded, head.codings().size(), plain);
      return plain.whole();
    } catch (IOException | RuntimeException e) {
      coded.close();
      throw e;
    }
  }

  private void copy(Body coded, int times, BodyWriter plain) throws IOException {
    try (InputStream from = decoding(coded, times)) {
      byte[] piece = new byte[8192];
      for (int read = from.read(piece); read >= 0; read = from.read(piece)) {
        plain.write(piece, 0, read);
      }
    }
  }

  private InputStream decoding(Body coded, int times) {
    InputStream stream = coded.open();
    for (int i = 0; i < times; i++) {
      stream = new Gunzip(i == 0 ? stream : new Limited(stream, withSlack(maxBodyBytes), maxBodyBytes));
    }
    return stream;
  }

  /** Removes what was written, unless {@link #whole} has given it away. */
  @Override
  public void close() {
    if (received != null) {
      received.close();
    }
    if (capture != null) {
      capture.close();
    }
  }
}
