/** Pence as people write them: `5850000` is `£58,500.00`. */
export function pounds(pence: number): string {
  const [whole = '0', rest = '00'] = (Math.abs(pence) / 100).toFixed(2).split('.');
  return `${pence < 0 ? '-' : ''}£${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${rest}`;
}
