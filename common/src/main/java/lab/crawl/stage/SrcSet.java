package lab.crawl.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code srcset} attribute: image candidates, each a URL and maybe a descriptor such as {@code 2x}, after commas. */
final class SrcSet {
  /** A URL runs to the next white space, commas within it included; a descriptor runs to the next comma. */
  private static final Pattern CANDIDATE = Pattern.compile("[\\s,]*(\\S*[^\\s,])(?:,|\\s+[^,]*)?");

  private SrcSet() {}

  /** The URLs of the candidates, in order (HTML standard, 4.8.4.2.1). */
  static List<String> urls(String srcset) {
    List<String> urls = new ArrayList<>();
    Matcher matcher = CANDIDATE.matcher(srcset);
    while (matcher.find()) {
      urls.add(matcher.group(1));
    }
    return urls;
  }
}
