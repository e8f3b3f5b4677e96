package lab.homework.ex12;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** The map holds tasks: they are there before their answers are, and a task runs once, however many threads run it. */
class RightSingleFlight<K, V> implements SingleFlight<K, V> {
  private final ConcurrentMap<K, Flight> flights = new ConcurrentHashMap<>();
  private final Loader<K, V> upstream;
  private final Duration ttl;
  private final InstantSource clock;

  RightSingleFlight(Loader<K, V> loader, Duration ttl, InstantSource clock) {
    this.upstream = loader;
    this.ttl = ttl;
    this.clock = clock;
  }

  /** A load that is to come, is under way, or has ended. */
  final class Flight {
    private final FutureTask<V> task;
    private volatile Instant landed = Instant.MAX;
    private volatile Thread loader;

    Flight(K key) {
      task = new FutureTask<>(() -> {
        loader = Thread.currentThread();
        V answer = upstream.load(key);
        landed = clock.instant();
        return answer;
      });
    }

    /** Has the answer been there too long? */
    boolean isStale() {
      return landed != Instant.MAX && expires() && !clock.instant().isBefore(landed.plus(ttl));
    }
  }

  @Override
  public V get(K key) throws IOException, InterruptedException {
    while (true) {
      Flight flight = flightFor(key);
      flight.task.run();
      try {
        return flight.task.get();
      } catch (ExecutionException e) {
        forget(key, flight);
        tell(key, flight, e.getCause());
      }
    }
  }

  /** Tells the calling thread why a load failed; not if only the one that loaded was interrupted: then somebody loads anew. */
  void tell(K key, Flight flight, Throwable cause) throws IOException, InterruptedException {
    if (!(cause instanceof InterruptedException interrupt)) {
      throw new IOException("could not load " + key, cause);
    }
    if (flight.loader == Thread.currentThread()) {
      throw interrupt;
    }
  }

  /** Finds or makes the flight in one step, and loads nothing in it. */
  Flight flightFor(K key) {
    return flights.compute(key, (_, known) -> known == null || known.isStale() ? new Flight(key) : known);
  }

  /** Takes that flight away, and no other that may be there by now. */
  void forget(K key, Flight flight) {
    flights.remove(key, flight);
  }

  boolean expires() {
    return true;
  }

  ConcurrentMap<K, Flight> flights() {
    return flights;
  }
}
