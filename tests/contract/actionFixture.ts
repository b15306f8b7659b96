import type { ImprovementAction } from '@samenreis/model/actions/improvementAction'
import { ActionId } from '@samenreis/model/ids/actionId'
import { ShapeId } from '@samenreis/model/ids/recordId'

/** An action with nothing but a title, as the extraction would give it. */
export function action(part: string, title: string): ImprovementAction {
  return {
    id: ActionId.parse(`act:${part}`),
    source: { shapeId: ShapeId.parse(`shape:${part}`), kind: 'idea' },
    title,
    description: null,
    status: 'proposed',
    type: 'improvement',
    typeSource: 'default',
    theme: null,
    owner: null,
    organisation: null,
    contributors: [],
    deadline: null,
    effort: null,
    impact: null,
    quadrant: null,
    moscow: null,
    priority: { votes: 0, voters: 0, byGroup: { client: 0, professional: 0, policy: 0, other: 0 }, rank: 1 },
    journey: null,
    phases: [],
    touchpoints: [],
    painPoints: [],
    personas: [],
    quotes: [],
    consequences: [],
    evidence: null,
    dependsOn: [],
    mergedFrom: [],
    possibleDuplicateOf: [],
    missing: ['owner'],
    ready: false,
    warnings: [],
  }
}
