package lab.homework.ex31;

import lab.homework.ex25.Channels.Channel;
/** Wrong: nobody tells the threads that nothing will come any more. */
final class LeavesThreadsCrawler extends RightChannelCrawler {

  @Override
  void dismiss(Channel<String> itsUrls) {
    // They will notice that nothing comes.
  }
}
