package lab.crawl.async.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import lab.contract.OddReply;
import lab.contract.TunnelProxy;
import lab.crawl.CrawlPlan;
import lab.crawl.FailureKind;
import lab.crawl.FetchResult;
import lab.crawl.RequestSettings;
import lab.crawl.async.ScriptedServer;
import lab.crawl.async.ScriptedServer.Script;
import lab.crawl.fetch.BlockingFetcher;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A page comes from the host that its certificate names, or not at all. */
class TlsTest {

  @Test
  void aTrustedCertificateForThisHostIsTaken() throws Exception {
    X509Bundle certificate = certificate("localhost");
    try (ScriptedServer server = server(certificate);
        LoopClient client = new LoopClient(plan(server), trusting(certificate))) {
      for (int i = 0; i < 3; i++) {
        assertThat(client.fetch(plan(server).seed() + "" + i)).isInstanceOfSatisfying(
            FetchResult.Reply.class, reply -> assertThat(reply.body().length()).isEqualTo("hello".length()));
      }
      assertThat(server.accepted()).isEqualTo(1);
    }
  }

  @Test
  void aServerWithoutTlsIsNotQuoted() throws Exception {
    try (ServerSocket plain = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
      Thread.ofVirtual().start(() -> {
        try (var socket = plain.accept()) {
          socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
          socket.getInputStream().readAllBytes();
        } catch (IOException e) {
          // The client has hung up.
        }
      });
      HttpUrl url = HttpUrl.get("https://127.0.0.1:" + plain.getLocalPort());
      try (LoopClient client = new LoopClient(CrawlPlan.of(url).build())) {
        assertThat(client.fetch(url.toString()))
            .isEqualTo(new FetchResult.Failure(FailureKind.TLS, "Unsupported or unrecognized SSL message"));
      }
    }
  }

  @Test
  void aTrustedCertificateForAnotherHostIsNot() throws Exception {
    X509Bundle certificate = certificate("another.example");
    try (ScriptedServer server = server(certificate);
        LoopClient client = new LoopClient(plan(server), trusting(certificate))) {
      assertThat(kind(client.fetch(plan(server).seed().toString()))).isEqualTo(FailureKind.TLS);
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void aCertificateThatNobodyVouchesForIsNotTakenByEitherClient() throws Exception {
    try (ScriptedServer server = server(certificate("localhost"));
        LoopClient client = new LoopClient(plan(server));
        BlockingFetcher blocking = new BlockingFetcher(plan(server))) {
      assertThat(kind(client.fetch(plan(server).seed().toString()))).isEqualTo(FailureKind.TLS);
      assertThat(kind(blocking.fetch(plan(server).seed()))).isEqualTo(FailureKind.TLS);
      assertThat(server.requests()).isEmpty();
    }
  }

  static Stream<Arguments> endings() {
    return Stream.of(
        argumentSet("after a reply without a length", "HTTP/1.1 200 OK\r\n\r\nhello", "saved"),
        argumentSet("after a reply with a length", ScriptedServer.page("hello"), "saved"),
        argumentSet("within a reply", "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhello", "failed connection-lost"),
        argumentSet("instead of a reply", "", "failed connection-lost"));
  }

  /** Though the server waits for the client to close the connection. Bytes that are no TLS are an end, too. */
  @ParameterizedTest
  @MethodSource("endings")
  void aFarewellEndsTheReply(String said, String outcome) throws Exception {
    assertEnds(said, outcome, (_, tls) -> tls.farewell());
    assertEnds(said, outcome, (talk, _) -> talk.send("HTTP/1.0 408 Request Time-out\r\n\r\n"));
  }

  private interface Ending {
    void end(ScriptedServer.Talk talk, ScriptedServer.Talk tls) throws Exception;
  }

  private static void assertEnds(String said, String outcome, Ending ending) throws Exception {
    X509Bundle certificate = certificate("localhost");
    SSLContext context = context(certificate);
    Script script = talk -> {
      ScriptedServer.Talk tls = talk.overTls(context);
      tls.request();
      tls.send(said);
      ending.end(talk, tls);
      talk.awaitClientClose();
    };
    try (ScriptedServer server = new ScriptedServer(script);
        LoopClient client = new LoopClient(plan(server), trusting(certificate))) {
      for (int i = 1; i <= 2; i++) {
        assertThat(OddReply.outcome(client.fetch(plan(server).seed().toString()))).isEqualTo(outcome);
        assertThat(server.accepted()).isEqualTo(i);
      }
    }
  }

  @Test
  void aProxyGivesATunnelToTheHost() throws Exception {
    X509Bundle certificate = certificate("site.invalid");
    try (ScriptedServer server = server(certificate); TunnelProxy proxy = new TunnelProxy(false);
        LoopClient client = new LoopClient(through(proxy, server), trusting(certificate))) {
      for (int i = 0; i < 2; i++) {
        assertThat(client.fetch("https://site.invalid:" + server.port() + "/" + i)).isInstanceOfSatisfying(
            FetchResult.Reply.class, reply -> assertThat(reply.body().length()).isEqualTo("hello".length()));
      }
      assertThat(proxy.heads()).singleElement().asString().startsWith("CONNECT site.invalid:" + server.port() + " HTTP/1.1\r\n")
          .containsIgnoringCase("Proxy-Authorization: Basic bWU6c2VjcmV0\r\n").contains("User-Agent: me\r\n").doesNotContain("X-Key");
      assertThat(server.requests()).allSatisfy(request -> assertThat(request).startsWith("GET /").contains("X-Key: secret").doesNotContain("Proxy-"));
    }
  }

  @Test
  void aProxyThatGivesNoTunnelIsNoConnection() throws Exception {
    X509Bundle certificate = certificate("localhost");
    try (ScriptedServer server = server(certificate); TunnelProxy proxy = new TunnelProxy(true);
        LoopClient client = new LoopClient(through(proxy, server), trusting(certificate))) {
      assertThat(kind(client.fetch(plan(server).seed().toString()))).isEqualTo(FailureKind.CONNECT);
    }
  }

  private static CrawlPlan through(TunnelProxy proxy, ScriptedServer server) {
    return CrawlPlan.of(List.of(plan(server).seed(), HttpUrl.get("https://site.invalid:" + server.port() + "/"))).userAgent("me")
        .requests(new RequestSettings(List.of(new RequestSettings.Header("X-Key", "secret")), List.of(), false,
            Optional.of(new RequestSettings.Proxy("127.0.0.1", proxy.port())),
            List.of(new RequestSettings.Login("127.0.0.1", "me", "secret")), RequestSettings.UNLIMITED)).build();
  }

  private static CrawlPlan plan(ScriptedServer server) {
    return CrawlPlan.of("https://localhost:" + server.port() + "/").retries(0).build();
  }

  private static FailureKind kind(FetchResult result) {
    return ((FetchResult.Failure) result).kind();
  }

  private static X509Bundle certificate(String host) throws Exception {
    return new CertificateBuilder()
        .subject("CN=" + host)
        .addSanDnsName(host)
        .setIsCertificateAuthority(true)
        .buildSelfSigned();
  }

  private static Optional<SslContext> trusting(X509Bundle certificate) throws Exception {
    return Optional.of(SslContextBuilder.forClient()
        .sslProvider(SslProvider.JDK)
        .trustManager(certificate.toTrustManagerFactory())
        .build());
  }

  private static ScriptedServer server(X509Bundle certificate) throws Exception {
    return new ScriptedServer(context(certificate).getServerSocketFactory(), ScriptedServer.pages("hello"));
  }

  private static SSLContext context(X509Bundle certificate) throws Exception {
    char[] password = "secret".toCharArray();
    KeyStore keys = certificate.toKeyStore(password);
    KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }
}
