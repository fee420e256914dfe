import { resolve } from 'node:path'
import * as z from 'zod'

export interface Config {
  port: number
  host: string
  /** Folder of the embedded database, uploads and outgoing mail. */
  dataDir: string
  /** Absent: the embedded database under `dataDir`. */
  databaseUrl: string | undefined
  demo: boolean
  /** Persons in the demonstration city. */
  demoPersons: number
  /** The address people use, for links and for the origin check. */
  publicUrl: string | undefined
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
}

/** A setting that cannot be used; the message is one sentence for the operator. */
export class BadConfiguration extends Error {}

const whole = (name: string, min: number, max: number) =>
  z
    .string()
    .regex(/^\d+$/, `${name} must be a whole number`)
    .transform(Number)
    .refine((n) => n >= min && n <= max, `${name} must be between ${min} and ${max}`)

const settings = z.object({
  PORT: whole('PORT', 0, 65535).default(3000),
  HOST: z.string().min(1, 'HOST must not be empty').default('127.0.0.1'),
  DATA_DIR: z.string().min(1, 'DATA_DIR must not be empty').default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/./, 'DATABASE_URL must start with postgres://')
    .optional(),
  DEMO: z.enum(['on', 'off'], 'DEMO must be "on" or "off"').default('on'),
  DEMO_PERSONS: whole('DEMO_PERSONS', 50, 5_000_000).default(6000),
  PUBLIC_URL: z.url('PUBLIC_URL must be a complete address such as https://bina.example.go.id').optional(),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'LOG_LEVEL must be debug, info, warn, error or silent')
    .default('info'),
})

/**
 * Reads the configuration from the environment.
 * @throws BadConfiguration with one sentence naming the first setting that cannot be used.
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const read = settings.safeParse(given)
  if (!read.success)
    throw new BadConfiguration(`${read.error.issues[0]?.message ?? 'The configuration cannot be read'}.`)
  const s = read.data
  return {
    port: s.PORT,
    host: s.HOST,
    dataDir: resolve(s.DATA_DIR),
    databaseUrl: s.DATABASE_URL,
    demo: s.DEMO === 'on',
    demoPersons: s.DEMO_PERSONS,
    publicUrl: s.PUBLIC_URL?.replace(/\/$/, ''),
    logLevel: s.LOG_LEVEL,
  }
}
