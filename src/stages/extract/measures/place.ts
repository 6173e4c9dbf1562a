/** A stretch of the article. Offsets are UTF-16, half-open. */
export interface Place {
  start: number;
  end: number;
}

/** The same with what stands there. */
export interface Quoted extends Place {
  text: string;
}

export const quote = (text: string, { start, end }: Place): Quoted => ({ text: text.slice(start, end), start, end });
