package lab.crawl;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import okhttp3.Cookie;

/**
 * What goes with each request because the user says so, and by which way. <strong>Much of it is secret:</strong> it may go to the hosts that it
 * is meant for and to worker processes, by a pipe, and nowhere else; so it is in no {@link #toString()}, and whoever writes a plan down
 * leaves it out.
 *
 * @param headers are sent to the seeds' origins, and to no other, in this order
 * @param cookies are sent where they belong
 * @param keepsCookies whether replies' cookies are kept, for the requests after them
 * @param proxy whom all requests are sent to, instead of to the host
 * @param logins user names and passwords, each of which is sent to its host only
 * @param bytesPerSecond how much is received in a second, by all connections together, 1 or more; {@link #UNLIMITED} by default
 */
public record RequestSettings(
    List<Header> headers, List<Cookie> cookies, boolean keepsCookies, Optional<Proxy> proxy, List<Login> logins, long bytesPerSecond) {

  /** As fast as it comes. */
  public static final long UNLIMITED = Long.MAX_VALUE;

  /** Nothing is said. */
  public static final RequestSettings NONE = new RequestSettings(List.of(), List.of(), false, Optional.empty(), List.of(), UNLIMITED);

  /** What RFC 9110 (5.6.2) calls a token. */
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  private static final Pattern VALUE = Pattern.compile("[!-~]([ -~]*[!-~])?");

  /** What the program sets by itself, in lower case, or must not be told: half a page or none would be saved as the page. */
  private static final Set<String> OURS = Set.of(
      "host", "connection", "keep-alive", "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade", "content-length", "expect",
      "accept-encoding", "range", "if-range", "if-match", "if-none-match", "if-modified-since", "if-unmodified-since");

  /**
   * One header.
   *
   * @param value printable ASCII characters, without space around it
   */
  public record Header(String name, String value) {
    /**
     * Checks both.
     *
     * @throws IllegalArgumentException with one line that tells the name but not the value
     */
    public Header {
      Checks.check(TOKEN.matcher(name).matches(), "header name", name, "letters, digits and !#$%&'*+-.^_`|~");
      Checks.check(!OURS.contains(name.toLowerCase(Locale.ROOT)), "header", name, "one that the program doesn't set by itself");
      Checks.check(!isNamed(name, "User-Agent"), "header", name, "set by --user-agent");
      Checks.check(!isNamed(name, "Cookie"), "header", name, "set by --cookies");
      Checks.check(!isNamed(name, "Proxy-Authorization"), "header", name, "set by --netrc");
      Checks.check(VALUE.matcher(value).matches(), "value of header", name, "printable ASCII characters, one or more, on one line");
    }

    private static boolean isNamed(String name, String other) {
      return name.equalsIgnoreCase(other);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * A proxy for HTTP, which gives a tunnel ({@code CONNECT}) to what is asked for by https.
   *
   * @param host a name, or an address without brackets
   * @param port 1 to 65535
   */
  public record Proxy(String host, int port) {}

  /**
   * A user name and a password (RFC 7617).
   *
   * @param host in lower case; whatever its port
   */
  public record Login(String host, String user, String password) {
    @Override
    public String toString() {
      return host;
    }
  }

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException with one line, if the rate is none
   */
  public RequestSettings {
    headers = List.copyOf(headers);
    cookies = List.copyOf(cookies);
    logins = List.copyOf(logins);
    Objects.requireNonNull(proxy);
    Checks.check(bytesPerSecond >= 1, "rate", bytesPerSecond, "1 or more bytes a second");
  }

  /** The login for a host, if there is one. */
  public Optional<Login> login(String host) {
    return logins.stream().filter(login -> login.host.equals(host)).findFirst();
  }

  /** The same for one of several that receive at the same time: each gets its part of the rate. */
  public RequestSettings sharedBy(int many) {
    long part = bytesPerSecond == UNLIMITED ? UNLIMITED : Math.max(1, bytesPerSecond / many);
    return new RequestSettings(headers, cookies, keepsCookies, proxy, logins, part);
  }

  /** The names of headers, in lower case, that may hold something secret. */
  public Set<String> secretHeaders() {
    Set<String> names = headers.stream().map(header -> header.name.toLowerCase(Locale.ROOT)).collect(Collectors.toCollection(TreeSet::new));
    names.addAll(Set.of("authorization", "cookie", "proxy-authorization"));
    return names;
  }

  /** What of it is no secret and changes results, for a person; empty if there is nothing. */
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    headers.forEach(header -> parts.add("header " + header));
    if (!cookies.isEmpty()) {
      parts.add("cookies");
    }
    if (keepsCookies) {
      parts.add("cookies of replies");
    }
    logins.forEach(login -> parts.add("login for " + login));
    return String.join(", ", parts);
  }
}
