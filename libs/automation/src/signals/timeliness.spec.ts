import { timelinessSignals } from './timeliness';

const fall = (points: string) => ({ proposes: 'risk', ground: 'fall', points });
const below = (points: string) => ({ proposes: 'risk', ground: 'below-england', points });
const rise = (points: string) => ({ proposes: 'lower-risk', ground: 'rise', points });

describe('what a year’s timeliness proposes (J7)', () => {
  it.each([
    ['Portsmouth 2023', { previous: '90.0', current: '1.6', england: '50.3' }, [fall('88.4'), below('48.7')]],
    ['Medway 2023', { previous: '67.7', current: '26.0', england: '50.3' }, [fall('41.7'), below('24.3')]],
    ['Oxfordshire 2023', { previous: '4.0', current: '53.7', england: '50.3' }, [rise('49.7')]],
    ['Portsmouth 2024', { previous: '1.6', current: '4.3', england: '46.4' }, [below('42.1')]],
    ['Medway 2024', { previous: '26.0', current: '11.9', england: '46.4' }, [below('34.5')]],
    ['Oxfordshire 2024', { previous: '53.7', current: '38.5', england: '46.4' }, []],
    ['Oxfordshire 2021', { previous: '56.4', current: '30.7', england: '59.9' }, [fall('25.7'), below('29.2')]],
  ])('%s', (_what, year, proposals) => expect(timelinessSignals(year)).toEqual(proposals));

  it.each([
    ['a fall of 19.9 points', { previous: '80.0', current: '60.1' }, []],
    ['a fall of 20 points', { previous: '80.0', current: '60.0' }, [fall('20')]],
    ['14.9 below England', { current: '35.4', england: '50.3' }, []],
    ['15 below England', { current: '35.3', england: '50.3' }, [below('15')]],
    ['a rise of 19.9 points, above England', { previous: '40.0', current: '59.9', england: '50.3' }, []],
    ['a rise of 20 points, above England', { previous: '40.0', current: '60.0', england: '50.3' }, [rise('20')]],
    ['a rise to 14.9 below England', { previous: '10.0', current: '35.4', england: '50.3' }, [rise('25.4')]],
    ['a rise to 15 below England', { previous: '10.0', current: '35.3', england: '50.3' }, [below('15')]],
    ['a fall to exactly as it was', { previous: '50.3', current: '50.3', england: '50.3' }, []],
    ['the whole way', { previous: '0', current: '100', england: '50.3' }, [rise('100')]],
    ['exact tenths: 0.3 to 20.3', { previous: '0.3', current: '20.3', england: '20.0' }, [rise('20')]],
  ])('%s', (_what, year, proposals) => expect(timelinessSignals(year)).toEqual(proposals));

  it.each([
    ['nothing of the year before, nothing of England', { current: '1.6' }],
    ['a suppressed figure', { previous: '90.0', current: 'x', england: '50.3' }],
    ['a figure that is not applicable', { previous: '90.0', current: 'z', england: '50.3' }],
    ['a suppressed figure of the year before', { previous: 'x', current: '60.0', england: '50.3' }],
    ['a rise where England is not known', { previous: '4.0', current: '53.7' }],
    ['a rise where England is suppressed', { previous: '4.0', current: '53.7', england: 'x' }],
  ])('proposes nothing after %s', (_what, year) => expect(timelinessSignals(year)).toEqual([]));
});
