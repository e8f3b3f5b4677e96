package lab.lecture.verdicts;

import java.util.Locale;
import java.util.function.Supplier;
import lab.compare.report.Language;
import lab.compare.report.Texts;

/** What labs say: a text for each key, with values in its places, in the language of the command that runs. */
public final class Words {
  /** For as long as a command runs, and for its thread only: so nobody can be spoken to in two languages. */
  private static final ScopedValue<Texts> SPOKEN = ScopedValue.newInstance();

  /** Tells a JVM that works for this one its language. */
  private static final String PROPERTY = "lab.lecture.lang";

  /** Where no command has said it. */
  private static final Texts USUAL = texts(Language.valueOf(System.getProperty(PROPERTY, Language.EN.name())));

  private Words() {}

  private static Texts texts(Language language) {
    return Texts.of(language, "/lab/lecture/report/verdicts", "/lab/lecture/report/labs", "/lab/lecture/report/tools");
  }

  /** Does something in a language; what isn't done so is done in English, or as {@link #jvmArgument} has it. */
  public static <T> T in(Language language, Supplier<T> what) {
    return ScopedValue.where(SPOKEN, texts(language)).call(what::get);
  }

  /** The texts of this thread's language; for whoever lets another thread speak. */
  public static Texts spoken() {
    return SPOKEN.orElse(USUAL);
  }

  /** What a JVM is started with that is to speak as this thread does. */
  public static String jvmArgument() {
    return "-D" + PROPERTY + "=" + spoken().language();
  }

  /** The text of a key, with values in its places. */
  public static String say(String key, Object... values) {
    return spoken().say(key, values);
  }

  /** How figures are written. */
  static Locale locale() {
    return spoken().language() == Language.DE ? Locale.GERMAN : Locale.ROOT;
  }
}
