package lab.crawl.async;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import lab.crawl.CrawlPlan;

/** A server on 127.0.0.1 that says, byte for byte, what a test tells it to: also what no decent server would say. */
public final class ScriptedServer implements AutoCloseable {
  private final ServerSocket server;
  private final Script script;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger accepted = new AtomicInteger();
  private final AtomicInteger mostOpen = new AtomicInteger();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  /** What the server does with one connection; when it returns the connection is closed. */
  public interface Script {
    void serve(Talk talk) throws Exception;
  }

  /** Begins to listen on any free port. */
  public ScriptedServer(Script script) throws IOException {
    this(ServerSocketFactory.getDefault(), script);
  }

  /** The same over the sockets of that factory. */
  public ScriptedServer(ServerSocketFactory factory, Script script) throws IOException {
    this.script = script;
    this.server = factory.createServerSocket(0, 1000, InetAddress.getByName("127.0.0.1"));
    Thread.ofPlatform().daemon().name("scripted-server").start(this::acceptAll);
  }

  /** Answers each request on a kept-alive connection with a page that has this body. */
  public static Script pages(String body) {
    return talk -> {
      while (talk.request() != null) {
        talk.send(page(body));
      }
    };
  }

  /** A whole reply with that HTML as its body. */
  public static String page(String body) {
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    return "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: " + length + "\r\n\r\n" + body;
  }

  public int port() {
    return server.getLocalPort();
  }

  /** A URL of this server. */
  public String url(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  /** A plan without retries that begins at the root. */
  public CrawlPlan.Builder plan() {
    return CrawlPlan.of(url("/")).retries(0).checksumRounds(1);
  }

  /** How many connections were made. */
  public int accepted() {
    return accepted.get();
  }

  /** Most connections open at a time. */
  public int mostOpen() {
    return mostOpen.get();
  }

  /** How many connections are open just now. */
  public int open() {
    return open.size();
  }

  /** The heads of all requests, in the order of their coming. */
  public List<String> requests() {
    return requests;
  }

  private void acceptAll() {
    try {
      while (true) {
        Socket socket = server.accept();
        int number = accepted.incrementAndGet();
        open.add(socket);
        mostOpen.accumulateAndGet(open.size(), Math::max);
        Thread.ofVirtual().start(() -> serve(new Talk(socket, number)));
      }
    } catch (IOException e) {
      // The test is over.
    }
  }

  private void serve(Talk talk) {
    try {
      script.serve(talk);
    } catch (Exception e) {
      // The client left first, or the test is over.
    } finally {
      open.remove(talk.socket);
      close(talk.socket);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    server.close();
    open.forEach(ScriptedServer::close);
  }

  /** One connection, as the script sees it. */
  public final class Talk {
    private final Socket socket;
    private final int number;
    private BufferedReader reader;

    private Talk(Socket socket, int number) {
      this.socket = socket;
      this.number = number;
    }

    /** Which connection of the server this is: 1 for the first. */
    public int number() {
      return number;
    }

    /** Reads the next request: its head without the last empty line. Null if the client has closed the connection. */
    public String request() throws IOException {
      if (reader == null) {
        reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      }
      StringBuilder head = new StringBuilder();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.isEmpty()) {
          requests.add(head.toString());
          return head.toString();
        }
        head.append(line).append("\r\n");
      }
      return null;
    }

    /** Reads the next request and gives its target, for instance {@code /a?b}; null as above. */
    public String target() throws IOException {
      String head = request();
      return head == null ? null : head.split(" ")[1];
    }

    public void send(String text) throws IOException {
      send(text.getBytes(StandardCharsets.UTF_8));
    }

    public void send(byte[] bytes) throws IOException {
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
    }

    /** The same connection with TLS on top; what this talk itself sends then is none. */
    public Talk overTls(SSLContext context) throws IOException {
      SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(socket, null, socket.getPort(), false);
      tls.setUseClientMode(false);
      return new Talk(tls, number);
    }

    /** Says, as TLS does, that nothing more will be said, and leaves the connection below open. */
    public void farewell() throws IOException {
      socket.shutdownOutput();
    }

    /** Ends the connection with a reset instead of a farewell. */
    public void reset() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
    }

    /** Says nothing more until the client has closed the connection. */
    public void awaitClientClose() throws IOException {
      while (socket.getInputStream().read() >= 0) {
        // What it still sends doesn't matter.
      }
    }

    /** Says nothing more until the test is over. */
    public void hold() throws InterruptedException {
      closed.await();
    }
  }
}
