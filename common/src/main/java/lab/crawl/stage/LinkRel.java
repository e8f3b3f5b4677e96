package lab.crawl.stage;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringTokenizer;

/**
 * What a {@code rel} says of a {@code <link>} or a {@code Link} header (HTML standard, 4.6.7; HTML 4, 6.12; microformats' list). Those that are not
 * here, such as {@code preconnect} or {@code pingback}, name nothing that can be looked at.
 */
final class LinkRel {
  private static final Map<String, Role> ROLES = Map.ofEntries(
      Map.entry("alternate", Role.LINK),
      Map.entry("appendix", Role.LINK),
      Map.entry("author", Role.LINK),
      Map.entry("canonical", Role.LINK),
      Map.entry("chapter", Role.LINK),
      Map.entry("contents", Role.LINK),
      Map.entry("copyright", Role.LINK),
      Map.entry("first", Role.LINK),
      Map.entry("glossary", Role.LINK),
      Map.entry("help", Role.LINK),
      Map.entry("index", Role.LINK),
      Map.entry("last", Role.LINK),
      Map.entry("license", Role.LINK),
      Map.entry("next", Role.LINK),
      Map.entry("prefetch", Role.LINK),
      Map.entry("prerender", Role.LINK),
      Map.entry("prev", Role.LINK),
      Map.entry("previous", Role.LINK),
      Map.entry("privacy-policy", Role.LINK),
      Map.entry("search", Role.LINK),
      Map.entry("section", Role.LINK),
      Map.entry("sitemap", Role.LINK),
      Map.entry("start", Role.LINK),
      Map.entry("subsection", Role.LINK),
      Map.entry("terms-of-service", Role.LINK),
      Map.entry("up", Role.LINK),
      Map.entry("apple-touch-icon", Role.REQUISITE),
      Map.entry("apple-touch-icon-precomposed", Role.REQUISITE),
      Map.entry("apple-touch-startup-image", Role.REQUISITE),
      Map.entry("fluid-icon", Role.REQUISITE),
      Map.entry("icon", Role.REQUISITE),
      Map.entry("manifest", Role.REQUISITE),
      Map.entry("mask-icon", Role.REQUISITE),
      Map.entry("modulepreload", Role.REQUISITE),
      Map.entry("preload", Role.REQUISITE),
      Map.entry("stylesheet", Role.REQUISITE));

  private LinkRel() {}

  /**
   * The role of what such a link leads to; if its words have several, {@code alternate stylesheet} for one, it is a requisite.
   *
   * @param rel words in any case
   * @return empty if it isn't followed
   */
  static Optional<Role> role(String rel) {
    Optional<Role> role = Optional.empty();
    for (StringTokenizer words = new StringTokenizer(rel, " \t\n\f\r"); words.hasMoreTokens();) {
      Role next = ROLES.get(words.nextToken().toLowerCase(Locale.ROOT));
      if (next == Role.REQUISITE) {
        return Optional.of(next);
      }
      role = role.or(() -> Optional.ofNullable(next));
    }
    return role;
  }
}
