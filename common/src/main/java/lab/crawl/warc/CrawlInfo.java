package lab.crawl.warc;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import lab.crawl.Body;
import lab.crawl.CrawlPlan;
import lab.crawl.FetchSettings;
import lab.crawl.Limits;
import lab.crawl.Robots;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageVersion;
import org.netpreserve.jwarc.Warcinfo;

/** The first record of an archive: what was crawled, and by which rules. Which design did it is not in there. */
final class CrawlInfo {
  private static final String STANDARD = "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/";

  private CrawlInfo() {}

  static Warcinfo record(Path warc, CrawlPlan plan) {
    byte[] block = String.join("", fields(plan)).getBytes(StandardCharsets.UTF_8);
    return new Warcinfo.Builder()
        .version(MessageVersion.WARC_1_1)
        .date(Instant.now().truncatedTo(ChronoUnit.MILLIS))
        .filename(warc.getFileName().toString())
        .setHeader("WARC-Block-Digest", PageRecords.digest(block, Body.EMPTY))
        .body(MediaType.WARC_FIELDS, block)
        .build();
  }

  /** The first five are known to readers of archives (WARC 1.1, 6.2.4); the others go by the names of their options. */
  private static List<String> fields(CrawlPlan plan) {
    List<String> fields = new ArrayList<>();
    fields.add(field("software", FetchSettings.DEFAULT.userAgent()));
    fields.add(field("format", "WARC File Format 1.1"));
    fields.add(field("conformsTo", STANDARD));
    fields.add(field("robots", plan.robots().equals(Robots.NONE) ? "ignore" : "obey"));
    fields.add(field("http-header-user-agent", plan.fetch().userAgent()));
    plan.scope().seeds().forEach(seed -> fields.add(field("seed", seed)));
    plan.scope().sitemaps().asked().forEach(where -> fields.add(field("sitemap", where)));
    fields.add(field("scope", plan.scope().reach().label()));
    plan.scope().filter().includes().forEach(regex -> fields.add(field("include", regex)));
    plan.scope().filter().excludes().forEach(regex -> fields.add(field("exclude", regex)));
    addLimits(plan.limits(), fields);
    fields.add(field("max-body", plan.fetch().maxBodyBytes() + "B"));
    fields.add(field("retries", plan.retries().retries()));
    return fields;
  }

  private static void addLimits(Limits limits, List<String> fields) {
    if (limits.maxDepth() != Limits.UNLIMITED) {
      fields.add(field("max-depth", limits.maxDepth()));
    }
    if (limits.maxPages() != Limits.UNLIMITED) {
      fields.add(field("max-pages", limits.maxPages()));
    }
    fields.add(field("max-path-depth", limits.maxPathDepth()));
    fields.add(field("max-url-length", limits.maxUrlLength()));
    fields.add(field("max-repeats", limits.maxRepeats()));
  }

  /** An expression may have line ends in it, and a field may not. */
  private static String field(String name, Object value) {
    return name + ": " + value.toString().replace("\r", "\\r").replace("\n", "\\n") + "\r\n";
  }
}
