import blank from '../../templates/blank.json' with { type: 'json' }
import idealAndBlueprint from '../../templates/ideal_and_blueprint.json' with { type: 'json' }
import interview from '../../templates/interview.json' with { type: 'json' }
import jointSession from '../../templates/joint_session.json' with { type: 'json' }
import personaWorkshop from '../../templates/persona_workshop.json' with { type: 'json' }
import policyTest from '../../templates/policy_test.json' with { type: 'json' }
import practice from '../../templates/practice.json' with { type: 'json' }
import shadowMapping from '../../templates/shadow_mapping.json' with { type: 'json' }
import type { Template } from '../records/enumerations.ts'
import { TemplateFile } from './templateSchema.ts'

const files: Readonly<Record<Template, unknown>> = {
  persona_workshop: personaWorkshop,
  shadow_mapping: shadowMapping,
  interview,
  joint_session: jointSession,
  ideal_and_blueprint: idealAndBlueprint,
  practice,
  policy_test: policyTest,
  blank,
}

/** The start layout that we ship for a kind of session. @throws ZodError never: a test holds every file to the schema */
export function templateFile(template: Template): TemplateFile {
  return TemplateFile.parse(files[template])
}
