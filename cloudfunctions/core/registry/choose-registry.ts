import type { PopulationRegistry } from './population-registry'
import { createSpecimenRegistry, type SpecimenRegistryPorts } from './specimen-registry'

/**
 * The registry that `NANSHA_REGISTRY` names.
 *
 * @throws Error for an unknown one, and for synthetic citizens in production
 */
export function chooseRegistry(
  environment: NodeJS.ProcessEnv,
  ports: SpecimenRegistryPorts,
): PopulationRegistry {
  const { NANSHA_REGISTRY: name, NANSHA_STAGE: stage } = environment
  if (name === 'specimen') {
    if (stage !== 'local')
      throw new Error('NANSHA_REGISTRY=specimen is for a local stage: its citizens are invented.')
    return createSpecimenRegistry(ports)
  }
  throw new Error(`NANSHA_REGISTRY names no registry: ${name}`)
}
