/** Words with `{placeholders}`; an empty line's placeholder takes the line with it. */
export interface Template {
  readonly subject: string;
  readonly text: string;
}

export interface Templates {
  readonly escalation: Template;
  readonly reminder: Template;
}

export const DEFAULT_TEMPLATES: Templates = {
  escalation: {
    subject: '{references} {opening}: {because}',
    text: `{opening}: {because}.

Needed: {need}
Concerns: {areas}
References: {references}
Legal basis: {legalBasis}
Rule {rule}: {sentence}

See what is on record, and take it on:
{link}

This message was written by the case system because nobody has to remember. It holds nothing confidential; what is to be seen is behind the link.
`,
  },
  reminder: {
    subject: '{references} Reminder: {because}',
    text: `Reminder: {because}.

Concerns: {areas}
References: {references}
Legal basis: {legalBasis}
Rule {rule}: {sentence}

See what is on record:
{link}

This message was written by the case system because nobody has to remember. It holds nothing confidential; what is to be seen is behind the link.
`,
  },
};

/** Puts values in the places; a line whose only places are empty goes. */
export function filled({ subject, text }: Template, values: Readonly<Record<string, string>>): Template {
  const put = (words: string): string => words.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
  const lines = text.split('\n').filter((line) => {
    const places = [...line.matchAll(/\{(\w+)\}/g)].map(([, name]) => values[name!]);
    return places.length === 0 || places.some((value) => value !== '');
  });
  return {
    subject: put(subject).replace(/\s+/g, ' ').trim(),
    text: put(lines.join('\n')),
  };
}
