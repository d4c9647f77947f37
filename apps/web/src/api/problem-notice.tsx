import { Alert, Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { RequestError } from './request-error';

interface ProblemNoticeProps {
  readonly title: string;
  readonly error: Error;
  readonly onRetry?: () => void;
  readonly children?: ReactNode;
}

/** Says at once what failed, in the words of the sidecar, and under which id its log tells more. */
export function ProblemNotice({ title, error, onRetry, children }: ProblemNoticeProps) {
  return (
    <Alert color="red" title={title} role="alert" my="xs">
      <Text size="sm">
        {error.message} {children}
      </Text>
      <Group gap="sm" mt={4}>
        {onRetry && (
          <Button size="xs" variant="default" onClick={onRetry}>
            Try again
          </Button>
        )}
        {error instanceof RequestError && error.requestId && <Text size="xs">Request {error.requestId}</Text>}
      </Group>
    </Alert>
  );
}
