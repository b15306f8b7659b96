import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { Outcome, type Plan } from './plan.ts'
import { CROWD_CPU, ServerUnderTest, type Peer } from './ServerUnderTest.ts'

const crowdMain = fileURLToPath(new URL('./crowdMain.ts', import.meta.url))
/** Coming in, moving, and leaving: a crowd that takes longer hangs. */
const LIMIT_MS = 300_000

export type RunPlan = Omit<Plan, 'peer' | 'origin' | 'serverPid'>

/** What a crowd does when nothing else is said. */
export const usualPlan: RunPlan = {
  rooms: 1,
  people: 300,
  writers: 60,
  editsPerSecond: 20,
  cursorsPerSecond: 10,
  watchers: 3,
  wholePresence: false,
  warmSeconds: 3,
  seconds: 10,
}

/** A fresh server with one crowd in it. */
export async function runPeer(peer: Peer, plan: RunPlan, nodeArguments: readonly string[] = []): Promise<Outcome> {
  const server = await ServerUnderTest.start(peer, { nodeArguments })
  try {
    return await playCrowd({ ...plan, peer, origin: server.origin, serverPid: server.pid })
  } catch (error) {
    throw new Error(`${peer}: ${server.said()}`, { cause: error })
  } finally {
    await server.stop()
  }
}

/** Plays a crowd. @throws with what it said when it does not end well */
export async function playCrowd(plan: Plan): Promise<Outcome> {
  return Outcome.parse(await runOnOtherCore(crowdMain, plan))
}

/** Runs a program on the core that the server does not have, and reads the JSON that it prints. @throws as above */
export async function runOnOtherCore(program: string, plan: object): Promise<unknown> {
  const child = spawn('taskset', ['-c', String(CROWD_CPU), process.execPath, program, JSON.stringify(plan)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const timer = setTimeout(() => child.kill('SIGKILL'), LIMIT_MS)
  let said = ''
  let complained = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (complained += chunk.toString()))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  clearTimeout(timer)
  if (code !== 0) throw new Error(`${program} ended with ${code ?? 'a signal'}: ${complained}`)
  return JSON.parse(said)
}
