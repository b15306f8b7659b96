import type { MissingField, WarningCode } from '@samenreis/model/actions/improvementAction'
import type { ActionStatus, ActionType, Basis, Layer, Moscow } from '@samenreis/model/records/enumerations'

/** Words of the exports, Dutch B1 (domain/language.md). Files go to people who never saw the board. */
export const statusWords: Readonly<Record<ActionStatus, string>> = {
  proposed: 'voorstel',
  agreed: 'afgesproken',
  in_progress: 'bezig',
  done: 'klaar',
  dropped: 'vervallen',
}

export const typeWords: Readonly<Record<ActionType, string>> = {
  quick_win: 'snel te doen',
  improvement: 'verbetering',
  precondition: 'eerst regelen',
  policy_change: 'beleid aanpassen',
}

export const moscowWords: Readonly<Record<Moscow, string>> = {
  must: 'moet',
  should: 'zou moeten',
  could: 'zou kunnen',
  wont: 'nu niet',
}

/** MoSCoW as the three steps of priority that the workbook has. What is not now is low. */
export const priorityWords: Readonly<Record<Moscow, string>> = {
  must: 'hoog',
  should: 'midden',
  could: 'laag',
  wont: 'laag',
}

export const basisWords: Readonly<Record<Basis, string>> = {
  lived: 'zelf meegemaakt',
  data: 'cijfers',
  observed: 'gezien',
  designed: 'op papier',
  assumption: 'dat denken we',
}

export const layerWords: Readonly<Record<Layer, string>> = {
  functional: 'functioneel',
  technology: 'techniek',
  organisation: 'organisatie',
  content: 'content',
  maintenance: 'beheer',
  measurement: 'meten',
  steering: 'sturing',
  process: 'proces',
  agreements: 'afspraken',
  communication: 'communicatie',
  policy: 'beleid',
}

export const missingWords: Readonly<Record<MissingField, string>> = {
  owner: 'wie het doet',
  organisation: 'organisatie',
  deadline: 'wanneer',
  painPoint: 'knelpunt',
  effortImpact: 'moeite en winst',
}

export const warningWords: Readonly<Record<WarningCode, string>> = {
  PHASE_DIFFERS: 'staat in een andere fase dan de stap waar het bij hoort',
  AMBIGUOUS_ALIGNMENT: 'staat tussen twee kaartjes in',
  PLACED_NEAR_EDGE: 'hangt net buiten de reis',
  UNPLACED: 'hoort nog niet bij een reis',
  OWNER_CONFLICT: 'twee organisaties, kies er één',
  ORG_FIELD_OVER_ARROW: 'de pijl wijst naar een andere organisatie',
  ORG_SUGGESTED: 'de organisatie is een voorstel',
  OWNER_MULTIPLE: 'er staan twee namen, kies er één',
  OWNER_IS_CLIENT: 'een inwoner doet dit, vraag of dat goed is',
  OWNER_GONE: 'wie het zou doen is er niet meer bij',
  POSSIBLE_DUPLICATE: 'lijkt op een andere actie',
  TITLE_FROM_DESCRIPTION: 'de titel komt uit de uitleg',
  TITLE_SHORTENED: 'de titel is ingekort',
  DANGLING_LINK: 'hoorde bij een kaartje dat weg is',
  REMOVED_FROM_BOARD: 'staat niet meer op het bord',
  ARROW_UNBOUND: 'een pijl zit niet vast',
  UNTYPED_CARD: 'was een gewoon briefje',
  MATRIX_OVER_FIELD: 'moeite en winst komen van de plek op het bord',
  QUICK_WIN_MISMATCH: 'snel te doen, maar het kost veel moeite',
  QUICK_WIN_NEEDS_POLICY: 'snel te doen, maar het beleid moet ook anders',
  QUOTE_WITHHELD: 'een uitspraak is weggelaten',
  VOTES_OPEN: 'het stemmen is nog bezig',
  DEPENDENCY_CYCLE: 'acties wachten op elkaar',
  DEADLINE_UNPARSED: 'de datum is niet te lezen',
  DEADLINE_PAST: 'de datum is voorbij',
  PERSONAL_DATA: 'er staan misschien gegevens van een persoon in',
}
