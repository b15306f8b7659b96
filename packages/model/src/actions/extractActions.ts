import { actionIdOf } from '../ids/actionId.ts'
import type { ParticipantId } from '../ids/participantId.ts'
import { BoardIndex } from '../journey/BoardIndex.ts'
import { findCandidates } from './Candidate.ts'
import { findConsequences } from './consequences.ts'
import { readDeadline } from './deadline.ts'
import { findDependencies, type Dependencies } from './dependencies.ts'
import type { Attendee, Extraction, ExtractionInput, ImprovementAction, Warning } from './improvementAction.ts'
import { labelOf } from '../journey/label.ts'
import { refOf } from './refOf.ts'
import { LinkFinder } from './LinkedCards.ts'
import { Links } from '../journey/Links.ts'
import { findLookAlikes } from './lookAlikes.ts'
import { findScores } from './matrixPlace.ts'
import { mergeCandidates, type Group, type Merging } from './merge.ts'
import { readMissing } from './missing.ts'
import { findOrganisation } from './organisation.ts'
import { readOwner } from './owner.ts'
import { findPersonas } from './personas.ts'
import { findPersonalData } from './personalData.ts'
import { findEvidence } from './quotes.ts'
import { ranked } from './rank.ts'
import { readType } from './actionType.ts'
import { removedActions } from './removedActions.ts'
import { Ballot } from './votes.ts'
import { inOrder, warningAbout } from './warnings.ts'

/** What is read once for a snapshot, and asked for each action. */
interface Reading {
  readonly board: BoardIndex
  readonly links: Links
  readonly finder: LinkFinder
  readonly merging: Merging
  readonly dependencies: Dependencies
  readonly ballot: Ballot
  readonly attendees: ReadonlyMap<ParticipantId, Attendee>
  readonly quotesWithdrawn: ReadonlySet<ParticipantId>
  readonly organisationNames: readonly string[]
  readonly sessionDate: string
  /** Text -> whether it looks like personal data; most labels stand in many actions. */
  readonly judgedTexts: Map<string, boolean>
}

/**
 * The improvement actions of a board (actions.md D1-D5): what, who, when and state, and why each exists. Same snapshot in, same
 * result out, whatever the order of its records (D3.10). Never throws on records that hold to their schemas, however they point
 * at each other. Every candidate is in exactly one of `actions`, their `mergedFrom`, and `rejected`.
 */
export function extractActions(input: ExtractionInput): Extraction {
  const board = new BoardIndex(input.records)
  const links = new Links(board, board.bindings)
  const merging = mergeCandidates(findCandidates(board), (id) => board.shape(id) !== null)
  const attendees = new Map(input.attendees.map((attendee) => [attendee.id, attendee]))
  const reading: Reading = {
    board,
    links,
    finder: new LinkFinder(board, links),
    merging,
    dependencies: findDependencies(merging.groups, links),
    ballot: new Ballot(input.rounds, input.votes, attendees),
    attendees,
    quotesWithdrawn: new Set(input.attendees.filter(({ quotesWithdrawn }) => quotesWithdrawn).map(({ id }) => id)),
    organisationNames: board.all('actor').map(labelOf),
    sessionDate: input.sessionDate,
    judgedTexts: new Map(),
  }
  const actions = withLookAlikes(ranked(merging.groups.map((group) => readAction(group, reading))))
  const rejected = merging.empty.map(({ shape }) => ({ shapeId: shape.id, reason: 'EMPTY' as const }))
  const stillThere = [...merging.groups.flatMap(({ ids }) => ids), ...rejected.map(({ shapeId }) => shapeId)]
  return {
    roomId: input.roomId,
    boardVersion: input.boardVersion,
    extractedAt: input.extractedAt,
    actions,
    dropped: removedActions(input.exported, new Set(stillThere.map(actionIdOf))),
    rejected,
  }
}

/** One action, all but its rank and its look-alikes, which only show beside the others. */
function readAction(group: Group, reading: Reading): ImprovementAction {
  const { board, links, finder, dependencies } = reading
  const { root, words } = group
  const id = actionIdOf(root.shape.id)
  const cards = finder.find(group)
  const { quotes, evidence, warnings: quoteWarnings } = findEvidence(group, cards, links, reading.quotesWithdrawn)
  const { consequences, explicit, warnings: consequenceWarnings } = findConsequences(group, cards, reading)
  const { organisation, contributors, warnings: organisationWarnings } = findOrganisation(group, cards, reading)
  const { owner, isKnown, warnings: ownerWarnings } = readOwner(root, reading.attendees, reading.organisationNames)
  const { deadline, warnings: deadlineWarnings } = readDeadline(root.deadline, reading.sessionDate)
  const { effort, impact, quadrant, warnings: scoreWarnings } = findScores(root, board)
  const isNeededFirst = dependencies.needed.has(id)
  const typeGrounds = { candidate: root, consequences: explicit, isNeededFirst, effort, quadrant }
  const { type, typeSource, warnings: typeWarnings } = readType(typeGrounds)
  const painPoints = cards.painPoints.map(({ shape, via }) => refOf(shape, via))
  const { status } = root
  const known = { status, isOwnerKnown: isKnown, organisation, deadline, painPoints, effort, impact }
  const frame = finder.framesAround(group).find((each) => labelOf(each) !== '')
  const action = {
    id,
    source: { shapeId: root.shape.id, kind: root.kind },
    title: words.title,
    description: words.description,
    status,
    type,
    typeSource,
    theme: frame === undefined ? null : labelOf(frame),
    owner,
    organisation,
    contributors,
    deadline,
    effort,
    impact,
    quadrant,
    moscow: root.moscow,
    priority: { ...reading.ballot.tally(group), rank: 0 },
    journey: cards.journey && { id: cards.journey.id, kind: cards.journey.kind },
    phases: cards.phases.map(({ shape, via }) => refOf(shape, via)),
    touchpoints: cards.touchpoints.map(({ shape, via }) => refOf(shape, via)),
    painPoints,
    personas: findPersonas(group, cards, reading),
    quotes,
    consequences,
    evidence,
    dependsOn: dependencies.first.get(id) ?? [],
    mergedFrom: group.merged.map(({ shape }) => shape.id),
    possibleDuplicateOf: [],
    ...readMissing(known),
  }
  return {
    ...action,
    warnings: [
      ...warningsOf(group, reading),
      ...words.warnings,
      ...cards.warnings,
      ...quoteWarnings,
      ...consequenceWarnings,
      ...organisationWarnings,
      ...ownerWarnings,
      ...deadlineWarnings,
      ...scoreWarnings,
      ...typeWarnings,
      ...reading.ballot.warnings,
      ...warningAbout('DEPENDENCY_CYCLE', dependencies.circles.get(id) ?? []),
      ...warningAbout('PERSONAL_DATA', recordsWithPersonalData(action, reading.judgedTexts)),
    ],
  }
}

/** What is wrong with the links of the card itself and of those merged into it (actions.md D3.6, D5.19, D5.22, D5.23). */
function warningsOf({ root, ids }: Group, { links, merging }: Reading): Warning[] {
  const mergeTargets = ids.flatMap((id) => merging.dangling.get(id) ?? [])
  const gone = [...new Set([...links.goneFrom(ids), ...mergeTargets])].sort()
  return [
    ...(root.kind === 'untyped' ? [{ code: 'UNTYPED_CARD' as const, refs: [] }] : []),
    ...warningAbout('DANGLING_LINK', gone),
    ...warningAbout('ARROW_UNBOUND', links.looseArrowsAt(ids)),
  ]
}

/** Ids of the cards whose words in this action look like personal data (actions.md D5.33). */
function recordsWithPersonalData(action: Omit<ImprovementAction, 'warnings'>, judged: Map<string, boolean>): string[] {
  const { source, title, description, owner, deadline } = action
  const own = [title, description ?? '', owner?.name ?? '', deadline?.text ?? ''].join('\n')
  const texts = [
    { id: source.shapeId, text: own },
    ...[...action.quotes, ...action.painPoints, ...action.touchpoints].map(({ id, label }) => ({ id, text: label })),
    ...action.consequences,
  ]
  const isPersonal = ({ text }: { readonly text: string }): boolean => {
    const verdict = judged.get(text) ?? findPersonalData(text).length > 0
    judged.set(text, verdict)
    return verdict
  }
  return [...new Set(texts.filter(isPersonal).map(({ id }) => id))]
}

function withLookAlikes(actions: readonly ImprovementAction[]): ImprovementAction[] {
  const lookAlikes = findLookAlikes(actions)
  return actions.map((action) => {
    const possibleDuplicateOf = lookAlikes.get(action.id) ?? []
    const warnings = inOrder([...action.warnings, ...warningAbout('POSSIBLE_DUPLICATE', possibleDuplicateOf)])
    return { ...action, possibleDuplicateOf, warnings }
  })
}
