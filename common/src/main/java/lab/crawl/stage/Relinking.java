package lab.crawl.stage;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import lab.crawl.Urls;

/** Says what a page's references are in a copy. Not thread-safe: each page has its own. */
final class Relinking {
  private static final Pattern ABSOLUTE = Pattern.compile("(?i)https?://.*|(?!https?:)[a-z][a-z0-9+.-]*:.*", Pattern.DOTALL);
  private static final String UNESCAPED = "-._~/=+@";

  private final String file;
  private final CopyFiles files;
  private final Map<String, String> known = new HashMap<>();
  private Base base;
  private boolean hasBase;

  /**
   * For one page.
   *
   * @param file its path from the copy's top
   * @param base what its references are resolved against
   */
  Relinking(String file, Base base, CopyFiles files) {
    this.file = file;
    this.base = base;
    this.files = files;
  }

  /** From now on references are resolved against what a {@code <base href>} says. */
  void moveTo(String baseHref) {
    base = base.to(baseHref);
    hasBase = true;
    known.clear();
  }

  /** A reference to the page's own file. */
  String self() {
    return relative(file);
  }

  /** Whether a reference leads to a file of the copy. */
  boolean isInCopy(String reference) {
    return files.of(base.resolve(reference)).isPresent();
  }

  /**
   * What a reference is in the copy: relative if it leads to a file of it, else absolute. What is no web address stays as it is, and so
   * does what is right already.
   */
  String relinked(String reference) {
    return known.computeIfAbsent(reference, this::find);
  }

  private String find(String reference) {
    String shown = Urls.clean(reference);
    if (!hasBase && (shown.isEmpty() || shown.charAt(0) == '#')) {
      return reference;
    }
    String url = base.resolve(reference);
    if (url.isEmpty()) {
      return reference;
    }
    int hash = shown.indexOf('#');
    String fragment = hash < 0 ? "" : shown.substring(hash);
    Optional<String> target = files.of(url);
    if (target.isPresent()) {
      return relative(target.get()) + fragment;
    }
    return ABSOLUTE.matcher(shown).matches() ? reference : url + fragment;
  }

  /** The way from this page's folder to a file, as a URL (RFC 3986, 4.2). Plain enough for any attribute, style sheet and encoding. */
  private String relative(String target) {
    int common = 0;
    for (int slash = target.indexOf('/'); slash >= 0 && file.startsWith(target.substring(0, slash + 1)); slash = target.indexOf('/', slash + 1)) {
      common = slash + 1;
    }
    long up = file.substring(common).chars().filter(c -> c == '/').count();
    return "../".repeat((int) up) + escaped(target.substring(common));
  }

  private static String escaped(String path) {
    StringBuilder escaped = new StringBuilder();
    for (byte b : path.getBytes(StandardCharsets.US_ASCII)) {
      char c = (char) b;
      boolean isPlain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || UNESCAPED.indexOf(c) >= 0;
      escaped.append(isPlain ? String.valueOf(c) : "%%%02X".formatted((int) c));
    }
    return escaped.toString();
  }
}
