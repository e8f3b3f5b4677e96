package lab.crawl.stage;

import java.security.MessageDigest;
import java.util.HexFormat;
import lab.crawl.Body;
import lab.crawl.Sha256;

/**
 * The CPU-bound stage: work that waits for nothing, needs no memory to speak of, and can be made as heavy as a lab wants.
 * It stands for whatever a real crawler computes from a page.
 */
public final class Checksum {
  /** What the stage gives when it is off. */
  public static final String NONE = "-";

  private Checksum() {}

  /**
   * Computes a chain of digests over a body: the first link is SHA-256(body), each further one SHA-256(the link before it,
   * then the body). No link can be begun before the one before it is done, so that one page keeps one core busy.
   *
   * @param body the bytes to go through in each link
   * @param rounds how many links, 0 or more; the cost grows with rounds × length
   * @return the last link as 64 hexadecimal digits, or {@link #NONE} if there are no rounds
   */
  public static String of(Body body, int rounds) {
    return of(body, rounds, () -> {});
  }

  /**
   * The same, for whoever wants to know that it goes on, or to have a moment for something else.
   *
   * @param betweenLinks called after each link but the last; it can't change the result
   */
  public static String of(Body body, int rounds, Runnable betweenLinks) {
    if (rounds == 0) {
      return NONE;
    }
    MessageDigest digest = Sha256.newDigest();
    byte[] link = body.sha256();
    for (int round = 1; round < rounds; round++) {
      betweenLinks.run();
      digest.update(link);
      body.addTo(digest);
      link = digest.digest();
    }
    return HexFormat.of().formatHex(link);
  }
}
