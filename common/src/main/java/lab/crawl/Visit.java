package lab.crawl;

import okhttp3.HttpUrl;

/**
 * What came of one URL: one line of the manifest. It says nothing about when or by whom the URL was visited, because that may
 * differ from run to run and a visit may not.
 */
public sealed interface Visit {

  /** The URL, normalised, without a fragment. */
  HttpUrl url();

  /**
   * The URL answered with a body, which was read whole.
   *
   * @param status the HTTP status, 200 to 299
   * @param bytes the length of the body after any content coding was undone
   * @param sha256 the SHA-256 of that body, 64 lower-case hexadecimal digits
   * @param checksum the result of the CPU-bound stage, 64 hexadecimal digits, or {@code "-"} if that stage was off
   * @param type what the body is: a media type that the lab knows, in lower case, maybe with the encoding that the reply names, as
   *     {@code text/html; charset=shift_jis}; else empty. No line of the manifest, but the name of its file says it
   */
  record Saved(HttpUrl url, int status, long bytes, String sha256, String checksum, String type) implements Visit {
    /** A body of which nobody said what it is. */
    public Saved(HttpUrl url, int status, long bytes, String sha256, String checksum) {
      this(url, status, bytes, sha256, checksum, "");
    }
  }

  /**
   * The URL answered with a redirect, which is a visit of its own; its target is an outlink.
   *
   * @param status the HTTP status: 301, 302, 303, 307 or 308
   * @param target where it leads, normalised; may be out of scope
   */
  record Redirected(HttpUrl url, int status, HttpUrl target) implements Visit {}

  /** The URL was discovered but, as the plan says, not fetched. */
  record Skipped(HttpUrl url, SkipReason reason) implements Visit {}

  /**
   * The URL could not be fetched, retries included.
   *
   * @param kind what failed; the same in every variant for the same fault
   * @param status the HTTP status if {@code kind} is {@link FailureKind#HTTP_STATUS}, else 0
   * @param detail what exactly happened, for a person; its words may differ between variants, so it is in no manifest
   */
  record Failed(HttpUrl url, FailureKind kind, int status, String detail) implements Visit {}
}
