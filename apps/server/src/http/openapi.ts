import { GuessRoundParam } from '@samenreis/model/api/guesses'
import { ActionId } from '@samenreis/model/ids/actionId'
import { Problem, type ProblemCode } from '@samenreis/model/api/problem'
import { LinkRight } from '@samenreis/model/api/rooms'
import { VersionParam } from '@samenreis/model/api/versions'
import { ParticipantId } from '@samenreis/model/ids/participantId'
import { RoomId } from '@samenreis/model/ids/roomId'
import { z } from 'zod'
import { exportFiles } from './exportRoutes.ts'
import { operations, type Operation } from './operations.ts'
import { PROBLEM_MEDIA_TYPE, problems } from './problemAnswer.ts'

type Json = Readonly<Record<string, unknown>>

const parameters: Readonly<Record<string, z.ZodType>> = {
  roomId: RoomId,
  participantId: ParticipantId,
  right: LinkRight,
  roundId: GuessRoundParam.shape.roundId,
  versionId: VersionParam.shape.versionId,
  file: z.enum(Object.keys(exportFiles)),
}

/** Codes by who may ask: every operation of a room may find no session, or a room that cannot be read. */
const commonProblems: Readonly<Record<Operation['who'], readonly ProblemCode[]>> = {
  anyone: ['internal'],
  member: ['not-signed-in', 'room-not-found', 'room-unavailable', 'internal'],
  facilitator: ['not-signed-in', 'forbidden', 'room-not-found', 'room-unavailable', 'internal'],
}

/** The interface as an OpenAPI 3.1 document. Bodies and answers come from the schemas that judge them. */
export function openApiDocument(version: string): Json {
  const paths: Record<string, Record<string, Json>> = {}
  for (const operation of operations) {
    const path = (paths[operation.path] ??= {})
    path[operation.method] = described(operation)
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Samenreis',
      version,
      description: 'Live board for joint client-journey sessions. The board itself is synchronised over a WebSocket.',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: '/api/v1' }],
    paths,
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'Token of POST /rooms/{roomId}/sessions' },
        cookie: { type: 'apiKey', in: 'cookie', name: 'samenreis_<roomId>', description: 'Set by the same answer' },
      },
      schemas: { Problem: schemaOf(Problem, 'output'), Extraction: extraction },
    },
  }
}

/** The fields a reader can count on. What is in each action: docs/export-format.md. */
const extraction: Json = {
  type: 'object',
  required: ['roomId', 'boardVersion', 'extractedAt', 'actions', 'dropped', 'rejected'],
  properties: {
    roomId: { type: 'string' },
    boardVersion: { type: ['integer', 'string'] },
    extractedAt: { type: 'string', format: 'date-time' },
    actions: { type: 'array', items: { type: 'object', properties: { id: schemaOf(ActionId, 'output') } } },
    dropped: { type: 'array', items: { type: 'object' } },
    rejected: { type: 'array', items: { type: 'object' } },
  },
}

function described({ path, summary, who, body, status, answer, problems: own }: Operation): Json {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  const codes = new Set<ProblemCode>([...commonProblems[who], ...own, ...(body === undefined ? [] : bodyProblems)])
  return {
    summary,
    ...(who === 'anyone' ? {} : { security: [{ bearer: [] }, { cookie: [] }] }),
    ...(names.length === 0 ? {} : { parameters: names.map(parameter) }),
    ...(body === undefined ? {} : { requestBody: { required: true, content: bodyContent(body) } }),
    responses: {
      [status]: {
        description: 'Done',
        headers: { 'API-Version': { schema: { type: 'string' } } },
        ...(answer === 'nothing' ? {} : { content: answerContent(answer) }),
      },
      ...problemAnswers(codes),
    },
  }
}

const bodyProblems: readonly ProblemCode[] = ['invalid-request', 'too-large', 'forbidden']

function parameter(name: string): Json {
  const schema = parameters[name]
  return { name, in: 'path', required: true, schema: schema === undefined ? {} : schemaOf(schema, 'input') }
}

function bodyContent(body: z.ZodType | 'board-file'): Json {
  const schema =
    body === 'board-file' ? { type: 'object', description: 'docs/export-format.md' } : schemaOf(body, 'input')
  return { 'application/json': { schema } }
}

function answerContent(answer: Exclude<Operation['answer'], 'nothing'>): Json {
  switch (answer) {
    case 'extraction':
      return { 'application/json': { schema: { $ref: '#/components/schemas/Extraction' } } }
    case 'openapi':
      return { 'application/json': { schema: { type: 'object' } } }
    case 'file':
      return Object.fromEntries(Object.values(exportFiles).map((type) => [type.split(';')[0], {}]))
    default:
      return { 'application/json': { schema: schemaOf(answer, 'output') } }
  }
}

/** One entry a status, with the codes that it may carry. */
function problemAnswers(codes: ReadonlySet<ProblemCode>): Json {
  const byStatus = Map.groupBy(codes, (code) => problems[code].status)
  const schema = { $ref: '#/components/schemas/Problem' }
  return Object.fromEntries(
    [...byStatus].map(([status, of]) => [
      String(status),
      {
        description: of.map((code) => `${code}: ${problems[code].title}`).join('; '),
        content: { [PROBLEM_MEDIA_TYPE]: { schema } },
      },
    ]),
  )
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema, { io })
  return json
}
