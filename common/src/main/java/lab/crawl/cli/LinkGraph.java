package lab.crawl.cli;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lab.crawl.CrawlListener;
import lab.crawl.ForwardingListener;
import okhttp3.HttpUrl;

/**
 * Which page links which. It takes as much memory again as the crawl itself, so it is only made if somebody asks.
 *
 * <p>Not thread-safe, as no listener needs to be.
 */
final class LinkGraph extends ForwardingListener {
  private static final int[] NONE = {};

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> urls = new ArrayList<>();
  /** What each URL links, by number. */
  private final List<int[]> links = new ArrayList<>();

  /** Hears of the next crawl, and tells the other listener, too. */
  LinkGraph(CrawlListener next) {
    super(next);
  }

  @Override
  public void linked(HttpUrl page, List<String> outlinks) {
    links.set(number(page.toString()), outlinks.stream().mapToInt(this::number).toArray());
    super.linked(page, outlinks);
  }

  private int number(String url) {
    Integer known = numbers.get(url);
    if (known != null) {
      return known;
    }
    numbers.put(url, urls.size());
    urls.add(url);
    links.add(NONE);
    return urls.size() - 1;
  }

  /**
   * The shortest chain of links between one of the URLs that a crawl began with and another. If there are several, it is the one whose
   * last link comes from the first page in the order of URLs, and so on back to the start: no schedule shows in it.
   *
   * @return the start, the pages between, and the URL itself; empty if there is no chain
   */
  List<String> shortestChain(Collection<String> starts, String to) {
    if (starts.contains(to)) {
      return List.of(to);
    }
    Integer target = numbers.get(to);
    Map<Integer, Integer> foundOn = new HashMap<>();
    List<Integer> level = starts.stream().filter(numbers::containsKey).map(numbers::get).toList();
    level.forEach(start -> foundOn.put(start, start));
    while (target != null && !level.isEmpty() && !foundOn.containsKey(target)) {
      level = nextLevel(level, foundOn);
    }
    return target != null && foundOn.containsKey(target) ? chain(foundOn, target) : List.of();
  }

  private List<Integer> nextLevel(List<Integer> level, Map<Integer, Integer> foundOn) {
    List<Integer> next = new ArrayList<>();
    for (int page : level.stream().sorted(Comparator.comparing(urls::get)).toList()) {
      for (int link : links.get(page)) {
        if (foundOn.putIfAbsent(link, page) == null) {
          next.add(link);
        }
      }
    }
    return next;
  }

  private List<String> chain(Map<Integer, Integer> foundOn, int target) {
    Deque<String> chain = new ArrayDeque<>();
    int page = target;
    chain.addFirst(urls.get(page));
    while (foundOn.get(page) != page) {
      page = foundOn.get(page);
      chain.addFirst(urls.get(page));
    }
    return List.copyOf(chain);
  }
}
