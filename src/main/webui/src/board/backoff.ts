const FIRST_WAIT_MILLIS = 500;
const LONGEST_WAIT_MILLIS = 10_000;

/** How long to wait before each further try: twice as long every time, up to ten seconds. */
export class Backoff {
  private wait = FIRST_WAIT_MILLIS;

  /** @param random from 0 to 1, so that screens that lost the engine together do not come back at the same instant */
  constructor(private readonly random: () => number = Math.random) {}

  next(): number {
    const millis = this.wait * (0.75 + this.random() / 2);
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT_MILLIS);
    return millis;
  }

  /** It worked: the next loss begins with a short wait again. */
  reset(): void {
    this.wait = FIRST_WAIT_MILLIS;
  }
}
