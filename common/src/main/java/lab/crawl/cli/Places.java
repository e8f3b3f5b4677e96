package lab.crawl.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/** Refuses, before anything is crawled, what an option names to write to and can't be written to. */
public final class Places {
  private Places() {}

  /** Reads paths. An empty one would be the current folder, and is a variable that wasn't set. */
  static final class Converter implements ITypeConverter<Path> {
    @Override
    public Path convert(String text) {
      if (text.isBlank()) {
        throw new TypeConversionException("'" + text + "' names no file or folder; . is the current folder");
      }
      return Path.of(text);
    }
  }

  /**
   * Checks where a file is to be.
   *
   * @throws UsageException with one line, if there can be none
   */
  public static void checkFile(String option, Optional<Path> place) {
    place.filter(Files::isDirectory).ifPresent(folder -> {
      throw new UsageException(option + " must name a file, and " + folder + " is a folder");
    });
    place.ifPresent(file -> checkFolders(option, file.toAbsolutePath().getParent()));
  }

  /**
   * Checks where a folder is or is to be.
   *
   * @throws UsageException with one line, if there can be none
   */
  public static void checkFolder(String option, Optional<Path> place) {
    place.filter(path -> Files.exists(path) && !Files.isDirectory(path)).ifPresent(file -> {
      throw new UsageException(option + " takes a folder, but " + file + " is a file");
    });
    place.ifPresent(folder -> checkFolders(option, folder.toAbsolutePath()));
  }

  /**
   * Looks for two options that name one file or folder, where one would overwrite what the other has written; empty if there are none.
   * The state that {@code --status} asks about may well be that of {@code --state}: it is only read.
   */
  static Optional<String> clash(List<OptionSpec> options) {
    Map<Path, String> names = new HashMap<>();
    for (OptionSpec option : options.stream().filter(option -> !option.longestName().equals(StateOptions.STATUS)).toList()) {
      for (Path path : paths(option.getValue()).map(path -> path.toAbsolutePath().normalize()).collect(Collectors.toSet())) {
        String other = names.putIfAbsent(path, option.longestName());
        if (other != null && !other.equals(option.longestName())) {
          return Optional.of(other + " and " + option.longestName() + " both name " + path + ": name another place for one of them");
        }
      }
    }
    return Optional.empty();
  }

  private static Stream<Path> paths(Object value) {
    return switch (value) {
      case Path path -> Stream.of(path);
      case Optional<?> one -> one.stream().flatMap(Places::paths);
      case List<?> several -> several.stream().flatMap(Places::paths);
      case null, default -> Stream.empty();
    };
  }

  /** What isn't there yet is made later, below what is. */
  private static void checkFolders(String option, Path folder) {
    Path there = Stream.iterate(folder, path -> path != null, Path::getParent).filter(Files::exists).findFirst().orElse(folder);
    if (!Files.isDirectory(there) || !Files.isWritable(there)) {
      String why = Files.isDirectory(there) ? "may not be written to" : "is a file";
      throw new UsageException(option + " can't be in " + folder + ", because " + there + " " + why + ": name another place");
    }
  }
}
