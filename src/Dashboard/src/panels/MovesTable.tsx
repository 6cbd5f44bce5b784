import type { LiquidationAnswer } from '../api/contracts';
import { useFormats } from '../format/formats';
import { useTexts } from '../language/language';
import { liquidationTexts } from './texts/liquidation';

interface Props {
  readonly moves: LiquidationAnswer['moves'];
  readonly asset: string;
  /** What of the reached positions is expected to be liquidated, a fraction. */
  readonly liquidatedShare: number;
}

/** What a fall and a rise reach, and what of that is expected to be liquidated. */
export function MovesTable({ moves, asset, liquidatedShare }: Props) {
  const texts = useTexts(liquidationTexts);
  const formats = useFormats();
  return (
    <>
      <h3>{texts.moves}</h3>
      {moves.length === 0 ? (
        <p>{texts.noMoves}</p>
      ) : (
        <table data-testid="moves">
          <thead>
            <tr>
              <th rowSpan={2} scope="col">
                {texts.move}
              </th>
              <th colSpan={2} scope="colgroup" class="longs">
                <span aria-hidden="true">▼</span> {texts.fall}
              </th>
              <th colSpan={2} scope="colgroup" class="shorts">
                <span aria-hidden="true">▲</span> {texts.rise}
              </th>
            </tr>
            <tr>
              <th scope="col">{texts.reached}</th>
              <th scope="col">{texts.expected}</th>
              <th scope="col">{texts.reached}</th>
              <th scope="col">{texts.expected}</th>
            </tr>
          </thead>
          <tbody>
            {moves.map((move) => (
              <tr key={move.percent}>
                <th scope="row">±{formats.percent(move.percent, 0)}</th>
                <td>{formats.money(move.long_volume)}</td>
                <td>{formats.money(move.expected_long_liquidations)}</td>
                <td>{formats.money(move.short_volume)}</td>
                <td>{formats.money(move.expected_short_liquidations)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p class="label">{texts.movesExplained(asset, formats.percent(liquidatedShare * 100, 1))}</p>
    </>
  );
}
