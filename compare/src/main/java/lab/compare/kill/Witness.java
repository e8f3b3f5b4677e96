package lab.compare.kill;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lab.crawl.Visit;
import lab.crawl.state.StateFolder;
import lab.fixtures.PracticeSite;

/** Judges the runs of one crawl by what the site has counted and by what is on disk; it doesn't ask the crawl itself. */
final class Witness {
  private final DoomedCrawl crawl;
  private final PracticeSite site;
  private final List<String> problems = new ArrayList<>();
  private Set<String> done = new HashSet<>();
  private int againInFlight;

  Witness(DoomedCrawl crawl) {
    this.crawl = crawl;
    this.site = crawl.site();
    site.reset();
  }

  /**
   * Looks at what the last run has asked for: nothing that was done before it, and all else once.
   *
   * @param killed how many processes were killed in it, of those that ask
   */
  void lookAtRun(int killed) {
    Map<String, Integer> requests = site.counts().requestsPerUrl();
    site.reset();
    requests.forEach((path, times) -> {
      if (done.contains(path)) {
        problems.add(path + " was asked for again though it was done");
      } else if (times > 1 + killed) {
        problems.add(path + " was asked for " + times + " times in one run");
      }
      againInFlight += times - 1;
    });
    Set<String> now = doneByNow();
    requests.keySet().stream().filter(path -> !now.contains(path)).forEach(_ -> againInFlight++);
    done = now;
  }

  private Set<String> doneByNow() {
    Set<String> paths = new HashSet<>();
    if (Files.exists(crawl.state().resolve("plan.json"))) {
      for (Visit visit : StateFolder.status(crawl.state()).result().visits()) {
        if (!(visit instanceof Visit.Skipped)) {
          paths.add(visit.url().encodedPath());
        }
      }
    }
    return paths;
  }

  /** How many requests were lost to kills: their pages had to be asked for once more. */
  int againInFlight() {
    return againInFlight;
  }

  /** Looks whether manifest and files are, byte for byte, those of a crawl that nobody ended. */
  void compareWith(DoomedCrawl inOneGo) {
    if (!Written.by(crawl).equals(Written.by(inOneGo))) {
      problems.add("the result of " + crawl.folder() + " is another one than that of " + inOneGo.folder());
    }
  }

  /** What must not be, in words; empty if all is well. */
  List<String> problems() {
    return List.copyOf(problems);
  }
}
