package lab.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ServerSocketFactory;

/** Listens on 127.0.0.1, and lets each connection be served by a thread of its own, until it is closed with all connections. */
final class SocketServer implements AutoCloseable {
  private final ServerSocket server;
  private final Service service;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  /** What is done with a connection, which is closed afterwards. */
  interface Service {
    /** An {@link IOException} means that one of both sides has left. */
    void serve(Socket connection) throws IOException;
  }

  /** Begins to listen on any free port. */
  SocketServer(Service service) {
    this(ServerSocketFactory.getDefault(), service);
  }

  /** The same over the sockets of that factory. */
  SocketServer(ServerSocketFactory sockets, Service service) {
    this.service = service;
    try {
      server = sockets.createServerSocket(0, 1000, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException("no server can be started", e);
    }
    Thread.ofPlatform().daemon().name("socket-server").start(this::accept);
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = server.accept();
        open.add(connection);
        Thread.ofPlatform().daemon().name("socket-connection").start(() -> serve(connection));
      }
    } catch (IOException e) {
      // This server was closed.
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      service.serve(connection);
    } catch (IOException e) {
      // The client has left, or this server was closed.
    } finally {
      open.remove(connection);
    }
  }

  /**
   * Reads the next request, which has no body: a connection that is closed with something unread in it is reset.
   *
   * @return its request line and headers; empty if the client has closed the connection
   */
  static Optional<String> head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    for (int b = in.read(); b >= 0; b = in.read()) {
      head.append((char) b);
      if (head.toString().endsWith("\r\n\r\n")) {
        return Optional.of(head.toString());
      }
    }
    return Optional.empty();
  }

  /** The path, or the whole URL, that a request is about. */
  static String target(String head) {
    return head.split(" ")[1];
  }

  int port() {
    return server.getLocalPort();
  }

  String url() {
    return "http://127.0.0.1:" + port() + "/";
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket connection : open) {
        connection.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the server cannot be closed", e);
    }
  }
}
