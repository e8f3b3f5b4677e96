package lab.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy that gives tunnels ({@code CONNECT}), for tests of clients: whatever host is asked for, it takes this one in its stead. */
public final class TunnelProxy implements AutoCloseable {
  private final ServerSocket server;
  private final boolean refuses;
  private final List<String> heads = new CopyOnWriteArrayList<>();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();

  /**
   * Starts one.
   *
   * @param refuses whether nobody gets a tunnel
   */
  public TunnelProxy(boolean refuses) {
    this.refuses = refuses;
    try {
      server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException("no server can be started", e);
    }
    Thread.ofPlatform().daemon().name("tunnel-proxy").start(this::accept);
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        sockets.add(client);
        Thread.ofPlatform().daemon().name("tunnel").start(() -> serve(client));
      } catch (IOException e) {
        // This server was closed.
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      String head = head(client);
      heads.add(head);
      client.getOutputStream().write((refuses ? "HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n" : "HTTP/1.1 200 Yes\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      if (!refuses) {
        int port = Integer.parseInt(head.split("[: ]")[2]);
        tunnel(client, new Socket(InetAddress.getLoopbackAddress(), port));
      }
    } catch (IOException e) {
      // One of both has gone.
    }
  }

  private void tunnel(Socket client, Socket host) throws IOException {
    sockets.add(host);
    try (host) {
      Thread.ofPlatform().daemon().name("tunnel-back").start(() -> pump(host, client));
      pump(client, host);
    }
  }

  private static void pump(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException e) {
      // One of both has gone.
    }
  }

  private static String head(Socket client) throws IOException {
    StringBuilder head = new StringBuilder();
    for (int b = client.getInputStream().read(); b >= 0; b = client.getInputStream().read()) {
      head.append((char) b);
      if (head.toString().endsWith("\r\n\r\n")) {
        return head.toString();
      }
    }
    throw new IOException("no request");
  }

  /** Where it is. */
  public int port() {
    return server.getLocalPort();
  }

  /** What was asked of it, request line and headers. */
  public List<String> heads() {
    return heads;
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket socket : sockets) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the proxy cannot be closed", e);
    }
  }
}
