package lab.crawl;

import java.util.Optional;
import okhttp3.Headers;

/** What one HTTP exchange came to: a complete reply of any status, or a failure. */
public sealed interface FetchResult {

  /**
   * A complete reply.
   *
   * @param status the HTTP status, 100 to 599
   * @param headers as they came, each byte of a value a character (ISO 8859-1)
   * @param body the whole body, content coding undone; empty unless the status is a success
   * @param capture what went over the wire, if the plan wants an archive of it
   * @param isKept whether this is what an earlier crawl has kept: the server only said that it still holds
   */
  record Reply(int status, Headers headers, Body body, Optional<Capture> capture, boolean isKept) implements FetchResult, AutoCloseable {

    /** A reply of which there is no archive. */
    public Reply(int status, Headers headers, Body body) {
      this(status, headers, body, Optional.empty(), false);
    }

    /** Removes the files of the body and of the capture, unless they were saved. Whoever has the reply does that. Idempotent. */
    @Override
    public void close() {
      body.close();
      capture.ifPresent(Capture::close);
    }

    /** The value of a header; the last one if it came several times. */
    public Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name));
    }
  }

  /**
   * No complete reply.
   *
   * @param kind never {@link FailureKind#HTTP_STATUS}: a reply of any status is a {@link Reply}
   * @param detail what exactly happened, for a person: one line without control characters, which a server may have sent to
   *     mislead a terminal
   */
  record Failure(FailureKind kind, String detail) implements FetchResult {
    private static final int LONGEST_DETAIL = 300;

    /** Takes out of the detail what doesn't belong on a terminal. */
    public Failure {
      String line = detail.lines().findFirst().orElse("");
      String shown = line.length() <= LONGEST_DETAIL ? line : line.substring(0, LONGEST_DETAIL) + "…";
      detail = shown.replaceAll("[\\p{Cntrl}\\u0080-\\u009f]", "?");
    }
  }
}
