package lab.crawl.reply;

import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import okhttp3.Headers;

/** What the fields of a head mean for the body and for the connection (RFC 9112, 6 and 9). */
final class HeadFields {
  private final int status;
  private final boolean isOld;
  private final Headers headers;
  private final List<String> transferCodings;

  /**
   * Of a head that is whole.
   *
   * @param isOld whether it says HTTP/1.0
   */
  HeadFields(int status, boolean isOld, Headers headers) {
    this.status = status;
    this.isOld = isOld;
    this.headers = headers;
    this.transferCodings = codings("Transfer-Encoding");
  }

  /**
   * The head with what it means.
   *
   * @throws ProtocolException if it contradicts itself: nobody can tell then where the reply ends
   */
  ReplyHead head() throws ProtocolException {
    Framing framing = framing();
    return new ReplyHead(status, headers, framing, codings(), keepsConnection(framing));
  }

  private Framing framing() throws ProtocolException {
    if (status / 100 == 1 || status == 204 || status == 304) {
      return new Framing.Length(0); // whatever the other fields say
    }
    if (!transferCodings.isEmpty()) {
      return transferFraming();
    }
    List<String> lengths = list("Content-Length");
    return lengths.isEmpty() ? new Framing.UntilClose() : new Framing.Length(length(lengths));
  }

  private Framing transferFraming() throws ProtocolException {
    int chunked = transferCodings.indexOf("chunked");
    if (chunked >= 0 && chunked < transferCodings.size() - 1) {
      throw new ProtocolException("Transfer-Encoding: " + String.join(", ", transferCodings));
    }
    return chunked < 0 ? new Framing.UntilClose() : new Framing.Chunked();
  }

  /** Several lengths are one if they are equal (RFC 9110, 8.6). */
  private static long length(List<String> values) throws ProtocolException {
    long length = length(values.getFirst());
    for (String value : values) {
      if (length(value) != length) {
        throw new ProtocolException("Content-Length: " + String.join(", ", values));
      }
    }
    return length;
  }

  private static long length(String value) throws ProtocolException {
    try {
      if (value.matches("[0-9]+")) { // Java would take a sign and other scripts' digits, too
        return Long.parseLong(value);
      }
    } catch (NumberFormatException e) {
      // More than there are bytes in the world.
    }
    throw new ProtocolException("Content-Length: " + value);
  }

  /** Content codings are done first, and so undone last. */
  private List<String> codings() {
    List<String> codings = new ArrayList<>(codings("Content-Encoding"));
    transferCodings.stream().filter(coding -> !coding.equals("chunked")).forEach(codings::add);
    return List.copyOf(codings);
  }

  /** In lower case, {@code identity} left out, which old servers send, and {@code none}, which PHP pages send: both mean none. */
  private List<String> codings(String name) {
    return list(name).stream()
        .map(coding -> coding.toLowerCase(Locale.ROOT))
        .filter(coding -> !coding.isEmpty() && !coding.equals("identity") && !coding.equals("none"))
        .toList();
  }

  private boolean keepsConnection(Framing framing) {
    // Only old or dishonest servers do that (RFC 9112, 6.1).
    boolean suspicious = !transferCodings.isEmpty() && (isOld || headers.get("Content-Length") != null);
    boolean closes = isOld ? !hasConnectionOption("keep-alive") : hasConnectionOption("close");
    return !suspicious && !closes && status != 101 && !(framing instanceof Framing.UntilClose);
  }

  private boolean hasConnectionOption(String option) {
    return list("Connection").stream().anyMatch(option::equalsIgnoreCase);
  }

  /** The elements of a list, which may be spread over several lines (RFC 9110, 5.3 and 5.6.1), empty ones among them. */
  private List<String> list(String name) {
    List<String> elements = new ArrayList<>();
    for (String line : headers.values(name)) {
      for (String element : line.split(",", -1)) {
        elements.add(Lines.trimmed(element));
      }
    }
    return elements;
  }
}
