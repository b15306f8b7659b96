import { expect, test } from 'vitest'
import {
  expectedAction,
  exampleInput,
  inNotation,
  type ExampleBoard,
  type ExpectedAction,
} from './examples/exampleInput.ts'
import { extractActions } from './extractActions.ts'
import example01 from './examples/example-01.json' with { type: 'json' }
import example02 from './examples/example-02.json' with { type: 'json' }
import example03 from './examples/example-03.json' with { type: 'json' }
import example05 from './examples/example-05.json' with { type: 'json' }
import example06 from './examples/example-06.json' with { type: 'json' }
import example07 from './examples/example-07.json' with { type: 'json' }
import example09 from './examples/example-09.json' with { type: 'json' }
import example11 from './examples/example-11.json' with { type: 'json' }
import example13 from './examples/example-13.json' with { type: 'json' }
import example14 from './examples/example-14.json' with { type: 'json' }

interface WorkedExample extends ExampleBoard {
  readonly example: number
  readonly expect: { readonly actions: readonly ExpectedAction[]; readonly rejected?: readonly unknown[] }
}

const examples: readonly WorkedExample[] = [
  example01,
  example02,
  example03,
  example05,
  example06,
  example07,
  example09,
  example11,
  example13,
  example14,
]

test.each(examples)('[AX601] worked example $example gives its whole records, in their order', (example) => {
  const extraction = extractActions(exampleInput(example))
  expect(inNotation(extraction.actions)).toStrictEqual(example.expect.actions.map(expectedAction))
  expect(inNotation(extraction.rejected)).toStrictEqual(example.expect.rejected ?? [])
  expect(extraction.dropped).toStrictEqual([])
})

test('[AX601] the first worked example is written out in full: no default is filled in for it', () => {
  const [action] = example01.expect.actions
  expect(expectedAction(action as ExpectedAction)).toStrictEqual(action)
})
