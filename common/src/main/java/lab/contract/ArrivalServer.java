package lab.contract;

import java.io.IOException;
import java.io.PushbackInputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/**
 * Says when each request arrived, by its own clock. It keeps connections alive, and serves each on a thread of its own.
 *
 * <p>The moment of a request is taken when its first bytes are there and before anything is answered. So whoever begins the next request
 * a while after the reply has come can't be measured to be too early, however late this server's threads are.
 */
final class ArrivalServer implements AutoCloseable {
  private final Map<String, Queue<String>> replies = new HashMap<>();
  private final List<Long> arrivals = Collections.synchronizedList(new ArrayList<>());
  private final SocketServer server = new SocketServer(this::serve);

  /** Says what a path answers: the heads of the replies, one after another; the last one is repeated. */
  synchronized ArrivalServer on(String path, String... heads) {
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

  private void serve(Socket connection) throws IOException {
    PushbackInputStream in = new PushbackInputStream(connection.getInputStream());
    for (String reply = reply(in); !reply.isEmpty(); reply = reply(in)) {
      connection.getOutputStream().write(reply.getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  /** The reply to the next request; nothing if there is none. */
  private String reply(PushbackInputStream in) throws IOException {
    int first = in.read();
    long now = System.nanoTime();
    if (first < 0) {
      return nothing();
    }
    in.unread(first);
    Optional<String> head = SocketServer.head(in);
    head.ifPresent(_ -> arrivals.add(now));
    return head.map(SocketServer::target).map(this::reply).orElse(nothing());
  }

  private synchronized String reply(String path) {
    Queue<String> left = replies.getOrDefault(path, new ArrayDeque<>(List.of(head(404, "X-Not: found"))));
    return left.size() > 1 ? left.remove() : left.element();
  }

  String url() {
    return server.url();
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
    server.close();
  }
}
