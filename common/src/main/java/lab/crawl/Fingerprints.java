package lab.crawl;

import com.carrotsearch.hppc.LongIntHashMap;
import java.nio.charset.StandardCharsets;
import org.apache.commons.codec.digest.MurmurHash3;

/**
 * The URLs that are known, with 64 bits of each: the first half of its 128-bit MurmurHash3. Of five million URLs two share a fingerprint
 * with a probability of one in a million; the second of them would be taken for known, and its page be missing.
 */
final class Fingerprints {
  private static final int UNKNOWN = Integer.MIN_VALUE;

  /** The depth of each; of those that were visited its complement, which is negative. */
  private final LongIntHashMap depths = new LongIntHashMap();

  /** Makes a URL known, so many links from a seed; gives whether it is new. */
  boolean add(String url, int depth) {
    return depths.putIfAbsent(fingerprint(url), depth);
  }

  boolean contains(String url) {
    return depths.containsKey(fingerprint(url));
  }

  /** How many links a known URL is from a seed. */
  int depth(String url) {
    int depth = depths.getOrDefault(fingerprint(url), UNKNOWN);
    if (depth == UNKNOWN) {
      throw new IllegalStateException("not known: " + url);
    }
    return depth < 0 ? ~depth : depth;
  }

  /** A known URL was visited. */
  void visited(String url) {
    depths.put(fingerprint(url), ~depth(url));
  }

  boolean isVisited(String url) {
    return depths.getOrDefault(fingerprint(url), 0) < 0;
  }

  private static long fingerprint(String url) {
    return MurmurHash3.hash128x64(url.getBytes(StandardCharsets.UTF_8))[0];
  }
}
