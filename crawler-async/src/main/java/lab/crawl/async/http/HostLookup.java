package lab.crawl.async.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Looks up a host's addresses, once. The JDK can only do so by blocking, and the loop must not block: so the one lookup gets
 * a thread of its own, which ends with it.
 */
final class HostLookup {
  private final String host;
  private CompletableFuture<List<InetAddress>> lookup;

  HostLookup(String host) {
    this.host = host;
  }

  /** One address or more, completed on any thread; completed exceptionally if there is none, and then tried anew next time. */
  CompletableFuture<List<InetAddress>> addresses() {
    if (lookup == null || lookup.isCompletedExceptionally()) {
      lookup = CompletableFuture.supplyAsync(
          this::lookUp, task -> Thread.ofPlatform().daemon().name("crawler-lookup").start(task));
    }
    return lookup;
  }

  private List<InetAddress> lookUp() {
    try {
      return List.of(InetAddress.getAllByName(host));
    } catch (UnknownHostException e) {
      throw new CompletionException(e);
    }
  }
}
