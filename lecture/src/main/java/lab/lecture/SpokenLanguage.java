package lab.lecture;

import lab.compare.report.Language;
import picocli.CommandLine.Option;

/** The option that says in which language a command speaks. */
final class SpokenLanguage {
  @Option(names = "--lang", paramLabel = "LANG",
      description = "The language of what is printed and of the page: en or de. Progress, and messages of what went wrong, stay English."
          + " Default: en.")
  private Language language = Language.EN;

  /** Which one it is. */
  Language language() {
    return language;
  }
}
