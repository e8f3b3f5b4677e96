package lab.crawl.copy;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.stream.Stream;
import lab.crawl.CrawlResult;
import lab.crawl.Visit;
import lab.crawl.stage.LinkRewriter;
import lab.crawl.stage.SiteFolder;
import okhttp3.HttpUrl;

/**
 * Makes a copy that opens in a browser of the files that a crawl has written. Each file is made by itself of what the crawl left and of
 * its result, so that nobody can tell in which order, on how many cores or at which attempt: this may be killed and done again.
 */
public final class BrowsableCopy {
  private static final int HTTP_OK = 200;

  private final SiteFolder site;
  private final CrawlResult result;
  private final SavedFiles files;
  private final LinkRewriter rewriter;

  /**
   * Of a crawl.
   *
   * @param site where it wrote what it saved
   */
  public BrowsableCopy(SiteFolder site, CrawlResult result) {
    this(site, result, result);
  }

  /**
   * Of an update of an earlier crawl, whose copy is there.
   *
   * @param standing the same crawl with what stands in the copy in place of some failures; these files stay as they are, and references
   *     lead to them
   */
  public BrowsableCopy(SiteFolder site, CrawlResult result, CrawlResult standing) {
    this.site = site;
    this.result = result;
    this.files = new SavedFiles(site.home(), standing);
    this.rewriter = new LinkRewriter(site.home(), files);
  }

  /** The file with which a reader begins: that of a seed, or of what it redirects to; none if nothing was saved of it. */
  public Optional<Path> file(HttpUrl seed) {
    return files.of(seed.toString()).map(site.folder()::resolve);
  }

  /**
   * Makes every file that isn't what it should be as it came: pages, style sheets and drawings, whose references it rewrites, and a small
   * page for each redirect and for each folder whose only page is {@code index.html}. If the crawl was complete, what they were made of is
   * removed; else it is needed again.
   *
   * @param keepsOriginals whether that is to stay all the same
   * @throws UncheckedIOException with one line that names the file, if one can't be read or written
   */
  public void make(boolean keepsOriginals) {
    if (!Files.isDirectory(site.folder())) {
      // Nothing was saved.
      makeAll(keepsOriginals);
      return;
    }
    Path lock = site.folder().resolve("~lock");
    // Two commands may have the same crawl and folder, when the crawl lies in a database. The second finds all made.
    try (FileChannel file = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE); FileLock _ = file.lock()) {
      makeAll(keepsOriginals);
      // Whoever waits has it open. (DELETE_ON_CLOSE would remove it at once, so that the second locked another one.)
      Files.deleteIfExists(lock);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + lock + ": " + e, e);
    }
  }

  private void makeAll(boolean keepsOriginals) {
    visits().forEach(this::make);
    if (result.complete() && !keepsOriginals) {
      visits().forEach(this::removeOriginal);
    }
    if (result.complete() && Files.isDirectory(site.folder())) {
      site.removePlaces();
    }
  }

  private void removeOriginal(Visit visit) {
    if (visit instanceof Visit.Saved saved) {
      site.removeOriginal(saved);
    }
  }

  /** On all cores. */
  private Stream<Visit> visits() {
    return result.visits().parallelStream();
  }

  private void make(Visit visit) {
    switch (visit) {
      case Visit.Saved saved -> {
        Path original = site.original(saved);
        Path file = site.file(saved);
        // Once it is removed all files are made.
        if (LinkRewriter.isNeeded(saved.type()) && (Files.exists(original) || !Files.exists(file))) {
          SiteFolder.write(file, (whole, part) -> rewrite(saved, original, whole, part));
        }
        makeFrontPage(saved.url());
      }
      case Visit.Redirected redirected -> makeRedirectPage(redirected.url(), redirected.target());
      case Visit.Skipped _, Visit.Failed _ -> {}
    }
  }

  /** Whoever opens a folder looks for index.html; where the site had only {@code /index.html} and not {@code /}, that is still free. */
  private void makeFrontPage(HttpUrl url) {
    HttpUrl folder = url.newBuilder().setPathSegment(url.pathSize() - 1, "").build();
    if (url.encodedPath().endsWith("/index.html") && url.query() == null && !files.wasVisited(folder.toString())) {
      makeRedirectPage(folder, url);
    }
  }

  private void makeRedirectPage(HttpUrl from, HttpUrl to) {
    SiteFolder.write(site.file(asSaved(from)), (file, part) -> {
      Files.writeString(part, RedirectPage.of(from, to, rewriter), StandardCharsets.UTF_8);
      moveTo(file, part);
    });
  }

  private void rewrite(Visit.Saved saved, Path original, Path file, Path part) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
      rewriter.rewrite(saved, original, out);
    }
    moveTo(file, part);
  }

  /** What is there already stays, with its time. */
  private static void moveTo(Path file, Path part) throws IOException {
    if (Files.exists(file) && Files.mismatch(part, file) < 0) {
      Files.delete(part);
      return;
    }
    SiteFolder.moveTo(file, part);
  }

  /** What a redirect leaves is a page as any other, though of our making. */
  static Visit.Saved asSaved(HttpUrl redirect) {
    return new Visit.Saved(redirect, HTTP_OK, 0, "-", "-", RedirectPage.TYPE);
  }
}
