import type { join as dutch } from '../nl/join.ts'
import type { Translation } from '../Translation.ts'

export const join: Translation<typeof dutch> = {
  title: 'Join',
  session: 'You are joining',
  step: 'Step {{number}} of 3',
  picture: {
    title: 'Choose a picture',
    text: 'This is how the others know you on the board.',
  },
  name: {
    title: 'What is your name?',
    text: 'You may skip this. Then we give you a cheerful name.',
    label: 'Your name',
    hint: 'Your first name is enough.',
    next: 'Next',
    skip: 'Skip',
  },
  role: {
    title: 'I am …',
    text: 'Choose what fits you best.',
  },
  roleText: {
    client: 'I live here, or I get help',
    informal_carer: 'I care for someone I know',
    expert_by_experience: 'I use my experience to help others',
    council_member: 'I am in a council that gives advice',
    professional: 'I help or speak with residents in my work',
    partner: 'I work for another organisation',
    employer: 'I have a business or hire people',
    policy: 'I make plans and rules',
    observer: 'I do not take part, I only watch',
  },
  facilitator: {
    title: 'Welcome, facilitator',
    text: 'This is how the others see you. You may skip this.',
    pictures: 'Your picture',
    go: 'To the board',
  },
  entering: 'We are taking you to the board',
  chosen: 'Chosen',
}
