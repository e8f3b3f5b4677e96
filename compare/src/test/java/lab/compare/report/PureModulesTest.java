package lab.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import lab.crawl.WholeFile;
import lab.crawl.measure.Json;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The report's JavaScript that knows no page, on an empty one: what each expression gives, as JSON. */
class PureModulesTest extends PageInBrowser {
  private static final List<String> MODULES = List.of("texts", "format", "spans", "timewindow", "rectangles", "dots", "shares");

  /** A crawl of two pages: the loop parses the first while the second is waited for. */
  private static final String CRAWL = """
      const crawl = new Timeline({variant: 'async', elapsedMicros: 100, urls: [1, 0], discovered: [0, 10], lanes: [
        {name: 'crawler-loop', kind: ['parse', 'store'], url: [0, 0], begin: [40, 60], length: [20, 5]},
        {name: 'fetch 1', kind: ['wait', 'receive'], url: [0, 0], begin: [0, 30], length: [30, 10]},
        {name: 'fetch 2', kind: ['wait'], url: [1], begin: [20], length: [60]}]}, ['http://b/', 'http://a/']);
      crawl.virtualThreads = {at: [10, 20], mounted: [1, 2], queued: [0, 3]};
      const times = new TimeWindow(); times.setWhole(0, 1000);
      """;

  @BeforeAll
  static void openThem() {
    List<String> paths = MODULES.stream().map(name -> ReportPage.path(name + ".js")).toList();
    String use = MODULES.stream().map(name -> "Object.assign(window, " + module(name) + ");\n")
        .reduce("", String::concat);
    Path page = folder.resolve("pure.html");
    WholeFile.write(page, "<!DOCTYPE html><html lang=en><link rel=icon href=data:,><title>Pure</title>"
        + "<script type=application/json id=texts>" + Json.line(Texts.ENGLISH.all()) + "</script>"
        + "<script>" + ModuleBundle.of(paths, ReportPage::resource) + use + CRAWL + "</script>");
    openFile(page);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "format.micros(999)                       | '999 µs'",
    "format.micros(1500)                      | '1.5 ms'",
    "format.micros(150000)                    | '150 ms'",
    "format.micros(1234567)                   | '1.23 s'",
    "format.percent(NaN)                      | '–'",
    "format.percent(97.4)                     | '97 %'",
    "[0, 1, 2, 3].map(format.place)           | ['1st','2nd','3rd','4th']",
    "[[], 0, '', null, undefined].map(present) | [false,true,true,false,false]",
    "[0, 1, 2, 5, 9].map(at => firstAbove([1, 2, 2, 8], at)) | [0,1,3,3,4]",
    "meanAndMost([1, null, 2, 6], ' ms', 1)   | '3.0 ms on average, 6.0 ms at most'",
    "meanAndMost([null], '', 0)               | '–'",
    "spaced('checksumRounds')                 | 'checksum rounds'",
    "readable('2026-11-22T19:02:11.123Z')     | '2026-11-22 19:02:11 UTC'",
  })
  void figures(String expression, String json) {
    assertThat(value(expression)).isEqualTo(json);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "say('no.such')                           | 'no text no.such'",
    "say('shares.lanes.many')                 | 'no value 0 for shares.lanes.many'",
  })
  void aTextThatIsNotWholeIsABug(String expression, String message) {
    assertThat(value("(() => { try { return " + expression + "; } catch (e) { return e.message; } })()")).isEqualTo(message);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "[5, 10, 15, 99].map(at => crawl.virtualThreadsAt(at, 'queued')) | [0,0,0,3]",
    "crawl.urls                               | ['http://a/','http://b/']",
    "[0, 25, 35, 70, 90].map(at => crawl.inFlight.at(at)) | [1,2,2,1,0]",
    "[...crawl.inFlight.means(100, 4)].map(mean => +mean.toFixed(9)) | [1.2,1.6,1,0.2]",
    "[39, 40, 59, 65].map(at => crawl.computing.at(at)) | [0,1,1,0]",
    "crawl.cpuAt(50)                          | 100",
    "crawl.waitedInFrontier(1)                | 10",
    "KINDS[kindIndex('no such')].name         | 'other'",
    "[5, 15, 35, 45, 99].map(at => pageState(crawl.pages[0], at)) | ['waiting','waiting','waiting','computing','done']",
    "[5, 15, 25].map(at => pageState(crawl.pages[1], at)) | ['unknown','known','waiting']",
    "spansIn(crawl, 25, 35, 2).count          | 3",
    "spansIn(crawl, 25, 35, 2).spans.map(span => span.lane + ' ' + span.kind + ' ' + span.begin) | ['fetch 1 wait 0','fetch 2 wait 20']",
    "spansIn(crawl, 90, 95, 9).count          | 0",
    "laneShares(crawl)                        | 'loop computing 25 % · 2 × fetch waiting 50 %'",
  })
  void whatCanBeDerivedFromSpans(String expression, String json) {
    assertThat(value(expression)).isEqualTo(json);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "times.reset(), times.zoom(0.5, 0), [times.begin, times.end]       | [0,500]",
    "times.reset(), times.zoom(0.5), [times.begin, times.end]          | [250,750]",
    "times.reset(), times.zoom(0.01), times.length                     | 200",
    "times.show(900, 1400), [times.begin, times.end]                   | [500,1000]",
    "times.reset(), zoomByKey(times, '+'), Math.round(times.length)    | 700",
    "zoomByKey(times, 'x')                                             | false",
    "times.reset(), times.ticks(5)                                     | [0,200,400,600,800,1000]",
    "tickText(1500, {end: 3000, length: 3000})                         | '1.5 ms'",
    "tickText(1500000, {end: 3e6, length: 3e6})                        | '1.5 s'",
  })
  void theStretchOfTimeThatIsShown(String expression, String json) {
    assertThat(value(expression)).isEqualTo(json);
  }

  /** Of pixels there are few, of spans many: those that are shorter than a pixel share one. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "rectangles(crawl.lanes[0], 100)          | [[40,20,'parse'],[60,5,'store']]",
    "rectangles(crawl.lanes[0], 2)            | [[0,1,'parse'],[1,1,'store']]",
    "dotGrid(4, 1000)                         | {'pitch':18,'rows':1}",
    "dotGrid(100000, 300).pitch               | 3",
  })
  void whatIsDrawn(String expression, String json) {
    String rectangles = "const rectangles = (lane, width) => { const all = []; forEachRectangle(lane, {begin: 0, end: 100, length: 100}, width,"
        + " () => true, (x, wide, kind) => all.push([x, wide, KINDS[kind].name])); return all; };";
    browser.executeScript(rectangles + "window.rectangles = rectangles");
    assertThat(value(expression)).isEqualTo(json);
  }

  /** With single quotes, which need no escaping here. */
  private static String value(String expression) {
    return ((String) browser.executeScript("return JSON.stringify((" + expression + "))")).replace('"', '\'');
  }
}
