/**
 * Which tool finds which fault? Each tool is run in a JVM of its own ({@link lab.lecture.tools.ToolJvm}), because some change the JVM that
 * they run in and all have libraries that nothing else here needs. {@link lab.lecture.tools.ToolMain} asks it about one
 * {@link lab.lecture.faults.Fault}, and answers by a {@link lab.lecture.tools.Find}.
 */
package lab.lecture.tools;
