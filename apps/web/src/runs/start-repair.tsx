import { Button, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { StartRepairForm } from './start-repair-form';

export function StartRepair() {
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button onClick={open}>Start a repair</Button>
      <Modal opened={opened} onClose={close} title="Start a repair" closeButtonProps={{ 'aria-label': 'Close' }}>
        <StartRepairForm onStarted={close} />
      </Modal>
    </>
  );
}
