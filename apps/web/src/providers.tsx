import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { cssVariables, theme } from './look/theme';

interface ProvidersProps {
  readonly children: ReactNode;
  /** In tests dialogs come and go at once. */
  readonly env?: 'default' | 'test';
}

/** What every part of the page needs around it. */
export function Providers({ children, env = 'default' }: ProvidersProps) {
  const [queries] = useState(createQueries);
  return (
    <QueryClientProvider client={queries}>
      <MantineProvider env={env} theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
        {children}
      </MantineProvider>
    </QueryClientProvider>
  );
}

/** A sidecar on this machine answers also when the browser thinks that it is offline. */
function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: 1, staleTime: 500, networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
  });
}
