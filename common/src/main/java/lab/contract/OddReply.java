package lab.contract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import lab.crawl.Body;
import lab.crawl.FetchResult;

/**
 * One reply as a server may send it, and what it must come to.
 *
 * @param name what is odd about it
 * @param bytes all that the server sends, in ISO 8859-1
 * @param closes whether the server closes the connection then; else it waits for the next request
 * @param outcome as rules put it: {@code "saved"}, {@code "redirected 302"}, {@code "failed 404"}, {@code "failed malformed-reply"}
 * @param body what is saved, in ISO 8859-1; empty unless the outcome is {@code "saved"}
 */
public record OddReply(String name, byte[] bytes, boolean closes, String outcome, String body) {

  /** The reply is saved with that body. */
  static OddReply saved(String name, String reply, String body) {
    return new OddReply(name, latin1(reply), false, "saved", body);
  }

  /** The reply comes to that, and nothing is saved. */
  static OddReply is(String outcome, String name, String reply) {
    return new OddReply(name, latin1(reply), false, outcome, "");
  }

  /** It is no reply. */
  static OddReply malformed(String name, String reply) {
    return is("failed malformed-reply", name, reply);
  }

  /** The connection ends before the reply does. */
  static OddReply lost(String name, String reply) {
    return is("failed connection-lost", name, reply).thenCloses();
  }

  /** The same, but the server closes the connection afterwards. */
  OddReply thenCloses() {
    return new OddReply(name, bytes, true, outcome, body);
  }

  /** What a fetch came to, in the words of {@link #outcome}; a redirect is one if there is a {@code Location}. */
  public static String outcome(FetchResult result) {
    return switch (result) {
      case FetchResult.Failure failure -> "failed " + failure.kind().label();
      case FetchResult.Reply reply when reply.status() / 100 == 2 -> "saved";
      case FetchResult.Reply reply when reply.header("Location").isPresent() -> "redirected " + reply.status();
      case FetchResult.Reply reply -> "failed " + reply.status();
    };
  }

  /** The body of what was fetched, in ISO 8859-1; empty if there is none. */
  public static String body(FetchResult result) throws IOException {
    if (!(result instanceof FetchResult.Reply reply)) {
      return "";
    }
    try (Body body = reply.body(); InputStream bytes = body.open()) {
      return new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  private static byte[] latin1(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Its name, for reports of tests. */
  @Override
  public String toString() {
    return name;
  }
}
