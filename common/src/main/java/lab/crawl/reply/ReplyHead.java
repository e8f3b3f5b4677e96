package lab.crawl.reply;

import java.util.List;
import okhttp3.Headers;

/**
 * The head of a final reply: all that comes before its body.
 *
 * @param status 101, or 200 to 599
 * @param headers as they came, each byte of a value a character (ISO 8859-1), folded lines joined
 * @param framing where the body ends
 * @param codings what was done to the body, in that order, in lower case, {@code identity} and the like left out: first the content codings, then
 *     the transfer codings but for {@code chunked}
 * @param keepsConnection whether another exchange may follow on the same connection, if the reply ends as it should
 */
public record ReplyHead(int status, Headers headers, Framing framing, List<String> codings, boolean keepsConnection) {

  /** Whether the request was a success, and so the body is what was asked for (RFC 9110, 15.3). */
  public boolean isSuccess() {
    return status / 100 == 2;
  }
}
