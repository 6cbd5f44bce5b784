namespace OmnipotentFutures.PaperExchange.Recording;

/// <summary>A settlement of the archive: its instant (a few ms late at times), the interval it closes, and its rate, a fraction.</summary>
internal readonly record struct FundingRow(long Time, int IntervalHours, decimal Rate)
{
    public static FundingRow Read(CsvTable table)
    {
        var hours = table.Integer("funding_interval_hours");
        return hours is >= 1 and <= 24
            ? new FundingRow(table.Integer("calc_time"), (int)hours, table.Number("last_funding_rate"))
            : throw table.Bad("funding_interval_hours is not from 1 to 24");
    }
}
