/** Errors whose message is written for the person who asked. */
const tellingErrors = ['BackupError', 'StorageTooNewError', 'StorageInUseError']

/** Says a sentence and ends the process. 0 goes to the output, everything else to the errors. */
export function endWith(code: number, sentence: string): never {
  const stream = code === 0 ? process.stdout : process.stderr
  stream.write(`${sentence}\n`)
  process.exit(code)
}

export function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return 'Unknown error.'
  return tellingErrors.includes(error.name) ? error.message : `This did not work: ${error.message}`
}
