/** A setting that is missing or cannot be used, in a sentence for the operator. */
export class SettingsInvalid extends Error {}
