package lab.crawl.kept;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.Headers;

/**
 * By what a server knows a version of a page again (RFC 9110, 8.8): its {@code ETag}, and the time when it was last modified. What isn't
 * well-formed is none: sent back, it might mean something else ({@code If-None-Match: *}, say).
 *
 * @param tag an entity tag, weak or strong, with its quotes
 * @param modified a date as it was sent
 */
record Validators(Optional<String> tag, Optional<String> modified) {
  /** Bytes beyond ASCII are allowed, but not every client can send them; and the whole request must stay short. */
  private static final Pattern ENTITY_TAG = Pattern.compile("(W/)?\"[!#-~]{0,500}\"");

  private static final Pattern DATE = Pattern.compile("[ -~]{1,50}");

  /** Those of a reply. */
  static Validators of(Headers reply) {
    return new Validators(
        Optional.ofNullable(reply.get("ETag")).filter(tag -> ENTITY_TAG.matcher(tag).matches()),
        Optional.ofNullable(reply.get("Last-Modified")).filter(date -> DATE.matcher(date).matches() && isReliable(reply)));
  }

  /** A page that was modified in the very second of the reply may have been so once more in the same second (RFC 9110, 8.8.2.2). */
  private static boolean isReliable(Headers reply) {
    Instant modified = reply.getInstant("Last-Modified");
    Instant sent = reply.getInstant("Date");
    return modified != null && (sent == null || modified.isBefore(sent));
  }

  /** Whether there are none. */
  boolean isEmpty() {
    return tag.isEmpty() && modified.isEmpty();
  }

  /** What to ask with (RFC 9110, 13.1.2 and 13.1.3): the date too, for servers that know no tags. */
  Headers conditions() {
    Headers.Builder conditions = new Headers.Builder();
    tag.ifPresent(value -> conditions.add("If-None-Match", value));
    modified.ifPresent(value -> conditions.add("If-Modified-Since", value));
    return conditions.build();
  }

  /** Whether both can be of one version: their tags, if both have one, are weakly equal (RFC 9110, 8.8.3.2). */
  boolean agreeWith(Validators other) {
    return tag.isEmpty() || other.tag.isEmpty() || opaque(tag.get()).equals(opaque(other.tag.get()));
  }

  private static String opaque(String tag) {
    return tag.substring(tag.indexOf('"'));
  }
}
