package lab.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Answers one request, with a page that links others; is away for a while, so that connections are refused; and then answers all. Each
 * connection serves one request.
 */
final class AwayServer implements AutoCloseable {
  /** Longer than a client needs to notice. The crawl is right whenever it comes back. */
  private static final long AWAY_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private final int pages;
  private final int port;
  private ServerSocket listening; // guarded by this object's monitor, as is closed
  private boolean closed;

  /** A server whose first page links that many others. */
  AwayServer(int pages) {
    this.pages = pages;
    listening = listen(0);
    port = listening.getLocalPort();
    Thread.ofPlatform().daemon().name("away-server").start(this::serve);
  }

  private static ServerSocket listen(int port) {
    try {
      return new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException("no server can be started", e);
    }
  }

  private void serve() {
    try {
      answerAndLeave(listening());
      comeBackLater();
      while (true) {
        answer(listening().accept());
      }
    } catch (IOException | InterruptedException e) {
      // Closed.
    }
  }

  private synchronized ServerSocket listening() {
    return listening;
  }

  private synchronized void comeBackLater() throws InterruptedException {
    long back = System.nanoTime() + AWAY_NANOS;
    for (long left = AWAY_NANOS; left > 0 && !closed; left = back - System.nanoTime()) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    if (!closed) {
      listening = listen(port);
    }
  }

  /** It is away before the client can know of any other page: whoever connected in between would be cut off rather than refused. */
  private void answerAndLeave(ServerSocket server) throws IOException {
    Socket connection = server.accept();
    server.close();
    answer(connection);
  }

  private void answer(Socket accepted) throws IOException {
    try (Socket connection = accepted) {
      SocketServer.head(connection.getInputStream());
      byte[] body = IntStream.range(0, pages)
          .mapToObj(page -> "<a href=/" + page + ">a page</a>")
          .collect(Collectors.joining())
          .getBytes(StandardCharsets.US_ASCII);
      String head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\nContent-Length: " + body.length + "\r\n\r\n";
      connection.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      connection.getOutputStream().write(body);
    }
  }

  String url() {
    return "http://127.0.0.1:" + port + "/";
  }

  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
    try {
      listening.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the server cannot be closed", e);
    }
  }
}
