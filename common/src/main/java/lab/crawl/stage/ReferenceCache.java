package lab.crawl.stage;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * Remembers where references led, because the pages of a site repeat them and resolving one costs more than finding it. Holds the
 * last few thousand, however large the site.
 *
 * <p>Any thread may use it at any time, without a lock: an entry is immutable, so that whoever sees it sees all of it (Java
 * language specification, 17.5), and one that gets lost because two threads write at a time is only computed once more.
 */
final class ReferenceCache {
  private static final int SLOTS = 1 << 12;
  private static final int LONGEST = 256; // else a few references could fill the heap

  private record Entry(String folder, Charset encoding, String reference, String url) {
    boolean isFor(String folder, Charset encoding, String reference) {
      return this.reference.equals(reference) && this.encoding == encoding && this.folder.equals(folder);
    }
  }

  private final @Nullable Entry[] entries = new @Nullable Entry[SLOTS];

  /** Where a reference led from any page of a folder, in that encoding; null if it isn't known. */
  @Nullable String get(String folder, Charset encoding, String reference) {
    Entry entry = entries[slot(folder, reference)];
    return entry != null && entry.isFor(folder, encoding, reference) ? entry.url : null;
  }

  /** Remembers it, instead of another perhaps. */
  void put(String folder, Charset encoding, String reference, String url) {
    if (reference.length() <= LONGEST && folder.length() <= LONGEST) {
      entries[slot(folder, reference)] = new Entry(folder, encoding, reference, url);
    }
  }

  private static int slot(String folder, String reference) {
    int hash = 31 * folder.hashCode() + reference.hashCode();
    return (hash ^ hash >>> 12 ^ hash >>> 20) & SLOTS - 1;
  }
}
