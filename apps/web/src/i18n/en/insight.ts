/** Texts of "What do we see?": what the board tells by itself. */
export const insight = {
  title: 'What do we see?',
  close: 'Close',
  back: 'All',
  return: 'Back to What do we see?',
  lead: 'This is what the board tells by itself. Choose what you want to look at.',
  untitled: 'Without text',
  notAsked: 'not asked',
  view: {
    feeling: { name: 'Feeling', question: 'Where did we think it went well?' },
    chain: { name: 'Chain', question: 'Who does what, and where does the story get lost?' },
    burden: { name: 'Burden', question: 'How many letters, forms and days?' },
    paper: { name: 'Paper and practice', question: 'What goes differently from the plan on paper?' },
    needs: { name: 'Needs and ideas', question: 'What did we skip?' },
    channels: { name: 'Ways of contact', question: 'Where would somebody rather have another way?' },
    rules: { name: 'Rules', question: 'Which rule clashes with whom?' },
    layers: { name: 'Layers', question: 'Where has nobody looked yet?' },
    evidence: { name: 'How do we know this?', question: 'How much did people live through?' },
  },
  journey: {
    which: 'Which journey?',
    numbered: '{{name}} {{number}}',
  },
  noJourney: {
    title: 'There is no journey yet',
    text: 'Put a journey on the board first. Then the board tells here what it sees.',
  },
  column: {
    step: 'Step',
    client: 'Resident',
    staff: 'We thought',
    gap: 'Gap',
  },
  feeling: {
    empty: {
      title: 'There are no two curves yet to lay side by side',
      text: 'You need an experience curve of the resident and one of a professional. Let professionals guess first what the resident felt.',
    },
    gaps: {
      title: 'The largest gaps',
      lead: 'Here the resident’s feeling was furthest from what we thought.',
      none: 'At every step we thought the same as the resident.',
    },
    client: 'Resident: {{feeling}} ({{number}})',
    staff: 'We thought: {{feeling}} ({{number}})',
    gap: 'gap',
    lower: {
      title: 'Here it was better than we thought',
      lead: 'What went well here? Ask the resident.',
    },
    all: {
      title: 'All steps',
      caption: 'Feeling of the resident and what professionals thought, per step, the largest gap first',
    },
  },
} as const
