import { labelOf } from '@samenreis/model/journey/label'
import type { Extraction } from '@samenreis/model/actions/improvementAction'
import type { Participant } from '@samenreis/model/api/participant'
import { Places } from '@samenreis/model/document/place'
import { parseRecordId, type RecordId } from '@samenreis/model/ids/recordId'
import type { BoardRecord } from '@samenreis/model/records/recordKinds'

/** Longest label inside a sentence, in characters. */
const LABEL_MAX_LENGTH = 60

/** The words for what a warning is about: a card by its text, an action by its title, a person by name. */
export class Labels {
  private readonly places: Places
  private readonly titles: ReadonlyMap<string, string>
  private readonly names: ReadonlyMap<string, string>

  constructor(
    records: ReadonlyMap<RecordId, BoardRecord>,
    extraction: Pick<Extraction, 'actions' | 'dropped'>,
    roster: readonly Pick<Participant, 'id' | 'name'>[],
  ) {
    this.places = new Places(records)
    this.titles = new Map([...extraction.actions, ...extraction.dropped].map((action) => [action.id, action.title]))
    this.names = new Map(roster.map((each) => [each.id, each.name]))
  }

  /** null when it is gone, or has no words. */
  of(ref: string): string | null {
    const label = this.titles.get(ref) ?? this.names.get(ref) ?? this.ofShape(ref)
    if (label === null || label === '') return null
    return label.length > LABEL_MAX_LENGTH ? `${label.slice(0, LABEL_MAX_LENGTH - 1).trimEnd()}…` : label
  }

  /** All of them in one list; those without words as `gone`, once. */
  listed(refs: readonly string[], gone: string): string {
    return [...new Set(refs.map((ref) => this.of(ref) ?? gone))].join(', ')
  }

  private ofShape(ref: string): string | null {
    const id = parseRecordId(ref)
    const shape = id === null ? null : this.places.shape(id.id)
    return shape === null ? null : labelOf(shape)
  }
}
