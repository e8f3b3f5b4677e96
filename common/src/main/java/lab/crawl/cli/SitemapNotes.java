package lab.crawl.cli;

import java.util.ArrayList;
import java.util.List;
import lab.crawl.Sitemaps;

/** What a person should know of the sitemaps that a crawl began with. */
final class SitemapNotes {
  private static final int MOST_PROBLEMS = 10;

  private SitemapNotes() {}

  /** One line on what they list, and one for each problem, unless there are too many. */
  static List<String> of(Sitemaps sitemaps) {
    List<String> notes = new ArrayList<>();
    if (!sitemaps.files().isEmpty()) {
      notes.add(Counted.of(sitemaps.pages().size(), "page") + " listed in " + Counted.of(sitemaps.files().size(), "file") + elsewhere(sitemaps));
    } else if (sitemaps.asked().contains(SitemapOptions.OF_ROBOTS) && sitemaps.problems().isEmpty()) {
      notes.add("robots.txt names none");
    }
    sitemaps.problems().stream().limit(MOST_PROBLEMS).forEach(notes::add);
    if (sitemaps.problems().size() > MOST_PROBLEMS) {
      notes.add("and " + (sitemaps.problems().size() - MOST_PROBLEMS) + " more such problems");
    }
    return notes;
  }

  private static String elsewhere(Sitemaps sitemaps) {
    int elsewhere = sitemaps.files().stream().mapToInt(Sitemaps.File::elsewhere).sum();
    return elsewhere == 0 ? "" : "; " + elsewhere + " on other hosts left out";
  }
}
