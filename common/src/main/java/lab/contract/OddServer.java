package lab.contract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

  private final ServerSocket server;
  private final List<OddReply> replies;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger accepted = new AtomicInteger();

  /** Begins to listen on any free port. */
  public OddServer(List<OddReply> replies) {
    this(replies, ServerSocketFactory.getDefault());
  }

  /** The same over the sockets of that factory. */
  public OddServer(List<OddReply> replies, ServerSocketFactory sockets) {
    this.replies = List.copyOf(replies);
    try {
      server = sockets.createServerSocket(0, 1000, InetAddress.getByName("127.0.0.1"));
    } catch (IOException e) {
      throw new UncheckedIOException("no server can be started", e);
    }
    Thread.ofPlatform().daemon().name("odd-server").start(this::acceptAll);
  }

  /** The port that it listens on. */
  public int port() {
    return server.getLocalPort();
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

  private void acceptAll() {
    try {
      while (true) {
        Socket connection = server.accept();
        accepted.incrementAndGet();
        open.add(connection);
        Thread.ofVirtual().start(() -> serve(connection));
      }
    } catch (IOException e) {
      // The test is over.
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      var requests = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
      boolean closes = false;
      for (String target = target(requests); target != null; target = closes ? null : target(requests)) {
        closes = answer(connection, target);
      }
    } catch (IOException e) {
      // The client has left, or the test is over.
    } finally {
      open.remove(connection);
    }
  }

  /** Reads a whole request; null if the client has closed the connection. */
  private static String target(BufferedReader requests) throws IOException {
    String first = requests.readLine();
    String line = first;
    while (line != null && !line.isEmpty()) {
      line = requests.readLine();
    }
    return line == null ? null : first.split(" ")[1];
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
    try {
      server.close();
      for (Socket connection : open) {
        connection.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the server cannot be closed", e);
    }
  }
}
