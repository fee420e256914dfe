/** What stands where a person was named in somebody else's records. */
export const erased = '[dihapus]'

/** What names a person in text: numbers and addresses that are theirs alone, and the name, which others may have too. */
export interface Traces {
  numbers: readonly string[]
  name: string
}

const shortestNumber = 8

/** What to look for. A number of a few signs (an old NIP of `-`) could be anybody's, so it is no trace. */
export const tracesOf = (name: string, numbers: readonly (string | null)[]): Traces => ({
  name,
  numbers: [...new Set(numbers)].filter((number) => number !== null && number.length >= shortestNumber) as string[],
})

const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
// JSON writes quotes and backslashes its own way.
const inJson = (text: string) => JSON.stringify(text).slice(1, -1)
const anyOf = (words: readonly string[]) =>
  [...new Set(words.flatMap((word) => [word, inJson(word)]))].map(literally).join('|')

/** Patterns in the way PostgreSQL reads them. `\1` of the first two is what stood before. */
export const patterns = ({ numbers, name }: Traces) => ({
  /** Words of the person standing alone, in a row that surely names them. */
  words: `(^|[^[:alnum:]])(?:${anyOf([...numbers, name])})(?![[:alnum:]])`,
  /** A number of the person as a JSON number, which no word may take the place of. */
  bareNumber: `([:[,]\\s*)(?:${anyOf(numbers)})(?=\\s*[],}])`,
  /** The number alone: such a row surely names the person. */
  number: `(?:^|[^[:alnum:]])(?:${anyOf(numbers)})(?![[:alnum:]])`,
  /** The name as a whole JSON value. */
  nameValue: `"(?:${anyOf([name])})"`,
  /** The same as `number` but coarse and fast. */
  like: numbers.map((number) => `%${number.replace(/[\\%_]/g, '\\$&')}%`),
})
