package lab.homework.ex26;

/** Wrong: of what is due at the same time the last comes first. */
final class AnyOrderVirtualTime extends RightVirtualTime {

  @Override
  long place(Entry entry) {
    return -entry.number();
  }
}
