import type { curve as dutch } from '../nl/curve.ts'
import type { Translation } from '../Translation.ts'

export const curve: Translation<typeof dutch> = {
  mean: 'mean',
  empty: 'still empty',
  otherLines_one: 'and {{count}} more line',
  otherLines_other: 'and {{count}} more lines',
  hint: 'Choose “Experience” below and draw in one stroke how each step felt.',
  hintWithoutSteps: 'Here comes how each step felt. Put steps in the journey first.',
  gap: 'gap {{size}}',
  largestGap: 'largest gap: {{size}}',
  showGaps: 'Show the gap',
  atStep: 'Step {{place}} of {{of}}: {{name}}. {{face}}.',
  noFace: 'No face yet',
  pointsHint: 'Choose here, or pull a point up or down on the board. The arrow keys can do it too.',
  strip: {
    label: 'Draw an experience curve',
    howOwn: 'Draw over the steps in one stroke.',
    howNew: 'Draw over the steps in one stroke. It becomes a new line.',
    further: 'You go on in this line: {{name}}.',
    locked: 'This journey is locked. You cannot draw in it.',
    noLane: 'The lane “Experience” is not open here. Click in the journey once, and it opens.',
    noSteps: 'Put steps in this journey first.',
    missed: 'Your line passed no step. Draw over the steps.',
    who: 'For whom do you draw?',
    self: 'For myself',
    other: 'For somebody else: {{voice}}',
    another: 'Another line',
  },
  walk: {
    before: 'Previous step',
    next: 'Next step',
    place: 'Step {{place}} of {{of}}',
  },
}
