package lab.contract;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** A website that remembers what each request's headers were, and serves as a proxy as well. What isn't written down is a 404. */
final class HeaderServer implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, Page> pages = new ConcurrentHashMap<>();
  private final Map<String, List<Headers>> requests = new ConcurrentSkipListMap<>();

  private record Page(String html, Optional<String> cookie) {}

  HeaderServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("no server can be started", e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  /** Says what a target, a path or a whole URL, answers. */
  HeaderServer on(String target, String html) {
    pages.put(target, new Page(html, Optional.empty()));
    return this;
  }

  /** The same, where a reply sets a cookie. */
  HeaderServer setting(String cookie, String target, String html) {
    pages.put(target, new Page(html, Optional.of(cookie)));
    return this;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String target = exchange.getRequestURI().toString();
    requests.computeIfAbsent(target, _ -> new ArrayList<>()).add(exchange.getRequestHeaders());
    Page page = pages.get(target);
    byte[] body = page == null ? new byte[0] : page.html.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/html");
    Optional.ofNullable(page).flatMap(Page::cookie).ifPresent(cookie -> exchange.getResponseHeaders().set("Set-Cookie", cookie));
    exchange.sendResponseHeaders(page == null ? 404 : 200, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** The root, by one of the names that this host has. */
  String url(String host) {
    return "http://" + host + ":" + port() + "/";
  }

  /** What a header was in the one request for each target; the empty text where there was none. */
  Map<String, String> header(String name) {
    Map<String, String> values = new ConcurrentSkipListMap<>();
    requests.forEach((target, all) -> values.put(target, String.join(" and ", all.stream().map(headers -> value(headers, name)).toList())));
    return values;
  }

  private static String value(Headers headers, String name) {
    return Optional.ofNullable(headers.get(name)).map(values -> String.join(", ", values)).orElse("");
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
