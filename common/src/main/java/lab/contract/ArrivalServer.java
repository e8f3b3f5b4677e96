package lab.contract;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/**
 * Says when each request arrived, by its own clock. It keeps connections alive, and serves each on a thread of its own.
 *
 * <p>The moment of a request is taken when its first bytes are there and before anything is answered. So whoever begins the next request
 * a while after the reply has come can't be measured to be too early, however late this server's threads are.
 */
final class ArrivalServer implements AutoCloseable {
  private final ServerSocket server;
  private final Map<String, Queue<String>> replies = new HashMap<>();
  private final List<Long> arrivals = Collections.synchronizedList(new ArrayList<>());
  private final List<Socket> connections = Collections.synchronizedList(new ArrayList<>());

  ArrivalServer() {
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException("no server can be started", e);
    }
  }

  /** Says what a path answers: the heads of the replies, one after another; the last one is repeated. */
  ArrivalServer on(String path, String... heads) {
    replies.put(path, new ArrayDeque<>(List.of(heads)));
    return this;
  }

  /** A page that links to others. */
  static String page(String... links) {
    StringBuilder body = new StringBuilder();
    for (String link : links) {
      body.append("<a href='").append(link).append("'>a</a>");
    }
    return "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
  }

  /** Nothing but a status and a header. */
  static String head(int status, String header) {
    return "HTTP/1.1 " + status + " Status\r\nContent-Length: 0\r\n" + header + "\r\n\r\n";
  }

  /** The connection is closed without a reply. */
  static String nothing() {
    return "";
  }

  ArrivalServer start() {
    Thread.ofPlatform().daemon().name("arrival-server").start(this::accept);
    return this;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket connection = server.accept();
        connections.add(connection);
        Thread.ofPlatform().daemon().name("arrival-connection").start(() -> serve(connection));
      } catch (IOException e) {
        // This server was closed.
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      for (String path = request(connection); path != null; path = request(connection)) {
        String reply = reply(path);
        if (reply.isEmpty()) {
          return;
        }
        OutputStream out = connection.getOutputStream();
        out.write(reply.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
      }
    } catch (IOException e) {
      // The client or this server has closed it.
    }
  }

  /** The path of the next request; null if there is none. */
  private String request(Socket connection) throws IOException {
    StringBuilder head = new StringBuilder();
    int first = connection.getInputStream().read();
    long now = System.nanoTime();
    for (int b = first; b >= 0; b = connection.getInputStream().read()) {
      head.append((char) b);
      if (head.toString().endsWith("\r\n\r\n")) {
        arrivals.add(now);
        return head.toString().split(" ")[1];
      }
    }
    return null;
  }

  private synchronized String reply(String path) {
    Queue<String> left = replies.getOrDefault(path, new ArrayDeque<>(List.of(head(404, "X-Not: found"))));
    return left.size() > 1 ? left.remove() : left.element();
  }

  String url() {
    return "http://127.0.0.1:" + server.getLocalPort() + "/";
  }

  /** How many requests have come. */
  int requests() {
    return arrivals.size();
  }

  /** The times between two requests that came one after another, in nanoseconds. */
  List<Long> gaps() {
    List<Long> sorted = new ArrayList<>(arrivals);
    Collections.sort(sorted);
    List<Long> gaps = new ArrayList<>();
    for (int i = 1; i < sorted.size(); i++) {
      gaps.add(sorted.get(i) - sorted.get(i - 1));
    }
    return gaps;
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket connection : List.copyOf(connections)) {
        connection.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the server cannot be closed", e);
    }
  }
}
