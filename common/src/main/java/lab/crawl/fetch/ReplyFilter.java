package lab.crawl.fetch;

import java.io.ByteArrayInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import lab.crawl.reply.ReplyParser;

/**
 * Stands between OkHttp and the bytes of one connection. It reads each reply itself, with the lab's own parser, and then tells OkHttp
 * that an empty one has come: so all clients make the same of the same bytes, and nothing in a reply is left for OkHttp to act on, to
 * trip over, or to take for the next one.
 *
 * <p>It belongs to the thread whose call has the connection.
 */
final class ReplyFilter {
  private static final String KEPT = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
  private static final String CLOSED = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

  /** Where the bytes of a reply go. */
  interface Reader extends ReplyParser.Sink {
    /** Some more bytes of the request were sent; they are the caller's. */
    void sent(byte[] bytes, int from, int count);

    /** Whether the rest of the reply isn't worth reading. */
    boolean hasEnough();
  }

  private final Socket wire;
  private final InputStream in;
  private final OutputStream out;
  private Reader reader; // null unless a reply is awaited: an idle connection must not keep the last page's bytes
  private boolean used;
  private boolean usedBefore;
  private InputStream toldOkHttp; // null until the reply is there
  private boolean stale;

  /**
   * Of a connection.
   *
   * @param wire the socket below TLS, if there is TLS
   */
  ReplyFilter(Socket wire, InputStream in, OutputStream out) {
    this.wire = wire;
    this.in = in;
    this.out = out;
  }

  /** An exchange begins: its reply goes there. */
  void begin(Reader newReader) {
    usedBefore = used;
    stale = usedBefore && hasUnasked();
    used = true;
    reader = newReader;
    toldOkHttp = null;
  }

  /** Whatever has come since the last reply is no reply: nobody had asked yet (RFC 9112, 9.3 and 9.5). */
  private boolean hasUnasked() {
    try {
      return in.available() > 0 || wire.getInputStream().available() > 0;
    } catch (IOException e) {
      return true;
    }
  }

  private void refuseIfStale() throws SocketException {
    if (stale) {
      throw new SocketException("the server has sent what nobody asked for");
    }
  }

  /** Room for bytes on their way is what OkHttp has made for them: thousands of connections may wait at a time. */
  private String receive(byte[] bytes, int from, int count) throws IOException {
    ReplyParser parser = new ReplyParser(usedBefore);
    boolean leftOver = false;
    while (!parser.isWhole() && !reader.hasEnough()) {
      int read = in.read(bytes, from, count);
      if (read < 0) {
        parser.closed();
      } else {
        leftOver = parser.take(bytes, from, read, reader) < read;
      }
    }
    return parser.keepsConnection() && !leftOver ? KEPT : CLOSED;
  }

  /** What OkHttp reads. */
  InputStream input() {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
      }

      @Override
      public int read(byte[] bytes, int from, int count) throws IOException {
        refuseIfStale();
        if (toldOkHttp == null) {
          toldOkHttp = new ByteArrayInputStream(receive(bytes, from, count).getBytes(StandardCharsets.US_ASCII));
          reader = null;
        }
        return toldOkHttp.read(bytes, from, count);
      }
    };
  }

  /** What OkHttp writes to. */
  OutputStream output() {
    return new FilterOutputStream(out) {
      @Override
      public void write(byte[] bytes, int from, int count) throws IOException {
        refuseIfStale();
        out.write(bytes, from, count);
        reader.sent(bytes, from, count);
      }
    };
  }
}
