package lab.homework.ex15;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Wrong: one thread that waits for each reply before it sends the next request. */
class OneAfterAnotherFetcher implements LoopFetcher {

  @Override
  public Map<URI, Reply> fetchAll(List<URI> urls, Selector selector) throws IOException {
    Map<URI, Reply> replies = new HashMap<>();
    for (URI url : urls) {
      replies.put(url, fetch(url));
    }
    return replies;
  }

  static Reply fetch(URI url) throws IOException {
    try (Socket socket = new Socket(url.getHost(), url.getPort())) {
      socket.getOutputStream().write(RightLoopFetcher.request(url).getBytes(StandardCharsets.US_ASCII));
      return RightLoopFetcher.reply(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
