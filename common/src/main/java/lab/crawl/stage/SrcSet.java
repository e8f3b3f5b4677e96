package lab.crawl.stage;

import java.util.ArrayList;
import java.util.List;

/**
 * The {@code srcset} attribute: image candidates, each a URL and maybe a descriptor such as {@code 2x}, after commas. Read
 * character by character as the HTML standard does (4.8.4.2.1): a pattern would take cubic time on a page that means harm.
 */
final class SrcSet {
  private final String text;
  private int at;

  private SrcSet(String text) {
    this.text = text;
  }

  /** Finds the URLs of the candidates, in order. */
  static void find(String srcset, ReferenceSyntax.PlaceConsumer found) {
    new SrcSet(srcset).find(found);
  }

  /** The same as a list. */
  static List<String> urls(String srcset) {
    List<String> urls = new ArrayList<>();
    find(srcset, (_, _, url) -> urls.add(url));
    return urls;
  }

  private void find(ReferenceSyntax.PlaceConsumer found) {
    skipSpaceAndCommas();
    while (at < text.length()) {
      findUrl(found);
      skipSpaceAndCommas();
    }
  }

  private void skipSpaceAndCommas() {
    while (at < text.length() && (isSpace() || text.charAt(at) == ',')) {
      at++;
    }
  }

  /** A URL runs to the next white space, commas within it included; one that ends with a comma has no descriptor. */
  private void findUrl(ReferenceSyntax.PlaceConsumer found) {
    int start = at;
    while (at < text.length() && !isSpace()) {
      at++;
    }
    int end = at;
    while (text.charAt(end - 1) == ',') {
      end--;
    }
    found.accept(start, end, text.substring(start, end));
    if (end == at) {
      skipDescriptor();
    }
  }

  /** A descriptor runs to the next comma that is not in parentheses. */
  private void skipDescriptor() {
    boolean inParentheses = false;
    for (; at < text.length() && (inParentheses || text.charAt(at) != ','); at++) {
      char c = text.charAt(at);
      inParentheses = c == '(' || inParentheses && c != ')';
    }
  }

  private boolean isSpace() {
    return " \t\n\f\r".indexOf(text.charAt(at)) >= 0;
  }
}
