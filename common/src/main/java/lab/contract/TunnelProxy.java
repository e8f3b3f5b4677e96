package lab.contract;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy that gives tunnels ({@code CONNECT}), for tests of clients: whatever host is asked for, it takes this one in its stead. */
public final class TunnelProxy implements AutoCloseable {
  private static final String REFUSAL = "HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n";
  private static final String CONSENT = "HTTP/1.1 200 Yes\r\n\r\n";

  private final boolean refuses;
  private final List<String> heads = new CopyOnWriteArrayList<>();
  private final SocketServer server;

  /**
   * Starts one.
   *
   * @param refuses whether nobody gets a tunnel
   */
  public TunnelProxy(boolean refuses) {
    this.refuses = refuses;
    this.server = new SocketServer(this::serve);
  }

  private void serve(Socket client) throws IOException {
    String head = SocketServer.head(client.getInputStream()).orElseThrow(() -> new IOException("no request"));
    heads.add(head);
    client.getOutputStream().write((refuses ? REFUSAL : CONSENT).getBytes(StandardCharsets.US_ASCII));
    if (!refuses) {
      int port = Integer.parseInt(head.split("[: ]")[2]);
      tunnel(client, new Socket(InetAddress.getLoopbackAddress(), port));
    }
  }

  private static void tunnel(Socket client, Socket host) throws IOException {
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

  /** Where it is. */
  public int port() {
    return server.port();
  }

  /** What was asked of it, request line and headers. */
  public List<String> heads() {
    return heads;
  }

  @Override
  public void close() {
    server.close();
  }
}
