package lab.crawl.procs;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A little site on 127.0.0.1 that counts what is asked of it. */
final class TestSite implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, HttpHandler> handlers = new ConcurrentHashMap<>();
  private final Map<String, Integer> requests = new ConcurrentHashMap<>();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicInteger peakInFlight = new AtomicInteger();

  TestSite() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** A page that links to others. */
  TestSite page(String path, String... links) {
    return on(path, exchange -> reply(exchange, 200, "text/html; charset=utf-8", html(links)));
  }

  /** A path with a behaviour of its own. */
  TestSite on(String path, HttpHandler handler) {
    handlers.put(path, handler);
    return this;
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getRawPath();
    requests.merge(path, 1, Integer::sum);
    peakInFlight.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
    try (exchange) {
      handlers.getOrDefault(path, this::notFound).handle(exchange);
    }
  }

  private void notFound(HttpExchange exchange) throws IOException {
    reply(exchange, 404, "text/plain", "nothing here");
  }

  /** Replies, and is no more in flight before the client can know: else its next request would seem to overlap. */
  void reply(HttpExchange exchange, int status, String type, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    inFlight.decrementAndGet();
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  static String html(String... links) {
    StringBuilder html = new StringBuilder("<!doctype html><title>page</title>");
    for (String link : links) {
      html.append("<a href=\"").append(link).append("\">link</a>");
    }
    return html.toString();
  }

  String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  int requests(String path) {
    return requests.getOrDefault(path, 0);
  }

  int peakInFlight() {
    return peakInFlight.get();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
