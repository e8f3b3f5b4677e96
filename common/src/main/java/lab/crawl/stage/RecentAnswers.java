package lab.crawl.stage;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Remembers answers to questions that come again and again, because the pages of a site repeat their references. Holds the last few
 * thousand, however large the site.
 *
 * <p>Any thread may use it at any time, without a lock: an entry is immutable, so that whoever sees it sees all of it (Java
 * language specification, 17.5), and one that gets lost because two threads write at a time is only found once more.
 *
 * @param <K> a question; immutable, with a hash code that spreads
 * @param <V> an answer; immutable, and always the same to the same question
 */
public final class RecentAnswers<K, V> {
  private static final int SLOTS = 1 << 13;

  private record Entry<K, V>(K question, V answer) {}

  @SuppressWarnings({"unchecked", "rawtypes"}) // there are no arrays of a generic type
  private final @Nullable Entry<K, V>[] entries = new @Nullable Entry[SLOTS];

  /** The answer to a question, as it was found before, or else as it is found now. */
  public V get(K question, Function<? super K, ? extends V> find) {
    int hash = question.hashCode();
    int slot = (hash ^ hash >>> 12 ^ hash >>> 20) & SLOTS - 1;
    Entry<K, V> known = entries[slot];
    if (known != null && known.question.equals(question)) {
      return known.answer;
    }
    V answer = find.apply(question);
    entries[slot] = new Entry<>(question, answer);
    return answer;
  }
}
