import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './stacking-table.module.css';

interface StackingTableProps {
  /** Id of the heading that names the table. */
  readonly labelledBy: string;
  /** Titles of the columns; `''` for one that needs none to be understood. */
  readonly columns: readonly string[];
  readonly children: ReactNode;
}

/** A table whose rows become cards where they would not fit. Cells are `StackingCell`s. */
export function StackingTable({ labelledBy, columns, children }: StackingTableProps) {
  return (
    <Table className={classes.table} aria-labelledby={labelledBy} verticalSpacing="sm">
      <Table.Thead>
        <Table.Tr>
          {columns.map((title) => (
            <Table.Th key={title} scope="col">
              {title}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>{children}</Table.Tbody>
    </Table>
  );
}

/** `label` stands before the value in a card, where the title of the column is not seen. */
export function StackingCell({ label, children }: { readonly label?: string; readonly children: ReactNode }) {
  return (
    <Table.Td data-label={label}>
      <div>{children}</div>
    </Table.Td>
  );
}
