package lab.lecture.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lab.lecture.probes.ProbeProcess;

/**
 * Very many fetches that wait at the same time, in as many processes as that takes: each may have 20,000 files open, and has a server to
 * itself, at an address of its own.
 *
 * @param processes what each of them gave
 */
public record WaitingCrowd(List<Map<String, Double>> processes) {
  /** So many connections does one process have: as many as a plan may be wide, and fewer than a usual limit on open files, of 20,000. */
  private static final int MOST_IN_ONE = 10_000;

  private static final int FIRST_ADDRESS = 2;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** A heap that is in RAM from the first, so that what a process grows by lies outside of it. */
  private static final List<String> HEAP = List.of("-Xms768m", "-Xmx768m", "-XX:+AlwaysPreTouch", "-XX:+UseSerialGC");

  /**
   * Has so many wait, and looks.
   *
   * @param who as the probe {@code waiting-fetches} knows it
   */
  public static WaitingCrowd measure(String who, int count) {
    int processes = Math.ceilDiv(count, MOST_IN_ONE);
    List<ProbeProcess> servers = new ArrayList<>();
    List<ProbeProcess> clients = new ArrayList<>();
    try {
      for (int i = 0; i < processes; i++) {
        servers.add(ProbeProcess.start(List.of(), "holding-server", FIRST_ADDRESS + i));
      }
      List<Integer> ports = servers.stream().map(server -> server.figures(PATIENCE).get("port").intValue()).toList();
      for (int i = 0; i < processes; i++) {
        clients.add(ProbeProcess.start(
            HEAP, "waiting-fetches", who, count / processes, FIRST_ADDRESS + i, ports.get(i), FIRST_ADDRESS, ports.getFirst(), processes));
      }
      return new WaitingCrowd(clients.stream().map(client -> client.figures(PATIENCE)).toList());
    } finally {
      clients.forEach(ProbeProcess::close);
      servers.forEach(ProbeProcess::close);
    }
  }

  /** How many waited at the same time. */
  public double waiting() {
    return processes.stream().mapToDouble(process -> process.get("waiting")).sum();
  }

  /** A figure of each fetch, on average over all processes. */
  public double each(String figure) {
    return processes.stream().mapToDouble(process -> process.get(figure)).average().orElseThrow();
  }

  /** Bytes that one of them takes, in and outside of the heap. */
  public double bytes() {
    return each("outsideBytes") + each("continuationBytes") + each("bufferBytes") + each("objectBytes");
  }
}
