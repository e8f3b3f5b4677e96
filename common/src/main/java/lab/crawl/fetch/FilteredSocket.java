package lab.crawl.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;

/** A socket whose replies go through a {@link ReplyFilter}. It has what OkHttp asks of a socket, and nothing else. */
final class FilteredSocket extends Socket implements Filtered {
  private final Socket socket;
  private ReplyFilter filter; // null until it is connected

  /** Around a socket that isn't connected yet. */
  FilteredSocket(Socket socket) {
    this.socket = socket;
  }

  @Override
  public void connect(SocketAddress address, int timeout) throws IOException {
    socket.connect(address, timeout);
    filter = new ReplyFilter(socket, socket.getInputStream(), socket.getOutputStream());
  }

  @Override
  public ReplyFilter filter() {
    return filter;
  }

  @Override
  public InputStream getInputStream() {
    return filter.input();
  }

  @Override
  public OutputStream getOutputStream() {
    return filter.output();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  @Override
  public boolean isClosed() {
    return socket.isClosed();
  }

  @Override
  public void shutdownInput() throws IOException {
    socket.shutdownInput();
  }

  @Override
  public boolean isInputShutdown() {
    return socket.isInputShutdown();
  }

  @Override
  public void shutdownOutput() throws IOException {
    socket.shutdownOutput();
  }

  @Override
  public boolean isOutputShutdown() {
    return socket.isOutputShutdown();
  }

  @Override
  public void setSoTimeout(int millis) throws SocketException {
    socket.setSoTimeout(millis);
  }

  @Override
  public int getSoTimeout() throws SocketException {
    return socket.getSoTimeout();
  }
}
