package lab.crawl.stage;

/** The attributes of a tag; of two with one name the first counts (HTML standard, 13.2.5.33). */
final class TagAttributes {
  private final String[] names = new String[32]; // more than there are names that anybody wants
  private final String[] values = new String[names.length];
  private int count;

  /** Forgets them, for the next tag. */
  void clear() {
    count = 0;
  }

  /** Adds one, unless there is one of that name. */
  void add(String name, String value) {
    if (get(name) == null && count < names.length) {
      names[count] = name;
      values[count++] = value;
    }
  }

  /** The value as it stands on the page; null if there is no such attribute. */
  String get(String name) {
    for (int i = 0; i < count; i++) {
      if (names[i].equals(name)) {
        return values[i];
      }
    }
    return null;
  }
}
