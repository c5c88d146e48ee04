/** Whose personal data it is (P1). */
export const SUBJECT_KINDS = ['adviser', 'la-personnel', 'department-personnel'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** Ground of an erasure (UK GDPR, article 17). */
export const LAWFUL_BASES = ['no-longer-necessary', 'objection', 'unlawful-processing', 'legal-obligation'] as const;
export type LawfulBasis = (typeof LAWFUL_BASES)[number];
