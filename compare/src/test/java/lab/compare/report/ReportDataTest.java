package lab.compare.report;

import static lab.compare.run.Runs.warm;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import lab.compare.run.CrawlTimeline;
import lab.compare.run.Results;
import lab.compare.run.Runs;
import lab.crawl.measure.LowerBound.Limit;
import lab.crawl.measure.Timeline;
import org.junit.jupiter.api.Test;

class ReportDataTest {
  @Test
  void aDrawnCrawlHasItsOwnBoundAndNotTheMedianOne() throws IOException {
    Results results = Runs.of(
        warm("sync", 1, 1_000).bound(900, Limit.WAITING),
        warm("sync", 2, 1_010).bound(950, Limit.WAITING),
        warm("sync", 3, 1_200).bound(1_100, Limit.WAITING),
        Runs.cold("sync", 1, 1_500)).results();

    JsonNode report = new ObjectMapper().readTree(ReportData.of(results, List.of(timeline(1), timeline(3)), Texts.ENGLISH).json());

    assertThat(report.get("timelines")).extracting(crawl -> crawl.get("boundMillis").asDouble()).containsExactly(900.0, 1_100.0);
  }

  @Test
  void allCrawlsShareOneListOfUrls() throws IOException {
    List<CrawlTimeline> crawls = List.of(timeline(1, "http://h/", "http://h/a"), timeline(2, "http://h/a", "http://h/b"));
    ReportData report = ReportData.titled("a").withTimelines(crawls);

    JsonNode page = new ObjectMapper().readTree(report.json());

    assertThat(page.get("urls")).extracting(JsonNode::asText).containsExactly("http://h/", "http://h/a", "http://h/b");
    assertThat(page.at("/timelines/1/urls")).extracting(JsonNode::asInt).containsExactly(1, 2);
  }

  @Test
  void thePageHasTheDigitsOfTheTerminal() throws IOException {
    Results results = Runs.of(Runs.cold("sync", 1, 2_000), warm("sync", 1, 1_075).cpu(1_075)).results();

    JsonNode page = new ObjectMapper().readTree(ReportData.of(results, List.of(), Texts.ENGLISH).json());

    // JavaScript's toFixed gives 1.07, for 1.075 is a bit less in binary.
    assertThat(page.at("/variants/0/warm/text").asText()).isEqualTo("1.08");
    assertThat(page.at("/variants/0/warmCpu/whole/text").asText()).isEqualTo("1.08");
    assertThat(page.at("/tables/0/rows/0")).extracting(JsonNode::asText).startsWith("sync", "2.00", "1.08");
    assertThat(page.at("/variants/0/jvms/0/measuredFrom").asInt()).isEqualTo(12);
  }

  @Test
  void anyPropertyMayBeAddedAndWhatIsAbsentIsLeftOut() {
    ReportData report = ReportData.titled("a").with("mine", List.of(1)).with("maybe", Optional.of(2)).with("no", Optional.empty());

    assertThat(report.json()).isEqualTo("{\"title\":\"a\",\"mine\":[1],\"maybe\":2}");
  }

  private static CrawlTimeline timeline(int round, String... urls) {
    return new CrawlTimeline("sync", round, true, new Timeline(0, 1, List.of(urls), List.of(), List.of()), List.of());
  }
}
