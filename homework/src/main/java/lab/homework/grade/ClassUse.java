package lab.homework.grade;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.reflect.AccessFlag;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Which classes a solution uses: for exercises that are about doing without them. Looks into all that is its own, whatever it is called. */
public final class ClassUse {
  private static final String SYNCHRONIZED_VIEW = "synchronized";

  private ClassUse() {}

  /** The first of some classes, by their names with dots, that a solution uses, itself or in another class of its package; empty if none. */
  public static Optional<String> of(Class<?> solution, Predicate<String> forbidden) {
    return models(solution).stream().flatMap(ClassUse::used).map(name -> name.replace('/', '.')).filter(forbidden).findFirst();
  }

  /** Whether a solution or another class of its package has anything synchronized, by itself or by the library, or a volatile field. */
  public static boolean locks(Class<?> solution) {
    return models(solution).stream().anyMatch(model -> model.fields().stream().anyMatch(field -> field.flags().has(AccessFlag.VOLATILE))
        || model.methods().stream().anyMatch(ClassUse::isSynchronized)
        || entries(model, MemberRefEntry.class).anyMatch(ClassUse::makesASynchronizedView));
  }

  private static boolean isSynchronized(MethodModel method) {
    return method.flags().has(AccessFlag.SYNCHRONIZED)
        || method.code().stream().flatMap(CodeModel::elementStream).anyMatch(MonitorInstruction.class::isInstance);
  }

  /** Such as {@code Collections.synchronizedSet}. */
  private static boolean makesASynchronizedView(MemberRefEntry member) {
    return member.owner().asInternalName().equals("java/util/Collections") && member.name().stringValue().startsWith(SYNCHRONIZED_VIEW);
  }

  private static Stream<String> used(ClassModel model) {
    return entries(model, ClassEntry.class).map(ClassEntry::asInternalName);
  }

  private static <T> Stream<T> entries(ClassModel model, Class<T> kind) {
    return StreamSupport.stream(model.constantPool().spliterator(), false).filter(kind::isInstance).map(kind::cast);
  }

  /** The solution, and what it uses of its own package, in turn: nested and anonymous classes too, and what it extends. */
  private static Collection<ClassModel> models(Class<?> solution) {
    String itsPackage = solution.getPackageName().replace('.', '/') + "/";
    Map<String, ClassModel> models = new LinkedHashMap<>();
    Queue<String> found = new ArrayDeque<>(List.of(solution.getName().replace('.', '/')));
    while (!found.isEmpty()) {
      String name = found.remove();
      if (name.startsWith(itsPackage) && !models.containsKey(name)) {
        ClassModel model = model(solution, name);
        models.put(name, model);
        used(model).forEach(found::add);
      }
    }
    return models.values();
  }

  private static ClassModel model(Class<?> solution, String name) {
    try (InputStream in = solution.getResourceAsStream("/" + name + ".class")) {
      return ClassFile.of().parse(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("can't read " + name, e);
    }
  }
}
