import { useFormats } from '../format/formats';
import { useTexts } from '../language/language';
import { Card } from './parts/Card';
import { StatusWord } from './parts/StatusWord';
import type { FundingCardProps } from './fundingCardProps';
import { alertTexts } from './texts/alerts';

/** What stands or ended within the last three days. */
export function AlertsCard({ data: { alerts }, late }: FundingCardProps) {
  const texts = useTexts(alertTexts);
  const formats = useFormats();
  return (
    <Card name="alerts" late={late} title={texts.title}>
      {alerts.length === 0 ? (
        <p>{texts.none}</p>
      ) : (
        <ul>
          {alerts.map((alert) => (
            <li key={`${alert.key} ${alert.fired_at}`} data-testid="alert">
              <StatusWord status={alert.level} /> · <StatusWord status={alert.state} />
              <p>{alert.reason}</p>
              <p class="label">
                {alert.cleared_at === null
                  ? texts.since(formats.time(alert.fired_at))
                  : texts.between(formats.time(alert.fired_at), formats.time(alert.cleared_at))}
                {alert.provisional && ` · ${texts.provisional}`}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
