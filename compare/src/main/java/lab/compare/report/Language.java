package lab.compare.report;

import java.util.Locale;

/** A language that the report is written in. Each has its files of {@link Texts}. */
public enum Language {
  /** English. */
  EN,
  /** German. */
  DE;

  /** As HTML and the files' names have it (BCP 47): {@code en}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
