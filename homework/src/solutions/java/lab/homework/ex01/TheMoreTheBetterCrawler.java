package lab.homework.ex01;

/** Wrong: the code is right, the prediction is not. */
final class TheMoreTheBetterCrawler extends RightPoolCrawler {

  @Override
  public Prediction prediction() {
    return new Prediction(32, "the more threads, the better");
  }
}
