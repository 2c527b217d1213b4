import type { ClaimName } from '../claims'
import type { Document } from './documents'
import { vehicleClasses } from './driving-licence'

/** What a document says to a desk, by the names that scenarios ask for. */
export function disclosedBy(document: Document): Partial<Record<ClaimName, string>> {
  if ('driving_privileges' in document)
    return {
      vehicle_classes: vehicleClasses(document),
      licence_status: document.licence_status,
      licence_valid_until: document.valid_until,
      licence_first_issued: document.first_issue_date,
    }
  return {
    social_security_number: document.social_security_number,
    social_security_card_number: document.card_number,
    social_security_card_status: document.card_status,
  }
}
