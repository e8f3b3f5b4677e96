package lab.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static lab.contract.OddReplies.MAX_BODY;
import static lab.contract.OddReplies.OK;
import static lab.contract.OddReply.is;
import static lab.contract.OddReply.lost;
import static lab.contract.OddReply.malformed;
import static lab.contract.OddReply.saved;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** The odd replies whose body is in a coding, or claims to be. All that we offer is gzip (RFC 9110, 8.4; RFC 1952). */
final class OddCodings {
  private static final String HELLO = gzip("hello");
  private static final int TRAILER = 8;

  private OddCodings() {}

  static List<OddReply> all() {
    return Stream.of(good(), bad(), transferred(), bodiesNobodyWants()).flatMap(List::stream).toList();
  }

  private static List<OddReply> good() {
    String twoMembers = gzip("hel") + gzip("lo");
    return List.of(
        saved("gzip", coded("gzip", HELLO), "hello"),
        saved("gzip in capitals, and a blank", coded("GZip ", HELLO), "hello"),
        saved("x-gzip", coded("x-gzip", HELLO), "hello"),
        saved("gzip and identity", coded("identity, gzip", HELLO), "hello"),
        saved("identity", coded("identity", "hello"), "hello"),
        saved("none", coded("none", "hello"), "hello"),
        saved("an empty coding", coded("", "hello"), "hello"),
        saved("gzip of two members", coded("gzip", twoMembers), "hello"),
        saved("gzip of an empty member and another", coded("gzip", gzip("") + HELLO), "hello"),
        saved("gzip of nothing", coded("gzip", gzip("")), ""),
        saved("gzip and a zero", coded("gzip", HELLO + "\0"), "hello"),
        saved("gzip and 10,000 zeros", coded("gzip", HELLO + "\0".repeat(10_000)), "hello"),
        saved("gzip with all that a header may have",
            coded("gzip", withHeader(HELLO, 0x1e, "\3\0abcname\0comment\0\1\2")), "hello"),
        saved("gzip with a name only", coded("gzip", withHeader(HELLO, 0x08, "name\0")), "hello"),
        saved("gzip twice", coded("gzip, gzip", gzip(HELLO)), "hello"),
        saved("gzip twice in two lines",
            OK + "Content-Encoding: gzip\r\n" + withLength("Content-Encoding: x-gzip\r\n", gzip(HELLO)), "hello"),
        saved("an empty body in gzip", coded("gzip", ""), ""),
        saved("an empty body in another coding", coded("br", ""), ""),
        saved("204 in gzip", "HTTP/1.1 204 No Content\r\nContent-Encoding: gzip\r\n\r\n", ""),
        saved("gzip at the limit", coded("gzip", gzip("x".repeat(MAX_BODY))), "x".repeat(MAX_BODY)),
        saved("gzip that is longer than what is in it", coded("gzip", gzip(noise(MAX_BODY))), noise(MAX_BODY)));
  }

  private static List<OddReply> bad() {
    return List.of(
        malformed("br", coded("br", "\u000b\u0002\u0080hello\u0003")),
        malformed("deflate", coded("deflate", "hello")),
        malformed("zstd", coded("zstd", "hello")),
        malformed("compress", coded("compress", "hello")),
        malformed("nonsense", coded("utf-8", "hello")),
        malformed("chunked as a content coding", coded("chunked", "5\r\nhello\r\n0\r\n\r\n")),
        malformed("gzip with a flag that nobody knows", coded("gzip", withHeader(HELLO, 0x20, ""))),
        malformed("gzip of what is in another coding", coded("br, gzip", HELLO)),
        malformed("gzip 4 times", coded("gzip, gzip, gzip, gzip", gzip(gzip(gzip(HELLO))))),
        malformed("gzip twice that is gzip once", coded("gzip, gzip", HELLO)),
        malformed("no gzip at all", coded("gzip", "this is no gzip at all")),
        malformed("gzip that breaks off in its header", coded("gzip", HELLO.substring(0, 5))),
        malformed("gzip that breaks off", coded("gzip", HELLO.substring(0, 12))),
        malformed("gzip without its trailer", coded("gzip", HELLO.substring(0, HELLO.length() - TRAILER))),
        malformed("gzip with half its trailer", coded("gzip", HELLO.substring(0, HELLO.length() - 3))),
        malformed("gzip with a wrong checksum", coded("gzip", changed(HELLO, HELLO.length() - TRAILER))),
        malformed("gzip with a wrong length", coded("gzip", changed(HELLO, HELLO.length() - 1))),
        malformed("gzip with a broken middle", coded("gzip", changed(HELLO, 10))),
        malformed("gzip of a second member that breaks off", coded("gzip", HELLO + HELLO.substring(0, 15))),
        malformed("gzip and something", coded("gzip", HELLO + "something")),
        malformed("gzip, a zero and something", coded("gzip", HELLO + "\0something")),
        is("failed too-large", "a bomb", coded("gzip", gzip("x".repeat(50 * MAX_BODY)))),
        is("failed too-large", "a bomb within a bomb", coded("gzip, gzip", gzip(gzip("x".repeat(50 * MAX_BODY))))),
        is("failed too-large", "a bomb of empty members", coded("gzip, gzip", gzip(gzip("").repeat(MAX_BODY / 10)))),
        is("failed too-large", "a gzip whose length is over the limit",
            OK + "Content-Encoding: gzip\r\nContent-Length: " + 2 * MAX_BODY + "\r\n\r\n"),
        lost("no gzip, and cut", OK + "Content-Encoding: gzip\r\nContent-Length: 99\r\n\r\nhello"));
  }

  private static List<OddReply> transferred() {
    String chunks = "\r\n\r\n" + Integer.toHexString(HELLO.length()) + "\r\n" + HELLO + "\r\n0\r\n\r\n";
    String twice = gzip(HELLO);
    return List.of(
        saved("gzip, chunked", OK + "Transfer-Encoding: gzip, chunked" + chunks, "hello"),
        saved("x-gzip, chunked in two lines", OK + "Transfer-Encoding: x-gzip\r\nTransfer-Encoding: chunked" + chunks, "hello"),
        saved("gzip until the end", OK + "Transfer-Encoding: gzip\r\n\r\n" + HELLO, "hello").thenCloses(),
        saved("gzip on the way of what is gzip", OK + "Content-Encoding: gzip\r\nTransfer-Encoding: gzip, chunked\r\n\r\n"
            + Integer.toHexString(twice.length()) + "\r\n" + twice + "\r\n0\r\n\r\n", "hello"),
        malformed("gzip, chunked that is no gzip", OK + "Transfer-Encoding: gzip, chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"));
  }

  private static List<OddReply> bodiesNobodyWants() {
    String found = "HTTP/1.1 302 Found\r\nLocation: /next\r\nContent-Encoding: gzip\r\n";
    String missing = "HTTP/1.1 404 Not Found\r\nContent-Encoding: gzip\r\n";
    return List.of(
        is("redirected 302", "a redirect with an empty body in gzip", found + "Content-Length: 0\r\n\r\n"),
        is("redirected 302", "a redirect whose body is no gzip", found + "Content-Length: 5\r\n\r\nhello"),
        is("redirected 302", "a redirect whose gzip breaks off", found + "Content-Length: 9\r\n\r\n" + HELLO.substring(0, 9)),
        is("redirected 302", "a redirect with a cut body in gzip", found + "Content-Length: 99\r\n\r\nhello").thenCloses(),
        is("failed 404", "a missing page with an empty body in gzip", missing + "Content-Length: 0\r\n\r\n"),
        is("failed 404", "a missing page whose body is no gzip", missing + "Content-Length: 5\r\n\r\nhello"),
        is("failed 500", "an error in another coding", "HTTP/1.1 500 Oh\r\nContent-Encoding: br\r\nContent-Length: 5\r\n\r\nhello"));
  }

  private static String coded(String coding, String body) {
    return OK + withLength("Content-Encoding: " + coding + "\r\n", body);
  }

  private static String withLength(String headers, String body) {
    return headers + "Content-Length: " + body.length() + "\r\n\r\n" + body;
  }

  /** The gzip of a text, each byte a character. */
  private static String gzip(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toString(ISO_8859_1);
  }

  /** The same gzip with these flags, and what they announce (RFC 1952, 2.3). */
  private static String withHeader(String gzip, int flags, String optional) {
    return gzip.substring(0, 3) + (char) flags + gzip.substring(4, 10) + optional + gzip.substring(10);
  }

  private static String changed(String text, int index) {
    return text.substring(0, index) + (char) (text.charAt(index) ^ 0x55) + text.substring(index + 1);
  }

  /** Bytes that no coding makes shorter. */
  private static String noise(int length) {
    byte[] bytes = new byte[length];
    new java.util.Random(1).nextBytes(bytes);
    return new String(bytes, ISO_8859_1);
  }
}
