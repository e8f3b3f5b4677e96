package lab.crawl.copy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads a copy in the crudest way: whatever looks like a reference is one. It shares nothing with what makes copies, so that both
 * would have to be wrong in the same way.
 *
 * @param references relative ones, in all files together
 * @param dead those that lead to no file of the copy
 * @param absolute all others, with a scheme
 */
record CopyReader(int references, List<String> dead, List<String> absolute) {
  private static final Pattern ATTRIBUTE = Pattern.compile(
      "(?is)<[a-z][^<>]*?\\s(?:xlink:)?(?:href|src|poster|data|background|action)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s>\"']+))");
  private static final Pattern SET = Pattern.compile("(?is)\\ssrcset\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");
  private static final Pattern STYLE = Pattern.compile(
      "(?is)url\\(\\s*(?:\"([^\"]*)\"|'([^']*)'|&quot;(.*?)&quot;|([^)\\s\"'&]+)\\s*\\))|@import\\s+(?:\"([^\"]*)\"|'([^']*)')");
  private static final Pattern REFRESH = Pattern.compile("(?is)content=[\"']?[0-9]+;\\s*url=([^\"'>]+)");

  /** Prints what is dead in a copy: {@code java … CopyReader DIR}. */
  public static void main(String... args) throws IOException {
    CopyReader copy = of(Path.of(args[0]));
    copy.dead.forEach(System.out::println);
    System.out.println(copy.references + " references between files, " + copy.dead.size() + " of them dead; " + copy.absolute.size() + " absolute");
  }

  static CopyReader of(Path folder) throws IOException {
    CopyReader copy = new CopyReader(0, new ArrayList<>(), new ArrayList<>());
    int references = 0;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(path -> path.toString().matches(".*\\.(html?|xhtml|svg|css)")).sorted().toList()) {
        references += copy.read(file);
      }
    }
    return new CopyReader(references, copy.dead, copy.absolute);
  }

  private int read(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    boolean isWide = bytes.length > 1 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE;
    String text = new String(bytes, isWide ? StandardCharsets.UTF_16LE : StandardCharsets.ISO_8859_1).replaceAll("(?s)<!--.*?-->|/\\*.*?\\*/", "");
    List<String> found = new ArrayList<>();
    Stream.of(STYLE, REFRESH).forEach(pattern -> pattern.matcher(text).results().map(CopyReader::group).forEach(found::add));
    ATTRIBUTE.matcher(text).results().map(CopyReader::group).forEach(found::add);
    SET.matcher(text).results().map(CopyReader::group).flatMap(set -> Stream.of(set.split(",\\s+"))).map(part -> part.strip().split("\\s")[0])
        .forEach(found::add);
    return (int) found.stream().map(reference -> reference.strip().replace("&amp;", "&").replace("&quot;", "\"").replace("&#39;", "'"))
        .filter(reference -> isRelative(file, reference)).count();
  }

  private static String group(MatchResult match) {
    return Stream.iterate(1, i -> i <= match.groupCount(), i -> i + 1).map(match::group).filter(group -> group != null).findFirst().orElseThrow();
  }

  private boolean isRelative(Path file, String reference) {
    if (reference.matches("(?is)[a-z][a-z0-9+.-]*:.*")) {
      absolute.add(reference);
      return false;
    }
    String path = reference.replaceFirst("#.*", "");
    if (!path.isEmpty() && (reference.startsWith("/") || !Files.isRegularFile(target(file, path)))) {
      dead.add(file + ": " + reference);
    }
    return true;
  }

  private static Path target(Path file, String path) {
    URI target = file.toUri().resolve(path);
    return target.getQuery() == null ? Path.of(target) : Path.of("/is a question");
  }
}
