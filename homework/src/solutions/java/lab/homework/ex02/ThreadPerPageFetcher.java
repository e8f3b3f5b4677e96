package lab.homework.ex02;

import java.util.List;

/** Wrong: a thread for each page keeps the order, but not the width. */
final class ThreadPerPageFetcher extends RightOrderedFetcher {

  @Override
  int threads(List<String> urls, int width) {
    return urls.size();
  }
}
