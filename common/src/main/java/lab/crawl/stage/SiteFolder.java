package lab.crawl.stage;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import lab.crawl.Body;
import lab.crawl.Sha256;
import lab.crawl.Visit;
import lab.crawl.WholeFile;
import okhttp3.HttpUrl;

/**
 * The folder that a site is written to, one file per URL. Two threads or processes may write at the same time, because no two
 * URLs share a file.
 *
 * @param folder made when first needed
 * @param home what is on its origin lies at the top
 */
public record SiteFolder(Path folder, HttpUrl home) {

  /** The file that a saved URL has in the copy. */
  public Path file(Visit.Saved saved) {
    return folder.resolve(FilePaths.of(home, saved.url(), saved.type()));
  }

  /** The file with the body as it came: beside the other, of which it is made, if that has references to rewrite; else the same. */
  public Path original(Visit.Saved saved) {
    Path file = file(saved);
    return LinkRewriter.isNeeded(saved.type()) ? file.resolveSibling(file.getFileName() + FilePaths.ORIGINAL) : file;
  }

  /**
   * Writes the body of a visit. A reader sees the whole file or none, even if this process is killed meanwhile.
   *
   * @throws UncheckedIOException with one line that names the file, if it cannot be written
   */
  public void write(Visit.Saved saved, Body body) {
    write(saved, body, Optional.empty());
  }

  /** The same of a page, with what may have to change in it, so that the page need not be parsed again for the copy. */
  void write(Visit.Saved saved, Body body, Optional<PagePlaces> places) {
    Path original = original(saved);
    write(original, body::saveTo);
    places.ifPresent(found -> PlacesFile.of(original).write(saved, found));
  }

  /**
   * Removes the body as it came, where the file of the copy is another one.
   *
   * @throws UncheckedIOException with one line that names the file, if it cannot be removed
   */
  public void removeOriginal(Visit.Saved saved) {
    if (LinkRewriter.isNeeded(saved.type())) {
      remove(original(saved));
    }
  }

  /**
   * Removes what is said about files of the copy that are still to be made, also of those that no crawl knows any more.
   *
   * @throws UncheckedIOException with one line that names the file, if one cannot be removed
   */
  public void removePlaces() {
    try (Stream<Path> files = Files.walk(folder)) {
      files.filter(SiteFolder::holdsPlaces).forEach(SiteFolder::remove);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder + ": " + e, e);
    }
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + file + ": " + e, e);
    }
  }

  /**
   * Whether a body lies there already, as it came.
   *
   * @throws UncheckedIOException with one line that names the file, if it cannot be read
   */
  public boolean has(Visit.Saved saved) {
    Path file = original(saved);
    try {
      return Files.isRegularFile(file) && Files.size(file) == saved.bytes() && sha256(file).equals(saved.sha256());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + ": " + e, e);
    }
  }

  static String sha256(Path file) throws IOException {
    MessageDigest digest = Sha256.newDigest();
    try (InputStream bytes = Files.newInputStream(file)) {
      byte[] piece = new byte[8192];
      for (int read = bytes.read(piece); read >= 0; read = bytes.read(piece)) {
        digest.update(piece, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Whether it is a file {@code NAME~refs}, which says where references stand in a page: nothing of the site. */
  public static boolean holdsPlaces(Path file) {
    return file.getFileName().toString().endsWith(FilePaths.PLACES);
  }

  /** Writes a file by way of a part. */
  @FunctionalInterface
  public interface Writer {
    /** Writes all to the part, whose folder may be missing, and then gives it the file's name. */
    void write(Path file, Path part) throws IOException;
  }

  /**
   * Writes a file of the copy. A reader sees the whole file or none, even if this process is killed meanwhile.
   *
   * @throws UncheckedIOException with one line that names the file, if it cannot be written
   */
  public static void write(Path file, Writer writer) {
    Path part = file.resolveSibling(file.getFileName() + FilePaths.PART);
    try {
      writeWithFolder(file, part, writer);
    } catch (IOException e) {
      WholeFile.giveUp(part, e);
      throw new UncheckedIOException("cannot write " + file + ": " + e, e);
    }
  }

  /** Gives a part the name of a file. */
  public static void moveTo(Path file, Path part) throws IOException {
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Nearly always the folder is there already: asking for it each time would cost more than the file. */
  private static void writeWithFolder(Path file, Path part, Writer writer) throws IOException {
    try {
      writer.write(file, part);
    } catch (NoSuchFileException | FileNotFoundException e) {
      Files.createDirectories(file.getParent());
      writer.write(file, part);
    }
  }
}
