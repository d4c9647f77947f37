import { ValidateIf } from 'class-validator';

/** May be left out. Unlike IsOptional of class-validator, `null` is not taken for absent. */
export function Optional(): PropertyDecorator {
  return ValidateIf((_owner, value) => value !== undefined);
}
