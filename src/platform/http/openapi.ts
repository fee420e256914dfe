import * as z from 'zod'
import type { Contract, Operation } from '../../shared/contract.ts'

type Json = Record<string, unknown>

/** OpenAPI 3.1 from the contracts: nothing is described twice, so the description cannot be wrong about what exists. */
export function describeApi(contracts: readonly Contract[]) {
  const paths: Record<string, Json> = {}
  for (const { feature, operations } of contracts)
    for (const [name, operation] of Object.entries(operations)) {
      const method = operation.kind === 'command' || operation.kind === 'upload' ? 'post' : 'get'
      paths[`/api/${feature}/${name}`] = { [method]: describe(feature, name, operation) }
    }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Bina',
      version: '1',
      description:
        'Every operation is `/api/<feature>/<operation>`; queries are GET, commands POST with JSON. Send `Idempotency-Key` with a command to make a repeat harmless.',
    },
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: 'bina_session' },
      },
      schemas: { Error: errorSchema },
    },
    paths,
  }
}

export type ApiDescription = ReturnType<typeof describeApi>

function describe(feature: string, name: string, operation: Operation): Json {
  const input = schemaOf(operation.input, 'input')
  const isGet = operation.kind !== 'command' && operation.kind !== 'upload'
  return {
    operationId: `${feature}.${name}`,
    tags: [feature],
    summary: operation.summary,
    'x-permission': operation.permission,
    security: operation.permission === 'anyone' ? [] : [{ token: [] }, { session: [] }],
    ...(isGet ? { parameters: parametersOf(input) } : { requestBody: bodyOf(operation, input) }),
    responses: {
      200: answerOf(operation),
      default: {
        description: 'A refusal',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
      },
    },
  }
}

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json =>
  z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json

const parametersOf = (schema: Json): Json[] =>
  Object.entries((schema.properties ?? {}) as Record<string, Json>).map(([name, property]) => ({
    name,
    in: 'query',
    required: ((schema.required as string[] | undefined) ?? []).includes(name),
    schema: property,
  }))

const bodyOf = (operation: Operation, schema: Json): Json =>
  operation.kind === 'upload'
    ? {
        required: true,
        content: {
          'multipart/form-data': {
            schema: {
              type: 'object',
              properties: { ...(schema.properties as Json), file: { type: 'string', format: 'binary' } },
            },
          },
        },
      }
    : { required: true, content: { 'application/json': { schema } } }

const answerOf = (operation: Operation): Json =>
  operation.kind === 'download'
    ? { description: 'A file', content: { 'application/octet-stream': {} } }
    : { description: 'The answer', content: { 'application/json': { schema: schemaOf(operation.output, 'output') } } }

const errorSchema = {
  type: 'object',
  properties: {
    error: {
      type: 'object',
      required: ['code', 'message'],
      properties: {
        code: { type: 'string' },
        message: { type: 'string' },
        params: { type: 'object' },
        fields: { type: 'array' },
      },
    },
  },
}
