import type {CourseRule} from './rule.js';

/** A fact is the country's or that of a province course.yaml knows by name, each named once. */
export const knownScopes: CourseRule = ({source, yaml, facts}, report) => {
  const {provinces = []} = source;
  provinces.forEach(({id}, at) => {
    const first = provinces.findIndex((province) => province.id === id);
    if (first === at) return;
    const {line} = yaml.placeOf(['provinces', first, 'id']);
    report('id-duplicate', yaml.placeOf(['provinces', at, 'id']), {id, line});
  });
  for (const {fact, placeOf} of facts.flatMap((file) => file.facts)) {
    if (fact.scope === 'VN' || provinces.some(({id}) => id === fact.scope)) continue;
    report('scope-unknown', placeOf('scope'), {scope: fact.scope});
  }
};
