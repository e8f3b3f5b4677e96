package lab.lecture.probes;

import java.lang.management.ManagementFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * What lives in the heap, counted by the JVM after a full collection, in bytes.
 *
 * @param continuations stacks of virtual threads that wait
 * @param byteArrays buffers, and the texts of strings
 * @param others all else
 */
record HeapCount(long continuations, long byteArrays, long others) {
  private static final Pattern ROW = Pattern.compile("(?m)^ *\\d+: +\\d+ +(\\d+) +(\\S+)");

  /** Of this JVM; stops the world. */
  static HeapCount now() throws JMException {
    Object histogram = ManagementFactory.getPlatformMBeanServer().invoke(
        new ObjectName("com.sun.management:type=DiagnosticCommand"), "gcClassHistogram",
        new Object[] {new String[0]}, new String[] {String[].class.getName()});
    return of((String) histogram);
  }

  static HeapCount of(String histogram) {
    long continuations = 0;
    long byteArrays = 0;
    long others = 0;
    Matcher row = ROW.matcher(histogram);
    while (row.find()) {
      long bytes = Long.parseLong(row.group(1));
      switch (row.group(2)) {
        case "jdk.internal.vm.StackChunk" -> continuations += bytes;
        case "[B" -> byteArrays += bytes;
        default -> others += bytes;
      }
    }
    return new HeapCount(continuations, byteArrays, others);
  }
}
