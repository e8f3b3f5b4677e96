package lab.homework.grade;

import java.util.function.Supplier;

/**
 * A solution that is wrong on purpose.
 *
 * @param name what is wrong with it, in a few words
 * @param maker makes it
 * @param rule the name of the first rule that it breaks
 * @param says what the message for the student must contain: the reason meant for this mistake
 */
public record Wrong<T>(String name, Supplier<T> maker, String rule, String says) {}
