package lab.homework.grade;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.lang.reflect.AccessFlag;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Loads the classes of a solution a second time, with calls of a {@link RaceRecorder} woven in. What it shares with the check, such as the
 * interface that it implements, stays as it is.
 */
final class RaceWeaver extends ClassLoader {
  /** What others call, on threads of theirs, after having been given it; unless the exercise's own interface has a method of that name. */
  private static final Set<String> TASKS = Set.of("run", "call", "get", "apply", "accept", "test", "execute", "newThread", "close",
      "uncaughtException", "compute");

  private final ClassLoader parent;
  private final String prefix;
  private final Set<String> shared = new HashSet<>();
  private final Set<String> entryNames = new HashSet<>(TASKS);
  private final Map<String, ClassModel> models = new HashMap<>();
  private final int recorder;

  /**
   * A loader of a solution's classes.
   *
   * @param solution any of them: all of its package are loaded again
   * @param sharedClasses but for these, and what is nested in them
   */
  RaceWeaver(Class<?> solution, Set<Class<?>> sharedClasses, int recorder) {
    super(solution.getClassLoader());
    this.parent = solution.getClassLoader();
    this.prefix = solution.getPackageName() + ".";
    this.recorder = recorder;
    for (Class<?> type : sharedClasses) {
      shared.add(type.getName());
      for (var method : type.getMethods()) {
        entryNames.remove(method.getName());
      }
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded == null && isOfSolution(name)) {
        byte[] woven = weave(model(name).orElseThrow(() -> new ClassNotFoundException(name)));
        loaded = defineClass(name, woven, 0, woven.length);
      }
      return loaded == null ? super.loadClass(name, resolve) : loaded;
    }
  }

  /** Whether a class, by its name with dots, is loaded again here. */
  boolean isOfSolution(String name) {
    return name.startsWith(prefix) && shared.stream().noneMatch(type -> name.equals(type) || name.startsWith(type + "$"));
  }

  private Optional<ClassModel> model(String name) {
    return Optional.ofNullable(models.computeIfAbsent(name, this::read));
  }

  private ClassModel read(String name) {
    try (InputStream in = parent.getResourceAsStream(name.replace('.', '/') + ".class")) {
      return in == null ? null : ClassFile.of().parse(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("can't read " + name, e);
    }
  }

  private byte[] weave(ClassModel model) {
    Set<String> handled = handledMethods(model);
    boolean hasSafeCollections = hasSafeCollections(model);
    ClassTransform transform = (builder, element) -> {
      if (element instanceof MethodModel method && method.code().isPresent()) {
        boolean isEntry = handled.contains(method.methodName().stringValue())
            || entryNames.contains(method.methodName().stringValue()) && !method.flags().has(AccessFlag.STATIC);
        builder.transformMethod(method, MethodTransform.transformingCode(
            new RaceWeaving(this, model, method, isEntry, hasSafeCollections, recorder)));
      } else {
        builder.with(element);
      }
    };
    return ClassFile.of(ClassHierarchyResolverOption.of(
        ClassHierarchyResolver.ofResourceParsing(parent).orElse(ClassHierarchyResolver.defaultResolver())))
        .transformClass(model, transform);
  }

  /** Lambdas, and methods that are handed to others as {@code this::method}: whichever thread calls them. */
  private static Set<String> handledMethods(ClassModel model) {
    Set<String> names = new HashSet<>();
    for (PoolEntry entry : model.constantPool()) {
      if (entry instanceof MethodHandleEntry handle) {
        names.add(handle.reference().name().stringValue());
      }
    }
    names.remove("<init>");
    return names;
  }

  /** Whether a class uses collections that are made for threads: then each call of a collection may be one that orders threads. */
  private static boolean hasSafeCollections(ClassModel model) {
    return StreamSupport.stream(model.constantPool().spliterator(), false).anyMatch(entry -> switch (entry) {
      case ClassEntry type -> type.asInternalName().startsWith("java/util/concurrent/");
      case Utf8Entry text -> text.stringValue().startsWith("synchronized") || text.stringValue().contains("Ljava/util/concurrent/");
      default -> false;
    });
  }

  /** A field of the solution, by its owner's name with slashes; looked for in the classes above as well. */
  Optional<FieldModel> field(String owner, String name) {
    String type = owner.replace('/', '.');
    if (!isOfSolution(type)) {
      return Optional.empty();
    }
    return model(type).flatMap(model -> model.fields().stream()
        .filter(field -> field.fieldName().stringValue().equals(name))
        .findFirst()
        .or(() -> model.superclass().flatMap(above -> field(above.asInternalName(), name))));
  }
}
