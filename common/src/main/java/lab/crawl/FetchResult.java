package lab.crawl;

import java.util.Optional;

/** What one HTTP exchange came to: a complete reply of any status, or a failure. */
public sealed interface FetchResult {

  /**
   * A complete reply.
   *
   * @param status the HTTP status, 100 to 599
   * @param contentType the {@code Content-Type} header
   * @param location the {@code Location} header
   * @param retryAfter the {@code Retry-After} header
   * @param body the whole body, content coding undone; the receiver may not change it
   */
  record Reply(
      int status,
      Optional<String> contentType,
      Optional<String> location,
      Optional<String> retryAfter,
      byte[] body)
      implements FetchResult {}

  /**
   * No complete reply.
   *
   * @param kind never {@link FailureKind#HTTP_STATUS}: a reply of any status is a {@link Reply}
   * @param detail what exactly happened, for a person
   */
  record Failure(FailureKind kind, String detail) implements FetchResult {}
}
