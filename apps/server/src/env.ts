import { z } from 'zod'
import { defaultLimits } from './sync/limits.ts'

const originList = z
  .string()
  .transform((list) =>
    list
      .split(',')
      .map((each) => each.trim())
      .filter((each) => each !== ''),
  )
  .pipe(z.array(z.url({ protocol: /^https?$/ }).transform((url) => new URL(url).origin)))

const wordList = z.string().transform((list) =>
  list
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== ''),
)

/** Short words are guessed: /metrics may be asked by anybody who can reach the port. */
const METRICS_TOKEN_MIN = 24

/** Everything that is set from outside. `main.ts` reads it once; all else gets parameters. */
export const Env = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(8787),
  /** Address to listen on; without it every one of this machine. */
  HOST: z.string().min(1).optional(),
  /** Folder of the database, made when it is absent. */
  DATA_DIR: z.string().min(1).default('data'),
  /** Folder on another disk for boards that cannot be stored; made when it is absent. */
  RESCUE_DIR: z.string().min(1).optional(),
  /** Encrypts what is written there. */
  RESCUE_KEY: z
    .string()
    .regex(/^[0-9a-fA-F]{64}$/, 'must be 64 hexadecimal digits, e.g. of `openssl rand -hex 32`')
    .transform((digits) => Buffer.from(digits, 'hex'))
    .optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  /** Origins that browsers may come from, separated by commas; without it the one they asked for (reliability.md F61). */
  PUBLIC_ORIGIN: originList.optional(),
  /** Addresses of reverse proxies whose `X-Forwarded-For` is believed (F65), separated by commas. */
  TRUSTED_PROXIES: wordList.default([]),
  /** How many rooms one address may make in an hour. */
  ROOMS_PER_HOUR: z.coerce.number().int().min(1).default(60),
  /** How many connections one room takes, those who only look on included. */
  CONNECTIONS_PER_ROOM: z.coerce.number().int().min(2).max(5000).default(defaultLimits.connectionsPerRoom),
  /** Off where something else serves the web app, e.g. `npm run dev`. */
  SERVE_WEB: z.stringbool().default(true),
  /** tldraw's licence for an https host; handed to the browser (design.md, Licences). */
  /** Who reads `/metrics` must know it; without it there is no such page. */
  METRICS_TOKEN: z
    .string()
    .regex(/^[\w.~+/=-]+$/, 'must be letters, digits and . _ ~ + / = - only')
    .min(METRICS_TOKEN_MIN, `must have at least ${METRICS_TOKEN_MIN} characters`)
    .optional(),
  TLDRAW_LICENSE_KEY: z.string().min(1).optional(),
})
export type Env = z.infer<typeof Env>

/** Settings that make sense together only: people's stories are never written without a key (reliability.md C2). */
const together = Env.refine((env) => (env.RESCUE_DIR === undefined) === (env.RESCUE_KEY === undefined), {
  path: ['RESCUE_DIR'],
  message: 'RESCUE_DIR and RESCUE_KEY are set together, or neither',
})

/** A setting that does not hold. Its message names the setting, never its value. */
export class InvalidSettingError extends Error {
  override readonly name = 'InvalidSettingError'
}

/** Reads the settings; an empty variable is one that is not set. @throws InvalidSettingError */
export function readEnv(variables: Readonly<Record<string, string | undefined>>): Env {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''))
  const reading = together.safeParse(set)
  if (reading.success) return reading.data
  const wrong = reading.error.issues.map((issue) => `${String(issue.path[0])}: ${issue.message}`)
  throw new InvalidSettingError(wrong.join('; '))
}
