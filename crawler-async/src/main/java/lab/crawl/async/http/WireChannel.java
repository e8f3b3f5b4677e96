package lab.crawl.async.http;

import io.netty.channel.socket.nio.NioSocketChannel;
import java.io.IOException;

/** A channel that can be asked what the loop will only be told when it has time to read. */
final class WireChannel extends NioSocketChannel {

  /** Whether there are bytes that were not read yet. */
  boolean hasUnread() {
    try {
      return javaChannel().socket().getInputStream().available() > 0;
    } catch (IOException e) {
      return true;
    }
  }
}
