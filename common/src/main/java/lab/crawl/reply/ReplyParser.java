package lab.crawl.reply;

import java.io.EOFException;
import java.io.IOException;
import org.jspecify.annotations.NullUnmarked;

/**
 * Reads one reply, from its first byte to its last, and no further (RFC 9112). Not thread-safe.
 *
 * <p>Bytes are handed in as they come. What follows the reply's end is not taken: nobody asked for it, so whoever owns the connection
 * must not use it again. Having thrown anything, a parser is of no more use, nor is its connection.
 */
@NullUnmarked // whoever asks for more than the head knows that there is one
public final class ReplyParser {

  /** Gets to know what is in a reply, in this order: its head, the pieces of its body. */
  public interface Sink {

    /** The head of the final reply is whole; interim ones before it were dropped. */
    void head(ReplyHead head) throws IOException;

    /** What was {@link #taken} so far was an interim reply. */
    default void interim() {}

    /**
     * The same bytes as they came, each of them once: those of a head before it is told, those of a body after, with the transfer's
     * framing. They are the sink's until it returns.
     */
    default void taken(byte[] bytes, int from, int count) {}

    /** Some more bytes of the body, the transfer's framing taken off; they are the sink's until it returns. Perhaps none. */
    void body(byte[] bytes, int from, int count) throws IOException;
  }

  private final HeadParser headParser;
  private ReplyHead head; // null until it is whole
  private BodyParser body; // null until then, too
  private boolean closed;

  /** For the first reply of a connection. */
  public ReplyParser() {
    this(false);
  }

  /**
   * For any reply of a connection.
   *
   * @param followsAnother whether there was a reply before it: what is no reply is then left over from that, and the connection is lost
   */
  public ReplyParser(boolean followsAnother) {
    this.headParser = new HeadParser(followsAnother);
  }

  /**
   * Takes bytes up to the reply's end.
   *
   * @return how many it took; fewer than there were only if the reply {@link #isWhole}
   * @throws java.net.ProtocolException if they are no reply of HTTP/1
   * @throws IOException if the sink throws it
   */
  public int take(byte[] bytes, int from, int count, Sink sink) throws IOException {
    int at = from;
    int end = from + count;
    while (at < end && !isWhole()) {
      at += head == null ? takeHead(bytes, at, end - at, sink) : takeBody(bytes, at, end - at, sink);
    }
    return at - from;
  }

  private int takeHead(byte[] bytes, int from, int count, Sink sink) throws IOException {
    int taken = headParser.take(bytes, from, count);
    sink.taken(bytes, from, taken);
    head = headParser.head();
    if (head != null) {
      body = BodyParser.of(head.framing());
      sink.head(head);
    } else if (headParser.isAtBeginning()) {
      sink.interim();
    }
    return taken;
  }

  private int takeBody(byte[] bytes, int from, int count, Sink sink) throws IOException {
    int taken = body.take(bytes, from, count, sink);
    sink.taken(bytes, from, taken);
    return taken;
  }

  /**
   * The server has closed the connection.
   *
   * @throws EOFException if the reply isn't whole by that
   */
  public void closed() throws EOFException {
    closed = true;
    if (!isWhole()) {
      throw new EOFException("the connection was closed before the reply was complete");
    }
  }

  /** Whether the reply has come to its end. */
  public boolean isWhole() {
    return head != null && (body.isWhole() || closed && head.framing() instanceof Framing.UntilClose);
  }

  /** Whether another exchange may follow on the same connection, if nothing is left over. */
  public boolean keepsConnection() {
    return isWhole() && head.keepsConnection();
  }
}
