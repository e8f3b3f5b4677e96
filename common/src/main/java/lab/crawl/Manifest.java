package lab.crawl;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * The list of what a crawl found, in a form that two crawls of the same site share to the last byte: a header line, then
 * one line per URL, sorted, fields separated by tabs. What a URL does not have is {@code -}.
 *
 * <p>The {@code status} field holds the HTTP status or, where there is none, the reason: {@code too-deep},
 * {@code timeout}.
 *
 * <p>It is never in memory as a whole unless somebody asks for its {@link #text()}.
 */
public final class Manifest {
  private static final String HEADER = "url\toutcome\tstatus\tbytes\tsha256\tchecksum\n";

  private final List<Visit> sorted;

  private Manifest(List<Visit> sorted) {
    this.sorted = sorted;
  }

  /** Lists visits, in any order given. */
  public static Manifest of(Collection<Visit> visits) {
    return visits instanceof Visits sorted
        ? new Manifest(sorted)
        : new Manifest(visits.stream().sorted(Comparator.comparing(visit -> visit.url().toString())).toList());
  }

  /** The whole manifest, every line ended by a line feed: for a site that isn't large. */
  public String text() {
    StringWriter text = new StringWriter();
    write(text);
    return text.toString();
  }

  /** The site digest: the SHA-256 of the manifest's UTF-8 bytes, as {@code sha256sum} prints it for the file. */
  public String siteDigest() {
    return writeTo(OutputStream.nullOutputStream());
  }

  /**
   * Writes the manifest to a file, with its folders. A reader sees the old file or the whole new one.
   *
   * @return its site digest
   * @throws UncheckedIOException with one line that names the file
   */
  public String writeTo(Path file) {
    return WholeFile.write(file, part -> {
      try (OutputStream out = Files.newOutputStream(part)) {
        return writeTo(out);
      }
    });
  }

  private String writeTo(OutputStream out) {
    DigestOutputStream digesting = new DigestOutputStream(out, Sha256.newDigest());
    try (Writer lines = new java.io.BufferedWriter(new java.io.OutputStreamWriter(digesting, StandardCharsets.UTF_8), 1 << 16)) {
      write(lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
  }

  /** Two manifests are equal if they are so to the last byte. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Manifest manifest && text().equals(manifest.text());
  }

  @Override
  public int hashCode() {
    return siteDigest().hashCode();
  }

  @Override
  public String toString() {
    return text();
  }

  private void write(Writer lines) {
    try {
      lines.write(HEADER);
      for (Visit visit : sorted) {
        write(lines, visit);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Writer lines, Visit visit) throws IOException {
    switch (visit) {
      case Visit.Saved v -> line(lines, v.url().toString(), "saved", v.status() + "", v.bytes() + "", v.sha256(), v.checksum());
      case Visit.Redirected v -> line(lines, v.url().toString(), "redirected", v.status() + "", "-", "-", "-");
      case Visit.Skipped v -> line(lines, v.url().toString(), "skipped", v.reason().label(), "-", "-", "-");
      case Visit.Failed v -> line(lines, v.url().toString(), "failed", reason(v), "-", "-", "-");
    }
  }

  private static String reason(Visit.Failed visit) {
    return visit.kind() == FailureKind.HTTP_STATUS ? visit.status() + "" : visit.kind().label();
  }

  private static void line(Writer lines, String... fields) throws IOException {
    for (int i = 0; i < fields.length; i++) {
      lines.write(fields[i]);
      lines.write(i < fields.length - 1 ? '\t' : '\n');
    }
  }
}
