package lab.crawl.async.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Where an exchange gets its connection to one origin: an idle one, else a new one. There are never more connections than exchanges have
 * run at a time, for a new one is made only when none is idle.
 */
final class Connections {
  /**
   * How many are made at a time. A server takes connections one by one, and its system lets some more wait for that: 4,096 on Linux
   * ({@code somaxconn}, man 2 listen), often fewer. Whoever comes when that queue is full is not heard, and tries again after a second,
   * three, seven and so on (RFC 6298). A loop that asks for thousands at once would fill it before the server has begun.
   */
  static final int MOST_AT_A_TIME = 256;

  /** Makes a connection for an exchange; it is told where the connection is to go when it is idle. */
  interface Connecting {
    CompletableFuture<Connection> connect(Exchange exchange, Consumer<Connection> whenIdle);
  }

  private final Connecting connector;
  private final Consumer<Connection> whenIdle;
  /** The last one used is the first to be used again: the others may age, and their server may close them. */
  private final Deque<Connection> idle = new ArrayDeque<>();
  private final IdleConnections ofAll;
  /** Those that need a new connection and whose turn has not come yet. */
  private final Deque<Exchange> waiting = new ArrayDeque<>();
  private int connecting;

  /**
   * With what makes connections.
   *
   * @param ofAll bounds how many are idle, those of other origins too
   * @param keepsAlive false if each serves one exchange only
   */
  Connections(Connecting connector, IdleConnections ofAll, boolean keepsAlive) {
    this.connector = connector;
    this.ofAll = ofAll;
    this.whenIdle = keepsAlive ? this::keep : Connection::close;
  }

  private void keep(Connection connection) {
    idle.push(connection);
    ofAll.add(connection);
  }

  /** Sends a request as soon as there is a connection for it. */
  void send(Exchange exchange) {
    Connection connection = takeIdle();
    if (connection == null) {
      sendOnNew(exchange);
    } else {
      exchange.onReusedConnection();
      connection.send(exchange);
    }
  }

  /** The same on a new connection, even if there is an idle one. */
  void sendOnNew(Exchange exchange) {
    exchange.connecting();
    waiting.add(exchange);
    connectNext();
  }

  private void connectNext() {
    while (connecting < MOST_AT_A_TIME && !waiting.isEmpty()) {
      connect(waiting.poll());
    }
  }

  private void connect(Exchange exchange) {
    connecting++;
    connector.connect(exchange, whenIdle)
        .whenComplete((_, _) -> connecting--)
        .thenAccept(fresh -> fresh.send(exchange))
        .exceptionally(e -> {
          exchange.fail(e);
          return null;
        })
        .thenRun(this::connectNext);
  }

  /** Null if there is none. Those that can't be used any more are dropped here. */
  private Connection takeIdle() {
    Connection connection = poll();
    while (connection != null && !connection.isReusable()) {
      connection.close();
      connection = poll();
    }
    return connection;
  }

  private Connection poll() {
    Connection connection = idle.poll();
    ofAll.remove(connection);
    return connection;
  }

  /** Closes the idle connections, and makes none for those who still wait. */
  void close() {
    waiting.clear();
    for (Connection connection = takeIdle(); connection != null; connection = takeIdle()) {
      connection.close();
    }
  }
}
