package lab.compare.report;

import picocli.CommandLine.Option;

/** The option that says in which language a page is written. */
public final class LanguageOption {
  @Option(names = "--lang", paramLabel = "LANG",
      description = "The language of the page that is written: en or de. What is printed stays English. Default: en.")
  private Language language = Language.EN;

  /** Which one it is. */
  public Language language() {
    return language;
  }
}
