import { textOf } from './text.ts'

export type Kind = 'zip' | 'compound' | 'json' | 'csv' | 'empty' | 'unknown'

/** How many first bytes are enough to tell the kind. */
export const headBytes = 64 * 1024

const controls = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/
const otherFormats = /^(?:<|%PDF|\{\\rtf)/

/** What a file is, by its first bytes; its name is not asked. `head` shorter than `headBytes` is the whole file. */
export function kindOf(head: Buffer): Kind {
  if (head.length === 0) return 'empty'
  const signature = head.toString('latin1', 0, 8)
  if (/^PK(?:\x03\x04|\x05\x06|\x07\x08)/.test(signature)) return 'zip'
  if (signature === '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1') return 'compound'
  const text = textOf(head)
  const first = text.trimStart()
  if (first === '') return head.length < headBytes ? 'empty' : 'unknown'
  if (controls.test(text) || otherFormats.test(first)) return 'unknown'
  return first[0] === '{' || first[0] === '[' ? 'json' : 'csv'
}

const utf16 = (text: string) => Buffer.from(text, 'utf16le')

/**
 * Why a compound file (the container of old Office) cannot be read. Its directory names the streams inside: a workbook
 * with a password has `EncryptedPackage`, the binary workbook of Excel 97–2003 `Workbook` or `Book`.
 */
export function refusalOfCompound(head: Buffer): 'file.encrypted' | 'file.old-xls' | 'file.unknown-format' {
  if (head.length < 512) return 'file.unknown-format'
  const sectorBytes = head.readUInt16LE(30) === 12 ? 4096 : 512
  const directory = (head.readUInt32LE(48) + 1) * sectorBytes
  const names = head.subarray(directory, directory + 4096)
  if (head.includes(utf16('EncryptedPackage'))) return 'file.encrypted'
  const mayHoldWorkbook = names.length === 0 || names.includes(utf16('Workbook')) || names.includes(utf16('Book'))
  return mayHoldWorkbook ? 'file.old-xls' : 'file.unknown-format'
}
