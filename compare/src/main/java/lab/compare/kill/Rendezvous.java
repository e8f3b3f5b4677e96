package lab.compare.kill;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Here members say at which moment they are, and wait until they may go on: so a kill hits the moment that it is meant for. They come one
 * at a time.
 */
final class Rendezvous implements AutoCloseable {
  /** Tells members where this is; without it they wait for nobody. */
  static final String PORT = "lab.kill.port";

  private static final String GO_ON = "go on\n";

  private final ServerSocket server;
  private Optional<Shot> shot = Optional.empty();
  private Optional<Told> last = Optional.empty();

  /**
   * What a member says.
   *
   * @param member its process
   * @param backend the process that serves its session
   */
  record Told(Moment moment, long member, long backend) {}

  /**
   * What is to happen at a moment, once.
   *
   * @param left how often the moment comes until it counts: 1 for the next time
   * @param whileItGoesOn whether the member goes on meanwhile
   */
  private record Shot(Moment moment, int left, boolean whileItGoesOn, Consumer<Told> action, CompletableFuture<Told> fired) {}

  Rendezvous() {
    try {
      server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen on 127.0.0.1: " + e, e);
    }
    Thread.ofPlatform().daemon().name("rendezvous").start(this::listen);
  }

  int port() {
    return server.getLocalPort();
  }

  /**
   * Something is to happen when the moment has come so many times.
   *
   * @param whileItGoesOn whether the member goes on meanwhile; else it waits until that has happened
   * @return ends when it has happened
   */
  synchronized CompletableFuture<Told> at(Moment moment, int time, boolean whileItGoesOn, Consumer<Told> action) {
    CompletableFuture<Told> fired = new CompletableFuture<>();
    shot = Optional.of(new Shot(moment, time, whileItGoesOn, action, fired));
    return fired;
  }

  /** Nothing is to happen any more. */
  synchronized void disarm() {
    shot = Optional.empty();
  }

  /** Who has said something last. */
  synchronized Optional<Told> last() {
    return last;
  }

  private void listen() {
    while (!server.isClosed()) {
      try (Socket member = server.accept();
          var lines = new BufferedReader(new InputStreamReader(member.getInputStream(), StandardCharsets.UTF_8))) {
        String[] words = String.valueOf(lines.readLine()).split(" ");
        if (words.length == 3) {
          hear(member, new Told(Moment.valueOf(words[0]), Long.parseLong(words[1]), Long.parseLong(words[2])));
        }
      } catch (IOException e) {
        // This was closed, or the member died, as it was meant to.
      }
    }
  }

  private void hear(Socket member, Told told) throws IOException {
    Optional<Shot> fires = fires(told);
    if (fires.isEmpty() || fires.get().whileItGoesOn) {
      goOn(member);
    }
    if (fires.isPresent()) {
      Shot now = fires.get();
      try {
        now.action.accept(told);
        now.fired.complete(told);
      } catch (RuntimeException e) {
        now.fired.completeExceptionally(e);
      }
      goOn(member);
    }
  }

  private static void goOn(Socket member) throws IOException {
    member.getOutputStream().write(GO_ON.getBytes(StandardCharsets.UTF_8));
  }

  private synchronized Optional<Shot> fires(Told told) {
    last = Optional.of(told);
    Optional<Shot> meant = shot.filter(it -> it.moment == told.moment);
    if (meant.isEmpty()) {
      return Optional.empty();
    }
    Shot it = meant.get();
    shot = it.left == 1 ? Optional.empty() : Optional.of(new Shot(it.moment, it.left - 1, it.whileItGoesOn, it.action, it.fired));
    return meant.filter(_ -> it.left == 1);
  }

  /** A member is at a moment: returns when it may go on. */
  static void tell(Moment moment, long backend) {
    Integer port = Integer.getInteger(PORT);
    if (port == null) {
      return;
    }
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      String told = moment.name() + " " + ProcessHandle.current().pid() + " " + backend + "\n";
      socket.getOutputStream().write(told.getBytes(StandardCharsets.UTF_8));
      socket.getInputStream().read();
    } catch (IOException e) {
      // Whoever waited for it has ended: then nobody wants anything of it.
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot leave the rendezvous: " + e, e);
    }
  }
}
