package lab.crawl.stage;

import lab.crawl.Body;
import lab.crawl.FetchResult;
import okhttp3.Headers;

/** Replies as the clients make them. */
final class Replies {
  private Replies() {}

  /** A success. Headers are names and values in turn, values with a character for each byte; a null value leaves its header out. */
  static FetchResult.Reply ok(byte[] body, String... headers) {
    return reply(200, body, headers);
  }

  static FetchResult.Reply reply(int status, byte[] body, String... headers) {
    return new FetchResult.Reply(status, headers(headers), Body.of(body));
  }

  static Headers headers(String... namesAndValues) {
    Headers.Builder headers = new Headers.Builder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (namesAndValues[i + 1] != null) {
        headers.addUnsafeNonAscii(namesAndValues[i], namesAndValues[i + 1]);
      }
    }
    return headers.build();
  }
}
