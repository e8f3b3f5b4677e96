package lab.homework.ex18;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import lab.homework.ex18.RingCheckMemory.Machine;
import lab.homework.grade.Card;
import lab.homework.grade.Exercise;
import lab.homework.grade.Patience;
import lab.homework.grade.Rule;
import lab.homework.grade.RuleBroken;
import lab.homework.grade.Starter;

/**
 * Exercise 18. In most rules both sides run on one thread: after each single step of one of them the other gets its turn, so that
 * whatever can be seen too early is seen.
 */
public final class RingCheck implements Exercise<Ring> {
  private static final int ROOM = 64;
  private static final int MEMORY = Ring.HEADER + ROOM;
  // Four of them fill the room.
  private static final int QUARTER = ROOM / 4 - Ring.PREFIX;
  private static final int LAPS = 40;
  private static final int STEPS = 12;
  private static final int AT_FULL_SPEED = 500;

  static final String SAME = "messages come out as they went in, also over the end of the memory";
  static final String FULL = "a full ring takes no more, and loses nothing";
  static final String WHOLE = "the receiver sees a message whole or not at all";
  static final String FREED = "the sender gets no room back before it has been read";
  private static final String MAPPED = "it works at full speed between two mappings of a file";

  @Override
  public Card card() {
    return new Card(18, "A ring in shared memory in place of JSON lines", List.of(15, 16), "crawler-procs/WORKERS.md",
        "homework/src/main/java/lab/homework/ex18/MyRing.java");
  }

  @Override
  public Supplier<Ring> starter() {
    return Starter.of(card());
  }

  @Override
  public List<Rule<Ring>> rules() {
    return List.of(
        new Rule<>(SAME, 4, RingCheck::keepsMessages),
        new Rule<>(FULL, 4, RingCheck::keepsWhatIsUnread),
        new Rule<>(WHOLE, 5, RingCheck::showsWholeMessages),
        new Rule<>(FREED, 4, RingCheck::freesLate),
        new Rule<>(MAPPED, 3, RingCheck::worksAtFullSpeed));
  }

  private static void keepsMessages(Ring ring) throws Exception {
    RingCheckMemory memory = new RingCheckMemory(MEMORY, Machine.PROMPT);
    Ring receiver = another(ring);
    RuleBroken.unless(receiver.poll(memory.receiver()).isEmpty(), "nothing was sent, but poll returned a message: memory of "
        + "zeros is an empty ring");
    List<byte[]> messages = List.of(message(1, 5), message(2, 0), message(3, 9));
    for (byte[] message : messages) {
      RuleBroken.unless(ring.offer(memory.sender(), message),
          "offer refused a message of %d bytes, though there was room", message.length);
    }
    for (byte[] message : messages) {
      expect(receiver.poll(memory.receiver()), message,
          "is all that the ring knows in the memory, and the oldest message first out?");
    }
    RuleBroken.unless(receiver.poll(memory.receiver()).isEmpty(), "all messages were received, but poll returned one more");
    for (int n = 0; n < LAPS; n++) {
      byte[] message = message(n, n * 7 % 50);
      RuleBroken.unless(ring.offer(memory.sender(), message),
          "offer refused a message of %d bytes, though the ring was empty, with room for %d: what happens to the counters when "
              + "the end of the memory is reached?", message.length, ROOM - Ring.PREFIX);
      expect(receiver.poll(memory.receiver()), message, "some go over the end of the room and on at its begin, length and all");
    }
  }

  private static void keepsWhatIsUnread(Ring ring) throws Exception {
    RingCheckMemory memory = new RingCheckMemory(MEMORY, Machine.PROMPT);
    Ring receiver = another(ring);
    Deque<byte[]> unread = new ArrayDeque<>();
    for (int n = 0; n < LAPS; n++) {
      while (unread.size() < 4) {
        byte[] message = message(n + unread.size(), QUARTER);
        RuleBroken.unless(ring.offer(memory.sender(), message), "with %d messages of %d bytes in it the ring refused another, "
            + "though 4 need just the room there is: how do you tell full from empty?", unread.size(), QUARTER);
        unread.add(message);
      }
      RuleBroken.unless(!ring.offer(memory.sender(), message(99, QUARTER)),
          "the ring was full, but it took one message more: that one lies where an unread one was. How far is the receiver?");
      expect(receiver.poll(memory.receiver()), unread.remove(),
          "the ring had been full: what did the offer change that was refused?");
    }
    expectTooLong(ring);
  }

  private static void expectTooLong(Ring ring) {
    RingCheckMemory memory = new RingCheckMemory(MEMORY, Machine.PROMPT);
    try {
      ring.offer(memory.sender(), message(1, ROOM - Ring.PREFIX + 1));
    } catch (IllegalArgumentException e) {
      RuleBroken.unless(ring.offer(memory.sender(), message(1, ROOM - Ring.PREFIX)),
          "a message of %d bytes just fits into an empty ring, but offer refused it", ROOM - Ring.PREFIX);
      return;
    }
    throw new RuleBroken("a message of %d bytes can't ever fit into a room of %d, but offer threw no IllegalArgumentException: "
        + "the sender would try for ever", ROOM - Ring.PREFIX + 1, ROOM);
  }

  private static void showsWholeMessages(Ring ring) throws Exception {
    RingCheckMemory memory = new RingCheckMemory(MEMORY, Machine.WEAK);
    Ring receiver = another(ring);
    for (int n = 1; n <= STEPS; n++) {
      byte[] message = message(n, 1 + n * 11 % 40);
      List<byte[]> seen = new ArrayList<>();
      memory.sender().afterEach(step -> receiver.poll(memory.receiver()).ifPresent(got -> {
        RuleBroken.unless(Arrays.equals(got, message), "after the sender's step %s the receiver already got a message, but it "
            + "was %s and not %s: %s", step, words(got), words(message), whySeenTooEarly(step, memory));
        seen.add(got);
      }));
      boolean taken = ring.offer(memory.sender(), message);
      memory.sender().afterEach(step -> {});
      receiver.poll(memory.receiver()).ifPresent(seen::add);
      RuleBroken.unless(taken && seen.size() == 1, "offer has returned %s, and then the receiver has got %d messages: what is "
          + "written plainly may never be seen by the other side. Which write announces a message?", taken, seen.size());
    }
  }

  private static String whySeenTooEarly(String step, RingCheckMemory memory) {
    if (step.startsWith("putLong(")) {
      return "a plain putLong may be seen before what was written before it. Which put promises an order?";
    }
    return memory.receiver().readsPlainly(memory.sender())
        ? "the receiver has read a counter with a plain getLong, and so may still see the bytes as they were before. Which get "
            + "promises an order?"
        : "it was announced before its bytes were there. What must come last?";
  }

  private static void freesLate(Ring ring) throws Exception {
    RingCheckMemory memory = new RingCheckMemory(MEMORY, Machine.PROMPT);
    Ring receiver = another(ring);
    Deque<byte[]> unread = new ArrayDeque<>();
    while (unread.size() < 4) {
      byte[] message = message(unread.size(), QUARTER);
      ring.offer(memory.sender(), message);
      unread.add(message);
    }
    for (int n = 4; n < 4 + STEPS; n++) {
      byte[] next = message(n, QUARTER);
      AtomicReference<String> takenAfter = new AtomicReference<>();
      memory.receiver().afterEach(step -> {
        if (takenAfter.get() == null && ring.offer(memory.sender(), next)) {
          takenAfter.set(step);
        }
      });
      Optional<byte[]> got = receiver.poll(memory.receiver());
      memory.receiver().afterEach(step -> {});
      byte[] expected = unread.remove();
      RuleBroken.unless(got.isPresent() && Arrays.equals(got.get(), expected),
          "while poll was taking a message out of a full ring, its step %s gave the room back, and the sender put the next one "
              + "there: poll returned %s and not %s. What must come last?",
          takenAfter, got.map(RingCheck::words).orElse("nothing"), words(expected));
      RuleBroken.unless(takenAfter.get() != null || ring.offer(memory.sender(), next),
          "poll has taken a message out of a full ring, but offer still finds no room for one as long");
      unread.add(next);
    }
    expectOrder(memory);
  }

  /** What no order of steps can show on this machine, but some processors do. */
  private static void expectOrder(RingCheckMemory memory) {
    RuleBroken.unless(!memory.receiver().writesPlainly(memory.sender()),
        "the receiver gives room back with a plain putLong: that may be seen before it has read what is there. Which put "
            + "promises an order?");
    RuleBroken.unless(!memory.sender().readsPlainly(memory.receiver()),
        "the sender reads with a plain getLong how far the receiver is: what it writes next might come before that. Which get "
            + "promises an order?");
  }

  private static void worksAtFullSpeed(Ring ring) throws Exception {
    Path file = Files.createTempFile("ring", ".memory");
    try (MappedMemory sending = MappedMemory.map(file, MEMORY);
        MappedMemory receiving = MappedMemory.map(file, MEMORY)) {
      FutureTask<Void> sender = new FutureTask<>(() -> sendAll(ring, sending), null);
      Thread thread = new Thread(sender, "the sender");
      thread.setDaemon(true);
      thread.start();
      try {
        receiveAll(another(ring), receiving, sender);
      } finally {
        thread.interrupt();
        thread.join(TimeUnit.SECONDS.toMillis(Patience.SECONDS));
      }
    } finally {
      Files.delete(file);
    }
  }

  private static void sendAll(Ring ring, SharedMemory memory) {
    for (int n = 0; n < AT_FULL_SPEED; n++) {
      byte[] message = message(n, n % 40);
      Patience.until(() -> Thread.currentThread().isInterrupted() || ring.offer(memory, message),
          "offer never found room for message %d, though there is a receiver at work", n);
    }
  }

  private static void receiveAll(Ring ring, SharedMemory memory, Future<Void> sender) throws Exception {
    for (int n = 0; n < AT_FULL_SPEED; n++) {
      AtomicReference<Optional<byte[]>> got = new AtomicReference<>(Optional.empty());
      Patience.until(() -> {
        got.set(ring.poll(memory));
        return got.get().isPresent() || sender.state() == Future.State.FAILED;
      }, "message %d of %d never came", n, AT_FULL_SPEED);
      if (got.get().isEmpty()) {
        sender.get();
      }
      expect(got.get(), message(n, n % 40), "two threads were at work, in two mappings of the same file");
    }
  }

  /** What the other process has: another object, which knows nothing of the first one. */
  private static Ring another(Ring ring) throws ReflectiveOperationException {
    return ring.getClass().getDeclaredConstructor().newInstance();
  }

  private static void expect(Optional<byte[]> got, byte[] message, String hint) {
    RuleBroken.unless(got.isPresent() && Arrays.equals(got.get(), message), "%s was sent, but poll returned %s: %s",
        words(message), got.map(RingCheck::words).orElse("nothing"), hint);
  }

  private static String words(byte[] message) {
    byte[] begin = Arrays.copyOf(message, Math.min(3, message.length));
    return "a message of %d bytes, the first ones %s".formatted(message.length, Arrays.toString(begin));
  }

  /** A message that no other one looks like, nor a part of another one. */
  private static byte[] message(int number, int length) {
    byte[] message = new byte[length];
    for (int i = 0; i < length; i++) {
      message[i] = (byte) (1 + number * 37 + i * 5);
    }
    return message;
  }
}
