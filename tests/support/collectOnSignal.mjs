// Takes away the garbage of a process when a signal asks for it, so that what it holds can be measured from outside.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { isMainThread } from 'node:worker_threads'

if (isMainThread) {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc')
  process.on('SIGUSR2', () => {
    // Some of what is garbage is found only when the first time let go of what held it.
    for (let time = 0; time < 3; time += 1) collect()
  })
}
