package lab.crawl.copy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** A small site with all that a copy may stumble over; or any folder, served by its names. */
final class NastySite implements AutoCloseable {
  private record Reply(int status, String header, String value, byte[] body) {}

  private final Map<String, Reply> replies = new TreeMap<>();
  private final HttpServer server;

  private NastySite() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  static NastySite start() throws IOException {
    NastySite site = new NastySite();
    site.page("/", "<a href=about>A</a><a href='About'>B</a><a href=\"/x.php?id=1&amp;b=2#f\">C</a><a href=/x.php?id=2>D</a>"
        + "<a href=/index.html>E</a><a href=/dir>F</a><a href=/dir/>G</a><a href=/moved#x>H</a><a href=/gone>I</a><a href=//other.invalid/>J</a>"
        + "<a href='/con'>K</a><a href='/a b/%2F;x=1.html'>L</a><a href=/win.html>M</a><a href=/wide>N</a><a href=/sjis>O</a>"
        + "<a href='/" + "long".repeat(80) + ".html'>P</a><a href=/based>Q</a><a href=/x.html/y>R</a><a href=/x.html>S</a><a href=/loop>T</a>"
        + "<img src=/img?id=3><img srcset='/img?id=3 1x, /p,q.png 2x'><link rel=stylesheet href=/style.css?v=3 integrity=sha256-x>"
        + "<p style='background:url(/img?id=4)'><style>@import '/deep/more.css';</style><object data=/drawing.svg></object>"
        + "<meta http-equiv=refresh content='900; url=/about'><form action=/search></form>");
    for (String path : new String[] {
      "/about", "/About", "/x.php?id=1&b=2", "/x.php?id=2", "/index.html", "/dir/", "/con", "/a%20b/%2F;x=1.html",
      "/" + "long".repeat(80) + ".html", "/x.html/y", "/x.html", "/target?q=it%27s(1)",
    }) {
      site.page(path, "<a href=/>home</a> <a href=\"/about#top\">" + path.replace("&", "&amp;") + "</a>");
    }
    site.text("/win.html", "text/html; charset=windows-1251", "windows-1251", "<title>Привет</title><a href='/about'>Привет</a>");
    site.text("/wide", "text/html", "utf-16le", "\uFEFF<a href='/sjis'>日本</a>");
    site.text("/sjis", "text/html", "windows-31j", "<meta charset=shift_jis><a href='/win.html#表'>表ソ</a>");
    site.page("/based", "<base href='/deep/'><a href='page'>deep</a><a href='#x'>x</a><a href='../about'>about</a>");
    site.page("/deep/", "deep");
    site.page("/deep/page", "<a href='.'>up</a>");
    site.text("/style.css?v=3", "text/css", "utf-8", "@import url(deep/more.css); a { b: url('/img?id=5') }");
    site.text("/deep/more.css", "text/css", "utf-8", "a { b: url( ../p,q.png ), url(/gone.png) }");
    site.text("/drawing.svg", "image/svg+xml", "utf-8",
        "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'><a xlink:href='/about'/><image href='img?id=3'/></svg>");
    for (String image : new String[] {"/img?id=3", "/img?id=4", "/img?id=5", "/p,q.png"}) {
      site.text(image, "image/png", "utf-8", image);
    }
    site.redirect("/dir", "/dir/");
    site.redirect("/moved", "/moved/again");
    site.redirect("/moved/again", "/target?q=it's(1)");
    site.redirect("/loop", "/loop");
    return site;
  }

  /** The files of a folder, as a server without any settings has them. */
  static NastySite of(Path folder, Iterable<String> files) throws IOException {
    Map<String, String> types = Map.of("html", "text/html", "css", "text/css", "svg", "image/svg+xml", "png", "image/png");
    NastySite site = new NastySite();
    for (String file : files) {
      String type = types.get(file.substring(file.lastIndexOf('.') + 1));
      site.replies.put(file, new Reply(200, "Content-Type", type, Files.readAllBytes(folder.resolve(file))));
    }
    return site;
  }

  private void page(String path, String html) {
    text(path, "text/html", "utf-8", "<!doctype html><title>é</title>" + html);
  }

  private void text(String path, String type, String encoding, String text) {
    replies.put(path, new Reply(200, "Content-Type", type, text.getBytes(Charset.forName(encoding))));
  }

  private void redirect(String path, String target) {
    replies.put(path, new Reply(301, "Location", target, new byte[0]));
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  private void answer(HttpExchange exchange) throws IOException {
    String asked = exchange.getRequestURI().toString();
    String name = exchange.getRequestURI().getPath().substring(1);
    Reply reply = replies.getOrDefault(asked, replies.getOrDefault(name, new Reply(404, "X-Nothing", "here", new byte[0])));
    exchange.getResponseHeaders().add(reply.header, reply.value);
    exchange.sendResponseHeaders(reply.status, reply.body.length == 0 ? -1 : reply.body.length);
    try (exchange) {
      exchange.getResponseBody().write(reply.body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
