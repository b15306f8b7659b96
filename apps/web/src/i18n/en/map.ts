import type { Translation } from '../Translation.ts'
import type { map as dutch } from '../nl/map.ts'

export const map: Translation<typeof dutch> = {
  stepHere: 'Step in between',
  firstStep: 'First step',
  phaseHere: 'Phase in between',
  phaseAtEnd: 'Add a phase',
  actions: 'On the map of the journey',
  stepBefore: 'Step before',
  stepAfter: 'Step after',
  phaseBefore: 'Phase before',
  phaseAfter: 'Phase after',
  phaseLeft: 'To the left',
  phaseRight: 'To the right',
  ideaHere: 'Idea for this',
  leaveFree: 'Place freely',
  tidy: 'Tidy up',
  phaseRemoved_one: 'The phase is gone. {{count}} card is still in its place, now in ‘{{heir}}’.',
  phaseRemoved_other: 'The phase is gone. {{count}} cards are still in their place, now in ‘{{heir}}’.',
  lastPhaseRemoved_one: 'The phase is gone. {{count}} card is still in its place, without a phase.',
  lastPhaseRemoved_other: 'The phase is gone. {{count}} cards are still in their place, without a phase.',
  noName: 'the phase beside it',
}
