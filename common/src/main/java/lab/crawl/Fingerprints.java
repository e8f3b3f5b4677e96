package lab.crawl;

import com.carrotsearch.hppc.LongIntHashMap;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.apache.commons.codec.digest.MurmurHash3;

/**
 * The URLs that are known, with 64 bits of each: the first half of its 128-bit MurmurHash3. Of five million URLs two share a fingerprint
 * with a probability of one in a million; the second of them would be taken for known, and its page be missing. (Large crawlers
 * do so, too: Heydon and Najork, Mercator, 1999, "URL-seen test".)
 */
final class Fingerprints {
  /** The depth of each; of those that were visited its complement, which is negative. */
  private final LongIntHashMap depths = new LongIntHashMap();

  /** Makes a URL known, so many links from a seed. */
  void add(String url, int depth) {
    depths.put(fingerprint(url), depth);
  }

  /** How many links a URL is from a seed; empty if it isn't known. */
  OptionalInt depth(String url) {
    int at = depths.indexOf(fingerprint(url));
    if (!depths.indexExists(at)) {
      return OptionalInt.empty();
    }
    int depth = depths.indexGet(at);
    return OptionalInt.of(depth < 0 ? ~depth : depth);
  }

  /** A known URL was visited, for the first time. */
  void visited(String url) {
    int at = depths.indexOf(fingerprint(url));
    depths.indexReplace(at, ~depths.indexGet(at));
  }

  boolean isVisited(String url) {
    return depths.get(fingerprint(url)) < 0;
  }

  private static long fingerprint(String url) {
    return MurmurHash3.hash128x64(url.getBytes(StandardCharsets.UTF_8))[0];
  }
}
