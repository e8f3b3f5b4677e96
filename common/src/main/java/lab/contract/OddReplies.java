package lab.contract;

import static lab.contract.OddReply.is;
import static lab.contract.OddReply.lost;
import static lab.contract.OddReply.malformed;
import static lab.contract.OddReply.saved;

import java.util.List;
import java.util.stream.Stream;

/**
 * Replies that servers send though they shouldn't, or may send though nobody expects it, from bug reports of other downloaders; and what
 * each comes to. One table for every client, so that a crawl's result never depends on its design. The right outcome is that of RFC 9110
 * and 9112; where they leave it open, what browsers and curl do.
 */
public final class OddReplies {
  /** The longest body that is taken when these are sent, in bytes. */
  public static final int MAX_BODY = 100_000;

  static final String OK = "HTTP/1.1 200 OK\r\n";
  private static final String LENGTH_5 = OK + "Content-Length: 5\r\n";
  private static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n";
  private static final String HELLO = "Content-Length: 5\r\n\r\nhello";
  private static final String FOUND = "HTTP/1.1 302 Found\r\nLocation: /next\r\n";
  private static final String MISSING = "HTTP/1.1 404 Not Found\r\n";

  private OddReplies() {}

  /** All of them. */
  public static List<OddReply> all() {
    return Stream.of(plain(), lengths(), extraBytes(), chunks(), transferCodings(), headers(), noBody(), statusLines(), cut(),
            bodiesNobodyWants(), OddCodings.all())
        .flatMap(List::stream)
        .toList();
  }

  private static List<OddReply> plain() {
    return List.of(
        saved("a length", LENGTH_5 + "\r\nhello", "hello"),
        saved("no length", OK + "\r\nhello", "hello").thenCloses(),
        saved("HTTP/1.0", "HTTP/1.0 200 OK\r\n\r\nhello", "hello").thenCloses(),
        saved("HTTP/1.0 that keeps the connection", "HTTP/1.0 200 OK\r\nConnection: Keep-Alive\r\n" + HELLO, "hello"),
        saved("a connection to be closed", OK + "Connection: foo, CLOSE\r\n" + HELLO, "hello"),
        saved("bare line feeds", "HTTP/1.1 200 OK\nContent-Length: 5\n\nhello", "hello"),
        saved("chunks with bare line feeds", "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n5\nhello\n0\n\n", "hello"),
        saved("an empty body", OK + "Content-Length: 0\r\n\r\n", ""),
        saved("an empty body until the end", OK + "\r\n", "").thenCloses(),
        saved("interim replies", "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + OK + HELLO, "hello"),
        saved("an interim reply with a length", "HTTP/1.1 102 Wait\r\nContent-Length: 9\r\n\r\n" + OK + HELLO, "hello"),
        saved("a body at the limit", OK + "Content-Length: " + MAX_BODY + "\r\n\r\n" + "x".repeat(MAX_BODY), "x".repeat(MAX_BODY)),
        is("failed too-large", "a length over the limit", OK + "Content-Length: " + (MAX_BODY + 1) + "\r\n\r\n"),
        is("failed too-large", "a length of terabytes", OK + "Content-Length: 99999999999999\r\n\r\nx"),
        is("failed too-large", "a body over the limit", OK + "\r\n" + "x".repeat(MAX_BODY + 1)),
        is("failed too-large", "chunks over the limit", CHUNKED + ("4000\r\n" + "x".repeat(0x4000) + "\r\n").repeat(9)));
  }

  private static List<OddReply> lengths() {
    return List.of(
        malformed("a length below 0", OK + "Content-Length: -5\r\n\r\nhello"),
        malformed("a length with a sign", OK + "Content-Length: +5\r\n\r\nhello"),
        malformed("a length in words", OK + "Content-Length: five\r\n\r\nhello"),
        malformed("a length with a fraction", OK + "Content-Length: 5.0\r\n\r\nhello"),
        malformed("a hexadecimal length", OK + "Content-Length: 0x5\r\n\r\nhello"),
        malformed("an empty length", OK + "Content-Length:\r\n\r\nhello"),
        malformed("a length of 20 digits", OK + "Content-Length: 18446744073709551621\r\n\r\nhello"),
        malformed("a length of 25 digits", OK + "Content-Length: 1000000000000000000000005\r\n\r\nhello"),
        malformed("a length and more", OK + "Content-Length: 5 bytes\r\n\r\nhello"),
        malformed("a missing page with a length below 0", MISSING + "Content-Length: -5\r\n\r\nhello"),
        saved("a length twice", LENGTH_5 + HELLO, "hello"),
        saved("a length twice in one line", OK + "Content-Length: 5, 5\r\n\r\nhello", "hello"),
        saved("a length with zeros before it", OK + "Content-Length: 0005\r\n\r\nhello", "hello"),
        malformed("two lengths", LENGTH_5 + "Content-Length: 6\r\n\r\nhello!"),
        malformed("two lengths, the shorter one last", OK + "Content-Length: 6\r\n" + HELLO + "!"),
        malformed("two lengths in one line", OK + "Content-Length: 5, 6\r\n\r\nhello!"),
        malformed("a length and an empty one", OK + "Content-Length: 5,\r\n\r\nhello"));
  }

  /** What follows a reply is no part of it, nor of the next: whoever asks for the next page gets that one. */
  private static List<OddReply> extraBytes() {
    return List.of(
        saved("another reply", OK + HELLO + OK + "Content-Length: 8\r\n\r\nintruder", "hello"),
        saved("a body longer than its length", OK + HELLO + " world", "hello"),
        saved("a line end after the body", OK + HELLO + "\r\n", "hello"),
        saved("another reply after the last chunk", CHUNKED + "5\r\nhello\r\n0\r\n\r\n" + OK + HELLO, "hello"),
        saved("another reply after no body", OK + "Content-Length: 0\r\n\r\n" + OK + HELLO, ""),
        is("failed 404", "another reply after a missing page", MISSING + "Content-Length: 2\r\n\r\noh" + OK + HELLO),
        saved("a body after 204", "HTTP/1.1 204 No Content\r\n\r\nhello", ""),
        saved("a farewell", OK + HELLO + "HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\n\r\n", "hello"));
  }

  private static List<OddReply> chunks() {
    return List.of(
        saved("chunks", CHUNKED + "3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n", "hello"),
        saved("extensions and trailers", CHUNKED + "3;a=\"b;c\"\r\nhel\r\n2 ; d\r\nlo\r\n0;e\r\nT: x\r\nU: y\r\n\r\n", "hello"),
        saved("blanks after a chunk's size", CHUNKED + "5   \r\nhello\r\n0 \r\n\r\n", "hello"),
        saved("a tab after a chunk's size", CHUNKED + "5\t\r\nhello\r\n0\t\r\n\r\n", "hello"),
        saved("a long extension", CHUNKED + "5;" + "e".repeat(9_000) + "\r\nhello\r\n0\r\n\r\n", "hello"),
        saved("zeros before a chunk's size", CHUNKED + "00000000000000000005\r\nhello\r\n000\r\n\r\n", "hello"),
        saved("a large hexadecimal size", CHUNKED + "A\r\n0123456789\r\na\r\n0123456789\r\n0\r\n\r\n", "01234567890123456789"),
        saved("chunks and a length", OK + "Content-Length: 99\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n", "hello"),
        saved("chunks and a broken length",
            OK + "Content-Length: -1\r\nTransfer-Encoding: Chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n", "hello"),
        malformed("an endless extension", CHUNKED + "5;" + "e".repeat(20_000)),
        malformed("a chunk's size in words", CHUNKED + "five\r\nhello\r\n0\r\n\r\n"),
        malformed("a chunk's size below 0", CHUNKED + "-5\r\nhello\r\n0\r\n\r\n"),
        malformed("a chunk's size of 17 digits", CHUNKED + "10000000000000005\r\nhello\r\n0\r\n\r\n"),
        malformed("a chunk's size and more", CHUNKED + "5 x\r\nhello\r\n0\r\n\r\n"),
        malformed("no chunk's size", CHUNKED + "\r\nhello\r\n0\r\n\r\n"),
        malformed("a chunk longer than its size", CHUNKED + "2\r\nhello\r\n0\r\n\r\n"),
        malformed("no chunks at all, then the end", CHUNKED + "what is this?").thenCloses(),
        malformed("a second chunk that is none, then the end", CHUNKED + "2\r\nhe\r\nwhat").thenCloses(),
        malformed("endless trailers", CHUNKED + "0\r\n" + ("T: " + "x".repeat(1_000) + "\r\n").repeat(300)));
  }

  private static List<OddReply> transferCodings() {
    return List.of(
        malformed("chunked twice", OK + "Transfer-Encoding: chunked, chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"),
        malformed("chunked twice in two lines",
            OK + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"),
        malformed("chunked, but not last", OK + "Transfer-Encoding: chunked, gzip\r\n\r\n5\r\nhello\r\n0\r\n\r\n"),
        malformed("an unknown transfer coding", OK + "Transfer-Encoding: rot13, chunked\r\n\r\n5\r\nuryyb\r\n0\r\n\r\n"),
        malformed("an unknown transfer coding alone", OK + "Transfer-Encoding: rot13\r\n\r\nuryyb").thenCloses(),
        saved("identity", OK + "Transfer-Encoding: identity\r\n" + HELLO, "hello"),
        saved("identity, then chunked", OK + "Transfer-Encoding: identity, chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n", "hello"),
        saved("chunked in HTTP/1.0", "HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n", "hello"));
  }

  private static List<OddReply> headers() {
    return List.of(
        saved("blanks before a length's colon", OK + "Content-Length : 5\r\n\r\nhello", "hello"),
        saved("a tab before a length's colon", OK + "Content-Length\t: 5\r\n\r\nhello", "hello"),
        is("redirected 302", "a blank before a location's colon", "HTTP/1.1 302 Found\r\nLocation : /next\r\nContent-Length: 0\r\n\r\n"),
        is("redirected 302", "a folded location", "HTTP/1.1 302 Found\r\nLocation:\r\n /next\r\nContent-Length: 0\r\n\r\n"),
        saved("a folded length", OK + "Content-Length:\r\n\t5\r\n\r\nhello", "hello"),
        saved("a fold within a value", OK + "X: a;\r\n b\r\n  c\r\n" + HELLO, "hello"),
        malformed("a fold before the first header", OK + " X: a\r\n" + HELLO),
        saved("a line without a colon", OK + "this is no header\r\n" + HELLO, "hello"),
        saved("a line without a colon, and a fold", OK + "this is no header\r\n Content-Length: 3\r\n" + HELLO, "hello"),
        saved("no name", OK + ": nothing\r\n" + HELLO, "hello"),
        saved("an odd name", OK + "We ird(name): 1\r\n" + HELLO, "hello"),
        saved("a name of other letters", OK + "\u00dcber: 1\r\n" + HELLO, "hello"),
        saved("a value of other letters", OK + "X: \u00fcber\u0007\0\r\n" + HELLO, "hello"),
        saved("no value", OK + "X:\r\n" + HELLO, "hello"),
        saved("a header of 200 kB", OK + "X: " + "y".repeat(200_000) + "\r\n" + HELLO, "hello"),
        saved("2,000 headers", OK + "X: yyyyyyyyyy\r\n".repeat(2_000) + HELLO, "hello"),
        malformed("a head over 256 KiB", OK + "X: yyyyyyyyyy\r\n".repeat(20_000) + HELLO),
        malformed("a header over 256 KiB", OK + "X: " + "y".repeat(270_000) + "\r\n" + HELLO),
        malformed("interim replies without end", "HTTP/1.1 100 Continue\r\n\r\n".repeat(12_000) + OK + HELLO));
  }

  private static List<OddReply> noBody() {
    return List.of(
        saved("204", "HTTP/1.1 204 No Content\r\n\r\n", ""),
        saved("204 with a length", "HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\n", ""),
        saved("204 with chunks", "HTTP/1.1 204 No Content\r\nTransfer-Encoding: chunked\r\n\r\n", ""),
        saved("204 with a broken length", "HTTP/1.1 204 No Content\r\nContent-Length: five\r\n\r\n", ""),
        saved("204 with a body of its length", "HTTP/1.1 204 No Content\r\n" + HELLO, ""),
        saved("206 of all", "HTTP/1.1 206 Partial Content\r\nContent-Range: bytes 0-4/5\r\n" + HELLO, "hello"),
        malformed("206 of a part", "HTTP/1.1 206 Partial Content\r\nContent-Range: bytes 0-4/9\r\n" + HELLO),
        malformed("206 of the end", "HTTP/1.1 206 Partial Content\r\nContent-Range: bytes 4-8/9\r\n" + HELLO),
        malformed("206 of who knows how much", "HTTP/1.1 206 Partial Content\r\nContent-Range: bytes 0-4/*\r\n" + HELLO),
        malformed("206 that doesn't say", "HTTP/1.1 206 Partial Content\r\n" + HELLO),
        saved("200 of a part", OK + "Content-Range: bytes 0-4/9\r\n" + HELLO, "hello"),
        saved("205 with a body", "HTTP/1.1 205 Reset Content\r\n" + HELLO, "hello"),
        is("failed 304", "304", "HTTP/1.1 304 Not Modified\r\n\r\n"),
        is("failed 304", "304 with a length", "HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\n"),
        is("failed 304", "304 with chunks", "HTTP/1.1 304 Not Modified\r\nTransfer-Encoding: chunked\r\n\r\n"),
        is("failed 304", "304 with chunks twice", "HTTP/1.1 304 Not Modified\r\nTransfer-Encoding: chunked, chunked\r\n\r\n"),
        is("failed 101", "101", "HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\n\r\nwhatever"));
  }

  private static List<OddReply> statusLines() {
    return List.of(
        saved("no reason", "HTTP/1.1 200\r\n" + HELLO, "hello"),
        saved("a blank for a reason", "HTTP/1.1 200 \r\n" + HELLO, "hello"),
        saved("a reason of 70 kB", "HTTP/1.1 200 " + "O".repeat(70_000) + "\r\n" + HELLO, "hello"),
        saved("a reason of other letters", "HTTP/1.1 200 \u00fcber\u001b[2J\r\n" + HELLO, "hello"),
        saved("HTTP/1.2", "HTTP/1.2 200 OK\r\n" + HELLO, "hello"),
        saved("299", "HTTP/1.1 299 Odd\r\n" + HELLO, "hello"),
        is("failed 599", "599", "HTTP/1.1 599 Odd\r\nContent-Length: 0\r\n\r\n"),
        malformed("a status of 600", "HTTP/1.1 600 Odd\r\n" + HELLO),
        malformed("a status of 999", "HTTP/1.1 999 Odd\r\n" + HELLO),
        malformed("a status of 0", "HTTP/1.1 000 Odd\r\n" + HELLO),
        malformed("a status of 99", "HTTP/1.1 099 Odd\r\n" + HELLO),
        malformed("a status of two digits", "HTTP/1.1 20 OK\r\n" + HELLO),
        malformed("a status of four digits", "HTTP/1.1 2000 OK\r\n" + HELLO),
        malformed("a status with a sign", "HTTP/1.1 +20 OK\r\n" + HELLO),
        malformed("a status in words", "HTTP/1.1 OK 200\r\n" + HELLO),
        malformed("ICY", "ICY 200 OK\r\n" + HELLO),
        malformed("HTTP/2.0", "HTTP/2.0 200 OK\r\n" + HELLO),
        malformed("HTTP/0.9", "<html>hello</html>\r\n"),
        malformed("HTTP/1", "HTTP/1 200 OK\r\n" + HELLO),
        malformed("an empty line first", "\r\n" + OK + HELLO),
        malformed("another protocol", "SSH-2.0-OpenSSH_9.2\r\n"),
        malformed("what would clear a terminal", "\u001b]0;owned\u0007\u001b[2J\r\n\r\n"));
  }

  private static List<OddReply> cut() {
    return List.of(
        lost("nothing", ""),
        lost("a cut status line", "HTTP/1.1 20"),
        lost("letters without a line's end", "lskdu018973t09sylgasjkfg1][]'./.sdlv"),
        lost("a cut header", OK + "Content-Le"),
        lost("a cut head", LENGTH_5),
        lost("a cut interim reply", "HTTP/1.1 100 Continue\r\n\r\n"),
        lost("no body", LENGTH_5 + "\r\n"),
        lost("a cut body", LENGTH_5 + "\r\nhell"),
        lost("no chunk", CHUNKED),
        lost("a cut chunk's size", CHUNKED + "5"),
        lost("a cut chunk", CHUNKED + "5\r\nhel"),
        lost("a cut chunk's end", CHUNKED + "5\r\nhello\r"),
        lost("no last chunk", CHUNKED + "5\r\nhello\r\n"),
        lost("no end of the last chunk", CHUNKED + "5\r\nhello\r\n0\r\n"),
        lost("cut trailers", CHUNKED + "0\r\nT: x\r\n"));
  }

  /** The status says it all: what is wrong with the body then doesn't matter. */
  private static List<OddReply> bodiesNobodyWants() {
    return List.of(
        is("redirected 302", "a redirect with a cut body", FOUND + "Content-Length: 9\r\n\r\nhello").thenCloses(),
        is("redirected 302", "a redirect with broken chunks", FOUND + "Transfer-Encoding: chunked\r\n\r\nhello"),
        is("redirected 302", "a redirect with a long body", FOUND + "Content-Length: 200000\r\n\r\n" + "x".repeat(200_000)),
        is("redirected 302", "a redirect without a length", FOUND + "\r\nhello"),
        is("failed 404", "a missing page with a cut body", MISSING + "Content-Length: 9\r\n\r\nhello").thenCloses(),
        is("failed 404", "a missing page with cut chunks", MISSING + "Transfer-Encoding: chunked\r\n\r\n5\r\nhel").thenCloses(),
        is("failed 404", "a missing page of terabytes", MISSING + "Content-Length: 99999999999999\r\n\r\nx"),
        is("failed 404", "a missing page with a body", MISSING + "Content-Length: 2\r\n\r\noh"),
        is("failed 503", "503 with an unknown coding", "HTTP/1.1 503 Busy\r\nContent-Encoding: br\r\n" + HELLO),
        is("failed 407", "407", "HTTP/1.1 407 Proxy\r\nProxy-Authenticate: Basic realm=x\r\nContent-Length: 0\r\n\r\n"),
        is("failed 401", "401", "HTTP/1.1 401 Who\r\nWWW-Authenticate: Basic realm=x\r\nContent-Length: 0\r\n\r\n"),
        is("failed 421", "421", "HTTP/1.1 421 Other\r\nContent-Length: 0\r\n\r\n"));
  }
}
