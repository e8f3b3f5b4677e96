package lab.crawl.sync;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

/** A website of a test's own: what isn't written down is a 404. */
final class WebServer implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final Map<String, Answer> firstAnswers = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<Headers> headers = new CopyOnWriteArrayList<>();
  private final List<Long> arrivals = new CopyOnWriteArrayList<>();

  private record Answer(int status, byte[] body, Map<String, String> headers) {}

  WebServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Says what a path answers. */
  WebServer on(String path, int status, String body, Map<String, String> headers) {
    return on(path, status, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  WebServer on(String path, int status, byte[] body, Map<String, String> headers) {
    answers.put(path, new Answer(status, body, headers));
    return this;
  }

  /** Says what the first request for a path gets, before what is said elsewhere. */
  WebServer first(String path, int status, Map<String, String> headers) {
    firstAnswers.put(path, new Answer(status, new byte[0], headers));
    return this;
  }

  /** A page with links. */
  WebServer page(String path, String... links) {
    StringBuilder html = new StringBuilder();
    for (String link : links) {
      html.append("<a href='").append(link).append("'>x</a>");
    }
    return on(path, 200, html.toString(), Map.of("Content-Type", "text/html"));
  }

  WebServer robots(int status, String text) {
    return on("/robots.txt", status, text, Map.of("Content-Type", "text/plain"));
  }

  WebServer redirect(String path, String target) {
    return on(path, 302, "", Map.of("Location", target));
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().toString();
    arrivals.add(System.nanoTime());
    asked.add(path);
    headers.add(exchange.getRequestHeaders());
    Answer first = firstAnswers.remove(path);
    Answer answer = first != null ? first : answers.getOrDefault(path, new Answer(404, new byte[0], Map.of()));
    answer.headers.forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(answer.status, answer.body.length == 0 ? -1 : answer.body.length);
    exchange.getResponseBody().write(answer.body);
    exchange.close();
  }

  String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** What a header was in each request; the empty text where there was none. */
  List<String> header(String name) {
    return headers.stream().map(sent -> sent.containsKey(name) ? String.join(", ", sent.get(name)) : "").toList();
  }

  /** The time between the first requests for two paths. */
  Duration gap(String path, String next) {
    return Duration.ofNanos(arrivals.get(asked.indexOf(next)) - arrivals.get(asked.indexOf(path)));
  }

  /** The least time between two requests. */
  Duration leastGap() {
    return IntStream.range(1, arrivals.size())
        .mapToObj(i -> Duration.ofNanos(arrivals.get(i) - arrivals.get(i - 1)))
        .min(Duration::compareTo).orElseThrow();
  }

  /** What was asked for, in that order. */
  List<String> asked() {
    return asked;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
