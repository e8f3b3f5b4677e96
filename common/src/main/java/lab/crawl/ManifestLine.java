package lab.crawl;

/** One line of a {@link Manifest}, field by field. */
record ManifestLine(String url, String outcome, String status, String bytes, String sha256, String checksum) {
  private static final String NONE = "-";

  static ManifestLine of(Visit visit) {
    String url = visit.url().toString();
    return switch (visit) {
      case Visit.Saved v -> saved(url, v.status(), v.bytes(), v.sha256(), v.checksum());
      case Visit.Redirected v -> redirected(url, v.status());
      case Visit.Skipped v -> skipped(url, v.reason());
      case Visit.Failed v -> failed(url, v.kind(), v.status());
    };
  }

  static ManifestLine saved(String url, int status, long bytes, String sha256, String checksum) {
    return new ManifestLine(url, "saved", Integer.toString(status), Long.toString(bytes), sha256, checksum);
  }

  static ManifestLine redirected(String url, int status) {
    return new ManifestLine(url, "redirected", Integer.toString(status), NONE, NONE, NONE);
  }

  static ManifestLine skipped(String url, SkipReason reason) {
    return new ManifestLine(url, "skipped", reason.label(), NONE, NONE, NONE);
  }

  static ManifestLine failed(String url, FailureKind kind, int status) {
    String reason = kind == FailureKind.HTTP_STATUS ? Integer.toString(status) : kind.label();
    return new ManifestLine(url, "failed", reason, NONE, NONE, NONE);
  }

  @Override
  public String toString() {
    return url + '\t' + outcome + '\t' + status + '\t' + bytes + '\t' + sha256 + '\t' + checksum + '\n';
  }
}
