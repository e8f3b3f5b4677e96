package lab.lecture.faults;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.crawl.Body;
import lab.crawl.FetchResult;
import okhttp3.Headers;
import okhttp3.HttpUrl;

/** A site that answers at once, from memory, and counts: a crawl of it takes about a millisecond. Each page links the next few. */
public final class MemorySite {
  /** Where it begins. */
  public static final HttpUrl SEED = HttpUrl.get("http://site.invalid/0");

  private static final int LINKS = 5;
  private static final Headers HTML = Headers.of("Content-Type", "text/html");

  private final int pages;
  private final Map<HttpUrl, Integer> requests = new ConcurrentHashMap<>();

  /** With so many pages. */
  public MemorySite(int pages) {
    this.pages = pages;
  }

  FetchResult fetch(HttpUrl url) {
    requests.merge(url, 1, Integer::sum);
    int page = Integer.parseInt(url.pathSegments().getFirst());
    String links = IntStream.rangeClosed(page + 1, Math.min(page + LINKS, pages - 1))
        .mapToObj(next -> "<a href=/" + next + ">next</a>")
        .collect(Collectors.joining());
    return new FetchResult.Reply(200, HTML, Body.of(links.getBytes(StandardCharsets.UTF_8)));
  }

  /** How many pages there are. */
  public int pages() {
    return pages;
  }

  /** How many pages were asked for. */
  public int asked() {
    return requests.size();
  }

  /** How many requests came. */
  public int requests() {
    return requests.values().stream().mapToInt(Integer::intValue).sum();
  }
}
