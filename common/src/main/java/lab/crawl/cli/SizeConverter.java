package lab.crawl.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads sizes as people write them: {@code 500}, {@code 500kB}, {@code 32MiB}, {@code 2GiB}. */
final class SizeConverter implements ITypeConverter<Long> {
  private static final Pattern SIZE = Pattern.compile("(\\d{1,10})(B|kB|KiB|MB|MiB|GiB)?");

  @Override
  public Long convert(String text) {
    Matcher matcher = SIZE.matcher(text);
    if (!matcher.matches()) {
      throw new TypeConversionException("'" + text + "' is not a size such as 500, 500kB or 32MiB");
    }
    try {
      return Math.multiplyExact(Long.parseLong(matcher.group(1)), unit(matcher.group(2)));
    } catch (ArithmeticException e) {
      throw new TypeConversionException("'" + text + "' is more than a size can be");
    }
  }

  private static long unit(String name) {
    return switch (name) {
      case "kB" -> 1_000;
      case "KiB" -> 1 << 10;
      case "MB" -> 1_000_000;
      case "MiB" -> 1 << 20;
      case "GiB" -> 1 << 30;
      case null, default -> 1;
    };
  }
}
