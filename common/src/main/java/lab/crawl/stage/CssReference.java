package lab.crawl.stage;

/**
 * A reference in a style sheet, and its place.
 *
 * @param kind what it is for
 * @param url as it is meant, escapes undone; neither empty nor a fragment alone nor a {@code data:} URL
 * @param begin where in the sheet's text that begins which {@link #replacement} may stand for: a string with its quotes, or what is
 *     between the parentheses of {@code url(x)}
 * @param end where it ends: the place after its last character
 */
public record CssReference(Kind kind, String url, int begin, int end) {

  /** What a reference in a style sheet is for. */
  public enum Kind {
    /** Another style sheet: {@code @import}. */
    IMPORT,
    /** A font: {@code @font-face}. */
    FONT,
    /** Anything else: nearly always an image, sometimes a part of an SVG file such as a filter. */
    IMAGE
  }

  /** What stands for another URL in a style sheet, between {@code begin} and {@code end}: a string in double quotes. */
  public static String replacement(String url) {
    return CssEscapes.quoted(url);
  }
}
