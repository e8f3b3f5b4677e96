package lab.crawl;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
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

  private static final int BUFFER = 64 << 10;

  private final Iterable<ManifestLine> lines;

  private Manifest(Iterable<ManifestLine> sorted) {
    this.lines = sorted;
  }

  /** Lists visits, in any order given. */
  public static Manifest of(Collection<Visit> visits) {
    return ofSorted(visits.stream().sorted(Comparator.comparing(visit -> visit.url().toString())).toList());
  }

  /** Lists visits that are in the order of their URLs; there may be more of them than the heap could hold. */
  static Manifest ofSorted(List<Visit> visits) {
    return new Manifest(visits instanceof Visits pages ? pages.lines() : () -> visits.stream().map(ManifestLine::of).iterator());
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
    try (Writer text = new BufferedWriter(new OutputStreamWriter(digesting, StandardCharsets.UTF_8), BUFFER)) {
      write(text);
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

  private void write(Writer out) {
    try {
      out.write(HEADER);
      for (ManifestLine line : lines) {
        out.write(line.toString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
