package lab.crawl.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import lab.crawl.cli.ExitCode;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A command with its member, and a second command that joins and is ended. The site answers its first page; the others wait for a sign. */
@EnabledOnOs(OS.LINUX)
class ProcessesIT {
  private static final String PASSWORD = "open-sesame";
  private static final int PAGES = 12;
  private static final int WIDTH = 2;
  private static final int MOST_OF_A_MEMBER = WIDTH + Member.ahead(WIDTH);

  private final StoreAddress store = TestStore.newDatabase();
  private final CountDownLatch sign = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Process> started = new ArrayList<>();
  private HttpServer site;

  @TempDir Path folder;

  @BeforeEach
  void startSite() throws IOException {
    site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    site.setExecutor(threads);
    site.createContext("/", this::answer);
    site.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    StringBuilder links = new StringBuilder();
    if (exchange.getRequestURI().getPath().equals("/")) {
      for (int page = 1; page <= PAGES; page++) {
        links.append("<a href=/").append(page).append(">a</a>");
      }
    } else {
      awaitSign();
    }
    exchange.getResponseHeaders().set("Content-Type", "text/html");
    exchange.sendResponseHeaders(200, 0);
    exchange.getResponseBody().write(links.toString().getBytes(StandardCharsets.UTF_8));
    exchange.close();
  }

  private void awaitSign() throws IOException {
    try {
      sign.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @AfterEach
  void endAll() {
    started.forEach(Process::destroyForcibly);
    site.stop(0);
    threads.shutdownNow();
  }

  @Test
  void whoIsEndedGivesItsPagesBackAndNobodySeesThePassword() throws Exception {
    try (Connection connection = store.connect()) {
      Sql sql = new Sql(connection);
      Process command = start("command", "http:/" + site.getAddress() + "/", "--no-robots", "--quiet", "--members", "1", "--concurrency", "" + WIDTH);
      Awaitility.await().until(() -> out(sql) == MOST_OF_A_MEMBER);
      Process member = start("member", "member", "--concurrency", "" + WIDTH);
      Awaitility.await().until(() -> out(sql) == 2 * MOST_OF_A_MEMBER);
      List<String> commandLines = Stream.of(command, member)
          .flatMap(process -> Stream.concat(Stream.of(process.toHandle()), process.descendants())).map(ProcessesIT::commandLine).toList();
      member.destroy();
      member.waitFor();

      assertThat(commandLines).hasSize(3).noneMatch(line -> line.contains(PASSWORD));
      assertThat(said("member")).contains("left the crawl, which goes on without this member");
      assertThat(out(sql)).as("pages that are out when it has left").isEqualTo(MOST_OF_A_MEMBER);
      assertThat(number(sql, "SELECT sum(deaths) FROM page")).as("pages that are taken for deadly").isZero();

      sign.countDown();
      assertThat(command.waitFor()).isEqualTo(ExitCode.ALL_WELL);
      assertThat(number(sql, "SELECT visited FROM crawl")).isEqualTo(PAGES + 1);
      assertThat(said("command") + said("member")).doesNotContain(PASSWORD);
    }
  }

  private Process start(String name, String... arguments) throws IOException {
    List<String> java = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
        "-cp", System.getProperty("java.class.path"), ClusterMain.class.getName());
    ProcessBuilder builder = new ProcessBuilder(Stream.concat(java.stream(), Stream.of(arguments)).toList())
        .redirectErrorStream(true).redirectOutput(folder.resolve(name).toFile());
    builder.environment().put(StoreAddress.VARIABLE, store.url() + "&password=" + PASSWORD);
    builder.environment().put("PGPASSWORD", PASSWORD);
    started.add(builder.start());
    return started.getLast();
  }

  /** As everybody on the machine may read it. */
  private static String commandLine(ProcessHandle process) {
    try {
      return Files.readString(Path.of("/proc", "" + process.pid(), "cmdline"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String said(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  private static long out(Sql sql) throws SQLException {
    return number(sql, "SELECT count(*) FROM page WHERE state = 2");
  }

  private static long number(Sql sql, String query) throws SQLException {
    return sql.first(row -> row.getLong(1), query).orElseThrow();
  }
}
