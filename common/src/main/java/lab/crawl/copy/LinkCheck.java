package lab.crawl.copy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import lab.crawl.Body;
import lab.crawl.CrawlResult;
import lab.crawl.FetchResult;
import lab.crawl.Scope;
import lab.crawl.Visit;
import lab.crawl.stage.LinkRewriter;
import lab.crawl.stage.Outlinks;
import lab.crawl.stage.SiteFolder;
import okhttp3.Headers;
import okhttp3.HttpUrl;

/**
 * Reads a copy as a browser would that opens it, and lists what is dead in it: references that lead to no file. It takes the files as
 * they are, so that it also finds what was lost since they were made.
 *
 * @param files how many were read
 * @param references how many different ones each of them has to files of the copy, all together
 * @param dead those that lead to no file, in the order of the files' URLs
 */
public record LinkCheck(int files, int references, List<Dead> dead) {
  /** Stands for the copy's folder; no host is called so (RFC 6761, 6.4). */
  private static final HttpUrl TOP = HttpUrl.get("http://copy.invalid/");

  /** A reference that leads nowhere; both paths are relative to the copy's folder. */
  public record Dead(String file, String target) {}

  /**
   * Checks a copy.
   *
   * @throws UncheckedIOException with one line that names the file, if one can't be read
   */
  public static LinkCheck of(SiteFolder site, CrawlResult result) {
    Outlinks outlinks = new Outlinks(Scope.of(TOP));
    AtomicInteger files = new AtomicInteger();
    AtomicInteger references = new AtomicInteger();
    List<Dead> dead = result.visits().parallelStream().flatMap(LinkCheck::page).flatMap(page -> {
      String file = site.folder().relativize(site.file(page)).toString().replace('\\', '/');
      List<String> targets = targets(site.folder().resolve(file), file, page.type(), outlinks);
      files.incrementAndGet();
      references.addAndGet(targets.size());
      return targets.stream().filter(target -> !Files.isRegularFile(site.folder().resolve(target))).map(target -> new Dead(file, target));
    }).toList();
    return new LinkCheck(files.get(), references.get(), dead);
  }

  private static Stream<Visit.Saved> page(Visit visit) {
    return switch (visit) {
      case Visit.Saved saved -> Stream.of(saved).filter(page -> LinkRewriter.isNeeded(page.type()));
      case Visit.Redirected redirected -> Stream.of(BrowsableCopy.asSaved(redirected.url()));
      case Visit.Skipped _, Visit.Failed _ -> Stream.of();
    };
  }

  private static List<String> targets(Path file, String path, String type, Outlinks outlinks) {
    Body body = Body.of(read(file));
    HttpUrl.Builder url = TOP.newBuilder();
    for (String name : path.split("/")) {
      url.addPathSegment(name);
    }
    List<String> targets = new ArrayList<>();
    for (String outlink : outlinks.of(url.build(), new FetchResult.Reply(200, Headers.of("Content-Type", type), body))) {
      targets.add(String.join("/", HttpUrl.get(outlink).pathSegments()));
    }
    return targets;
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + ": " + e, e);
    }
  }
}
