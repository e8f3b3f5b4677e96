package lab.crawl.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import javax.net.SocketFactory;

/**
 * Makes sockets that end their wait when the waiting thread is interrupted. A plain {@link Socket} ignores the interrupt of
 * a platform thread until the peer says something; one that belongs to a {@link SocketChannel} is closed by it
 * ({@link java.nio.channels.InterruptibleChannel}).
 */
final class Sockets extends SocketFactory {
  private final boolean filtered;

  /** Whether replies are filtered here; with TLS that is done above it. */
  Sockets(boolean filtered) {
    this.filtered = filtered;
  }

  @Override
  public Socket createSocket() throws IOException {
    Socket socket = SocketChannel.open().socket();
    return filtered ? new FilteredSocket(socket) : socket;
  }

  // OkHttp connects sockets itself, because only then there can be a limit of time.

  @Override
  public Socket createSocket(String host, int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) {
    throw new UnsupportedOperationException();
  }
}
