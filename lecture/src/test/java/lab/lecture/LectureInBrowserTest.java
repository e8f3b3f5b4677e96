package lab.lecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import lab.compare.CommandLineRun;
import lab.compare.report.Browser;
import lab.compare.report.Language;
import lab.compare.report.PageInBrowser;
import lab.lecture.verdicts.Claim;
import lab.lecture.verdicts.Words;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The lecture's page as a class has it. */
class LectureInBrowserTest extends PageInBrowser {
  /** What every English sentence has, and no German one. */
  private static final Pattern ENGLISH = Pattern.compile("\\b(?:the|and|is|are|of|that|if|with|without|not|for|each|which|whether|by)\\b");

  @Test
  void itHasAllItsSections() {
    open(SampleLecture.json(0));

    assertThat(all("section")).extracting(section -> section.getDomAttribute("id"))
        .containsExactly("headline", "claims", "labs", "scheduler", "timelines", "race", "over-time", "verified");
    assertThat(all("section")).allMatch(section -> section.getSize().height > 100);
    assertThat(all("main > .absent")).isEmpty();
    assertThat(one("#verified code").getText()).contains("lecture");
    assertThat(texts("#verified .checks li")).hasSize(3);
  }

  @Test
  void eachClaimHasItsVerdictInWords() {
    open(SampleLecture.json(0));

    assertThat(all(".claim")).hasSize(Claim.COUNT);
    assertThat(texts(".claim-number")).startsWith("1", "2").endsWith("39");
    assertThat(texts(".claim .verdict")).doesNotContain("")
        .anyMatch(badge -> badge.contains("holds"))
        .anyMatch(badge -> badge.contains("only with a GIL"))
        .anyMatch(badge -> badge.contains("depends"))
        .anyMatch(badge -> badge.contains("does not hold"))
        .anyMatch(badge -> badge.contains("undecided"));
    assertThat(texts(".claim[data-verdict=depends] .reason")).containsOnly("Depends on whether the threads compute or wait.");
    assertThat(texts(".claim[data-verdict=undecided] .reason")).containsOnly("The rounds disagree.");
  }

  @Test
  void figuresAreWrittenAsInTheTerminal() {
    open(SampleLecture.json(0));
    browser.executeScript("document.querySelectorAll('details').forEach(one => one.open = true)");

    assertThat(texts(".claim:nth-child(2) dd"))
        .containsExactly("1.98× (1.95–2.02)", "5", "8.3 % (7.5–12.0)", "4.90 s (4.90–5.12)");
    assertThat(texts("#lab-io .bar-value")).containsExactly("8.10 s", "1.69 s", "213.7 ms", "21.3 ns");
    assertThat(texts("#lab-io tbody tr:last-child td")).contains("213.7 ms (209.2–340.1)");
    assertThat(browser.executeScript("const {unitText} = modules['/lab/lecture/report/verdicts.js'];"
        + " return [unitText(0.5, '%'), unitText(160, ''), unitText(999.94, 'ms'), unitText(2, 'MB')]"))
        .isEqualTo(List.of("0.5 %", "160", "999.9 ms", "2 MB"));
  }

  @Test
  void aVerdictFiltersTheClaims() {
    open(SampleLecture.json(0));
    WebElement holds = one(".verdict-filter[data-verdict=holds]");

    holds.sendKeys(Keys.SPACE);
    assertThat(holds.getDomAttribute("aria-pressed")).isEqualTo("true");
    assertThat(visibleClaims()).isNotEmpty().allMatch(claim -> "holds".equals(claim.getDomAttribute("data-verdict")));
    assertThat(one(".shown-claims").getText()).startsWith(visibleClaims().size() + " of 39 claims");
    assertThat(holds.getText()).endsWith(String.valueOf(visibleClaims().size()));

    holds.click();
    assertThat(visibleClaims()).hasSize(Claim.COUNT);
    one(".verdict-filter[data-verdict=undecided]").click();
    one(".verdict-filter[data-verdict=all]").click();
    assertThat(visibleClaims()).hasSize(Claim.COUNT);
  }

  @Test
  void theRuleOpens() {
    open(SampleLecture.json(0));
    WebElement rule = one(".claim .rule");

    assertThat(rule.findElement(By.tagName("p")).isDisplayed()).isFalse();
    rule.findElement(By.tagName("summary")).sendKeys(Keys.ENTER);
    assertThat(rule.findElement(By.tagName("p")).getText()).startsWith("Holds if in every round");
  }

  @Test
  void aClaimLeadsToItsLab() {
    open(SampleLecture.json(0));

    one(".claim:nth-child(2) .claim-more a").click();

    await(page -> number("Math.abs(document.getElementById('lab-locks').getBoundingClientRect().top)") < 200);
    assertThat(browser.getCurrentUrl()).endsWith("#lab-locks");
  }

  @Test
  void theClassPredictsBeforeItSees() {
    open(SampleLecture.json(0));

    assertThat(one("#lab-io .predict").getText()).contains("How much less will five threads need");
    assertThat(all(".answer-body")).hasSize(3).noneMatch(WebElement::isDisplayed);
    one("#lab-io .answer > summary").click();
    assertThat(one("#lab-io .answer-body").isDisplayed()).isTrue();
    assertThat(all("#lab-io .bars .bar")).hasSize(4);
    assertThat(all("#lab-io tbody tr")).hasSize(3);
    assertThat(all("#lab-io .finding .verdict")).hasSize(3);
    assertThat(one("#lab-io .answer-body").getText()).contains("Checked: 19 crawls", "With more cores: nothing", "lab io");
    one("#lab-io .copy").click();
    await(page -> !one("#lab-io .copy").getText().equals("Copy"));
  }

  @Test
  void aLabOfOnesOwnShowsItsAnswer() {
    open(SampleLecture.oneLab());

    assertThat(one("#lab-io .answer-body").isDisplayed()).isTrue();
    assertThat(all("#claims")).isEmpty();
    assertThat(one("#headline").getText()).contains("Lab io: claim 3 holds, 18 depends, 28 undecided.");
    assertThat(all("#verified .command")).as("a lab has its own").isEmpty();
  }

  @Test
  void onlyTheLabThatWasRunLastShowsItsAnswer() {
    open(SampleLecture.labs("cpu", "io"));

    assertThat(one("#lab-cpu .answer-body").isDisplayed()).isTrue();
    assertThat(one("#lab-io .answer-body").isDisplayed()).isFalse();
    assertThat(one("#headline").getText()).containsSubsequence("Lab cpu: ", "Lab io: ");
  }

  @Test
  void whatIsNotToBeTrustedSaysSo() {
    open(SampleLecture.json(0));

    assertThat(all("#lab-io .mark-quick, #lab-io .mark-unsound")).isEmpty();
    assertThat(one("#lab-cpu h3").getText()).contains("quick look");
    assertThat(one("#lab-locks h3").getText()).contains("quick look", "not sound");
    assertThat(texts("#verified .checks .failed")).hasSize(1);
  }

  @Test
  void fewCrawlsAreAllDrawnAndToldApart() {
    open(SampleLecture.json(0));

    assertThat(texts("#timelines .variant-name")).containsExactly(
        "threads, width 1", "threads, width 5", "threads, width 40", "async, width 40", "one big lock", "threads, width 5 (2)");
    assertThat(all(".crawl-chooser")).isEmpty();
    String looks = "const {variantNames, variantColour, variantDash} = " + module("data") + ";";
    assertThat(browser.executeScript(looks + "return new Set(variantNames.map(n => variantColour(n) + variantDash(n))).size")).isEqualTo(6L);
    assertThat(browser.executeScript(looks + "return variantColour('async, width 40') === " + module("theme") + ".theme.colour('variant-3')"))
        .isEqualTo(true);
  }

  @Test
  void ofManyCrawlsSomeAreChosen() {
    open(SampleLecture.json(14));
    assertThat(all("canvas.lanes")).hasSize(6);
    assertThat(all(".runner")).hasSize(6);
    one("#timelines .crawl-chooser summary").click();
    List<WebElement> boxes = all("#timelines .crawl-chooser input");
    assertThat(boxes).hasSize(20);

    boxes.get(19).click();
    assertThat(all("canvas.lanes")).hasSize(7);
    assertThat(all(".runner")).as("one choice for all sections").hasSize(7);
    assertThat(texts(".crawl-chooser summary")).containsOnly("Crawls shown: 7 of 20");

    boxes.get(19).click();
    boxes.subList(0, 5).forEach(WebElement::click);
    assertThat(all("canvas.lanes")).hasSize(1);
    assertThat(boxes.get(5).isEnabled()).as("the last one stays").isFalse();
  }

  @Test
  void aPhoneNeverScrollsSideways() {
    open(SampleLecture.json(14));
    Browser.resize(browser, 360, 740);
    browser.navigate().refresh();
    browser.executeScript("document.querySelectorAll('details').forEach(one => one.open = true)");

    await(page -> number("document.documentElement.scrollWidth") <= 360);
  }

  @Test
  void darkIsDark() {
    open(SampleLecture.json(0));
    String light = one(".claim .verdict").getCssValue("background-color");

    one("#theme").click();
    assertThat(one("html").getDomAttribute("data-theme")).isEqualTo("dark");
    assertThat(one(".claim .verdict").getCssValue("background-color")).isNotEqualTo(light);
    one("#theme").click();
  }

  @Test
  void anyKeyMayBeMissing() {
    for (String report : SampleLecture.eachWithoutSomeKey()) {
      open(report);
      assertThat(all("section")).as(report).isNotEmpty();
      assertThat(Browser.complaints(browser)).as(report).isEmpty();
    }
  }

  @Test
  void whatWasMeasuredCanNotBecomeMarkup() {
    open(SampleLecture.json(0).replace("160 downloads", "<img src=x onerror=alert(1)>"));

    assertThat(one("#lab-io .lab-line").getText()).startsWith("<img src=x");
    assertThat(all("img")).isEmpty();
  }

  @Test
  void inGermanNeitherThePageNorTheTerminalHasAnEnglishWord() {
    LabFiles files = new LabFiles(folder.resolve("german"));
    CommandLineRun run = CommandLineRun.of(LectureMain.class, "lab", "memory", "--quick", "--lang", "de", "--results", files.folder().toString());
    Words.in(Language.DE, () -> {
      LabPages.writeLecture(files, Lecture.of("mvn", files.readAll()));
      return true;
    });

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("Aussage 14: Prozesse teilen keinen Speicher; Threads schon.", "  Gilt")
        .allSatisfy(line -> assertThat(line).doesNotContainPattern(ENGLISH));
    for (Path page : List.of(files.report(), files.lecturePage())) {
      openFile(page);
      assertThat(one("html").getDomAttribute("lang")).isEqualTo("de");
      assertThat(all("#lab-memory tbody tr")).hasSize(2);
      // The scheduler names lines of Java.
      assertThat(wordsBeside("steht bei: .*")).hasSizeGreaterThan(50).allSatisfy(text -> assertThat(text).doesNotContainPattern(ENGLISH));
      assertThat(all("#lab-memory .warnings div")).hasSize(1);
    }
  }

  @Test
  void aGermanPageSaysOfALabThatItWasRunInEnglish() {
    String english = SampleLecture.oneLab();
    Words.in(Language.DE, () -> {
      open(english);
      return true;
    });

    assertThat(one("#lab-io .warnings").getText()).contains("lief in einer anderen Sprache");
    assertThat(all("#lab-io .answer-part[lang=en]")).as("what was measured").hasSize(2);
    assertThat(all("#lab-io [lang=en] .warnings, #lab-io [lang=en] .more-cores")).as("what the page says").isEmpty();
    assertThat(one("#lab-io tbody tr:last-child").getText()).contains("213.7 ms (209.2–340.1)");
    assertThat(texts("#lab-io .bar-value")).contains("8,10 s");
  }

  private static void open(String json) {
    Path file = folder.resolve("lecture.html");
    LabPages.write(file, json);
    openFile(file);
  }

  private static List<WebElement> visibleClaims() {
    return all(".claim").stream().filter(WebElement::isDisplayed).toList();
  }
}
