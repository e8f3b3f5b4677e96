package lab.crawl;

import java.net.Inet4Address;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** Turns what a page or a header says into a normalised URL. */
public final class Urls {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  /** A host that is an IPv4 address or nothing (URL standard, 3.5, "ends in a number"). */
  private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(?:.*\\.)?(?:[0-9]+|0x[0-9a-f]*)\\.?");

  private Urls() {}

  /** The same as {@link #resolve(HttpUrl, String, Charset)} for a page in UTF-8. */
  public static Optional<HttpUrl> resolve(HttpUrl base, String reference) {
    return resolve(base, reference, StandardCharsets.UTF_8);
  }

  /**
   * Resolves a reference against the URL it was found at, normalises it as the URL standard says (scheme and host in lower
   * case, default port and dot segments dropped, forbidden characters encoded) and as {@link #asSent} does.
   *
   * @param base where the reference was found
   * @param reference an absolute or relative URL, as it stands there
   * @param encoding the page's: letters in a query are sent in it, all others in UTF-8 (URL standard, 4.4)
   * @return empty if it is not a web address: {@code mailto:}, {@code javascript:}, or unreadable, as {@code http://1.2.3.256/} is
   */
  public static Optional<HttpUrl> resolve(HttpUrl base, String reference, Charset encoding) {
    HttpUrl url = base.resolve(QueryEncoding.encode(clean(reference), encoding));
    return Optional.ofNullable(url).map(found -> asSent(found, base.host())).filter(sent -> isReadable(sent, base));
  }

  /**
   * Resolves what a header says, such as {@code Location}.
   *
   * @param base what was asked for
   * @param bytes the value, a character for each byte; those above 127 are sent back as they came, whatever they mean
   * @return empty if it is not a web address
   */
  public static Optional<HttpUrl> resolveHeader(HttpUrl base, String bytes) {
    StringBuilder reference = new StringBuilder();
    bytes.chars().forEach(c -> appendByte(reference, (char) c));
    return resolve(base, reference.toString());
  }

  private static void appendByte(StringBuilder reference, char c) {
    if (c >= 0x80 && c <= 0xFF) {
      reference.append('%').append(HEX.toHexDigits((byte) c));
    } else {
      reference.append(c);
    }
  }

  /**
   * A reference without what counts for nothing in it: tabs and line ends anywhere, control characters and spaces around it (URL
   * standard, 4.4). Half a pair of surrogates, such as {@code &#xD800;}, is no character but U+FFFD (HTML standard, 13.2.5.80).
   */
  public static String clean(String reference) {
    int start = 0;
    int end = reference.length();
    while (start < end && reference.charAt(start) <= ' ') {
      start++;
    }
    while (start < end && reference.charAt(end - 1) <= ' ') {
      end--;
    }
    String stripped = reference.substring(start, end);
    for (int i = 0; i < stripped.length(); i++) {
      if (stripped.charAt(i) < ' ' || Character.isSurrogate(stripped.charAt(i))) {
        // OkHttp would drop a form feed, and send a question mark for half a pair.
        return stripped.replaceAll("[\t\n\r]", "").replace("\f", "%0C").replaceAll("\\p{Cs}", "\uFFFD");
      }
    }
    return stripped;
  }

  /**
   * The URL as it is asked for: without what no request carries (fragment, user name and password), and with escapes (RFC 3986, 6.2.2) and
   * a host that is a number (URL standard, 3.5) in their one normal form. Else one page had several names.
   */
  public static HttpUrl asSent(HttpUrl url) {
    return asSent(url, "");
  }

  /** Most links lead to their own page's host, which need not be looked at again. */
  private static HttpUrl asSent(HttpUrl url, String normalHost) {
    boolean hasCredentials = !url.encodedUsername().isEmpty() || !url.encodedPassword().isEmpty();
    HttpUrl plain = withoutFragment(hasCredentials ? url.newBuilder().username("").password("").build() : url);
    return withNormalEscapes(plain.host().equals(normalHost) ? plain : withNormalAddress(plain));
  }

  /** The same URL without a fragment, which is never sent to a server. */
  public static HttpUrl withoutFragment(HttpUrl url) {
    return url.toString().indexOf('#') < 0 ? url : url.newBuilder().fragment(null).build();
  }

  /**
   * The origin of a URL (RFC 6454: scheme, host and port), as the URL begins: {@code http://host:81/}.
   *
   * @param url normalised, with its path
   */
  public static String origin(String url) {
    return url.substring(0, url.indexOf('/', "https://".length()) + 1);
  }

  /**
   * OkHttp builds hosts that it can't read again, {@code http://+ß/} for one; no worker process could be told of them. What only looks
   * like an IPv4 address it takes for a name.
   */
  private static boolean isReadable(HttpUrl url, HttpUrl base) {
    return url.host().equals(base.host()) || url.equals(HttpUrl.parse(url.toString())) && !isBrokenAddress(url.host());
  }

  private static boolean isBrokenAddress(String host) {
    return ENDS_IN_NUMBER.matcher(host).matches() && address(host).isEmpty();
  }

  /** {@code 0x7f.1} is 127.0.0.1, and so it is looked up by some clients and not by others. */
  private static HttpUrl withNormalAddress(HttpUrl url) {
    String host = url.host();
    if (host.charAt(0) < '0' || host.charAt(0) > '9') {
      return url;
    }
    return address(host).filter(address -> !address.equals(host)).map(address -> url.newBuilder().host(address).build()).orElse(url);
  }

  private static Optional<String> address(String host) {
    try {
      return Optional.of(Inet4Address.ofPosixLiteral(host.endsWith(".") ? host.substring(0, host.length() - 1) : host).getHostAddress());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static HttpUrl withNormalEscapes(HttpUrl url) {
    if (url.toString().indexOf('%') < 0) {
      return url;
    }
    String query = url.encodedQuery();
    HttpUrl.Builder builder = url.newBuilder().encodedPath(withNormalEscapes(url.encodedPath()));
    return builder.encodedQuery(query == null ? null : withNormalEscapes(query)).build();
  }

  /** Unreserved characters stand for themselves, the digits of all others are capitals. */
  private static String withNormalEscapes(String text) {
    StringBuilder normal = new StringBuilder();
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) != '%') {
        normal.append(text.charAt(at));
        continue;
      }
      if (!isEscape(text, at)) {
        return text; // Whose percent sign stands for itself: with its neighbours undone it might become an escape.
      }
      char c = (char) HexFormat.fromHexDigits(text, at + 1, at + 3);
      if (isUnreserved(c)) {
        normal.append(c);
      } else {
        normal.append('%').append(HEX.toHexDigits((byte) c));
      }
      at += 2;
    }
    return normal.toString();
  }

  private static boolean isEscape(String text, int at) {
    return at + 2 < text.length() && HexFormat.isHexDigit(text.charAt(at + 1)) && HexFormat.isHexDigit(text.charAt(at + 2));
  }

  private static boolean isUnreserved(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-._~".indexOf(c) >= 0;
  }
}
