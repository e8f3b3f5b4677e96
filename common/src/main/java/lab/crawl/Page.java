package lab.crawl;

import java.util.HexFormat;
import java.util.Objects;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * One URL as the {@link Frontier} keeps it: there may be millions, so that what is kept is the text of the URL (an {@link HttpUrl} has
 * 450 bytes) and what came of it, with its digests as bytes.
 */
final class Page {
  static final Page[] NO_LINKS = {};

  private static final HexFormat HEX = HexFormat.of();

  final String url;
  int depth;
  /** Kept only if there is a limit on depth. */
  Page[] outlinks = NO_LINKS;
  /** How often it was handed out, but for the times that were no fault of its own. */
  int attempts;
  /** How often it was handed out and came back through no fault of its own. */
  int refusals;
  /** Why it is not to be fetched; null if it is. */
  @Nullable SkipReason skipped;
  boolean wasBegun;
  private @Nullable Outcome outcome; // null as long as nothing came of it

  Page(String url, int depth) {
    this.url = url;
    this.depth = depth;
  }

  /** What came of a page: its {@link Visit} without the URL. */
  private sealed interface Outcome {
    record Saved(int status, long bytes, byte @Nullable [] sha256, byte @Nullable [] checksum, String type) implements Outcome {}

    record Redirected(int status, String target) implements Outcome {}

    record Failed(FailureKind kind, int status, @Nullable String detail) implements Outcome {}
  }

  boolean isVisited() {
    return outcome != null;
  }

  /** Why it was skipped, of a page that was. */
  SkipReason whySkipped() {
    return Objects.requireNonNull(skipped, url);
  }

  /** Keeps what came of it. */
  void visited(Visit visit) {
    outcome = switch (visit) {
      case Visit.Saved v -> new Outcome.Saved(v.status(), v.bytes(), bytes(v.sha256()), bytes(v.checksum()), v.type().intern());
      case Visit.Redirected v -> new Outcome.Redirected(v.status(), target(v.target().toString()));
      case Visit.Failed v -> new Outcome.Failed(v.kind(), v.status(), detail(v));
      case Visit.Skipped v -> throw new IllegalArgumentException("skipped pages are not visited: " + v.url());
    };
  }

  /** The visit, made anew, of a page that was visited or skipped. */
  Visit visit() {
    HttpUrl parsed = HttpUrl.get(url);
    return switch (outcome) {
      case null -> new Visit.Skipped(parsed, whySkipped());
      case Outcome.Saved v -> new Visit.Saved(parsed, v.status, v.bytes, hex(v.sha256), hex(v.checksum), v.type);
      case Outcome.Redirected v -> new Visit.Redirected(parsed, v.status, HttpUrl.get(v.target));
      case Outcome.Failed v -> new Visit.Failed(parsed, v.kind, v.status, v.detail == null ? statusDetail(v.status) : v.detail);
    };
  }

  /** The same as a line of the manifest. */
  ManifestLine line() {
    return switch (outcome) {
      case null -> ManifestLine.skipped(url, whySkipped());
      case Outcome.Saved v -> ManifestLine.saved(url, v.status, v.bytes, hex(v.sha256), hex(v.checksum));
      case Outcome.Redirected v -> ManifestLine.redirected(url, v.status);
      case Outcome.Failed v -> ManifestLine.failed(url, v.kind, v.status);
    };
  }

  /** The target of a redirect is nearly always its one outlink, whose text is there already. */
  private String target(String text) {
    return outlinks.length == 1 && outlinks[0].url.equals(text) ? outlinks[0].url : text;
  }

  /** Null for what the status alone says, as of thousands of dead links. */
  private static @Nullable String detail(Visit.Failed visit) {
    return visit.kind() == FailureKind.HTTP_STATUS && visit.detail().equals(statusDetail(visit.status())) ? null : visit.detail();
  }

  private static String statusDetail(int status) {
    return "HTTP status " + status;
  }

  /** Null for a checksum that was off. */
  private static byte @Nullable [] bytes(String digest) {
    return digest.equals("-") ? null : HEX.parseHex(digest);
  }

  private static String hex(byte @Nullable [] digest) {
    return digest == null ? "-" : HEX.formatHex(digest);
  }
}
