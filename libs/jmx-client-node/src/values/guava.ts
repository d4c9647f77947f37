import { CustomData } from '../serialization/custom-data.js';
import { type RawObject } from '../serialization/raw-values.js';
import { malformed } from '../serialization/stream-reader.js';
import { arrayOf } from './collections.js';
import { type ClassReader, type Mapping } from './value-mapper.js';

const PACKAGE = 'com.google.common.collect.';

function elements(object: RawObject, mapping: Mapping): unknown[] {
  return arrayOf(mapping.value(object.field('elements')));
}

function immutableMap(object: RawObject, mapping: Mapping): Map<unknown, unknown> {
  const keys = arrayOf(mapping.value(object.field('keys')));
  const values = arrayOf(mapping.value(object.field('values')));
  return new Map(keys.map((key, index) => [key, values[index]]));
}

function mapInside(object: RawObject, mapping: Mapping): Map<unknown, unknown> {
  const map = mapping.value(object.field('map'));
  if (map instanceof Map) return map as Map<unknown, unknown>;
  throw malformed('a view of a Guava map lacks the map');
}

/** A count of keys, then for each the key, the count of its values and the values. */
function multimap(className: string): ClassReader {
  return (object, mapping) => {
    const data = new CustomData(object.part(className));
    const map = mapping.remember(object, new Map<unknown, unknown[]>());
    for (let keys = data.count(); keys > 0; keys--) {
      const key = mapping.value(data.object());
      map.set(
        key,
        Array.from({ length: data.count() }, () => mapping.value(data.object())),
      );
    }
    return map;
  };
}

/**
 * Guava's immutable collections replace themselves by these forms. Multimaps become a Map of arrays. Views that carry a
 * function, such as `Lists.transform`, have no reader: their values are not what is on the wire.
 */
export const GUAVA_READERS: Readonly<Record<string, ClassReader>> = {
  [`${PACKAGE}ImmutableList$SerializedForm`]: elements,
  [`${PACKAGE}ImmutableSet$SerializedForm`]: (object, mapping) => new Set(elements(object, mapping)),
  [`${PACKAGE}ImmutableSortedSet$SerializedForm`]: (object, mapping) => new Set(elements(object, mapping)),
  [`${PACKAGE}ImmutableMap$SerializedForm`]: immutableMap,
  [`${PACKAGE}ImmutableAsList$SerializedForm`]: (object, mapping) => arrayOf(mapping.value(object.field('collection'))),
  [`${PACKAGE}ImmutableMapKeySet$KeySetSerializedForm`]: (object, mapping) =>
    new Set(mapInside(object, mapping).keys()),
  [`${PACKAGE}ImmutableMapEntrySet$EntrySetSerializedForm`]: (object, mapping) => [...mapInside(object, mapping)],
  [`${PACKAGE}ImmutableMapValues$SerializedForm`]: (object, mapping) => [...mapInside(object, mapping).values()],
  [`${PACKAGE}ImmutableListMultimap`]: multimap(`${PACKAGE}ImmutableListMultimap`),
  [`${PACKAGE}HashMultimap`]: multimap(`${PACKAGE}HashMultimap`),
};
