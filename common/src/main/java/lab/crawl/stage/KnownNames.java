package lab.crawl.stage;

import java.util.List;
import java.util.Set;

/**
 * A fixed set of names, looked up by their characters: a page has thousands of names, and a string for each would cost more than
 * reading it. A hash table with open addressing; immutable.
 */
final class KnownNames {
  private static final int SLOTS = 256; // a power of two, and twice the names at least

  private final String[] names = new String[SLOTS];

  /** Of names that may come more than once. */
  KnownNames(List<String> names) {
    for (String name : Set.copyOf(names)) {
      int slot = name.hashCode() & SLOTS - 1;
      while (this.names[slot] != null) {
        slot = slot + 1 & SLOTS - 1;
      }
      this.names[slot] = name;
    }
  }

  /**
   * The name that consists of the first characters of a text; empty if it isn't known.
   *
   * @param hash what {@link String#hashCode} would give for them
   */
  String find(char[] text, int length, int hash) {
    for (int slot = hash & SLOTS - 1; names[slot] != null; slot = slot + 1 & SLOTS - 1) {
      if (isEqual(names[slot], text, length)) {
        return names[slot];
      }
    }
    return "";
  }

  private static boolean isEqual(String name, char[] text, int length) {
    if (name.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (name.charAt(i) != text[i]) {
        return false;
      }
    }
    return true;
  }
}
