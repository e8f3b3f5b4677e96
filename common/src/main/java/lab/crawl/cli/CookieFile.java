package lab.crawl.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.Cookie;

/** Reads cookies in Netscape's format: a line for each, with seven fields that are separated by tabs. */
final class CookieFile {
  /** What curl and browsers' tools put before a cookie that scripts can't read; else such a line is a comment. */
  private static final String HTTP_ONLY = "#HttpOnly_";

  private CookieFile() {}

  /**
   * The cookies that have not expired.
   *
   * @throws UsageException with one line that names the file and the line's number, but quotes no cookie
   */
  static List<Cookie> read(Path file) {
    List<Cookie> cookies = new ArrayList<>();
    List<String> lines = lines(file);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).startsWith(HTTP_ONLY) ? lines.get(i).substring(HTTP_ONLY.length()) : lines.get(i);
      if (!line.isBlank() && !line.startsWith("#")) {
        try {
          cookie(line).ifPresent(cookies::add);
        } catch (IllegalArgumentException e) {
          throw new UsageException("--cookies " + file + ": line " + (i + 1) + " is no cookie in Netscape's format:"
              + " domain, TRUE for its subdomains too, path, TRUE for https only, expiry in seconds or 0, name, value; separated by tabs");
        }
      }
    }
    return cookies;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UsageException("--cookies " + file + ": cannot read it (" + e.getClass().getSimpleName() + "): name a text file in UTF-8");
    }
  }

  private static Optional<Cookie> cookie(String line) {
    String[] fields = line.split("\t", -1);
    if (fields.length != 7) {
      throw new IllegalArgumentException("not seven fields");
    }
    String domain = fields[0].replaceFirst("^\\.", "");
    Cookie.Builder cookie = new Cookie.Builder().path(fields[2]).name(header(fields[5])).value(header(fields[6]));
    if (isTrue(fields[1])) {
      cookie.domain(domain);
    } else {
      cookie.hostOnlyDomain(domain);
    }
    if (isTrue(fields[3])) {
      cookie.secure();
    }
    long seconds = Long.parseLong(fields[4]);
    boolean isOver = seconds != 0 && seconds * 1000 <= System.currentTimeMillis();
    return isOver ? Optional.empty() : Optional.of((seconds == 0 ? cookie : cookie.expiresAt(seconds * 1000)).build());
  }

  private static boolean isTrue(String field) {
    if (!field.equals("TRUE") && !field.equals("FALSE")) {
      throw new IllegalArgumentException("neither TRUE nor FALSE");
    }
    return field.equals("TRUE");
  }

  /** It becomes a part of one. */
  private static String header(String field) {
    if (!field.matches("[ -:<-~]*")) {
      throw new IllegalArgumentException("not what a header may hold");
    }
    return field;
  }
}
