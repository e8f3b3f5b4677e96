package lab.crawl.copy;

import lab.crawl.stage.LinkRewriter;
import okhttp3.HttpUrl;

/** The page that stands in a copy for a redirect: whoever opens it is led on, as the server would have done. */
final class RedirectPage {
  static final String TYPE = "text/html; charset=utf-8";

  private RedirectPage() {}

  /**
   * The page.
   *
   * @param from the URL in whose place it stands
   * @param to where it leads
   */
  static String of(HttpUrl from, HttpUrl to, LinkRewriter rewriter) {
    String target = rewriter.reference(from, TYPE, to.toString());
    return """
        <!DOCTYPE html>
        <meta charset="utf-8">
        <meta http-equiv="refresh" content="0; url=%1$s">
        <title>Moved</title>
        <p>This page has moved: <a href="%1$s">%1$s</a></p>
        """.formatted(target.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;"));
  }
}
