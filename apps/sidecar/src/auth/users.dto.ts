import { ROLES, type Role, USER_NAME } from '@reaper-sidecar/auth';
import { IsBoolean, IsIn, IsInt, IsNotEmpty, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { Optional } from '../http/optional.js';
import { ApiProperty } from '../openapi/decorators.js';

const LONGEST_TYPED = 1_024;
const MAX_TOKEN_DAYS = 365;
const ROLE = { enum: [...ROLES], enumName: 'Role' };
const NAME_RULE = {
  message:
    '$property must be 1 to 64 lower-case letters, digits, ".", "_", "@" or "-", and begin with a letter or digit',
};
const NAME = { description: 'Name of the user', pattern: USER_NAME.source, example: 'ben' };
const PASSWORD = {
  description: 'At least 12 characters, not the user name, not made of common words',
  format: 'password',
  maxLength: LONGEST_TYPED,
  example: 'harbour-Lynx-31-moss',
};

export class UserParamsDto {
  @ApiProperty(NAME)
  @Matches(USER_NAME, NAME_RULE)
  name: string;
}

export class CreateUserDto {
  @ApiProperty(NAME)
  @Matches(USER_NAME, NAME_RULE)
  name: string;

  @ApiProperty(PASSWORD)
  @IsString()
  @MaxLength(LONGEST_TYPED)
  password: string;

  @ApiProperty({ description: 'What the user may do', ...ROLE, default: 'viewer', required: false, example: 'viewer' })
  @IsIn(ROLES)
  role: Role = 'viewer';
}

export class ChangeUserDto {
  @ApiProperty({ description: 'New role', ...ROLE, required: false, example: 'operator' })
  @Optional()
  @IsIn(ROLES)
  role?: Role;

  @ApiProperty({
    description: 'Whether the user is kept out; ends all sessions and API tokens',
    required: false,
    example: false,
  })
  @Optional()
  @IsBoolean()
  disabled?: boolean;

  @ApiProperty({ ...PASSWORD, description: 'New password; ends all sessions of the user', required: false })
  @Optional()
  @IsString()
  @MaxLength(LONGEST_TYPED)
  password?: string;
}

export class UserDto {
  @ApiProperty(NAME) name: string;

  @ApiProperty({ description: 'What the user may do', ...ROLE, example: 'viewer' }) role: Role;

  @ApiProperty({ description: 'Whether the user is kept out', example: false }) disabled: boolean;

  @ApiProperty({ format: 'date-time', example: '2026-07-01T12:00:00.000Z' }) createdAt: string;

  @ApiProperty({ description: 'Who created the user', example: 'anna' }) createdBy: string;

  @ApiProperty({ format: 'date-time', example: '2026-07-01T12:00:00.000Z' }) passwordChangedAt: string;
}

export class UserListDto {
  @ApiProperty({ type: [UserDto] }) items: UserDto[];
}

export class CreateApiTokenDto {
  @ApiProperty({ description: 'What the token is for', maxLength: 100, example: 'nightly repair' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  name: string;

  @ApiProperty({
    description: 'What the token may do, and never more than its owner',
    ...ROLE,
    default: 'viewer',
    required: false,
    example: 'operator',
  })
  @IsIn(ROLES)
  role: Role = 'viewer';

  @ApiProperty({
    description: 'Days until it expires',
    type: 'integer',
    minimum: 1,
    maximum: MAX_TOKEN_DAYS,
    default: 90,
    required: false,
    example: 90,
  })
  @IsInt()
  @Min(1)
  @Max(MAX_TOKEN_DAYS)
  days: number = 90;
}

export class ApiTokenParamsDto {
  @ApiProperty({ description: 'Id of the token', pattern: '^[0-9a-f]{24}$', example: '9f3c5a7e1b2d4c6f8a0b1c2d' })
  @Matches(/^[0-9a-f]{24}$/, { message: '$property must be 24 hexadecimal digits' })
  tokenId: string;
}

export class ApiTokenDto {
  @ApiProperty({ description: 'Id of the token', example: '9f3c5a7e1b2d4c6f8a0b1c2d' }) id: string;

  @ApiProperty({ description: 'What the token is for', example: 'nightly repair' }) name: string;

  @ApiProperty({ ...ROLE, example: 'operator' }) role: Role;

  @ApiProperty({ description: 'User that made it', example: 'anna' }) owner: string;

  @ApiProperty({ format: 'date-time', example: '2026-07-01T12:00:00.000Z' }) createdAt: string;

  @ApiProperty({ format: 'date-time', example: '2026-09-29T12:00:00.000Z' }) expiresAt: string;

  @ApiProperty({ description: 'Whether it was revoked before', example: false }) revoked: boolean;

  @ApiProperty({
    description: 'Hour of the last use',
    format: 'date-time',
    required: false,
    example: '2026-07-02T03:00:00.000Z',
  })
  lastUsedAt?: string;
}

export class CreatedApiTokenDto extends ApiTokenDto {
  @ApiProperty({
    description: 'The token itself; nobody can see it again',
    example: 'rst_9f3c5a7e1b2d4c6f8a0b1c2d_...',
  })
  token: string;
}

export class ApiTokenListDto {
  @ApiProperty({ type: [ApiTokenDto] }) items: ApiTokenDto[];
}
