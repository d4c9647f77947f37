import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { ApiError, type RequestMistake } from './api-error.js';

/** Checks bodies, queries and path parameters against their DTO: unknown properties are refused, all mistakes told at once. */
export function requestValidation(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    validationError: { target: false, value: true },
    exceptionFactory: (errors) => validationError(errors.flatMap((error) => flatten(error, ''))),
  });
}

export function validationError(errors: readonly RequestMistake[]): ApiError {
  const shown = errors.slice(0, 5).map(({ path, message }) => `${path} ${message}`);
  const more = errors.length > shown.length ? [`and ${errors.length - shown.length} more`] : [];
  return new ApiError('VALIDATION_FAILED', [...shown, ...more].join('; '), errors);
}

function flatten(
  { property, value, constraints = {}, children = [] }: ValidationError,
  parent: string,
): RequestMistake[] {
  const path = parent === '' ? property : `${parent}.${property}`;
  const own = Object.entries(constraints).map(([rule, message]) => ({
    path,
    message: word(rule, message, property, value),
  }));
  return [...own, ...children.flatMap((child) => flatten(child, path))];
}

function word(rule: string, message: string, property: string, value: unknown): string {
  if (rule === 'whitelistValidation') return 'is not a property of this request; remove it';
  if (value === undefined) return `is missing: it ${withoutName(message, property)}`;
  return `${withoutName(message, property)}, got ${show(value)}`;
}

/** class-validator begins its messages with the name, which we have as path. */
function withoutName(message: string, property: string): string {
  return message.replace(`each value in ${property} `, 'each entry ').replace(`${property} `, '');
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}
