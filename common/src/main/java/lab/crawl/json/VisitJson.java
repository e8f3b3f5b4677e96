package lab.crawl.json;

import java.util.Locale;
import lab.crawl.FailureKind;
import lab.crawl.SkipReason;
import lab.crawl.Visit;
import okhttp3.HttpUrl;

/** A {@link Visit} as JSON: between a crawl and its workers, and in a crawl's journal. */
public final class VisitJson {
  private VisitJson() {}

  /** The visit as an object. */
  public static JsonObject of(Visit visit) {
    return switch (visit) {
      case Visit.Saved saved -> outcome("saved", saved)
          .with("status", saved.status())
          .with("bytes", saved.bytes())
          .with("sha256", saved.sha256())
          .with("checksum", saved.checksum())
          .with("type", saved.type());
      case Visit.Redirected redirected -> outcome("redirected", redirected)
          .with("status", redirected.status())
          .with("target", redirected.target().toString());
      case Visit.Skipped skipped -> outcome("skipped", skipped).with("reason", skipped.reason().label());
      case Visit.Failed failed -> outcome("failed", failed)
          .with("kind", failed.kind().label())
          .with("status", failed.status())
          .with("detail", failed.detail());
    };
  }

  private static JsonObject outcome(String outcome, Visit visit) {
    return new JsonObject().with("outcome", outcome).with("url", visit.url().toString());
  }

  /**
   * The visit that an object holds, all of whose fields are taken.
   *
   * @throws IllegalArgumentException with one line that says what is wrong, if it holds none
   */
  public static Visit visit(JsonObject fields) {
    HttpUrl url = url(fields, "url");
    String outcome = fields.text("outcome");
    Visit visit = switch (outcome) {
      case "saved" -> new Visit.Saved(
          url, fields.smallNumber("status"), fields.number("bytes"), fields.text("sha256"), fields.text("checksum"), fields.text("type"));
      case "redirected" -> new Visit.Redirected(url, fields.smallNumber("status"), url(fields, "target"));
      case "skipped" -> new Visit.Skipped(url, labelled(SkipReason.class, fields.text("reason")));
      case "failed" -> new Visit.Failed(
          url, labelled(FailureKind.class, fields.text("kind")), fields.smallNumber("status"), fields.text("detail"));
      default -> throw new IllegalArgumentException("unknown outcome " + outcome);
    };
    fields.end();
    return visit;
  }

  /**
   * Takes a URL out.
   *
   * @throws IllegalArgumentException with one line, if there is no such field or it holds none
   */
  public static HttpUrl url(JsonObject fields, String name) {
    return HttpUrl.get(fields.text(name));
  }

  /** Enumerations go by the names that manifests use. */
  private static <E extends Enum<E>> E labelled(Class<E> type, String label) {
    return Enum.valueOf(type, label.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
