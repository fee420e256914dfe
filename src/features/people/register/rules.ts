const mostWords = 8

/**
 * The words of a question in the form in which the register keeps its own: small letters, no apostrophes, and every other
 * sign a space. At most eight, so that nobody can ask for work without end.
 */
export const searchWords = (question: string): string[] =>
  question
    .toLowerCase()
    .replaceAll("'", '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .slice(0, mostWords)
