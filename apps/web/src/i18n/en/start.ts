import type { start as dutch } from '../nl/start.ts'
import type { Translation } from '../Translation.ts'

export const start: Translation<typeof dutch> = {
  kinds: 'What are you going to do?',
  examples: 'Or look at an example first',
  kind: {
    persona_workshop: { title: 'Make personas', text: 'Make up somebody together who could be real.' },
    shadow_mapping: { title: 'Map the journey on paper', text: 'Put down how your organisation designed it.' },
    interview: { title: 'Talk with one resident', text: 'Draw one story from beginning to end.' },
    joint_session: { title: 'Joint session', text: 'See together with residents what can be better.' },
    ideal_and_blueprint: {
      title: 'Best journey and what it takes',
      text: 'Imagine how it can be, and what to arrange.',
    },
    practice: { title: 'Practise with a persona', text: 'Walk the new way of working yourself first.' },
    policy_test: { title: 'Test rules', text: 'Does a rule fit these people?' },
    blank: { title: 'Empty board', text: 'Start with a clean sheet.' },
    'demo-riet': {
      title: 'Help at home: the journey of Riet',
      text: 'In Dutch: Riet (78) asks for help in the house, on paper and for real.',
    },
    'demo-yonas': {
      title: 'A new start: the journey of Yonas',
      text: 'In Dutch: Yonas comes to live in town and learns Dutch.',
    },
    'demo-session': {
      title: 'A session that stands ready',
      text: 'In Dutch: the journey on paper and two conversations are on the board.',
    },
  },
  demo: {
    'demo-riet': {
      title: 'Help at home: the journey of Riet',
      question: 'How do we arrange this better for Riet, together?',
    },
    'demo-yonas': {
      title: 'A new start: the journey of Yonas',
      question: 'How do we arrange this better for Yonas, together?',
    },
    'demo-session': {
      title: 'Help at home: joint session',
      question: 'How do we arrange this better for Riet, together?',
    },
  },
  kept: 'We erase everything of a session {{days}} days after its last use. In the session you can choose another day.',
  more: 'More choices: subject, your name, language',
  context: 'What is it about?',
  contexts: {
    service: 'Help and services',
    participation: 'Taking part',
    internal: 'Our own work',
  },
  questionHelp: 'No question yet? Begin with one of these three:',
  question: {
    service: {
      needs: 'What do residents need?',
      search: 'How do residents look for help?',
      improve: 'How does that make our help better?',
    },
    participation: {
      needs: 'What do residents need to take part?',
      search: 'How do residents hear that something is going on?',
      improve: 'How does that make taking part easier?',
    },
    internal: {
      needs: 'What do colleagues need?',
      search: 'Where do colleagues look for help?',
      improve: 'How does that make our work better?',
    },
  },
}
