package lab.crawl.async.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Looks up a host's addresses, and remembers them until they turn out to be no good. The JDK can only look up by blocking, and the loop
 * must not block: so the one lookup gets a thread of its own, which ends with it.
 */
final class HostLookup {
  private final String host;
  private CompletableFuture<List<InetAddress>> lookup; // null if it is to be made

  HostLookup(String host) {
    this.host = host;
  }

  /** One address or more, completed on <em>any</em> thread; completed exceptionally if there is none, and then tried anew next time. */
  CompletableFuture<List<InetAddress>> addresses() {
    if (lookup == null || lookup.isCompletedExceptionally()) {
      lookup = CompletableFuture.supplyAsync(
          this::lookUp, task -> Thread.ofPlatform().daemon().name("crawler-lookup").start(task));
    }
    return lookup;
  }

  /** Nobody is there any more: the host may have moved. */
  void forget() {
    lookup = null;
  }

  private List<InetAddress> lookUp() {
    try {
      return List.of(InetAddress.getAllByName(host));
    } catch (UnknownHostException e) {
      throw new CompletionException(e);
    }
  }
}
