import type { people as dutch } from '../nl/people.ts'
import type { Translation } from '../Translation.ts'

export const people: Translation<typeof dutch> = {
  title: 'Choose a drawing',
  name: {
    'vrouw-grijs-bril': 'Older woman with grey hair and glasses',
    'man-pet': 'Man with a cap and a short beard',
    'vrouw-schort': 'Woman with an apron',
    'vrouw-hoofddoek': 'Woman with a headscarf',
    'man-baard': 'Man with a beard',
    'vrouw-krullen': 'Woman with curls',
    'man-bril': 'Man with glasses',
    'vrouw-lang-haar': 'Woman with long hair',
    'mens-kort-haar': 'Person with short red hair',
    'man-tulband': 'Man with a turban and a beard',
    'vrouw-zwart-haar-bril': 'Woman with long black hair and glasses',
    'jongere-muts': 'Young person with a beanie',
    'man-gehoorapparaat': 'Older man with a hearing aid',
    'man-wandelstok': 'Older man with a cane',
    'vrouw-rollator': 'Older woman with a walker',
    'man-rolstoel': 'Man in a wheelchair',
    'vrouw-rolstoel': 'Woman in a wheelchair',
    'vrouw-blindenstok': 'Woman with a white cane',
    'vader-baby': 'Father with a baby',
    'moeder-kind': 'Mother with a child',
    'stel-ouder': 'Older couple',
    'stel-vrouwen': 'Couple: two women',
    'moeder-dochter': 'Old mother with her grown daughter',
    'opa-kleinkind': 'Grandfather with a grandchild',
  },
}
