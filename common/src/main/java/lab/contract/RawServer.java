package lab.contract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Answers each request with the same bytes, HTTP or not, and closes the connection. */
final class RawServer implements AutoCloseable {
  private final ServerSocket server;
  private final byte[] reply;

  /** Serves one connection at a time until it is closed. */
  RawServer(String reply) {
    this.reply = reply.getBytes(StandardCharsets.ISO_8859_1);
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException("no server can be started", e);
    }
    Thread.ofPlatform().daemon().name("raw-server").start(this::serve);
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket connection = server.accept()) {
        readRequest(connection);
        connection.getOutputStream().write(reply);
      } catch (IOException e) {
        // The client or this server was closed; the next accept() tells which.
      }
    }
  }

  /** A connection that is closed with something unread in it is reset, which is another fault than ours. */
  static void readRequest(Socket connection) throws IOException {
    var request = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
    String line = request.readLine();
    while (line != null && !line.isEmpty()) {
      line = request.readLine();
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getLocalPort() + "/";
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the server cannot be closed", e);
    }
  }
}
