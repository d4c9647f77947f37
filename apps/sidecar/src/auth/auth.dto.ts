import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH, ROLES, type Role } from '@reaper-sidecar/auth';
import { IsIn, IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { Optional } from '../http/optional.js';
import { ApiProperty } from '../openapi/decorators.js';

const LONGEST_TYPED = 1_024;
const ROLE = { enum: [...ROLES], enumName: 'Role', example: 'operator' };
const NEW_PASSWORD = {
  description: `At least ${MIN_PASSWORD_LENGTH} characters, not the user name, not made of common words`,
  format: 'password',
  maxLength: MAX_PASSWORD_LENGTH,
  example: 'tangerine-Okapi-58-lamp',
};

export const LOGIN_KINDS = ['token', 'cookie'] as const;

export class LoginDto {
  @ApiProperty({ description: 'Name of the user', maxLength: LONGEST_TYPED, example: 'anna' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(LONGEST_TYPED)
  user: string;

  @ApiProperty({
    description: 'Password',
    format: 'password',
    maxLength: LONGEST_TYPED,
    example: 'tangerine-Okapi-58-lamp',
  })
  @IsString()
  @MaxLength(LONGEST_TYPED)
  password: string;

  @ApiProperty({
    description: 'Programs get the tokens in the answer; browsers get them in cookies that scripts cannot read.',
    enum: [...LOGIN_KINDS],
    default: 'token',
    required: false,
    example: 'token',
  })
  @IsIn(LOGIN_KINDS)
  kind: (typeof LOGIN_KINDS)[number] = 'token';
}

export class RefreshDto {
  @ApiProperty({
    description: 'Refresh token of the last answer; absent in a browser, which has it in a cookie',
    maxLength: LONGEST_TYPED,
    required: false,
    example: 'rsr_0123456789abcdef0123456789abcdef_...',
  })
  @Optional()
  @IsString()
  @MaxLength(LONGEST_TYPED)
  refreshToken?: string;
}

export class ChangePasswordDto {
  @ApiProperty({
    description: 'The present password',
    format: 'password',
    maxLength: LONGEST_TYPED,
    example: 'harbour-Lynx-31-moss',
  })
  @IsString()
  @MaxLength(LONGEST_TYPED)
  currentPassword: string;

  @ApiProperty(NEW_PASSWORD)
  @IsString()
  @MaxLength(LONGEST_TYPED)
  newPassword: string;
}

export class SessionDto {
  @ApiProperty({ description: 'Name of the user', example: 'anna' }) user: string;

  @ApiProperty({ description: 'What the user may do', ...ROLE }) role: Role;

  @ApiProperty({
    description: 'When the session token expires',
    format: 'date-time',
    example: '2026-07-01T12:05:00.000Z',
  })
  expiresAt: string;

  @ApiProperty({
    description: 'Without a refresh the session ends then',
    format: 'date-time',
    example: '2026-07-02T00:00:00.000Z',
  })
  sessionExpiresAt: string;

  @ApiProperty({
    description: 'For `Authorization: Bearer`; not with cookies',
    required: false,
    example: 'eyJhbGciOiJIUzI1NiJ9...',
  })
  accessToken?: string;

  @ApiProperty({
    description: 'For one refresh; not with cookies',
    required: false,
    example: 'rsr_0123456789abcdef0123456789abcdef_...',
  })
  refreshToken?: string;
}

export class MeDto {
  @ApiProperty({
    description: 'How the caller was recognised',
    enum: ['anonymous', 'user', 'api-token', 'oidc'],
    enumName: 'CallerKind',
    example: 'user',
  })
  kind: 'anonymous' | 'user' | 'api-token' | 'oidc';

  @ApiProperty({ description: 'Name in the audit trail', example: 'anna' }) name: string;

  @ApiProperty({ description: 'What the caller may do', ...ROLE }) role: Role;
}

export class RotateKeysDto {
  @ApiProperty({
    description:
      'Whether session tokens of the older keys are refused at once. Sessions go on with their refresh tokens.',
    default: false,
    required: false,
    example: false,
  })
  @IsIn([true, false])
  discardOlder: boolean = false;
}

export class SigningKeyDto {
  @ApiProperty({ description: 'Id of the key that signs from now on', example: '9f3c5a7e1b2d4c6f8a0b1c2d' }) id: string;

  @ApiProperty({ format: 'date-time', example: '2026-07-01T12:00:00.000Z' }) createdAt: string;
}
