package lab.homework.grade;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.reflect.AccessFlag;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Which classes a solution uses: for exercises that are about doing without them. */
public final class ClassUse {
  private ClassUse() {}

  /** The first of some classes, by their names with dots, that a solution or a class nested in it uses; empty if it uses none. */
  public static Optional<String> of(Class<?> solution, Set<String> forbidden) {
    return models(solution).flatMap(ClassUse::used).filter(forbidden::contains).findFirst();
  }

  /** Whether a solution or a class nested in it has anything synchronized, or a volatile field. */
  public static boolean locks(Class<?> solution) {
    return models(solution).anyMatch(model -> model.fields().stream().anyMatch(field -> field.flags().has(AccessFlag.VOLATILE))
        || model.methods().stream().anyMatch(ClassUse::isSynchronized));
  }

  private static boolean isSynchronized(MethodModel method) {
    return method.flags().has(AccessFlag.SYNCHRONIZED)
        || method.code().stream().flatMap(CodeModel::elementStream).anyMatch(MonitorInstruction.class::isInstance);
  }

  private static Stream<String> used(ClassModel model) {
    return StreamSupport.stream(model.constantPool().spliterator(), false)
        .filter(ClassEntry.class::isInstance)
        .map(entry -> ((ClassEntry) entry).asInternalName().replace('/', '.'));
  }

  private static Stream<ClassModel> models(Class<?> solution) {
    return Stream.concat(Stream.of(solution), Stream.of(solution.getDeclaredClasses())).map(ClassUse::model);
  }

  private static ClassModel model(Class<?> type) {
    String file = type.getName().substring(type.getPackageName().length() + 1) + ".class";
    try (InputStream in = type.getResourceAsStream(file)) {
      return ClassFile.of().parse(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("can't read " + type, e);
    }
  }
}
