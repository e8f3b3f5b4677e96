package lab.homework.grade;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A small website over real HTTP, written down path by path, that counts who asks for what; each path that is not written down
 * is a 404. It starts in milliseconds, which WireMock doesn't: so each trial has one of its own, and finds no state that another
 * left.
 *
 * <p>Safe for use by many threads.
 */
public final class HttpScript implements AutoCloseable {
  private static final List<Reply> NOT_FOUND = List.of(Reply.of(404));

  private final HttpServer server;
  private final Map<String, List<Reply>> script = new ConcurrentHashMap<>();
  private final Map<String, Integer> counts = new ConcurrentHashMap<>();

  /**
   * What is answered to a request; no body matters here.
   *
   * @param headers by their names, for which upper and lower case are the same; read-only
   */
  public record Reply(int status, Map<String, String> headers) {

    /** Copies the headers. */
    public Reply {
      Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      copy.putAll(headers);
      headers = Collections.unmodifiableMap(copy);
    }

    /** One without headers. */
    public static Reply of(int status) {
      return new Reply(status, Map.of());
    }

    /** One with a header. */
    public static Reply of(int status, String name, String value) {
      return new Reply(status, Map.of(name, value));
    }

    /** A header, if it is there. */
    public Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name));
    }
  }

  /** Serves a site without any page, on any free port. */
  public HttpScript() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /**
   * Says what a path answers.
   *
   * @param path with its query, if any
   * @param replies the first request gets the first one, and so on; every later request gets the last one
   */
  public HttpScript on(String path, Reply... replies) {
    script.put(path, List.of(replies));
    return this;
  }

  /** Where a path is. */
  public URI url(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().toString();
      int count = counts.merge(path, 1, Integer::sum);
      List<Reply> replies = script.getOrDefault(path, NOT_FOUND);
      Reply reply = replies.get(Math.min(count, replies.size()) - 1);
      reply.headers().forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(reply.status(), -1);
    }
  }

  /**
   * Asks once, and takes whatever is answered: no redirect is followed, nothing is tried again.
   *
   * @throws IOException if nobody answers
   */
  public static Reply get(URI url) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection(Proxy.NO_PROXY);
    connection.setInstanceFollowRedirects(false);
    // A kept connection that has broken would be tried again unasked, and the counts would be wrong.
    connection.setRequestProperty("Connection", "close");
    int status = connection.getResponseCode();
    Map<String, String> headers = new TreeMap<>();
    connection.getHeaderFields().forEach((name, values) -> {
      // The line with the status has no name.
      if (name != null) {
        headers.put(name, values.getFirst());
      }
    });
    connection.disconnect();
    return new Reply(status, headers);
  }

  /** How often each path was asked for, sorted by path. */
  public Map<String, Integer> counts() {
    return new TreeMap<>(counts);
  }

  /** How often that one was. */
  public int count(String path) {
    return counts.getOrDefault(path, 0);
  }

  /** How many requests came in all. */
  public int requests() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Ends the site at once. */
  @Override
  public void close() {
    server.stop(0);
  }
}
