package lab.contract;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.net.ServerSocketFactory;

/**
 * A server on 127.0.0.1 that has an odd reply at {@code /odd/0}, the next at {@code /odd/1} and so on, a page with links to all of them
 * at its root, and the text "plain" anywhere else. It keeps connections for as long as the replies allow.
 */
public final class OddServer implements AutoCloseable {
  private static final String ODD = "/odd/";

  private final List<OddReply> replies;
  private final AtomicInteger accepted = new AtomicInteger();
  private final SocketServer server;

  /** Begins to listen on any free port. */
  public OddServer(List<OddReply> replies) {
    this(replies, ServerSocketFactory.getDefault());
  }

  /** The same over the sockets of that factory. */
  public OddServer(List<OddReply> replies, ServerSocketFactory sockets) {
    this.replies = List.copyOf(replies);
    this.server = new SocketServer(sockets, this::serve);
  }

  /** The port that it listens on. */
  public int port() {
    return server.port();
  }

  /** The URL of a path, for instance of {@code "/"}. */
  public String url(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  /** The path of a reply. */
  public static String path(int index) {
    return ODD + index;
  }

  /** How many connections were made. */
  public int accepted() {
    return accepted.get();
  }

  private void serve(Socket connection) throws IOException {
    accepted.incrementAndGet();
    InputStream in = connection.getInputStream();
    boolean closes = false;
    while (!closes) {
      Optional<String> head = SocketServer.head(in);
      closes = head.isEmpty() || answer(connection, SocketServer.target(head.get()));
    }
  }

  /** Whether the connection is closed afterwards. */
  private boolean answer(Socket connection, String target) throws IOException {
    if (target.startsWith(ODD)) {
      OddReply reply = replies.get(Integer.parseInt(target.substring(ODD.length())));
      connection.getOutputStream().write(reply.bytes());
      return reply.closes();
    }
    String page = target.equals("/") ? page("text/html", links()) : page("text/plain", "plain");
    connection.getOutputStream().write(page.getBytes(StandardCharsets.ISO_8859_1));
    return false;
  }

  private String links() {
    return IntStream.range(0, replies.size())
        .mapToObj(i -> "<a href='" + path(i) + "'></a>")
        .collect(Collectors.joining("\n"));
  }

  private static String page(String type, String body) {
    return "HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
  }

  @Override
  public void close() {
    server.close();
  }
}
