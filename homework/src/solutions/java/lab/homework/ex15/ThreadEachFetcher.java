package lab.homework.ex15;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.Selector;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Wrong here, if right elsewhere: everything overlaps, with a thread for each connection. */
final class ThreadEachFetcher extends OneAfterAnotherFetcher {

  @Override
  public Map<URI, Reply> fetchAll(List<URI> urls, Selector selector) throws IOException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Map<URI, Future<Reply>> coming = new HashMap<>();
      urls.forEach(url -> coming.put(url, threads.submit(() -> fetch(url))));
      Map<URI, Reply> replies = new HashMap<>();
      for (URI url : urls) {
        replies.put(url, coming.get(url).get());
      }
      return replies;
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
