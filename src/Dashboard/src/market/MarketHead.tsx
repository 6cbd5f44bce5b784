import { useTexts } from '../language/language';
import type { View } from '../view/view';
import { columns, firstOrder, type Column, type Order } from './rows';
import { marketTexts } from './texts';

interface Props {
  readonly column: Column;
  readonly order: Order;
  readonly onSort: (parts: Pick<View, 'sort' | 'order'>) => void;
}

/** The names of the columns; a click sorts by one, another click the other way round. */
export function MarketHead({ column: sorted, order, onSort }: Props) {
  const texts = useTexts(marketTexts);
  return (
    <thead role="rowgroup">
      <tr role="row">
        {columns.map((column) => (
          <th key={column} scope="col" role="columnheader" aria-sort={column !== sorted ? undefined : order === 'asc' ? 'ascending' : 'descending'}>
            <button
              type="button"
              title={texts.explained[column]}
              data-sort={column}
              onClick={() => onSort({ sort: column, order: column !== sorted ? firstOrder(column) : order === 'asc' ? 'desc' : 'asc' })}
            >
              {texts.columns[column]}
              <span aria-hidden="true">{column !== sorted ? '' : order === 'asc' ? ' ▲' : ' ▼'}</span>
            </button>
          </th>
        ))}
      </tr>
    </thead>
  );
}
