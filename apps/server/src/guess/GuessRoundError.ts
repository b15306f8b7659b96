/** Why a round of guessing does not do what was asked of it. */
export class GuessRoundError extends Error {
  override readonly name = 'GuessRoundError'
  /**
   * `gone`: the round or its journey is not there. `ended`: it takes no more. `other-open`: another round is open.
   * `not-invited`: this person does not guess.
   */
  readonly why: 'gone' | 'ended' | 'other-open' | 'not-invited'

  constructor(why: GuessRoundError['why']) {
    super(why)
    this.why = why
  }
}
