package lab.compare;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.crawl.Sha256;

/** A website that is another one each time, and knows which version of a page somebody has. What isn't written down is a 404. */
public final class ChangingSite implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, Page> pages = new ConcurrentHashMap<>();
  private final Map<String, String> answers = new ConcurrentSkipListMap<>();

  private record Page(int status, String type, String body) {
    String tag() {
      return "\"" + Sha256.hex(body.getBytes(StandardCharsets.UTF_8)).substring(0, 16) + "\"";
    }
  }

  /** Serves nothing yet. */
  public ChangingSite() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /** A page with some text and links. */
  public ChangingSite page(String path, String text, String... links) {
    String html = Stream.of(links).map(link -> "<a href=\"%s\">a link</a>\n".formatted(link)).collect(Collectors.joining());
    return file(path, "text/html; charset=utf-8", "<!DOCTYPE html>\n<p>" + text + "</p>\n" + html);
  }

  /** A file of some media type. */
  public ChangingSite file(String path, String type, String body) {
    pages.put(path, new Page(200, type, body));
    return this;
  }

  /** A path that answers with nothing but a status. */
  public ChangingSite status(String path, int status) {
    pages.put(path, new Page(status, "text/plain", ""));
    return this;
  }

  /** A 404 from now on. */
  public ChangingSite remove(String path) {
    pages.remove(path);
    return this;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    Page page = pages.getOrDefault(path, new Page(404, "text/plain", ""));
    boolean isKnown = page.status == 200 && page.tag().equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
    int status = isKnown ? 304 : page.status;
    answers.merge(path, String.valueOf(status), (earlier, now) -> earlier + " " + now);
    if (page.status == 200) {
      exchange.getResponseHeaders().set("ETag", page.tag());
      exchange.getResponseHeaders().set("Content-Type", page.type);
    }
    byte[] body = status == 200 ? page.body.getBytes(StandardCharsets.UTF_8) : new byte[0];
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  /** The seed. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  /** What each path was answered with since this was asked last: {@code "304"}, or {@code "200 304"} if it was asked for twice. */
  public Map<String, String> answers() {
    Map<String, String> all = new TreeMap<>(answers);
    answers.clear();
    return all;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
