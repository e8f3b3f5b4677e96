package lab.contract;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Says "ask again in a second", and says it again to whoever asks sooner. WireMock cannot tell sooner from later.
 *
 * <p>The time is the server's own and bounds from below only: on a slow machine a patient client comes later, which is fine.
 */
final class RefusingServer implements AutoCloseable {
  private static final long NEARLY_A_SECOND = 950_000_000;

  private final HttpServer server;
  private final AtomicInteger requests = new AtomicInteger();
  /** When the first request came; only the server's one thread touches it. */
  private long begin;

  RefusingServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("no server can be started", e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      long now = System.nanoTime();
      if (requests.incrementAndGet() == 1) {
        begin = now;
      }
      boolean patient = now - begin >= NEARLY_A_SECOND;
      if (!patient) {
        exchange.getResponseHeaders().add("Retry-After", "1");
      }
      exchange.sendResponseHeaders(patient ? 200 : 503, -1);
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  int requests() {
    return requests.get();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
