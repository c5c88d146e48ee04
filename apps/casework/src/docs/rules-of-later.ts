/** Rules that nothing holds yet; this list only shrinks. */
export const rulesOfLater: readonly string[] = ['E7'];
