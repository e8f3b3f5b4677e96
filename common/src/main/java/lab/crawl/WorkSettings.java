package lab.crawl;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * What whoever works on a fetched page must know.
 *
 * @param checksumRounds links of the checksum chain computed over each body, 0 (off) or more
 * @param interpreterLock whether one lock per process is held while pages are parsed and their checksums computed, as CPython's
 *     global interpreter lock is
 * @param out the folder to write the site to, if it is to be written
 * @param warc the file to write all exchanges to, if they are to be archived
 * @param replies the folder in which replies are kept for the next crawl, and to look for those of the one before, if any are
 * @param nofollow whether links aren't followed where the site asks for that ({@code rel=nofollow} and the like)
 */
public record WorkSettings(
    int checksumRounds, boolean interpreterLock, Optional<Path> out, Optional<Path> warc, Optional<Path> replies, boolean nofollow) {
  /**
   * The checksum chain costs about as much as parsing on a warm JVM. Over the 370 pages of jsoup's javadoc (35 kB on average, 18 kB
   * median; JDK 25, x86-64 with SHA instructions) 40 links took 0.9 to 1.3 times the CPU time of finding outlinks.
   */
  public static final WorkSettings DEFAULT = new WorkSettings(40, false, Optional.empty(), Optional.empty(), Optional.empty(), false);

  /**
   * Checks every value.
   *
   * @throws IllegalArgumentException with one line that names the value and what it may be
   */
  public WorkSettings {
    Objects.requireNonNull(out);
    Objects.requireNonNull(warc);
    Objects.requireNonNull(replies);
    Checks.check(checksumRounds >= 0, "checksum rounds", checksumRounds, "0 or more");
  }

  /** The same with a folder of that name within the output folder, if there is one: for one of several crawls. */
  public WorkSettings outIn(String name) {
    return new WorkSettings(checksumRounds, interpreterLock, out.map(all -> all.resolve(name)), warc, replies, nofollow);
  }

  /** The same, with the replies kept in a folder. */
  public WorkSettings keepingRepliesIn(Path folder) {
    return new WorkSettings(checksumRounds, interpreterLock, out, warc, Optional.of(folder), nofollow);
  }
}
