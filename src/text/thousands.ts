/** Whether the comma at `at` parts thousands (2,912人): it ends nothing. */
export const partsThousands = (text: string, at: number): boolean =>
  text[at] === ',' && /^[0-9],[0-9]{3}(?![0-9])/u.test(text.slice(at - 1, at + 5));
