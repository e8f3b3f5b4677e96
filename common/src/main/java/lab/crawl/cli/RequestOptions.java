package lab.crawl.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lab.crawl.FetchSettings;
import lab.crawl.RequestSettings;
import okhttp3.Cookie;
import okhttp3.HttpUrl;
import picocli.CommandLine.Option;

/** What goes with each request, and by which way: a part of {@link CrawlOptions}. */
final class RequestOptions {
  @Option(names = "--user-agent", paramLabel = "TEXT", description = "The User-Agent header. Default: ${DEFAULT-VALUE}.")
  private String userAgent = FetchSettings.DEFAULT.userAgent();

  @Option(names = "--contact", paramLabel = "WHERE",
      description = "A mail or web address by which a site can reach you; it is added to the User-Agent header.")
  private Optional<String> contact = Optional.empty();

  @Option(names = "--header", paramLabel = "'NAME: VALUE'",
      description = {
        "Send this header to the seeds' origins, and to no other. May be given more than once.",
        "So that no process list shows it, write the option into a file and give @FILE in its place."
      })
  private List<String> headers = List.of();

  @Option(names = "--cookies", paramLabel = "FILE",
      description = "Send the cookies of this file where they belong. It has Netscape's format, as browsers' tools and curl write it.")
  private Optional<Path> cookies = Optional.empty();

  @Option(names = "--keep-cookies",
      description = {
        "Send the cookies that replies set with later requests, too. What a page is may then depend on which pages came before it,",
        "and in procs on which worker had them: digests can't be compared."
      })
  private boolean keepsCookies;

  @Option(names = "--netrc", paramLabel = "FILE",
      description = "Log in with the user names and passwords of this file, such as ~/.netrc: each is sent to its own host only (basic"
          + " authentication).")
  private Optional<Path> netrc = Optional.empty();

  @Option(names = "--proxy", paramLabel = "URL",
      description = "Send all requests to this HTTP proxy, such as http://proxy:3128. Its password, if it has one, is looked for in --netrc FILE.")
  private Optional<String> proxy = Optional.empty();

  @Option(names = "--rate", paramLabel = "SIZE", converter = SizeConverter.class,
      description = "Most bytes received in a second, such as 500kB, by all connections together (in procs: each worker has its part)."
          + " Default: no limit.")
  private long rate = RequestSettings.UNLIMITED;

  /**
   * The User-Agent header, contact and all.
   *
   * @throws UsageException with one line, if it is no contact
   */
  String userAgent() {
    if (!contact.orElse("x").matches("[!-'*-~]+")) {
      throw new UsageException("--contact must be a mail or web address, in ASCII and without spaces and parentheses");
    }
    return contact.map(where -> userAgent + " (+" + where + ")").orElse(userAgent);
  }

  /**
   * The rest.
   *
   * @throws UsageException with one line, if a value is wrong or a file can't be used; it quotes nothing that may be secret
   */
  RequestSettings settings() {
    List<Cookie> sent = cookies.map(CookieFile::read).orElse(List.of());
    List<RequestSettings.Login> logins = netrc.map(NetrcFile::read).orElse(List.of());
    return new RequestSettings(
        headers.stream().map(RequestOptions::header).toList(), sent, keepsCookies, proxy.map(RequestOptions::proxy), logins, rate);
  }

  private static RequestSettings.Header header(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new UsageException("--header needs a name, a colon and a value, such as --header 'Accept-Language: de'");
    }
    return new RequestSettings.Header(text.substring(0, colon), text.substring(colon + 1).strip());
  }

  private static RequestSettings.Proxy proxy(String text) {
    HttpUrl url = HttpUrl.parse(text);
    boolean isProxy = url != null && !url.isHttps() && url.encodedPath().equals("/") && url.query() == null;
    if (!isProxy || !url.username().isEmpty()) {
      throw new UsageException("--proxy must be a URL such as http://proxy:3128; its user name and password belong into --netrc FILE");
    }
    return new RequestSettings.Proxy(url.host(), url.port());
  }
}
