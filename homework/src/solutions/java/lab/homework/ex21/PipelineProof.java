package lab.homework.ex21;

import static lab.homework.ex21.PipelineCheck.ALL;
import static lab.homework.ex21.PipelineCheck.FAILURE;
import static lab.homework.ex21.PipelineCheck.FLAT;
import static lab.homework.ex21.PipelineCheck.OVERLAP;

import java.util.List;
import java.util.function.Supplier;
import lab.homework.grade.Exercise;
import lab.homework.grade.Proof;
import lab.homework.grade.Wrong;

/** What the check of exercise 21 is checked by. */
public final class PipelineProof implements Proof<Pipeline> {

  @Override
  public Exercise<Pipeline> exercise() {
    return new PipelineCheck();
  }

  @Override
  public Supplier<Pipeline> right() {
    return RightPipeline::new;
  }

  @Override
  public List<Wrong<Pipeline>> wrong() {
    return List.of(
        new Wrong<>("the first to end ends all", FirstToEndEndsAllPipeline::new, ALL, "isn't the last of its stage"),
        new Wrong<>("stage after stage", StageAfterStagePipeline::new, OVERLAP, "which stage waits for which"),
        new Wrong<>("queues without end", NoEndOfRoomPipeline::new, FLAT, "Which queue has no end"),
        new Wrong<>("waits for one after the other", WaitsInOrderPipeline::new, FAILURE, "whichever thread ends first"),
        new Wrong<>("leaves its threads", LeavesThreadsPipeline::new, FAILURE, "who ends the threads"));
  }
}
