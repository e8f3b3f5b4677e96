package lab.homework;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lab.homework.ex06.OnceCheck;
import lab.homework.grade.Exercise;

/** All exercises, in their order. */
final class Exercises {
  private static final String PREVIEW = "lab.homework.ex16.StructuredCheck";

  private Exercises() {}

  static List<Exercise<?>> all() {
    return Stream.of(
            Stream.<Exercise<?>>of(new OnceCheck()),
            preview().stream(),
            Stream.<Exercise<?>>of())
        .flatMap(exercises -> exercises)
        .toList();
  }

  /** Exercise 16, if this was built with the preview API that it is about. */
  private static Optional<Exercise<?>> preview() {
    try {
      return Optional.of((Exercise<?>) Class.forName(PREVIEW).getConstructor().newInstance());
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("exercise 16 can't be made", e);
    }
  }
}
