/**
 * A function of a text that keeps its last answers: rules ask the same of one clause or one word over and over. The work must give
 * the same for the same text always, and what it gives must not be changed.
 *
 * @param most answers kept; then all are forgotten, so that memory is bounded and a look-up stays within the processor's cache
 */
export function remembering<T>(work: (text: string) => T, most = 256): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    let found = known.get(text);
    if (found === undefined) {
      found = work(text);
      if (known.size >= most) known.clear();
      known.set(text, found);
    }
    return found;
  };
}
