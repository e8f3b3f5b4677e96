package lab.crawl;

import java.util.HexFormat;
import java.util.function.UnaryOperator;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * What came of one URL, as it is kept in the heap: there may be millions, so that of the URL its text is kept (an {@link HttpUrl} has
 * 450 bytes), and digests as bytes. The {@link Visit} is made anew when somebody looks at it.
 */
sealed interface KeptVisit {
  HexFormat HEX = HexFormat.of();

  String url();

  /**
   * See {@link Visit.Saved}.
   *
   * @param checksum null if that stage was off
   */
  record Saved(String url, int status, long bytes, byte @Nullable [] sha256, byte @Nullable [] checksum, String type) implements KeptVisit {}

  /** See {@link Visit.Redirected}. */
  record Redirected(String url, int status, String target) implements KeptVisit {}

  /** See {@link Visit.Skipped}. */
  record Skipped(String url, SkipReason reason) implements KeptVisit {}

  /**
   * See {@link Visit.Failed}.
   *
   * @param detail null for what the status alone says, as of thousands of dead links
   */
  record Failed(String url, FailureKind kind, int status, @Nullable String detail) implements KeptVisit {}

  /**
   * What is kept of a visit.
   *
   * @param url the text of its URL
   * @param kept gives the text of a redirect's target as it is kept already, if it is: there may be many redirects
   */
  static KeptVisit of(String url, Visit visit, UnaryOperator<String> kept) {
    return switch (visit) {
      case Visit.Saved v -> new Saved(url, v.status(), v.bytes(), bytes(v.sha256()), bytes(v.checksum()), v.type().intern());
      case Visit.Redirected v -> new Redirected(url, v.status(), kept.apply(v.target().toString()));
      case Visit.Skipped v -> new Skipped(url, v.reason());
      case Visit.Failed v -> new Failed(url, v.kind(), v.status(), detail(v));
    };
  }

  /** The visit, made anew. */
  default Visit visit() {
    HttpUrl parsed = HttpUrl.get(url());
    return switch (this) {
      case Saved v -> new Visit.Saved(parsed, v.status, v.bytes, hex(v.sha256), hex(v.checksum), v.type);
      case Redirected v -> new Visit.Redirected(parsed, v.status, HttpUrl.get(v.target));
      case Skipped v -> new Visit.Skipped(parsed, v.reason);
      case Failed v -> new Visit.Failed(parsed, v.kind, v.status, v.detail == null ? statusDetail(v.status) : v.detail);
    };
  }

  /** The same as a line of the manifest, for which no URL needs to be parsed again. */
  default ManifestLine line() {
    return switch (this) {
      case Saved v -> ManifestLine.saved(v.url, v.status, v.bytes, hex(v.sha256), hex(v.checksum));
      case Redirected v -> ManifestLine.redirected(v.url, v.status);
      case Skipped v -> ManifestLine.skipped(v.url, v.reason);
      case Failed v -> ManifestLine.failed(v.url, v.kind, v.status);
    };
  }

  private static @Nullable String detail(Visit.Failed visit) {
    return visit.kind() == FailureKind.HTTP_STATUS && visit.detail().equals(statusDetail(visit.status())) ? null : visit.detail();
  }

  private static String statusDetail(int status) {
    return "HTTP status " + status;
  }

  /** Null for a digest that was off. */
  private static byte @Nullable [] bytes(String digest) {
    return digest.equals("-") ? null : HEX.parseHex(digest);
  }

  private static String hex(byte @Nullable [] digest) {
    return digest == null ? "-" : HEX.formatHex(digest);
  }
}
