package lab.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Map;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import lab.crawl.async.AsyncMain;
import lab.crawl.procs.ProcsMain;
import lab.crawl.sync.SyncMain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One crawl of a site by http and one by https, which link each other, with an archive of both. */
class HttpsTest {
  private static final char[] PASSWORD = "secret".toCharArray();

  @TempDir private Path folder;
  private HttpServer plain;
  private HttpsServer secure;

  @BeforeEach
  void start() throws Exception {
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0);
    plain = HttpServer.create(anyPort, 0);
    secure = HttpsServer.create(anyPort, 0);
    secure.setHttpsConfigurator(new HttpsConfigurator(tls()));
    Map<String, String> pages = Map.of(
        "/", "<a href='" + url(secure, "https", "/b") + "'>b</a>", "/b", "<a href='" + url(plain, "http", "/c") + "'>c</a>");
    plain.createContext("/", exchange -> answer(exchange, pages));
    secure.createContext("/", exchange -> answer(exchange, pages));
    plain.start();
    secure.start();
  }

  @AfterEach
  void stop() {
    plain.stop(0);
    secure.stop(0);
  }

  private static String url(HttpServer server, String scheme, String path) {
    return scheme + "://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private static void answer(HttpExchange exchange, Map<String, String> pages) throws IOException {
    String path = exchange.getRequestURI().getPath();
    byte[] body = pages.getOrDefault(path, "<p>The end.</p>").getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/html");
    exchange.sendResponseHeaders(path.equals("/robots.txt") ? 404 : 200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  /** A store whose own certificate is trusted, made by the JDK's tool; of this type it can be read without its password. */
  private SSLContext tls() throws Exception {
    Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "site",
        "-keyalg", "EC", "-dname", "CN=site", "-ext", "SAN=ip:127.0.0.1", "-storetype", "JKS", "-keystore", store().toString(),
        "-storepass", "secret", "-keypass", "secret").redirectErrorStream(true).start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(keytool.waitFor()).as(said).isZero();
    KeyStore keys = KeyStore.getInstance(store().toFile(), PASSWORD);
    KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private Path store() {
    return folder.resolve("keys.jks");
  }

  @Test
  void allDesignsCrawlAndArchiveBoth() throws IOException {
    String sync = crawl(SyncMain.class);

    assertThat(sync.lines()).contains(url(plain, "http", "/"), url(plain, "http", "/c"), url(secure, "https", "/"), url(secure, "https", "/b"));
    assertThat(crawl(AsyncMain.class)).isEqualTo(sync);
    assertThat(crawl(ProcsMain.class)).isEqualTo(sync);
  }

  /** The pages that were saved, and the requests and digests of the archive. */
  private String crawl(Class<?> main) throws IOException {
    Path warc = folder.resolve("site.warc");
    Path manifest = folder.resolve("manifest.tsv");
    CommandLineRun run = CommandLineRun.withJvmOption("-Djavax.net.ssl.trustStore=" + store(), main,
        url(plain, "http", "/"), url(secure, "https", "/"), "--warc", warc.toString(), "--manifest", manifest.toString(),
        "--concurrency", "2", "--quiet");
    assertThat(run.exitCode()).as(run.err().toString()).isZero();
    String saved = Files.readAllLines(manifest).stream().filter(line -> line.contains("\tsaved\t")).map(line -> line.split("\t")[0])
        .collect(Collectors.joining("\n", "", "\n"));
    return saved + Files.readAllLines(warc, StandardCharsets.ISO_8859_1).stream()
        .filter(line -> line.startsWith("GET ") || line.startsWith("WARC-Payload-Digest") || line.startsWith("WARC-Target-URI"))
        .collect(Collectors.joining("\n"));
  }
}
