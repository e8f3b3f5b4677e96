package lab.homework.ex15;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.Selector;
import java.util.List;
import java.util.Map;

/** Fetches many pages at a time with one thread, the one that calls it. */
public interface LoopFetcher {

  /**
   * What a server answered.
   *
   * @param status such as 200
   * @param body all of it, decoded as UTF-8
   */
  record Reply(int status, String body) {}

  /**
   * Fetches all pages, with one connection for each, all of them at the same time. The calling thread does everything. While
   * nothing can be read or written it sleeps in {@code selector.select()}.
   *
   * <p>A request is {@code GET /path HTTP/1.0}, a line {@code Host: ...}, and an empty line, each ended by {@code \r\n}. The
   * reply is a line such as {@code HTTP/1.0 200 OK}, further lines, an empty line, and the body. The server closes the
   * connection after its reply: that, and nothing else, is the end of the body.
   *
   * <p>For example: of two pages both connections are opened first. The second one connects first, and its request is written; then the
   * same happens with the first. A piece of one reply comes, then all of the other. Of both, what has come is kept until its end.
   *
   * @param urls all different, each {@code http://host:port/path}
   * @param selector new and empty; whoever calls closes it. It counts how often you wait in it. You get its keys from {@code register} and
   *     from {@code selectedKeys}; {@code SelectableChannel.keyFor} gives null for it
   * @return the replies, by their URL
   * @throws IOException if a connection can't be made or breaks
   */
  Map<URI, Reply> fetchAll(List<URI> urls, Selector selector) throws IOException;
}
