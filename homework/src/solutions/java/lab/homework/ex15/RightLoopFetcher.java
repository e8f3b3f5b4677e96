package lab.homework.ex15;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sleeps until some channel is ready, and does with each that is what it is ready for. */
class RightLoopFetcher implements LoopFetcher {
  private final ByteBuffer buffer = ByteBuffer.allocate(8192);

  /** What is to be kept of a connection between two of its steps. */
  private static final class Exchange {
    private final URI url;
    private final ByteBuffer request;
    private final List<byte[]> pieces = new ArrayList<>();

    Exchange(URI url) {
      this.url = url;
      this.request = ByteBuffer.wrap(request(url).getBytes(StandardCharsets.US_ASCII));
    }
  }

  @Override
  public Map<URI, Reply> fetchAll(List<URI> urls, Selector selector) throws IOException {
    Map<URI, Reply> replies = new HashMap<>();
    try {
      for (URI url : urls) {
        connect(url, selector);
      }
      while (replies.size() < urls.size()) {
        awaitWork(selector);
        for (SelectionKey key : selector.selectedKeys()) {
          step(key, replies);
        }
        selector.selectedKeys().clear();
      }
      return replies;
    } finally {
      for (SelectionKey key : selector.keys()) {
        key.channel().close();
      }
    }
  }

  private static void connect(URI url, Selector selector) throws IOException {
    SocketChannel channel = SocketChannel.open();
    channel.configureBlocking(false);
    boolean connected = channel.connect(new InetSocketAddress(url.getHost(), url.getPort()));
    channel.register(selector, connected ? SelectionKey.OP_WRITE : SelectionKey.OP_CONNECT, new Exchange(url));
  }

  /** Waits until a channel is ready. */
  void awaitWork(Selector selector) throws IOException {
    selector.select();
  }

  private void step(SelectionKey key, Map<URI, Reply> replies) throws IOException {
    SocketChannel channel = (SocketChannel) key.channel();
    Exchange exchange = (Exchange) key.attachment();
    if (key.isConnectable()) {
      channel.finishConnect();
      key.interestOps(SelectionKey.OP_WRITE);
    } else if (key.isReadable()) {
      read(channel, exchange, replies);
    } else if (key.isWritable()) {
      channel.write(exchange.request);
      if (!exchange.request.hasRemaining()) {
        key.interestOps(interestAfterRequest());
      }
    }
  }

  /** What a connection waits for when its request is out. */
  int interestAfterRequest() {
    return SelectionKey.OP_READ;
  }

  private void read(SocketChannel channel, Exchange exchange, Map<URI, Reply> replies) throws IOException {
    buffer.clear();
    int count = channel.read(buffer);
    byte[] piece = new byte[buffer.flip().remaining()];
    buffer.get(piece);
    exchange.pieces.add(piece);
    if (isWhole(count)) {
      channel.close();
      replies.put(exchange.url, reply(decode(exchange.pieces)));
    }
  }

  /** Whether the reply is whole when that many bytes were read. */
  boolean isWhole(int count) {
    return count < 0;
  }

  /** Makes text of what has come. */
  String decode(List<byte[]> pieces) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    pieces.forEach(all::writeBytes);
    return all.toString(StandardCharsets.UTF_8);
  }

  static String request(URI url) {
    return "GET " + url.getPath() + " HTTP/1.0\r\nHost: " + url.getAuthority() + "\r\n\r\n";
  }

  static Reply reply(String text) {
    String emptyLine = "\r\n\r\n";
    int status = Integer.parseInt(text.split(" ", 3)[1]);
    return new Reply(status, text.substring(text.indexOf(emptyLine) + emptyLine.length()));
  }
}
