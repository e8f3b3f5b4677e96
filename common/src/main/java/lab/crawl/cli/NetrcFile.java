package lab.crawl.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import lab.crawl.RequestSettings.Login;

/**
 * Reads user names and passwords in the format of ftp's {@code .netrc}: words, of which {@code machine}, {@code login}, {@code password} and
 * {@code account} are each followed by what they name. A {@code default} is left out, because it would be sent to any host.
 */
final class NetrcFile {
  /** A word, or several in quotes with escapes, as curl reads them. A comment lasts to the end of its line. */
  private static final Pattern WORD = Pattern.compile("(?m)^\\s*#.*$|\"((?:[^\"\\\\]|\\\\.)*)\"|(\\S+)");

  private static final Pattern MACRO = Pattern.compile("(?ms)^\\s*macdef\\s.*?(?:\\R\\s*\\R|\\z)");

  private NetrcFile() {}

  /**
   * The logins that have a host.
   *
   * @throws UsageException with one line that names the file, but quotes nothing of it
   */
  static List<Login> read(Path file) {
    Iterator<String> words = WORD.matcher(MACRO.matcher(text(file)).replaceAll("")).results()
        .map(NetrcFile::word).filter(word -> word != null).iterator();
    List<Login> logins = new ArrayList<>();
    String host = ""; // of no machine
    String user = "";
    String password = "";
    while (words.hasNext()) {
      String word = words.next();
      switch (word) {
        case "machine", "default" -> {
          add(logins, host, user, password);
          host = word.equals("machine") ? next(words, file).toLowerCase(Locale.ROOT) : "";
          user = "";
          password = "";
        }
        case "login" -> user = next(words, file);
        case "password" -> password = next(words, file);
        case "account" -> next(words, file);
        default -> throw wrong(file);
      }
    }
    add(logins, host, user, password);
    return logins;
  }

  private static void add(List<Login> logins, String host, String user, String password) {
    if (!host.isEmpty() && !(user + password).isEmpty()) {
      logins.add(new Login(host, user, password));
    }
  }

  /** Null for a comment. */
  private static String word(MatchResult match) {
    return match.group(1) != null ? match.group(1).replaceAll("\\\\(.)", "$1") : match.group(2);
  }

  private static String next(Iterator<String> words, Path file) {
    if (!words.hasNext()) {
      throw wrong(file);
    }
    return words.next();
  }

  private static UsageException wrong(Path file) {
    return new UsageException("--netrc " + file + " is not such a file: it should hold lines such as machine HOST login NAME password WORD");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UsageException("--netrc " + file + ": cannot read it (" + e.getClass().getSimpleName() + "): name a text file in UTF-8");
    }
  }
}
