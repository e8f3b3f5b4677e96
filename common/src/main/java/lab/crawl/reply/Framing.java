package lab.crawl.reply;

/** Where a reply's body ends (RFC 9112, 6.3). */
public sealed interface Framing {
  /** After so many bytes; 0 if there is no body. */
  record Length(long bytes) implements Framing {}

  /** After the chunk of length 0 (RFC 9112, 7.1). */
  record Chunked() implements Framing {}

  /** When the server closes the connection. */
  record UntilClose() implements Framing {}
}
