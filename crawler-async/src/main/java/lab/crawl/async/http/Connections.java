package lab.crawl.async.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Where an exchange gets its connection: an idle one, else a new one. There are never more connections than exchanges have
 * run at a time, for a new one is made only when none is idle.
 */
final class Connections {
  private final Connector connector;
  /** The last one used is the first to be used again: the others may age, and their server may close them. */
  private final Deque<Connection> idle = new ArrayDeque<>();

  /** With a connector that is told where its connections go when they are idle. */
  Connections(Function<Consumer<Connection>, Connector> connector) {
    this.connector = connector.apply(idle::push);
  }

  /** Sends a request as soon as there is a connection for it. */
  void send(Exchange exchange) {
    Connection connection = takeIdle();
    if (connection != null) {
      exchange.onReusedConnection();
      connection.send(exchange);
      return;
    }
    exchange.connecting();
    connector.connect(exchange)
        .thenAccept(fresh -> fresh.send(exchange))
        .exceptionally(e -> {
          exchange.fail(e);
          return null;
        });
  }

  /** Null if there is none. Those that were closed meanwhile are dropped here. */
  private Connection takeIdle() {
    Connection connection = idle.poll();
    while (connection != null && !connection.isOpen()) {
      connection = idle.poll();
    }
    return connection;
  }

  /** Closes the idle connections. */
  void evictIdle() {
    for (Connection connection = takeIdle(); connection != null; connection = takeIdle()) {
      connection.close();
    }
  }
}
