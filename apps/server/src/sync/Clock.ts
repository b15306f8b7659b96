/** Milliseconds that only go forward; where they start means nothing. Passed in so that tests can turn it. */
export type Clock = () => number

/** The process's own clock: not moved when someone sets the time (reliability.md F20). */
export const monotonicClock: Clock = () => performance.now()
