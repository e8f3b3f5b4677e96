package lab.crawl;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Collectors;
import lab.crawl.stage.Sha256;

/**
 * The list of what a crawl found, in a form that two crawls of the same site share to the last byte: a header line, then
 * one line per URL, sorted, fields separated by tabs. What a URL does not have is {@code -}.
 *
 * <p>The {@code status} field holds the HTTP status or, where there is none, the reason: {@code too-deep},
 * {@code timeout}.
 *
 * @param text the whole manifest, every line ended by a line feed
 */
public record Manifest(String text) {
  private static final String HEADER = "url\toutcome\tstatus\tbytes\tsha256\tchecksum\n";

  /** Lists visits, in any order given. */
  public static Manifest of(Collection<Visit> visits) {
    return new Manifest(
        visits.stream()
            .sorted(Comparator.comparing(visit -> visit.url().toString()))
            .map(Manifest::line)
            .collect(Collectors.joining("", HEADER, "")));
  }

  /** The site digest: the SHA-256 of the manifest's UTF-8 bytes, as {@code sha256sum} prints it for the file. */
  public String siteDigest() {
    return Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String line(Visit visit) {
    return switch (visit) {
      case Visit.Saved v -> line(v.url(), "saved", v.status(), v.bytes(), v.sha256(), v.checksum());
      case Visit.Redirected v -> line(v.url(), "redirected", v.status(), "-", "-", "-");
      case Visit.Skipped v -> line(v.url(), "skipped", v.reason().label(), "-", "-", "-");
      case Visit.Failed v -> line(v.url(), "failed", reason(v), "-", "-", "-");
    };
  }

  private static Object reason(Visit.Failed visit) {
    return visit.kind() == FailureKind.HTTP_STATUS ? visit.status() : visit.kind().label();
  }

  private static String line(Object... fields) {
    return Arrays.stream(fields).map(String::valueOf).collect(Collectors.joining("\t", "", "\n"));
  }
}
