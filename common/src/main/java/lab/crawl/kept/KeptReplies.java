package lab.crawl.kept;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import lab.crawl.FetchResult;
import lab.crawl.Sha256;
import lab.crawl.WorkSettings;
import okhttp3.HttpUrl;

/**
 * The folder with the replies that are kept, one file per URL. Any number of threads and processes may use it at the same time, because no
 * page is visited twice at a time. What is in it changes no result, only what is asked of the server.
 */
public final class KeptReplies {
  private final Path folder;
  private final boolean isArchived;

  /** Makes no folder yet. */
  private KeptReplies(Path folder, boolean isArchived) {
    this.folder = folder;
    this.isArchived = isArchived;
  }

  /** Those of a crawl; empty if it keeps none. */
  public static Optional<KeptReplies> of(WorkSettings work) {
    return work.replies().map(folder -> new KeptReplies(folder, work.warc().isPresent()));
  }

  private Path file(HttpUrl url) {
    return folder.resolve(Sha256.hex(url.toString().getBytes(StandardCharsets.UTF_8)));
  }

  /** The reply of a URL that may be asked for on condition; where there is to be an archive, one that is in the archive of an earlier crawl. */
  public Optional<KeptReply> find(HttpUrl url) {
    return KeptReply.read(file(url)).filter(reply -> !isArchived || reply.archived().isPresent());
  }

  /** Keeps a reply in place of the one before, if a server knows it again; else none. */
  public void keep(HttpUrl url, FetchResult.Reply reply) {
    if (reply.status() == 200 && !Validators.of(reply.headers()).isEmpty()) {
      KeptReply.of(file(url), reply).write(reply.body());
    } else {
      forget(url);
    }
  }

  /** Keeps none of a URL any more. */
  public void forget(HttpUrl url) {
    KeptReply.forget(file(url));
  }
}
