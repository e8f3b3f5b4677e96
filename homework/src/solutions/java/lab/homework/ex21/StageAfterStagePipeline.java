package lab.homework.ex21;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Wrong: no page waits for long, and no two stages are ever at work at the same time. */
final class StageAfterStagePipeline implements Pipeline {

  @Override
  public void run(List<String> urls, Stages stages, Shape shape) throws IOException, InterruptedException {
    for (int from = 0; from < urls.size(); from += shape.room()) {
      List<String> parsed = new ArrayList<>();
      for (String url : urls.subList(from, Math.min(from + shape.room(), urls.size()))) {
        parsed.add(stages.parse(stages.fetch(url)));
      }
      for (String one : parsed) {
        stages.store(one);
      }
    }
  }
}
