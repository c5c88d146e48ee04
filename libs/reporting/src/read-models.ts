import { VCU } from '@app/domain/roles';
import { readModel, type Projection, type ReadModel } from '@app/event-sourcing';
import { adviserContacts } from './adviser-contacts/adviser-contacts';
import { applicationRegister } from './application-register/application-register';
import { attendance } from './attendance/attendance';
import { confidentialityReviews } from './confidentiality-reviews/confidentiality-reviews';
import { contractRegister } from './contract-register/contract-register';
import { escalationBoard } from './escalation-board/escalation-board';
import { grantLedger } from './grant-ledger/grant-ledger';
import { informationRequests } from './information-requests/information-requests';
import { issueRegister } from './issue-register/issue-register';
import { localAreaJourney } from './local-area-journey/local-area-journey';
import { outcomeRegister } from './outcome-register/outcome-register';
import { packageRegister } from './package-register/package-register';
import { partnerRegister } from './partner-register/partner-register';
import { progressDecisions } from './progress-decisions/progress-decisions';
import { publishedFigures } from './published-figures/published-figures';
import { requirementRegister } from './requirement-register/requirement-register';
import { reviewCalendar } from './review-calendar/review-calendar';
import { riskRegister } from './risk-register/risk-register';
import { ofArea, ofHistory, ofStream, ofSubject } from './sources';
import { streamSubjects } from './timeline/stream-subjects';
import { timeline } from './timeline/timeline';

const STAFF = [...VCU, 'auditor'];

/** The wiring page: every read model that can be opened, and by whom. An own area is read whole, grants that touch it too (P4, ADR 13). */
export const readModels: readonly ReadModel[] = [
  readModel({
    projection: localAreaJourney,
    path: 'local-areas',
    roles: [...STAFF, 'adviser'],
    rules: ['J9', 'J1'],
    says: 'Where each local area stands: facts, cases, outcomes, what is owed and what has escalated',
    order: { by: 'name', direction: 'asc' },
    sources: ofArea(),
    areas: 'key',
    own: { adviser: [{ by: 'key', of: 'areas' }] },
  }),
  readModel({
    projection: publishedFigures,
    path: 'figures',
    roles: [...STAFF, 'dashboard-reader'],
    rules: ['J7', 'P4'],
    says: 'Published figures of each local area and of England: EHC plan timeliness and DSG balances over the years',
    order: { by: 'name', direction: 'asc' },
    sources: ofArea('localArea', 'timeliness', 'nationalDsg'),
    areas: 'key',
  }),
  readModel({
    projection: requirementRegister,
    path: 'requirements',
    roles: [...STAFF, 'adviser'],
    rules: ['E2'],
    says: 'Every duty: due, overdue, met, met late, released, waived',
    order: { by: 'due', direction: 'asc' },
    sources: ofStream('requirement'),
    within: { what: ofSubject('requirement'), areas: ofArea('requirement') },
    areas: 'areas',
    owed: { by: 'due', while: ['open', 'lapsed'] },
    own: {
      adviser: [
        { by: 'what', of: 'contractStreams' },
        { by: 'areas', of: 'areas' },
      ],
    },
  }),
  readModel({
    projection: escalationBoard,
    path: 'escalations',
    roles: STAFF,
    rules: ['E3', 'E6'],
    says: 'Who has to act, at which level, and what was done about it',
    order: { by: 'raisedAt', direction: 'desc' },
    sources: ofStream('escalation'),
    within: { what: ofSubject('escalation'), areas: ofArea('escalation') },
    areas: 'areas',
  }),
  readModel({
    projection: contractRegister,
    path: 'contracts',
    roles: [...STAFF, 'adviser'],
    rules: ['C1', 'C2', 'C3', 'C6', 'C9', 'C12', 'C13'],
    says: 'Advisory contracts: value, invoiced and left, end and extension, reports, days by area, meetings, requests',
    order: { by: 'endsOn', direction: 'asc' },
    sources: ofStream('contract'),
    within: { areas: ofArea('contract') },
    areas: 'areas',
    own: { adviser: [{ by: 'key', of: 'contracts' }] },
  }),
  readModel({
    projection: riskRegister,
    path: 'risks',
    roles: [...STAFF, 'adviser'],
    rules: ['E1', 'C15', 'A7'],
    says: 'Every risk: score, owner, mitigations, next review, and how it was assessed over time',
    order: { by: 'nextReviewOn', direction: 'asc' },
    sources: ofStream('risk'),
    within: { area: ofArea('risk') },
    areas: 'area',
    owed: { by: 'nextReviewOn', while: ['open'] },
    own: {
      adviser: [
        { by: 'contract', of: 'contracts' },
        { by: 'area', of: 'areas' },
      ],
    },
  }),
  readModel({
    projection: issueRegister,
    path: 'issues',
    roles: [...STAFF, 'adviser'],
    rules: ['C15'],
    says: 'Every issue in the delivery of a contract: raised, answered, closed',
    order: { by: 'raisedOn', direction: 'desc' },
    sources: ofStream('contract', 1),
    within: { contract: ofStream('contract'), area: ofArea('contract') },
    areas: 'area',
    own: { adviser: [{ by: 'contract', of: 'contracts' }] },
  }),
  readModel({
    projection: attendance,
    path: 'attendance',
    roles: [...STAFF, 'adviser'],
    rules: ['C13'],
    says: 'Reviews and meetings with the Department: who was represented, and who was absent',
    order: { by: 'on', direction: 'desc' },
    sources: ofStream('contract', 1),
    within: { contract: ofStream('contract'), area: ofArea('contract') },
    areas: 'area',
    owed: { by: 'on', while: ['scheduled'] },
    own: { adviser: [{ by: 'contract', of: 'contracts' }] },
  }),
  readModel({
    projection: informationRequests,
    path: 'information-requests',
    roles: [...STAFF, 'adviser'],
    rules: ['C12'],
    says: 'Requests for management information: due, answered in time or late, cancelled',
    order: { by: 'dueOn', direction: 'asc' },
    sources: ofStream('contract', 1),
    within: { contract: ofStream('contract'), area: ofArea('contract') },
    areas: 'area',
    owed: { by: 'dueOn', while: ['open'] },
    own: { adviser: [{ by: 'contract', of: 'contracts' }] },
  }),
  readModel({
    projection: confidentialityReviews,
    path: 'confidentiality-reviews',
    roles: STAFF,
    rules: ['P1'],
    says: 'What of each contract is confidential, and whether it was decided what stays so after its end',
    order: { by: 'dueOn', direction: 'asc' },
    sources: ofHistory('contract', 'contract', 'requirement'),
    within: { areas: ofArea('contract', 'requirement') },
    areas: 'areas',
    owed: { by: 'dueOn', while: ['due', 'overdue'] },
  }),
  readModel({
    projection: partnerRegister,
    path: 'partners',
    roles: [...STAFF, 'la-contact'],
    rules: ['G12', 'G13', 'G14', 'G15', 'G16', 'G17', 'G18', 'G22'],
    says: 'Partners and assessed applicants: eligibility per rule and why, awards, reports, confirmations',
    order: { by: 'area', direction: 'asc' },
    sources: (key) => [...ofStream('partner')(key), ...ofArea('application')(key)],
    within: { area: ofArea('partner', 'application') },
    areas: 'area',
    own: {
      'la-contact': [
        { by: 'area', of: 'areas' },
        { by: 'others', of: 'areas' },
      ],
    },
  }),
  readModel({
    projection: grantLedger,
    path: 'ledgers',
    roles: STAFF,
    rules: ['G2', 'G3', 'G9', 'G21'],
    says: 'Money of each programme: awarded, claimed, approved, paid and left, overheads in per cent',
    order: { by: 'title', direction: 'asc' },
    sources: ofHistory('programme', 'programme', 'partner'),
  }),
  readModel({
    projection: outcomeRegister,
    path: 'outcomes',
    roles: [...STAFF, 'adviser'],
    rules: ['A1', 'A4', 'A5', 'C16'],
    says: 'Every outcome of Annex A with the answers of A4, ratings and trajectory over time',
    order: { by: 'area', direction: 'asc' },
    sources: ofArea('improvementCase', 'contract'),
    within: { case: ofArea('improvementCase', 'contract'), area: ofArea('improvementCase', 'contract') },
    areas: 'area',
    own: { adviser: [{ by: 'area', of: 'areas' }] },
  }),
  readModel({
    projection: progressDecisions,
    path: 'progress-decisions',
    roles: [...STAFF, 'adviser'],
    rules: ['C17', 'J8'],
    says: 'Formal reviews: what the supplier recommended beside what VCU decided',
    order: { by: 'heldOn', direction: 'desc' },
    sources: ofArea('improvementCase', 'contract'),
    within: { case: ofArea('improvementCase', 'contract'), area: ofArea('improvementCase', 'contract') },
    areas: 'area',
    own: {
      adviser: [
        { by: 'contract', of: 'contracts' },
        { by: 'area', of: 'areas' },
      ],
    },
  }),
  readModel({
    projection: packageRegister,
    path: 'packages',
    roles: [...STAFF, 'la-contact'],
    rules: ['G7', 'G10', 'G11'],
    says: 'Packages of support, and what was delivered of each',
    order: { by: 'proposedOn', direction: 'desc' },
    sources: ofHistory('supportPackage', 'supportPackage', 'partner'),
    within: { partner: ofHistory('partner', 'supportPackage', 'partner'), partnerArea: ofArea('supportPackage', 'partner') },
    areas: 'recipient',
    own: { 'la-contact': [{ by: 'partnerArea', of: 'areas' }] },
  }),
  readModel({
    projection: applicationRegister,
    path: 'applications',
    roles: [...STAFF, 'la-contact'],
    rules: ['G4', 'G5', 'G12', 'G13', 'G14', 'G15', 'G22'],
    says: 'Applications: what each holds, how it was assessed, what became of it',
    order: { by: 'lead', direction: 'asc' },
    sources: ofStream('application'),
    within: { lead: ofArea('application'), others: ofArea('application') },
    areas: 'lead',
    own: {
      'la-contact': [
        { by: 'lead', of: 'areas' },
        { by: 'others', of: 'areas' },
      ],
    },
  }),
  readModel({
    projection: reviewCalendar,
    path: 'reviews',
    roles: [...STAFF, 'adviser'],
    rules: ['J4', 'J5', 'A3', 'C13', 'C15', 'C17'],
    says: 'Every review in one calendar: due, overdue, held, cancelled',
    order: { by: 'on', direction: 'asc' },
    sources: (key) => [{ stream: key.split(' ', 1)[0]! }],
    within: {
      what: ofSubject('improvementCase', 'contract', 'requirement'),
      area: ofArea('improvementCase', 'contract', 'requirement'),
      areas: ofArea('improvementCase', 'contract', 'requirement'),
    },
    areas: 'areas',
    owed: { by: 'on', while: ['due', 'overdue'] },
    own: {
      adviser: [
        { by: 'what', of: 'contractStreams' },
        { by: 'areas', of: 'areas' },
      ],
    },
  }),
  readModel({
    projection: adviserContacts,
    path: 'adviser-contacts',
    roles: [...STAFF, 'adviser'],
    rules: ['A6'],
    says: 'Contacts between the SEND advisers of DfE and NHS England',
    order: { by: 'heldOn', direction: 'desc' },
    sources: ofStream('improvementCase', 2),
    within: { case: ofStream('improvementCase'), area: ofArea('improvementCase') },
    areas: 'area',
    own: { adviser: [{ by: 'area', of: 'areas' }] },
  }),
  readModel({
    projection: timeline,
    path: 'timeline',
    roles: STAFF,
    rules: ['J9', 'P5'],
    says: 'What happened to a stream or a local area, with who, when and why',
    order: { by: 'effectiveOn', direction: 'asc' },
    sources: ofSubject(),
    within: { subjects: ofSubject() },
  }),
];

/** Every projection that is folded. */
export const projections: readonly Projection[] = [...readModels.map(({ projection }) => projection), streamSubjects];
