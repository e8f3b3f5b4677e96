package lab.crawl;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * What sitemaps list (sitemaps.org): more pages for a crawl to begin with. They were read before the crawl and are a part of the plan: so
 * all that crawl by this plan begin with the same pages, whenever they do.
 *
 * @param asked where they were looked for, in the words of the user; empty if nobody wants any
 * @param files each sitemap that was read, in the order of their URLs; one that only lists other sitemaps lists no pages
 * @param problems what couldn't be read, and what was left out, a line each, for a person
 */
public record Sitemaps(List<String> asked, List<File> files, List<String> problems) {
  /** Nobody wants any. */
  public static final Sitemaps NONE = new Sitemaps(List.of(), List.of(), List.of());

  /**
   * One sitemap.
   *
   * @param url of the file
   * @param pages the URLs that it lists on the seeds' origins, normalised, each once
   * @param elsewhere how many it lists on other origins, which are left out
   */
  public record File(String url, List<String> pages, int elsewhere) {
    /** Copies the list. */
    public File {
      pages = List.copyOf(pages);
    }
  }

  /** Copies the lists. */
  public Sitemaps {
    asked = List.copyOf(asked);
    files = List.copyOf(files);
    problems = List.copyOf(problems);
  }

  /** All pages, each once. */
  public SequencedSet<String> pages() {
    SequencedSet<String> pages = new LinkedHashSet<>();
    files.forEach(file -> pages.addAll(file.pages));
    return pages;
  }

  /** The first sitemap that lists a page. */
  public Optional<String> listing(String page) {
    return files.stream().filter(file -> file.pages.contains(page)).map(File::url).findFirst();
  }
}
