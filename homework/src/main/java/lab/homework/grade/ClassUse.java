package lab.homework.grade;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Which classes a solution uses: for exercises that are about doing without them. */
public final class ClassUse {
  private ClassUse() {}

  /** The first of some classes, by their names with dots, that a solution or a class nested in it uses; empty if it uses none. */
  public static Optional<String> of(Class<?> solution, Set<String> forbidden) {
    return Stream.concat(Stream.of(solution), Stream.of(solution.getDeclaredClasses()))
        .flatMap(ClassUse::used)
        .filter(forbidden::contains)
        .findFirst();
  }

  private static Stream<String> used(Class<?> type) {
    String file = type.getName().substring(type.getPackageName().length() + 1) + ".class";
    try (InputStream in = type.getResourceAsStream(file)) {
      return StreamSupport.stream(ClassFile.of().parse(in.readAllBytes()).constantPool().spliterator(), false)
          .filter(ClassEntry.class::isInstance)
          .map(entry -> ((ClassEntry) entry).asInternalName().replace('/', '.'))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException("can't read " + type, e);
    }
  }
}
