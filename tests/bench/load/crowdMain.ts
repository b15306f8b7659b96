// Plays a crowd in a process of its own, on a core of its own. Reads its plan from the first argument, prints what came of it.
import { Crowd } from './Crowd.ts'
import { Plan } from './plan.ts'

const outcome = await new Crowd(Plan.parse(JSON.parse(process.argv[2] ?? ''))).play()
process.stdout.write(`${JSON.stringify(outcome)}\n`)
// Sockets of a server that is busy with what was sent before would keep the process.
process.exit(0)
