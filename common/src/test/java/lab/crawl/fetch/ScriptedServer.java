package lab.crawl.fetch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.HttpUrl;

/**
 * A server without HTTP in it: it reads requests and answers each with the next step of its script, byte for byte. After the
 * last step it answers {@link #OK} for ever.
 */
final class ScriptedServer implements AutoCloseable {
  /** A good reply, on a connection that stays open. */
  static final Step OK = send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");

  /** What happens when a request has come. A connection whose step throws is closed. */
  interface Step {
    void answer(Connection connection) throws IOException, InterruptedException;
  }

  /** One client's connection. */
  record Connection(Socket socket, CountDownLatch serverCloses) {
    void write(byte[] bytes) throws IOException {
      OutputStream out = socket.getOutputStream();
      out.write(bytes);
      out.flush();
    }
  }

  private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
  private final Queue<Step> script = new ConcurrentLinkedQueue<>();
  private final List<List<String>> requests = new CopyOnWriteArrayList<>();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final CountDownLatch closed = new CountDownLatch(1);

  ScriptedServer(Step... steps) throws IOException {
    script.addAll(List.of(steps));
    Thread.ofVirtual().start(this::accept);
  }

  /** Sends text or bytes (as ISO-8859-1) and leaves the connection open. */
  static Step send(String text) {
    return connection -> connection.write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Sends a whole reply with a body. */
  static Step send(String headers, byte[] body) {
    return connection -> {
      connection.write(("HTTP/1.1 200 OK\r\n" + headers + "Content-Length: " + body.length + "\r\n\r\n")
          .getBytes(StandardCharsets.ISO_8859_1));
      connection.write(body);
    };
  }

  /** Sends text and closes the connection. */
  static Step sendAndClose(String text) {
    return connection -> {
      send(text).answer(connection);
      connection.socket().close();
    };
  }

  /** Resets the connection. */
  static Step reset() {
    return connection -> {
      connection.socket().setSoLinger(true, 0);
      connection.socket().close();
    };
  }

  /** Answers nothing until the client or the server ends it; both latches count down then. */
  static Step hang(CountDownLatch begun, CountDownLatch clientGone) {
    return connection -> {
      begun.countDown();
      int read = connection.socket().getInputStream().read();
      if (read < 0) {
        clientGone.countDown();
      }
    };
  }

  /** Sends headers for a long body and then a byte of it now and then, until one of both sides ends it. */
  static Step drip() {
    return connection -> {
      send("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n").answer(connection);
      while (!connection.serverCloses().await(20, TimeUnit.MILLISECONDS)) {
        send("x").answer(connection);
      }
    };
  }

  HttpUrl url(String path) {
    return HttpUrl.get("http://127.0.0.1:" + listener.getLocalPort() + path);
  }

  /** The lines of each request so far, the request line first. */
  List<List<String>> requests() {
    return requests;
  }

  int connections() {
    return connections.get();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listener.accept();
        sockets.add(socket);
        connections.incrementAndGet();
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      for (List<String> request = read(in); !request.isEmpty(); request = read(in)) {
        requests.add(request);
        Step step = script.poll();
        (step == null ? OK : step).answer(new Connection(socket, closed));
      }
    } catch (IOException | InterruptedException e) {
      // the client or the step ended it
    }
  }

  private static List<String> read(BufferedReader in) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      lines.add(line);
    }
    return lines;
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    listener.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
