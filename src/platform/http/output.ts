import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Operation } from '../../shared/contract.ts'
import type { Language } from '../../shared/words.ts'
import { rowsToXlsx } from '../rows/write.ts'
import { sayIn } from '../words/words.ts'
import type { FileAnswer, Services } from './context.ts'
import { languageOf } from './language.ts'

/** Sends an answer that its contract has already cut to what may leave the house. */
export async function sendAnswer(operation: Operation, output: unknown, reply: FastifyReply): Promise<unknown> {
  if (operation.kind !== 'download') return reply.type('application/json').send(JSON.stringify(output))
  const file = output as FileAnswer
  return reply
    .type(file.type)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    .send(file.body)
}

/** Which part of a list; overrides what the request asked for. */
export interface Page {
  limit: number
  offset: number
}

type Read = (request: FastifyRequest, reply: FastifyReply, page: Page) => Promise<unknown>

const pageSize = 200

/** A list as a spreadsheet: the same operation, the same permission, every page of it. */
export async function sendSheet(
  _services: Services,
  operation: Operation,
  id: string,
  request: FastifyRequest,
  reply: FastifyReply,
  read: Read,
) {
  const language = languageOf(request)
  const rows: Record<string, unknown>[] = []
  for (let offset = 0; ; offset += pageSize) {
    const page = (await read(request, reply, { limit: pageSize, offset })) as {
      rows: Record<string, unknown>[]
      total: number
    }
    rows.push(...page.rows)
    if (page.rows.length === 0 || rows.length >= page.total) break
  }
  const columns = operation.columns ?? Object.keys(rows[0] ?? {}).map((field) => ({ field, heading: field }))
  const sheet = {
    name: id.split('/')[1] ?? id,
    columns: columns.map((c) => ({ field: c.field, heading: sayIn(language, c.heading) })),
    rows: rows.map((row) => Object.fromEntries(columns.map((c) => [c.field, cellOf(row[c.field], language)]))),
  }
  return reply
    .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    .header('content-disposition', `attachment; filename="${id.replace('/', '-')}.xlsx"`)
    .send(rowsToXlsx([sheet]))
}

function cellOf(value: unknown, language: Language): string | number | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'number' || typeof value === 'string') return value
  if (typeof value === 'boolean') return sayIn(language, value ? 'floor.yes' : 'floor.no')
  return JSON.stringify(value)
}
