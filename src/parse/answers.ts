/** What is asked of the nodes of a file, and of what was made of them: the function that answers. */
type Question = (...given: never[]) => unknown;

/** What has been found out about one file. It lives as long as its analysis, and no module remembers anything. */
export class Answers {
  readonly #known = new Map<unknown, Map<unknown, unknown>>();

  /**
   * What a question was answered with for something; it is answered the first time.
   *
   * @param question the function that asks: what it is asked for again, it does not find out twice
   */
  of<Key, Answer>(question: Question, key: Key, answer: () => Answer): Answer {
    const known = this.about<Key, Answer>(question);
    const found = known.get(key);
    // What is undefined is an answer too.
    if (found !== undefined || known.has(key)) return found as Answer;
    const given = answer();
    known.set(key, given);
    return given;
  }

  /** All answers to a question, for what has to be known before it is found out: that it is asked already. */
  about<Key, Answer>(question: Question): Map<Key, Answer> {
    let known = this.#known.get(question) as Map<Key, Answer> | undefined;
    if (!known) {
      known = new Map();
      this.#known.set(question, known);
    }
    return known;
  }

  /** The same, for two things together: a class and a path, say. */
  ofBoth<Key extends object, Answer>(question: Question, one: Key, other: unknown, answer: () => Answer): Answer {
    return this.of(question, one, () => new Answers()).of(question, other, answer);
  }
}
