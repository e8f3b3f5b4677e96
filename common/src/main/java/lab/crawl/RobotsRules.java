package lab.crawl;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the robots.txt of one origin says to this crawl (RFC 9309): only the rules of the groups that are meant for it.
 *
 * @param rules which paths it may ask for and which it may not; a path without a rule may be asked for
 * @param crawlDelay the pause between two requests that the group asks for; no part of the standard
 * @param sitemaps the URLs of sitemaps, as they stand there
 * @param problem why robots.txt couldn't be read, for a person; then {@code rules} forbid everything
 */
public record RobotsRules(List<Rule> rules, Optional<Duration> crawlDelay, List<String> sitemaps, Optional<String> problem) {
  /** How much of a file counts (RFC 9309, 2.5): 500 KiB. */
  public static final int LONGEST = 500 << 10;

  /** Everything may be asked for. */
  public static final RobotsRules ALLOW_ALL = new RobotsRules(List.of(), Optional.empty(), List.of(), Optional.empty());

  private static final List<Rule> NOTHING = List.of(new Rule("/", false));

  /** What a group may be named after (RFC 9309, 2.2.1). */
  private static final Pattern TOKEN = Pattern.compile("^[A-Za-z_-]+");

  /** What the library can't read, because it takes a number without a point for an {@code int}. */
  private static final Pattern LONG_DELAY = Pattern.compile("(?im)^([ \t]*crawl-delay[ \t]*:[ \t]*\\d{10,}+)(?=[ \t]*(?:#|$))");

  /**
   * One line of a group.
   *
   * @param path how a path begins; may hold {@code *}, and {@code $} at its end
   * @param allow whether such paths may be asked for
   */
  public record Rule(String path, boolean allow) {}

  /** Makes the lists unmodifiable. */
  public RobotsRules {
    rules = List.copyOf(rules);
    sitemaps = List.copyOf(sitemaps);
  }

  /** Nothing may be asked for, because nobody knows what may be (RFC 9309, 2.3.1.4). */
  public static RobotsRules unreadable(String problem) {
    return new RobotsRules(NOTHING, Optional.empty(), List.of(), Optional.of(problem));
  }

  /**
   * Reads a robots.txt.
   *
   * @param content its first {@link #LONGEST} bytes
   * @param userAgent who asks: what it begins with, as {@code concurrency-lab} in {@code concurrency-lab/1.0}, is what groups are
   *     matched with
   */
  public static RobotsRules parse(String url, byte[] content, String contentType, String userAgent) {
    // A long Crawl-delay must not forbid everything, as it would by default.
    SimpleRobotRules parsed = new SimpleRobotRulesParser(Long.MAX_VALUE, 0)
        .parseContent(url, withReadableDelays(content), contentType, token(userAgent).map(Set::of).orElse(Set.of()));
    List<Rule> rules = parsed.getRobotRules().stream().map(rule -> new Rule(rule.getPrefix(), rule.isAllow())).toList();
    Optional<Duration> delay = Optional.of(parsed.getCrawlDelay()).filter(millis -> millis > 0).map(Duration::ofMillis);
    return new RobotsRules(parsed.isAllowNone() ? NOTHING : rules, delay, parsed.getSitemaps(), Optional.empty());
  }

  private static byte[] withReadableDelays(byte[] content) {
    return LONG_DELAY.matcher(new String(content, ISO_8859_1)).replaceAll("$1.0").getBytes(ISO_8859_1);
  }

  /** The name by which groups know who asks; empty if there is none. Groups for {@code *} still count. */
  public static Optional<String> token(String userAgent) {
    Matcher token = TOKEN.matcher(userAgent);
    return token.find() ? Optional.of(token.group().toLowerCase(Locale.ROOT)) : Optional.empty();
  }

  /** The same for whoever asks of many URLs whether they may be fetched. */
  SimpleRobotRules matcher() {
    SimpleRobotRules matcher = new SimpleRobotRules();
    rules.forEach(rule -> matcher.addRule(rule.path(), rule.allow()));
    return matcher;
  }
}
