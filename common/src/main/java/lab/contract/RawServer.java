package lab.contract;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Answers each request with the same bytes, HTTP or not, and closes the connection. */
final class RawServer implements AutoCloseable {
  private final byte[] reply;
  private final SocketServer server;

  RawServer(String reply) {
    this.reply = reply.getBytes(StandardCharsets.ISO_8859_1);
    this.server = new SocketServer(this::serve);
  }

  private void serve(Socket connection) throws IOException {
    SocketServer.head(connection.getInputStream());
    connection.getOutputStream().write(reply);
  }

  String url() {
    return server.url();
  }

  @Override
  public void close() {
    server.close();
  }
}
