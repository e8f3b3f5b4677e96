package lab.homework.ex14;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** What a {@link JavaWorker}'s process does: it answers each line with its CRC-32, and ends with its input. */
public final class JavaWorkerMain {
  private JavaWorkerMain() {}

  /** Works until there are no more tasks. */
  public static void main(String[] args) throws IOException {
    try (BufferedReader tasks = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String task = tasks.readLine(); task != null; task = tasks.readLine()) {
        System.out.println(checksum(task));
        System.out.flush();
      }
    }
  }

  /** The answer to a task: its CRC-32, in hexadecimal digits. */
  public static String checksum(String task) {
    CRC32 checksum = new CRC32();
    checksum.update(task.getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(checksum.getValue());
  }
}
