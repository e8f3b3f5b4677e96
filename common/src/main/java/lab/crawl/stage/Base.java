package lab.crawl.stage;

import java.nio.charset.Charset;
import java.util.Optional;
import java.util.regex.Pattern;
import lab.crawl.Urls;
import okhttp3.HttpUrl;

/** What the references of a page are resolved against. Not thread-safe: each page has its own. */
final class Base {
  private static final int LONGEST_KNOWN = 256; // else a few references could fill the heap

  private static final Pattern SCHEME_ALONE = Pattern.compile("(?i)https?:(?![/\\\\])");

  /** A reference as it stands on any page of a folder, in that encoding. */
  record Reference(String folder, Charset encoding, String text) {}

  private final HttpUrl url;
  private final String text;
  private final String folder;
  private final Charset encoding;
  private final RecentAnswers<Reference, String> known;

  /**
   * A base.
   *
   * @param url the page's, or what it says in {@code <base>}
   * @param encoding the page's
   * @param known where references led before
   */
  Base(HttpUrl url, Charset encoding, RecentAnswers<Reference, String> known) {
    this.url = url;
    this.text = Urls.withoutFragment(url).toString();
    this.folder = folder(text);
    this.encoding = encoding;
    this.known = known;
  }

  /** Everything up to the path's last slash: all that matters to most references. */
  private static String folder(String text) {
    int query = text.indexOf('?');
    return text.substring(0, text.lastIndexOf('/', query < 0 ? text.length() : query) + 1);
  }

  /** The base that a {@code <base href>} makes of this one; this one if it is no web address. */
  Base to(String href) {
    Optional<HttpUrl> moved = Urls.resolve(url, href, encoding).filter(target -> !target.equals(url));
    return moved.map(target -> new Base(target, encoding, known)).orElse(this);
  }

  /** Where a reference leads, as text; empty if it is no web address. */
  String resolve(String reference) {
    String part = withoutFragment(Urls.clean(reference));
    if (part.isEmpty()) {
      return text;
    }
    boolean isShort = part.length() <= LONGEST_KNOWN && folder.length() <= LONGEST_KNOWN;
    return isShort && isOfFolder(part)
        ? known.get(new Reference(folder, encoding, part), asked -> resolved(asked.text))
        : resolved(part);
  }

  /** Whether it leads to the same from any page of the folder: unless it says nothing of the path, as {@code ?q} and {@code http:?q}. */
  private static boolean isOfFolder(String part) {
    return part.charAt(0) != '?' && part.charAt(0) != '#' && !SCHEME_ALONE.matcher(part).lookingAt();
  }

  private String resolved(String part) {
    return Urls.resolve(url, part, encoding).map(HttpUrl::toString).orElse("");
  }

  /** A page refers to many parts of another, and all of them are one URL. A space before the fragment would be lost with it. */
  static String withoutFragment(String reference) {
    int fragment = reference.indexOf('#');
    boolean isCut = fragment == 0 || fragment > 0 && reference.charAt(fragment - 1) > ' ';
    return isCut ? reference.substring(0, fragment) : reference;
  }
}
