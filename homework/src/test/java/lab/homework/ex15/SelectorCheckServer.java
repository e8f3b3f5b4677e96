package lab.homework.ex15;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import lab.homework.ex15.LoopFetcher.Reply;
import lab.homework.grade.Patience;

/**
 * A small web server with the pages /0, /1 and so on. It answers nobody before each of them has been asked for; then it has the
 * check answer all, in an order that a seed decides.
 */
final class SelectorCheckServer implements AutoCloseable {
  private static final int BACKLOG = 200;
  private static final int MILLIS = (int) TimeUnit.SECONDS.toMillis(Patience.SECONDS);

  private final ServerSocket server = new ServerSocket(0, BACKLOG, InetAddress.ofLiteral("127.0.0.1"));
  private final List<Socket> sockets = Collections.synchronizedList(new ArrayList<>());
  private final int pages;
  private final String body;
  private final Answers answers;
  private final Thread thread;
  private volatile int arrived;
  private volatile String problem = "";

  /** A request that waits for its answer. */
  record Exchange(String path, Socket socket) {}

  /** How all requests are answered. */
  @FunctionalInterface
  interface Answers {
    void send(SelectorCheckServer server, List<Exchange> exchanges) throws IOException, InterruptedException;
  }

  /** One whose bodies begin like this. */
  private SelectorCheckServer(int pages, String body, Answers answers) throws IOException {
    this.pages = pages;
    this.body = body;
    this.answers = answers;
    this.thread = new Thread(this::serve, "the check's web server");
  }

  static SelectorCheckServer start(int pages, String body, Answers answers) throws IOException {
    SelectorCheckServer server = new SelectorCheckServer(pages, body, answers);
    server.thread.setDaemon(true);
    server.thread.start();
    return server;
  }

  private void serve() {
    try {
      server.setSoTimeout(MILLIS);
      List<Exchange> exchanges = new ArrayList<>();
      for (arrived = 0; arrived < pages; arrived++) {
        exchanges.add(accept());
      }
      Collections.shuffle(exchanges, new Random(pages));
      answers.send(this, exchanges);
    } catch (IOException e) {
      // Who goes away in the middle of the answers misses some of them, and the check sees that.
      problem = arrived == pages ? "" : words(e);
      close();
    } catch (InterruptedException e) {
      // The check is over.
      Thread.currentThread().interrupt();
    }
  }

  private static String words(IOException problem) {
    return problem instanceof SocketTimeoutException ? "then nothing more came" : String.valueOf(problem.getMessage());
  }

  private Exchange accept() throws IOException {
    Socket socket = server.accept();
    sockets.add(socket);
    socket.setSoTimeout(MILLIS);
    // Each piece is to be seen by itself, and not to be held back for the next.
    socket.setTcpNoDelay(true);
    BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    String first = in.readLine();
    String line = first;
    while (line != null && !line.isEmpty()) {
      line = in.readLine();
    }
    if (line == null || !first.matches("GET /\\d+ HTTP/1\\.[01]")) {
      throw new IOException("a request was not whole, or began otherwise: '" + first + "'");
    }
    return new Exchange(first.split(" ")[1], socket);
  }

  /** The URLs of all pages. */
  List<URI> urls() {
    String host = "http://127.0.0.1:" + server.getLocalPort();
    return IntStream.range(0, pages).mapToObj(i -> URI.create(host + "/" + i)).toList();
  }

  /** What a page's reply must be. Every seventh page is missing. */
  Reply reply(String path) {
    return new Reply(path.endsWith("6") ? 404 : 200, body + path + "</p>\n");
  }

  /** The same as it is sent. */
  byte[] bytes(String path) {
    Reply reply = reply(path);
    String head = "HTTP/1.0 " + reply.status() + " Whatever\r\nContent-Type: text/html; charset=utf-8\r\n\r\n";
    return (head + reply.body()).getBytes(StandardCharsets.UTF_8);
  }

  /** Sends all replies, each as a whole. */
  void sendWhole(List<Exchange> exchanges) throws IOException {
    for (Exchange exchange : exchanges) {
      exchange.socket().getOutputStream().write(bytes(exchange.path()));
      exchange.socket().shutdownOutput();
    }
  }

  Thread thread() {
    return thread;
  }

  /** How many requests have come. */
  int arrived() {
    return arrived;
  }

  /** Why not all requests were answered; empty if they were. */
  String problem() {
    return problem;
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      server.close();
      for (Socket socket : List.copyOf(sockets)) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
