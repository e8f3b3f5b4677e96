package lab.crawl.stage;

import java.util.Optional;

/** Which file of a copy a URL leads to. */
@FunctionalInterface
public interface CopyFiles {
  /**
   * The file, or that of the page to which it was redirected.
   *
   * @param url normalised, without a fragment
   * @return a path from the copy's top, with forward slashes; empty if it isn't in the copy
   */
  Optional<String> of(String url);
}
