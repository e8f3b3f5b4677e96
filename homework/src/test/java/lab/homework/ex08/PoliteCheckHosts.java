package lab.homework.ex08;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lab.homework.Page;
import lab.homework.ex08.PoliteFetcher.Address;
import lab.homework.grade.FuzzyKey;
import lab.homework.grade.ScriptedWeb;

/** Counts what is in flight, of each host and in all; guarded by its monitor, which nobody holds while a page is in flight. */
final class PoliteCheckHosts implements PoliteFetcher.Site<FuzzyKey> {
  final ScriptedWeb web = new ScriptedWeb();
  private final Map<String, Integer> inFlight = new HashMap<>();
  private final Map<String, Integer> peaks = new HashMap<>();
  private int peak;
  volatile Hold hold = host -> { };

  List<Address<FuzzyKey>> add(String host, int pages) {
    List<Address<FuzzyKey>> addresses = addresses(host, "/", pages);
    addresses.forEach(address -> web.page(name(address)));
    return addresses;
  }

  @Override
  public Page fetch(Address<FuzzyKey> address) throws IOException, InterruptedException {
    String host = address.host().name();
    begin(host);
    try {
      hold.before(host);
      return web.fetch(name(address));
    } finally {
      end(host);
    }
  }

  private synchronized void begin(String host) {
    peaks.merge(host, inFlight.merge(host, 1, Integer::sum), Math::max);
    peak = Math.max(peak, inFlight.values().stream().mapToInt(Integer::intValue).sum());
  }

  private synchronized void end(String host) {
    inFlight.merge(host, -1, Integer::sum);
  }

  synchronized int inFlight() {
    return inFlight.values().stream().mapToInt(Integer::intValue).sum();
  }

  synchronized int peak() {
    return peak;
  }

  synchronized Map<String, Integer> peaks() {
    return new HashMap<>(peaks);
  }

  static List<Address<FuzzyKey>> addresses(String host, String path, int pages) {
    // Each with a key of its own: whoever looks its host up must compare.
    return IntStream.range(0, pages).mapToObj(i -> new Address<>(new FuzzyKey(host), path + i)).toList();
  }

  static String name(Address<FuzzyKey> address) {
    return address.host() + address.path();
  }

  /** What a host waits for before it answers. */
  @FunctionalInterface
  interface Hold {
    void before(String host) throws InterruptedException;
  }
}
